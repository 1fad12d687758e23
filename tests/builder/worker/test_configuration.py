"""Whatever the library's Python API raises while it is configured is its refusal of a setting, which is named."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from builder.base.errors import OutOfMemory, PackageInvalid
from builder.base.events import BuildJob, InputFile
from builder.base.settings import BuildSettings
from builder.base.text import say
from builder.worker.configuration import configure

PROFILE = {"x": {"min": [1, 4], "opt": [2, 4], "max": [3, 4]}, "count": {"min": [1], "opt": [1], "max": [1]}}
SETTINGS = BuildSettings(
    workspace_mib=64,
    tf32=False,
    weight_streaming=True,
    hardware_compatibility="ampere-plus",
    version_compatible=True,
    input_formats={"x": "fp32:hwc"},
    output_formats={"y": "fp32:hwc"},
    profiles=[PROFILE],
)


class Refusing:
    """Takes every setting and answers every call, but raises at one name."""

    def __init__(self, name: str, error: Exception, answers: dict[str, Any]) -> None:
        if name in answers and callable(answers[name]):
            answers = answers | {name: self._refuse}
        vars(self).update(answers, _name=name, _error=error)

    _name: str
    _error: Exception

    def __setattr__(self, name: str, value: object) -> None:
        if name == self._name:
            raise self._error
        vars(self)[name] = value

    def _refuse(self, *_arguments: object) -> None:
        raise self._error


def attempt(name: str, error: Exception) -> None:
    """Configure a builder with every setting there is; its API raises an error at one name."""
    limits: dict[Any, int] = {}
    profile = Refusing(name, error, {"set_shape": lambda *_: None, "set_shape_input": lambda *_: None})
    config = Refusing(
        name,
        error,
        {
            "set_memory_pool_limit": limits.__setitem__,
            "get_memory_pool_limit": limits.__getitem__,
            "clear_flag": lambda _flag: None,
            "set_flag": lambda _flag: None,
            "get_flag": lambda _flag: True,
            "num_compute_capabilities": 0,
            "set_compute_capability": lambda _capability, _index: True,
            "add_optimization_profile": lambda _profile: 0,
        },
    )
    inputs = [
        Refusing(name, error, {"name": "x", "is_shape_tensor": False}),
        Refusing(name, error, {"name": "count", "is_shape_tensor": True}),
    ]
    network: Any = SimpleNamespace(
        num_inputs=2,
        get_input=inputs.__getitem__,
        num_outputs=1,
        get_output=lambda _index: Refusing("", error, {"name": "y", "is_shape_tensor": False}),
    )
    library: Any = SimpleNamespace(
        MemoryPoolType=SimpleNamespace(WORKSPACE=0),
        BuilderFlag=SimpleNamespace(TF32=0, WEIGHT_STREAMING=1, VERSION_COMPATIBLE=2),
        ProfilingVerbosity=SimpleNamespace(LAYER_NAMES_ONLY=0),
        HardwareCompatibilityLevel=SimpleNamespace(AMPERE_PLUS=0),
        ComputeCapability=SimpleNamespace(SM89=0),
        TensorFormat=SimpleNamespace(HWC=0),
    )
    builder: Any = SimpleNamespace(create_builder_config=lambda: config, create_optimization_profile=lambda: profile)
    job = BuildJob(
        model="alpha",
        backend="tensorrt",
        onnx=InputFile("alpha.onnx", None),
        external_data=(),
        output="alpha.engine",
        settings=SETTINGS,
        targets=("8.9",),
        load_on=None,
        gpu_uuid=None,
    )
    configure(library, builder, network, job)


SETTING_BY_CALL = {
    "builder_optimization_level": "optimization_level",
    "set_memory_pool_limit": "workspace_mib",
    "clear_flag": "tf32",
    "profiling_verbosity": "profiling_verbosity",
    "set_flag": "weight_streaming",
    "hardware_compatibility_level": "hardware_compatibility",
    "num_compute_capabilities": "compute_capabilities",
    "set_compute_capability": "compute_capabilities",
    "allowed_formats": "input_formats.x",
    "set_shape": "profile[0].x",
    "set_shape_input": "profile[0].count",
    "add_optimization_profile": "profile[0]",
}


@pytest.mark.parametrize(
    "error", [TypeError("incompatible function arguments"), ValueError("4294967296"), OverflowError()]
)
@pytest.mark.parametrize(("name", "setting"), SETTING_BY_CALL.items())
def test_an_exception_of_the_library_names_the_setting(name: str, setting: str, error: Exception) -> None:
    with pytest.raises(PackageInvalid) as raised:
        attempt(name, error)
    assert raised.value.message == f"The engine library does not accept {setting} of the model 'alpha'."
    assert raised.value.hint == "Change or remove the setting in app.toml."
    assert raised.value.detail == f"{type(error).__name__}: {error}"


@pytest.mark.parametrize("error", [MemoryError(), OutOfMemory(say("There is no memory left."))])
def test_a_lack_of_memory_is_no_refusal(error: Exception) -> None:
    with pytest.raises(type(error)):
        attempt("set_shape", error)


def test_the_stand_in_accepts_every_setting() -> None:
    attempt("", ValueError())
