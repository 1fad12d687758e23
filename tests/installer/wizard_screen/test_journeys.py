"""The whole way with the mouse, on a real screen: what tools/walkthrough photographs."""

from __future__ import annotations

from tests.support.screen import Start
from tools.walkthrough import journeys
from tools.walkthrough.journeys import CANCELLED, STOP_QUESTION, begin, until_built
from tools.walkthrough.stage import FEATURES, NEW_CARD, NO_CARD, Stage


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


def test_the_cross_of_the_title_bar_asks_as_cancel_does(start: Start, stage: Stage) -> None:
    stage.hold = True
    with start("install") as wizard:
        begin(wizard, stage)
        wizard.press("alt+F4")
        wizard.wait_for_text(STOP_QUESTION)
        wizard.press("Escape")
        wizard.wait_until_gone("label", STOP_QUESTION)
        assert wizard.find("label", journeys.INSTALLING)
        wizard.press("alt+F4")
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
