"""What a child process takes of this computer."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

_COUNTED = ("RssAnon", "RssShmem", "VmSwap")
"""In /proc/PID/status (proc(5)): what is the process's own, in memory or in swap space. The files that it has mapped
are left out, because their pages go back to the system when others need memory."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process has taken until now.

    Attributes:
        memory_bytes: its own memory, without the files that it has mapped.
        cpu_seconds: processor time of all its threads.
    """

    memory_bytes: int
    cpu_seconds: float


def usage_of(pid: int, root: Path = Path("/")) -> Usage | None:
    """Measure a child that was not waited for; None when it has ended, or the system does not tell."""
    import psutil

    try:
        process = psutil.Process(pid)
        with process.oneshot():
            times, memory = process.cpu_times(), process.memory_info()
    except psutil.Error:
        return None
    own = _own_memory(root / f"proc/{pid}/status")
    # Windows tells what was committed, wherever it is. PrivateUsage is documented as the same figure in a longer
    # structure, which not everything that stands in for Windows fills: what was on the stack is then read.
    return Usage(getattr(memory, "pagefile", memory.rss) if own is None else own, times.user + times.system)


def _own_memory(status: Path) -> int | None:
    found: dict[str, int] = {}
    with contextlib.suppress(OSError, ValueError, IndexError):
        for line in status.read_text().splitlines():
            name, _, value = line.partition(":")
            if name in _COUNTED:
                found[name] = int(value.split()[0]) << 10
    return sum(found.values()) if _COUNTED[0] in found else None
