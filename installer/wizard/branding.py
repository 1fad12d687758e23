"""The application's icon and colour in the window."""

from __future__ import annotations

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QWidget, QWizard

from installer.wizard import pictures
from installer.wizard.assessment import Brand

_LOGO_LINES = 2.5
_DARK = 128


def apply_brand(wizard: QWizard, brand: Brand) -> None:
    """Show the icon and use the accent colour."""
    icon = pictures.icon(brand.icon)
    if not icon.isNull():
        wizard.setWindowIcon(icon)
        edge = round(wizard.fontMetrics().height() * _LOGO_LINES)
        wizard.setPixmap(QWizard.WizardPixmap.LogoPixmap, icon.pixmap(edge, edge))
    if brand.accent:
        wizard.setPalette(accented(QGuiApplication.palette(), QColor(brand.accent)))


def accented(palette: QPalette, accent: QColor) -> QPalette:
    """Give a palette this accent, with a legible colour for text on it."""
    text = max((QColor("white"), QColor("black")), key=lambda color: contrast(color, accent))
    for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.Accent):
        palette.setColor(role, accent)
    palette.setColor(QPalette.ColorRole.HighlightedText, text)
    return palette


def outline_indicators(window: QWidget) -> None:
    """Make boxes and fields visible in dark mode, where Fusion draws their outline darker than the dark window."""
    dark = window.palette().color(QPalette.ColorRole.Window).lightness() < _DARK
    for kind in (QCheckBox, QRadioButton, QLineEdit):
        for widget in window.findChildren(kind):
            palette = QPalette()
            if dark and widget.style().name() == "fusion":
                # Fusion derives the outline from this colour, which these widgets use for nothing else.
                palette.setColor(QPalette.ColorRole.Window, window.palette().color(QPalette.ColorRole.WindowText))
            widget.setPalette(palette)


def contrast(one: QColor, other: QColor) -> float:
    """Compute the contrast ratio of WCAG 2.2, 1 to 21."""

    def luminance(color: QColor) -> float:
        shares = ((0.2126, color.redF()), (0.7152, color.greenF()), (0.0722, color.blueF()))
        return sum(
            float(share * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4))
            for share, part in shares
        )

    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)
