"""Runs that are killed, or whose calls fail, at the calls that change files or the registry: what is then there.

By default some calls of every phase are taken; `pytest -m exhaustive` takes all. The rules are those of
tests/installer/actions/test_crash_points.py.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.crash_worlds import PHASES, SCENARIOS
from tests.windows.running import PYTHON, SOURCE, Windows

_SECONDS, _ALL_SECONDS = 1800, 4 * 3600
SOME = {
    "first install": {"kills": 6, "building_kills": 1, "failures": 1},
    "upgrade": {"kills": 3, "building_kills": 0, "failures": 0},
    "uninstall": {"kills": 2, "building_kills": 0, "failures": 0},
}
_ALL = {"kills": None, "building_kills": None, "failures": None}


@pytest.fixture(
    scope="module",
    params=[
        pytest.param("all", marks=[pytest.mark.exhaustive, pytest.mark.timeout(_ALL_SECONDS)]),
        pytest.param("some", marks=pytest.mark.timeout(_SECONDS)),
    ],
)
def tried(request: pytest.FixtureRequest, started_windows: Windows) -> list[dict[str, Any]]:
    takes_all = request.param == "all"
    samples = {scenario.name: _ALL for scenario in SCENARIOS} if takes_all else SOME
    ended = started_windows.execute(
        [PYTHON, "-X", "utf8", "-m", "tests.windows.crashing", json.dumps(samples)],
        folder=SOURCE,
        seconds=_ALL_SECONDS if takes_all else _SECONDS,
    )
    assert ended.code == 0, ended.text
    return [json.loads(line) for line in ended.text.splitlines()]


def test_whatever_happens_the_old_or_the_new_is_there_and_the_next_run_completes_it(
    windows: Windows, tried: list[dict[str, Any]]
) -> None:
    problems = [
        f"{one['scenario']}: {one['fault']} at [{one['phase']}] {one['call']}: {one['problem']}"
        for one in tried
        if one["problem"]
    ]
    assert not problems, f"{len(problems)} of {len(tried)} points:\n" + "\n".join(problems)


def test_none_is_left_out(tried: list[dict[str, Any]]) -> None:
    assert {one["phase"] for one in tried if one["fault"] == "killed"} == set(PHASES)
    assert {one["fault"] for one in tried} == {"killed", "5", "32", "112"}
    for scenario, samples in SOME.items():
        number = len([one for one in tried if one["scenario"] == scenario and one["fault"] == "killed"])
        assert number >= samples["kills"] + samples["building_kills"], scenario
