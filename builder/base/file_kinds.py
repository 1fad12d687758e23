"""What a file is that was put in the place of a model, weights, a wheel or a timing cache: told by its first bytes.

Only what is certainly something else is named; what may be right is left to whoever reads all of it.
"""

from __future__ import annotations

import codecs
import os
import re
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from builder.base.small_files import UnfitFile, open_regular

Expected = Literal["model", "weights", "wheel", "timing cache"]
"""What should be there. External weights may be any bytes, also those of other formats that hold plain tensors."""

_HEAD_BYTES = 4096
_MOST_PROTOBUF_BYTES = (1 << 31) - 1
_MOST_WEIGHTS_BYTES = 1 << 39
"""More than any GPU has. A file with holes takes no room and can be of any size; hashing it would last for hours."""
_MOST_SAFETENSORS_HEADER = 100_000_000

_IN_WORDS: dict[Expected, str] = {
    "model": "an ONNX model",
    "weights": "the weights of an ONNX model",
    "wheel": "a wheel",
    "timing cache": "a timing cache of TensorRT",
}


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """Something else than was expected, in words for the vendor.

    Attributes:
        found: such as `a gzip archive`.
        expected: what should be there, and how to get it.
    """

    found: str
    expected: str


def foreign_file(path: Path, expected: Expected) -> ForeignFile | None:
    """Name what a file is instead of what is expected; None when it may be right, or is not a file at all.

    Raises:
        OSError: it cannot be read.
    """
    try:
        stream = open_regular(path)
    except (UnfitFile, FileNotFoundError, NotADirectoryError):
        return None
    with stream:
        size = os.fstat(stream.fileno()).st_size
        head = stream.read(_HEAD_BYTES)
    named = _pointer_or_page(head) or _archive(head, expected)
    if named is None and expected != "weights":
        named = _blank(head, size) or _other_format(head, size)
    if named is None and expected in ("model", "wheel"):
        named = _text(head)
    if named is None and expected == "model":
        named = _other_protobuf(head) or _too_large(size)
    if expected == "weights" and size > _MOST_WEIGHTS_BYTES:
        found = f"a file of {size} bytes; weights can have 512 GiB at most"
        named = found, "split the model, or write the weights again, if the file is not meant to be so large"
    if named is None:
        return None
    found, remedy = named
    return ForeignFile(found, f"{_IN_WORDS[expected]}; {remedy}")


_Named = tuple[str, str] | None
"""What it is, and how to get what should be there."""

_DOWNLOAD = "download the file again, and look at it before it is packaged"
_EXPORT = "export the model to ONNX"
_UNPACK = "unpack it"

_POINTERS = (
    (b"version https://git-lfs.github.com/spec/", "a Git LFS pointer, not the file itself", "run 'git lfs pull'"),
    (b"version https://hawser.github.com/spec/", "a Git LFS pointer, not the file itself", "run 'git lfs pull'"),
    (b"/annex/objects/", "a git-annex pointer, not the file itself", "run 'git annex get'"),
)


def _as_utf8(head: bytes) -> bytes:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):  # as PowerShell writes what it redirects
        return head.decode("utf-16", "replace").encode("utf-8", "replace").lstrip()
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()


def _pointer_or_page(head: bytes) -> _Named:
    text = _as_utf8(head)
    for start, found, remedy in _POINTERS:
        if text.startswith(start):
            return found, remedy
    lower = text[:512].lower()
    if lower.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return "an HTML page, such as a server's error message or login", _DOWNLOAD
    if lower.startswith(b"<?xml"):
        if b"<html" in lower:
            return "an HTML page, such as a server's error message or login", _DOWNLOAD
        return "an XML file, such as a server's error message or a model of OpenVINO", _DOWNLOAD
    return None


_GIT_LINK = re.compile(r"(\.{1,2}/)[^\n]*\n?")
_MOST_QUOTED = 40


def _text(head: bytes) -> _Named:
    """Tell that it is text: no ONNX file or wheel begins without control characters."""
    try:
        # The head may end in the middle of a character.
        text = codecs.getincrementaldecoder("utf-8")().decode(_as_utf8(head))
    except UnicodeDecodeError:
        return None
    if not text or not re.sub(r"[\s\ufffd]", "", text).isprintable():
        return None
    if "/annex/objects/" in text.partition("\n")[0]:
        return "a git-annex pointer, not the file itself", "run 'git annex get'"
    if _GIT_LINK.fullmatch(text):
        return (
            f"the text of a symbolic link to {text.strip()[:200]!r}, not the file itself",
            "run 'git config core.symlinks true' and check the file out again, or copy it",
        )
    if re.match(r"ir_version\s*:|<\s*ir_version|\{\s*\"irVersion\"", text):
        return "an ONNX model that is written as text", "save it in the binary form"
    first_line = text.splitlines()[0].rstrip()
    more = " …" if len(first_line) > _MOST_QUOTED else ""
    return f"a text file that begins with {first_line[:_MOST_QUOTED] + more!r}", _DOWNLOAD


_ARCHIVES = (
    (0, b"7z\xbc\xaf\x27\x1c", "7z"),
    (0, b"\xfd7zXZ\0", "xz"),
    (0, b"Rar!\x1a\x07", "RAR"),
    (257, b"ustar", "tar"),
)


def _archive(head: bytes, expected: Expected) -> _Named:
    if expected != "wheel" and head[:4] in (b"PK\x03\x04", b"PK\x05\x06") and head[5:6] in (b"", b"\0"):
        return _zip(head)
    if _is_gzip(head):
        return "a gzip archive", _UNPACK
    if expected != "weights" and head[:3] == b"BZh" and head[4:10] == b"1AY&SY":
        return "a bzip2 archive", _UNPACK
    if expected != "weights" and head[:4] == b"\x28\xb5\x2f\xfd":
        return "a Zstandard archive", _UNPACK
    name = next((name for at, mark, name in _ARCHIVES if head[at : at + len(mark)] == mark), None)
    return (f"{'an' if name == 'xz' else 'a'} {name} archive", _UNPACK) if name else None


_IN_ZIP = (
    (b".pkl", "a PyTorch file (a zip archive with pickled data)", _EXPORT),
    (b"archive_format", "a model exported by PyTorch (.pt2)", _EXPORT),
    (b"config.json", "a Keras model", _EXPORT),
)


def _zip(head: bytes) -> _Named:
    first_entry = head[30 : 30 + int.from_bytes(head[26:28], "little")]
    for name, found, remedy in _IN_ZIP:
        if name in head:
            return found, remedy
    if first_entry.endswith(b".npy"):
        return "a file of NumPy arrays (.npz)", _EXPORT
    return "a zip archive", _UNPACK


def _is_gzip(head: bytes) -> bool:
    """Whether it is, beyond doubt: weights may begin with the same two or three bytes."""
    if head[:3] != b"\x1f\x8b\x08":
        return False
    try:
        zlib.decompressobj(31).decompress(head)
    except zlib.error:
        return False
    return True


def _blank(head: bytes, size: int) -> _Named:
    if size == 0:
        return "an empty file", _DOWNLOAD
    if not any(head):
        return "a file that begins with nothing but zeros, as an unfinished download does", _DOWNLOAD
    return None


_FLATBUFFERS = (
    (b"ORTM", "a model in ONNX Runtime's own format (.ort)", "use the ONNX file that it was made from"),
    (b"TFL3", "a TensorFlow Lite model", _EXPORT),
)
_FORMATS = (
    (b"\x89HDF\r\n\x1a\n", "an HDF5 file, such as a model of Keras", _EXPORT),
    (b"GGUF", "a GGUF model", _EXPORT),
    (b"\x93NUMPY", "a NumPy array (.npy)", _EXPORT),
    (b"ftrt", "an engine of TensorRT", "use the ONNX file that it was built from"),
    (b"vtrt", "an engine of TensorRT-RTX", "use the ONNX file that it was built from"),
)


def _other_format(head: bytes, size: int) -> _Named:
    for mark, found, remedy in _FORMATS:
        if head.startswith(mark):
            return found, remedy
    for mark, found, remedy in _FLATBUFFERS:
        # The producer's name of an ONNX file, which may be ORTModule, is in the same place.
        if head[4:8] == mark and (head[:1], head[2:3]) != (b"\x08", b"\x12"):
            return found, remedy
    header = int.from_bytes(head[:8], "little")
    if head[8:9] == b"{" and 2 <= header <= min(_MOST_SAFETENSORS_HEADER, size - 8):
        return "weights in the safetensors format", _EXPORT
    if head[:1] == b"\x80" and head[1:2] in (b"\x02", b"\x03", b"\x04", b"\x05"):
        return "a Python pickle, such as a PyTorch file", _EXPORT
    return None


def _other_protobuf(head: bytes) -> _Named:
    """Tell by the first fields: ONNX begins with a number, its IR version, and goes on with a name, the producer's."""
    if head[:1] == b"\x0a":
        name = _field(head, 1)
        # A graph's first field is a node, and a node's first field is its name.
        if name[:1] == b"\x0a" and (text := _field(name, 1)) and text.isascii() and text.decode().isprintable():
            return "a TensorFlow graph", _EXPORT
    if head[:1] == b"\x08" and head[2:3] == b"\x12" and _field(head, 3)[:1] == b"\x0a":
        return ("a TensorFlow SavedModel" if head[1] == 1 else "a Core ML model"), _EXPORT
    return None


def _field(data: bytes, at: int) -> bytes:
    """Return the content of a protobuf field whose length is at that place, as far as it is there."""
    length = shift = 0
    while at < len(data):
        byte = data[at]
        length |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            break
    return data[at : at + length]


def _too_large(size: int) -> _Named:
    if size <= _MOST_PROTOBUF_BYTES:
        return None
    found = f"a file of {size} bytes; an ONNX file can have 2 GiB at most ({_MOST_PROTOBUF_BYTES} bytes)"
    return found, "export the model with its weights in a file of their own (external data)"
