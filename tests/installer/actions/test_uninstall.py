"""Uninstalling takes away exactly what was installed; what the user has added or changed stays, and is named."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.manifest import MAINTENANCE_FOLDER
from builder.base.cancellation import CancelToken
from builder.base.errors import AccessDenied, Cancelled, FileInUse
from builder.base.events import Committing, Event, Logged
from installer.actions.uninstall import RemovalPlan, plan, removal_journal, removal_plan
from installer.target.installation import Installation
from installer.target.journal import Journal, Remove, RemoveFolder
from installer.target.paths import JOURNAL, RECEIPT
from installer.target.request import Request
from installer.target.transaction import Transaction
from tests.support import in_process
from tests.support.in_process import run
from tests.support.packages import APP, small_package
from tests.support.payloads import payload_package, tree, write_files
from tests.support.program import Ended
from tests.support.quick_builds import Pc, Ran

pytestmark = pytest.mark.usefixtures("pc")

FILES = {"studio": b"#!/bin/sh\n", "data/one.txt": b"one", "data/deep/two.txt": b"two"}


def install(tmp_path: Path, target: Path, **top: Any) -> None:
    package = payload_package(tmp_path / "package", FILES, **top)
    assert in_process.install(tmp_path, package, "--target", target).code == 0


def uninstall(tmp_path: Path, target: Path, *options: str) -> Ended:
    return run("uninstall", "--quiet", "--target", target, "--json", *options, home=tmp_path)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    install(tmp_path, tmp_path / "target")
    return tmp_path / "target"


def edit_receipt(target: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    values = json.loads((target / RECEIPT).read_text())
    edit(values)
    (target / RECEIPT).write_text(json.dumps(values))


def test_everything_goes_with_the_folders_that_were_made(tmp_path: Path) -> None:
    target = tmp_path / "new/parents/target"
    install(tmp_path, target, defaults={}, registration={"executable": "studio"})
    assert list((target / "engines").glob("*.engine"))
    assert list((tmp_path / ".local/share/applications").iterdir())
    ended = uninstall(tmp_path, target)
    assert ended.code == 0
    assert "commit" in [event["event"] for event in ended.events]
    assert ended.events[-1]["detail"].endswith(f"from {target}.")
    assert not (tmp_path / "new").exists()
    assert list((tmp_path / ".local/share/applications").iterdir()) == []


def test_made_folders_go_where_the_system_cannot_follow_a_long_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Wine says of paths of more than 260 characters (ERROR_MORE_DATA), which C knows as EINVAL."""
    target = tmp_path / "new/target"
    target.mkdir(parents=True)
    journal = Journal(action="uninstall", operations=(), made=(str(target.parent), str(target)))

    def refuse(path: object, **_: object) -> str:
        raise OSError(errno.EINVAL, "More data is available", str(path))

    monkeypatch.setattr("os.path.realpath", refuse)
    assert Installation(Request(target=target)).remove_made_folders(journal) == []
    assert list(tmp_path.iterdir()) == []


def test_made_folders_go_if_only_one_of_two_runs_was_given_the_prefix_for_long_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prefix, target = "/proc/self/root", tmp_path / "new/target"
    target.mkdir(parents=True)
    journal = Journal(action="uninstall", operations=(), made=(f"{prefix}{target.parent}", f"{prefix}{target}"))
    monkeypatch.setattr("os.path.realpath", str)  # it keeps the prefix
    monkeypatch.setattr("installer.target.installation.plain_path", lambda path: Path(str(path).removeprefix(prefix)))
    assert Installation(Request(target=target)).remove_made_folders(journal) == []
    assert list(tmp_path.iterdir()) == []


def test_a_folder_may_need_the_prefix_for_long_paths_where_the_target_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here /proc/self/root is another way to the same files, as `\\\\?\\` is on Windows."""
    prefix = "/proc/self/root"
    write_files(tmp_path / "target", {"deep/file": b"x", "deep/other/file": b"x"})
    monkeypatch.setattr("installer.target.transaction.extended_path", lambda path: Path(f"{prefix}{path}"))
    monkeypatch.setattr("installer.target.transaction.plain_path", lambda path: Path(str(path).removeprefix(prefix)))
    transaction = Transaction(tmp_path / "target")
    transaction.check_feasible([Remove(file="deep/file", sha256=None)], lambda _: None)
    transaction.stage("deep").write_bytes(b"x")
    in_place = transaction.install_operation("deep", "0" * 64)
    gone = [Remove(file="deep/file", sha256=None), Remove(file="deep/other/file", sha256=None)]
    empty = [RemoveFolder(folder="deep/other"), RemoveFolder(folder="deep")]
    transaction.check_feasible([*gone, *empty, in_place], lambda _: None)


def test_folders_that_were_there_before_stay(tmp_path: Path) -> None:
    target = tmp_path / "there/target"
    (target / "data").mkdir(parents=True)
    install(tmp_path, target)
    assert uninstall(tmp_path, target).code == 0
    assert tree(target) == {"data": None}


def test_what_the_user_has_added_or_changed_stays_and_is_named(tmp_path: Path, target: Path) -> None:
    mine = {"studio": b"changed", "data/mine.txt": b"mine", "engines/mine.bin": b"mine", "top.txt": b"mine"}
    write_files(target, mine)
    ended = uninstall(tmp_path, target)
    assert ended.code == 0
    assert {name: content for name, content in tree(target).items() if content is not None} == mine
    detail = ended.events[-1]["detail"]
    changed, _, added = detail.partition("Kept, because changed since they were installed: ")[2].partition(
        "Kept, because not installed by engine-installer: "
    )
    assert "studio" in changed
    for name in set(mine) - {"studio"}:
        assert name in added, name
    assert not (target / MAINTENANCE_FOLDER).exists()
    assert not (target / "data/deep").exists()


def test_what_the_user_has_added_beside_our_own_notes_stays(tmp_path: Path, target: Path) -> None:
    write_files(target, {f"{MAINTENANCE_FOLDER}/package/notes.txt": b"mine"})
    assert uninstall(tmp_path, target).code == 0
    assert tree(target)[f"{MAINTENANCE_FOLDER}/package/notes.txt"] == b"mine"


def test_a_link_in_place_of_our_own_folder_is_not_followed(tmp_path: Path, target: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (target / MAINTENANCE_FOLDER).rename(elsewhere)
    (target / MAINTENANCE_FOLDER).symlink_to(elsewhere)
    write_files(elsewhere, {"diary.txt": b"mine", "photos/one.jpg": b"mine"})
    uninstall(tmp_path, target)
    left = tree(elsewhere)
    assert (left.get("diary.txt"), left.get("photos/one.jpg")) == (b"mine", b"mine")


def test_that_nothing_is_installed_is_reported(tmp_path: Path) -> None:
    write_files(tmp_path / "target", {"mine.txt": b"mine"})
    before = tree(tmp_path)
    for options in ((), ("--plan",)):
        ended = run(
            "uninstall", "--quiet", "--target", tmp_path / "target", "--log", tmp_path / "l", *options, home=tmp_path
        )
        assert ended.code == 66
        assert "There is nothing to remove" in ended.err
    (tmp_path / "l").unlink()
    assert tree(tmp_path) == before


def test_the_plan_is_printed_and_changes_nothing(tmp_path: Path, target: Path) -> None:
    write_files(target, {"studio": b"changed", "mine.txt": b"mine"})
    before = tree(target)
    plan = json.loads(uninstall(tmp_path, target, "--plan").out)
    assert plan["target"] == str(target)
    assert plan["keep_changed"] == ["studio"]
    assert {"engines/engines.json", "data/one.txt", "data/deep/two.txt"} <= set(plan["remove"])
    assert plan["remove"][-1] == RECEIPT
    assert not {"studio", "mine.txt"} & set(plan["remove"])
    assert plan["registered"] is False
    text = run("uninstall", "--plan", "--target", target, home=tmp_path)
    assert text.code == 0
    assert "studio was changed and is kept" in text.out
    assert tree(target) == before


def test_two_applications_in_one_parent_do_not_touch_each_other(tmp_path: Path) -> None:
    install(tmp_path, tmp_path / "apps/first", registration={})
    other = payload_package(tmp_path / "other", {"b": b"b"}, app=APP | {"id": "com.example.other"}, registration={})
    assert run("install", "--package", other, "--target", tmp_path / "apps/second", home=tmp_path).code == 0
    before = tree(tmp_path / "apps/second")
    assert uninstall(tmp_path, tmp_path / "apps/first").code == 0
    assert tree(tmp_path / "apps/second") == before
    assert [path.name for path in (tmp_path / ".local/share/applications").iterdir()] == ["com.example.other.desktop"]
    assert uninstall(tmp_path, tmp_path / "apps/second").code == 0
    # The first run made it; the second does not know that.
    assert tree(tmp_path / "apps") == {} if (tmp_path / "apps").exists() else True


def file_entry(name: str) -> dict[str, Any]:
    return {"file": name, "size": 4, "sha256": "0" * 64}


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda values: values["files"].append(file_entry("../victim")), id="a path that leaves"),
        pytest.param(lambda values: values["files"].append(file_entry("/etc/passwd")), id="an absolute path"),
        pytest.param(lambda values: values["files"].append(file_entry("C:/victim")), id="a drive"),
        pytest.param(lambda values: values["files"].append(file_entry("data\\victim")), id="backslashes"),
        pytest.param(lambda values: values["files"].append(file_entry("data/con.txt")), id="a device"),
        pytest.param(lambda values: values["files"].append(file_entry("")), id="no path"),
        pytest.param(lambda values: values["folders"].append("data/../.."), id="a folder that leaves"),
        pytest.param(lambda values: values.update(files="all"), id="no list"),
        pytest.param(lambda values: values.update(scope="everybody"), id="an unknown scope"),
        pytest.param(lambda values: values.update(registration={"icon": "../x"}), id="an icon that leaves"),
    ],
)
def test_a_receipt_that_the_user_has_edited_is_refused(
    tmp_path: Path, target: Path, edit: Callable[[dict[str, Any]], object]
) -> None:
    edit_receipt(target, edit)
    refused_with_nothing_removed(tmp_path, target)


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{", b"[" * 100_000, b'{"schema": 1, "app": ' * 50_000, b"\xff\xfe", b" " * (65 << 20), b"1" * 5000],
    ids=["empty", "a list", "cut off", "deep lists", "deep objects", "no text", "huge", "a huge number"],
)
def test_a_receipt_that_is_no_receipt_is_refused(tmp_path: Path, target: Path, content: bytes) -> None:
    (target / RECEIPT).write_bytes(content)
    refused_with_nothing_removed(tmp_path, target)


def refused_with_nothing_removed(tmp_path: Path, target: Path) -> None:
    write_files(tmp_path, {"victim": b"mine"})
    before = tree(target)
    ended = uninstall(tmp_path, target)
    assert (ended.code, ended.events[-1]["name"]) == (77, "blocked_by_policy")
    assert f"The receipt {target / RECEIPT} is not as engine-installer wrote it" in ended.events[-1]["detail"]
    assert "Delete that file" in ended.events[-1]["hint"]
    assert tree(target) == before
    assert (tmp_path / "victim").read_bytes() == b"mine"


def test_a_receipt_of_a_newer_version_is_left_alone(tmp_path: Path, target: Path) -> None:
    edit_receipt(target, lambda values: values.update(schema=2))
    before = tree(target)
    assert uninstall(tmp_path, target).code == 69
    assert tree(target) == before


def test_foreign_folders_in_a_receipt_are_not_removed(tmp_path: Path) -> None:
    target = tmp_path / "parent/target"
    empty = tmp_path / "empty"
    target.mkdir(parents=True)
    empty.mkdir()
    install(tmp_path, target)
    names = [str(empty), str(tmp_path), "relative", "", str(target / ".." / ".." / "empty"), "\0", str(target)]
    edit_receipt(target, lambda values: values.update(made=[*names, str(tmp_path / "parent")]))
    assert uninstall(tmp_path, target).code == 0
    assert empty.is_dir()
    # At most, empty folders on the way to the target are taken for ours.
    assert not (tmp_path / "parent").exists()


@pytest.mark.parametrize("done", [0, 1, 3, 99])
def test_an_interrupted_uninstall_is_completed_by_the_next(tmp_path: Path, done: int) -> None:
    target = tmp_path / "new/target"
    install(tmp_path, target, registration={})
    installation = Installation(Request(target=target))
    found = installation.read_state()
    journal = removal_journal(removal_plan(installation, found, CancelToken()), found)
    transaction = Transaction(target)
    transaction.commit(journal)
    transaction.apply(replace(journal, operations=journal.operations[:done]))
    if done:
        # The entry goes before the first file.
        (tmp_path / ".local/share/applications/com.example.test.desktop").unlink()
    state = json.loads(run("status", "--target", target, "--json", home=tmp_path).out)["state"]
    assert state == "incomplete"
    ended = uninstall(tmp_path, target)
    assert ended.code == 0
    assert any("interrupted" in event.get("message", "") for event in ended.events if event["event"] == "warning")
    assert tree(target) == {} if target.exists() else True
    assert list((tmp_path / ".local/share/applications").iterdir()) == []
    assert not (tmp_path / "new").exists(), "the folders that were made for it stay"


def test_an_install_completes_an_interrupted_uninstall_first(tmp_path: Path, target: Path) -> None:
    transaction = Transaction(target)
    transaction.commit(Journal(action="uninstall", operations=(Remove(file="studio"), Remove(file=RECEIPT))))
    package = tmp_path / "package"
    assert run("install", "--quiet", "--package", package, "--target", target, home=tmp_path).code == 0
    assert (target / "studio").read_bytes() == FILES["studio"]
    assert not (target / JOURNAL).exists()
    assert (target / RECEIPT).exists()


def test_a_journal_that_the_user_has_edited_is_refused(tmp_path: Path, target: Path) -> None:
    write_files(tmp_path, {"victim": b"mine"})
    for operation in (
        {"do": "remove", "file": "../victim"},
        {"do": "place", "staged": "../victim", "file": "x", "sha256": "0" * 64},
        {"do": "place", "staged": "studio", "file": "x", "sha256": "0" * 64},
        {"do": "set_aside", "file": "studio", "to": "/tmp/x"},
        {"do": "remove_folder", "folder": "data/aux"},
        {"do": "format", "file": "x"},
    ):
        journal = {"schema": 1, "action": "uninstall", "operations": [{"do": "remove", "file": "studio"}, operation]}
        (target / JOURNAL).write_text(json.dumps(journal))
        before = tree(target)
        ended = uninstall(tmp_path, target)
        assert (ended.code, ended.events[-1]["name"]) == (77, "blocked_by_policy"), operation
        assert tree(target) == before
    assert (tmp_path / "victim").exists()


def test_what_an_older_version_installed_is_removed_without_a_receipt(tmp_path: Path) -> None:
    package, target = small_package(tmp_path / "package", "alpha"), tmp_path / "target"
    assert run("install", "--package", package, "--target", target, home=tmp_path).code == 0
    for path in sorted((target / MAINTENANCE_FOLDER).rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (target / MAINTENANCE_FOLDER).rmdir()
    write_files(target, {"engines/mine.txt": b"mine"})
    ended = uninstall(tmp_path, target)
    assert ended.code == 0
    assert "Removed 2 files" in ended.events[-1]["detail"]
    assert tree(target) == {"engines": None, "engines/mine.txt": b"mine"}
    assert "engines/mine.txt" in ended.events[-1]["detail"]


def test_uninstalling_twice_says_that_nothing_is_there(tmp_path: Path, target: Path) -> None:
    assert uninstall(tmp_path, target).code == 0
    assert not target.exists()
    assert uninstall(tmp_path, target).code == 66
    assert not target.exists()


@pytest.fixture
def installed(pc: Pc) -> Pc:
    payload_package(pc.package, FILES, defaults={}, registration={"executable": "studio"})
    pc.run()
    return pc


def test_a_file_that_is_in_use_keeps_a_removal_from_beginning(installed: Pc) -> None:
    """As on Windows; here a program does not keep a file from being removed."""
    before = installed.files()
    installed.patch.setattr("installer.target.application_files.is_held", lambda path: path.name == "studio")
    with pytest.raises(FileInUse, match="studio"):
        installed.run("uninstall")
    assert installed.files() == before


def test_a_folder_that_this_user_may_not_change_keeps_a_removal_from_beginning(installed: Pc) -> None:
    """Where all rights are there, as root has them, the system says so only when it is asked."""
    before, closed = installed.files(), installed.target / "data/deep"
    allowed = os.access
    installed.patch.setattr(os, "access", lambda path, mode: Path(path) != closed and allowed(path, mode))
    with pytest.raises(AccessDenied, match="deep"):
        installed.run("uninstall")
    assert installed.files() == before


@pytest.mark.parametrize("moment", ["before it begins", "when everything is found out"])
def test_a_removal_that_is_cancelled_before_its_commit_changes_nothing(installed: Pc, moment: str) -> None:
    before, cancel = installed.files(), CancelToken()
    if moment == "before it begins":
        cancel.cancel()
    events = list[Event]()

    def show(event: Event) -> None:
        events.append(event)
        cancel.cancel()

    with pytest.raises(Cancelled):
        installed.run("uninstall", cancel, show)
    assert not any(isinstance(event, Committing) for event in events)
    assert installed.files() == before


def said(ran: Ran) -> list[str]:
    return [event.message for event in ran.of(Logged)]


def planned(pc: Pc) -> RemovalPlan:
    return plan(pc.request("uninstall"), CancelToken())


def test_engines_json_goes_first_and_the_receipt_last(installed: Pc) -> None:
    remove = planned(installed).remove
    assert (remove[0], remove[-1]) == ("engines/engines.json", RECEIPT)
    assert set(remove) == {file for file, content in installed.files().items() if content is not None}


def test_what_is_gone_already_is_neither_removed_nor_counted(installed: Pc) -> None:
    whole = planned(installed)
    kept = next(file for file in whole.remove if file.startswith(f"{MAINTENANCE_FOLDER}/package/"))
    for file in ("studio", kept):
        (installed.target / file).unlink()
    less = planned(installed)
    assert set(less.remove) == {*whole.remove} - {"studio", kept}
    assert less.count == whole.count - 2
    detail = installed.run("uninstall").result.detail
    assert detail == f"Removed {less.count} files from {installed.target}."
    assert not installed.target.exists()


def test_the_plan_tells_how_much_is_freed(installed: Pc) -> None:
    found = planned(installed)
    assert found.bytes == sum(len(content) for content in installed.files().values() if isinstance(content, bytes))
    assert (found.logs, found.log_bytes, found.after_exit) == ((), 0, ())
    told = found.to_json()
    assert told["frees_mib"] == round(found.bytes / 1048576, 1)
    assert (told["registered"], told["schema"]) == (True, 1)
    assert (told["keep_changed"], told["keep_was_there"], told["logs"]) == ([], [], [])


def test_a_plan_tells_large_sizes_in_mebibytes(installed: Pc) -> None:
    assert replace(planned(installed), bytes=2_621_440).to_json()["frees_mib"] == 2.5


def test_a_file_that_was_there_before_stays_and_is_named(pc: Pc) -> None:
    payload_package(pc.package, FILES)
    write_files(pc.target, {"studio": FILES["studio"]})
    pc.run()
    assert planned(pc).was_there == ("studio",)
    assert not {"studio"} & {*planned(pc).remove, *planned(pc).changed}
    ran = pc.run("uninstall")
    assert tree(pc.target) == {"studio": FILES["studio"]}
    assert "Kept, because they were there before: studio." in ran.result.detail
    assert "kept studio, which was there before" in said(ran)
    assert "not installed by" not in ran.result.detail


def test_each_file_that_stays_is_named_once_and_with_its_reason(installed: Pc) -> None:
    write_files(installed.target, {"data/one.txt": b"mine now", "data/deep/mine.txt": b"mine"})
    ran = installed.run("uninstall")
    assert "kept data/one.txt, which was changed since it was installed" in said(ran)
    assert "kept data/deep/mine.txt, which engine-installer did not install" in said(ran)
    assert len([message for message in said(ran) if message.startswith("kept ")]) == 2
    assert "Kept, because changed since they were installed: data/one.txt." in ran.result.detail
    assert "Kept, because not installed by engine-installer: data/deep/mine.txt." in ran.result.detail


def test_a_folder_in_the_place_of_a_file_that_was_kept_stays(installed: Pc) -> None:
    kept = next(file for file in planned(installed).remove if file.startswith(f"{MAINTENANCE_FOLDER}/package/"))
    (installed.target / kept).unlink()
    write_files(installed.target / kept, {"mine.txt": b"mine"})
    assert planned(installed).changed == (kept,)
    installed.run("uninstall")
    assert (installed.target / kept / "mine.txt").read_bytes() == b"mine"


def test_a_run_that_is_interrupted_in_its_commit_is_completed_by_the_next(installed: Pc) -> None:
    def cut_off(event: Event) -> None:
        if isinstance(event, Committing):
            found = Installation(installed.request("uninstall"))
            state = found.read_state()
            found.transaction.commit(removal_journal(removal_plan(found, state, CancelToken()), state))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        installed.run("uninstall", show=cut_off)
    ended = installed.run("uninstall").result
    assert ended.detail == f"The removal from {installed.target} that was interrupted is complete."
    assert ended.code == 0
    assert not installed.target.exists()
    assert list((installed.home / ".local/share/applications").iterdir()) == []


def test_an_interrupted_installation_is_completed_and_then_removed(installed: Pc) -> None:
    Transaction(installed.target).commit(Journal(action="install", operations=()))
    ended = installed.run("uninstall").result
    assert ended.detail.startswith("Removed ")
    assert not installed.target.exists()


def test_empty_folders_that_this_user_may_not_remove_are_named(installed: Pc) -> None:
    installed.patch.setattr(Installation, "remove_made_folders", lambda _self, _journal: [Path("/opt/studio")])
    assert "Empty folders that this user may not remove: /opt/studio." in installed.run("uninstall").result.detail


def test_a_removal_that_leaves_nothing_says_nothing_else(installed: Pc) -> None:
    count = planned(installed).count
    ran = installed.run("uninstall")
    assert ran.result.detail == f"Removed {count} files from {installed.target}."
    assert not [message for message in said(ran) if message.startswith("kept ")]
    assert said(ran) == [f"application: com.example.test in {installed.target}"]


@pytest.mark.parametrize("left", ["engines/.staging", f"{MAINTENANCE_FOLDER}/staging", MAINTENANCE_FOLDER])
def test_what_a_run_that_was_cut_off_has_left_is_removed_with_its_folder(pc: Pc, left: str) -> None:
    (pc.target / left).mkdir(parents=True)
    assert (planned(pc).logs, planned(pc).log_bytes) == ((), 0)
    assert pc.run("uninstall").result.code == 0
    assert not pc.target.exists()


def test_without_a_receipt_the_folder_itself_was_not_made_by_us(installed: Pc) -> None:
    shutil.rmtree(installed.target / MAINTENANCE_FOLDER)
    for file in FILES:
        (installed.target / file).unlink()
    shutil.rmtree(installed.target / "data")
    installed.run("uninstall")
    assert tree(installed.target) == {}


def test_a_program_that_removes_itself_leaves_its_files_to_the_system(installed: Pc) -> None:
    """As on Windows, which holds the files of programs that run."""
    program = f"{MAINTENANCE_FOLDER}/program/engine-installer"
    write_files(installed.target, {program: b"program"})
    receipt = installed.receipt
    entry = {"file": program, "size": 7, "sha256": sha256(b"program").hexdigest(), "was_there": False}
    receipt["files"].insert(0, entry)
    (installed.target / RECEIPT).write_text(json.dumps(receipt))
    assert (planned(installed).remove[-2], planned(installed).after_exit) == (program, ())
    later: list[Path] = []
    for module in ("installer.actions.uninstall", "installer.target.installation"):
        installed.patch.setattr(f"{module}.runs_from", lambda _target: True)
        installed.patch.setattr(f"{module}.holds_running_programs", lambda: True)
    installed.patch.setattr("installer.target.installation.remove_after_exit", lambda path, _: later.append(path))
    found = planned(installed)
    assert found.after_exit == (program,)
    assert program not in found.remove
    assert program in found.to_json()["remove"]
    assert found.count == len(found.remove) + 1
    ran = installed.run("uninstall")
    assert later == [installed.target / f"{MAINTENANCE_FOLDER}/program"]
    assert (installed.target / program).exists()
    assert "Kept" not in ran.result.detail
