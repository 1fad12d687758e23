"""The compiled stand-in for NVIDIA's management library."""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "doubles" / "nvml.c"

RTX_4070 = "NVIDIA GeForce RTX 4070|GPU-aaaa|8.9|12282"
RTX_5090 = "NVIDIA GeForce RTX 5090|GPU-bbbb|12.0|32607"
# As a real one answered (NVML of driver 580.159).
H200 = "NVIDIA H200|GPU-cccc|9.0|143771"


@functools.cache
def _library_folder() -> Path | None:
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        return None
    folder = Path(tempfile.mkdtemp(prefix="fake-nvml-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    library = folder / "libnvidia-ml.so.1"
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-Wall", "-Werror", f"-Wl,-soname,{library.name}", "-o", library, SOURCE],
        check=True,
    )
    return folder


def machine_with(*gpus: str, **answers: int) -> dict[str, str]:
    """The environment of a process that finds these GPUs; `answers` are return codes of `init` and `device`."""
    folder = _library_folder()
    if folder is None:
        assert "CI" not in os.environ, "CI must have a C compiler"
        pytest.skip("no C compiler: the stand-in for NVML cannot be made")
    codes = {f"FAKE_NVML_{name.upper()}": str(code) for name, code in answers.items()}
    return {"LD_LIBRARY_PATH": str(folder), "FAKE_NVML_GPUS": ";".join(gpus)} | codes
