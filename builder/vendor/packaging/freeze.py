"""What `build_installer.spec` asks: what to package, and what becomes of what PyInstaller has found."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from builder.app_package.manifest import MANIFEST_NAME
from builder.app_package.package import AppPackage, load_package
from builder.base.errors import PackageInvalid
from builder.base.program import own_folder
from builder.base.text import verbatim
from builder.timing.catalogue import catalogue_folder
from builder.vendor.packaging.bundle import (
    LINK,
    Entry,
    ImportsOf,
    catalogues,
    native_libraries,
    needed,
    package_files,
    reachable,
    without_dangling_links,
)
from builder.vendor.packaging.components import APPLICATION, Component, compiled_into, component_of
from builder.vendor.packaging.folder import LICENCE_FOLDER
from builder.vendor.packaging.origins import Origins, accounted
from builder.vendor.packaging.product import Form, Product, product_of
from builder.vendor.packaging.search_paths import without_foreign_folders
from builder.vendor.packaging.windows_files import version_resource

PACKAGE_VARIABLE = "ENGINE_INSTALLER_PACKAGE"
MANIFEST_VARIABLE = "ENGINE_INSTALLER_MANIFEST_SHA256"
"""Names the hash of the `app.toml` whose models were built as a check: only that is packaged."""
ONE_FILE_VARIABLE = "ENGINE_INSTALLER_ONE_FILE"
NO_WIZARD_VARIABLE = "ENGINE_INSTALLER_NO_WIZARD"
NO_APP_PACKAGE_VARIABLE = "ENGINE_INSTALLER_NO_APP_PACKAGE"
CONTENTS_NAME = "contents.json"
_MODULE = "module "


@dataclass(frozen=True)
class Recipe:
    """What to package.

    Attributes:
        package: the app package.
        form: what is made of both.
    """

    package: AppPackage
    form: Form

    @property
    def product(self) -> Product:
        return product_of(self.package)


def read_recipe(environment: Mapping[str, str] = os.environ) -> Recipe:
    """Read what the environment says, as the only way to tell a spec anything.

    Raises:
        EngineInstallerError: the app package is not valid.
    """
    folder = environment.get(PACKAGE_VARIABLE)
    package = load_package(Path(folder) if folder else own_folder() / "assets")
    if environment.get(MANIFEST_VARIABLE) not in (None, package.manifest_sha256):
        raise PackageInvalid(verbatim(f"{package.root / MANIFEST_NAME} was changed while it was being packaged."))

    def says(name: str) -> bool:
        return environment.get(name, "") not in ("", "0")

    form = Form(
        one_file=says(ONE_FILE_VARIABLE),
        wizard=not says(NO_WIZARD_VARIABLE),
        app_package=not says(NO_APP_PACKAGE_VARIABLE),
    )
    return Recipe(package, form)


def variables(form: Form) -> dict[str, str]:
    """What `read_recipe` reads of a form."""
    said = {
        ONE_FILE_VARIABLE: form.one_file,
        NO_WIZARD_VARIABLE: not form.wizard,
        NO_APP_PACKAGE_VARIABLE: not form.app_package,
    }
    return {name: "1" if value else "0" for name, value in said.items()}


def given_binaries(recipe: Recipe) -> list[tuple[str, str]]:
    """What `Analysis` gets as `binaries`."""
    if recipe.package.manifest.library.source == "wheels":
        return []
    return [(str(source), str(place.parent)) for source, place in native_libraries()]


@dataclass(frozen=True)
class Bundle:
    """What goes into the program besides modules: as PyInstaller wants it."""

    binaries: list[Entry]
    datas: list[Entry]


def settle(recipe: Recipe, analysis: Any, work: Path, imports_of: ImportsOf) -> Bundle:
    """Take what is needed of what was found, account for every file, and add the texts of all licences.

    What was taken, and from where, is written into the work folder, and the texts of licences stay there.

    Args:
        recipe: what is packaged.
        analysis: PyInstaller's `Analysis`.
        work: its work folder.
        imports_of: what a binary file needs.

    Raises:
        Unaccounted: the origin or the licence of a file is not known.
    """
    library = recipe.package.manifest.library
    libraries = reachable(needed(analysis.binaries, library.gpus, ptx=library.ptx), imports_of)
    binaries = libraries.entries
    datas = needed(analysis.datas, library.gpus, ptx=library.ptx)
    # PyInstaller has not seen these: it would take an application's own libraries for ones of the program.
    given = (
        *(package_files(recipe.package) if recipe.form.app_package else ()),
        *(catalogues() if recipe.form.wizard else ()),
    )
    datas += [(str(place), str(source), "DATA") for source, place in given]
    for place, source, _ in datas:
        if PurePosixPath(place).is_relative_to(LICENCE_FOLDER):
            (work / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, work / place)
    product = recipe.product
    application = Component(product.name, product.version, APPLICATION, f"that of {product.publisher}")
    package = recipe.package.root
    origins = Origins(application, (package, catalogue_folder(package)), made=work)
    # PyInstaller writes places as the system does; the finished folder is looked up in with slashes on every system.
    files = {place.replace("\\", "/"): source for place, source, kind in [*binaries, *datas] if kind != LINK}
    binaries, datas = (without_dangling_links(entries, files) for entries in (binaries, datas))
    modules = {_MODULE + name: source for name, source, _ in [*analysis.pure, *analysis.scripts] if source != "-"}
    known = accounted(files | modules, origins.of)
    # The executables begin with PyInstaller's own program.
    components = {*known.values(), component_of("pyinstaller")}
    components |= {part for component in components for part in compiled_into(component)}
    for component in sorted(components - {application}, key=lambda component: component.name):
        datas += _about(component, work)
    _write_contents(work / CONTENTS_NAME, known, components, libraries.missing)
    return Bundle(sorted(without_foreign(binaries, work)), sorted(datas))


def without_foreign(entries: list[Entry], work: Path) -> list[Entry]:
    """Take copies of those libraries that look for others in folders of this computer, and keep them from that.

    Args:
        entries: as PyInstaller lists them.
        work: its work folder, which gets the copies.
    """
    taken = []
    for place, source, kind in entries:
        path = Path(source)
        changed = without_foreign_folders(path.read_bytes()) if kind in ("BINARY", "EXTENSION") else None
        if changed is not None:
            path = work / "libraries" / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(changed)
            path.chmod(0o755)
        taken.append((place, str(path), kind))
    return taken


def _about(component: Component, work: Path) -> list[Entry]:
    """The texts of a component's licence, and the file by which a distribution tells its version when it is asked."""
    entries = []
    for text in component.texts:
        place = PurePosixPath(LICENCE_FOLDER) / f"{component.name}-{component.version}".replace(":", "_") / text.name
        path = work / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.content)
        entries.append((str(place), str(path), "DATA"))
    if component.metadata:
        entries.append((f"{component.metadata.parent.name}/METADATA", str(component.metadata), "DATA"))
    return entries


def _write_contents(
    path: Path, known: Mapping[str, Component], components: set[Component], missing: list[tuple[str, str]]
) -> None:
    listed = sorted(components, key=lambda component: (component.kind, component.name))
    numbers = {component: number for number, component in enumerate(listed)}
    contents = {
        "components": [[it.name, it.version, it.kind, it.licence] for it in listed],
        "files": {file: numbers[component] for file, component in known.items() if not file.startswith(_MODULE)},
        "missing": missing,
    }
    path.write_text(json.dumps(contents), encoding="utf-8")


@dataclass(frozen=True)
class Contents:
    """What PyInstaller was asked to bundle.

    Attributes:
        components: everything that something comes from; without the texts of their licences.
        files: the component of each file that is no module, by its place in the bundle.
        missing: files that need a library which is not on this computer, and its name.
    """

    components: tuple[Component, ...]
    files: dict[str, Component]
    missing: tuple[tuple[str, str], ...]


def read_contents(path: Path) -> Contents:
    """Read what `settle` wrote."""
    values = json.loads(path.read_text(encoding="utf-8"))
    components = tuple(Component(*component) for component in values["components"])
    files = {file: components[number] for file, number in values["files"].items()}
    return Contents(components, files, tuple((file, name) for file, name in values["missing"]))


def write_version_resource(product: Product, program: str, work: Path) -> str:
    """Write the version resource of an executable for PyInstaller to read; returns its path."""
    path = work / f"{program}.version.txt"
    path.write_text(version_resource(product, program, f"{product.name} {product.version}"), encoding="utf-8")
    return str(path)
