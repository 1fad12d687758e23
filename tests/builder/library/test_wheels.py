from __future__ import annotations

import hashlib
import os
import stat
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from packaging.tags import Tag, compatible_tags, cpython_tags

from builder.app_package.manifest import Wheel
from builder.backend import Installation
from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import Cancelled, EngineInstallerError, LibraryMissing, PackageInvalid
from builder.base.text import say
from builder.library import wheels as module
from builder.library.wheels import (
    Unpacked,
    WheelName,
    fitting_wheels,
    libraries_in,
    set_name,
    unpack,
    unpacked_bytes,
)
from tests.support.wheels import as_wheel, record_of, write_wheel


def tags_of(minor: int, *platforms: str) -> list[Tag]:
    """What a computer with CPython 3.`minor` takes."""
    own = cpython_tags((3, minor), [f"cp3{minor}"], platforms)
    return [*own, *compatible_tags((3, minor), f"cp3{minor}", platforms)]


def linux(minor: int = 11, glibc: int | None = 36) -> list[Tag]:
    """What a computer with Linux takes; without a version of glibc it has another C library."""
    platforms = [f"manylinux_2_{number}_x86_64" for number in range(glibc or 0, 4, -1)]
    old = ["manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"] if glibc else []
    return tags_of(minor, *platforms, *old, "linux_x86_64")


LINUX = linux()
WINDOWS = tags_of(11, "win_amd64")
NAME = "thing-1.0-py3-none-any.whl"
FILES = {
    "thing/__init__.py": b"x = 1\n",
    "thing/data.so.1": b"native" * 1000,
    "thing-1.0.dist-info/METADATA": b"Name: thing",
}


def wheel(name: str) -> Wheel:
    return Wheel(file=name, sha256="0" * 64, size=1)


def unpacked(path: Path, to: Path, **values: Any) -> list[Unpacked]:
    return unpack(as_wheel(path, **values), path, to, NEVER, set())


def test_a_wheel_is_unpacked_as_it_is(tmp_path: Path) -> None:
    files = unpacked(write_wheel(tmp_path / NAME, FILES), tmp_path / "to")
    record = record_of(FILES, "thing-1.0.dist-info")
    expected = FILES | {"thing-1.0.dist-info/RECORD": record}
    there = {
        path.relative_to(tmp_path / "to").as_posix(): path.read_bytes()
        for path in (tmp_path / "to").rglob("*")
        if path.is_file()
    }
    assert there == expected
    assert {(item.file, item.sha256, item.size) for item in files} == {
        (name, hashlib.sha256(content).hexdigest(), len(content)) for name, content in expected.items()
    }
    assert unpacked_bytes(tmp_path / NAME) == sum(map(len, expected.values()))


@pytest.mark.skipif(sys.platform == "win32", reason="looks at inodes")
def test_every_file_is_complete_on_the_disk_before_it_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: dict[int, int] = {}

    def flush(descriptor: int) -> None:
        status = os.fstat(descriptor)
        flushed[status.st_ino] = status.st_size

    monkeypatch.setattr(os, "fsync", flush)
    files = unpacked(write_wheel(tmp_path / NAME, FILES), tmp_path / "to")
    there = {status.st_ino: status.st_size for item in files for status in [(tmp_path / "to" / item.file).stat()]}
    assert there.items() <= flushed.items()


def link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ([("../evil.py", b"")], "a path with '..'"),
        ([("thing/../../evil.py", b"")], "a path with '..'"),
        ([("/evil.py", b"")], "an absolute path"),
        ([("C:/evil.py", b"")], "an absolute path"),
        ([("thing/nul.txt", b"")], "which Windows reserves"),
        ([("thing/a:b", b"")], "which Windows does not take"),
        ([(link("thing/link"), b"/etc/passwd")], "which is not a file"),
        ([("THING/__init__.py", b"")], "which is there already"),
        ([("thing-1.0.data/scripts/evil", b"")], "which belongs elsewhere"),
        ([("thing/extra.py", b"")], "its list of files and its files differ in thing/extra.py"),
        ([("other-1.0.dist-info/RECORD", b"")], "it has no list of its files"),
    ],
)  # fmt: skip
def test_what_no_wheel_should_hold_is_refused_before_anything_is_written(
    tmp_path: Path, more: list[tuple[str | zipfile.ZipInfo, bytes]], why: str
) -> None:
    path = write_wheel(tmp_path / "in" / NAME, FILES, *more)
    with pytest.raises(PackageInvalid, match="is not unpacked") as refused:
        unpacked(path, tmp_path / "to")
    assert why in refused.value.message
    assert not (tmp_path / "to").exists()
    assert [item.name for item in tmp_path.iterdir()] == ["in"]


def test_a_file_that_is_not_what_the_list_says_is_refused(tmp_path: Path) -> None:
    path = tmp_path / NAME
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("thing/a.py", b"evil")
        archive.writestr("thing-1.0.dist-info/RECORD", record_of({"thing/a.py": b"good"}, "thing-1.0.dist-info"))
    with pytest.raises(PackageInvalid, match=r"thing/a\.py is not what its list of files says"):
        unpacked(path, tmp_path / "to")


@pytest.mark.parametrize("record", [b"thing/a.py,md5=00,1\n", b"thing/a.py\n", b"\xff\xfe"])
def test_a_list_that_cannot_be_read_is_refused(tmp_path: Path, record: bytes) -> None:
    with zipfile.ZipFile(tmp_path / NAME, "w") as archive:
        archive.writestr("thing/a.py", b"a")
        archive.writestr("thing-1.0.dist-info/RECORD", record)
    with pytest.raises(PackageInvalid, match="not an archive that can be read"):
        unpacked(tmp_path / NAME, tmp_path / "to")


def test_only_the_very_wheel_is_opened(tmp_path: Path) -> None:
    path = write_wheel(tmp_path / NAME, FILES)
    meant = as_wheel(path)
    path.write_bytes(path.read_bytes()[:-10])
    with pytest.raises(PackageInvalid, match="is not the wheel that"):
        unpack(meant, path, tmp_path / "to", NEVER, set())
    (tmp_path / "text.whl").write_bytes(b"PK no archive\0")
    with pytest.raises(PackageInvalid, match="not an archive that can be read"):
        unpacked(tmp_path / "text.whl", tmp_path / "to", file=NAME)
    with pytest.raises(EngineInstallerError, match="Cannot read"):
        unpack(meant, tmp_path / "none.whl", tmp_path / "to", NEVER, set())
    assert not (tmp_path / "to").exists()


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"<!DOCTYPE html><title>Sign in to the network</title>", "HTML page"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:00\n", "Git LFS pointer"),
        (bytes(70_000), "zeros"),
    ],
)
def test_what_came_instead_of_a_wheel_is_named(tmp_path: Path, content: bytes, named: str) -> None:
    meant = as_wheel(write_wheel(tmp_path / NAME, FILES))
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(PackageInvalid, match=named):
        unpack(meant, tmp_path / NAME, tmp_path / "to", NEVER, set())


def test_only_what_was_hashed_is_unpacked(tmp_path: Path) -> None:
    """Between the hash and the unpacking its owner writes another archive into the same file."""
    path = write_wheel(tmp_path / NAME, FILES)
    meant, before = as_wheel(path), path.stat()
    other = write_wheel(tmp_path / "other" / NAME, FILES | {"thing/__init__.py": b"x = 2\n"}).read_bytes()

    class Swapping(CancelToken):
        def check(self) -> None:
            with path.open("r+b") as stream:
                stream.write(other)
                stream.truncate()
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    unpack(meant, path, tmp_path / "to", Swapping(), set())
    assert path.read_bytes() == other
    assert (tmp_path / "to/thing/__init__.py").read_bytes() == FILES["thing/__init__.py"]
    assert sorted(tmp_path.iterdir()) == [tmp_path / "other", path, tmp_path / "to"]


def test_an_archive_that_lies_about_its_sizes_or_is_far_too_large_is_refused(tmp_path: Path) -> None:
    files = {"thing/zeros": bytes(5_000_000)}
    path = write_wheel(tmp_path / NAME, files)
    content = path.read_bytes()
    true, lie = (5_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little")
    path.write_bytes(content.replace(true, lie))
    with pytest.raises(PackageInvalid):
        unpacked(path, tmp_path / "to")
    assert (tmp_path / "to/thing/zeros").stat().st_size <= 1000
    many = tmp_path / "many" / NAME
    many.parent.mkdir()
    with zipfile.ZipFile(many, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"thing/{number}", b"")
    with pytest.raises(PackageInvalid, match="more than any engine library"):
        unpacked(many, tmp_path / "to")


def test_two_wheels_cannot_write_one_file_and_unpacking_can_be_cancelled(tmp_path: Path) -> None:
    path = write_wheel(tmp_path / NAME, FILES)
    taken: set[str] = set()
    unpack(as_wheel(path), path, tmp_path / "to", NEVER, taken)
    with pytest.raises(PackageInvalid, match="which is there already"):
        unpack(as_wheel(path), path, tmp_path / "to", NEVER, taken)

    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        unpack(as_wheel(path), path, tmp_path / "again", cancel, set())


@pytest.mark.parametrize(
    ("name", "computer", "fits"),
    [
        ("py3-none-manylinux_2_28_x86_64", LINUX, True),
        ("py3-none-manylinux_2_28_x86_64", linux(glibc=27), False),
        ("py3-none-manylinux_2_28_x86_64", linux(glibc=None), False),
        ("py3-none-manylinux_2_28_aarch64", LINUX, False),
        ("py3-none-win_amd64", LINUX, False),
        ("py3-none-win_amd64", WINDOWS, True),
        ("py3-none-manylinux_2_28_x86_64", WINDOWS, False),
        ("cp311-none-manylinux_2_28_x86_64", LINUX, True),
        ("cp312-none-manylinux_2_28_x86_64", LINUX, False),
        ("cp312-none-manylinux_2_28_x86_64", linux(12), True),
        ("cp38-abi3-manylinux2014_x86_64.manylinux_2_17_x86_64", LINUX, True),
        ("cp312-abi3-manylinux2014_x86_64", LINUX, False),
        ("cp311-cp311t-linux_x86_64", LINUX, False),
        ("cp311-cp311-linux_x86_64", LINUX, True),
        ("py2.py3-none-any", WINDOWS, True),
        ("py3-none-musllinux_1_2_x86_64", LINUX, False),
        ("py3-none-macosx_11_0_x86_64", LINUX, False),
    ],
)  # fmt: skip
def test_the_name_says_what_a_wheel_is_built_for(name: str, computer: list[Tag], fits: bool) -> None:
    given = wheel(f"a/Some_Thing-1.0-{name}.whl")
    if fits:
        assert fitting_wheels([given], computer) == (given,)
        return
    with pytest.raises(LibraryMissing, match="of some-thing "):
        fitting_wheels([given], computer)


def test_each_computer_takes_one_wheel_of_each_distribution() -> None:
    wheels = [
        wheel(f"tensorrt_rtx_cu13_bindings-1.7.1-cp3{minor}-none-{system}.whl")
        for minor in (11, 12)
        for system in ("win_amd64", "manylinux_2_28_x86_64")
    ]
    wheels += [
        wheel(f"tensorrt_rtx_cu13_libs-1.7.1-py3-none-{it}.whl") for it in ("win_amd64", "manylinux_2_28_x86_64")
    ]
    chosen = fitting_wheels(wheels, LINUX)
    assert chosen == (wheels[1], wheels[5])
    assert libraries_in(chosen) == {"tensorrt-rtx": Installation("1.7.1", "13")}
    with pytest.raises(LibraryMissing, match=r"Python 3\.14 on manylinux_2_36_x86_64 of tensorrt-rtx-cu13-bind"):
        fitting_wheels(wheels, linux(14))
    with pytest.raises(PackageInvalid, match="is an engine library"):
        libraries_in([wheel("numpy-2.0-py3-none-any.whl")])


def test_this_computer_is_known() -> None:
    pure = wheel("a-1-py3-none-any.whl")
    assert fitting_wheels([pure]) == (pure,)
    with pytest.raises(LibraryMissing, match=rf"names no wheel for Python 3\.{sys.version_info.minor} on \w+ of a "):
        fitting_wheels([wheel("a-1-cp32-none-any.whl")])


def test_a_set_of_wheels_is_named_after_their_contents_in_any_order() -> None:
    one, two, three = (Wheel(file=NAME, sha256=digit * 64, size=1) for digit in "123")
    names = {set_name(chosen) for chosen in ([one], [two], [one, two], [one, three], [one, two, three])}
    assert len(names) == 5
    assert set_name([one, two]) == set_name([two, one])
    assert all(len(name) == 16 and name.isalnum() for name in names)


def test_of_wheels_that_fit_alike_the_first_is_taken_and_every_distribution_that_lacks_one_is_named() -> None:
    wheels = [wheel(f"{name}-1-py3-none-any.whl") for name in ("x/a", "y/a", "b")]
    assert fitting_wheels(wheels, LINUX) == (wheels[0], wheels[2])
    lacking = [wheel("c-1-py3-none-win_amd64.whl"), wheels[0], wheel("d-1-cp32-none-any.whl")]
    with pytest.raises(LibraryMissing) as caught:
        fitting_wheels(lacking, LINUX)
    assert "of c (c-1-py3-none-win_amd64.whl), d (d-1-cp32-none-any.whl)." in caught.value.message


@pytest.mark.parametrize("here", ["Linux", "Windows"])
@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("py3-none-win_amd64", {"windows"}),
        ("py3-none-manylinux_2_39_x86_64", {"linux"}),
        ("py3-none-manylinux_2_28_x86_64", {"linux"}),
        ("py3-none-manylinux_2_17_x86_64", {"linux"}),
        ("py3-none-manylinux2014_x86_64", {"linux"}),
        ("py3-none-manylinux_2_40_x86_64", set()),
        ("py3-none-macosx_11_0_x86_64", set()),
        ("py3-none-any", {"linux", "windows"}),
        ("cp{own}-cp{own}-linux_x86_64", {"linux"}),
        ("cp32-none-any", set()),
    ],
)
def test_what_fits_a_computer_with_another_system_is_known(
    monkeypatch: pytest.MonkeyPatch, here: str, name: str, fits: set[str]
) -> None:
    monkeypatch.setattr("platform.system", lambda: here)
    own = f"{sys.version_info.major}{sys.version_info.minor}"
    given = wheel(f"a-1-{name.format(own=own)}.whl")
    for system in {"linux", "windows"} - {here.lower()}:
        tags = module.tags_of(system)
        assert tags is not None
        assert (not WheelName.of(given).tags.isdisjoint(tags)) == (system in fits)
    assert module.tags_of(here.lower()) is None


def test_a_copy_that_is_ours_already_is_not_copied_but_has_to_be_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "nameless_file", lambda _folder: pytest.fail("copied"))
    path = write_wheel(tmp_path / NAME, FILES)
    meant = as_wheel(path)
    assert len(unpack(meant, path, tmp_path / "to", NEVER, set(), is_own=True)) == 4
    write_wheel(path, FILES | {"thing/__init__.py": b"x = 2\n"})
    with pytest.raises(PackageInvalid, match="is not the wheel that"):
        unpack(meant, path, tmp_path / "again", NEVER, set(), is_own=True)
    assert not (tmp_path / "again").exists()


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    path = write_wheel(tmp_path / NAME, FILES)
    content = bytearray(path.read_bytes())
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(header) + flags] |= 1
    path.write_bytes(content)
    with pytest.raises(PackageInvalid, match=r"thing/__init__\.py, which is encrypted"):
        unpacked(path, tmp_path / "to")


@pytest.mark.parametrize(("most", "fits"), [(0, True), (-1, False)])
def test_a_wheel_may_not_unpack_to_more_than_any_engine_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, fits: bool
) -> None:
    path = write_wheel(tmp_path / NAME, FILES)
    monkeypatch.setattr(module, "_MOST_BYTES", (unpacked_bytes(path) or 0) + most)
    if fits:
        assert unpacked(path, tmp_path / "to")
        return
    with pytest.raises(PackageInvalid, match="more than any engine library"):
        unpacked(path, tmp_path / "to")


@pytest.mark.parametrize(("most", "fits"), [(0, True), (-1, False)])
def test_its_own_list_has_a_bound_and_has_to_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, fits: bool
) -> None:
    path = write_wheel(tmp_path / NAME, FILES)
    monkeypatch.setattr(module, "_MOST_LIST_BYTES", len(record_of(FILES, "thing-1.0.dist-info")) + most)
    if fits:
        assert unpacked(path, tmp_path / "to")
        return
    with pytest.raises(PackageInvalid, match="no list of its files"):
        unpacked(path, tmp_path / "to")


@pytest.mark.parametrize(
    ("record", "why"),
    [
        (record_of({"thing/a.py": b"a", "thing/b.py": b""}, "thing-1.0.dist-info"), "differ in thing/b.py"),
        (b"thing/a.py,,\n", "differ in thing/a.py"),
        (b"", "differ in thing/a.py"),
    ],
)
def test_a_list_that_has_more_or_less_than_the_wheel_is_refused(tmp_path: Path, record: bytes, why: str) -> None:
    with zipfile.ZipFile(tmp_path / NAME, "w") as archive:
        archive.writestr("thing/a.py", b"a")
        archive.writestr("thing-1.0.dist-info/RECORD", record)
        archive.mkdir("thing/folder")
    with pytest.raises(PackageInvalid, match=why):
        unpacked(tmp_path / NAME, tmp_path / "to")
    assert not (tmp_path / "to").exists()


@pytest.mark.parametrize("name", ["thing/thing-1.0.dist-info/RECORD", "thing-1.0.dist-info/RECORDS", "RECORD"])
def test_a_list_elsewhere_is_no_list(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / NAME, "w") as archive:
        archive.writestr("thing/a.py", b"a")
        archive.writestr(name, record_of({"thing/a.py": b"a"}, name.removesuffix("/RECORD")))
    with pytest.raises(PackageInvalid, match="no list of its files"):
        unpacked(tmp_path / NAME, tmp_path / "to")


def test_unpacking_can_be_stopped_in_the_middle(tmp_path: Path) -> None:
    path = write_wheel(tmp_path / NAME, {"thing/large": os.urandom(3 << 20)})

    class Late(CancelToken):
        def check(self) -> None:
            if (tmp_path / "to").exists():
                raise Cancelled(say("stopped"))

    with pytest.raises(Cancelled):
        unpack(as_wheel(path), path, tmp_path / "to", Late(), set())


def test_the_size_of_what_is_no_wheel_is_not_known(tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"no archive")
    os.mkfifo(tmp_path / "pipe")
    assert [unpacked_bytes(tmp_path / name) for name in ("text", "pipe", "none")] == [None] * 3


def test_the_engine_libraries_among_wheels_have_their_release_and_cuda() -> None:
    wheels = [
        wheel("numpy-2.0-py3-none-any.whl"),
        wheel("tensorrt_cu12_bindings-10.16.1.11-py3-none-any.whl"),
        wheel("tensorrt_rtx_cu13_bindings-1.7.1.post3-py3-none-any.whl"),
    ]
    assert libraries_in(wheels) == {
        "tensorrt": Installation("10.16.1.11", "12"),
        "tensorrt-rtx": Installation("1.7.1", "13"),
    }
