"""Packages whose models have references, for plans that read no files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from builder.app_package.model_tables import VariantSpec
from builder.app_package.package import AppPackage, PackagedModel
from builder.app_package.package_files import PackageFile
from builder.app_package.reference_table import PackagedReference
from builder.references.tolerance import Tolerance

REFERENCE = PackagedReference(
    PackageFile(Path("/p/references/m0.npz"), "references/m0.npz", "12" * 32, 5000),
    {"y": Tolerance(max_abs=0.02)},
    equal_rows=False,
)


def with_references(package: AppPackage, reference: PackagedReference = REFERENCE) -> AppPackage:
    """Give every model of a package, with its variants, the same references."""

    def with_reference(model: PackagedModel) -> PackagedModel:
        return replace(model, reference=reference, variants=tuple(map(with_reference, model.variants)))

    return replace(package, models=tuple(map(with_reference, package.models)))


def with_fp16_variant(package: AppPackage, capability: str = "8.9") -> AppPackage:
    """Make each model's own file fp32, with a variant in fp16 for one kind of GPU."""
    file = PackageFile(Path("/p/b.onnx"), "b.onnx", "ef" * 32, 500)
    stated: dict[str, Any] = {"onnx": "b.onnx", "compute_capabilities": [capability], "precision": "fp16"}
    spec = VariantSpec.model_validate(stated)

    def with_variant(model: PackagedModel) -> PackagedModel:
        own = replace(model, spec=model.spec.model_copy(update={"precision": "fp32", "variant": [spec]}))
        narrow = replace(
            own, spec=own.spec.model_copy(update={"precision": "fp16", "variant": []}), onnx=file, variant_spec=spec
        )
        return replace(own, variants=(narrow,))

    return replace(package, models=tuple(map(with_variant, package.models)))
