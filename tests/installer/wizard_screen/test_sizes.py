"""On small and on scaled screens, every button that ends a page or leads on is on the screen."""

from __future__ import annotations

import pytest

from tests.support.screen import FULL_HD_AT_200_PERCENT, LAPTOP_AT_150_PERCENT, SMALL, TINY, Start
from tools.walkthrough import journeys
from tools.walkthrough.desktop import Desktop
from tools.walkthrough.stage import Stage
from tools.walkthrough.wizard import Wizard


def _is_within_reach(wizard: Wizard, desktop: Desktop) -> None:
    window = wizard.window
    assert window.is_inside(desktop.place), window
    assert window.place[1] > 0, "the title bar is above the screen"
    buttons = [one for one in wizard.controls() if one.role == "button"]
    assert buttons
    foot = max(one.place[1] for one in buttons)
    for button in buttons:
        _left, top, width, height = button.place
        assert width > 0
        assert height > 0
        # What is above the buttons can be scrolled to.
        if top > foot - height:
            assert button.is_inside(window.place), button


ON_REQUEST = [pytest.param(screen, marks=pytest.mark.exhaustive) for screen in (LAPTOP_AT_150_PERCENT, SMALL)]
SCREENS = [FULL_HD_AT_200_PERCENT, *ON_REQUEST, TINY]


@pytest.mark.parametrize("desktop", SCREENS, indirect=True)
def test_every_page_is_on_the_screen(start: Start, stage: Stage, desktop: Desktop) -> None:
    stage.hold = True
    with start("install") as wizard:
        journeys.accept(wizard)
        _is_within_reach(wizard, desktop)
        for leads, back in (("Options…", "Done"), ("System check", "Back"), ("Read them", "Back")):
            wizard.click(leads)
            wizard.wait("button", back)
            _is_within_reach(wizard, desktop)
            wizard.click(back)
            wizard.wait_for_text(journeys.READY)
        wizard.click("Install")
        wizard.wait_for_text(journeys.INSTALLING)
        journeys.until_building(wizard, stage)
        _is_within_reach(wizard, desktop)
        wizard.click("Cancel")
        wizard.wait_for_text(journeys.STOP_QUESTION)
        _is_within_reach(wizard, desktop)
        journeys.until_built(wizard, stage, journeys.IS_READY)
        _is_within_reach(wizard, desktop)
