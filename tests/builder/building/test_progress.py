from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.base.events import WRITING_THE_ENGINE, Busy, Downloading, Phase, Progress
from builder.base.text import say
from builder.building.estimate import Expected
from builder.building.progress import ProgressEstimate, advanced, likely_seconds, makespan, pace

seconds = st.floats(0.001, 1e5)
shares = st.floats(0, 1)


def estimate(*expected: float, known: bool = False, jobs: int = 1, closing: float = 0.0) -> ProgressEstimate:
    """Builds a, b, c, …; the clock begins at 0."""
    names = "abcdefgh"[: len(expected)]
    return ProgressEstimate(
        {name: Expected(of, closing, known) for name, of in zip(names, expected, strict=True)}, jobs, 0.0
    )


@given(st.floats(0, 1e5), st.floats(0, 1e5), seconds, shares)
def test_a_build_is_never_about_to_end_before_its_last_byte(
    first: float, second: float, expected: float, closing: float
) -> None:
    earlier, later = sorted((first, second))
    closing *= expected
    before, after = (likely_seconds(elapsed, expected, closing) for elapsed in (earlier, later))
    assert expected * 0.999 <= before <= after
    assert after >= later + closing
    # Whenever the first byte comes, the rest takes what was expected of it, or longer.
    assert likely_seconds(later, expected, closing, silent=earlier) >= earlier + max(closing, later - earlier)


def test_a_build_that_is_late_is_likely_to_take_longer() -> None:
    assert likely_seconds(5, 10, 2) == 10
    assert likely_seconds(10, 10, 2) == pytest.approx(13)
    assert likely_seconds(5, 10, 2, silent=4) == 6
    assert likely_seconds(8, 10, 2, silent=4) == pytest.approx(8.4)


@given(st.lists(seconds, max_size=4), st.lists(seconds, max_size=8), st.integers(1, 4))
def test_side_by_side_takes_no_longer_than_one_after_the_other(
    running: list[float], waiting: list[float], jobs: int
) -> None:
    total, longest = sum(running) + sum(waiting), max([*running, *waiting], default=0.0)
    span = makespan(running, waiting, jobs)
    assert max(longest, total / max(jobs, len(running))) <= span * 1.000001
    assert span <= total * 1.000001


def test_each_free_place_takes_the_next_that_waits() -> None:
    assert makespan([], [5, 3, 2], 2) == 5
    assert makespan([4, 1], [3, 3], 2) == 7
    assert makespan([4], [3], 2) == 4
    assert makespan([], [], 2) == 0


def test_the_pace_is_what_was_measured_tempered_by_doubt() -> None:
    assert pace([], [], 1) == 1
    assert pace([(40, 10)], [], 10) == 2.5
    assert pace([], [(5, 10)], 10) == 1  # which may still be in time
    assert pace([], [(40, 10)], 10) == 2.5


@given(st.lists(st.tuples(seconds, seconds), max_size=4), st.lists(st.tuples(seconds, seconds), max_size=4), seconds)
def test_late_builds_only_slow_the_pace(
    measured: list[tuple[float, float]], late: list[tuple[float, float]], doubt: float
) -> None:
    without = pace(measured, [], doubt)
    assert 0 < without * 0.999999 <= pace(measured, late, doubt) < math.inf


@given(shares, st.floats(0, 1e5), st.floats(0, 1e5), st.floats(0, 100))
def test_the_bar_never_goes_back_and_never_ends_early(shown: float, elapsed: float, left: float, since: float) -> None:
    assert shown <= advanced(shown, elapsed, left, since) <= max(shown, 0.9999)


def test_the_bar_is_where_the_time_is_or_moves_on_at_half_speed() -> None:
    assert advanced(0.0, 3, 7, 0.1) == 0.3
    # An hour's build of which more was shown than is true: what is left of the bar takes twice the time that is left.
    assert advanced(0.5, 600, 3000, 1) == pytest.approx(0.5 + 0.5 * 1 / 6000, rel=1e-3)


@given(
    st.lists(st.tuples(seconds, shares, st.booleans(), seconds, shares, st.booleans()), min_size=1, max_size=6),
    st.integers(1, 4),
)
def test_the_fraction_always_grows_and_ends_at_one(
    builds: list[tuple[float, float, bool, float, float, bool]], jobs: int
) -> None:
    """One after the other, whatever was expected and whatever fails."""
    names = [str(number) for number in range(len(builds))]
    progress = ProgressEstimate(
        {
            name: Expected(expected, closing * expected, known)
            for name, (expected, closing, known, _, _, _) in zip(names, builds, strict=True)
        },
        jobs,
        0.0,
    )
    now, said = 0.0, []
    for name, (_, _, _, took, silent, built) in zip(names, builds, strict=True):
        progress.start(name, now)
        said.append(progress.at(now + took * silent))
        progress.write(name, now + took * silent)
        said.append(progress.at(now + took))
        now += took
        progress.finish(name, now, built=built)
        assert 0.02 <= progress.pause_seconds <= 0.25
    assert all(0 <= earlier.fraction <= later.fraction < 1 for earlier, later in pairwise(said))
    assert all(item.seconds_left is None or item.seconds_left >= 0 for item in said)
    assert progress.at(now) == Progress(1.0, round(now, 1), 0.0)


def test_a_late_build_moves_the_bar_nevertheless() -> None:
    progress = estimate(10)
    progress.start("a", 0.0)
    fractions = [progress.at(now).fraction for now in range(1, 60)]
    assert fractions[4] == 0.5
    assert all(earlier < later < 1 for earlier, later in pairwise(fractions))


def test_the_first_byte_of_the_engine_says_where_a_build_is() -> None:
    progress = estimate(10, closing=2)
    progress.start("a", 0.0)
    assert progress.at(6.0).fraction == 0.6
    progress.write("a", 6.0)
    # The silent part was faster than expected; one build is enough to trust the rest to be as fast.
    assert 0.75 <= progress.at(6.0).fraction < 0.8
    slow = estimate(10, closing=5)
    slow.start("a", 0.0)
    # The bar does not come to its end while nothing is written.
    assert slow.at(20.0).fraction < 0.8


def test_the_time_left_is_unsaid_until_something_is_known() -> None:
    fresh = estimate(10, 10)
    fresh.start("a", 0.0)
    assert fresh.at(5.0).seconds_left is None
    fresh.finish("a", 20.0, built=True)
    # The first took twice as long as expected, so the second will probably as well.
    assert 15 < (fresh.at(20.0).seconds_left or 0) < 20


def test_the_time_left_is_unsaid_while_little_is_known() -> None:
    fresh = estimate(10, 10, 10, 10, 10)
    for number, model in enumerate("ab"):
        fresh.start(model, number * 10)
        fresh.finish(model, number * 10 + 10, built=True)
        assert fresh.at(number * 10 + 10).seconds_left == (None if number == 0 else 30)


def test_a_failed_build_says_nothing_about_the_others() -> None:
    fresh = estimate(10, 10)
    fresh.start("a", 0.0)
    fresh.finish("a", 0.1, built=False)
    fresh.start("b", 0.1)
    said = fresh.at(1.1)
    assert said.seconds_left is None
    assert said.fraction == pytest.approx(0.11, abs=0.01)


def test_earlier_builds_here_give_the_time_at_once_and_in_parallel() -> None:
    known = estimate(30, 30, 10, known=True, jobs=2)
    known.start("a", 0.0)
    known.start("b", 0.0)
    assert known.at(0.0).seconds_left == 40.0


def test_a_build_that_proves_what_is_known_wrong_ends_the_trust() -> None:
    known = estimate(10, known=True)
    known.start("a", 0.0)
    assert known.at(14.0).seconds_left is not None
    assert known.at(16.0).seconds_left is None


def test_where_memory_allows_fewer_at_once_the_others_wait_longer() -> None:
    known = estimate(10, 10, 10, known=True, jobs=3)
    known.start("a", 0.0)
    assert known.at(0.0).seconds_left == 30.0


def test_waiting_for_an_idle_gpu_is_no_part_of_a_build() -> None:
    known = estimate(10, 10, known=True)
    known.start("a", 0.0)
    known.start("a", 300.0)
    assert known.at(300.0).seconds_left == 20.0


@pytest.mark.parametrize(("seconds", "pause"), [(1.0, 0.02), (10.0, 0.1), (100.0, 0.25)])
def test_the_bar_moves_a_hundred_times_in_a_run_as_far_as_an_eye_sees_it(seconds: float, pause: float) -> None:
    fresh = estimate(seconds)
    assert fresh.pause_seconds == 0.02
    fresh.start("a", 0.0)
    fresh.at(0.0)
    assert fresh.pause_seconds == pytest.approx(pause)


@pytest.mark.parametrize("known", [False, True])
def test_times_that_were_measured_and_times_that_were_estimated_are_wrong_by_different_factors(known: bool) -> None:
    both = ProgressEstimate({"a": Expected(10, 0, known), "b": Expected(10, 0, not known)}, 1, 0.0)
    both.start("a", 0.0)
    both.finish("a", 20.0, built=True)
    assert both.at(20.0).fraction == pytest.approx(20 / 30, abs=0.001)
    alike = estimate(10, 10, known=known)
    alike.start("a", 0.0)
    alike.finish("a", 20.0, built=True)
    assert alike.at(20.0).fraction < 20 / 35


def test_a_build_that_is_late_makes_those_that_wait_likely_to_be_late() -> None:
    fresh = estimate(10, 10)
    fresh.start("a", 0.0)
    assert fresh.at(40.0).fraction < 0.55


def busy(seconds_left: float | None) -> Busy:
    return Busy("a", "in use", (), (), say("is in use"), seconds_left)


def test_events_of_a_build_say_where_it_is() -> None:
    known = estimate(10, known=True, closing=2)
    known.start("a", 0.0)
    for event in (busy(None), Phase("a", say("Reading the model")), arriving(500)):
        known.hear("a", event, 5.0)
        assert known.at(5.0).seconds_left == 5.0
    known.hear("a", busy(100.0), 6.0)
    assert known.at(6.0).seconds_left == 10.0
    known.hear("a", Phase("a", WRITING_THE_ENGINE), 14.0)
    assert known.at(14.0).seconds_left == 2.0


def test_the_time_left_is_that_of_whoever_ends_last() -> None:
    def of(build: float, download: float) -> float | None:
        both = ProgressEstimate(
            {"a": Expected(build, 0.0, True), "b": Expected(download, 0.0, False, 1000, bytes_to_fetch=1000)}, 1, 0.0
        )
        both.start("a", 0.0)
        both.start("b", 0.0)
        both.hear("b", arriving(0, "b"), 0.0)
        both.hear("b", arriving(500, "b"), download / 2)
        return both.at(download / 2).seconds_left

    assert of(100.0, 10.0) == 95.0
    assert of(10.0, 16.0) == pytest.approx(8.0, abs=0.2)


def test_what_is_tried_anew_begins_anew() -> None:
    known = estimate(10, 10, known=True)
    known.start("a", 0.0)
    known.begin_again("a", Expected(30.0, 0.0, True))
    assert known.at(0.0).seconds_left == 40.0
    known.start("a", 5.0)
    assert known.at(5.0).seconds_left == 40.0
    known.finish("a", 35.0, built=True)
    assert known.at(35.0).seconds_left == 10.0


@pytest.mark.parametrize(("received", "trusted"), [(40, False), (60, True)])
def test_the_first_bytes_of_a_download_tell_how_fast_the_others_come(received: int, trusted: bool) -> None:
    fresh = ProgressEstimate({"a": Expected(10.0, 0.0, False, 1000, bytes_to_fetch=1000)}, 1, 0.0)
    fresh.start("a", 0.0)
    fresh.hear("a", arriving(0), 0.0)
    fresh.hear("a", arriving(received), 1.0)
    assert (fresh.at(1.0).seconds_left is not None) == trusted


def test_a_download_that_has_ended_tells_how_fast_the_next_one_comes() -> None:
    one = Expected(10.0, 0.0, False, 1000, bytes_to_fetch=1000)
    two = ProgressEstimate({"a": one, "b": one}, 1, 0.0)
    two.start("a", 0.0)
    two.hear("a", arriving(500), 0.0)  # of an earlier run
    two.hear("a", arriving(1000), 15.0)
    two.finish("a", 15.0, built=True)
    assert two.at(15.0).seconds_left == pytest.approx(30.0, abs=2)
    two.start("b", 15.0)
    two.finish("b", 16.0, built=False)
    assert two.at(16.0) == Progress(1.0, 16.0, 0.0)


# --- Downloads --------------------------------------------------------------------------------------------------------


def arriving(received: int, model: str = "a", size: int = 1000) -> Downloading:
    return Downloading("a.engine", received, size, model)


def test_the_time_left_of_a_download_is_that_of_its_bytes() -> None:
    estimate = ProgressEstimate({"a": Expected(100.0, 0.0, False, 1000, bytes_to_fetch=1000)}, 1, 0.0)
    estimate.start("a", 0.0)
    estimate.hear("a", arriving(0), 0.0)
    assert estimate.at(0.1).seconds_left is None
    estimate.hear("a", arriving(500), 10.0)
    left = estimate.at(10.0).seconds_left
    assert left == pytest.approx(11.5, abs=0.1)  # 10 s for the first half, and a little doubt
    estimate.hear("a", arriving(900), 100.0)
    late = estimate.at(100.0).seconds_left
    assert late is not None
    assert late == pytest.approx(11.1, abs=0.5)


def test_bytes_that_were_there_say_nothing_of_how_fast_the_others_come() -> None:
    estimate = ProgressEstimate({"a": Expected(10.0, 0.0, False, 1000, bytes_to_fetch=1000)}, 1, 0.0)
    estimate.start("a", 0.0)
    estimate.hear("a", arriving(900), 0.0)
    assert estimate.at(0.01).seconds_left is None
    estimate.hear("a", arriving(950), 2.0)
    assert estimate.at(2.0).seconds_left == pytest.approx(2.0, abs=0.6)


def test_builds_and_downloads_run_side_by_side() -> None:
    estimate = ProgressEstimate(
        {
            "a": Expected(30.0, 0.0, True),
            "b": Expected(10.0, 0.0, False, 1000, bytes_to_fetch=1000),
            "c": Expected(10.0, 0.0, False, 1000, bytes_to_fetch=1000),
        },
        1,
        0.0,
    )
    estimate.start("a", 0.0)
    estimate.start("b", 0.0)
    estimate.hear("b", arriving(0, "b"), 0.0)
    estimate.hear("b", arriving(500, "b"), 5.0)
    assert estimate.at(5.0).seconds_left == pytest.approx(25.0)
    estimate.hear("b", arriving(600, "b"), 20.0)
    assert (estimate.at(20.0).seconds_left or 0) > 25
    estimate.begin_again("b", Expected(5.0, 0.0, True))
    assert estimate.at(20.0).fraction < 1


@given(st.lists(st.tuples(st.floats(0.01, 5), st.integers(0, 300)), min_size=1, max_size=20), st.integers(0, 1000))
def test_the_fraction_never_falls_however_the_bytes_come(steps: list[tuple[float, int]], resumed: int) -> None:
    estimate = ProgressEstimate({"a": Expected(3.0, 0.1, False, 1000, bytes_to_fetch=1000)}, 1, 0.0)
    estimate.start("a", 0.0)
    now, received, shown = 0.0, resumed, 0.0
    for seconds, more in steps:
        estimate.hear("a", arriving(received), now)
        progress = estimate.at(now)
        assert shown <= progress.fraction <= 1
        assert progress.seconds_left is None or progress.seconds_left >= 0
        now, received, shown = now + seconds, min(1000, received + more), progress.fraction
    estimate.finish("a", now, built=True)
    assert estimate.at(now).fraction == 1.0
