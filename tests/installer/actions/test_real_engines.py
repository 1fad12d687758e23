"""Installations with the real engine library: what it gets, and what is published of what it gives."""

from __future__ import annotations

import hashlib
import json
import struct
from pathlib import Path
from typing import Any

from tests.support.in_process import install, run
from tests.support.models import conv_net, net_with_external_data, unsupported_net
from tests.support.packages import model_entry, package_of, small_package, write_manifest
from tests.support.program import Ended


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
