"""Asking engines of the stand-in for outputs: right ones, and every way in which they can be wrong."""

from __future__ import annotations

import ctypes
import io
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy
import pytest

from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled, EngineInvalid, PackageInvalid
from builder.base.events import Answers, BuildJob, Built, Event, Phase
from builder.base.files import sha256_of
from builder.building.worker_process import Crashed, Finished, WasCancelled, run_worker
from builder.engines.header import read_engine_header
from builder.references.file import Reference
from builder.worker.build import build_engine
from builder.worker.channel import Channel
from tests.support import cuda
from tests.support.answers import (
    GPU,
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
from tests.test_double import load


@pytest.fixture(autouse=True)
def driver(monkeypatch: pytest.MonkeyPatch) -> Iterator[ctypes.CDLL]:
    monkeypatch.setitem(sys.modules, "tensorrt", load())
    monkeypatch.setenv("FAKE_TENSORRT_ANSWERS", "right")
    yield from cuda.stand_in(monkeypatch)


class Told(Channel):
    """A channel to nobody."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), io.BytesIO())
        self.events: list[Event] = []

    def send(self, event: Event) -> None:
        self.events.append(event)


def answers_of(job: BuildJob) -> Answers:
    Path(job.output).unlink(missing_ok=True)
    found = build_engine(job, Told()).answers
    assert found is not None
    return found


@pytest.fixture(scope="module")
def net(tmp_path_factory: pytest.TempPathFactory) -> BuildJob:
    """A job for a model with two outputs, two references, and a batch of one to four rows."""
    folder = tmp_path_factory.mktemp("net")
    model = two_outputs_net(folder / "net.onnx")
    reference = reference_job(folder / "net.npz", references_of(model, rows(1), rows(3, 1)), equal_rows=True)
    return job_of(model, reference, [profile(1, 4)])


def asking(job: BuildJob, **changes: Any) -> BuildJob:
    assert job.reference
    return replace(job, reference=replace(job.reference, **changes))


def test_right_answers_are_told_with_their_numbers(net: BuildJob) -> None:
    channel = Told()
    Path(net.output).unlink(missing_ok=True)
    built = build_engine(net, channel)
    answers = built.answers
    assert answers
    assert (answers.state, answers.gpu, built.loaded_on) == ("right", GPU, GPU)
    assert answers.reason == "The results agree with 2 references."
    assert answers.seconds > 0
    assert {output["output"]: output["fault"] for output in answers.outputs} == {"y": None, "z": None}
    assert all(output["max_abs"] == 0 for output in answers.outputs)
    titles = [str(event.title) for event in channel.events if isinstance(event, Phase)]
    assert titles[-2:] == [f"Loading the engine on {GPU}", f"Checking the results on {GPU}"]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("zeros", "differs by"),
        ("noise", "differs by"),
        ("nan", "is not finite"),
        ("infinite", "is not finite"),
        ("swapped", "differs by"),
        ("untouched", "is not finite"),
        ("rows", "equal rows"),
        ("fails", "The engine failed when it was run: "),
    ],
)
def test_each_way_to_be_wrong_is_caught(net: BuildJob, monkeypatch: pytest.MonkeyPatch, fault: str, said: str) -> None:
    monkeypatch.setenv("FAKE_TENSORRT_ANSWERS", fault)
    answers = answers_of(net)
    assert answers.state == "wrong"
    assert answers.gpu == GPU
    if fault == "rows":
        # Alone, a row is right: only a batch shows it.
        alone = reference_job(Path(net.output).with_name("alone.npz"), references_of(Path(net.onnx.path), rows(1)))
        assert answers_of(replace(net, reference=alone)).state == "right"
        answers = answers_of(replace(net, reference=replace(alone, equal_rows=True)))
    assert said in answers.reason
    if fault != "fails":
        assert any(output["fault"] for output in answers.outputs)
        assert all(value is None or numpy.isfinite(value) for output in answers.outputs for value in
                   (output["max_abs"], output["cosine"], output["psnr"]))  # fmt: skip


def test_a_fault_counts_though_a_later_reference_cannot_be_asked(
    net: BuildJob, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = Path(net.onnx.path)
    job = replace(net, reference=reference_job(model.with_suffix(".more.npz"), references_of(model, rows(1), rows(9))))
    assert answers_of(job).state == "unchecked"
    monkeypatch.setenv("FAKE_TENSORRT_ANSWERS", "zeros")
    assert answers_of(job).state == "wrong"


def test_without_a_gpu_nothing_is_asked(net: BuildJob, monkeypatch: pytest.MonkeyPatch) -> None:
    assert answers_of(replace(net, load_on=None)) == Answers("unchecked", answers_of(replace(net, load_on=None)).reason)
    monkeypatch.setenv("FAKE_CUDA_ERROR", "cuInit 100")
    answers = answers_of(net)
    assert (answers.state, answers.reason) == (
        "unchecked", "Its results cannot be checked: cuInit: CUDA_ERROR_NO_DEVICE.",
    )  # fmt: skip


def test_without_references_nothing_is_said(net: BuildJob) -> None:
    Path(net.output).unlink(missing_ok=True)
    assert build_engine(replace(net, reference=None), Told()).answers is None


@pytest.mark.parametrize(("variable", "value"), [("FAKE_CUDA_BYTES", "20"), ("FAKE_TENSORRT_ANSWERS", "memory")])
def test_a_lack_of_gpu_memory_is_not_the_engines_fault(
    net: BuildJob, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    answers = answers_of(net)
    assert answers.state == "unchecked"
    assert "the GPU has not enough free memory" in answers.reason


def test_an_error_of_the_gpu_while_the_engine_runs_is_its_fault(net: BuildJob, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAKE_CUDA_ERROR", "cuStreamSynchronize 700")
    answers = answers_of(net)
    assert answers.state == "wrong"
    assert answers.reason.endswith("cuStreamSynchronize: CUDA_ERROR_ILLEGAL_ADDRESS")


def test_what_the_references_do_not_fit_is_unchecked(net: BuildJob, monkeypatch: pytest.MonkeyPatch) -> None:
    model, folder = Path(net.onnx.path), Path(net.output).parent
    outputs = references_of(model, rows(1))[0].outputs
    for inputs, said in (
        (rows(9), "no profile of the engine allows the references' inputs (x 9x4)"),
        ({"other": rows(1)["x"]}, "the references have the inputs other, the engine has x"),
        (
            {"x": numpy.ones((1, 4), numpy.int64)},
            "the input 'x' of the references is int64, and the engine takes FLOAT",
        ),
    ):
        reference = reference_job(folder / "unfit.npz", (Reference(inputs, outputs, {}),))
        answers = answers_of(replace(net, reference=reference))
        assert (answers.state, said in answers.reason) == ("unchecked", True), answers
    monkeypatch.setenv("FAKE_TENSORRT_FORMAT", "HWC8")
    assert "'x' is not a plain array (FLOAT, HWC8)" in answers_of(net).reason


def test_the_profile_that_allows_the_shapes_is_used(net: BuildJob) -> None:
    job = replace(net, settings=replace(net.settings, profiles=[profile(8, 8), profile(1, 2), profile(3, 3)]))
    answers = answers_of(job)
    assert (answers.state, answers.reason) == ("right", "The results agree with 2 references.")


def test_a_single_row_is_not_doubled_where_no_profile_allows_two(
    net: BuildJob, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAKE_TENSORRT_ANSWERS", "rows")
    model = Path(net.onnx.path)
    one = reference_job(model.with_suffix(".one.npz"), references_of(model, rows(1)), equal_rows=True)
    job = replace(net, reference=one, settings=replace(net.settings, profiles=[profile(1, 1)]))
    assert answers_of(job).state == "right"


def test_outputs_whose_size_is_known_only_afterwards(net: BuildJob, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAKE_TENSORRT_UNKNOWN_SIZES", "1")
    assert answers_of(net).state == "right"
    monkeypatch.setenv("FAKE_TENSORRT_ANSWERS", "rows")
    assert answers_of(net).state == "wrong"
    monkeypatch.setenv("FAKE_CUDA_BYTES", "60")
    answers = answers_of(net)
    assert (answers.state, "cuMemAlloc: CUDA_ERROR_OUT_OF_MEMORY" in answers.reason) == ("unchecked", True)


def test_whole_numbers_truth_values_and_scalars(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = whole_numbers_net(tmp_path / "numbers.onnx")
    given = {"i": numpy.array([1, -2, 2**40]), "s": numpy.array(7), "b": numpy.array([True, False, True])}
    job = job_of(model, reference_job(tmp_path / "numbers.npz", references_of(model, given)))
    answers = answers_of(job)
    assert (answers.state, {output["max_abs"] for output in answers.outputs}) == ("right", {0.0}), answers
    monkeypatch.setenv("FAKE_TENSORRT_ANSWERS", "zeros")
    assert [output["fault"] is None for output in answers_of(job).outputs] == [False, False, False]


def test_a_variant_of_another_precision_is_compared_in_that_of_the_references(tmp_path: Path) -> None:
    whole, half = conv_net(tmp_path / "whole.onnx"), conv_net(tmp_path / "half.onnx", half=True)
    image = {"image": numpy.random.default_rng(2).standard_normal((1, 3, 32, 32)).astype(numpy.float32)}
    references = references_of(whole, image)
    close = reference_job(tmp_path / "r.npz", references, tolerances={"result": {"max_abs": 0.01, "min_cosine": 0.999}})
    answers = answers_of(job_of(half, close))
    assert answers.state == "right", answers
    assert 0 < answers.outputs[0]["max_abs"] < 0.01
    exact = replace(close, tolerances={"result": {"max_abs": 1e-7}})
    assert answers_of(job_of(half, exact)).state == "wrong"


def test_an_engine_that_is_there_is_only_checked(net: BuildJob, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Path(net.output)
    engine.unlink(missing_ok=True)
    built = build_engine(net, Told())
    before = engine.read_bytes()
    # What an engine was built from need not be there.
    again = replace(net, check_only=built.sha256, onnx=replace(net.onnx, path="/nowhere.onnx"))
    for fault, state in (("right", "right"), ("nan", "wrong")):
        monkeypatch.setenv("FAKE_TENSORRT_ANSWERS", fault)
        checked = build_engine(again, Told())
        assert checked.answers
        assert checked.answers.state == state
        assert (checked.size, checked.sha256, checked.loaded_on) == (len(before), sha256_of(engine), GPU)
    assert engine.read_bytes() == before
    engine.write_bytes(b"nonsense")
    with pytest.raises(EngineInvalid, match="has changed"):
        build_engine(again, Told())
    with pytest.raises(EngineInvalid, match="does not load on"):
        build_engine(replace(again, check_only=sha256_of(engine)), Told())


def test_references_that_changed_or_are_none_are_refused(net: BuildJob) -> None:
    assert net.reference
    file = Path(net.reference.file.path).with_name("bad.npz")
    file.write_bytes(b"no archive")
    for sha256, said in ((net.reference.file.sha256, "was changed while"), (sha256_of(file), "has no references")):
        job = asking(net, file=replace(net.reference.file, path=str(file), sha256=sha256))
        with pytest.raises(PackageInvalid, match=said):
            answers_of(job)


def test_a_cancel_is_heard_between_references(net: BuildJob) -> None:
    class Cancelling(Told):
        def send(self, event: Event) -> None:
            super().send(event)
            if isinstance(event, Phase) and event.title.startswith("Checking"):
                self.cancelled.set()

    Path(net.output).unlink(missing_ok=True)
    with pytest.raises(Cancelled):
        build_engine(net, Cancelling())


def worker_environment(monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    """What a real worker finds: the stand-ins of the driver and of the engine libraries."""
    doubles = ROOT / "tests/doubles"
    for name, value in cuda.with_cuda({"PYTHONPATH": f"{doubles}{os.pathsep}{doubles / 'rtx'}"}).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("FAKE_TENSORRT_ANSWERS", fault)


def run(job: BuildJob, cancel: CancelToken | None = None, on_event: Callable[[Event], None] | None = None) -> Any:
    Path(job.output).unlink(missing_ok=True)
    return run_worker(job, cancel or CancelToken(), on_event or (lambda _event: None))


@pytest.mark.parametrize("backend", ["tensorrt", "tensorrt-rtx"])
def test_a_real_worker_asks_and_tells(net: BuildJob, monkeypatch: pytest.MonkeyPatch, backend: str) -> None:
    worker_environment(monkeypatch, "zeros@other right")
    outcome = run(replace(net, backend=backend))
    assert isinstance(outcome, Finished), outcome
    assert outcome.built.answers
    assert outcome.built.answers.state == "right", outcome.built.answers
    assert outcome.built.answers.reason.template == "The results agree with {count} references."
    header = read_engine_header(Path(net.output).read_bytes())
    assert (header.backend, header.size) == (backend, outcome.built.size if backend == "tensorrt-rtx" else None)
    monkeypatch.setenv("FAKE_TENSORRT_ANSWERS", f"zeros@{backend}")
    again = run_worker(
        replace(net, backend=backend, check_only=outcome.built.sha256), CancelToken(), lambda _event: None
    )
    assert isinstance(again, Finished), again
    assert again.built.answers
    assert again.built.answers.state == "wrong"
    assert again.built.sha256 == outcome.built.sha256


def test_a_crash_while_the_engine_is_asked_is_an_outcome_after_that_phase(
    net: BuildJob, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker_environment(monkeypatch, "crash")
    events: list[Event] = []
    outcome = run(net, on_event=events.append)
    assert isinstance(outcome, Crashed)
    assert "SIGSEGV" in outcome.how
    assert [event for event in events if isinstance(event, Phase)][-1].title == f"Checking the results on {GPU}"


def test_an_engine_that_never_answers_is_wrong_and_can_be_cancelled(
    net: BuildJob, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker_environment(monkeypatch, "hang")
    outcome = run(asking(net, limit_seconds=1.0))
    assert isinstance(outcome, Finished), outcome
    built: Built = outcome.built
    assert built.sha256 == sha256_of(Path(net.output))
    assert built.answers
    assert (built.answers.state, built.answers.gpu) == ("wrong", GPU)
    assert built.answers.reason == "The engine gave no results within 1 seconds."
    cancel = CancelToken()

    def cancel_then(event: Event) -> None:
        if isinstance(event, Phase) and event.title.startswith("Checking"):
            cancel.cancel()

    assert isinstance(run(net, cancel, cancel_then), WasCancelled)
