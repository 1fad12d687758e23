"""What the Python bindings of the engine libraries offer, without the libraries themselves where they cannot be had.

Classic TensorRT's native library is on no public index, but its bindings are (requirements/bindings-*.txt). The dynamic
loader is given do-nothing libraries in its place: nothing can be run, but every class, signature and enumeration member
can be read.
"""

from __future__ import annotations

import ctypes
import functools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from tests.support.program import ROOT

FOLDER = ROOT / ".bindings"

# Runs in a process of its own: two versions of one extension module do not fit into one.
_DUMP = r"""
import importlib, json, re, sys

sys.path[:0] = sys.argv[2:]
module = importlib.import_module(sys.argv[1])

def signatures(documentation, name):
    lines = (documentation or "").splitlines()
    if "Overloaded function." in lines[:3]:
        return [line.split(" ", 1)[1] for line in lines if re.match(r"\d+\. " + re.escape(name) + r"\(", line)]
    return [lines[0]] if lines and re.match(r"\w*\(", lines[0]) else []

def describe(name, value, raw):
    if isinstance(value, type):
        add(value)
        return {"kind": "class", "class": value.__qualname__}
    if hasattr(type(value), "__members__"):
        return {"kind": "value", "class": type(value).__qualname__}
    if isinstance(raw, property):
        getter = signatures(getattr(raw.fget, "__doc__", None), "")
        return {"kind": "property", "signatures": getter, "settable": raw.fset is not None}
    if callable(value):
        kind = "static" if isinstance(raw, (staticmethod, classmethod)) else "method"
        return {"kind": kind, "signatures": signatures(getattr(value, "__doc__", None), name)}
    return {"kind": "other"}

classes = {}

def add(cls):
    if cls.__qualname__ in classes:
        return
    members = classes[cls.__qualname__] = {"bases": [base.__qualname__ for base in cls.__mro__], "members": {}}
    for name in dir(cls):
        raw = next((base.__dict__[name] for base in cls.__mro__ if name in base.__dict__), None)
        try:
            value = getattr(cls, name)
        except AttributeError:
            continue
        if value is not type and name != "__class__":
            members["members"][name] = describe(name, value, raw)

names = {name: describe(name, getattr(module, name), None) for name in dir(module)}
print(json.dumps({"version": module.__version__, "names": names, "classes": classes}))
"""


@dataclass(frozen=True)
class Signature:
    """One overload, read off a docstring of pybind11.

    Attributes:
        positional: parameters that may be given by position, in order, as (name, type, required).
        keyword_only: the same, by keyword only.
        positional_only: how many of `positional` cannot be given by keyword.
        takes_more: whether it has *args or **kwargs, so that anything goes.
        returns: the type as written.
    """

    positional: tuple[tuple[str, str, bool], ...]
    keyword_only: tuple[tuple[str, str, bool], ...]
    positional_only: int
    takes_more: bool
    returns: str

    @classmethod
    def parse(cls, text: str) -> Signature:
        """Read `name(self: module.Class, number: int = 0) -> type`."""
        start = text.index("(")
        end = _closing(text, start)
        positional: list[tuple[str, str, bool]] = []
        keyword_only: list[tuple[str, str, bool]] = []
        positional_only, takes_more, into = 0, False, positional
        for part in _split(text[start + 1 : end]):
            if part == "/":
                positional_only = len(positional)
            elif part == "*":
                into = keyword_only
            elif part.startswith("*"):
                takes_more = True
                into = keyword_only
            else:
                declaration, _, default = part.partition(" = ")
                name, _, kind = declaration.partition(":")
                into.append((name.strip(), kind.strip(), not default))
        returns = text[end + 1 :].strip().removeprefix("->").strip()
        return cls(tuple(positional), tuple(keyword_only), positional_only, takes_more, returns)

    def place(
        self, arguments: int, keywords: Sequence[str], *, some_unknown: bool = False
    ) -> dict[int | str, str] | None:
        """The declared type of every argument, by position or keyword; None when the call is not accepted.

        Args:
            arguments: how many are given by position, `self` included.
            keywords: those given by keyword.
            some_unknown: whether there are more, by * or **, of which nothing is known.
        """
        if self.takes_more:
            return {}
        if arguments > len(self.positional):
            return None
        types: dict[int | str, str] = {place: self.positional[place][1] for place in range(arguments)}
        first = max(arguments, self.positional_only)
        by_keyword = {name: kind for name, kind, _ in [*self.positional[first:], *self.keyword_only]}
        if set(keywords) - by_keyword.keys():
            return None
        missing = {name for name, _, required in [*self.positional[arguments:], *self.keyword_only] if required}
        if missing - set(keywords) and not some_unknown:
            return None
        return types | {name: by_keyword[name] for name in keywords}


def _closing(text: str, start: int) -> int:
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] in "([{") - (text[place] in ")]}")
        if depth == 0:
            return place
    raise ValueError(f"unbalanced: {text}")


def _split(text: str) -> list[str]:
    parts, depth, current = [], 0, ""
    for character in text:
        # The default of an enumeration is written <Name.MEMBER: 1>.
        depth += (character in "([{<") - (character in ")]}>")
        if character == "," and depth == 0:
            parts.append(current.strip())
            current = ""
        else:
            current += character
    return [part for part in [*parts, current.strip()] if part]


@dataclass(frozen=True)
class Member:
    """Something that a class or the module has.

    Attributes:
        kind: class, value (of an enumeration), property, method, static or other.
        of: the class itself, or that of the value.
        signatures: of a method; of a property its getter's.
        settable: whether a property can be assigned.
    """

    kind: str
    of: str | None
    signatures: tuple[Signature, ...]
    settable: bool

    @classmethod
    def parse(cls, entry: Mapping[str, Any]) -> Member:
        signatures = tuple(Signature.parse(text) for text in entry.get("signatures", ()))
        return cls(entry["kind"], entry.get("class"), signatures, entry.get("settable", False))


class Bindings:
    """One engine library's Python interface.

    Attributes:
        title: for messages.
        backend: the name of our backend.
        version: of the bindings.
        names: what the module has.
        classes: what each class has, inherited things included; nested classes as `Outer.Inner`.
        bases: each class's ancestors, itself included.
    """

    def __init__(self, title: str, backend: str, dump: Mapping[str, Any]) -> None:
        self.title = title
        self.backend = backend
        self.version: str = dump["version"]
        self.names = {name: Member.parse(entry) for name, entry in dump["names"].items()}
        self.classes = {
            name: {member: Member.parse(text) for member, text in entry["members"].items()}
            for name, entry in dump["classes"].items()
        }
        self.bases: dict[str, list[str]] = {name: entry["bases"] for name, entry in dump["classes"].items()}

    def class_named(self, annotation: str) -> str | None:
        """The library's class that an annotation means: `tensorrt_bindings.tensorrt.ITensor`, `nvinfer1::ILoop`."""
        parts = annotation.split("::")[-1].split(".")
        names = [".".join(parts[start:]) for start in range(len(parts))]
        # In C++ the class that Python calls ParserError is IParserError.
        names.append(parts[-1].removeprefix("I"))
        return next((name for name in names if name in self.classes), None)

    def is_enumeration(self, name: str) -> bool:
        return "__members__" in self.classes.get(name, {})


def tensorrt_bindings(major: int) -> Bindings:
    """The bindings of classic TensorRT 10 or 11; the test is skipped, or fails in CI, when they cannot be had."""
    return _or_skip(_classic, major)


def tensorrt_rtx_bindings() -> Bindings:
    """The bindings of TensorRT-RTX that are installed; the test is skipped, or fails in CI, when there are none."""
    return _or_skip(_rtx)


class _NotToBeHadError(Exception):
    pass


def _or_skip(load: Any, *arguments: Any) -> Bindings:
    result = load(*arguments)
    if isinstance(result, Bindings):
        return result
    if os.environ.get("CI"):
        pytest.fail(result)
    pytest.skip(result)


@functools.cache
def _rtx() -> Bindings | str:
    try:
        return Bindings("TensorRT-RTX", "tensorrt-rtx", _dump("tensorrt_rtx_bindings"))
    except _NotToBeHadError as error:
        return str(error)


@functools.cache
def _classic(major: int) -> Bindings | str:
    try:
        if sys.platform != "linux":
            raise _NotToBeHadError("The stand-ins for the native libraries of TensorRT are made on Linux only.")
        FOLDER.mkdir(exist_ok=True)
        # Held until they are read: other runs may use another Python and put its bindings here.
        with FileLock(FOLDER / "lock"), tempfile.TemporaryDirectory() as stand_ins:
            folder = _installed(major)
            (extension,) = (folder / "tensorrt_bindings").glob("tensorrt*.so")
            _make_stand_ins(extension, Path(stand_ins))
            return Bindings(
                f"TensorRT {major}", "tensorrt", _dump("tensorrt_bindings", folder, libraries=Path(stand_ins))
            )
    except _NotToBeHadError as error:
        return str(error)


def _dump(module: str, *folders: Path, libraries: Path | None = None) -> Any:
    environment = {name: value for name, value in os.environ.items() if name not in ("LD_BIND_NOW", "LD_PRELOAD")}
    if libraries:
        environment["LD_LIBRARY_PATH"] = str(libraries)
    command = [sys.executable, "-I", "-c", _DUMP, module, *map(str, folders)]
    return json.loads(_run(command, f"{module} cannot be imported", environment))


def _run(command: list[str], failure: str, environment: Mapping[str, str] | None = None) -> str:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, timeout=240)
    if done.returncode != 0:
        raise _NotToBeHadError(f"{failure}: {done.stderr[-2000:]}")
    return done.stdout


def _installed(major: int) -> Path:
    """The folder with the locked bindings for this Python; they are put there when they are not."""
    lock_file = ROOT / "requirements" / f"bindings-{major}.txt"
    (version,) = re.findall(r"^tensorrt-cu13-bindings==(\S+)", lock_file.read_text(encoding="utf-8"), re.MULTILINE)
    tag = f"Tag: cp{sys.version_info.major}{sys.version_info.minor}-"
    folder = FOLDER / str(major)
    wheel = folder / f"tensorrt_cu13_bindings-{version}.dist-info" / "WHEEL"
    if not (wheel.is_file() and tag in wheel.read_text(encoding="utf-8")):
        shutil.rmtree(folder, ignore_errors=True)
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        if not os.environ.get("CI"):
            pip += ["--retries", "1", "--timeout", "20"]
        with tempfile.TemporaryDirectory(dir=FOLDER) as beside:
            arguments = ["--no-deps", "--require-hashes", "--target", beside, "--requirement", str(lock_file)]
            _run([*pip, *arguments], f"pip cannot install {lock_file.name}")
            shutil.copytree(beside, folder)
    return folder


def _make_stand_ins(extension: Path, folder: Path) -> None:
    """Make do-nothing libraries for those of NVIDIA's that the extension module is linked with."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    readelf = shutil.which("readelf")
    if not compiler or not readelf:
        raise _NotToBeHadError("A C compiler and binutils are needed to stand in for the libraries of TensorRT.")
    text = _run([readelf, "--wide", "--dynamic", "--dyn-syms", str(extension)], "readelf failed")
    sonames = re.findall(r"\(NEEDED\).*\[(libnv\S+)\]", text)
    # Those with a version are the C and C++ libraries'; those found in this process are the interpreter's and the C
    # library's.
    undefined = re.findall(r" GLOBAL +DEFAULT +UND ([A-Za-z_]\w*)$", text, re.MULTILINE)
    process = ctypes.CDLL(None)
    missing = [name for name in undefined if not hasattr(process, name)]
    source = folder / "stand_in.c"
    source.write_text("".join(f"int {name}(void) {{ return 0; }}\n" for name in missing), encoding="utf-8")
    for soname in sonames:
        arguments = ["-shared", "-fPIC", "-nostdlib", "-w", f"-Wl,-soname,{soname}", "-o", str(folder / soname)]
        _run([compiler, *arguments, str(source)], "The stand-ins for the libraries of TensorRT cannot be compiled")
