"""What the wizard asks and shows, decided without Qt."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from builder.base.cancellation import CancelToken
from builder.base.errors import ExitCode
from builder.base.events import Result
from builder.base.text import NO_TEXT
from builder.building.machine import Machine
from builder.gpu.busy import BusyPolicy
from builder.gpu.nvml import Driver, Gpu
from installer.target.request import Request
from installer.wizard.assessment import Assessment, Brand, Mode, assess, brand_of, summarize
from installer.wizard.choices import Choices, with_busy_choice
from installer.wizard.navigation import (
    FOLLOWING,
    Buttons,
    Finish,
    Page,
    Phase,
    Preferred,
    Remedy,
    buttons,
    pages,
    remedy_for,
)
from tests.support.packages import small_package, write_manifest

END = (Page.READY, Page.WORKING, Page.END)
MACHINE = Machine("linux", (), Driver(), {}, 4, 8 << 30, 8 << 30, 8 << 30)


def assessed(request: Request, mode: Mode = "install", *gpus: Gpu) -> Assessment:
    from builder.backend import Installation

    libraries = {"tensorrt": Installation("11.4.0.106", "13")}
    machine = Machine("linux", gpus, Driver("580.1", "13.0"), libraries, 4, 8 << 30, 8 << 30, 8 << 30)
    return assess(mode, request, CancelToken(), lambda _cancel: machine)


def gpu(index: int, name: str) -> Gpu:
    return Gpu(index, name, f"GPU-{index}", "8.9", 12000, 11000)


@pytest.fixture
def request_for(tmp_path: Path) -> Request:
    return Request(package=small_package(tmp_path / "package", "alpha"), target=tmp_path / "target")


def test_qt_is_not_needed_to_decide() -> None:
    import subprocess

    code = "import sys, installer.wizard.navigation; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_pages_are_shown_only_where_they_have_something_to_say(request_for: Request) -> None:
    found = assessed(request_for, "install", gpu(0, "A"))
    assert pages("install", Brand(), found) == (Page.COMPUTER, Page.CHOICES, *END)
    assert pages("install", Brand(license="x"), found)[0] is Page.LICENSE
    assert pages("uninstall", Brand(), None) == END
    (request_for.target or Path()).joinpath("engines").mkdir(parents=True)
    without_choice = Choices(fast_build=True).applied(request_for)
    again = assessed(without_choice, "install", gpu(0, "A"))
    assert not again.asks_for_folder
    assert not again.asks_for_gpu
    assert again.offers_fast_build  # no timing cache covers the model


def test_choices_change_what_is_asked_for_and_nothing_else(request_for: Request, tmp_path: Path) -> None:
    assert Choices().applied(request_for) == request_for
    chosen = Choices("GPU-1", tmp_path / "x", ("faces",), fast_build=True, portable=True).applied(request_for)
    options = chosen.options
    assert (options.gpu, options.without, options.optimization_level, options.portable) == (
        "GPU-1",
        ("faces",),
        2,
        True,
    )
    assert chosen.target == tmp_path / "x"
    assert chosen.package == request_for.package


def test_what_to_do_about_a_busy_card(request_for: Request) -> None:
    waits = with_busy_choice(request_for, "wait")
    assert waits.busy.if_busy == "wait"
    assert waits.busy.timeout_seconds > BusyPolicy().timeout_seconds
    assert with_busy_choice(request_for, "build").busy.if_busy == "build"
    fast = with_busy_choice(request_for, "fast")
    assert (fast.busy.if_busy, fast.options.optimization_level) == ("build", 2)


def test_a_summary_says_each_decision_once(request_for: Request, tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", "beta")
    found = assessed(Request(package=package, target=tmp_path / "target"), "install", gpu(0, "A"))
    summed = summarize(found)
    assert summed.to_build == 2
    assert [item.what for item in summed.decisions] == ["backend", "gpu", "timing cache"]
    assert [item.choice for item in summed.decisions][:2] == ["TensorRT", "A"]
    assert found.timed_gpus == (gpu(0, "A"),)


@pytest.mark.parametrize(
    ("can_move", "code", "files", "busy", "expected"),
    [
        (True, ExitCode.OK, ("a",), False, Remedy.CLOSE),
        (True, ExitCode.OK, ("a",), True, Remedy.TIME_AGAIN),
        (True, ExitCode.BUILD_FAILED, ("a",), False, Remedy.CONTINUE),
        (True, ExitCode.BUILD_FAILED, (), False, Remedy.TRY_AGAIN),
        (True, ExitCode.DISK_FULL, (), False, Remedy.OTHER_FOLDER),
        (True, ExitCode.ACCESS_DENIED, (), False, Remedy.OTHER_FOLDER),
        (False, ExitCode.DISK_FULL, (), False, Remedy.TRY_AGAIN),
        (False, ExitCode.FILE_IN_USE, (), False, Remedy.TRY_AGAIN),
    ],
)
def test_what_helps_most_is_offered_first(
    can_move: bool, code: ExitCode, files: tuple[str, ...], busy: bool, expected: Remedy
) -> None:
    result = Result(code.number, code.label, NO_TEXT, NO_TEXT, files)
    assert remedy_for(result, can_move=can_move, timed_while_busy=busy) is expected


def test_a_brand_is_read_from_the_package_and_later_from_its_copy(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", branding={"icon": "a.png", "license": "l.txt"})
    (package / "l.txt").write_text("Be kind.")
    request = Request(package=package, target=tmp_path / "target")
    brand = brand_of("install", request)
    assert (brand.title, brand.icon, brand.license) == ("Test App 1.0", package / "a.png", "Be kind.")
    assert brand_of("repair", request).license == ""
    kept = tmp_path / "target/.engine-installer/package"
    write_manifest(kept, {"name": "x", "onnx": "x"}, branding={"icon": "b.png"})
    assert brand_of("repair", Request(target=tmp_path / "target")).icon == kept / "b.png"


@pytest.mark.parametrize("text", ["", "schema = 9", "[branding]\nicon = 3"])
def test_a_package_that_is_not_valid_has_no_brand(tmp_path: Path, text: str) -> None:
    (tmp_path / "app.toml").write_text(text)
    assert brand_of("install", Request(package=tmp_path, target=tmp_path / "target")) == Brand()


def reachable(start: Phase) -> set[Phase]:
    found, new = set[Phase](), {start}
    while new:
        found |= new
        new = {after for phase in new for after in FOLLOWING[phase]} - found
    return found


def test_every_phase_leads_to_every_other() -> None:
    for phase in Phase:
        assert reachable(phase) == set(Phase)


@pytest.mark.parametrize(
    ("phase", "expected"),
    [
        (Phase.ASSESSING, {Phase.ASSESSING, Phase.ASKING, Phase.WORKING}),
        (Phase.ASKING, {Phase.ASSESSING, Phase.WORKING}),
        (Phase.WORKING, {Phase.STOPPING, Phase.COMMITTED, Phase.ENDED}),
        (Phase.STOPPING, {Phase.ENDED}),
        (Phase.COMMITTED, {Phase.ENDED}),
        (Phase.ENDED, {Phase.ASSESSING}),
    ],
)
def test_what_has_begun_ends_before_anything_else_begins(phase: Phase, expected: set[Phase]) -> None:
    assert FOLLOWING[phase] == expected
    assert phase.is_busy == (phase in (Phase.WORKING, Phase.STOPPING, Phase.COMMITTED))


PLAIN = Buttons()
RETRY = Buttons(more=Remedy.TRY_AGAIN)
ONLY_RETRY = Buttons(more=Remedy.TRY_AGAIN, preferred=Preferred.MORE)


@pytest.mark.parametrize(
    ("phase", "page", "is_complete", "is_refused", "expected"),
    [
        # While the computer is being checked, there is nothing to try again.
        (Phase.ASSESSING, Page.COMPUTER, False, False, PLAIN),
        (Phase.ASSESSING, Page.READY, False, False, PLAIN),
        # Everything is fine.
        (Phase.ASKING, Page.COMPUTER, True, False, PLAIN),
        (Phase.ASKING, Page.READY, True, False, PLAIN),
        # Something prevents it, and no other choice can help, or one may.
        (Phase.ASKING, Page.COMPUTER, False, False, ONLY_RETRY),
        (Phase.ASKING, Page.COMPUTER, False, True, ONLY_RETRY),
        (Phase.ASKING, Page.COMPUTER, True, True, RETRY),
        (Phase.ASKING, Page.READY, False, True, ONLY_RETRY),
        # These pages say nothing about the computer.
        (Phase.ASKING, Page.LICENSE, False, True, PLAIN),
        (Phase.ASKING, Page.CHOICES, True, True, PLAIN),
        (Phase.ASKING, Page.CHOICES, False, True, PLAIN),
        # A run can be cancelled until it is being stopped or commits.
        (Phase.WORKING, Page.WORKING, False, False, Buttons(can_turn_pages=False)),
        (Phase.STOPPING, Page.WORKING, False, False, Buttons(can_cancel=False, can_turn_pages=False)),
        (Phase.COMMITTED, Page.WORKING, False, False, Buttons(can_cancel=False, can_turn_pages=False)),
        (Phase.ENDED, Page.WORKING, True, False, Buttons(can_turn_pages=False)),
    ],
)
@pytest.mark.parametrize("remedy", Remedy)
def test_buttons_before_the_end(
    phase: Phase, page: Page, is_complete: bool, is_refused: bool, expected: Buttons, remedy: Remedy
) -> None:
    """What would help after an earlier run changes nothing."""
    assert buttons(phase, page, is_complete=is_complete, is_refused=is_refused, remedy=remedy) == expected


@pytest.mark.parametrize(
    ("remedy", "more", "finish", "preferred"),
    [
        (Remedy.CLOSE, None, Finish.FINISH, Preferred.FINISH),
        (Remedy.TIME_AGAIN, Remedy.TIME_AGAIN, Finish.FINISH, Preferred.FINISH),
        (Remedy.CONTINUE, Remedy.TRY_AGAIN, Finish.CONTINUE, Preferred.FINISH),
        (Remedy.TRY_AGAIN, Remedy.TRY_AGAIN, Finish.CLOSE, Preferred.MORE),
        (Remedy.OTHER_FOLDER, Remedy.OTHER_FOLDER, Finish.CLOSE, Preferred.MORE),
    ],
)
@pytest.mark.parametrize("is_refused", [True, False])
def test_buttons_at_the_end(
    remedy: Remedy, more: Remedy | None, finish: Finish, preferred: Preferred, is_refused: bool
) -> None:
    shown = buttons(Phase.ENDED, Page.END, is_complete=True, is_refused=is_refused, remedy=remedy)
    assert shown == Buttons(more, finish, preferred)
