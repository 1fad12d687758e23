"""The software bill of materials: what a packaged program consists of, in the CycloneDX format."""

from __future__ import annotations

import platform
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.bom_ref import BomRef
from cyclonedx.model.component import Component as BomComponent
from cyclonedx.model.component import ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from builder.vendor.packaging.components import APPLICATION, Component
from builder.vendor.packaging.product import Product

_NAMESPACE = uuid.UUID("5f1c3bb4-38f4-4d5c-9a3f-2f6b8f0f6c1e")


def sbom(product: Product, components: Iterable[Component], epoch: int) -> str:
    """The bill of materials, in JSON; the same for the same arguments.

    Args:
        product: what was packaged.
        components: everything in it.
        epoch: the time that it states, in seconds since 1970.
    """
    listed = [_component(component) for component in components if component.kind != APPLICATION]
    about = BomComponent(
        name=product.name,
        version=product.version,
        type=ComponentType.APPLICATION,
        bom_ref=BomRef(f"{product.file_name}@{product.version}"),
    )
    identity = "\n".join(sorted(str(component.purl) for component in listed))
    bom = Bom(
        components=listed,
        serial_number=uuid.uuid5(_NAMESPACE, f"{product.name}\n{product.version}\n{identity}"),
        metadata=BomMetaData(component=about, timestamp=datetime.fromtimestamp(epoch, UTC)),
    )
    bom.register_dependency(about, listed)
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"


def package_url(component: Component) -> PackageURL:
    """The component's name that all tools understand."""
    namespace = None
    if component.kind == "deb":
        namespace = platform.freedesktop_os_release().get("ID", "debian")
    return PackageURL(component.kind, namespace, component.name.lower(), component.version)


def _component(component: Component) -> BomComponent:
    url = package_url(component)
    return BomComponent(
        name=component.name,
        version=component.version,
        type=ComponentType.LIBRARY,
        purl=url,
        bom_ref=BomRef(str(url)),
        licenses=[LicenseFactory().make_from_string(component.licence)],
    )
