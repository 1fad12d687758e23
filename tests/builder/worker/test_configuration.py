"""Whatever the library's Python API raises while it is configured is its refusal of a setting, which is named."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from builder.base.errors import BuildFailed, EngineInstallerError, OutOfMemory, PackageInvalid
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


class Library:
    """A library that takes every setting, and notes what it got."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.limits: dict[str, int] = {}
        self.flags: set[str] = set()
        self.is_good: Callable[[str], bool] = lambda _name: True
        self.inputs = [self.tensor("x"), self.tensor("count", is_shape_tensor=True)]
        self.outputs = [self.tensor("y")]
        self.config = SimpleNamespace(
            set_memory_pool_limit=lambda pool, limit: self.limits.update({pool: limit}),
            get_memory_pool_limit=lambda pool: self.limits[pool] if self.is_good("workspace_mib") else 0,
            clear_flag=lambda flag: self.calls.append(("clear", flag)),
            set_flag=self.flags.add,
            get_flag=lambda flag: flag in self.flags and self.is_good(flag),
            num_compute_capabilities=0,
            set_compute_capability=self.set_target,
            add_optimization_profile=self.add_profile,
        )
        self.library: Any = SimpleNamespace(
            MemoryPoolType=SimpleNamespace(WORKSPACE="workspace"),
            BuilderFlag=SimpleNamespace(
                TF32="tf32", WEIGHT_STREAMING="weight_streaming", VERSION_COMPATIBLE="version_compatible"
            ),
            ProfilingVerbosity=SimpleNamespace(LAYER_NAMES_ONLY="names", NONE="none", DETAILED="everything"),
            HardwareCompatibilityLevel=SimpleNamespace(AMPERE_PLUS="ampere", SAME_COMPUTE_CAPABILITY="same"),
            ComputeCapability=SimpleNamespace(SM89="8.9", SM120="12.0"),
            TensorFormat=SimpleNamespace(LINEAR=0, HWC=8, CHW32=5),
        )

    @staticmethod
    def tensor(name: str, *, is_shape_tensor: bool = False) -> Any:
        return SimpleNamespace(name=name, is_shape_tensor=is_shape_tensor)

    def set_target(self, capability: str, index: int) -> bool:
        self.calls.append(("target", index, capability))
        return self.is_good("compute_capabilities")

    def add_profile(self, profile: object) -> int:
        self.calls.append(("profile", profile))
        return sum(call[0] == "profile" for call in self.calls) - 1 if self.is_good("profile") else -1

    def make_profile(self) -> Any:
        profile = SimpleNamespace()

        def set_shape(*values: Any) -> None:
            profile.sizes = [*getattr(profile, "sizes", []), values]

        def set_shape_input(*values: Any) -> None:
            profile.values = [*getattr(profile, "values", []), values]

        profile.set_shape, profile.set_shape_input = set_shape, set_shape_input
        return profile if self.is_good("optimization profile") else None

    def configure(self, targets: tuple[str, ...] = (), **settings: Any) -> Any:
        network: Any = SimpleNamespace(
            num_inputs=len(self.inputs),
            get_input=self.inputs.__getitem__,
            num_outputs=len(self.outputs),
            get_output=self.outputs.__getitem__,
        )
        builder: Any = SimpleNamespace(
            create_builder_config=lambda: self.config, create_optimization_profile=self.make_profile
        )
        file = InputFile("alpha.onnx", None)
        given = BuildSettings(**settings)
        job = BuildJob("alpha", "tensorrt", file, (), "alpha.engine", given, targets, None, None)
        return configure(self.library, builder, network, job)


def test_every_setting_reaches_the_library() -> None:
    library = Library()
    config = library.configure(
        ("8.9", "12.0"),
        optimization_level=4,
        workspace_mib=64,
        tf32=False,
        profiling_verbosity="detailed",
        weight_streaming=True,
        version_compatible=True,
        hardware_compatibility="ampere-plus",
        input_formats={"x": "fp32:hwc"},
        output_formats={"y": "fp32:chw"},
        profiles=[PROFILE, PROFILE],
    )
    assert config is library.config
    assert config.builder_optimization_level == 4
    assert library.limits == {"workspace": 64 << 20}
    assert config.profiling_verbosity == "everything"
    assert library.flags == {"weight_streaming", "version_compatible"}
    assert config.hardware_compatibility_level == "ampere"
    assert config.num_compute_capabilities == 2
    x, count = library.inputs
    (y,) = library.outputs
    assert (x.allowed_formats, y.allowed_formats) == (1 << 8, 1 << 0)
    assert not hasattr(count, "allowed_formats")
    assert library.calls[:3] == [("clear", "tf32"), ("target", 0, "8.9"), ("target", 1, "12.0")]
    profiles = [call[1] for call in library.calls[3:]]
    assert len(profiles) == 2
    for profile in profiles:
        assert profile.sizes == [("x", [1, 4], [2, 4], [3, 4])]
        assert profile.values == [("count", [1], [1], [1])]


def test_what_is_left_to_the_library_is_not_touched() -> None:
    library = Library()
    config = library.configure()
    assert (library.calls, library.limits, library.flags) == ([], {}, set())
    assert config.num_compute_capabilities == 0
    # Reading it makes TensorRT-RTX log an internal error.
    assert not hasattr(config, "hardware_compatibility_level")
    assert not any(hasattr(tensor, "allowed_formats") for tensor in (*library.inputs, *library.outputs))
    assert config.profiling_verbosity == "names"


def test_an_input_and_an_output_of_one_name_have_formats_of_their_own() -> None:
    library = Library()
    library.outputs = [library.tensor("x")]
    library.configure(input_formats={"x": "fp32:hwc"}, output_formats={"x": "fp32:chw32"})
    assert library.inputs[0].allowed_formats == 1 << 8
    assert library.outputs[0].allowed_formats == 1 << 5


@pytest.mark.parametrize(("name", "value"), [("same-compute-capability", "same"), ("ampere-plus", "ampere")])
def test_a_compatibility_with_other_hardware_is_the_one_that_was_asked_for(name: str, value: str) -> None:
    assert Library().configure(hardware_compatibility=name).hardware_compatibility_level == value


class Stubborn(SimpleNamespace):
    """Takes an optimization level, and keeps its own."""

    @property
    def builder_optimization_level(self) -> int:
        return 3

    @builder_optimization_level.setter
    def builder_optimization_level(self, level: int) -> None:
        pass


@pytest.mark.parametrize(
    ("refused", "settings", "setting"),
    [
        ("workspace_mib", {"workspace_mib": 64}, "workspace_mib"),
        ("weight_streaming", {"weight_streaming": True}, "weight_streaming"),
        ("version_compatible", {"version_compatible": True}, "version_compatible"),
        ("compute_capabilities", {"targets": ("8.9",)}, "compute_capabilities 8.9"),
    ],
)
def test_a_setting_that_is_silently_not_taken_is_refused(refused: str, settings: dict[str, Any], setting: str) -> None:
    library = Library()
    library.configure(**settings)
    library.is_good = lambda name: name != refused
    with pytest.raises(PackageInvalid) as raised:
        library.configure(**settings)
    assert raised.value.message == f"The engine library does not accept {setting} of the model 'alpha'."


def test_an_optimization_level_that_the_library_does_not_keep_is_refused() -> None:
    library = Library()
    library.config = Stubborn(**vars(library.config))
    library.configure(optimization_level=3)
    with pytest.raises(PackageInvalid, match="does not accept optimization_level"):
        library.configure(optimization_level=5)


@pytest.mark.parametrize("refused", ["profile", "optimization profile"])
def test_a_profile_that_is_not_taken_says_what_to_look_at(refused: str) -> None:
    library = Library()
    library.is_good = lambda name: name != refused
    first = {"x": PROFILE["x"]}
    with pytest.raises(EngineInstallerError) as raised:
        library.configure(profiles=[first] if refused == "profile" else [{}])
    assert isinstance(raised.value, BuildFailed)
    assert raised.value.message == "The engine library does not accept profile[0] of the model 'alpha'."
    assert "min <= opt <= max" in raised.value.hint


@pytest.mark.parametrize(
    ("lacks", "settings", "setting"),
    [
        ("BuilderFlag.WEIGHT_STREAMING", {"weight_streaming": True}, "weight_streaming"),
        ("ProfilingVerbosity.DETAILED", {"profiling_verbosity": "detailed"}, "profiling_verbosity"),
        (
            "HardwareCompatibilityLevel.AMPERE_PLUS",
            {"hardware_compatibility": "ampere-plus"},
            "hardware_compatibility",
        ),
        ("ComputeCapability.SM89", {"targets": ("8.9",)}, "compute_capabilities 8.9"),
        ("ComputeCapability", {"targets": ("8.9",)}, "compute_capabilities"),
        ("TensorFormat.HWC", {"input_formats": {"x": "fp32:hwc"}}, "input_formats.x"),
        ("TensorFormat.HWC", {"output_formats": {"y": "fp32:hwc"}}, "output_formats.y"),
        ("config.num_compute_capabilities", {"targets": ("8.9",)}, "compute_capabilities"),
        ("config.set_compute_capability", {"targets": ("8.9",)}, "compute_capabilities"),
    ],
)
def test_a_setting_that_the_library_does_not_know_is_refused(
    lacks: str, settings: dict[str, Any], setting: str
) -> None:
    library = Library()
    *kind, member = lacks.split(".")
    places = {"config": library.config, **vars(library.library)}
    delattr(places[kind[0]] if kind else library.library, member)
    library.configure()
    with pytest.raises(PackageInvalid) as raised:
        library.configure(**settings)
    assert raised.value.message == f"The engine library does not accept {setting} of the model 'alpha'."
