"""A picture of a graphics card: the old one in gray, the new one in the accent."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from installer.wizard.controls.labels import Picture
from installer.wizard.look.icons import drawing
from installer.wizard.look.roles import VISIBLE, mix, readable
from installer.wizard.look.theme import follow, px, theme

_WIDTH, _HEIGHT = 176, 104
_FANS = (56, 130)
_SLOTS = range(41, 96, 7)


class GraphicsCardPicture(Picture):
    """A graphics card. Without a name it is nothing for assistive tools; give one name to one of two.

    Args:
        is_new: it is in the accent.
    """

    def __init__(self, is_new: bool) -> None:
        super().__init__()
        self._is_new = is_new
        follow(self._restyle)

    def _restyle(self) -> None:
        self.setFixedSize(px(_WIDTH), px(_HEIGHT))
        self.update()

    def paint(self, painter: QPainter) -> None:
        roles = theme().roles
        color = roles.bar if self._is_new else readable(mix(roles.text, roles.page, 0.42), roles.page, least=VISIBLE)
        soft, middle = mix(color, roles.page, 0.16), mix(color, roles.page, 0.40)
        if roles.is_high_contrast:
            color = middle = roles.accent if self._is_new else roles.text
            soft = roles.page
        body = card(color.name(), soft.name(), middle.name(), roles.page.name())
        drawing(body, f"0 0 {_WIDTH} {_HEIGHT}").render(painter, QRectF(self.rect()))


def card(color: str, soft: str, middle: str, page: str) -> str:
    """Write the drawing in these colors."""
    bracket = f'stroke="{color}" stroke-width="4" stroke-linecap="round"'
    slots = "".join(f'<path d="M{x} 83v6" stroke="{page}" stroke-width="1.5"/>' for x in _SLOTS)
    return (
        f'<path d="M10 8v84" {bracket}/><path d="M10 10h-6" {bracket}/>'
        f'<rect x="14" y="14" width="158" height="66" rx="9" fill="{soft}" stroke="{color}" stroke-width="2"/>'
        + "".join(_fan(x, color, middle, page) for x in _FANS)
        + f'<path d="M34 81h62v8H34z" fill="{middle}"/>{slots}'
    )


def _fan(x: int, color: str, middle: str, page: str) -> str:
    blade = f"M{x} 47C{x + 1} 39 {x + 5} 31 {x + 11} 29"
    style = f'fill="none" stroke="{middle}" stroke-width="2.4" stroke-linecap="round"'
    blades = "".join(f'<path transform="rotate({turn} {x} 47)" d="{blade}" {style}/>' for turn in range(0, 360, 45))
    rim = f'<circle cx="{x}" cy="47" r="23" fill="{page}" stroke="{middle}" stroke-width="2"/>'
    return f'{rim}{blades}<circle cx="{x}" cy="47" r="6" fill="{color}"/>'
