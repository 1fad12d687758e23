from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.base.errors import BuildFailed
from builder.base.files import sha256_of
from builder.base.text import NO_TEXT, say
from builder.engines import store
from builder.engines.options import EngineOptions
from builder.engines.verdict import Verdict
from builder.gpu.nvml import Driver, GpuProblem
from installer.actions.status import EngineStatus, Status
from installer.target.journal import Journal
from installer.target.transaction import Transaction
from tests.support import program
from tests.support.in_process import main, run, user
from tests.support.installed import OLD, RTX_3060, RTX_4070, machine
from tests.support.models import conv_net
from tests.support.packages import model_entry, package_of, small_package, write_manifest
from tests.support.payloads import payload_package
from tests.support.program import Ended
from tests.support.quick_builds import Pc


@pytest.fixture
def installed(pc: Pc) -> Path:
    """A home without a graphics card, in which two engines are installed."""
    package = small_package(pc.package, "alpha", "beta")
    assert run("install", "--package", package, "--target", pc.target, home=pc.home).code == 0
    return pc.home


def status(home: Path, *options: str) -> Ended:
    return run("status", "--target", home / "target", *options, home=home)


def edit_index(home: Path, old: str, new: str) -> None:
    path = home / "target/engines/engines.json"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_a_fresh_installation_is_ready(installed: Path) -> None:
    ended = status(installed)
    assert ended.code == 0
    assert "ready: every engine is current" in ended.out
    # Not "every supported GPU": those of 7.5 are supported as well, by engines of their own.
    assert re.search(
        r"^alpha +compute capability 8\.0, .* and newer +every supported GPU +current", ended.out, re.MULTILINE
    )
    # The table says it, and once is enough.
    assert ended.out.count("alpha") == 1
    report = json.loads(status(installed, "--json").out)
    assert report["state"] == "ready"
    assert [engine["verdict"] for engine in report["engines"]] == ["current", "current"]
    detected = status(installed, "--detect")
    assert (detected.code, detected.out) == (0, f"ready {report['fingerprint']}\n")


def test_whether_results_were_checked_is_said_below_an_engine(installed: Path) -> None:
    assert "its results" not in status(installed).out
    edit_index(installed, '"answers": null', '"answers": {"state": "unchecked", "reason": "No GPU can {run} it."}')
    assert status(installed).out.count("\n  its results were not checked: No GPU can {run} it\n") == 2
    edit_index(installed, '"unchecked", ', '"right", "gpu": "RTX 4070", "tried": ["y is 0"], ')
    assert "\n  its results are right on RTX 4070; other ways gave wrong results: y is 0\n" in status(installed).out


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"8.6",', "", "built for compute capability 8.0, 8.9, 12.0, 12.1, but 8.6 is needed"),
        ('"tf32": true', '"tf32": false', "the settings have changed: tf32 true, was false"),
        ('"backend": "tensorrt-rtx"', '"backend": "tensorrt"', "built with TensorRT, but TensorRT-RTX must be used"),
    ],
)
def test_what_no_longer_fits_is_stale_with_the_reason(installed: Path, old: str, new: str, reason: str) -> None:
    edit_index(installed, old, new)
    if "8.6" in old:
        edit_index(installed, '"portable": true', '"portable": false')
    report = json.loads(status(installed, "--json").out)
    assert report["state"] == "stale"
    assert report["engines"][0]["reason"] == reason
    detected = status(installed, "--detect")
    assert (detected.code, detected.out, detected.err) == (1, "", "")
    assert "repair" in status(installed).out


def test_a_changed_model_is_stale(installed: Path) -> None:
    package = installed / "package"
    alpha = conv_net(package / "models/alpha.onnx", channels=13)
    package_of(package, alpha, package / "models/beta.onnx")
    # What was installed is what was installed; the changed package is compared when it is asked for.
    assert status(installed, "--detect").code == 0
    report = json.loads(status(installed, "--json", "--package", str(package)).out)
    assert report["engines"][0]["reason"] == "the model has changed"
    assert status(installed, "--detect", "--package", str(package)).code == 1


def test_a_missing_or_shortened_engine_is_seen_even_by_the_quick_look(installed: Path) -> None:
    first, second = sorted((installed / "target/engines").glob("*.engine"))
    second.write_bytes(second.read_bytes()[:-1])
    assert status(installed, "--detect").code == 1
    first.unlink()
    report = json.loads(status(installed, "--json").out)
    assert report["state"] == "incomplete"
    assert [engine["verdict"] for engine in report["engines"]] == ["missing", "damaged"]


def test_without_its_package_an_installation_is_still_judged(installed: Path) -> None:
    (installed / "package").rename(installed / "moved")
    assert "models and settings were not compared" not in status(installed).out
    shutil.rmtree(installed / "target/.engine-installer/package")
    ended = status(installed)
    assert "ready" in ended.out
    assert "models and settings were not compared" in ended.out
    assert status(installed, "--detect").code == 0
    edit_index(installed, '"library_version": "', '"library_version": "0.')
    assert status(installed, "--detect").code == 1


def test_nothing_installed_is_absent(tmp_path: Path) -> None:
    assert json.loads(status(tmp_path, "--json").out)["state"] == "absent"
    assert status(tmp_path).code == 66
    detected = status(tmp_path, "--detect")
    assert (detected.code, detected.out) == (1, "")
    assert not (tmp_path / "target").exists()


def test_without_a_target_the_applications_own_folder_is_meant(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    assert run("install", "--quiet", "--package", package, home=tmp_path).code == 0
    (index,) = tmp_path.rglob("engines.json")
    assert "com.example.test" in index.parts
    assert run("status", "--package", package, "--detect", home=tmp_path).code == 0


def flip(path: Path, place: int = 100) -> None:
    """Change one bit of a file near its end, which leaves its size as it is."""
    content = bytearray(path.read_bytes())
    content[-place] ^= 1
    path.write_bytes(content)


def engine_of(home: Path, model: str) -> Path:
    (path,) = (home / "target/engines").glob(f"{model}-*.engine")
    return path


def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are hashed from now on."""
    names: list[str] = []
    original = sha256_of

    def noting(path: Path, *rest: Any) -> str:
        names.append(path.name)
        return original(path, *rest)

    monkeypatch.setattr(store, "sha256_of", noting)
    return names


def test_detection_notices_a_change_of_the_same_size_and_reads_nothing_when_there_is_none(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    detect = ("status", "--detect", "--target", installed / "target")
    alpha, beta = engine_of(installed, "alpha"), engine_of(installed, "beta")
    with user(installed):
        names = hashed(monkeypatch)
        assert (main(*detect).code, names) == (0, [])
        os.utime(beta)  # as a backup that was played back does: it is what it was
        assert (main(*detect).code, names) == (0, [beta.name])
        flip(alpha)
        assert (main(*detect).code, names[1:]) == (1, [alpha.name, beta.name])
        # A repair restores the one and notes the time of the other, after which nothing is read again.
        assert main("repair", "--quiet", "--target", installed / "target", "--log", installed / "log").code == 0
        names.clear()
        assert (main(*detect).code, names) == (0, [])


def test_detection_notices_what_was_written_or_put_into_the_place_of_an_engine(installed: Path) -> None:
    detect = ("status", "--detect", "--target", installed / "target")
    alpha, beta = engine_of(installed, "alpha"), engine_of(installed, "beta")
    with user(installed):
        content, times = beta.read_bytes(), beta.stat()
        for place in (1, 100, len(content) // 2):
            flip(beta, place)
            assert main(*detect).code == 1
            flip(beta, place)
            assert main(*detect).code == 0
        other = installed / "other"
        other.write_bytes(content[:-1] + b"\0" if content[-1] else content[:-1] + b"\1")
        os.utime(other, (times.st_atime, times.st_mtime - 3600))  # it may be older than the engine
        other.replace(beta)
        assert main(*detect).code == 1
        assert re.search("^beta .* damaged ", main("status", "--target", installed / "target").out, re.MULTILINE)
    assert alpha.exists()


def test_detection_loads_only_what_it_needs(installed: Path) -> None:
    detect, env = ("status", "--target", installed / "target", "--detect"), {"PYTHONPROFILEIMPORTTIME": "1"}
    ended = program.run(*detect, home=installed, env=env)
    assert ended.code == 0
    loaded = {line.rpartition("|")[2].strip() for line in ended.err.splitlines() if line.startswith("import time:")}
    assert "installer.actions.status" in loaded
    for_others = {
        *("builder.building.preflight", "builder.building.scheduler", "builder.building.target_questions"),
        *("builder.building.worker_process", "builder.library.download", "installer.actions.install"),
        *("installer.command_line.rendering", "installer.command_line.run", "asyncio", "filelock", "http.client"),
        *("multiprocessing", "numpy", "onnx", "psutil", "PySide6", "rich", "ssl"),
    }
    assert not loaded & for_others
    # Each costs about a millisecond; what is needed for more has its import in the function that needs it.
    assert len([name for name in loaded if name.partition(".")[0] in ("builder", "installer")]) <= 109
    assert len(loaded) <= 400


def test_an_index_without_times_is_looked_at_as_before(installed: Path) -> None:
    index = json.loads((installed / "target/engines/engines.json").read_text())
    times = [engine.pop("modified_us") for engine in index["engines"]]
    files = [engine_of(installed, name).stat() for name in ("alpha", "beta")]
    assert times == [status.st_mtime_ns // 1000 for status in files]
    (installed / "target/engines/engines.json").write_text(json.dumps(index))
    assert status(installed, "--detect").code == 0
    # A repair adds them.
    assert run("repair", "--quiet", "--target", installed / "target", home=installed).code == 0
    index = json.loads((installed / "target/engines/engines.json").read_text())
    assert [engine["modified_us"] for engine in index["engines"]] == times


def test_an_installation_that_is_current_needs_no_new_times(installed: Path) -> None:
    os.utime(engine_of(installed, "alpha"))
    before = (installed / "target/engines/engines.json").read_bytes()
    ended = run(
        "install", "--quiet", "--package", installed / "package", "--target", installed / "target", home=installed
    )
    assert "nothing was changed" in ended.out
    assert (installed / "target/engines/engines.json").read_bytes() == before


@pytest.fixture
def there(pc: Pc) -> Pc:
    """A computer with a graphics card for which two engines and two files of the application are installed."""
    payload_package(pc.package, {"studio": b"app", "data/one.txt": b"one"}, "alpha", "beta")
    pc.run()
    return pc


def verdicts(status: Status) -> dict[str, tuple[str, str | None]]:
    return {engine.model: (engine.verdict.state, engine.verdict.cause) for engine in status.engines}


CURRENT = {"alpha": ("current", None), "beta": ("current", None)}


def test_a_flipped_byte_is_found_by_the_full_look_whatever_size_and_time_say(there: Pc) -> None:
    alpha = engine_of(there.home, "alpha")
    times = alpha.stat()
    flip(alpha)
    os.utime(alpha, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert verdicts(there.status())["alpha"] == ("damaged", "damaged")
    assert there.status().state == "incomplete"
    assert verdicts(there.status(quick=True)) == CURRENT


def test_a_full_look_checks_the_computer_and_a_quick_one_does_not(there: Pc) -> None:
    full, quick = there.status(), there.status(quick=True)
    assert {"disk", "driver"} <= {check.name for check in full.checks}
    assert quick.checks == ()
    assert (full.state, quick.state) == ("ready", "ready")
    assert full.fingerprint == quick.fingerprint == there.index["fingerprint"]
    assert full.compared_with_package == there.target / ".engine-installer/package"


@pytest.mark.parametrize("quick", [True, False])
def test_a_target_without_an_installation_is_absent(pc: Pc, quick: bool) -> None:
    status = pc.status(quick=quick)
    assert (status.state, status.engines, status.problems, status.notes) == ("absent", (), (), ())
    assert (status.checks == ()) is quick
    assert not pc.target.exists()


@pytest.mark.parametrize("quick", [True, False])
def test_a_missing_file_of_the_application_makes_it_incomplete(there: Pc, quick: bool) -> None:
    (there.target / "studio").unlink()
    status = there.status(quick=quick)
    assert status.state == "incomplete"
    (problem,) = status.problems
    assert problem.startswith("studio is missing")
    assert status.notes == ()


@pytest.mark.parametrize(
    ("content", "quick", "noted"),
    [
        (b"app", True, False),
        (b"app", False, False),
        (b"bad", True, False),
        (b"bad", False, True),
        (b"longer", True, True),
    ],
)
def test_a_changed_file_of_the_application_is_a_note_and_no_problem(
    there: Pc, content: bytes, quick: bool, noted: bool
) -> None:
    (there.target / "studio").write_bytes(content)
    status = there.status(quick=quick)
    assert (status.state, status.problems) == ("ready", ())
    assert [str(note) for note in status.notes] == ["studio was changed since it was installed"] * noted


@pytest.mark.parametrize(
    ("action", "says"),
    [("install", "an installation was interrupted"), ("uninstall", "a removal was interrupted")],
)
def test_what_was_cut_off_makes_it_incomplete(there: Pc, action: Any, says: str) -> None:
    Transaction(there.target).commit(Journal(action=action, operations=()))
    status = there.status()
    assert status.state == "incomplete"
    assert [problem.startswith(says) for problem in status.problems] == [True]
    assert verdicts(status) == CURRENT


def test_an_installation_without_its_index_is_incomplete(there: Pc) -> None:
    file = there.target / "engines/engines.json"
    file.write_text("{")
    (damaged,) = there.status().problems
    assert "engines.json is damaged and counts as missing: " in damaged
    file.unlink()
    assert list(there.status().problems) == [f"{file} is missing"]
    assert there.status().state == "incomplete"
    (there.target / ".engine-installer/receipt.json").unlink()
    assert there.status().state == "absent"


def test_a_model_that_has_left_the_package_and_one_that_has_come_are_named(there: Pc) -> None:
    payload_package(there.package, {"studio": b"app", "data/one.txt": b"one"}, "alpha", "gamma")
    found = there.status(package=there.package)
    assert verdicts(found) == {
        "alpha": ("current", None),
        "gamma": ("missing", "missing"),
        "beta": ("stale", "unwanted"),
    }
    reasons = {engine.model: str(engine.verdict.reason) for engine in found.engines}
    assert reasons["beta"] == "the model is no longer in the app package"
    (gamma,) = (engine for engine in found.engines if engine.model == "gamma")
    assert (gamma.file, gamma.record, gamma.built_for) == (None, None, None)
    assert gamma.this_pc == RTX_4070.name
    assert gamma.rebuild_seconds is not None
    assert gamma.rebuild_seconds > 0
    assert gamma.rebuild_bytes > 0


def test_what_a_repair_would_take_is_told_only_of_what_needs_one(there: Pc) -> None:
    alpha = engine_of(there.home, "alpha")
    alpha.unlink()
    told = {engine.model: engine.to_json() for engine in there.status().engines}
    assert told["alpha"]["verdict"] == "missing"
    assert told["alpha"]["rebuild_seconds"] > 0
    assert (told["beta"]["rebuild_seconds"], told["beta"]["rebuild_mib"]) == (None, 0.0)
    assert told["beta"]["built_for"] == told["beta"]["this_pc"] == RTX_4070.name
    assert told["beta"]["size"] == engine_of(there.home, "beta").stat().st_size


def test_a_feature_that_was_left_out_is_no_lack(pc: Pc) -> None:
    folder = pc.package
    core = model_entry(folder, conv_net(folder / "core.onnx"))
    sky = model_entry(folder, conv_net(folder / "sky.onnx", channels=9), feature="Sky")
    write_manifest(folder, core, sky)
    pc.run(options=EngineOptions(without=("Sky",)))
    status = pc.status()
    assert (status.state, verdicts(status)) == ("ready", {"core": ("current", None)})
    assert [(feature.name, feature.installed) for feature in status.available] == [("Sky", False)]
    assert pc.status(quick=True).available == ()


def test_another_graphics_card_makes_engines_stale_and_names_both(there: Pc) -> None:
    there.machine = machine(RTX_3060)
    status = there.status()
    assert status.state == "stale"
    assert verdicts(status) == {"alpha": ("stale", "gpu"), "beta": ("stale", "gpu")}
    assert (status.engines[0].built_for, status.engines[0].this_pc) == (RTX_4070.name, RTX_3060.name)


def test_without_its_package_engines_are_judged_by_what_is_known_of_them(there: Pc) -> None:
    shutil.rmtree(there.package)
    shutil.rmtree(there.target / ".engine-installer/package")
    status = there.status()
    assert (status.compared_with_package, status.state, verdicts(status)) == (None, "ready", CURRENT)
    assert [engine.gpu for engine in status.engines] == [None, None]
    there.machine = machine(RTX_3060)
    assert there.status().state == "stale"
    flip(engine_of(there.home, "alpha"))
    assert verdicts(there.status())["alpha"] == ("damaged", "damaged")


def test_a_model_that_could_never_be_built_is_missing_also_without_the_package(pc: Pc) -> None:
    small_package(pc.package, "alpha", "beta")
    pc.workers.failing["beta"] = BuildFailed(say("It cannot\nbe built."))
    pc.run()
    assert (pc.status().state, verdicts(pc.status())["beta"]) == ("incomplete", ("missing", "missing"))
    shutil.rmtree(pc.package)
    shutil.rmtree(pc.target / ".engine-installer/package")
    status = pc.status()
    assert (status.state, verdicts(status)) == (
        "incomplete",
        {"alpha": ("current", None), "beta": ("missing", None)},
    )
    assert str(status.engines[1].verdict.reason) == "It cannot\nbe built."
    # One that has an older engine is judged by that.
    pc.workers.failing.clear()
    small_package(pc.package, "alpha", "beta", maintenance={"keep_package": False})
    pc.run()
    conv_net(pc.package / "models/beta.onnx", channels=20)
    package_of(pc.package, *(pc.package / f"models/{name}.onnx" for name in ("alpha", "beta")))
    pc.workers.failing["beta"] = BuildFailed(say("It cannot be built."))
    pc.run()
    shutil.rmtree(pc.package)
    shutil.rmtree(pc.target / ".engine-installer/package", ignore_errors=True)
    assert verdicts(pc.status()) == CURRENT


def test_engines_for_several_graphics_cards_are_named_with_theirs(pc: Pc) -> None:
    cards = (replace(RTX_4070, index=0), replace(RTX_3060, index=1))
    pc.machine = machine(*cards)
    small_package(pc.package, "alpha")
    pc.run(options=EngineOptions(gpu="all"))
    status = pc.status()
    assert status.state == "ready"
    assert sorted(engine.label for engine in status.engines) == [f"alpha for {card.name}" for card in cards[::-1]]
    for path in (pc.package, pc.target / ".engine-installer/package"):
        shutil.rmtree(path)
    assert sorted(engine.label for engine in pc.status().engines) == [f"alpha for {card.name}" for card in cards[::-1]]


@pytest.mark.parametrize(
    ("answers", "reason"), [(True, "not wanted on this computer now"), (False, "its GPU does not answer")]
)
def test_the_engine_of_a_graphics_card_that_is_gone_is_told_from_that_of_one_that_is_ill(
    pc: Pc, answers: bool, reason: str
) -> None:
    pc.machine = machine(replace(RTX_4070, index=0), replace(RTX_3060, index=1))
    small_package(pc.package, "alpha")
    pc.run(options=EngineOptions(gpu="all"))
    ill = Driver("580.1", "13.0", None if answers else GpuProblem("no_answer", say("it is silent"), NO_TEXT))
    pc.machine = replace(machine(RTX_4070), driver=ill)
    status = pc.status()
    (other,) = (engine for engine in status.engines if engine.gpu == RTX_3060.name)
    assert (other.verdict.state, other.verdict.cause, str(other.verdict.reason)) == ("stale", "unwanted", reason)


def test_of_two_engines_of_a_model_each_is_named_with_its_graphics_card(pc: Pc) -> None:
    """Also where the installation is no longer asked for those of all of them."""
    pc.machine = machine(replace(RTX_4070, index=0), replace(RTX_3060, index=1))
    small_package(pc.package, "alpha")
    pc.run(options=EngineOptions(gpu="all"))
    edit_index(pc.home, '"gpu": "all"', '"gpu": null')
    labels = {engine.label: engine.verdict.state for engine in pc.status().engines}
    assert labels == {"alpha": "current", f"alpha for {RTX_3060.name}": "stale"}


def test_figures_are_told_as_people_read_them() -> None:
    told = EngineStatus("a", None, Verdict("missing", say("x")), None, None, None, 1.26, 2_700_000).to_json()
    assert (told["rebuild_seconds"], told["rebuild_mib"]) == (1.3, 2.6)


@pytest.mark.parametrize("portable", [True, False])
def test_an_engine_for_other_computers_says_so_where_no_graphics_card_here_can_run_it(pc: Pc, portable: bool) -> None:
    pc.machine = machine()
    small_package(pc.package, "alpha")
    pc.run(options=EngineOptions(portable=True) if portable else EngineOptions(targets=("8.6",)))
    (engine,) = pc.status().engines
    assert (engine.verdict.state, engine.this_pc) == (
        "current",
        "every supported GPU" if portable else "compute capability 8.6",
    )
    pc.machine = machine(OLD)
    (engine,) = pc.status().engines
    assert (engine.verdict.state, engine.verdict.cause, engine.this_pc) == ("stale", "no_gpu", OLD.name)
    # No repair can change that.
    assert pc.status().state == "ready"


def test_a_model_that_this_computer_cannot_have_is_told_with_the_reason(pc: Pc) -> None:
    small_package(pc.package, "alpha", defaults={"no_gpu": "stop"})
    pc.run()
    pc.machine = machine(OLD)
    (engine,) = pc.status().engines
    assert (engine.verdict.state, engine.verdict.cause) == ("stale", "gpu")
    assert OLD.name in str(engine.verdict.reason)
    engine_of(pc.home, "alpha").unlink()
    index = pc.index | {"engines": []}
    (pc.target / "engines/engines.json").write_text(json.dumps(index))
    (engine,) = pc.status().engines
    assert (engine.verdict.state, engine.verdict.cause, engine.file) == ("missing", "gpu", None)


def test_without_the_engine_library_an_engine_is_judged_by_what_is_known_of_it(there: Pc) -> None:
    there.machine = replace(there.machine, libraries={})
    assert verdicts(there.status()) == CURRENT
    flip(engine_of(there.home, "alpha"))
    assert verdicts(there.status())["alpha"] == ("damaged", "damaged")
    conv_net(there.package / "models/beta.onnx", channels=20)
    models = (there.package / f"models/{name}.onnx" for name in ("alpha", "beta"))
    package_of(there.package, *models)
    assert verdicts(there.status(package=there.package))["beta"] == ("stale", "model")
