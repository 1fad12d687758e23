"""The compiled stand-in for the part of NVIDIA's driver that runs programs on a GPU."""

from __future__ import annotations

import atexit
import ctypes
import functools
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.support.program import ROOT
from tests.support.system import require

SOURCE = ROOT / "tests/doubles/cuda.c"


@functools.cache
def stand_in_library() -> Path:
    """Compile the stand-in; like that for NVML, it has no SONAME."""
    require("cc")
    folder = Path(tempfile.mkdtemp(prefix="fake-cuda-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    library = folder / "libcuda.so.1"
    flags = ("-shared", "-fPIC", "-Wall", "-Wextra", "-Werror")
    subprocess.run(["cc", *flags, "-o", library, SOURCE], check=True)
    return library


def with_cuda(environment: Mapping[str, str]) -> dict[str, str]:
    """Add the stand-in to the environment of a process."""
    folders = [environment.get("LD_LIBRARY_PATH"), str(stand_in_library().parent)]
    # Where an engine's stand-in finds it, which is given its memory.
    return {**environment, "LD_LIBRARY_PATH": ":".join(filter(None, folders)), "FAKE_CUDA": str(stand_in_library())}


def stand_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[ctypes.CDLL]:
    """The body of a fixture: this process has the stand-in, of which nothing must be left in use in the end."""
    library = ctypes.CDLL(str(stand_in_library()))
    monkeypatch.setenv("FAKE_CUDA", str(stand_in_library()))
    monkeypatch.setattr("builder.worker.cuda.open_cuda_driver", lambda: library)
    yield library
    assert library.fake_cuda_left() == 0
