"""Folders as a whole: whether others could change what is in them."""

from __future__ import annotations

import os
from pathlib import Path

if os.name == "nt":  # pragma: no cover - windows.py has tests of its own on every system
    from builder.operating_system.windows import distrust
else:
    from builder.operating_system.posix import distrust

_MOST_ENTRIES = 100_000
"""More than any package or library has. Whoever can fill a folder must not be able to keep a run busy with it."""


def distrust_tree(path: Path) -> str | None:
    """Say how a user without administrator rights could change a file, or something in a folder; None if none could.

    Links are accepted where they, and all that they lead to, are safe.

    Args:
        path: absolute; what is not there is safe if others cannot put it there.
    """
    pending, seen, count = [path], set(), 0
    while pending:
        entry = pending.pop()
        if reason := distrust(entry, follow=True):
            return reason
        try:
            real = os.path.realpath(entry)
            if real in seen or not os.path.isdir(real):  # noqa: PTH112 - both of the same text
                continue
            seen.add(real)
            with os.scandir(real) as inside:
                for found in inside:
                    pending.append(Path(found.path))
                    count += 1
                    if count > _MOST_ENTRIES:
                        return f"{path} has more than {_MOST_ENTRIES} entries"
        except OSError as error:
            return f"{entry} cannot be examined ({error.strerror})"
    return None
