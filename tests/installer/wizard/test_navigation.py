"""What the wizard asks and shows, decided without Qt."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from builder.base.cancellation import CancelToken
from builder.base.errors import ExitCode
from builder.base.events import Result
from builder.building.machine import Machine
from builder.gpu.busy import BusyPolicy
from builder.gpu.nvml import Driver, Gpu
from installer.target.installation import Request
from installer.wizard.assessment import Assessment, Brand, Mode, assess, brand_of, summarize
from installer.wizard.choices import Choices, with_busy_choice
from installer.wizard.navigation import Page, Remedy, pages, remedy_for
from tests.support.packages import small_package, write_manifest

END = (Page.READY, Page.WORKING, Page.END)
MACHINE = Machine("linux", (), Driver(), {}, 4, 8 << 30, 8 << 30)


def assessed(request: Request, mode: Mode = "install", *gpus: Gpu) -> Assessment:
    from builder.backend import Installation

    machine = Machine(
        "linux", gpus, Driver("580.1", "13.0"), {"tensorrt": Installation("11.4.0.106", "13")}, 4, 8 << 30, 8 << 30
    )
    return assess(mode, request, CancelToken(), lambda: machine)


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
    result = Result(code.number, code.label, "", "", files)
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
