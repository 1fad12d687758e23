from __future__ import annotations

import hashlib
import json
import struct
from pathlib import Path
from typing import Any

import pytest

from builder.base.errors import BuildFailed
from builder.base.text import say
from tests.support.in_process import install, run
from tests.support.models import conv_net, net_with_external_data, unsupported_net
from tests.support.packages import model_entry, package_of, small_package, write_manifest
from tests.support.program import Ended
from tests.support.quick_builds import Pc

with_quick_workers = pytest.mark.usefixtures("pc")
"""For what the actions decide, whatever engines there are."""


def index(tmp_path: Path) -> dict[str, Any]:
    values: dict[str, Any] = json.loads((tmp_path / "target/engines/engines.json").read_text(encoding="utf-8"))
    return values


def files(tmp_path: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (tmp_path / "target/engines").iterdir()}


def models_started(ended: Ended) -> list[str]:
    return [event["model"] for event in ended.events if event["event"] == "model_started"]


def test_install_publishes_verified_engines_and_their_index(tmp_path: Path) -> None:
    ended = install(tmp_path, small_package(tmp_path / "package", "alpha", "beta"))
    assert ended.code == 0
    assert ended.err == ""
    published = index(tmp_path)
    assert published["app"]["id"] == "com.example.test"
    assert [engine["model"] for engine in published["engines"]] == ["alpha", "beta"]
    for engine in published["engines"]:
        content = (tmp_path / "target/engines" / engine["file"]).read_bytes()
        assert engine["file"].startswith(f"{engine['model']}-{engine['sha256'][:12]}")
        assert (len(content), hashlib.sha256(content).hexdigest()) == (engine["size"], engine["sha256"])
        assert content[:4] == b"vtrt"
        assert struct.unpack_from("<Q", content, 16) == (len(content),)
        assert engine["targets"] == ["8.0", "8.6", "8.9", "12.0", "12.1"]
        assert engine["portable"] is True
        assert engine["loaded_on"] is None
    assert set(files(tmp_path)) == {"engines.json"} | {engine["file"] for engine in published["engines"]}


def test_the_events_describe_the_whole_run(tmp_path: Path) -> None:
    events = install(tmp_path, small_package(tmp_path / "package", "alpha", "beta")).events
    kinds = [event["event"] for event in events]
    assert kinds[:2] == ["hello", "plan"]
    assert kinds.count("result") == 1
    assert kinds[-1] == "result"
    assert {"model_started", "phase", "progress", "log", "model_finished"} <= set(kinds)
    assert all(list(event)[:2] == ["event", "v"] and event["v"] == 1 for event in events)
    fractions = [event["fraction"] for event in events if event["event"] == "progress"]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert events[-1]["code"] == 0
    assert len(events[-1]["files"]) == 2


@with_quick_workers
def test_a_second_install_changes_nothing(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", "beta")
    install(tmp_path, package)
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "target/engines").iterdir()}
    ended = install(tmp_path, package)
    assert ended.code == 0
    assert models_started(ended) == []
    assert ended.events[-1]["detail"] == "Everything is current; nothing was changed."
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "target/engines").iterdir()} == before


@with_quick_workers
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


@with_quick_workers
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


def test_one_bad_model_does_not_stop_the_others(tmp_path: Path) -> None:
    package = tmp_path / "package"
    good, bad = conv_net(package / "good.onnx"), unsupported_net(package / "bad.onnx")
    package_of(package, bad, good)
    ended = install(tmp_path, package)
    assert ended.code == 1
    published = index(tmp_path)
    assert [engine["model"] for engine in published["engines"]] == ["good"]
    (failed,) = published["failed"]
    assert failed["model"] == "bad"
    assert "Frobnicate" in failed["reason"]
    assert ended.events[-1]["files"] == [published["engines"][0]["file"]]
    assert "1 of 2 models could not be built" in ended.events[-1]["detail"]
    assert run("status", "--target", tmp_path / "target", "--detect", home=tmp_path).code == 1


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


@with_quick_workers
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


@with_quick_workers
def test_engines_stay_until_the_new_ones_are_ready(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", "beta")
    install(tmp_path, package)
    before = files(tmp_path)
    # No time to build even one.
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


def test_external_weights_are_used_from_memory(tmp_path: Path) -> None:
    package = tmp_path / "package"
    plain = conv_net(package / "plain.onnx")
    external = net_with_external_data(package / "external.onnx")
    weights = [{"file": "weights.bin", "sha256": hashlib.sha256((package / "weights.bin").read_bytes()).hexdigest()}]
    write_manifest(package, model_entry(package, plain), model_entry(package, external, external_data=weights))
    assert install(tmp_path, package).code == 0
    first, second = index(tmp_path)["engines"]
    assert first["sha256"] == second["sha256"]
    assert second["external_data_sha256"] == [weights[0]["sha256"]]


def test_settings_reach_the_library(tmp_path: Path) -> None:
    package = tmp_path / "package"
    net = conv_net(package / "net.onnx")
    half = conv_net(package / "half.onnx", half=True)
    dynamic = conv_net(package / "dynamic.onnx", ("batch", 3, "height", "width"))
    shapes = {"min": [1, 3, 16, 16], "opt": [1, 3, 32, 32], "max": [2, 3, 64, 64]}
    write_manifest(
        package,
        model_entry(package, net, name="plain"),
        model_entry(package, net, name="no-tf32", tf32=False),
        model_entry(package, net, name="detailed", profiling_verbosity="detailed"),
        model_entry(package, net, name="streamed", weight_streaming=True),
        model_entry(package, net, name="workspace", workspace_mib=512),
        model_entry(package, net, name="turing", compute_capabilities=["7.5", "8.6"]),
        model_entry(package, half, precision="fp16"),
        model_entry(package, half, name="half-hwc8", input_formats={"image": "fp16:hwc8"}),
        model_entry(package, half, name="half-out", output_formats={"result": "fp16:chw32"}),
        model_entry(package, dynamic, profile=[{"image": shapes}]),
        model_entry(
            package,
            dynamic,
            name="two-profiles",
            profile=[{"image": shapes}, {"image": shapes | {"max": [1, 3, 48, 48]}}],
        ),
    )
    assert install(tmp_path, package).code == 0
    engines = {engine["model"]: engine for engine in index(tmp_path)["engines"]}
    # Engines are bit-identical for identical settings, so a different hash shows that the setting arrived.
    for name in ("no-tf32", "detailed", "streamed", "workspace"):
        assert engines[name]["sha256"] != engines["plain"]["sha256"], name
    assert len({engines[name]["sha256"] for name in ("half", "half-hwc8", "half-out")}) == 3
    assert engines["two-profiles"]["sha256"] != engines["dynamic"]["sha256"]
    assert engines["turing"]["targets"] == ["7.5", "8.6"]
    assert engines["turing"]["portable"] is False
    assert engines["half"]["inputs"] == {"image": "fp16 1x3x32x32"}
    assert engines["dynamic"]["inputs"] == {"image": "fp32 ?x3x?x?"}


@with_quick_workers
def test_the_command_line_chooses_the_targets(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    assert install(tmp_path, package, "--for", "sm89,8.6").code == 0
    assert index(tmp_path)["engines"][0]["targets"] == ["8.6", "8.9"]
    ended = install(tmp_path, package, "--portable")
    assert models_started(ended) == ["alpha"]
    assert index(tmp_path)["engines"][0]["portable"] is True


@with_quick_workers
def test_what_the_installation_was_asked_for_is_what_status_and_repair_ask_for(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    assert install(tmp_path, package, "--for", "sm86").code == 0
    assert run("status", "--target", tmp_path / "target", "--detect", home=tmp_path).code == 0
    (tmp_path / "target/engines" / index(tmp_path)["engines"][0]["file"]).unlink()
    assert install(tmp_path, package, action="repair").code == 0
    assert index(tmp_path)["engines"][0]["targets"] == ["8.6"]
    # A new installation without the option asks for something else.
    assert models_started(install(tmp_path, package)) == ["alpha"]


@with_quick_workers
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


@with_quick_workers
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


@with_quick_workers
def test_a_second_run_on_the_same_target_is_told_to_wait(tmp_path: Path) -> None:
    from builder.engines.store import EngineStore

    package = small_package(tmp_path / "package", "alpha")
    with EngineStore(tmp_path / "target").exclusive():
        ended = install(tmp_path, package)
    assert ended.code == 75
    assert ended.events[-1]["name"] == "already_running"
    assert not (tmp_path / "target").exists()
    assert install(tmp_path, package).code == 0


@with_quick_workers
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


def test_repair_where_nothing_is_installed_says_so(tmp_path: Path) -> None:
    ended = run("repair", "--quiet", "--target", tmp_path / "target", home=tmp_path)
    assert ended.code == 66
    assert "There is nothing to repair" in ended.err


@with_quick_workers
def test_repair_without_its_package_says_which_is_missing(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", maintenance={"keep_package": False})
    install(tmp_path, package)
    package.rename(tmp_path / "moved")
    ended = run("repair", "--quiet", "--target", tmp_path / "target", home=tmp_path)
    assert ended.code == 66
    assert "The app package of Test App is no longer at" in ended.err
    assert "--package" in ended.err


@with_quick_workers
def test_what_a_cut_off_run_left_behind_is_cleaned_up(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    engines = tmp_path / "target/engines"
    (engines / ".staging").mkdir(parents=True)
    (engines / ".staging/alpha.engine").write_text("half")
    (engines / "alpha-0123456789ab.engine").write_text("published, but never named by engines.json")
    assert install(tmp_path, package).code == 0
    assert set(files(tmp_path)) == {"engines.json", index(tmp_path)["engines"][0]["file"]}


@with_quick_workers
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


@with_quick_workers
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
