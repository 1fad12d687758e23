"""What the single steps of an installation promise: which package counts, what is verified, noted and said."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builder.base.errors import BuildFailed, EngineInstallerError, EngineInvalid, ExitCode
from builder.base.events import ModelFinished
from builder.base.text import say
from builder.engines.options import EngineOptions
from installer.target.journal import Journal
from installer.target.transaction import Transaction
from tests.support.models import conv_net
from tests.support.packages import model_entry, package_of, small_package, write_manifest
from tests.support.payloads import payload_package
from tests.support.quick_builds import Pc

CURRENT = "Everything is current; nothing was changed."


def engine_of(pc: Pc, model: str) -> str:
    (file,) = (engine["file"] for engine in pc.index["engines"] if engine["model"] == model)
    return f"engines/{file}"


def flip(pc: Pc, file: str) -> None:
    """Change a byte, and neither size nor time."""
    path = pc.target / file
    times = path.stat()
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def test_the_copy_of_the_program_installs_what_is_installed(pc: Pc) -> None:
    payload_package(pc.package, {"studio": b"app"})
    pc.run()
    pc.patch.setattr("installer.actions.install.runs_from", lambda target: target == pc.target)
    assert pc.run(package=None).result.detail == CURRENT
    (pc.target / engine_of(pc, "alpha")).unlink()
    assert pc.run(package=None).result.code == 0
    assert pc.workers.built == ["alpha", "alpha"]


def test_the_package_that_was_kept_is_one_without_the_applications_files(pc: Pc) -> None:
    payload_package(pc.package, {"studio": b"app"})
    pc.run()
    kept = pc.target / ".engine-installer/package"
    assert pc.run(package=kept).result.detail == CURRENT
    assert (pc.target / "studio").read_bytes() == b"app"
    assert pc.run("repair", package=kept).result.detail == CURRENT


def test_a_folder_that_is_no_kit_is_refused(pc: Pc) -> None:
    small_package(pc.package, "alpha")
    with pytest.raises(EngineInstallerError):
        pc.run(kit=pc.home / "nothing")
    assert not pc.target.exists()


def test_an_engine_that_is_not_what_its_builder_says_is_not_published(pc: Pc) -> None:
    small_package(pc.package, "alpha")
    for lie in (
        lambda built: replace(built, sha256="0" * 64),
        lambda built: replace(built, size=built.size + 1),
    ):
        pc.workers.says = lie
        with pytest.raises(EngineInvalid):
            pc.run()
        assert not pc.target.exists()


def test_an_engine_that_stays_damaged_is_not_noted_as_new(pc: Pc) -> None:
    """Its time in engines.json is what the quick look goes by."""
    features(pc)
    pc.run(options=EngineOptions(without=("Sky",)))
    core = pc.target / engine_of(pc, "core")
    core.write_bytes(core.read_bytes()[:-1] + b"?")
    pc.run(add=("Sky",))
    states = {engine.model: engine.verdict.state for engine in pc.status(quick=True).engines}
    assert states == {"core": "damaged", "sky": "current"}


def test_a_repair_notes_the_times_of_engines_that_it_has_found_right(pc: Pc) -> None:
    small_package(pc.package, "alpha")
    pc.run()
    alpha = pc.target / engine_of(pc, "alpha")
    os.utime(alpha, (1_000_000_000, 1_000_000_000))
    assert pc.plan().changes_nothing
    assert not pc.plan(repairing=True).changes_nothing
    pc.run("repair")
    assert pc.workers.built == ["alpha"]
    assert pc.index["engines"][0]["modified_us"] == 1_000_000_000_000_000


def test_what_is_to_be_completed_is_a_change(pc: Pc) -> None:
    small_package(pc.package, "alpha")
    pc.run()
    assert pc.plan().changes_nothing
    Transaction(pc.target).commit(Journal(action="install", operations=()))
    assert not pc.plan().changes_nothing
    ran = pc.run()
    assert "An installation was interrupted; it is completed first." in ran.said
    assert ran.result.detail == CURRENT


def test_a_lock_that_a_killed_run_has_left_goes(pc: Pc) -> None:
    small_package(pc.package, "alpha")
    pc.run()
    before = set(pc.files())
    lock = pc.target / "engines/.lock"
    pc.patch.setattr("builder.engines.store.EngineStore.has_lock_file", lambda _self: lock.exists())
    removed: list[bool] = []
    pc.patch.setattr("builder.engines.store.EngineStore.remove_stale_lock", lambda _self: removed.append(True))
    assert pc.run().result.detail == CURRENT
    assert (removed, set(pc.files())) == ([True], before)


def features(pc: Pc) -> None:
    core = model_entry(pc.package, conv_net(pc.package / "core.onnx"))
    sky = model_entry(pc.package, conv_net(pc.package / "sky.onnx", channels=9), feature="Sky")
    write_manifest(pc.package, core, sky)


def test_a_change_of_features_keeps_what_the_installation_was_asked_for_and_came_from(pc: Pc) -> None:
    features(pc)
    pc.run(options=EngineOptions(targets=("8.9", "12.0"), without=("Sky",)))
    before = pc.index
    pc.run(add=("Sky",))
    assert pc.index["app"] == before["app"]
    assert pc.index["options"] == before["options"] | {"without": []}
    assert [engine["targets"] for engine in pc.index["engines"]] == [["8.9", "12.0"]] * 2
    pc.run(remove=("Sky",))
    assert pc.index["options"] == before["options"]
    assert pc.index["engines"] == before["engines"]


def test_a_change_of_features_that_fails_leaves_everything_as_it_was(pc: Pc) -> None:
    features(pc)
    pc.run(options=EngineOptions(without=("Sky",)))
    before = pc.files()
    pc.workers.failing["sky"] = BuildFailed(say("It cannot be built."))
    with pytest.raises(BuildFailed):
        pc.run(add=("Sky",))
    assert pc.files() == before


def test_that_the_computer_may_go_to_sleep_is_said_in_the_log(pc: Pc) -> None:
    small_package(pc.package, "alpha")

    @contextlib.contextmanager
    def keep_awake(_why: str) -> Iterator[Callable[[], str | None]]:
        yield lambda: "nobody listens"

    pc.patch.setattr("installer.actions.install.keep_awake", keep_awake)
    assert "the computer may go to sleep by itself: nobody listens" in pc.run().said


def test_a_computer_is_kept_awake_only_while_something_is_done(pc: Pc) -> None:
    payload_package(pc.package, {"studio": b"app"})
    pc.run()
    (pc.target / "studio").unlink()
    pc.patch.setattr("installer.actions.install.keep_awake", None)
    assert pc.run().result.code == 0


def test_a_run_that_repairs_reads_files_whatever_their_times_say(pc: Pc) -> None:
    payload_package(pc.package, {"studio": b"app"})
    pc.run()
    kept = next(file for file in pc.files() if file.startswith(".engine-installer/package/models/"))
    flip(pc, kept)
    assert not pc.plan(repairing=True, package=pc.package).changes_nothing
    assert pc.run("repair", package=pc.package).result.code == 0
    assert pc.status().state == "ready"


def test_an_engine_is_kept_where_it_is_and_told_so(pc: Pc) -> None:
    small_package(pc.package, "alpha", "beta")
    pc.run()
    before = {model: (pc.target / engine_of(pc, model)).stat().st_ino for model in ("alpha", "beta")}
    package_of(pc.package, pc.package / "models/alpha.onnx", conv_net(pc.package / "models/beta.onnx", channels=30))
    ran = pc.run()
    assert {event.model: event.outcome for event in ran.of(ModelFinished)} == {"alpha": "kept", "beta": "built"}
    assert (pc.target / engine_of(pc, "alpha")).stat().st_ino == before["alpha"]


def test_a_file_in_the_place_of_the_target_stays(pc: Pc) -> None:
    small_package(pc.package, "alpha")
    pc.target.parent.mkdir(exist_ok=True)
    pc.target.write_text("a file")
    with pytest.raises(EngineInstallerError) as refused:
        pc.run()
    assert refused.value.exit_code is not ExitCode.INTERNAL_ERROR
    assert pc.target.read_text() == "a file"


def test_engines_are_in_their_places_on_the_disk_before_engines_json_names_them(pc: Pc) -> None:
    small_package(pc.package, "alpha", "beta")
    happened: list[str] = []
    replace_file, flush = Path.replace, os.fsync

    def replacing(self: Path, target: Path) -> Path:
        happened.append(f"to {target.name}")
        return replace_file(self, target)

    def flushing(descriptor: int) -> None:
        happened.append(f"flush {Path(f'/proc/self/fd/{descriptor}').readlink().name}")
        flush(descriptor)

    pc.patch.setattr(Path, "replace", replacing)
    pc.patch.setattr(os, "fsync", flushing)
    pc.run()
    index = happened.index("to engines.json")
    engines = [number for number, what in enumerate(happened) if what.startswith("to ") and what.endswith(".engine")]
    assert len(engines) == 2
    assert "flush engines" in happened[max(engines) : index]
