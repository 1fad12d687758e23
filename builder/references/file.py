"""`references/<model>.npz`: the references of one model in one small file.

Its arrays are `0/input/<name>`, `0/output/<name>` and, where only a part of an output is kept, `0/crop/<name>` with
start and stop for each axis; then `1/input/<name>`, and so on. An elevated installer reads it, so nothing in it is
trusted: sizes are checked before anything is unpacked, and headers are matched, never evaluated.
"""

from __future__ import annotations

import io
import math
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAX_FILE_BYTES = 1 << 20
MAX_UNPACKED_BYTES = 256 << 20
_MAX_ARRAYS = 4096
_MAX_NAME = 1000

Crop = tuple[tuple[int, int], ...]
"""Start and stop of what is kept of each axis."""

_ENTRY = re.compile(r"(0|[1-9][0-9]{0,3})/(input|output|crop)/(.+)\.npy", re.DOTALL)
_MAGIC = b"\x93NUMPY\x01\x00"
_HEADER = re.compile(
    rb"\{'descr': '([<|][biuf][1248])', 'fortran_order': (False|True), "
    rb"'shape': \(((?:[0-9]{1,10}(?:, |,)?){0,16})\), \} *\n"
)
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


def read_references(content: bytes) -> tuple[Reference, ...]:
    """Read the content of a file of references; the arrays are read-only.

    Raises:
        ValueError: it is none, or too large; says what was found.
    """
    if len(content) > MAX_FILE_BYTES:
        raise ValueError(f"of {len(content):,} bytes, more than the {MAX_FILE_BYTES:,} that references may have")
    found: dict[int, dict[str, dict[str, NDArray[Any]]]] = {}
    for name, data in _unpack(content):
        entry = _ENTRY.fullmatch(name)
        if entry is None or len(entry[3]) > _MAX_NAME:
            raise ValueError(f"with an entry {name[:80]!r}, which is not '<number>/<input, output or crop>/<name>'")
        kinds = found.setdefault(int(entry[1]), {"input": {}, "output": {}, "crop": {}})
        kinds[entry[2]][entry[3]] = _array(name, data)
    if set(found) != set(range(len(found))) or not found:
        raise ValueError(f"with references {sorted(found)[:10]}, which are not numbered from 0")
    return tuple(_reference(number, found[number]) for number in range(len(found)))


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
    archive.writestr(info, data.getvalue(), compresslevel=9)


def _unpack(content: bytes) -> Iterable[tuple[str, bytes]]:
    """Give every entry, once it is clear that all of them together are not too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            unpacked = sum(entry.file_size for entry in entries)
            if len(entries) > _MAX_ARRAYS or unpacked > MAX_UNPACKED_BYTES:
                raise ValueError(
                    f"with {len(entries):,} arrays of {unpacked:,} bytes, "
                    f"more than {_MAX_ARRAYS:,} or {MAX_UNPACKED_BYTES:,}"
                )
            names = [entry.orig_filename for entry in entries]
            if len(set(names)) < len(names):
                raise ValueError("with two entries of the same name")
            if any(
                it.flag_bits & 1 or it.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for it in entries
            ):
                raise ValueError("with an entry that is encrypted, or packed in an unusual way")
            return [(entry.orig_filename, archive.read(entry)) for entry in entries]
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        OverflowError,
    ) as error:
        raise ValueError(f"which is not a file of references ({error})") from error


def _array(name: str, data: bytes) -> NDArray[Any]:
    import numpy as np

    size = int.from_bytes(data[8:10], "little")
    header = _HEADER.fullmatch(data, 10, 10 + size) if data.startswith(_MAGIC) else None
    if header is None:
        raise ValueError(f"with an entry {name[:80]!r}, which is not an array of numbers as NumPy stores them")
    try:
        dtype = np.dtype(header[1].decode())
    except TypeError as error:
        raise ValueError(f"with an entry {name[:80]!r} of the unknown type {header[1].decode()}") from error
    shape = tuple(int(it) for it in header[3].replace(b" ", b"").split(b",") if it)
    values = len(data) - 10 - size
    if math.prod(shape) * dtype.itemsize != values:
        raise ValueError(f"with an entry {name[:80]!r} of {values:,} bytes, which is not what its shape {shape} needs")
    flat = np.frombuffer(data, dtype, offset=10 + size)
    if dtype.kind == "b" and (flat.view(np.uint8) > 1).any():
        raise ValueError(f"with an entry {name[:80]!r} that has other bytes than true and false")
    return flat.reshape(shape, order="F" if header[2] == b"True" else "C")


def _reference(number: int, kinds: Mapping[str, Mapping[str, NDArray[Any]]]) -> Reference:
    outputs = kinds["output"]
    if not outputs:
        raise ValueError(f"with reference {number}, which has no outputs")
    crops = {}
    for name, ranges in kinds["crop"].items():
        kept = outputs.get(name)
        crop = tuple((int(start), int(stop)) for start, stop in ranges) if _are_ranges(ranges) else ()
        if kept is None or not crop or any(start < 0 or start > stop for start, stop in crop):
            raise ValueError(f"with a part '{number}/crop/{name[:80]}' that belongs to no output, or is none")
        if kept.shape != tuple(stop - start for start, stop in crop):
            raise ValueError(f"with a part '{number}/crop/{name[:80]}' that has not the shape of what was kept")
        crops[name] = crop
    return Reference(kinds["input"], outputs, crops)


def _are_ranges(ranges: NDArray[Any]) -> bool:
    return ranges.ndim == 2 and ranges.shape[1] == 2 and ranges.dtype.kind == "i"
