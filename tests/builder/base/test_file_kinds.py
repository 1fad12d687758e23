from __future__ import annotations

import gzip
import io
import json
import os
import pickle
import tarfile
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import TensorProto, helper, numpy_helper

from builder.base.file_kinds import Expected, foreign_file

_LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"7" * 64 + b"\nsize 4711\n"


def zip_of(name: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, b"content" * 20)
    return stream.getvalue()


def tar_of(name: str) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        archive.addfile(tarfile.TarInfo(name))
    return stream.getvalue()


def safetensors() -> bytes:
    header = json.dumps({"w": {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]}}).encode()
    return len(header).to_bytes(8, "little") + header + bytes(16)


def field(number: int, content: bytes) -> bytes:
    assert len(content) < 128
    return bytes([number << 3 | 2, len(content)]) + content


_TF_GRAPH = field(1, field(1, b"input_1") + field(2, b"Placeholder")) * 3
# Lengths of two bytes, the second one of which is all there is to 128.
_TF_GRAPH_OF_LONG_NAMES = b"\x0a\x80\x02" + (b"\x0a\x80\x01" + b"n" * 128 + b"\x12\x00" * 63)[:256]
_SAVED_MODEL = b"\x08\x01" + field(2, field(1, field(2, b"x") + field(4, b"serve")))
_CORE_ML = b"\x08\x04" + field(2, field(1, field(1, b"image")))

_FOREIGN = [
    (_LFS, "Git LFS pointer"),
    (_LFS.replace(b"\n", b"\r\n"), "Git LFS pointer"),
    (b"\xef\xbb\xbf" + _LFS, "Git LFS pointer"),
    (_LFS.decode().encode("utf-16"), "Git LFS pointer"),
    (b"version https://hawser.github.com/spec/v1\noid sha256:0\n", "Git LFS pointer"),
    (b"/annex/objects/SHA256E-s4711--77.onnx\n", "git-annex pointer"),
    (zip_of("net.onnx"), "a zip archive"),
    (zip_of("archive/data.pkl"), "PyTorch"),
    (zip_of("w.npy"), "NumPy"),
    (tar_of("net.onnx"), "a tar archive"),
    (gzip.compress(os.urandom(20_000), mtime=0), "gzip"),
    (b"BZh91AY&SY" + bytes(30), "bzip2"),
    (b"\x28\xb5\x2f\xfd" + bytes(30), "Zstandard"),
    (b"\xfd7zXZ\0" + bytes(30), "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c" + bytes(30), "a 7z archive"),
    (b"Rar!\x1a\x07" + bytes(30), "a RAR archive"),
    (zip_of("config.json"), "a Keras model"),
    (b"\x93NUMPY\x01\0" + bytes(30), "a NumPy array"),
    (_TF_GRAPH_OF_LONG_NAMES, "TensorFlow graph"),
    (b"./run.sh\nand more\n", "a text file that begins with './run.sh'"),
    (b"?" * 40 + b"\n", f"a text file that begins with '{'?' * 40}'"),
    (b"?" * 41 + b"\n", f"a text file that begins with '{'?' * 40} …'"),
    (safetensors(), "safetensors"),
    (b"\x02" + bytes(7) + b"{}", "safetensors"),
    (pickle.dumps({"w": [1.0]}), "pickle"),
    (b"\x10\0\0\0ORTM" + bytes(40), "ONNX Runtime"),
    (b"\x1c\0\0\0TFL3" + bytes(40), "TensorFlow Lite"),
    (_TF_GRAPH, "TensorFlow graph"),
    (_SAVED_MODEL, "TensorFlow SavedModel"),
    (_CORE_ML, "Core ML"),
    (b"\x89HDF\r\n\x1a\n" + bytes(40), "HDF5"),
    (b"GGUF\x03\0\0\0", "GGUF"),
    (b"vtrt" + bytes(60), "engine of TensorRT-RTX"),
    (b"ftrt" + bytes(60), "engine of TensorRT"),
    (b"\n\n  <!DOCTYPE html>\n<html lang=en><title>Sign in</title>", "HTML page"),
    (b"<HTML><HEAD><TITLE>404 Not Found</TITLE>", "HTML page"),
    (b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>", "XML file"),
    (zip_of("net/constants.pkl"), "PyTorch"),
    (zip_of("net/archive_format"), ".pt2"),
    (b"../../.git/annex/objects/x/MD5E-s1--7.onnx", "git-annex pointer"),
    (b"../shared/net.onnx", "symbolic link to '../shared/net.onnx'"),
    (b'{"message": "Not Found"}', 'a text file that begins with \'{"message": "Not Found"}\''),
    ("Zugriff verweigert: für diese Datei".encode() * 200, "a text file that begins with 'Zugriff"),
    ("Entry not found\r\n".encode("utf-16"), "a text file that begins with 'Entry not found'"),
    (b'ir_version: 8\ngraph {\n  node {\n    op_type: "Relu"\n', "an ONNX model that is written as text"),
    (b'<ir_version: 8, opset_import: ["" : 17]>\nnet (float x) => (float y) { y = Relu(x) }', "written as text"),
    (bytes(100_000), "zeros"),
    (b"", "empty"),
]


def put(folder: Path, content: bytes) -> Path:
    path = folder / "file"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(("content", "named"), _FOREIGN, ids=lambda value: value if isinstance(value, str) else "")
def test_what_is_no_model_is_named(tmp_path: Path, content: bytes, named: str) -> None:
    foreign = foreign_file(put(tmp_path, content), "model")
    assert foreign
    assert named in foreign.found
    assert foreign.expected.startswith("an ONNX model; ")


def test_the_way_to_the_right_file_is_named(tmp_path: Path) -> None:
    foreign = foreign_file(put(tmp_path, _LFS), "weights")
    assert foreign
    assert "git lfs pull" in foreign.expected


def test_a_model_of_more_than_two_gibibytes_is_named(tmp_path: Path) -> None:
    path = put(tmp_path, b"\x08\x08\x3a\xff\xff\xff\xff\x08" + b"\x0a\x10" * 9)
    os.truncate(path, 1 << 31)  # sparse
    foreign = foreign_file(path, "model")
    assert foreign
    assert "2147483648 bytes" in foreign.found
    assert "external data" in foreign.expected
    assert foreign_file(path, "weights") is None
    os.truncate(path, (1 << 31) - 1)
    assert foreign_file(path, "model") is None


_RAW_WEIGHTS = [
    np.zeros(4096, np.float32).tobytes(),
    np.full(4096, -0.000221, np.float16).tobytes(),
    b"\x1f\x8b\x08" + bytes(range(250)),
    b"\x80\x02" + bytes(range(250)),
    safetensors(),  # plain tensors behind a header, to which ONNX files can point
    b"BZh91AY&SY" + bytes(30),
    b"PK\x03\x04\x14\x07" + bytes(30),
    b"plain letters are numbers, too " * 9,
    b"",
]


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf\n",
        b"\x10" + bytes(7) + b"x" * 40,
        b"\x03" + bytes(7) + b"{}",
        b"\x80\x01" + bytes(40),
        b"\x0a",
        b"\x0a" + b"\x80" * 5000,
        b"\x12" + _TF_GRAPH[1:],
        field(1, field(1, b"\x01\x02")),
        field(1, field(1, "é".encode())),
        field(1, b"node"),
    ],
    ids=range(10),
)
def test_what_may_be_a_model_is_left_to_the_parser(tmp_path: Path, content: bytes) -> None:
    assert foreign_file(put(tmp_path, content), "model") is None


def test_weights_of_more_than_any_gpu_has_are_named(tmp_path: Path) -> None:
    path = put(tmp_path, b"")
    os.truncate(path, 1 << 39)  # sparse
    assert foreign_file(path, "weights") is None
    os.truncate(path, (1 << 39) + 1)
    foreign = foreign_file(path, "weights")
    assert foreign
    assert "512 GiB at most" in foreign.found


@pytest.mark.parametrize("content", _RAW_WEIGHTS, ids=range(len(_RAW_WEIGHTS)))
def test_weights_may_be_any_numbers(tmp_path: Path, content: bytes) -> None:
    assert foreign_file(put(tmp_path, content), "weights") is None


@pytest.mark.parametrize(
    "content",
    [_LFS, zip_of("w.npy"), gzip.compress(bytes(9000), mtime=0), b"<!doctype html><p>"],
    ids=["pointer", "zip", "gzip", "page"],
)
@pytest.mark.parametrize("expected", ["weights", "timing cache"])
def test_what_is_certainly_no_data_is_named(tmp_path: Path, content: bytes, expected: Expected) -> None:
    assert foreign_file(put(tmp_path, content), expected)


def test_a_wheel_is_a_zip_archive_and_nothing_else(tmp_path: Path) -> None:
    assert foreign_file(put(tmp_path, zip_of("lib-1.dist-info/RECORD")), "wheel") is None
    for content in (
        _LFS,
        b"<html>",
        b"404: Not Found\n",
        tar_of("setup.py"),
        gzip.compress(tar_of("setup.py"), mtime=0),
        bytes(5000),
    ):
        assert foreign_file(put(tmp_path, content), "wheel")


@settings(max_examples=20)
@given(st.text(max_size=300), st.integers(1, 14), st.text(max_size=40), st.booleans())
def test_onnx_models_are_never_taken_for_something_else(
    tmp_path_factory: pytest.TempPathFactory, name: str, version: int, producer: str, weights: bool
) -> None:
    values = [helper.make_tensor_value_info(value, TensorProto.FLOAT, [1]) for value in ("a", "b")]
    tensors = [numpy_helper.from_array(np.zeros(3000, np.float32), "w")] if weights else []
    graph = helper.make_graph([helper.make_node("Relu", ["a"], ["b"], name)], name, values[:1], values[1:], tensors)
    model = helper.make_model(graph, producer_name=producer)
    model.ir_version = version
    path = tmp_path_factory.getbasetemp() / "onnx"
    for made_by in (producer, "ORTModule", "TFL3", ""):
        model.producer_name = made_by
        path.write_bytes(model.SerializeToString())
        if not made_by.startswith("\n"):
            assert foreign_file(path, "model") is None


def test_what_is_no_file_is_left_to_others(tmp_path: Path) -> None:
    assert foreign_file(tmp_path, "model") is None
    assert foreign_file(tmp_path / "missing", "model") is None
