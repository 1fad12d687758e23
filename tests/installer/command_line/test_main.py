from __future__ import annotations

import threading

import pytest

from builder.base.events import Event, Heartbeat, Phase
from builder.base.text import say
from installer.command_line import arguments, signs_of_life


def test_a_long_silence_is_broken_by_heartbeats(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signs_of_life, "HEARTBEAT_SECONDS", 0.01)
    shown: list[Event] = []
    beats = threading.Semaphore(0)

    def note(event: Event) -> None:
        shown.append(event)
        if isinstance(event, Heartbeat):
            beats.release()

    with signs_of_life.heartbeats(note) as show:
        show(Phase("a", say("b")))
        for _ in range(3):
            assert beats.acquire(timeout=10)
    assert shown[0] == Phase("a", say("b"))
    elapsed = [event.seconds_elapsed for event in shown if isinstance(event, Heartbeat)]
    assert elapsed == sorted(elapsed)


@pytest.mark.parametrize(
    ("text", "targets"), [("sm86", ("8.6",)), ("SM89,8.6,sm120", ("8.6", "8.9", "12.0")), ("7.5,sm75", ("7.5",))]
)
def test_compute_capabilities_are_read_in_both_spellings(text: str, targets: tuple[str, ...]) -> None:
    assert arguments.make_parser().parse_args(["install", "--for", text]).targets == targets
