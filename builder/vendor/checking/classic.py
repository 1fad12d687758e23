"""What NVIDIA documents of classic TensorRT, for those who do not have it. Nobody has tried it here. Pure."""

from __future__ import annotations

from builder.app_package.package import PackagedModel
from builder.backend import TENSORRT

_LEAST = {"bf16": "8.0", "int4": "8.0", "fp8": "8.9", "fp4": "10.0"}
"""Data types that older GPUs lack. Source: docs/vendors/checking.md."""


def needs(data_types: frozenset[str]) -> tuple[str, ...]:
    """Say which GPUs have the data types of a model."""
    return tuple(
        f"{data_type} needs compute capability {_LEAST[data_type]} or newer"
        for data_type in sorted(data_types & _LEAST.keys())
    )


def documented(model: PackagedModel) -> tuple[str, ...]:
    """Say what is known of a model and classic TensorRT without building it."""
    settings, limits = model.settings_for(TENSORRT.name), model.compute_capabilities_for(TENSORRT.name)
    refused = [f"app.toml asks for what it cannot honour: {reason}" for reason in TENSORRT.refusals(settings, limits)]
    return (*refused, *needs(model.data_types))
