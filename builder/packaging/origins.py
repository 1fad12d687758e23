"""Where each bundled file comes from, and under which licence: whoever hands the program on answers for all of it."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path, PurePosixPath

import builder
from builder.errors import PackagingFailed
from builder.program import own_folder

LICENCE_FOLDER = "licenses"
APPLICATION = "application"
_TEXTS = Path(__file__).resolve().parent / "texts"
_LICENCE_FILE = re.compile(r"(.*[._-])?(licen[cs]e|copying|notice|authors|copyright)s?([._-].*)?", re.IGNORECASE)

# Wheels that carry no text of their licence: what stands for it.
_MISSING_TEXTS = {
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}
# Licences whose name is nowhere in the metadata as a file says it.
_NAMED = {"pyside6-essentials": "LGPL-3.0-only", "shiboken6": "LGPL-3.0-only"}


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a licence: the name of its file, and what it says."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Component:
    """Something that files of the bundle come from.

    Attributes:
        name: of the distribution, package or program.
        version: exact.
        kind: `pypi`, `deb` or `generic`, as package URLs have it, or `application`: the vendor's own.
        licence: its name, an SPDX expression where the component states one.
        texts: of its licence.
        metadata: the file that importlib.metadata reads; None of what is no Python distribution.
    """

    name: str
    version: str
    kind: str
    licence: str
    texts: tuple[Text, ...] = field(compare=False, repr=False, default=())
    metadata: Path | None = field(compare=False, repr=False, default=None)


class Unaccounted(PackagingFailed):
    """Files of the bundle whose origin or licence nobody knows."""

    def __init__(self, files: Iterable[str]) -> None:
        listed = "".join(f"\n  - {file}" for file in files)
        super().__init__(
            f"Nobody could say later where these files came from, or under which licence:{listed}",
            hint="Files may come from Python distributions, from Python itself, from the app package and from Debian's "
            "packages. Package in an environment made by pip or uv, on Windows or on a system that has dpkg.",
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
        """The component of a file; None when nobody knows it."""
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
        return python_component() if path.name.startswith("libpython3") else _debian_component(Path(source))


def _files_of_distributions() -> dict[str, importlib.metadata.Distribution]:
    found: dict[str, importlib.metadata.Distribution] = {}
    for distribution in importlib.metadata.distributions():
        for file in distribution.files or ():
            found[os.path.normcase(os.path.normpath(str(distribution.locate_file(file))))] = distribution
    return found


def _folders_of_python() -> list[Path]:
    folders = [sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")]
    return [Path(folder) for folder in (folders if os.name != "nt" else [*folders, sys.base_prefix])]


def own_component() -> Component:
    """engine-installer itself."""
    texts = _texts([own_folder() / "LICENSE"])
    return Component("engine-installer", builder.__version__, "pypi", "Apache-2.0", texts)


def python_component() -> Component:
    """The interpreter and its standard library."""
    stdlib = Path(sysconfig.get_path("stdlib"))
    texts = _texts(path for path in (stdlib / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt") if path.is_file())
    if not texts and (package := _debian_component(stdlib / "os.py")):
        texts = package.texts
    return Component("Python", platform.python_version(), "generic", "PSF-2.0", texts[:1])


def distribution_component(distribution: importlib.metadata.Distribution) -> Component:
    """A Python distribution, by its metadata."""
    name = re.sub(r"[-_.]+", "-", distribution.metadata["Name"]).lower()
    paths = [
        Path(str(distribution.locate_file(file)))
        for file in distribution.files or ()
        if _is_licence(PurePosixPath(file.as_posix()))
    ]
    texts = _texts(sorted(paths))
    if not texts and name in _MISSING_TEXTS:
        texts = _texts(_TEXTS / text for text in _MISSING_TEXTS[name])
    texts = texts or _text_in_module(distribution)
    licence = _NAMED.get(name) or licence_name(distribution.metadata)
    return Component(
        name,
        distribution.version,
        "pypi",
        licence,
        texts or _text_in_module(distribution),
        _metadata_file(distribution),
    )


def component_of(name: str) -> Component:
    """A distribution that is installed here, by its name."""
    return distribution_component(importlib.metadata.distribution(name))


def _is_licence(file: PurePosixPath) -> bool:
    inside = next((number for number, part in enumerate(file.parts) if part.endswith(".dist-info")), None)
    if inside is not None and file.parts[inside + 1 : inside + 2] == ("licenses",):
        return True
    return inside is not None and bool(_LICENCE_FILE.fullmatch(file.name))


def _metadata_file(distribution: importlib.metadata.Distribution) -> Path | None:
    for file in distribution.files or ():
        if file.name == "METADATA" and file.parent.name.endswith(".dist-info"):
            return Path(str(distribution.locate_file(file)))
    return None


def _texts(paths: Iterable[Path]) -> tuple[Text, ...]:
    found: list[Text] = []
    for path in paths:
        parts = path.parts
        inside = max((number for number, part in enumerate(parts) if part in ("licenses", "texts")), default=None)
        name = "-".join(parts[inside + 1 :]) if inside is not None else path.name
        found.append(Text(name, path.read_bytes()))
    return tuple(found)


def _text_in_module(distribution: importlib.metadata.Distribution) -> tuple[Text, ...]:
    """The comment at the top of a distribution's module, where that is its licence."""
    for file in distribution.files or ():
        if file.suffix == ".py" and len(file.parts) == 1:
            text = Path(str(distribution.locate_file(file))).read_text(encoding="utf-8")
            comment = "\n".join(_first_comment(text))
            if "copyright" in comment.lower() and "redistribution" in comment.lower():
                return (Text(f"{file.stem}.txt", comment.encode()),)
    return ()


def _first_comment(source: str) -> Iterator[str]:
    for line in source.splitlines():
        if line.startswith("#!"):
            continue
        if not line.startswith("#"):
            if line.strip():
                return
            continue
        yield line.lstrip("#").strip()


def licence_name(metadata: Message | Mapping[str, str] | importlib.metadata.PackageMetadata) -> str:
    """The licence that metadata states: as an expression, in classifiers, or in words; empty when it states none."""
    expression = metadata.get("License-Expression", None)  # type: ignore[union-attr]
    if expression:
        return str(expression)
    classifiers = metadata.get_all("Classifier") or []  # type: ignore[union-attr]
    names = [str(text).rpartition(" :: ")[2] for text in classifiers if str(text).startswith("License :: ")]
    words = str(metadata.get("License", None) or "").strip()  # type: ignore[union-attr]
    if words and "\n" not in words and words != "UNKNOWN":
        return words
    return ", ".join(name for name in names if name != "OSI Approved")


def _debian_component(path: Path) -> Component | None:
    """The Debian package of a file of the system."""
    query = shutil.which("dpkg-query")
    if query is None:
        return None
    for candidate in dict.fromkeys((str(path), str(path.resolve()), *_before_merge(path.resolve()))):
        done = subprocess.run([query, "--search", candidate], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            package = done.stdout.splitlines()[0].rpartition(": ")[0]
            return _debian_package(query, package)
    return None


def _before_merge(path: Path) -> Iterator[str]:
    """The path that dpkg knows a file by where /lib has become a link to /usr/lib."""
    if path.is_relative_to("/usr"):
        yield "/" + str(path.relative_to("/usr"))


def _debian_package(query: str, package: str) -> Component:
    shown = subprocess.run(
        [query, "--show", "--showformat", "${Version}", package], capture_output=True, text=True, check=True
    )
    name = package.partition(":")[0]
    copyright_file = Path("/usr/share/doc") / name / "copyright"
    texts = (Text("copyright", copyright_file.read_bytes()),) if copyright_file.is_file() else ()
    # That file is about the whole source package, and not made for programs.
    return Component(name, shown.stdout, "deb", "as its copyright file says", texts)


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
            why = "its origin" if component is None else f"the licence of {component.name}"
            unknown.append(f"{file} ({source}): {why} is not known")
    if unknown:
        raise Unaccounted(unknown)
    return known
