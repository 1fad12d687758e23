"""A real plugin library (tests/doubles/plugin.c), and models and packages that need it."""

from __future__ import annotations

import functools
import hashlib
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import onnx
from onnx import TensorProto, helper

from builder.app_package.systems import THIS_SYSTEM
from tests.support.packages import model_entry, write_manifest
from tests.support.program import ROOT
from tests.support.system import require

SOURCE = ROOT / "tests/doubles/plugin.c"


@functools.cache
def _compiled(*options: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "plugin.so"
        flags = ("-shared", "-fPIC", "-Wall", "-Wextra", "-Werror")
        subprocess.run(["cc", *flags, *options, "-o", library, SOURCE], check=True)
        return library.read_bytes()


def plugin_library(file: Path, operator: str = "Twice", *options: str) -> Path:
    """Write a plugin library that has one operator."""
    require("cc")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_compiled(f'-DOPERATOR="{operator}"', *options))
    return file


def net_with(file: Path, operator: str = "Twice", **attributes: Any) -> Path:
    """Write a model that needs an operator which ONNX does not have."""
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT, (1, 64))
    result = helper.make_tensor_value_info("result", TensorProto.FLOAT, (1, 64))
    nodes = [
        helper.make_node(operator, ["image"], ["t"], domain="com.example", name="own", **attributes),
        helper.make_node("Relu", ["t"], ["result"]),
    ]
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.example", 1)]
    graph = helper.make_graph(nodes, "g", [image], [result])
    file.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=9), file)
    return file


def plugin_entry(folder: Path, library: Path, **values: Any) -> dict[str, Any]:
    """The `[[plugin]]` of a library in the package, with its true hash."""
    here = {
        "library": library.relative_to(folder).as_posix(),
        "sha256": hashlib.sha256(library.read_bytes()).hexdigest(),
    }
    return {"name": "own-ops", "operators": ["Twice"], THIS_SYSTEM: here} | values


def package_with_plugin(folder: Path, plugin: dict[str, Any] | None = None, **model: Any) -> Path:
    """Write a package with one model and the plugin that it needs."""
    library, file = plugin_library(folder / "plugins/libown.so"), net_with(folder / "models/net.onnx")
    entry = plugin_entry(folder, library) | (plugin or {})
    return write_manifest(folder, model_entry(folder, file, **{"plugins": ["own-ops"]} | model), plugin=[entry])
