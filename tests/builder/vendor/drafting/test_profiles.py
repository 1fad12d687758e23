"""The profile that is proposed, and how it comes to fit a model."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy
from hypothesis import given
from hypothesis import strategies as st
from onnx import TensorProto

from builder.base.cancellation import NEVER
from builder.vendor.drafting.asking import ask_about_profile, read_sizes
from builder.vendor.drafting.draft import proposal_for
from builder.vendor.drafting.manifest_text import profile_lines
from builder.vendor.drafting.meanings import Sizes
from builder.vendor.drafting.profiles import propose
from builder.vendor.models.facts import TensorFacts, read_model
from builder.vendor.models.shape_trial import ShapeTrial
from tests.support import graphs
from tests.support.models import conv_net
from tests.support.third_party import OCR_CLASSIFIER_AS_SHIPPED, OCR_DETECTOR, OCR_RECOGNISER, PITCH, VOICE_WITH_IF

IMAGE = (TensorFacts("x", "fp32", ("n", 3, "h", "w")),)


def anything(_shapes: Mapping[str, Sequence[int]]) -> str:
    return ""


def test_sizes_are_multiples_of_what_the_model_takes() -> None:
    def in_steps(shapes: Mapping[str, Sequence[int]]) -> str:
        return "" if all(size % 96 == 0 for size in shapes["x"][2:]) else "no multiple of 96"

    # 512 does not fit, so other usual sizes are tried.
    proposal = propose(IMAGE, frozenset(), in_steps)
    assert proposal.shapes("min") == {"x": [1, 3, 96, 96]}
    assert proposal.shapes("opt") == {"x": [1, 3, 384, 384]}
    assert proposal.shapes("max") == {"x": [1, 3, 960, 960]}


def test_limits_follow_the_steps_and_what_is_too_small_or_too_large() -> None:
    def between(shapes: Mapping[str, Sequence[int]]) -> str:
        return "" if all(100 <= size <= 800 and size % 32 == 0 for size in shapes["x"][2:]) else "no"

    (line,) = propose(IMAGE, frozenset(), between).lines()
    assert line.shapes == {"min": [1, 3, 128, 128], "opt": [1, 3, 512, 512], "max": [1, 3, 800, 800]}
    assert line.about == "0 batch, 2 height (multiples of 32), 3 width (multiples of 32)"
    assert line.decide == ()


def test_a_batch_that_cannot_grow_stays_one() -> None:
    tokens = (TensorFacts("ids", "int64", ("batch", "seq")),)
    one = propose(tokens, frozenset(), lambda shapes: "" if shapes["ids"][0] == 1 else "only one")
    assert one.shapes("max") == {"ids": [1, 512]}
    assert propose(tokens, frozenset(), anything).shapes("max") == {"ids": [8, 512]}


def test_what_never_fits_is_said_to_be_in_doubt() -> None:
    # Of a model that builds, such as kaldi's features as onnx-asr has them, inference says so as well.
    (line,) = propose(IMAGE, frozenset(), lambda _shapes: "Add: no").lines()
    (decide,) = line.decide
    assert decide.startswith("whether these sizes fit: ONNX's shape inference accepts none of those tried, but ")
    assert decide.endswith("; engine-builder check tells (Add: no)")


def test_values_of_a_shape_input_are_asked_for() -> None:
    inputs = (TensorFacts("x", "fp32", (1, 4)), TensorFacts("ends", "int64", (2,)))
    (line,) = propose(inputs, frozenset({"ends"}), anything).lines()
    assert line.shapes == {"min": [1, 1], "opt": [64, 64], "max": [256, 256]}
    assert line.decide == ("which values 'ends' has; shapes depend on them",)


def test_answers_settle_what_was_open() -> None:
    inputs = (TensorFacts("x", "fp32", (None, 3, None, "w")), TensorFacts("ends", "int64", ()))
    proposal = propose(inputs, frozenset({"ends"}), anything)
    questions = []
    answers = iter(["no number", "32 16 8", "48", "1 2 3"])

    def ask(question: str) -> str:
        questions.append(question)
        return next(answers)

    settled = ask_about_profile("rec", proposal, ask)
    assert questions[0] == (
        "rec: sizes of dimension 2 of the input 'x', maybe the height: one number, "
        "or min opt max (Enter: 64 512 1024, to decide later):"
    )
    assert "'no number' is neither" in questions[1]
    assert settled.shapes("min")["x"][2] == settled.shapes("max")["x"][2] == 48
    assert settled.values["ends"] == Sizes(1, 2, 3)
    assert not [decision for line in settled.lines() for decision in line.decide]
    assert [decision for line in proposal.lines() for decision in line.decide]


def test_nobody_is_asked_in_a_pipe() -> None:
    proposal = propose((TensorFacts("x", "fp32", (None, None)),), frozenset(), anything)
    assert ask_about_profile("rec", proposal, None) is proposal


@given(st.text())
def test_sizes_are_one_number_or_three_in_order(text: str) -> None:
    sizes = read_sizes(text)
    assert sizes is None or sizes.min <= sizes.opt <= sizes.max


def test_sizes_as_people_write_them() -> None:
    assert read_sizes(" 48 ") == Sizes(48, 48, 48)
    assert read_sizes("1, 2,3") == read_sizes("1 2 3") == Sizes(1, 2, 3)
    assert [read_sizes(text) for text in ("3 2 1", "1 2", "-1", "99999999999")] == [None] * 4


def strided(path: Path) -> Path:
    """Halves an image twice, doubles it twice and adds it to itself: sizes must be multiples of 4."""
    kernel = graphs.weight("k", numpy.zeros((3, 3, 2, 2), numpy.float32))
    scales = graphs.weight("s", numpy.array([1, 1, 2, 2], numpy.float32))
    nodes = [
        graphs.node("Conv", ["x", "k"], ["a"], strides=[2, 2]),
        graphs.node("Conv", ["a", "k"], ["b"], strides=[2, 2]),
        graphs.node("Resize", ["b", "", "s"], ["c"]),
        graphs.node("Resize", ["c", "", "s"], ["d"]),
        graphs.node("Add", ["d", "x"], ["y"]),
    ]
    x, y = (graphs.value(name, ("n", 3, "h", "w")) for name in "xy")
    path.write_bytes(graphs.model(nodes, [x], [y], [kernel, scales]).SerializeToString())
    return path


def test_the_divisor_of_a_network_that_halves_images_is_found(tmp_path: Path) -> None:
    (line,) = proposal_for(read_model(strided(tmp_path / "net.onnx")), NEVER).lines()
    assert line.about == "0 batch, 2 height (multiples of 4), 3 width (multiples of 4)"
    assert "Add" in ShapeTrial(tmp_path / "net.onnx").fault({"x": [1, 3, 65, 64]})


def windowed(path: Path, window: int = 7) -> Path:
    """Cuts an image into windows by a Reshape whose target follows from the image's own shape."""
    numbers = {"two": 2, "three": 3, "window": window, "kept": -1, "zero": 0, "one": 1}
    weights = [graphs.weight(name, numpy.array([number], numpy.int64)) for name, number in numbers.items()]
    nodes = [
        graphs.node("Shape", ["x"], ["shape"]),
        *(graphs.node("Gather", ["shape", index], [name]) for index, name in (("two", "h"), ("three", "w"))),
        *(graphs.node("Div", [name, "window"], [f"{name}_count"]) for name in "hw"),
        graphs.node("Concat", ["one", "three", "h_count", "window", "w_count", "window"], ["target"], axis=0),
        graphs.node("Reshape", ["x", "target"], ["y"]),
    ]
    model = graphs.model(nodes, [graphs.value("x", (1, 3, "h", "w"))], [graphs.value("y", None)], weights)
    path.write_bytes(model.SerializeToString())
    return path


def test_shapes_that_follow_from_shapes_are_computed(tmp_path: Path) -> None:
    (line,) = proposal_for(read_model(windowed(tmp_path / "net.onnx")), NEVER).lines()
    assert line.about == "2 height (multiples of 7), 3 width (multiples of 7)"
    assert line.shapes == {"min": [1, 3, 70, 70], "opt": [1, 3, 224, 224], "max": [1, 3, 1022, 1022]}
    assert "cannot reshape 1 × 3 × 225 × 224 to 1 × 3 × 32 × 7 × 32 × 7" in ShapeTrial(tmp_path / "net.onnx").fault(
        {"x": [1, 3, 225, 224]}
    )


def test_a_height_that_a_model_needs_is_found() -> None:
    (line,) = proposal_for(read_model(OCR_RECOGNISER.source), NEVER).lines()
    heights, widths = ([sizes[axis] for sizes in line.shapes.values()] for axis in (2, 3))
    assert max(heights) < 96
    assert widths == [64, 512, 1024]


def test_an_input_on_whose_values_shapes_depend_is_found(tmp_path: Path) -> None:
    nodes = [
        graphs.node("Add", ["length", "one"], ["end"]),
        graphs.node("Slice", ["x", "one", "end"], ["s"]),
        graphs.node("Mul", ["count", "count"], ["unused"]),
        graphs.node("Relu", ["s"], ["y"]),
    ]
    length, count = (graphs.value(name, (1,), TensorProto.INT64) for name in ("length", "count"))
    one = graphs.weight("one", numpy.array([1], numpy.int64))
    model = graphs.model(nodes, [graphs.value("x"), length, count], [graphs.value("y", None)], [one])
    (tmp_path / "net.onnx").write_bytes(model.SerializeToString())
    assert ShapeTrial(tmp_path / "net.onnx").shape_inputs == {"length"}


def test_a_model_without_dynamic_inputs_needs_no_profile(tmp_path: Path) -> None:
    path = conv_net(tmp_path / "net.onnx")
    assert list(profile_lines(proposal_for(read_model(path), NEVER))) == []


def test_real_models() -> None:
    def proposed(path: Path) -> tuple[dict[str, dict[str, list[int]]], int]:
        lines = list(profile_lines(proposal_for(read_model(path), NEVER)))
        values = tomllib.loads("\n".join(lines))["model"]["profile"][0] if lines else {}
        return values, "\n".join(lines).count("# decide: ")

    sizes, decisions = proposed(OCR_DETECTOR.source)
    assert (sizes["x"]["min"], sizes["x"]["max"], decisions) == ([1, 3, 64, 64], [1, 3, 1024, 1024], 1)
    assert proposed(PITCH.source) == ({"audio": {"min": [1, 1024], "opt": [1, 16000], "max": [1, 160000]}}, 0)
    sizes, decisions = proposed(VOICE_WITH_IF.source)
    assert (sizes["state"]["max"], sizes["input"]["max"][0], decisions) == ([2, 8, 128], 8, 0)
    sizes, decisions = proposed(OCR_CLASSIFIER_AS_SHIPPED.source)
    assert (sizes["x"]["opt"], decisions) == ([1, 3, 32, 32], 1)
