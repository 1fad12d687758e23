"""What the process that tries mutants is told, and what it answers."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

JOB = "MUTATION_JOB"
"""Environment variable: the file that says what to do."""


@dataclass(frozen=True)
class Fault:
    """A fault that somebody has written.

    Attributes:
        name: of it.
        file: the module, relative to the tree.
        find: what stands there once.
        replace: what is to stand there instead.
    """

    name: str
    file: str
    find: str
    replace: str


@dataclass(frozen=True)
class Job:
    """What a process with this plugin does.

    Attributes:
        module: relative to the tree.
        faults: its own.
        seconds: after which no new mutant is tried, once the tests have run without any; None tries all.
        seed: of the order.
        only: names of the mutants to try; empty for all.
        results: a file; each verdict is a line of JSON.
        equivalent: names of mutants that nobody can tell from the original.
    """

    module: str
    faults: list[Fault]
    seconds: float | None
    seed: int
    only: list[str]
    results: str
    equivalent: list[str]

    @classmethod
    def read(cls, path: Path) -> Job:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return cls(**{**raw, "faults": [Fault(**entry) for entry in raw["faults"]]})

    def write(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant.

    Attributes:
        module: its module.
        name: of the mutant.
        function: in which it is.
        line: the first that it changes.
        difference: for people.
        outcome: "killed", "too slow" (which counts as killed), "survived", "not run" (no test runs the line) or
            "broken" (no Python).
        by: the test that has noticed it.
    """

    module: str
    name: str
    function: str
    line: int
    difference: str
    outcome: str
    by: str = ""
