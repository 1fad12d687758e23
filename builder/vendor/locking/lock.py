"""Writing the wheels of an engine library into app.toml: each with size, hash and address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from builder.app_package.manifest import Wheel, find_manifest
from builder.app_package.systems import SYSTEMS, System
from builder.backend import BACKENDS
from builder.backend.base import Backend, release_of
from builder.base.cancellation import CancelToken
from builder.base.errors import InvalidParameter, LibraryMissing, PackageInvalid
from builder.base.file_kinds import foreign_file
from builder.base.files import os_errors_as, sha256_of
from builder.base.names import one_line
from builder.base.paths import is_folder
from builder.base.text import say, verbatim
from builder.library.download import size_of
from builder.library.wheels import WheelName
from builder.vendor.locking.choice import SUPPORTED_PYTHONS, TITLES, Choice, Target, choose, in_words, names_of
from builder.vendor.locking.index import DEFAULT_INDEX, IndexFile, files_of
from builder.vendor.manifest_editing import ManifestEditing

_Entry = dict[str, Any]
_VERSIONS_NAMED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be locked.

    Attributes:
        index: the address of a package index; only where there is no folder.
        folder: with the wheels; None takes them from the index.
        library: the name of a backend; None for those that app.toml names already, or else TensorRT-RTX.
        version: of it; None for the one that is installed here.
        pythons: that the program is packaged with; None for all that there are wheels for.
        systems: that it is packaged for.
    """

    index: str = DEFAULT_INDEX
    folder: Path | None = None
    library: str | None = None
    version: str | None = None
    pythons: tuple[tuple[int, int], ...] | None = None
    systems: tuple[System, ...] = SYSTEMS


@dataclass(frozen=True, slots=True)
class _Library:
    """A library that is locked: the distributions that it consists of, and what is known of each of their files."""

    backend: Backend
    bindings: str
    files: Mapping[str, IndexFile | Path]

    @property
    def distributions(self) -> tuple[str, str]:
        return self.bindings, self.bindings.replace("-bindings", "-libs")


def lock(package: Path, wanted: Wanted, show: Callable[[str], None], cancel: CancelToken) -> None:
    """Do it, showing what happens. Other wheels that app.toml names stay.

    Args:
        package: the folder of app.toml.
        wanted: what, and from where.
        show: gets every line to print.
        cancel: stops it; then nothing was changed.

    Raises:
        EngineInstallerError: app.toml is as it was.
    """
    editing = ManifestEditing(find_manifest(package))
    listed = _listed(editing)
    locked: list[_Entry] = []
    replaced: set[str] = set()
    lines: list[str] = []
    for library in _libraries(wanted, listed, cancel):
        version = _version_of(library, wanted, listed)
        show(f"{library.backend.title} {version}, from {_origin(wanted)}")
        lines += _warnings(library, version)
        choice = _choice(library, version, wanted)
        lines += _left_out(choice)
        for file, targets in sorted(choice.wheels.items(), key=lambda item: item[0].partition("-")[0]):
            entry = _entry(file, library.files[file], listed.get(file.lower()), editing.path.parent, wanted, cancel)
            locked.append(entry)
            lines.append(_line(entry, targets, listed.get(file.lower())))
        replaced |= set(library.distributions)
    others = [entry for entry in listed.values() if _distribution_of(entry) not in replaced]
    gone = [entry for entry in listed.values() if entry not in others and _name(entry) not in map(_name, locked)]
    lines += [f"removed    {_name(entry)}" for entry in gone]
    was = editing.get("library", "source")
    changed = editing.set("library", "source", value="wheels")
    changed |= editing.set("library", "wheels", value=[*locked, *others])
    editing.save()
    for line in lines:
        show(line)
    if was != "wheels":
        show("[library] source is 'wheels' now: the library is no longer a part of what `package` makes")
    systems = " and ".join(TITLES[system] for system in wanted.systems)
    state = "names" if changed else "named already"
    show(f"{one_line(str(editing.path))} {state} {len(locked)} wheels for {systems}")


def _origin(wanted: Wanted) -> str:
    return one_line(str(wanted.folder or wanted.index))


def _listed(editing: ManifestEditing) -> dict[str, _Entry]:
    """What app.toml names so far, by the names of the wheels in lower case."""
    wheels = editing.get("library", "wheels")
    entries = [dict(entry) for entry in wheels if isinstance(entry, dict)] if isinstance(wheels, list) else []
    return {_name(entry).lower(): entry for entry in entries if isinstance(entry.get("file"), str)}


def _name(entry: Mapping[str, Any]) -> str:
    return str(entry["file"]).rpartition("/")[2]


def _distribution_of(entry: Mapping[str, Any]) -> str | None:
    return next((name.distribution for name in names_of([_name(entry)]).values()), None)


def _libraries(wanted: Wanted, listed: Mapping[str, _Entry], cancel: CancelToken) -> Iterator[_Library]:
    """Find out which libraries are wanted, and what there is of each.

    Raises:
        EngineInstallerError: the folder or the index cannot be read.
    """
    named = {name.distribution for name in names_of(map(_name, listed.values())).values()}
    backends = [backend for backend in BACKENDS.values() if named & set(_bindings_of(backend))]
    if wanted.library:
        backends = [BACKENDS[wanted.library]]
    there = _files_in(wanted.folder) if wanted.folder else {}
    found = {name.distribution for name in names_of(there).values()}
    for backend in backends or [BACKENDS["tensorrt-rtx"]]:
        bindings = _bindings_for(backend, named, found)
        library = _Library(backend, bindings, there)
        if not wanted.folder:
            files = (file for name in library.distributions for file in files_of(wanted.index, name, cancel))
            library = _Library(backend, bindings, {file.name: file for file in files if not file.is_yanked})
        yield library


def _bindings_of(backend: Backend) -> list[str]:
    return [name for name, cuda in backend.distributions.items() if cuda]


def _bindings_for(backend: Backend, named: set[str], found: set[str]) -> str:
    """Choose the one for a version of CUDA: that named so far, in the folder or installed, or the newest."""
    possible = _bindings_of(backend)
    installed = backend.find()
    own = [name for name in possible if installed and backend.distributions[name] == installed.cuda]
    return next(name for names in (named, found, own, possible) for name in possible if name in names)


def _files_in(folder: Path) -> dict[str, Path]:
    if not is_folder(folder):
        raise InvalidParameter(verbatim(f"There is no folder {one_line(str(folder))}."))
    with os_errors_as(folder, say("read")):
        files = {path.name: path for path in sorted(folder.iterdir()) if path.name.endswith(".whl")}
    if not files:
        raise InvalidParameter(
            verbatim(f"There is no wheel in {one_line(str(folder))}."),
            hint=verbatim("--wheels takes a folder with the files that NVIDIA publishes, as `pip download` gets them."),
        )
    return files


def _version_of(library: _Library, wanted: Wanted, listed: Mapping[str, _Entry]) -> str:
    """Choose the version: the one asked for, the only one in the folder, the installed one, or the one named so far.

    Raises:
        InvalidParameter: there is none, or more than one.
    """
    if wanted.version:
        return wanted.version

    def versions_in(files: Mapping[str, Any]) -> list[str]:
        found = (name for name in names_of(files).values() if name.distribution == library.bindings)
        return sorted({release_of(name.version) for name in found})

    installed = library.backend.find()
    there = versions_in(library.files) if wanted.folder else []
    before = versions_in({_name(entry): entry for entry in listed.values()})
    if len(there) == 1:
        return there[0]
    if installed and (not there or installed.version in there):
        return installed.version
    if len(before) == 1 and not there:
        return before[0]
    which = f"there are {', '.join(there)}" if there else "no version of it is installed here"
    raise InvalidParameter(
        verbatim(f"Which version of {library.backend.title} is to be locked is not known: {which}."),
        hint=verbatim("Name it with --library-version, or say with --wheels in which folder its wheels are."),
    )


def _warnings(library: _Library, version: str) -> Iterator[str]:
    installed = library.backend.find()
    if installed and installed.version != version:
        yield (
            f"warning: {library.backend.title} {installed.version} is installed here, so `check` and `package` build "
            f"the models with that version unless the wheels are in the app package"
        )


def _choice(library: _Library, version: str, wanted: Wanted) -> Choice:
    """Choose the wheels.

    Raises:
        LibraryMissing: with everything that is asked for and not there.
    """
    names = names_of(library.files)
    targets = [Target(system, python) for system in wanted.systems for python in wanted.pythons or SUPPORTED_PYTHONS]
    choice = choose(names, library.distributions, version, targets)
    served = {target.system for targets in choice.wheels.values() for target in targets}
    # Nobody has asked for each of the Pythons by name; a system without any is something else.
    lacking = [(name, target) for name, target in choice.lacking if wanted.pythons or target.system not in served]
    if not lacking:
        return choice
    listed = [
        f"{name} {version} for {in_words(target for lacks, target in lacking if lacks == name)}"
        for name in dict.fromkeys(name for name, _ in lacking)
    ]
    there = ". ".join(_what_there_is(names, sorted({name for name, _ in lacking})))
    raise LibraryMissing(
        verbatim(f"{_origin(wanted)} has no wheel of {', nor of '.join(listed)}."),
        hint=verbatim(
            f"{there}. Choose with --library-version, --python and --system, or another place with --index or --wheels."
        ),
    )


def _what_there_is(names: Mapping[str, WheelName], distributions: Sequence[str]) -> Iterator[str]:
    from packaging.version import Version

    for distribution in distributions:
        found = {Version(name.version) for name in names.values() if name.distribution == distribution}
        newest = ", ".join(map(str, sorted(found, reverse=True)[:_VERSIONS_NAMED]))
        yield f"There is {distribution} {newest}" if newest else f"There is no wheel of {distribution}"


def _left_out(choice: Choice) -> Iterator[str]:
    if choice.lacking:
        yield f"left out   {in_words({target for _, target in choice.lacking})}: there are no wheels for these"


def _entry(
    file: str, found: IndexFile | Path, before: _Entry | None, root: Path, wanted: Wanted, cancel: CancelToken
) -> _Entry:
    """Make what app.toml says of a wheel.

    Raises:
        PackageInvalid: the file is something else.
        InvalidParameter: the index does not say what must be known.
        EngineInstallerError: it cannot be read.
    """
    place = before["file"] if before else f"wheels/{file}"
    if isinstance(found, IndexFile):
        return _of_index(found, place, cancel)
    with os_errors_as(found, say("read")):
        if foreign := foreign_file(found, "wheel"):
            raise PackageInvalid(verbatim(f"{one_line(str(found))} is {foreign.found}, instead of {foreign.expected}."))
        sha256, size = sha256_of(found, cancel), found.stat().st_size
    if found.resolve().is_relative_to(root.resolve()):
        place = found.resolve().relative_to(root.resolve()).as_posix()
    entry = {"file": place, "sha256": sha256, "size": size}
    if before and before.get("sha256") == sha256 and "url" in before:
        entry["url"] = before["url"]
    return entry


def _of_index(file: IndexFile, place: str, cancel: CancelToken) -> _Entry:
    size = file.size or size_of(file.url, cancel)
    lacks = [what for what, value in (("SHA-256", file.sha256), ("size", size)) if value is None]
    entry = {"file": place, "sha256": file.sha256, "size": size, "url": file.url}
    try:
        if not lacks:
            Wheel.model_validate(entry)
    except ValidationError as error:
        lacks = [f"usable {'.'.join(map(str, fault['loc']))}" for fault in error.errors()]
    if lacks:
        raise InvalidParameter(
            verbatim(f"The index states no {' and no '.join(lacks)} of {one_line(file.name)}."),
            hint=verbatim("Download the wheels, and give their folder with --wheels."),
        )
    return entry


def _line(entry: _Entry, targets: Sequence[Target], before: _Entry | None) -> str:
    state = "new" if before is None else "same" if before == entry else "changed"
    where = "" if "url" in entry else "; no url, so users need it in a folder (--wheels)"
    return f"{state:<10} {_name(entry)}  {entry['size'] / 1e6:.1f} MB, for {in_words(targets)}{where}"
