"""The window's frame: header, a page that scrolls where it must, footer, and a question over them.

It knows nothing of what is installed. docs/wizard.md has its measures and the order in which they give way.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QIcon, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from installer.wizard.action_texts import action_texts
from installer.wizard.announcing import announce
from installer.wizard.controls.hero import AppIcon, BrandLine, Hero
from installer.wizard.controls.labels import Icon, Label
from installer.wizard.controls.opening import fade_in
from installer.wizard.controls.sheet import Sheet
from installer.wizard.footer import FooterBar
from installer.wizard.look.theme import px, theme
from installer.wizard.pages.page import Page
from installer.wizard.views import Action, Header, can_press

_WIDTH, _HEIGHT = 720, 480
_LEAST = QSize(480, 360)
_COLUMN = 760
_MARGIN, _SMALL_MARGIN, _SMALL_WINDOW = 40, 24, 640
_BANNERS = (120, 72, 0)
_PASSIVE = QSize(480, 152)
_LEAVING = (Action.BACK, Action.CANCEL, Action.CLOSE, Action.NOT_NOW, Action.IMPROVE_LATER, Action.FINISH)
"""What Escape presses, the first of them that there is."""


def size_on(screen: QRect, wanted: QSize, edges: QSize) -> QSize:
    """Bound a window's size so that it fits on a screen with its title bar and a small distance from the edges.

    Args:
        screen: what a screen has left beside task bars, in its logical pixels.
        wanted: the size of the window's content.
        edges: width and height of title bar and borders.
    """
    room = screen.size() - edges - QSize(8, 8)
    return wanted.boundedTo(room)


class Body(QWidget):
    """What scrolls: as wide as the window, and as high as its page is at that width.

    Attributes:
        changed: the page needs more or less room than before.
    """

    changed = Signal()

    def minimumSizeHint(self) -> QSize:
        # Qt would take the height that the page needs where it is as narrow as it can be.
        return QSize(super().minimumSizeHint().width(), 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.changed.emit()
        return super().event(event)


class HeaderBar(QWidget):
    """Icon, title and one sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._app_icon = AppIcon(48)
        self._status_icon = Icon("bad", "bad", 48)
        self._title = Label(kind="head")
        self._sentence = Label(color="muted")
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(px(16))
        for icon in (self._app_icon, self._status_icon):
            self._row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)

    def set_brand(self, icon: QIcon, name: str) -> None:
        """Show the application's icon."""
        self._app_icon.set_brand(icon, name)

    def show_header(self, header: Header, *, small_icon: bool) -> None:
        """Show title and sentence.

        Args:
            header: them.
            small_icon: the application's icon stands here; otherwise it stands over the banner.
        """
        self._title.set_kind("title" if header.is_hero else "head")
        self._title.say(header.title)
        self._sentence.say(header.sentence)
        self._app_icon.setVisible(small_icon and not header.icon)
        self._status_icon.setVisible(bool(header.icon))
        if header.icon:
            self._status_icon.show_icon(header.icon, header.icon)

    def height_at(self, width: int) -> int:
        """Return the height that it needs at a width, in pixels."""
        return self._row.totalHeightForWidth(width)

    def set_margins(self, side: int, top: int) -> None:
        """Set the distances to the edges, in pixels."""
        self._row.setContentsMargins(side, top, side, 0)


class Frame(QDialog):
    """A window with one page at a time.

    Attributes:
        is_passive: it is small and has no buttons.
        clock: seconds.
        footer: its buttons.
        sheet: a question over the page.
        pressed: a button, a link or the page asked for an `Action`; what starts something does so only when the page
            was shown for half a second.
        left: the window's own close button, or the system, wants to close it.
    """

    pressed = Signal(Action)
    left = Signal()

    def __init__(self, *, passive: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        """Create the frame.

        Args:
            passive: a small one without buttons.
            clock: seconds, for the time that a page was shown.
        """
        super().__init__(None, Qt.WindowType.Window)
        self.is_passive = passive
        self.clock = clock
        self._opened_at = clock()
        self._page: Page | None = None
        self._marks_keys = False
        self._side = 0
        self._brand_line = BrandLine()
        self._hero = Hero(_BANNERS[0])
        self._header = HeaderBar()
        self._body = Body()
        self._body.changed.connect(self._arrange)
        self._body_layout = QVBoxLayout(self._body)
        self._body_layout.setSpacing(0)
        self._area = self._scroll_area()
        self.footer = FooterBar()
        self.footer.pressed.connect(self.press)
        self.footer.setVisible(not passive)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._brand_line, self._hero, self._header):
            layout.addWidget(part)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.footer)
        self.sheet = Sheet(self)
        self.sheet.answered.connect(self.press)
        theme().dress(self)
        theme().changed.connect(self._arrange)

    def _scroll_area(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        area.setWidget(self._body)
        area.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)

        def take_keys(_least: int, most: int) -> None:
            # It takes the keyboard focus only where there is something to scroll.
            area.setFocusPolicy(Qt.FocusPolicy.TabFocus if most else Qt.FocusPolicy.NoFocus)
            self._set_body_margins()

        area.verticalScrollBar().rangeChanged.connect(take_keys)
        return area

    # Size.

    def fit_to_screen(self) -> None:
        """Take the size that the design wants, or what the screen of the cursor has room for, in its middle."""
        from PySide6.QtGui import QCursor

        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        available = screen.availableGeometry()
        edges = self.frameGeometry().size() - self.size()
        if edges.height() < 1:
            edges = QSize(4, px(34))  # before it is shown, nobody knows how high its title bar is
        wanted = _PASSIVE if self.is_passive else QSize(_WIDTH, _HEIGHT)
        wanted = size_on(available, QSize(px(wanted.width()), px(wanted.height())), edges)
        self.setMinimumSize(QSize(px(_LEAST.width()), px(_LEAST.height())).boundedTo(wanted))
        self.resize(wanted)
        corner = available.center() - QRect(0, 0, wanted.width(), wanted.height() + edges.height()).center()
        self.move(corner)

    def become_large(self) -> None:
        """Become a window with buttons, where a run without questions has something to say."""
        if self.is_passive:
            self.is_passive = False
            self.footer.show()
            self.fit_to_screen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Give banner, header and page the room that there is: banner and lists give way, then the page scrolls."""
        if self._page is None:
            return
        width = self.width()
        side = px(_SMALL_MARGIN if self.is_passive or width < px(_SMALL_WINDOW) else _MARGIN)
        side = max(side, (width - px(_COLUMN)) // 2)
        header = self._page.header()
        self._side = side
        self._set_body_margins()
        self._hero.set_margin(side)
        footer = 0 if self.is_passive else self.footer.heightForWidth(width)
        for banner in _BANNERS if header.is_hero else (0,):
            self._header.set_margins(side, px(4) if banner else px(16 if self.is_passive else 24))
            self._header.show_header(header, small_icon=not banner)
            self._hero.set_height(banner)
            top = self._hero.minimumHeight() if banner else px(4)
            needed = top + self._header.height_at(width)
            needed += self._body_layout.totalMinimumHeightForWidth(width) + footer
            needed += self._page.tight_gain if self._page.is_tight else 0
            if needed <= self.height():
                break
        self._page.be_tight(needed > self.height())
        self._hero.set_badge(header.badge or None)
        self._hero.setVisible(bool(banner))
        self._brand_line.setVisible(not banner)

    def _set_body_margins(self) -> None:
        """Keep the column in its place when there is a scroll bar, which lies in the margin then."""
        bar = self._area.verticalScrollBar()
        before, behind = self._side, self._side - (bar.sizeHint().width() if bar.maximum() else 0)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            before, behind = behind, before
        self._body_layout.setContentsMargins(before, 0, behind, px(12))

    # Content.

    def set_brand(self, icon: QIcon, banner: QPixmap, name: str) -> None:
        """Show the application's icon and banner, or neutral ones for those that are null."""
        if not icon.isNull():
            self.setWindowIcon(icon)
        self._hero.set_brand(icon, banner)
        self._header.set_brand(icon, name)

    def remove_pages(self) -> None:
        """Have no page any longer."""
        # A page without a parent would be deleted by Python's garbage collection, in whichever thread that runs.
        for old in self._body.findChildren(Page):
            old.hide()
            old.deleteLater()
        self._page = None

    def add_page(self, page: Page) -> None:
        """Have one more page, which can be opened."""
        page.hide()
        self._body_layout.addWidget(page)
        page.asked.connect(self.press)
        page.changed.connect(self.refresh)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        assert self._page is not None
        return self._page

    def show_page(self, page: Page) -> None:
        """Show a page; from now on, its buttons wait for half a second."""
        if page is not self._page:
            if self._page is not None:
                self._page.hide()
            is_first, self._page = self._page is None, page
            page.show()
            self._area.verticalScrollBar().setValue(0)
            if not is_first:
                fade_in(self._body)
        self._opened_at = self.clock()
        focus = page.focus_wanted
        self.refresh()
        (focus or self.footer.first_focus).setFocus(Qt.FocusReason.OtherFocusReason)
        if focus is not None:
            self._area.ensureWidgetVisible(focus, 0, px(8))
        if isinstance(focus, QLineEdit):
            focus.selectAll()
        header = page.header()
        announce(self, f"{header.title}. {header.sentence}" if header.sentence else header.title)

    def refresh(self) -> None:
        """Show the page's header and footer as they are now."""
        if self._page is None or (self.sender() not in (None, self._page) and isinstance(self.sender(), Page)):
            return
        had_focus = self.focusWidget()
        taken = self._page.give_keys(marked=self._marks_keys)
        self.footer.show_footer(self._page.footer(), taken, marked=self._marks_keys)
        if had_focus is None or had_focus is self.footer or not had_focus.isVisible():
            # Nobody has chosen another place: what is known by now may have one.
            (self._page.focus_wanted or self.footer.first_focus).setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrange()
        QTimer.singleShot(0, self, self._order_tabs)

    def _order_tabs(self) -> None:
        """Let the Tab key follow the eye: the page from top to bottom, links, buttons."""
        stops = [
            widget
            for widget in self._body.findChildren(QWidget)
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]

        def place(widget: QWidget) -> tuple[int, int]:
            corner = widget.mapTo(self._body, widget.rect().center())
            right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            return corner.y() // max(1, px(8)), -corner.x() if right_to_left else corner.x()

        chain = [*sorted(stops, key=place), *self.footer.stops]
        for before, after in itertools.pairwise(chain):
            QWidget.setTabOrder(before, after)

    # Keys and clicks.

    def press(self, action: Action) -> None:
        """Do what a button does, unless a page has just been opened under a finger that meant another one."""
        if can_press(action, self.clock() - self._opened_at):
            self.pressed.emit(action)

    def ask(self, title: str, text: str, keep: str) -> None:
        """Ask inside the window whether to stop; the answer is `pressed` as well.

        Args:
            title: the question.
            text: what stopping means.
            keep: what the button says that goes on.
        """
        stop = action_texts.of(Action.STOP)
        self.sheet.ask(title, text, [(Action.KEEP_GOING, keep, "primary"), (Action.STOP, stop, "")])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            is_button = isinstance(focus, QAbstractButton) and not isinstance(focus, QCheckBox | QRadioButton)
            target = focus if is_button else self.footer.primary_button
            if isinstance(target, QAbstractButton) and target.isEnabled() and target.isVisible():
                target.click()
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif event.key() == Qt.Key.Key_F1:
            self.press(Action.HELP)
        elif event.key() == Qt.Key.Key_Alt:
            self._mark_keys(marked=True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt:
            self._mark_keys(marked=False)
        super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow() and self._page:
            self._mark_keys(marked=False)  # the key is released somewhere else

    def _mark_keys(self, *, marked: bool) -> None:
        if marked != self._marks_keys:
            self._marks_keys = marked
            theme().show_focus()
            self.refresh()

    def _escape(self) -> None:
        shown = self._page.footer() if self._page else None
        for action in _LEAVING:
            if shown and action in shown.buttons:
                if shown.why_disabled(action) is None:
                    # Whatever is ticked there, Escape starts no application.
                    self.press(Action.CLOSE if action in (Action.FINISH, Action.IMPROVE_LATER) else action)
                return
        self.left.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        # Whoever listens decides; what is running cannot be left like that.
        event.ignore()
        self.left.emit()

    def reject(self) -> None:
        self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not theme().is_high_contrast:
            QPainter(self).fillRect(self.rect(), theme().roles.page)
