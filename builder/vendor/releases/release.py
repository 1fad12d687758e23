"""One release of an application, wherever a vendor still has it: its package, and the engine libraries it came with."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from builder.app_package.manifest import MAINTENANCE_FOLDER, find_manifest
from builder.app_package.package import AppPackage, load_package
from builder.backend import BACKENDS, TENSORRT_RTX, Installation
from builder.backend.base import release_of
from builder.base.cancellation import CancelToken
from builder.base.errors import PackageMissing
from builder.base.paths import is_file, is_folder, size_of
from builder.base.program import SUMS_NAME
from builder.base.small_files import read_small_file
from builder.base.text import verbatim
from builder.engines.store import EngineStore
from builder.library.wheels import libraries_in
from builder.timing.catalogue import Catalogue, catalogue_folder, load_catalogue
from builder.vendor.packaging.folder import INSIDE, SBOM_NAME

_KEPT_PACKAGE = f"{MAINTENANCE_FOLDER}/package"
_MOST_BYTES = 64 << 20
_IN_PACKAGE = (f"{INSIDE}/assets/", f"{INSIDE}/caches/")
_WHAT_TO_NAME = verbatim(
    "Name the folder of an app.toml, one that 'engine-builder package' made, or the folder of an installation."
)


@dataclass(frozen=True, slots=True)
class Release:
    """One release.

    Attributes:
        package: its app package.
        catalogue: the timing caches that ship with it.
        libraries: the engine libraries that users have with it, by backend name.
        stated: which of them the release itself states; of the others, those that are installed here are assumed.
        has_payload: whether the application's own files are there to be compared; a copy that was kept has none.
        program: hash and size of each file of the packaged program around it; empty where it was not packaged.
    """

    package: AppPackage
    catalogue: Catalogue
    libraries: Mapping[str, Installation]
    stated: frozenset[str]
    has_payload: bool = True
    program: Mapping[str, tuple[str, int]] = field(default_factory=dict)

    @property
    def version(self) -> str:
        return self.package.manifest.app.version


def read_release(
    folder: Path, here: Mapping[str, Installation], cancel: CancelToken, library: Installation | None = None
) -> Release:
    """Read a release from a package folder, a folder that `engine-builder package` made, or an installation.

    Args:
        folder: what is in it shows which of them it is.
        here: the engine libraries of this program, which are in every release that it packages.
        cancel: stops it while files are hashed.
        library: the TensorRT-RTX that the release came with, where nothing in it says so.

    Raises:
        PackageMissing: it is none of them.
        EngineInstallerError: its package cannot be used.
    """
    root, found = _find(folder)
    if library is not None:
        found = {TENSORRT_RTX.name: library} | found
    # A copy that was kept for repairs is one without the application's own files.
    is_kept = root.parent.name == MAINTENANCE_FOLDER
    package = load_package(root, cancel, with_payload=not is_kept)
    if package.manifest.library.source == "wheels":
        libraries = found = libraries_in(package.manifest.library.wheels)
    else:
        libraries = {**here, **found}
    catalogue = load_catalogue(catalogue_folder(package.root), cancel)
    program = dict(_program(folder)) if root == folder / INSIDE else {}
    return Release(package, catalogue, libraries, frozenset(found), has_payload=not is_kept, program=program)


def _find(folder: Path) -> tuple[Path, dict[str, Installation]]:
    """Find the package in a folder, and what the folder says of engine libraries."""
    root, found = folder, {}
    if is_folder(folder / _KEPT_PACKAGE):
        root, found = folder / _KEPT_PACKAGE, _libraries_of_engines(folder)
    elif is_file(folder / SBOM_NAME) and is_folder(folder / INSIDE):
        root, found = folder / INSIDE, _libraries_of_bill(folder / SBOM_NAME)
    try:
        find_manifest(root)
    except PackageMissing as error:
        message = error.message
        if EngineStore(folder).read_index() is not None:
            message = verbatim(f"The installation in {folder} has no copy of its app package (keep_package = false).")
        raise PackageMissing(message, hint=_WHAT_TO_NAME) from error
    return root, found


def _program(folder: Path) -> Iterator[tuple[str, tuple[str, int]]]:
    """Give the files of a packaged program that are no part of its app package, with hash and size."""
    if not is_file(folder / SUMS_NAME):
        return
    for line in read_small_file(folder / SUMS_NAME, _MOST_BYTES).decode("utf-8", "replace").splitlines():
        sha256, _, path = line.partition("  ")
        if not path.startswith(_IN_PACKAGE) and is_file(folder / path):
            yield path, (sha256, size_of(folder / path))


def _libraries_of_engines(target: Path) -> dict[str, Installation]:
    index = EngineStore(target).read_index()
    return {
        record.backend: Installation(record.library_version, record.cuda)
        for record in (index.engines if index else ())
        if record.backend in BACKENDS
    }


def _libraries_of_bill(file: Path) -> dict[str, Installation]:
    """Find the engine libraries in a bill of materials; none in one that is not as we write it."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        versions = {
            str(component["name"]): str(component["version"])
            for component in json.loads(read_small_file(file, _MOST_BYTES))["components"]
        }
        return {
            backend.name: Installation(release_of(versions[distribution]), cuda)
            for backend in BACKENDS.values()
            for distribution, cuda in backend.distributions.items()
            if distribution in versions
        }
    return {}
