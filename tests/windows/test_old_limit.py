"""Paths of more than 260 characters, where Windows takes them only with a prefix."""

from __future__ import annotations

import pytest

from tests.support.payloads import payload_package
from tests.windows.running import PYTHON, SOURCE, Ended, Windows

DEEP = "/".join(["d" * 60] * 2) + "/" + "n" * 60 + ".txt"


@pytest.fixture(scope="module")
def deep(started_windows: Windows) -> str:
    folder = r"C:\packages\deep"
    payload_package(started_windows.here(folder), {DEEP: b"deep", "Studio.exe": b"MZ"}, defaults={"no_gpu": "portable"})
    return folder


def run(windows: Windows, *arguments: str) -> Ended:
    command = [PYTHON, "-X", "utf8", r"Z:\session\tools\old_limit.py", *arguments]
    ended = windows.execute(command, folder=SOURCE)
    assert ended.code == 0, ended.text
    return ended


@pytest.mark.parametrize("length", [*(pytest.param(few, marks=pytest.mark.exhaustive) for few in (40, 149)), 245])
def test_no_path_is_too_long_for_windows_without_long_paths(windows: Windows, deep: str, length: int) -> None:
    target = "C:\\targets\\limit\\".ljust(length, "t")
    run(windows, "install", "--quiet", "--package", deep, "--target", target)
    file = windows.here(target) / DEEP
    assert file.read_bytes() == b"deep"
    file.unlink()
    run(windows, "repair", "--quiet", "--target", target)
    assert file.read_bytes() == b"deep"
    run(windows, "status", "--target", target)
    run(windows, "uninstall", "--quiet", "--target", target)
    assert not windows.here(target).exists()
