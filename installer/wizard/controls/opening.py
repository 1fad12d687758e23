"""What moves when something appears: a page fades in, details and notices open. At once where nothing may move."""

from __future__ import annotations

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, Qt, QVariantAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from installer.wizard.look.motion import OPENING_MS, QUICK_MS
from installer.wizard.look.theme import theme

_FADING, _OPENING = "fading", "opening"
_UNLIMITED = (1 << 24) - 1


def fade_in(widget: QWidget) -> None:
    """Let a page's body appear."""
    _stop(widget, _FADING)
    widget.setGraphicsEffect(None)  # type: ignore[arg-type]
    if theme().is_still or theme().is_high_contrast or not widget.isVisible():
        return
    effect = QGraphicsOpacityEffect(widget)
    effect.setOpacity(0.0)
    widget.setGraphicsEffect(effect)
    fading = _animation(widget, _FADING, QUICK_MS, 0.0, 1.0)
    fading.valueChanged.connect(effect.setOpacity)
    # It costs something at each painting.
    fading.finished.connect(lambda: widget.setGraphicsEffect(None))  # type: ignore[arg-type]
    fading.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)


def open_up(widget: QWidget, shown: bool = True) -> None:
    """Show or hide something by its height."""
    running = widget.findChild(QVariantAnimation, _OPENING, Qt.FindChildOption.FindDirectChildrenOnly)
    is_moving = running is not None and running.state() == QAbstractAnimation.State.Running
    will_be_shown = running.endValue() > 0 if running and is_moving else not widget.isHidden()
    if shown == will_be_shown:
        return
    _stop(widget, _OPENING)
    widget.setMaximumHeight(_UNLIMITED)
    around = widget.parentWidget()
    if theme().is_still or around is None or not around.isVisible():
        widget.setVisible(shown)
        return
    height = _height_of(widget) if shown else widget.height()
    opening = _animation(widget, _OPENING, OPENING_MS, *((0.0, float(height)) if shown else (float(height), 0.0)))
    opening.valueChanged.connect(lambda value: widget.setMaximumHeight(round(value)))

    def end() -> None:
        widget.setVisible(shown)
        widget.setMaximumHeight(_UNLIMITED)

    opening.finished.connect(end)
    widget.setMaximumHeight(0 if shown else height)
    widget.show()
    opening.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)


def _height_of(widget: QWidget) -> int:
    """How high it will be, in pixels."""
    around = widget.parentWidget()
    if widget.hasHeightForWidth() and around is not None:
        return max(widget.heightForWidth(around.width()), 1)
    return max(widget.sizeHint().height(), widget.minimumSizeHint().height(), 1)


def _stop(widget: QWidget, what: str) -> None:
    """End what moves before it has arrived; what ends that way does not say so."""
    for running in widget.findChildren(QVariantAnimation, what, Qt.FindChildOption.FindDirectChildrenOnly):
        running.stop()
        running.setObjectName("")


def _animation(widget: QWidget, name: str, duration: int, first: float, last: float) -> QVariantAnimation:
    made = QVariantAnimation(widget, duration=duration)
    made.setObjectName(name)
    made.setEasingCurve(QEasingCurve.Type.OutCubic)
    made.setStartValue(first)
    made.setEndValue(last)
    return made
