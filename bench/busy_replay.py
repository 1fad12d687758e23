"""Replay a recorded trace of a GPU through the busy detection and compare its verdicts with the trace's labels.

    python bench/busy_replay.py TRACE

TRACE has one JSON object a line: `t` (seconds), `load` (label), `gpu` and `mem` (utilisation, percent), `used_mib`, and
optionally `sm_mhz` and `procs`. Labels that begin with `none` or `idle` are idle, `duty P ...` with P below 5 is
neither, every other label is a load. The exit status is 1 when a bound is missed.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from builder.gpu.busy import State, judge_samples
from builder.gpu.nvml import GpuProcess, GpuSample

DETECTED_SECONDS = 3.0
"""A load must be called `in use` this soon after its start."""

IDLE_AGAIN_SECONDS = 2.0
"""The verdict must be `idle` this soon after a load's end."""

Truth = Literal["idle", "load", "neither"]


@dataclass(frozen=True, slots=True)
class Moment:
    """One reading: when, what the trace says was going on, and what the detection made of it."""

    seconds: float
    label: str
    verdict: State


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of readings with one label.

    Attributes:
        label: the trace's.
        truth: what that means.
        start, end: seconds; the end is the start of the next stretch.
        delay: seconds from the start until the verdict was right; None when it never was in time.
        false_alarms: readings that called an idle stretch `in use` when it should have known better.
    """

    label: str
    truth: Truth
    start: float
    end: float
    delay: float | None
    false_alarms: int


def truth_of(label: str) -> Truth:
    """What a label means."""
    if label.startswith(("none", "idle")):
        return "idle"
    duty = re.match(r"duty\s+(\d+(\.\d+)?)", label)
    return "neither" if duty and float(duty[1]) < 5 else "load"


def read_sample(values: dict[str, Any]) -> GpuSample:
    """One line of a trace as the monitor would have read it."""
    processes = values.get("procs")
    return GpuSample(
        seconds=values["t"],
        utilization=values["gpu"],
        memory_utilization=values["mem"],
        sm_clock_mhz=values.get("sm_mhz"),
        processes=None if processes is None else tuple(GpuProcess(pid, (used or 0) >> 20) for pid, used in processes),
    )


def replay(lines: Sequence[dict[str, Any]]) -> Iterator[Moment]:
    """Judge every moment of a trace by what was known then."""
    samples: list[GpuSample] = []
    for values in lines:
        samples = [*samples[-200:], read_sample(values)]
        yield Moment(values["t"], values["load"], judge_samples(samples).verdict)


def stretches(moments: Sequence[Moment]) -> list[Stretch]:
    """Measure every labelled stretch."""
    groups = [list(group) for _, group in groupby(moments, key=lambda moment: moment.label)]
    found: list[Stretch] = []
    for number, group in enumerate(groups):
        start, truth = group[0].seconds, truth_of(group[0].label)
        end = groups[number + 1][0].seconds if number + 1 < len(groups) else group[-1].seconds
        after_load = bool(found) and found[-1].truth == "load"
        wanted: State = "in use" if truth == "load" else "idle"
        limit = start + (DETECTED_SECONDS if truth == "load" else IDLE_AGAIN_SECONDS)
        # A load may be called late, after a short one has ended; an idle stretch is over when the next one begins.
        seen = [item for item in moments if start <= item.seconds <= limit] if truth == "load" else group
        right = next((item.seconds for item in seen if item.verdict == wanted and item.seconds <= limit), None)
        grace = IDLE_AGAIN_SECONDS if after_load else 0.0
        alarms = sum(item.verdict == "in use" and item.seconds - start > grace for item in group)
        found.append(
            Stretch(
                group[0].label,
                truth,
                start,
                end,
                None if right is None else right - start,
                alarms if truth == "idle" else 0,
            )
        )
    return found


def misses(found: Sequence[Stretch]) -> list[str]:
    """Every bound that was missed, in words."""
    missed = []
    for before, stretch in zip([None, *found], found, strict=False):
        place = f"{stretch.label!r} at {stretch.start:.1f} s"
        if stretch.truth == "load" and stretch.delay is None:
            missed.append(f"{place}: not called in use within {DETECTED_SECONDS:g} s")
        if stretch.false_alarms:
            missed.append(f"{place}: idle, but called in use {stretch.false_alarms} times")
        ended = before is not None and before.truth == "load" and stretch.truth == "idle"
        if ended and stretch.delay is None and stretch.end - stretch.start >= IDLE_AGAIN_SECONDS:
            missed.append(f"{place}: not called idle within {IDLE_AGAIN_SECONDS:g} s of the load's end")
    return missed


def main() -> int:
    """Print the confusion table, the delays and what was missed."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    lines = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines() if line.strip()]
    moments = list(replay(lines))
    if not moments:
        print("the trace is empty", file=sys.stderr)
        return 65
    found = stretches(moments)
    table = Counter((truth_of(moment.label), moment.verdict) for moment in moments)
    columns: tuple[State, ...] = ("idle", "in use", "cannot tell")
    print(f"{'readings':10}" + "".join(f"{f'called {state}':>20}" for state in columns))
    for truth in ("idle", "load", "neither"):
        print(f"{truth:10}" + "".join(f"{table[truth, state]:>20}" for state in columns))
    print(f"\n{'stretch':24}{'from s':>8}{'to s':>8}  {'truth':8}{'right after s':>14}{'false alarms':>14}")
    for item in found:
        delay = "-" if item.truth == "neither" else "never" if item.delay is None else f"{item.delay:.2f}"
        print(f"{item.label:24}{item.start:8.1f}{item.end:8.1f}  {item.truth:8}{delay:>14}{item.false_alarms:>14}")
    missed = misses(found)
    print()
    for line in missed:
        print(f"MISSED {line}")
    if not missed:
        print(f"Every load called within {DETECTED_SECONDS:g} s, idle again within {IDLE_AGAIN_SECONDS:g} s.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
