"""What a run is asked for: what holds where nothing is said, which values are taken, and who may say it."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from builder.base.options import declared_options
from builder.engines.options import EngineOptions
from builder.gpu.busy import BusyPolicy
from installer.target.request import Request

OPTIONS = {declared.name: declared for declared in declared_options(Request)}


def test_where_nothing_is_said_the_run_decides() -> None:
    asked = Request()
    for name in ("package", "target", "scope", "log", "timeout", "wheels", "kit", "feed", "jobs", "limit_memory"):
        assert getattr(asked, name) is None, name
    for name in ("unlisted", "wait", "all_features", "rebuild", "remove_logs", "retime", "changes_features"):
        assert getattr(asked, name) is False, name
    assert (asked.add, asked.remove, asked.log_path, asked.options) == ((), (), None, EngineOptions())
    assert not asked.skip_wait()


def test_a_run_waits_five_minutes_for_a_gpu_unless_it_is_told_otherwise() -> None:
    policy = Request().busy
    assert (policy.if_busy, policy.timeout_seconds, policy.skip_wait()) == ("wait", 300, False)
    told = Request(if_busy="stop", busy_timeout=5, skip_wait=lambda: True).busy
    assert isinstance(told, BusyPolicy)
    assert (told.if_busy, told.timeout_seconds, told.skip_wait()) == ("stop", 5, True)


@pytest.mark.parametrize("asked", [Request(add=("a",)), Request(remove=("a",))])
def test_adding_or_removing_features_is_only_about_them(asked: Request) -> None:
    assert asked.changes_features


@pytest.mark.parametrize(
    ("name", "taken", "refused"),
    [
        ("timeout", {"0.5": 0.5, "1": 1, "999999": 999_999}, ["0", "-1", "1000000", "inf", "nan", "1e3", ""]),
        ("busy_timeout", {"0": 0, "1.5": 1.5, "9999999": 9_999_999}, ["-1", "10000000", "soon"]),
        ("jobs", {"1": 1, "999": 999}, ["0", "1000", "1.5", "-1", "all"]),
        ("limit_memory", {"512": 512, "99999999": 99_999_999}, ["511", "100000000", "1.5"]),
        ("target", {"a b": Path("a b")}, [""]),
    ],
)
def test_numbers_and_paths_are_taken_within_their_bounds(
    name: str, taken: dict[str, object], refused: list[str]
) -> None:
    values = OPTIONS[name].option.values
    assert values
    assert {text: values.read(text) for text in taken} == taken
    for text in refused:
        with pytest.raises(argparse.ArgumentTypeError):
            values.read(text)


def test_answers_files_have_the_same_names_but_no_paths_of_what_is_brought_along() -> None:
    keys = {name: declared.option.key for name, declared in OPTIONS.items()}
    assert {name for name, key in keys.items() if key is None} == {"wheels", "kit"}
    for name, key in keys.items():
        assert key in (None, name.replace("_", "-")), name


def test_the_window_lets_users_choose_the_place_for_whom_and_how() -> None:
    assert {name for name, declared in OPTIONS.items() if declared.option.in_wizard} == {
        "target",
        "scope",
        "if_busy",
        "all_features",
    }
