"""`uninstall --remove-logs` removes the logs of this application, and of nothing and nobody else."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.base import files
from builder.base.cancellation import CancelToken
from builder.base.events import Result
from builder.base.text import say
from installer.actions import own_logs, uninstall
from installer.actions.log import LOG_NAME, RunLog
from installer.actions.own_logs import about, find_logs
from installer.target.request import Request
from tests.support import in_process
from tests.support.packages import APP
from tests.support.payloads import payload_package, tree
from tests.support.program import Ended
from tests.support.rights import ANOTHER_USER

OTHER = APP | {"id": "com.example.other"}


@pytest.fixture(autouse=True)
def patch(tmp_path: Path) -> Iterator[pytest.MonkeyPatch]:
    with in_process.user(tmp_path) as patch:
        yield patch


def run(tmp_path: Path, command: str, *options: str | Path, target: str = "target") -> Ended:
    return in_process.main(command, "--quiet", "--json", "--target", tmp_path / target, *options)


def install(tmp_path: Path, name: str = "package", target: str = "target", **top: Any) -> None:
    package = payload_package(tmp_path / name, {"studio": b"app"}, **top)
    assert run(tmp_path, "install", "--package", package, target=target).code == 0


@pytest.fixture
def logs(tmp_path: Path) -> Path:
    return tmp_path / ".local/state/engine-installer/log"


def planned(tmp_path: Path) -> uninstall.RemovalPlan:
    return uninstall.plan(Request(target=tmp_path / "target"), CancelToken())


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def numbered(logs: Path, number: int) -> Path:
    return logs / f"engine-installer-20261128-1200{number:02}-7.log"


def keep(logs: Path, number: int) -> Path:
    """Give the only new log another name: in this process all logs of one second have the same."""
    (new,) = (path for path in logs.iterdir() if f"-{os.getpid()}." in path.name)
    return new.rename(numbered(logs, number))


def test_logs_stay_unless_that_is_asked_for(tmp_path: Path, logs: Path) -> None:
    install(tmp_path)
    installed = keep(logs, 1)
    ended = run(tmp_path, "uninstall")
    assert ended.code == 0
    assert "log file" not in ended.events[-1]["detail"]
    assert installed.name in names(logs)
    assert len(names(logs)) == 2


def test_all_logs_of_the_application_go_that_of_the_removal_last(tmp_path: Path, logs: Path) -> None:
    install(tmp_path)
    keep(logs, 1)
    assert run(tmp_path, "repair").code == 0
    keep(logs, 2)
    # Others use the folder as well: it stays, with everything that is theirs.
    install(tmp_path, "other", "elsewhere", app=OTHER)
    other = keep(logs, 3)
    plan = planned(tmp_path)
    assert plan.logs == (numbered(logs, 1), numbered(logs, 2))
    assert plan.log_bytes == sum(path.stat().st_size for path in plan.logs)
    ended = run(tmp_path, "uninstall", "--remove-logs")
    assert ended.code == 0
    assert "Removed 2 log files." in ended.events[-1]["detail"]
    assert names(logs) == {other.name}
    assert not (tmp_path / "target").exists()


def test_the_logs_of_another_installation_of_the_same_application_stay(tmp_path: Path, logs: Path) -> None:
    install(tmp_path)
    keep(logs, 1)
    install(tmp_path, "package2", "second")
    second = keep(logs, 2)
    assert run(tmp_path, "uninstall", "--remove-logs").code == 0
    assert names(logs) == {second.name}


def test_a_log_that_somebody_has_put_elsewhere_stays(tmp_path: Path, logs: Path) -> None:
    install(tmp_path)
    keep(logs, 1)
    assert run(tmp_path, "repair", "--log", tmp_path / "mine.log").code == 0
    assert run(tmp_path, "uninstall", "--remove-logs", "--log", tmp_path / "removal.log").code == 0
    assert (tmp_path / "mine.log").exists()
    assert (tmp_path / "removal.log").read_text().endswith("RESULT code=0 name=ok\n")
    assert names(logs) == set()


def test_the_log_of_a_removal_that_failed_stays(tmp_path: Path, logs: Path, patch: pytest.MonkeyPatch) -> None:
    install(tmp_path)
    installed = keep(logs, 1)

    def fails(*_arguments: object) -> None:
        raise OSError("the disk is gone")

    patch.setattr(uninstall, "check_not_held", fails)
    assert run(tmp_path, "uninstall", "--remove-logs").code != 0
    assert installed.name in names(logs)
    assert len(names(logs)) == 2


def test_only_regular_files_that_are_named_like_logs_and_say_so_go(tmp_path: Path, logs: Path) -> None:
    install(tmp_path)
    log = keep(logs, 1)
    text = log.read_text()
    line = next(line for line in text.splitlines() if "application: " in line)
    outside = tmp_path / "diary.log"
    outside.write_text(text)
    numbered(logs, 2).symlink_to(outside)
    os.mkfifo(numbered(logs, 3))
    numbered(logs, 4).mkdir()
    (logs / "notes.log").write_text(text)
    # Of somebody else's text that only quotes such a line, and of logs of other runs or of two applications.
    numbered(logs, 5).write_text(f"    {line}\nas {line} says\n")
    numbered(logs, 6).write_text(line.replace(APP["id"], "com.example.tes") + "\n")
    numbered(logs, 7).write_text(f"{line}\n{line.replace(APP['id'], OTHER['id'])}\n")
    numbered(logs, 8).write_text(f"{line}2\n")
    before = tree(logs)
    assert planned(tmp_path).logs == (log,)
    assert run(tmp_path, "uninstall", "--remove-logs").code == 0
    after = tree(logs)
    assert after == {name: content for name, content in before.items() if name != log.name}
    assert outside.read_text() == text


def test_what_the_system_does_not_remove_is_said_and_harms_nothing(
    tmp_path: Path, logs: Path, patch: pytest.MonkeyPatch
) -> None:
    install(tmp_path)
    log = keep(logs, 1)
    remove = files.remove_file

    def refuses(path: Path) -> None:
        from builder.base.errors import FileInUse

        if path == log:
            raise FileInUse(say("It is in use."))
        remove(path)

    patch.setattr(own_logs, "remove_file", refuses)
    ended = run(tmp_path, "uninstall", "--remove-logs")
    assert ended.code == 0
    assert [event["message"] for event in ended.events if event["event"] == "log" and event["severity"] == "warning"]
    assert "log file" not in ended.events[-1]["detail"]
    assert names(logs) == {log.name}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root's runs are strict")
def test_a_strict_run_removes_nothing_where_others_decide_what_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    folder.mkdir()
    log = numbered(folder, 1)
    log.write_text(f"2026-11-28T12:00:00.000+00:00 INFO    {about('com.example.test', tmp_path)}\n")
    assert find_logs("com.example.test", tmp_path, "all-users", None).files == (log,)
    os.chown(folder, ANOTHER_USER, ANOTHER_USER)
    assert find_logs("com.example.test", tmp_path, "all-users", None).files == ()


def test_a_user_without_a_home_has_no_logs_in_it(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    def no_home(_scope: str) -> Path:
        raise RuntimeError("Could not determine home directory.")

    patch.setattr(own_logs, "log_folder", no_home)
    assert find_logs("com.example.test", tmp_path, "current-user", None).files == ()


def test_logs_are_found_by_the_names_that_runs_give_them(tmp_path: Path) -> None:
    log = RunLog(None, ["engine-installer"], "current-user")
    log.close(Result(0, "ok", say("Done.")))
    assert LOG_NAME.fullmatch(log.path.name)


def test_the_plan_says_what_is_freed_and_which_logs_there_are(tmp_path: Path, logs: Path) -> None:
    install(tmp_path)
    keep(logs, 1)
    plan = planned(tmp_path)
    assert plan.bytes == sum((tmp_path / "target" / file).stat().st_size for file in plan.remove)
    assert plan.count == len(plan.remove)
    (tmp_path / "target/studio").write_bytes(b"changed, so it stays")
    changed = planned(tmp_path)
    assert changed.changed == ("studio",)
    assert changed.bytes == plan.bytes - len(b"app")
    printed = json.loads(in_process.main("uninstall", "--plan", "--json", "--target", tmp_path / "target").out)
    assert printed["logs"] == [str(numbered(logs, 1))]
    assert printed["frees_mib"] >= 0
    text = in_process.main("uninstall", "--plan", "--target", tmp_path / "target").out
    assert f"Log files that --remove-logs removes as well:\n  {numbered(logs, 1)}" in text
