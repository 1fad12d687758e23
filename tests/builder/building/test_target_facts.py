"""What is said of the place of installation, and what a look at it leaves behind."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from builder.base.errors import AccessDenied, AlreadyRunning, DiskFull, EngineInstallerError, InvalidParameter
from builder.base.text import say
from builder.building.plan import BuildPlan, InstalledEngine
from builder.building.planner import make_plan
from builder.building.preflight import Check, Problem, refusal_of
from builder.building.target_facts import TargetFacts, survey_target, target_checks
from builder.engines.options import EngineOptions
from builder.engines.store import EngineStore
from builder.gpu.busy import BusyVerdict
from builder.operating_system import hold_folder
from tests.builder.building.test_source import feed_of, offer, plan_of, with_feed
from tests.support.plans import CLASSIC, RTX_4070, machine, package, record_of, replace_gpu

FACTS = TargetFacts(Path("/t/engines"), 10 << 30, None, probed=True, held=False)
PLAN = make_plan(package({}), machine(RTX_4070), [], EngineOptions())


def checks_of(facts: TargetFacts, plan: BuildPlan | None = PLAN, copy_bytes: int = 0) -> dict[str, Check]:
    return {check.name: check for check in target_checks(facts, plan, copy_bytes)}


def states(checks: dict[str, Check]) -> dict[str, str]:
    return {name: check.state for name, check in checks.items()}


def plain(check: Check) -> tuple[str, str, str]:
    return check.plain_title, check.found, check.needed


def test_the_target_is_judged() -> None:
    assert states(checks_of(FACTS)) == {"disk": "pass", "write_access": "pass", "other_run": "pass"}
    denied = AccessDenied(say("Cannot write to /t/engines: Permission denied."), hint=say("Choose another."))
    bad = TargetFacts(Path("/t/engines"), 1000, denied, probed=True, held=True)
    checks = checks_of(bad)
    assert states(checks) == {"disk": "fail", "write_access": "fail", "other_run": "fail"}
    assert isinstance(checks["disk"].error, DiskFull)
    refusal = refusal_of(list(checks.values()))
    assert isinstance(refusal, DiskFull)
    assert refusal.message.startswith("3 problems prevent the installation:\n  - There is not enough space")
    assert "Another run of engine-installer is working on /t." in refusal.message
    assert isinstance(checks["other_run"].error, AlreadyRunning)
    assert "Choose another." in refusal.hint
    assert refusal_of([check for check in checks.values() if check.name == "write_access"]) is denied
    assert refusal_of([]) is None


def test_a_look_at_the_target_leaves_nothing_and_sees_another_run(tmp_path: Path) -> None:
    store = EngineStore(tmp_path / "a" / "b")
    facts = survey_target(store, probe=True)
    assert (facts.write_error, facts.held) == (None, False)
    assert (facts.free_bytes or 0) > 0
    assert list(tmp_path.iterdir()) == []
    with store.exclusive():
        assert survey_target(store, probe=True).held
        assert not survey_target(store, probe=False).held
    assert not survey_target(store, probe=True).held
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_another_run_removes_during_the_look_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = EngineStore(tmp_path / "target")
    store.target.mkdir()

    def removed_before(folder: Path) -> contextlib.AbstractContextManager[Path]:
        if folder == store.target:
            folder.rmdir()
        return hold_folder(folder)

    monkeypatch.setattr("builder.building.target_facts.hold_folder", removed_before)
    assert survey_target(store, probe=True).write_error is None


def test_a_path_that_the_system_cannot_spell_is_reported() -> None:
    facts = survey_target(EngineStore(Path("/tmp/\ud800")), probe=True)
    assert facts.write_error is not None
    assert isinstance(facts.write_error, InvalidParameter)
    assert "cannot be spelled" in facts.write_error.message


def test_what_was_not_tried_is_not_said() -> None:
    assert list(checks_of(replace(FACTS, probed=False))) == ["disk"]


def test_without_a_probe_nothing_is_touched_and_nothing_is_known_of_access(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = EngineStore(tmp_path / "file" / "target")
    facts = survey_target(store, probe=False)
    assert (facts.folder, facts.write_error, facts.probed, facts.held) == (store.folder, None, False, False)
    assert facts.free_bytes == pytest.approx(shutil.disk_usage(tmp_path).free, rel=0.5)


def test_a_place_that_can_be_no_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    facts = survey_target(EngineStore(tmp_path / "file" / "target"), probe=True)
    assert isinstance(facts.write_error, EngineInstallerError)
    assert facts.probed
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_the_probe_is_written_where_the_engines_will_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = EngineStore(tmp_path / "a" / "b")
    held = []

    def noting(folder: Path) -> contextlib.AbstractContextManager[Path]:
        held.append(folder)
        return hold_folder(folder)

    monkeypatch.setattr("builder.building.target_facts.hold_folder", noting)
    (tmp_path / "a").mkdir()
    assert survey_target(store, probe=True).write_error is None
    assert held == [tmp_path / "a"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_disk_without_room_for_a_few_bytes_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.building.target_facts.nameless_file", lambda _folder: io.FileIO("/dev/full", "w"))
    assert isinstance(survey_target(EngineStore(tmp_path), probe=True).write_error, DiskFull)


def test_a_folder_that_never_stays_is_an_error_and_no_endless_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(folder: Path) -> contextlib.AbstractContextManager[Path]:
        raise FileNotFoundError(2, os.strerror(2), str(folder))

    monkeypatch.setattr("builder.building.target_facts.hold_folder", gone)
    assert survey_target(EngineStore(tmp_path), probe=True).write_error is not None


def test_a_probe_that_finds_no_room_is_about_room(monkeypatch: pytest.MonkeyPatch) -> None:
    full = replace(FACTS, write_error=DiskFull(say("There is no room on the disk.")))
    assert checks_of(full)["write_access"].problem is Problem.NO_ROOM


def test_room_that_cannot_be_told_is_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(path: Path) -> None:
        raise OSError(5, "no answer", str(path))

    monkeypatch.setattr(shutil, "disk_usage", unknown)
    facts = survey_target(EngineStore(tmp_path), probe=False)
    assert facts.free_bytes is None
    check = checks_of(facts)["disk"]
    assert (check.state, check.found, check.problem) == ("warn", "Unknown", Problem.OTHER)


def needed_by(plan: BuildPlan, copy_bytes: int = 0) -> int:
    amounts = checks_of(FACTS, plan, copy_bytes)["disk"].amounts
    assert amounts is not None
    return amounts[1]


def test_room_for_exactly_what_is_needed_is_enough() -> None:
    needed = needed_by(PLAN, 5_000_000)
    for free, state in ((needed, "pass"), (needed - 1, "fail")):
        assert checks_of(replace(FACTS, free_bytes=free), PLAN, 5_000_000)["disk"].state == state


def test_what_there_is_and_what_is_needed_read_true_in_whole_mib() -> None:
    message = checks_of(replace(FACTS, free_bytes=(2 << 20) - 1))["disk"].message
    assert message.endswith("1 MiB are free, and the engines need about 3 MiB.")
    message = checks_of(replace(FACTS, free_bytes=(2 << 20) - 1), None, 2 << 20)["disk"].message
    assert message.endswith("1 MiB are free, and the installation needs about 2 MiB.")
    assert checks_of(replace(FACTS, free_bytes=(8 << 20) - 1))["disk"].message == "7 MiB free for /t/engines"


def test_room_is_needed_for_what_is_built_or_fetched_and_for_nothing_else() -> None:
    (disk, *_) = target_checks(FACTS, None)
    assert disk.amounts == (FACTS.free_bytes, 0)
    assert plain(checks_of(FACTS, None)["disk"]) == ("Disk", "10.7 GB free", "")
    fetched = plan_of(with_feed({"strategy": "download"}), feed_of(offer(size=5_000_000)))
    assert needed_by(fetched) == 5_000_000
    here = machine(RTX_4070, libraries=CLASSIC)
    record = replace_gpu(record_of(make_plan(package({}), here, [], EngineOptions())), RTX_4070)
    kept = make_plan(package({}), here, [InstalledEngine(record, "intact")], EngineOptions())
    assert needed_by(kept) == 0


def test_an_engine_that_would_only_be_timed_again_needs_no_room() -> None:
    here = machine(RTX_4070, libraries=CLASSIC)
    record = replace_gpu(record_of(make_plan(package({}), here, [], EngineOptions())), RTX_4070)
    timed = InstalledEngine(replace(record, gpu_busy=BusyVerdict("in use")), "intact")
    plan = make_plan(package({}), here, [timed], EngineOptions(), retime=True)
    assert plan.to_build
    assert checks_of(replace(FACTS, free_bytes=0), plan)["disk"].state == "pass"


def test_a_place_without_room_says_what_there_is_and_what_is_needed() -> None:
    denied = AccessDenied(say("Cannot write to /t/engines: Permission denied."))
    bad = checks_of(replace(FACTS, free_bytes=1000), copy_bytes=5_000_000)
    assert plain(bad["disk"]) == ("Disk", "1 kB free", "7.1 MB")
    assert (bad["disk"].problem, bad["disk"].amounts) == (Problem.NO_ROOM, (1000, 7_098_152))
    held = replace(FACTS, write_error=denied, held=True)
    found = {name: (check.problem, *plain(check)) for name, check in checks_of(held).items()}
    assert found["write_access"] == (Problem.NO_ACCESS, "Folder", "Cannot be written to", "")
    assert found["other_run"] == (Problem.OTHER_RUN, "Other setups", "One is running", "")
