"""Runs that are cancelled, killed, kept from their files, or not alone."""

from __future__ import annotations

import json

import pytest

from tests.windows.running import Windows

NOT_SHARED, SHARED_FOR_READING, SHARED = 0, 1, 7


def test_a_run_that_is_cancelled_leaves_nothing(windows: Windows, small: str, target: str) -> None:
    seen = windows.scene("cancel", small, target)
    assert seen["code"] == 1602
    assert seen["event"]["name"] == "cancelled"
    assert seen["event"]["code"] == 1602
    assert not windows.here(target).exists() or not windows.engines(target)


def test_what_a_killed_run_has_started_ends_and_the_next_run_completes_it(
    windows: Windows, small: str, target: str
) -> None:
    seen = windows.scene("killed", small, target)
    assert seen["children"] > 0
    assert seen["alive"] == 0, seen
    ended = windows.install(small, target)
    assert ended.code == 0, ended.text
    assert len(windows.engines(target)) == 2
    ended = windows.run(["uninstall", "--quiet", "--target", target])
    assert ended.code == 0, ended.text
    assert not windows.here(target).exists()


@pytest.fixture(scope="module")
def installed(started_windows: Windows, small: str) -> str:
    target = r"C:\targets\held"
    assert started_windows.install(small, target).code == 0
    return target


@pytest.mark.parametrize(
    ("sharing", "repaired"), [(NOT_SHARED, 32), (SHARED_FOR_READING, 0), (SHARED, 0)], ids=["not", "for reading", "all"]
)
def test_a_held_engine_is_not_half_removed(
    windows: Windows, small: str, installed: str, sharing: int, repaired: int
) -> None:
    first = windows.engines(installed)
    held = rf"{installed}\engines\{min(first)}"
    commands = [json.dumps([command, "--quiet", "--target", installed]) for command in ("repair", "uninstall")]
    assert windows.scene("held", held, str(sharing), *commands) == [repaired, 32]
    assert windows.engines(installed) == first
    ended = windows.install(small, installed)
    assert ended.code == 0, ended.text
    assert windows.engines(installed) == first


def test_of_several_runs_one_goes_on_and_those_that_may_wait_follow_it(
    windows: Windows, small: str, target: str
) -> None:
    seen = windows.scene("beside", small, target, "", "--wait", "", "--wait")
    assert seen == {"first": 0, "refused": [1618, 1618], "waited": [0, 0]}
    assert len(windows.engines(target)) == 2


@pytest.mark.parametrize("number", [*(pytest.param(few, marks=pytest.mark.exhaustive) for few in (2, 4)), 8])
def test_of_runs_that_start_together_each_is_the_one_or_refused(
    windows: Windows, small: str, target: str, number: int
) -> None:
    codes = windows.scene("together", small, target, str(number))
    # One may also start after another has ended.
    assert codes.count(0) >= 1
    assert set(codes) <= {0, 1618}
    assert len(windows.engines(target)) == 2
    assert windows.run(["status", "--detect", "--target", target]).code == 0
