"""The new look: what is drawn can be read, whatever the accent, and it follows the system while the window is open."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from installer.wizard.controls.buttons import Button, Field, Link
from installer.wizard.controls.labels import Icon, Label
from installer.wizard.controls.meters import Bar
from installer.wizard.controls.surfaces import Card
from installer.wizard.look import icons, motion
from installer.wizard.look.fonts import KINDS
from installer.wizard.look.roles import (
    NAMES,
    Roles,
    contrast,
    high_contrast_roles,
    is_dark,
    luminance,
    mix,
    readable,
    roles_of,
)
from installer.wizard.look.style import style_sheet
from installer.wizard.look.theme import Theme, px, theme
from tests.support.look import ACCENTS, DARK, LIGHT, look, palette

__all__ = ["look"]

SCHEMES = {"light": LIGHT, "dark": DARK}
colors = st.integers(0, 0xFFFFFF).map(lambda rgb: QColor(0xFF000000 | rgb))
shares = st.floats(0, 1)


@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_is_drawn_can_be_read(scheme: str, accent: str) -> None:
    roles = roles_of(palette(SCHEMES[scheme]), QColor(accent))
    for behind in (roles.page, roles.card, roles.foot):
        assert contrast(roles.muted, behind) >= 4.65
    assert contrast(roles.link, roles.page) >= 4.6
    assert contrast(roles.on_accent, roles.accent) >= 5.0
    assert contrast(roles.accent, roles.page) >= 2.2
    for state in ("good", "warn", "bad"):
        for behind in (roles.page, roles.card, roles.tint[state]):
            assert contrast(roles[state], behind) >= 4.9
        assert contrast(roles.text, roles.tint[state]) >= 7
    assert contrast(roles.bar, roles.track) >= 3
    assert contrast(roles.mark, roles.page) >= 3
    assert contrast(roles.on_danger, roles.danger) >= 4.5


def legible(roles: Roles) -> bool:
    texts = (roles.text, roles.muted, roles.link, roles.good, roles.warn, roles.bad)
    return (
        all(contrast(text, behind) >= 4.5 for text in texts for behind in (roles.page, roles.card))
        and contrast(roles.muted, roles.foot) >= 4.5
        and contrast(roles.on_accent, roles.accent) >= 4.5
        and contrast(roles.bar, roles.track) >= 3
        and all(contrast(roles[kind], roles.tint[kind]) >= 4.5 for kind in ("good", "warn", "bad"))
    )


@given(colors, st.sampled_from(list(SCHEMES)))
@example(QColor("#777777"), "light")
def test_no_accent_makes_anything_illegible(accent: QColor, scheme: str) -> None:
    assert legible(roles_of(palette(SCHEMES[scheme]), accent))


@given(colors, colors)
def test_no_page_of_another_color_makes_anything_illegible(page: QColor, accent: QColor) -> None:
    assume(luminance(page) < 0.04 or luminance(page) > 0.6)
    text = "#ffffff" if is_dark(page) else "#000000"
    system = {"Base": page.name(), "Window": page.name(), "Text": text, "WindowText": text}
    assert legible(roles_of(palette(system), accent))


@given(colors, colors, st.floats(1, 4.5))
def test_a_color_is_moved_no_farther_than_needed(color: QColor, behind: QColor, least: float) -> None:
    moved = readable(color, behind, least=least)
    if contrast(color, behind) >= least:
        assert moved.rgb() == color.rgb()
    else:
        assert contrast(moved, behind) >= min(least, 4.19)  # white on what is just dark, the worst that can be


@given(colors, colors, shares)
def test_a_mixture_is_between_its_colors(one: QColor, other: QColor, share: float) -> None:
    mixed = mix(one, other, share)
    for channel in (QColor.red, QColor.green, QColor.blue):
        assert min(channel(one), channel(other)) <= channel(mixed) <= max(channel(one), channel(other))
    assert mix(one, other, 1).rgb() == one.rgb()
    assert mix(one, other, 0).rgb() == other.rgb()


def test_the_accent_of_the_vendor_is_kept_where_it_can_be_seen() -> None:
    assert roles_of(palette(LIGHT), QColor("#ff7a1a")).accent == QColor("#ff7a1a")
    assert roles_of(palette(LIGHT)).accent == QColor("#0067c0")
    assert roles_of(palette(LIGHT), QColor("#f4f4f0")).accent != QColor("#f4f4f0")


def test_high_contrast_has_no_color_that_nobody_chose() -> None:
    system = palette(DARK)
    chosen = {
        system.color(group, role).rgb()
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled)
        for role in QPalette.ColorRole
        if role is not QPalette.ColorRole.NColorRoles
    }
    roles = high_contrast_roles(system)
    drawn = {roles[name].rgb() for name in NAMES}
    drawn |= {color.rgb() for color in (*roles.tint.values(), *roles.tint_line.values())}
    assert drawn <= chosen
    assert roles["good"] == roles["warn"] == roles["bad"] == system.color(QPalette.ColorRole.WindowText)
    assert style_sheet(roles, px, focus=True) == ""


def test_a_role_is_found_by_name_and_nothing_else_is() -> None:
    roles = roles_of(palette(LIGHT))
    assert {"page", "muted", "link", "good", "info"} <= NAMES
    for name in ("tint", "is_dark"):
        with pytest.raises(KeyError):
            roles[name]


@pytest.mark.parametrize("name", sorted(icons.NAMES))
def test_every_icon_is_a_drawing_that_fits(name: str, look: Theme) -> None:
    icon = Icon(name, "text")
    picture = icon.grab().toImage()
    corner = picture.pixelColor(0, 0)
    drawn = {
        (x, y) for x in range(picture.width()) for y in range(picture.height()) if picture.pixelColor(x, y) != corner
    }
    assert drawn
    edge = picture.width() - 1
    # What touches a corner or an edge is cut off there.
    assert not {point for point in drawn if 0 in point or edge in point} or name in ("good", "warn", "bad", "info")


def test_states_differ_in_shape_and_have_roles_of_their_names() -> None:
    assert icons.STATES <= NAMES
    assert icons.STATES <= icons.NAMES


@pytest.fixture
def window(qtbot: QtBot, look: Theme) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    look.dress(made)
    QApplication.processEvents()  # Qt tells widgets of another palette or font when it has nothing else to do
    return made


def test_dark_mode_is_followed_live(window: QWidget, look: Theme) -> None:
    label, card = Label("Ready", color="good"), Card()
    label.setParent(window)
    card.setParent(window)
    card.resize(80, 40)
    told = []
    look.changed.connect(lambda: told.append(look.roles.is_dark))
    assert not look.roles.is_dark
    before = window.styleSheet()
    QApplication.setPalette(palette(DARK))
    QApplication.processEvents()
    assert told
    assert told[-1]
    assert look.roles.page == QColor("#2b2b2b")
    assert label.palette().color(QPalette.ColorRole.WindowText) == look.roles.good == QColor("#6ccb5f")
    assert window.palette().color(QPalette.ColorRole.Window) == look.roles.page
    assert window.styleSheet() not in ("", before)
    assert card.grab().toImage().pixelColor(40, 20) == look.roles.card


def test_the_accent_is_followed_live(window: QWidget, look: Theme) -> None:
    look.set_accent(QColor("#ff7a1a"))
    assert "#ff7a1a" in window.styleSheet()
    look.set_accent(None)
    assert "#ff7a1a" not in window.styleSheet()
    assert "#0067c0" in window.styleSheet()


def test_a_large_font_makes_everything_larger(window: QWidget, look: Theme) -> None:
    button, field, link, icon, bar = Button("Install"), Field(), Link("Help", "help"), Icon("good"), Bar()
    label = Label("Install", "title")
    sizes = (button.minimumHeight(), field.minimumHeight(), icon.height(), bar.height())
    assert sizes == (32, 32, 20, 8)
    low, small = link.sizeHint().height(), label.fontMetrics().height()
    font = QFont(QApplication.font())
    font.setPointSizeF(14)
    QApplication.setFont(font)
    QApplication.processEvents()
    assert look.em == pytest.approx(14 * 96 / 72)
    sizes = (button.minimumHeight(), field.minimumHeight(), icon.height(), bar.height())
    assert sizes == (43, 43, 27, 11)
    assert link.sizeHint().height() > low
    assert label.fontMetrics().height() >= small * 1.25
    assert f"min-height: {px(32) - 2}px" in window.styleSheet()


def test_body_text_is_never_tiny(look: Theme) -> None:
    font = QFont(QApplication.font())
    font.setPointSizeF(6)
    QApplication.setFont(font)
    QApplication.processEvents()
    assert look.em == pytest.approx(14)
    sizes = {kind: look.font(kind).pointSizeF() for kind in KINDS}
    assert sizes["body"] == sizes["strong"] == pytest.approx(10.5)
    assert sizes["title"] > sizes["head"] > sizes["body"] > sizes["note"] > sizes["caption"] >= 9


def test_in_high_contrast_the_system_draws(window: QWidget, look: Theme) -> None:
    button = Button("Install", "primary")
    button.setParent(window)
    card = Card("warn")
    card.resize(80, 40)
    look.set_high_contrast(True)
    assert window.styleSheet() == ""
    assert look.is_high_contrast
    picture = card.grab().toImage()
    text = palette(LIGHT).color(QPalette.ColorRole.WindowText)
    assert [picture.pixelColor(40, y) == text for y in (0, 1, 2)] == [True, True, False]
    look.set_high_contrast(False)
    assert window.styleSheet() != ""


def test_the_focus_is_shown_once_the_keyboard_is_used(window: QWidget, qtbot: QtBot, look: Theme) -> None:
    one, other = Button("One"), Button("Other")
    for button in (one, other):
        button.setParent(window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    one.setFocus()
    shown = [look.shows_focus]
    assert "QPushButton:focus" not in window.styleSheet()
    qtbot.keyClick(one, "\t")
    assert other.hasFocus()
    assert [*shown, look.shows_focus] == [False, True]
    assert "QPushButton:focus" in window.styleSheet()


@pytest.mark.parametrize(
    ("settings", "still"),
    [
        ("[Settings]\ngtk-enable-animations=0\n", True),
        ("[Settings]\ngtk-enable-animations=false\n", True),
        ("[Settings]\ngtk-enable-animations=1\n", False),
        ("[Settings]\ngtk-theme-name=Breeze\n", False),
        ("gtk-enable-animations=0\n", False),
        ("[Settings]\ngtk-enable-animations=perhaps\n", False),
    ],
)
def test_reduced_motion_is_read_off_the_settings_of_gtk(
    settings: str, still: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert not motion.wants_stillness(qapp.style())
    (tmp_path / "gtk-3.0").mkdir()
    (tmp_path / "gtk-3.0/settings.ini").write_text(settings)
    assert motion.wants_stillness(qapp.style()) is still


def test_there_is_one_theme(qapp: QApplication) -> None:
    assert theme() is theme()
    assert theme().parent() is qapp
