"""Real models of other projects, prepared in fp16 by the command: nearer than plain conversion where that is wrong.

By default one of them is taken, the one that plain conversion ruins without any sign of it on the CPU;
`pytest -m exhaustive` takes all ten and builds them for every target, for some ten minutes.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from numpy.typing import NDArray

from builder.references.comparison import compare_output
from builder.references.tolerance import Tolerance
from builder.vendor.preparing.emulation import emulated_file
from builder.vendor.preparing.runtime import Runtime
from tests.support.packages import model_entry, write_manifest
from tests.support.program import ROOT, Ended
from tests.support.real_samples import SAMPLES
from tests.support.third_party import FILE_TYPE, MODELS, OCR_DETECTOR, ThirdPartyModel, to_fp16

TEN = [model for model in MODELS if model.name in SAMPLES]
MIN_COSINE = 0.9999
"""What `prepare` requires unless it is told otherwise."""

Outputs = Sequence[Mapping[str, NDArray[Any]]]


def builder(*arguments: str | Path) -> Ended:
    command = [sys.executable, "-m", "builder", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return Ended(done.returncode, done.stdout, done.stderr)


def source(model: ThirdPartyModel) -> onnx.ModelProto:
    loaded = onnx.load(model.source)
    return model.change(loaded) if model.change else loaded


def prepare(model: ThirdPartyModel, folder: Path) -> Path:
    """Prepare a model with its samples; returns the file."""
    folder.mkdir(parents=True, exist_ok=True)
    given, result = folder / f"{model.name}.onnx", folder / f"{model.name}.fp16.onnx"
    onnx.save(source(model), given)
    samples = [folder / f"{model.name}.{number}.npz" for number, _ in enumerate(SAMPLES[model.name]())]
    for file, sample in zip(samples, SAMPLES[model.name](), strict=True):
        np.savez(file, **dict[str, Any](sample))
    done = builder("prepare", given, "--to", "fp16", "--samples", *samples, "--output", result)
    assert done.code == 0, done.err
    return result


def as_on_a_gpu(converted: onnx.ModelProto, model: ThirdPartyModel) -> Outputs:
    return Runtime().run(emulated_file(converted), SAMPLES[model.name]())


def faults(right: Outputs, got: Outputs) -> list[str]:
    limit = Tolerance(min_cosine=MIN_COSINE)
    both = zip(right, got, strict=True)
    compared = (compare_output(name, one[name], two[name], limit) for one, two in both for name in one)
    return [f"{it.output} {it.fault}" for it in compared if it.fault]


def test_sums_that_leave_the_range_inside_a_model_stay_in_fp32(tmp_path: Path) -> None:
    right = Runtime().run(source(FILE_TYPE), SAMPLES[FILE_TYPE.name]())
    plain = to_fp16(source(FILE_TYPE))

    assert faults(right, as_on_a_gpu(plain, FILE_TYPE)) != []
    assert faults(right, Runtime().run(plain, SAMPLES[FILE_TYPE.name]())) == [], "the CPU shows nothing of it"
    prepared = as_on_a_gpu(onnx.load(prepare(FILE_TYPE, tmp_path)), FILE_TYPE)
    assert faults(right, prepared) == []
    label = "target_label"
    assert [one[label].argmax(1).tolist() for one in prepared] == [one[label].argmax(1).tolist() for one in right]


@pytest.mark.exhaustive
@pytest.mark.timeout(3600)
def test_ten_models_stay_right_and_build_for_every_target(tmp_path: Path) -> None:
    package, entries = tmp_path / "package", []
    for model in TEN:
        result = prepare(model, tmp_path / "prepared")
        right, got = Runtime().run(source(model), SAMPLES[model.name]()), as_on_a_gpu(onnx.load(result), model)
        assert faults(right, got) == [], model.name
        if model is OCR_DETECTOR:
            for one, two in zip(right, got, strict=True):
                (mask,), (other,) = one.values(), two.values()
                assert ((mask > 0.3) == (other > 0.3)).mean() >= 0.999
        file = package / "models" / f"{model.name}.onnx"
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(result, file)
        profiles = {"profile": list(model.profiles)} if model.profiles else {}
        entries.append(model_entry(package, file, precision="fp16") | profiles)
    write_manifest(package, *entries)

    report = json.loads(builder("check", "--package", package, "--json").out)

    assert len(TEN) == 10
    # Classic TensorRT builds only for the GPU of its computer.
    assert {cell["state"] for row in report["models"] for cell in row["cells"]} - {"not_run"} == {"builds"}
