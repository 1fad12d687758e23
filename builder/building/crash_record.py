"""Which builds have crashed on this computer, so that one that does it again is not blamed on what else was running."""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path

from builder.base.errors import EngineInstallerError
from builder.base.files import write_atomically
from builder.base.small_files import read_small_file
from builder.base.user_data import user_data_folder
from builder.building.plan import Build
from builder.timing.catalogue import settings_digest

_MOST_ENTRIES = 100


def record_path() -> Path | None:
    """This user's record; None where nothing is remembered, see `user_data_folder`."""
    folder = user_data_folder()
    return folder / "crashes.json" if folder else None


def key_of(planned: Build) -> str:
    """Name a build: the model's content, its settings, and the library in its version."""
    wanted = planned.wanted
    settings = settings_digest(wanted.settings) if wanted.settings else ""
    externals = wanted.external_data_sha256 or ()
    facts = [wanted.onnx_sha256, *externals, settings, wanted.backend, wanted.library_version, *wanted.targets]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


def note_crash(path: Path, key: str, how: str) -> bool:
    """Record a crash; returns whether the same build has ended in the same way before."""
    entries = _read(path)
    repeated = entries.pop(key, None) == how
    entries[key] = how  # the newest comes last
    _write(path, dict(list(entries.items())[-_MOST_ENTRIES:]))
    return repeated


def forget_crash(path: Path, key: str) -> None:
    """Take back what was recorded of a build: it can be done after all."""
    entries = _read(path)
    if entries.pop(key, None) is not None:
        _write(path, entries)


def _read(path: Path) -> dict[str, str]:
    try:
        values = json.loads(read_small_file(path))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(values, dict):
        return {}
    return {key: how for key, how in values.items() if isinstance(how, str)}


def _write(path: Path, entries: dict[str, str]) -> None:
    # It only makes a message better; a run does not fail for it.
    with contextlib.suppress(OSError, EngineInstallerError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, json.dumps(entries).encode(), path.with_suffix(".new"))
