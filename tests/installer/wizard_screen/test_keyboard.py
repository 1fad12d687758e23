"""Without a mouse."""

from __future__ import annotations

from tests.support.screen import Start
from tools.walkthrough.desktop import wait_for
from tools.walkthrough.journeys import ACCEPT, CANCELLED, IS_READY, READY, STOP_QUESTION, until_building, until_built
from tools.walkthrough.stage import Stage


def test_the_keyboard_alone_installs(start: Start, stage: Stage) -> None:
    stage.hold = True
    with start("install") as wizard:
        wizard.wait_for_text(READY)
        wizard.tab_to("check box", ACCEPT)
        wizard.press("space")
        wizard.wait("button", "Install", lambda button: button.is_usable)
        wizard.press("Return")
        until_building(wizard, stage)
        wizard.tab_to("button", "Cancel")
        wizard.press("Return")
        wizard.wait_for_text(STOP_QUESTION)
        # A question can be reached, and nothing behind it.
        reached = set()
        for _ in range(4):
            focused = wizard.focused
            reached.add(focused.name if focused else None)
            wizard.press("Tab")
        assert reached == {"Keep installing", "Stop"}
        wizard.press("Escape")
        wizard.wait_until_gone("label", STOP_QUESTION)
        until_built(wizard, stage, IS_READY)
        wait_for(lambda: (wizard.focused is not None and wizard.focused.name == "Finish") or None, 20, wizard.told)
        wizard.press("Return")
        assert wizard.wait_for_end() == 0


def test_escape_goes_back_and_then_leaves(start: Start) -> None:
    with start("install") as wizard:
        wizard.wait_for_text(READY)
        wizard.tab_to("button", "Options…")
        wizard.press("Return")
        wizard.wait("button", "Done")
        wizard.press("Escape")
        wizard.wait_for_text(READY)
        wizard.press("Escape")
        assert wizard.wait_for_end() == CANCELLED


def test_every_button_has_a_letter(start: Start) -> None:
    with start("install") as wizard:
        wizard.wait_for_text(READY)
        wizard.press("alt+o")
        wizard.wait("button", "Done")
