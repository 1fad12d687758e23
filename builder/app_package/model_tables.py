"""The tables of `app.toml` that say what engines are built of, and how: `[defaults]`, `[[model]]` and what is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, field_validator, model_validator

from builder.app_package.feed_table import DefaultStrategy, Strategy
from builder.app_package.reference_table import ReferenceSpec
from builder.app_package.variants import CONDITIONS, default_name, has_data_type
from builder.backend import BACKENDS
from builder.backend.base import parse_compute_capability
from builder.base.errors import Fault
from builder.base.files import name_fault
from builder.base.options import BackendChoice
from builder.base.settings import (
    DATA_TYPES,
    HEURISTIC_OPTIMIZATION_LEVEL,
    TENSOR_FORMATS,
    BuildSettings,
    HardwareCompatibility,
    Precision,
    ProfilingVerbosity,
)
from builder.base.toml_file import ComputeCapability, PlainText, Sha256, Table, TomlText, matching

NoGpuPolicy = Literal["portable", "skip", "stop"]
AdviceName = Literal[
    "channel-alignment",
    "duplicate-weights",
    "fixable-dimension",
    "fp32-on-tensor-cores",
    "old-opset",
    "shared-profile-dimensions",
    "unused-opt",
    "wide-profile",
]
"""What the vendor's tool advises (docs/vendors/advice.md), and `silence` can silence."""

_MODEL_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?")


def _not_reserved(value: str) -> str:
    if name_fault(value):
        raise ValueError("a name that Windows does not reserve for a device")
    return value


def _tensor_format(value: str) -> str:
    data_type, _, layout = value.partition(":")
    if data_type not in DATA_TYPES or layout not in TENSOR_FORMATS:
        raise ValueError(
            f"'<data type>:<layout>' with a data type of {', '.join(DATA_TYPES)} "
            f"and a layout of {', '.join(TENSOR_FORMATS)}"
        )
    return value


ModelName = Annotated[
    str,
    matching(_MODEL_NAME, "1 to 64 letters, digits, '.', '_' or '-', beginning and ending with a letter or digit"),
    AfterValidator(_not_reserved),
]


FileSize = Annotated[int, Field(gt=0, lt=1 << 40)]
TensorFormat = Annotated[str, AfterValidator(_tensor_format)]
# Or a value of a shape input, which may be negative; which of both it is, and what the library takes, shows the model.
Dimension = Annotated[int, Field(ge=-(1 << 63), lt=1 << 63)]


class Settings(Table):
    """Build settings, each optional; what is left out comes from the layer below."""

    optimization_level: Annotated[int, Field(ge=0, le=5)] | None = None
    heuristic: bool | None = None
    workspace_mib: Annotated[int, Field(ge=0, le=1 << 24)] | None = None
    tf32: bool | None = None
    profiling_verbosity: ProfilingVerbosity | None = None
    weight_streaming: bool | None = None
    hardware_compatibility: HardwareCompatibility | None = None
    version_compatible: bool | None = None
    compute_capabilities: list[ComputeCapability] | None = None

    @model_validator(mode="after")
    def _one_way_to_choose_the_level(self) -> Self:
        if self.heuristic and self.optimization_level not in (None, HEURISTIC_OPTIMIZATION_LEVEL):
            raise ValueError(
                f"heuristic = true, which is optimization_level {HEURISTIC_OPTIMIZATION_LEVEL}, "
                "or another optimization_level, but not both"
            )
        return self

    def overrides(self) -> dict[str, Any]:
        """The `BuildSettings` fields that this layer sets."""
        values = self.model_dump(
            include=set(BuildSettings.__dataclass_fields__) & set(Settings.model_fields), exclude_none=True
        )
        if self.heuristic:
            values["optimization_level"] = HEURISTIC_OPTIMIZATION_LEVEL
        return values


class _Layer(Settings):
    """Settings for every backend, with what only one backend gets in a table of its own.

    Attributes:
        silence: advice that the vendor does not want to read.
    """

    silence: list[AdviceName] = []
    tensorrt: Settings = Settings()
    tensorrt_rtx: Annotated[Settings, Field(alias="tensorrt-rtx")] = Settings()

    def for_backend(self, backend: str) -> tuple[Settings, ...]:
        """The layers that apply to a backend, the weaker first."""
        return (self, self.tensorrt if backend == "tensorrt" else self.tensorrt_rtx)


class Defaults(_Layer):
    """`[defaults]`: what every model gets unless it says otherwise."""

    backend: BackendChoice = "auto"
    no_gpu: NoGpuPolicy = "portable"
    reproducible: bool = False
    strategy: DefaultStrategy | None = None


class Shapes(Table):
    """The smallest, the most usual and the largest shape of one input, or its values if shapes depend on them."""

    min: list[Dimension]
    opt: list[Dimension]
    max: list[Dimension]

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not len(self.min) == len(self.opt) == len(self.max):
            raise ValueError("min, opt and max with the same number of dimensions")
        for axis, (smallest, usual, largest) in enumerate(zip(self.min, self.opt, self.max, strict=True)):
            if not smallest <= usual <= largest:
                raise ValueError(f"min <= opt <= max in every dimension, unlike dimension {axis}")
        return self


class ExternalData(Table):
    """One file with weights that the ONNX file refers to."""

    file: TomlText
    sha256: Sha256 | None = None
    size: FileSize | None = None


class VariantSpec(Table):
    """`[[model.variant]]`: another ONNX file of a model, which some GPUs get instead of the model's own.

    Attributes:
        name: what reasons, reports and engines.json call it; by default what its GPUs have, or who they are.
        precision: what its file contains, as of the model's own.
        keep_fp32: its nodes that a conversion left in fp32.
        compute_capabilities: for these GPUs; or else `needs`.
        needs: for every GPU that can compute in this data type.
    """

    name: ModelName | None = None
    onnx: TomlText
    sha256: Sha256 | None = None
    size: FileSize | None = None
    external_data: list[ExternalData] = []
    precision: Precision | None = None
    keep_fp32: list[TomlText] = []
    compute_capabilities: list[ComputeCapability] | None = None
    needs: Literal["bf16", "int4", "fp8", "fp4"] | None = None

    @property
    def label(self) -> str:
        return self.name or default_name(self.compute_capabilities, self.needs)

    def is_for(self, compute_capability: str) -> bool:
        """Whether GPUs of a compute capability get it, unless a variant before it is for them as well."""
        if self.needs:
            return has_data_type(compute_capability, self.needs)
        return compute_capability in (self.compute_capabilities or ())


class ModelSpec(_Layer):
    """`[[model]]`: one ONNX model and how its engine is built.

    Attributes:
        in_feed: its files, and those of its variants, are not in the package: the feed has them.
        size: of its ONNX file, where it is there.
        plugins: names of the `[[plugin]]` tables with operators that it uses.
    """

    name: ModelName
    onnx: TomlText
    sha256: Sha256 | None = None
    in_feed: bool = False
    size: FileSize | None = None
    external_data: list[ExternalData] = []
    strategy: Strategy | None = None
    precision: Precision | None = None
    keep_fp32: list[TomlText] = []
    input_formats: dict[PlainText, TensorFormat] = {}
    output_formats: dict[PlainText, TensorFormat] = {}
    feature: Annotated[PlainText, StringConstraints(min_length=1, max_length=60)] | None = None
    profile: list[dict[PlainText, Shapes]] = []
    backend: BackendChoice | None = None
    no_gpu: NoGpuPolicy | None = None
    reproducible: bool | None = None
    reference: ReferenceSpec | None = None
    plugins: list[ModelName] = []
    variant: list[VariantSpec] = []

    @field_validator("profile")
    @classmethod
    def _no_empty_profile(cls, value: list[dict[str, Shapes]]) -> list[dict[str, Shapes]]:
        if not all(value):
            raise ValueError("at least one input in each profile")
        return value


def named_capabilities(defaults: Defaults, spec: ModelSpec, backend: str) -> tuple[str, ...]:
    """The compute capabilities that a model's engines are wanted for, in order; empty when that is left to the plan."""
    chosen: list[str] = []
    for layer in (*defaults.for_backend(backend), *spec.for_backend(backend)):
        chosen = chosen if layer.compute_capabilities is None else layer.compute_capabilities
    return tuple(sorted(set(chosen), key=parse_compute_capability))


def unreachable_variants(defaults: Defaults, models: Sequence[ModelSpec], file: str) -> Iterator[Fault]:
    """Find variants that no GPU gets which engines are built for."""
    for number, spec in enumerate(models):
        asked = spec.backend or defaults.backend
        limits = {name: named_capabilities(defaults, spec, name) for name in BACKENDS if asked in ("auto", name)}
        for place, variant in enumerate(spec.variant):
            key = next(name for name in CONDITIONS if getattr(variant, name) is not None or name == "needs")
            if not any(_reaches(variant, name, limited) for name, limited in limits.items()):
                found = f"{getattr(variant, key)!r}, which can never be chosen"
                libraries = " and ".join(BACKENDS[name].title for name in limits)
                named = ", ".join(sorted({it for limited in limits.values() for it in limited}))
                expected = (
                    f"GPUs among the compute_capabilities that engines are built for: {named}"
                    if named
                    else f"GPUs that {libraries} supports"
                )
                yield Fault(file, f"model[{number}].variant[{place}].{key}", found, expected)


def _reaches(variant: VariantSpec, backend: str, limits: tuple[str, ...]) -> bool:
    """Whether there is a GPU that gets a variant with a library."""
    possible = limits or (variant.compute_capabilities or ())
    if variant.needs and not limits:
        return True
    return any(variant.is_for(it) and BACKENDS[backend].is_supported(it) for it in possible)
