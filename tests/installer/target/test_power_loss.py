"""The power fails after any system call of a run: what the disk may show then is the old or the new, or is completed.

Promised is also what the run has said by then: an engine that it called finished is not built again, and what it
called done stays. A model of a disk, not a pulled plug: tests/support/power_loss.py.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import subprocess
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import pytest

from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInstallerError
from builder.building import worker_process
from builder.building.machine import survey_machine
from builder.engines.store import EngineStore
from installer.command_line import main as cli
from installer.target.installation import Installation
from installer.target.request import Request
from tests.support import in_process
from tests.support.crash_worlds import (
    CHANGED_FILE,
    USERS_TEXT,
    Change,
    Snapshot,
    World,
    check_consistent,
    check_users_file,
    leftovers,
)
from tests.support.power_loss import Disk, Pending, Tree, key_of, read_tree, write_tree
from tests.support.traces import Call, traced

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="system calls are traced with strace"),
    pytest.mark.needs("strace"),
]

STAGED = ("target/.engine-installer/staging/", "target/engines/.staging/")
JOURNAL = "target/.engine-installer/journal.json"


@dataclass(frozen=True)
class Told:
    """What a run has said by some point.

    Attributes:
        finished: models whose engines it called finished.
        done: that it has succeeded.
    """

    finished: frozenset[str] = frozenset()
    done: bool = False

    def after(self, content: bytes) -> Told:
        told = self
        for event in map(json.loads, content.splitlines()):
            if event["event"] == "model_finished" and event["outcome"] == "built":
                told = Told(told.finished | {event["model"]}, told.done)
            elif event["event"] == "result":
                told = Told(told.finished, done=True)
        return told


@dataclass(frozen=True)
class Run:
    """A command on a state, as it went undisturbed.

    Attributes:
        change: what it did to the world.
        calls: its system calls.
        before: what was there before.
        after: what was there in the end.
    """

    change: Change
    calls: Sequence[Call]
    before: Tree
    after: Tree


def _first(world: World) -> None:
    world.make_first_package()


def _edited_and_new_version(world: World) -> None:
    (world.target / CHANGED_FILE).write_text(USERS_TEXT, encoding="utf-8")
    world.make_second_package()


def _damaged(world: World) -> None:
    index = world.index()
    assert index is not None
    first, second = (world.target / "engines" / engine.file for engine in index.engines)
    first.write_bytes(first.read_bytes()[:-1] + b"?")
    second.unlink()


def _as_it_is(_world: World) -> None:
    pass


RUNS = {
    "first install": ("install", _first),
    "upgrade": ("install", _edited_and_new_version),
    "remove a feature": ("remove", _as_it_is),
    "add a feature": ("add", _as_it_is),
    "repair": ("repair", _damaged),
    "uninstall": ("uninstall", _as_it_is),
}
"""One after the other, each on what the one before has left."""

TRACED = ("upgrade", "remove a feature", "uninstall")
"""Those that are looked at by default; the first installation alone has a thousand trees."""

IDLE = {
    "first install": ["target", "target/.engine-installer"],
    "add a feature": ["target/.engine-installer"],
    "remove a feature": ["target/.engine-installer"],
}
"""Flushes that other runs need: here the same folder is flushed again before anything follows, or what follows the
journal is one new engines.json, in one step."""


def run_traced(world: World, command: str) -> list[Call]:
    said = world.root / "said"
    with (
        traced(world.root, world.root / "trace") as calls,
        said.open("w", buffering=1, encoding="utf-8") as out,
        contextlib.redirect_stdout(out),
        pytest.MonkeyPatch.context() as patch,
    ):
        # Workers are children of this process, which forks of another one would not be.
        patch.setattr(worker_process, "subprocess", subprocess)
        assert cli.main([str(argument) for argument in world.arguments(command)]) == 0
    return calls


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    world = World(tmp_path_factory.mktemp("power"), survey_machine())
    world.home.mkdir(parents=True)
    with in_process.user(world.home):
        yield world


def make_runs(world: World, names: Collection[str]) -> dict[str, Run]:
    """Do some of the runs, tracing them; the first installation is always done."""
    changing, runs = world.root / "changing", {}
    for name, (command, prepare) in RUNS.items():
        if name not in names and name != "first install":
            continue
        prepare(world)
        before, tree = Snapshot.of(world), read_tree(changing)
        calls = run_traced(world, command)
        runs[name] = Run(Change(command, before, Snapshot.of(world)), calls, tree, read_tree(changing))
    return runs


class Judge:
    """Whether what a power cut leaves of a run is right; what it has seen, it does not look at again."""

    def __init__(self, world: World, run: Run, *, after_each_call: bool) -> None:
        """Begin.

        Args:
            world: where the run was.
            run: what is looked at.
            after_each_call: look after each call; otherwise only before something is flushed or said, for in between
                what is pending only grows.
        """
        self._world, self._run, self._after_each_call = world, run, after_each_call
        self.folder = world.root / "changing"
        self._right: set[object] = set()
        self._consistent: set[object] = set()
        self._snapshots: dict[object, Snapshot] = {}

    @functools.cached_property
    def found(self) -> list[str]:
        """What is wrong after any cut."""
        return list(filter(None, (self._fault(*cut) for cut in self._cuts())))

    def knows_everything(self) -> bool:
        """Whether the disk of the model ends as the real one did."""
        *_, (_, disk, _) = self._states()
        ends = (disk.tree(), self._run.after)
        model, real = (key_of({name: end[name] for name in end if not name.startswith("logs")}) for end in ends)
        return model == real

    def named(self) -> Iterator[tuple[str, str, bool]]:
        """What the journal and engines.json name when they get their names, and whether it is on the disk by then."""
        target = self._world.target
        for call, disk, _ in self._states():
            if call.kind == "rename" and call.to.name == "journal.json":
                for item in json.loads(disk.read(call.path))["operations"]:
                    if item["do"] == "place":
                        yield "journal", item["staged"], disk.is_kept(target / item["staged"])
            if call.kind == "rename" and call.to.name == "engines.json":
                yield "index", "journal.json", disk.is_kept(self.folder / JOURNAL)
                for engine in json.loads(disk.read(call.path))["engines"]:
                    yield "index", engine["file"], disk.is_kept(target / "engines" / engine["file"])

    def flushes(self) -> Iterator[Call]:
        """The calls that made something last."""
        for call, disk, _ in self._states():
            if call.kind == "flush" and disk.flushed_by(call.path):
                yield call

    def fault_without(self, flush: Call) -> str | None:
        """What is wrong after a cut, if one call were not there; None for nothing."""
        return next(filter(None, (self._fault(*cut) for cut in self._cuts_without(flush))), None)

    def _states(self, without: Call | None = None) -> Iterator[tuple[Call, Disk, Told]]:
        """Every call with the disk before it, and what was said by then."""
        disk, told = Disk(self.folder, self._run.before), Told()
        for call in self._run.calls:
            if call.path == self._world.root / "said":
                yield call, disk, told
                told = told.after(call.content)
            elif call.path.is_relative_to(self.folder) and not call.path.is_relative_to(self._world.log.parent):
                yield call, disk, told
                if call is not without:
                    disk.apply(call)
        yield Call("flush", self.folder), disk, told

    def _cuts(self) -> Iterator[tuple[Call, Tree, Told]]:
        """Every tree that may be there after a cut, with the call that it comes before, and what was said by then."""
        for call, disk, told in self._states():
            if self._is_worth_a_look(call):
                yield from ((call, tree, told) for tree in disk.after_cut())

    def _cuts_without(self, flush: Call) -> Iterator[tuple[Call, Tree, Told]]:
        """Those in which something is lost that the flush would have kept."""
        lost: list[Pending] = []
        for call, disk, told in self._states(flush):
            lost = disk.flushed_by(call.path) if call is flush else [item for item in lost if item in disk.pending]
            if lost and call is not flush and self._is_worth_a_look(call):
                yield from ((call, tree, told) for tree in disk.after_loss_of(lost))

    def _is_worth_a_look(self, call: Call) -> bool:
        return self._after_each_call or call.kind == "flush" or not call.path.is_relative_to(self.folder)

    def _fault(self, call: Call, tree: Tree, told: Told) -> str | None:
        key = (key_of(tree), told)
        if key not in self._right:
            try:
                self._check(tree, told)
            except (AssertionError, EngineInstallerError) as error:
                return f"before {call}: {error}".replace(str(self._world.root), "").partition("\n")[0]
            self._right.add(key)
        return None

    def _check(self, tree: Tree, told: Told) -> None:
        """It is the old or the new, or the next run completes it; and what was said holds."""
        world = self._world
        # Without a journal, nobody looks at what is staged, except for finished engines.
        visible = key_of({name: item for name, item in tree.items() if not name.startswith(STAGED)})
        is_pending = JOURNAL in tree
        if visible in self._consistent and not is_pending and told == Told():
            return
        write_tree(tree, self.folder)
        if visible not in self._consistent:
            check_consistent(world, self._run.change)
            self._consistent.add(visible)
        if told.finished and not is_pending:
            store, after = EngineStore(world.target), self._run.change.after.index
            assert after is not None
            there = {record.model for record in after.engines if store.file_state(record, quick=False) == "intact"}
            lost = told.finished - there - {engine.record.model for engine in store.finished()}
            assert not lost, f"must be built again: {', '.join(lost)}"
        if is_pending:
            self._check_completed()
        if told.done:
            assert not is_pending, "it has said that it is done, but a journal is pending"
            assert self._is_new(), "it has said that it is done, but the old is there"
            assert _files(tree) == _files(self._run.after), "it has said that it is done, but other files are there"

    def _check_completed(self) -> None:
        world = self._world
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "fsync", lambda _descriptor: None)  # this disk is not the one that is looked at
            for _ in Installation(Request(target=world.target)).recover(CancelToken()):
                pass
        assert self._is_new(), "the journal does not lead to the new"
        assert not leftovers(world), f"left behind: {leftovers(world)}"
        check_users_file(world, self._run.change)
        assert world.is_listed() == (self._run.change.command != "uninstall")

    def _is_new(self) -> bool:
        key = key_of(read_tree(self.folder))
        if key not in self._snapshots:
            self._snapshots[key] = Snapshot.of(self._world)
        now, after = self._snapshots[key], self._run.change.after
        return (now.fingerprint, now.engines, now.files, now.state) == (
            after.fingerprint,
            after.engines,
            after.files,
            after.state,
        )


@pytest.fixture(scope="module")
def judges(world: World) -> dict[str, Judge]:
    return {name: Judge(world, run, after_each_call=False) for name, run in make_runs(world, TRACED).items()}


@pytest.fixture(scope="module")
def all_judges(world: World) -> dict[str, Judge]:
    return {name: Judge(world, run, after_each_call=True) for name, run in make_runs(world, RUNS).items()}


def _files(tree: Tree) -> Tree:
    """The files that are there for good: the next run removes what is staged, and the lock is an empty file."""
    passing = (*STAGED, "target/engines/.lock", "logs/")
    return {name: item for name, item in tree.items() if item and not name.startswith(passing)}


def check_cuts(judge: Judge) -> None:
    assert judge.knows_everything(), "the calls that were seen do not lead to what is there"
    assert not judge.found, f"{len(judge.found)}:\n" + "\n".join(judge.found[:20])


def check_each_flush_counts(judge: Judge, idle: Collection[str]) -> None:
    """Without any one flush, a cut does harm: none is there for nothing, and the model sees each."""
    flushes = list(judge.flushes())
    assert flushes
    without_harm = [str(call.path.relative_to(judge.folder)) for call in flushes if not judge.fault_without(call)]
    assert sorted(without_harm) == sorted(idle)


@pytest.mark.parametrize("name", TRACED)
def test_a_power_cut_leaves_the_old_or_the_new_or_what_the_next_run_completes(
    judges: dict[str, Judge], name: str
) -> None:
    check_cuts(judges[name])


@pytest.mark.parametrize("name", TRACED)
def test_no_flush_can_be_left_out(judges: dict[str, Judge], name: str) -> None:
    check_each_flush_counts(judges[name], IDLE.get(name, []))


@pytest.mark.parametrize("name", ["upgrade", "remove a feature"])
def test_what_the_journal_and_the_index_name_is_on_the_disk_before_them(judges: dict[str, Judge], name: str) -> None:
    named = list(judges[name].named())
    assert {by for by, _, _ in named} == {"journal", "index"}
    assert [item for item in named if not item[2]] == []


@pytest.mark.exhaustive
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("name", RUNS)
def test_a_power_cut_after_any_call_of_any_run(all_judges: dict[str, Judge], name: str) -> None:
    check_cuts(all_judges[name])
    check_each_flush_counts(all_judges[name], IDLE.get(name, []))
