"""A target that is made, upgraded, repaired and removed, and what must hold whatever happened to such a run.

The same rules on every system; what disturbs the runs differs: tests/installer/actions/test_crash_points.py and
tests/windows/crashing.py.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from builder.base.cancellation import CancelToken
from builder.base.errors import ExitCode
from builder.building.machine import Machine
from builder.engines.index import EngineIndex
from builder.engines.store import EngineStore
from installer.actions.status import status
from installer.target.request import Request
from tests.support.faults import Call
from tests.support.models import conv_net
from tests.support.packages import APP, model_entry, write_manifest
from tests.support.program import Ended, run

PHASES = ("preparation", "staging", "build", "journal", "commit", "registration", "cleanup")
WITHOUT_BUILDS = ("journal", "commit", "registration", "cleanup")
CHANGED_FILE, USERS_TEXT = "data/settings.ini", "what the user has set"


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@dataclass(frozen=True)
class World:
    """A folder in which one run after the other finds the same state; its path does not change, so nothing else does.

    Attributes:
        root: the folder.
        machine: this computer.
    """

    root: Path
    machine: Machine = field(compare=False)

    @property
    def target(self) -> Path:
        return self.root / "changing/target"

    @property
    def log(self) -> Path:
        return self.root / "changing/logs/run.log"

    @property
    def home(self) -> Path:
        return self.root / "changing/home"

    @property
    def package(self) -> Path:
        return self.root / "package"

    def is_listed(self) -> bool:
        """Whether the operating system lists the application."""
        return (self.home / ".local/share/applications" / f"{APP['id']}.desktop").exists()

    def is_outside(self, call: Call) -> bool:
        """Whether a call changes what the operating system lists."""
        return Path(call.paths[-1]).is_relative_to(self.home)

    def make_package(self, version: str, beta_channels: int, **files: str) -> None:
        """Two small models, and files of the application; those in `bin` can be executed."""
        shutil.rmtree(self.package, ignore_errors=True)
        payload = {name.replace("__", "/").replace("_", "."): text for name, text in files.items()}
        for name, text in payload.items():
            path = self.package / "files" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            path.chmod(0o755 if name.startswith("bin/") else 0o644)
        lines = [f"{sha256(self.package / 'files' / name)}  {name}\n" for name in sorted(payload)]
        models = self.package / "models"
        write_manifest(
            self.package,
            model_entry(self.package, conv_net(models / "alpha.onnx")),
            model_entry(self.package, conv_net(models / "beta.onnx", channels=beta_channels), feature="Beta"),
            app=APP | {"version": version},
            payload={"folder": "files", "sha256": hashlib.sha256("".join(lines).encode()).hexdigest()},
            registration={"executable": "bin/app"},
        )

    def make_first_package(self) -> None:
        self.make_package(
            "1.0",
            9,
            bin__app="#!/bin/sh\n",
            data__old_txt="goes",
            data__deep__same_txt="stays",
            data__settings_ini="as installed",
        )

    def make_second_package(self) -> None:
        self.make_package(
            "2.0",
            12,
            bin__app="#!/bin/sh\necho 2\n",
            data__deep__same_txt="stays",
            data__new__added_txt="comes",
            data__settings_ini="as installed later",
        )

    def arguments(self, name: str) -> list[str | Path]:
        package: list[str | Path] = ["--package", self.package] if name == "install" else []
        features = ["Beta"] if name in ("add", "remove") else []
        return [name, *features, "--quiet", "--json", *package, "--target", self.target, "--log", self.log]

    def run(self, name: str) -> Ended:
        return run(*self.arguments(name), home=self.home)

    def keep(self, name: str = "before") -> None:
        """Keep what is there now as what `restore` brings back."""
        shutil.rmtree(self.root / name, ignore_errors=True)
        shutil.copytree(self.root / "changing", self.root / name, symlinks=True)

    def restore(self, name: str = "before") -> None:
        shutil.rmtree(self.root / "changing")
        shutil.copytree(self.root / name, self.root / "changing", symlinks=True)

    def files(self) -> dict[str, str]:
        """The files of the application with their hashes."""
        found = {}
        for folder, folders, names in os.walk(self.target):
            if Path(folder) == self.target:
                folders[:] = [name for name in folders if name not in ("engines", ".engine-installer")]
            for path in (Path(folder) / name for name in names):
                found[path.relative_to(self.target).as_posix()] = sha256(path)
        return found

    def index(self) -> EngineIndex | None:
        """engines.json; a damaged one is a failure."""
        store = EngineStore(self.target)
        index = store.read_index()
        assert index is not None or store.index_fault() is None, store.index_fault()
        return index

    def state(self, *, quick: bool) -> str:
        return status(Request(target=self.target), self.machine, CancelToken(), quick=quick).state

    def journal_is_pending(self) -> bool:
        return (self.target / ".engine-installer/journal.json").exists()


@dataclass(frozen=True)
class Snapshot:
    """What an application finds in a target."""

    index: EngineIndex | None
    engines: dict[str, str]
    files: dict[str, str]
    state: str

    @classmethod
    def of(cls, world: World) -> Snapshot:
        index, store = world.index(), EngineStore(world.target)
        engines: dict[str, str] = {
            record.file: store.file_state(record, quick=False)
            for record in (index.engines if index is not None else ())
        }
        return cls(index, engines, world.files(), world.state(quick=False))

    @property
    def fingerprint(self) -> str | None:
        return self.index.fingerprint if self.index else None


@dataclass(frozen=True)
class Scenario:
    """A command on a state.

    Attributes:
        name: for messages.
        command: what is killed or fails.
        prepare: makes the state before it, in a world that is empty.
        kills: how many points are taken by default.
        errors: how many of each kind are taken by default.
    """

    name: str
    command: str
    prepare: Callable[[World], None]
    kills: int
    errors: int

    @property
    def builds(self) -> bool:
        """Whether it builds engines."""
        return self.command not in ("remove", "uninstall")


def _installed(world: World) -> None:
    world.make_first_package()
    assert world.run("install").code == 0


def _without_beta(world: World) -> None:
    _installed(world)
    assert world.run("remove").code == 0
    (world.target / CHANGED_FILE).write_text(USERS_TEXT, encoding="utf-8")


def _to_upgrade(world: World) -> None:
    _installed(world)
    (world.target / CHANGED_FILE).write_text(USERS_TEXT, encoding="utf-8")
    world.make_second_package()


def _damaged(world: World) -> None:
    _installed(world)
    index = world.index()
    assert index is not None
    first, second = (world.target / "engines" / engine.file for engine in index.engines)
    first.write_bytes(first.read_bytes()[:-1] + b"?")
    second.unlink()


def _with_changed_file(world: World) -> None:
    _installed(world)
    (world.target / CHANGED_FILE).write_text(USERS_TEXT, encoding="utf-8")


SCENARIOS = (
    Scenario("first install", "install", World.make_first_package, 12, 3),
    Scenario("upgrade", "install", _to_upgrade, 12, 3),
    Scenario("repair", "repair", _damaged, 8, 2),
    Scenario("add a feature", "add", _without_beta, 8, 2),
    Scenario("remove a feature", "remove", _with_changed_file, 5, 2),
    Scenario("uninstall", "uninstall", _installed, 6, 2),
    Scenario("uninstall after a change", "uninstall", _with_changed_file, 5, 2),
)


@dataclass(frozen=True)
class Point:
    """A system call at which something happens."""

    call: Call
    phase: str

    def __str__(self) -> str:
        return f"[{self.phase}] {self.call}"


@dataclass(frozen=True)
class Change:
    """What a command does to a world when nothing disturbs it."""

    command: str
    before: Snapshot
    after: Snapshot


def phases(calls: Sequence[Call], world: World) -> Iterator[str]:
    """In which phase of a run each call is."""
    phase, committed = "preparation", False
    staging, engines = world.target / ".engine-installer/staging", world.target / "engines/.staging"
    journal = world.target / ".engine-installer/journal.json"
    for call in calls:
        path = Path(call.paths[-1])
        if committed:
            removes = call.name in ("unlink", "unlinkat", "rmdir")
            tidies = path in (journal, world.target / "engines/.lock") or any(
                path.is_relative_to(folder) for folder in (staging, engines)
            )
            if world.is_outside(call):
                phase = "registration"
            elif phase == "cleanup" or (removes and tidies):
                phase = "cleanup"
            else:
                phase = "commit"
        elif path.name in ("index-new.engine", "journal.json", "receipt.json"):
            phase = "journal"
        elif phase != "journal" and path.is_relative_to(engines):
            phase = "build"
        elif phase == "preparation" and path.is_relative_to(world.target / ".engine-installer"):
            phase = "staging"
        yield phase
        committed = committed or (call.name == "rename" and path == journal)


def spread(points: Sequence[Point], number: int, start: int = 0) -> list[Point]:
    """So many of the points, from every phase alike, and from the whole of each."""
    by_phase = [[point for point in points if point.phase == phase] for phase in PHASES]
    by_phase = [members for members in by_phase if members]
    shares = [0] * len(by_phase)
    while sum(shares) < min(number, len(points)):
        open_phases = [i for i, members in enumerate(by_phase) if shares[i] < len(members)]
        # The smallest share first; `start` makes other phases come first.
        shares[min(open_phases, key=lambda i: (shares[i], (i + start) % len(by_phase)))] += 1
    chosen = []
    for members, share in zip(by_phase, shares, strict=True):
        chosen += [members[(2 * i + 1 + start) * len(members) // (2 * share) % len(members)] for i in range(share)]
    return chosen


def leftovers(world: World) -> list[str]:
    """What no finished run leaves behind."""
    return sorted(
        path.relative_to(world.root).as_posix()
        for path in (world.root / "changing").rglob("*")
        if path.name in (".staging", "staging", ".lock", "journal.json", "index-new.engine")
        or path.name.endswith(".new")
        or path.name.startswith(".nameless-")
    )


def extra_paths(world: World, change: Change) -> list[str]:
    """What is in the target besides the application's files that an undisturbed run leaves, and their folders."""
    files = {world.target / file for file in change.after.files}
    expected = files | {parent for file in files for parent in file.parents}
    return sorted(path.relative_to(world.target).as_posix() for path in world.target.rglob("*") if path not in expected)


def check_users_file(world: World, change: Change) -> None:
    users = hashlib.sha256(USERS_TEXT.encode()).hexdigest()
    if users in change.before.files.values():
        assert users in world.files().values(), "what the user had changed is lost"


def check_consistent(world: World, change: Change) -> None:
    """Whatever has happened, the old or the new is there, and `status` says so."""
    before, after = change.before, change.after
    now = Snapshot.of(world)
    pending = world.journal_is_pending()
    same_index = now.index == before.index
    for file, state in now.engines.items():
        # Only what was damaged before may still be.
        assert state == "intact" or (same_index and state == before.engines[file]), f"{file} is {state}"
    assert now.fingerprint in (before.fingerprint, after.fingerprint), "neither the old nor the new set of engines"
    for file in {**before.files, **after.files}:
        allowed = {before.files.get(file), after.files.get(file)}
        # Between being set aside and being replaced a file is away, and nowhere else.
        if pending and file == CHANGED_FILE:
            allowed.add(None)
        assert now.files.get(file) in allowed, f"{file} is neither the old nor the new one"
    check_users_file(world, change)
    if pending:
        assert now.state == "incomplete", f"status says {now.state} although a journal is pending"
        return
    is_new = now.fingerprint == after.fingerprint and now.files == after.files and now.engines == after.engines
    is_old = same_index and now.files == before.files and now.engines == before.engines
    assert is_new or is_old, f"no journal, but neither all old nor all new: {now.state}, {now.engines}, {now.files}"
    expected = {after.state} if is_new else set()
    expected |= {before.state} if is_old else set()
    assert now.state in expected, f"status says {now.state} instead of {' or '.join(sorted(expected))}"


def check_failed_run(world: World, change: Change, ended: Ended, allowed: Collection[ExitCode]) -> None:
    """A run in which a call has failed ends with one of these codes, and says so; or what failed does not matter."""
    assert "Traceback" not in ended.err, ended.err
    result = ended.events[-1]
    assert result["event"] == "result"
    codes = {code.number: code.label for code in (ExitCode.OK, *allowed)}
    assert ended.code in codes, f"exit status {ended.code}: {result['message']} {result['detail']}"
    assert (result["code"], result["name"]) == (ended.code, codes[ended.code])
    if ExitCode.LOG_UNWRITABLE not in allowed:
        last = world.log.read_text(encoding="utf-8").splitlines()[-1]
        assert last == f"RESULT code={result['code']} name={result['name']}"
    if ended.code == 0:
        now, after = Snapshot.of(world), change.after
        assert not world.journal_is_pending(), "success, but a journal is pending"
        assert (now.fingerprint, now.files, now.state) == (
            after.fingerprint,
            after.files,
            after.state,
        ), f"success, but {now.state}, {now.fingerprint}, {now.files}"
    check_consistent(world, change)
    check_next_run(world, change)


def check_next_run(world: World, change: Change) -> list[dict[str, Any]]:
    """The same command again succeeds, and leaves nothing but what an undisturbed run leaves; returns its events."""
    # An empty folder, or one with nothing but what the user has changed, shows no trace of having been a target.
    was_gone = change.command == "uninstall" and not (extra_paths(world, change) or world.is_listed())
    was_empty = was_gone and world.target.exists()
    ended = world.run(change.command)
    assert ended.code == (ExitCode.NOT_INSTALLED.number if was_gone else 0), f"next run: {ended.events[-1]}"
    now, after = Snapshot.of(world), change.after
    assert now.fingerprint == after.fingerprint, "the next run installs other engines"
    assert set(now.engines.values()) <= {"intact"}, "the next run leaves a damaged engine"
    assert now.files == after.files, f"the next run leaves {now.files} instead of {after.files}"
    assert now.state == after.state, f"status says {now.state} after the next run"
    assert world.state(quick=True) == after.state
    check_users_file(world, change)
    assert not leftovers(world), f"left behind: {leftovers(world)}"
    assert world.is_listed() == (change.command != "uninstall")
    if change.command == "uninstall":
        assert not (extra := extra_paths(world, change)), f"left behind: {extra}"
        assert was_empty or world.target.exists() == bool(after.files), "the empty target is left behind"
    else:
        assert os.access(world.target / "bin/app", os.X_OK)
    return ended.events
