"""Installing and repairing: what is published, what stays, and what comes of runs that fail, wait or end early."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from builder.base.cancellation import CancelToken
from builder.base.errors import (
    AccessDenied,
    BuildFailed,
    Cancelled,
    DiskFull,
    EngineInstallerError,
    ExitCode,
    InvalidParameter,
    Remedy,
    TimeLimitReached,
)
from builder.base.events import (
    BuildJob,
    Committing,
    Event,
    Logged,
    ModelFinished,
    ModelStarted,
    PlanMade,
    PreflightDone,
    Result,
)
from builder.base.files import sha256_of
from builder.base.text import say
from builder.engines.options import EngineOptions
from builder.engines.store import EngineStore
from installer.actions.install import InstallRun
from installer.target.installation import Installation
from tests.support.in_process import install, run
from tests.support.installed import RTX_4070, machine
from tests.support.models import conv_net
from tests.support.packages import APP, model_entry, package_of, small_package, write_manifest
from tests.support.payloads import payload_package, tree
from tests.support.program import Ended
from tests.support.quick_builds import Pc

pytestmark = pytest.mark.usefixtures("pc")


def index(tmp_path: Path) -> dict[str, Any]:
    values: dict[str, Any] = json.loads((tmp_path / "target/engines/engines.json").read_text(encoding="utf-8"))
    return values


def files(tmp_path: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (tmp_path / "target/engines").iterdir()}


def models_started(ended: Ended) -> list[str]:
    return [event["model"] for event in ended.events if event["event"] == "model_started"]


def test_a_second_install_changes_nothing(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", "beta")
    install(tmp_path, package)
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "target/engines").iterdir()}
    ended = install(tmp_path, package)
    assert ended.code == 0
    assert models_started(ended) == []
    assert ended.events[-1]["detail"] == "Everything is current; nothing was changed."
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "target/engines").iterdir()} == before


def test_only_what_changed_is_built_and_the_superseded_engine_goes(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", "beta")
    install(tmp_path, package)
    before = files(tmp_path)
    alpha, beta = package / "models/alpha.onnx", conv_net(package / "models/beta.onnx", channels=12)
    package_of(package, alpha, beta)
    ended = install(tmp_path, package)
    assert models_started(ended) == ["beta"]
    after = files(tmp_path)
    assert {name for name in before if name.startswith("alpha")} <= set(after)
    assert not {name for name in before if name.startswith("beta")} & set(after)
    assert len(after) == 3


def test_a_model_that_left_the_package_takes_its_engine_along_but_not_what_the_user_added(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", "beta")
    install(tmp_path, package)
    (tmp_path / "target/engines/notes.txt").write_text("mine")
    (tmp_path / "target/engines/gamma-0123456789ab.engine").write_text("mine as well")
    package_of(package, package / "models/alpha.onnx")
    assert install(tmp_path, package).code == 0
    assert [engine["model"] for engine in index(tmp_path)["engines"]] == ["alpha"]
    names = {name.partition("-")[0] for name in files(tmp_path)}
    assert names == {"engines.json", "alpha", "notes.txt", "gamma"}


def test_a_model_that_fails_keeps_the_engine_it_had(tmp_path: Path, pc: Pc) -> None:
    package = small_package(tmp_path / "package", "alpha", "beta")
    install(tmp_path, package)
    old = {engine["model"]: engine for engine in index(tmp_path)["engines"]}
    alpha = conv_net(package / "models/alpha.onnx", channels=30)
    beta = conv_net(package / "models/beta.onnx", channels=31)
    package_of(package, alpha, beta)
    pc.workers.failing["beta"] = BuildFailed(say("It cannot be built."))
    assert install(tmp_path, package).code == 1
    new = {engine["model"]: engine for engine in index(tmp_path)["engines"]}
    assert new["alpha"]["file"] != old["alpha"]["file"]
    assert new["beta"] == old["beta"]
    assert old["beta"]["file"] in files(tmp_path)


def test_when_everything_fails_the_old_set_stays(tmp_path: Path, pc: Pc) -> None:
    package = small_package(tmp_path / "package", "alpha")
    install(tmp_path, package)
    before = files(tmp_path)
    package_of(package, conv_net(package / "models/alpha.onnx", channels=30))
    pc.workers.failing["alpha"] = BuildFailed(say("It cannot be built."))
    assert install(tmp_path, package).code == 1
    assert files(tmp_path) == before


def test_a_repair_builds_everything_again_where_that_is_asked_for(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", "beta")
    install(tmp_path, package)
    before, old = files(tmp_path), index(tmp_path)
    assert install(tmp_path, package, action="repair").events[-1]["files"] == []
    ended = install(tmp_path, package, "--rebuild", action="repair")
    assert ended.code == 0
    assert sorted(models_started(ended)) == ["alpha", "beta"]
    assert len(ended.events[-1]["files"]) == 2
    # Builds are reproducible, so the files are the same; what is known of them is new.
    assert {name: content for name, content in files(tmp_path).items() if name != "engines.json"} == {
        name: content for name, content in before.items() if name != "engines.json"
    }
    assert index(tmp_path)["engines"] != old["engines"]
    assert index(tmp_path)["fingerprint"] == old["fingerprint"]


def test_engines_stay_until_the_new_ones_are_ready(tmp_path: Path, pc: Pc) -> None:
    package = small_package(tmp_path / "package", "alpha", "beta")
    install(tmp_path, package)
    before = files(tmp_path)
    pc.workers.endless = True
    ended = install(tmp_path, package, "--rebuild", "--timeout", "0.001", action="repair")
    assert ended.code == 75
    assert files(tmp_path) == before


def test_a_second_run_after_one_that_was_done_in_part_builds_only_what_failed(tmp_path: Path, pc: Pc) -> None:
    package = small_package(tmp_path / "package", "bad", "good")
    pc.workers.failing["bad"] = BuildFailed(say("It cannot be built."))
    assert install(tmp_path, package).code == 1
    kept = files(tmp_path)
    for action in ("install", "repair"):
        again = install(tmp_path, package, action=action)
        assert again.code == 1
        assert models_started(again) == ["bad"]
        outcomes = {event["model"]: event["outcome"] for event in again.events if event["event"] == "model_finished"}
        assert outcomes == {"good": "kept", "bad": "failed"}
        assert {name for name in files(tmp_path) if name.endswith(".engine")} == {
            name for name in kept if name.endswith(".engine")
        }


def test_the_command_line_chooses_the_targets(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    assert install(tmp_path, package, "--for", "sm89,8.6").code == 0
    assert index(tmp_path)["engines"][0]["targets"] == ["8.6", "8.9"]
    ended = install(tmp_path, package, "--portable")
    assert models_started(ended) == ["alpha"]
    assert index(tmp_path)["engines"][0]["portable"] is True


def test_what_the_installation_was_asked_for_is_what_status_and_repair_ask_for(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    assert install(tmp_path, package, "--for", "sm86").code == 0
    assert run("status", "--target", tmp_path / "target", "--detect", home=tmp_path).code == 0
    (tmp_path / "target/engines" / index(tmp_path)["engines"][0]["file"]).unlink()
    assert install(tmp_path, package, action="repair").code == 0
    assert index(tmp_path)["engines"][0]["targets"] == ["8.6"]
    # A new installation without the option asks for something else.
    assert models_started(install(tmp_path, package)) == ["alpha"]


def test_an_index_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    install(tmp_path, package)
    path = tmp_path / "target/engines/engines.json"
    path.write_text(path.read_text().replace('"schema": 1', '"schema": 2'))
    before = files(tmp_path)
    for command in ("install", "repair"):
        ended = install(tmp_path, package, action=command)
        assert ended.code == 69
        assert "newer version" in ended.events[-1]["detail"]
    assert files(tmp_path) == before


def test_a_file_that_is_already_right_is_not_replaced(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    install(tmp_path, package)
    engine = tmp_path / "target/engines" / index(tmp_path)["engines"][0]["file"]
    before = engine.stat().st_mtime_ns
    (tmp_path / "target/engines/engines.json").unlink()
    assert models_started(install(tmp_path, package)) == ["alpha"]
    assert engine.stat().st_mtime_ns == before


def test_without_gpu_a_model_may_be_skipped_and_the_installation_is_ready(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", defaults={"no_gpu": "skip"})
    ended = install(tmp_path, package)
    assert ended.code == 0
    assert index(tmp_path)["engines"] == []
    assert index(tmp_path)["skipped"][0]["model"] == "alpha"
    assert run("status", "--target", tmp_path / "target", "--detect", home=tmp_path).code == 0
    assert install(tmp_path, package).events[-1]["detail"] == "Everything is current; nothing was changed."


def test_the_plan_is_printed_with_reasons_and_changes_nothing(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", "beta")
    places = ("--package", package, "--target", tmp_path / "target", "--plan")
    text = run("install", *places, home=tmp_path)
    assert text.code == 0
    assert "build: no engine was built yet" in text.out
    ended = run("install", *places, "--json", home=tmp_path)
    plan = json.loads(ended.out)
    assert plan["models"][0]["action"] == "build"
    assert all(decision["reason"] for model in plan["models"] for decision in model["decisions"])
    assert not (tmp_path / "target").exists()


def test_a_plan_that_is_refused_says_so_and_ends_with_its_code(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", defaults={"no_gpu": "stop"})
    ended = run("install", "--plan", "--package", package, "--target", tmp_path / "t", home=tmp_path)
    assert ended.code == 69
    assert "refuse: The model 'alpha' needs a supported NVIDIA GPU" in ended.out


def test_a_second_run_on_the_same_target_is_told_to_wait(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    with EngineStore(tmp_path / "target").exclusive():
        ended = install(tmp_path, package)
    assert ended.code == 75
    assert ended.events[-1]["name"] == "already_running"
    assert not (tmp_path / "target").exists()
    assert install(tmp_path, package).code == 0


@pytest.mark.parametrize("damage", ["missing", "short", "flipped", "replaced"])
def test_repair_repairs_a_damaged_engine_and_leaves_the_others(tmp_path: Path, damage: str) -> None:
    package = small_package(tmp_path / "package", "alpha", "beta")
    install(tmp_path, package)
    before = files(tmp_path)
    victim = tmp_path / "target/engines" / index(tmp_path)["engines"][0]["file"]
    content = victim.read_bytes()
    match damage:
        case "missing":
            victim.unlink()
        case "short":
            victim.write_bytes(content[:-1])
        case "flipped":
            victim.write_bytes(content[:80] + bytes([content[80] ^ 1]) + content[81:])
        case "replaced":
            victim.write_bytes(b"\0" * len(content))
    assert run("status", "--target", tmp_path / "target", home=tmp_path).out.splitlines()[1].startswith("incomplete")
    # No package is named: repair finds the one that the installation came from.
    ended = run("repair", "--quiet", "--target", tmp_path / "target", "--json", home=tmp_path)
    assert ended.code == 0
    assert models_started(ended) == ["alpha"]
    assert {name: content for name, content in files(tmp_path).items() if name != "engines.json"} == {
        name: content for name, content in before.items() if name != "engines.json"
    }


def test_repair_without_its_package_says_which_is_missing(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", maintenance={"keep_package": False})
    install(tmp_path, package)
    package.rename(tmp_path / "moved")
    ended = run("repair", "--quiet", "--target", tmp_path / "target", home=tmp_path)
    assert ended.code == 66
    assert "The app package of Test App is no longer at" in ended.err
    assert "--package" in ended.err


def test_what_a_cut_off_run_left_behind_is_cleaned_up(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    engines = tmp_path / "target/engines"
    (engines / ".staging").mkdir(parents=True)
    (engines / ".staging/alpha.engine").write_text("half")
    (engines / "alpha-0123456789ab.engine").write_text("published, but never named by engines.json")
    assert install(tmp_path, package).code == 0
    assert set(files(tmp_path)) == {"engines.json", index(tmp_path)["engines"][0]["file"]}


def test_a_damaged_index_counts_as_none(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    install(tmp_path, package)
    for content in ("{", '{"schema": 1}', json.dumps(index(tmp_path)).replace("alpha-", "../../alpha-")):
        (tmp_path / "target/engines/engines.json").write_text(content)
        ended = run("status", "--target", tmp_path / "target", home=tmp_path)
        assert ended.code == 0
        assert "incomplete" in ended.out
        assert "engines.json is damaged and counts as missing: " in ended.out
        assert run("status", "--detect", "--target", tmp_path / "target", home=tmp_path).code == 1
    assert install(tmp_path, package).code == 0
    assert len(files(tmp_path)) == 2


def test_features_can_be_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    core = model_entry(folder, conv_net(folder / "core.onnx"))
    faces = model_entry(folder, conv_net(folder / "faces.onnx", channels=9), feature="Faces")
    write_manifest(folder, core, faces)
    places = ["--package", str(folder), "--target", str(tmp_path / "target")]
    wrong = run("install", "--quiet", *places, "--without", "Faces,Hands", home=tmp_path)
    assert "Test App has no feature 'Hands'." in wrong.err
    assert "Its features that can be left out: 'Faces'." in wrong.err
    assert run("install", "--quiet", *places, "--without", "Faces", home=tmp_path).code == 0
    index = json.loads((tmp_path / "target/engines/engines.json").read_text())
    assert [engine["model"] for engine in index["engines"]] == ["core"]
    assert index["skipped"] == [{"model": "faces", "reason": "the feature 'Faces' was not chosen", "gpu": None}]
    assert "nothing was changed" in run("repair", "--quiet", "--target", tmp_path / "target", home=tmp_path).out
    assert run("install", "--quiet", *places, "--all-features", home=tmp_path).code == 0
    index = json.loads((tmp_path / "target/engines/engines.json").read_text())
    assert [engine["model"] for engine in index["engines"]] == ["core", "faces"]


def test_an_engine_that_a_program_held_goes_with_a_later_run(tmp_path: Path, pc: Pc) -> None:
    """Also one of a model that the application no longer has. A folder is what cannot be removed on Linux."""
    alpha = pc.package / "models/alpha.onnx"
    small_package(pc.package, "alpha", "beta")
    pc.run()
    held = pc.target / "engines" / next(engine["file"] for engine in pc.index["engines"] if engine["model"] == "beta")
    engine = held.rename(tmp_path / "engine")
    held.mkdir()
    package_of(pc.package, alpha)
    pc.run()
    held.rmdir()
    engine.rename(held)
    assert (pc.models, pc.index["superseded"]) == (["alpha"], [held.name])
    package_of(pc.package, conv_net(alpha, channels=20))
    pc.run()
    assert not held.exists()
    assert pc.index["superseded"] == []


def test_only_who_may_is_let_into_a_target_before_anything_in_it_is_read(pc: Pc) -> None:
    small_package(pc.package, "alpha")
    pc.run()
    pc.patch.setattr("installer.target.installation.lacks_rights", lambda scope: scope == "all-users")
    pc.patch.setattr("builder.engines.store.EngineStore.file_state", None)
    with pytest.raises(AccessDenied, match="all users"):
        pc.run(scope="all-users")


def test_the_folder_of_the_applications_files_is_no_target(pc: Pc) -> None:
    payload_package(pc.package, {"studio": b"app", "data/one.txt": b"one"})
    for target in (pc.package / "app", pc.package / "app/data", pc.package / "app/new"):
        with pytest.raises(InvalidParameter, match="files come from") as refused:
            pc.run(target=target)
        assert refused.value.remedy is Remedy.OTHER_FOLDER
    (pc.home / "link").symlink_to(pc.package / "app")
    with pytest.raises(InvalidParameter, match="files come from"):
        pc.run(target=pc.home / "link")
    assert set(tree(pc.package / "app")) == {"studio", "data", "data/one.txt"}
    # The package itself may lie in the folder that the application is to have, or beside it.
    assert pc.run(target=pc.package).result.code == 0


def test_a_run_is_announced_planned_and_checked_before_it_builds(pc: Pc) -> None:
    payload_package(pc.package, {"studio": b"app"})
    ran = pc.run()
    kinds = [type(event) for event in ran.events]
    order = [PlanMade, PreflightDone, ModelStarted, ModelFinished, Committing, Result]
    assert [kinds.index(kind) for kind in order] == sorted(kinds.index(kind) for kind in order)
    assert f"application: com.example.test in {pc.target}" in ran.said
    assert "copying" in ran.said
    assert all(check["state"] != "fail" for check in ran.of(PreflightDone)[0].checks)


def test_where_a_check_fails_nothing_is_begun(pc: Pc) -> None:
    small_package(pc.package, "alpha")
    pc.machine = replace(pc.machine, memory_total_bytes=1 << 20, memory_free_bytes=1 << 20)
    events = list[Event]()
    with pytest.raises(EngineInstallerError) as refused:
        pc.run(show=events.append)
    assert refused.value.exit_code is ExitCode.OUT_OF_MEMORY
    (checked,) = (event for event in events if isinstance(event, PreflightDone))
    assert "fail" in {check["state"] for check in checked.checks}
    assert not any(isinstance(event, ModelStarted) for event in events)
    assert not pc.target.exists()


@pytest.mark.parametrize("waits", [True, False])
def test_while_another_run_works_a_check_fails_unless_this_one_waits(pc: Pc, waits: bool) -> None:
    small_package(pc.package, "alpha")
    run = InstallRun(Installation(pc.request(wait=waits)), pc.machine, CancelToken())
    with EngineStore(pc.target).exclusive():
        checks = run.preflight(run.plan())
    assert ("fail" in {check.state for check in checks}) is not waits


def test_room_is_needed_for_what_is_copied(pc: Pc) -> None:
    payload_package(pc.package, {"studio": bytes(3 << 20)})
    pc.patch.setattr("builder.building.target_facts.shutil.disk_usage", lambda _path: SimpleNamespace(free=2 << 20))
    with pytest.raises(DiskFull):
        pc.run()
    assert not pc.target.exists()


@pytest.mark.parametrize(
    "undo",
    [
        lambda pc: (pc.target / "studio").unlink(),
        lambda pc: (pc.target / "engines/engines.json").unlink(),
        lambda pc: (pc.target / ".engine-installer/receipt.json").unlink(),
        lambda pc: (pc.home / ".local/share/applications/com.example.test.desktop").unlink(),
        lambda pc: (pc.target / ".engine-installer/staging").mkdir(),
        lambda pc: (pc.target / "engines/.staging").mkdir(),
        lambda pc: (pc.target / "engines" / pc.index["engines"][0]["file"]).unlink(),
    ],
    ids=["a file", "engines.json", "the receipt", "the entry", "our staging", "the engines' staging", "an engine"],
)
def test_whatever_is_not_as_it_should_be_is_mended_by_the_next_run(pc: Pc, undo: Callable[[Pc], object]) -> None:
    payload_package(pc.package, {"studio": b"app"}, registration={"executable": "studio"})
    pc.run()
    before, entries = set(pc.files()), set(tree(pc.home / ".local"))
    assert pc.run().result.detail == "Everything is current; nothing was changed."
    undo(pc)
    assert not pc.plan().changes_nothing
    assert pc.run().result.code == 0
    assert pc.run().result.detail == "Everything is current; nothing was changed."
    assert set(pc.files()) == before
    assert set(tree(pc.home / ".local")) == entries


def test_a_run_takes_in_what_another_one_has_done_since_it_looked(pc: Pc) -> None:
    """Between its plan and its turn, another run installs the very same."""
    small_package(pc.package, "alpha")

    def another_run(event: Event) -> None:
        if isinstance(event, PreflightDone):
            pc.run()

    ran = pc.run(show=another_run)
    assert pc.workers.built == ["alpha"]
    assert ran.result.detail == f"No engine had to be built; {pc.target / 'engines/engines.json'} is current."


def test_a_run_refuses_what_another_one_has_made_impossible_since_it_looked(pc: Pc) -> None:
    small_package(pc.package, "alpha")
    other = small_package(pc.home / "other", "beta", app=APP | {"id": "com.example.other"})

    def another_run(event: Event) -> None:
        if isinstance(event, PreflightDone):
            pc.run(package=other)

    with pytest.raises(InvalidParameter, match="needs a folder of its own"):
        pc.run(show=another_run)
    assert pc.models == ["beta"]


def test_what_a_run_that_was_cut_off_has_finished_is_not_built_again(pc: Pc) -> None:
    small_package(pc.package, "alpha", "beta")
    kept = pc.cut_off_after("beta")
    ran = pc.run()
    assert pc.workers.built == ["beta", "alpha"]
    assert pc.models == ["alpha", "beta"]
    assert {event.model: event.outcome for event in ran.of(ModelFinished)} == {"alpha": "built", "beta": "kept"}
    assert kept.name not in {path.name for path in (pc.target / "engines").iterdir()}
    assert not (pc.target / "engines/.staging").exists()


@pytest.mark.parametrize("change", ["its bytes", "its model"])
def test_what_a_run_that_was_cut_off_has_finished_counts_only_if_it_is_still_right(pc: Pc, change: str) -> None:
    small_package(pc.package, "alpha", "beta")
    kept = pc.cut_off_after("beta")
    if change == "its bytes":
        kept.write_bytes(kept.read_bytes()[:-1] + b"?")
    else:
        package_of(pc.package, pc.package / "models/alpha.onnx", conv_net(pc.package / "models/beta.onnx", channels=30))
    assert pc.run().result.code == 0
    assert sorted(pc.workers.built) == ["alpha", "beta", "beta"]
    (_, beta) = pc.index["engines"]
    assert sha256_of(pc.target / "engines" / beta["file"]) == beta["sha256"]
    assert pc.status().state == "ready"


def test_a_cancelled_run_leaves_nothing(pc: Pc) -> None:
    small_package(pc.package, "alpha", "beta")
    pc.run()
    before, cancel = pc.files(), CancelToken()
    package_of(pc.package, *(conv_net(pc.package / f"models/{name}.onnx", channels=30) for name in ("alpha", "beta")))
    pc.workers.meanwhile = lambda job: cancel.cancel() if job.model == "beta" else None
    with pytest.raises(Cancelled):
        pc.run("install", cancel, jobs=1)
    assert pc.files() == before


def test_a_run_can_be_cancelled_until_everything_is_built(pc: Pc) -> None:
    small_package(pc.package, "alpha")
    cancel, events = CancelToken(), list[Event]()

    def show(event: Event) -> None:
        events.append(event)
        if isinstance(event, ModelFinished):
            cancel.cancel()

    with pytest.raises(Cancelled):
        pc.run("install", cancel, show)
    assert not any(isinstance(event, Committing) for event in events)
    assert not pc.target.exists()


def test_a_run_whose_time_ran_out_before_anything_was_finished_changes_nothing(pc: Pc) -> None:
    small_package(pc.package, "alpha", "beta")
    cancel = CancelToken()
    pc.workers.meanwhile, pc.workers.endless = lambda _job: cancel.time_out(), True
    with pytest.raises(TimeLimitReached):
        pc.run("install", cancel)
    assert not pc.target.exists()


def test_what_goes_is_logged_with_its_model(pc: Pc) -> None:
    small_package(pc.package, "alpha", "beta")
    pc.run()
    old = {engine["model"]: engine["file"] for engine in pc.index["engines"]}
    package_of(pc.package, pc.package / "models/alpha.onnx")
    said = [(event.model, event.message) for event in pc.run().of(Logged) if event.message.startswith("removed ")]
    assert said == [("beta", f"removed {old['beta']}, which nothing needs any longer")]


def test_a_file_of_the_application_that_the_new_version_lacks_goes_and_is_named(pc: Pc) -> None:
    payload_package(pc.package, {"studio": b"app", "old/one.txt": b"one"})
    pc.run()
    shutil.rmtree(pc.package)
    payload_package(pc.package, {"studio": b"app"})
    assert "to be removed, because this version does not have them: old/one.txt" in pc.run().said
    assert not (pc.target / "old").exists()


def test_an_application_that_is_no_longer_listed_is_taken_from_the_list(pc: Pc) -> None:
    entry = pc.home / ".local/share/applications/com.example.test.desktop"
    payload_package(pc.package, {"studio": b"app"}, registration={"executable": "studio"})
    pc.run()
    assert entry.exists()
    payload_package(pc.package, {"studio": b"app"})
    pc.run()
    assert not entry.exists()


def test_files_that_change_while_engines_are_built_are_looked_at_once_more(pc: Pc) -> None:
    payload_package(pc.package, {"studio": b"app"})
    pc.target.mkdir()

    def appear(_job: BuildJob) -> None:
        (pc.target / "studio").write_bytes(b"mine")

    pc.workers.meanwhile = appear
    pc.run()
    assert (pc.target / "studio").read_bytes() == b"app"
    assert b"mine" in [content for file, content in pc.files().items() if file.startswith("studio.")]


def test_engines_of_several_graphics_cards_that_are_the_same_file_are_published_once(pc: Pc) -> None:
    pc.machine = machine(
        replace(RTX_4070, index=0), replace(RTX_4070, name="NVIDIA RTX 4070 Ti", uuid="GPU-2", index=1)
    )
    small_package(pc.package, "alpha")
    pc.run(options=EngineOptions(gpu="all"))
    assert len({engine["file"] for engine in pc.index["engines"]}) == 1
    assert len(pc.index["engines"]) == len(pc.workers.built)
    assert pc.status().state == "ready"


def test_the_folders_that_were_made_go_with_the_application(pc: Pc) -> None:
    small_package(pc.package, "alpha")
    target = pc.home / "new/parents/target"
    pc.run(target=target)
    receipt = json.loads((target / ".engine-installer/receipt.json").read_text())
    assert set(receipt["made"]) == {str(pc.home / made) for made in ("new", "new/parents", "new/parents/target")}
    pc.run("uninstall", target=target)
    assert not (pc.home / "new").exists()


def test_a_target_that_a_cut_off_run_has_made_is_ours(pc: Pc) -> None:
    small_package(pc.package, "alpha")
    (pc.target / "engines/.staging").mkdir(parents=True)
    pc.run()
    pc.run("uninstall")
    assert not pc.target.exists()
