"""bench/progress.py measures what it says."""

from __future__ import annotations

import pytest

from bench.progress import Run, Shown


def run(*shown: tuple[float, float, float | None]) -> Run:
    return Run(before=0.0, seconds=10.0, shown=[Shown(*item) for item in shown])


def test_the_distance_is_the_mean_over_time() -> None:
    assert run().distance == pytest.approx(0.5)
    assert run((0.0, 1.0, None)).distance == pytest.approx(0.5)
    assert run((5.0, 0.5, None)).distance == pytest.approx(0.25)
    assert run(*((at / 100, at / 1000, None) for at in range(1000))).distance == pytest.approx(0, abs=0.001)


def test_the_time_left_is_judged_after_a_fifth_of_the_time() -> None:
    reported = run((1.0, 0.1, 50.0), (3.0, 0.3, 8.0), (4.0, 0.4, 6.0), (10.0, 1.0, 0.0))
    assert reported.left_error == pytest.approx(0.1)
    assert reported.left_shown_at == pytest.approx(0.1)
    never = run((3.0, 0.3, None), (10.0, 1.0, 0.0))
    assert (never.left_error, never.left_shown_at) == (None, None)


def test_the_longest_stand_is_without_any_move() -> None:
    assert run((1.0, 0.1, None), (3.0, 0.1, None), (6.0, 0.6, None), (9.0, 0.9, None)).longest_stand == 5.0
