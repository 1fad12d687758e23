"""ONNX files that are made to exhaust memory or time: each ends soon, with a reason that names its model."""

from __future__ import annotations

import re
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builder.app_package.onnx_data_types import data_types_of
from builder.app_package.onnx_nodes import count_nodes
from builder.base.cancellation import NEVER
from builder.base.file_kinds import foreign_file
from builder.building.local_build import error_of
from builder.building.worker_process import Finished, run_worker
from builder.worker.onnx_fields import TooMuch
from builder.worker.onnx_tensors import stored_tensors
from builder.worker.onnx_types import declared_interface
from tests.builder.building.test_worker_process import job

MIB = 1 << 20


def varint(number: int) -> bytes:
    written = bytearray()
    while number >= 0x80:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*written, number])


def field(number: int, content: int | bytes | str) -> bytes:
    if isinstance(content, int):
        return varint(number << 3) + varint(content)
    data = content.encode() if isinstance(content, str) else content
    return varint(number << 3 | 2) + varint(len(data)) + data


def value(name: str, *dimensions: int) -> bytes:
    shape = b"".join(field(1, field(1, size)) for size in dimensions)
    return field(1, name) + field(2, field(1, field(1, 1) + field(2, shape)))


def tensor(name: str, *dimensions: int, rest: bytes = b"") -> bytes:
    return b"".join(field(1, size) for size in dimensions) + field(2, 1) + field(8, name) + rest


def node(operator: str, inputs: tuple[str, ...], output: str, attributes: bytes = b"", name: str = "") -> bytes:
    taken = b"".join(field(1, text) for text in inputs)
    return taken + field(2, output) + field(3, name) + field(4, operator) + attributes


RELU = node("Relu", ("x",), "y")
X, Y = value("x", 1, 4), value("y", 1, 4)
ADD = node("Add", ("x", "w"), "y")


def graph(*nodes: bytes, weights: bytes = b"", inputs: bytes = field(11, X)) -> bytes:
    return b"".join(field(1, item) for item in nodes) + field(2, "g") + weights + inputs + field(12, Y)


def model(content: bytes) -> bytes:
    return field(1, 9) + field(7, content) + field(8, field(1, "") + field(2, 17))


def nested(depth: int) -> bytes:
    inner = graph(RELU)
    for _ in range(depth):
        branch = field(5, field(1, "then_branch") + field(6, inner) + field(20, 5))
        inner = graph(node("If", ("c",), "y", branch))
    return model(inner)


def with_offset(offset: str) -> bytes:
    entries = (("location", "w.bin"), ("offset", offset))
    outside = b"".join(field(13, field(1, key) + field(2, text)) for key, text in entries)
    return tensor("w", 4, rest=field(14, 1) + outside)


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nested 3,000 deep": (lambda: nested(3_000), "its parts lie more than 100 deep inside each other"),
    "packed dimensions": (
        lambda: model(graph(ADD, weights=field(5, field(1, b"\1" * 20 * MIB) + tensor("w")))),
        "a tensor has more than 64 dimensions",
    ),
    "dimensions whose product has millions of digits": (
        lambda: model(graph(ADD, weights=field(5, field(1, (b"\xff" * 8 + b"\x7f") * 400_000) + tensor("w")))),
        "a tensor has more than 64 dimensions",
    ),
    "dimensions one by one": (
        lambda: model(graph(ADD, weights=field(5, field(1, 1) * 500_000 + tensor("w")))),
        "a tensor has more than 64 dimensions",
    ),
    "an input of 2,000,000 dimensions": (
        lambda: model(graph(RELU, inputs=field(11, value("x") + field(2, field(1, field(2, b"\x0a\0" * 2_000_000)))))),
        "a tensor has more than 64 dimensions",
    ),
    "a name of 20 MiB": (lambda: model(graph(node("Relu", ("x",), "y", name="n" * 20 * MIB))), "10000 bytes"),
    "an input's name of 20 MiB": (
        lambda: model(graph(RELU, inputs=field(11, value("x" * 20 * MIB, 1)))),
        "10000 bytes",
    ),
}
ENDLESS: dict[str, Callable[[int], bytes]] = {
    "fields of the model": lambda count: field(3, 1) * count + model(graph(RELU)),
    "fields of an attribute": lambda count: model(
        graph(node("Relu", ("x",), "y", field(5, field(1, "a") + field(3, 1) * count)))
    ),
    "weights": lambda count: model(graph(RELU, weights=field(5, tensor("w", 1)) * (count // 4))),
    "nodes": lambda count: model(graph(*[RELU] * (count // 4))),
    "inputs": lambda count: model(graph(RELU, inputs=field(11, value("x", 1)) * (count // 5))),
    "a dimension": lambda count: model(
        graph(RELU, inputs=field(11, value("x") + field(2, field(1, field(2, field(1, field(1, 1) * count))))))
    ),
}
NOT_ONNX: dict[str, bytes] = {
    "a length of 2 GiB in a file of 60 bytes": field(1, 9) + varint(7 << 3 | 2) + varint(2 << 30) + b"x" * 50,
    "a length beyond every number": field(1, 9) + varint(3 << 3 | 2) + b"\xff" * 9 + b"\x7f" + b"x" * 50,
}
HUGE = field(5, field(1, "value") + field(5, tensor("", 1 << 40)) + field(20, 4))
OTHER: dict[str, bytes] = {
    "a constant of 4 TiB": model(graph(node("Constant", (), "w", HUGE), ADD)),
    "a weight beyond every number": model(graph(ADD, weights=field(5, tensor("w", 1 << 66, rest=field(9, bytes(16)))))),
    "an offset of 10,000 digits": model(graph(ADD, weights=field(5, with_offset("9" * 9_999)))),
}


@pytest.fixture(autouse=True)
def bounds() -> Iterator[None]:
    """Whatever it is: seconds, and no more memory than a few times the file."""
    started, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert time.process_time() - started < 15
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300 << 10


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_network_has_is_refused(tmp_path: Path, name: str) -> None:
    make, reason = REFUSED[name]
    (file := tmp_path / "bomb.onnx").write_bytes(content := make())
    with pytest.raises(TooMuch, match=reason):
        stored_tensors(memoryview(content))
    assert count_nodes(file) <= 1
    assert data_types_of(file) == frozenset()


@pytest.mark.parametrize("name", ENDLESS)
def test_what_has_no_end_is_given_up(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.worker.onnx_tensors._MOST_FIELDS", 100_000)
    monkeypatch.setattr("builder.app_package.onnx_data_types._MOST_FIELDS", 50_000)
    monkeypatch.setattr("builder.app_package.onnx_nodes._MOST_FIELDS", 50_000)
    (file := tmp_path / "bomb.onnx").write_bytes(content := ENDLESS[name](500_000))
    with pytest.raises(TooMuch, match="it has more than 100000 parts"):
        stored_tensors(memoryview(content))
    assert count_nodes(file) <= 50_000
    assert data_types_of(file) == frozenset()
    stored_tensors(memoryview(ENDLESS[name](50_000)))
    declared_interface(memoryview(ENDLESS[name](50_000)))


def test_a_large_node_deep_inside_is_read_once(tmp_path: Path) -> None:
    inner = graph(RELU, weights=field(5, tensor("w", 1, rest=field(9, b"\x08\x10" * 450_000))))
    for _ in range(300):
        inner = graph(node("If", ("c",), "y", field(5, field(6, inner))))
    (file := tmp_path / "bomb.onnx").write_bytes(model(inner))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    data_types_of(file)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 << 10


@pytest.mark.parametrize("name", NOT_ONNX)
def test_a_length_that_cannot_be_is_no_onnx(tmp_path: Path, name: str) -> None:
    (file := tmp_path / "bomb.onnx").write_bytes(NOT_ONNX[name])
    with pytest.raises(ValueError, match="ends inside a field"):
        stored_tensors(memoryview(NOT_ONNX[name]))
    assert count_nodes(file) == 0
    assert data_types_of(file) == frozenset()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (REFUSED["nested 3,000 deep"][0](), "its parts lie more than 100 deep"),
        (REFUSED["packed dimensions"][0](), "a tensor has more than 64 dimensions"),
        (NOT_ONNX["a length of 2 GiB in a file of 60 bytes"], "is not a valid ONNX model"),
        (OTHER["a constant of 4 TiB"], r"Constant \(node number 0\)"),
        (OTHER["a weight beyond every number"], "'w': their content does not fit"),
        (OTHER["an offset of 10,000 digits"], "The tensor 'w' .* has offset '9{200}' for its external data"),
    ],
    ids=["nested", "dimensions", "length", "constant", "weight", "offset"],
)
def test_a_worker_ends_and_names_the_model(tmp_path: Path, content: bytes, reason: str) -> None:
    (file := tmp_path / "bomb.onnx").write_bytes(content)
    outcome = run_worker(job(tmp_path, file), NEVER, lambda _event: None)
    assert not isinstance(outcome, Finished)
    message = str(error_of(outcome, "net", None).message)
    assert "'net'" in message
    assert len(message) < 1000
    assert re.search(reason, message)


def test_a_file_with_holes_is_not_hashed_for_hours(tmp_path: Path) -> None:
    file = tmp_path / "weights"
    with file.open("wb") as stream:
        stream.truncate(1 << 40)
    found = foreign_file(file, "weights")
    assert found is not None
    assert "512 GiB at most" in found.found
    with file.open("wb") as stream:
        stream.truncate(1 << 38)
    assert foreign_file(file, "weights") is None
