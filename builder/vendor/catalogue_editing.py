"""Changing a catalogue of timing caches: the vendor's side of `builder/timing/catalogue.py`.

A cache file has its keys beside it as JSON (`<name>.json`: tactic and milliseconds by key), so that catalogues can be
compared and merged on any machine. index.toml is replaced last, and at once.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import Fault, PackageInvalid, PackageMissing
from builder.base.file_kinds import foreign_file
from builder.base.files import os_errors_as, resolve_inside, sha256_of, write_atomically
from builder.base.paths import entries_of, exists
from builder.base.small_files import read_small_file
from builder.base.text import say, verbatim
from builder.timing.catalogue import INDEX_NAME, CacheEntry, CacheFlags, CacheIndex, read_index

_MOST_KEY_BYTES = 64 << 20

Keys = dict[str, list[float]]
"""Tactic and milliseconds by key."""


def read_entries(folder: Path) -> list[CacheEntry]:
    """Every entry of a catalogue, whether its file is intact or not.

    Raises:
        PackageMissing: there is no catalogue.
        PackageInvalid: with every fault of its index.
    """
    path = folder / INDEX_NAME
    if not exists(path):
        raise PackageMissing(
            verbatim(f"There is no catalogue of timing caches: {path} does not exist."),
            hint=verbatim("Make one with 'engine-builder populate'."),
        )
    index, faults = read_index(path)
    if index is None:
        raise _invalid(path, faults)
    return list(index.cache)


def _invalid(path: Path, faults: Sequence[Fault]) -> PackageInvalid:
    return PackageInvalid(verbatim(f"The catalogue of timing caches is not valid: {path}."), faults=tuple(faults))


def write_entries(folder: Path, entries: Sequence[CacheEntry]) -> None:
    """Replace index.toml, in an order that does not depend on how it was made."""
    import tomli_w

    index = CacheIndex(cache=sorted(entries, key=lambda entry: entry.file))
    text = tomli_w.dumps(index.model_dump(by_alias=True, exclude_none=True, exclude_defaults=False))
    path = folder / INDEX_NAME
    with os_errors_as(folder, say("write to")):
        folder.mkdir(parents=True, exist_ok=True)
    write_atomically(path, text.encode("utf-8"), path.with_suffix(".new"))


def keys_path(cache: Path) -> Path:
    """Where the keys of a cache file are."""
    return cache.with_suffix(".json")


def read_keys(cache: Path) -> Keys | None:
    """The keys of a cache file; None when they are missing or damaged."""
    try:
        values = json.loads(read_small_file(keys_path(cache), _MOST_KEY_BYTES))
    except (OSError, ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) and all(map(_is_timing, values.values())) else None


def _is_timing(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(part) in (int, float) for part in value)


def cache_file_name(
    tensorrt: str, cuda_major: str, system: str, compute_capability: str, gpu: str, flags: CacheFlags
) -> str:
    """Such as `trt-11.4.0.106-cu13-win-sm89-rtx4070.cache`; flags other than the default are in the name as well."""
    short_gpu = re.sub(r"[^a-z0-9]+", "", gpu.lower().replace("nvidia", "").replace("geforce", ""))
    parts = ["trt", tensorrt, f"cu{cuda_major}", {"windows": "win"}.get(system, system)]
    parts += [f"sm{compute_capability.replace('.', '')}", short_gpu]
    parts += [f"{name.replace('_', '')}{str(value).lower()}" for name, value in flags.differing().items()]
    return "-".join(parts) + ".cache"


def faults_of(folder: Path, entries: Sequence[CacheEntry], cancel: CancelToken = NEVER) -> list[Fault]:
    """Everything that is wrong with a catalogue: damaged or missing files, duplicates, files that it does not name."""
    faults = []
    seen: dict[tuple[object, ...], int] = {}
    for number, entry in enumerate(entries):
        for same, once in (
            (("file", entry.file), "one entry for each file"),
            (("content", *entry.identity, entry.sha256), "one cache for each purpose"),
        ):
            first = seen.setdefault(same, number)
            if first != number:
                found, item = f"the same {same[0]} as cache[{first}]", f"cache {entry.file!r}"
                faults.append(Fault(INDEX_NAME, f"cache[{number}]", found, once, item))
        try:
            path = resolve_inside(folder, entry.file)
            if foreign := foreign_file(path, "timing cache"):
                found = f"{entry.file!r}, which is {foreign.found}"
                faults.append(Fault(INDEX_NAME, f"cache[{number}].file", found, foreign.expected))
                continue
            found = sha256_of(path, cancel)
        except ValueError as error:
            found = f"{error} ({entry.file!r})"
            faults.append(Fault(INDEX_NAME, f"cache[{number}].file", found, "a relative path inside the catalogue"))
            continue
        except OSError as error:
            faults.append(Fault(INDEX_NAME, f"cache[{number}].file", f"{entry.file!r} ({error.strerror})", "a file"))
            continue
        if found != entry.sha256:
            faults.append(Fault(INDEX_NAME, f"cache[{number}].sha256", repr(entry.sha256), f"{found!r}, as it is"))
        keys = read_keys(path)
        tactics = max((model.tactics for model in entry.model), default=0)
        if keys is None and exists(keys_path(path)):
            faults.append(Fault(keys_path(path).name, "", "what are no keys", "tactic and milliseconds by key"))
        if keys is not None and len(keys) < tactics:
            faults.append(
                Fault(keys_path(path).name, "", f"{len(keys)} keys", f"at least the {tactics} that index.toml states")
            )
    named = {entry.file for entry in entries}
    unnamed = [path.name for path in sorted(folder.glob("*.cache")) if path.name not in named]
    faults += [
        Fault(name, "", "a cache that index.toml does not name", "an entry, or no such file") for name in unnamed
    ]
    return faults


@dataclass(frozen=True, slots=True)
class Merged:
    """What merging did with one cache.

    Attributes:
        file: its name in the catalogue it came from.
        what: `added`, `replaced NAME`, `already there` or `already contained in NAME`.
    """

    file: str
    what: str


def merge_catalogues(into: Path, source: Path, cancel: CancelToken = NEVER) -> list[Merged]:
    """Bring the caches of one catalogue into another.

    Caches are merged only within the same version, CUDA, system, GPU model and flags, and by their keys and tactics:
    one that contains the other stays, and two that do not contradict each other stay side by side.

    Raises:
        PackageInvalid: a catalogue is not valid, or two caches contradict each other; nothing was changed.
    """
    entries = read_entries(into) if exists(into / INDEX_NAME) else []
    added = read_entries(source)
    if faults := [*faults_of(into, entries, cancel), *faults_of(source, added, cancel)]:
        raise _invalid(into, faults)
    # Decided as a whole before anything is touched. Each cache stays where it is until then.
    places = [(entry, into) for entry in entries]
    done: list[Merged] = []
    for entry in added:
        what, contained, containing = _compare(places, entry, source)
        done.append(Merged(entry.file, what))
        if containing is not None:
            place = places.index(containing)
            places[place] = (_covering_also(containing[0], [entry]), containing[1])
            continue
        places = [place for place in places if place not in contained]
        places.append((_covering_also(entry, [other for other, _ in contained]), source))
    taken = names_in(into)
    merged = []
    with os_errors_as(into, say("write to")):
        into.mkdir(parents=True, exist_ok=True)
        for entry, folder in places:
            new = entry if folder == into else with_free_name(entry, taken)
            if folder != into:
                taken.add(new.file)
                (into / new.file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(folder / entry.file, into / new.file)
                # Keys of an older cache of that name would be wrong.
                keys_path(into / new.file).unlink(missing_ok=True)
                if exists(keys_path(folder / entry.file)):
                    shutil.copyfile(keys_path(folder / entry.file), keys_path(into / new.file))
            merged.append(new)
    write_entries(into, merged)
    remove_files(into, [entry for entry in entries if entry.file not in {new.file for new in merged}])
    return done


def names_in(folder: Path) -> set[str]:
    """Every name that a new cache must not take: an old file stays whole until the index names the new one."""
    return {path.name for path in entries_of(folder)}


def _covering_also(entry: CacheEntry, others: Sequence[CacheEntry]) -> CacheEntry:
    """The entry of a cache that contains others: it covers their models, too."""
    models = {(model.sha256, model.settings): model for item in (*others, entry) for model in item.model}
    added = [model for purpose, model in models.items() if entry.serves(*purpose) is None]
    return entry.model_copy(update={"model": [*entry.model, *added]}) if added else entry


def with_free_name(entry: CacheEntry, taken: Collection[str]) -> CacheEntry:
    """The entry with a file name that is not taken."""
    name, number = entry.file, 2
    while name in taken:
        name = f"{entry.file.removesuffix('.cache')}-{number}.cache"
        number += 1
    return entry.model_copy(update={"file": name})


def _compare(
    places: Sequence[tuple[CacheEntry, Path]], entry: CacheEntry, source: Path
) -> tuple[str, list[tuple[CacheEntry, Path]], tuple[CacheEntry, Path] | None]:
    """What to do with a cache, with those that it contains, and with the one that contains it."""
    rivals = [place for place in places if place[0].identity == entry.identity]
    for place in rivals:
        if place[0].sha256 == entry.sha256:
            return "already there", [], place
    new = read_keys(source / entry.file)
    contained: list[tuple[CacheEntry, Path]] = []
    containing: tuple[CacheEntry, Path] | None = None
    for other, folder in rivals:
        old = read_keys(folder / other.file)
        both = f"{source / entry.file} and {folder / other.file}"
        if new is None or old is None:
            raise PackageInvalid(
                verbatim(f"{both} are for the same purpose and differ, and their keys are not available."),
                hint=verbatim(
                    "Keep the .json files that 'engine-builder populate' writes beside caches, or remove one cache."
                ),
            )
        common = sorted(new.keys() & old.keys())
        differing = [key for key in common if new[key][0] != old[key][0]]
        if differing:
            raise PackageInvalid(
                verbatim(
                    f"{both} contradict each other: they record different tactics for {len(differing)} of "
                    f"{len(common)} common timings, such as {differing[0]}."
                ),
                hint=verbatim(
                    "Two PCs measured differently, perhaps one of them while it was in use. Remove the worse one."
                ),
            )
        if new.keys() <= old.keys():
            containing = containing or (other, folder)
        elif old.keys() <= new.keys():
            contained.append((other, folder))
    if containing is not None:
        return f"already contained in {containing[0].file}", [], containing
    if contained:
        return f"replaced {', '.join(other.file for other, _ in contained)}", contained, None
    return "added", [], None


def remove_files(folder: Path, entries: Sequence[CacheEntry]) -> None:
    """Remove the files of entries that the index no longer has, and their keys."""
    for entry in entries:
        with os_errors_as(folder / entry.file, say("remove")):
            (folder / entry.file).unlink(missing_ok=True)
            keys_path(folder / entry.file).unlink(missing_ok=True)


def remove_unnamed(folder: Path, entries: Sequence[CacheEntry]) -> list[Path]:
    """Remove cache files that the index does not name, with their keys; returns them."""
    named = {entry.file for entry in entries}
    removed = [path for path in sorted(folder.glob("*.cache")) if path.name not in named]
    for path in removed:
        with os_errors_as(path, say("remove")):
            path.unlink()
            keys_path(path).unlink(missing_ok=True)
    return removed
