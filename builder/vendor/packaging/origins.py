"""Where each bundled file comes from: who distributes the program answers for all of it."""

from __future__ import annotations

import importlib.metadata
import os
import sys
import sysconfig
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from builder.base.errors import PackagingFailed
from builder.base.program import own_folder
from builder.base.text import join, verbatim
from builder.vendor.packaging.components import (
    APPLICATION,
    Component,
    debian_component,
    distribution_component,
    own_component,
    python_component,
)


class Unaccounted(PackagingFailed):
    """Files of the bundle whose origin or licence is unknown."""

    def __init__(self, files: Iterable[str]) -> None:
        listed = [verbatim(f"  - {file}") for file in files]
        super().__init__(
            join("\n", [verbatim("The origin and the license of these files are unknown:"), *listed]),
            hint=verbatim(
                "Files may come from Python distributions, from Python itself, from the app package and from Debian's "
                "packages. Package in an environment made by pip or uv, on Windows or on a system that has dpkg."
            ),
        )


class Origins:
    """Finds the component that a file comes from.

    Args:
        application: the component that stands for the app package.
        application_roots: its folders.
        made: folder of the files that PyInstaller makes from Python's own.
    """

    def __init__(self, application: Component, application_roots: Iterable[Path], made: Path) -> None:
        self._distributions = _files_of_distributions()
        self._folders = [(root.resolve(), application) for root in application_roots]
        self._folders += [(own_folder() / name, own_component()) for name in ("builder", "installer")]
        self._folders += [(folder.resolve(), python_component()) for folder in (*_folders_of_python(), made)]

    def of(self, source: str) -> Component | None:
        """The component of a file; None when it is unknown."""
        path = Path(source).resolve()
        for candidate in (os.path.normpath(source), path):
            if found := self._distributions.get(os.path.normcase(candidate)):
                return distribution_component(found)
        # What lies there without a distribution's record is not Python's.
        if {"site-packages", "dist-packages"} & set(path.parts):
            return None
        for folder, component in self._folders:
            if path.is_relative_to(folder):
                return component
        return python_component() if path.name.startswith("libpython3") else debian_component(Path(source))


def _files_of_distributions() -> dict[str, importlib.metadata.Distribution]:
    found: dict[str, importlib.metadata.Distribution] = {}
    for distribution in importlib.metadata.distributions():
        for file in distribution.files or ():
            found[os.path.normcase(os.path.normpath(str(distribution.locate_file(file))))] = distribution
    return found


def _folders_of_python() -> list[Path]:
    folders = [sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")]
    return [Path(folder) for folder in (folders if os.name != "nt" else [*folders, sys.base_prefix])]


def accounted(sources: Mapping[str, str], origin_of: Callable[[str], Component | None]) -> dict[str, Component]:
    """The component of each file.

    Args:
        sources: where each file of the bundle was taken from, by its place in it.
        origin_of: as of `Origins.of`.

    Raises:
        Unaccounted: with every file whose component, or whose component's licence, is not known.
    """
    known: dict[str, Component] = {}
    unknown: list[str] = []
    for file, source in sorted(sources.items()):
        component = origin_of(source)
        if component and (component.kind == APPLICATION or (component.licence and component.texts)):
            known[file] = component
        else:
            why = "its origin" if component is None else f"the license of {component.name}"
            unknown.append(f"{file} ({source}): {why} is not known")
    if unknown:
        raise Unaccounted(unknown)
    return known
