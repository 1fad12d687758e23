from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import TensorProto, helper, numpy_helper

from builder.app_package import onnx_nodes
from builder.app_package.onnx_nodes import count_nodes


def counted(content: bytes) -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "net.onnx"
        path.write_bytes(content)
        return count_nodes(path)


def model_bytes(nodes: int, name: str = "node", weights: int = 1, producer: str = "") -> bytes:
    tensors = [numpy_helper.from_array(np.zeros(300, np.float32), f"w{number}") for number in range(weights)]
    values = [helper.make_tensor_value_info(value, TensorProto.FLOAT, [1]) for value in ("a", "b")]
    chain = [helper.make_node("Relu", ["a"], ["b"], f"{name}{number}") for number in range(nodes)]
    graph = helper.make_graph(chain, "graph", values[:1], values[1:], tensors)
    content: bytes = helper.make_model(graph, producer_name=producer).SerializeToString()
    return content


@given(st.integers(0, 40), st.text(max_size=200), st.integers(0, 3), st.text(max_size=20))
def test_the_nodes_of_a_model_are_counted(nodes: int, name: str, weights: int, producer: str) -> None:
    assert counted(model_bytes(nodes, name, weights, producer)) == nodes


def test_nodes_inside_of_other_nodes_are_left_out() -> None:
    inner = helper.make_graph([helper.make_node("Relu", ["a"], ["b"])] * 5, "inner", [], [])
    node = helper.make_node("If", ["c"], ["d"], then_branch=inner, else_branch=inner)
    graph = helper.make_graph([node, node], "graph", [], [])
    assert counted(helper.make_model(graph).SerializeToString()) == 2


@given(st.binary(max_size=80), st.integers(0, 200))
def test_any_bytes_give_a_number(content: bytes, cut: int) -> None:
    assert 0 <= counted(content) <= len(content)
    assert 0 <= counted(model_bytes(3)[:cut]) <= 3


@pytest.mark.parametrize(
    "content",
    [
        b"\x3a" + b"\xff" * 9 + b"\x01",  # a graph of more bytes than any file has
        b"\x0a" + b"\xff" * 9 + b"\x7f",  # a field of more bytes than a seek can take
        b"\xff" * 100,
        b"plain text",
    ],
)
def test_lengths_that_cannot_be_are_the_end(content: bytes) -> None:
    assert counted(content) == 0


def test_a_file_of_empty_fields_is_not_walked_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onnx_nodes, "_MOST_FIELDS", 10)
    assert counted(b"\x3a\x7f" + b"\x0a\x00" * 60) == 9


def test_a_file_that_cannot_be_read_has_none(tmp_path: Path) -> None:
    assert count_nodes(tmp_path / "missing.onnx") == 0
    assert count_nodes(tmp_path) == 0
