"""Folders that take minutes to make: kept in the user's cache under a key of what they are made of, for later runs."""

from __future__ import annotations

import contextlib
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_cache_path

_KEPT_SECONDS = 86400.0


def kept(name: str, make: Callable[[Path], None]) -> Path:
    """Give a folder of this computer, which is made first where there is none yet; others wait for it meanwhile.

    Args:
        name: has a key of everything that the folder is made of.
        make: gets the folder, which is empty.
    """
    base = user_cache_path("engine-installer-tests") / "kept"
    base.mkdir(parents=True, exist_ok=True)
    folder = base / name
    with _lock(folder):
        if not _ready(folder).exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
        _ready(folder).touch()
    for other in filter(Path.is_dir, base.iterdir()):
        # Who makes or takes it just now has the lock.
        with contextlib.suppress(Timeout), _lock(other, timeout=0):
            if time.time() - (_ready(other) if _ready(other).exists() else other).stat().st_mtime > _KEPT_SECONDS:
                shutil.rmtree(other)
    return folder


def _ready(folder: Path) -> Path:
    return folder / "ready"


def _lock(folder: Path, timeout: float = -1) -> FileLock:
    return FileLock(folder.with_name(f"{folder.name}.lock"), timeout=timeout)
