"""Wheels of engine libraries: which of them fit this computer, what they contain, and unpacking them without trust.

A packaged program has no pip. A wheel is a zip archive that lists its files with their hashes.
"""

from __future__ import annotations

import base64
import contextlib
import csv
import hashlib
import io
import os
import platform
import re
import stat
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from builder.app_package.manifest import Wheel
from builder.backend import BACKENDS, Installation
from builder.backend.base import release_of
from builder.base.cancellation import CancelToken
from builder.base.errors import LibraryMissing, PackageInvalid, Remedy
from builder.base.file_kinds import foreign_file
from builder.base.files import hash_stream, new_file, os_errors_as, relative_fault
from builder.base.small_files import open_regular
from builder.base.text import Text, join, say
from builder.operating_system import extended_path, nameless_file

if TYPE_CHECKING:
    from packaging.tags import Tag

_MOST_FILES = 10_000
_MOST_BYTES = 16 << 30
_MOST_LIST_BYTES = 1 << 24
_ENCRYPTED = 1
_GLIBC_MINOR = 39


@dataclass(frozen=True, slots=True)
class WheelName:
    """What the name of a wheel says.

    Attributes:
        distribution: normalized.
        version: normalized.
        tags: the Pythons and platforms it is built for.
    """

    distribution: str
    version: str
    tags: frozenset[Tag]

    @classmethod
    def of(cls, wheel: Wheel) -> WheelName:
        return cls.parse(wheel.name)

    @classmethod
    def parse(cls, file: str) -> WheelName:
        """Read the name of a file.

        Raises:
            packaging.utils.InvalidWheelFilename: it is not that of a wheel.
        """
        # Here, not at the top: most installers have no wheels, and a quick look at an installation should stay quick.
        from packaging.utils import parse_wheel_filename

        distribution, version, _, tags = parse_wheel_filename(file)
        return cls(distribution, str(version), tags)


def fitting_wheels(wheels: Sequence[Wheel], tags: Sequence[Tag] | None = None) -> tuple[Wheel, ...]:
    """Choose one wheel of each distribution: the first that fits.

    Args:
        wheels: to choose from.
        tags: what a wheel must be built for, the best first; by default what this computer takes.

    Raises:
        LibraryMissing: a distribution has none; says what would fit.
    """
    if tags is None:
        from packaging.tags import sys_tags

        tags = tuple(sys_tags())
    by_distribution: dict[str, list[Wheel]] = {}
    for wheel in wheels:
        by_distribution.setdefault(WheelName.of(wheel).distribution, []).append(wheel)
    fitting, lacking = [], []
    for distribution, candidates in by_distribution.items():
        found = next((wheel for wheel in candidates if not WheelName.of(wheel).tags.isdisjoint(tags)), None)
        if found:
            fitting.append(found)
        else:
            lacking.append(f"{distribution} ({', '.join(wheel.name for wheel in candidates)})")
    if lacking:
        raise LibraryMissing(
            say(
                "app.toml names no wheel for {computer} of {distributions}.",
                computer=_in_words(tags),
                distributions=join(", ", lacking),
            ),
            hint=say("The application's vendor must name one; this computer may be too old or of another kind."),
            plain=say("The AI features cannot run on this kind of PC."),
            remedy=Remedy.NONE,
        )
    return tuple(fitting)


def tags_of(system: str) -> tuple[Tag, ...] | None:
    """Return what a wheel must be built for to fit a computer with this Python on a system; None for this computer.

    Of another computer its C library is not known; it is taken to be one of 2024.
    """
    if system == platform.system().lower():
        return None
    from packaging.tags import compatible_tags, cpython_tags

    glibc = [f"manylinux_2_{minor}_x86_64" for minor in range(_GLIBC_MINOR, 16, -1)]
    platforms = ["win_amd64"] if system == "windows" else [*glibc, "manylinux2014_x86_64", "linux_x86_64"]
    return (*cpython_tags(platforms=platforms), *compatible_tags(platforms=platforms))


def _in_words(tags: Sequence[Tag]) -> Text:
    python = tags[0].interpreter.removeprefix("cp")
    platforms = [tag.platform for tag in tags]
    # The newest manylinux says which C library there is; plain linux, which may come first, does not.
    system = next((name for name in platforms if name.startswith("manylinux")), platforms[0])
    return say("Python {python} on {system}", python=f"{python[0]}.{python[1:]}", system=system)


def libraries_in(wheels: Iterable[Wheel]) -> dict[str, Installation]:
    """Find the engine libraries among wheels, by the name of their backend.

    Raises:
        PackageInvalid: none of them is one.
    """
    versions = {name.distribution: name.version for name in map(WheelName.of, wheels)}
    found: dict[str, Installation] = {}
    for backend in BACKENDS.values():
        for distribution, cuda in backend.distributions.items():
            if backend.name not in found and distribution in versions:
                found[backend.name] = Installation(release_of(versions[distribution]), cuda)
    if not found:
        known = ", ".join(name for backend in BACKENDS.values() for name in backend.distributions)
        raise PackageInvalid(
            say("None of the wheels that app.toml names is an engine library: {libraries}.", libraries=known)
        )
    return found


def set_name(wheels: Iterable[Wheel]) -> str:
    """Make a short name for exactly these wheels."""
    return hashlib.sha256("\n".join(sorted(wheel.sha256 for wheel in wheels)).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Unpacked:
    """One file that came out of a wheel.

    Attributes:
        file: its path in the folder, with forward slashes.
        sha256: of its content.
        size: bytes.
    """

    file: str
    sha256: str
    size: int


def unpacked_bytes(path: Path) -> int | None:
    """The size of a wheel once it is unpacked, as its own list states it; None if that cannot be read."""
    try:
        with open_regular(path) as stream, zipfile.ZipFile(stream) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return None


def unpack(
    wheel: Wheel, path: Path, folder: Path, cancel: CancelToken, taken: set[str], *, is_own: bool = False
) -> list[Unpacked]:
    """Unpack a wheel.

    Nothing of it is used before its hash is right; then every file must be in its own list, with its hash. What is
    hashed is a copy that nobody else can open, and only that copy is unpacked.

    Args:
        wheel: as app.toml describes it.
        path: the file.
        folder: where to; the copy is made beside it.
        cancel: stops it between chunks.
        taken: the paths that other wheels have taken, in lower case; this one's are added.
        is_own: the file is such a copy already.

    Raises:
        PackageInvalid: it is not the wheel that was meant, or not one that can be trusted.
        EngineInstallerError: the system refused.
    """
    with os_errors_as(path, say("read")):
        foreign = foreign_file(path, "wheel")
    if foreign:
        raise _refused(path.name, f"it is {foreign.found}, instead of {foreign.expected}")
    stream: BinaryIO
    with os_errors_as(path, say("read")), open_regular(path) as original, contextlib.ExitStack() as copies:
        size = os.fstat(original.fileno()).st_size
        if is_own:
            stream, found = original, hash_stream(original, size, cancel.check)
        else:
            stream = copies.enter_context(nameless_file(folder.parent))
            found = hash_stream(original, size, cancel.check, stream)
        if found != wheel.sha256:
            raise PackageInvalid(
                say(
                    "{file} is not the wheel that app.toml names: its SHA-256 is {found}, not {expected}.",
                    file=path,
                    found=found,
                    expected=wheel.sha256,
                ),
                hint=say("Download the file again from where it is published."),
            )
        try:
            with zipfile.ZipFile(stream) as archive:
                return _unpack(archive, path.name, folder, cancel, taken)
        except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError) as error:
            raise _refused(path.name, f"it is not an archive that can be read ({error})") from error


def _refused(name: str, why: str) -> PackageInvalid:
    # What is wrong with it is for the vendor, who reads it on a console or in the log.
    return PackageInvalid(
        say(
            "The wheel {file} is not unpacked: {reason}.",
            window="The wheel {file} is damaged, so it is not unpacked.",
            file=name,
            reason=why,
        )
    )


def _unpack(archive: zipfile.ZipFile, name: str, folder: Path, cancel: CancelToken, taken: set[str]) -> list[Unpacked]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > _MOST_FILES or sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise _refused(name, "it holds more than any engine library does")
    for entry in entries:
        if fault := _fault_of(entry, taken):
            raise _refused(name, f"it holds {fault}")
        taken.add(entry.filename.lower())
    records = [entry for entry in entries if re.fullmatch(r"[^/]+\.dist-info/RECORD", entry.filename)]
    if len(records) != 1 or records[0].file_size > _MOST_LIST_BYTES:
        raise _refused(name, "it has no list of its files")
    (record,) = records
    listed = dict(_listed(archive.read(record).decode("utf-8")))
    unlisted = {entry.filename for entry in entries} ^ {*listed, record.filename}
    if unlisted:
        raise _refused(name, f"its list of files and its files differ in {min(unlisted)}")
    unpacked = []
    for entry in entries:
        written = _write(archive, entry, folder, cancel)
        if entry is not record and written.sha256 != listed[entry.filename]:
            raise _refused(name, f"{entry.filename} is not what its list of files says")
        unpacked.append(written)
    return unpacked


def _fault_of(entry: zipfile.ZipInfo, taken: set[str]) -> str | None:
    if fault := relative_fault(entry.filename):
        return fault
    if entry.filename.lower() in taken:
        return f"{entry.filename}, which is there already"
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        return f"{entry.filename}, which is not a file"
    if entry.flag_bits & _ENCRYPTED:
        return f"{entry.filename}, which is encrypted"
    if ".data" in Path(entry.filename).parts[0]:
        return f"{entry.filename}, which belongs elsewhere"
    return None


def _listed(text: str) -> Iterator[tuple[str, str]]:
    """The files of a wheel's own list and their hashes; the list itself has none."""
    for row in csv.reader(io.StringIO(text)):
        if len(row) != 3:
            raise ValueError("its list of files is damaged")
        file, hashed, _ = row
        if hashed:
            algorithm, _, digest = hashed.partition("=")
            if algorithm != "sha256":
                raise ValueError(f"its list of files has hashes of the kind {algorithm!r}")
            yield file, base64.urlsafe_b64decode(digest + "==").hex()


def _write(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, folder: Path, cancel: CancelToken) -> Unpacked:
    path = extended_path(folder / entry.filename)
    with archive.open(entry) as reading, os_errors_as(path, say("write")):
        path.parent.mkdir(parents=True, exist_ok=True)
        # Reading ends with an error at one byte more than the archive has declared.
        with new_file(path) as writing:
            digest = hash_stream(reading, entry.file_size + 1, cancel.check, writing)
            writing.flush()
            os.fsync(writing.fileno())
    return Unpacked(entry.filename, digest, entry.file_size)
