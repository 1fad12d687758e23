"""`engine-builder references`, as a vendor types it, with models of a few nodes that ONNX Runtime runs."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from builder.app_package.package import load_package
from builder.app_package.reference_table import PackagedReference
from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled, ExitCode
from builder.references.file import MAX_FILE_BYTES, read_references
from builder.references.tolerance import Tolerance
from builder.vendor import command_line
from builder.vendor.references.make import MADE_UP_BYTES, Request, make
from tests.support.graphs import node, value, weight
from tests.support.packages import model_entry, write_manifest
from tests.support.program import Ended

WEIGHT = np.random.RandomState(0).standard_normal((8, 4)).astype(np.float32)
PROFILE = [{"x": {"min": [1, 8], "opt": [2, 8], "max": [4, 8]}}]


@pytest.fixture(autouse=True)
def without_signals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command_line, "cancel_on_signals", lambda _cancel: None)


def run(*arguments: str | Path) -> Ended:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = command_line.main(["references", *map(str, arguments)])
    return Ended(code, out.getvalue(), err.getvalue())


def save(path: Path, nodes: Sequence[onnx.NodeProto], outputs: Sequence[onnx.ValueInfoProto], *weights: Any) -> Path:
    graph = helper.make_graph(list(nodes), "g", [value("x", ("n", 8))], list(outputs), list(weights))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(model.SerializeToString())
    return path


def linear(path: Path, *more: onnx.NodeProto, outputs: Sequence[onnx.ValueInfoProto] = ()) -> Path:
    """y = x · w, and what else."""
    nodes = [node("MatMul", ["x", "w"], ["y"]), *more]
    return save(path, nodes, [value("y", ("n", 4)), *outputs], weight("w", WEIGHT))


def overflowing(path: Path, kind: int) -> Path:
    """y = x · w · 1000 · 1000 / 1000000, which leaves the range of fp16 in the middle."""
    nodes = [
        node("Cast", ["x"], ["x0"], to=kind),
        node("MatMul", ["x0", "w"], ["a"]),
        node("Mul", ["a", "k"], ["b"]),
        node("Mul", ["b", "k"], ["c"]),
        node("Div", ["c", "k"], ["d"]),
        node("Div", ["d", "k"], ["e"]),
        node("Cast", ["e"], ["y"], to=TensorProto.FLOAT),
    ]
    constants = {"w": WEIGHT, "k": np.array([1000.0], np.float32)}
    weights = [helper.make_tensor(name, kind, it.shape, it.flatten()) for name, it in constants.items()]
    return save(path, nodes, [value("y", ("n", 4))], *weights)


def packaged(folder: Path, *files: Path, **more: Any) -> Path:
    return write_manifest(folder, *(model_entry(folder, file, **{"profile": PROFILE} | more) for file in files))


def referred(folder: Path) -> PackagedReference:
    reference = load_package(folder).models[0].reference
    assert reference
    return reference


def test_references_are_made_named_and_the_same_every_time(tmp_path: Path) -> None:
    packaged(tmp_path, linear(tmp_path / "linear.onnx"))
    manifest = tmp_path / "app.toml"
    manifest.write_text("# mine\n" + manifest.read_text())
    ended = run("--package", tmp_path)
    assert ended.code == 0
    assert "linear: 2 references" in ended.out
    assert "No samples were given" in ended.out
    assert manifest.read_text().startswith("# mine\n")
    reference = referred(tmp_path)
    assert (reference.file.relative, reference.equal_rows) == ("references/linear.npz", True)
    content = reference.file.path.read_bytes()
    assert len(content) < MADE_UP_BYTES
    for made in read_references(content):
        np.testing.assert_allclose(made.outputs["y"], made.inputs["x"] @ WEIGHT, rtol=1e-5)
    tolerance = reference.tolerances["y"]
    assert tolerance.max_abs
    assert 0.001 < tolerance.max_abs < 0.1
    written = manifest.read_bytes()
    assert run("--package", tmp_path).code == 0
    assert reference.file.path.read_bytes() == content
    assert manifest.read_bytes() == written
    assert run("--package", tmp_path, "--check").code == 0


def test_a_tolerance_that_leaves_little_room_is_said_to_do_so(tmp_path: Path) -> None:
    packaged(tmp_path, linear(tmp_path / "linear.onnx"))
    derived = run("--package", tmp_path, "--json")
    (tried,) = json.loads(derived.out)["models"][0]["tried"]
    tight = run("--package", tmp_path, "--max-abs", str(1.9 * tried["outputs"]["y"]["max_abs"]))
    assert tight.code == 0
    assert "More than half of what is allowed" in tight.out
    assert "More than half" not in run("--package", tmp_path, "--derive").out


def test_a_vendors_own_samples_are_taken_and_told_of(tmp_path: Path) -> None:
    packaged(tmp_path, linear(tmp_path / "linear.onnx"))
    sample = np.arange(24, dtype=np.float32).reshape(3, 8)
    np.savez(tmp_path / "real.npz", x=sample)
    ended = run("--package", tmp_path, "--samples", tmp_path / "real.npz", "--json")
    assert ended.code == 0
    (model,) = json.loads(ended.out)["models"]
    sha256 = hashlib.sha256((tmp_path / "real.npz").read_bytes()).hexdigest()
    assert model["samples"] == [{"file": "real.npz", "sha256": sha256, "samples": 1}]
    assert (model["model"], model["references"], model["made_up"]) == ("linear", 1, False)
    assert model["tried"][0]["outputs"]["y"]["max_abs"] < model["tolerances"]["y"]["max_abs"]
    assert model["sha256"] == referred(tmp_path).file.sha256
    (made,) = read_references(referred(tmp_path).file.path.read_bytes())
    np.testing.assert_array_equal(made.inputs["x"], sample)


def test_tolerances_that_people_wrote_stay_until_others_are_asked_for(tmp_path: Path) -> None:
    packaged(tmp_path, linear(tmp_path / "linear.onnx"))
    manifest = tmp_path / "app.toml"
    run("--package", tmp_path)
    derived = referred(tmp_path).tolerances["y"]
    head, _, _ = manifest.read_text().partition("[model.reference.tolerance.y]")
    manifest.write_text(f"{head}[model.reference.tolerance.y]\nmax_abs = 0.75  # measured by hand\n")
    (tmp_path / "references/linear.npz").unlink()
    assert run("--package", tmp_path).code == 0
    assert referred(tmp_path).tolerances == {"y": Tolerance(max_abs=0.75)}
    assert "# measured by hand" in manifest.read_text()
    assert run("--package", tmp_path, "--derive").code == 0
    assert referred(tmp_path).tolerances == {"y": derived}
    assert run("--package", tmp_path, "--min-psnr", "30", "--max-abs", "0.5").code == 0
    assert referred(tmp_path).tolerances["y"] == Tolerance(max_abs=0.5, min_cosine=0.9999, min_psnr=30.0)


def test_what_a_shipped_file_misses_on_the_processor_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    packaged(tmp_path, linear(tmp_path / "linear.onnx"))
    before = (tmp_path / "app.toml").read_bytes()
    ended = run("--package", tmp_path, "--max-abs", "0")
    assert ended.code == ExitCode.PACKAGE_INVALID.number
    assert "not within its tolerances, even on this computer" in ended.err
    assert "allowed 0" in ended.err
    assert (tmp_path / "app.toml").read_bytes() == before
    assert not (tmp_path / "references").exists()


def test_the_check_finds_a_model_that_was_changed_since(tmp_path: Path) -> None:
    file = linear(tmp_path / "linear.onnx")
    packaged(tmp_path, file)
    run("--package", tmp_path)
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    model = onnx.load(file)
    model.graph.initializer[0].CopyFrom(weight("w", WEIGHT * np.float32(1.1)))
    onnx.save(model, file)
    manifest = tmp_path / "app.toml"
    manifest.write_text(manifest.read_text().replace(before, hashlib.sha256(file.read_bytes()).hexdigest()))
    ended = run("--package", tmp_path, "--check")
    assert ended.code == ExitCode.PACKAGE_INVALID.number
    assert "differs by" in ended.err


@pytest.mark.parametrize(("kind", "is_right"), [(TensorProto.FLOAT16, False), (TensorProto.BFLOAT16, True)])
def test_overflow_on_a_gpu_is_seen_here(tmp_path: Path, kind: int, is_right: bool) -> None:
    source = overflowing(tmp_path / "source.onnx", TensorProto.FLOAT)
    packaged(tmp_path, overflowing(tmp_path / "narrow.onnx", kind))
    ended = run("--package", tmp_path, "--from", source)
    if is_right:
        assert ended.code == 0
        assert referred(tmp_path).tolerances["y"].min_cosine
    else:
        assert ended.code == ExitCode.PACKAGE_INVALID.number
        assert "in a shipped file it is not finite in" in ended.err


def test_what_is_right_for_bf16_needs_the_fp32_file(tmp_path: Path) -> None:
    packaged(tmp_path, overflowing(tmp_path / "narrow.onnx", TensorProto.BFLOAT16))
    ended = run("--package", tmp_path)
    assert ended.code == ExitCode.PACKAGE_INVALID.number
    assert "--from FILE" in ended.err


def test_tolerances_hold_for_variants_as_well(tmp_path: Path) -> None:
    own = overflowing(tmp_path / "own.onnx", TensorProto.FLOAT)
    narrow = overflowing(tmp_path / "narrow.onnx", TensorProto.BFLOAT16)
    variant = {key: it for key, it in model_entry(tmp_path, narrow).items() if key != "name"} | {"needs": "bf16"}
    packaged(tmp_path, own, variant=[variant])
    ended = run("--package", tmp_path)
    assert ended.code == 0
    assert "    own.onnx: differs by" in ended.out
    assert "    narrow.onnx: differs by" in ended.out
    made = read_references(referred(tmp_path).file.path.read_bytes())
    least = max(float(np.abs(it.outputs["y"]).max()) for it in made) / 256
    assert (referred(tmp_path).tolerances["y"].max_abs or 0.0) > 2 * least


def test_rows_that_depend_on_each_other_are_not_called_equal(tmp_path: Path) -> None:
    nodes = [node("MatMul", ["x", "w"], ["y"]), node("CumSum", ["y", "axis"], ["z"])]
    axis = weight("axis", np.array(0, np.int64))
    file = save(tmp_path / "sums.onnx", nodes, [value("z", ("n", 4))], weight("w", WEIGHT), axis)
    packaged(tmp_path, file)
    ended = run("--package", tmp_path)
    assert ended.code == 0
    assert "Equal rows of a batch do not give equal rows of outputs." in ended.out
    assert not referred(tmp_path).equal_rows


def test_outputs_that_tell_nothing_are_left_out_with_the_reason(tmp_path: Path) -> None:
    more = [
        node("ArgMax", ["y"], ["label"], axis=1),
        node("Sub", ["y", "y"], ["zeros"]),
        node("Div", ["zeros", "zeros"], ["nothing"]),
    ]
    outputs = [value("label", ("n", 1), TensorProto.INT64), value("zeros", ("n", 4)), value("nothing", ("n", 4))]
    packaged(tmp_path, linear(tmp_path / "linear.onnx", *more, outputs=outputs))
    ended = run("--package", tmp_path)
    assert ended.code == 0
    assert "zeros is not compared: an output of zeros would pass, so it says nothing" in ended.out
    assert "nothing is not compared: the model itself gives NaN" in ended.out
    assert referred(tmp_path).tolerances.keys() == {"y", "label"}
    assert referred(tmp_path).tolerances["label"] == Tolerance(max_abs=0.0)


def test_large_outputs_are_cut(tmp_path: Path) -> None:
    large = np.random.RandomState(1).standard_normal((8, 100_000)).astype(np.float32)
    nodes = [node("MatMul", ["x", "w"], ["y"])]
    packaged(tmp_path, save(tmp_path / "large.onnx", nodes, [value("y", ("n", 100_000))], weight("w", large)))
    assert run("--package", tmp_path).code == 0
    reference = referred(tmp_path)
    assert reference.file.size <= MADE_UP_BYTES
    for made in read_references(reference.file.path.read_bytes()):
        rows, columns = (slice(*ends) for ends in made.crops["y"])
        np.testing.assert_allclose(made.outputs["y"], (made.inputs["x"] @ large)[rows, columns], rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize(
    ("sample", "words"),
    [
        (np.zeros((5, 8), np.float32), "No engine of the model 'linear' takes every sample"),
        (np.zeros((2, 9), np.float32), "Not every sample can be used"),
    ],
)
def test_samples_that_no_engine_takes_are_refused(tmp_path: Path, sample: Any, words: str) -> None:
    packaged(tmp_path, linear(tmp_path / "linear.onnx"))
    np.save(tmp_path / "sample.npy", sample)
    ended = run("--package", tmp_path, "--samples", tmp_path / "sample.npy")
    assert ended.code == ExitCode.PACKAGE_INVALID.number
    assert words in ended.err


def test_samples_that_do_not_fit_into_the_file_are_refused(tmp_path: Path) -> None:
    file = linear(tmp_path / "linear.onnx")
    packaged(tmp_path, file, profile=[{"x": {"min": [1, 8], "opt": [2, 8], "max": [1 << 20, 8]}}])
    np.save(tmp_path / "sample.npy", np.random.RandomState(2).random((MAX_FILE_BYTES // 16, 8)).astype(np.float32))
    ended = run("--package", tmp_path, "--samples", tmp_path / "sample.npy")
    assert ended.code == ExitCode.PACKAGE_INVALID.number
    assert "No sample of the model 'linear' is small enough" in ended.err


def test_samples_are_for_one_model(tmp_path: Path) -> None:
    packaged(tmp_path, linear(tmp_path / "one.onnx"), linear(tmp_path / "two.onnx"))
    np.save(tmp_path / "sample.npy", np.ones((2, 8), np.float32))
    ended = run("--package", tmp_path, "--samples", tmp_path / "sample.npy")
    assert ended.code == ExitCode.INVALID_PARAMETER.number
    assert "Say which with --model: it has 'one', 'two'." in ended.err
    assert run("--package", tmp_path, "--samples", tmp_path / "sample.npy", "--model", "two").code == 0
    one, two = load_package(tmp_path).models
    assert (one.reference is None, two.reference is None) == (True, False)


def test_a_stop_leaves_nothing(tmp_path: Path) -> None:
    packaged(tmp_path, linear(tmp_path / "linear.onnx"))
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        make(load_package(tmp_path).models[0], Request(), cancel)
    assert not (tmp_path / "references").exists()
