from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.base.errors import (
    AccessDenied,
    BlockedByPolicy,
    DiskFull,
    EngineInstallerError,
    FileInUse,
    InvalidParameter,
    IoError,
    OutOfMemory,
)
from builder.base.files import (
    _fault_of_path,
    absolute,
    explain_os_error,
    is_link,
    make_directory_noting_new,
    relative_fault,
    sha256_of,
    write_atomically,
)
from builder.base.text import say


def test_a_file_of_any_size_is_hashed(tmp_path: Path) -> None:
    for size in (0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1):
        content = os.urandom(size)
        (tmp_path / "file").write_bytes(content)
        assert sha256_of(tmp_path / "file") == hashlib.sha256(content).hexdigest()


_PARTS = st.sampled_from(
    ["a", "b.c", "con", "COM1", "lpt9.x", "nul", "..", ".", "x.", "é", " ", "a-b+c", "_", "-a", "A" * 101]
)


@given(st.lists(_PARTS, max_size=4).map("/".join) | st.text("aCON.1/-_+ :\\\n\0é", max_size=12))
def test_paths_that_are_plain_have_no_fault(relative: str) -> None:
    assert relative_fault(relative) == _fault_of_path(relative)


def test_an_atomic_write_replaces_everything_or_nothing(tmp_path: Path) -> None:
    path = tmp_path / "engines.json"
    write_atomically(path, b"old", tmp_path / "temporary")
    write_atomically(path, b"new", tmp_path / "temporary")
    assert path.read_bytes() == b"new"
    path.unlink()
    path.mkdir()
    with pytest.raises(InvalidParameter):
        write_atomically(path, b"newer", tmp_path / "temporary")
    assert list(tmp_path.iterdir()) == [path]


def test_a_refused_write_is_told_and_not_its_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(AccessDenied, match=r"Cannot write \S+answers.toml: "):
        write_atomically(tmp_path / "answers.toml", b"x", tmp_path / "answers.toml.new")


@pytest.mark.parametrize(
    ("number", "kind", "hint"),
    [
        (errno.ENOSPC, DiskFull, "Free some space"),
        (errno.EACCES, AccessDenied, "--target"),
        (errno.EBUSY, FileInUse, "Close the application"),
        (errno.ENOMEM, OutOfMemory, "Close other programs"),
        (errno.ENAMETOOLONG, InvalidParameter, ""),
    ],
)
def test_a_failed_operation_is_reported_in_words(number: int, kind: type, hint: str) -> None:
    error = explain_os_error(OSError(number, os.strerror(number), "/temporary"), Path("/target/file"), say("write"))
    assert isinstance(error, kind)
    assert error.message.startswith("Cannot write /target/file: ")
    assert hint in error.hint
    assert "/temporary" in error.detail


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENAMETOOLONG, errno.ENOTDIR])
def test_a_failed_removal_asks_for_no_other_path(number: int) -> None:
    """What is removed was found there. Windows says EINVAL of errors that C does not know."""
    error = explain_os_error(OSError(number, os.strerror(number)), Path("/target/file"), say("remove"))
    assert isinstance(error, IoError)
    assert "path" not in error.hint


def test_new_folders_are_named_innermost_first(tmp_path: Path) -> None:
    assert make_directory_noting_new(tmp_path / "a/b") == [tmp_path / "a/b", tmp_path / "a"]
    assert make_directory_noting_new(tmp_path / "a/b") == []


def test_folders_that_another_run_removes_meanwhile_are_made_again(tmp_path: Path) -> None:
    removed: list[str] = []

    def check() -> None:
        if (tmp_path / "a").exists() and not removed:
            (tmp_path / "a").rmdir()
            removed.append("a")

    assert make_directory_noting_new(tmp_path / "a/b", check) == [tmp_path / "a/b", tmp_path / "a"]
    assert removed == ["a"]


def test_a_folder_that_can_never_be_made_is_an_error() -> None:
    with pytest.raises(EngineInstallerError, match="Cannot create the folder /proc/none"):
        make_directory_noting_new(Path("/proc/none/engines"))


def test_a_relative_path_needs_a_current_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    assert absolute(Path("a/../b")) == gone / "b"
    gone.rmdir()
    assert absolute(tmp_path / "x") == tmp_path / "x"
    with pytest.raises(InvalidParameter, match="no longer exists"):
        absolute(Path("x"))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_no_folder_is_made_behind_a_link_that_appears_meanwhile(tmp_path: Path) -> None:
    """In a folder such as /tmp, others can put a link where nothing was when that was looked at."""
    (tmp_path / "victim").mkdir()
    app = tmp_path / "shared/app"
    app.parent.mkdir()

    def check() -> None:
        if app.is_symlink():
            raise BlockedByPolicy(say("a link"))
        app.symlink_to(tmp_path / "victim")

    with pytest.raises(BlockedByPolicy):
        make_directory_noting_new(app / "engines", check)
    assert list((tmp_path / "victim").iterdir()) == []
    assert app.is_symlink()


def test_folders_that_may_not_be_used_after_all_are_removed_again(tmp_path: Path) -> None:
    def check() -> None:
        if (tmp_path / "one/two").exists():
            raise BlockedByPolicy(say("another user"))

    with pytest.raises(BlockedByPolicy):
        make_directory_noting_new(tmp_path / "one/two/three", check)
    assert list(tmp_path.iterdir()) == []
    assert make_directory_noting_new(tmp_path / "one/two") == [tmp_path / "one/two", tmp_path / "one"]


def test_programs_that_hold_a_file_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.base.files.programs_holding", lambda _files: ("Photo Studio", "Evil\n工"))
    error = explain_os_error(OSError(errno.EBUSY, "busy"), tmp_path / "a", say("replace"))
    assert isinstance(error, FileInUse)
    assert error.message == rf"Cannot replace {tmp_path / 'a'}: it is in use by Photo Studio, Evil\n工."
    assert error.plain == r"Files are in use. Close Photo Studio, Evil\n工, then try again."


def test_a_junction_is_a_link_like_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    folder = tmp_path / "folder"
    folder.mkdir()
    assert [is_link(tmp_path / name) for name in ("link", "folder", "none", "folder/none")] == [True, *[False] * 3]
    # As Windows' lstat tells it.
    status = SimpleNamespace(st_mode=stat.S_IFDIR, st_reparse_tag=0xA0000003)
    monkeypatch.setattr(Path, "lstat", lambda _path: status)
    assert is_link(folder)
