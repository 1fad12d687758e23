"""Rules for every test: no thread and no child process outlives it, nothing is printed by accident."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Generator, Iterator

import hypothesis
import psutil
import pytest

from tests.support.fork_server import fork_workers, servers
from tests.support.system import NEEDS, is_missing, reason_of, require

# No test depends on speed, and Hypothesis would take a busy computer for a slow function.
hypothesis.settings.register_profile(
    "at any speed", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("at any speed")

# A test must not find a screen: the program would open its wizard and wait.
for _name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
    os.environ.pop(_name, None)

# Where pytest runs in the background, SIGINT is ignored, and so it would be by every program that a test starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

fork_workers()

_ENDING_SECONDS = 10
_LONG_SECONDS = 600

pytest_plugins = [] if is_missing("Qt") else ["pytestqt.plugin"]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    for name in ("exhaustive", "mutation"):
        if item.get_closest_marker(name) and name not in item.config.option.markexpr:
            pytest.skip(f"takes minutes, so it runs only when asked for: pytest -m {name}")
    for marker in item.iter_markers("needs"):
        require(*marker.args)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take long, so that in the end no process waits for another one."""

    def place(item: pytest.Item) -> int:
        if item.get_closest_marker("windows"):
            # What they run on is made while the others run, and what its first file makes while its other files run.
            return 2 if item.path.name == "test_packaged.py" else 3
        allowed = item.get_closest_marker("timeout")
        return 0 if allowed and allowed.args[0] >= _LONG_SECONDS else 1

    items.sort(key=place)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Give all tests that lack the same thing one line of the summary."""
    report = yield
    if report.skipped and isinstance(report.longrepr, tuple):
        (_, _, reason) = report.longrepr
        if reason.removeprefix("Skipped: ") in map(reason_of, NEEDS):
            report.longrepr = ("tests", 0, reason)
    return report


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    threads = set(threading.enumerate())
    children = {child.pid for child in psutil.Process().children(recursive=True)}
    yield
    # Hypothesis, pytest-timeout and the interpreter start none, so every new thread is the test's own.
    # What Python knows of a QThread stays when that has ended; tests/installer/wizard looks after those.
    new = [thread for thread in set(threading.enumerate()) - threads if not isinstance(thread, threading._DummyThread)]
    for thread in new:
        # One that nobody waits for, because a driver or a server may be silent, is still ending on a busy computer.
        thread.join(_ENDING_SECONDS)
    assert not [thread.name for thread in new if thread.is_alive()]
    expected = children | servers()
    assert not [child for child in psutil.Process().children(recursive=True) if child.pid not in expected]


@pytest.fixture(autouse=True)
def _nothing_printed(request: pytest.FixtureRequest) -> Iterator[None]:
    if {"capsys", "capfd"} & set(request.fixturenames):
        yield
        return
    capture = request.getfixturevalue("capsys")
    yield
    printed = capture.readouterr()
    assert printed.out == ""
    assert printed.err == ""
