"""What real runs that fail tell a window: a sentence for people who know no engines, and what can be done."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from builder.base.cancellation import CancelToken
from builder.base.errors import Remedy
from builder.base.events import Event, ModelFinished, Phase, Result
from builder.engines.store import EngineStore
from installer.actions.log import RunLog
from installer.actions.runner import action_of, run_action
from installer.target.request import Request
from tests.support.in_process import user
from tests.support.models import conv_net, deep_net, shapeless_net, unsupported_net
from tests.support.packages import package_of, small_package
from tests.support.program import ROOT, environment
from tests.support.rights import closed, open_folder

INCOMPLETE = "This setup is incomplete or damaged. Download it again."


@pytest.fixture
def home() -> Iterator[Path]:
    with open_folder() as folder, user(folder):
        (folder / "logs").mkdir()
        (folder / "logs").chmod(0o777)
        yield folder


def ended(home: Path, package: Path, command: str = "install", show: Callable[[Event], None] | None = None) -> Result:
    log = RunLog(home / "logs" / f"{len(list((home / 'logs').iterdir()))}.log", [], "current-user")
    request = Request(package=package if command == "install" else None, target=home / "target", log_path=log.path)
    result = run_action(action_of(command), request, log, show or (lambda _event: None), CancelToken())
    log.close(result)
    return result


def told(result: Result) -> tuple[str, str, Remedy]:
    return result.label, str(result.plain), result.remedy


def test_who_may_not_read_or_write_there(home: Path) -> None:
    # With all rights first, also because modules are imported.
    assert told(ended(home, small_package(home / "package", "alpha"))) == ("ok", "", Remedy.NONE)
    package = small_package(home / "other", "beta")
    with closed(home / "target"):
        result = ended(home, package)
    assert told(result) == ("access_denied", "You are not allowed to read a file that is needed.", Remedy.TRY_AGAIN)
    with closed():
        result = ended(home, package)
    assert told(result) == ("access_denied", "You are not allowed to write there.", Remedy.OTHER_FOLDER)


def test_a_package_that_was_damaged_on_its_way(home: Path) -> None:
    package = small_package(home / "package", "alpha")
    model = package / "models/alpha.onnx"
    model.write_bytes(model.read_bytes()[:-1] + b"x")
    assert told(ended(home, package)) == ("package_invalid", INCOMPLETE, Remedy.DOWNLOAD_AGAIN)


@pytest.mark.parametrize(
    ("number", "plain"),
    [
        (signal.SIGABRT, "A part of the setup stopped unexpectedly."),
        (signal.SIGKILL, "A part of the setup stopped unexpectedly. Your PC may have run out of memory."),
    ],
)
def test_a_part_of_the_setup_that_crashes(home: Path, number: signal.Signals, plain: str) -> None:
    package = package_of(home / "package", deep_net(home / "package/deep.onnx"))
    hit: list[int] = []

    def hit_the_builder(event: Event) -> None:
        if isinstance(event, Phase) and not hit:
            (builder,) = [child for child in psutil.Process().children() if child.name().startswith("python")]
            builder.send_signal(number)
            hit.append(builder.pid)

    assert told(ended(home, package, show=hit_the_builder)) == ("build_failed", plain, Remedy.TRY_AGAIN)


def test_a_model_that_the_library_cannot_build(home: Path) -> None:
    package = package_of(home / "package", unsupported_net(home / "package/bad.onnx"))
    plain = "An AI feature could not be optimized for this PC."
    assert told(ended(home, package)) == ("build_failed", plain, Remedy.NONE)


def test_some_of_several_models_that_fail_each_for_its_reason(home: Path) -> None:
    folder, events = home / "package", list[Event]()
    bad, faulty = unsupported_net(folder / "bad.onnx"), shapeless_net(folder / "faulty.onnx")
    package = package_of(folder, bad, faulty, conv_net(folder / "good.onnx"))
    result = ended(home, package, show=events.append)
    plain = "2 AI features could not be set up, for several reasons."
    assert told(result) == ("build_failed", plain, Remedy.NONE)
    assert len(result.files) == 1
    assert {event.model: str(event.plain) for event in events if isinstance(event, ModelFinished)} == {
        "bad": "An AI feature could not be optimized for this PC.",
        "faulty": "An AI feature has a fault that only its publisher can correct.",
        "good": "",
    }


def test_another_setup_that_is_at_work(home: Path) -> None:
    package = small_package(home / "package", "alpha")
    with EngineStore(home / "target").exclusive():
        result = ended(home, package)
    plain = "This application is already being set up in another window."
    assert told(result) == ("already_running", plain, Remedy.WAIT)


def test_a_repair_that_lacks_what_it_would_be_made_from(home: Path) -> None:
    package = small_package(home / "package", "alpha")
    assert told(ended(home, package, "repair")) == ("not_installed", "Nothing is installed here.", Remedy.NONE)
    assert told(ended(home, package)) == ("ok", "", Remedy.NONE)


_ON_A_SMALL_DISK = """
import sys
from pathlib import Path
from builder.base.cancellation import CancelToken
from builder.base.events import ModelStarted
from installer.actions.log import RunLog
from installer.actions.runner import action_of, run_action
from installer.target.request import Request

def fill(event):
    if isinstance(event, ModelStarted) and sys.argv[2] == "fill":
        with open("disk/filler", "wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(bytes(4096))
            except OSError:
                pass

log = RunLog(Path("run.log").absolute(), [], "current-user")
request = Request(package=Path(sys.argv[1]), target=Path("disk/target").absolute())
result = run_action(action_of("install"), request, log, fill, CancelToken())
print(result.label, result.plain, result.remedy.name, sep="|")
"""


@pytest.mark.needs("small disk")
@pytest.mark.parametrize(
    ("megabytes", "how", "plain"),
    [(24, "fill", "The disk became full."), (2, "leave", "There is not enough room on the disk.")],
)
def test_a_disk_that_is_full(home: Path, megabytes: int, how: str, plain: str) -> None:
    package = package_of(home / "package", deep_net(home / "package/net.onnx"))
    (home / "disk").mkdir()
    mount = f'mount -t tmpfs -o size={megabytes}m tmpfs disk && exec {sys.executable} -c "$0" {package} {how}'
    done = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "sh", "-ec", mount, _ON_A_SMALL_DISK],
        cwd=home,
        env=environment(home) | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.strip() == f"disk_full|{plain}|FREE_SPACE", done.stderr
