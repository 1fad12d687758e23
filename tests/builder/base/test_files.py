from __future__ import annotations

import errno
import hashlib
import io
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.base import files
from builder.base.cancellation import CancelToken
from builder.base.errors import (
    AccessDenied,
    BlockedByPolicy,
    Cancelled,
    EngineInstallerError,
    FileInUse,
    InvalidParameter,
    Remedy,
)
from builder.base.files import (
    _fault_of_path,
    absolute,
    continued_file,
    folder_name,
    hash_stream,
    is_link,
    make_directory_noting_new,
    name_fault,
    new_file,
    relative_fault,
    remove_file,
    remove_tree,
    rename_over,
    replace_file,
    resolve_inside,
    sha256_of,
    sync_file,
    write_atomically,
    write_durably,
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


def test_a_junction_is_a_link_like_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    folder = tmp_path / "folder"
    folder.mkdir()
    assert [is_link(tmp_path / name) for name in ("link", "folder", "none", "folder/none")] == [True, *[False] * 3]
    # As Windows' lstat tells it.
    status = SimpleNamespace(st_mode=stat.S_IFDIR, st_reparse_tag=0xA0000003)
    monkeypatch.setattr(Path, "lstat", lambda _path: status)
    assert is_link(folder)


@pytest.fixture
def stopped() -> CancelToken:
    cancel = CancelToken()
    cancel.cancel()
    return cancel


def test_hashing_can_be_stopped_before_the_file_is_looked_at_and_between_chunks(
    tmp_path: Path, stopped: CancelToken
) -> None:
    with pytest.raises(Cancelled):
        sha256_of(tmp_path / "none", stopped)
    (tmp_path / "large").write_bytes(b"x" * (3 << 20))
    checks: list[int] = []

    def stop() -> None:
        checks.append(1)
        if len(checks) == 3:
            raise Cancelled(say("stopped"))

    with pytest.raises(Cancelled):
        sha256_of(tmp_path / "large", SimpleNamespace(check=stop))  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [0, 1, (1 << 20) - 1, 1 << 20, (2 << 20) + 5])
def test_what_is_hashed_of_a_stream_is_what_is_copied_and_no_byte_more(size: int) -> None:
    content = os.urandom(size)
    copy, checks = io.BytesIO(), []
    assert hash_stream(io.BytesIO(content + b"more"), size, lambda: checks.append(1), copy) == (
        hashlib.sha256(content).hexdigest()
    )
    assert copy.getvalue() == content
    assert len(checks) >= (size > 0)
    assert hash_stream(io.BytesIO(content), size + 9, lambda: None) == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("con", "reserves"),
        ("COM1.txt", "reserves"),
        ("lpt¹", "reserves"),
        ("nul .x\ny", "reserves"),
        ("a:b", "does not take"),
        ("a.", "does not take"),
        ("a ", "does not take"),
        ("a\u202eb", "an invisible character (U+202E)"),
        ("é" * 128, "longer than 255 bytes"),
    ],
)
def test_a_name_that_some_system_does_not_take_has_a_fault(name: str, fault: str) -> None:
    assert fault in (name_fault(name) or "")
    assert fault in (relative_fault(f"folder/{name}") or "")


@pytest.mark.parametrize("name", ["console", "com", "a.b", ".hidden", "com10", "x.con", "é" * 127 + "a"])
def test_a_name_that_every_system_takes_has_none(name: str) -> None:
    assert name_fault(name) is None
    assert relative_fault(f"folder/{name}") is None


@pytest.mark.parametrize(
    ("application", "folder"),
    [("Photo Studio", "Photo Studio"), ("A/B: C?", "A_B_ C_"), (" x. ", "x"), ("con", ""), ("…", "…"), ("é" * 200, "")],
)
def test_a_folder_is_named_like_its_application_where_that_can_be(application: str, folder: str) -> None:
    assert folder_name(application) == folder


@pytest.mark.parametrize(
    ("relative", "fault"),
    [
        ("", "an empty path"),
        ("a\0b", "an empty path"),
        ("a/" * 999 + "bcd", "more than 2000 characters"),
        ("/etc", "an absolute path"),
        ("c:x", "an absolute path"),
        ("c:/x", "an absolute path"),
        ("\\x", "an absolute path"),
        ("a\\b", "backslashes"),
        ("..", "a path with '..'"),
        ("a/../../b", "a path with '..'"),
        ("aux/b", "reserves"),
    ],
)
def test_a_path_that_does_not_stay_inside_has_a_fault(tmp_path: Path, relative: str, fault: str) -> None:
    assert fault in (relative_fault(relative) or "")
    with pytest.raises(ValueError, match=fault.replace(".", r"\.")):
        resolve_inside(tmp_path, relative)


def test_a_path_of_2000_characters_is_fine() -> None:
    assert relative_fault("a/" * 999 + "bc") is None
    assert relative_fault("é/" * 999 + "bc") is None


def test_a_path_inside_is_found_and_one_through_a_link_only_where_that_stays_inside(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "real").mkdir(parents=True)
    (root / "inner").symlink_to("real")
    (root / "outer").symlink_to("..")
    (root / "loop").symlink_to("loop")
    assert resolve_inside(root, "real/none/deeper") == root / "real/none/deeper"
    assert resolve_inside(root, "inner/x") == root / "inner/x"
    for path, fault in (("outer", "leaves"), ("outer/none/x", "leaves"), ("loop/x", "nowhere")):
        with pytest.raises(ValueError, match=fault):
            resolve_inside(root, path)


@pytest.mark.parametrize(
    ("path", "message"), [("a\0b", "no path may have"), ("~nobody-of-this-name/x", "The home folder in ~nobody")]
)
def test_a_path_that_cannot_be_is_refused_in_words(path: str, message: str) -> None:
    with pytest.raises(InvalidParameter, match=message) as caught:
        absolute(Path(path))
    assert caught.value.remedy == Remedy.OTHER_FOLDER
    assert caught.value.plain == "This folder cannot be used."


def test_a_folder_in_the_way_of_a_new_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("nowhere")
    for name in ("file", "link"):
        with pytest.raises(InvalidParameter, match="Cannot create the folder"):
            make_directory_noting_new(tmp_path / name / "new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "link"]


def test_a_folder_that_another_run_made_first_is_used_and_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.mkdir

    def mkdir(path: Path, *_: object) -> None:
        if path.name == "a" and not path.exists():
            real(path)
        real(path)

    monkeypatch.setattr(Path, "mkdir", mkdir)
    assert make_directory_noting_new(tmp_path / "a/b") == [tmp_path / "a/b"]


def test_where_others_remove_every_folder_at_once_it_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[Path] = []

    def mkdir(path: Path, *_: object) -> None:
        tries.append(path)
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", str(path))

    monkeypatch.setattr(Path, "mkdir", mkdir)
    with pytest.raises(EngineInstallerError, match="Cannot create the folder"):
        make_directory_noting_new(tmp_path / "a")
    assert len(tries) == files.TRIES_AGAINST_OTHERS


def test_a_folder_that_others_use_meanwhile_stays_and_the_reason_is_told(tmp_path: Path) -> None:
    def check() -> None:
        if (tmp_path / "a/b").exists():
            (tmp_path / "a/theirs").touch()
            raise BlockedByPolicy(say("no"))

    with pytest.raises(BlockedByPolicy):
        make_directory_noting_new(tmp_path / "a/b", check)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "theirs"]


def test_what_may_not_be_written_is_not_even_begun(tmp_path: Path) -> None:
    def refuse() -> None:
        raise BlockedByPolicy(say("no"))

    with pytest.raises(BlockedByPolicy):
        make_directory_noting_new(tmp_path / "a", refuse)
    with pytest.raises(BlockedByPolicy):
        make_directory_noting_new(tmp_path, refuse)
    assert list(tmp_path.iterdir()) == []


Attempt = Callable[[], None]


@pytest.fixture(params=["replace", "unlink"])
def attempts(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Attempt, list[OSError]]:
    """Replacing or removing a file, before which these errors come, one a time; the file has changed at the end."""
    errors: list[OSError] = []
    real = getattr(Path, request.param)

    def change(path: Path, *arguments: object, **keywords: object) -> None:
        if errors:
            raise errors.pop(0)
        real(path, *arguments, **keywords)

    monkeypatch.setattr(Path, request.param, change)
    monkeypatch.setattr(files, "_PAUSE_SECONDS", 0.001)
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "staged").write_bytes(b"new")

    def attempt() -> None:
        if request.param == "replace":
            rename_over(tmp_path / "staged", tmp_path / "file")
            assert (tmp_path / "file").read_bytes() == b"new"
        else:
            remove_file(tmp_path / "file")
            assert not (tmp_path / "file").exists()

    return attempt, errors


BUSY = OSError(errno.EBUSY, "Device or resource busy")


def test_a_file_that_another_program_holds_for_a_moment_is_changed_in_the_end(
    attempts: tuple[Attempt, list[OSError]],
) -> None:
    attempt, errors = attempts
    errors += [BUSY] * 3
    attempt()
    assert errors == []


def test_a_file_that_is_held_on_and_on_is_given_up_after_four_tries(
    attempts: tuple[Attempt, list[OSError]], monkeypatch: pytest.MonkeyPatch
) -> None:
    attempt, errors = attempts
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    errors += [BUSY] * 9
    with pytest.raises(FileInUse, match=r"/file: another program"):
        attempt()
    assert (len(errors), len(pauses)) == (5, 3)


@pytest.mark.skipif(os.name == "nt", reason="there it may mean that a program holds the file")
def test_what_is_denied_is_not_tried_again(attempts: tuple[Attempt, list[OSError]]) -> None:
    attempt, errors = attempts
    errors += [PermissionError(errno.EACCES, "Permission denied")] * 2
    with pytest.raises(AccessDenied):
        attempt()
    assert len(errors) == 1


def test_a_file_that_refuses_because_it_is_read_only_is_made_writable_and_tried_at_once(
    attempts: tuple[Attempt, list[OSError]], monkeypatch: pytest.MonkeyPatch
) -> None:
    attempt, errors = attempts
    monkeypatch.setattr(files, "make_writable", lambda _path: True)
    monkeypatch.setattr(time, "sleep", lambda _seconds: pytest.fail("waited"))
    errors.append(PermissionError(errno.EACCES, "Permission denied"))
    attempt()


def test_a_missing_file_needs_no_removing(tmp_path: Path) -> None:
    remove_file(tmp_path / "none")


@pytest.fixture
def flushed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of what was flushed to the disk, and of what was renamed."""
    events: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def note_fsync(descriptor: int) -> None:
        events.append(f"flush {Path(f'/proc/self/fd/{descriptor}').readlink().name}")
        fsync(descriptor)

    def note_replace(path: Path, final: Path) -> Path:
        events.append(f"rename {path.name}")
        return replace(path, final)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(Path, "replace", note_replace)
    return events


def test_a_file_is_flushed_before_it_gets_its_name_and_the_folder_after_that(
    tmp_path: Path, flushed: list[str]
) -> None:
    write_atomically(tmp_path / "file", b"content", tmp_path / "staged")
    assert flushed == ["flush staged", "rename staged", f"flush {tmp_path.name}"]
    flushed.clear()
    (tmp_path / "staged").touch()
    sync_file(tmp_path / "staged")
    replace_file(tmp_path / "staged", tmp_path / "file")
    assert flushed == ["flush staged", "rename staged", f"flush {tmp_path.name}"]
    flushed.clear()
    write_durably(tmp_path / "file", b"content")
    assert flushed == ["flush file"]


def test_a_file_is_complete_when_it_is_flushed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: sizes.append(os.fstat(descriptor).st_size))
    write_durably(tmp_path / "file", b"content")
    assert sizes == [7]


def test_a_temporary_file_lies_beside_the_file_or_where_it_is_told_to(tmp_path: Path, flushed: list[str]) -> None:
    (tmp_path / "elsewhere").mkdir()
    write_atomically(tmp_path / "file", b"1")
    write_atomically(tmp_path / "file", b"2", tmp_path / "elsewhere/staged")
    assert [event for event in flushed if event.startswith("rename")] == [
        f"rename .file.{os.getpid()}.new",
        "rename staged",
    ]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["elsewhere", "file"]


@pytest.mark.skipif(os.name == "nt", reason="there are no modes")
def test_a_new_file_has_the_mode_that_is_asked_for_or_the_users_habit(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        for name, mode, gets in (("habit", None, 0o640), ("given", 0o666, 0o666), ("private", 0o600, 0o600)):
            write_atomically(tmp_path / name, b"", mode=mode)
            assert stat.S_IMODE((tmp_path / name).stat().st_mode) == gets
    finally:
        os.umask(before)


def test_a_refused_write_names_the_file_that_was_meant(tmp_path: Path) -> None:
    with pytest.raises(EngineInstallerError, match="Cannot write /meant/file"):
        write_durably(tmp_path / "none/staged", b"", known_as=Path("/meant/file"))
    with pytest.raises(EngineInstallerError, match=f"Cannot write {tmp_path}/none/staged"):
        write_durably(tmp_path / "none/staged", b"")


@pytest.mark.parametrize("make", [new_file, continued_file])
def test_nothing_is_written_through_a_link(tmp_path: Path, make: Callable[[Path], io.BufferedWriter]) -> None:
    (tmp_path / "victim").write_bytes(b"mine")
    (tmp_path / "file").symlink_to("victim")
    with make(tmp_path / "file") as stream:
        stream.write(b"ours")
    assert (tmp_path / "victim").read_bytes() == b"mine"
    assert not (tmp_path / "file").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"ours"


def test_nothing_is_written_through_a_link_that_appears_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "victim").write_bytes(b"mine")
    (tmp_path / "file").write_bytes(b"begun")
    real = os.open

    def swap_and_open(path: Path, flags: int) -> int:
        path.unlink()
        path.symlink_to("victim")
        return real(path, flags)

    monkeypatch.setattr(os, "open", swap_and_open)
    with pytest.raises(OSError, match="symbolic link"):
        continued_file(tmp_path / "file")


def test_a_file_is_continued_with_what_it_has_and_begun_where_there_is_none(tmp_path: Path) -> None:
    with continued_file(tmp_path / "file") as stream:
        stream.write(b"begun")
    with continued_file(tmp_path / "file") as stream:
        assert stream.read() == b"begun"
        stream.write(b", continued")
    assert (tmp_path / "file").read_bytes() == b"begun, continued"
    with new_file(tmp_path / "file"):
        pass
    assert (tmp_path / "file").read_bytes() == b""


def test_a_pipe_in_the_place_of_a_file_is_not_continued(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "file")
    with continued_file(tmp_path / "file") as stream:
        stream.write(b"new")
    assert (tmp_path / "file").read_bytes() == b"new"


def test_a_folder_is_removed_with_everything_in_it_and_nothing_behind_links(tmp_path: Path) -> None:
    (tmp_path / "victim").mkdir()
    (tmp_path / "victim/file").touch()
    (tmp_path / "ours/inside").mkdir(parents=True)
    (tmp_path / "ours/link").symlink_to("../victim")
    (tmp_path / "link").symlink_to("victim")
    for name in ("ours", "link", "none"):
        remove_tree(tmp_path / name)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "victim"]


def test_a_folder_that_cannot_be_removed_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EngineInstallerError, match=f"Cannot remove {tmp_path}/file"):
        remove_tree(tmp_path / "file")
