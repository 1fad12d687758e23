"""Models whose engines are asked for outputs, with references of ONNX Runtime, and jobs that ask."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy
import onnx
from onnx import TensorProto

from builder.base.events import BuildJob, InputFile, ReferenceJob
from builder.base.files import sha256_of
from builder.base.settings import BuildSettings
from builder.references.file import Reference, to_bytes
from tests.support import graphs

GPU = "NVIDIA GeForce RTX 4070"


def two_outputs_net(path: Path, shape: tuple[int | str, ...] = ("n", 4)) -> Path:
    """Rows through a matrix: `y` and its negative half `z`, both of the same shape."""
    matrix = numpy.random.default_rng(4).standard_normal((4, 4)).astype(numpy.float32)
    nodes = [
        graphs.node("MatMul", ["x", "w"], ["m"]),
        graphs.node("Add", ["m", "b"], ["y"]),
        graphs.node("Mul", ["y", "h"], ["z"]),
    ]
    weights = [
        graphs.weight("w", matrix),
        graphs.weight("b", numpy.ones(4, numpy.float32)),
        graphs.weight("h", numpy.float32(-0.5)),
    ]
    outputs = [graphs.value("y", shape), graphs.value("z", shape)]
    return _save(path, graphs.model(nodes, [graphs.value("x", shape)], outputs, weights))


def whole_numbers_net(path: Path) -> Path:
    """Whole numbers and truth values in and out, and a scalar."""
    nodes = [
        graphs.node("Add", ["i", "s"], ["sum"]),
        graphs.node("Not", ["b"], ["not"]),
        graphs.node("Cast", ["s"], ["f"], to=TensorProto.FLOAT),
    ]
    inputs = [
        graphs.value("i", (3,), TensorProto.INT64),
        graphs.value("s", (), TensorProto.INT64),
        graphs.value("b", (3,), TensorProto.BOOL),
    ]
    outputs = [
        graphs.value("sum", (3,), TensorProto.INT64),
        graphs.value("not", (3,), TensorProto.BOOL),
        graphs.value("f", (), TensorProto.FLOAT),
    ]
    return _save(path, graphs.model(nodes, inputs, outputs))


def _save(path: Path, model: onnx.ModelProto) -> Path:
    path.write_bytes(model.SerializeToString())
    return path


def right_outputs(model: Path, inputs: Mapping[str, Any]) -> dict[str, Any]:
    import onnxruntime

    session = onnxruntime.InferenceSession(model.read_bytes(), providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    return dict(zip(names, session.run(names, dict(inputs)), strict=True))


def references_of(model: Path, *inputs: Mapping[str, Any]) -> tuple[Reference, ...]:
    return tuple(Reference(given, right_outputs(model, given), {}) for given in inputs)


def rows(count: int, seed: int = 0) -> dict[str, Any]:
    """Inputs of `two_outputs_net`."""
    return {"x": numpy.random.default_rng(seed).standard_normal((count, 4)).astype(numpy.float32)}


def reference_job(file: Path, references: tuple[Reference, ...], **more: Any) -> ReferenceJob:
    """Write references into a file; each output may differ by 0.001."""
    file.write_bytes(to_bytes(references))
    outputs = {name for reference in references for name in reference.outputs}
    values = {"tolerances": {name: {"max_abs": 1e-3} for name in outputs}} | more
    return ReferenceJob(InputFile(str(file), sha256_of(file)), **values)


def job_of(model: Path, reference: ReferenceJob | None, profiles: Any = (), **more: Any) -> BuildJob:
    """A job for the stand-in for classic TensorRT, on a GPU."""
    values: dict[str, Any] = {"load_on": GPU, "gpu_uuid": None} | more
    return BuildJob(
        model=model.stem,
        backend="tensorrt",
        onnx=InputFile(str(model), sha256_of(model)),
        external_data=(),
        output=str(model.with_suffix(".engine")),
        settings=BuildSettings(profiles=list(profiles)),
        targets=(),
        reference=reference,
        **values,
    )


def profile(smallest: int, largest: int) -> dict[str, Any]:
    """How many rows `two_outputs_net` takes."""
    return {"x": {"min": [smallest, 4], "opt": [smallest, 4], "max": [largest, 4]}}
