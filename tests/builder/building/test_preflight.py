"""The preflight list: every state of every item, from plans and facts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from builder.backend import Installation
from builder.base.errors import DiskFull, OutOfMemory, PackageInvalid, Remedy, SystemNotSupported
from builder.base.text import say
from builder.building.machine import Machine
from builder.building.plan import BuildPlan, InstalledEngine
from builder.building.planner import make_plan
from builder.building.preflight import (
    Check,
    Problem,
    card_in_words,
    checks_text,
    failed,
    library_missing,
    machine_checks,
    refusal_of,
)
from builder.engines.options import EngineOptions
from builder.gpu.busy import BusyVerdict
from builder.gpu.nvml import Driver, Gpu, GpuProblem, ProblemName
from builder.operating_system.limits import LimitedBy
from tests.builder.building.test_source import OUT_OF_REACH, feed_of, offer, plan_of, with_feed
from tests.support.plans import (
    CLASSIC,
    GTX_1080,
    H200,
    RTX,
    RTX_4070,
    RTX_5090,
    machine,
    package,
    record_of,
    replace_gpu,
)

RTX_2080 = Gpu(5, "NVIDIA GeForce RTX 2080", "GPU-6", "7.5", 8192)
BUDGET = (150 << 20) + 6000
"""The memory that is asked for to build a model of 1000 bytes."""


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


def test_no_card_is_blamed_for_a_library_that_is_missing() -> None:
    for pc in (machine(libraries={}), machine(RTX_4070, libraries={})):
        checks = of_machine(pc)
        assert [name for name, check in checks.items() if check.state == "fail"] == ["library"]
        assert checks["library"].problem is Problem.NO_LIBRARY


def test_a_library_that_comes_damaged_is_no_missing_one() -> None:
    check = library_missing(PackageInvalid(say("The wheel is damaged.")))
    assert (check.state, check.problem, check.found) == ("fail", Problem.DAMAGED, "Not included")


def test_a_library_is_not_needed_where_nothing_is_built() -> None:
    pc = machine(RTX_4070, libraries={})
    fetched = plan_of(with_feed({"strategy": "download"}), feed_of(offer()), on=pc)
    assert fetched.to_build
    checks = {check.name: check for check in machine_checks(pc, fetched)}
    assert (checks["library"].state, checks["library"].found) == ("pass", "Not needed")
    # Before it is known what is wanted, and where the user leaves everything out, it may still be needed.
    alone = {check.name: check for check in machine_checks(pc)}["library"]
    assert (alone.state, alone.problem) == ("warn", Problem.NO_LIBRARY)
    left_out = make_plan(package({"feature": "f"}), pc, [], EngineOptions(without=("f",)))
    assert {check.name: check for check in machine_checks(pc, left_out)}["library"].state == "warn"


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
    ("free", "total", "state"),
    [
        (1 << 30, 4 << 30, "pass"),
        (BUDGET, 4 << 30, "pass"),
        (BUDGET - 1, 4 << 30, "warn"),
        # It may be enough after all: budgets are generous.
        (1, 95_000_000, "warn"),
        (1, 94_000_000, "fail"),
        (1, 2, "fail"),
    ],
)
def test_system_memory(free: int, total: int, state: str) -> None:
    pc = replace(machine(RTX_4070), memory_free_bytes=free, memory_total_bytes=total)
    check = of_machine(pc)["memory"]
    assert check.state == state
    assert check.problem is (None if state == "pass" else Problem.LITTLE_MEMORY)
    if state != "pass":
        assert f"{free >> 20} of {total >> 20} MiB free; building 'm0' may need 150 MiB" in check.message


@pytest.mark.parametrize(("limit", "state"), [(50, "fail"), (90, "fail"), (91, "pass"), (1000, "pass")])
def test_less_memory_than_a_build_needs_at_the_least_is_refused_beforehand(limit: int, state: str) -> None:
    pc = machine(RTX_4070)
    plan = make_plan(package({}), pc, [], EngineOptions(), limit_memory=limit)
    check = {check.name: check for check in machine_checks(pc, plan)}["memory"]
    assert check.state == state
    if state == "fail":
        assert f"'m0' may need 150 MiB, and builds may take {limit} MiB" in check.message
        assert "--limit-memory" in check.hint
        assert (type(check.error), check.problem) == (OutOfMemory, Problem.LITTLE_MEMORY)
    else:
        assert check.message == (f"16384 of 32768 MiB free; builds may take {limit} MiB (the command line asks for it)")


def test_memory_is_needed_for_what_is_built_here_alone() -> None:
    pc = replace(machine(RTX_4070), memory_free_bytes=1 << 20, memory_total_bytes=2 << 20, memory_bytes=0)
    fetched = plan_of(with_feed({"strategy": "download"}), feed_of(offer()), on=pc)
    for plan in (None, fetched):
        check = {check.name: check for check in machine_checks(pc, plan)}["memory"]
        assert (check.state, check.message, check.needed) == ("pass", "1 of 2 MiB free", "")


def test_the_model_that_needs_most_is_named() -> None:
    pc = replace(machine(RTX_4070), memory_free_bytes=1)
    checks = {check.name: check for check in machine_checks(pc, sized_plan(pc, 1, 100, 2))}
    assert "building 'm1' may need 750 MiB" in checks["memory"].message


def sized_plan(pc: Machine, *mib: int, gpu: str | None = None) -> BuildPlan:
    """Models of so many MiB, `m0` and so on."""
    made = package(*[{} for _ in mib])
    models = tuple(
        replace(model, onnx=replace(model.onnx, size=size << 20)) for model, size in zip(made.models, mib, strict=True)
    )
    return make_plan(replace(made, models=models), pc, [], EngineOptions(gpu=gpu))


@pytest.mark.parametrize(("by", "advice"), [("container", "container"), ("address space", "ulimit -v"), (None, "swap")])
def test_what_limits_memory_is_named(by: LimitedBy | None, advice: str) -> None:
    pc = replace(machine(RTX_4070), memory_free_bytes=1, memory_total_bytes=2, memory_limited_by=by)
    failed = of_machine(pc)["memory"]
    assert (failed.state, type(failed.error)) == ("fail", OutOfMemory)
    assert advice in failed.hint
    assert ("This computer has too little memory" in failed.message) == (by is None)


def test_an_engine_that_would_only_be_timed_again_stops_nothing() -> None:
    full = machine(replace(RTX_4070, memory_free_mib=100), libraries=CLASSIC)
    pc = replace(full, memory_free_bytes=1, memory_total_bytes=2)
    record = replace_gpu(record_of(make_plan(package({}), pc, [], EngineOptions())), RTX_4070)
    timed = InstalledEngine(replace(record, gpu_busy=BusyVerdict("in use")), "intact")
    plan = make_plan(package({}), pc, [timed], EngineOptions(), retime=True)
    assert plan.to_build
    assert refusal_of(list(machine_checks(pc, plan, waits=False))) is None
    # It is no excuse for what must be built.
    plan = make_plan(package({}, {}), pc, [timed], EngineOptions(), retime=True)
    assert refusal_of(list(machine_checks(pc, plan, waits=False))) is not None


def test_each_gpu_is_judged_by_the_model_that_needs_most_of_it() -> None:
    # Where free memory is unknown nothing is said, and the next GPU is judged all the same.
    unknown, full, free = RTX_5090, replace(RTX_4070, memory_free_mib=700), replace(RTX_2080, memory_free_mib=700)
    pc = machine(unknown, full, free, libraries=CLASSIC)
    plan = sized_plan(pc, 1, 300, gpu="all")
    checks = [check for check in machine_checks(pc, plan) if check.name == "gpu_memory"]
    assert [(check.state, check.needed) for check in checks] == [("warn", "812 MB"), ("warn", "812 MB")]
    assert all("'m1' needs at least 812 MiB" in check.message for check in checks)


@pytest.mark.parametrize(("free", "state"), [(512, "pass"), (511, "warn")])
def test_exactly_the_gpu_memory_that_is_needed_is_enough(free: int, state: str) -> None:
    check = of_machine(machine(replace(RTX_4070, memory_free_mib=free)))["gpu_memory"]
    assert (check.state, check.problem) == (state, None if state == "pass" else Problem.LITTLE_GPU_MEMORY)
    assert (check.found, check.needed) == (f"{free} MB of 12 GB free", "512 MB")


def test_a_card_with_room_is_no_reason_to_say_nothing_of_the_next() -> None:
    pc = machine(replace(RTX_4070, memory_free_mib=10), replace(RTX_5090, memory_free_mib=9000))
    plan = make_plan(package({}), pc, [], EngineOptions(gpu="all"))
    checks = [check for check in machine_checks(pc, plan) if check.name == "gpu_memory"]
    assert [(check.state, check.message.partition(" has")[0]) for check in checks] == [
        ("pass", RTX_5090.name),
        ("warn", RTX_4070.name),
    ]


def test_one_engine_that_is_timed_makes_a_full_gpu_an_obstacle() -> None:
    pc = machine(replace(RTX_4070, memory_free_mib=100), libraries=CLASSIC | RTX)
    made = package({"backend": "tensorrt-rtx"}, {"backend": "tensorrt"})
    plan = make_plan(made, pc, [], EngineOptions())
    check = {check.name: check for check in machine_checks(pc, plan, waits=False)}["gpu_memory"]
    assert check.state == "fail"


def test_without_a_plan_every_gpu_is_judged_for_every_library() -> None:
    pc = machine(GTX_1080, RTX_4070, libraries=CLASSIC | RTX)
    old, new = (check for check in machine_checks(pc) if check.name == "gpu")
    assert (old.state, old.problem) == ("warn", Problem.GPU_TOO_OLD)
    assert old.message.startswith("NVIDIA GeForce GTX 1080, compute capability 6.1, 8192 MiB; TensorRT does not supp")
    assert "TensorRT-RTX does not support" in old.message
    assert "--portable" not in old.hint
    assert old.hint.startswith("Install a supported GPU and its driver")
    assert (new.state, new.problem) == ("pass", None)
    assert new.message == (
        "NVIDIA GeForce RTX 4070, compute capability 8.9, 12288 MiB: supported by TensorRT and TensorRT-RTX"
    )
    assert (new.found, new.needed) == ("NVIDIA GeForce RTX 4070, 12 GB", "RTX 20 series or newer")
    assert [check.name for check in machine_checks(pc)] == ["driver", "library", "gpu", "gpu", "memory"]


def test_a_card_that_one_library_supports_passes_and_the_other_says_why_not() -> None:
    pc = machine(H200, libraries=CLASSIC | RTX)
    (check,) = (check for check in machine_checks(pc) if check.name == "gpu")
    assert check.state == "pass"
    assert "supported by TensorRT; TensorRT-RTX does not support NVIDIA H200" in check.message


def test_without_any_library_a_card_is_named_and_not_judged() -> None:
    (check,) = (check for check in machine_checks(machine(RTX_4070, libraries={})) if check.name == "gpu")
    assert (check.state, check.hint, check.problem) == ("warn", "", None)


def test_only_cards_that_engines_are_for_are_listed() -> None:
    pc = machine(GTX_1080, RTX_4070, RTX_5090)
    plan = make_plan(package({}), pc, [], EngineOptions(gpu="all"))
    found = [check.message.partition(":")[0] for check in machine_checks(pc, plan) if check.name == "gpu"]
    assert found == [RTX_4070.name, RTX_5090.name]
    # Engines for no card in particular are no reason to hide what there is.
    portable = make_plan(package({}), pc, [], EngineOptions(portable=True))
    assert len([check for check in machine_checks(pc, portable) if check.name == "gpu"]) == 3


def test_without_a_card_there_is_none_to_judge() -> None:
    for plan in (None, make_plan(package({}, no_gpu="stop"), machine(), [], EngineOptions())):
        assert "gpu" not in {check.name for check in machine_checks(machine(), plan)}


def test_a_refusal_that_is_about_something_else_blames_no_card() -> None:
    pc = machine(RTX_4070)
    plan = make_plan(package({"heuristic": True}), pc, [], EngineOptions())
    assert plan.refusal is not None
    assert {check.name: check.state for check in machine_checks(pc, plan)} == {
        "driver": "pass",
        "library": "pass",
        "gpu": "pass",
        "memory": "pass",
    }


@pytest.mark.parametrize(
    ("gpu", "words"),
    [
        (replace(RTX_4070, memory_total_mib=12282), "NVIDIA GeForce RTX 4070, 12 GB"),
        (replace(RTX_4070, memory_total_mib=1024), "NVIDIA GeForce RTX 4070, 1 GB"),
        (replace(RTX_4070, memory_total_mib=512), "NVIDIA GeForce RTX 4070, 512 MB"),
    ],
)
def test_a_card_is_named_as_its_box_says(gpu: Gpu, words: str) -> None:
    assert card_in_words(gpu) == words


@pytest.mark.parametrize(
    ("models", "data_types", "needed"),
    [
        ([{}], [], "RTX 20 series or newer"),
        ([{}], ["bf16"], "RTX 30 series or newer"),
        ([{}], ["fp8"], "RTX 40 series or newer"),
        ([{"compute_capabilities": ["8.9", "12.0"]}], [], "RTX 40 series or newer"),
        ([{}, {"compute_capabilities": ["12.0"]}], [], "RTX 50 series or newer"),
        ([{"compute_capabilities": ["9.0"]}], [], ""),
        ([{"tensorrt": {"compute_capabilities": ["8.6"]}}], [], "RTX 20 series or newer"),
        ([{"compute_capabilities": ["8.6"]}], ["fp4"], ""),
    ],
)
def test_the_oldest_cards_that_run_every_engine_are_named(
    models: list[dict[str, Any]], data_types: list[str], needed: str
) -> None:
    made, pc = package(*models, no_gpu="stop"), machine(GTX_1080)
    models_made = tuple(replace(model, data_types=frozenset(data_types)) for model in made.models)
    plan = make_plan(replace(made, models=models_made), pc, [], EngineOptions())
    checks = [check for check in machine_checks(pc, plan) if check.name == "gpu"]
    assert [check.needed for check in checks] == [needed]


def test_what_is_only_for_the_other_library_asks_for_no_newer_card() -> None:
    pc = machine(RTX_4070, libraries=CLASSIC)
    plan = make_plan(package({"tensorrt-rtx": {"compute_capabilities": ["12.0"]}}), pc, [], EngineOptions())
    assert [check.needed for check in machine_checks(pc, plan) if check.name == "gpu"] == ["RTX 20 series or newer"]


@pytest.mark.parametrize(
    ("library", "system", "needed"),
    [
        ("13", "linux", "580 or newer"),
        ("12", "linux", "525 or newer"),
        ("12", "windows", "528 or newer"),
        ("99", "linux", ""),
    ],
)
def test_the_driver_that_is_needed_goes_by_library_and_system(library: str, system: str, needed: str) -> None:
    libraries = {"tensorrt-rtx": Installation("1.7.1.116", library)}
    pc = replace(machine(RTX_4070, libraries=libraries), system=system)
    assert next(machine_checks(pc)).needed == needed


def test_the_driver_that_is_needed_is_that_of_the_library_which_is_used() -> None:
    older = {"tensorrt": Installation("10.0", "12")}
    pc = machine(RTX_4070, libraries=older | RTX)
    assert next(machine_checks(pc)).needed == "580 or newer"
    assert next(machine_checks(pc, make_plan(package({}), pc, [], EngineOptions()))).needed == "525 or newer"


def test_a_driver_that_does_not_tell_its_version_passes() -> None:
    check = next(machine_checks(replace(machine(RTX_4070), driver=Driver("580.159"))))
    assert (check.state, check.message, check.found) == ("pass", "NVIDIA driver 580.159", "580.159")
    assert next(machine_checks(replace(machine(RTX_4070), driver=Driver()))).found == ""


def test_a_missing_card_names_cards_and_a_missing_driver_names_a_driver() -> None:
    problem = GpuProblem("driver_mismatch", say("the driver does not match"), say("Restart."))
    checks = {
        name: next(machine_checks(pc)).needed
        for name, pc in {"card": machine(), "driver": replace(machine(), driver=Driver(problem=problem))}.items()
    }
    assert checks == {"card": "RTX 20 series or newer", "driver": "580 or newer"}


def test_what_the_driver_lacks_is_said_with_its_remedy_unless_engines_need_none() -> None:
    warned = next(machine_checks(machine()))
    assert (warned.state, warned.message, warned.hint) == ("warn", "No NVIDIA driver is installed", "Install it.")
    not_needed = of_machine(machine(), EngineOptions(portable=True))["driver"]
    assert not_needed.message == "No NVIDIA driver is installed, and these engines do not need one"
    assert (not_needed.found, not_needed.problem, not_needed.hint) == ("Not needed", None, "")
    stopped = of_machine(machine(), no_gpu="stop")["driver"]
    assert (stopped.hint, stopped.problem) == ("Install it.", Problem.NO_GPU)


def test_programs_read_name_state_message_and_hint() -> None:
    check = Check("b", say("GPU"), "warn", say("odd"), say("Do this."), problem=Problem.OTHER)
    assert check.to_json() == {"name": "b", "state": "warn", "message": "odd", "hint": "Do this."}


def test_two_problems_are_both_named_and_the_first_decides_how_the_run_ends() -> None:
    memory = OutOfMemory(say("Too little memory."), hint=say("Buy some."), plain=say("First."), remedy=Remedy.NONE)
    disk = DiskFull(say("No room."), hint=say("Free some."), plain=say("Second."), remedy=Remedy.OTHER_FOLDER)
    fine = Check("a", say("Driver"), "pass", say("fine"))
    checks = [failed("memory", say("Memory"), memory, Problem.LITTLE_MEMORY, say("none")), fine]
    assert refusal_of(checks) is memory
    both = refusal_of([*checks, failed("disk", say("Disk"), disk, Problem.NO_ROOM, say("none"))])
    assert type(both) is OutOfMemory
    assert both.message == "2 problems prevent the installation:\n  - Too little memory.\n  - No room."
    assert both.hint == "Buy some.\nFree some."
    assert (both.plain, both.remedy) == ("First.", Remedy.NONE)


def test_an_empty_list_is_no_text() -> None:
    assert checks_text([]) == ""


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
