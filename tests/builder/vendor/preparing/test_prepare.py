"""`engine-builder prepare` from the command line to the files that it leaves."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy
import onnx
import pytest

from builder.app_package.package import load_package
from builder.vendor.command_line import main
from builder.vendor.models.facts import read_model
from tests.support.graphs import model, node, outside, value, weight
from tests.support.load import under_load
from tests.support.models import conv_net, converted_net
from tests.support.packages import package_of
from tests.support.precision_models import counting_range
from tests.support.program import ROOT

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr("builder.vendor.command_line.cancel_on_signals", lambda _cancel: None)

    def of(*arguments: str | Path) -> tuple[int, str, str]:
        try:
            code = main(["prepare", *map(str, arguments)])
        except SystemExit as end:
            code = int(end.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return of


def saved(path: Path, graph: onnx.ModelProto) -> Path:
    path.write_bytes(graph.SerializeToString())
    return path


def overflowing(path: Path, nodes: int = 12, at: int = 7) -> Path:
    """A chain of products of which one is beyond fp16, and the next one brings it back."""
    steps = [1.1] * nodes
    steps[at - 1 : at + 1] = [1e6, 1e-6]
    chain = [node("Mul", [f"t{n}" if n else "x", f"w{n}"], [f"t{n + 1}"], name=f"node{n + 1}") for n in range(nodes)]
    chain[-1].output[0] = "y"
    weights = [weight(f"w{n}", numpy.full(4, step, numpy.float32)) for n, step in enumerate(steps)]
    return saved(path, model(chain, [value("x")], [value("y")], weights))


def test_what_overflows_stays_and_the_rest_is_converted(run: Run, tmp_path: Path) -> None:
    path = overflowing(tmp_path / "chain.onnx")
    code, out, _ = run(path, "--to", "fp16", "--json")
    assert code == 0
    report = json.loads(out)
    assert report == json.loads((tmp_path / "chain.fp16.json").read_bytes())
    kept = {item["node"]: item["reason"] for item in report["keep_fp32"]}
    assert kept.keys() == {"node7", "node8"}
    assert "fp16 ends at 65504" in kept["node7"]
    (output,) = report["outputs"]
    assert output["fault"] is None
    assert output["cosine"] > 0.9999
    assert "finite" in output["plain"]["fault"]
    facts = read_model(tmp_path / "chain.fp16.onnx")
    assert (facts.precision, facts.inputs, facts.outputs) == ("fp16", *_interface(path))
    assert report["prepared"]["sha256"] == hashlib.sha256(facts.path.read_bytes()).hexdigest()
    assert report["sha256"] == {"chain.onnx": hashlib.sha256(path.read_bytes()).hexdigest()}


def _interface(path: Path) -> tuple[Any, Any]:
    facts = read_model(path)
    return facts.inputs, facts.outputs


def test_a_search_finds_what_no_rule_tells(run: Run, tmp_path: Path) -> None:
    """Differences of numbers that fp16 can hold and not tell apart, asked for more exactly than usual."""
    nodes = [
        node("Add", ["x", "offset"], ["a"], name="add"),
        node("Sub", ["a", "offset"], ["b"], name="sub"),
        *(node("Mul", [f"m{n}" if n else "b", "one"], [f"m{n + 1}"], name=f"mul{n}") for n in range(6)),
    ]
    nodes[-1].output[0] = "y"
    weights = [weight("offset", numpy.float32(100)), weight("one", numpy.full(4, 1.01, numpy.float32))]
    path = saved(tmp_path / "near.onnx", model(nodes, [value("x")], [value("y")], weights))
    numpy.savez(tmp_path / "s.npz", x=numpy.linspace(0.001, 0.1, 4, dtype=numpy.float32)[None])
    code, out, err = run(path, "--to", "fp16", "--samples", tmp_path / "s.npz", "--json")
    report = json.loads(out)
    assert code == 0
    assert [item["node"] for item in report["keep_fp32"]] == ["add", "sub"]
    assert report["samples"]["files"][0]["file"] == "s.npz"
    assert report["complete"]
    assert "of 8 nodes in fp32" in err


def test_a_model_that_cannot_be_converted_stays_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    path = overflowing(tmp_path / "chain.onnx", nodes=3, at=2)
    code, out, _ = run(path, "--to", "fp16", "--max-abs", "1e-12")
    assert code == 1
    assert "chain.onnx stays in fp32: it cannot be converted to fp16 safely" in out
    assert "largest difference" in out
    assert [item.name for item in tmp_path.iterdir()] == ["chain.onnx"]


def test_a_model_whose_results_are_rounding_is_left_after_few_runs(run: Run, tmp_path: Path) -> None:
    """A normalization leaves only last digits of what a convolution adds up, and those change when both are joined."""
    weights = numpy.random.default_rng(0).random((16, 32, 1, 1), numpy.float32)
    one = numpy.ones(16, numpy.float32)
    variance = numpy.full(16, 1 / 3, numpy.float32)
    nodes = [
        node("Conv", ["x", "w"], ["a"], name="conv"),
        node("BatchNormalization", ["a", "one", "one", "mean", "variance"], ["b"], name="norm"),
        node("Sub", ["b", "one_more"], ["y"], name="sub"),
    ]
    parts = {"w": weights, "one": one, "mean": weights.sum((1, 2, 3)), "variance": variance}
    named = [weight(name, array) for name, array in (parts | {"one_more": numpy.float32(1)}).items()]
    shapes = [value("x", [1, 32, 2, 2])], [value("y", [1, 16, 2, 2])]
    path = saved(tmp_path / "digits.onnx", model(nodes, *shapes, named))
    numpy.save(tmp_path / "ones.npy", numpy.ones((1, 32, 2, 2), numpy.float32))
    code, out, _ = run(path, "--to", "bf16", "--samples", tmp_path / "ones.npy")
    assert code == 1
    assert "not even in fp32 it gives these results again" in out
    assert "3 runs" in out


def test_bf16_has_the_range_and_fewer_digits(run: Run, tmp_path: Path) -> None:
    path = overflowing(tmp_path / "chain.onnx")
    code, out, _ = run(path, "--to", "bf16", "--json")
    report = json.loads(out)
    assert (code, report["keep_fp32"], report["limits"]["min_cosine"]) == (0, [], 0.999)
    assert read_model(tmp_path / "chain.bf16.onnx").precision == "bf16"


def test_sizes_that_fit_no_longer_are_wrong_results(run: Run, tmp_path: Path) -> None:
    """Rounded to bf16, 5,000 positions become 4,992, and cannot be added to 5,000 numbers."""
    made = counting_range()
    path = saved(tmp_path / "positions.onnx", made.model)
    numpy.savez(tmp_path / "s.npz", **made.samples[0])
    code, out, err = run(path, "--to", "bf16", "--samples", tmp_path / "s.npz", "--json")
    report = json.loads(out)
    assert code == 0
    assert [item["node"] for item in report["keep_fp32"]] == [*made.stays]
    assert report["outputs"][0]["plain"]["fault"] == "cannot be computed"
    assert "onnxruntime_src" not in err


def test_nodes_can_be_kept_by_name(run: Run, tmp_path: Path) -> None:
    path = overflowing(tmp_path / "chain.onnx")
    code, out, _ = run(path, "--to", "fp16", "--keep", "node1[12]?", "--json")
    kept = {item["node"]: item["reason"] for item in json.loads(out)["keep_fp32"]}
    assert (code, *kept) == (0, "node1", "node7", "node8", "node11", "node12")
    assert kept["node1"] == "--keep node1[12]?"
    code, _, err = run(path, "--to", "fp16", "--keep", "nod")
    assert code == 64
    assert "no node of the model is called 'nod'" in err


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "models").mkdir()
    path = overflowing(tmp_path / "models" / "chain.onnx")
    graph = onnx.load(path)
    weights = tmp_path / "models" / "weights.bin"
    graph.graph.initializer.append(outside("unused", numpy.ones(8, numpy.float32), weights))
    saved(path, graph)
    sha256 = hashlib.sha256(weights.read_bytes()).hexdigest()
    package_of(tmp_path, path, external_data=[{"file": "models/weights.bin", "sha256": sha256}])
    manifest = tmp_path / "app.toml"
    manifest.write_text(manifest.read_text() + "# the end\n")
    return tmp_path


def test_the_package_names_the_prepared_model_and_makes_it_again(run: Run, package: Path) -> None:
    source, made = package / "models" / "chain.onnx", package / "models" / "chain.fp16.onnx"
    code, out, _ = run(source, "--to", "fp16", "--package", package)
    assert (code, f"{made}: written" in out) == (0, True)
    text = (package / "app.toml").read_text()
    assert text.endswith("# the end\n")
    entry = tomllib.loads(text)["model"][0]
    assert entry == {
        "name": "chain",
        "onnx": "models/chain.fp16.onnx",
        "sha256": hashlib.sha256(made.read_bytes()).hexdigest(),
        "precision": "fp16",
        "keep_fp32": ["node7", "node8"],
    }
    assert load_package(package).models[0].onnx.path == made
    first = made.read_bytes()
    made.unlink()
    assert run(source, "--package", package, "--as-listed")[0] == 0
    assert made.read_bytes() == first
    assert (package / "app.toml").read_text() == text
    (package / "app.toml").write_text(f'{text}[model.reference]\nfile = "references/chain.npz"\n')
    told = run(source, "--to", "fp16", "--package", package, "--as-listed")[1]
    assert "The references of chain are for the file before." in told


def test_a_variant_gets_the_prepared_model_and_its_model_stays(run: Run, package: Path) -> None:
    source, made = package / "models" / "chain.onnx", package / "models" / "chain.bf16.onnx"
    made.write_bytes(b"to be made")
    manifest = package / "app.toml"
    variant = '[[model.variant]]\nneeds = "bf16"\nonnx = "models/chain.bf16.onnx" # for new cards\n'
    manifest.write_text(manifest.read_text().replace("# the end", variant))
    before = tomllib.loads(manifest.read_text())["model"][0]
    assert run(source, "--to", "bf16", "--package", package, "--keep", "node1")[0] == 0
    (variant_after,) = load_package(package).models[0].variants
    assert (variant_after.spec.precision, variant_after.spec.keep_fp32) == ("bf16", ["node1"])
    after = tomllib.loads(manifest.read_text())["model"][0]
    assert {**after, "variant": None} == {**before, "variant": None}
    first = made.read_bytes()
    assert run(source, "--package", package, "--as-listed")[0] == 0
    assert made.read_bytes() == first


def test_a_package_that_does_not_name_the_model_is_told_at_once(run: Run, package: Path, tmp_path: Path) -> None:
    other = overflowing(package / "models" / "other.onnx")
    code, _, err = run(other, "--to", "fp16", "--package", package)
    assert (code, "names neither other.onnx nor other.fp16.onnx" in err) == (64, True)
    source = package / "models" / "chain.onnx"
    code, _, err = run(source, "--to", "fp16", "--package", package, "--output", tmp_path.parent / "chain.fp16.onnx")
    assert (code, "would not be in the app package" in err) == (64, True)
    code, _, err = run(source, "--package", package, "--as-listed")
    assert (code, "names no model in fp16 or bf16" in err) == (64, True)


def test_a_list_of_another_model_is_refused(run: Run, package: Path) -> None:
    manifest = package / "app.toml"
    said = '"name" = "chain"\nprecision = "fp16"\nkeep_fp32 = ["nodeX"]'
    manifest.write_text(manifest.read_text().replace('"name" = "chain"', said))
    before = manifest.read_text()
    code, _, err = run(package / "models" / "chain.onnx", "--to", "fp16", "--package", package, "--as-listed")
    assert code == 65
    assert "'nodeX'" in err
    assert manifest.read_text() == before
    assert not (package / "models" / "chain.fp16.onnx").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--to is missing"),
        (["--to", "fp16", "--as-listed"], "--package is missing"),
        (["--to", "fp16", "--output", "chain.onnx"], "the model itself"),
        (["--to", "fp16", "--output", "chain.bin"], "no .onnx file"),
        (["--to", "fp16", "--output", "nowhere/chain.onnx"], "a folder that does not exist"),
        (["--to", "fp16", "--keep", "("], "no regular expression"),
        (["--to", "fp16", "--min-cosine", "2"], "at most 1"),
        (["--to", "fp16", "--max-abs", "nan"], "above 0"),
    ],
)
def test_what_makes_no_sense_is_said_before_anything_is_run(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    overflowing(tmp_path / "chain.onnx")
    code, _, err = run("chain.onnx", *arguments)
    assert code == 64
    assert said in err


def test_only_fp32_is_converted(run: Run, tmp_path: Path) -> None:
    code, _, err = run(conv_net(tmp_path / "half.onnx", half=True), "--to", "fp16")
    assert code == 65
    assert "a model in fp16" in err


def test_a_quantized_model_is_looked_at(run: Run, tmp_path: Path) -> None:
    path = converted_net(tmp_path / "fp8.onnx", onnx.TensorProto.FLOAT8E4M3FN)
    assert run(path, "--inspect")[0] == 0
    assert json.loads(run(path, "--inspect", "--json")[1])["file"] == str(path)
    code, _, err = run(path, "--to", "fp16")
    assert code == 65
    assert "--inspect" in err


@pytest.mark.parametrize("more", [[], ["--package", ".", "--as-listed"]])
def test_a_missing_onnx_runtime_has_a_remedy(
    run: Run, package: Path, monkeypatch: pytest.MonkeyPatch, more: list[str]
) -> None:
    monkeypatch.chdir(package)
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    manifest = package / "app.toml"
    manifest.write_text(manifest.read_text().replace('"name" = "chain"', '"name" = "chain"\nprecision = "fp16"'))
    code, _, err = run("models/chain.onnx", "--to", "fp16", *more)
    assert code == 69
    assert 'pip install "engine-installer[prepare]"' in err


def builder_process(*arguments: str | Path, seed: str = "0") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "builder", "prepare", *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": seed},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    path = overflowing(tmp_path / "chain.onnx")
    made = []
    for seed in ("1", "2"):
        with builder_process(path, "--to", "fp16", seed=seed) as process:
            _, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
        made.append([(tmp_path / f"chain.fp16.{ending}").read_bytes() for ending in ("onnx", "json")])
    assert made[0] == made[1]


def test_a_stop_ends_it_at_once_and_leaves_nothing(tmp_path: Path) -> None:
    path = conv_net(tmp_path / "large.onnx", (1, 3, 1024, 1024), channels=64)
    with builder_process(path, "--to", "fp16") as process:
        assert process.stderr is not None
        assert "running it in fp32" in process.stderr.readline()
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    assert time.monotonic() - began < under_load(10)
    assert process.returncode == 130
    assert [item.name for item in tmp_path.iterdir()] == ["large.onnx"]


def test_an_output_without_any_finite_number_is_no_proof(tmp_path: Path, run: Run) -> None:
    minus = weight("minus", numpy.full(4, -1, numpy.float32))
    nodes = [node("Abs", ["x"], ["a"]), node("Sub", ["minus", "a"], ["s"]), node("Log", ["s"], ["y"])]
    code, out, _ = run(saved(tmp_path / "m.onnx", model(nodes, [value("x")], [value("y")], [minus])), "--to", "fp16")
    assert (code, "y: no finite numbers with these samples, so nothing is shown of it" in out) == (0, True)
