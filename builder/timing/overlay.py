"""This machine's own timing caches, one file each: an identity and a hash, then the cache as the library wrote it.

A file is replaced at once and under a lock, so that applications that build side by side lose nothing, and a run that
is killed leaves what was there.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from builder.base.files import os_errors_as, write_atomically
from builder.base.small_files import read_small_file
from builder.base.text import Text, say
from builder.base.user_data import user_data_folder

OVERLAY_SUFFIX = ".timings"

FILE_BYTES = 256 << 20
"""An overlay that would grow beyond this starts again with what was measured last."""

FOLDER_BYTES = 1 << 30
"""When all overlays together take more, those that were written longest ago are removed."""

LOCK_SECONDS = 30.0
"""How long a build waits for another one that is saving its timings; that takes milliseconds."""

_HEADER_BYTES = 1 << 20
_MAGIC = b"engine-installer timing cache 1\n"
_DAMAGED_SUFFIX = ".damaged"
_NEW_SUFFIX = ".new"


def overlay_folder() -> Path | None:
    """This user's folder of overlays; None where nothing is remembered, see `user_data_folder`."""
    folder = user_data_folder()
    return folder / "timing-caches" if folder else None


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold one overlay against every other process of this user.

    Raises:
        OverlayHeld: another process holds it for too long.
        EngineInstallerError: the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    with os_errors_as(path.parent, say("write to")):
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path.with_suffix(".lock"), timeout=LOCK_SECONDS)
        try:
            lock.acquire()
        except Timeout:  # which is an OSError
            raise OverlayHeld from None
    try:
        yield
    finally:
        lock.release()


class OverlayDamaged(Exception):
    """An overlay file is not what was written.

    Attributes:
        reason: what is wrong with it, as a part of a sentence.
    """

    def __init__(self, reason: Text) -> None:
        super().__init__(reason)
        self.reason = reason


class OverlayHeld(Exception):
    """Another process holds an overlay."""


def read_overlay(path: Path, identity: dict[str, Any]) -> bytes:
    """The cache inside an overlay file.

    Args:
        path: the file.
        identity: as `OverlayIdentity.to_json` gives it.

    Raises:
        FileNotFoundError: there is none.
        OverlayDamaged: says what is wrong with it.
        OSError: it cannot be read.
    """
    content = read_small_file(path, FILE_BYTES + _HEADER_BYTES)
    magic, header, body = _split(content)
    if magic != _MAGIC:
        raise OverlayDamaged(say("its first line is not that of a timing cache of engine-installer"))
    try:
        values = json.loads(header)
        stated, sha256 = values["identity"], values["sha256"]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise OverlayDamaged(say("its header cannot be read")) from None
    if stated != identity:
        raise OverlayDamaged(say("it is for something else than its name says"))
    if hashlib.sha256(body).hexdigest() != sha256:
        raise OverlayDamaged(say("its content does not have the hash that its header states"))
    return body


def _split(content: bytes) -> tuple[bytes, bytes, bytes]:
    first = content.find(b"\n") + 1
    second = content.find(b"\n", first) + 1
    return content[:first], content[first:second], content[second:]


def write_overlay(path: Path, identity: dict[str, Any], cache: bytes) -> None:
    """Replace an overlay file at once; the caller holds its lock.

    Raises:
        EngineInstallerError: the system refused; the old file is as it was.
    """
    header = json.dumps({"identity": identity, "sha256": hashlib.sha256(cache).hexdigest()}, sort_keys=True)
    content = _MAGIC + header.encode("ascii") + b"\n" + cache
    write_atomically(path, content, path.with_suffix(_NEW_SUFFIX))


def set_aside(path: Path) -> Path:
    """Move a damaged overlay out of the way, so that it can be looked at; returns its new place."""
    aside = path.with_suffix(_DAMAGED_SUFFIX)
    with os_errors_as(path, say("set aside")):
        path.replace(aside)
    return aside


def bound_overlays(folder: Path, keep: Path, limit: int = FOLDER_BYTES) -> list[Path]:
    """Remove the overlays that were written longest ago until all together keep the limit, as far as that is possible.

    Args:
        folder: of the overlays.
        keep: is not removed.
        limit: bytes.

    Returns:
        What was removed.
    """
    files = []
    for path in folder.iterdir():
        # Another build, with the lock of another overlay, may do the same at this moment.
        with contextlib.suppress(OSError):
            if path.suffix in (OVERLAY_SUFFIX, _DAMAGED_SUFFIX, _NEW_SUFFIX):
                status = path.stat()
                files.append((status.st_mtime, status.st_size, path))
    total = sum(size for _, size, _ in files)
    removed = []
    for _, size, path in sorted(files):
        if total <= limit:
            break
        if path != keep:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
                removed.append(path)
                total -= size
    return removed
