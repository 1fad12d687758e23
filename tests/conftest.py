"""Rules for every test: no thread and no child process outlives it, nothing is printed by accident."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import psutil
import pytest


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    threads = set(threading.enumerate())
    children = {child.pid for child in psutil.Process().children(recursive=True)}
    yield
    # Hypothesis, pytest-timeout and the interpreter start none, so every new thread is the test's own.
    assert not [thread.name for thread in set(threading.enumerate()) - threads]
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
