"""Inputs to try a model with: a vendor's own, or made up from what the inputs are called."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import Fault, PackageInvalid
from builder.base.files import hash_stream
from builder.base.small_files import UnfitFile, open_regular
from builder.base.text import verbatim
from builder.vendor.models.facts import TensorFacts

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Sample = Mapping[str, NDArray[Any]]
    """Inputs of a model, by name."""

NUMPY_TYPES = {
    "fp32": "float32", "fp16": "float16", "fp64": "float64", "bool": "bool", "int8": "int8", "int16": "int16",
    "int32": "int32", "int64": "int64", "uint8": "uint8", "uint16": "uint16", "uint32": "uint32", "uint64": "uint64",
}  # fmt: skip
"""Data types of inputs, in the words of app.toml, for which samples can be given."""


@dataclass(frozen=True, slots=True)
class SampleSource:
    """A file with samples.

    Attributes:
        file: its name.
        sha256: of its content.
        samples: how many it holds.
    """

    file: str
    sha256: str
    samples: int


@dataclass(frozen=True, slots=True)
class Samples:
    """What a model is tried with.

    Attributes:
        samples: at least one.
        sources: the files that they are from; none where they were made up.
        note: what it means that they were made up; "" where they were not.
    """

    samples: tuple[Sample, ...]
    sources: tuple[SampleSource, ...] = ()
    note: str = ""


def read_samples(files: Sequence[Path], inputs: Sequence[TensorFacts], cancel: CancelToken = NEVER) -> Samples:
    """Read the samples of a vendor.

    Args:
        files: `.npz` files with an array for each input, or with arrays that have one more dimension in front, one
            sample after the other; `.npy` files where the model has a single input.
        inputs: of the model.
        cancel: stops it.

    Raises:
        PackageInvalid: with everything that is wrong with any of them.
    """
    faults: list[Fault] = []
    samples: list[Sample] = []
    sources: list[SampleSource] = []
    for path in files:
        cancel.check()
        try:
            content, sha256 = _content(path, cancel)
            found = _samples(path.name, _arrays(path, content, inputs), inputs)
        except _Unusable as error:
            faults += error.faults
            continue
        samples += found
        sources.append(SampleSource(path.name, sha256, len(found)))
    if faults:
        raise PackageInvalid(
            verbatim("Not every sample can be used:"),
            hint=verbatim("Correct what is listed, then run the command again."),
            faults=tuple(faults),
        )
    return Samples(tuple(samples), tuple(sources))


class _Unusable(Exception):
    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults


def _content(path: Path, cancel: CancelToken) -> tuple[io.BytesIO, str]:
    content = io.BytesIO()
    try:
        with open_regular(path) as stream:
            sha256 = hash_stream(stream, stream.seek(0, io.SEEK_END) + stream.seek(0), cancel.check, content)
    except UnfitFile as error:
        raise _Unusable(Fault(str(path), "", f"a path {error.which}", "a file")) from error
    except OSError as error:
        raise _Unusable(Fault(str(path), "", f"nothing that can be read ({error.strerror})", "a file")) from error
    content.seek(0)
    return content, sha256


def _arrays(path: Path, content: io.BytesIO, inputs: Sequence[TensorFacts]) -> dict[str, NDArray[Any]]:
    """Read the arrays of a file, by the name of their input."""
    import numpy

    try:
        loaded = numpy.load(content, allow_pickle=False)
        if isinstance(loaded, numpy.ndarray):
            if len(inputs) == 1:
                return {inputs[0].name: loaded}
            names = ", ".join(repr(tensor.name) for tensor in inputs)
            raise _Unusable(Fault(path.name, "", "one array", f"an .npz file with an array for each of {names}"))
        with loaded:
            return {name: loaded[name] for name in loaded.files}
    except (ValueError, OSError, EOFError, KeyError, zipfile.BadZipFile, SyntaxError) as error:
        found = "something that numpy cannot load without running code from it"
        expected = "an .npz or .npy file, written by numpy.savez or numpy.save from arrays of numbers"
        raise _Unusable(Fault(path.name, "", found, expected)) from error


def _samples(file: str, arrays: Mapping[str, NDArray[Any]], inputs: Sequence[TensorFacts]) -> list[Sample]:
    names = {tensor.name: tensor for tensor in inputs}
    extra, missing = sorted(arrays.keys() - names.keys()), sorted(names.keys() - arrays.keys())
    faults = [Fault(file, name, "an array", f"names of inputs, which are {', '.join(names)}") for name in extra]
    faults += [Fault(file, name, "no array", "one for this input") for name in missing]
    there = {name: array for name, array in arrays.items() if name in names}
    is_stacked = bool(there) and all(
        (shape := names[name].shape) is not None and array.ndim == len(shape) + 1 for name, array in there.items()
    )
    for name, array in there.items():
        faults += _faults(file, names[name], array, array.shape[is_stacked:])
    counts = {name: len(array) for name, array in there.items()} if is_stacked else {"": 1}
    if len({*counts.values()}) > 1:
        faults.append(Fault(file, "", f"different numbers of samples ({counts})", "as many for each input"))
    if 0 in counts.values():
        faults.append(Fault(file, "", "no sample", "at least one"))
    if faults:
        raise _Unusable(*faults)
    ready = {name: array.astype(NUMPY_TYPES[names[name].data_type]) for name, array in there.items()}
    samples = _unstacked(ready) if is_stacked else [ready]
    if faults := [fault for sample in samples for fault in _name_faults(file, sample, inputs)]:
        raise _Unusable(*faults)
    return list(samples)


def _unstacked(arrays: Mapping[str, NDArray[Any]]) -> list[dict[str, NDArray[Any]]]:
    count = min(len(array) for array in arrays.values())
    return [{name: array[at, ...] for name, array in arrays.items()} for at in range(count)]


def _faults(file: str, tensor: TensorFacts, array: NDArray[Any], shape: tuple[int, ...]) -> Iterator[Fault]:
    import numpy

    if tensor.data_type not in NUMPY_TYPES:
        yield Fault(file, tensor.name, f"an input of the type {tensor.data_type}", "a model whose inputs are numbers")
        return
    wanted = numpy.dtype(NUMPY_TYPES[tensor.data_type])
    if not _can_be(array.dtype, wanted):
        yield Fault(file, tensor.name, f"numbers of the type {array.dtype}", f"{wanted}")
    elif array.dtype.kind == "f" and not numpy.isfinite(array).all():
        yield Fault(file, tensor.name, "NaN or infinite numbers", "finite numbers")
    elif array.dtype.kind in "iu" and array.size and not _holds(wanted, array):
        yield Fault(
            file, tensor.name, f"numbers from {array.min()} to {array.max()}", f"numbers that {wanted} can hold"
        )
    if tensor.shape is not None and not _fits(shape, tensor.shape):
        found = " × ".join(map(str, array.shape)) or "of a single number"
        yield Fault(file, tensor.name, f"the shape {found}", f"{tensor.text}, or one more dimension in front")


def _can_be(given: Any, wanted: Any) -> bool:
    kinds = {"f": "f", "i": "iu", "u": "iu", "b": "b"}
    return given.kind in kinds.get(wanted.kind, "")


def _holds(wanted: Any, array: NDArray[Any]) -> bool:
    import numpy

    limits = numpy.iinfo(wanted)
    return int(array.min()) >= limits.min and int(array.max()) <= limits.max


def _fits(shape: Sequence[int], declared: Sequence[int | str | None]) -> bool:
    return len(shape) == len(declared) and all(
        not isinstance(wanted, int) or wanted == size for size, wanted in zip(shape, declared, strict=True)
    )


def _name_faults(file: str, sample: Sample, inputs: Sequence[TensorFacts]) -> Iterator[Fault]:
    """Find dimensions of one name that have different sizes; the engine library takes them for equal."""
    sizes: dict[str, int] = {}
    for tensor in inputs:
        for size, name in zip(sample[tensor.name].shape, tensor.shape or (), strict=False):
            if isinstance(name, str) and sizes.setdefault(name, size) != size:
                expected = f"{sizes[name]}, because other dimensions called {name!r} have that size"
                yield Fault(file, tensor.name, f"a dimension of the size {size}", expected)
