from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builder.app_package.package_files import read_files
from builder.base import small_files
from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled, FileInUse, InvalidParameter
from builder.base.file_kinds import foreign_file
from builder.base.files import explain_os_error, os_errors_as, sha256_of
from builder.base.small_files import UnfitFile, open_regular, read_small_file, too_large
from builder.base.text import say
from tests.support.unfit import NOT_FILES, anything_else, in_time


def test_a_file_is_read_up_to_its_bound(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for size in (0, 1, 99, 100):
        path.write_bytes(b"x" * size)
        assert read_small_file(path, 100) == b"x" * size
    path.write_bytes(b"x" * 101)
    with pytest.raises(UnfitFile, match="larger"):
        read_small_file(path, 100)


@anything_else
@pytest.mark.parametrize("follow_links", [True, False])
def test_whatever_else_is_there_is_refused_at_once(
    tmp_path: Path, put: Callable[[Path], None], follow_links: bool
) -> None:
    path = tmp_path / "file"
    put(path)
    with in_time(), pytest.raises(UnfitFile) as caught:
        read_small_file(path, follow_links=follow_links)
    explained = explain_os_error(caught.value, path, say("read"))
    assert isinstance(explained, InvalidParameter)
    assert explained.message == f"Cannot read {path}: {caught.value.reason}."


@pytest.mark.parametrize("put", NOT_FILES.values(), ids=NOT_FILES)
def test_only_a_file_is_hashed(tmp_path: Path, put: Callable[[Path], None]) -> None:
    path = tmp_path / "file"
    put(path)
    with in_time(), pytest.raises(UnfitFile):
        sha256_of(path)
    with in_time():
        assert foreign_file(path, "model") is None


def test_a_link_is_followed_only_where_that_is_meant(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"content")
    (tmp_path / "link").symlink_to("file")
    assert read_small_file(tmp_path / "link") == b"content"
    with pytest.raises(UnfitFile, match="it is a symbolic link"):
        read_small_file(tmp_path / "link", follow_links=False)
    (tmp_path / "broken").symlink_to("none")
    with pytest.raises(UnfitFile, match="it is a symbolic link"):
        read_small_file(tmp_path / "broken", follow_links=False)
    with pytest.raises(FileNotFoundError):
        read_small_file(tmp_path / "broken")


def test_what_is_no_file_is_told_by_its_path_and_as_a_part_of_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnfitFile) as caught:
        open_regular(tmp_path)
    assert (caught.value.errno, caught.value.filename) == (errno.EINVAL, str(tmp_path))
    assert (caught.value.reason, caught.value.which) == ("it is a folder", "which is a folder")


def test_a_bound_is_told_in_mib() -> None:
    assert too_large(3 << 20) == "it is larger than 3 MiB"


@pytest.mark.parametrize(("number", "follow_links"), [(errno.EACCES, True), (errno.EACCES, False), (errno.ELOOP, True)])
def test_what_the_system_refuses_is_no_unfit_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, follow_links: bool
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    (tmp_path / "file").touch()
    monkeypatch.setattr(os, "open", refuse)
    with in_time(), pytest.raises(OSError) as caught:
        open_regular(tmp_path / "file", follow_links=follow_links)
    assert not isinstance(caught.value, UnfitFile)
    assert caught.value.errno == number


@pytest.mark.parametrize("follow_links", [True, False])
def test_what_is_swapped_before_it_is_opened_is_judged_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, follow_links: bool
) -> None:
    path = tmp_path / "file"
    real_open = os.open

    def swap_and_open(*arguments: object) -> int:
        path.unlink()
        os.mkfifo(tmp_path / "pipe")
        path.symlink_to("pipe")
        return real_open(*arguments)  # type: ignore[arg-type]

    path.touch()
    monkeypatch.setattr(os, "open", swap_and_open)
    before = set(Path("/proc/self/fd").iterdir())
    with in_time(), pytest.raises(UnfitFile, match="pipe" if follow_links else "link"):
        open_regular(path, follow_links=follow_links)
    assert set(Path("/proc/self/fd").iterdir()) == before


def test_a_device_is_not_even_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    # Some do something then: a watchdog begins to count, a tape is rewound.
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("it was opened"))
    with pytest.raises(UnfitFile, match="it is a device"):
        open_regular(Path("/dev/null"))


def test_what_waits_for_its_turn_is_not_read_after_a_stop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"{number}" for number in range(500)]
    for name in names:
        (tmp_path / name).touch()
    cancel = CancelToken()
    opened: list[object] = []

    def stop(*arguments: object) -> int:
        opened.append(arguments[0])
        cancel.cancel()
        return real_open(*arguments)  # type: ignore[arg-type]

    real_open = os.open
    monkeypatch.setattr(os, "open", stop)
    with pytest.raises(Cancelled):
        read_files(tmp_path, names, cancel)
    assert len(opened) < 100


@pytest.fixture
def grows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every file have grown by 10 bytes since its size was asked for."""
    real = os.fstat

    def smaller(descriptor: int) -> os.stat_result:
        values = list(real(descriptor))
        values[6] -= 10
        return os.stat_result(values)

    monkeypatch.setattr(os, "fstat", smaller)


def test_a_file_that_grows_is_read_only_up_to_its_bound(tmp_path: Path, grows: None) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * 100)
    assert read_small_file(path, 100) == b"x" * 100
    # At the first look all of them seem to be small enough, and the last one too after as many bytes as it had.
    for size in (105, 101, 109):
        path.write_bytes(b"x" * size)
        with pytest.raises(UnfitFile, match="larger"):
            read_small_file(path, 100)


def test_a_file_that_grows_is_not_hashed_for_ever(tmp_path: Path, grows: None) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * 100)
    with pytest.raises(UnfitFile, match="it grew while it was read"):
        sha256_of(path)


def test_a_file_whose_size_is_not_told_is_read(tmp_path: Path) -> None:
    assert b"Name:" in read_small_file(Path("/proc/self/status"))


_HOLDER = """
import fcntl, os, signal, sys
descriptor = os.open(sys.argv[1], os.O_RDWR)
give_up = lambda *_: fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
signal.signal(signal.SIGIO, give_up if sys.argv[2] == "gives up" else signal.SIG_IGN)
fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_WRLCK)
print("held", flush=True)
sys.stdin.read() if sys.argv[2] != "gives up" else [signal.pause() for _ in iter(int, 1)]
"""


@pytest.fixture
def held(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A file on which another process has a lease, for which `open` would wait 45 seconds."""
    if not hasattr(fcntl, "F_SETLEASE"):
        pytest.skip("leases are Linux's")
    path = tmp_path / "file"
    path.write_bytes(b"content")
    command = [sys.executable, "-c", _HOLDER, str(path), request.param]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        if not holder.stdout.readline():
            pytest.skip("this file system has no leases")
        yield path
        holder.kill()


@pytest.mark.parametrize("held", ["gives up"], indirect=True)
def test_a_lease_that_is_given_up_is_waited_for(held: Path) -> None:
    with in_time():
        assert read_small_file(held) == b"content"


@pytest.mark.parametrize("held", ["keeps it"], indirect=True)
def test_a_lease_that_is_kept_is_an_error(held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(small_files, "_HELD_SECONDS", 0.05)
    with in_time(), pytest.raises(FileInUse), os_errors_as(held, say("read")):
        read_small_file(held)
