"""What people do with the window, from its first page to its last; each journey can be photographed on its way."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from tools.walkthrough.desktop import wait_for
from tools.walkthrough.stage import FEATURES, NAME, VERSION, Stage
from tools.walkthrough.wizard import WITHIN_SECONDS, Wizard

Start = Callable[..., AbstractContextManager[Wizard]]
Show = Callable[[str], None]

READY = "Your PC is ready"
INSTALLING = f"Installing {NAME}"
IS_READY = f"{NAME} is ready"
IS_INSTALLED = f"{NAME} {VERSION} is installed"
STOP_QUESTION = f"Stop installing {NAME}?"
ACCEPT = re.compile("^I accept")
CANCELLED = 130


def nothing(_name: str) -> None:
    """Take no picture."""


def until_built(wizard: Wizard, stage: Stage, title: str) -> None:
    """Let everything be built that is held, until the page has this title."""

    def look() -> bool | None:
        stage.release()
        return wizard.find("label", title) is not None or None

    wait_for(look, WITHIN_SECONDS, wizard.told)


def until_building(wizard: Wizard, stage: Stage) -> None:
    """Wait until something is being built and held."""
    wait_for(lambda: stage.holding.exists() or None, WITHIN_SECONDS, wizard.told)


def accept(wizard: Wizard) -> None:
    """Accept the license, on a computer where all is well."""
    wizard.wait_for_text(READY)
    wizard.click(ACCEPT, "check box")


def begin(wizard: Wizard, stage: Stage) -> None:
    """Accept the license and install, until something is being built; only on a stage that holds."""
    accept(wizard)
    wizard.click("Install")
    wizard.wait_for_text(INSTALLING)
    until_building(wizard, stage)


def install(start: Start, stage: Stage, show: Show = nothing) -> None:
    """Install with two clicks, and start the application at the end."""
    stage.hold = True
    with start("install") as wizard:
        wizard.wait_for_text(READY)
        show("1 welcome")
        wizard.click("Options…")
        wizard.wait_for_text("Options")
        wizard.wait("button", "Done")
        show("2 options")
        wizard.click("Done")
        wizard.wait_for_text(READY)
        wizard.click("System check")
        wizard.wait_for_text("System check")
        show("3 system check")
        wizard.click("Back")
        begin(wizard, stage)
        show("4 progress")
        wizard.click("Show details")
        wizard.wait("button", "Hide details")
        show("5 details")
        until_built(wizard, stage, IS_READY)
        show("6 done")
        wizard.click("Finish")
        assert wizard.wait_for_end() == 0, wizard.output.read_text()
    assert features_of(stage) == set(FEATURES)
    started = stage.home / "started"
    wait_for(lambda: started.exists() or None, WITHIN_SECONDS, lambda: f"{NAME} was not started")


def cancel(start: Start, stage: Stage, show: Show = nothing) -> None:
    """Think again about stopping, and then stop."""
    stage.hold = True
    with start("install") as wizard:
        begin(wizard, stage)
        wizard.click("Cancel")
        wizard.wait_for_text(STOP_QUESTION)
        show("1 stop question")
        wizard.click("Keep installing")
        wizard.wait_until_gone("label", STOP_QUESTION)
        wizard.click("Cancel")
        wizard.wait_for_text(STOP_QUESTION)
        wizard.click("Stop")
        assert wizard.wait_for_end() == CANCELLED, wizard.output.read_text()
    assert not stage.target.exists()


def repair(start: Start, stage: Stage, show: Show = nothing) -> None:
    """Look whether all is well, and repair it when it is not: with the installer that was downloaded once."""
    stage.hold = False
    with start("install") as wizard:
        wizard.wait_for_text(IS_INSTALLED)
        show("1 maintenance")
        wizard.click("Repair")
        wizard.wait_for_text("Everything is fine")
        show("2 nothing to repair")
        wizard.click("Close")
        wizard.wait_for_end()
    damaged = stage.target / "data/presets"
    damaged.unlink()
    with start("repair") as wizard:
        wizard.wait_for_text(f"{NAME} needs a repair")
        show("3 needs a repair")
        wizard.click("Repair")
        wizard.wait_for_text(IS_READY)
        show("4 done")
        wizard.click("Finish")
        assert wizard.wait_for_end() == 0, wizard.output.read_text()
    assert damaged.exists()


def new_card(start: Start, stage: Stage, show: Show = nothing) -> None:
    """Optimize for another graphics card; `stage` has it already."""
    with start("repair") as wizard:
        wizard.wait_for_text("Your graphics card changed")
        show("1 new card")
        wizard.click(re.compile("^Optimize"))
        wizard.wait_for_text(IS_READY)
        show("2 done")
        wizard.click("Finish")
        assert wizard.wait_for_end() == 0, wizard.output.read_text()


def change(start: Start, stage: Stage, show: Show = nothing) -> None:
    """Do without the last feature."""
    with start("install") as wizard:
        wizard.wait_for_text(IS_INSTALLED)
        wizard.click("Change")
        wizard.wait("check box", FEATURES[-1])
        show("1 features")
        wizard.click(FEATURES[-1], "check box")
        wizard.click("Apply")
        wizard.wait_for_text(IS_READY)
        show("2 done")
        wizard.click("Finish")
        assert wizard.wait_for_end() == 0, wizard.output.read_text()
    assert features_of(stage) == set(FEATURES[:-1])


def remove(start: Start, stage: Stage, show: Show = nothing) -> None:
    """Take the application off this computer."""
    with start("uninstall") as wizard:
        wizard.wait_for_text(f"Remove {NAME}?")
        show("1 remove")
        wizard.click("Remove")
        wizard.wait_for_text(f"{NAME} was removed")
        show("2 removed")
        wizard.click("Close")
        assert wizard.wait_for_end() == 0, wizard.output.read_text()
    assert not stage.target.exists()


def features_of(stage: Stage) -> set[str]:
    """The features that are installed."""
    index = json.loads(Path(stage.target / "engines/engines.json").read_text(encoding="utf-8"))
    return {engine["feature"] for engine in index["engines"]}
