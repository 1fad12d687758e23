"""What would make a model faster or smaller: said where it is worth it, and only there."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import numpy
import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import TensorProto

from builder.app_package.model_tables import AdviceName, Shapes
from builder.app_package.package import AppPackage, PackagedModel, load_package
from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled, PackageInvalid
from builder.vendor.advice.advice import Advice
from builder.vendor.advice.advise import RULES, advise
from tests.support.graphs import model, node, value, weight
from tests.support.mutated_models import base_models, mutated_models
from tests.support.packages import model_entry, write_manifest
from tests.support.program import ROOT

HALF = TensorProto.FLOAT16
FLOAT = TensorProto.FLOAT
Ranges = Mapping[str, tuple[Sequence[int], Sequence[int], Sequence[int]]]


def profile(ranges: Ranges) -> dict[str, Any]:
    return {name: dict(zip(("min", "opt", "max"), map(list, ends), strict=True)) for name, ends in ranges.items()}


def package(folder: Path, *made: onnx.ModelProto, ranges: Ranges | None = None, **values: Any) -> AppPackage:
    folder.mkdir(exist_ok=True)
    entries = []
    for number, each in enumerate(made):
        path = folder / f"model{number}.onnx"
        path.write_bytes(each.SerializeToString())
        entries.append(model_entry(folder, path, **({"profile": [profile(ranges)]} if ranges else {}), **values))
    return load_package(write_manifest(folder, *entries))


def one(folder: Path, made: onnx.ModelProto, **values: Any) -> PackagedModel:
    (only,) = package(folder, made, **values).models
    return only


def names(advice: Sequence[Advice]) -> list[str]:
    return [each.name for each in advice]


def convolutions(channels: Sequence[int], size: int | str = 512, kind: int = HALF) -> onnx.ModelProto:
    """Convolutions of 3 × 3 one after the other."""
    dtype = "e" if kind == HALF else "f"
    pairs = list(itertools.pairwise(channels))
    nodes = [node("Conv", [f"t{i}", f"w{i}"], [f"t{i + 1}"], pads=[1] * 4) for i in range(len(pairs))]
    weights = [weight(f"w{i}", numpy.zeros((out, into, 3, 3), dtype)) for i, (into, out) in enumerate(pairs)]
    dims = [1, channels[0], *((size, size) if isinstance(size, int) else ("h", "w"))]
    return model(nodes, [value("t0", dims, kind)], [value(f"t{len(pairs)}", None, kind)], weights)


@pytest.mark.parametrize("name", ["upscale-x3", "upscale-x3-fp16", "denoise", "denoise-fp16"])
def test_the_demo_is_left_alone(name: str) -> None:
    models = load_package(ROOT / "assets").models
    (demo,) = (each for each in models if each.name == name)
    assert advise(demo, others=[each for each in models if each is not demo]) == ()


def test_channels_that_are_not_aligned_are_told_with_their_share(tmp_path: Path) -> None:
    (advice,) = advise(one(tmp_path, convolutions([3, 64, 60, 64, 3])))
    assert (advice.name, advice.model) == ("channel-alignment", "model0")
    assert advice.what.startswith("2 of 4 convolutions and matrix products")
    assert "multiples of 8 (fp16): 60." in advice.what
    share = 2 * 64 * 60 / (3 * 64 + 2 * 64 * 60 + 64 * 3)
    assert f"{share:.0%} of the multiply-adds" in advice.worth
    assert "such as 60 to 64" in advice.remedy


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(convolutions([3, 64, 64, 3]), id="the colors of an image"),
        pytest.param(convolutions([3, 64, 60, 64, 3], size=64), id="little work"),
        pytest.param(convolutions([3, *[64] * 12, 27, 64, 3]), id="a small share"),
    ],
)
def test_alignment_is_no_matter_for_trifles(tmp_path: Path, made: onnx.ModelProto) -> None:
    assert advise(one(tmp_path, made)) == ()


def test_tf32_needs_multiples_of_four_only(tmp_path: Path) -> None:
    assert "channel-alignment" not in names(advise(one(tmp_path / "60", convolutions([3, 64, 60, 64], kind=FLOAT))))
    assert "channel-alignment" in names(advise(one(tmp_path / "62", convolutions([3, 64, 62, 64], kind=FLOAT))))


def test_a_model_in_fp32_is_told_what_fp16_would_bring(tmp_path: Path) -> None:
    (advice,) = advise(one(tmp_path, convolutions([3, 64, 64, 3], kind=FLOAT)))
    assert advice.name == "fp32-on-tensor-cores"
    assert advice.what.startswith("The model computes 10.6 billion multiply-adds in fp32, at least 3.3 ms")


def test_a_model_whose_conversion_is_in_the_package_is_not(tmp_path: Path) -> None:
    both = package(tmp_path, convolutions([3, 64, 64, 3], kind=FLOAT), convolutions([3, 64, 64, 3])).models
    assert advise(both[0], others=[both[1]]) == ()
    assert names(advise(both[0])) == ["fp32-on-tensor-cores"]


def test_a_model_with_a_variant_in_fp16_is_not(tmp_path: Path) -> None:
    package(tmp_path, convolutions([3, 64, 64, 3], kind=FLOAT), with_casts(convolutions([3, 64, 64, 3])))
    own, half = (tmp_path / f"model{number}.onnx" for number in range(2))
    variant = {"onnx": half.name, "sha256": model_entry(tmp_path, half)["sha256"], "compute_capabilities": ["8.9"]}
    (both,) = load_package(write_manifest(tmp_path, model_entry(tmp_path, own, variant=[variant]))).models
    assert advise(both) == ()
    assert names(advise(replace(both, variants=()))) == ["fp32-on-tensor-cores"]
    assert advise(both.variants[0]) == ()


def with_casts(half: onnx.ModelProto) -> onnx.ModelProto:
    """The same with inputs and outputs in fp32, as variants need them."""
    (given,), (made,) = half.graph.input, half.graph.output
    given.type.tensor_type.elem_type = made.type.tensor_type.elem_type = FLOAT
    nodes = list(half.graph.node)
    nodes[0].input[0], nodes[-1].output[0] = "in_half", "out_half"
    first = node("Cast", [given.name], ["in_half"], to=HALF)
    last = node("Cast", ["out_half"], [made.name], to=FLOAT)
    return model([first, *nodes, last], [given], [made], list(half.graph.initializer))


def test_another_model_in_fp16_is_no_excuse(tmp_path: Path) -> None:
    both = package(tmp_path, convolutions([3, 64, 64, 3], kind=FLOAT), convolutions([3, 64, 64, 64, 3])).models
    assert names(advise(both[0], others=[both[1]])) == ["fp32-on-tensor-cores"]


def test_equal_weights_cost_downloads(tmp_path: Path) -> None:
    big = numpy.arange(600 * 512, dtype="e").reshape(600, 512)
    names_of = ("first", "second")
    nodes = [node("Add", ["x", name], [f"y_{name}"]) for name in names_of]
    outputs = [value(f"y_{name}", [600, 512], HALF) for name in names_of]
    made = model(nodes, [value("x", [600, 512], HALF)], outputs, [weight(name, big) for name in names_of])
    assert advise(one(tmp_path / "small", made)) == ()
    bigger = numpy.arange(2400 * 512, dtype="e").reshape(2400, 512)
    for tensor in made.graph.initializer:
        tensor.CopyFrom(weight(tensor.name, bigger))
    made.graph.input[0].CopyFrom(value("x", [2400, 512], HALF))
    for output in made.graph.output:
        output.CopyFrom(value(output.name, [2400, 512], HALF))
    (advice,) = advise(one(tmp_path, made))
    assert advice.name == "duplicate-weights"
    assert "'first', 'second'" in advice.what


def layer_norm(kind: int) -> onnx.ModelProto:
    dtype = "e" if kind == HALF else "f"
    return model(
        [
            node("ReduceMean", ["x"], ["m"], axes=[-1]),
            node("Sub", ["x", "m"], ["d"]),
            node("Pow", ["d", "two"], ["q"]),
            node("ReduceMean", ["q"], ["v"], axes=[-1]),
            node("Add", ["v", "epsilon"], ["e"]),
            node("Sqrt", ["e"], ["s"]),
            node("Div", ["d", "s"], ["y"]),
        ],
        [value("x", [4, 8], kind)],
        [value("y", [4, 8], kind)],
        [weight("two", numpy.array(2, dtype)), weight("epsilon", numpy.array(1e-4, dtype))],
    )


def test_a_layer_normalization_that_is_written_out_in_fp16_may_be_infinite(tmp_path: Path) -> None:
    assert names(advise(one(tmp_path / "half", layer_norm(HALF)))) == ["old-opset"]
    assert advise(one(tmp_path / "single", layer_norm(FLOAT))) == ()


def two_inputs(first: Sequence[int | str], second: Sequence[int | str]) -> onnx.ModelProto:
    nodes = [node("Relu", ["a"], ["c"]), node("Relu", ["b"], ["d"])]
    return model(nodes, [value("a", first), value("b", second)], [value("c", None), value("d", None)])


def test_one_name_for_two_ranges_leaves_what_both_have(tmp_path: Path) -> None:
    ranges = {"a": ([1, 4], [8, 4], [64, 4]), "b": ([4, 4], [8, 4], [32, 4])}
    (advice,) = advise(one(tmp_path, two_inputs(["n", 4], ["n", 4]), ranges=ranges))
    assert advice.name == "shared-profile-dimensions"
    assert "only 4 to 32 can be used" in advice.worth


def test_one_name_twice_in_an_input_allows_squares_only(tmp_path: Path) -> None:
    ranges = {"a": ([1, 8, 8], [1, 16, 16], [1, 32, 32]), "b": ([4], [4], [4])}
    (advice,) = advise(one(tmp_path, two_inputs([1, "size", "size"], [4]), ranges=ranges))
    assert "32 and 32 can be run, 32 and 8 cannot" in advice.worth
    assert advise(one(tmp_path / "mask", two_inputs([1, "seq_len", "seq_len"], [4]), ranges=ranges)) == ()


@pytest.mark.parametrize(
    ("first", "second", "most"),
    [(["n", 4], ["n", 4], 8), (["n", "m"], [4, 4], 8), (["n", 4], [4, "n"], 3)],
    ids=["equal ranges of a batch", "names of their own", "a contradiction, which the library refuses"],
)
def test_shared_names_that_do_no_harm_are_left_alone(
    tmp_path: Path, first: list[Any], second: list[Any], most: int
) -> None:
    ranges = {"a": ([1, 4], [2, 4], [most, 4]), "b": ([1, 4], [2, 4], [8, 4])}
    assert advise(one(tmp_path, two_inputs(first, second), ranges=ranges)) == ()


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        (([1, 3, 64, 64], [1, 3, 64, 64], [1, 3, 512, 512]), "the smallest; the largest is 64 times as large"),
        (([1, 3, 64, 64], [1, 3, 1024, 1024], [1, 3, 1024, 1024]), "the largest, 256 times as large as the smallest"),
        (([1, 3, 64, 64], [1, 3, 256, 256], [1, 3, 1024, 1024]), None),
        (([1, 3, 64, 64], [1, 3, 64, 64], [1, 3, 128, 128]), None),
        (([1, 3, 256, 256], [1, 3, 1024, 1024], [1, 3, 1024, 1024]), None),
        (([1, 3, 64, 64], [1, 3, 64, 64], [32, 3, 64, 64]), None),
    ],
    ids=["smallest", "largest", "between", "near the smallest", "near the largest", "a batch of one"],
)
def test_an_opt_at_the_far_end(tmp_path: Path, ends: tuple[list[int], list[int], list[int]], told: str | None) -> None:
    made = model([node("Relu", ["a"], ["b"])], [value("a", ["n", 3, "h", "w"])], [value("b", None)])
    found = [advice for advice in advise(one(tmp_path, made, ranges={"a": ends})) if advice.name == "unused-opt"]
    assert [told in advice.what for advice in found if told] == ([True] if told else [])
    assert bool(found) == bool(told)


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 5000)), min_size=2, max_size=4),
    st.sampled_from(["input", "input:0", 'with "quotes"']),
)
def test_proposals_can_be_pasted_into_app_toml(sizes: list[tuple[int, int]], name: str) -> None:
    from builder.vendor.advice.profile_rules import proposed_profile

    low = [least for least, _ in sizes]
    shapes = Shapes(min=low, opt=low, max=[least + more for least, more in sizes])
    (read,) = tomllib.loads(proposed_profile(name, shapes)).items()
    assert read[0] == name
    assert Shapes(**read[1]).max == shapes.max


def test_shapes_far_above_opt_take_memory(tmp_path: Path) -> None:
    made = convolutions([3, 64, 64, 3], size="dynamic")
    ends = ([1, 3, 256, 256], [1, 3, 512, 512], [1, 3, 4096, 4096])
    (advice,) = advise(one(tmp_path, made, ranges={"t0": ends}))
    assert advice.name == "wide-profile"
    assert "4 GB at max and 64 MB at opt" in advice.worth
    near = ([1, 3, 256, 256], [1, 3, 1024, 1024], [1, 3, 2048, 2048])
    assert advise(one(tmp_path / "near", made, ranges={"t0": near})) == ()


def test_what_has_to_be_measured_is_only_told_where_the_library_shows_a_difference(tmp_path: Path) -> None:
    ends = ([1, 4], [1, 4], [64, 4])
    subject = one(tmp_path, two_inputs(["n", 4], [4]), ranges={"a": ends})

    def measure(changed: PackagedModel) -> int:
        return 4_000_000 if changed.spec.profile[0]["a"].max == [1, 4] else 4_600_000

    (advice,) = advise(subject, measure=measure)
    assert advice.name == "fixable-dimension"
    assert "takes 4.6 MB and would take 4 MB" in advice.worth
    assert advise(subject, measure=lambda _: 4_600_000) == ()
    assert advise(subject, measure=lambda _: None) == ()
    assert advise(subject) == ()


def test_silence_for_one_model_and_for_all(tmp_path: Path) -> None:
    made = convolutions([3, 64, 60, 64], kind=HALF)

    def refuse(_: PackagedModel) -> int:
        raise AssertionError("what is silenced is not measured")

    assert advise(one(tmp_path / "model", made, silence=["channel-alignment"]), measure=refuse) == ()
    folder = tmp_path / "all"
    package(folder, made)
    entry = model_entry(folder, folder / "model0.onnx", silence=["unused-opt"])
    (silenced,) = load_package(write_manifest(folder, entry, defaults={"silence": ["channel-alignment"]})).models
    assert silenced.silenced == {"unused-opt", "channel-alignment"}
    assert advise(silenced) == ()


def test_unknown_names_are_faults(tmp_path: Path) -> None:
    with pytest.raises(PackageInvalid) as caught:
        one(tmp_path, layer_norm(FLOAT), silence=["channel-aligment"])
    (fault,) = caught.value.faults
    assert (fault.key, fault.found) == ("model[0].silence[0]", "'channel-aligment'")
    assert "'channel-alignment'" in fault.expected


def test_every_name_has_a_rule_and_its_source_in_the_docs() -> None:
    page = (ROOT / "docs/vendors/advice.md").read_text(encoding="utf-8")
    known = set(get_args(AdviceName))
    assert set(RULES) == known
    assert set(re.findall(r"^## `([a-z0-9-]+)`$", page, re.MULTILINE)) == known


def test_no_onnx_model_gets_no_advice(tmp_path: Path) -> None:
    subject = one(tmp_path, layer_norm(HALF))
    subject.onnx.path.write_bytes(b"nothing of the kind")
    assert advise(subject) == ()


def test_damaged_models_do_not_stop_it(tmp_path: Path) -> None:
    subject = one(tmp_path, layer_norm(HALF), ranges={"x": ([1, 8], [2, 8], [4, 8])})
    for seed, content in itertools.islice(mutated_models(base_models(tmp_path)), 300):
        subject.onnx.path.write_bytes(content)
        assert isinstance(advise(subject), tuple), seed


def test_cancelling_ends_it(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        advise(one(tmp_path, layer_norm(HALF)), cancel=cancel)
