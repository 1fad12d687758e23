"""What goes into the packaged program, and what is left out of what PyInstaller finds."""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from builder.app_package.manifest import Library
from builder.app_package.package import AppPackage
from builder.base.paths import is_file
from builder.base.program import own_folder
from builder.timing.catalogue import INDEX_NAME, catalogue_folder
from builder.vendor.packaging.shipped_caches import cache_files

Entry = tuple[str, str, str]
"""Where a file goes in the bundle, where it comes from, and PyInstaller's name for its kind."""

ImportsOf = Callable[[str], Collection[tuple[str, str | None]]]
"""Tells the libraries that a binary file needs: name, and path, or None when there is none on this computer."""

LINK = "SYMLINK"
"""PyInstaller's name for a link; it comes from where it leads to, relative to its own place."""

LIBRARY_MODULES = ("tensorrt_rtx", "tensorrt_rtx_bindings", "tensorrt", "tensorrt_bindings")
"""Modules of engine libraries, which the worker imports by name."""

LIBRARY_PACKAGES = ("tensorrt_rtx_libs", "tensorrt_libs")
"""Packages that hold an engine library's native files and no code that names them."""

_MODULES_FOR_LIBRARIES = ("ctypes", "glob", "numpy", "warnings")
"""What engine libraries import, for those that are not there when the program is packaged."""

WIZARD_MODULES = ("PySide6", "shiboken6")
"""What the wizard is made of."""

LEFT_OUT_MODULES = (
    "readline",  # its library is under the GPL
    *("IPython", "_distutils_hack", "curses", "distutils", "doctest", "hypothesis", "lib2to3", "matplotlib", "mypy"),
    *("mypyc", "numpy.f2py", "numpy.testing", "pip", "pydoc", "pytest", "setuptools", "sqlite3", "test", "tkinter"),
    *("OpenSSL", "azure", "boto3", "botocore", "google.cloud", "hvac", "pkcs11", "sigstore"),  # for keys elsewhere
    *("brotli", "brotlicffi", "h2", "socks", "zstandard"),  # for what no feed is sent in
    *("markdown_it", "mdurl", "pygments"),  # for those parts of rich that show source texts and Markdown
    "unittest",
)
"""Modules that some library would use if they were there, and that nothing here needs."""

_API_SET = re.compile(r"(api|ext)-.+-l\d+-\d+-\d+(\.dll)?", re.IGNORECASE)
"""Names under which Windows offers its functions (API sets); its loader knows them, and there are no such files."""

_RESOURCE = re.compile(r"nvinfer_builder_resource_(sm\d+|ptx)(?=[._])")

# What the wizard shows and how: everything else of Qt's plugins draws what it never draws.
_QT_PLUGINS = re.compile(
    r"platforms/(lib)?(qxcb|qwayland[\w-]*|qoffscreen|qwindows)\b.*"
    r"|platformthemes/(lib)?qxdgdesktopportal\b.*"
    r"|platforminputcontexts/.*"
    r"|styles/.*"
    r"|imageformats/(lib)?(qico|qjpeg|qsvg)\b.*"
    r"|wayland-(shell-integration|decoration-client)/.*"
)
_LEFT_OUT = re.compile(
    r"PySide6/(Qt/)?translations/(?!qtbase_(de|es|fr|ja|ko|pt_BR|zh_CN)\.qm).*"  # the wizard speaks no other languages
    r"|PySide6/(Qt/)?(qml|metatypes|resources)/.*"
    r"|PySide6/Qt(Network|OpenGL\w*|DBus)\..*"
    r"|PySide6/opengl32sw\.dll"
    r"|onnx/(backend/test|test)/.*"
    r"|(numpy|onnx|google)/(.*/)?tests?/.*"
    r"|setuptools/.*"
    r"|[^/]+\.dist-info/(?!METADATA$|entry_points\.txt$).*"  # how it was installed, which differs from PC to PC
    r"|.*\.(pyi|h|c|cpp|proto|lib|a)"
)


def package_files(package: AppPackage) -> Iterator[tuple[Path, PurePosixPath]]:
    """Every file of an app package that an installation reads, with its place in the bundle.

    The folder `licenses` of a package holds the texts that go with its models.
    """
    for path, file in {item.path: item.file for item in package.files()}.items():
        yield file.path, PurePosixPath("assets") / path
    yield from _folder(package.root / "licenses", PurePosixPath("licenses/application"))
    catalogue = catalogue_folder(package.root)
    if is_file(catalogue / INDEX_NAME):
        yield from ((path, PurePosixPath("caches") / path.relative_to(catalogue)) for path in cache_files(catalogue))


def catalogues() -> Iterator[tuple[Path, PurePosixPath]]:
    """What the wizard says in each language; files beside its modules, which PyInstaller does not see."""
    place = PurePosixPath("installer/wizard/languages")
    for path in sorted((own_folder() / place).glob("*.qm")):
        yield path, place / path.name


def _folder(folder: Path, place: PurePosixPath) -> Iterator[tuple[Path, PurePosixPath]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path, place / path.relative_to(folder).as_posix()


def native_libraries() -> Iterator[tuple[Path, PurePosixPath]]:
    """The files of the engine libraries that are installed; no module names them, so PyInstaller finds none."""
    for package in LIBRARY_PACKAGES:
        spec = importlib.util.find_spec(package)
        for folder in (spec.submodule_search_locations or []) if spec else []:
            for path in sorted(Path(folder).iterdir()):
                if re.search(r"\.(so(\.\d+)*|dll)$", path.name):
                    yield path, PurePosixPath(package) / path.name


def hidden_modules(library: Library) -> list[str]:
    """What the worker imports by name, or what it imports does."""
    if library.source == "wheels":
        return ["onnx", *_MODULES_FOR_LIBRARIES]
    return modules_that_are_there((*LIBRARY_MODULES, "onnx"))


def left_out_modules(library: Library, *, wizard: bool = True) -> list[str]:
    """What is not bundled, even where something imports it."""
    own = (*LIBRARY_MODULES, *LIBRARY_PACKAGES) if library.source == "wheels" else ()
    return [*LEFT_OUT_MODULES, *own, *(() if wizard else WIZARD_MODULES)]


def modules_that_are_there(names: Sequence[str]) -> list[str]:
    """Those that are installed: a program needs one engine library, not both."""
    return [name for name in names if importlib.util.find_spec(name)]


def is_needed(file: str, gpus: Collection[str], *, ptx: bool) -> bool:
    """Whether a file belongs into the bundle.

    Args:
        file: its place in it.
        gpus: compute capabilities that classic TensorRT is to build for; empty for all.
        ptx: whether it is also to build for GPUs that it has no resource of their own for.
    """
    place = file.replace("\\", "/")
    if resource := _RESOURCE.search(place):
        wanted = {f"sm{gpu.replace('.', '')}" for gpu in gpus}
        return ptx if resource[1] == "ptx" else not wanted or resource[1] in wanted
    if plugin := re.match(r"PySide6/(?:Qt/)?plugins/(.*)", place):
        return bool(_QT_PLUGINS.fullmatch(plugin[1]))
    return not _LEFT_OUT.fullmatch(place)


def needed(entries: Sequence[Entry], gpus: Collection[str], *, ptx: bool) -> list[Entry]:
    """The entries whose files belong into the bundle, in an order that does not change from run to run."""
    return sorted(entry for entry in entries if is_needed(entry[0], gpus, ptx=ptx))


@dataclass(frozen=True, slots=True)
class Libraries:
    """What is left of the binaries.

    Attributes:
        entries: those that something in the bundle needs.
        missing: files of the bundle that need a library which is not on this computer, and its name.
    """

    entries: list[Entry]
    missing: list[tuple[str, str]]


def reachable(entries: Sequence[Entry], imports_of: ImportsOf) -> Libraries:
    """Leave out the libraries that were there only for what is left out.

    Args:
        entries: of binaries. Extension modules, plugins, engine libraries and Python itself stay.
        imports_of: what a binary file needs.
    """
    by_name: dict[str, list[Entry]] = {}
    for entry in entries:
        by_name.setdefault(PurePosixPath(entry[0].replace("\\", "/")).name.lower(), []).append(entry)
    waiting = [entry for entry in entries if _stays(entry)]
    kept: set[Entry] = set()
    missing: set[tuple[str, str]] = set()
    while waiting:
        entry = waiting.pop()
        if entry in kept:
            continue
        kept.add(entry)
        for name, path in imports_of(entry[1]) if entry[2] != LINK else ():
            found = by_name.get(PurePosixPath(name).name.lower(), [])
            waiting += found
            if path is None and not found and not _API_SET.fullmatch(name):
                missing.add((entry[0], name))
    return Libraries([entry for entry in entries if entry in kept], sorted(missing))


def without_dangling_links(entries: Sequence[Entry], places: Collection[str]) -> list[Entry]:
    """Leave out links to what is left out.

    Args:
        entries: of which some may be links.
        places: of everything else in the bundle.
    """
    return [
        entry
        for entry in entries
        if entry[2] != LINK or os.path.normpath(PurePosixPath(entry[0]).parent / entry[1]) in places
    ]


def _stays(entry: Entry) -> bool:
    place, _, kind = entry
    first = PurePosixPath(place.replace("\\", "/")).parts[0]
    if kind == LINK:
        return False
    is_plugin = re.match(r"PySide6/(Qt/)?plugins/", place.replace("\\", "/"))
    return kind == "EXTENSION" or bool(is_plugin) or first in LIBRARY_PACKAGES or "python3" in first
