"""Samples: a vendor's files with every fault at once, and those that are made up."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy
import pytest
from onnx import TensorProto

from builder.base.errors import ModelInvalid, PackageInvalid
from builder.vendor.models.facts import TensorFacts, read_model
from builder.vendor.preparing.made_samples import make_samples
from builder.vendor.preparing.samples import read_samples
from tests.support.graphs import model, node, value, weight

IMAGE = TensorFacts("image", "fp32", ("batch", 3, "h", "w"))
IDS = TensorFacts("ids", "int64", ("batch", "length"))


def test_arrays_named_as_inputs_are_one_sample_and_stacked_ones_several(tmp_path: Path) -> None:
    one, several = tmp_path / "one.npz", tmp_path / "several.npz"
    numpy.savez(one, image=numpy.ones((1, 3, 4, 5)), ids=numpy.ones((1, 2), "int32"))
    numpy.savez(several, image=numpy.ones((2, 1, 3, 6, 5), "float16"), ids=numpy.arange(4).reshape(2, 1, 2))
    read = read_samples([one, several], (IMAGE, IDS))
    assert [sample["image"].shape for sample in read.samples] == [(1, 3, 4, 5), (1, 3, 6, 5), (1, 3, 6, 5)]
    assert {(array.dtype.name) for sample in read.samples for array in sample.values()} == {"float32", "int64"}
    assert read.samples[2]["ids"].tolist() == [[2, 3]]
    hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (one, several)]
    assert [(it.file, it.sha256, it.samples) for it in read.sources] == [
        ("one.npz", hashes[0], 1),
        ("several.npz", hashes[1], 2),
    ]
    assert read.note == ""


def test_a_single_array_is_for_the_only_input(tmp_path: Path) -> None:
    numpy.save(tmp_path / "a.npy", numpy.zeros((1, 3, 4, 4), "float32"))
    assert read_samples([tmp_path / "a.npy"], (IMAGE,)).samples[0].keys() == {"image"}
    with pytest.raises(PackageInvalid, match=r"one array; expected an \.npz file"):
        read_samples([tmp_path / "a.npy"], (IMAGE, IDS))


def test_a_scalar_can_be_stacked(tmp_path: Path) -> None:
    numpy.savez(tmp_path / "s.npz", scale=numpy.array([1.0, 2.0]))
    read = read_samples([tmp_path / "s.npz"], (TensorFacts("scale", "fp32", ()),))
    assert [sample["scale"].shape for sample in read.samples] == [(), ()]


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    numpy.savez(tmp_path / "a.npz", image=numpy.full((1, 4, 8, 8), numpy.nan), idz=numpy.ones(1))
    numpy.savez(tmp_path / "b.npz", image=numpy.ones((1, 3, 8, 8), "int32"), ids=numpy.ones((2, 2), "int64"))
    numpy.savez(tmp_path / "c.npz", image=numpy.ones((1, 3, 8, 8)), ids=numpy.ones((2, 2), "int64"))
    numpy.savez(tmp_path / "d.npz", image=numpy.ones((2, 1, 3, 8, 8)), ids=numpy.ones((3, 1, 2), "int64"))
    numpy.savez(tmp_path / "e.npz", image=numpy.ones((0, 1, 3, 8, 8)), ids=numpy.ones((0, 1, 2), "int64"))
    (tmp_path / "f.npz").write_bytes(b"PK\x03\x04 no archive")
    numpy.save(tmp_path / "g.npy", numpy.array([object()]), allow_pickle=True)
    with pytest.raises(PackageInvalid) as raised:
        read_samples([*sorted(tmp_path.iterdir()), tmp_path / "nothing.npz", tmp_path], (IMAGE, IDS))
    told = [(Path(fault.file).name, fault.key) for fault in raised.value.faults]
    assert told == [
        ("a.npz", "idz"), ("a.npz", "ids"), ("a.npz", "image"), ("a.npz", "image"), ("b.npz", "image"),
        ("c.npz", "ids"), ("d.npz", ""), ("e.npz", ""), ("f.npz", ""), ("g.npy", ""), ("nothing.npz", ""),
        (tmp_path.name, ""),
    ]  # fmt: skip


def test_numbers_that_the_type_cannot_hold_are_refused(tmp_path: Path) -> None:
    numpy.savez(tmp_path / "a.npz", pixels=numpy.array([-1, 256]))
    with pytest.raises(PackageInvalid, match="numbers from -1 to 256; expected numbers that uint8 can hold"):
        read_samples([tmp_path / "a.npz"], (TensorFacts("pixels", "uint8", (2,)),))


def test_made_up_samples_are_what_the_names_say_and_always_the_same(tmp_path: Path) -> None:
    path = tmp_path / "m.onnx"
    inputs = [
        value("image", ["batch", 3, "height", "width"]),
        value("waveform", ["batch", "samples"]),
        value("input_ids", ["batch", "tokens"], TensorProto.INT64),
        value("attention_mask", ["batch", "tokens"], TensorProto.INT64),
        value("strength", [1]),
        value("hidden", [2, 8]),
        value("is_on", [3], TensorProto.BOOL),
    ]
    table = weight("words", numpy.ones((7, 2), "float32"))
    path.write_bytes(
        model([node("Gather", ["words", "input_ids"], ["y"])], inputs, [value("y", None)], [table]).SerializeToString()
    )
    facts = read_model(path)
    made = make_samples(facts, count=2)
    again = make_samples(facts, count=2)
    for one, other in zip(made.samples, again.samples, strict=True):
        assert {name: array.tobytes() for name, array in one.items()} == {
            name: array.tobytes() for name, array in other.items()
        }
    first, second = made.samples
    assert first["image"].shape == (1, 3, 512, 512)
    assert 0 <= first["image"].min() < 0.2 < 0.8 < first["image"].max() <= 1
    assert first["waveform"].min() < -0.1
    assert set(first["input_ids"].ravel().tolist()) == {*range(1, 7)}
    assert first["attention_mask"].min() == 1
    assert 0 <= first["strength"].item() <= 1
    assert (first["hidden"] != second["hidden"]).all()
    assert first["is_on"].dtype == bool
    assert "input_ids: numbers of words" in made.note
    assert "--samples" in made.note


def test_shapes_are_those_of_the_profile_and_values_where_shapes_depend_on_them(tmp_path: Path) -> None:
    path = tmp_path / "m.onnx"
    nodes = [node("Resize", ["image", "", "", "size"], ["y"])]
    inputs = [value("image", ["n", 3, "h", "w"]), value("size", [4], TensorProto.INT64)]
    path.write_bytes(model(nodes, inputs, [value("y", None)]).SerializeToString())
    facts = read_model(path)
    (sample,) = make_samples(facts, {"image": [1, 3, 8, 6], "size": [1, 3, 16, 12]}, count=1).samples
    assert sample["image"].shape == (1, 3, 8, 6)
    assert sample["size"].tolist() == [1, 3, 16, 12]
    assert make_samples(facts, count=1).samples[0]["size"].shape == (4,)


def test_what_has_no_type_or_shape_needs_samples_of_the_vendor(tmp_path: Path) -> None:
    path = tmp_path / "m.onnx"
    inputs = [value("text", [1], TensorProto.STRING), value("x", None)]
    path.write_bytes(model([node("Relu", ["x"], ["y"])], inputs, [value("y", None)]).SerializeToString())
    with pytest.raises(ModelInvalid, match=r"'text'.*'x'"):
        make_samples(read_model(path))
