"""What a model's tables may say of how engines are built; test_variants.py has the variants."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from builder.app_package.model_tables import (
    Defaults,
    ModelSpec,
    Settings,
    Shapes,
    named_capabilities,
    unreachable_variants,
)


def model(**values: Any) -> ModelSpec:
    return ModelSpec.model_validate({"name": "a", "onnx": "a.onnx"} | values)


def defaults(**values: Any) -> Defaults:
    return Defaults.model_validate(values)


@pytest.mark.parametrize("name", ["a", "A-1", "a.b_c-d", "0", "a" * 64])
def test_a_name_of_a_model_can_be_a_file_on_every_system(name: str) -> None:
    assert model(name=name).name == name


@pytest.mark.parametrize("name", ["", "a" * 65, "-a", "a-", "a/b", "a b", "é", "con", "NUL", "lpt1.x"])
def test_what_could_not_be_a_file_is_no_name(name: str) -> None:
    with pytest.raises(ValidationError):
        model(name=name)


@pytest.mark.parametrize(
    ("key", "right", "wrong"),
    [
        ("optimization_level", [0, 5], [-1, 6, 2.5, "3", True]),
        ("workspace_mib", [0, 1 << 24], [-1, (1 << 24) + 1]),
        ("size", [1, (1 << 40) - 1], [0, 1 << 40]),
        ("tf32", [True, False], [1, "yes"]),
        ("compute_capabilities", [[], ["8.9", "12.0"]], [["8"], ["sm_89"], "8.9"]),
        ("input_formats", [{"x": "fp16:chw"}, {}], [{"x": "fp16"}, {"x": "half:chw"}, {"x": "fp16:nope"}, {"x": ":"}]),
        ("silence", [["old-opset"], []], [["everything"]]),
        ("feature", ["AI", "x" * 60], ["", "x" * 61, "a\nb"]),
        ("profile", [[], [{"x": {"min": [1], "opt": [1], "max": [1]}}]], [[{}]]),
    ],
)
def test_each_value_has_its_bounds(key: str, right: list[Any], wrong: list[Any]) -> None:
    for value in right:
        assert key in model(**{key: value}).model_fields_set
    for value in wrong:
        with pytest.raises(ValidationError):
            model(**{key: value})


@pytest.mark.parametrize(("level", "fits"), [(None, True), (2, True), (1, False), (3, False)])
def test_a_heuristic_is_a_level_of_its_own(level: int | None, fits: bool) -> None:
    values: dict[str, Any] = {"heuristic": True} | ({} if level is None else {"optimization_level": level})
    if fits:
        assert Settings.model_validate(values).overrides() == {"optimization_level": 2}
        return
    with pytest.raises(ValidationError, match="but not both"):
        Settings.model_validate(values)


def test_a_layer_overrides_only_what_it_states() -> None:
    assert Settings().overrides() == {}
    assert Settings(heuristic=False, tf32=False, workspace_mib=0).overrides() == {"tf32": False, "workspace_mib": 0}
    # What the plan makes of them is no setting of an engine.
    assert Settings(compute_capabilities=["8.9"]).overrides() == {}


@pytest.mark.parametrize(
    ("smallest", "usual", "largest", "fault"),
    [
        ([1, 2], [1, 2], [1, 2], None),
        ([], [], [], None),
        ([-1], [0], [1], None),
        ([1, 3], [1, 2], [1, 3], "unlike dimension 1"),
        ([1], [3], [2], "unlike dimension 0"),
        ([1], [1, 1], [1], "the same number of dimensions"),
        ([1], [1], [1, 1], "the same number of dimensions"),
        ([1 << 63], [1 << 63], [1 << 63], "less than"),
        ([-(1 << 63) - 1], [0], [0], "greater than"),
    ],
)
def test_shapes_grow_from_the_smallest_to_the_largest(
    smallest: list[int], usual: list[int], largest: list[int], fault: str | None
) -> None:
    values = {"min": smallest, "opt": usual, "max": largest}
    if fault is None:
        assert Shapes.model_validate(values).model_dump() == values
        return
    with pytest.raises(ValidationError, match=fault):
        Shapes.model_validate(values)


@pytest.mark.parametrize(
    ("of_all", "of_model", "backend", "named"),
    [
        ({}, {}, "tensorrt", ()),
        ({"compute_capabilities": ["12.0", "8.9", "8.9"]}, {}, "tensorrt", ("8.9", "12.0")),
        ({"compute_capabilities": ["8.9"]}, {"compute_capabilities": ["7.5"]}, "tensorrt", ("7.5",)),
        ({"compute_capabilities": ["8.9"]}, {"compute_capabilities": []}, "tensorrt", ()),
        ({"compute_capabilities": ["8.9"], "tensorrt": {"compute_capabilities": ["8.6"]}}, {}, "tensorrt", ("8.6",)),
        (
            {"compute_capabilities": ["8.9"], "tensorrt": {"compute_capabilities": ["8.6"]}},
            {},
            "tensorrt-rtx",
            ("8.9",),
        ),
        ({"tensorrt-rtx": {"compute_capabilities": ["8.6"]}}, {}, "tensorrt-rtx", ("8.6",)),
        ({"tensorrt": {"compute_capabilities": ["8.6"]}}, {"compute_capabilities": ["7.5"]}, "tensorrt", ("7.5",)),
    ],
)
def test_the_nearest_layer_says_which_gpus_engines_are_for(
    of_all: dict[str, Any], of_model: dict[str, Any], backend: str, named: tuple[str, ...]
) -> None:
    assert named_capabilities(defaults(**of_all), model(**of_model), backend) == named


@pytest.mark.parametrize(
    ("of_all", "of_model", "variant", "fault"),
    [
        ({}, {}, {"compute_capabilities": ["8.9"]}, None),
        ({}, {}, {"needs": "fp8"}, None),
        ({}, {}, {"compute_capabilities": ["6.1"]}, "GPUs that TensorRT and TensorRT-RTX supports"),
        ({"backend": "tensorrt-rtx"}, {}, {"compute_capabilities": ["9.0"]}, "GPUs that TensorRT-RTX supports"),
        ({"backend": "tensorrt-rtx"}, {"backend": "tensorrt"}, {"compute_capabilities": ["9.0"]}, None),
        ({"compute_capabilities": ["8.6"]}, {}, {"compute_capabilities": ["8.9"]}, "engines are built for: 8.6"),
        ({"compute_capabilities": ["8.6"]}, {}, {"compute_capabilities": ["8.9", "8.6"]}, None),
        ({"compute_capabilities": ["8.6"]}, {}, {"needs": "fp8"}, "engines are built for: 8.6"),
        ({"compute_capabilities": ["8.6", "8.9"]}, {}, {"needs": "fp8"}, None),
    ],
)
def test_a_variant_that_no_gpu_can_get_is_a_fault(
    of_all: dict[str, Any], of_model: dict[str, Any], variant: dict[str, Any], fault: str | None
) -> None:
    spec = model(variant=[{"onnx": "b.onnx", "compute_capabilities": ["8.9", "8.6"]}, {"onnx": "c.onnx"} | variant])
    found = list(
        unreachable_variants(defaults(**of_all), [model(), model(**of_model, variant=spec.variant)], "app.toml")
    )
    if fault is None:
        assert found == []
        return
    (only,) = found
    assert only.key == f"model[1].variant[1].{next(iter(variant))}"
    assert only.expected.endswith(fault)
