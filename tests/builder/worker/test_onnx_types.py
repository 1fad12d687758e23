from __future__ import annotations

import numpy
import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import TensorProto, helper, numpy_helper

from builder.worker.onnx_types import ELEMENT_TYPES, DeclaredTensor, Interface, declared_interface

values = st.dictionaries(st.text(min_size=1, max_size=200), st.sampled_from(sorted(ELEMENT_TYPES)), max_size=4)


@given(inputs=values, outputs=values, weights=st.integers(0, 300), producer=st.text(max_size=20), shape=st.booleans())
def test_what_is_declared_is_what_onnx_reads(
    inputs: dict[str, int], outputs: dict[str, int], weights: int, producer: str, shape: bool
) -> None:
    graph = helper.make_graph(
        [helper.make_node("Relu", ["a"], ["b"])],
        "test",
        [helper.make_tensor_value_info(name, kind, [1, "n", -5] if shape else None) for name, kind in inputs.items()],
        [helper.make_tensor_value_info(name, kind, []) for name, kind in outputs.items()],
        [numpy_helper.from_array(numpy.zeros(weights, numpy.float32), "w")],
    )
    model = helper.make_model(graph, producer_name=producer)
    dimensions = (1, -1, -1) if shape else None
    assert declared_interface(memoryview(model.SerializeToString())) == Interface(
        tuple(DeclaredTensor(name, ELEMENT_TYPES[kind], dimensions) for name, kind in inputs.items()),
        tuple(DeclaredTensor(name, ELEMENT_TYPES[kind], ()) for name, kind in outputs.items()),
        model.ir_version,
    )


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        declared_interface(memoryview(content))
    except ValueError:
        return


def test_the_numbers_are_those_of_onnx() -> None:
    names = {"fp32": "FLOAT", "fp16": "FLOAT16", "fp64": "DOUBLE", "bf16": "BFLOAT16"}
    for number, name in ELEMENT_TYPES.items():
        assert getattr(TensorProto, names.get(name, name.upper())) == number


def test_another_wire_type_is_an_error() -> None:
    with pytest.raises(ValueError, match="wire type 3"):
        declared_interface(memoryview(b"\x0b"))


def test_a_model_with_other_fields_is_walked_over() -> None:
    model = onnx.ModelProto(ir_version=8, model_version=300)
    model.metadata_props.add(key="k", value="v")
    assert declared_interface(memoryview(model.SerializeToString())) == Interface(ir_version=8)
