"""A double click where one click would do must not start what comes on the next page, wherever its button is."""

from __future__ import annotations

import time

import pytest

from tests.support.screen import Start
from tools.walkthrough import journeys
from tools.walkthrough.desktop import Desktop, wait_for
from tools.walkthrough.journeys import IS_INSTALLED, READY
from tools.walkthrough.stage import NAME, Stage
from tools.walkthrough.wizard import QUIET_SECONDS, Wizard

DOUBLE_CLICK_MS = 120


def _stays(wizard: Wizard, text: str, gone: str) -> None:
    """Nothing starts until buttons listen again, and a little longer."""
    since = time.monotonic()

    def look() -> bool | None:
        assert wizard.find("label", gone) is None
        return time.monotonic() - since > 2 * QUIET_SECONDS or None

    wizard.wait_for_text(text)
    wait_for(look, 20, wizard.told)


@pytest.fixture
def installed(start: Start, stage: Stage) -> Stage:
    """An application that has been installed, without a window."""
    with start("install", "--quiet") as run:
        assert run.wait_for_end() == 0, run.output.read_text()
    return stage


def test_twice_on_back_or_done_does_not_install(start: Start, stage: Stage) -> None:
    with start("install") as wizard:
        journeys.accept(wizard)
        for leads, back in (("Options…", "Done"), ("System check", "Back")):
            wizard.click(leads, times=2)
            wizard.wait("button", back)
            wizard.click(back, times=2)
            _stays(wizard, READY, journeys.INSTALLING)
    assert not stage.target.exists()


def test_the_second_click_on_repair_does_not_repair(start: Start, desktop: Desktop, installed: Stage) -> None:
    (installed.target / "data/presets").unlink()
    title, doing = "needs a repair", "Repairing"
    with start("repair") as wizard:
        wizard.wait_for_text(f"{NAME} {title}")
        # Where the button is that starts it.
        starts = wizard.wait("button", "Repair").middle
    with start("install") as wizard:
        wizard.wait_for_text(IS_INSTALLED)
        desktop.click_both(wizard.resting("Repair").middle, starts, gap_ms=DOUBLE_CLICK_MS)
        _stays(wizard, f"{NAME} {title}", f"{doing} {NAME}")
    assert not (installed.target / "data/presets").exists()


def test_the_second_click_on_remove_does_not_remove(start: Start, desktop: Desktop, installed: Stage) -> None:
    with start("uninstall") as wizard:
        wizard.wait_for_text(f"Remove {NAME}?")
        starts = wizard.wait("button", "Remove").middle
    with start("install") as wizard:
        wizard.wait_for_text(IS_INSTALLED)
        desktop.click_both(wizard.resting("Remove").middle, starts, gap_ms=DOUBLE_CLICK_MS)
        _stays(wizard, f"Remove {NAME}?", f"Removing {NAME}")
    assert (installed.target / "bin/lumen").exists()


def test_the_second_click_on_cancel_does_not_stop(start: Start, desktop: Desktop, stage: Stage) -> None:
    stage.hold = True
    with start("install") as wizard:
        journeys.begin(wizard, stage)
        wizard.click("Cancel")
        wizard.wait_for_text(journeys.STOP_QUESTION)
        stops = wizard.wait("button", "Stop").middle
        wizard.click("Keep installing")
        wizard.wait_until_gone("label", journeys.STOP_QUESTION)
        desktop.click_both(wizard.resting("Cancel").middle, stops, gap_ms=DOUBLE_CLICK_MS)
        _stays(wizard, journeys.STOP_QUESTION, "Stopping…")
        assert wizard.process.poll() is None
