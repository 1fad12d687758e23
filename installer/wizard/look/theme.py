"""The application's one theme: colors, sizes and fonts as the system has them now, and a signal when they change."""

from __future__ import annotations

import weakref
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from installer.wizard.look import motion
from installer.wizard.look.fonts import DESIGN_EM, em_of, font_of
from installer.wizard.look.roles import Roles, high_contrast_roles, roles_of
from installer.wizard.look.style import style_sheet

_CHANGES = {QEvent.Type.ApplicationPaletteChange, QEvent.Type.ApplicationFontChange, QEvent.Type.ThemeChange}
_STYLE = "fusion"


class _Listener(QWidget):
    """Never shown: Qt tells only widgets that the system's colors or font have changed."""

    def __init__(self, tell: Callable[[], None]) -> None:
        super().__init__()
        self._tell = tell

    def event(self, event: QEvent) -> bool:
        if event.type() in _CHANGES:
            self._tell()
        return super().event(event)


class Theme(QObject):
    """What everything that is drawn looks up when it is drawn."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._native_style = application.style().name()
        self._accent: QColor | None = None
        self._is_still: bool | None = None
        self._is_high_contrast: bool | None = None
        self._shows_focus = motion.wants_focus_rings()
        self._dressed: weakref.WeakSet[QWidget] = weakref.WeakSet()
        self._looked_at: object = None
        self._listener = _Listener(self.refresh)
        # Kept, because what it hands out goes with it.
        self._hints = application.styleHints()
        self._hints.colorSchemeChanged.connect(self.refresh)
        if hasattr(self._hints, "accessibility"):
            self._accessibility = self._hints.accessibility()
            self._accessibility.contrastPreferenceChanged.connect(self.refresh)
        self._roles: Roles
        self._em: float
        self._still: bool
        self.refresh()

    @property
    def roles(self) -> Roles:
        """The colors."""
        return self._roles

    @property
    def em(self) -> float:
        """The height of body text in pixels."""
        return self._em

    @property
    def is_still(self) -> bool:
        """Nothing may move."""
        return self._still

    @property
    def is_high_contrast(self) -> bool:
        """The native style draws, in the colors that the user has chosen."""
        return self._roles.is_high_contrast

    @property
    def shows_focus(self) -> bool:
        """The keyboard focus is to be seen: the keyboard was used, or the system wants it."""
        return self._shows_focus

    def px(self, length: float) -> int:
        """Turn pixels of the design, 14 to an em, into those of the screen."""
        return round(length * self._em / DESIGN_EM)

    def font(self, kind: str, *, steady: bool = False) -> QFont:
        """The font of a kind of text (`fonts.KINDS`); with `steady`, for numbers that change."""
        return font_of(kind, QApplication.font(), self._em, _dots_per_inch(), steady=steady)

    def set_accent(self, accent: QColor | None) -> None:
        """Use the application's color; None is the system's."""
        self._accent = accent
        self.refresh()

    def set_still(self, still: bool | None) -> None:
        """Say whether nothing may move; None asks the system."""
        self._is_still = still
        self.refresh()

    def set_high_contrast(self, high: bool | None) -> None:
        """Say whether the contrast is to be high; None asks the system."""
        self._is_high_contrast = high
        self.refresh()

    def show_focus(self, shown: bool = True) -> None:
        """Show the keyboard focus from now on, because the keyboard is used."""
        if shown != self._shows_focus:
            self._shows_focus = shown
            self._tell()

    def note_focus(self, reason: Qt.FocusReason) -> None:
        """Note how a control got the focus."""
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
        if reason in by_key:
            self.show_focus()

    def dress(self, window: QWidget) -> None:
        """Give a window palette, font and style sheet, now and whenever they change."""
        self._dressed.add(window)
        self._choose_style()
        self._dress(window)

    def _dress(self, window: QWidget) -> None:
        sheet = style_sheet(self._roles, self.px, focus=self._shows_focus)
        if window.styleSheet() != sheet:
            window.setStyleSheet(sheet)
        # After the style sheet, which brings back the palette of before.
        window.setPalette(self._roles.palette())
        window.setFont(self.font("body"))

    def _choose_style(self) -> None:
        """One look on all systems, but the system's own where that is what makes things legible."""
        wanted = self._native_style if self.is_high_contrast else _STYLE
        if QApplication.style().name() != wanted:
            QApplication.setStyle(wanted)

    def refresh(self) -> None:
        """Look at the system again, and say so where something has changed."""
        palette = QGuiApplication.palette()
        high = self._has_high_contrast()
        still = motion.wants_stillness(QApplication.style()) if self._is_still is None else self._is_still
        em = em_of(QApplication.font(), _dots_per_inch())
        accent = self._accent.rgb() if self._accent else None
        seen = (palette.cacheKey(), high, still, em, accent, QApplication.font().toString())
        if seen == self._looked_at:
            return
        self._looked_at = seen
        self._roles = high_contrast_roles(palette) if high else roles_of(palette, self._accent)
        self._em, self._still = em, still
        self._tell()

    def _has_high_contrast(self) -> bool:
        if self._is_high_contrast is not None:
            return self._is_high_contrast
        if hasattr(self, "_accessibility"):
            wish = self._accessibility.contrastPreference()
            if wish == Qt.ContrastPreference.HighContrast:
                return True
        return motion.windows_has_high_contrast()

    def _tell(self) -> None:
        windows = [window for window in self._dressed if shiboken6.isValid(window)]
        if windows:
            self._choose_style()
        for window in windows:
            self._dress(window)
        self.changed.emit()


def _dots_per_inch() -> float:
    return QGuiApplication.primaryScreen().logicalDotsPerInchY()


_THEME: Theme | None = None


def theme() -> Theme:
    """The application's theme."""
    global _THEME
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    if _THEME is None or not shiboken6.isValid(_THEME) or _THEME.parent() is not application:
        _THEME = Theme(application)
    return _THEME


def px(length: float) -> int:
    """Turn pixels of the design, 14 to an em, into those of the screen."""
    return theme().px(length)


def follow(restyle: Callable[[], None]) -> None:
    """Call a control's own method now, and whenever the theme changes until the control is gone."""
    theme().changed.connect(restyle)
    restyle()
