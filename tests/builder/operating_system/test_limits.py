"""What containers and shells grant, from files as the kernel writes them."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from builder.base.program import own_folder
from builder.operating_system import limits
from builder.operating_system.limits import MemoryLimit, memory_limits, processor_limit

MIB = 1 << 20
V2 = "31 23 0:28 {top} /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n"
V1 = (
    "31 23 0:28 / /sys/fs/cgroup ro,nosuid - tmpfs tmpfs ro,mode=755\n"
    "32 31 0:29 {top} /sys/fs/cgroup/cpu,cpuacct ro master:9 - cgroup cgroup rw,cpu,cpuacct\n"
    "33 31 0:30 {top} /sys/fs/cgroup/memory ro master:10 - cgroup cgroup rw,memory\n"
    "34 31 0:31 {top} /sys/fs/cgroup/systemd ro - cgroup cgroup rw,xattr,name=systemd\n"
)
V1_MEMBER = "11:memory:{0}\n4:cpu,cpuacct:{0}\n1:name=systemd:{0}\n0::/\n"


@pytest.fixture(autouse=True)
def no_limit_of_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_address_space", lambda: None)


def computer(root: Path, mounts: str, member: str, files: dict[str, str]) -> Path:
    written = {"proc/self/mountinfo": mounts, "proc/self/cgroup": member}
    for name, text in (written | {f"sys/fs/cgroup/{name}": text for name, text in files.items()}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def test_a_container_of_version_2_is_its_own_top(tmp_path: Path) -> None:
    files = {
        "memory.max": f"{512 * MIB}\n",
        "memory.high": "max\n",
        "memory.current": f"{200 * MIB}\n",
        "memory.stat": f"anon 1\ninactive_file {50 * MIB}\nactive_file 9\n",
        "memory.swap.max": "0\n",
        "cpu.max": "150000 100000\n",
    }
    root = computer(tmp_path, V2.format(top="/"), "0::/\n", files)
    assert memory_limits(root) == [MemoryLimit("container", 512 * MIB, 0, 362 * MIB)]
    assert processor_limit(root) == 2


def test_limits_of_the_groups_above_count_as_well(tmp_path: Path) -> None:
    files = {
        "user.slice/memory.max": f"{900 * MIB}\n",
        "user.slice/memory.current": f"{800 * MIB}\n",
        "user.slice/cpu.max": "max 100000\n",
        "user.slice/app.scope/memory.high": f"{300 * MIB}\n",
        "user.slice/app.scope/memory.max": "max\n",
        "user.slice/app.scope/cpu.max": "20000 100000\n",
    }
    root = computer(tmp_path, V2.format(top="/"), "0::/user.slice/app.scope\n", files)
    found = {(limit.total_bytes, limit.free_bytes) for limit in memory_limits(root)}
    assert found == {(300 * MIB, 300 * MIB), (900 * MIB, 100 * MIB)}
    assert processor_limit(root) == 1


@pytest.mark.parametrize("top", ["/docker/4711", "/"])
def test_a_container_of_version_1(tmp_path: Path, top: str) -> None:
    # Mounted as docker does it, or where the whole hierarchy is mounted, but another part of it.
    files = {
        "memory/memory.limit_in_bytes": f"{256 * MIB}\n",
        "memory/memory.usage_in_bytes": f"{100 * MIB}\n",
        "memory/memory.stat": f"cache 7\ninactive_file 3\ntotal_inactive_file {20 * MIB}\n",
        "memory/memory.memsw.limit_in_bytes": f"{512 * MIB}\n",
        "cpu,cpuacct/cpu.cfs_quota_us": "300000\n",
        "cpu,cpuacct/cpu.cfs_period_us": "100000\n",
    }
    root = computer(tmp_path, V1.format(top=top), V1_MEMBER.format("/docker/4711"), files)
    assert memory_limits(root) == [MemoryLimit("container", 256 * MIB, 256 * MIB, 176 * MIB)]
    assert processor_limit(root) == 3


def test_no_limit_is_none(tmp_path: Path) -> None:
    files = {
        "memory/memory.limit_in_bytes": "9223372036854771712\n",
        "memory/memory.usage_in_bytes": "1000\n",
        "cpu,cpuacct/cpu.cfs_quota_us": "-1\n",
        "cpu,cpuacct/cpu.cfs_period_us": "100000\n",
    }
    one = computer(tmp_path / "1", V1.format(top="/"), V1_MEMBER.format("/"), files)
    two = computer(tmp_path / "2", V2.format(top="/"), "0::/\n", {"memory.max": "max\n", "cpu.max": "max 100000\n"})
    for root in (one, two, tmp_path / "no proc"):
        assert memory_limits(root) == []
        assert processor_limit(root) is None


@pytest.mark.parametrize("text", ["", "\n", "x y\n", "max", "-5 0", "1 0", "\0"])
def test_what_cannot_be_read_is_no_limit(tmp_path: Path, text: str) -> None:
    files = {"memory.max": text, "cpu.max": text, "memory.stat": text, "memory.current": text}
    root = computer(tmp_path / "files", V2.format(top="/"), "0::/\n", files)
    assert processor_limit(root) is None
    assert memory_limits(root) == []
    assert memory_limits(computer(tmp_path / "mounts", text, text, {})) == []


def test_the_limit_of_address_space_is_one() -> None:
    code = "from builder.operating_system.limits import memory_limits; print(memory_limits()[-1])"
    ended = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=own_folder(),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (700 * MIB, 700 * MIB)),
    )
    assert ended.stdout.strip() == str(MemoryLimit("address space", 700 * MIB, 0, 700 * MIB))
