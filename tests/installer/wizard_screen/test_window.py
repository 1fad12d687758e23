"""The window is there for eyes, ears and hands."""

from __future__ import annotations

from tests.support.screen import Start
from tools.walkthrough.desktop import Desktop, wait_for
from tools.walkthrough.stage import NAME, Stage


def test_the_window_is_painted_inside_the_screen_and_read_aloud(start: Start, desktop: Desktop) -> None:
    with start("install") as wizard:
        wizard.wait("button", "Cancel")
        wait_for(lambda: wizard.is_painted or None, 20, lambda: "it stays blank")
        assert NAME in wizard.window.name
        assert wizard.window.is_inside(desktop.place)
        assert any(event.startswith("window:activate") for event, _ in desktop.heard())


def test_a_click_on_cancel_ends_it_before_anything_has_been_done(start: Start, stage: Stage) -> None:
    with start("install") as wizard:
        wizard.click("Cancel")
        assert wizard.wait_for_end() == 130
    assert not stage.target.exists()
