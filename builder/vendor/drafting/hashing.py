"""What `app.toml` says of files, compared with the files as they are: hashes, and where models have their weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from builder.app_package.manifest import RESERVED_IN_TARGET, package_invalid
from builder.app_package.package import ROLES_OF_ENGINES, foreign_faults, named_files
from builder.app_package.package_files import (
    PackageFile,
    Unreadable,
    folder_hash,
    read_files,
    read_folder,
)
from builder.app_package.plugin_table import libraries_of
from builder.app_package.systems import THIS_SYSTEM, System, stated
from builder.app_package.variants import tables_in
from builder.base.cancellation import CancelToken
from builder.base.errors import Fault, ModelInvalid
from builder.base.files import relative_fault
from builder.base.paths import is_file, is_folder
from builder.base.toml_file import with_names
from builder.vendor.manifest_editing import Key, ManifestEditing, steps
from builder.vendor.models.facts import read_models


@dataclass(frozen=True, slots=True)
class Stated:
    """A hash, or the size of a file that is in the feed, that belongs into `app.toml`.

    Attributes:
        keys: where.
        after: the key beside it that names the file.
        what: the file or folder, as `app.toml` names it.
        value: the hash or size of it as it is.
    """

    keys: tuple[Key, ...]
    after: str
    what: str
    value: str | int


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What was changed.

    Attributes:
        changes: one line for each.
        right: how many hashes were right already.
        left: what could not be looked at here, one line each.
    """

    changes: tuple[str, ...]
    right: int
    left: tuple[str, ...]


def refresh(editing: ManifestEditing, cancel: CancelToken) -> Refreshed:
    """Bring an `app.toml` up to date with the files that it names, without writing it.

    Raises:
        PackageInvalid: with every file that is missing, damaged or something else.
    """
    faults = foreign_faults(editing.path, editing.data)
    changes = [] if faults else list(_follow_weights(editing, cancel, faults))
    found, more, left = _hashes(editing, cancel)
    faults += [fault for fault in more if fault.key not in {known.key for known in faults}]
    if faults:
        raise package_invalid(editing.path, with_names(faults, editing.data))
    right = 0
    for item in found:
        before = editing.get(*item.keys)
        if (before.lower() if isinstance(before, str) else before) == item.value:
            right += isinstance(item.value, str)
            continue
        editing.set(*item.keys, value=item.value, after=item.after)
        how = "added" if before is None else "refreshed"
        changes.append(f"{_place(editing, item.keys)}{item.keys[-1]} of {item.what} {how}")
    return Refreshed(tuple(changes), right, tuple(left))


def _follow_weights(editing: ManifestEditing, cancel: CancelToken, faults: list[Fault]) -> Iterator[str]:
    """Let `external_data` name the files that the ONNX files refer to."""
    root = editing.path.parent
    for item in list(named_files(editing.data)):
        *way, last = steps(item.key)
        path = root / item.path
        if last != "onnx" or relative_fault(item.path) or not is_file(path):
            continue
        try:
            (facts,) = read_models([path], cancel)
        except ModelInvalid as error:
            faults += [Fault(editing.path.name, item.key, fault.found, fault.expected) for fault in error.faults]
            continue
        wanted = [(PurePosixPath(item.path).parent / name).as_posix() for name in facts.external_data]
        entries = editing.get(*way, "external_data")
        named = [entry for _, entry in tables_in(entries) if isinstance(entry.get("file"), str)]
        known = {entry["file"]: entry for entry in named}
        if set(known) == set(wanted):
            continue
        editing.set(*way, "external_data", value=[known.get(file, {"file": file}) for file in wanted], after="sha256")
        place = _place(editing, (*way, "external_data"))
        yield from (f"{place}{file} added to external_data" for file in wanted if file not in known)
        yield from (f"{place}{file} removed from external_data: not referred to" for file in known.keys() - {*wanted})


def _hashes(editing: ManifestEditing, cancel: CancelToken) -> tuple[list[Stated], list[Fault], list[str]]:
    """Hash what `app.toml` names, by the package's own list of what has a hash, and the folders of payloads."""
    root, name = editing.path.parent, editing.path.name
    named = [item for item in named_files(editing.data) if item.role in ROLES_OF_ENGINES]
    read = read_files(root, {item.path for item in named}, cancel)
    found: list[Stated] = []
    faults: list[Fault] = []
    left: list[str] = []
    for item in named:
        file = read[item.path]
        *way, last = steps(item.key)
        if isinstance(file, PackageFile):
            found.append(Stated((*way, "sha256"), str(last), item.path, file.sha256))
            if item.in_feed:
                found.append(Stated((*way, "size"), "sha256", item.path, file.size))
        elif item.in_feed:
            left.append(f"{item.path} is in the feed and not here; its hash and size were left as they were")
        else:
            faults.append(Fault(name, item.key, file.found, file.expected))
    for system, key, payload in stated("payload", editing.data.get("payload")):
        folder = payload.get("folder") if isinstance(payload, dict) else None
        if not isinstance(folder, str):
            continue
        if not is_folder(root / folder) and system not in (None, THIS_SYSTEM):
            left.append(f"{folder}, the payload for {system}, is not here; its hash was left as it is")
            continue
        sha256, more = _payload_hash(root, folder, cancel)
        faults += [Fault(name, f"{key}.folder", fault.found, fault.expected) for fault in more]
        found.append(Stated((*steps(key), "sha256"), "folder", f"the folder {folder}", sha256))
    for system, key, path in _plugin_libraries(editing.data):
        if not is_file(root / path) and system != THIS_SYSTEM:
            left.append(f"{path}, a plugin for {system}, is not here; its hash was left as it is")
            continue
        library = read_files(root, [path], cancel)[path]
        if isinstance(library, PackageFile):
            found.append(Stated((*steps(key), "sha256"), "library", path, library.sha256))
        else:
            faults.append(Fault(name, f"{key}.library", library.found, library.expected))
    return found, faults, left


def _plugin_libraries(data: Mapping[str, Any]) -> Iterator[tuple[System, str, str]]:
    """Give the plugins' libraries for each system: its name, their key and their path."""
    for number, plugin in tables_in(data.get("plugin")):
        for system, key, library in libraries_of(plugin, f"plugin[{number}]"):
            if isinstance(path := library.get("library"), str):
                yield system, key, path


def _payload_hash(root: Path, folder: str, cancel: CancelToken) -> tuple[str, list[Unreadable]]:
    if (fault := relative_fault(folder)) or not is_folder(root / folder):
        return "", [Unreadable(f"{folder!r}, {fault or 'which is not a folder'}", "a folder of the package")]
    if not (root / folder).resolve().is_relative_to(root.resolve()):
        return "", [Unreadable(f"{folder!r}, a link that leaves the package", "a folder of the package")]
    files, unreadable = read_folder(root / folder, RESERVED_IN_TARGET, cancel)
    return folder_hash(files), unreadable


def _place(editing: ManifestEditing, keys: tuple[Key, ...]) -> str:
    """Name the model that a key is in, as `model 'segment': `."""
    number: Any = keys[1] if len(keys) > 1 else None
    name = editing.get("model", number, "name") if keys[0] == "model" else None
    return f"model {name!r}: " if isinstance(name, str) else ""
