"""Wheels of engine libraries: which of them fit this computer, what they hold, and unpacking them without trust.

A packaged program has no pip. A wheel is a zip archive that lists its files with their hashes.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import os
import platform
import re
import stat
import sys
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from builder.app_package.manifest import Wheel
from builder.backend import BACKENDS, Installation
from builder.backend.base import release_of
from builder.base.cancellation import CancelToken
from builder.base.errors import LibraryMissing, PackageInvalid
from builder.base.files import explained, new_file, relative_fault
from builder.base.text import Text, join, say
from builder.operating_system import extended_path

_CHUNK_BYTES = 1 << 20
_MOST_FILES = 10_000
_MOST_BYTES = 16 << 30
_MOST_LIST_BYTES = 1 << 24
_ENCRYPTED = 1
_OLD_NAMES = {"manylinux1": "manylinux_2_5", "manylinux2010": "manylinux_2_12", "manylinux2014": "manylinux_2_17"}


@dataclass(frozen=True, slots=True)
class WheelName:
    """What the name of a wheel tells.

    Attributes:
        distribution: normalized.
        version: of it.
        pythons, abis, platforms: what it is for; one of each must fit.
    """

    distribution: str
    version: str
    pythons: frozenset[str]
    abis: frozenset[str]
    platforms: frozenset[str]

    @classmethod
    def of(cls, wheel: Wheel) -> WheelName:
        parts = wheel.name.removesuffix(".whl").split("-")
        pythons, abis, platforms = (frozenset(tags.lower().split(".")) for tags in parts[-3:])
        return cls(re.sub(r"[-_.]+", "-", parts[0]).lower(), parts[1], pythons, abis, platforms)


@dataclass(frozen=True, slots=True)
class Host:
    """What a wheel must be made for.

    Attributes:
        python: major and minor version.
        system: as `sys.platform`.
        machine: the processor, in lower case.
        glibc: version of the C library; None where it is another one.
    """

    python: tuple[int, int]
    system: str
    machine: str
    glibc: tuple[int, int] | None

    @classmethod
    def here(cls) -> Host:
        name, version = platform.libc_ver() if sys.platform == "linux" else ("", "")
        numbers = re.match(r"(\d+)\.(\d+)", version)
        glibc = (int(numbers[1]), int(numbers[2])) if name == "glibc" and numbers else None
        return cls(sys.version_info[:2], sys.platform, platform.machine().lower(), glibc)

    def takes(self, name: WheelName) -> bool:
        """Whether a wheel of this name can be used."""
        return self._takes_python(name) and any(map(self._takes_platform, name.platforms))

    def _takes_python(self, name: WheelName) -> bool:
        major, minor = self.python
        own = f"cp{major}{minor}"
        if name.pythons & {own, f"py{major}{minor}", f"py{major}"} and name.abis & {own, "none", "abi3"}:
            return True
        return "abi3" in name.abis and bool(name.pythons & {f"cp{major}{older}" for older in range(2, minor)})

    def _takes_platform(self, tag: str) -> bool:
        made_for, suffix = tag.removesuffix(f"_{self.machine}"), f"_{self.machine}"
        if tag == "any" or not tag.endswith(suffix):
            return tag == "any"
        if self.system == "win32":
            return made_for == "win"
        if self.system != "linux" or made_for == "linux":
            return self.system == "linux"
        version = re.fullmatch(r"manylinux_(\d+)_(\d+)", _OLD_NAMES.get(made_for, made_for))
        return bool(version and self.glibc and self.glibc >= (int(version[1]), int(version[2])))

    @property
    def text(self) -> Text:
        """The computer in words."""
        python, system = ".".join(map(str, self.python)), f"{self.system} {self.machine}"
        if not self.glibc:
            return say("Python {python} on {system}", python=python, system=system)
        glibc = ".".join(map(str, self.glibc))
        return say("Python {python} on {system} and glibc {glibc}", python=python, system=system, glibc=glibc)


def fitting_wheels(wheels: Sequence[Wheel], host: Host | None = None) -> tuple[Wheel, ...]:
    """Those for this computer: one of each distribution, the first that fits.

    Raises:
        LibraryMissing: a distribution has none; says what would fit.
    """
    host = host or Host.here()
    by_distribution: dict[str, list[Wheel]] = {}
    for wheel in wheels:
        by_distribution.setdefault(WheelName.of(wheel).distribution, []).append(wheel)
    fitting, lacking = [], []
    for distribution, candidates in by_distribution.items():
        found = next((wheel for wheel in candidates if host.takes(WheelName.of(wheel))), None)
        if found:
            fitting.append(found)
        else:
            lacking.append(f"{distribution} ({', '.join(wheel.name for wheel in candidates)})")
    if lacking:
        raise LibraryMissing(
            say(
                "app.toml names no wheel for {computer} of {distributions}.",
                computer=host.text,
                distributions=join(", ", lacking),
            ),
            hint=say("The application's vendor must name one; this computer may be too old or of another kind."),
        )
    return tuple(fitting)


def libraries_in(wheels: Iterable[Wheel]) -> dict[str, Installation]:
    """The engine libraries that wheels hold, by the name of their backend.

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
    """A short name for exactly these wheels."""
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
    """The room that a wheel needs once it is unpacked, as it says; None when that cannot be told."""
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return None


def unpack(wheel: Wheel, path: Path, folder: Path, cancel: CancelToken, taken: set[str]) -> list[Unpacked]:
    """Unpack a wheel.

    Nothing of it is used before its hash is right; then every file must be in its own list, with its hash.

    Args:
        wheel: as app.toml describes it.
        path: the file.
        folder: where to.
        cancel: stops it between chunks.
        taken: the paths that other wheels have taken, in lower case; this one's are added.

    Raises:
        PackageInvalid: it is not the wheel that was meant, or not one that can be trusted.
        EngineInstallerError: the system refused.
    """
    with explained(path, say("read")), path.open("rb") as stream:
        found = _hash_of(stream, cancel)
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
        stream.seek(0)
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


def _hash_of(stream: BinaryIO, cancel: CancelToken) -> str:
    digest = hashlib.sha256()
    while chunk := stream.read(_CHUNK_BYTES):
        digest.update(chunk)
        cancel.check()
    return digest.hexdigest()


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
    digest = hashlib.sha256()
    with archive.open(entry) as reading, explained(path, say("write")):
        path.parent.mkdir(parents=True, exist_ok=True)
        # Reading ends with an error at one byte more than the archive has declared.
        with new_file(path) as writing:
            while chunk := reading.read(_CHUNK_BYTES):
                cancel.check()
                writing.write(chunk)
                digest.update(chunk)
            writing.flush()
            os.fsync(writing.fileno())
    return Unpacked(entry.filename, digest.hexdigest(), entry.file_size)
