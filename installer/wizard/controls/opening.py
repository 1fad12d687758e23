"""What moves when something appears: a page fades in, details and notices open. At once where nothing may move."""

from __future__ import annotations

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QVariantAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from installer.wizard.look.motion import OPENING_MS, QUICK_MS
from installer.wizard.look.theme import theme

_UNLIMITED = (1 << 24) - 1


def fade_in(widget: QWidget) -> None:
    """Let a page's body appear."""
    if theme().is_still or not widget.isVisible():
        return
    effect = QGraphicsOpacityEffect(widget)
    effect.setOpacity(0.0)
    widget.setGraphicsEffect(effect)
    fading = _animation(widget, QUICK_MS, 0.0, 1.0)
    fading.valueChanged.connect(effect.setOpacity)
    # It costs something at each painting.
    fading.finished.connect(lambda: widget.setGraphicsEffect(None))  # type: ignore[arg-type]
    fading.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)


def open_up(widget: QWidget, shown: bool = True) -> None:
    """Show or hide something by its height."""
    if shown == (not widget.isHidden()):
        return
    around = widget.parentWidget()
    if theme().is_still or around is None or not around.isVisible():
        widget.setVisible(shown)
        return
    height = widget.height() if not shown else max(widget.sizeHint().height(), widget.minimumSizeHint().height())
    opening = _animation(widget, OPENING_MS, *((0.0, float(height)) if shown else (float(height), 0.0)))
    opening.valueChanged.connect(lambda value: widget.setMaximumHeight(round(value)))

    def end() -> None:
        widget.setVisible(shown)
        widget.setMaximumHeight(_UNLIMITED)

    opening.finished.connect(end)
    widget.setMaximumHeight(0 if shown else height)
    widget.show()
    opening.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)


def _animation(widget: QWidget, duration: int, first: float, last: float) -> QVariantAnimation:
    made = QVariantAnimation(widget, duration=duration)
    made.setEasingCurve(QEasingCurve.Type.OutCubic)
    made.setStartValue(first)
    made.setEndValue(last)
    return made
