"""The window under Wine, from its first page to its last, as a person uses it with a mouse and a keyboard.

Pictures of the pages are kept in the folder that ENGINE_INSTALLER_PICTURES names, if it names one.
"""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from tests.support.nvml import RTX_4070, Machine
from tests.support.nvml import SOURCE as NVML
from tests.support.system import require
from tests.windows.inside import StandIn
from tests.windows.running import DEMO, Windows, running
from tests.windows.screen import Screen, started
from tests.windows.stand_in import COMPILER
from tools.walkthrough.journeys import ACCEPT, INSTALLING, IS_INSTALLED, READY
from tools.walkthrough.stage import FEATURES, NAME, write_package
from tools.walkthrough.wizard import Wizard

PACKAGE, TARGET = r"C:\packages\Lumen", rf"C:\targets\{NAME} ü"
MACHINE, STARTED = r"C:\machine", r"C:\started"
NO_CARD, OPTIMIZING = "No NVIDIA graphics card found", re.compile("^Optimizing the AI features")
_APPLICATION = '#include <stdio.h>\nint main(void) { return !fopen("C:\\\\started", "w"); }\n'
_TITLE_BAR = 20
_FADED_SECONDS = 1.0

Start = Callable[..., AbstractContextManager[Wizard]]


@pytest.fixture(scope="module")
def screen(stand_in: StandIn) -> Iterator[Screen]:
    """A screen for a stand-in of its own: Wine shows windows only if its first program has found a screen."""
    require("Qt", "screen")
    with Screen() as screen, running(stand_in, screen.environment["DISPLAY"]) as windows:
        screen.windows = windows
        yield screen


@pytest.fixture(scope="module")
def started_windows(screen: Screen) -> Windows:
    """Instead of the one of other tests."""
    assert screen.windows
    return screen.windows


@pytest.fixture
def start(screen: Screen) -> Start:
    """Starts the program from source: `with start("repair") as wizard`."""

    def start_it(*arguments: str) -> AbstractContextManager[Wizard]:
        return started(screen, [*arguments, "--lang", "en"], environment={"FAKE_NVML": MACHINE})

    return start_it


@pytest.fixture
def card(windows: Windows) -> Iterator[None]:
    """A graphics card, as the driver's library describes it."""
    library = windows.here(r"C:\windows\system32\nvml.dll")
    # Windows has no pause(); nothing here hangs.
    command = [COMPILER, "-shared", "-O1", "-w", "-s", "-Dpause()=0", "-o", str(library), str(NVML)]
    subprocess.run(command, check=True)
    Machine((RTX_4070,)).write(windows.here(MACHINE))
    yield
    library.unlink()


def show(wizard: Wizard, name: str) -> None:
    """Keep a picture of the window, with its title bar, when everything that fades in is there."""
    assert wizard.is_painted
    if folder := os.environ.get("ENGINE_INSTALLER_PICTURES"):
        time.sleep(_FADED_SECONDS)
        left, top, width, height = wizard.window.place
        shown = wizard.desktop.picture().copy(QRect(left, top - _TITLE_BAR, width, height + _TITLE_BAR))
        Path(folder).mkdir(parents=True, exist_ok=True)
        assert shown.save(str(Path(folder, f"{name}.png")))


def compiled(folder: Path) -> bytes:
    """A program of Windows that leaves a trace."""
    source, program = folder / "application.c", folder / "application.exe"
    source.write_text(_APPLICATION)
    subprocess.run([COMPILER, "-O1", "-s", "-mwindows", "-o", program, source], check=True)
    return program.read_bytes()


@pytest.fixture(scope="module")
def package(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> str:
    assert screen.windows
    program = compiled(tmp_path_factory.mktemp("application"))
    write_package(screen.windows.here(PACKAGE), "bin/lumen.exe", program, defaults={"no_gpu": "portable"})
    return PACKAGE


@pytest.mark.usefixtures("card")
def test_with_a_card_its_pages_say_that_all_is_well(windows: Windows, start: Start, package: str, target: str) -> None:
    with start("install", "--package", package, "--target", target) as wizard:
        wizard.wait_for_text(READY)
        assert wizard.focused == wizard.find("check box", ACCEPT)
        show(wizard, "welcome")
        wizard.click("Options…")
        wizard.wait("button", "Done")
        show(wizard, "options")
        wizard.press("Escape")
        wizard.click("System check")
        wizard.wait_for_text("System check")
        show(wizard, "system-check")
        wizard.click("Back")
        wizard.wait_for_text(READY)
        wizard.press("Escape")
        assert wizard.wait_for_end() == 1602, wizard.told()
    assert not windows.here(target).exists()


def test_it_installs_repairs_and_removes_an_application(windows: Windows, start: Start, package: str) -> None:
    folder = windows.here(TARGET)

    with start("install", "--package", package, "--target", TARGET) as wizard:
        wizard.wait_for_text(NO_CARD)
        wizard.press("space")
        wizard.tab_to("button", "Install anyway")
        wizard.press("Return")
        wizard.wait_for_text(INSTALLING)
        wizard.wait("label", OPTIMIZING)
        show(wizard, "progress")
        wizard.wait_for_text(f"{NAME} is installed")
        show(wizard, "done")
        assert wizard.focused == wizard.find("button", "Finish")
        wizard.click(f"Start {NAME} now", "check box")
        wizard.press("Return")
        assert wizard.wait_for_end() == 0, wizard.told()
    engines = windows.engines(TARGET)
    assert len(engines) == len(FEATURES)
    windows.wait_until(windows.here(STARTED), 30)

    (folder / "engines" / next(iter(engines))).unlink()
    with start("install", "--package", package, "--target", TARGET) as wizard:
        wizard.wait_for_text(IS_INSTALLED)
        show(wizard, "maintenance")
        wizard.press("Return")
        wizard.wait_for_text(f"{NAME} needs a repair")
        show(wizard, "repair")
        wizard.press("Return")
        wizard.wait_for_text(f"{NAME} is installed")
        show(wizard, "repaired")
        wizard.press("Return")
        assert wizard.wait_for_end() == 0, wizard.told()
    assert windows.engines(TARGET) == engines

    with start("uninstall", "--target", TARGET) as wizard:
        wizard.wait_for_text(f"Remove {NAME}?")
        assert wizard.resting("Remove")
        show(wizard, "remove")
        wizard.click("Remove")
        wizard.wait_for_text(f"{NAME} was removed")
        show(wizard, "removed")
        wizard.click("Close")
        assert wizard.wait_for_end() == 0, wizard.told()
    assert not folder.exists()
    assert windows.scene("registered", "com.example.lumen") == {}


def test_where_only_cancel_is_sensible_space_does_not_press_it(start: Start, target: str) -> None:
    with start("install", "--package", DEMO, "--target", target) as wizard:
        wizard.wait_for_text(NO_CARD)
        show(wizard, "no-card")
        cancel = wizard.find("button", "Cancel")
        assert cancel
        assert "focused" not in cancel.states
        wizard.press("space")
        assert wizard.resting("Cancel")
        wizard.press("Return")
        assert wizard.wait_for_end() == 1602, wizard.told()
