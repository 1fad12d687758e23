"""Rules for every test: no thread and no child process outlives it, nothing is printed by accident."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

import hypothesis
import psutil
import pytest

# No test depends on speed, and Hypothesis would take a busy computer for a slow function.
hypothesis.settings.register_profile("without deadlines", deadline=None)
hypothesis.settings.load_profile("without deadlines")

# A test must not find a screen: the program would open its wizard and wait.
for _name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
    os.environ.pop(_name, None)
try:
    import PySide6.QtWidgets  # noqa: F401 - needs libraries of the system: libegl1, libxkbcommon0, libdbus-1-3 …
except ImportError as error:
    if "CI" in os.environ:
        raise
    pytest_plugins: list[str] = []
    _wizard_problem = str(error)
else:
    pytest_plugins = ["pytestqt.plugin"]
    _wizard_problem = ""


def pytest_report_header() -> str:
    return f"NOT TESTED: the wizard, because Qt cannot be loaded: {_wizard_problem}" if _wizard_problem else ""


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    threads = set(threading.enumerate())
    children = {child.pid for child in psutil.Process().children(recursive=True)}
    yield
    # Hypothesis, pytest-timeout and the interpreter start none, so every new thread is the test's own.
    new = set(threading.enumerate()) - threads
    # What Python knows of a QThread stays when that has ended; tests/installer/wizard looks after those.
    assert not [thread.name for thread in new if not isinstance(thread, threading._DummyThread)]
    assert not [child for child in psutil.Process().children(recursive=True) if child.pid not in children]


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
