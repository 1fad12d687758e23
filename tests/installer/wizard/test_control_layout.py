"""Nothing of the controls is cut off or covers something else, whatever the width, the font and the direction."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    qBlue,
    qGreen,
    qRed,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from installer.wizard.controls import buttons, choices, lists
from installer.wizard.controls.buttons import Button, Command
from installer.wizard.controls.choices import Check, Combo, Radio
from installer.wizard.controls.hero import BrandLine, Hero
from installer.wizard.controls.labels import Label
from installer.wizard.controls.lists import Facts, FactText, RowList
from installer.wizard.controls.meters import Bar, Meter, Sparkline
from installer.wizard.controls.painting import size_of
from installer.wizard.controls.surfaces import Notice, Rule
from installer.wizard.look.theme import Theme, px
from tests.support.look import CHECKS, FACTS, LONG, NOTE_TEXT, ROWS, look, picture_of, put, window

__all__ = ["look", "window"]

WIDTHS = (300, 360, 432, 640, 1200)
"""In pixels of the design; the body of the smallest window is 432 wide."""


Drawn = list[tuple[QRectF, str, QFont]]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Drawn:
    """Collects each text that is drawn, with its place."""
    found: Drawn = []

    def note(painter: QPainter, place: QRectF, flags: int, text: str, font: QFont, color: QColor) -> None:
        if text:
            device = painter.device()
            at = device.pos() if isinstance(device, QWidget) else QPoint()
            found.append((place.translated(at), text, font))

    for module in (buttons, choices, lists):
        monkeypatch.setattr(module, "draw_text", note)
    return found


DIRECTIONS = pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])


@DIRECTIONS
def test_the_notes_of_a_list_are_drawn_behind_their_texts(
    window: QWidget, drawn: Drawn, direction: Qt.LayoutDirection
) -> None:
    window.setLayoutDirection(direction)
    combo = Combo()
    combo.add("GeForce RTX 4070", "fastest, recommended")
    combo.add("GeForce GTX 1080", "too old")
    put(window, combo)
    view = combo.view()
    combo.showPopup()
    QApplication.processEvents()
    drawn.clear()
    view.grab()
    combo.hidePopup()
    assert [text for _, text, _ in drawn] == ["fastest, recommended", "too old"]
    for place, text, font in drawn:
        assert size_of(text, font, 1000).width() <= place.width()


MAKERS: dict[str, Callable[[], QWidget]] = {
    "rows": lambda: RowList(ROWS),
    "checks": lambda: RowList(CHECKS, height=34),
    "facts": lambda: Facts((*FACTS, FactText("folder", LONG, NOTE_TEXT))),
    "check": lambda: Check(LONG, NOTE_TEXT),
    "radio": lambda: Radio("Schnell", NOTE_TEXT),
    "command": lambda: Command("repair", LONG, NOTE_TEXT, "gibt 1,4 GB frei"),
}


@DIRECTIONS
@pytest.mark.parametrize("points", [9, 14])
@pytest.mark.parametrize("what", MAKERS)
def test_no_text_is_cut_off_or_covers_another(
    window: QWidget, drawn: Drawn, what: str, points: int, direction: Qt.LayoutDirection
) -> None:
    font = QFont(QApplication.font())
    font.setPointSizeF(points)
    QApplication.setFont(font)
    QApplication.processEvents()
    window.setLayoutDirection(direction)
    control = MAKERS[what]()
    layout = window.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(control)
    layout.addStretch(1)
    for width in map(px, WIDTHS):
        window.resize(width, 1200)
        window.show()
        QApplication.processEvents()
        drawn.clear()
        control.grab()
        assert control.width() == width
        assert_legible(drawn, QRectF(0, 0, width, control.height()))


def assert_legible(drawn: Drawn, whole: QRectF) -> None:
    assert drawn
    for place, text, used in drawn:
        need = size_of(text, used, place.width())
        assert need.width() <= place.width() + 1, text
        assert need.height() <= place.height() + 1, text
        assert whole.contains(place.adjusted(1, 1, -1, -1)), text
    for number, (place, text, _) in enumerate(drawn):
        for other, other_text, _ in drawn[number + 1 :]:
            assert not place.adjusted(1, 1, -1, -1).intersects(other.adjusted(1, 1, -1, -1)), (text, other_text)


@pytest.mark.parametrize("width", [160, 320, 700])
def test_a_notice_is_as_high_as_its_words(window: QWidget, width: int) -> None:
    notice = Notice("warn", LONG, NOTE_TEXT)
    notice.add_action(Button("Wait", "primary"))
    layout = window.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.addWidget(notice)
    layout.addStretch(1)
    window.resize(width, 900)
    window.show()
    QApplication.processEvents()
    for label in notice.findChildren(Label):
        assert label.height() >= label.heightForWidth(label.width())
    bottom = max(child.geometry().bottom() for child in notice.findChildren(QWidget))
    assert notice.height() - bottom < px(30)


def test_a_narrow_window_stacks_the_facts(window: QWidget) -> None:
    facts = Facts(FACTS)
    put(window, facts)
    views = facts.findChildren(QWidget)
    facts.resize(900, facts.heightForWidth(900))
    assert len({view.y() for view in views}) == 1
    assert len({view.width() for view in views}) == 1
    facts.resize(300, facts.heightForWidth(300))
    assert len({view.x() for view in views}) == 1
    assert facts.heightForWidth(300) > 2 * facts.heightForWidth(900)


def test_facts_wrap_before_they_are_stacked(window: QWidget) -> None:
    facts = Facts((*FACTS[:2], FactText("disk", "1.4 GB", NOTE_TEXT)))
    put(window, facts)
    height = facts.heightForWidth(px(640))
    facts.resize(px(640), height)
    views = facts.findChildren(QWidget)
    assert len({view.y() for view in views}) == 1
    assert height > Facts(FACTS).heightForWidth(px(2000))


@pytest.mark.parametrize("beside", ["widget", "layout"])
def test_a_narrow_notice_has_everything_below_each_other(window: QWidget, beside: str) -> None:
    notice = Notice("warn", "Blender is using your graphics card", NOTE_TEXT)
    wait, go_on, spark = Button("Wait", "primary"), Button("Ohne Warten trotzdem fortfahren"), Sparkline()
    notice.add_action(wait)
    notice.add_action(go_on)
    column = QVBoxLayout()
    if beside == "layout":
        column.addWidget(spark)
    notice.set_beside(column if beside == "layout" else spark)
    layout = window.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.addWidget(notice)
    layout.addStretch(1)

    def look_at(width: int) -> None:
        window.resize(px(width), px(700))
        window.show()
        for _ in range(3):
            QApplication.processEvents()
        assert notice.rect().contains(spark.geometry())
        for button in (wait, go_on):
            assert button.width() >= button.sizeHint().width()
            assert notice.rect().contains(button.geometry())
            assert not button.geometry().intersects(spark.geometry())

    look_at(800)
    assert wait.y() == go_on.y()
    assert spark.x() > go_on.geometry().right()
    look_at(400)
    assert wait.y() < go_on.y() < spark.y()
    look_at(800)
    assert wait.y() == go_on.y()
    assert spark.x() > go_on.geometry().right()


def test_painting_is_mirrored_where_text_runs_from_right_to_left(look: Theme, qtbot: QtBot) -> None:
    def bar() -> QWidget:
        made = Bar()
        made.glide_to(0.4)
        return made

    def meter() -> QWidget:
        made = Meter()
        made.set_shares(0.5, 0.2, "bad")
        return made

    def hero() -> QWidget:
        made = Hero(72)
        made.set_badge("good")
        return made

    def check() -> QWidget:
        made = Check()
        made.setChecked(True)
        return made

    kinds: tuple[Callable[[], QWidget], ...] = (bar, meter, hero, BrandLine, lambda: Rule(48))
    for make in kinds:
        left, right = make(), make()
        right.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        size = QSize(400, left.height() or 10)
        one, other = picture_of(left, size), picture_of(right, size).flipped(Qt.Orientation.Horizontal)
        if make is hero:
            # The box on the neutral icon and the tick are no directions.
            one, other = one.copy(0, 0, 40, size.height()), other.copy(0, 0, 40, size.height())
        difference = max(
            abs(channel(one.pixel(x, y)) - channel(other.pixel(x, y)))
            for x in range(one.width())
            for y in range(one.height())
            for channel in (qRed, qGreen, qBlue)
        )
        assert difference <= 40, make
    box = check()
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    picture = picture_of(box, QSize(200, 24))
    assert picture.pixelColor(200 - 4, 12) == look.roles.accent
    assert picture.pixelColor(4, 12) != look.roles.accent


def test_a_label_begins_where_text_of_the_language_begins(window: QWidget) -> None:
    label = Label("GeForce RTX 4070")
    put(window, label)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert label.alignment() & Qt.AlignmentFlag.AlignRight
    window.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert label.alignment() & Qt.AlignmentFlag.AlignLeft


def test_sizes_of_texts_are_those_of_qt(look: Theme) -> None:
    font = look.font("body")
    assert size_of("", font, 100) == QSize()
    line = QFontMetricsF(font).height()
    assert size_of("word", font, 1000).height() == pytest.approx(line, abs=1)
    assert size_of("word word word", font, 40).height() >= 2 * line
