"""A cancel at any moment ends within two seconds, leaves no file and no process, and the old engines untouched."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from pathlib import Path

import psutil
import pytest

from tests.support.models import conv_net, deep_net
from tests.support.packages import model_entry, write_manifest
from tests.support.program import run, start

CANCEL_SECONDS = 2.0


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "package"
    deep = deep_net(folder / "deep.onnx", layers=1500)
    small = conv_net(folder / "small.onnx")
    return write_manifest(folder, model_entry(folder, deep), model_entry(folder, small))


def start_install(tmp_path: Path, package: Path) -> subprocess.Popen[bytes]:
    places = ("--package", package, "--target", tmp_path / "target", "--log", tmp_path / "run.log")
    return start("install", "--quiet", "--progress", "jsonl", *places, home=tmp_path)


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
    assert took < CANCEL_SECONDS
    assert orphans(tmp_path) == []
    assert not (tmp_path / "target").exists()
    assert (tmp_path / "run.log").read_text().splitlines()[-1] == "RESULT code=130 name=cancelled"


@pytest.mark.parametrize("moment", [b'"model_started"', b"Determining refit"])
def test_a_cancel_leaves_the_old_engines_untouched(tmp_path: Path, package: Path, moment: bytes) -> None:
    small = package / "small.onnx"
    old = write_manifest(tmp_path / "old", model_entry(tmp_path / "old", conv_net(tmp_path / "old" / "small.onnx")))
    assert run("install", "--package", old, "--target", tmp_path / "target", home=tmp_path).code == 0
    before = snapshot(tmp_path)
    conv_net(small, channels=31)
    write_manifest(package, model_entry(package, package / "deep.onnx"), model_entry(package, small))
    with start_install(tmp_path, package) as process:
        wait_for(process, moment)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
    assert process.returncode == 130
    assert snapshot(tmp_path) == before


def test_the_end_of_standard_input_is_no_cancel(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    write_manifest(folder, model_entry(folder, conv_net(folder / "small.onnx")))
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
