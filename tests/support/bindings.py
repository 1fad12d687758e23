"""NVIDIA's Python bindings of the engine libraries as type stubs, without the libraries where they cannot be had.

Classic TensorRT's native library is on no public index, but its bindings are (requirements/bindings-*.txt). The dynamic
loader is given do-nothing libraries in its place: nothing can be run, but every class, signature and enumeration member
can be read.
"""

from __future__ import annotations

import ctypes
import functools
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from filelock import FileLock

from tests.support.program import ROOT

FOLDER = ROOT / ".bindings"

TENSORRT_RTX = "tensorrt-rtx"
LIBRARIES = ("tensorrt-10", "tensorrt-11", TENSORRT_RTX)

# Runs in a process of its own: two versions of one extension module do not fit into one.
_STUBGEN = "import sys; sys.path[:0] = sys.argv.pop(1).split(':'); import pybind11_stubgen; pybind11_stubgen.main()"


class _NotToBeHadError(Exception):
    pass


@functools.cache
def _generated(library: str) -> str | _NotToBeHadError:
    try:
        return _rtx() if library == TENSORRT_RTX else _classic(int(library.removeprefix("tensorrt-")))
    except _NotToBeHadError as error:
        return error


def generated_stub(library: str) -> str:
    """What pybind11-stubgen makes of a library's bindings; the test is skipped, or fails in CI, without them."""
    result = _generated(library)
    if isinstance(result, str):
        return result
    if os.environ.get("CI"):
        pytest.fail(str(result))
    pytest.skip(str(result))


def _rtx() -> str:
    return _stub_of("tensorrt_rtx_bindings.tensorrt_rtx")


def _classic(major: int) -> str:
    if sys.platform != "linux":
        raise _NotToBeHadError("The stand-ins for the native libraries of TensorRT are made on Linux only.")
    FOLDER.mkdir(exist_ok=True)
    # Held until they are read: other runs may use another Python and put its bindings here.
    with FileLock(FOLDER / "lock"), tempfile.TemporaryDirectory() as stand_ins:
        folder = _installed(major)
        (extension,) = (folder / "tensorrt_bindings").glob("tensorrt*.so")
        _make_stand_ins(extension, Path(stand_ins))
        return _stub_of("tensorrt_bindings.tensorrt", folder, libraries=Path(stand_ins))


def _stub_of(module: str, *folders: Path, libraries: Path | None = None) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in ("LD_BIND_NOW", "LD_PRELOAD")}
    if libraries:
        environment["LD_LIBRARY_PATH"] = str(libraries)
    with tempfile.TemporaryDirectory() as output:
        arguments = [module, "--print-invalid-expressions-as-is", "--output-dir", output]
        command = [sys.executable, "-I", "-c", _STUBGEN, ":".join(map(str, folders)), *arguments]
        _run(command, f"No stub can be generated for {module}", environment)
        return Path(output, *module.split(".")).with_suffix(".pyi").read_text(encoding="utf-8")


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
