from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import BuilderCrashed, BuildFailed, OutOfMemory
from builder.base.events import Event, Hello
from builder.building import local_build, worker_limits
from builder.building.estimate import Expected
from builder.building.inputs import Inputs
from builder.building.local_build import error_of
from builder.building.planner import make_plan
from builder.building.preflight import machine_checks
from builder.building.source import BuiltHere
from builder.building.worker_limits import (
    DidNothing,
    MemoryBudget,
    TookTooLong,
    TookTooMuchMemory,
    WorkerLimits,
    WorkerWatch,
)
from builder.building.worker_process import Crashed, Outcome, run_worker
from builder.engines.options import EngineOptions
from builder.gpu.busy import BusyPolicy
from builder.operating_system.usage import Usage, usage_of
from tests.builder.building.test_worker_process import HELLO, child, job
from tests.support.load import under_load
from tests.support.plans import RTX_4070, machine, package

MIB = 1 << 20
STARTED = f"out({HELLO!r})\n"
GROWS = (
    f"{STARTED}os.write(2, b'growing')\nkept = []\nwhile True: kept.append(bytes([1]) * {8 * MIB}); time.sleep(0.005)"
)


def run(tmp_path: Path, code: str, limits: WorkerLimits) -> tuple[Outcome, float]:
    started = time.monotonic()
    events: list[Event] = []
    return run_worker(job(tmp_path), NEVER, events.append, limits=limits, command=child(code)), (
        time.monotonic() - started
    )


def test_a_worker_that_takes_all_memory_is_ended_and_its_model_named(tmp_path: Path) -> None:
    budget = MemoryBudget(200 * MIB)
    outcome, _seconds = run(tmp_path, GROWS, WorkerLimits(budget))
    assert isinstance(outcome, TookTooMuchMemory)
    assert 200 * MIB < outcome.used_bytes < 1000 * MIB
    assert budget.is_exceeded_by(1, 200 * MIB, 0) is False, "what the worker had is given back"
    error = error_of(outcome, "upscale", None)
    assert isinstance(error, OutOfMemory)
    assert "'upscale'" in error.message
    assert "200 MiB" in error.message
    assert "--limit-memory" in error.hint
    assert error.detail == "growing"


def test_what_a_worker_has_mapped_is_not_its_own(tmp_path: Path) -> None:
    weights = tmp_path / "weights"
    weights.write_bytes(bytes(64 * MIB))
    code = f"import mmap\nfile = mmap.mmap(os.open({str(weights)!r}, os.O_RDONLY), 0, access=mmap.ACCESS_READ)\n"
    code += f"{STARTED}sum(file[::4096]); time.sleep(0.4)"
    outcome, _seconds = run(tmp_path, code, WorkerLimits(MemoryBudget(48 * MIB)))
    assert isinstance(outcome, Crashed), "it ended by itself"


def test_a_worker_that_waits_for_ever_is_ended(tmp_path: Path) -> None:
    outcome, seconds = run(tmp_path, f"{STARTED}time.sleep(60)", WorkerLimits(idle_seconds=0.5))
    assert isinstance(outcome, DidNothing)
    assert seconds < under_load(10)
    error = error_of(replace(outcome, seconds=600.0), "upscale", None)
    assert isinstance(error, BuilderCrashed)
    assert error.message.startswith(
        "The builder of the model 'upscale' was ended, because it had done nothing for 10 min."
    )
    no_memory = error_of(replace(outcome, stack="terminate called after throwing std::bad_alloc"), "upscale", None)
    assert isinstance(no_memory, OutOfMemory)


def test_a_worker_that_computes_in_silence_is_not(tmp_path: Path) -> None:
    code = f"{STARTED}until = time.monotonic() + 1.2\nwhile time.monotonic() < until: pass"
    outcome, _seconds = run(tmp_path, code, WorkerLimits(idle_seconds=0.6))
    assert isinstance(outcome, Crashed), "it ended by itself"


def test_a_worker_that_computes_for_ever_is_ended(tmp_path: Path) -> None:
    outcome, _seconds = run(tmp_path, f"{STARTED}while True: pass", WorkerLimits(seconds=0.5))
    assert isinstance(outcome, TookTooLong)
    error = error_of(replace(outcome, seconds=6 * 3600.0), "upscale", None)
    assert isinstance(error, BuildFailed)
    assert "'upscale' was ended, because it had taken 6 h" in error.message


def test_the_limits_of_a_build_follow_from_what_is_expected() -> None:
    budget = MemoryBudget(1)
    short, long = (WorkerLimits.for_build(budget, Expected(seconds, 0.0, False, 0, 7)) for seconds in (1.0, 3600.0))
    assert (short.memory, short.expected_bytes, short.seconds) == (budget, 7, 6 * 3600.0)
    assert long.seconds == 100 * 3600.0


def test_what_a_real_worker_takes_counts(tmp_path: Path) -> None:
    outcome = run_worker(job(tmp_path), NEVER, lambda _event: None, limits=WorkerLimits(MemoryBudget(8 * MIB)))
    assert isinstance(outcome, TookTooMuchMemory)


def test_a_build_has_its_limits(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen: list[WorkerLimits] = []

    def note(*_: object, limits: WorkerLimits) -> TookTooMuchMemory:
        seen.append(limits)
        return TookTooMuchMemory(2 * MIB, MIB)

    monkeypatch.setattr(local_build, "run_worker", note)
    (planned,) = make_plan(package({}), machine(RTX_4070), [], EngineOptions()).to_build
    builder = local_build.LocalBuilder(BusyPolicy(), CancelToken(), None, Inputs(), budget := MemoryBudget(MIB))
    assert isinstance(planned.source, BuiltHere)
    with pytest.raises(
        OutOfMemory, match="'m0' was ended, because it had taken 2 MiB and all builds together may take 1"
    ):
        builder.build(planned, planned.source, tmp_path / "engine", lambda _event: None)
    assert seen == [WorkerLimits.for_build(budget, planned.expected)]


@pytest.mark.skipif(not Path("/proc/self/oom_score_adj").exists(), reason="only the kernel of Linux has it")
def test_a_worker_is_the_first_to_go_where_memory_runs_out(tmp_path: Path) -> None:
    scores: list[int] = []

    def note(event: Event) -> None:
        if isinstance(event, Hello):
            scores.append(int(Path(f"/proc/{event.pid}/oom_score_adj").read_text()))

    run_worker(job(tmp_path), NEVER, note)
    assert scores
    assert scores[0] >= 500


def test_of_several_the_one_that_is_furthest_from_what_was_expected_is_ended() -> None:
    budget = MemoryBudget(1000)
    assert not budget.is_exceeded_by(1, 800, expected=900)
    assert budget.is_exceeded_by(2, 300, expected=10), "a small model that takes more and more"
    assert not budget.is_exceeded_by(1, 800, expected=900), "a large one, as large as it should be"
    budget.forget(2)
    assert not budget.is_exceeded_by(1, 1000, expected=900)
    assert budget.is_exceeded_by(1, 1001, expected=2000), "alone, even if that was expected"


def watch(usage: Callable[[], Usage | None], **limits: float) -> WorkerWatch:
    return WorkerWatch(1, replace(WorkerLimits(), **limits), lambda _pid: usage(), _looked_at=0.0)  # type: ignore[arg-type]


def test_a_computer_that_was_asleep_did_not_wait() -> None:
    sleeper = watch(lambda: Usage(0, 1.0), idle_seconds=60.0)
    assert sleeper.look(1.0) is None
    assert sleeper.look(1.0 + 8 * 3600) is None
    looks = [sleeper.look(1.0 + 8 * 3600 + second) for second in range(1, 100)]
    # A night counts as a few seconds.
    assert 50 <= looks.index(DidNothing(60.0)) <= 59
    assert not any(looks[:50])


def test_a_worker_that_computes_is_idle_no_longer() -> None:
    spent = iter([1.0, 1.0, 2.0, 2.0, 2.0, 2.0])
    worker = watch(lambda: Usage(0, next(spent)), idle_seconds=3.0)
    assert [worker.look(float(second)) for second in range(1, 7)] == [None] * 5 + [DidNothing(3.0)]


def test_a_worker_has_all_the_time_that_it_may_take_and_no_more() -> None:
    spent = itertools.count(1.0)
    worker = watch(lambda: Usage(0, next(spent)), seconds=10.0)
    looks = [worker.look(float(second)) for second in range(1, 11)]
    assert looks == [None] * 9 + [TookTooLong(10.0)]


def test_what_a_worker_had_is_there_for_others_once_it_has_ended() -> None:
    budget = MemoryBudget(1000)
    worker = WorkerWatch(7, WorkerLimits(budget, expected_bytes=900), lambda _pid: Usage(900, 1.0), _looked_at=0.0)
    assert worker.look(1.0) is None
    assert budget.is_exceeded_by(8, 200, expected=0)
    worker.end()
    assert not budget.is_exceeded_by(8, 200, expected=0)
    watch(lambda: None).end()


def test_memory_is_judged_before_time() -> None:
    both = WorkerLimits(MemoryBudget(10), expected_bytes=5, idle_seconds=0.0, seconds=0.0)
    assert WorkerWatch(1, both, lambda _pid: Usage(11, 1.0), _looked_at=0.0).look(1.0) == TookTooMuchMemory(11, 10)
    exactly = WorkerLimits(MemoryBudget(10), seconds=60.0)
    assert WorkerWatch(1, exactly, lambda _pid: Usage(10, 1.0), _looked_at=0.0).look(1.0) is None


def test_a_worker_that_has_ended_is_not_judged() -> None:
    assert watch(lambda: None, idle_seconds=0.0).look(1.0) is None
    assert usage_of(2**22 + 1) is None


def test_memory_in_swap_space_counts(tmp_path: Path) -> None:
    status = tmp_path / f"proc/{os.getpid()}/status"
    status.parent.mkdir(parents=True)
    status.write_text("VmRSS:\t 900 kB\nRssAnon:\t 100 kB\nRssFile:\t 700 kB\nRssShmem:\t 100 kB\nVmSwap:\t 50 kB\n")
    usage = usage_of(os.getpid(), tmp_path)
    assert usage is not None
    assert usage.memory_bytes == 250 << 10
    status.write_text("VmRSS:\t 900 kB\n")
    usage = usage_of(os.getpid(), tmp_path)
    assert usage is not None
    assert usage.memory_bytes > MIB


def test_on_windows_what_was_committed_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # As psutil gives it under Wine, which leaves PrivateUsage as it was: the figure has been seen.
    counters = SimpleNamespace(rss=73785344, vms=63815680, pagefile=63815680, private=140737466432400)
    times = SimpleNamespace(user=1.0, system=0.5)
    process = SimpleNamespace(oneshot=nullcontext, cpu_times=lambda: times, memory_info=lambda: counters)
    monkeypatch.setattr(psutil, "Process", lambda pid: process)
    assert usage_of(1, tmp_path) == Usage(63815680, 1.5)


def test_the_plan_chooses_the_limit_and_says_it() -> None:
    pc = machine(RTX_4070)
    plan = make_plan(package({}), pc, [], EngineOptions())
    assert plan.memory_limit_bytes == 18 << 30
    assert plan.to_json()["memory_mib"] == {"choice": 18 << 10, "reason": "three quarters of the system memory"}
    asked = make_plan(package({}), pc, [], EngineOptions(), limit_memory=2000)
    assert asked.memory_limit_bytes == 2000 * MIB
    memory = next(check for check in machine_checks(pc, asked) if check.name == "memory")
    assert memory.message.endswith("MiB free; builds may take 2000 MiB (the command line asks for it)")
    little = replace(pc, memory_bytes=100 * MIB)
    large = make_plan(package({}), little, [], EngineOptions())
    assert large.memory_limit_bytes == large.to_build[0].expected.memory_bytes
    assert "largest model" in large.memory_reason


def test_a_limit_that_a_model_cannot_keep_is_refused_before_it_is_built() -> None:
    plan = make_plan(package({}), machine(RTX_4070), [], EngineOptions(), limit_memory=50)
    memory = next(check for check in machine_checks(machine(RTX_4070), plan) if check.name == "memory")
    assert (memory.state, type(memory.error)) == ("fail", OutOfMemory)
    assert "builds may take 50 MiB" in memory.message


@pytest.mark.parametrize("used", [0, 10])
def test_looks_are_not_taken_all_the_time(used: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_limits, "_LOOK_SECONDS", 1.0)
    looks = watch(lambda: Usage(used, 1.0), memory=MemoryBudget(5))  # type: ignore[arg-type]
    assert looks.look(0.9) is None
    assert (looks.look(1.0) is None) == (used == 0)
