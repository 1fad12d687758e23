"""The icons: one family of drawings, 20 x 20, colored by role when they are painted and so sharp at every scale.

Those of a state are filled and differ in shape, not only in color.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from installer.wizard.look.roles import Roles

_LINE = 'fill="none" stroke="{color}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"'
_SIGN = 'fill="none" stroke="{behind}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"'
_DRAWINGS = {
    "good": '<circle cx="10" cy="10" r="8.5" fill="{color}"/><path d="M6.4 10.3l2.5 2.5 4.8-5.4" {sign}/>',
    "warn": (
        '<path d="M10 2.6L18 16.4H2z" fill="{color}" stroke="{color}" stroke-width="2" stroke-'
        'linejoin="round"/>'
        '<path d="M10 7.3v4.2M10 14.1v.1" {sign}/>'
    ),
    "bad": '<circle cx="10" cy="10" r="8.5" fill="{color}"/><path d="M7.2 7.2l5.6 5.6M12.8 7.2l-5.6 5.6" {sign}/>',
    "info": '<circle cx="10" cy="10" r="8.5" fill="{color}"/><path d="M10 9.4v4.4M10 6.3v.1" {sign}/>',
    "todo": '<circle cx="10" cy="10" r="7" {line}/>',
    "pause": '<circle cx="10" cy="10" r="7" {line}/><path d="M8.2 7.6v4.8M11.8 7.6v4.8" {line}/>',
    "clock": '<circle cx="10" cy="10" r="7.25" {line}/><path d="M10 5.8V10l2.8 1.8" {line}/>',
    "disk": (
        '<path d="M3 11.5l2-6.2A1.8 1.8 0 0 1 6.7 4h6.6A1.8 1.8 0 0 1 15 5.3l2 6.2v3.2A1.3 1.3 0 0 1 15.7 16'
        'H4.3A1.3 1.3 0 0 1 3 14.7zM3.2 11.5h13.6M13.6 13.8h.1" {line}/>'
    ),
    "gpu": (
        '<path d="M2 4v12.2M2 5.5h15a1 1 0 0 1 1 1v6.2a1 1 0 0 1-1 1H2M5 13.8v2h5v-2" {line}/>'
        '<circle cx="7.2" cy="9.6" r="2" {line}/>'
        '<circle cx="13.3" cy="9.6" r="2" {line}/>'
    ),
    "folder": (
        '<path d="M2.6 15V5.4a1 1 0 0 1 1-1h3.6l1.7 2h7.5a1 1 0 0 1 1 1V15a1 1 0 0 1-1 1H3.6a1 1 0 0 1-1-1z" {line}/>'
    ),
    "memory": (
        '<path d="M3 6.5h14a.8.8 0 0 1 .8.8v6.2H2.2V7.3a.8.8 0 0 1 .8-.8zM4.5 13.5v2M8.2 13.5v2M11.8 13.5v2'
        'M15.5 13.5v2M6 9.3v1.6M10 9.3v1.6M14 9.3v1.6" {line}/>'
    ),
    "shield": '<path d="M10 2.6l6 2.2v4.6c0 3.9-2.6 6.5-6 8-3.4-1.5-6-4.1-6-8V4.8z" {line}/>',
    "chevron-down": '<path d="M5.5 8l4.5 4.5L14.5 8" {line}/>',
    "chevron-up": '<path d="M5.5 12.2L10 7.7l4.5 4.5" {line}/>',
    "chevron-right": '<path d="M7.8 5.5l4.5 4.5-4.5 4.5" {line}/>',
    "arrow": '<path d="M3.5 10h13M11.5 5l5 5-5 5" {line}/>',
    "repair": (
        '<path d="M12.6 3.2a4.3 4.3 0 0 0-4.3 5.9L3 14.4A1.85 1.85 0 0 0 5.6 17l5.3-5.3a4.3 4.3 0 0 0'
        ' 5.7-5.2l-2.5 2.4-2.6-.5-.5-2.6 2.5-2.4z" {line}/>'
    ),
    "change": (
        '<path d="M3 6h7M14.5 6H17M3 14h2.5M10 14h7" {line}/>'
        '<circle cx="12.2" cy="6" r="2.1" {line}/>'
        '<circle cx="7.7" cy="14" r="2.1" {line}/>'
    ),
    "remove": (
        '<path d="M3.5 5.5h13M8 5.3V3.6h4v1.7M5 5.5l.8 10.2a1.2 1.2 0 0 0 1.2 1.1h6a1.2 1.2 0 0 0 1.2-1.1L15'
        ' 5.5M8.4 8.8v4.8M11.6 8.8v4.8" {line}/>'
    ),
    "copy": (
        '<rect x="7" y="7" width="9.5" height="9.5" rx="1.6" {line}/>'
        '<path d="M4.8 12.8h-.3a1 1 0 0 1-1-1V4.5a1 1 0 0 1 1-1h7.3a1 1 0 0 1 1 1v.3" {line}/>'
    ),
    "help": (
        '<circle cx="10" cy="10" r="7.25" {line}/>'
        '<path d="M7.9 8.1a2.15 2.15 0 1 1 3.1 1.9c-.7.4-1 .8-1 1.5M10 13.8v.1" {line}/>'
    ),
    "external": (
        '<path d="M11.5 3.5h5v5M16.3 3.7L9.5 10.5M14.5 11.5v4a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-9a1 1 0 0 1'
        ' 1-1h4" {line}/>'
    ),
    "list": '<path d="M7.5 5.5H17M7.5 10H17M7.5 14.5H17M3.4 5.5h.1M3.4 10h.1M3.4 14.5h.1" {line}/>',
    "undo": '<path d="M4 8.5h8.2a4 4 0 0 1 0 8H8M7.5 5L4 8.5 7.5 12" {line}/>',
}
NAMES = frozenset(_DRAWINGS)
"""The names of all icons."""

STATES = frozenset({"good", "warn", "bad", "info"})
"""The icons of states, each with a role of the same name."""

_DIRECTED = {"chevron-right", "arrow", "undo", "list", "external"}
_RATIOS = (1, 2, 3)


@lru_cache(maxsize=256)
def drawing(body: str, box: str = "0 0 20 20") -> QSvgRenderer:
    """Read a drawing.

    Args:
        body: what stands inside the SVG.
        box: its view box.
    """
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{body}</svg>'
    return QSvgRenderer(QByteArray(svg.encode()))


def draw_icon(
    painter: QPainter, name: str, place: QRectF, color: QColor, behind: QColor, *, mirrored: bool = False
) -> None:
    """Draw an icon.

    Args:
        painter: draws it.
        name: one of `NAMES`.
        place: where.
        color: its color.
        behind: that of the sign inside a filled icon.
        mirrored: text runs from right to left; only icons that point somewhere are mirrored.
    """
    line, sign = _LINE.format(color=color.name()), _SIGN.format(behind=behind.name())
    body = _DRAWINGS[name].format(color=color.name(), line=line, sign=sign)
    painter.save()
    if mirrored and name in _DIRECTED:
        painter.translate(place.left() + place.right(), 0)
        painter.scale(-1, 1)
    drawing(body).render(painter, place)
    painter.restore()


def button_icon(name: str, roles: Roles, size: int, *, color: str = "text") -> QIcon:
    """Make an icon for a button that Qt draws, `size` pixels high."""
    made = QIcon()
    for ratio in _RATIOS:
        for mode, role in ((QIcon.Mode.Normal, color), (QIcon.Mode.Disabled, "faint")):
            picture = QPixmap(size * ratio, size * ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            draw_icon(painter, name, QRectF(picture.rect()), roles[role], roles.page)
            painter.end()
            picture.setDevicePixelRatio(ratio)
            made.addPixmap(picture, mode)
    return made
