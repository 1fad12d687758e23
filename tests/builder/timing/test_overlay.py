"""This machine's own timing caches: nothing wrong is ever read, and nothing is lost by a crash or a rival."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.base.errors import EngineInstallerError
from builder.building.crash_record import record_path
from builder.timing import overlay
from builder.timing.catalogue import CacheFlags, OverlayIdentity
from builder.timing.overlay import (
    OverlayDamaged,
    OverlayHeld,
    bound_overlays,
    locked,
    overlay_folder,
    read_overlay,
    set_aside,
    write_overlay,
)
from tests.support.program import ROOT

IDENTITY = OverlayIdentity("11.4.0.106", "13", None, "GPU-1", CacheFlags()).to_json()
NAME = "trt-11.4.0.106-0123456789abcdef.timings"


def content_of(body: bytes) -> bytes:
    """The whole file of a cache."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, NAME)
        write_overlay(path, IDENTITY, body)
        assert read_overlay(path, IDENTITY) == body
        assert list(Path(folder).iterdir()) == [path]
        return path.read_bytes()


def read_content(content: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, NAME)
        path.write_bytes(content)
        return read_overlay(path, IDENTITY)


@contextmanager
def child(path: Path, code: str) -> Iterator[subprocess.Popen[bytes]]:
    """Another process that has said one line, and waits for a line from us or its end; `path` is the overlay's."""
    program = f"""
import json, sys
from pathlib import Path
from builder.timing.overlay import *
path, identity = Path(sys.argv[1]), json.loads(sys.argv[2])
def say_and_wait(*_):
    print("here", flush=True)
    sys.stdin.readline()
{code}
"""
    order = [sys.executable, "-c", program, str(path), json.dumps(IDENTITY)]
    with subprocess.Popen(order, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == b"here\n"
            yield process
        finally:
            process.kill()


# --- What is written is what is read ----------------------------------------------------------------------------------


@given(st.binary())
@example(b"")
@example(b"\n{}\n")
def test_what_was_written_is_read_and_nothing_else_lies_about(body: bytes) -> None:
    assert content_of(body).endswith(body)


@pytest.mark.parametrize("old", [b"", b"old", b"older and longer"])
def test_a_file_is_replaced_as_a_whole(tmp_path: Path, old: bytes) -> None:
    write_overlay(tmp_path / NAME, IDENTITY, old)
    write_overlay(tmp_path / NAME, IDENTITY, b"new body")
    assert read_overlay(tmp_path / NAME, IDENTITY) == b"new body"


HEADER_START = content_of(b"x").index(b"{")
FIRST_SPACE = content_of(b"x").index(b" ", HEADER_START)


@given(st.binary(max_size=64), st.integers(0), st.integers(1, 255))
@example(b"\n", content_of(b"\n").index(b"\n", HEADER_START), ord("\n") ^ ord(" "))
@example(b"x", FIRST_SPACE, ord(" ") ^ ord("\n"))
@example(b"x", FIRST_SPACE, ord(" ") ^ ord("\t"))
def test_one_changed_byte_is_seen(body: bytes, place: int, flip: int) -> None:
    content = bytearray(content_of(body))
    place %= len(content)
    before = content[place]
    content[place] ^= flip
    if HEADER_START <= place < len(content) - len(body) and before == ord(" ") and chr(content[place]) in "\t\r":
        # White space of one kind for another, in the header: it says the same.
        assert read_content(bytes(content)) == body
    else:
        with pytest.raises(OverlayDamaged):
            read_content(bytes(content))


@given(st.binary(max_size=64), st.integers(0))
@example(b"", len(content_of(b"")) - 1)
def test_a_file_that_was_cut_is_seen(body: bytes, length: int) -> None:
    content = content_of(body)
    with pytest.raises(OverlayDamaged):
        read_content(content[: length % len(content)])


@given(st.binary(max_size=64), st.binary(min_size=1, max_size=64))
def test_a_file_that_grew_is_seen(body: bytes, more: bytes) -> None:
    with pytest.raises(OverlayDamaged):
        read_content(content_of(body) + more)


def with_header(header: object) -> bytes:
    return content_of(b"x")[:HEADER_START] + json.dumps(header).encode() + b"\nx"


SHA256 = hashlib.sha256(b"x").hexdigest()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "its first line"),
        (b"ftrt", "its first line"),
        (content_of(b"x").replace(b"cache 1", b"cache 2"), "its first line"),
        (content_of(b"x")[:HEADER_START] + b"[" * 100_000 + b"\nx", "its header"),
        (content_of(b"x")[:HEADER_START] + b"\xff\nx", "its header"),
        (with_header([]), "its header"),
        (with_header("identity sha256"), "its header"),
        (with_header(None), "its header"),
        (with_header({"identity": IDENTITY}), "its header"),
        (with_header({"identity": [], "sha256": SHA256}), "it is for something else"),
        (with_header({"identity": IDENTITY, "sha256": [SHA256]}), "the hash"),
        (with_header({"identity": IDENTITY, "sha256": SHA256[:8]}), "the hash"),
    ],
)
def test_what_is_not_an_overlay_is_reported_with_what_is_wrong(content: bytes, why: str) -> None:
    with pytest.raises(OverlayDamaged, match=why):
        read_content(content)


def test_that_a_good_header_is_read_the_others_show_nothing_else() -> None:
    assert read_content(with_header({"identity": IDENTITY, "sha256": SHA256})) == b"x"


@pytest.mark.parametrize("key", IDENTITY)
def test_an_overlay_of_another_identity_is_not_read(tmp_path: Path, key: str) -> None:
    write_overlay(tmp_path / NAME, IDENTITY | {key: "other"}, b"body")
    with pytest.raises(OverlayDamaged, match="for something else than its name says"):
        read_overlay(tmp_path / NAME, IDENTITY)


def test_an_overlay_of_the_largest_size_is_read_and_a_larger_one_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overlay, "FILE_BYTES", 100)
    monkeypatch.setattr(overlay, "_HEADER_BYTES", 1000)
    write_overlay(tmp_path / NAME, IDENTITY, bytes(100))
    assert read_overlay(tmp_path / NAME, IDENTITY) == bytes(100)
    write_overlay(tmp_path / NAME, IDENTITY, bytes(1100))
    with pytest.raises(OSError, match="it is larger than"):
        read_overlay(tmp_path / NAME, IDENTITY)


def test_a_missing_overlay_is_no_damage(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_overlay(tmp_path / NAME, IDENTITY)


# --- A crash, a full disk ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "patch",
    ["Path.replace = say_and_wait", "import os; os.fsync = say_and_wait"],
    ids=["before replace", "before fsync"],
)
def test_a_process_that_is_killed_while_it_writes_leaves_the_old_content(tmp_path: Path, patch: str) -> None:
    path = tmp_path / NAME
    write_overlay(path, IDENTITY, b"old")
    with child(path, f"{patch}\nwith locked(path): write_overlay(path, identity, b'new')") as process:
        process.kill()
        process.wait()
    assert path.with_suffix(".new").exists()
    assert read_overlay(path, IDENTITY) == b"old"
    # Neither its lock nor what it left stands in the way.
    with locked(path):
        write_overlay(path, IDENTITY, b"newer")
    assert read_overlay(path, IDENTITY) == b"newer"
    assert not path.with_suffix(".new").exists()


def test_a_write_that_fails_leaves_the_old_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_number: int) -> None:
        raise OSError(28, "No space left on device")

    write_overlay(tmp_path / NAME, IDENTITY, b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(EngineInstallerError, match="the disk is full"):
        write_overlay(tmp_path / NAME, IDENTITY, b"new")
    assert read_overlay(tmp_path / NAME, IDENTITY) == b"old"
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


# --- The lock ---------------------------------------------------------------------------------------------------------


def test_an_overlay_that_another_process_holds_is_not_waited_for_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overlay, "LOCK_SECONDS", 0.1)
    path = tmp_path / "new folder" / NAME
    with child(path, "with locked(path): say_and_wait()") as holder:
        with pytest.raises(OverlayHeld), locked(path):
            pass
        with locked(path.with_name("another.timings")):
            pass
        assert holder.stdin is not None
        holder.stdin.close()
        assert holder.wait() == 0
        with locked(path):
            pass


def test_the_lock_is_let_go_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(tmp_path / NAME):
        raise ZeroDivisionError
    with child(tmp_path / NAME, "with locked(path): say_and_wait()"):
        pass


def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EngineInstallerError, match="Cannot write to"), locked(tmp_path / "file" / NAME):
        pass


# --- The folder -------------------------------------------------------------------------------------------------------


def test_a_damaged_overlay_is_kept_beside_and_only_the_last_one(tmp_path: Path) -> None:
    for content in (b"first", b"second"):
        (tmp_path / NAME).write_bytes(content)
        aside = set_aside(tmp_path / NAME)
    assert [path.name for path in tmp_path.iterdir()] == [aside.name]
    assert aside.suffix == ".damaged"
    assert aside.read_bytes() == b"second"
    with pytest.raises(EngineInstallerError, match="Cannot set aside"):
        set_aside(tmp_path / NAME)


def files(folder: Path, *names: str) -> None:
    """Ten bytes each, written one second after another."""
    for second, name in enumerate(names, 1000):
        (folder / name).write_bytes(b"0123456789")
        os.utime(folder / name, (second, second))


@pytest.mark.parametrize(
    ("limit", "keep", "removed"),
    [
        (40, "d.timings", []),
        (39, "d.timings", ["a.timings"]),
        (20, "d.timings", ["a.timings", "b.damaged"]),
        (20, "a.timings", ["b.damaged", "c.timings"]),
        (0, "c.timings", ["a.timings", "b.damaged", "d.timings"]),
    ],
)
def test_the_overlays_that_were_written_longest_ago_go_first(
    tmp_path: Path, limit: int, keep: str, removed: list[str]
) -> None:
    files(tmp_path, "a.timings", "b.damaged", "c.timings", "d.timings")
    files(tmp_path, "a.lock", "note.txt")
    before = {path.name for path in tmp_path.iterdir()}
    assert [path.name for path in bound_overlays(tmp_path, tmp_path / keep, limit)] == removed
    assert before - {path.name for path in tmp_path.iterdir()} == set(removed)


def test_all_overlays_together_take_one_gibibyte_at_the_most(tmp_path: Path) -> None:
    files(tmp_path, "a.timings", "b.timings")
    os.truncate(tmp_path / "a.timings", (1 << 30) - 10)
    assert bound_overlays(tmp_path, tmp_path / "b.timings") == []
    os.truncate(tmp_path / "a.timings", (1 << 30) - 9)
    assert bound_overlays(tmp_path, tmp_path / "b.timings") == [tmp_path / "a.timings"]


def test_what_vanishes_or_cannot_be_removed_does_no_harm(tmp_path: Path) -> None:
    files(tmp_path, "a.timings", "b.timings")
    # As a file looks that another process has just set aside, and as one that the system does not give away.
    (tmp_path / "gone.timings").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder.timings").mkdir()
    assert bound_overlays(tmp_path, tmp_path / "b.timings", 10) == [tmp_path / "a.timings"]
    assert (tmp_path / "folder.timings").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="XDG folders")
@pytest.mark.parametrize(
    ("variable", "below"), [("XDG_DATA_HOME", "engine-installer"), ("HOME", ".local/share/engine-installer")]
)
def test_the_overlays_of_a_user_are_among_that_users_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, below: str
) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv(variable, str(tmp_path))
    assert overlay_folder() == tmp_path / below / "timing-caches"


def test_without_a_home_there_is_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: Any, **_options: Any) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("platformdirs.user_data_path", fail)
    assert overlay_folder() is None


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")
@pytest.mark.parametrize("theirs", ["", "engine-installer", "engine-installer/timing-caches/a.timings"])
def test_an_administrator_remembers_nothing_where_another_user_could_change_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theirs: str
) -> None:
    """As `sudo -E` and `su` leave it: what is read there goes to the native library."""
    home = tmp_path / "home"
    (home / "engine-installer/timing-caches").mkdir(parents=True)
    files(home / "engine-installer/timing-caches", "a.timings")
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    assert overlay_folder() == home / "engine-installer/timing-caches"
    assert record_path() == home / "engine-installer/crashes.json"
    os.chown(home / theirs, 1000, -1)
    assert overlay_folder() is None
    assert record_path() is None
