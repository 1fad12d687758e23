from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builder.progress import ProgressEstimate, share_done


@given(st.floats(0, 1e5), st.floats(0, 1e5), st.floats(0.01, 1e4))
def test_the_share_of_a_build_grows_and_never_reaches_one(first: float, second: float, expected: float) -> None:
    earlier, later = sorted((first, second))
    assert 0 <= share_done(earlier, expected) <= share_done(later, expected) < 1


@given(
    st.lists(st.tuples(st.floats(0.1, 100), st.booleans(), st.floats(0, 300)), min_size=1, max_size=6),
    st.integers(1, 4),
)
def test_the_fraction_never_falls_and_ends_at_one(builds: list[tuple[float, bool, float]], jobs: int) -> None:
    names = [str(number) for number in range(len(builds))]
    estimate = ProgressEstimate(
        {name: expected for name, (expected, _, _) in zip(names, builds, strict=True)},
        {name: known for name, (_, known, _) in zip(names, builds, strict=True)},
        jobs,
        0.0,
    )
    now, shown = 0.0, []
    for name, (_, _, took) in zip(names, builds, strict=True):
        estimate.start(name, now)
        shown.extend([estimate.at(now + took * part) for part in (0.1, 0.5, 1.0)])
        now += took
        estimate.finish(name, now)
        shown.append(estimate.at(now))
    fractions = [progress.fraction for progress in shown]
    assert fractions == sorted(fractions)
    assert all(fraction < 1 for fraction in fractions[:-1]) or fractions[-1] == 1
    assert fractions[-1] == 1
    assert shown[-1].seconds_left == 0


def test_the_time_left_is_unsaid_until_something_is_known() -> None:
    fresh = ProgressEstimate({"a": 10, "b": 10}, {"a": False, "b": False}, 1, 0.0)
    fresh.start("a", 0.0)
    assert fresh.at(5.0).seconds_left is None
    fresh.finish("a", 20.0)
    # The first took twice as long as expected, so the second will as well.
    assert fresh.at(20.0).seconds_left == 20.0


def test_what_was_built_here_before_tells_the_time_at_once() -> None:
    known = ProgressEstimate({"a": 30, "b": 30}, {"a": True, "b": True}, 2, 0.0)
    known.start("a", 0.0)
    known.start("b", 0.0)
    assert known.at(0.0).seconds_left == 30.0
