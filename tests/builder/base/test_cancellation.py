from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from builder.base.cancellation import NEVER, CancelToken, cancel_on_signals
from builder.base.errors import Cancelled, TimeLimitReached
from tests.support.unfit import in_time

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]


def stop(token: CancelToken) -> None:
    token.cancel()


def time_out(token: CancelToken) -> None:
    token.time_out()


STOPS = pytest.mark.parametrize(("ask", "error"), [(stop, Cancelled), (time_out, TimeLimitReached)])


@STOPS
def test_a_stop_is_seen_by_everyone_who_looks(ask: Callable[[CancelToken], None], error: type[Exception]) -> None:
    token = CancelToken()
    token.check()
    for _ in range(2):
        ask(token)
        assert token.is_set
        with pytest.raises(error):
            token.check()


def test_who_asked_first_says_why() -> None:
    token = CancelToken()
    token.cancel()
    token.time_out()
    assert not token.timed_out
    with pytest.raises(Cancelled):
        token.check()
    token = CancelToken()
    token.time_out()
    token.cancel()
    assert token.timed_out


def test_what_never_stops_cannot_be_stopped() -> None:
    for ask in (NEVER.cancel, NEVER.time_out):
        with pytest.raises(AssertionError):
            ask()
    assert not NEVER.is_set


@pytest.fixture
def stuck() -> Iterator[threading.Thread]:
    """A thread in something that cannot be interrupted."""
    let_go = threading.Event()
    thread = threading.Thread(target=let_go.wait, daemon=True)
    thread.start()
    yield thread
    let_go.set()


@STOPS
def test_a_stop_leaves_a_thread_behind_that_cannot_be_interrupted(
    stuck: threading.Thread, ask: Callable[[CancelToken], None], error: type[Exception]
) -> None:
    token = CancelToken()
    threading.Timer(0.05, ask, [token]).start()
    with in_time(), pytest.raises(error):
        token.join(stuck, 60)
    assert stuck.is_alive()


def test_a_thread_is_waited_for_as_long_as_was_said_or_until_it_ends(stuck: threading.Thread) -> None:
    began = time.monotonic()
    CancelToken().join(stuck, 0.25)
    assert time.monotonic() - began >= 0.25
    assert stuck.is_alive()
    short = threading.Thread(target=lambda: None, daemon=True)
    short.start()
    with in_time():
        CancelToken().join(short, 60)
    assert not short.is_alive()


def test_a_process_is_waited_for_until_it_ends() -> None:
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(0.3); raise SystemExit(7)"]) as process:
        assert CancelToken().wait(process) == 7


@STOPS
def test_a_stop_ends_a_process_at_once(ask: Callable[[CancelToken], None], error: type[Exception]) -> None:
    token = CancelToken()
    with subprocess.Popen(SLEEPS) as process:
        threading.Timer(0.05, ask, [token]).start()
        with in_time(), pytest.raises(error):
            token.wait(process, 60)
        assert process.returncode == -signal.SIGKILL


def test_a_process_that_takes_too_long_is_ended() -> None:
    with subprocess.Popen(SLEEPS) as process:
        with in_time():
            assert CancelToken().wait(process, 0.05) is None
        assert process.returncode == -signal.SIGKILL


@pytest.fixture
def dispositions() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.usefixtures("dispositions")
def test_a_signal_asks_for_a_stop_unless_whoever_started_us_wants_it_ignored(number: signal.Signals) -> None:
    signal.signal(number, signal.SIG_DFL)
    token = CancelToken()
    cancel_on_signals(token)
    signal.raise_signal(number)
    assert token.is_set
    assert not token.timed_out
    signal.signal(number, signal.SIG_IGN)
    token = CancelToken()
    cancel_on_signals(token)
    signal.raise_signal(number)
    assert not token.is_set
