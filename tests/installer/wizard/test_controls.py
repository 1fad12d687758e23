"""The wizard's own controls: what they say to assistive tools, and what they do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFont,
    QIcon,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from installer.wizard.controls.buttons import Button, Command, Field, Link
from installer.wizard.controls.choices import NOTE, Check, Combo, Radio
from installer.wizard.controls.details import MOST_LINES, Details
from installer.wizard.controls.drawings import GraphicsCardPicture
from installer.wizard.controls.hero import AppIcon, BrandLine, Hero
from installer.wizard.controls.labels import Icon, Label, tool_tip
from installer.wizard.controls.lists import Facts, Row, RowList
from installer.wizard.controls.meters import Bar, Meter, Sparkline
from installer.wizard.controls.painting import text_of
from installer.wizard.controls.surfaces import Card, Notice, Rule
from installer.wizard.look.theme import Theme, px
from tests.support.look import CHECKS, DARK, FACTS, ROWS, look, palette, picture_of, put, window

__all__ = ["look", "window"]

MARKUP = '<img src="file:///etc/logo.png"><b>R&D</b>'


def told(widget: QWidget) -> tuple[str, str]:
    """The name and the description that assistive tools get."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name), interface.text(QAccessible.Text.Description)


def role(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role()


def test_controls_say_what_they_are(window: QWidget) -> None:
    made = {
        Label("About 2 minutes left"): ("About 2 minutes left", ""),
        Button("Install"): ("Install", ""),
        Link("System check", trail="chevron-right"): ("System check", ""),
        Check("Upscaling", "310 megabytes"): ("Upscaling", "310 megabytes"),
        Radio("Quick", "about 30 seconds"): ("Quick", "about 30 seconds"),
        Command("remove", "Remove", "Take it off this PC", "frees 1.4 GB"): (
            "Remove",
            "Take it off this PC, frees 1.4 GB",
        ),
        Bar(): ("Progress", ""),
        Details(): ("Details", ""),
        Icon("good"): ("", ""),
        Meter(): ("", ""),
        Hero(): ("", ""),
        BrandLine(): ("", ""),
        Rule(): ("", ""),
        Card("warn"): ("", ""),
        GraphicsCardPicture(False): ("", ""),
    }
    put(window, *made)
    assert {type(widget).__name__: told(widget) for widget in made} == {
        type(widget).__name__: texts for widget, texts in made.items()
    }


def test_rows_and_facts_are_one_text_each(window: QWidget) -> None:
    rows, checks, facts = RowList(ROWS[:2]), RowList(CHECKS[:1]), Facts(FACTS)
    spoken = RowList([Row("good", "", "Driver", "needs 570", found="580", spoken="Driver: 580, needed: 570, in order")])
    put(window, rows, checks, facts, spoken)
    texts = [told(child)[0] for parent in (rows, checks, facts, spoken) for child in parent.findChildren(QWidget)]
    assert texts == [
        "Application files, Done",
        "Portrait retouch, Optimizing…",
        "Graphics card, NVIDIA GeForce RTX 4070, 12 GB, needs RTX 20 series or newer",
        "GeForce RTX 4070: AI features will run at full speed",
        "About 3 minutes: You can keep using your PC",
        "1.4 GB: 73 GB free on drive C",
        "Driver: 580, needed: 570, in order",
    ]


def test_pictures_with_names_are_pictures(window: QWidget) -> None:
    icon, card = AppIcon(), GraphicsCardPicture(True)
    icon.set_brand(QIcon(), "Photo Studio")
    card.set_name("Graphics card before: GeForce RTX 3060. Now: GeForce RTX 5070.")
    put(window, icon, card)
    assert told(icon)[0] == "Photo Studio"
    assert told(card)[0].startswith("Graphics card before")
    assert role(icon) == role(card) == QAccessible.Role.Graphic


def test_a_value_is_told_in_percent(window: QWidget) -> None:
    bar = Bar()
    put(window, bar)
    bar.glide_to(0.429)
    interface = QAccessible.queryAccessibleInterface(bar)
    assert interface is not None
    values = interface.valueInterface()
    assert (values.minimumValue(), values.currentValue(), values.maximumValue()) == (0, 42, 100)


def test_a_sparkline_is_told_at_most_every_ten_seconds(window: QWidget) -> None:
    now = [100.0]
    spark = Sparkline(clock=lambda: now[0])
    put(window, spark)
    names = []
    for second, share in enumerate([0.5] * 9 + [0.87] * 3):
        now[0] = 100.0 + second
        spark.add(share)
        names.append(told(spark)[0])
    assert set(names[:10]) == {"Use of the graphics card, now 50 percent"}
    assert set(names[10:]) == {"Use of the graphics card, now 87 percent"}


def test_a_choice_from_a_list_has_its_note_as_description(window: QWidget) -> None:
    combo = Combo()
    combo.add("GeForce RTX 4070", "fastest, recommended", "GPU-1")
    combo.add("GeForce GTX 1080", "", "GPU-2")
    put(window, combo)
    assert told(combo)[1] == "fastest, recommended"
    combo.setCurrentIndex(1)
    assert told(combo)[1] == ""
    assert combo.currentData() == "GPU-2"
    assert combo.itemData(0, NOTE) == "fastest, recommended"


def test_texts_are_shown_as_they_are(window: QWidget) -> None:
    label, button, check = Label(MARKUP), Button(MARKUP), Check(MARKUP)
    put(window, label, button, check)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert told(label)[0] == MARKUP
    assert text_of(button) == text_of(check) == MARKUP
    assert told(button)[0] == MARKUP
    assert button.shortcut().isEmpty()
    assert tool_tip(MARKUP) == "<p>&lt;img src=&quot;file:///etc/logo.png&quot;&gt;&lt;b&gt;R&amp;D&lt;/b&gt;</p>"
    label.say("gpj.exe\u202e")
    assert label.text() == "gpj.exe\\u202e"


def test_a_label_without_text_is_hidden_and_never_a_window(window: QWidget, qtbot: QtBot) -> None:
    early = Label()
    qtbot.addWidget(early)
    early.say("Late news")
    assert not early.isVisible()
    put(window, early)
    assert early.isVisible()
    early.say("")
    assert early.isHidden()
    early.say("Again")
    assert early.isVisible()


def test_rows_are_updated_in_place(window: QWidget) -> None:
    rows = RowList(ROWS)
    put(window, rows)
    before = rows.findChildren(QWidget)
    rows.set_rows([*ROWS[:1], Row("good", "", "Portrait retouch", "Done"), ROWS[2]])
    assert rows.findChildren(QWidget) == before
    assert told(before[1])[0] == "Portrait retouch, Done"
    rows.set_rows(ROWS[:1])
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    assert [view for view in rows.findChildren(QWidget) if not view.isHidden()] == before[:1]


def test_the_bar_never_runs_backwards(window: QWidget, look: Theme, qtbot: QtBot) -> None:
    bar = Bar()
    put(window, bar)
    bar.glide_to(0.5)
    bar.glide_to(0.3)
    assert (bar.share, bar.value()) == (0.5, 50)
    look.set_still(False)
    bar.glide_to(0.75)
    assert bar._shown < 0.75
    qtbot.waitUntil(lambda: bar._shown == 0.75, timeout=2000)
    bar.glide_to(7)
    assert bar.share == 1.0
    bar.start_over()
    assert (bar.share, bar.value(), bar._shown) == (0.0, 0, 0.0)


def test_what_is_being_worked_on_turns_unless_nothing_may_move(window: QWidget, look: Theme, qtbot: QtBot) -> None:
    icon, rows = Icon("work", "bar"), RowList(ROWS)
    put(window, icon, rows)
    turning = [icon._turning, rows._views[1]._turning]
    assert not any(timer.isActive() for timer in turning)
    still = icon.grab().toImage()
    assert icon.grab().toImage() == still
    look.set_still(False)
    qtbot.waitUntil(lambda: all(timer.isActive() for timer in turning))
    window.hide()
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in turning))
    look.set_still(True)
    look.set_still(False)
    assert not any(timer.isActive() for timer in turning)  # nobody can see it
    window.show()
    qtbot.waitUntil(lambda: all(timer.isActive() for timer in turning))
    icon.show_icon("good")
    rows.set_rows([*ROWS[:1], Row("good", "", "Portrait retouch", "Done"), ROWS[2]])
    assert not any(timer.isActive() for timer in turning)


def test_enter_presses_links_and_commands(window: QWidget, qtbot: QtBot) -> None:
    for control in (Link("License terms"), Command("repair", "Repair")):
        put(window, control)
        with qtbot.waitSignal(control.clicked):
            qtbot.keyClick(control, Qt.Key.Key_Return)
        with qtbot.waitSignal(control.clicked):
            qtbot.keyClick(control, Qt.Key.Key_Space)


def test_a_click_on_a_note_ticks(window: QWidget, qtbot: QtBot) -> None:
    check = Check("Upscaling", "310 MB")
    put(window, check)
    end = check.sizeHint().width() - 10
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton, pos=check.rect().topLeft() + QPoint(end, 12))
    assert check.isChecked()


def test_a_button_changes_its_kind(window: QWidget, look: Theme) -> None:
    button = Button("Remove")
    put(window, button)
    middle = button.rect().topLeft() + QPoint(6, button.height() // 2)
    assert button.grab().toImage().pixelColor(middle) == look.roles.button
    button.set_kind("danger")
    assert button.grab().toImage().pixelColor(middle) == look.roles.danger
    button.set_kind("primary")
    assert button.grab().toImage().pixelColor(middle) == look.roles.accent
    assert button.font().weight() == QFont.Weight.DemiBold
    button.set_icon("shield")
    assert not button.icon().isNull()


def test_a_disk_that_is_too_full_is_not_drawn_over_its_end(look: Theme) -> None:
    meter = Meter()
    meter.set_shares(0.9, 0.5, "bad")
    picture = picture_of(meter, QSize(200, 6))
    assert picture.pixelColor(100, 3) == look.roles.used
    assert picture.pixelColor(190, 3) == look.roles.bad
    assert Meter().sizeHint().height() == 6


def opaque_icon() -> QIcon:
    picture = QPixmap(64, 64)
    picture.fill(QColor("#3a2fb0"))
    return QIcon(picture)


def test_an_icon_without_corners_of_its_own_gets_them(look: Theme) -> None:
    icon = AppIcon(64)
    icon.set_brand(opaque_icon(), "Photo Studio")
    picture = icon.grab().toImage()
    assert picture.pixelColor(32, 32) == QColor("#3a2fb0")
    assert picture.pixelColor(0, 0) != QColor("#3a2fb0")


def test_a_banner_covers_its_place_and_none_is_shown_in_high_contrast(look: Theme) -> None:
    banner = QPixmap(960, 160)
    banner.fill(QColor("#ff0000"))
    hero = Hero(120)
    hero.set_brand(opaque_icon(), banner)
    for width in (480, 720, 1600):
        picture = picture_of(hero, QSize(width, hero.height()))
        for x in (0, width // 2, width - 1):
            assert picture.pixelColor(x, 0) == picture.pixelColor(x, 119 if x else 60) == QColor("#ff0000")
            assert picture.pixelColor(x, 125) != QColor("#ff0000")
    look.set_high_contrast(True)
    picture = picture_of(hero, QSize(720, hero.height()))
    red = QColor("#ff0000").rgb()
    assert red not in {picture.pixel(x, y) for x in range(0, 720, 9) for y in range(0, 100, 9)}
    hero.set_margin(200)
    assert hero.grab().toImage().pixelColor(236, hero.height() - px(50)) == QColor("#3a2fb0")


def test_the_details_are_plain_bounded_and_stay_where_one_reads(window: QWidget) -> None:
    details = Details()
    put(window, details)
    details.append_line("10:41:02", MARKUP + "\nforged: line")
    assert details.toPlainText() == f"10:41:02   {MARKUP}\\nforged: line"
    for number in range(MOST_LINES + 10):
        details.append_line("10:41:03", f"line {number}")
    assert details.document().blockCount() == MOST_LINES
    bar = details.verticalScrollBar()
    assert bar.value() == bar.maximum()
    bar.setValue(100)
    details.append_line("10:41:04", "one more")
    assert bar.value() <= 100


def test_times_have_less_weight(window: QWidget, look: Theme) -> None:
    details = Details()
    put(window, details)
    details.append_line("10:41:02", "Started")
    (times,) = details.document().firstBlock().layout().formats()
    assert (times.start, times.length) == (0, 8)
    assert times.format.foreground().color() == look.roles.muted
    QApplication.setPalette(palette(DARK))
    QApplication.processEvents()
    (times,) = details.document().firstBlock().layout().formats()
    assert times.format.foreground().color() == look.roles.muted


def test_a_notice_becomes_another_and_has_something_beside_it(window: QWidget) -> None:
    notice = Notice("warn", "Blender is using your graphics card", "Close it, or wait.", icon="pause")
    first, second = Label("87% in use"), QHBoxLayout()
    notice.set_beside(first)
    put(window, notice)
    assert first.isVisible()
    second.addWidget(Button("Improve now"))
    notice.set_beside(second)
    QApplication.processEvents()
    assert first.isHidden()
    notice.set_notice("bad", "Not enough room", "Free 1.1 GB.")
    assert notice.kind == "bad"
    assert "Not enough room" in {label.text() for label in notice.findChildren(Label)}


def test_everything_can_be_drawn_in_every_scheme(window: QWidget, look: Theme) -> None:
    combo = Combo()
    combo.add("GeForce RTX 4070", "fastest")
    spark = Sparkline()
    for share in (0.1, 0.5, 0.9):
        spark.add(share)
    disabled = Check("Off", "no card")
    disabled.setChecked(True)
    disabled.setEnabled(False)
    radio = Radio("Only me")
    radio.setChecked(True)
    put(window, combo, spark, disabled, radio, Field("C:\\"), GraphicsCardPicture(True), Hero(), RowList(ROWS))
    put(window, Notice("info", "Title", "Text"), Link("Help", "help", "muted"), Facts(FACTS), AppIcon(), Bar(), Meter())
    pictures = []
    for high in (False, True):
        for colors in (DARK, {}):
            QApplication.setPalette(palette(colors))
            look.set_high_contrast(high)
            look.show_focus()
            QApplication.processEvents()
            pictures.append(window.grab().toImage())
    assert all(one != other for number, one in enumerate(pictures) for other in pictures[:number])
