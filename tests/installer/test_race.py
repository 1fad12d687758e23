"""While root installs, repairs and removes, another user changes what the run works with, thousands of times.

Nothing outside of the target may change, nothing may be used that was not verified, and every run must end as
documented. RACE_SEED=7 RACE_CHANGES=100000 takes other and more chances; a failure names the seed of its run.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.race import MOST_SECONDS, SUDO, World, files_of, state_of
from tests.support.rights import open_folder

SEED = int(os.environ.get("RACE_SEED", "1"))
CHANGES = int(os.environ.get("RACE_CHANGES", "5000"))
FEWEST_RUNS = 5
ROOT_BY_CRON = {"LOGNAME": "root"}

pytestmark = [
    pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away"),
    pytest.mark.needs("cc"),
    pytest.mark.timeout(7200 if CHANGES > 5000 else 600),
]


@dataclass(frozen=True)
class Case:
    """A command, and what is done to it.

    Attributes:
        arguments: the command and its options.
        plan: the attacker's, as tests/doubles/attacker.c reads it.
        works: whether it must succeed, or must not; None where it may do either, as documented.
        template: what is installed before.
        damaged: what is missing of that.
        target: where, if it is not root's own folder.
        env: what is added to root's environment.
    """

    arguments: Callable[[World], list[str | Path]]
    plan: Callable[[World], Iterator[str]]
    works: bool | None = None
    template: str | None = None
    damaged: tuple[str, ...] = ()
    target: Callable[[World], Path] | None = None
    env: tuple[tuple[str, str], ...] = tuple(SUDO.items())


def instead(world: World, place: Path, *others: Path, folder: bool = False) -> Iterator[str]:
    """Exchange a file or a folder for everything that can be there instead of it."""
    pool = world.theirs / "pool"
    stem = f"{place.parent.name}-{place.name}"
    pipe, device, loop = (pool / f"{stem}.{kind}" for kind in ("pipe", "device", "loop"))
    os.mkfifo(pipe)
    device.symlink_to("/dev/zero")
    loop.symlink_to(loop.name)
    secret, own = pool / f"{stem}.secret", pool / f"{stem}.own"
    secret.symlink_to(world.canary if folder else world.canary / "precious")
    own.symlink_to(others[0] if others else place)
    made = [pipe, device, loop, secret, own, *others]
    if not folder:
        linked = pool / f"{stem}.hard"
        linked.hardlink_to(world.canary / "precious")
        made.append(linked)
        yield f"t\t{place}\t-"
        yield from (f"w\t{place}\t{other}" for other in others)
    yield from (f"x\t{place}\t{other}" for other in made)


def typed(world: World) -> list[str | Path]:
    theirs = world.theirs
    return ["--package", theirs / "package", "--wheels", theirs / "wheels", "--answers", theirs / "answers.toml"]


def on_files(world: World) -> Iterator[str]:
    """Each file of what the administrator was given, for that of the other version or a hostile one."""
    package, other, pool = world.theirs / "package", world.theirs / "pool/other", world.theirs / "pool"
    for name in ("models/alpha.onnx", "app/studio", "app/data/one.txt"):
        yield from instead(world, package / name, other / name)
    (wheel,) = pool.glob("*.whl")
    yield from instead(world, world.theirs / "wheels" / wheel.name, wheel)


def on_manifest(world: World) -> Iterator[str]:
    yield from instead(world, world.theirs / "package/app.toml", world.theirs / "pool/other/app.toml")
    yield from instead(world, world.theirs / "answers.toml")


def on_folders(world: World) -> Iterator[str]:
    package, other = world.theirs / "package", world.theirs / "pool/other"
    yield from instead(world, package, other, folder=True)
    for name in ("models", "app", "app/data"):
        yield from instead(world, package / name, other / name, folder=True)
    yield from instead(world, world.theirs / "wheels", world.theirs / "pool/hostile/wheels", folder=True)


def on_weights_only(world: World) -> Iterator[str]:
    """Of the same size, with the same times, and back again: only what was hashed tells."""
    (wheel,) = (world.theirs / "pool").glob("*.whl")
    yield f"w\t{world.theirs / 'package/models/alpha.onnx'}\t{world.theirs / 'pool/other/models/alpha.onnx'}"
    yield f"w\t{world.theirs / 'wheels' / wheel.name}\t{wheel}"


def on_models_that_are_not_kept(world: World) -> Iterator[str]:
    yield f"w\t{world.theirs / 'lean/models/alpha.onnx'}\t{world.theirs / 'pool/other/models/alpha.onnx'}"


def on_recorded_package(world: World) -> Iterator[str]:
    """The package from which it was installed is gone, and most of the time there is a hostile one in its place."""
    package, good = world.theirs / "lean", world.theirs / "pool/lean"
    package.rename(good)
    (world.theirs / "hostile").rename(package)
    yield from instead(world, package, good, world.theirs / "pool/other", folder=True)
    yield f"x\t{package / 'app.toml'}\t{good / 'app.toml'}"


def outputs(world: World) -> list[str | Path]:
    return ["--log", world.theirs / "log/run.log"]


def on_outputs(world: World) -> Iterator[str]:
    (world.theirs / "log/run.log").touch()
    yield from instead(world, world.theirs / "log/run.log")
    yield from instead(world, world.theirs / "log", folder=True)
    (world.theirs / "out/answers.toml").touch()
    yield from instead(world, world.theirs / "out/answers.toml")
    yield from instead(world, world.theirs / "out", folder=True)


def on_parent(world: World) -> Iterator[str]:
    folder, empty, link = world.theirs / "parent", world.theirs / "pool/empty", world.theirs / "pool/link"
    empty.mkdir()
    link.symlink_to(world.canary)
    yield from instead(world, folder, empty, folder=True)
    yield f"p\t{folder / 'app'}\t{link}"


def on_shared(world: World) -> Iterator[str]:
    place, link, folder = world.shared / "app", world.theirs / "pool/link", world.theirs / "pool/folder"
    link.symlink_to(world.canary)
    (folder / "engines").mkdir(parents=True)
    (folder / ".engine-installer").symlink_to(world.canary)
    yield from (f"p\t{place}\t{other}" for other in (link, folder, folder / "engines"))


def on_hop(world: World) -> Iterator[str]:
    yield from instead(world, world.theirs / "hop", folder=True)


def on_their_target(world: World) -> Iterator[str]:
    """An installation that belongs to the other user, with lists that name what is not its own."""
    target, lists = world.theirs / "target", world.theirs / "pool/lists"
    world.copy_template("kept", target)
    world.write_hostile_lists(lists)
    for name in (".engine-installer/receipt.json", "engines/engines.json"):
        yield from instead(world, target / name, lists / Path(name).name)
    yield f"p\t{target / '.engine-installer/journal.json'}\t{lists / 'journal.json'}"
    yield from instead(world, target / "engines", folder=True)
    yield from instead(world, target / ".engine-installer", folder=True)
    yield from instead(world, target, folder=True)


ALL = "--all-users"
LIBRARY = ".engine-installer/library/*/*/*.py"

CASES = {
    "install": Case(lambda world: ["install", ALL, *typed(world)], on_files),
    "install by cron": Case(
        lambda world: ["install", ALL, *typed(world)], on_weights_only, env=tuple(ROOT_BY_CRON.items())
    ),
    "install by cron, models that are not kept": Case(
        lambda world: ["install", "--package", world.theirs / "lean", *typed(world)[2:]],
        on_models_that_are_not_kept,
        env=tuple(ROOT_BY_CRON.items()),
    ),
    "install, other manifests": Case(lambda world: ["install", ALL, *typed(world)], on_manifest),
    "install, other folders": Case(lambda world: ["install", ALL, *typed(world)], on_folders),
    "update": Case(
        lambda world: ["install", ALL, "--package", world.theirs / "other", *typed(world)[2:]],
        on_files,
        template="kept",
    ),
    "repair with a package": Case(
        lambda world: ["repair", ALL, *typed(world)],
        on_files,
        template="not kept",
        damaged=("engines/*.engine", LIBRARY, "studio"),
    ),
    "repair, models": Case(
        lambda world: ["repair", ALL, *typed(world)],
        on_weights_only,
        template="not kept",
        damaged=("engines/*.engine", LIBRARY),
    ),
    "repair from the recorded package": Case(
        lambda _: ["repair", ALL],
        on_recorded_package,
        works=False,
        template="not kept",
        damaged=("engines/*.engine", LIBRARY),
    ),
    "uninstall": Case(lambda world: ["uninstall", ALL], on_recorded_package, works=True, template="not kept"),
    "a log of theirs": Case(lambda world: ["uninstall", *outputs(world)], on_outputs, works=False, template="kept"),
    "a log of theirs, by cron": Case(
        lambda world: ["uninstall", *outputs(world)],
        on_outputs,
        works=False,
        template="kept",
        env=tuple(ROOT_BY_CRON.items()),
    ),
    "answers of theirs": Case(
        lambda world: ["install", ALL, "--save-answers", world.theirs / "out/answers.toml", *typed(world)],
        on_outputs,
        works=False,
    ),
    "their folder": Case(
        lambda world: ["install", *typed(world)],
        on_parent,
        works=False,
        target=lambda world: world.theirs / "parent/app",
    ),
    "a shared folder": Case(
        lambda world: ["install", *typed(world)], on_shared, target=lambda world: world.shared / "app"
    ),
    "behind a hop": Case(
        lambda world: ["install", *typed(world)],
        on_hop,
        works=False,
        target=lambda world: world.target.parent / "link/app",
    ),
    "repair of theirs": Case(
        lambda world: ["repair"],
        on_their_target,
        works=False,
        target=lambda world: world.theirs / "target",
        env=tuple(ROOT_BY_CRON.items()),
    ),
    "uninstall of theirs": Case(
        lambda world: ["uninstall"],
        on_their_target,
        works=False,
        target=lambda world: world.theirs / "target",
    ),
}

SPEEDS = [(100, 100), (300, 3000), (3000, 300), (20_000, 500), (900_000, 1000)]
"""The attacker's longest pauses: the slower, the further runs get."""


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with open_folder() as folder:
        yield World(folder)


@pytest.mark.parametrize("name", CASES)
def test_another_user_changes_what_a_run_works_with(world: World, name: str) -> None:
    case, wanted = CASES[name], CHANGES // len(CASES) + 1
    changes, runs, started = 0, 0, time.monotonic()
    ends: Counter[str] = Counter()
    while changes < wanted or runs < FEWEST_RUNS:
        seed = random.Random(f"{SEED} {name} {runs}").randrange(1 << 30)
        speed = SPEEDS[(SEED + runs) % len(SPEEDS)]
        world.reset(case.template, damaged=case.damaged)
        plan = list(case.plan(world))
        before = {"canary": state_of(world.canary), "target": files_of(world.target)}
        target = case.target(world) if case.target else world.target
        begun = time.monotonic()
        outcome = world.run(
            *case.arguments(world), target=target, env=dict(case.env), plan=plan, seed=seed, speed=speed
        )
        seconds = time.monotonic() - begun
        faults = list(world.faults_after(outcome, target, before))
        faults += [f"ended with {outcome.name}"] * (case.works not in (None, outcome.name == "ok"))
        faults += ["took too long"] * (seconds > MOST_SECONDS)
        where = f"RACE_SEED={SEED}, run {runs} of {name!r}, seed {seed}, speed {speed}"
        assert not faults, "\n".join([where, *faults, outcome.ended.out[-3000:], outcome.ended.err[-3000:]])
        changes += outcome.changes
        runs += 1
        ends[outcome.name] += 1
    if "RACE_REPORT" in os.environ:
        with Path(os.environ["RACE_REPORT"]).open("a") as report:
            report.write(f"{name}: {changes} changes, {runs} runs, {time.monotonic() - started:.1f} s, {dict(ends)}\n")
