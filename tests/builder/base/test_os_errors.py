"""What is said of a file operation that failed: `explain_os_error` of builder/base/files.py."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from builder.base import files
from builder.base.errors import AccessDenied, DiskFull, FileInUse, InvalidParameter, IoError, OutOfMemory, Remedy
from builder.base.files import explain_if_about_file, explain_os_error
from builder.base.text import say


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


def test_programs_that_hold_a_file_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.base.files.programs_holding", lambda _files: ("Photo Studio", "Evil\n工"))
    error = explain_os_error(OSError(errno.EBUSY, "busy"), tmp_path / "a", say("replace"))
    assert isinstance(error, FileInUse)
    assert error.message == rf"Cannot replace {tmp_path / 'a'}: it is in use by Photo Studio, Evil\n工."
    assert error.plain == r"Files are in use. Close Photo Studio, Evil\n工, then try again."


@pytest.mark.parametrize(
    ("number", "doing", "plain", "remedy"),
    [
        (errno.EACCES, "write", "You are not allowed to write there.", Remedy.OTHER_FOLDER),
        (errno.EACCES, "read", "You are not allowed to read a file that is needed.", Remedy.TRY_AGAIN),
        (errno.EACCES, "replace", "You are not allowed to change what is installed there.", Remedy.OTHER_FOLDER),
        (errno.EROFS, "write", "That disk is read-only.", Remedy.OTHER_FOLDER),
        (errno.ENOTDIR, "write", "This folder cannot be used.", Remedy.OTHER_FOLDER),
        (errno.ENOTDIR, "read", "A file could not be read.", Remedy.TRY_AGAIN),
        (errno.EIO, "read", "A file could not be read.", None),
        (errno.EIO, "write", "A file could not be read or written.", None),
        (errno.EBUSY, "read", "Another program is using a file that is needed. Close it, then try again.", None),
        (
            errno.EBUSY,
            "write",
            "Another program is using a file that must be replaced. Close it, then try again.",
            None,
        ),
    ],
)
def test_a_window_says_what_was_denied_and_offers_what_helps(
    number: int, doing: str, plain: str, remedy: Remedy | None
) -> None:
    error = explain_os_error(OSError(number, os.strerror(number)), Path("/target/file"), say(doing))
    assert error.plain == plain
    if remedy:
        assert error.remedy == remedy
        assert ("--target" in error.hint) == (number != errno.ENOTDIR and doing != "read")
    if number == errno.EBUSY:
        assert error.message == f"Cannot {doing} /target/file: another program is using it."


def test_an_error_that_says_nothing_is_put_into_words_all_the_same() -> None:
    assert explain_os_error(PermissionError(errno.EACCES, None), Path("/f"), say("read")).message == (
        "Cannot read /f: access denied."
    )
    assert explain_os_error(OSError("odd"), Path("/f"), say("read")).message == "Cannot read /f: odd."


def test_what_another_program_holds_is_in_use_also_where_the_system_says_denied(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    denied = PermissionError(errno.EACCES, "Permission denied")
    assert isinstance(explain_os_error(denied, Path("/f"), say("read")), AccessDenied)
    monkeypatch.setattr(files, "is_held", lambda path: path == Path("/f"))
    assert isinstance(explain_os_error(denied, Path("/f"), say("read")), FileInUse)
    full = OSError(errno.ENOSPC, "No space left on device")
    assert isinstance(explain_os_error(full, Path("/f"), say("write")), DiskFull)


def test_only_an_error_that_names_a_file_is_about_one() -> None:
    for name in ("/some/file", b"/some/file"):
        explained = explain_if_about_file(OSError(errno.ENOENT, "No such file", name))
        assert explained is not None
        assert explained.message == "Cannot read /some/file: No such file."
    assert explain_if_about_file(OSError(errno.EPIPE, "Broken pipe")) is None
    assert explain_if_about_file(ValueError("x")) is None
    assert explain_if_about_file(SyntaxError("x", ("/some/file", 1, 1, ""))) is None
