"""Colors as roles, made of the system's palette and the application's accent: what is drawn names a role, no color."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from PySide6.QtGui import QColor, QPalette

READABLE = 4.5
"""The least contrast of text with what is behind it (WCAG 2.2, AA)."""

VISIBLE = 3.0
"""The least contrast of what is no text but must be seen, such as the outline of a box."""

NOTICES = ("good", "warn", "bad", "info")
"""The kinds of cards that have a tint."""

_STEPS = 20
_FAINTEST_ACCENT = 2.2
_DARK = 0.2
_SRGB_BEND = 0.04045
_RED = QColor("#c42b1c")


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """Mix two colors: so much of the one (0 to 1) over the other."""
    return QColor(
        *(round(a * share + b * (1 - share)) for a, b in zip(_channels(one), _channels(other), strict=True)),
    )


def _channels(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()


def luminance(color: QColor) -> float:
    """Compute the relative luminance of WCAG 2.2, from 0 (black) to 1 (white)."""
    red, green, blue = (
        value / 12.92 if value <= _SRGB_BEND else float(((value + 0.055) / 1.055) ** 2.4)
        for value in (channel / 255 for channel in _channels(color))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Compute the contrast ratio of WCAG 2.2, from 1 to 21."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def is_dark(color: QColor) -> bool:
    """Whether light text reads better on it than dark text."""
    return luminance(color) < _DARK


def readable(color: QColor, *on: QColor, least: float = READABLE) -> QColor:
    """Move a color to black or white, only as far as it must be to have this contrast with each of the others."""
    end = QColor("white") if is_dark(on[0]) else QColor("black")
    for step in range(_STEPS + 1):
        moved = mix(end, color, step / _STEPS)
        if all(contrast(moved, behind) >= least for behind in on):
            return moved
    return end


@dataclass(frozen=True, slots=True)
class Roles:
    """The colors of everything that is drawn."""

    page: QColor
    """Behind the pages."""
    foot: QColor
    """Behind the buttons at the bottom."""
    text: QColor
    muted: QColor
    """Text of less weight."""
    faint: QColor
    """Text of what is disabled."""
    line: QColor
    """Between things that belong together."""
    edge: QColor
    """Around a disabled box."""
    rim: QColor
    """Around a button or a field."""
    mark: QColor
    """Around a box that can be ticked."""
    card: QColor
    button: QColor
    hover: QColor
    track: QColor
    """Behind the bar."""
    used: QColor
    """The part of a disk that is in use."""
    accent: QColor
    on_accent: QColor
    """Text on the accent."""
    link: QColor
    bar: QColor
    """Progress, the line below a focused field, the new graphics card."""
    good: QColor
    warn: QColor
    bad: QColor
    info: QColor
    danger: QColor
    """Behind the words of the button that removes something."""
    on_danger: QColor
    tint: Mapping[str, QColor]
    """Behind a notice, by its kind."""
    tint_line: Mapping[str, QColor]
    """Around a notice, by its kind."""
    is_dark: bool
    is_high_contrast: bool
    """There are only the system's own colors, and nothing is said by a tint."""

    def __getitem__(self, role: str) -> QColor:
        """The color of a role by its name, such as `muted`."""
        color = getattr(self, role)
        if not isinstance(color, QColor):
            raise KeyError(role)
        return color

    def palette(self) -> QPalette:
        """The palette of a window, for those parts that Qt draws."""
        palette = QPalette()
        role = QPalette.ColorRole
        for which, color in (
            (role.Window, self.page),
            (role.Base, self.page),
            (role.AlternateBase, self.card),
            (role.Text, self.text),
            (role.WindowText, self.text),
            (role.Button, self.button),
            (role.ButtonText, self.text),
            (role.Highlight, self.accent),
            (role.HighlightedText, self.on_accent),
            (role.PlaceholderText, self.muted),
            (role.Link, self.link),
        ):
            palette.setColor(which, color)
        palette.setColor(role.Accent, self.accent)
        disabled = QPalette.ColorGroup.Disabled
        for which in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(disabled, which, self.faint)
        return palette


NAMES = frozenset(field.name for field in fields(Roles) if field.type == "QColor")
"""The names of all roles."""


def roles_of(palette: QPalette, accent: QColor | None = None) -> Roles:
    """Make the roles of a palette.

    Args:
        palette: the system's.
        accent: the application's; without one, it is the system's.
    """
    role = QPalette.ColorRole
    page, text = palette.color(role.Base), palette.color(role.Text)
    dark = is_dark(page)
    window = palette.color(role.Window)
    foot = window if window.rgb() != page.rgb() else mix(text, page, 0.04)
    card = mix(text, page, 0.045 if dark else 0.025)
    track = mix(text, page, 0.12)
    wished = accent or palette.color(role.Accent)
    shown = readable(wished, page, least=_FAINTEST_ACCENT)
    bar = readable(wished, track, least=VISIBLE)
    tint, tint_line = _tints(page, bar, dark=dark)
    good, warn, bad = _states(dark=dark)
    return Roles(
        page=page,
        foot=foot,
        text=text,
        muted=readable(mix(text, page, 0.64), page, card, foot),
        faint=mix(text, page, 0.38),
        line=mix(text, page, 0.11),
        edge=mix(text, page, 0.24),
        rim=mix(text, page, 0.17),
        mark=readable(mix(text, page, 0.40), page, least=VISIBLE),
        card=card,
        button=mix(text, page, 0.075) if dark else page,
        hover=mix(text, page, 0.12 if dark else 0.06),
        track=track,
        used=mix(text, page, 0.38),
        accent=shown,
        on_accent=_text_on(shown),
        link=readable(wished, page, card),
        bar=bar,
        good=readable(good, page, card, tint["good"]),
        warn=readable(warn, page, card, tint["warn"]),
        bad=readable(bad, page, card, tint["bad"]),
        info=bar,
        danger=_RED,
        on_danger=QColor("white"),
        tint=tint,
        tint_line=tint_line,
        is_dark=dark,
        is_high_contrast=False,
    )


def _text_on(accent: QColor) -> QColor:
    """White, or else the gentler of two dark colors that can be read; black can wherever white cannot."""
    for color in ("white", "#111111"):
        if contrast(QColor(color), accent) >= READABLE:
            return QColor(color)
    return QColor("black")


def _states(*, dark: bool) -> tuple[QColor, QColor, QColor]:
    names = ("#6ccb5f", "#f5b942", "#ff8f8a") if dark else ("#0f7b0f", "#9a5b00", "#c42b1c")
    good, warn, bad = map(QColor, names)
    return good, warn, bad


def _tints(page: QColor, bar: QColor, *, dark: bool) -> tuple[dict[str, QColor], dict[str, QColor]]:
    good, _, _ = _states(dark=dark)
    hues = {"good": good, "warn": QColor("#f0a800"), "bad": QColor("#d9483c"), "info": bar}
    fill = dict.fromkeys(NOTICES, 0.14) if dark else {"good": 0.07, "warn": 0.11, "bad": 0.07, "info": 0.06}
    line = dict.fromkeys(NOTICES, 0.34) if dark else {"good": 0.26, "warn": 0.42, "bad": 0.26, "info": 0.24}
    return (
        {kind: mix(hue, page, fill[kind]) for kind, hue in hues.items()},
        {kind: mix(hue, page, line[kind]) for kind, hue in hues.items()},
    )


def _seen(color: QColor, page: QColor, text: QColor, least: float) -> QColor:
    """A color, or that of text where it cannot be seen, because the theme has left it as it was."""
    return color if contrast(color, page) >= least else text


def high_contrast_roles(palette: QPalette) -> Roles:
    """Make the roles of a palette for high contrast: only colors that the user has chosen, and none mixed of them."""
    role = QPalette.ColorRole
    page, text = palette.color(role.Window), palette.color(role.WindowText)
    highlight, on_highlight = palette.color(role.Highlight), palette.color(role.HighlightedText)
    disabled = palette.color(QPalette.ColorGroup.Disabled, role.WindowText)
    plain = dict.fromkeys(NOTICES, page)
    return Roles(
        page=page,
        foot=page,
        text=text,
        muted=text,
        faint=disabled,
        line=text,
        edge=disabled,
        rim=text,
        mark=text,
        card=page,
        button=palette.color(role.Button),
        hover=palette.color(role.Button),
        track=page,
        used=text,
        accent=highlight,
        on_accent=on_highlight,
        link=_seen(palette.color(role.Link), page, text, READABLE),
        bar=_seen(highlight, page, text, VISIBLE),
        good=text,
        warn=text,
        bad=text,
        info=text,
        danger=palette.color(role.Button),
        on_danger=palette.color(role.ButtonText),
        tint=plain,
        tint_line=dict.fromkeys(NOTICES, text),
        is_dark=is_dark(page),
        is_high_contrast=True,
    )
