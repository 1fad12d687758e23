"""What shows how much: the bar, how full a disk is, how much a graphics card is used."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QEvent, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from installer.wizard.controls.labels import Picture
from installer.wizard.controls.painting import is_mirrored, placed, smooth_painter
from installer.wizard.look.motion import GLIDE_MS
from installer.wizard.look.roles import mix
from installer.wizard.look.theme import follow, px, theme

_BAR, _METER, _METER_WIDTH = 8, 6, 120
_SPARK_WIDTH, _SPARK_HEIGHT, _SPARK_END = 168, 56, 4
_READINGS = 60
_NAME_SECONDS = 10.0


class Bar(QProgressBar):
    """How far the work is: it never goes backwards."""

    def __init__(self) -> None:
        super().__init__()
        self._share = self._shown = 0.0
        self._is_paused = False
        self.setRange(0, 100)
        self.setValue(0)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._glide = QVariantAnimation(self, duration=GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._show_at)
        self._name()
        follow(self._restyle)

    @property
    def share(self) -> float:
        """How far it is or is about to be, 0 to 1."""
        return self._share

    def glide_to(self, share: float) -> None:
        """Show that the work is this far (0 to 1), unless it was farther."""
        if share <= self._share:
            return
        self._share = min(share, 1.0)
        self.setValue(int(self._share * 100))
        self._glide.stop()
        if theme().is_still or not self.isVisible():
            self._show_at(self._share)
            return
        self._glide.setStartValue(self._shown)
        self._glide.setEndValue(self._share)
        self._glide.start()

    def start_over(self) -> None:
        """Be empty, for another run."""
        self._glide.stop()
        self._share = 0.0
        self.setValue(0)
        self._show_at(0.0)

    def set_paused(self, paused: bool) -> None:
        """Show whether the work waits."""
        self._is_paused = paused
        self.update()

    def _show_at(self, shown: float) -> None:
        self._shown = shown
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Progress"))

    def _restyle(self) -> None:
        self.setFixedHeight(px(_BAR))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, roles, height = smooth_painter(self), theme().roles, self.height()
        whole = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if roles.is_high_contrast:
            painter.fillRect(whole, roles.text)
            whole.adjust(2, 2, -2, -2)
            painter.fillRect(whole, roles.page)
            done = QRectF(2, 2, whole.width() * self._shown, whole.height())
            painter.fillRect(placed(self, done), roles.bar)
            return
        painter.setBrush(roles.track)
        painter.drawRoundedRect(whole, height / 2, height / 2)
        if self._shown > 0:
            painter.setBrush(roles.warn if self._is_paused else roles.bar)
            done = QRectF(0, 0, max(height, self.width() * self._shown), height)
            painter.drawRoundedRect(placed(self, done), height / 2, height / 2)


class Meter(QWidget):
    """How full a disk is: what is used, what is needed, what is free. What it means stands beside it in words."""

    def __init__(self) -> None:
        super().__init__()
        self._used = self._needed = 0.0
        self._kind = "bar"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self._restyle)

    def set_shares(self, used: float, needed: float, kind: str = "bar") -> None:
        """Show these parts of the disk.

        Args:
            used: what is used, 0 to 1.
            needed: what would be added; more than there is room for is cut.
            kind: the role of its color; `bad` where there is not enough room.
        """
        self._used = min(max(used, 0.0), 1.0)
        self._needed = min(max(needed, 0.0), 1.0 - self._used)
        self._kind = kind
        self.update()

    def _restyle(self) -> None:
        self.setFixedHeight(px(_METER))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(_METER_WIDTH), px(_METER))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, roles = smooth_painter(self), theme().roles
        width, height = self.width(), self.height()
        if not roles.is_high_contrast:
            clip = QPainterPath()
            clip.addRoundedRect(QRectF(self.rect()), height / 2, height / 2)
            painter.setClipPath(clip)
        painter.fillRect(self.rect(), roles.track)
        used = QRectF(0, 0, width * self._used, height)
        needed = QRectF(used.right(), 0, width * self._needed, height)
        painter.fillRect(placed(self, used), roles.used)
        painter.fillRect(placed(self, needed), roles.accent if roles.is_high_contrast else roles[self._kind])
        if roles.is_high_contrast:
            painter.setPen(QPen(roles.text, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))


class Sparkline(Picture):
    """The last minute of a graphics card's use; a dashed line shows how quiet it must be.

    Args:
        limit: that use, 0 to 1.
        clock: tells the time in seconds.
    """

    def __init__(self, limit: float = 0.15, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._limit, self._clock = limit, clock
        self._readings: deque[float] = deque(maxlen=_READINGS)
        self._named_at: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self._restyle)

    def add(self, share: float) -> None:
        """Add what is used now, 0 to 1."""
        self._readings.append(min(max(share, 0.0), 1.0))
        now = self._clock()
        # A screen reader would read each change.
        if self._named_at is None or now - self._named_at >= _NAME_SECONDS:
            self._named_at = now
            percent = round(self._readings[-1] * 100)
            self.set_name(self.tr("Use of the graphics card, now {percent} percent").format(percent=percent))
        self.update()

    def clear_readings(self) -> None:
        """Forget what was used."""
        self._readings.clear()
        self._named_at = None
        self.update()

    def _restyle(self) -> None:
        self.setFixedSize(px(_SPARK_WIDTH), px(_SPARK_HEIGHT))
        self.update()

    def _height_of(self, share: float) -> float:
        inset = px(_SPARK_END)
        return inset + (self.height() - 2 * inset) * (1 - share)

    def _points(self) -> list[QPointF]:
        """Where the readings stand, the newest at the end."""
        width = self.width() - px(_SPARK_END)
        step = width / (_READINGS - 1)
        first = width - step * (len(self._readings) - 1)
        points = [QPointF(first + step * number, self._height_of(share)) for number, share in enumerate(self._readings)]
        if is_mirrored(self):
            points = [QPointF(self.width() - point.x(), point.y()) for point in points]
        return points

    def paint(self, painter: QPainter) -> None:
        roles, points, high = theme().roles, self._points(), theme().is_high_contrast
        width, height = self.width(), self.height()
        if points and not high:
            area = QPainterPath(QPointF(points[0].x(), height))
            for point in points:
                area.lineTo(point)
            area.lineTo(points[-1].x(), height)
            area.closeSubpath()
            painter.fillPath(area, _fading(roles.warn, height))
        painter.setPen(QPen(roles.line, 1))
        painter.drawLine(QPointF(0, height - 0.5), QPointF(width, height - 0.5))
        limit = QPen(roles.text if high else mix(roles.good, roles.page, 0.8), 1, Qt.PenStyle.CustomDashLine)
        limit.setDashPattern([3, 3])
        painter.setPen(limit)
        at = round(self._height_of(self._limit)) + 0.5
        painter.drawLine(QPointF(0, at), QPointF(width, at))
        if not points:
            return
        style, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(roles.warn, 1.8, style, cap, join))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(points)
        painter.setBrush(roles.warn)
        painter.setPen(QPen(roles.tint["warn"], 2))
        painter.drawEllipse(points[-1], 4, 4)


def _fading(color: QColor, height: int) -> QLinearGradient:
    fading, at = QLinearGradient(0, 0, 0, height), QColor(color)
    at.setAlphaF(0.30)
    fading.setColorAt(0, at)
    at.setAlphaF(0.03)
    fading.setColorAt(1, at)
    return fading
