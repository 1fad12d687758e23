"""What a screen reader says: the page, its facts, and what happens."""

from __future__ import annotations

import re

from tests.support.screen import Start
from tools.walkthrough import journeys
from tools.walkthrough.desktop import Control, Desktop, wait_for
from tools.walkthrough.journeys import READY
from tools.walkthrough.stage import CARD, FEATURES, NAME, VERSION, Stage
from tools.walkthrough.wizard import Wizard


def _read(wizard: Wizard) -> list[Control]:
    """What is read of the page from its beginning, without what has neither name nor description."""
    return [one for one in wizard.controls() if one.depth > 0 and one.name and one.role != "filler"]


def _wait_until_heard(desktop: Desktop, *texts: str) -> None:
    """Wait until each of these was part of an announcement."""
    announced: list[str] = []

    def look() -> bool | None:
        announced.extend(said for event, said in desktop.heard() if event.startswith("object:announcement"))
        return all(any(text in said for said in announced) for text in texts) or None

    wait_for(look, 20, lambda: f"of {texts}, only {announced} was said")


def test_the_first_page_is_read_from_its_title_to_its_buttons(start: Start, desktop: Desktop) -> None:
    desktop.heard()
    with start("install") as wizard:
        wizard.wait_for_text(READY)
        _wait_until_heard(desktop, f"Install {NAME} {VERSION}", READY)
        read = _read(wizard)
        names = [one.name for one in read]
        # The application's icon may come before its name.
        assert f"Install {NAME} {VERSION}" in names[:2]
        assert [one.name for one in read if one.role == "button"][-4:] == ["Help", "Options…", "Install", "Cancel"]
        facts = "\n".join(names)
        assert f"{CARD}: " in facts
        assert re.search("(minute|second)s?: You can keep using your PC", facts)
        assert re.search(r"\d (KB|MB|GB): .* free", facts)


def test_nothing_that_can_be_used_is_without_a_name(start: Start) -> None:
    with start("install") as wizard:
        journeys.accept(wizard)
        for leads, back in (("Options…", "Done"), ("System check", "Back"), ("Read them", "Back")):
            wizard.click(leads)
            wizard.wait("button", back)
            nameless = [one for one in wizard.controls() if "focusable" in one.states and one.depth and not one.name]
            assert not [one for one in nameless if one.role not in ("filler", "scroll pane", "panel", "viewport")]
            wizard.click(back)
            wizard.wait_for_text(READY)


def test_a_disabled_button_says_why(start: Start) -> None:
    with start("install") as wizard:
        wizard.wait_for_text(READY)
        button = wizard.wait("button", "Install", lambda one: bool(one.description))
        assert not button.is_usable
        assert button.description == "Accept the license terms first"


def test_progress_and_end_are_heard(start: Start, desktop: Desktop, stage: Stage) -> None:
    stage.hold = True
    with start("install") as wizard:
        journeys.begin(wizard, stage)
        _wait_until_heard(desktop, journeys.INSTALLING)
        bar = wizard.wait("progress bar", "Progress")
        assert bar.value is not None
        assert bar.description
        rows = [one.name for one in _read(wizard)]
        for feature in FEATURES:
            assert any(re.match(f"{feature}, .", name) for name in rows), rows
        wizard.click("Cancel")
        wizard.wait_for_text(journeys.STOP_QUESTION)
        _wait_until_heard(desktop, journeys.STOP_QUESTION)
        journeys.until_built(wizard, stage, journeys.IS_READY)
        _wait_until_heard(desktop, journeys.IS_READY)
