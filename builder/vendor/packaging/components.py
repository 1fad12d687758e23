"""What bundled files come from: Python distributions, Python itself, packages of Debian; each with its licence."""

from __future__ import annotations

import functools
import importlib.metadata
import json
import platform
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import builder
from builder.base.program import own_folder
from builder.operating_system import find_tool

APPLICATION = "application"

_TEXTS = Path(__file__).resolve().parent / "texts"
_LICENCE_FILE = re.compile(r"(.*[._-])?(licen[cs]e|copying|notice|authors|copyright)s?([._-].*)?", re.IGNORECASE)
_LGPL = ("LGPL-3.0-only", ("LGPL-3.0.txt", "GPL-3.0.txt"))

_QT = {"pyside6-essentials": _LGPL, "shiboken6": _LGPL}
"""Of the licences that these let one choose from, the one that suits everybody; their wheels carry no text of it."""


_COMPILED_IN = {"openssl": "Apache-2.0"}
"""Licences that the bills of materials inside wheels leave out."""

_COMMON_LICENCE = re.compile(rb"/usr/share/common-licenses/[A-Za-z0-9.+-]*[A-Za-z0-9]")


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


def own_component() -> Component:
    """engine-installer itself."""
    text = Text("LICENSE", (own_folder() / "LICENSE").read_bytes())
    return Component("engine-installer", builder.__version__, "pypi", "Apache-2.0", (text,))


@functools.cache
def python_component() -> Component:
    """The interpreter and its standard library."""
    stdlib = Path(sysconfig.get_path("stdlib"))
    places = (stdlib / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    texts = tuple(Text("LICENSE.txt", path.read_bytes()) for path in places if path.is_file())[:1]
    if not texts and (package := debian_component(stdlib / "os.py")):
        texts = package.texts
    return Component("Python", platform.python_version(), "generic", "PSF-2.0", texts)


def component_of(name: str) -> Component:
    """A distribution that is installed here, by its name."""
    return distribution_component(importlib.metadata.distribution(name))


@functools.cache
def distribution_component(distribution: importlib.metadata.Distribution) -> Component:
    """A Python distribution, by its metadata."""
    name = re.sub(r"[-_.]+", "-", distribution.metadata["Name"]).lower()
    licence, files = _QT.get(name, (licence_name(distribution.metadata), ()))
    texts = tuple(_texts_of(distribution)) or tuple(Text(file, (_TEXTS / file).read_bytes()) for file in files)
    metadata = next((path for inside, path in _metadata_files(distribution) if inside == "METADATA"), None)
    return Component(name, distribution.version, "pypi", licence, texts or _text_in_module(distribution), metadata)


def compiled_into(component: Component) -> Iterator[Component]:
    """The libraries in other languages than Python and Rust that a wheel says are part of it.

    Scanners look for these by name: a hole in OpenSSL is one wherever it was compiled in.
    """
    bills = component.metadata.parent.glob("sboms/*.json") if component.metadata else ()
    for bill in sorted(bills):
        for part in json.loads(bill.read_text(encoding="utf-8")).get("components", ()):
            if part.get("purl", "").startswith("pkg:cargo/") or "version" not in part:
                continue
            stated: dict[str, Any] = next(iter(part.get("licenses", ())), {})
            named = stated.get("license", stated)
            said = named.get("expression") or named.get("id") or named.get("name")
            licence = said or _COMPILED_IN.get(part["name"], "not stated")
            yield Component(part["name"], part["version"], "generic", licence, component.texts)


def _metadata_files(distribution: importlib.metadata.Distribution) -> Iterator[tuple[str, Path]]:
    """The files of a distribution's metadata: their places in the folder of it, and where they are."""
    for file in sorted(distribution.files or (), key=str):
        _, _, inside = file.as_posix().partition(".dist-info/")
        if inside:
            yield inside, Path(str(distribution.locate_file(file)))


def _texts_of(distribution: importlib.metadata.Distribution) -> Iterator[Text]:
    for inside, path in _metadata_files(distribution):
        if inside.startswith("licenses/") or _LICENCE_FILE.fullmatch(inside):
            yield Text(inside.removeprefix("licenses/").replace("/", "-"), path.read_bytes())


def _text_in_module(distribution: importlib.metadata.Distribution) -> tuple[Text, ...]:
    """The comment at the top of a distribution's module, where that is its licence."""
    for file in distribution.files or ():
        if file.suffix == ".py" and len(file.parts) == 1:
            text = Path(str(distribution.locate_file(file))).read_text(encoding="utf-8")
            comment = re.match(r"(#.*\n)*", text)
            if comment and "redistribution" in comment[0].lower():
                return (Text(f"{file.stem}.txt", re.sub(r"(?m)^#+ ?", "", comment[0]).encode()),)
    return ()


def licence_name(metadata: importlib.metadata.PackageMetadata) -> str:
    """The licence that metadata states: as an expression, in words, or in classifiers; empty when it states none."""
    for key in ("License-Expression", "License"):
        for words in metadata.get_all(key) or ():
            # Some put the whole text there.
            if words.strip() and "\n" not in words.strip() and words != "UNKNOWN":
                return str(words).strip()
    classifiers = [text.rpartition(" :: ")[2] for text in metadata.get_all("Classifier") or () if "License ::" in text]
    return ", ".join(name for name in classifiers if name != "OSI Approved")


def debian_component(path: Path) -> Component | None:
    """The Debian package of a file of the system; None where there is none, or no dpkg."""
    query = find_tool("dpkg-query")
    if query is None:
        return None
    resolved = path.resolve()
    candidates = [str(path), str(resolved)]
    if resolved.is_relative_to("/usr"):
        # What dpkg calls a file where /lib has become a link to /usr/lib.
        candidates.append("/" + str(resolved.relative_to("/usr")))
    for candidate in dict.fromkeys(candidates):
        done = subprocess.run([query, "--search", candidate], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return _debian_package(query, done.stdout.splitlines()[0].rpartition(": ")[0])
    return None


def _debian_package(query: str, package: str) -> Component:
    format_ = "--showformat=${Version}"
    shown = subprocess.run([query, "--show", format_, package], capture_output=True, text=True, check=True)
    name = package.partition(":")[0]
    file = Path("/usr/share/doc") / name / "copyright"
    content = file.read_bytes() if file.is_file() else b""
    texts = [Text("copyright", content)] if content else []
    # Other distributions do not have what that file refers to.
    common = sorted({Path(match.decode()) for match in _COMMON_LICENCE.findall(content)})
    texts += [Text(f"{path.name}.txt", path.read_bytes()) for path in common if path.is_file()]
    # That file is about the whole source package, and not made for programs.
    return Component(name, shown.stdout, "deb", "as its copyright file says", tuple(texts))
