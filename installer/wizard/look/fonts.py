"""The type scale: a few sizes and two weights of the system's font.

One em is the height of body text. Sizes of everything else are given in pixels of a design whose em is 14 of them.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontInfo

DESIGN_EM = 14
"""How many pixels of the design one em is."""

_LEAST_POINTS = 10.5
_POINTS_PER_INCH = 72

_REGULAR, _STRONG = QFont.Weight.Normal, QFont.Weight.DemiBold
_SCALE = {
    "title": (22.0, _STRONG),
    "head": (19.0, _STRONG),
    "strong": (14.0, _STRONG),
    "body": (14.0, _REGULAR),
    "note": (12.5, _REGULAR),
    "note-strong": (12.5, _STRONG),
    "caption": (12.0, _REGULAR),
}
KINDS = frozenset(_SCALE)
"""The kinds of text: `title` and `head` of pages, `strong`, `body`, smaller `note` and `note-strong`, `caption`."""


def em_of(font: QFont, dots_per_inch: float) -> float:
    """The height of body text in pixels: that of the system's font, unless it is tiny."""
    points = font.pointSizeF()
    pixels = points * dots_per_inch / _POINTS_PER_INCH if points > 0 else float(QFontInfo(font).pixelSize())
    return max(pixels, _LEAST_POINTS * dots_per_inch / _POINTS_PER_INCH)


def font_of(kind: str, base: QFont, em: float, dots_per_inch: float, *, steady: bool = False) -> QFont:
    """Make the font of a kind of text.

    Args:
        kind: one of `KINDS`.
        base: the system's font.
        em: the height of body text in pixels.
        dots_per_inch: those of the screen.
        steady: all figures have the same width, for numbers that change.
    """
    size, weight = _SCALE[kind]
    font = QFont(base)
    # In points, because Qt takes only whole pixels.
    font.setPointSizeF(size * em / DESIGN_EM * _POINTS_PER_INCH / dots_per_inch)
    font.setWeight(weight)
    if steady:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
