"""The mutator notices what tests notice, and finds what they do not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping

import pytest

from tests.support.program import ROOT
from tools.mutate import LEAST_SHARE, Notes, modules_in, mutate, report
from tools.mutation.job import JOB, Fault, Job
from tools.mutation.operators import fault, mutants_of

MODULE = """
LIMIT = 3

def is_allowed(number):
    return number < LIMIT

def shorten(names):
    kept = [name for name in names if name]
    kept.sort()
    return kept

def wait_for(flags):
    while not flags:
        flags.append(True)

def forgotten(number):
    return number + 1
"""
TESTS = """
import subprocess, sys
from room.module import is_allowed, shorten, wait_for

def test_limit():
    assert is_allowed(2) and not is_allowed(3)

def test_names():
    assert shorten(["b", "a"]) == ["a", "b"]

def test_waiting():
    wait_for([])

def test_of_the_program():
    code = "from room.module import shorten; assert shorten(['', 'x']) == ['x']"
    subprocess.run([sys.executable, "-c", code], check=True)
"""


def changes(source: str) -> set[str]:
    """The lines that are put in place of others."""
    return {
        line[1:].strip() for mutant in mutants_of(source) for line in mutant.difference.splitlines() if line[0] == "+"
    }


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("if a < b: f()", {"if True: f()", "if False: f()", "if a <= b: f()", "if a < b: pass"}),
        ("x = not a", {"x = bool(a)"}),
        ("x = a == 1", {"x = a != 1", "x = a == 2"}),
        ("x = a and b", {"x = ((b))", "x = ((a))"}),
        ("x = f(quick=True)", {"x = f(quick=False)"}),
        ("x = min(a, key=len)", {"x = max(a, key=len)"}),
        ("with lock:\n    f()", {"if True:", "pass"}),
        ("def f():\n    x.y = z", {"pass"}),
        ("def f() -> bool:\n    return g()", {"return True", "return False"}),
        ("def f() -> int | None:\n    return g()", {"return None"}),
        ("raise E", {"pass"}),
        ("assert a < b", set()),
        ("log.info('%d', 1 + 1)", set()),
        ("if sys.platform == 'win32':\n    f(1)", set()),
    ],
)
def test_faults_that_people_make(source: str, expected: set[str]) -> None:
    assert changes(source) == expected


def test_a_mutant_keeps_its_name_where_only_its_place_changes() -> None:
    (before,), (after,) = mutants_of("f()"), mutants_of("\n\nf()")
    assert before.name == after.name
    assert after.lines == (3, 3)
    assert len({mutant.name for mutant in mutants_of("f()\nf()")}) == 2


def test_everything_below_a_fault_stays_in_its_line() -> None:
    source = "f(\n    1,\n)\ng()\n"
    assert all(mutant.source.count("\n") == source.count("\n") for mutant in mutants_of(source))


@pytest.mark.parametrize(("find", "complaint"), [("x", "stands 2 times"), ("z", "stands 0 times")])
def test_a_written_fault_must_have_one_place(find: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        fault("x = y + x", find, "w")


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """By its new line, what became of each mutant of a small module."""
    tree = tmp_path_factory.mktemp("tree")
    (tree / "room").mkdir()
    (tree / "room/module.py").write_text(MODULE)
    (tree / "test_module.py").write_text(TESTS)
    results = tree / "results"
    results.touch()
    written = Fault("F1", "room/module.py", "return number < LIMIT", "return number in (0, 1, 2)")
    Job("room/module.py", [written], None, 1, [], str(results), []).write(tree / "job")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "-p",
            "tools.mutation.plugin",
            "test_module.py",
        ],
        cwd=tree,
        env=os.environ | {JOB: str(tree / "job"), "PYTHONPATH": f"{tree}{os.pathsep}{ROOT}"},
        check=True,
        capture_output=True,
    )
    assert (tree / "room/module.py").read_text() == MODULE
    verdicts = map(json.loads, results.read_text().splitlines())
    return {verdict["difference"].rpartition("\n+")[2].strip(): verdict["outcome"] for verdict in verdicts}


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        pytest.param("return number <= LIMIT", "killed", id="in a function"),
        pytest.param("LIMIT = 4", "killed", id="outside of functions, in a new process"),
        pytest.param(
            "kept = [name for name in names if True]", "killed", id="seen only by a program that a test starts"
        ),
        pytest.param("while False:", "survived", id="unnoticed"),
        pytest.param("return number in (0, 1, 2)", "survived", id="not a fault"),
        pytest.param("return number + 2", "survived", id="without a test"),
    ],
)
def test_what_tests_notice(outcomes: Mapping[str, str], changed: str, outcome: str) -> None:
    assert outcomes[changed] == outcome


def test_what_the_notes_name_is_there() -> None:
    notes = Notes.read()
    modules = modules_in(notes.rooms)
    assert {entry.file for entry in notes.faults} <= set(modules_in(entry.file for entry in notes.faults))
    for entry in notes.faults:
        fault((ROOT / entry.file).read_text(encoding="utf-8"), entry.find, entry.replace)
    for module, names in notes.equivalent.items():
        known = {mutant.name for mutant in mutants_of((ROOT / module).read_text(encoding="utf-8"))}
        known |= {entry.name for entry in notes.faults if entry.file == module}
        assert set(names) <= known, module
    assert all((ROOT / test).exists() for tests in notes.tests.values() for test in tests)
    assert modules


@pytest.mark.mutation
@pytest.mark.timeout(24 * 3600)
def test_nine_of_ten_faults_are_noticed() -> None:
    """In every room with decisions; the environment variable says how many seconds it may take."""
    given = os.environ.get("MUTATION_SECONDS")
    scores = mutate(modules_in(Notes.read().rooms), seconds=float(given) if given else None, jobs=os.cpu_count() or 1)
    assert all(score.share >= LEAST_SHARE for score in scores), report(scores)
