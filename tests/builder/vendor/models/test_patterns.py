"""Weights that are stored twice, and layer normalizations that are written out."""

from __future__ import annotations

from pathlib import Path

import numpy
import onnx
import pytest

from builder.vendor.models.patterns import find_duplicates, layer_norms
from tests.support.graphs import model, node, outside, value, weight

BIG = numpy.arange(64 * 512, dtype="f").reshape(64, 512)


def with_weights(*tensors: onnx.TensorProto) -> onnx.ModelProto:
    nodes = [node("Add", ["x", tensor.name], [f"y{number}"]) for number, tensor in enumerate(tensors)]
    return model(nodes, [value("x", [64, 512])], [value(f"y{n}", [64, 512]) for n in range(len(tensors))], tensors)


def test_equal_weights_are_found_and_counted(tmp_path: Path) -> None:
    made = with_weights(weight("a", BIG), weight("b", BIG), weight("c", BIG + 1), weight("d", BIG))
    found = find_duplicates(made, tmp_path)
    assert (found.bytes, found.groups) == (2 * BIG.nbytes, (("a", "b", "d"),))


def test_numbers_in_lists_of_their_own_count_as_well(tmp_path: Path) -> None:
    tensors = [onnx.helper.make_tensor(name, 1, BIG.shape, BIG.ravel().tolist()) for name in "ab"]
    assert find_duplicates(with_weights(*tensors), tmp_path).bytes >= BIG.nbytes


@pytest.mark.parametrize(
    "other",
    [numpy.arange(10, dtype="f"), BIG.reshape(512, 64), BIG.astype("i"), BIG * 2],
    ids=["small", "another shape", "another type", "other numbers"],
)
def test_what_is_not_equal_is_not_found(tmp_path: Path, other: numpy.ndarray) -> None:
    made = with_weights(weight("a", BIG), weight("b", other), weight("c", numpy.arange(10, dtype="f")))
    assert find_duplicates(made, tmp_path).bytes == 0


def test_weights_in_files_are_read_there_and_one_place_counts_once(tmp_path: Path) -> None:
    file = tmp_path / "weights.bin"
    first, second = outside("a", BIG, file), outside("b", BIG, file)
    same_place = onnx.TensorProto()
    same_place.CopyFrom(first)
    same_place.name = "c"
    found = find_duplicates(with_weights(first, second, same_place), tmp_path)
    assert (found.bytes, found.groups) == (BIG.nbytes, (("a", "b", "c"),))
    file.unlink()
    assert find_duplicates(with_weights(first, second, same_place), tmp_path).bytes == 0


def written_out(*, square: str = "Pow", mean: str = "ReduceMean") -> onnx.ModelProto:
    squared = node("Pow", ["d", "two"], ["q"]) if square == "Pow" else node("Mul", ["d", "d"], ["q"])
    return model(
        [
            node(mean, ["x"], ["m"], axes=[-1]),
            node("Sub", ["x", "m"], ["d"]),
            squared,
            node("ReduceMean", ["q"], ["v"], axes=[-1]),
            node("Add", ["v", "epsilon"], ["e"]),
            node("Sqrt", ["e"], ["s"]),
            node("Div", ["d", "s"], ["y"]),
        ],
        [value("x", [4, 8])],
        [value("y", [4, 8])],
        [weight("two", numpy.float32(2)), weight("epsilon", numpy.float32(1e-5))],
    )


@pytest.mark.parametrize("square", ["Pow", "Mul"])
def test_layer_normalizations_are_recognized(square: str) -> None:
    assert list(layer_norms(written_out(square=square))) == ["q"]


def test_other_square_roots_are_none() -> None:
    assert list(layer_norms(written_out(mean="ReduceMax"))) == []
