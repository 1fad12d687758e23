"""A cancel at any moment ends within two seconds, leaves no file and no process, and the old engines untouched."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from pathlib import Path

import psutil
import pytest

from builder.base.cancellation import CancelToken
from builder.base.events import ModelFinished, Result
from builder.building.machine import survey_machine
from builder.engines.options import EngineOptions
from installer.actions.install import install
from installer.target.request import Request
from tests.support.load import under_load
from tests.support.models import conv_net, deep_net
from tests.support.packages import package_of, small_package
from tests.support.program import command, environment, run

CANCEL_SECONDS = 2.0


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "package"
    deep = deep_net(folder / "deep.onnx", layers=1500)
    small = conv_net(folder / "small.onnx")
    return package_of(folder, deep, small)


def start_install(tmp_path: Path, package: Path) -> subprocess.Popen[bytes]:
    places = ("--package", package, "--target", tmp_path / "target", "--log", tmp_path / "run.log")
    pipe = subprocess.PIPE
    # Not a fork: that has another environment for those who look from outside.
    arguments = command("install", "--quiet", "--progress", "jsonl", *places)
    return subprocess.Popen(arguments, cwd=tmp_path, env=environment(tmp_path), stdin=pipe, stdout=pipe, stderr=pipe)


def wait_for(process: subprocess.Popen[bytes], mark: bytes) -> None:
    """Read events up to one that holds the mark."""
    assert process.stdout is not None
    for line in process.stdout:
        if mark in line:
            return
    raise AssertionError(f"{mark!r} never came")


def orphans(home: Path) -> list[psutil.Process]:
    """Processes of this test that outlived the program; they have its home in their environment."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get("HOME") == str(home) and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except psutil.Error:
            continue
    return found


def snapshot(tmp_path: Path) -> dict[str, tuple[int, bytes]]:
    folder = tmp_path / "target/engines"
    return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.glob("**/*") if path.is_file()}


MOMENTS = [b'"hello"', b'"plan"', b'"model_started"', b"Reading the model", b"Cloning network", b"Determining refit"]


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, "command"])
def test_a_cancel_ends_the_run_cleanly(tmp_path: Path, package: Path, moment: bytes, how: signal.Signals | str) -> None:
    with start_install(tmp_path, package) as process:
        wait_for(process, moment)
        asked = time.monotonic()
        if isinstance(how, str):
            assert process.stdin is not None
            process.stdin.write(b"cancel\n")
            process.stdin.flush()
        else:
            process.send_signal(how)
        out, err = process.communicate(timeout=30)
        took = time.monotonic() - asked
    assert process.returncode == 130
    result = json.loads(out.splitlines()[-1])
    assert (result["event"], result["code"], result["name"]) == ("result", 130, "cancelled")
    assert err == b""
    assert took < under_load(CANCEL_SECONDS)
    assert orphans(tmp_path) == []
    assert not (tmp_path / "target").exists()
    assert (tmp_path / "run.log").read_text().splitlines()[-1] == "RESULT code=130 name=cancelled"


@pytest.mark.parametrize("moment", [b'"model_started"', b"Determining refit"])
def test_a_cancel_leaves_the_old_engines_untouched(tmp_path: Path, package: Path, moment: bytes) -> None:
    small = package / "small.onnx"
    old = package_of(tmp_path / "old", conv_net(tmp_path / "old" / "small.onnx"))
    assert run("install", "--package", old, "--target", tmp_path / "target", home=tmp_path).code == 0
    before = snapshot(tmp_path)
    conv_net(small, channels=31)
    package_of(package, package / "deep.onnx", small)
    with start_install(tmp_path, package) as process:
        wait_for(process, moment)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
    assert process.returncode == 130
    assert snapshot(tmp_path) == before


def test_the_end_of_standard_input_is_no_cancel(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    package_of(folder, conv_net(folder / "small.onnx"))
    with start_install(tmp_path, folder) as process:
        assert process.stdin is not None
        process.stdin.write(b"other words\n")
        process.stdin.close()
        assert process.wait(timeout=60) == 0


def test_when_the_installer_itself_is_killed_its_workers_end(tmp_path: Path, package: Path) -> None:
    with start_install(tmp_path, package) as process:
        wait_for(process, b"Determining refit")
        family = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        process.communicate(timeout=30)
    _, alive = psutil.wait_procs(family, timeout=10)
    assert alive == []
    # The next run cleans up what was left.
    assert run("install", "--package", package, "--target", tmp_path / "target", home=tmp_path).code == 0
    assert {path.suffix for path in (tmp_path / "target/engines").iterdir()} == {".engine", ".json"}


def test_a_time_limit_keeps_what_is_finished_and_the_next_run_continues(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", "beta", "gamma")
    request = Request(package, tmp_path / "target", jobs=1, options=EngineOptions(portable=True))
    cancel = CancelToken()
    events = []
    for event in install(request, survey_machine(), cancel):
        events.append(event)
        if isinstance(event, ModelFinished):
            cancel.time_out()
    result = events[-1]
    assert isinstance(result, Result)
    assert (result.label, result.code) == ("suspended", 75)
    assert result.detail == "The time limit was reached: 1 engine installed, 2 not built yet."
    assert len(list((tmp_path / "target/engines").glob("*.engine"))) == 1
    again = list(install(request, survey_machine(), CancelToken()))
    outcomes = [event.outcome for event in again if isinstance(event, ModelFinished)]
    assert sorted(outcomes) == ["built", "built", "kept"]
    assert isinstance(again[-1], Result)
    assert again[-1].label == "ok"


def test_a_time_limit_before_anything_is_finished_changes_nothing(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package_of(package, deep_net(package / "deep.onnx"))
    ended = run("install", "--timeout", "0.001", "--package", package, "--target", tmp_path / "target", home=tmp_path)
    assert ended.code == 75
    assert "The time limit was reached before an engine was finished. Nothing was changed." in ended.err
    assert not (tmp_path / "target").exists()


@pytest.mark.parametrize("minutes", ["0", "soon", "-1", "1e3"])
def test_a_bad_time_limit_is_refused(tmp_path: Path, minutes: str) -> None:
    ended = run("install", f"--timeout={minutes}", "--target", tmp_path / "target", home=tmp_path)
    assert ended.code == 64
    assert "is not a number of minutes" in ended.err
