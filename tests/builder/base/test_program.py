from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from builder.base import program
from builder.base.program import CHILD_ARGUMENT, child_command, own_folder
from tests.support.program import ROOT


def test_our_folder_has_our_packages_and_the_demo() -> None:
    assert own_folder() == ROOT
    assert (own_folder() / "assets/app.toml").is_file()


def test_a_child_runs_our_module_whatever_lies_in_the_current_folder(tmp_path: Path) -> None:
    (tmp_path / "builder.py").write_text("raise RuntimeError('the wrong one')")
    done = subprocess.run(
        child_command("builder.worker.__main__"),
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    # No job came.
    assert done.returncode == 1
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("executable", "contents", "expected"),
    [
        ("opt/app/App-setup", "opt/app/_internal", "opt/app/engine-installer"),
        ("opt/app/engine-installer", "opt/app/_internal", "opt/app/engine-installer"),
        ("opt/app/App-2.1-setup", "opt/app/_internal", "opt/app/engine-installer"),
        ("c/app/App-setup.exe", "c/app/_internal", "c/app/engine-installer.exe"),
        # One file, among downloads: a program of that name beside it is another one.
        ("downloads/App-setup.exe", "tmp/_MEI123", "downloads/App-setup.exe"),
    ],
)
def test_the_frozen_programs_children_come_from_its_console_executable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, executable: str, contents: str, expected: str
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / executable))
    monkeypatch.setattr(program, "own_folder", lambda: tmp_path / contents)
    assert child_command("some.module") == [str(tmp_path / expected), CHILD_ARGUMENT, "some.module"]
