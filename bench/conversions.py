"""What conversions to fp16 make of real models: `engine-builder prepare` beside plain conversion and NVIDIA's AutoCast.

Not a benchmark of speed: it compares outputs with those of the fp32 file, with every fp16 result rounded as on a GPU.

`--rivals PYTHON` names the Python of an environment with nvidia-modelopt[onnx] and onnxconverter-common; without it,
their columns are left out. `--keep FOLDER` keeps what was converted.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray

from bench.common import ROOT
from builder.references.comparison import OutputDifference, compare_output
from builder.references.tolerance import Tolerance
from builder.vendor.preparing.emulation import emulated_file
from builder.vendor.preparing.runtime import Runtime
from tests.support.precision_models import RUINED
from tests.support.real_samples import SAMPLES
from tests.support.third_party import MODELS

OURS = ("plain", "simplified", "prepare")
RIVALS = ("common", "common-auto", "autocast", "autocast-samples")
DETECTED = 0.3  # PP-OCR's own threshold of its mask


@dataclass(frozen=True)
class Case:
    """A model in fp32, and what it is fed with."""

    name: str
    model: onnx.ModelProto
    samples: Sequence[Mapping[str, NDArray[Any]]]


@dataclass(frozen=True)
class Outcome:
    """What one method made of a model: how far it is off, or why there is nothing.

    Attributes:
        seconds: of processor time that the conversion took, in a process of its own.
        mebibytes: the most memory of that process.
        fault: the last line that the converter said, or what ONNX's checker or ONNX Runtime says of its file.
        differences: of the outputs, each the worst of all samples.
        mask: for a detector, the share of pixels on which both agree.
    """

    seconds: float
    mebibytes: int
    fault: str = ""
    differences: Sequence[OutputDifference] = ()
    mask: float | None = None

    def __str__(self) -> str:
        said = [f"{self.seconds:.1f} s of CPU, {self.mebibytes} MiB"]
        if self.fault:
            said.append(self.fault)
        for it in self.differences:
            cosine = "–" if it.cosine is None else f"1 - {1 - it.cosine:.1e}"
            said.append(f"{it.output}: {it.fault or f'max {it.max_abs:.2g}, cosine {cosine}'}")
        if self.mask is not None:
            said.append(f"mask {self.mask:.5f}")
        return "; ".join(said)


def _cases(names: Sequence[str]) -> list[Case]:
    real = [
        Case(it.name, it.change(model) if it.change else model, SAMPLES[it.name]())
        for it in MODELS
        if it.name in SAMPLES
        for model in [onnx.load(it.source)]
    ]
    # Without the shapes of its outputs, AutoCast refuses a model if they are to keep their types.
    made = [
        Case(name, onnx.shape_inference.infer_shapes(ruined.model), ruined.samples)
        for name, make in RUINED.items()
        for ruined in [make()]
    ]
    return [case for case in (*made, *real) if not names or case.name in names]


def _measure(case: Case, method: str, folder: Path, rivals: str | None) -> Outcome:
    source = folder / f"{case.name}.onnx"
    output = folder / f"{case.name}.{method}.onnx"
    onnx.save(case.model, source)
    inputs = [folder / f"{case.name}.{number}.npz" for number in range(len(case.samples))]
    for file, sample in zip(inputs, case.samples, strict=True):
        np.savez(file, **dict[str, Any](sample))
    if method == "prepare":
        command = [sys.executable, "-m", "builder", "prepare", str(source), "--to", "fp16"]
        command += ["--samples", *map(str, inputs), "--output", str(output)]
    else:
        python = rivals if rivals and method in RIVALS else sys.executable
        command = [python, str(ROOT / "bench" / "converters.py"), method, str(source), str(inputs[0]), str(output)]
    log = output.with_suffix(".log")
    with log.open("wb") as stream:
        child = os.posix_spawn(
            command[0],
            command,
            os.environ,
            file_actions=[(os.POSIX_SPAWN_DUP2, stream.fileno(), 1), (os.POSIX_SPAWN_DUP2, stream.fileno(), 2)],
        )
        _, status, used = os.wait4(child, 0)
    took = used.ru_utime + used.ru_stime, used.ru_maxrss // 1024
    if status or not output.is_file():
        return Outcome(*took, fault=(log.read_text(errors="replace").strip().splitlines() or ["nothing said"])[-1])
    converted = onnx.load(output)
    try:
        onnx.checker.check_model(converted, full_check=True)
        _run(converted, case.samples[:1])
        got = _run(emulated_file(converted), case.samples)
    except Exception as error:  # noqa: BLE001 - whatever they say of it
        return Outcome(*took, fault=f"{error}".splitlines()[0])
    expected = _run(case.model, case.samples)
    return Outcome(*took, "", _compare(case, expected, got), _mask_agreement(case, expected, got))


def _run(model: onnx.ModelProto, samples: Sequence[Mapping[str, NDArray[Any]]]) -> list[list[NDArray[Any]]]:
    """The outputs for each sample, in the order of the model; AutoCast's defaults make its inputs fp16."""
    types = {value.name: value.type.tensor_type.elem_type for value in model.graph.input}
    fed = [
        {name: it.astype(np.float16) if types[name] == onnx.TensorProto.FLOAT16 else it for name, it in sample.items()}
        for sample in samples
    ]
    return [list(outputs.values()) for outputs in Runtime().run(model, fed)]


def _compare(
    case: Case, expected: Sequence[Sequence[NDArray[Any]]], got: Sequence[Sequence[NDArray[Any]]]
) -> list[OutputDifference]:
    found = []
    for index, output in enumerate(case.model.graph.output):
        differences = [
            compare_output(output.name, right[index], answer[index].astype(right[index].dtype), Tolerance())
            for right, answer in zip(expected, got, strict=True)
        ]
        found.append(max(differences, key=lambda it: (bool(it.fault), -(it.cosine or 0))))
    return found


def _mask_agreement(case: Case, expected: Any, got: Any) -> float | None:
    if case.name != "ocr-detector":
        return None
    both = zip(expected, got, strict=True)
    return min(float(((right[0] > DETECTED) == (answer[0] > DETECTED)).mean()) for right, answer in both)


def main() -> None:
    """Print a line for every model and method."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("model", nargs="*")
    parser.add_argument("--rivals", metavar="PYTHON")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    options = parser.parse_args()
    methods = OURS + (RIVALS if options.rivals else ())
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for case in _cases(options.model):
            for method in methods:
                print(f"{case.name} | {method} | {_measure(case, method, folder, options.rivals)}", flush=True)


if __name__ == "__main__":
    main()
