"""A program that is a fork is to its test what a started one is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.support.program import command, environment, run
from tests.support.runs import Computer, computer

__all__ = ["computer"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there are no forks")


def started_really(*arguments: str | Path, home: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments), cwd=home, env=environment(home) | env, stdin=subprocess.DEVNULL, capture_output=True,
        text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "arguments", [("--version",), ("install", "--nonsense"), ("status", "--detect", "--target", "x")]
)
def test_it_ends_with_the_same_status_and_words(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    expected = started_really(*arguments, home=tmp_path)
    for _ in range(2):  # the first one is started
        ended = run(*arguments, home=tmp_path)
        assert (ended.code, ended.out, ended.err) == (expected.returncode, expected.stdout, expected.stderr)


def test_it_is_a_child_of_the_test_with_its_own_environment_folder_and_signals(computer: Computer) -> None:
    assert run("--version", home=computer.home, env=computer.env).code == 0
    for number, code in ((signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)):
        with computer.start("install") as process:
            computer.wait_for_build(process)
            seen = psutil.Process(process.pid)
            family = seen.children(recursive=True)
            assert (seen.ppid(), seen.name()[:6]) == (os.getpid(), "python")
            assert "fork server" in {child.name() for child in family}
            (worker,) = [child for child in family if child.name().startswith("python")]
            assert os.getsid(worker.pid) == worker.pid != os.getsid(process.pid)
            process.send_signal(number)
            assert process.wait(60) == code
        assert psutil.wait_procs(family, timeout=60)[1] == []
        computer.marker.unlink()
