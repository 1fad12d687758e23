"""The inputs and outputs of ONNX files, as the onnx package reads them, and of files that are none."""

from __future__ import annotations

import tempfile
from pathlib import Path

import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import TensorProto, helper

from builder.app_package import onnx_interface
from builder.app_package.onnx_interface import Interface, Tensor, interface_of
from tests.support.models import conv_net
from tests.support.program import ROOT

dimensions = st.one_of(st.none(), st.integers(0, 1 << 40), st.text("abé_1", min_size=1, max_size=5))
shapes = st.one_of(st.none(), st.lists(dimensions, max_size=5))
types = st.sampled_from([TensorProto.FLOAT, TensorProto.FLOAT16, TensorProto.INT64, TensorProto.BOOL])
values = st.dictionaries(st.text("xyz:/0é", min_size=1, max_size=6), st.tuples(types, shapes), max_size=4)
_NAMES: dict[int, str] = {
    TensorProto.FLOAT: "fp32",
    TensorProto.FLOAT16: "fp16",
    TensorProto.INT64: "int64",
    TensorProto.BOOL: "bool",
}


def read(content: bytes) -> Interface | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "net.onnx"
        path.write_bytes(content)
        return interface_of(path)


def content_of(inputs: dict[str, tuple[int, list[int | str | None] | None]]) -> bytes:
    """A model whose inputs are its outputs as well, with two weights, one of them an input with a default value."""
    infos = [helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in inputs.items()]
    weights = [helper.make_tensor(name, TensorProto.FLOAT, [300], [0.5] * 300) for name in ("weight", "default")]
    default = helper.make_tensor_value_info("default", TensorProto.FLOAT, [300])
    graph = helper.make_graph([helper.make_node("Relu", ["a"], ["b"])], "graph", [*infos, default], infos, weights)
    content: bytes = helper.make_model(graph).SerializeToString()
    return content


@given(values)
def test_what_is_read_is_what_was_written(inputs: dict[str, tuple[int, list[int | str | None] | None]]) -> None:
    expected = {
        name: Tensor(_NAMES[kind], None if shape is None else tuple(shape)) for name, (kind, shape) in inputs.items()
    }
    found = read(content_of(inputs))
    assert found == (Interface(expected, expected) if expected else None)


def test_the_demos_are_read_as_the_onnx_package_reads_them() -> None:
    for path in sorted((ROOT / "assets/models").glob("*.onnx")):
        graph = onnx.load(path, load_external_data=False).graph
        found = interface_of(path)
        assert found is not None
        constants = {tensor.name for tensor in graph.initializer}
        assert list(found.inputs) == [value.name for value in graph.input if value.name not in constants]
        assert list(found.outputs) == [value.name for value in graph.output]


@given(st.binary(max_size=80), st.integers(0, 3000))
def test_any_bytes_give_an_answer(content: bytes, cut: int) -> None:
    read(content)
    whole = content_of({"x": (TensorProto.FLOAT, [1, "n", None])})
    read(whole[:cut])
    read(whole[:cut] + content + whole[cut:])


def test_a_file_of_empty_fields_is_not_walked_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onnx_interface, "_MOST_FIELDS", 10)
    assert read(b"\x0a\x00" * 60) is None


def test_a_tensor_is_told_as_people_write_it() -> None:
    assert str(Tensor("fp16", (1, 0, None, "h"))) == "fp16 [1, 0, ?, h]"
    assert str(Tensor()) == "no data type of any shape"


def test_a_file_that_cannot_be_read_has_none(tmp_path: Path) -> None:
    assert interface_of(tmp_path / "missing.onnx") is None
    assert interface_of(tmp_path) is None
    assert interface_of(conv_net(tmp_path / "net.onnx")) is not None
