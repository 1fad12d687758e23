"""`references/<model>.npz`: the references of one model in one small file.

Its arrays are `0/input/<name>`, `0/output/<name>` and, where only a part of an output is kept, `0/crop/<name>` with
start and stop for each axis; then `1/input/<name>`, and so on. An elevated installer reads it, so nothing in it is
trusted: sizes are checked before anything is unpacked, and headers are matched, never evaluated.
"""

from __future__ import annotations

import contextlib
import io
import math
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAX_FILE_BYTES = 1 << 20
MAX_UNPACKED_BYTES = 256 << 20
PACKING = 6
"""The level of compression; higher ones take many times as long for what repeats itself."""
_MAX_ARRAYS = 4096
_MAX_NAME = 1000

Crop = tuple[tuple[int, int], ...]
"""Start and stop of what is kept of each axis."""

_ENTRY = re.compile(r"(0|[1-9][0-9]{0,3})/(input|output|crop)/(.+)\.npy", re.DOTALL)
_MAGIC = b"\x93NUMPY\x01\x00"
_HEADER = re.compile(
    rb"\{'descr': '(\|b1|[|][iu]1|<[iuf][248])', 'fortran_order': (False|True), "
    rb"'shape': \(((?:[0-9]{1,10}(?:, |,)?){0,16})\), \} *\n"
)
_LONGEST_HEADER = 1024
# Neither the clock nor the system is to show in the bytes.
_TIME = (1980, 1, 1, 0, 0, 0)
_MODE = 0o644 << 16


@dataclass(frozen=True)
class Reference:
    """Inputs of a model with the outputs that are right for them.

    Attributes:
        inputs: every input, by its name.
        outputs: those that are compared, or the part of them that was kept.
        crops: which part that is; outputs that are not here are whole.
    """

    inputs: Mapping[str, NDArray[Any]]
    outputs: Mapping[str, NDArray[Any]]
    crops: Mapping[str, Crop]


@dataclass(frozen=True, slots=True)
class _Stored:
    """An array as its header describes it.

    Attributes:
        entry: where it is in the file.
        dtype: as NumPy writes it.
        shape: of it.
        order: "F" where the first axis is the one that is stored together.
        start: where its values begin.
    """

    entry: zipfile.ZipInfo
    dtype: str
    shape: tuple[int, ...]
    order: Literal["C", "F"]
    start: int


@dataclass(frozen=True, slots=True)
class _Layout:
    """One reference as the headers describe it."""

    inputs: dict[str, _Stored]
    outputs: dict[str, _Stored]
    crops: dict[str, Crop]


def stored_outputs(content: bytes) -> tuple[frozenset[str], ...]:
    """Say of each reference which outputs it has, by the headers alone and without NumPy.

    Raises:
        ValueError: it is no file of references, or too large; says what was found.
    """
    with _opened(content) as archive:
        return tuple(frozenset(layout.outputs) for layout in _layouts(archive))


def read_references(content: bytes) -> tuple[Reference, ...]:
    """Read the content of a file of references; the arrays are read-only.

    Raises:
        ValueError: it is none, or too large; says what was found.
    """
    with _opened(content) as archive:
        return tuple(
            Reference(
                {name: _array(archive, stored) for name, stored in layout.inputs.items()},
                {name: _array(archive, stored) for name, stored in layout.outputs.items()},
                layout.crops,
            )
            for layout in _layouts(archive)
        )


def to_bytes(references: Iterable[Reference]) -> bytes:
    """Make the content of a file of references: the same for the same references.

    Raises:
        ValueError: it would be too large, or an array is of a type that has no place there.
    """
    import numpy as np

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number, reference in enumerate(references):
            crops = {name: np.asarray(crop, dtype="<i8") for name, crop in reference.crops.items()}
            for kind, arrays in (("input", reference.inputs), ("output", reference.outputs), ("crop", crops)):
                for name, array in sorted(arrays.items()):
                    _write(archive, f"{number}/{kind}/{name}", np.asarray(array))
    content = packed.getvalue()
    read_references(content)
    return content


def _write(archive: zipfile.ZipFile, name: str, array: NDArray[Any]) -> None:
    import numpy as np

    data = io.BytesIO()
    little = array.astype(array.dtype.newbyteorder("<"), order="C", copy=False)
    np.lib.format.write_array(data, little, version=(1, 0), allow_pickle=False)
    info = zipfile.ZipInfo("entry", _TIME)
    # Not in the constructor, which takes a backslash for a folder's end on Windows.
    info.filename = f"{name}.npy"
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system, info.external_attr = 3, _MODE
    archive.writestr(info, data.getvalue(), compresslevel=PACKING)


@contextlib.contextmanager
def _opened(content: bytes) -> Iterator[zipfile.ZipFile]:
    if len(content) > MAX_FILE_BYTES:
        raise ValueError(f"of more than {MAX_FILE_BYTES:,} bytes")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield archive
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        OverflowError,
        struct.error,
    ) as error:
        raise ValueError(f"which is not a file of references ({error})") from error


def _layouts(archive: zipfile.ZipFile) -> list[_Layout]:
    """Describe every reference, once it is clear that all of them together are not too large."""
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > _MAX_ARRAYS or unpacked > MAX_UNPACKED_BYTES:
        raise ValueError(
            f"with {len(entries):,} arrays of {unpacked:,} bytes, more than {_MAX_ARRAYS:,} or {MAX_UNPACKED_BYTES:,}"
        )
    if len({entry.orig_filename for entry in entries}) < len(entries):
        raise ValueError("with two entries of the same name")
    if any(it.flag_bits & 1 or it.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for it in entries):
        raise ValueError("with an entry that is encrypted, or packed in an unusual way")
    found: dict[int, dict[str, dict[str, _Stored]]] = {}
    for entry in entries:
        name = _ENTRY.fullmatch(entry.orig_filename)
        if name is None or len(name[3]) > _MAX_NAME:
            raise ValueError(f"with {_named(entry)}, which is not '<number>/<input, output or crop>/<name>'")
        kinds = found.setdefault(int(name[1]), {"input": {}, "output": {}, "crop": {}})
        kinds[name[2]][name[3]] = _stored(archive, entry)
    if set(found) != set(range(len(found))) or not found:
        raise ValueError(f"with references {sorted(found)[:10]}, which are not numbered from 0")
    return [_layout(archive, number, found[number]) for number in range(len(found))]


def _named(entry: zipfile.ZipInfo) -> str:
    return f"an entry {entry.orig_filename[:80]!r}"


def _stored(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> _Stored:
    with archive.open(entry) as file:
        data = file.read(_LONGEST_HEADER)
    start = 10 + int.from_bytes(data[8:10], "little")
    header = _HEADER.fullmatch(data, 10, start) if data.startswith(_MAGIC) and start <= len(data) else None
    if header is None:
        raise ValueError(f"with {_named(entry)}, which is not an array of numbers as NumPy stores them")
    dtype = header[1].decode()
    shape = tuple(int(it) for it in header[3].replace(b" ", b"").split(b",") if it)
    values = entry.file_size - start
    if math.prod(shape) * int(dtype[-1]) != values:
        raise ValueError(f"with {_named(entry)} of {values:,} bytes, which is not what its shape {shape} needs")
    return _Stored(entry, dtype, shape, "F" if header[2] == b"True" else "C", start)


def _layout(archive: zipfile.ZipFile, number: int, kinds: Mapping[str, dict[str, _Stored]]) -> _Layout:
    outputs = kinds["output"]
    if not outputs:
        raise ValueError(f"with reference {number}, which has no outputs")
    crops = {}
    for name, stored in kinds["crop"].items():
        crop = _crop(archive, stored)
        if name not in outputs or not crop or any(start < 0 or start > stop for start, stop in crop):
            raise ValueError(f"with {_named(stored.entry)}, which belongs to no output, or is no part")
        if outputs[name].shape != tuple(stop - start for start, stop in crop):
            raise ValueError(f"with {_named(stored.entry)}, which has not the shape of what was kept")
        crops[name] = crop
    return _Layout(kinds["input"], outputs, crops)


def _crop(archive: zipfile.ZipFile, stored: _Stored) -> Crop:
    if stored.dtype != "<i8" or stored.order != "C" or len(stored.shape) != 2 or stored.shape[1] != 2:
        return ()
    numbers = struct.iter_unpack("<2q", archive.read(stored.entry)[stored.start :])
    return tuple((int(start), int(stop)) for start, stop in numbers)


def _array(archive: zipfile.ZipFile, stored: _Stored) -> NDArray[Any]:
    import numpy as np

    flat = np.frombuffer(archive.read(stored.entry), stored.dtype, offset=stored.start)
    if flat.dtype.kind == "b" and (flat.view(np.uint8) > 1).any():
        raise ValueError(f"with {_named(stored.entry)} that has other bytes than true and false")
    return flat.reshape(stored.shape, order=stored.order)
