"""`engine-builder check`, with real builds: its table is the library's own, and its engines are those of users."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from builder.backend.tensorrt_rtx import TARGETS
from tests.support.gpu_fixtures import GPU_FIXTURES, half_mm, mm, three_unknown
from tests.support.json_schema import faults
from tests.support.load import under_load
from tests.support.models import conv_net, deep_net
from tests.support.nvml import RTX_4070, Machine, environment_of
from tests.support.packages import model_entry, package_of, small_package, write_manifest
from tests.support.program import ROOT, Ended, run_builder
from tests.support.runs import DOUBLES, install
from tests.support.waiting import wait_until

SCHEMA = json.loads((ROOT / "docs/schemas/check.schema.json").read_text(encoding="utf-8"))
REASONS = {"mm": "fp32_matmul_on_turing", "conv3d": "conv3d_on_turing", "bf16": "data_type", "fp8": "data_type"}


def check(package: Path, *options: str | Path, env: Mapping[str, str] | None = None) -> Ended:
    return run_builder("check", "--package", package, *options, env=os.environ | dict(env or {}))


def report(package: Path, *options: str | Path, env: Mapping[str, str] | None = None) -> dict[str, Any]:
    ended = check(package, "--json", *options, env=env)
    found: dict[str, Any] = json.loads(ended.out)
    assert list(faults(found, SCHEMA)) == []
    return found


def cells(found: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    return {(row["model"], cell["column"]): cell for row in found["models"] for cell in row["cells"]}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    return package_of(folder, *(make(folder / f"{name}.onnx") for name, make in GPU_FIXTURES.items()))


@pytest.fixture(scope="module")
def found(package: Path) -> dict[str, Any]:
    """One check of all of it."""
    return report(package)


def size_by_the_library(file: Path, target: str) -> int | None:
    """What the library itself says, without any of our code: the bytes of the engine, or None for a refusal."""
    import tensorrt_rtx_bindings as trt

    logger = trt.Logger(trt.Logger.INTERNAL_ERROR)
    builder = trt.Builder(logger)
    network = builder.create_network(0)
    assert trt.OnnxParser(network, logger).parse(file.read_bytes())
    config = builder.create_builder_config()
    if target != "portable":
        config.num_compute_capabilities = 1
        config.set_compute_capability(getattr(trt.ComputeCapability, "SM" + target.replace(".", "")), 0)
    engine = builder.build_serialized_network(network, config)
    return None if engine is None else int(engine.nbytes)


@pytest.mark.parametrize("name", GPU_FIXTURES)
def test_the_table_is_what_the_library_itself_says(package: Path, found: dict[str, Any], name: str) -> None:
    told = {column: cells(found)[name, column]["size"] for column in (*TARGETS, "portable")}
    assert told == {column: size_by_the_library(package / f"{name}.onnx", column) for column in told}
    assert any(told.values())
    refusals = [cell["refusal"] for (model, _), cell in cells(found).items() if model == name and cell["refusal"]]
    assert {refusal["reason"] for refusal in refusals} == {REASONS[name]}
    assert all("model.variant" in refusal["way_out"] for refusal in refusals)
    assert {refusal["node"] for refusal in refusals} == {"node_of_y" if "turing" in REASONS[name] else None}


def test_a_portable_engine_is_said_to_serve_what_the_model_can_run_on(found: dict[str, Any]) -> None:
    assert cells(found)["fp8", "portable"]["serves"] == ["8.9", "12.0", "12.1"]
    assert cells(found)["bf16", "portable"]["serves"] == list(TARGETS[1:])
    assert cells(found)["mm", "8.6"]["serves"] == ["8.6"]


def test_engines_are_the_very_ones_that_an_installation_builds(
    package: Path, found: dict[str, Any], tmp_path: Path
) -> None:
    ended = install(tmp_path, package, "--for", "sm89")
    assert ended.code == 0, ended.err
    index = json.loads((tmp_path / "target/engines/engines.json").read_text(encoding="utf-8"))
    built = {engine["model"]: engine["sha256"] for engine in index["engines"]}
    assert built == {name: cells(found)[name, "8.9"]["sha256"] for name in GPU_FIXTURES}


def test_what_is_not_here_is_not_claimed(found: dict[str, Any]) -> None:
    cell = cells(found)["fp8", "tensorrt"]
    assert (cell["state"], cell["note"]) == ("not_run", "TensorRT is not installed here.")
    assert cell["documented"] == ["fp8 needs compute capability 8.9 or newer"]
    assert found["counts"] == {"builds": 22, "refused": 6, "failed": 0, "left_out": 0, "not_run": 4}


def test_classic_tensorrt_is_built_where_it_is(package: Path) -> None:
    env = DOUBLES | environment_of(Machine((RTX_4070,)))
    found = report(package, "--model", "mm", env=env)
    assert found["libraries"].keys() == {"tensorrt", "tensorrt-rtx"}
    cell = cells(found)["mm", "tensorrt"]
    assert (cell["state"], cell["serves"], cell["loaded_on"]) == ("builds", ["8.9"], "NVIDIA GeForce RTX 4070")
    # The GPU is a stand-in, on which the real library loads nothing; that says nothing of users' GPUs.
    assert {column: cells(found)["mm", column]["state"] for column in ("8.6", "8.9")} == {
        "8.6": "builds",
        "8.9": "failed",
    }
    assert cells(found)["mm", "8.9"]["refusal"]["reason"] == "engine"


def test_three_unknown_operators_are_three_names(tmp_path: Path) -> None:
    folder = package_of(tmp_path, three_unknown(tmp_path / "odd.onnx"), conv_net(tmp_path / "good.onnx"))
    ended = check(folder, "--for", "sm75,sm86")
    assert ended.code == 1
    text = " ".join(ended.out.split())
    assert "[1] odd for every target: The model 'odd' uses operators" in text
    for name in ("Alpha (node 'one') and 1 more of this kind", "Beta (node 'three')", "Gamma (node number 2, inside"):
        assert name in text
    assert "No engine for any of these targets: odd." in text
    assert ended.out.count("Export the model without") == 1


@pytest.mark.parametrize(("fail_on", "code"), [("nowhere", 0), ("refused", 1), ("warning", 1)])
def test_the_exit_status_is_what_was_asked_for(package: Path, fail_on: str, code: int) -> None:
    ended = check(package, "--for", "sm75,sm80", "--model", "mm", "--fail-on", fail_on)
    assert ended.code == code, ended.out
    assert ended.out.splitlines()[-1].startswith("2 cells in ")


def test_what_app_toml_excludes_is_left_out(tmp_path: Path) -> None:
    entries = [
        # What users have to ask for is no exception.
        model_entry(
            tmp_path, conv_net(tmp_path / "a.onnx"), compute_capabilities=["8.6"], feature="A", strategy="on-demand"
        ),
        model_entry(tmp_path, conv_net(tmp_path / "b.onnx"), backend="tensorrt"),
        model_entry(tmp_path, conv_net(tmp_path / "c.onnx"), backend="tensorrt-rtx", optimization_level=5),
    ]
    found = report(write_manifest(tmp_path, *entries))
    states = {name: {cell["column"]: cell["state"] for cell in row["cells"]} for name, row in by_model(found).items()}
    left_out = dict.fromkeys(TARGETS, "left_out")
    assert states["a"] == left_out | {"8.6": "builds", "portable": "builds", "tensorrt": "not_run"}
    assert cells(found)["a", "portable"]["serves"] == ["8.6"]
    assert states["b"] == left_out | {"portable": "left_out", "tensorrt": "not_run"}
    assert states["c"] == dict.fromkeys((*TARGETS, "portable"), "refused") | {"tensorrt": "left_out"}
    assert cells(found)["c", "8.6"]["refusal"]["reason"] == "package"
    assert found["without_engine"] == ["c"]
    assert any("cannot honour" in line for line in cells(found)["a", "tensorrt"]["documented"])


def test_a_variant_has_a_row_and_its_engine_is_that_of_an_installation(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    own, half = mm(folder / "mm.onnx"), half_mm(folder / "half.onnx")
    entry = model_entry(folder, half)
    variant = {"onnx": entry["onnx"], "sha256": entry["sha256"], "compute_capabilities": ["7.5"], "name": "half"}
    write_manifest(folder, model_entry(folder, own, variant=[variant]))
    found = report(folder)
    rows = {row["variant"]: {cell["column"]: cell for cell in row["cells"]} for row in found["models"]}
    assert {name for name, cell in rows["half"].items() if cell["state"] == "builds"} == {"7.5", "portable"}
    assert (rows[None]["7.5"]["state"], found["counts"]["refused"]) == ("left_out", 0)
    assert (rows["half"]["portable"]["serves"], rows[None]["portable"]["serves"]) == (["7.5"], list(TARGETS[1:]))
    ended = install(tmp_path, folder, "--for", "sm75")
    assert ended.code == 0, ended.err
    (engine,) = json.loads((tmp_path / "target/engines/engines.json").read_text(encoding="utf-8"))["engines"]
    assert engine["sha256"] == rows["half"]["7.5"]["sha256"]


def by_model(found: dict[str, Any]) -> dict[str, Any]:
    return {row["model"]: row for row in found["models"]}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--for", "sm90"), "does not build for 9.0 by name"),
        (("--model", "gone"), "has no model 'gone'"),
        (("--jobs", "0"), "'0' is not a number from 1"),
    ],
)
def test_bad_input_is_named(tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    ended = check(small_package(tmp_path, "alpha"), *options)
    assert ended.code == 64
    assert said in ended.err


def test_it_can_be_cancelled_and_leaves_nothing(tmp_path: Path) -> None:
    folder = package_of(tmp_path / "package", deep_net(tmp_path / "package/deep.onnx", layers=150))
    work = tmp_path / "work"
    work.mkdir()
    command = [sys.executable, "-m", "builder", "check", "--package", str(folder), "--for", "sm75,sm80,sm86"]
    environment = os.environ | {"TMPDIR": str(work)}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        wait_until(lambda: list(work.rglob("*.engine")), process)
        process.send_signal(signal.SIGINT)
        started = time.monotonic()
        _, err = process.communicate(timeout=30)
    assert time.monotonic() - started < under_load(2)
    assert process.returncode == 130
    assert b"cancelled" in err
    assert not list(work.iterdir())


@pytest.mark.parametrize(
    ("targets", "builds"), [("sm75,sm121", 8), pytest.param("all", 28, marks=pytest.mark.exhaustive)]
)
def test_the_demo_builds_everywhere_in_time(targets: str, builds: int) -> None:
    """By default for the oldest and the newest of the GPUs."""
    started = time.monotonic()
    found = report(ROOT / "assets", *(() if targets == "all" else ("--for", targets)))
    assert found["counts"]["builds"] == builds
    assert found["counts"]["refused"] == found["counts"]["failed"] == 0
    assert time.monotonic() - started < under_load(100)
