"""The whole way with the mouse, on a real screen: what tools/walkthrough photographs."""

from __future__ import annotations

import re
from contextlib import suppress

from tests.support.screen import Start
from tools.walkthrough import journeys
from tools.walkthrough.desktop import Control, NeverHappened, wait_for
from tools.walkthrough.journeys import CANCELLED, STOP_QUESTION, begin, until_building, until_built
from tools.walkthrough.stage import FEATURES, NEW_CARD, NO_CARD, Stage
from tools.walkthrough.wizard import Wizard


def test_an_application_is_installed_changed_repaired_and_removed(start: Start, stage: Stage) -> None:
    journeys.install(start, stage)
    journeys.repair(start, stage)
    journeys.change(start, stage)
    stage.use(NEW_CARD)
    journeys.new_card(start, stage)
    assert journeys.features_of(stage) == set(FEATURES[:-1])
    journeys.remove(start, stage)


def test_a_run_is_stopped_only_by_the_one_who_means_it(start: Start, stage: Stage) -> None:
    journeys.cancel(start, stage)


def test_the_question_goes_when_there_is_nothing_left_to_stop(start: Start, stage: Stage) -> None:
    stage.hold = True
    with start("install") as wizard:
        begin(wizard, stage)
        wizard.click("Cancel")
        wizard.wait_for_text(STOP_QUESTION)
        until_built(wizard, stage, journeys.IS_READY)
        assert wizard.find("label", STOP_QUESTION) is None
        assert wizard.find("button", "Stop") is None
        wizard.click("Finish")
        assert wizard.wait_for_end() == 0
    assert stage.target.exists()


def close(wizard: Wizard) -> Control:
    """Close the window as the window manager does, which on a busy computer may miss a key; returns the question."""
    for _ in range(3):
        wizard.press("alt+F4")
        with suppress(NeverHappened):
            return wizard.wait_for_text(STOP_QUESTION, within=10)
    return wizard.wait_for_text(STOP_QUESTION)


def test_the_cross_of_the_title_bar_asks_as_cancel_does(start: Start, stage: Stage) -> None:
    stage.hold = True
    with start("install") as wizard:
        begin(wizard, stage)
        close(wizard)
        wizard.press("Escape")
        wizard.wait_until_gone("label", STOP_QUESTION)
        assert wizard.find("label", journeys.INSTALLING)
        close(wizard)
        wizard.click("Stop")
        assert wizard.wait_for_end() == CANCELLED
    assert not stage.target.exists()


def test_without_a_graphics_card_it_says_so_first_and_last(start: Start, stage: Stage) -> None:
    stage.use(NO_CARD)
    with start("install") as wizard:
        wizard.wait_for_text("No NVIDIA graphics card found")
        assert wizard.find("label", journeys.READY) is None
        wizard.click(journeys.ACCEPT, "check box")
        wizard.click("Install anyway")
        wizard.wait_for_text("No NVIDIA graphics card found")
        wizard.click("Finish")
        assert wizard.wait_for_end() == 0


def test_the_small_window_without_buttons_asks_as_well(start: Start, stage: Stage) -> None:
    stage.hold = True
    with start("install", "--passive") as wizard:
        wizard.wait("progress bar", "Progress")
        until_building(wizard, stage)
        small = wizard.window.place
        question = close(wizard)
        explanation = wizard.wait_for_text(re.compile("^Nothing on this PC has been changed"))
        keep = wizard.wait("button", "Keep installing")
        # Each has its own lines, one below the other.
        assert question.place[1] + question.place[3] <= explanation.place[1]
        assert explanation.place[3] >= 2 * 16
        assert explanation.place[1] + explanation.place[3] <= keep.place[1]
        wizard.press("Escape")
        wizard.wait_until_gone("label", STOP_QUESTION)
        wait_for(lambda: wizard.window.place[2:] == small[2:] or None, 20, wizard.told)

        def look() -> bool | None:
            stage.release()
            return wizard.process.poll() is not None or None

        wait_for(look, 60, lambda: "it goes on")
        assert wizard.wait_for_end() == 0
    assert stage.target.exists()
