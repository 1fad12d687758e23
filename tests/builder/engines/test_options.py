"""What engines are built as: features that are left out, and whether this computer's GPUs count."""

from __future__ import annotations

import pytest

from builder.engines.options import EngineOptions


@pytest.mark.parametrize(
    ("feature", "on_demand", "left_out"),
    [
        (None, False, False),
        ("usual", False, False),
        ("without", False, True),
        ("without", True, True),
        ("usual", True, True),
        ("wanted", True, False),
        ("wanted", False, False),
        ("both", True, True),
    ],
)
def test_a_feature_is_left_out_as_asked_and_one_on_demand_until_it_is_asked_for(
    feature: str | None, on_demand: bool, left_out: bool
) -> None:
    options = EngineOptions(without=("without", "both"), wanted=("wanted", "both"))
    assert options.leaves_out(feature, on_demand=on_demand) == left_out


def test_only_what_is_built_for_others_ignores_the_gpus_of_this_computer() -> None:
    assert not EngineOptions().ignores_gpus
    assert not EngineOptions(gpu="0").ignores_gpus
    assert EngineOptions(portable=True).ignores_gpus
    assert EngineOptions(targets=("8.9",)).ignores_gpus
