"""The members of the engine libraries that the worker names by strings: no type checker looks into those."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

# By the constant or function that names them.
ENUMERATIONS = {
    "_PROFILING_VERBOSITIES": "ProfilingVerbosity",
    "_HARDWARE_COMPATIBILITIES": "HardwareCompatibilityLevel",
    "_LOW_PRECISION": "DataType",
    "_BFLOAT16": "DataType",
    "_NUMPY_TYPES": "DataType",
    "configure": "BuilderFlag",
    "set_targets": "ComputeCapability",
    "_network_flags": "NetworkDefinitionCreationFlag",
    "_parse_failure": "ErrorCode",
    "_with_operator": "LayerType",
}


def unknown_names(folder: Path, members: Mapping[str, set[str]]) -> Iterator[tuple[str, int, str]]:
    """Find what no class has that is asked for with `hasattr`, and what looks like a member and is none.

    Args:
        folder: the worker's source.
        members: what each class of the libraries has.

    Yields:
        File, line and text.
    """
    for path in sorted(folder.glob("*.py")):
        for top in ast.parse(path.read_text(encoding="utf-8")).body:
            place = ast.unparse(top.targets[0]) if isinstance(top, ast.Assign) else getattr(top, "name", "")
            for node in ast.walk(top):
                if fault := _asked(node, members) or _named(node, place, members):
                    yield path.name, getattr(node, "lineno", 0), fault


def _asked(node: ast.AST, members: Mapping[str, set[str]]) -> str | None:
    match node:
        case ast.Call(func=ast.Name("hasattr"), args=[_, ast.Constant(str(name))]):
            return None if any(name in names for names in members.values()) else f"no class has {name!r}"
        case _:
            return None


def _named(node: ast.AST, place: str, members: Mapping[str, set[str]]) -> str | None:
    match node:
        case ast.BinOp(left=ast.Constant(str(prefix)), op=ast.Add()) if place in ENUMERATIONS:
            found = any(name.startswith(prefix) for name in members[ENUMERATIONS[place]])
            return None if found else f"nothing in {ENUMERATIONS[place]} begins with {prefix!r}"
        case ast.Constant(str(name)) if re.fullmatch(r"[A-Z][A-Z0-9_]{2,}", name):
            if place not in ENUMERATIONS:
                return f"ENUMERATIONS does not say which enumeration {place} means by {name!r}"
            return None if name in members[ENUMERATIONS[place]] else f"{ENUMERATIONS[place]} has no {name!r}"
        case _:
            return None
