from __future__ import annotations

import json
from typing import Any

from builder.vendor.packaging.components import APPLICATION, Component
from builder.vendor.packaging.product import Product
from builder.vendor.packaging.sbom import sbom

PRODUCT = Product("Photo Studio", "2.1.0", "Example Ltd", None, "Photo-Studio", "Photo-Studio-2.1.0")
COMPONENTS = [
    Component("numpy", "2.4.6", "pypi", "BSD-3-Clause AND MIT"),
    Component("Python", "3.11.7", "generic", "PSF-2.0"),
    Component("Photo Studio", "2.1.0", APPLICATION, "that of Example Ltd"),
    Component("tensorrt-rtx-cu13-libs", "1.7.1.116", "pypi", "Proprietary"),
]


def read(components: list[Component] = COMPONENTS, epoch: int = 1_700_000_000) -> Any:
    return json.loads(sbom(PRODUCT, components, epoch))


def test_it_names_every_component_with_its_licence() -> None:
    bom = read()
    assert (bom["bomFormat"], bom["specVersion"]) == ("CycloneDX", "1.6")
    assert bom["metadata"]["component"]["name"] == "Photo Studio"
    assert bom["metadata"]["timestamp"].startswith("2023-11-14T22:13:20")
    licences = {component["purl"]: component["licenses"] for component in bom["components"]}
    assert licences == {
        "pkg:pypi/numpy@2.4.6": [{"expression": "BSD-3-Clause AND MIT"}],
        "pkg:generic/python@3.11.7": [{"license": {"id": "PSF-2.0"}}],
        "pkg:pypi/tensorrt-rtx-cu13-libs@1.7.1.116": [{"license": {"name": "Proprietary"}}],
    }
    (top,) = [entry for entry in bom["dependencies"] if "dependsOn" in entry]
    assert set(top["dependsOn"]) == set(licences)


def test_the_same_components_make_the_same_bytes() -> None:
    assert sbom(PRODUCT, COMPONENTS, 0) == sbom(PRODUCT, COMPONENTS[::-1], 0)
    assert read()["serialNumber"] != read(COMPONENTS[:2])["serialNumber"]
