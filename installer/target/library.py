"""The engine library of an installation, where it comes from wheels: whether it is there, where it is, unpacking it.

It lies in the target's own folder and is part of the transaction like every other file. It is fetched when something is
built, and stays for repairs.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from builder.app_package.manifest import MAINTENANCE_FOLDER, AppManifest, Wheel
from builder.app_package.package import AppPackage
from builder.backend import Installation as InstalledLibrary
from builder.base.addresses import mask_addresses
from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInstallerError, LibraryMissing
from builder.base.events import Downloading, Event, Logged
from builder.base.files import absolute, remove_file
from builder.base.paths import files_below, is_file
from builder.base.text import join, say
from builder.library.wheels import fitting_wheels, libraries_in, set_name, tags_of, unpack, unpacked_bytes
from installer.target.application_files import inspect
from installer.target.file_changes import SourceFile
from installer.target.location import distrust_input
from installer.target.receipt import Receipt
from installer.target.request import Scope
from installer.target.transaction import Transaction

LIBRARY = f"{MAINTENANCE_FOLDER}/library"
_DOWNLOADS = f"{MAINTENANCE_FOLDER}/downloads"
_SECONDS_BETWEEN_EVENTS = 0.5

_GROWTH = 4
"""How much larger wheels of engine libraries become, at most, as a guess for those that are still to be downloaded."""


@dataclass(frozen=True)
class Library:
    """The engine library of one installation.

    Attributes:
        wheels: what it consists of; none where it is part of the program.
        libraries: what the wheels hold, by the name of the backend.
        files: those in the target, where all of them are there as they were unpacked.
        locations: where each wheel is; None for one that is downloaded.
        problem: why it is not available here.
    """

    wheels: tuple[Wheel, ...] = ()
    libraries: dict[str, InstalledLibrary] | None = None
    files: tuple[SourceFile, ...] = ()
    locations: tuple[Path | None, ...] = ()
    problem: EngineInstallerError | None = None

    @property
    def folder(self) -> str | None:
        """Its folder, relative to the target; None where it is part of the program."""
        return f"{LIBRARY}/{set_name(self.wheels)}" if self.wheels else None

    def path_in(self, target: Path) -> Path | None:
        """Give the whole path of that folder."""
        return target / self.folder if self.folder else None

    @property
    def is_to_be_unpacked(self) -> bool:
        return bool(self.wheels) and not self.files

    @property
    def bytes_to_download(self) -> int:
        """What must come from the network before anything is built."""
        if not self.is_to_be_unpacked:
            return 0
        return sum(wheel.size for wheel, path in zip(self.wheels, self.locations, strict=False) if path is None)

    def bytes_needed(self) -> int:
        """Estimate the room that it takes until it is in its place: copies of the wheels, and what is in them."""
        total = 0
        for wheel, path in zip(self.wheels, self.locations, strict=False):
            known = unpacked_bytes(path) if path else None
            total += _GROWTH * wheel.size if known is None else known
        return total + sum(wheel.size for wheel in self.wheels)

    def to_json(self) -> dict[str, Any]:
        """What `--plan --json` prints."""
        if self.libraries is None:
            return {"source": "bundled"}
        return {
            "source": "wheels",
            "installed": bool(self.files),
            "wheels": [
                {
                    "file": wheel.name,
                    "from": str(path or mask_addresses(wheel.url or "")),
                    "mib": round(wheel.size / (1 << 20), 1),
                }
                for wheel, path in zip(self.wheels, self.locations, strict=False)
            ],
            "problem": self.problem.message if self.problem else None,
        }


def survey_names(manifest: AppManifest, system: str | None = None) -> Library:
    """Say what is known of the library without looking for it.

    Args:
        manifest: which names it.
        system: where it is for; None for this system.
    """
    if manifest.library.source == "bundled":
        return Library()
    try:
        wheels = fitting_wheels(manifest.library.wheels, tags_of(system) if system else None)
    except LibraryMissing as error:
        return Library(libraries={}, problem=error)
    return Library(wheels, libraries_in(wheels))


def survey_library(
    package: AppPackage,
    target: Path,
    receipt: Receipt | None,
    wheels_folder: Path | None,
    cancel: CancelToken,
    scope: Scope,
    system: str | None = None,
) -> Library:
    """Find out whether the library is there, or else where its wheels are.

    Args:
        package: whose manifest names it.
        target: of the installation.
        receipt: what was installed there.
        wheels_folder: where wheels are looked for first.
        cancel: stops it while files are hashed.
        scope: whom the run is for. What others could change is not used where they could gain by it: it counts as
            missing.
        system: of the computer that it is for; None for this one.

    Raises:
        EngineInstallerError: a file cannot be read.
    """
    library = survey_names(package.manifest, system)
    if library.folder is None:
        return library
    there = target / library.folder
    if not distrust_input(there, scope, target) and (files := _installed(target, library.folder, receipt, cancel)):
        return replace(library, files=files)
    folder = absolute(wheels_folder) if wheels_folder else None
    locations: list[Path | None] = []
    missing = []
    for wheel in library.wheels:
        candidates = [*([folder / wheel.name] if folder else []), package.root / wheel.file]
        location = next((path for path in candidates if is_file(path)), None)
        locations.append(location)
        if location is None and wheel.url is None:
            missing.append((wheel.name, candidates))
    if not missing:
        return replace(library, locations=tuple(locations))
    looked = dict.fromkeys(str(path.parent) for _, candidates in missing for path in candidates)
    problem = LibraryMissing(
        say(
            "The engine library is not part of this program, and its wheels are not in {folders}: {wheels}.",
            folders=join(" or ", looked),
            wheels=join(", ", (name for name, _ in missing)),
        ),
        hint=say(
            "Put these files into a folder and specify it with --wheels.",
            window="Download the application's installer again.",
        ),
    )
    return replace(library, locations=tuple(locations), problem=problem)


def _installed(target: Path, folder: str, receipt: Receipt | None, cancel: CancelToken) -> tuple[SourceFile, ...]:
    """Find the files of an earlier installation; none unless all are there as they were, and no others."""
    listed = [file for file in (receipt.files if receipt else ()) if file.file.startswith(f"{folder}/")]
    there = {path.relative_to(target).as_posix() for path in files_below(target / folder)}
    if not listed or there != {file.file for file in listed}:
        return ()
    files = []
    for file in listed:
        found = inspect(target, file.file, cancel)
        if found is None or found.content != file.sha256:
            return ()
        files.append(SourceFile(target / file.file, file.file, file.sha256, file.size, found.executable))
    return tuple(files)


def unpack_all(library: Library, folder: Path, cancel: CancelToken) -> None:
    """Unpack a library whose wheels are all on this computer.

    Raises:
        EngineInstallerError: a wheel is not as it should be, or the system refused.
    """
    taken: set[str] = set()
    for wheel, path in zip(library.wheels, library.locations, strict=True):
        assert path is not None
        unpack(wheel, path, folder, cancel, taken)


@dataclass
class Unpacking:
    """Fetches a library into the staging folder of a target.

    Attributes:
        folder: where the library can be used from, before and until everything is put in its place.
        files: what is in it, for its places in the target; complete once `events` has ended.
    """

    library: Library
    transaction: Transaction

    def __post_init__(self) -> None:
        assert self.library.folder is not None
        self.folder = self.transaction.stage(f"{self.library.folder}/RECORD").parent
        self.files: list[SourceFile] = []

    def events(self, cancel: CancelToken) -> Iterator[Event]:
        """Download what is not on this computer, and unpack everything.

        Raises:
            EngineInstallerError: a wheel is not as it should be, or the system refused.
        """
        taken: set[str] = set()
        for wheel, location in zip(self.library.wheels, self.library.locations, strict=True):
            path = location
            if path is None:
                path = self.transaction.stage(f"{_DOWNLOADS}/{wheel.name}")
                yield from _download(wheel, path, cancel)
            yield Logged("info", f"unpacking {path}")
            for item in unpack(wheel, path, self.folder, cancel, taken, is_own=location is None):
                file = f"{self.library.folder}/{item.file}"
                self.files.append(SourceFile(self.folder / item.file, file, item.sha256, item.size))
            if location is None:
                remove_file(path)


def _download(wheel: Wheel, to: Path, cancel: CancelToken) -> Iterator[Event]:
    from builder.library.download import download

    assert wheel.url is not None
    yield Logged("info", f"downloading {mask_addresses(wheel.url)}")
    yield Downloading(wheel.name, 0, wheel.size)
    reported = time.monotonic()
    for received in download(wheel.url, wheel.size, to, cancel):
        if received == wheel.size or time.monotonic() - reported >= _SECONDS_BETWEEN_EVENTS:
            reported = time.monotonic()
            yield Downloading(wheel.name, received, wheel.size)
