"""Would the tests notice? Put one deliberate fault after the other into modules, and run the tests that run them.

`python -m tools.mutate builder/engines installer/target/transaction.py --seconds 600` prints every mutant that no test
has noticed, and a table with a line for each module. The tests of a module are in the file of its name and in those
that tools/mutation.toml adds; it also has further faults, and the mutants that nobody can tell from the original.
The tree is copied first, so work can go on meanwhile.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools.mutation.job import JOB, Fault, Job, Verdict

ROOT = Path(__file__).resolve().parent.parent
NOTES = ROOT / "tools/mutation.toml"
LEAST_SHARE = 0.9
"""Of the mutants of a module that tests must notice."""


@dataclass(frozen=True)
class Notes:
    """What tools/mutation.toml says.

    Attributes:
        rooms: the modules of which the share is asked for, as files or folders.
        tests: by module, files of tests besides the one of its name.
        equivalent: by module, mutants that nobody can tell from the original, each with the reason.
        faults: further mutants.
    """

    rooms: list[str]
    tests: Mapping[str, list[str]]
    equivalent: Mapping[str, Mapping[str, str]]
    faults: list[Fault]

    @classmethod
    def read(cls) -> Notes:
        raw = tomllib.loads(NOTES.read_text(encoding="utf-8"))
        return cls(
            raw["rooms"], raw["tests"], raw.get("equivalent", {}), [Fault(**entry) for entry in raw.get("fault", [])]
        )

    def tests_of(self, module: str) -> list[str]:
        """The files of the tests of a module: the one of its name, and those that the notes add."""
        path = Path(module)
        own = f"tests/{path.parent.as_posix()}/test_{path.stem}.py"
        return sorted(test for test in {own, *self.tests.get(module, ())} if (ROOT / test).exists())


@dataclass(frozen=True)
class Score:
    """How the tests of a module did.

    Attributes:
        module: which.
        verdicts: of the mutants that were tried.
        problem: why none could be tried; empty if some could.
    """

    module: str
    verdicts: Sequence[Verdict]
    problem: str = ""

    @property
    def judged(self) -> int:
        return len(self.verdicts)

    @property
    def missed(self) -> list[Verdict]:
        return [verdict for verdict in self.verdicts if verdict.outcome in ("survived", "not run")]

    @property
    def share(self) -> float:
        """Of the mutants that were noticed; 0 where none could be tried."""
        return 1 - len(self.missed) / self.judged if self.judged else float(not self.problem)


def modules_in(rooms: Iterable[str]) -> list[str]:
    """The modules of files and folders, relative to the tree.

    Raises:
        FileNotFoundError: one of them is not there.
    """
    found = []
    for room in rooms:
        path = ROOT / room
        if not path.exists():
            message = f"there is no {room}"
            raise FileNotFoundError(message)
        files = [path] if path.is_file() else sorted(path.glob("*.py"))
        found += [file.relative_to(ROOT).as_posix() for file in files if file.stem != "__init__"]
    return list(dict.fromkeys(found))


def mutate(
    modules: Sequence[str], *, seconds: float | None, seed: int = 1, only: Sequence[str] = (), jobs: int = 1
) -> list[Score]:
    """Try mutants of modules.

    Args:
        modules: relative to the tree.
        seconds: for all of them together; None tries every mutant.
        seed: of the order in which they are tried.
        only: names of mutants; empty for all.
        jobs: modules at a time.
    """
    notes = Notes.read()
    share = None if seconds is None else seconds * jobs / len(modules)
    with ThreadPoolExecutor(jobs) as pool:
        return list(pool.map(lambda module: _mutate_one(notes, module, share, seed, only), modules))


def _mutate_one(notes: Notes, module: str, seconds: float | None, seed: int, only: Sequence[str]) -> Score:
    tests = notes.tests_of(module)
    if not tests:
        return Score(module, [], "there is no test of its name")
    with tempfile.TemporaryDirectory(prefix="mutated-") as folder:
        tree, results, job = Path(folder) / "tree", Path(folder) / "results", Path(folder) / "job"
        _copy_tree(tree)
        faults = [entry for entry in notes.faults if entry.file == module]
        equivalent = list(notes.equivalent.get(module, {}))
        Job(module, faults, seconds, seed, list(only), str(results), equivalent).write(job)
        results.touch()
        options = ["-q", "-p", "no:cacheprovider", "-p", "no:randomly", "-p", "tools.mutation.plugin", "--no-header"]
        ended = subprocess.run(
            [sys.executable, "-m", "pytest", *options, *tests],
            cwd=tree,
            env=os.environ | {JOB: str(job)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if ended.returncode not in (0, 5):
            return Score(module, [], "without any fault, " + ended.stdout[-2000:].partition("ERROR: ")[2].strip())
        verdicts = [Verdict(**json.loads(line)) for line in results.read_text(encoding="utf-8").splitlines()]
    return Score(module, [verdict for verdict in verdicts if verdict.outcome != "broken"])


def _copy_tree(tree: Path) -> None:
    listed = subprocess.run(
        [shutil.which("git") or "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        source = ROOT / name
        if source.exists():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, tree / name, follow_symlinks=False)


def report(scores: Sequence[Score]) -> str:
    """What was missed, and a table."""
    lines = [f"{score.module}: {score.problem}" for score in scores if score.problem]
    for score in scores:
        for verdict in sorted(score.missed, key=lambda verdict: verdict.line):
            why = "no test runs it" if verdict.outcome == "not run" else "no test notices"
            lines += [
                f"{verdict.name}  {score.module}:{verdict.line} {verdict.function} ({why})",
                verdict.difference,
                "",
            ]
    width = max(len(score.module) for score in scores)
    lines.append(f"{'':{width}}  judged  noticed  missed  share")
    for score in scores:
        missed = len(score.missed)
        lines.append(
            f"{score.module:{width}}  {score.judged:6}  {score.judged - missed:7}  {missed:6}  {score.share:5.0%}"
        )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; 1 where the tests of a module notice less than they must."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.mutate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "rooms", nargs="*", help="modules or folders of them; without any, those of tools/mutation.toml"
    )
    parser.add_argument("--seconds", type=float, help="of trying mutants, altogether; without it every one is tried")
    parser.add_argument("--seed", type=int, default=1, help="of the order in which mutants are tried")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="the mutants of these names")
    parser.add_argument("--written", action="store_true", help="only the faults of tools/mutation.toml")
    parser.add_argument("--jobs", type=int, default=1, help="modules at a time")
    parser.add_argument("--killers", action="store_true", help="say also which test has noticed each mutant")
    options = parser.parse_args(arguments)
    notes, only = Notes.read(), options.only
    rooms = options.rooms or notes.rooms
    if options.written:
        only = [entry.name for entry in notes.faults]
        rooms = options.rooms or sorted({entry.file for entry in notes.faults})
    try:
        scores = mutate(modules_in(rooms), seconds=options.seconds, seed=options.seed, only=only, jobs=options.jobs)
    except FileNotFoundError as error:
        parser.error(str(error))
    if options.killers:
        for verdict in (verdict for score in scores for verdict in score.verdicts if verdict.by):
            print(f"{verdict.name}  {verdict.module}:{verdict.line} noticed by {verdict.by}")
    print(report(scores))
    return int(any(score.share < LEAST_SHARE for score in scores))


if __name__ == "__main__":
    sys.exit(main())
