"""Which GPUs an engine serves: everything that says so agrees with what TensorRT-RTX really builds."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from onnx import TensorProto

from builder.engines import engine_check
from tests.support.models import bf16_net, conv3d_net, conv_net, matmul_net, quantized_net
from tests.support.nvml import RTX_4070, machine_with
from tests.support.packages import package_of
from tests.support.program import run
from tests.support.runs import DOUBLES, install

MODELS = ("bf16", "conv3d", "fp8", "mm")
TARGETS = ("7.5", "8.0", "8.6", "8.9", "12.0", "12.1")
DEFAULT = TARGETS[1:]
NOT_TARGETS = {"6.1": False, "8.7": False, "9.0": False, "10.0": False, "11.0": False, "12.2": True, "13.0": True}
"""Other GPUs, and whether a portable engine serves them."""

# The library alone, without any of our code.
_TRUTH = """
import json, pathlib, sys
import tensorrt_rtx_bindings as trt
logger, truth = trt.Logger(trt.Logger.INTERNAL_ERROR), {}
for path in map(pathlib.Path, sys.argv[2:]):
    for target in json.loads(sys.argv[1]):
        builder = trt.Builder(logger)
        network = builder.create_network(0)
        assert trt.OnnxParser(network, logger).parse(path.read_bytes())
        config = builder.create_builder_config()
        if target:
            config.num_compute_capabilities = 1
            config.set_compute_capability(getattr(trt.ComputeCapability, "SM" + target.replace(".", "")), 0)
        truth[f"{path.stem} {target}"] = builder.build_serialized_network(network, config) is not None
print(json.dumps(truth))
"""


def gpu(capability: str) -> dict[str, str]:
    """A computer with one GPU of that compute capability."""
    major, minor = map(int, capability.split("."))
    return machine_with(replace(RTX_4070, name=f"NVIDIA GPU {capability}", capability=(major, minor)))


class Set:
    """A package of four models, installed with portable engines."""

    def __init__(self, home: Path) -> None:
        self.home, self.package, self.target = home, home / "package", home / "target"
        files = [
            bf16_net(self.package / "bf16.onnx"),
            conv3d_net(self.package / "conv3d.onnx"),
            quantized_net(self.package / "fp8.onnx"),
            matmul_net(self.package / "mm.onnx"),
        ]
        package_of(self.package, *files)
        asked = json.dumps(["", *TARGETS])
        done = subprocess.run(
            [sys.executable, "-c", _TRUTH, asked, *files], capture_output=True, check=True, timeout=300
        )
        self.truth: dict[str, bool] = json.loads(done.stdout.splitlines()[-1])
        ended = install(home, self.package, "--portable")
        assert ended.code == 0, ended.err
        self.index = json.loads((self.target / "engines/engines.json").read_text())

    def builds(self, model: str, target: str) -> bool:
        return self.truth[f"{model} {target}"]

    def served(self, model: str) -> list[str]:
        """What is in the default targets, and builds."""
        return [target for target in DEFAULT if self.builds(model, target)]

    def only(self, model: str, folder: Path) -> Path:
        """A target with the engine of one model."""
        shutil.copytree(self.target / "engines", folder / "engines")
        engines = [engine for engine in self.index["engines"] if engine["model"] == model]
        (folder / "engines/engines.json").write_text(json.dumps(self.index | {"engines": engines}))
        return folder


@pytest.fixture(scope="module")
def portable(tmp_path_factory: pytest.TempPathFactory) -> Set:
    return Set(tmp_path_factory.mktemp("portable"))


def read_by_the_documented_rules(engine: Mapping[str, Any], capability: str) -> bool:
    """Apply the rule of docs/engines-json.md as an application in another language would."""

    def number(text: str) -> tuple[int, int]:
        major, minor = text.split(".")
        return int(major), int(minor)

    if capability in engine["targets"]:
        return True
    newest = max(number(target) for target in engine["targets"])
    return engine["portable"] and number(capability) > (12, 0) and number(capability) > newest


def test_the_library_refuses_what_it_is_known_to_refuse(portable: Set) -> None:
    refused = {key for key, builds in portable.truth.items() if not builds}
    assert refused == {*(f"{model} 7.5" for model in MODELS), "fp8 8.0", "fp8 8.6"}


def test_engines_json_lists_what_can_be_built(portable: Set) -> None:
    assert {engine["model"]: engine["targets"] for engine in portable.index["engines"]} == {
        model: portable.served(model) for model in MODELS
    }
    assert all(engine["portable"] for engine in portable.index["engines"])


@pytest.mark.parametrize("model", MODELS)
def test_engine_check_and_the_documented_rules_agree_with_the_library(
    portable: Set, tmp_path: Path, model: str
) -> None:
    target = portable.only(model, tmp_path)
    (engine,) = json.loads((target / "engines/engines.json").read_text())["engines"]
    expected = {other: portable.builds(model, other) and other in DEFAULT for other in TARGETS} | NOT_TARGETS
    said = {other: engine_check.check(target, compute_capability=other).state for other in expected}
    assert said == {other: "current" if serves else "stale" for other, serves in expected.items()}
    assert {other: read_by_the_documented_rules(engine, other) for other in expected} == expected


@pytest.mark.parametrize(
    ("capability", "with_package"),
    [*((capability, True) for capability in (*TARGETS, *NOT_TARGETS)), ("7.5", False), ("8.6", False), ("9.0", False)],
)
def test_status_and_detection_agree_with_the_library(
    portable: Set, tmp_path: Path, capability: str, with_package: bool
) -> None:
    target = portable.target
    if not with_package:
        target = tmp_path / "target"
        shutil.copytree(portable.target / "engines", target / "engines")
        app = portable.index["app"] | {"package": str(tmp_path / "gone")}
        (target / "engines/engines.json").write_text(json.dumps(portable.index | {"app": app}))
    ended = run("status", "--json", "--target", target, home=portable.home, env=gpu(capability))
    found = json.loads(ended.out)
    expected = {model: NOT_TARGETS.get(capability, capability in portable.served(model)) for model in MODELS}
    said = {engine["model"]: engine["verdict"] for engine in found["engines"]}
    assert said == {model: "current" if serves else "stale" for model, serves in expected.items()}
    assert engine_check.check(target, compute_capability=capability).state in said.values()
    # No repair makes engines for a GPU that the library does not support, so none is asked for.
    nothing_to_do = capability in NOT_TARGETS or all(expected.values())
    assert found["state"] == ("ready" if nothing_to_do else "stale")
    assert {engine["cause"] for engine in found["engines"] if engine["verdict"] == "stale"} == (
        set() if all(expected.values()) else {"no_gpu" if nothing_to_do else "gpu"}
    )
    detected = run("status", "--detect", "--target", target, home=portable.home, env=gpu(capability)).code == 0
    assert detected is nothing_to_do
    if nothing_to_do and with_package:
        ended = run(
            "repair", "--quiet", "--plan", "--json", "--target", target, home=portable.home, env=gpu(capability)
        )
        assert {model["action"] for model in json.loads(ended.out)["models"]} == {"keep"}


def test_targets_that_older_versions_promised_are_noticed_and_corrected(portable: Set, tmp_path: Path) -> None:
    target, state = tmp_path / "target", portable.target / ".engine-installer"
    shutil.copytree(portable.target / "engines", target / "engines")
    shutil.copytree(state, target / state.name)
    engines = [engine | {"targets": DEFAULT, "modified_us": None} for engine in portable.index["engines"]]
    (target / "engines/engines.json").write_text(json.dumps(portable.index | {"engines": engines}))

    def said(capability: str | None) -> tuple[dict[str, str], bool]:
        env = gpu(capability) if capability else {}
        ended = run("status", "--json", "--target", target, home=tmp_path, env=env)
        detected = run("status", "--detect", "--target", target, home=tmp_path, env=env).code == 0
        return {engine["model"]: engine["verdict"] for engine in json.loads(ended.out)["engines"]}, detected

    wrong = ({model: "stale" if model == "fp8" else "current" for model in MODELS}, False)
    assert [said(capability) for capability in ("8.6", "8.9", None)] == [wrong] * 3
    assert engine_check.check(target, compute_capability="8.6").state == "current"
    assert run("repair", "--quiet", "--target", target, home=tmp_path, env=gpu("8.6")).code == 0
    assert engine_check.check(target, compute_capability="8.6").state == "stale"
    index = json.loads((target / "engines/engines.json").read_text())
    assert {engine["model"]: engine["targets"] for engine in index["engines"]} == {
        model: portable.served(model) for model in MODELS
    }
    assert said("8.6") == wrong
    assert said(None) == (dict.fromkeys(MODELS, "current"), True)


def test_detection_knows_what_is_left_out_for_want_of_a_data_type(tmp_path: Path) -> None:
    package, places = tmp_path / "package", ("--target", tmp_path / "target")
    package_of(package, quantized_net(package / "fp8.onnx"), conv_net(package / "plain.onnx"), no_gpu="skip")
    assert install(tmp_path, package, "--portable").code == 0
    path = tmp_path / "target/engines/engines.json"
    index = json.loads(path.read_text())
    engines = [engine for engine in index["engines"] if engine["model"] == "plain"]
    path.write_text(json.dumps(index | {"engines": engines, "options": {}}))
    for capability, nothing_to_do in {"8.6": True, "8.9": False}.items():
        found = json.loads(run("status", "--json", *places, home=tmp_path, env=gpu(capability)).out)
        detected = run("status", "--detect", *places, home=tmp_path, env=gpu(capability)).code == 0
        assert [found["state"] == "ready", detected] == [nothing_to_do] * 2


@pytest.mark.parametrize("target", ["", *TARGETS])
def test_the_plan_agrees_with_the_library(portable: Set, target: str) -> None:
    option = "--for=sm" + target.replace(".", "") if target else "--portable"
    places = ("--target", portable.home / "other", "--package", portable.package)
    ended = run("install", "--quiet", "--plan", "--json", option, *places, home=portable.home)
    planned = {item["model"]: (item["action"], item["targets"]) for item in json.loads(ended.out)["models"]}
    for model in MODELS:
        served = portable.served(model) if not target else [target]
        assert planned[model] == (("build", served) if portable.builds(model, target) else ("refuse", None))


def test_what_the_library_said_is_remembered(portable: Set) -> None:
    places = ("--target", portable.home / "other", "--package", portable.package)
    plan = ("install", "--quiet", "--plan", "--json", "--for=sm75", *places)
    first = run(*plan, home=portable.home).out
    path = next(portable.home.rglob("served-gpus.json"))
    memory = json.loads(path.read_text())
    for known in memory["answers"].values():
        known.update({target: "a remembered reason" for target in known if known[target]})
    path.write_text(json.dumps(memory))
    again = json.loads(run(*plan, home=portable.home).out)
    assert all("a remembered reason" in item["error"] for item in again["models"])
    path.write_bytes(b"{")
    assert run(*plan, home=portable.home).out == first


def test_a_repair_makes_engines_for_the_gpu_that_portable_ones_do_not_serve(tmp_path: Path) -> None:
    package, places = tmp_path / "package", ("--target", tmp_path / "target")
    package_of(package, conv_net(package / "c.onnx"))
    assert install(tmp_path, package, "--portable").code == 0
    for capability, action in {"7.5": "build", "8.6": "keep", "9.0": "keep", "13.0": "keep"}.items():
        ended = run("repair", "--quiet", "--plan", "--json", *places, home=tmp_path, env=gpu(capability))
        (planned,) = json.loads(ended.out)["models"]
        assert planned["action"] == action, capability
        assert action == "keep" or planned["targets"] == [capability]


@pytest.mark.parametrize(("policy", "action"), [("skip", "skip"), ("stop", "refuse"), ("portable", "refuse")])
def test_the_policy_for_a_model_that_this_gpu_lacks_data_types_for(tmp_path: Path, policy: str, action: str) -> None:
    package = tmp_path / "package"
    files = quantized_net(package / "fp8.onnx"), conv_net(package / "plain.onnx")
    package_of(package, *files, no_gpu=policy)
    ended = install(tmp_path, package, "--plan", env=gpu("8.0"))
    models = {item["model"]: item for item in json.loads(ended.out)["models"]}
    assert (models["fp8"]["action"], models["plain"]["action"]) == (action, "build")
    reason = models["fp8"]["decisions"][0]["reason"]
    assert "cannot build 'fp8' for NVIDIA GPU 8.0 (compute capability 8.0)" in reason[0].lower() + reason[1:]


@pytest.mark.parametrize(
    ("file", "words", "own_words"),
    [
        ("mm.onnx", "does not support a matrix product in fp32 on Turing GPUs", "FP32 GEMM is not supported"),
        ("conv3d.onnx", "does not support a 3-D convolution in fp32 on Turing GPUs", "FP32 3D convolution"),
        ("bf16.onnx", "bf16, which needs compute capability 8.0 or newer", "HW-specific datatypes: b16"),
    ],
)
def test_turing_owners_are_told_before_anything_is_built_and_what_helps(
    portable: Set, tmp_path: Path, file: str, words: str, own_words: str
) -> None:
    package = tmp_path / "package"
    package.mkdir()
    shutil.copy(portable.package / file, package)
    package_of(package, package / file)
    ended = install(tmp_path, package, "--log", str(tmp_path / "log.txt"), env=gpu("7.5"))
    assert ended.code == 69, ended.err
    assert words in ended.out
    # The library's own words are for the log alone.
    assert own_words not in ended.out + ended.err
    assert "Myelin" not in ended.out + ended.err
    assert own_words in (tmp_path / "log.txt").read_text(encoding="utf-8")
    assert "Give the model a variant in fp16 for such GPUs" in ended.out
    assert "install TensorRT on that computer" in ended.out
    assert not (tmp_path / "target").exists()


def test_turing_gets_classic_tensorrt_where_it_is_installed(portable: Set, tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    shutil.copy(portable.package / "mm.onnx", package)
    package_of(package, package / "mm.onnx")
    ended = install(tmp_path, package, env=gpu("7.5") | DOUBLES)
    assert ended.code == 0, ended.err
    (engine,) = json.loads((tmp_path / "target/engines/engines.json").read_text())["engines"]
    assert (engine["backend"], engine["targets"]) == ("tensorrt", ["7.5"])


@pytest.mark.parametrize("data_type", [TensorProto.FLOAT8E4M3FN, TensorProto.INT8])
def test_the_targets_of_quantized_models(tmp_path: Path, data_type: int) -> None:
    package_of(tmp_path / "package", quantized_net(tmp_path / "package/q.onnx", data_type))
    assert install(tmp_path, tmp_path / "package", "--portable").code == 0
    (engine,) = json.loads((tmp_path / "target/engines/engines.json").read_text())["engines"]
    assert engine["targets"] == list(DEFAULT if data_type == TensorProto.INT8 else DEFAULT[2:])
