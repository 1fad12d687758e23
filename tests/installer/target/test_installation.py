"""One application in one target: where it is, what is there, who may change it, and what other runs do."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.app_package.app import App
from builder.base.cancellation import CancelToken
from builder.base.errors import AccessDenied, AlreadyRunning, BlockedByPolicy, Cancelled, InvalidParameter
from builder.base.events import Warned
from builder.base.text import verbatim
from builder.engines.store import ENGINE_STAGING, EngineStore, StagedEngine
from builder.operating_system.kinds import MachineFolders
from installer.target import installation as module
from installer.target.installation import Installation
from installer.target.journal import Journal, Remove
from installer.target.paths import JOURNAL, RECEIPT, STAGING
from installer.target.receipt import Receipt
from installer.target.request import Request, Scope
from tests.support.feeds import record_for
from tests.support.packages import APP, write_manifest
from tests.support.payloads import tree, write_files
from tests.support.rights import ANOTHER_USER, no_administrator, open_folder
from tests.support.targets import TEST_APP, engine, installation_of, with_engines, with_receipt

on_linux = pytest.mark.skipif(os.name == "nt", reason="made with what Linux has")
as_root = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root has rights to abuse")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's, where desktop entries are."""
    for name in [name for name in os.environ if name.startswith("XDG_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return write_files(tmp_path / "home", {})


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "target"


# Where it is, and for whom.


@on_linux
def test_without_a_target_it_goes_where_the_scope_has_it(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = MachineFolders(tmp_path / "programs", tmp_path / "logs")
    monkeypatch.setattr("installer.target.location.machine_folders", lambda: machine)
    package = write_manifest(tmp_path / "package", {"name": "alpha", "onnx": "alpha.onnx", "sha256": "0" * 64})
    own = Installation(Request(package=package))
    assert own.target == home / f".local/share/{APP['id']}"
    assert own.manifest
    assert own.manifest.path == package / "app.toml"
    assert Installation(Request(package=package, scope="current-user")).target == own.target
    assert Installation(Request(package=package, scope="all-users")).target == tmp_path / "programs" / APP["id"]


def test_a_target_that_is_given_is_made_absolute_and_needs_no_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = installation_of(Path("a/../target"))
    assert (found.target, found.manifest) == (tmp_path / "target", None)


def test_the_names_in_a_target_are_looked_at_as_they_were_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of an absolute path, Windows has removed what tells that it takes one for another."""
    looked_at = []
    monkeypatch.setattr(module, "check_names", lambda target, *, windows: looked_at.append((target, windows)))
    monkeypatch.chdir(tmp_path)
    installation_of(Path("dots./x"))
    assert looked_at == [(Path("dots./x"), os.name == "nt")]


@pytest.mark.parametrize(
    ("asked", "before", "expected"),
    [
        (None, None, "current-user"),
        (None, "all-users", "all-users"),
        (None, "current-user", "current-user"),
        ("all-users", "current-user", "all-users"),
        ("current-user", "all-users", "current-user"),
    ],
)
def test_it_is_for_whom_is_asked_else_for_whom_it_was(
    target: Path, asked: Scope | None, before: Scope | None, expected: Scope
) -> None:
    receipt = Receipt(app=TEST_APP, scope=before) if before else None
    assert installation_of(target, scope=asked).scope_given(receipt) == expected


# What is there.


def test_where_nothing_is_nothing_is_found(target: Path) -> None:
    for _ in range(2):
        state = installation_of(target).read_state()
        assert state.is_nothing
        assert state.app is None
        write_files(target, {"mine.txt": b"mine"})


@pytest.mark.parametrize(
    "there",
    [
        {"engines/engines.json": b"damaged"},
        {RECEIPT: None},
        {JOURNAL: b'{"schema": 1, "action": "install", "operations": []}'},
        {f"{STAGING}/file": b""},
        {f"{ENGINE_STAGING}/file": b""},
    ],
    ids=str,
)
def test_whatever_an_earlier_run_has_left_is_not_nothing(target: Path, there: dict[str, bytes | None]) -> None:
    for file, content in there.items():
        write_files(target, {file: content}) if content is not None else with_receipt(target)
    assert not installation_of(target).read_state().is_nothing


def test_engines_are_looked_at_as_closely_as_is_asked(target: Path) -> None:
    same, changed, gone = with_engines(target, b"one", b"two", b"three")
    path = target / "engines" / changed.file
    path.write_bytes(engine(b"TWO"))
    (target / "engines" / gone.file).unlink()
    state = installation_of(target).read_state()
    assert {item.record.file: item.file_state for item in state.engines} == {
        same.file: "intact",
        changed.file: "damaged",
        gone.file: "missing",
    }
    quick = installation_of(target).read_state(quick=True)
    assert {item.record.file: item.file_state for item in quick.engines}[changed.file] == "intact"
    assert installation_of(target).read_state(with_engines=False).engines == ()
    assert (state.is_nothing, state.index_fault) == (False, None)


def test_a_damaged_list_of_engines_counts_as_none_and_is_told(target: Path) -> None:
    write_files(target / "engines", {"engines.json": b"{"})
    state = installation_of(target).read_state()
    assert state.index is None
    assert state.index_fault


def test_whose_installation_it_is_the_receipt_says_before_the_engines(target: Path) -> None:
    with_engines(target, b"one")
    found = installation_of(target).read_state().app
    assert found
    assert found.id == "com.example.indexed"
    with_receipt(target)
    assert installation_of(target).read_state().app == TEST_APP


def test_what_a_run_that_was_cut_off_has_finished_is_there_too(target: Path) -> None:
    (published,) = with_engines(target, b"one")
    store, content = EngineStore(target), engine(b"two")
    path = store.staging_path("finished")
    path.write_bytes(content)
    finished = record_for(content, model="m9")
    store.note_finished(StagedEngine(path, finished))
    found = installation_of(target).read_state_with_finished(CancelToken())
    assert [(item.record, item.file_state, item.staged) for item in found.engines] == [
        (published, "intact", None),
        (finished, "intact", path),
    ]
    path.write_bytes(engine(b"TWO"))
    assert len(installation_of(target).read_state_with_finished(CancelToken()).engines) == 1


def test_hashing_engines_can_be_cancelled(target: Path) -> None:
    with_engines(target, b"one")
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        installation_of(target).read_state(cancel)


# Who may change it.


@on_linux
def test_only_an_administrator_changes_what_is_for_all_users() -> None:
    with open_folder() as folder, no_administrator():
        mine = installation_of(folder / "target")
        mine.check_permitted(None)
        with pytest.raises(AccessDenied, match="for all users needs administrator rights"):
            mine.check_permitted(Receipt(app=TEST_APP, scope="all-users"))
        with pytest.raises(AccessDenied):
            installation_of(folder / "target", scope="all-users").check_permitted(None)


@as_root
def test_a_target_that_others_could_lead_elsewhere_is_refused_also_if_that_happens_later(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    asked = installation_of(theirs / "new/target", scope="all-users")
    asked.check_permitted(None)
    os.chown(theirs, ANOTHER_USER, -1)
    with pytest.raises(BlockedByPolicy, match="administrator rights"), asked.held(None, CancelToken()):
        pytest.fail("it is held")
    assert tree(theirs) == {}
    with pytest.raises(BlockedByPolicy):
        installation_of(theirs / "new/target", scope="all-users").check_permitted(None)


@as_root
@pytest.mark.parametrize("scope", ["all-users", "current-user"])
def test_no_file_goes_into_a_folder_of_another_user_with_rights_to_abuse(target: Path, scope: Scope) -> None:
    write_files(target, {"theirs/x": b"", "ours/x": b""})
    asked = installation_of(target, scope=scope)
    asked.check_feasible([Remove(file="ours/x"), Remove(file="theirs/x")], None)
    os.chown(target / "theirs", ANOTHER_USER, -1)
    asked.check_feasible([Remove(file="ours/x")], None)
    with pytest.raises(BlockedByPolicy, match="theirs with administrator rights"):
        asked.check_feasible([Remove(file="theirs/x")], None)


@as_root
def test_without_rights_to_abuse_every_folder_that_can_be_written_will_do() -> None:
    with open_folder() as folder:
        write_files(folder / "target", {"shared/x": b""})
        (folder / "target/shared").chmod(0o777)
        with no_administrator():
            installation_of(folder / "target").check_feasible([Remove(file="shared/x")], None)
        with pytest.raises(BlockedByPolicy):
            installation_of(folder / "target", scope="all-users").check_feasible([Remove(file="shared/x")], None)


@as_root
def test_the_engines_alone_may_lie_behind_a_link_if_nobody_could_lead_it_elsewhere(
    tmp_path: Path, target: Path
) -> None:
    target.mkdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    link = target / "engines"
    link.symlink_to(elsewhere)
    asked = installation_of(target, scope="all-users")
    asked.check_feasible([Remove(file="engines/x")], None)
    (target / "data").symlink_to(elsewhere)
    with pytest.raises(BlockedByPolicy):
        asked.check_feasible([Remove(file="data/x")], None)
    os.chown(link, ANOTHER_USER, -1, follow_symlinks=False)
    with pytest.raises(BlockedByPolicy):
        asked.check_feasible([Remove(file="engines/x")], None)


# Other runs.


@pytest.fixture
def other_run(target: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[contextlib.ExitStack]:
    """A run that holds the target until it is closed, or until this one has waited for it."""
    with contextlib.ExitStack() as other:
        other.enter_context(EngineStore(target).exclusive())
        monkeypatch.setattr("time.sleep", lambda _seconds: other.close())
        yield other


def test_a_run_waits_for_another_one_only_where_that_is_asked_for(
    target: Path, other_run: contextlib.ExitStack
) -> None:
    assert list(installation_of(target).wait_for_others(CancelToken())) == []
    events = list(installation_of(target, wait=True).wait_for_others(CancelToken()))
    assert [type(event) for event in events] == [Warned]
    assert not EngineStore(target).is_held()
    assert list(installation_of(target, wait=True).wait_for_others(CancelToken())) == []


def test_waiting_can_be_cancelled(target: Path, other_run: contextlib.ExitStack) -> None:
    cancel = CancelToken()
    cancel.cancel()
    waiting = installation_of(target, wait=True)
    with pytest.raises(Cancelled):
        list(waiting.wait_for_others(cancel))
    with pytest.raises(Cancelled), waiting.held(None, cancel):
        pytest.fail("it is held")


def test_a_target_is_held_by_one_run(target: Path, other_run: contextlib.ExitStack) -> None:
    with pytest.raises(AlreadyRunning), installation_of(target).held(None, CancelToken()):
        pytest.fail("it is held twice")
    with installation_of(target, wait=True).held(None, CancelToken()):
        assert EngineStore(target).is_held()
    assert not EngineStore(target).is_held()


@pytest.mark.parametrize("app", [None, TEST_APP])
def test_setups_find_the_name_of_what_is_at_work(
    target: Path, monkeypatch: pytest.MonkeyPatch, app: App | None
) -> None:
    """Inno Setup's AppMutex and the like."""
    names = []

    @contextlib.contextmanager
    def announce(name: str) -> Iterator[None]:
        names.append(name)
        yield

    monkeypatch.setattr(module, "announce", announce)
    with installation_of(target).held(app, CancelToken()):
        pass
    assert names == [f"engine-installer-{app.id}" if app else "engine-installer"]


@pytest.mark.parametrize("removing", [True, False])
def test_what_was_staged_and_not_committed_is_gone_afterwards(tmp_path: Path, target: Path, removing: bool) -> None:
    asked = installation_of(target)
    before = tree(tmp_path)
    with contextlib.suppress(InvalidParameter), asked.held(None, CancelToken(), removing=removing):
        asked.transaction.stage("data/x").write_bytes(b"x")
        asked.store.staging_path("x").write_bytes(b"x")
        raise InvalidParameter(verbatim("the run fails"))
    kept = {"target": None, "target/.engine-installer": None} if removing else {}
    assert tree(tmp_path) == before | kept


def test_what_was_committed_stays_for_the_next_run(target: Path) -> None:
    asked = installation_of(target)
    with contextlib.suppress(InvalidParameter), asked.held(None, CancelToken()):
        asked.transaction.stage("data/x").write_bytes(b"x")
        asked.store.staging_path("x").write_bytes(b"x")
        asked.transaction.commit(Journal(action="install", operations=()))
        raise InvalidParameter(verbatim("the run fails"))
    assert {f"{STAGING}/data/x", f"{ENGINE_STAGING}/x.engine", JOURNAL} <= tree(target).keys()


@pytest.mark.parametrize(("end", "kept"), [("fails", True), ("times out", True), ("is cancelled", False)])
def test_half_fetched_engines_stay_unless_the_run_is_cancelled(target: Path, end: str, kept: bool) -> None:
    asked, cancel = installation_of(target), CancelToken()
    with asked.held(None, cancel):
        asked.store.staging_path("x").write_bytes(b"x")
        part = asked.store.part_path("0" * 64)
        part.write_bytes(b"half")
        asked.parts = [part]
        if end == "times out":
            cancel.time_out()
        if end == "is cancelled":
            cancel.cancel()
    assert part.exists() == kept
    assert not (target / ENGINE_STAGING / "x.engine").exists()


# An administrator whose umask is narrow.


@as_root
def test_an_administrator_is_told_what_other_users_cannot_read(target: Path, home: Path) -> None:
    def told(place: Path) -> list[str]:
        events = list(installation_of(place).warn_if_closed())
        assert all(isinstance(event, Warned) for event in events)
        return [str(event.message) for event in events if isinstance(event, Warned)]

    assert told(target) == []
    with_engines(target, b"one")
    for path in (target, target / "engines"):
        path.chmod(0o755)
    index = target / "engines/engines.json"
    index.chmod(0o644)
    assert told(target) == []
    for path in (target, target / "engines", index):
        mode = path.stat().st_mode & 0o777
        path.chmod(mode & 0o700)
        (message,) = told(target)
        assert f"cannot read {path}." in message
        with no_administrator():
            assert told(target) == []
        path.chmod(mode)
    # In one's own home nobody else is expected.
    with_engines(home / "target", b"one")
    (home / "target").chmod(0o700)
    assert told(home / "target") == []
