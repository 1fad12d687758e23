"""Weights with which an engine silently answers nonsense: no numbers, infinite, or too large for their data type.

The library builds such engines and says nothing, or says it in its log for each weight.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from builder.base.text import Text, say, verbatim
from builder.worker.onnx_tensors import StoredTensor, StoredTensors
from builder.worker.tensors import name_list

if TYPE_CHECKING:
    import numpy
    import numpy.typing as npt

    Array = npt.NDArray[Any]

_FLOAT, _FLOAT16, _DOUBLE, _BFLOAT16, _FLOAT8E4M3FN, _FLOAT8E5M2 = 1, 10, 11, 16, 17, 19
_FLOAT_DATA, _INT32_DATA, _RAW_DATA, _DOUBLE_DATA = 4, 5, 9, 10
_KINDS = {
    _FLOAT: ("<f4", _FLOAT_DATA),
    _FLOAT16: ("<f2", _INT32_DATA),
    _DOUBLE: ("<f8", _DOUBLE_DATA),
    _BFLOAT16: ("<u2", _INT32_DATA),
    _FLOAT8E4M3FN: ("<u1", _INT32_DATA),
    _FLOAT8E5M2: ("<u1", _INT32_DATA),
}
"""By data type, how numpy reads it and in which field it is when it is not raw."""

_NOT_FINITE = {_BFLOAT16: 0x7F80, _FLOAT8E4M3FN: 0x7F, _FLOAT8E5M2: 0x7C}
"""For types that numpy does not know, the bits that are all set when a value is infinite or no number."""

_CHUNK_BYTES = 1 << 24
_PACKED_BYTES = 1 << 20
_LARGEST_FLOAT = 3.4028234663852886e38
_HALF_BECOMES_INFINITE = 65520.0

_TAKES_INFINITY = {"Where", "Clip", "Max", "Min", "Pad", "ConstantOfShape", "Expand", "Equal", "Less", "Greater",
                   "LessOrEqual", "GreaterOrEqual", "ScatterND", "ScatterElements", "IsInf", "IsNaN"}  # fmt: skip
"""Operators for which an infinite constant is a limit or a filling, and meant."""

# What the library logs when it changes numbers itself, in TensorRT 10 to 11 and TensorRT-RTX 1.7.
_LOG_MARKS = (
    "is out of range. Clamping", "outside the range of", "FP16 infinity", "affected by this issue", "due to overflow"
)  # fmt: skip


@dataclass(slots=True)
class _Seen:
    """What was seen of one tensor."""

    not_finite: int = 0
    is_no_number: bool = False
    total: int = 0
    is_mask: bool = True
    largest: float = 0.0


def warn_of_numbers(stored: StoredTensors, contents: dict[int, memoryview], warn: Callable[[Text], None]) -> bool:
    """Warn of weights that are no numbers, infinite, or too large for what the library makes of them.

    Args:
        stored: the tensors of the model.
        contents: of those whose content is outside the ONNX file, by number.
        warn: called for each kind that there is.

    Returns:
        Whether there was any.
    """
    try:
        importlib.import_module("numpy")
    except ImportError as error:
        # A damaged installation; engines can be built without this check.
        warn(say("{library} cannot be loaded: {reason}.", library="numpy", reason=error))
        return False
    not_finite, clamped, overflowing = [], [], []
    for tensor in stored.tensors:
        if tensor.data_type not in _KINDS:
            continue
        seen = _look_at(tensor, contents)
        name = tensor.name or tensor.operator
        if seen.not_finite and not seen.is_mask and (seen.is_no_number or not _is_meant(tensor, stored)):
            not_finite.append(
                say("{weight!r} ({count} of {total})", weight=name, count=seen.not_finite, total=seen.total)
            )
        if tensor.data_type == _DOUBLE and seen.largest > _LARGEST_FLOAT:
            clamped.append(repr(name))
        if tensor.name in stored.cast_to_half and seen.largest >= _HALF_BECOMES_INFINITE:
            overflowing.append(repr(name))
    if not_finite:
        warn(
            say(
                "Weights are infinite or not numbers, and the engine's results may be as well: {weights}.",
                weights=name_list(not_finite),
            )
        )
    if clamped:
        warn(
            say(
                "Weights of type fp64 are too large for fp32, and the engine has the largest fp32 number instead: "
                "{weights}.",
                weights=name_list(clamped),
            )
        )
    if overflowing:
        warn(say("Weights are too large for fp16 and become infinite: {weights}.", weights=name_list(overflowing)))
    return bool(not_finite or clamped or overflowing)


def warn_of_logged_numbers(logged: list[str], warn: Callable[[Text], None]) -> None:
    """Warn of numbers that the library says it changed."""
    marked = [line for line in logged if any(mark in line for mark in _LOG_MARKS)]
    if marked:
        warn(say("The engine library changed numbers that do not fit: {reason}", reason=verbatim(marked[0].strip())))


def _is_meant(tensor: StoredTensor, stored: StoredTensors) -> bool:
    """Whether only operators take the tensor for which infinity is a limit or a filling."""
    takers = stored.users.get(tensor.name, set()) if tensor.operator in ("", "Constant") else {tensor.operator}
    return bool(takers) and takers <= _TAKES_INFINITY


def _look_at(tensor: StoredTensor, contents: dict[int, memoryview]) -> _Seen:
    import numpy

    seen = _Seen()
    with numpy.errstate(all="ignore"):
        for chunk in _chunks(tensor, contents):
            finite = _finite(tensor.data_type, chunk)
            seen.total += chunk.size
            seen.not_finite += int(chunk.size - numpy.count_nonzero(finite))
            if chunk.dtype.kind != "f":
                seen.is_mask = False
                continue
            seen.is_no_number |= bool(numpy.isnan(chunk).any())
            rest = chunk if finite.all() else chunk[finite]
            seen.largest = max(seen.largest, float(numpy.abs(rest).max(initial=0)))
            # Only zeros and negative infinities: what attention adds to leave positions out.
            seen.is_mask &= bool(((chunk == 0) | numpy.isneginf(chunk)).all()) and seen.largest == 0
    if seen.not_finite == seen.total:
        seen.is_mask = False
    return seen


def _finite(data_type: int, values: Array) -> npt.NDArray[numpy.bool_]:
    import numpy

    mask = _NOT_FINITE.get(data_type, 0)
    finite: npt.NDArray[numpy.bool_] = (values & mask) != mask if mask else numpy.isfinite(values)
    return finite


def _chunks(tensor: StoredTensor, contents: dict[int, memoryview]) -> Iterator[Array]:
    """Give a tensor's values piece by piece, so that little memory is needed for gigabytes."""
    import numpy

    kind, typed_field = _KINDS[tensor.data_type]
    width = int(kind[-1])
    outside = contents.get(tensor.number)
    for number, content in tensor.values if outside is None else [(_RAW_DATA, outside)]:
        if number == typed_field == _INT32_DATA:
            for part in [content] if isinstance(content, int) else _packed_parts(content):
                yield _unpacked(part).astype(f"<u{width}").view(kind)
        elif number in (_RAW_DATA, typed_field) and isinstance(content, memoryview):
            whole = len(content) - len(content) % width
            for start in range(0, whole, _CHUNK_BYTES):
                yield numpy.frombuffer(content[start : min(start + _CHUNK_BYTES, whole)], kind)


def _packed_parts(content: memoryview) -> Iterator[memoryview]:
    """Cut packed numbers into pieces between two of them: unpacked, they take dozens of times as much memory."""
    start = 0
    while start < len(content):
        end = min(start + _PACKED_BYTES, len(content))
        while end < len(content) and content[end - 1] >= 0x80:
            end += 1
        yield content[start:end]
        start = end


def _unpacked(content: int | memoryview) -> Array:
    """Read numbers as protobuf packs them: seven bits in each byte, the lowest first."""
    import numpy

    if isinstance(content, int):
        return numpy.array([content & 0xFFFF], numpy.uint64)
    packed = numpy.frombuffer(content, numpy.uint8)
    ends = numpy.flatnonzero(packed < 0x80)
    if not ends.size:
        return numpy.array([], numpy.uint64)
    packed = packed[: ends[-1] + 1]
    starts = numpy.concatenate([[0], ends[:-1] + 1])
    places = numpy.arange(packed.size) - numpy.repeat(starts, ends - starts + 1)
    # A negative number takes ten bytes; only the lowest 16 bits of any are used.
    bits = (packed & 0x7F).astype(numpy.uint64) << numpy.minimum(places * 7, 63).astype(numpy.uint64)
    result: Array = numpy.add.reduceat(bits, starts)
    return result
