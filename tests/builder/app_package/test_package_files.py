"""The files of a package as they lie in its folders, which anybody may have filled."""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.app_package import package_files
from builder.app_package.package_files import (
    PackageFile,
    Unreadable,
    folder_hash,
    look_for_foreign,
    read_files,
    read_folder,
)
from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import AccessDenied, Cancelled, EngineInstallerError
from tests.support.payloads import write_files


def folder_of(root: Path, *reserved: str) -> tuple[list[str], list[str]]:
    """The paths that are taken, and what is found wrong."""
    files, faults = read_folder(root, reserved, NEVER)
    return [file.relative for file in files], sorted(fault.found for fault in faults)


def test_every_file_of_a_folder_is_read_in_the_order_of_paths(tmp_path: Path) -> None:
    content = {"b": b"1", "a/c": b"22", "a.txt": b"", "a/d/é": b"333"}
    write_files(tmp_path, content)
    (tmp_path / "empty").mkdir()
    files, faults = read_folder(tmp_path, (), NEVER)
    assert faults == []
    assert files == [
        PackageFile(tmp_path / name, name, hashlib.sha256(content[name]).hexdigest(), len(content[name]))
        for name in sorted(content)
    ]


def test_names_that_the_installer_uses_itself_are_refused_at_the_top_alone(tmp_path: Path) -> None:
    write_files(tmp_path, {"ENGINES/x": b"", "data/engines": b""})
    assert folder_of(tmp_path, "engines") == (
        ["ENGINES/x", "data/engines"],
        ["'ENGINES', which engine-installer uses itself"],
    )


@pytest.mark.parametrize("name", ["con", "a:b", "end.", "a\u202eb"])
def test_names_that_some_system_does_not_take_are_refused_as_files_and_as_folders(tmp_path: Path, name: str) -> None:
    write_files(tmp_path, {f"files/{name}": b"", f"folders/{name}/x": b""})
    _, faults = folder_of(tmp_path)
    assert [fault.partition(" with the name")[0] for fault in faults if "with the name" in fault] == [
        repr(f"files/{name}"),
        repr(f"folders/{name}"),
    ]


def test_names_that_differ_only_in_case_are_refused(tmp_path: Path) -> None:
    write_files(tmp_path, {"File": b"", "file": b"", "Folder/x": b"", "folder/y": b"", "x/one": b"", "y/One": b""})
    assert folder_of(tmp_path)[1] == ["'File' and 'file'", "'Folder' and 'folder'"]


def test_links_to_files_inside_count_and_all_others_are_refused(tmp_path: Path) -> None:
    root = tmp_path / "root"
    write_files(root, {"real": b"x", "folder/y": b"y"})
    (tmp_path / "outside").write_bytes(b"secret")
    for name, leads in (
        ("inside", "real"),
        ("leaves", "../outside"),
        ("nowhere", "none"),
        ("to folder", "folder"),
        ("loop", "loop"),
    ):
        (root / name).symlink_to(leads)
    files, faults = folder_of(root)
    assert files == ["folder/y", "inside", "real"]
    assert faults == [
        "'nowhere', which does not exist",
        "'to folder', a link to a folder",
        "a symbolic link that leads nowhere ('loop')",
        "a symbolic link that leaves the package ('leaves')",
    ]


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert folder_of(tmp_path) == ([], ["'pipe', which is a pipe"])


def test_a_folder_that_is_gone_is_a_fault_and_one_that_may_not_be_read_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folder_of(tmp_path / "none") == ([], ["a folder that cannot be read (No such file or directory)"])

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path))

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(AccessDenied):
        read_folder(tmp_path, (), NEVER)


def test_reading_a_folder_can_be_stopped(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        read_folder(tmp_path, (), cancel)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("none", "'none', which does not exist"),
        ("file/none", "'file/none', which does not exist"),
        ("folder", "'folder', which is a folder"),
        ("../file", "a path with '..' ('../file')"),
        ("/etc/passwd", "an absolute path ('/etc/passwd')"),
    ],
)
def test_a_file_that_cannot_be_taken_is_told_and_the_others_are_read(tmp_path: Path, path: str, found: str) -> None:
    write_files(tmp_path, {"file": b"x", "folder/x": b""})
    read = read_files(tmp_path, ["file", path], NEVER)
    unreadable = read[path]
    assert isinstance(unreadable, Unreadable)
    assert unreadable.found == found
    assert isinstance(read["file"], PackageFile)


@pytest.mark.parametrize(("number", "is_error"), [(13, True), (16, True), (5, False)])
def test_what_this_user_may_not_read_is_no_fault_of_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, is_error: bool
) -> None:
    def refuse(path: Path, _cancel: CancelToken) -> str:
        raise OSError(number, "said the system", str(path))

    monkeypatch.setattr(package_files, "sha256_of", refuse)
    if is_error:
        with pytest.raises(EngineInstallerError, match="Cannot read"):
            read_files(tmp_path, ["file"], NEVER)
        return
    assert read_files(tmp_path, ["file"], NEVER) == {
        "file": Unreadable("'file', which cannot be read (said the system)", "a readable file")
    }


def test_what_is_certainly_no_model_is_named_and_what_cannot_be_looked_at_is_left_to_others(tmp_path: Path) -> None:
    write_files(tmp_path, {"page.onnx": b"<!doctype html>", "odd.onnx": b"\x08\x09"})
    foreign = look_for_foreign(tmp_path, "page.onnx", "model")
    assert foreign is not None
    assert foreign.found.startswith("'page.onnx', which is an HTML page")
    for name in ("odd.onnx", "none", "../page.onnx", "\0"):
        assert look_for_foreign(tmp_path, name, "model") is None


@settings(max_examples=20)
@given(st.dictionaries(st.text("aB/.é-_1", min_size=1, max_size=8).map(lambda it: f"x{it}x"), st.binary(max_size=3)))
def test_the_hash_of_a_folder_does_not_depend_on_the_order_of_its_files(content: dict[str, bytes]) -> None:
    files = [PackageFile(Path(), name, hashlib.sha256(it).hexdigest(), len(it)) for name, it in content.items()]
    assert folder_hash(files) == folder_hash(reversed(files))


def test_the_hash_of_a_folder_is_what_the_shell_makes_of_it(tmp_path: Path) -> None:
    write_files(tmp_path, {"b": b"1", "a/c": b"22", "a.txt": b"", "a/é": b"333", "Z": b"4"})
    files, _ = read_folder(tmp_path, (), NEVER)
    command = "find * -type f | LC_ALL=C sort | xargs sha256sum | sha256sum"
    printed = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, check=True).stdout
    assert folder_hash(files) == printed.decode().split()[0]
