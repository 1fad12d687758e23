"""How long something will take, in words that promise no more than is known. Pure, and without Qt."""

from __future__ import annotations

import math

from builder.base.text import Text, say, say_count

_FIVES_FROM = 10
_HOURS_FROM = 120


def steps_of(seconds: float) -> int:
    """Round to what is said: 0 for less than a minute, whole minutes, fives from ten on, hours from two on.

    Returns:
        Minutes.
    """
    minutes = max(0.0, seconds) / 60
    if minutes < 1:
        return 0
    whole = math.floor(minutes + 0.5)
    if whole < _FIVES_FROM:
        return whole
    if whole < _HOURS_FROM:
        return 5 * math.floor(minutes / 5 + 0.5)
    return 60 * math.floor(minutes / 60 + 0.5)


def about(seconds: float) -> Text:
    """Say how long something takes: `Less than a minute`, `About 3 minutes`."""
    minutes = steps_of(seconds)
    if minutes < 1:
        return say("Less than a minute")
    if minutes < _HOURS_FROM:
        return say_count(minutes, "About {count} minute", "About {count} minutes")
    return say_count(minutes // 60, "About {count} hour", "About {count} hours")


def within(seconds: float) -> Text:
    """The same as a part of a sentence: `in less than a minute`, `in about 3 minutes`."""
    minutes = steps_of(seconds)
    if minutes < 1:
        return say("in less than a minute")
    if minutes < _HOURS_FROM:
        return say_count(minutes, "in about {count} minute", "in about {count} minutes")
    return say_count(minutes // 60, "in about {count} hour", "in about {count} hours")
