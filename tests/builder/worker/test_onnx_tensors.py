from __future__ import annotations

import itertools
from pathlib import Path

import numpy
import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import TensorProto, helper, numpy_helper

from builder.worker.onnx_tensors import StoredTensor, stored_tensors, with_contents
from tests.support.graphs import if_node, model, node, outside, value, weight

SQUARE = numpy.arange(16, dtype=numpy.float32).reshape(4, 4)


def everywhere(file: Path) -> onnx.ModelProto:
    """A model with a tensor outside in every place that ONNX has for one."""
    numbers = itertools.count(1)

    def tensor(name: str) -> onnx.TensorProto:
        return outside(name, SQUARE * next(numbers), file)

    def sparse(name: str) -> onnx.SparseTensorProto:
        values = outside(name, numpy.ones(2, numpy.float32), file)
        return helper.make_sparse_tensor(values, outside("indices", numpy.array([0, 5]), file), [4, 4])

    function = helper.make_function(
        "com.example",
        "Twice",
        ["a"],
        ["b"],
        [node("Constant", [], ["f"], value=tensor("")), node("MatMul", ["a", "f"], ["b"])],
        [helper.make_opsetid("", 17)],
    )
    nested = node("If", ["c"], ["n"], then_branch=helper.make_graph([if_node(tensor("deep"))], "t", [], [value("y")]))
    nodes = [
        node("Constant", [], ["k"], value=tensor("")),
        node("Constant", [], ["s"], sparse_value=sparse("")),
        node("Several", ["x"], ["z"], domain="com.example", list=[tensor("p"), tensor("q")]),
        nested,
    ]
    return model(nodes, [value("x")], [value("z")], [tensor("w")], sparse=[sparse("v")], functions=[function])


def encoded(made: onnx.ModelProto) -> memoryview:
    return memoryview(made.SerializeToString())


def test_tensors_are_found_in_every_place(tmp_path: Path) -> None:
    found = stored_tensors(encoded(everywhere(tmp_path / "w.bin"))).tensors
    assert [tensor.number for tensor in found] == list(range(10))
    # Those inside nodes are called what the node gives.
    assert [tensor.name for tensor in found] == ["k", "s", "s", "z", "z", "deep", "w", "v", "indices", "f"]
    assert all(tensor.external for tensor in found)
    assert [tensor.name for tensor in found if tensor.in_main_graph] == ["w"]


def test_contents_are_put_inside_as_onnx_itself_does(tmp_path: Path) -> None:
    made = everywhere(tmp_path / "w.bin")
    content = encoded(made)
    whole = memoryview((tmp_path / "w.bin").read_bytes())

    def of(tensor: StoredTensor) -> memoryview:
        assert tensor.external is not None
        start = int(tensor.external["offset"])
        return whole[start : start + int(tensor.external["length"])]

    found = stored_tensors(content).tensors
    inside = onnx.load_model_from_string(with_contents(content, {tensor.number: of(tensor) for tensor in found}))
    assert not any(tensor.external for tensor in stored_tensors(encoded(inside)).tensors)
    numpy.testing.assert_array_equal(numpy_helper.to_array(inside.graph.initializer[0]), SQUARE * 6)
    numpy.testing.assert_array_equal(numpy_helper.to_array(inside.functions[0].node[0].attribute[0].t), SQUARE)
    deep = inside.graph.node[3].attribute[0].g.node[0].attribute[1].g.initializer[0]
    assert (deep.name, list(deep.dims)) == ("deep", [4, 4])
    only_one = onnx.load_model_from_string(with_contents(content, {found[0].number: of(found[0])}))
    only_one.graph.node[0].attribute[0].t.CopyFrom(made.graph.node[0].attribute[0].t)
    assert only_one == made


@pytest.mark.parametrize(
    ("data_type", "shape", "size"),
    [
        (TensorProto.FLOAT, (2, 3), 24),
        (TensorProto.BFLOAT16, (5,), 10),
        (TensorProto.INT4, (3,), 2),
        (TensorProto.DOUBLE, (), 8),
        (TensorProto.BOOL, (0, 7), 0),
        (TensorProto.STRING, (1,), None),
    ],
)
def test_the_size_of_a_content_follows_from_type_and_shape(
    data_type: int, shape: tuple[int, ...], size: int | None
) -> None:
    tensor = onnx.TensorProto(name="w", data_type=data_type, dims=shape)
    (found,) = stored_tensors(encoded(model([], [], [], [tensor]))).tensors
    assert (found.dimensions, found.size) == (shape, size)


@given(st.binary(max_size=60), st.integers(0, 400))
def test_any_bytes_are_read_or_refused(damage: bytes, place: int) -> None:
    content = bytearray(encoded(model([if_node(weight("w", SQUARE))], [value("x")], [value("y")])))
    content[place : place + len(damage)] = damage
    for some in (bytes(content), damage):
        try:
            stored_tensors(memoryview(some))
        except ValueError:
            continue


def test_messages_inside_each_other_without_end_are_refused() -> None:
    content = b""
    for _ in range(60):
        attribute = b"\x32" + varint(len(content)) + content
        inner = b"\x2a" + varint(len(attribute)) + attribute
        content = b"\x0a" + varint(len(inner)) + inner
    with pytest.raises(ValueError, match="more than 100 deep inside each other"):
        stored_tensors(memoryview(b"\x3a" + varint(len(content)) + content))


def varint(number: int) -> bytes:
    return bytes([number & 0x7F | 0x80, number >> 7]) if number > 0x7F else bytes([number])
