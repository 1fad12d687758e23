"""What an installation or a repair would do, and what it says of that before it does it."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from builder.app_package.manifest import Wheel
from builder.base.errors import InvalidParameter, LibraryMissing, NotInstalled, Remedy
from builder.base.events import Warned
from builder.base.files import sha256_of
from builder.base.text import NO_TEXT, say
from builder.building.machine import Machine
from builder.building.planner import make_plan
from builder.engines.index import AppEntry, EngineIndex, EngineRecord
from builder.engines.options import EngineOptions
from builder.gpu.nvml import Driver, GpuProblem
from builder.timing.catalogue import Catalogue
from installer.actions.install_plan import InstallPlan, options_for
from installer.target.file_changes import SourceFile
from installer.target.library import Library
from tests.support import plans
from tests.support.models import conv_net
from tests.support.packages import APP, model_entry, small_package, write_manifest
from tests.support.payloads import folder_sha256, payload_package, write_files
from tests.support.plans import GTX_1080, H200, RTX_4070, RTX_5090
from tests.support.quick_builds import Pc


def index(*records: EngineRecord, **options: Any) -> EngineIndex:
    app = AppEntry(id="com.example.test", name="Test", version="1", package="/p")
    return EngineIndex(app=app, options=EngineOptions(**options), fingerprint="", engines=records)


def record(model: str = "m0", **changes: Any) -> EngineRecord:
    made = plans.record_of(make_plan(plans.package({}), plans.machine(), [], EngineOptions()))
    return replace(made, model=model, **changes)


def warnings(plan: InstallPlan) -> str:
    return "\n".join(event.message for event in plan.warnings() if isinstance(event, Warned))


def test_a_second_application_in_a_target_is_refused(pc: Pc) -> None:
    small_package(pc.package, "alpha")
    assert pc.run().result.code == 0
    before = pc.files()
    other = small_package(pc.home / "other", "beta", app=APP | {"id": "com.example.other", "name": "Other"})
    with pytest.raises(InvalidParameter, match="needs a folder of its own") as refused:
        pc.run(package=other)
    assert refused.value.remedy is Remedy.OTHER_FOLDER
    assert "Test App" in str(refused.value.plain)
    assert pc.files() == before


BEFORE: dict[str, Any] = {"backend": "tensorrt-rtx", "optimization_level": 3, "without": ("Faces",), "wanted": ("Sky",)}


def test_a_run_that_asks_for_nothing_of_engines_gets_what_the_installation_was_asked_for() -> None:
    got = options_for(EngineOptions(), index(record(), **BEFORE), plans.machine(RTX_4070))
    assert got == EngineOptions(**BEFORE)


def test_a_run_that_asks_for_something_of_engines_gets_that_and_nothing_from_before() -> None:
    asked = EngineOptions(optimization_level=5)
    assert options_for(asked, index(record(), **BEFORE), plans.machine(RTX_4070)) == asked


@pytest.mark.parametrize(("now", "before"), [(True, False), (False, True), (True, True), (False, False)])
@pytest.mark.parametrize("level", [None, 5])
def test_results_are_checked_unless_this_run_or_the_installation_was_told_not_to(
    now: bool, before: bool, level: int | None
) -> None:
    asked = EngineOptions(no_answer_check=now, optimization_level=level)
    installed = index(record(), optimization_level=3, no_answer_check=before)
    got = options_for(asked, installed, plans.machine(RTX_4070))
    assert got == EngineOptions(no_answer_check=now or before, optimization_level=level or 3)


def silent(machine: Machine) -> Machine:
    return replace(machine, driver=Driver("1", "13.0", GpuProblem("no_answer", say("it does not answer"), NO_TEXT)))


@pytest.mark.parametrize(
    ("asked_for", "machine", "expected"),
    [
        ("GPU-1", plans.machine(RTX_5090, RTX_4070), "GPU-1"),
        ("GPU-1", plans.machine(RTX_5090), None),
        ("all", plans.machine(RTX_5090), "all"),
        ("GPU-1", silent(plans.machine(RTX_5090)), "GPU-1"),
        (None, plans.machine(RTX_5090), None),
    ],
    ids=["there", "gone", "all", "one does not answer", "none"],
)
def test_the_gpu_that_was_asked_for_counts_as_long_as_it_may_be_there(
    asked_for: str | None, machine: Machine, expected: str | None
) -> None:
    assert options_for(EngineOptions(), index(record(), gpu=asked_for), machine).gpu == expected


@pytest.mark.parametrize(
    ("records", "machine", "stay"),
    [
        ([record(targets=("8.6",))], plans.machine(RTX_4070), False),
        ([record(targets=("8.9",))], plans.machine(RTX_4070), True),
        # One of two GPUs is enough.
        ([record(targets=("8.9",))], plans.machine(RTX_4070, RTX_5090), True),
        # Each model counts, by whichever of its engines.
        ([record("a", targets=("8.9",)), record("b", targets=("8.6",))], plans.machine(RTX_4070), False),
        ([record("a", targets=("8.9",)), record("a", targets=("8.6",))], plans.machine(RTX_4070), True),
        # Where none can be built for, there is nothing better.
        ([record(targets=("8.6",))], plans.machine(), True),
        ([record(targets=("8.6",))], plans.machine(GTX_1080), True),
        # Engines of classic TensorRT, or for a GPU, are not for other computers.
        ([record(targets=("8.6",), backend="tensorrt")], plans.machine(RTX_4070), True),
        ([plans.replace_gpu(record(targets=("8.6",)), RTX_5090)], plans.machine(RTX_4070), True),
    ],
)
def test_engines_for_other_computers_are_asked_for_again_unless_they_serve_no_gpu_of_this_one(
    records: list[EngineRecord], machine: Machine, stay: bool
) -> None:
    portable = options_for(EngineOptions(), index(*records, portable=True), machine)
    targets = options_for(EngineOptions(), index(*records, targets=("8.6", "8.9")), machine)
    assert (portable.portable, targets.targets) == ((True, ("8.6", "8.9")) if stay else (False, ()))


def test_a_repair_of_nothing_says_whether_there_is_nothing_or_something_damaged(pc: Pc) -> None:
    small_package(pc.package, "alpha")
    with pytest.raises(NotInstalled, match=r"engines\.json does not exist"):
        pc.run("repair")
    pc.target.joinpath("engines").mkdir(parents=True)
    pc.target.joinpath("engines/engines.json").write_text("{")
    with pytest.raises(NotInstalled, match=r"engines\.json is damaged") as refused:
        pc.run("repair")
    assert str(refused.value.plain) == "What is installed here cannot be repaired. Install it again."
    assert pc.workers.built == []


@pytest.mark.parametrize("lost", ["engines/engines.json", ".engine-installer/receipt.json"])
def test_an_installation_of_which_one_note_is_lost_can_be_repaired(pc: Pc, lost: str) -> None:
    small_package(pc.package, "alpha")
    pc.run()
    before = pc.files()
    (pc.target / lost).unlink()
    assert pc.run("repair").result.code == 0
    assert set(pc.files()) == set(before)


def test_a_repair_builds_nothing_again_that_is_as_the_installation_was_asked_for(pc: Pc) -> None:
    small_package(pc.package, "alpha")
    pc.run(options=EngineOptions(targets=("8.9", "12.0")))
    assert pc.run("repair").result.detail == "Everything is current; nothing was changed."
    assert pc.workers.built == ["alpha"]
    assert pc.plan(repairing=True, rebuild=True).build.to_build
    assert pc.plan(repairing=True).changes_nothing


def test_how_many_builds_at_once_and_how_much_memory_is_as_asked(pc: Pc) -> None:
    small_package(pc.package, "alpha", "beta", "gamma")
    assert pc.plan(jobs=3).build.jobs == 3
    assert pc.plan(jobs=1).build.jobs == 1
    assert pc.plan(limit_memory=2048).build.memory_limit_bytes == 2048 << 20


def test_engines_that_go_without_another_in_their_place_are_named(pc: Pc) -> None:
    small_package(pc.package, "alpha", "beta", "gamma")
    pc.run()
    files = {engine["model"]: engine["file"] for engine in pc.index["engines"]}
    conv_net(pc.package / "models/alpha.onnx", channels=20)
    small = [model_entry(pc.package, pc.package / f"models/{name}.onnx") for name in ("alpha", "beta")]
    write_manifest(pc.package, *small)
    removed = pc.plan().to_json()["engines_to_remove"]
    assert removed == [{"model": "gamma", "gpu": RTX_4070.name, "file": files["gamma"]}]


def test_engines_of_a_model_that_refuses_the_run_do_not_go(pc: Pc) -> None:
    small_package(pc.package, "alpha")
    pc.run()
    pc.machine = plans.machine(H200)
    write_manifest(
        pc.package, model_entry(pc.package, pc.package / "models/alpha.onnx", no_gpu="stop", backend="tensorrt-rtx")
    )
    plan = pc.plan()
    assert plan.refusal is not None
    assert plan.removed == ()


def test_what_was_asked_to_be_listed_nowhere_stays_so_until_another_version_comes(pc: Pc) -> None:
    payload_package(pc.package, {"studio": b"app"}, registration={"executable": "studio"})
    pc.run(unlisted=True)
    for command in ("install", "repair"):
        assert pc.run(command).result.detail == "Everything is current; nothing was changed."
        assert pc.receipt["registration"] is None
    payload_package(pc.package, {"studio": b"app"}, registration={"executable": "studio"}, app=APP | {"version": "2.0"})
    pc.run()
    assert pc.receipt["registration"]["executable"] == "studio"


def test_what_is_listed_is_taken_from_the_list_where_that_is_asked_for(pc: Pc) -> None:
    payload_package(pc.package, {"studio": b"app"}, registration={"executable": "studio"})
    pc.run()
    entry = pc.home / ".local/share/applications/com.example.test.desktop"
    assert entry.exists()
    pc.run(unlisted=True)
    assert pc.receipt["registration"] is None
    assert not entry.exists()


def test_folders_that_are_not_empty_yet_stay_noted(pc: Pc) -> None:
    payload_package(pc.package, {"studio": b"app", "data/one.txt": b"one"})
    pc.run()
    write_files(pc.target, {"data/mine.txt": b"mine"})
    shutil.rmtree(pc.package)
    payload_package(pc.package, {"studio": b"app"})
    pc.run()
    assert "data" in pc.receipt["folders"]
    (pc.target / "data/mine.txt").unlink()
    pc.run("uninstall")
    assert not pc.target.exists()


@pytest.mark.parametrize("command", ["install", "repair"])
def test_a_file_of_the_application_that_has_the_size_and_time_of_ours_is_not_taken_for_it(pc: Pc, command: str) -> None:
    payload_package(pc.package, {"studio": b"app"})
    pc.run()
    studio = pc.target / "studio"
    times = studio.stat()
    studio.write_bytes(b"bad")
    os.utime(studio, ns=(times.st_atime_ns, times.st_mtime_ns))
    plan = pc.plan(repairing=command == "repair", package=pc.package)
    assert plan.files.to_json()["copy"] == ["studio"]
    assert "studio is not as engine-installer installed it; it is kept as studio" in warnings(plan)


def test_what_a_user_has_changed_or_loses_is_said_before_anything_is_done(pc: Pc) -> None:
    payload_package(pc.package, {"studio": b"app", "old.txt": b"old"})
    pc.run()
    (pc.target / "old.txt").write_bytes(b"mine")
    shutil.rmtree(pc.package)
    payload_package(pc.package, {"studio": b"app"}, app=APP | {"version": "0.9"})
    said = warnings(pc.plan())
    assert "old.txt belongs to an earlier version, but was changed since; it is kept." in said
    assert "Version 0.9 replaces the newer version 1.0." in said


@pytest.mark.parametrize(("gone", "count"), [(["studio"], "1 file"), (["studio", "data/one.txt"], "2 files")])
def test_files_that_only_the_applications_own_installer_has_are_named(pc: Pc, gone: list[str], count: str) -> None:
    payload_package(pc.package, {"studio": b"app", "data/one.txt": b"one"})
    pc.run()
    shutil.rmtree(pc.package)
    for file in gone:
        (pc.target / file).unlink()
    plan = pc.plan(repairing=True)
    assert sorted(plan.files.not_restorable) == sorted(gone)
    assert warnings(plan).startswith(count)
    assert all(file in warnings(plan) for file in gone)


def test_at_most_five_files_are_named(pc: Pc) -> None:
    files = {f"{number}.txt": b"x" for number in range(7)}
    payload_package(pc.package, files)
    pc.run()
    shutil.rmtree(pc.package)
    for file in files:
        (pc.target / file).unlink()
    said = warnings(pc.plan(repairing=True))
    assert said.startswith("7 files")
    assert sum(file in said for file in files) == 5


def test_a_package_whose_files_were_not_checked_says_so(pc: Pc) -> None:
    small_package(pc.package, "alpha")
    assert "verify" not in warnings(pc.plan())
    small_package(pc.package, "alpha", verify=False)
    assert "app.toml says verify = false" in warnings(pc.plan())


def test_a_first_installation_has_nothing_to_warn_of(pc: Pc) -> None:
    payload_package(pc.package, {"studio": b"app"})
    assert warnings(pc.plan()) == ""


def test_the_plan_tells_what_becomes_of_everything(pc: Pc) -> None:
    write_files(pc.package / "app", {"studio": b"app"})
    payload = {"folder": "app", "sha256": folder_sha256(pc.package / "app")}
    small_package(pc.package, "alpha", payload=payload)
    told = pc.plan().to_json()
    assert (told["scope"], told["installed_version"], told["downgrade"]) == ("current-user", None, None)
    assert [model["action"] for model in told["models"]] == ["build"]
    assert "studio" in told["files"]["copy"]
    pc.run()
    told = pc.plan().to_json()
    assert told["installed_version"] == "1.0"
    assert [model["action"] for model in told["models"]] == ["keep"]
    assert (told["engines_to_remove"], told["files"]["copy"]) == ([], [])


def test_what_is_kept_or_left_out_is_told_with_its_reason(pc: Pc) -> None:
    folder = pc.package
    core = model_entry(folder, conv_net(folder / "core.onnx"))
    faces = model_entry(folder, conv_net(folder / "faces.onnx", channels=9), feature="Faces")
    write_manifest(folder, core, faces)
    pc.run(options=EngineOptions(without=("Faces",)))
    assert pc.models == ["core"]
    events = list(pc.plan(options=EngineOptions(without=("Faces",))).kept_events())
    assert [(event.model, event.outcome) for event in events] == [("core", "kept"), ("faces", "skipped")]
    assert events[1].message == "the feature 'Faces' was not chosen"


def test_a_change_of_features_leaves_the_applications_own_files_alone(pc: Pc, tmp_path: Path) -> None:
    folder = pc.package
    write_files(folder / "app", {"studio": b"app", "data/one.txt": b"one"})
    models = [
        model_entry(folder, conv_net(folder / "core.onnx")),
        model_entry(folder, conv_net(folder / "sky.onnx", channels=9), feature="Sky"),
    ]
    write_manifest(folder, *models, payload={"folder": "app", "sha256": folder_sha256(folder / "app")})
    pc.run(options=EngineOptions(without=("Sky",)))
    (pc.target / "studio").write_bytes(b"changed")
    (pc.target / "data/one.txt").unlink()
    program = keeps_the_program(pc)
    receipt = pc.receipt
    assert pc.run(add=("Sky",)).result.code == 0
    assert pc.models == ["core", "sky"]
    assert (pc.target / "studio").read_bytes() == b"changed"
    assert not (pc.target / "data/one.txt").exists()
    assert program.exists()
    assert {file["file"] for file in receipt["files"]} <= {file["file"] for file in pc.receipt["files"]}


def keeps_the_program(pc: Pc) -> Path:
    """Let a copy of the program be there, as its frozen version installs one; gives a file of it."""
    program = pc.target / ".engine-installer/program/engine-installer"
    write_files(program.parent, {program.name: b"program"})
    receipt = pc.receipt
    file = {"file": program.relative_to(pc.target).as_posix(), "size": 7, "sha256": sha256_of(program)}
    receipt["files"].append(file | {"was_there": False})
    (pc.target / ".engine-installer/receipt.json").write_text(json.dumps(receipt))
    return program


@pytest.mark.parametrize("keeps", [True, False])
def test_a_copy_of_the_program_stays_unless_the_package_no_longer_wants_one(pc: Pc, keeps: bool) -> None:
    payload_package(pc.package, {"studio": b"app"})
    pc.run()
    program = keeps_the_program(pc)
    payload_package(pc.package, {"studio": b"new"}, maintenance={"keep_program": keeps})
    assert pc.run().result.code == 0
    assert program.exists() is keeps
    assert ("program/engine-installer" in json.dumps(pc.receipt)) is keeps


NO_LIBRARY = LibraryMissing(say("The library cannot be downloaded."))
WHEEL = Wheel(file="wheels/tensorrt_rtx-1.7.1-py3-none-any.whl", sha256="ab" * 32, size=50 << 20)


@pytest.mark.parametrize("problem", [None, NO_LIBRARY])
def test_the_engine_library_is_got_only_to_build_with_it(pc: Pc, problem: LibraryMissing | None) -> None:
    small_package(pc.package, "alpha")
    library = Library(wheels=(WHEEL,), locations=(None,), problem=problem)
    building = replace(pc.plan(), library=library)
    assert (building.gets_library, building.refusal) == (True, problem)
    pc.run()
    keeping = replace(pc.plan(), library=library)
    assert (keeping.gets_library, keeping.refusal) == (False, None)
    there = replace(building, library=replace(library, files=(SourceFile(pc.package, "x", "ab", 1),)))
    assert (there.gets_library, there.refusal) == (False, None)


@pytest.mark.parametrize(("level", "ships", "warned"), [(0, True, True), (0, False, False), (3, True, False)])
def test_that_shipped_timings_are_not_used_is_warned_of(pc: Pc, level: int, ships: bool, warned: bool) -> None:
    small_package(pc.package, "alpha")
    pc_with_classic = plans.machine(RTX_4070, libraries=plans.CLASSIC)
    options = EngineOptions(backend="tensorrt", optimization_level=level)
    build = make_plan(plans.package({}), pc_with_classic, [], options)
    catalogue = cast("Catalogue", SimpleNamespace(entries=["one"] * ships, problems=()))
    said = list(replace(pc.plan(), build=replace(build, catalogue=catalogue)).warnings())
    assert [event.model for event in said if "No timing cache is used: " in event.message] == ["m0"] * warned


def test_a_shipped_cache_that_cannot_be_used_is_warned_of(pc: Pc) -> None:
    small_package(pc.package, "alpha")
    plan = pc.plan()
    build = replace(plan.build, catalogue=Catalogue(problems=(say("a.cache is damaged"),)))
    assert warnings(replace(plan, build=build)) == (
        "A timing cache that ships with the application is not used: a.cache is damaged."
    )
