"""Engines on a real GPU are asked for outputs: `pytest -m gpu`; everywhere else the stand-ins are, with the same tests.

It needs a GPU that the engine library supports, and nothing of what an installation does.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy
import pytest

from builder.backend import BACKENDS
from builder.base.cancellation import CancelToken
from builder.base.events import Answers, BuildJob
from builder.building.worker_process import Finished, run_worker
from builder.gpu.nvml import detect_gpus
from builder.references.file import Reference
from tests.support import cuda
from tests.support.answers import (
    job_of,
    profile,
    reference_job,
    references_of,
    rows,
    two_outputs_net,
    whole_numbers_net,
)
from tests.support.models import conv_net
from tests.support.program import ROOT

Case = Callable[[Path], tuple[BuildJob, tuple[Reference, ...]]]


def rows_of_any_number(folder: Path) -> tuple[BuildJob, tuple[Reference, ...]]:
    model = two_outputs_net(folder / "rows.onnx")
    return job_of(model, None, [profile(8, 8), profile(1, 4)]), references_of(model, rows(1), rows(3, 1))


def convolutions(folder: Path) -> tuple[BuildJob, tuple[Reference, ...]]:
    model = conv_net(folder / "convolutions.onnx")
    image = numpy.random.default_rng(1).random((1, 3, 32, 32), numpy.float32)
    return job_of(model, None), references_of(model, {"image": image})


def halves(folder: Path) -> tuple[BuildJob, tuple[Reference, ...]]:
    """An fp16 variant, with references of the fp32 model."""
    _, references = convolutions(folder)
    return job_of(conv_net(folder / "halves.onnx", half=True), None), references


def whole_numbers(folder: Path) -> tuple[BuildJob, tuple[Reference, ...]]:
    model = whole_numbers_net(folder / "numbers.onnx")
    given = {"i": numpy.array([1, -2, 2**40]), "s": numpy.array(7), "b": numpy.array([True, False, True])}
    return job_of(model, None), references_of(model, given)


@pytest.fixture(params=["tensorrt", "tensorrt-rtx"])
def backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[pytest.param("hardware", marks=pytest.mark.gpu), "stand-in"])
def ask(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, backend: str) -> Callable[[BuildJob], Answers]:
    """Give what a worker reports of a job, on the GPU of this computer or on the stand-ins."""
    gpu: tuple[str, str | None] = ("the stand-in", None)
    if request.param == "stand-in":
        doubles = ROOT / "tests/doubles"
        path = f"{doubles}{os.pathsep}{doubles / 'rtx'}"
        for name, value in cuda.with_cuda({"PYTHONPATH": path, "FAKE_TENSORRT_ANSWERS": "right"}).items():
            monkeypatch.setenv(name, value)
    elif "gpu" not in request.config.option.markexpr:
        pytest.skip("runs only when asked for: pytest -m gpu")
    else:
        found = [each for each in detect_gpus().gpus if BACKENDS[backend].is_supported(each.compute_capability)]
        if not found or BACKENDS[backend].find() is None:
            pytest.skip(f"missing here: {BACKENDS[backend].title} and a GPU that it supports")
        gpu = (found[0].name, found[0].uuid)

    def asked(job: BuildJob) -> Answers:
        job = replace(job, backend=backend, load_on=gpu[0], gpu_uuid=gpu[1])
        Path(job.output).unlink(missing_ok=True)
        outcome = run_worker(job, CancelToken(), lambda _event: None)
        assert isinstance(outcome, Finished), outcome
        assert outcome.built.answers
        assert outcome.built.answers.gpu == gpu[0]
        return outcome.built.answers

    return asked


@pytest.mark.parametrize("case", [rows_of_any_number, convolutions, halves, whole_numbers])
def test_an_engine_answers_what_onnx_runtime_does(
    ask: Callable[[BuildJob], Answers], case: Case, tmp_path: Path
) -> None:
    job, references = case(tmp_path)
    outputs = references[0].outputs
    tolerances = {name: {"max_abs": 0.01, "min_cosine": 0.999} for name in outputs}
    asked = reference_job(tmp_path / "right.npz", references, tolerances=tolerances, equal_rows=True)
    answers = ask(replace(job, reference=asked))
    assert answers.state == "right", answers
    assert {output["output"] for output in answers.outputs} == set(outputs)


def test_an_engine_that_does_not_answer_so_is_wrong(ask: Callable[[BuildJob], Answers], tmp_path: Path) -> None:
    job, (reference, *_) = rows_of_any_number(tmp_path)
    other = Reference(reference.inputs, {name: array + 1 for name, array in reference.outputs.items()}, {})
    answers = ask(replace(job, reference=reference_job(tmp_path / "wrong.npz", (other,))))
    assert answers.state == "wrong"
    assert "differs by" in answers.reason
