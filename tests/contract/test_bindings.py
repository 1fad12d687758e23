"""The adapter uses only what the engine libraries have: read off its source and off NVIDIA's real bindings."""

from __future__ import annotations

import functools

import pytest

from tests.contract.adapter import Module, Uses, read_adapter, unreached
from tests.support.bindings import Bindings, tensorrt_bindings, tensorrt_rtx_bindings
from tests.support.program import ROOT

LIBRARIES = {
    "tensorrt-10": lambda: tensorrt_bindings(10),
    "tensorrt-11": lambda: tensorrt_bindings(11),
    "tensorrt-rtx": tensorrt_rtx_bindings,
}


@functools.cache
def adapter() -> list[Module]:
    return read_adapter(ROOT)


@functools.cache
def uses(bindings: Bindings, *, sceptical: bool = False) -> Uses:
    return Uses(adapter(), bindings, sceptical=sceptical)


def of_every_library(*, sceptical: bool = False) -> list[Uses]:
    return [uses(load(), sceptical=sceptical) for load in LIBRARIES.values()]


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_library_has_and_accepts_what_the_adapter_does_unasked(library: str) -> None:
    bindings = LIBRARIES[library]()
    problems = [f"builder/worker/{file}:{line}: {text}" for file, line, text in uses(bindings).problems]
    assert not problems, "\n".join([f"with {bindings.title} {bindings.version}", *problems])


def test_what_the_adapter_asks_for_or_names_exists_in_some_version() -> None:
    of_each = [use.optional for use in of_every_library()]
    asked = sorted(set().union(*of_each))
    assert asked
    assert [name for name in asked if not any(optional.get(name) for optional in of_each)] == []


def test_no_part_of_the_adapter_escapes_this_test() -> None:
    """Every statement is followed, if need be as if no version had what is asked for before it."""
    assert unreached(adapter(), of_every_library(sceptical=True)) == set()


def test_what_only_other_versions_reach_is_right_for_one_of_these() -> None:
    elsewhere = unreached(adapter(), of_every_library())
    found = [
        {problem for problem in use.problems if problem[:2] in elsewhere} for use in of_every_library(sceptical=True)
    ]
    places = set.intersection(*({problem[:2] for problem in problems} for problems in found))
    assert sorted(problem for problem in set().union(*found) if problem[:2] in places) == []
