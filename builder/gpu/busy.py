"""Whether a GPU is in use by anybody else: kernels that are timed on a busy GPU make a slow engine.

The numbers were chosen from a recorded trace of an H200 under labelled loads (tests/recordings, docs/busy-gpus.md):

- NVML's utilisation is the share of time in which any kernel ran. It lags by 0.2 to 0.3 s and shows blips of a few
  percent for 0.2 s when a program opens or closes the GPU. The median over one second ignores blips and costs half a
  second of delay.
- A load may come in bursts with pauses that the median swallows. Two bursts within 2.2 s are no blip.
- Programs that only hold a context show 0 %. A load of 2 % of the time shows 1 to 2 %, one of 5 % shows 3 to 5 %. So
  3 % is where use begins.
- Asked for utilisation per program with timestamp 0, the driver repeats stale values, so only fresh ones count. It
  gives the whole of a moment to the one program that works in it, so one reading says little about two at once.
"""

from __future__ import annotations

import itertools
import statistics
import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from builder.base.cancellation import CancelToken
from builder.base.errors import GpuBusy
from builder.base.options import IfBusy
from builder.base.text import Text, join, say, verbatim
from builder.gpu.nvml import NVML_TIMEOUT_SECONDS, Gpu, GpuProcess, GpuSample, GpuSampler, GpuUnreadable

WINDOW_SECONDS = 1.0
BURSTS_SECONDS = 2.2
IN_USE_PERCENT = 3
MIN_SAMPLES = 3

SAMPLE_SECONDS = 0.2
"""How often the monitor reads: five readings in a window, each below 1 ms."""

QUIET_SECONDS = 3.0
"""How long a GPU that was in use must be idle before a build starts: short pauses of a load do not count."""

_PROGRAM_WINDOW_SECONDS = 2.5
# A reading that is older was the last one: the driver hangs.
_STALE_SECONDS = 5.0
# The monitor's thread ends at once unless the driver hangs; a cancelled run must not wait for that.
_END_SECONDS = 0.5
_PROGRAMS_SHOWN = 5

State = Literal["idle", "in use", "cannot tell"]


@dataclass(frozen=True, slots=True)
class BusyVerdict:
    """Whether a GPU was in use, and how that was seen.

    Attributes:
        verdict: `cannot tell` is an honest answer too.
        reasons: what was seen, in words.
        programs: what is known of the programs behind it, such as `blender (process 403, 1196 MiB)`.
        names: what people call these programs, such as `Blender`, each once; of another user's there is none.
        percent: how much the GPU was used in the last moments, by others as far as that is known; None when unknown.
    """

    verdict: State
    reasons: tuple[Text, ...] = ()
    programs: tuple[Text, ...] = ()
    names: tuple[Text, ...] = ()
    percent: int | None = None

    @property
    def in_use(self) -> bool:
        return self.verdict == "in use"

    @property
    def text(self) -> Text:
        """The verdict in words, as a part of a sentence that begins with the GPU."""
        if self.verdict == "idle":
            verdict = say("is idle")
        elif self.verdict == "cannot tell":
            verdict = say("may be in use or not")
        elif self.programs:
            verdict = say("is in use by {programs}", programs=join(", ", self.programs))
        else:
            verdict = say("is in use")
        reasons = join("; ", self.reasons)
        return say("{verdict} ({reasons})", verdict=verdict, reasons=reasons) if reasons else verdict


def judge_samples(
    samples: Sequence[GpuSample],
    own: Collection[int] = (),
    program_name: Callable[[int], str | None] = lambda pid: None,
    gpu: Gpu | None = None,
    display_name: Callable[[int], str | None] = lambda pid: None,
) -> BusyVerdict:
    """Judge the last moments of a GPU. Pure but for the names of programs.

    Args:
        samples: readings in order of time; only the end matters.
        own: processes that do not count.
        program_name: the name of a process, or None when it cannot be known.
        gpu: whose readings they are; the clocks tell a desktop's idle load from work.
        display_name: what people call a program, or None when it cannot be known.
    """
    if not samples:
        return BusyVerdict("cannot tell", (say("it was not watched yet"),))
    now = samples[-1].seconds
    window = [sample for sample in samples if sample.seconds > now - WINDOW_SECONDS]
    if len(window) < MIN_SAMPLES:  # the readings come less often than ours
        window = list(samples[-MIN_SAMPLES:])
    span = now - samples[0].seconds
    if len(window) < MIN_SAMPLES or span < WINDOW_SECONDS * 0.8:
        return BusyVerdict("cannot tell", (say("it was watched for {seconds:.1f} s only", seconds=span),))
    loads = [load for sample in window if (load := _load(sample, gpu)) is not None]
    if not loads:
        return BusyVerdict("cannot tell", (say("the driver does not tell how much it is used"),))
    load = round(max(statistics.median(loads), _load_in_bursts(samples, now, gpu)))
    slow = tuple(say("slowed down by {cause}", cause=cause) for cause in samples[-1].slowdowns)
    if load < IN_USE_PERCENT:
        return BusyVerdict("idle", (say("{percent} % used", percent=load), *slow), percent=load)
    recent = _recent_utilization(samples, now)
    here = samples[-1].processes or ()
    others = [process for process in here if process.pid not in own]
    working = [process for process in others if recent.get(process.pid, 0) >= 1]
    if len(others) < len(here) and recent:
        # Also of programs that have ended since.
        load = round(sum(percent for pid, percent in recent.items() if pid not in own))
        state: State = "in use" if load >= IN_USE_PERCENT else "idle"
        used = say("{percent} % used by others", percent=load)
        return _used_by(state, (used, *slow), working, load, program_name, display_name)
    # A list of programs that are all unknown here is that of another process namespace: our own may be among them.
    if own and (len(others) < len(here) or not any(program_name(process.pid) for process in others)):
        why = say(
            "{percent} % used, but the driver does not tell whether by our own build or by another program",
            percent=load,
        )
        return BusyVerdict("cannot tell", (why, *slow), percent=load)
    used = say("{percent} % used", percent=load)
    return _used_by("in use", (used, *slow), working or others, load, program_name, display_name)


def _used_by(
    state: State,
    reasons: tuple[Text, ...],
    processes: Collection[GpuProcess],
    percent: int,
    program_name: Callable[[int], str | None],
    display_name: Callable[[int], str | None],
) -> BusyVerdict:
    """Name the programs that use a GPU, those that take most of its memory first."""
    biggest = sorted(processes, key=lambda process: (-(process.memory_mib or 0), process.pid))[:_PROGRAMS_SHOWN]
    programs = tuple(_program(process, program_name(process.pid)) for process in biggest)
    names = dict.fromkeys(verbatim(name) for process in biggest if (name := display_name(process.pid)))
    return BusyVerdict(state, reasons, programs, tuple(names), percent)


def _load(sample: GpuSample, gpu: Gpu | None) -> float | None:
    values = [value for value in (sample.utilization, sample.memory_utilization) if value is not None]
    if not values:
        return None
    if gpu is None or not gpu.display_active or not gpu.sm_clock_max_mhz or sample.sm_clock_mhz is None:
        return max(values)
    # An idle desktop keeps its GPU at a fraction of its clock, where drawing a cursor takes many percent of the time.
    # Work of any size raises the clocks. Reasoned, not measured: no recording with a desktop was available.
    return max(values) * min(1.0, sample.sm_clock_mhz / gpu.sm_clock_max_mhz)


def _load_in_bursts(samples: Sequence[GpuSample], now: float, gpu: Gpu | None) -> float:
    """The mean load when it comes in several bursts, else 0."""
    loads = [_load(sample, gpu) or 0.0 for sample in samples if sample.seconds > now - BURSTS_SECONDS]
    starts = sum(before < IN_USE_PERCENT <= after for before, after in zip([0.0, *loads], loads, strict=False))
    return statistics.fmean(loads) if starts >= 2 else 0.0


def _recent_utilization(samples: Sequence[GpuSample], now: float) -> dict[int, float]:
    """The mean of each program's fresh utilisation, percent."""
    values: dict[int, list[int]] = {}
    for sample in samples:
        if sample.seconds > now - _PROGRAM_WINDOW_SECONDS:
            for pid, percent in (sample.process_utilization or {}).items():
                values.setdefault(pid, []).append(percent)
    return {pid: statistics.fmean(percents) for pid, percents in values.items()}


def _program(process: GpuProcess, name: str | None) -> Text:
    program, pid, mib = name or say("a program of another user"), process.pid, process.memory_mib
    if mib is None:
        return say("{program} (process {pid})", program=program, pid=pid)
    return say("{program} (process {pid}, {mib} MiB)", program=program, pid=pid, mib=mib)


def runs_on_battery() -> bool:
    """Whether this computer draws from its battery now."""
    import psutil

    try:
        battery = psutil.sensors_battery() if hasattr(psutil, "sensors_battery") else None
    except (OSError, ValueError, psutil.Error):
        return False  # a note that is worth no build
    return battery is not None and battery.power_plugged is False


@dataclass
class BusyMonitor:
    """Watches one GPU in a thread of its own; a context manager.

    Attributes:
        gpu: which one.
        own: process ids that do not count; may change while it watches.
        on_change: called, in the monitor's thread, when the verdict changes; may be set while it watches.
    """

    gpu: Gpu
    own: set[int] = field(default_factory=set)
    on_change: Callable[[BusyVerdict], None] | None = None

    def __post_init__(self) -> None:
        self._samples: deque[GpuSample] = deque(maxlen=round(_PROGRAM_WINDOW_SECONDS / SAMPLE_SECONDS * 1.5))
        self._ended = threading.Event()
        self._battery: tuple[Text, ...] = ()
        self._started = time.monotonic()
        self._first_judged_at: float | None = None
        self._idle_since: float | None = None
        # When a verdict was found, and the verdict; replaced as a whole, so that other threads see one or the other.
        self._latest: tuple[float, BusyVerdict] = (self._started, judge_samples(()))
        self._gone: BusyVerdict | None = None
        self._begun_at, self._history = self._started, list[tuple[float, BusyVerdict]]()
        self._thread = threading.Thread(target=self._watch, name=f"watch {self.gpu.uuid}", daemon=True)

    def __enter__(self) -> BusyMonitor:
        self._battery = (say("this computer runs on battery"),) if runs_on_battery() else ()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.end()
        # A driver that hangs must not hang the program; the thread then ends with the process.
        self._thread.join(_END_SECONDS)

    def end(self) -> None:
        """Stop watching, without waiting for the thread."""
        self._ended.set()

    def _watch(self) -> None:
        from builder.gpu.programs import display_name, program_name

        # Irregular, from 0.75 to 1.25 (the golden ratio spreads them evenly): the driver gives the whole of a moment to
        # the program that works in it, and readings in step with a load would always meet the same one.
        pauses = (0.75 + number * 0.618034 % 0.5 for number in itertools.count())
        try:
            with GpuSampler(self.gpu.uuid) as sampler:
                while not self._ended.is_set():
                    self._samples.append(sampler.sample())
                    self._take(judge_samples(tuple(self._samples), self.own, program_name, self.gpu, display_name))
                    self._ended.wait(SAMPLE_SECONDS * next(pauses))
        except GpuUnreadable as error:
            self._gone = BusyVerdict("cannot tell", (say("the driver does not answer: {error}", error=error),))
            self._take(self._gone)

    def _take(self, verdict: BusyVerdict) -> None:
        now = time.monotonic()
        before = self._latest[1]
        verdict = replace(verdict, reasons=(*verdict.reasons, *self._battery))
        self._latest = (now, verdict)
        self._history.append(self._latest)
        if self._first_judged_at is None:
            self._first_judged_at = now
        if verdict.verdict != "idle":
            self._idle_since = None
        elif self._idle_since is None:
            self._idle_since = now
        if self.on_change and before.verdict != verdict.verdict:
            self.on_change(verdict)

    @property
    def verdict(self) -> BusyVerdict:
        """What the last moments look like."""
        if self._gone is not None:
            return self._gone
        judged_at, verdict = self._latest
        if time.monotonic() - judged_at > _STALE_SECONDS:
            return BusyVerdict("cannot tell", (say("the driver has stopped answering"),))
        return verdict

    @property
    def settled(self) -> bool:
        """Whether waiting a little longer would tell no more: it has watched long enough, or the driver is silent."""
        if self.verdict.verdict != "cannot tell" or self._gone is not None:
            return True
        now = time.monotonic()
        if self._first_judged_at is None:
            return now - self._started > NVML_TIMEOUT_SECONDS
        return now - self._first_judged_at > 2 * WINDOW_SECONDS

    @property
    def memory_free_mib(self) -> int | None:
        """Free GPU memory at the last reading, MiB."""
        return self._samples[-1].memory_free_mib if self._samples else None

    @property
    def idle_seconds(self) -> float:
        """For how long the verdict has been `idle` without a break."""
        since = self._idle_since
        return 0.0 if since is None else time.monotonic() - since

    def begin(self) -> None:
        """Begin a stretch of time that `summary` is about."""
        self._begun_at = time.monotonic()
        self._history = [(self._begun_at, self.verdict)]

    def summary(self) -> BusyVerdict:
        """The verdict on the stretch so far: `in use` once that was seen, `idle` when most of it was seen idle."""
        history, now = list(self._history), time.monotonic()
        latest = {verdict.verdict: verdict for _, verdict in history}
        if "in use" in latest:
            return latest["in use"]
        # A reading speaks for the moments that follow it, not for long.
        ends = [*(moment for moment, _ in history[1:]), now]
        idle = sum(
            min(end - moment, WINDOW_SECONDS)
            for (moment, verdict), end in zip(history, ends, strict=True)
            if verdict.verdict == "idle"
        )
        if idle * 2 > now - self._begun_at:
            return latest["idle"]
        return latest.get("cannot tell", BusyVerdict("cannot tell", (say("the driver has stopped answering"),)))


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class BusyPolicy:
    """What to do about a GPU that is in use when kernels are to be timed.

    Attributes:
        if_busy: wait until it is idle, build at once, or stop the run.
        timeout_seconds: how long a run waits altogether; then it builds, and the engine says so.
        skip_wait: asked while it waits: whether to build at once after all.
    """

    if_busy: IfBusy = "wait"
    timeout_seconds: float = 300.0
    skip_wait: Callable[[], bool] = _never


def wait_until_idle(
    monitor: BusyMonitor,
    policy: BusyPolicy,
    cancel: CancelToken,
    tell: Callable[[BusyVerdict, float], None],
) -> BusyVerdict:
    """Do what the policy says before kernels are timed.

    Args:
        monitor: watches the GPU.
        policy: its timeout is what is left of it.
        cancel: ends the wait.
        tell: called when the wait begins and every second of it, with the seconds that it may still last.

    Returns:
        The verdict on which the build starts.

    Raises:
        GpuBusy: the policy is to stop.
        Cancelled: `cancel` was set.
    """
    started = time.monotonic()
    waiting = False
    reported_at = started
    while True:
        cancel.check()
        verdict = monitor.verdict
        elapsed = time.monotonic() - started
        quiet = not waiting or monitor.idle_seconds >= QUIET_SECONDS
        if (verdict.verdict == "cannot tell" and monitor.settled) or (verdict.verdict == "idle" and quiet):
            return verdict
        if verdict.verdict == "cannot tell":
            pass
        elif policy.if_busy == "stop":
            raise GpuBusy(
                say("{gpu} {verdict}.", gpu=monitor.gpu.name, verdict=verdict.text),
                hint=say(
                    "Close those programs and run the command again, or let it wait or build anyway with --if-busy.",
                    window="Close those programs, then try again.",
                ),
            )
        elif policy.if_busy == "build" or policy.skip_wait() or elapsed >= policy.timeout_seconds:
            return verdict
        else:
            now = time.monotonic()
            if not waiting or now - reported_at >= 1.0:
                reported_at = now
                tell(verdict, max(0.0, policy.timeout_seconds - elapsed))
            waiting = True
        time.sleep(SAMPLE_SECONDS)
