"""Runs that end in the middle of what a journal says, and people who work with the files before the next run."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.support.payloads import payload_package, tree, write_files
from tests.support.program import ROOT, Ended, environment, run

# Ends hard after so many changes of files have been carried out.
CUT_OFF = """
import os, sys
sys.path.insert(0, sys.argv.pop(1))
left = int(sys.argv.pop(1))
import installer.target.transaction as transaction
def counted(change):
    def and_end(*arguments):
        global left
        change(*arguments)
        left -= 1
        if left == 0:
            os._exit(9)
    return and_end
for name in ("rename_over", "remove_file", "remove_empty_folder"):
    setattr(transaction, name, counted(getattr(transaction, name)))
from installer.command_line.main import main
sys.exit(main())
"""

FILE = {"x": b"a file", "a": b"1"}
FOLDER = {"x/y": b"in a folder", "a": b"2"}


def arguments(home: Path, command: str, files: Mapping[str, bytes] | None) -> list[str]:
    shutil.rmtree(home / "package", ignore_errors=True)
    options = ["--package", str(payload_package(home / "package", files))] if files is not None else []
    return [command, "--quiet", "--target", str(home / "target"), *options]


def act(home: Path, command: str, files: Mapping[str, bytes] | None = None) -> Ended:
    return run(*arguments(home, command, files), home=home)


def cut_off(home: Path, changes: int, command: str, files: Mapping[str, bytes] | None = None) -> int:
    return subprocess.run(
        [sys.executable, "-P", "-c", CUT_OFF, str(ROOT), str(changes), *arguments(home, command, files)],
        cwd=home, env=environment(home), stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False,
    ).returncode  # fmt: skip


def application(home: Path) -> dict[str, bytes]:
    files = tree(home / "target")
    own = (".engine-installer", "engines")
    return {name: content for name, content in files.items() if isinstance(content, bytes) and not name.startswith(own)}


def points(number: int) -> list[Any]:
    """So many numbers of changes after which a run is cut off; every other one only with -m exhaustive."""
    return [pytest.param(at, marks=[pytest.mark.exhaustive] if at % 2 == 0 else []) for at in range(1, number + 1)]


@pytest.mark.parametrize("changes", points(7))
@pytest.mark.parametrize(("before", "after"), [(FILE, FOLDER), (FOLDER, FILE)], ids=["to a folder", "to a file"])
def test_a_file_that_becomes_a_folder_or_the_reverse_can_be_completed_from_every_point(
    tmp_path: Path, before: dict[str, bytes], after: dict[str, bytes], changes: int
) -> None:
    assert act(tmp_path, "install", before).code == 0
    cut_off(tmp_path, changes, "install", after)
    ended = act(tmp_path, "install", after)
    assert ended.code == 0, ended.err
    assert application(tmp_path) == after
    assert act(tmp_path, "uninstall").code == 0
    assert not (tmp_path / "target").exists()


@pytest.mark.parametrize("command", ["install", "uninstall"])
def test_what_the_user_writes_before_the_next_run_is_kept(tmp_path: Path, command: str) -> None:
    old, new = {"a": b"1", "b": b"1"}, {"a": b"2", "b": b"2"}
    assert act(tmp_path, "install", old).code == 0
    assert cut_off(tmp_path, 1, command, new if command == "install" else None) == 9
    write_files(tmp_path / "target", {"a": b"mine", "b": b"mine too"})
    ended = act(tmp_path, command, new if command == "install" else None)
    assert ended.code == 0, ended.err
    assert {b"mine", b"mine too"} <= set(application(tmp_path).values())
    if command == "install":
        assert {name: application(tmp_path)[name] for name in new} == new


@pytest.mark.parametrize("changes", points(5))
@pytest.mark.parametrize("command", ["install", "uninstall"])
def test_a_folder_deleted_before_the_next_run_does_not_stop_it(tmp_path: Path, command: str, changes: int) -> None:
    old, new = {"d/a": b"1", "e": b"1"}, {"d/a": b"2", "e": b"2"}
    assert act(tmp_path, "install", old).code == 0
    assert cut_off(tmp_path, changes, command, new if command == "install" else None) == 9
    shutil.rmtree(tmp_path / "target/d", ignore_errors=True)
    ended = act(tmp_path, command, new if command == "install" else None)
    assert ended.code == 0, ended.err
    if command == "install":
        assert application(tmp_path) == new
    else:
        assert not (tmp_path / "target").exists()


def test_an_empty_folder_that_is_left_does_not_stand_in_the_way_of_a_file(tmp_path: Path) -> None:
    assert act(tmp_path, "install", {"x/a": b"1", "x/z/y": b"1"}).code == 0
    (tmp_path / "target/x/z/y").unlink()
    assert act(tmp_path, "install", {"x": b"2"}).code == 0
    assert application(tmp_path) == {"x": b"2"}


def test_a_folder_in_the_way_is_reported_before_anything_changes(tmp_path: Path) -> None:
    assert act(tmp_path, "install", {"x/a": b"1"}).code == 0
    (tmp_path / "target/x/mine").mkdir()
    ended = act(tmp_path, "install", {"x": b"2"})
    assert ended.code == 64
    assert "is not a file" in ended.err
    assert application(tmp_path) == {"x/a": b"1"}
    assert act(tmp_path, "uninstall").code == 0


@pytest.mark.parametrize("leads_to", ["elsewhere", "nowhere"])
def test_a_link_in_place_of_one_of_our_folders_does_not_prevent_uninstalling(tmp_path: Path, leads_to: str) -> None:
    assert act(tmp_path, "install", {"x/z/y": b"1", "b": b"1"}).code == 0
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "target/x/z/y").unlink()
    (tmp_path / "target/x/z").rmdir()
    (tmp_path / "target/x").rmdir()
    (tmp_path / "target/x").symlink_to(tmp_path / leads_to)
    ended = act(tmp_path, "uninstall")
    assert ended.code == 0, ended.err
    assert (tmp_path / "elsewhere").is_dir()
    assert act(tmp_path, "uninstall").code == 66


def test_an_installation_is_the_same_through_every_path_that_leads_to_it(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    package = payload_package(tmp_path / "package", {"a": b"1"}, registration={})
    for spelling in ("link", "real"):
        ended = run("install", "--quiet", "--package", package, "--target", tmp_path / spelling / "t", home=tmp_path)
        assert ended.code == 0
    assert "Everything is current" in ended.out
    assert run("uninstall", "--quiet", "--target", tmp_path / "real/t", home=tmp_path).code == 0
    assert not (tmp_path / "real/t").exists()
    assert list((tmp_path / ".local/share/applications").iterdir()) == []


def test_what_was_there_before_is_named_and_stays(tmp_path: Path) -> None:
    write_files(tmp_path / "target", {"a": b"1", "d/b": b"1"})
    assert act(tmp_path, "install", {"a": b"1", "d/b": b"1", "c": b"1"}).code == 0
    ended = act(tmp_path, "install", {"c": b"1"})
    assert "was changed" not in ended.err
    assert act(tmp_path, "install", {"a": b"1", "d/b": b"1", "c": b"1"}).code == 0
    planned = run("uninstall", "--plan", "--json", "--target", tmp_path / "target", home=tmp_path)
    assert json.loads(planned.out)["keep_was_there"] == ["a", "d/b"]
    ended = act(tmp_path, "uninstall")
    assert "Kept, because they were there before: a, d/b." in ended.out
    assert application(tmp_path) == {"a": b"1", "d/b": b"1"}
