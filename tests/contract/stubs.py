"""The engine libraries as mypy is shown them: stubs of NVIDIA's real bindings, corrected where those say it wrong."""

from __future__ import annotations

import ast
import re
from pathlib import Path

# pybind11 copies C++ types into its docstrings, and NVIDIA's are not always Python.
_REPAIRS = (
    (r"\bnv(?:infer1|onnxparser)::(?:v_\d+_\d+::)?(\w+)", r"\1"),
    (r"\bI(Builder|ParserError)\b", r"\1"),
    (r"(?<=def get_plugin_registry\(\) -> )detail::accessor<[^>]*>", "IPluginRegistry"),
    (r"\bdetail::[\w:]+<[^>]*>", "typing.Any"),
    (r"= <[\w.]+: \d+>", "= ..."),
    (r"\b(in|lambda|from)(?=: \w)", r"\1_"),
    (r"(power: Weights = None, channel_axis: typing\.SupportsInt)\)", r"\1 = ...)"),
    # One of TensorRT's data types, which would hide Python's bool.
    (r"^bool: .*\n", ""),
    # What takes dimensions takes any sequence, and dimensions are one.
    (r"(?<=\w: )Dims(?=[,)])", "Dims | collections.abc.Sequence[int]"),
    (r"^class Dims:$", "class Dims(collections.abc.Sequence[int]):"),
    (r"^class IHostMemory:$", "class IHostMemory(typing_extensions.Buffer):"),
    (r"(?<=def init_libnvinfer_plugins\(logger: )typing_extensions\.CapsuleType", "ILogger"),
    # Of this callback the docstring gives the C++ signature.
    (r"(?<=def write\(self, data: )typing_extensions\.CapsuleType, size: typing\.SupportsInt", "bytes"),
)
_CALLBACKS = ("ILogger", "IProgressMonitor", "IStreamWriter")
# Other faults of the stubs are NVIDIA's; an unknown type is ours to repair, as it counts as Any.
_NOT_OURS = "misc, override, assignment, overload-cannot-match, no-untyped-def, type-arg"
_PRELUDE = f'# mypy: disable-error-code="{_NOT_OURS}"\nimport abc\n'


def write_stubs(generated: str, folder: Path) -> None:
    """Write `engine_bindings.pyi`, and `trt.pyi` for the place of that of builder/worker.

    Args:
        generated: what pybind11-stubgen made of the bindings.
        folder: a package.
    """
    text = generated
    for wrong, right in _REPAIRS:
        text = re.sub(wrong, right, text, flags=re.MULTILINE)
    for name in _CALLBACKS:
        text = re.sub(rf"^class {name}:\n(?: .*\n|\n)*", _callback, text, flags=re.MULTILINE)
    (folder / "engine_bindings.pyi").write_text(_PRELUDE + text, encoding="utf-8")
    (folder / "trt.pyi").write_text(_library(ast.parse(text), folder.name), encoding="utf-8")


def _callback(stub: re.Match[str]) -> str:
    """The library calls the methods of these classes: each must be there, and is given real integers."""
    text = stub[0].replace("typing.SupportsInt", "int")
    return re.sub(r"^    def (?!_)", r"    @abc.abstractmethod\n\g<0>", text, flags=re.MULTILINE)


def _library(bindings: ast.Module, package: str) -> str:
    """A module cannot be the type of a parameter, so there is a class with everything that the module has."""
    lines = [f"from {package} import engine_bindings", f"from {package}.engine_bindings import *"]
    lines += ["class Library:", "    __version__: str"]
    for node in bindings.body:
        if isinstance(node, ast.ClassDef):
            lines.append(f"    {node.name}: type[engine_bindings.{node.name}]")
        elif isinstance(node, ast.FunctionDef):
            lines.append(f"    {node.name} = staticmethod(engine_bindings.{node.name})")
    return "\n".join([*lines, ""])


def members_of(stub: Path) -> dict[str, set[str]]:
    """What each class has, and, under "", the module."""
    module = ast.parse(stub.read_text(encoding="utf-8"))
    classes = [node for node in ast.walk(module) if isinstance(node, ast.ClassDef)]
    return {"": _named(module.body)} | {node.name: _named(node.body) for node in classes}


def _named(body: list[ast.stmt]) -> set[str]:
    assigned = {
        node.target.id for node in body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
    return assigned | {node.name for node in body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
