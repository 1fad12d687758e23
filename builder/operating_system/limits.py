"""What Linux grants this process less of than the machine has: control groups of both versions, and `ulimit -v`.

A container sees the memory and the processors of the whole machine, and is killed when it takes them. The files are
described in the kernel's documentation (cgroup-v2.rst, cgroup-v1/memory.rst and sched-bwc.rst).
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

LimitedBy = Literal["container", "address space"]

_UNLIMITED = 1 << 60
"""What version 1 says without a limit is near the largest number; no machine has this much."""


@dataclass(frozen=True, slots=True)
class MemoryLimit:
    """How much memory this process and those beside it may take together.

    Attributes:
        by: what limits it.
        total_bytes: all of it.
        swap_bytes: swap space besides; None where nothing limits it.
        free_bytes: what is left.
    """

    by: LimitedBy
    total_bytes: int
    swap_bytes: int | None
    free_bytes: int


def memory_limits(root: Path = Path("/")) -> list[MemoryLimit]:
    """Find every limit of memory; there may be one for each folder above this process's control group."""
    found = [_limit_of(group, version) for group, version in _groups(root, "memory")]
    return [limit for limit in (*found, _address_space()) if limit]


def processor_limit(root: Path = Path("/")) -> int | None:
    """How many processors this process may keep busy, rounded up; None without a limit."""
    quotas = []
    for group, version in _groups(root, "cpu"):
        with contextlib.suppress(OSError, ValueError, ZeroDivisionError):
            if version == 2:
                quota, period = (group / "cpu.max").read_text().split()
            else:
                quota = (group / "cpu.cfs_quota_us").read_text()
                period = (group / "cpu.cfs_period_us").read_text()
            if quota != "max" and int(quota) > 0:
                quotas.append(int(quota) / int(period))
    return max(1, math.ceil(min(quotas))) if quotas else None


def _limit_of(group: Path, version: int) -> MemoryLimit | None:
    if version == 2:
        total = min(_number(group / name) or _UNLIMITED for name in ("memory.max", "memory.high"))
        used, cache = _number(group / "memory.current"), "inactive_file"
        swap = _number(group / "memory.swap.max")
    else:
        total = _number(group / "memory.limit_in_bytes") or _UNLIMITED
        used, cache = _number(group / "memory.usage_in_bytes"), "total_inactive_file"
        both = _number(group / "memory.memsw.limit_in_bytes")
        swap = None if both is None or both >= _UNLIMITED else max(0, both - total)
    if total >= _UNLIMITED:
        return None
    # Files that were read count as used, and are given up when memory is needed.
    needed = max(0, (used or 0) - _statistic(group / "memory.stat", cache))
    return MemoryLimit("container", total, swap, max(0, total - needed))


def _number(file: Path) -> int | None:
    """Read a number; None when the file is not there or says `max`."""
    with contextlib.suppress(OSError, ValueError):
        return int(file.read_text())
    return None


def _statistic(file: Path, name: str) -> int:
    with contextlib.suppress(OSError, ValueError):
        for line in file.read_text().splitlines():
            key, _, value = line.partition(" ")
            if key == name:
                return int(value)
    return 0


def _address_space() -> MemoryLimit | None:
    try:
        import resource
    except ImportError:  # not on Windows
        return None
    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    # It is for each process, so what this one has taken is not missing in the next.
    return None if limit == resource.RLIM_INFINITY else MemoryLimit("address space", limit, 0, limit)


def _groups(root: Path, controller: str) -> Iterator[tuple[Path, int]]:
    """Give the folders of the groups that this process is in, from its own upwards, with the version of each."""
    with contextlib.suppress(OSError, ValueError):
        memberships = dict(_memberships(root))
        for line in (root / "proc/self/mountinfo").read_text().splitlines():
            before, _, after = line.partition(" - ")
            kind, _, options = after.partition(" ")
            top, mount_point = before.split()[3:5]
            if kind == "cgroup2":
                version, member = 2, memberships.get("")
            elif kind == "cgroup" and controller in options.split()[-1].split(","):
                version, member = 1, memberships.get(controller)
            else:
                continue
            if member is not None:
                yield from ((group, version) for group in _upwards(root / mount_point.lstrip("/"), top, member))


def _memberships(root: Path) -> Iterator[tuple[str, str]]:
    """Give this process's group for each controller; version 2 has one for all of them, under an empty name."""
    for line in (root / "proc/self/cgroup").read_text().splitlines():
        _, controllers, path = line.split(":", 2)
        yield from ((controller, path) for controller in controllers.split(","))


def _upwards(mount: Path, top: str, member: str) -> Iterator[Path]:
    """Give the group's folder below a mount and those above it; what lies outside of the mount cannot be seen."""
    try:
        inside = PurePosixPath(member).relative_to(top)
    except ValueError:
        inside = PurePosixPath()
    if ".." in inside.parts:
        inside = PurePosixPath()
    for folder in (inside, *inside.parents):
        yield mount / folder
        if folder == PurePosixPath():
            return
