"""The preflight list: every state of every item, from plans and facts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builder.base.errors import AccessDenied, DiskFull, OutOfMemory, SystemNotSupported
from builder.base.text import say
from builder.building.machine import Machine
from builder.building.planner import make_plan
from builder.building.preflight import (
    Check,
    TargetFacts,
    checks_text,
    machine_checks,
    refusal_of,
    survey_target,
    target_checks,
)
from builder.engines.options import EngineOptions
from builder.engines.store import EngineStore
from builder.operating_system.limits import LimitedBy
from tests.builder.building.test_plan import CLASSIC, H200, RTX_4070, machine, package

FACTS = TargetFacts(Path("/t/engines"), 10 << 30, None, probed=True, held=False)


def of_machine(
    pc: Machine, options: EngineOptions | None = None, *, waits: bool = True, **defaults: str
) -> dict[str, Check]:
    plan = make_plan(package({}, **defaults), pc, [], options or EngineOptions())
    return {check.name: check for check in machine_checks(pc, plan, waits=waits)}


def states(checks: dict[str, Check]) -> dict[str, str]:
    return {name: check.state for name, check in checks.items()}


def test_a_good_machine_passes_everything() -> None:
    pc = machine(replace(RTX_4070, memory_free_mib=11000))
    checks = of_machine(pc)
    assert states(checks) == dict.fromkeys(["driver", "library", "gpu", "gpu_memory", "memory"], "pass")
    assert checks["driver"].message == "NVIDIA driver 580.159 (CUDA 13.0)"
    assert checks["gpu"].message == "NVIDIA GeForce RTX 4070: the only supported GPU, compute capability 8.9"


def test_without_a_gpu_the_list_warns_or_fails_as_the_package_wants() -> None:
    pc = machine()
    assert of_machine(pc)["driver"].state == "warn"
    assert "This computer cannot run these engines: no NVIDIA driver" in of_machine(pc)["driver"].message
    failed = of_machine(pc, no_gpu="stop")["driver"]
    assert (failed.state, type(failed.error)) == ("fail", SystemNotSupported)
    assert of_machine(pc, EngineOptions(portable=True))["driver"].state == "pass"


def test_an_unsupported_gpu_warns_or_fails_as_the_package_wants() -> None:
    assert of_machine(machine(H200))["gpu"].state == "warn"
    assert of_machine(machine(H200), no_gpu="stop")["gpu"].state == "fail"


def test_no_library_at_all_fails_with_the_way_to_get_one() -> None:
    failed = of_machine(machine(RTX_4070, libraries={}))["library"]
    assert failed.state == "fail"
    assert "pip install" in failed.hint


def test_a_lost_gpu_beside_a_good_one_is_a_warning() -> None:
    from builder.gpu.nvml import Driver, GpuProblem

    problem = GpuProblem("gpu_lost", say("GPU 1 has stopped answering"), say("Restart."))
    driver = Driver("580.159", "13.0", problem)
    checks = of_machine(replace(machine(RTX_4070), driver=driver))
    assert (checks["driver"].state, checks["driver"].message) == ("warn", "GPU 1 has stopped answering")
    assert checks["gpu"].state == "pass"


def test_a_full_gpu_stops_only_what_times_kernels_on_it() -> None:
    full = replace(RTX_4070, memory_free_mib=100)
    assert of_machine(machine(full), waits=False)["gpu_memory"].state == "warn"
    # While a run waits for the GPU, its memory may become free.
    assert of_machine(machine(full, libraries=CLASSIC))["gpu_memory"].state == "warn"
    failed = of_machine(machine(full, libraries=CLASSIC), waits=False)["gpu_memory"]
    assert (failed.state, type(failed.error)) == ("fail", OutOfMemory)
    assert "has 100 of 12288 MiB free; 'm0' needs at least 512 MiB" in failed.message


@pytest.mark.parametrize(
    ("free", "total", "state"), [(1 << 30, 4 << 30, "pass"), (100 << 20, 4 << 30, "warn"), (1, 2, "fail")]
)
def test_system_memory(free: int, total: int, state: str) -> None:
    pc = replace(machine(RTX_4070), memory_free_bytes=free, memory_total_bytes=total)
    assert of_machine(pc)["memory"].state == state


@pytest.mark.parametrize(("by", "advice"), [("container", "container"), ("address space", "ulimit -v"), (None, "swap")])
def test_what_limits_memory_is_named(by: LimitedBy | None, advice: str) -> None:
    pc = replace(machine(RTX_4070), memory_free_bytes=1, memory_total_bytes=2, memory_limited_by=by)
    failed = of_machine(pc)["memory"]
    assert (failed.state, type(failed.error)) == ("fail", OutOfMemory)
    assert advice in failed.hint
    assert ("This computer has too little memory" in failed.message) == (by is None)


def test_the_target_is_judged() -> None:
    plan = make_plan(package({}), machine(RTX_4070), [], EngineOptions())
    assert {check.state for check in target_checks(FACTS, plan)} == {"pass"}
    denied = AccessDenied(say("Cannot write to /t/engines: Permission denied."), hint=say("Choose another."))
    bad = TargetFacts(Path("/t/engines"), 1000, denied, probed=True, held=True)
    checks = {check.name: check for check in target_checks(bad, plan)}
    assert states(checks) == {"disk": "fail", "write_access": "fail", "other_run": "fail"}
    assert isinstance(checks["disk"].error, DiskFull)
    refusal = refusal_of(list(checks.values()))
    assert isinstance(refusal, DiskFull)
    assert refusal.message.startswith("3 problems prevent the installation:\n  - There is not enough space")
    assert "Another run of engine-installer is working on /t." in refusal.message
    assert "Choose another." in refusal.hint
    assert refusal_of([check for check in checks.values() if check.name == "write_access"]) is denied
    assert refusal_of([]) is None


def test_a_look_at_the_target_leaves_nothing_and_sees_another_run(tmp_path: Path) -> None:
    store = EngineStore(tmp_path / "a" / "b")
    facts = survey_target(store, probe=True)
    assert (facts.write_error, facts.held) == (None, False)
    assert (facts.free_bytes or 0) > 0
    assert list(tmp_path.iterdir()) == []
    with store.exclusive():
        assert survey_target(store, probe=True).held
        assert not survey_target(store, probe=False).held
    assert not survey_target(store, probe=True).held
    assert list(tmp_path.iterdir()) == []


def test_a_path_that_the_system_cannot_spell_is_reported() -> None:
    facts = survey_target(EngineStore(Path("/tmp/\ud800")), probe=True)
    assert facts.write_error is not None
    assert "cannot be spelled" in facts.write_error.message


def test_the_list_as_text_has_the_remedy_of_what_is_not_well() -> None:
    driver = Check("a", say("Driver"), "pass", say("fine"), say("unused"))
    text = checks_text([driver, Check("b", say("GPU"), "warn", say("odd"), say("Do this."))])
    assert text == "Driver  ok       fine\nGPU     WARNING  odd\n                 Do this."
