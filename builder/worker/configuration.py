"""From build settings to the library's builder configuration: each is honoured or refused, never dropped.

What a library can do is probed by attribute, never by version number, and what it answers is checked: its setters
report failure by a return value or only in the log.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeVar

from builder.base.errors import BuildFailed, EngineInstallerError, ModelInvalid, PackageInvalid
from builder.base.events import BuildJob
from builder.base.settings import TENSOR_FORMATS
from builder.base.text import say
from builder.worker.tensors import network_inputs, network_outputs

if TYPE_CHECKING:
    from builder.worker import trt

_Member = TypeVar("_Member")

_PROFILING_VERBOSITIES = {"layer-names": "LAYER_NAMES_ONLY", "none": "NONE", "detailed": "DETAILED"}
_HARDWARE_COMPATIBILITIES = {
    "ampere-plus": "AMPERE_PLUS",
    "same-compute-capability": "SAME_COMPUTE_CAPABILITY",
}


def configure(
    library: trt.Library, builder: trt.Builder, network: trt.INetworkDefinition, job: BuildJob
) -> trt.IBuilderConfig:
    """Make the builder configuration of a job.

    Raises:
        PackageInvalid: the library does not know a setting or did not accept it.
    """
    settings = job.settings
    config = builder.create_builder_config()
    with _asking(job, "optimization_level"):
        config.builder_optimization_level = settings.optimization_level
        _expect(job, "optimization_level", config.builder_optimization_level == settings.optimization_level)
    if settings.workspace_mib:
        with _asking(job, "workspace_mib"):
            pool, limit = library.MemoryPoolType.WORKSPACE, settings.workspace_mib << 20
            config.set_memory_pool_limit(pool, limit)
            _expect(job, "workspace_mib", config.get_memory_pool_limit(pool) == limit)
    if not settings.tf32:
        with _asking(job, "tf32"):
            config.clear_flag(library.BuilderFlag.TF32)
    with _asking(job, "profiling_verbosity"):
        config.profiling_verbosity = _member(
            job, "profiling_verbosity", library.ProfilingVerbosity, _PROFILING_VERBOSITIES[settings.profiling_verbosity]
        )
    if settings.weight_streaming:
        _set_flag(library, config, job, "weight_streaming", "WEIGHT_STREAMING")
    if settings.version_compatible:
        _set_flag(library, config, job, "version_compatible", "VERSION_COMPATIBLE")
    if settings.hardware_compatibility != "none":
        # Not even read otherwise: reading it makes TensorRT-RTX log an internal error.
        with _asking(job, "hardware_compatibility"):
            config.hardware_compatibility_level = _member(
                job,
                "hardware_compatibility",
                library.HardwareCompatibilityLevel,
                _HARDWARE_COMPATIBILITIES[settings.hardware_compatibility],
            )
    with _asking(job, "compute_capabilities"):
        set_targets(library, config, job)
    _set_formats(library, network, job)
    _add_profiles(builder, network, config, job)
    return config


@contextlib.contextmanager
def _asking(job: BuildJob, setting: str) -> Iterator[None]:
    """Take whatever the library raises for its refusal of a setting: its Python API checks values in its own ways."""
    try:
        yield
    except (EngineInstallerError, MemoryError):
        raise
    except Exception as error:
        raise _refusal(job, setting, f"{type(error).__name__}: {error}") from error


def _expect(job: BuildJob, setting: str, accepted: bool) -> None:
    if not accepted:
        raise _refusal(job, setting)


def _refusal(job: BuildJob, setting: str, detail: str = "") -> PackageInvalid:
    return ModelInvalid(
        say("The engine library does not accept {setting} of the model {model!r}.", setting=setting, model=job.model),
        hint=say(
            "Change or remove the setting in app.toml.",
            window="Ask the application's vendor for a corrected package.",
        ),
        detail=detail,
    )


def _member(job: BuildJob, setting: str, enumeration: type[_Member], name: str) -> _Member:
    _expect(job, setting, hasattr(enumeration, name))
    member: _Member = getattr(enumeration, name)
    return member


def _set_flag(library: trt.Library, config: trt.IBuilderConfig, job: BuildJob, setting: str, name: str) -> None:
    with _asking(job, setting):
        flag = _member(job, setting, library.BuilderFlag, name)
        config.set_flag(flag)
        # A flag that is refused is refused in the log only.
        _expect(job, setting, config.get_flag(flag))


def set_targets(library: trt.Library, config: trt.IBuilderConfig, job: BuildJob) -> None:
    """Name the compute capabilities to build for.

    Raises:
        PackageInvalid: the library does not know one of them.
    """
    if not job.targets:
        return
    if not (
        hasattr(library, "ComputeCapability")
        and hasattr(config, "num_compute_capabilities")
        and hasattr(config, "set_compute_capability")
    ):
        raise _refusal(job, "compute_capabilities")
    config.num_compute_capabilities = len(job.targets)
    for index, target in enumerate(job.targets):
        name = "SM" + target.replace(".", "")
        capability = _member(job, f"compute_capabilities {target}", library.ComputeCapability, name)
        _expect(job, f"compute_capabilities {target}", config.set_compute_capability(capability, index))


def _set_formats(library: trt.Library, network: trt.INetworkDefinition, job: BuildJob) -> None:
    formats = {
        **{("input", name): value for name, value in job.settings.input_formats.items()},
        **{("output", name): value for name, value in job.settings.output_formats.items()},
    }
    for kind, tensors in (("input", network_inputs(network)), ("output", network_outputs(network))):
        for tensor in tensors:
            if wanted := formats.get((kind, tensor.name)):
                setting = f"{kind}_formats.{tensor.name}"
                with _asking(job, setting):
                    layout = TENSOR_FORMATS[wanted.partition(":")[2]]
                    tensor.allowed_formats = 1 << int(_member(job, setting, library.TensorFormat, layout))


def _add_profiles(
    builder: trt.Builder, network: trt.INetworkDefinition, config: trt.IBuilderConfig, job: BuildJob
) -> None:
    shape_tensors = {tensor.name for tensor in network_inputs(network) if tensor.is_shape_tensor}
    for number, shapes in enumerate(job.settings.profiles):
        profile = builder.create_optimization_profile()
        for name, shape in shapes.items():
            setter = profile.set_shape_input if name in shape_tensors else profile.set_shape
            with _asking(job, f"profile[{number}].{name}"):
                setter(name, shape["min"], shape["opt"], shape["max"])
        with _asking(job, f"profile[{number}]"):
            accepted = bool(profile) and config.add_optimization_profile(profile) >= 0
        if not accepted:
            raise BuildFailed(
                say(
                    "The engine library does not accept {setting} of the model {model!r}.",
                    setting=f"profile[{number}]",
                    model=job.model,
                ),
                hint=say(
                    "Check that min <= opt <= max holds for every input.",
                    window="Ask the application's vendor for a corrected package.",
                ),
            )
