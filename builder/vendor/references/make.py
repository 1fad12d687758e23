"""The references of one model are made, or those that it has are tried again.

What is right is what the processor computes in fp32, from the fp32 file where there is one. Every file that is shipped
is then computed with the roundings that a GPU makes, and must be within the tolerances: what fails here fails there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builder.app_package.package import PackagedModel
from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInstallerError, Fault, ModelInvalid, PackageInvalid
from builder.base.small_files import read_small_file
from builder.base.text import verbatim
from builder.references.comparison import OutputDifference, as_expected, compare_reference
from builder.references.file import MAX_FILE_BYTES, Crop, Reference, read_references, to_bytes
from builder.references.rows import compare_equal_rows, with_equal_rows
from builder.references.tolerance import Tolerance
from builder.vendor.models.facts import ModelFacts, read_model, read_whole
from builder.vendor.preparing.emulation import emulated_file
from builder.vendor.preparing.made_samples import make_samples
from builder.vendor.preparing.runtime import Runtime
from builder.vendor.preparing.samples import NUMPY_TYPES, Samples, read_samples
from builder.vendor.preparing.tf32 import in_tf32
from builder.vendor.references.fitting import chosen, cropped, packed_size, simplified, small_shapes
from builder.vendor.references.tolerances import MEASURED, derived, over, tells_nothing

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Outputs = Mapping[str, NDArray[Any]]

MADE_UP_BYTES = 48 << 10
"""Enough for what was made up, which says no more where there is more of it."""
_HEADROOM = 16 << 10


@dataclass(frozen=True, slots=True)
class Request:
    """What references are made from.

    Attributes:
        samples: the vendor's files with inputs; some are made up where there are none.
        source: the fp32 file whose outputs are right; None for the shipped one, computed in fp32.
        given: tolerances that were asked for, for every output.
        stated: tolerances that app.toml has already, and that are to stay.
    """

    samples: tuple[Path, ...] = ()
    source: Path | None = None
    given: Tolerance = field(default_factory=Tolerance)
    stated: Mapping[str, Tolerance] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tried:
    """One file of a model beside the references.

    Attributes:
        file: its path in the package.
        outputs: how far each output is off, in each reference.
        problem: why it could not be tried; "" where it was.
    """

    file: str
    outputs: tuple[OutputDifference, ...]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """The references of one model.

    Attributes:
        model: whose they are.
        content: their file.
        references: what it holds.
        samples: what they were made from; None where they were there already.
        tolerances: for each output.
        equal_rows: whether equal rows of a batch give equal rows; None where that cannot be tried.
        tried: the files of the model.
        left_out: outputs that are not compared, with the reason.
    """

    model: PackagedModel
    content: bytes
    references: tuple[Reference, ...]
    samples: Samples | None
    tolerances: Mapping[str, Tolerance]
    equal_rows: bool | None
    tried: tuple[Tried, ...]
    left_out: Mapping[str, str]


def make(model: PackagedModel, request: Request, cancel: CancelToken) -> Made:
    """Make the references of a model.

    Raises:
        ModelInvalid: a file of it is not within the tolerances, or none can be found that tell right from wrong.
        PackageInvalid: a sample cannot be used.
    """
    maker = _Maker(model, cancel)
    samples, taken, right = maker.samples(request)
    left_out = _incomparable(right)
    small = _small(taken, right, left_out, _limit(samples))
    answers = maker.answers(taken)
    measured = [it for path, got in answers.items() for it in _tried(path, got, small).outputs]
    tolerances: dict[str, Tolerance] = {}
    for name in small[0].outputs:
        expected = [reference.outputs[name] for reference in small]
        found, problem = _tolerance(request, expected, [it for it in measured if it.output == name])
        if found is None or tells_nothing(name, expected, found):
            left_out[name] = problem or "an output of zeros would pass, so it says nothing"
        else:
            tolerances[name] = found
    if not tolerances:
        raise _useless(model, left_out)
    content = to_bytes([_without(reference, left_out) for reference in small])
    return maker.judged(content, samples, tolerances, left_out, answers)


def again(model: PackagedModel, cancel: CancelToken) -> Made:
    """Try the references that a model has.

    Raises:
        ModelInvalid: a file of it is not within the tolerances.
    """
    assert model.reference is not None
    content = read_small_file(model.reference.file.path, MAX_FILE_BYTES)
    maker = _Maker(model, cancel)
    answers = maker.answers([reference.inputs for reference in read_references(content)])
    return maker.judged(content, None, model.reference.tolerances, {}, answers)


class _Maker:
    """Runs the files of a model."""

    def __init__(self, model: PackagedModel, cancel: CancelToken) -> None:
        self._model, self._cancel = model, cancel
        self._runtime = Runtime()
        self.paths = {file.onnx.relative: file for file in (model, *model.variants) if not file.onnx.in_feed}
        if model.onnx.relative not in self.paths:
            raise ModelInvalid(
                verbatim(f"The model {model.name!r} is in the feed, and not here."),
                hint=verbatim(f"Put its file to {model.onnx.relative} while its references are made."),
            )
        self._facts = read_model(model.onnx.path, cancel)

    def samples(self, request: Request) -> tuple[Samples, list[Mapping[str, NDArray[Any]]], Sequence[Outputs]]:
        """Give samples, those of them that are taken, and what is right for these."""
        source = request.source or self._model.onnx.path
        if request.samples:
            samples = read_samples(request.samples, self._facts.inputs, self._cancel)
            _check_profiles(self._model, self._facts, samples)
            taken = chosen(samples.samples, _limit(samples))
            if not taken:
                raise _too_large(self._model)
            return samples, taken, self._right(source, taken)
        profile = next(iter(self._model.spec.profile), None)
        problem: ModelInvalid | None = None
        for shapes in small_shapes(profile) if profile else [None]:
            samples = make_samples(self._facts, shapes, cancel=self._cancel)
            taken = simplified(samples.samples, _limit(samples))
            try:
                if taken:
                    return samples, taken, self._right(source, taken)
            except ModelInvalid as error:
                problem = error  # sizes that do not go together; the vendor's own will
        raise problem or _too_large(self._model)

    def _right(self, source: Path, samples: Sequence[Mapping[str, NDArray[Any]]]) -> Sequence[Outputs]:
        facts = read_model(source, self._cancel)
        if "bf16" in facts.data_types:
            raise ModelInvalid(
                verbatim(f"{source.name} is in bf16, which this computer's processor cannot compute."),
                hint=verbatim("Give the fp32 file that it was made of: --from FILE."),
            )
        kinds = {tensor.name: NUMPY_TYPES.get(tensor.data_type) for tensor in facts.inputs}
        asked = [{name: array.astype(kinds.get(name) or array.dtype) for name, array in it.items()} for it in samples]
        right = self._runtime.run(read_whole(source, self._cancel), asked, self._cancel)
        known = {tensor.name for tensor in self._facts.outputs}
        return [{name: array for name, array in outputs.items() if name in known} for outputs in right]

    def answers(self, samples: Sequence[Mapping[str, NDArray[Any]]]) -> dict[str, Sequence[Outputs] | str]:
        """Run every shipped file with the roundings of a GPU; why not, where that cannot be done."""
        return {path: self._answers(path, samples) for path in self.paths}

    def _answers(self, path: str, samples: Sequence[Mapping[str, NDArray[Any]]]) -> Sequence[Outputs] | str:
        file = self.paths[path]
        tf32 = any(file.settings_for(backend).tf32 for backend in ("tensorrt", "tensorrt-rtx"))
        try:
            model = emulated_file(read_whole(file.onnx.path, self._cancel))
            return self._runtime.run(in_tf32(model) if tf32 else model, samples, self._cancel)
        except ModelInvalid as error:
            if file is self._model:
                raise
            return str(error)

    def judged(
        self,
        content: bytes,
        samples: Samples | None,
        tolerances: Mapping[str, Tolerance],
        left_out: Mapping[str, str],
        answers: Mapping[str, Sequence[Outputs] | str],
    ) -> Made:
        """Compare the answers of every file with references as they are in theirs."""
        references = read_references(content)
        tried = tuple(_tried(path, got, references, tolerances) for path, got in answers.items())
        if faults := [
            Fault(tried_file.file, it.output, it.fault, "an output within the tolerance")
            for tried_file in tried
            for it in tried_file.outputs
            if it.fault
        ]:
            raise ModelInvalid(
                verbatim(f"The model {self._model.name!r} is not within its tolerances, even on this computer:"),
                hint=verbatim(
                    "Give wider ones with --max-abs, --min-cosine or --min-psnr, have them derived with --derive, or "
                    "prepare the model again."
                ),
                faults=tuple(dict.fromkeys(faults)),
            )
        return Made(
            self._model,
            content,
            references,
            samples,
            tolerances,
            self._equal_rows(references[0].inputs, tolerances),
            tried,
            left_out,
        )

    def _equal_rows(self, sample: Mapping[str, NDArray[Any]], tolerances: Mapping[str, Tolerance]) -> bool | None:
        batched = {
            tensor.name for tensor in self._facts.inputs if tensor.shape and not isinstance(tensor.shape[0], int)
        }
        two = with_equal_rows(sample, batched)
        if two is None or not _in_profiles(self._model, self._facts, two):
            return None
        compared: list[OutputDifference] = []
        for path in self.paths:
            try:
                answers = self._answers(path, [two])
            except ModelInvalid:
                return False
            if isinstance(answers, str):
                continue
            rows = compare_equal_rows(answers[0], tolerances)
            if not rows:
                return None
            compared += rows
        return not any(it.fault for it in compared)


def _limit(samples: Samples) -> int:
    return MAX_FILE_BYTES - _HEADROOM if samples.sources else MADE_UP_BYTES


def _incomparable(right: Sequence[Outputs]) -> dict[str, str]:
    """Find outputs of which there can be no reference."""
    import numpy as np

    found = {}
    for outputs in right:
        for name, array in outputs.items():
            if array.dtype.kind not in "biuf":
                found[name] = f"it is of the type {array.dtype}"
            elif not array.size:
                found[name] = "it is empty"
            elif array.dtype.kind == "f" and np.isnan(array).any():
                found[name] = "the model itself gives NaN"
    return found


def _tried(
    path: str,
    answers: Sequence[Outputs] | str,
    references: Sequence[Reference],
    tolerances: Mapping[str, Tolerance] | None = None,
) -> Tried:
    if isinstance(answers, str):
        return Tried(path, (), answers)
    compared = (
        compare_reference(
            reference, as_expected(got, reference), tolerances or dict.fromkeys(reference.outputs, MEASURED)
        )
        for reference, got in zip(references, answers, strict=True)
    )
    return Tried(path, tuple(it for outputs in compared for it in outputs))


def _tolerance(
    request: Request,
    expected: Sequence[NDArray[Any]],
    measured: Sequence[OutputDifference],
) -> tuple[Tolerance | None, str]:
    """Give the tolerance of an output, or the reason why there is none."""
    name = measured[0].output
    if name in request.stated and request.given == Tolerance():
        return request.stated[name], ""
    if fault := next((it.fault for it in measured if it.fault), None):
        return None, f"in a shipped file it {fault}"
    found = derived(expected, measured)
    if found is None and request.given == Tolerance():
        furthest = max(it.max_abs or 0.0 for it in measured)
        return None, f"a shipped file is too far from it: by {furthest:.4g}"
    return over(request.given, found or Tolerance()), ""


def _small(
    samples: Sequence[Mapping[str, NDArray[Any]]],
    right: Sequence[Outputs],
    left_out: Mapping[str, str],
    limit: int,
) -> list[Reference]:
    """Keep of the outputs what there is room for."""
    of_inputs = sum(packed_size(array) for sample in samples for array in sample.values())
    kept = [name for name in right[0] if name not in left_out]
    share = (limit - of_inputs) // (len(samples) * max(len(kept), 1))
    small = []
    for sample, outputs in zip(samples, right, strict=True):
        parts = {name: cropped(outputs[name], share) for name in kept}
        crops: dict[str, Crop] = {name: crop for name, (_, crop) in parts.items() if crop}
        small.append(Reference(sample, {name: part for name, (part, _) in parts.items()}, crops))
    return small


def _without(reference: Reference, left_out: Mapping[str, str]) -> Reference:
    """Leave outputs out of a reference."""
    return Reference(
        reference.inputs,
        {name: array for name, array in reference.outputs.items() if name not in left_out},
        {name: crop for name, crop in reference.crops.items() if name not in left_out},
    )


def _in_profiles(model: PackagedModel, facts: ModelFacts, sample: Mapping[str, NDArray[Any]]) -> bool:
    """Whether an engine takes inputs of these shapes."""
    dynamic = {tensor.name for tensor in facts.inputs if tensor.is_dynamic}
    return not model.spec.profile or any(
        all(
            len(array.shape) == len(profile[name].min)
            and all(
                least <= size <= most
                for least, size, most in zip(profile[name].min, array.shape, profile[name].max, strict=True)
            )
            for name, array in sample.items()
            if name in profile and name in dynamic
        )
        for profile in model.spec.profile
    )


def _check_profiles(model: PackagedModel, facts: ModelFacts, samples: Samples) -> None:
    if faults := [
        Fault(f"sample {number}", name, f"the shape {' × '.join(map(str, array.shape))}", "shapes within one profile")
        for number, sample in enumerate(samples.samples)
        if not _in_profiles(model, facts, sample)
        for name, array in sample.items()
    ]:
        raise PackageInvalid(
            verbatim(f"No engine of the model {model.name!r} takes every sample:"),
            hint=verbatim("Give samples whose shapes are within [[model.profile]], or change that."),
            faults=tuple(faults),
        )


def _too_large(model: PackagedModel) -> EngineInstallerError:
    return PackageInvalid(
        verbatim(
            f"No sample of the model {model.name!r} is small enough: inputs may take three quarters of "
            f"{MAX_FILE_BYTES >> 20} MiB, packed, and must be whole."
        ),
        hint=verbatim("Give smaller ones, if [[model.profile]] allows them, or ones that are easier to pack."),
    )


def _useless(model: PackagedModel, left_out: Mapping[str, str]) -> EngineInstallerError:
    return ModelInvalid(
        verbatim(f"There is no output of the model {model.name!r} that would tell right from wrong:"),
        hint=verbatim(
            "Give samples of real data with --samples, the fp32 file with --from, or prepare the model again."
        ),
        faults=tuple(Fault(model.onnx.relative, name, why, "an output to compare") for name, why in left_out.items()),
    )
