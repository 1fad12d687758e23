"""What app.toml says of a network against the network itself, with stand-ins for what the library has parsed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from builder.base.errors import ModelInvalid
from builder.base.events import BuildJob, InputFile
from builder.base.settings import BuildSettings
from builder.worker.settings_check import check_against_settings

Shapes = dict[str, list[int]]

LARGEST, INT32, INT64 = (1 << 31) - 1, (1 << 31) - 1, (1 << 63) - 1


def tensor(
    name: str,
    shape: Sequence[int],
    kind: str = "FLOAT",
    *,
    values: bool = False,
    names: Mapping[int, str] | None = None,
) -> Any:
    """A tensor of a network; with `values`, shapes inside the model depend on what it holds."""
    return SimpleNamespace(
        name=name,
        shape=tuple(shape),
        dtype=SimpleNamespace(name=kind),
        is_shape_tensor=values,
        get_dimension_name=lambda axis: (names or {}).get(axis, ""),
    )


def shapes(least: list[int], usual: list[int], most: list[int]) -> Shapes:
    return {"min": least, "opt": usual, "max": most}


def faults(
    inputs: Sequence[Any], outputs: Sequence[Any] = (), layers: Sequence[Sequence[str]] = (), **settings: Any
) -> list[tuple[str, str, str]]:
    """The key, what was found and what was expected, of everything that does not fit."""
    made: list[Any] = [
        SimpleNamespace(
            num_outputs=len(kinds),
            get_output=lambda number, kinds=kinds: SimpleNamespace(dtype=SimpleNamespace(name=kinds[number])),
        )
        for kinds in layers
    ]
    network: Any = SimpleNamespace(
        num_inputs=len(inputs),
        get_input=inputs.__getitem__,
        num_outputs=len(outputs),
        get_output=outputs.__getitem__,
        num_layers=len(made),
        get_layer=made.__getitem__,
    )
    file = InputFile("alpha.onnx", None)
    given = BuildSettings(**settings)
    job = BuildJob("alpha", "tensorrt", file, (), "alpha.engine", given, (), None, None, place="model[1]")
    try:
        check_against_settings(network, job)
    except ModelInvalid as error:
        raised = error
    else:
        return []
    assert raised.message.startswith("app.toml does not fit the ONNX file of the model 'alpha'.")
    assert all(fault.file == "app.toml" and fault.key.startswith("model[1].") for fault in raised.faults)
    assert all(fault.item == "model 'alpha'" and fault.key == f"model[1].{fault.inner}" for fault in raised.faults)
    return [(fault.inner or "", fault.found, fault.expected) for fault in raised.faults]


X = tensor("x", [-1, 4], names={0: "rows"})
FIXED = tensor("f", [1, 3])
COUNT = tensor("count", [2], "INT64", values=True)


def test_a_network_of_fixed_sizes_needs_no_profile() -> None:
    assert faults([FIXED]) == []
    assert faults([FIXED], profiles=[{"f": shapes([1, 3], [1, 3], [1, 3])}]) == []


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (X, "the input 'x' (fp32 ?x4), whose dimension 0 ('rows') is dynamic"),
        (tensor("x", [4, -1]), "the input 'x' (fp32 4x?), whose dimension 1 is dynamic"),
        (
            tensor("x", [-1, 4, -1], "HALF", names={0: "rows"}),
            "the input 'x' (fp16 ?x4x?), whose dimensions 0 ('rows'), 2 are dynamic",
        ),
        (
            COUNT,
            "the values of the input 'count' (int64 2), on which shapes inside the model depend; a model that has it "
            "as a constant needs none",
        ),
    ],
)
def test_without_a_profile_each_input_says_what_one_has_to_hold(given: Any, wanted: str) -> None:
    assert faults([FIXED, given]) == [("profile", "none", f"an optimization profile for {wanted}")]


def test_each_profile_holds_every_input_that_needs_one_and_no_other_names() -> None:
    whole: dict[str, Shapes] = {"x": shapes([1, 4], [2, 4], [3, 4]), "count": shapes([1, 1], [2, 2], [3, 3])}
    assert faults([X, COUNT], profiles=[whole]) == []
    found = faults([X, COUNT, FIXED], profiles=[whole, {"y": shapes([1], [1], [1])}])
    assert sorted(found) == [
        ("profile[1]", "nothing for the input 'count'", f"min, opt and max of {_of_count()}"),
        ("profile[1]", "nothing for the input 'x'", "min, opt and max for each dynamic input"),
        ("profile[1].y", "an unknown input", "one of 'x', 'count', 'f'"),
    ]


def _of_count() -> str:
    (fault,) = faults([COUNT])
    return fault[2].removeprefix("an optimization profile for ")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (shapes([0, 4], [2, 4], [LARGEST, 4]), []),
        (shapes([-1, 4], [2, 4], [3, 4]), [("min[0]", "-1", f"0 to {LARGEST}, which is what the library takes")]),
        (
            shapes([1, 4], [2, 4], [LARGEST + 1, 4]),
            [("max[0]", str(LARGEST + 1), f"0 to {LARGEST}, which is what the library takes")],
        ),
        (shapes([1, 4], [-2, 4], [3, 4]), [("opt[0]", "-2", f"0 to {LARGEST}, which is what the library takes")]),
        (shapes([1], [2], [3]), [("", "1 dimension", "2, as in fp32 ?x4")]),
        (shapes([1, 4, 1], [2, 4, 1], [3, 4, 1]), [("", "3 dimensions", "2, as in fp32 ?x4")]),
        (
            shapes([1, 4], [2, 5], [3, 4]),
            [("", "[4, 5, 4] in dimension 1", "4, which is fixed in the model")],
        ),
    ],
)
def test_sizes_are_those_of_the_network_and_what_the_library_takes(
    given: Shapes, found: list[tuple[str, str, str]]
) -> None:
    assert faults([X], profiles=[{"x": given}]) == [
        (f"profile[0].x.{place}" if place else "profile[0].x", what, wanted) for place, what, wanted in found
    ]


@pytest.mark.parametrize(
    ("kind", "least", "most"),
    [("INT32", -INT32 - 1, INT32), ("INT64", -INT64 - 1, INT64), ("BOOL", 0, 1), ("FLOAT", -INT64 - 1, INT64)],
)
def test_values_are_what_their_input_can_hold(kind: str, least: int, most: int) -> None:
    count = tensor("n", [1], kind, values=True)
    assert faults([count], profiles=[{"n": shapes([least], [0], [most])}]) == []
    wanted = f"{least} to {most}, which is what the library takes"
    assert faults([count], profiles=[{"n": shapes([least - 1], [0], [most + 1])}]) == [
        ("profile[0].n.min[0]", str(least - 1), wanted),
        ("profile[0].n.max[0]", str(most + 1), wanted),
    ]


@pytest.mark.parametrize(
    ("shape", "values", "found"),
    [
        ([2], [1, 1], None),
        ([2], [1], ("1 value", "2, as in int64 2")),
        ([2, 2], [1, 1, 1], ("3 values", "4, as in int64 2x2")),
        ([], [1], None),
        ([], [], ("0 values", "1, as in int64 scalar")),
        # How many it has is known only when it runs.
        ([-1], [1, 2, 3], None),
        ([0], [], None),
        ([0], [1], ("1 value", "0, as in int64 0")),
        # Nothing more is said of them.
        ([2], [1 << 63], ("1 value", "2, as in int64 2")),
    ],
)
def test_there_are_as_many_values_as_their_input_has(
    shape: list[int], values: list[int], found: tuple[str, str] | None
) -> None:
    count = tensor("n", shape, "INT64", values=True)
    assert faults([count], profiles=[{"n": shapes(values, values, values)}]) == (
        [("profile[0].n", *found)] if found else []
    )


def test_a_dimension_of_no_size_at_all_is_fixed() -> None:
    empty = tensor("x", [0], names={0: "rows"})
    assert faults([empty], profiles=[{"x": shapes([0], [0], [0])}]) == []
    assert faults([empty], profiles=[{"x": shapes([0], [1], [1])}]) == [
        ("profile[0].x", "[0, 1, 1] in dimension 0", "0, which is fixed in the model")
    ]
    profile = {"x": shapes([0], [0], [0]), "u": shapes([1, 4], [8, 4], [9, 4])}
    assert faults([empty, tensor("u", [-1, 4], names={0: "rows"})], profiles=[profile]) == []


def test_dimensions_of_one_name_have_one_usual_size() -> None:
    u = tensor("u", [2, -1], names={1: "rows"})
    profile = {"x": shapes([1, 4], [8, 4], [9, 4]), "u": shapes([2, 2], [2, 8], [2, 20])}
    assert faults([X, u], profiles=[profile]) == []
    profile["u"] = shapes([2, 2], [2, 7], [2, 20])
    assert faults([X, u], profiles=[profile]) == [
        (
            "profile[0].u.opt[1]",
            "7",
            "8, as in profile[0].x.opt[0]: the model gives both dimensions the name 'rows', and the library takes "
            "equal names for equal sizes; or a model with a name of its own for each",
        )
    ]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(tensor("u", [-1], names={0: "columns"}), id="another name"),
        pytest.param(tensor("u", [-1]), id="no name"),
        pytest.param(tensor("u", [7], names={0: "rows"}), id="a fixed size"),
        pytest.param(tensor("u", [1], "INT64", values=True, names={0: "rows"}), id="values"),
    ],
)
def test_other_dimensions_may_have_other_sizes(other: Any) -> None:
    profile = {"u": shapes([7], [7], [7]), "x": shapes([1, 4], [8, 4], [9, 4])}
    assert faults([X, other], profiles=[profile]) == []
    unnamed = tensor("x", [-1, -1])
    assert faults([unnamed], profiles=[{"x": shapes([1, 1], [2, 3], [4, 4])}]) == []


def test_a_wrong_number_of_dimensions_is_the_only_thing_said_of_an_input() -> None:
    u = tensor("u", [-1, 2], names={0: "rows"})
    profile = {"x": shapes([1, 4], [8, 4], [9, 4]), "u": shapes([-7], [-7], [-7])}
    assert faults([X, u], profiles=[profile]) == [("profile[0].u", "1 dimension", "2, as in fp32 ?x2")]


def test_formats_name_what_is_there_with_the_type_that_it_has() -> None:
    y = tensor("y", [1], "HALF")
    assert faults([FIXED], [y], input_formats={"f": "fp32:hwc"}, output_formats={"y": "fp16:chw"}) == []
    found = faults(
        [FIXED],
        [y],
        input_formats={"f": "fp16:hwc", "y": "fp16:chw"},
        output_formats={"y": "fp32:chw", "f": "fp32:hwc"},
    )
    typed = "strongly typed networks keep the model's data type"
    assert found == [
        ("input_formats.f", "'fp16:hwc'", f"'fp32:…': {typed}"),
        ("input_formats.y", "an unknown name", "one of 'f'"),
        ("output_formats.y", "'fp32:chw'", f"'fp16:…': {typed}"),
        ("output_formats.f", "an unknown name", "one of 'y'"),
    ]


@pytest.mark.parametrize(
    ("layers", "held"),
    [
        ([], ["fp32"]),
        ([["FLOAT"], ["INT64"]], ["fp32"]),
        ([["HALF"], ["FLOAT"]], ["fp16"]),
        ([["FLOAT", "BF16"], ["FP8"], ["INT8"], ["INT4"], ["FP4"]], ["bf16", "fp4", "fp8", "int4", "int8"]),
    ],
)
def test_the_precision_is_one_that_layers_compute_in(layers: list[list[str]], held: list[str]) -> None:
    assert faults([FIXED], layers=layers) == []
    for precision in ("fp32", "fp16", "bf16", "fp8", "int8", "int4", "fp4"):
        wanted = f"what the ONNX holds: {', '.join(held)}"
        expected = [] if precision in held else [("precision", repr(precision), wanted)]
        assert faults([FIXED], layers=layers, precision=precision) == expected


def test_everything_that_does_not_fit_is_said_at_once() -> None:
    found = faults([X], precision="fp16", input_formats={"y": "fp32:chw"})
    assert [key for key, _, _ in found] == ["profile", "input_formats.y", "precision"]
