from __future__ import annotations

import contextlib
import itertools
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any, get_args

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled, ExitCode, GpuBusy
from builder.base.options import IfBusy
from builder.base.plain import to_plain
from builder.base.text import say, verbatim
from builder.gpu import busy
from builder.gpu.busy import BusyMonitor, BusyPolicy, BusyVerdict, State, judge_samples, wait_until_idle
from builder.gpu.nvml import NVML_TIMEOUT_SECONDS, Gpu, GpuProcess, GpuSample
from tests.support.nvml import (
    H200,
)

GPU = Gpu(0, H200.name, H200.uuid, "9.0", 143771)
DESKTOP = replace(GPU, display_active=True, sm_clock_max_mhz=2370)

IDLE = BusyVerdict("idle", (say("0 % used"),))
IN_USE = BusyVerdict("in use", (say("99 % used"),), (verbatim("blender (process 7, 1196 MiB)"),))
UNKNOWN = BusyVerdict("cannot tell", (say("the driver does not answer: GPU is lost"),))

OURS, BLENDER, GAME, STRANGER = 10, 7, 8, 999


def name_of(pid: int) -> str | None:
    return {OURS: "python", BLENDER: "blender", GAME: "game"}.get(pid)


def readings(loads: Sequence[int | None], step: float = 0.2, **values: Any) -> list[GpuSample]:
    return [GpuSample(step * number, load, None, **values) for number, load in enumerate(loads)]


def at(*loaded: int, count: int = 16) -> list[int | None]:
    """So many readings of 0 %, and of 60 % at these places, counted from the end."""
    return [60 if number - count in loaded else 0 for number in range(count)]


@pytest.mark.parametrize(
    ("loads", "state"),
    [
        pytest.param([0] * 16, "idle", id="nothing"),
        pytest.param([2] * 16, "idle", id="below where use begins"),
        pytest.param([3] * 16, "in use", id="where use begins"),
        pytest.param([100] * 16, "in use", id="everything"),
        pytest.param(at(-1), "idle", id="a blip at the end"),
        pytest.param(at(-3, -2), "idle", id="a blip of two readings"),
        pytest.param(at(-9, -8, -2), "in use", id="two bursts"),
        pytest.param(at(-15, -2), "idle", id="two blips far apart"),
        pytest.param([60] * 11 + [0] * 5, "idle", id="a load that has ended"),
        pytest.param([0] * 13 + [60] * 3, "in use", id="a load that has begun"),
        pytest.param([0] * 11 + [None, None, 50, 50, 50], "in use", id="some readings without an answer"),
        pytest.param([0] * 11 + [None] * 5, "cannot tell", id="no answer any more"),
        pytest.param([99] * 4, "cannot tell", id="too short"),
        pytest.param([99] * 5, "in use", id="just long enough"),
        pytest.param([], "cannot tell", id="not watched"),
    ],
)
def test_the_last_moments_of_a_gpu_are_judged(loads: list[int | None], state: State) -> None:
    assert judge_samples(readings(loads)).verdict == state


@pytest.mark.parametrize(
    ("samples", "text"),
    [
        ([], "may be in use or not (it was not watched yet)"),
        (readings([0] * 3), "may be in use or not (it was watched for 0.4 s only)"),
        (readings([None] * 6), "may be in use or not (the driver does not tell how much it is used)"),
        (readings([0] * 6), "is idle (0 % used)"),
        (readings([40] * 6), "is in use (40 % used)"),
        (readings([40] * 6, slowdowns=("heat",)), "is in use (40 % used; slowed down by heat)"),
        (readings([0] * 6, slowdowns=("heat",)), "is idle (0 % used; slowed down by heat)"),
    ],
)
def test_a_verdict_says_how_it_was_seen(samples: list[GpuSample], text: str) -> None:
    assert judge_samples(samples).text == text


def test_a_gpu_that_only_copies_is_in_use() -> None:
    samples = [replace(sample, memory_utilization=30) for sample in readings([0] * 6)]
    assert judge_samples(samples).verdict == "in use"


def test_rare_readings_are_judged_by_the_last_three() -> None:
    assert judge_samples(readings([0, 50, 50, 50], step=1)).verdict == "in use"
    assert judge_samples(readings([50, 50], step=1)).verdict == "cannot tell"


@pytest.mark.parametrize(
    ("gpu", "clock", "text"),
    [
        pytest.param(DESKTOP, 210, "is idle (2 % used)", id="a desktop draws at a low clock"),
        pytest.param(DESKTOP, 2370, "is in use (21 % used)", id="work raises the clock"),
        pytest.param(DESKTOP, 2600, "is in use (21 % used)", id="a clock above the highest"),
        pytest.param(DESKTOP, None, "is in use (21 % used)", id="an unknown clock"),
        pytest.param(
            replace(DESKTOP, sm_clock_max_mhz=None), 210, "is in use (21 % used)", id="an unknown highest clock"
        ),
        pytest.param(GPU, 210, "is in use (21 % used)", id="no desktop"),
        pytest.param(None, 210, "is in use (21 % used)", id="an unknown GPU"),
    ],
)
def test_an_idle_desktop_is_distinguished_from_work_by_its_clock(gpu: Gpu | None, clock: int | None, text: str) -> None:
    samples = [replace(sample, memory_utilization=4) for sample in readings([21] * 6, sm_clock_mhz=clock)]
    assert judge_samples(samples, gpu=gpu).text == text


@pytest.mark.parametrize(
    ("here", "use", "own", "text"),
    [
        pytest.param((), {}, (), "is in use (90 % used)", id="no program to be seen"),
        pytest.param(None, None, (), "is in use (90 % used)", id="programs unknown"),
        pytest.param(
            (BLENDER,), {}, (), "is in use by blender (process 7, 100 MiB) (90 % used)", id="another that is known"
        ),
        pytest.param(
            (STRANGER,),
            {},
            (),
            "is in use by a program of another user (process 999, 100 MiB) (90 % used)",
            id="another whose name is secret",
        ),
        pytest.param(
            (BLENDER, GAME),
            {GAME: 80},
            (),
            "is in use by game (process 8, 100 MiB) (90 % used)",
            id="only what works is named",
        ),
        pytest.param((OURS,), {OURS: 90}, {OURS}, "is idle (0 % used by others)", id="our own only"),
        pytest.param(
            (OURS, BLENDER), {OURS: 90}, {OURS}, "is idle (0 % used by others)", id="another holds memory only"
        ),
        pytest.param(
            (OURS, BLENDER),
            {OURS: 50, BLENDER: 40},
            {OURS},
            "is in use by blender (process 7, 100 MiB) (40 % used by others)",
            id="our own and another",
        ),
        pytest.param((BLENDER,), {}, {OURS}, "is in use by blender (process 7, 100 MiB) (90 % used)", id="ours not on"),
        *(
            pytest.param(
                here,
                {},
                {OURS},
                "may be in use or not (90 % used, but the driver does not tell whether by our own build or by another "
                "program)",
                id=name,
            )
            for name, here in {
                "our own and another, not measured": (OURS, BLENDER),
                "another namespace of processes": (STRANGER,),
                "ours, but no program to be seen": (),
                "ours, programs unknown": None,
            }.items()
        ),
    ],
)
def test_our_own_load_is_distinguished_from_that_of_others(
    here: tuple[int, ...] | None, use: dict[int, int] | None, own: set[int], text: str
) -> None:
    processes = None if here is None else tuple(GpuProcess(pid, 100) for pid in here)
    samples = readings([90] * 6, processes=processes, process_utilization=use)
    assert judge_samples(samples, own, name_of).text == text


def test_what_programs_did_long_ago_does_not_count() -> None:
    samples = readings([90] * 21, processes=(GpuProcess(OURS, 1), GpuProcess(BLENDER, 1)))
    measured = {OURS: 10, BLENDER: 80}
    early, late = ([*samples], [*samples])
    early[1] = replace(early[1], process_utilization=measured)
    late[-10] = replace(late[-10], process_utilization=measured)
    assert judge_samples(early, {OURS}, name_of).verdict == "cannot tell"
    assert judge_samples(late, {OURS}, name_of).verdict == "in use"
    for place, state in ((-11, "cannot tell"), (-10, "in use")):
        samples = readings([90] * 21, step=0.25, processes=(GpuProcess(OURS, 1), GpuProcess(BLENDER, 1)))
        samples[place] = replace(samples[place], process_utilization=measured)
        assert judge_samples(samples, {OURS}, name_of).verdict == state


def test_the_five_programs_with_the_most_memory_are_named() -> None:
    used = {1: 10, 2: None, 3: 30, 4: 40, 5: 50, 6: 60}
    samples = readings([90] * 6, processes=tuple(GpuProcess(pid, memory) for pid, memory in used.items()))
    found = judge_samples(samples, program_name=lambda pid: f"p{pid}").programs
    assert [text.split()[0] for text in found] == ["p6", "p5", "p4", "p3", "p1"]
    two = [replace(sample, processes=(GpuProcess(2, None), GpuProcess(3, 1))) for sample in samples]
    assert judge_samples(two, program_name=lambda pid: f"p{pid}").programs == (
        "p3 (process 3, 1 MiB)",
        "p2 (process 2)",
    )


def test_only_what_was_seen_to_be_in_use_is() -> None:
    assert [verdict.in_use for verdict in (IN_USE, IDLE, UNKNOWN)] == [True, False, False]


PERCENT = st.none() | st.integers(0, 100)
PIDS = st.integers(1, 4)
SAMPLES = st.lists(
    st.builds(
        GpuSample,
        seconds=st.floats(0, 1.5),
        utilization=PERCENT,
        memory_utilization=PERCENT,
        sm_clock_mhz=st.none() | st.integers(0, 3000),
        slowdowns=st.sampled_from([(), ("heat",)]),
        processes=st.none()
        | st.lists(st.builds(GpuProcess, PIDS, st.none() | st.integers(0, 9)), max_size=4).map(tuple),
        process_utilization=st.none() | st.dictionaries(PIDS, st.integers(0, 100), max_size=4),
    ),
    max_size=30,
).map(  # the drawn seconds are those since the reading before
    lambda drawn: [
        replace(sample, seconds=seconds)
        for sample, seconds in zip(drawn, itertools.accumulate(sample.seconds for sample in drawn), strict=True)
    ]
)


@given(SAMPLES, st.sets(PIDS), st.sampled_from([None, GPU, DESKTOP]))
def test_any_readings_are_judged(samples: list[GpuSample], own: set[int], gpu: Gpu | None) -> None:
    verdict = judge_samples(samples, own, {1: "one", 2: "two"}.get, gpu)
    assert verdict.verdict in get_args(State)
    assert verdict.reasons
    assert json.loads(json.dumps(to_plain(verdict)))["verdict"] == verdict.verdict
    if verdict.verdict != "cannot tell":
        assert any((sample.utilization, sample.memory_utilization) != (None, None) for sample in samples)
    if verdict.verdict == "in use":
        assert any(max(sample.utilization or 0, sample.memory_utilization or 0) >= 3 for sample in samples)


@pytest.mark.parametrize(
    ("battery", "answer"),
    [
        (None, False),
        (SimpleNamespace(power_plugged=True), False),
        (SimpleNamespace(power_plugged=None), False),
        (SimpleNamespace(power_plugged=False), True),
    ],
)
def test_a_computer_that_draws_from_its_battery_is_known(
    monkeypatch: pytest.MonkeyPatch, battery: SimpleNamespace | None, answer: bool
) -> None:
    monkeypatch.setattr(psutil, "sensors_battery", lambda: battery, raising=False)
    assert busy.runs_on_battery() is answer


def test_a_system_that_knows_no_batteries_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(psutil, "sensors_battery", raising=False)
    assert not busy.runs_on_battery()


@dataclass
class Clock:
    """Takes the place of `time` in builder.gpu.busy: sleeping only moves it; `script` is what the monitor sees.

    Attributes:
        script: what is seen from which second on; None when the driver says no more.
    """

    script: dict[float, BusyVerdict | None]
    now: float = 0.0
    monitor: BusyMonitor = field(init=False)

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.see()

    def see(self) -> None:
        seen = self.script[max(since for since in self.script if since <= self.now)]
        if seen:
            self.monitor._take(seen)


@dataclass
class Reported:
    """What `tell` was called with."""

    calls: list[tuple[State, float]] = field(default_factory=list)

    def __call__(self, verdict: BusyVerdict, left: float) -> None:
        self.calls.append((verdict.verdict, left))


@pytest.fixture
def watching(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[float, BusyVerdict | None]], Clock]:
    def start(script: dict[float, BusyVerdict | None]) -> Clock:
        clock = Clock(script)
        monkeypatch.setattr(busy, "time", clock)
        clock.monitor = BusyMonitor(GPU)
        clock.see()
        return clock

    return start


Watching = Callable[[dict[float, BusyVerdict | None]], Clock]


@pytest.mark.parametrize(
    ("script", "if_busy", "state", "earliest", "latest"),
    [
        pytest.param({0: IDLE}, "wait", "idle", 0, 0, id="idle from the start"),
        pytest.param({0: IDLE}, "stop", "idle", 0, 0, id="idle from the start, else stop"),
        pytest.param({0: IN_USE}, "build", "in use", 0, 0, id="build at once"),
        pytest.param({0: IN_USE, 4: IDLE}, "wait", "idle", 7, 7.5, id="in use, then idle for a while"),
        pytest.param({0: IN_USE, 2: IDLE, 4: IN_USE, 6: IDLE}, "wait", "idle", 9, 9.5, id="short pauses do not count"),
        pytest.param({0: IN_USE}, "wait", "in use", 20, 20.5, id="in use until the wait is over"),
        pytest.param({0: IN_USE, 19: IDLE}, "wait", "idle", 20, 20.5, id="idle just before the wait is over"),
        pytest.param({0: None, 1: IDLE}, "stop", "idle", 1, 1.5, id="it has only begun to watch"),
        pytest.param({0: UNKNOWN}, "wait", "cannot tell", 2, 2.5, id="it cannot tell"),
        pytest.param({0: UNKNOWN}, "stop", "cannot tell", 2, 2.5, id="not knowing is no reason to stop"),
        pytest.param({0: IN_USE, 8: UNKNOWN}, "wait", "cannot tell", 8, 8.5, id="the driver goes away"),
        pytest.param({0: IN_USE, 8: None}, "wait", "cannot tell", 12.5, 13.5, id="the driver hangs"),
    ],
)
def test_a_build_starts_when_the_policy_says_so(
    watching: Watching,
    script: dict[float, BusyVerdict | None],
    if_busy: IfBusy,
    state: State,
    earliest: float,
    latest: float,
) -> None:
    clock = watching(script)
    verdict = wait_until_idle(clock.monitor, BusyPolicy(if_busy, 20), CancelToken(), Reported())
    assert verdict.verdict == state
    assert earliest <= clock.now <= latest


def test_the_wait_is_reported_every_second_with_what_is_left_of_it(watching: Watching) -> None:
    clock, reported = watching({0: IN_USE}), Reported()
    wait_until_idle(clock.monitor, BusyPolicy("wait", 5), CancelToken(), reported)
    assert reported.calls[0] == ("in use", 5.0)
    assert [round(left) for _, left in reported.calls] == [5, 4, 3, 2, 1]
    assert all(0.9 < before - after < 1.3 for (_, before), (_, after) in itertools.pairwise(reported.calls))


@pytest.mark.parametrize("if_busy", ["build", "stop"])
def test_no_wait_is_reported_where_there_is_none(watching: Watching, if_busy: IfBusy) -> None:
    clock, reported = watching({0: IDLE}), Reported()
    wait_until_idle(clock.monitor, BusyPolicy(if_busy), CancelToken(), reported)
    assert reported.calls == []


def test_a_run_that_may_not_wait_stops_and_names_the_program(watching: Watching) -> None:
    clock = watching({0: IN_USE})
    with pytest.raises(GpuBusy) as caught:
        wait_until_idle(clock.monitor, BusyPolicy("stop"), CancelToken(), Reported())
    assert str(caught.value) == "NVIDIA H200 is in use by blender (process 7, 1196 MiB) (99 % used)."
    assert caught.value.exit_code is ExitCode.SUSPENDED
    assert "--if-busy" in (caught.value.hint or "")


def test_without_time_to_wait_it_builds(watching: Watching) -> None:
    clock = watching({0: IN_USE})
    assert wait_until_idle(clock.monitor, BusyPolicy("wait", 0), CancelToken(), Reported()) == IN_USE
    assert clock.now == 0


def test_a_wait_can_be_cancelled(watching: Watching) -> None:
    clock, cancel = watching({0: IN_USE}), CancelToken()
    with pytest.raises(Cancelled):
        wait_until_idle(clock.monitor, BusyPolicy("wait", 300), cancel, lambda verdict, left: cancel.cancel())
    assert clock.now < 1


def test_a_wait_that_is_cancelled_before_it_begins_reads_nothing(watching: Watching) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        wait_until_idle(watching({0: IDLE}).monitor, BusyPolicy(), cancel, Reported())


def test_a_monitor_whose_driver_hangs_cannot_tell(watching: Watching) -> None:
    clock = watching({0: IDLE, 0.1: None})
    clock.sleep(4)
    assert clock.monitor.verdict == IDLE
    clock.sleep(2)
    assert clock.monitor.verdict.text == "may be in use or not (the driver has stopped answering)"


@pytest.mark.parametrize(
    ("seen", "seconds"), [(IDLE, 0.0), (IN_USE, 0.0), (UNKNOWN, 2.0), (None, NVML_TIMEOUT_SECONDS)]
)
def test_watching_tells_no_more_after_a_while(
    monkeypatch: pytest.MonkeyPatch, seen: BusyVerdict | None, seconds: float
) -> None:
    clock = Clock({0: seen}, now=50)
    monkeypatch.setattr(busy, "time", clock)
    clock.monitor = BusyMonitor(GPU)
    clock.see()
    if seconds:
        assert not clock.monitor.settled
        clock.sleep(seconds)
        assert not clock.monitor.settled
        clock.sleep(0.001)
    assert clock.monitor.settled


def test_readings_are_not_in_step_with_a_load(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    sampler = SimpleNamespace(sample=lambda: GpuSample(float(len(pauses)), 0, None))

    def wait(seconds: float) -> None:
        pauses.append(seconds / busy.SAMPLE_SECONDS)

    monkeypatch.setattr(busy, "GpuSampler", lambda _uuid: contextlib.nullcontext(sampler))
    monkeypatch.setattr(busy, "runs_on_battery", lambda: False)
    monitor = BusyMonitor(GPU)
    ended = SimpleNamespace(is_set=lambda: len(pauses) == 40, wait=wait, set=lambda: None)
    monkeypatch.setattr(monitor, "_ended", ended)
    with monitor:
        monitor._thread.join(30)
    assert len(pauses) == 40
    assert 0.75 <= min(pauses) < 0.8
    assert 1.2 < max(pauses) <= 1.25
    assert sum(pauses) == pytest.approx(40, rel=0.02)
    assert len({round(pause, 6) for pause in pauses}) == 40


def test_the_idle_time_starts_over_after_every_use(watching: Watching) -> None:
    clock = watching({0: IDLE, 3: IN_USE, 4: IDLE})
    seen = []
    for _ in range(6):
        clock.sleep(1)
        seen.append(clock.monitor.idle_seconds)
    assert seen == [1, 2, 0, 0, 1, 2]


@pytest.mark.parametrize(
    ("script", "summary"),
    [
        pytest.param({0: IDLE}, IDLE, id="idle"),
        pytest.param({0: IDLE, 3: IN_USE, 4: IDLE}, IN_USE, id="in use for a moment"),
        pytest.param({0: UNKNOWN, 3: IN_USE, 4: UNKNOWN}, IN_USE, id="in use, else unknown"),
        pytest.param({0: IDLE, 3: UNKNOWN, 4: IDLE}, IDLE, id="unknown for a moment"),
        pytest.param({0: IDLE, 3: UNKNOWN}, UNKNOWN, id="mostly unknown"),
        pytest.param({0: UNKNOWN}, UNKNOWN, id="unknown"),
        pytest.param({0: IDLE, 2: None}, "the driver has stopped answering", id="the driver hangs"),
    ],
)
def test_a_stretch_of_time_is_summed_up(
    watching: Watching, script: dict[float, BusyVerdict | None], summary: BusyVerdict | str
) -> None:
    clock = watching(script)
    clock.monitor.begin()
    for _ in range(40):
        clock.sleep(0.25)
    found = clock.monitor.summary()
    assert found == summary or (found.verdict, found.reasons) == ("cannot tell", (summary,))


def test_a_gpu_that_answers_late_is_waited_for(watching: Watching) -> None:
    clock = watching({0: None, 4: IN_USE, 6: IDLE})
    assert wait_until_idle(clock.monitor, BusyPolicy(), CancelToken(), Reported()).verdict == "idle"
    assert clock.now >= 9
    # One that never answers is not.
    clock = watching({0: None})
    assert wait_until_idle(clock.monitor, BusyPolicy(), CancelToken(), Reported()).verdict == "cannot tell"
    assert clock.now == pytest.approx(NVML_TIMEOUT_SECONDS, abs=1)


def test_people_are_told_the_names_they_know_and_how_much_is_used() -> None:
    processes = (GpuProcess(BLENDER, 900), GpuProcess(GAME, 100), GpuProcess(STRANGER, 50))
    shares = {BLENDER: 50, GAME: 12, STRANGER: 3}

    def shown(pid: int) -> str | None:
        return None if pid == STRANGER else "Blender"

    samples = readings([70] * 16, processes=processes, process_utilization=shares)
    verdict = judge_samples(samples, (), name_of, GPU, shown)
    assert (verdict.names, verdict.percent, len(verdict.programs)) == (("Blender",), 70, 3)
    # Our own share is none of theirs.
    ours = readings([70] * 16, processes=(*processes, GpuProcess(OURS, 10)), process_utilization=shares | {OURS: 30})
    assert judge_samples(ours, (OURS,), name_of, GPU, shown).percent == 65
    assert judge_samples(readings([0] * 16), (), name_of).percent == 0
    assert judge_samples(readings([None] * 16), (), name_of).percent is None
