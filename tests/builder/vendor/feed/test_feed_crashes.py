"""A command that changes a feed, killed at its system calls: programs accept the old state or the new one, no other.

By default some calls of each command are taken; `pytest -m exhaustive` takes all.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.support.faults import KILLED, Call, count_calls, run_with_fault
from tests.support.vendor_feeds import VendorFeed, feed_command, run_feed, seen_by

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="faults are injected with strace"),
    pytest.mark.needs("strace"),
]

SOME = 3
"""Calls of each command that are tried by default."""


def adding(feed: VendorFeed, installed: Path) -> list[str | Path]:
    return ["add", feed.folder, installed, *feed.keys("targets", "online")]


def refreshing(feed: VendorFeed, _installed: Path) -> list[str | Path]:
    return ["refresh", feed.folder, *feed.keys("online")]


def rotating(feed: VendorFeed, _installed: Path) -> list[str | Path]:
    (old,) = feed.published("root", 1).signed.roles["timestamp"].keyids
    rotation = [f"--rotate-in=online={feed.key('new')}.pub", f"--rotate-out=online={old}"]
    return ["sign", feed.folder, *rotation, *feed.keys("root", "online", "new")]


def withdrawing(feed: VendorFeed, _installed: Path) -> list[str | Path]:
    return ["prune", feed.folder, "--model", "alpha", *feed.keys("targets", "online")]


def some(calls: Sequence[Call]) -> list[Call]:
    """Calls that are spread over all of them, the last one included."""
    return [calls[len(calls) * (number + 1) // SOME - 1] for number in range(SOME)]


@pytest.mark.parametrize("command", [adding, refreshing, rotating, withdrawing])
@pytest.mark.parametrize("which", [some, pytest.param(list, marks=pytest.mark.exhaustive)])
@pytest.mark.timeout(1200)
def test_a_killed_command_leaves_the_old_state_or_the_new(
    feed: VendorFeed,
    installed: Path,
    command: Callable[[VendorFeed, Path], list[str | Path]],
    which: Callable[[Sequence[Call]], list[Call]],
) -> None:
    run_feed("key", feed.key("new"))
    if command is not adding:
        feed.done("add", installed, *feed.keys("targets", "online"))
    old = set(seen_by(feed, "program"))
    arguments = feed_command(*command(feed, installed))
    world = feed.home
    kept = world.parent / f"{world.name}-kept"
    shutil.copytree(world, kept)
    ended, calls = count_calls(arguments, world, os.environ)
    assert ended.code == 0, ended.err
    new = set(seen_by(feed, "program"))
    inside = [call for call in calls if call.succeeded and Path(call.paths[-1]).is_relative_to(feed.folder)]
    assert len(inside) > SOME
    seen = []
    for call in which(inside):
        shutil.rmtree(world)
        shutil.copytree(kept, world)
        ended = run_with_fault(call, "signal=KILL", arguments, world, os.environ)
        assert ended.code == KILLED, f"{call}: {ended}"
        there = set(seen_by(feed, "program"))
        assert there in (old, new), call
        assert set(seen_by(feed, "another program")) == there, call
        seen.append(there)
        # What was cut off is done again, and what it left harms nobody.
        again = run_feed(*command(feed, installed))
        rotated = command is rotating and feed.published("root").signed.version > 1
        assert again.code == 0 or rotated or (command is withdrawing and there == new), f"{call}: {again.err}"
        assert set(seen_by(feed, "program")) == new, call
        feed.done("prune")
        assert set(seen_by(feed, "program")) == new, call
        assert command is not rotating or feed.published("root").signed.version > 1
    assert old in seen
