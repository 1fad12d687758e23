"""The vendor's stage: the banner with the icon over its edge, the icon alone, and a thin line of the accent."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from installer.wizard.controls.labels import Picture
from installer.wizard.controls.painting import is_mirrored, paint_icon, placed, smooth_painter
from installer.wizard.look.icons import drawing
from installer.wizard.look.roles import mix
from installer.wizard.look.theme import follow, px, theme

_ICON, _RING, _BELOW, _UP, _MARGIN, _LINE = 72, 4, 14, 2, 40, 4
_ROUND = 0.23
_BADGE, _BADGE_RING, _BADGE_INSIDE = 28, 3, 20
_BOX = "M48 22l24 13v27L48 75 24 62V35z", "M24 35l24 13 24-13M48 48v27"


def _neutral_icon() -> str:
    """The drawing of an application that has no icon: a box in the accent."""
    roles = theme().roles
    lines = "".join(f'<path d="{path}"/>' for path in _BOX)
    if roles.is_high_contrast:
        style = f'fill="none" stroke="{roles.text.name()}" stroke-width="5"'
        return f'<g {style}><rect x="3" y="3" width="90" height="90" rx="20"/>{lines}</g>'
    top, bottom = mix(roles.page, roles.accent, 0.12).name(), mix(roles.text, roles.accent, 0.10).name()
    style = f'fill="none" stroke="{roles.on_accent.name()}" stroke-width="4.5" stroke-linejoin="round"'
    return (
        '<defs><linearGradient id="a" x1="0" y1="0" x2="0" y2="1">'
        f'<stop offset="0" stop-color="{top}"/><stop offset="1" stop-color="{bottom}"/></linearGradient></defs>'
        f'<rect width="96" height="96" rx="22" fill="url(#a)"/><g {style} stroke-linecap="round">{lines}</g>'
    )


class _AppPicture:
    """An application's icon: rounded where it has no corners of its own, and a neutral box where there is none."""

    def __init__(self) -> None:
        self._icon = QIcon()
        self._made: QPixmap | None = None
        self._made_for: tuple[int, float] = (0, 0.0)

    def set_icon(self, icon: QIcon) -> None:
        self._icon, self._made = icon, None

    def paint(self, painter: QPainter, place: QRectF, ratio: float) -> None:
        """Draw it, `ratio` being how many pixels of the screen one of Qt's has."""
        wanted = (round(place.width()), ratio)
        if self._icon.isNull():
            drawing(_neutral_icon(), "0 0 96 96").render(painter, place)
            return
        if self._made is None or self._made_for != wanted:
            self._made, self._made_for = _rounded(self._icon, *wanted), wanted
        painter.drawPixmap(place, self._made, QRectF(self._made.rect()))


def _rounded(icon: QIcon, edge: int, ratio: float) -> QPixmap:
    picture = icon.pixmap(QSize(edge, edge), ratio)
    image = picture.toImage()
    if image.hasAlphaChannel() and image.pixelColor(0, 0).alpha() < 255:
        return picture
    pixels = max(picture.width(), picture.height())
    made = QPixmap(pixels, pixels)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    path = QPainterPath()
    path.addRoundedRect(QRectF(made.rect()), pixels * _ROUND, pixels * _ROUND)
    painter.setClipPath(path)
    picture.setDevicePixelRatio(1)
    painter.drawPixmap((pixels - picture.width()) // 2, (pixels - picture.height()) // 2, picture)
    painter.end()
    return made


class Hero(QWidget):
    """The banner from edge to edge, and the icon over its lower edge; a banner is painted where there is none.

    Args:
        height: of the banner, in pixels of the design.
    """

    def __init__(self, height: float = 120) -> None:
        super().__init__()
        self._height = height
        self._margin: int | None = None
        self._banner, self._badge = QPixmap(), ""
        self._picture = _AppPicture()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow(self._restyle)

    def set_brand(self, icon: QIcon, banner: QPixmap) -> None:
        """Show the application's pictures; either may be empty."""
        self._picture.set_icon(icon)
        self._banner = banner
        self.update()

    def set_badge(self, name: str | None) -> None:
        """Put the icon of a state on the application's, or none."""
        self._badge = name or ""
        self.update()

    def set_height(self, height: float) -> None:
        """Make the banner this high, in pixels of the design."""
        self._height = height
        self._restyle()

    def set_margin(self, margin: int | None) -> None:
        """Put the icon this far from the edge, in pixels of the screen; None is the page's ordinary margin."""
        self._margin = margin
        self.update()

    def _banner_height(self) -> int:
        # In high contrast there is no banner: the icon stands where it would be.
        return px(_ICON) if theme().is_high_contrast else px(self._height)

    def _restyle(self) -> None:
        self.setFixedHeight(self._banner_height() + px(_ICON) // 2 + px(_BELOW))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, roles = smooth_painter(self), theme().roles
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        height, edge = self._banner_height(), px(_ICON)
        if not roles.is_high_contrast:
            painter.save()
            self._paint_banner(painter, QRectF(0, 0, self.width(), height))
            painter.restore()
        margin = px(_MARGIN) if self._margin is None else self._margin
        tile = placed(self, QRectF(margin, height - edge / 2 - px(_UP), edge, edge))
        ring = px(_RING)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(roles.page)
        rounded = edge * _ROUND + ring
        painter.drawRoundedRect(tile.adjusted(-ring, -ring, ring, ring), rounded, rounded)
        self._picture.paint(painter, tile, self.devicePixelRatioF())
        if self._badge:
            inside, size = px(_BADGE_INSIDE), px(_BADGE)
            badge = QRectF(placed(self, tile).right() - inside, tile.bottom() - inside, size, size)
            ring = px(_BADGE_RING)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(roles.page)
            painter.drawEllipse(placed(self, badge).adjusted(-ring, -ring, ring, ring))
            paint_icon(painter, self._badge, badge, widget=self)

    def _paint_banner(self, painter: QPainter, place: QRectF) -> None:
        painter.setClipRect(place)
        if self._banner.isNull():
            self._paint_own_banner(painter, place)
            return
        size = self._banner.deviceIndependentSize()
        scale = max(place.width() / size.width(), place.height() / size.height())
        shown = QRectF(0, 0, size.width() * scale, size.height() * scale)
        shown.moveCenter(place.center())
        painter.drawPixmap(shown, self._banner, QRectF(self._banner.rect()))

    def _paint_own_banner(self, painter: QPainter, place: QRectF) -> None:
        roles = theme().roles
        fading = QLinearGradient(0, 0, place.width(), place.height() * 1.6)
        shares = (0.20, 0.38) if roles.is_dark else (0.10, 0.24)
        for at, share in enumerate(shares):
            fading.setColorAt(at, mix(roles.bar, roles.page, share))
        painter.fillRect(place, fading)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        center = placed(self, QRectF(place.width() - px(96), place.height() + px(6), 0, 0)).topLeft()
        ring = QColor(roles.bar)
        for number in range(1, 8):
            ring.setAlphaF(0.20 - 0.02 * number)
            painter.setPen(QPen(ring, 1.4))
            radius = px(34) * number + px(4)
            painter.drawEllipse(QPointF(center), radius, radius)


class AppIcon(Picture):
    """The application's icon, which is its name for assistive tools.

    Args:
        size: its edge in pixels of the design.
    """

    def __init__(self, size: float = 48) -> None:
        super().__init__()
        self._size = size
        self._picture = _AppPicture()
        follow(self._restyle)

    def set_brand(self, icon: QIcon, name: str) -> None:
        """Show an application's icon, which may be empty."""
        self._picture.set_icon(icon)
        self.set_name(name)
        self.update()

    def _restyle(self) -> None:
        self.setFixedSize(px(self._size), px(self._size))
        self.update()

    def paint(self, painter: QPainter) -> None:
        self._picture.paint(painter, QRectF(self.rect()), self.devicePixelRatioF())


class BrandLine(QWidget):
    """A thin line of the accent at the top of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow(self._restyle)

    def _restyle(self) -> None:
        self.setFixedHeight(px(_LINE))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, roles = QPainter(self), theme().roles
        if roles.is_high_contrast:
            painter.fillRect(self.rect(), roles.accent)
            return
        fading = QLinearGradient(0, 0, self.width(), 0)
        first, last = roles.accent, mix(roles.accent, roles.page, 0.45)
        if is_mirrored(self):
            first, last = last, first
        fading.setColorAt(0, first)
        fading.setColorAt(1, last)
        painter.fillRect(self.rect(), fading)
