"""The keys that a setting's new value comes from."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from builder.app_package.model_tables import Defaults, ModelSpec
from builder.app_package.package import PackagedModel, PackagedPlugin
from builder.app_package.package_files import PackageFile
from builder.app_package.systems import THIS_SYSTEM
from builder.vendor.releases.causes import keys_of_settings

BACKEND = "tensorrt-rtx"
FILE = PackageFile(Path("alpha.onnx"), "alpha.onnx", "0" * 64, 1)
LAYERS = ("defaults", f"defaults.{BACKEND}", "model[alpha]", f"model[alpha].{BACKEND}")
Layers = dict[str, dict[str, Any]]

settings = st.fixed_dictionaries(
    {}, optional={"workspace_mib": st.sampled_from([0, 1, 2]), "tf32": st.booleans(), "weight_streaming": st.booleans()}
)
layers = st.fixed_dictionaries(dict.fromkeys(LAYERS, settings))


def model_of(stated: Layers) -> PackagedModel:
    defaults, defaults_rtx, own, own_rtx = (stated[place] for place in LAYERS)
    spec = ModelSpec.model_validate({"name": "alpha", "onnx": "alpha.onnx", **own, BACKEND: own_rtx})
    return PackagedModel(spec, Defaults.model_validate({**defaults, BACKEND: defaults_rtx}), FILE, ())


@given(layers, layers)
def test_taking_back_the_keys_that_are_named_takes_back_the_settings(before: Layers, after: Layers) -> None:
    was, now = model_of(before), model_of(after)
    keys = keys_of_settings(was, now, BACKEND)
    assert bool(keys) == (was.settings_for(BACKEND) != now.settings_for(BACKEND))
    taken_back = copy.deepcopy(after)
    for key in keys:
        place, _, name = key.rpartition(".")
        taken_back[place].pop(name, None)
        if name in before[place]:
            taken_back[place][name] = before[place][name]
        assert before[place].get(name) != after[place].get(name)
    assert model_of(taken_back).settings_for(BACKEND) == was.settings_for(BACKEND)


def test_a_plugin_is_another_one_or_is_named_or_not() -> None:
    def model_with(**plugins: str) -> PackagedModel:
        stated: Layers = {place: {} for place in LAYERS}
        alpha = model_of(stated | ({"model[alpha]": {"plugins": list(plugins)}} if plugins else {}))
        own = (PackagedPlugin(name, ("Own",), replace(FILE, sha256=sha256)) for name, sha256 in plugins.items())
        return replace(alpha, plugins=tuple(own))

    without, one, other = model_with(), model_with(ops="1" * 64), model_with(ops="2" * 64)
    assert keys_of_settings(one, other, BACKEND) == [f"plugin[ops].{THIS_SYSTEM}.sha256"]
    assert (
        keys_of_settings(without, one, BACKEND) == keys_of_settings(one, without, BACKEND) == ["model[alpha].plugins"]
    )
    assert keys_of_settings(one, one, BACKEND) == []
