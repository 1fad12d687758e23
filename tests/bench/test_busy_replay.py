"""bench/busy_replay.py holds what it is given against its bounds."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.support.program import ROOT

TRACE = ROOT / "tests/recordings/h200_load_trace.jsonl"
LINES: list[dict[str, Any]] = [json.loads(line) for line in TRACE.read_text(encoding="utf-8").splitlines()]
ALL_MET = "Every load called within 3 s, idle again within 2 s."


def replay(*arguments: Path) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, ROOT / "bench/busy_replay.py", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout, done.stderr


def replay_lines(folder: Path, lines: Sequence[dict[str, Any]]) -> tuple[int, str, str]:
    file = folder / "trace.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return replay(file)


def test_the_recorded_trace_is_judged_right() -> None:
    code, out, err = replay(TRACE)
    assert (code, err) == (0, "")
    assert ALL_MET in out


def test_five_fields_are_enough(tmp_path: Path) -> None:
    code, out, err = replay_lines(
        tmp_path, [{key: line[key] for key in ("t", "load", "gpu", "mem", "used_mib")} for line in LINES]
    )
    assert (code, err) == (0, "")
    assert ALL_MET in out


@pytest.mark.parametrize(
    ("label", "change", "missed"),
    [
        ("full", {"gpu": 0, "mem": 0}, "MISSED 'full' at 61.9 s: not called in use within 3 s"),
        ("full", {"load": "idle_ctx"}, "MISSED 'idle_ctx' at 56.8 s: idle, but called in use"),
        ("none(after)", {"gpu": 60}, "MISSED 'none(after)' at 102.9 s: idle, but called in use"),
    ],
)
def test_a_label_that_the_readings_do_not_bear_out_is_missed_by_name(
    tmp_path: Path, label: str, change: dict[str, Any], missed: str
) -> None:
    code, out, _ = replay_lines(tmp_path, [line | change if line["load"] == label else line for line in LINES])
    assert code == 1
    (said,) = [line for line in out.splitlines() if line.startswith("MISSED")]
    assert said.startswith(missed)
    assert ALL_MET not in out


def test_a_load_that_continues_after_its_label_is_missed(tmp_path: Path) -> None:
    late = [line | {"gpu": 90} if 66.8 < line["t"] < 70 else line for line in LINES]
    code, out, _ = replay_lines(tmp_path, late)
    assert code == 1
    assert "MISSED 'idle_ctx' at 66.9 s: not called idle within 2 s of the load's end" in out


def test_a_load_of_a_few_percent_is_neither(tmp_path: Path) -> None:
    code, _, _ = replay_lines(tmp_path, [line | {"gpu": 0} if line["load"] == "duty 2 50" else line for line in LINES])
    assert code == 0


def test_an_empty_trace_proves_nothing(tmp_path: Path) -> None:
    assert replay_lines(tmp_path, []) == (65, "", "the trace is empty\n")


def test_without_a_trace_it_says_how_it_is_used() -> None:
    code, _, err = replay()
    assert code == 64
    assert "python bench/busy_replay.py TRACE" in err
