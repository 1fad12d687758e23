"""How long something will take, in words that promise no more than is known."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.base.text import Text
from installer.wizard.times import TimeLeft, about, steps_of, within


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (-5, "Less than a minute"),
        (0, "Less than a minute"),
        (59.9, "Less than a minute"),
        (60, "About 1 minute"),
        (89, "About 1 minute"),
        (90, "About 2 minutes"),
        (170, "About 3 minutes"),
        (9 * 60, "About 9 minutes"),
        (10 * 60, "About 10 minutes"),
        (12 * 60, "About 10 minutes"),
        (13 * 60, "About 15 minutes"),
        (119 * 60, "About 2 hours"),
        (150 * 60, "About 3 hours"),
    ],
)
def test_times_have_coarse_steps(seconds: float, text: str) -> None:
    assert about(seconds) == text
    assert within(seconds) == "in " + text[0].lower() + text[1:]


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_steps_never_fall_while_times_rise(one: float, other: float) -> None:
    small, large = sorted((one, other))
    assert steps_of(small) <= steps_of(large)


def test_a_run_says_from_its_first_second_what_the_page_before_promised() -> None:
    left = TimeLeft.begin(170, 100.0)
    assert left.text == "About 3 minutes left (estimate)"
    assert TimeLeft.begin(170, 100.0, is_known=True).text == "About 3 minutes left"
    left = left.at(140.0)
    assert left.text == "About 2 minutes left (estimate)"
    left = left.at(150.0, measured=118.0)
    assert left.text == "About 2 minutes left"
    assert left.at(200.0, measured=20.0).text == "Less than a minute left"
    assert left.at(200.0, measured=0.0).text == "Less than a minute left"


def test_what_takes_longer_is_said_first_mildly_and_then_plainly() -> None:
    left = TimeLeft.begin(60, 0.0)
    texts: list[Text] = [left.at(float(now)).text for now in (30, 60, 61, 100, 180, 181)]
    assert texts == [
        "Less than a minute left (estimate)",
        "Less than a minute left (estimate)",
        "A little longer than expected",
        "A little longer than expected",
        "A little longer than expected",
        "This is taking longer than expected. It is still working.",
    ]
    # Of a run of a second, less than a minute was promised.
    assert TimeLeft.begin(1, 0.0).at(50.0).text == "Less than a minute left (estimate)"
    assert not TimeLeft.begin(1, 0.0).at(150.0).is_late
    # What was measured says more than that it takes long.
    assert left.at(181.0, measured=240.0).text == "About 4 minutes left"


def test_what_was_measured_counts_down_until_something_new_is_measured() -> None:
    left = TimeLeft.begin(170, 0.0).at(10.0, measured=300.0)
    assert left.at(20.0).text == "About 5 minutes left"
    assert left.at(200.0).text == "About 2 minutes left"
    assert left.at(310.0).text == "Less than a minute left"
    assert left.at(520.0).text == "This is taking longer than expected. It is still working."


def test_waiting_stops_the_clock() -> None:
    left = TimeLeft.begin(130, 0.0).at(10.0).at(20.0, is_waiting=True).at(5000.0, is_waiting=True)
    assert left.text == "About 2 minutes, once your graphics card is free"
    assert left.at(5001.0).text == "About 2 minutes left (estimate)"
    assert left.worked == 10.0


LOOKS = st.lists(
    st.tuples(st.floats(0.1, 60.0), st.one_of(st.none(), st.floats(0.0, 5000.0)), st.booleans()), max_size=30
)


@given(st.floats(1.0, 5000.0), st.booleans(), LOOKS)
def test_it_is_not_raised_by_little_and_never_zero(
    expected: float, is_known: bool, looks: list[tuple[float, float | None, bool]]
) -> None:
    now, worked = 0.0, 0.0
    left = TimeLeft.begin(expected, now, is_known=is_known)
    for pause, measured, is_waiting in looks:
        now += pause
        worked += 0.0 if is_waiting else pause
        before, left = left, left.at(now, measured=measured, is_waiting=is_waiting)
        assert left.seconds <= before.seconds or left.seconds >= before.seconds * 1.3
        assert left.worked == pytest.approx(worked)
        assert left.text
        assert not re.search(r"\b0\b|-", left.text)
        if is_waiting:
            assert (left.seconds, left.worked) == (before.seconds, before.worked)
        assert ("(estimate)" in left.text) <= (not is_known and measured is None and not is_waiting)
