"""The preflight list: every state of every item, from plans and facts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.base.errors import OutOfMemory, SystemNotSupported
from builder.base.text import say
from builder.building.machine import Machine
from builder.building.planner import make_plan
from builder.building.preflight import (
    Check,
    Problem,
    checks_text,
    machine_checks,
)
from builder.engines.options import EngineOptions
from builder.gpu.nvml import Driver, Gpu, GpuProblem, ProblemName
from builder.operating_system.limits import LimitedBy
from tests.builder.building.test_source import OUT_OF_REACH, plan_of, with_feed
from tests.support.plans import CLASSIC, GTX_1080, H200, RTX_4070, machine, package


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


@pytest.mark.parametrize("gpus", [(), (RTX_4070,)])
def test_no_card_is_blamed_for_what_cannot_be_downloaded(gpus: tuple[Gpu, ...]) -> None:
    pc = machine(*gpus)
    plan = plan_of(with_feed({"strategy": "download"}), OUT_OF_REACH, on=pc)
    assert plan.refusal is OUT_OF_REACH
    assert [check.name for check in machine_checks(pc, plan) if check.state == "fail"] == []


def test_no_library_at_all_fails_with_the_way_to_get_one() -> None:
    failed = of_machine(machine(RTX_4070, libraries={}))["library"]
    assert failed.state == "fail"
    assert "pip install" in failed.hint


def test_a_lost_gpu_beside_a_good_one_is_a_warning() -> None:
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


def test_the_list_as_text_has_the_remedy_of_what_is_not_well() -> None:
    driver = Check("a", say("Driver"), "pass", say("fine"), say("unused"))
    text = checks_text([driver, Check("b", say("GPU"), "warn", say("odd"), say("Do this."))])
    assert text == "Driver  ok       fine\nGPU     WARNING  odd\n                 Do this."


def plain(check: Check) -> tuple[str, str, str]:
    return check.plain_title, check.found, check.needed


def test_what_a_good_machine_has_and_needs_in_plain_words() -> None:
    checks = of_machine(machine(replace(RTX_4070, memory_total_mib=12282, memory_free_mib=11000)))
    assert {name: plain(check) for name, check in checks.items()} == {
        "driver": ("Driver", "580.159", "580 or newer"),
        "library": ("AI software", "Included", ""),
        "gpu": ("Graphics card", "NVIDIA GeForce RTX 4070, 12 GB", "RTX 20 series or newer"),
        "gpu_memory": ("Graphics memory", "10.7 GB of 12 GB free", "512 MB"),
        "memory": ("Memory", "16 GB of 24 GB free", "151 MB"),
    }
    assert {check.problem for check in checks.values()} == {None}


DRIVER_550 = Driver("550.54", "12.4")
BF16 = frozenset({"bf16"})
RTX_2080 = Gpu(5, "NVIDIA GeForce RTX 2080", "GPU-6", "7.5", 8192)


@pytest.mark.parametrize(
    ("gpus", "driver", "policy", "name", "problem", "found"),
    [
        ([GTX_1080], None, "portable", "gpu", Problem.GPU_TOO_OLD, "NVIDIA GeForce GTX 1080, 8 GB"),
        ([GTX_1080], None, "skip", "gpu", Problem.GPU_TOO_OLD, "NVIDIA GeForce GTX 1080, 8 GB"),
        ([GTX_1080], None, "stop", "gpu", Problem.GPU_TOO_OLD, "NVIDIA GeForce GTX 1080, 8 GB"),
        ([H200], None, "portable", "gpu", Problem.GPU_NOT_SUPPORTED, "NVIDIA H200, 140 GB"),
        ([RTX_4070], DRIVER_550, "portable", "gpu", Problem.DRIVER_TOO_OLD, "NVIDIA GeForce RTX 4070, 12 GB"),
        ([GTX_1080, RTX_4070], DRIVER_550, "stop", "gpu", Problem.DRIVER_TOO_OLD, None),
        ([replace(RTX_4070, memory_total_mib=256)], None, "portable", "gpu", Problem.LITTLE_GPU_MEMORY, None),
        ([replace(RTX_4070, mig_enabled=True)], None, "portable", "gpu", Problem.GPU_NOT_SUPPORTED, None),
        ([], None, "portable", "driver", Problem.NO_GPU, "No NVIDIA graphics card"),
        ([], None, "skip", "driver", Problem.NO_GPU, "No NVIDIA graphics card"),
        ([], None, "stop", "driver", Problem.NO_GPU, "No NVIDIA graphics card"),
    ],
)
def test_why_no_graphics_card_can_be_used(
    gpus: list[Gpu], driver: Driver | None, policy: str, name: str, problem: Problem, found: str | None
) -> None:
    pc = machine(*gpus)
    check = of_machine(replace(pc, driver=driver or pc.driver), no_gpu=policy)[name]
    assert (check.state, check.problem) == ("fail" if policy == "stop" else "warn", problem)
    assert check.plain_title == "Graphics card"
    assert found in (None, check.found)


@pytest.mark.parametrize(
    ("name", "has_card", "problem", "found"),
    [
        ("no_driver", True, Problem.NO_DRIVER, "Not installed"),
        ("no_driver", None, Problem.NO_GPU, "No NVIDIA graphics card"),
        ("no_driver", False, Problem.NO_GPU, "No NVIDIA graphics card"),
        ("no_gpu", None, Problem.NO_GPU, "No NVIDIA graphics card"),
        ("driver_mismatch", None, Problem.DRIVER_STOPPED, "Needs a restart"),
        ("no_answer", None, Problem.DRIVER_STOPPED, "Does not answer"),
        ("not_visible", None, Problem.GPU_NOT_VISIBLE, "Not for this user"),
    ],
)
def test_why_there_is_no_driver(name: ProblemName, has_card: bool | None, problem: Problem, found: str) -> None:
    driver = Driver(problem=GpuProblem(name, say("odd"), say("Do this."), has_card))
    check = of_machine(replace(machine(), driver=driver))["driver"]
    assert (check.problem, check.found) == (problem, found)


def test_a_model_for_newer_cards_says_which() -> None:
    model = package({})
    newer = replace(model, models=tuple(replace(item, data_types=BF16) for item in model.models))
    pc = machine(RTX_2080)
    checks = {check.name: check for check in machine_checks(pc, make_plan(newer, pc, [], EngineOptions()))}
    assert (checks["gpu"].problem, checks["gpu"].needed) == (Problem.GPU_TOO_OLD, "RTX 30 series or newer")


def test_the_vendor_is_not_blamed_for_a_default() -> None:
    assert "no_gpu" not in of_machine(machine())["driver"].message
    assert "no_gpu = 'portable'" in of_machine(machine(), no_gpu="portable")["driver"].message
    # Nobody who uses a window has written either.
    for policy in ({}, {"no_gpu": "portable"}, {"no_gpu": "skip"}):
        reason = make_plan(package({}, **policy), machine(), [], EngineOptions()).not_runnable_here
        assert reason is not None
        assert (reason.window, reason.arguments) == ("{reason}", {"reason": "no NVIDIA driver is installed"})
