"""The style sheet of those parts that Qt draws: buttons, fields, the log, scroll bars."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor

from installer.wizard.look.roles import Roles, mix

BUTTON_HEIGHT = 32
"""In pixels of the design, as all sizes here."""
BUTTON_WIDTH = 88
_SIDE, _PRIMARY_SIDE = 15, 19

_SHEET = """
QPushButton {{ background: {button}; color: {text}; border: 1px solid {rim}; border-bottom-color: {low};
    border-radius: {round}px; padding: 0 {side}px; min-height: {inner}px; min-width: {width}px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {track}; }}
QPushButton:disabled {{ color: {faint}; border-color: {line}; background: {button}; }}
QPushButton[kind="primary"] {{ background: {accent}; color: {on_accent}; border: 1px solid {accent_low};
    padding: 0 {primary_side}px; min-width: {primary_width}px; }}
QPushButton[kind="primary"]:hover {{ background: {accent_hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {accent_pressed}; }}
QPushButton[kind="primary"]:disabled {{ background: {off}; color: {on_off}; border-color: {off}; }}
QPushButton[kind="danger"] {{ background: {danger}; color: {on_danger}; border: 1px solid {danger_low};
    padding: 0 {primary_side}px; min-width: {primary_width}px; }}
QPushButton[kind="danger"]:hover {{ background: {danger_hover}; }}
QPushButton[kind="danger"]:pressed {{ background: {danger_low}; }}
QPushButton[kind="danger"]:disabled {{ background: {off}; color: {on_off}; border-color: {off}; }}
QLineEdit {{ background: {button}; color: {text}; border: 1px solid {rim}; border-bottom: 1px solid {mark};
    border-radius: {round}px; padding: 0 {field_side}px; min-height: {inner}px;
    selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus {{ border-bottom: 2px solid {bar}; min-height: {inner_focus}px; }}
QLineEdit:disabled {{ color: {faint}; border-bottom-color: {rim}; }}
QPlainTextEdit {{ background: {card}; color: {text}; border: 1px solid {line}; border-radius: {card_round}px;
    padding: {log_top}px {log_side}px; selection-background-color: {accent}; selection-color: {on_accent}; }}
QScrollBar:vertical {{ background: transparent; width: {bar_width}px; margin: 3px; }}
QScrollBar::handle:vertical {{ background: {handle}; border-radius: 3px; min-height: {handle_height}px; }}
QScrollBar:horizontal {{ background: transparent; height: {bar_width}px; margin: 3px; }}
QScrollBar::handle:horizontal {{ background: {handle}; border-radius: 3px; min-width: {handle_height}px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ width: 0; height: 0;
    background: none; }}
"""

_FOCUS = """
QPushButton:focus {{ border: 2px solid {text}; padding: 0 {side_focus}px; min-height: {inner_focus2}px; }}
QPushButton[kind="primary"]:focus, QPushButton[kind="danger"]:focus {{ border: 2px solid {text};
    padding: 0 {primary_side_focus}px; min-height: {inner_focus2}px; }}
QPlainTextEdit:focus {{ border: 2px solid {text}; }}
"""


def style_sheet(roles: Roles, px: Callable[[float], int], *, focus: bool) -> str:
    """Write the style sheet; empty in high contrast, where the native style draws everything.

    Args:
        roles: the colors.
        px: turns pixels of the design into those of the screen.
        focus: the keyboard focus is to be seen.
    """
    if roles.is_high_contrast:
        return ""
    values = _colors(roles) | {name: str(size) for name, size in _sizes(px).items()}
    return (_SHEET + (_FOCUS if focus else "")).format(**values)


def _colors(roles: Roles) -> dict[str, str]:
    black = QColor("black")
    made = {
        "low": mix(roles.text, roles.page, 0.16 if roles.is_dark else 0.24),
        "accent_low": mix(black, roles.accent, 0.10),
        "accent_hover": mix(roles.page, roles.accent, 0.10),
        "accent_pressed": mix(roles.page, roles.accent, 0.18),
        "danger_low": mix(black, roles.danger, 0.14),
        "danger_hover": mix(black, roles.danger, 0.07),
        "off": mix(roles.text, roles.page, 0.16),
        "on_off": mix(roles.text, roles.page, 0.55),
        "handle": mix(roles.text, roles.page, 0.34),
    }
    names = ("button", "text", "rim", "hover", "track", "faint", "line", "accent", "on_accent", "danger", "on_danger")
    named = {name: roles[name] for name in (*names, "mark", "bar", "card")}
    return {name: color.name() for name, color in (named | made).items()}


def _sizes(px: Callable[[float], int]) -> dict[str, int]:
    """The sizes; a border is part of a control, and what is wider where it has the focus gives way inside."""
    inner, side, primary = px(BUTTON_HEIGHT) - 2, px(_SIDE), px(_PRIMARY_SIDE)
    return {
        "inner": inner,
        "inner_focus": inner - 1,
        "inner_focus2": inner - 2,
        "side": side,
        "side_focus": side - 1,
        "primary_side": primary,
        "primary_side_focus": primary - 1,
        "width": px(BUTTON_WIDTH) - 2 * side,
        "primary_width": px(BUTTON_WIDTH) - 2 * primary,
        "field_side": px(10),
        "round": px(5),
        "card_round": px(8),
        "log_top": px(6),
        "log_side": px(8),
        "bar_width": px(12),
        "handle_height": px(32),
    }
