"""The engine library of an installation: whether it is there, where its wheels are, and unpacking it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.manifest import Wheel
from builder.app_package.package import AppPackage, load_package
from builder.backend import Installation as InstalledLibrary
from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import Cancelled, LibraryMissing, PackageInvalid
from builder.base.events import Downloading, Event, Logged
from installer.target.library import Library, Unpacking, survey_library, survey_names, unpack_all
from installer.target.receipt import InstalledFile, Receipt
from installer.target.request import Scope
from installer.target.transaction import Transaction
from tests.support.packages import small_package
from tests.support.payloads import tree, write_files
from tests.support.targets import TEST_APP
from tests.support.wheels import as_wheel, wheel_entry, write_wheel

BINDINGS = "tensorrt_rtx_cu13_bindings-1.7.1.116-py3-none-any.whl"
LIBS = "tensorrt_rtx_cu13_libs-1.7.1.116-py3-none-any.whl"
ADDRESS = "https://127.0.0.1:9"
MODULE = b"pass\n"


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    folder = tmp_path / "wheels"
    write_wheel(folder / BINDINGS, {"tensorrt_rtx/__init__.py": MODULE})
    write_wheel(folder / LIBS, {"tensorrt_rtx_libs/lib.so": bytes(100_000)})
    return folder


def package_with(wheels: Path, folder: Path, **values: Any) -> AppPackage:
    entries = [wheel_entry(wheels / name, **values) for name in (BINDINGS, LIBS)]
    return load_package(small_package(folder, "alpha", library={"source": "wheels", "wheels": entries}))


@pytest.fixture
def package(wheels: Path, tmp_path: Path) -> AppPackage:
    return package_with(wheels, tmp_path / "package")


def surveyed(
    package: AppPackage, target: Path, wheels: Path | None = None, receipt: Receipt | None = None, **options: Any
) -> Library:
    return survey_library(package, target, receipt, wheels, NEVER, "current-user", **options)


def installed(target: Path, library: Library, **files: bytes) -> Receipt:
    """Put files into the library's folder; returns the receipt that has them."""
    assert library.folder
    named = {f"{library.folder}/{name}": content for name, content in files.items()}
    write_files(target, named)
    listed = (
        InstalledFile(file=name, size=len(content), sha256=hashlib.sha256(content).hexdigest())
        for name, content in named.items()
    )
    return Receipt(app=TEST_APP, scope="current-user", files=tuple(listed))


# What is known without looking.


def test_a_program_with_a_library_of_its_own_needs_no_wheels(tmp_path: Path) -> None:
    package = load_package(small_package(tmp_path / "package", "alpha"))
    for library in (survey_names(package.manifest), surveyed(package, tmp_path)):
        assert library == Library()
        assert (library.folder, library.path_in(tmp_path), library.is_to_be_unpacked) == (None, None, False)
        assert (library.bytes_to_download, library.bytes_needed()) == (0, 0)
        assert library.to_json() == {"source": "bundled"}


def test_wheels_say_which_library_they_are(package: AppPackage, tmp_path: Path) -> None:
    library = survey_names(package.manifest)
    assert [wheel.name for wheel in library.wheels] == [BINDINGS, LIBS]
    assert library.libraries == {"tensorrt-rtx": InstalledLibrary("1.7.1.116", "13")}
    assert library.folder
    assert library.folder.startswith(".engine-installer/library/")
    assert library.path_in(tmp_path) == tmp_path / library.folder
    # Nobody has looked yet where they are.
    assert (library.bytes_to_download, library.to_json()["wheels"]) == (0, [])
    assert library.bytes_needed() == sum(wheel.size for wheel in library.wheels)
    other = replace(library, wheels=library.wheels[:1])
    assert other.folder != library.folder


def test_without_a_wheel_for_this_computer_there_is_no_library(wheels: Path, tmp_path: Path) -> None:
    name = "tensorrt_rtx_cu13_libs-1.7.1.116-py3-none-plan9_mips.whl"
    (wheels / LIBS).rename(wheels / name)
    entries = [wheel_entry(wheels / name)]
    package = load_package(
        small_package(tmp_path / "package", "alpha", library={"source": "wheels", "wheels": entries})
    )
    for library in (survey_names(package.manifest), surveyed(package, tmp_path, wheels)):
        assert isinstance(library.problem, LibraryMissing)
        assert (library.wheels, library.libraries, library.folder) == ((), {}, None)
        assert library.to_json()["problem"] == library.problem.message


def test_another_system_gets_its_own_wheels(wheels: Path, tmp_path: Path) -> None:
    names = [
        f"tensorrt_rtx_cu13_bindings-1.7.1.116-py3-none-{system}.whl"
        for system in ("manylinux_2_28_x86_64", "win_amd64")
    ]
    for name in names:
        write_wheel(wheels / name, {"x": b""})
    entries = [wheel_entry(wheels / name) for name in names]
    package = load_package(
        small_package(tmp_path / "package", "alpha", library={"source": "wheels", "wheels": entries})
    )
    for system, name in zip(("linux", "windows"), names, strict=True):
        assert [wheel.name for wheel in survey_names(package.manifest, system).wheels] == [name]
        assert [wheel.name for wheel in surveyed(package, tmp_path, wheels, system=system).wheels] == [name]


# Where it is.


def test_a_library_that_is_there_as_it_was_unpacked_is_used(package: AppPackage, tmp_path: Path) -> None:
    target = tmp_path / "target"
    receipt = installed(target, survey_names(package.manifest), **{"a/__init__.py": MODULE, "lib.so": b"lib"})
    library = surveyed(package, target, None, receipt)
    assert [(file.source, file.file, file.size) for file in library.files] == [
        (target / file.file, file.file, file.size) for file in receipt.files
    ]
    assert [file.sha256 for file in library.files] == [file.sha256 for file in receipt.files]
    assert (library.is_to_be_unpacked, library.problem, library.bytes_to_download) == (False, None, 0)
    assert library.to_json()["installed"] is True


@pytest.mark.parametrize("change", ["changed", "missing", "added", "a link", "not in the receipt", "no receipt"])
def test_a_library_that_is_not_as_it_was_unpacked_counts_as_missing(
    package: AppPackage, tmp_path: Path, change: str
) -> None:
    target, names = tmp_path / "target", survey_names(package.manifest)
    receipt: Receipt | None = installed(target, names, **{"a/__init__.py": MODULE, "lib.so": b"lib"})
    assert receipt
    folder = names.path_in(target)
    assert folder
    match change:
        case "changed":
            (folder / "lib.so").write_bytes(b"LIB")
        case "missing":
            (folder / "lib.so").unlink()
        case "added":
            (folder / "a/ctypes.py").write_bytes(b"")
        case "a link":
            (folder / "lib.so").rename(target / "lib.so")
            (folder / "lib.so").symlink_to(target / "lib.so")
        case "not in the receipt":
            receipt = replace(receipt, files=receipt.files[:1])
        case _:
            receipt = None
    library = surveyed(package, target, None, receipt)
    assert library.files == ()
    assert library.is_to_be_unpacked
    assert library.problem


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")
@pytest.mark.parametrize("theirs", ["", ".engine-installer", ".engine-installer/library", "{folder}/module.py"])
def test_with_more_rights_a_library_that_another_user_could_change_counts_as_missing(
    package: AppPackage, wheels: Path, tmp_path: Path, theirs: str
) -> None:
    """Even to plan: the library is asked which GPUs it serves."""
    target, names = tmp_path / "target", survey_names(package.manifest)
    receipt = installed(target, names, **{"module.py": MODULE})

    def survey(scope: Scope) -> Library:
        return survey_library(package, target, receipt, wheels, NEVER, scope)

    assert survey("current-user").files
    assert survey("all-users").files
    os.chown(target / theirs.format(folder=names.folder), 1000, -1)
    assert not survey("all-users").files
    assert survey("all-users").is_to_be_unpacked
    # What is not root's own on the way to it makes a login as root as strict.
    assert bool(survey("current-user").files) == theirs.endswith("module.py")


def test_wheels_are_looked_for_in_the_folder_that_is_given_then_in_the_package(
    package: AppPackage, wheels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(package.root / "wheels", {BINDINGS: b"", LIBS: b""})
    beside = tuple(package.root / "wheels" / name for name in (BINDINGS, LIBS))
    assert surveyed(package, tmp_path / "target").locations == beside
    (wheels / LIBS).unlink()
    assert surveyed(package, tmp_path / "target", wheels).locations == (wheels / BINDINGS, beside[1])
    monkeypatch.chdir(tmp_path)
    assert surveyed(package, tmp_path / "target", Path("wheels")).locations == (wheels / BINDINGS, beside[1])


def test_wheels_that_are_nowhere_are_named_with_the_folders(package: AppPackage, wheels: Path, tmp_path: Path) -> None:
    (wheels / LIBS).unlink()
    library = surveyed(package, tmp_path / "target", wheels)
    assert library.locations == (wheels / BINDINGS, None)
    assert isinstance(library.problem, LibraryMissing)
    assert f"not in {wheels} or {package.root / 'wheels'}: {LIBS}." in library.problem.message
    assert "--wheels" in library.problem.hint
    alone = surveyed(package, tmp_path / "target")
    assert alone.problem
    assert f"not in {package.root / 'wheels'}: {BINDINGS}, {LIBS}." in alone.problem.message


def test_what_has_an_address_is_not_missing(wheels: Path, tmp_path: Path) -> None:
    package = package_with(wheels, tmp_path / "package", url=f"{ADDRESS}/{LIBS}?sig=SECRET")
    sizes = {name: (wheels / name).stat().st_size for name in (BINDINGS, LIBS)}
    (wheels / LIBS).unlink()
    library = surveyed(package, tmp_path / "target", wheels)
    assert (library.problem, library.locations) == (None, (wheels / BINDINGS, None))
    assert library.bytes_to_download == sizes[LIBS]
    # Copies of both wheels, what is in the one that is here, and a guess at the other.
    inside = sum(path.stat().st_size for path in unpacked(library, wheels, tmp_path))
    assert library.bytes_needed() == sum(sizes.values()) + inside + 4 * sizes[LIBS]
    told = library.to_json()
    assert (told["source"], told["installed"], told["problem"]) == ("wheels", False, None)
    assert [wheel["file"] for wheel in told["wheels"]] == [BINDINGS, LIBS]
    assert told["wheels"][0]["from"] == str(wheels / BINDINGS)
    assert told["wheels"][1]["from"].startswith(f"{ADDRESS}/{LIBS}")
    assert "SECRET" not in str(told)


def unpacked(library: Library, wheels: Path, tmp_path: Path) -> list[Path]:
    """What is in the first wheel, its list of itself included."""
    one = replace(library, wheels=library.wheels[:1], locations=(wheels / BINDINGS,))
    (tmp_path / "unpacked").mkdir()
    unpack_all(one, tmp_path / "unpacked/library", NEVER)
    return [path for path in (tmp_path / "unpacked/library").rglob("*") if path.is_file()]


def test_sizes_are_told_in_mebibytes() -> None:
    wheel = Wheel(file=f"wheels/{LIBS}", sha256="0" * 64, size=(3 << 20) + (1 << 19))
    library = Library((wheel,), {}, locations=(None,))
    assert library.to_json()["wheels"] == [{"file": LIBS, "from": "", "mib": 3.5}]


# Unpacking it.


def unpacking(library: Library, target: Path) -> Unpacking:
    return Unpacking(library, Transaction(target))


def test_wheels_are_unpacked_into_the_staging_folder(package: AppPackage, wheels: Path, tmp_path: Path) -> None:
    library = surveyed(package, tmp_path / "target", wheels)
    work = unpacking(library, tmp_path / "target")
    assert work.folder == tmp_path / "target/.engine-installer/staging" / str(library.folder)
    events = list(work.events(NEVER))
    assert events == [Logged("info", f"unpacking {wheels / name}") for name in (BINDINGS, LIBS)]
    there = {name: content for name, content in tree(work.folder).items() if isinstance(content, bytes)}
    assert there["tensorrt_rtx/__init__.py"] == MODULE
    assert {file.file for file in work.files} == {f"{library.folder}/{name}" for name in there}
    for file in work.files:
        content = there[file.file.removeprefix(f"{library.folder}/")]
        assert file.source.read_bytes() == content
        assert (file.size, file.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert {path.name for path in wheels.iterdir()} == {BINDINGS, LIBS}
    # In the same way where no target is installed.
    (tmp_path / "beside").mkdir()
    unpack_all(library, tmp_path / "beside/library", NEVER)
    assert tree(tmp_path / "beside/library") == tree(work.folder)


def test_a_wheel_that_was_changed_is_refused(package: AppPackage, wheels: Path, tmp_path: Path) -> None:
    library = surveyed(package, tmp_path / "target", wheels)
    with (wheels / LIBS).open("r+b") as stream:
        stream.write(b"X")
    with pytest.raises(PackageInvalid, match=LIBS):
        list(unpacking(library, tmp_path / "target").events(NEVER))


def test_two_wheels_with_one_file_are_refused(wheels: Path, tmp_path: Path) -> None:
    write_wheel(wheels / LIBS, {"tensorrt_rtx/__init__.py": b"other"})
    library = surveyed(package_with(wheels, tmp_path / "package"), tmp_path / "target", wheels)
    with pytest.raises(PackageInvalid):
        list(unpacking(library, tmp_path / "target").events(NEVER))
    with pytest.raises(PackageInvalid):
        unpack_all(library, tmp_path / "target/other", NEVER)


def test_unpacking_can_be_cancelled(package: AppPackage, wheels: Path, tmp_path: Path) -> None:
    library, cancel = surveyed(package, tmp_path / "target", wheels), CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(unpacking(library, tmp_path / "target").events(cancel))
    with pytest.raises(Cancelled):
        unpack_all(library, tmp_path / "target/other", cancel)


@pytest.mark.parametrize("pause", [0.0, 100.0])
def test_what_is_downloaded_is_told_from_time_to_time_unpacked_and_not_kept(
    wheels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pause: float
) -> None:
    wheel = as_wheel(wheels / BINDINGS, url=f"{ADDRESS}/x?sig=SECRET")
    content = (wheels / BINDINGS).read_bytes()
    asked: list[object] = []

    def download(url: str, size: int, to: Path, cancel: CancelToken) -> Iterator[int]:
        asked.append((url, size, to.name, cancel))
        yield 10
        yield 20
        to.write_bytes(content)
        yield len(content)

    monkeypatch.setattr("builder.library.download.download", download)
    monkeypatch.setattr("installer.target.library._SECONDS_BETWEEN_EVENTS", pause)
    work = unpacking(Library((wheel,), {}, locations=(None,)), tmp_path / "target")
    events: list[Event] = list(work.events(NEVER))
    assert asked == [(wheel.url, wheel.size, BINDINGS, NEVER)]
    received = [event.received for event in events if isinstance(event, Downloading)]
    assert received == ([0, 10, 20, len(content)] if not pause else [0, len(content)])
    assert all(event.file == BINDINGS for event in events if isinstance(event, Downloading))
    assert all(event.size == len(content) for event in events if isinstance(event, Downloading))
    told = [event.message for event in events if isinstance(event, Logged)]
    assert told[0].startswith(f"downloading {ADDRESS}/x")
    assert told[1].startswith("unpacking ")
    assert "SECRET" not in str(told)
    assert "tensorrt_rtx/__init__.py" in str(work.files)
    assert not list(tmp_path.glob("target/**/*.whl"))
