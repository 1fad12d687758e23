"""App packages for tests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from builder.app_package.package import load_package
from builder.base.errors import Fault, PackageInvalid
from tests.support.models import conv_net

APP = {"id": "com.example.test", "name": "Test App", "publisher": "Example Ltd", "version": "1.0"}


def toml(value: Any) -> str:
    """A TOML value; JSON's spelling of strings, numbers and lists is TOML's as well."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{json.dumps(key)} = {toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(toml(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def _table(name: str, values: Mapping[str, Any]) -> str:
    return f"{name}\n" + "".join(f"{json.dumps(key)} = {toml(value)}\n" for key, value in values.items()) + "\n"


def write_manifest(folder: Path, *models: Mapping[str, Any], **top: Any) -> Path:
    """Write app.toml; a mapping becomes a table, everything else a key at the top."""
    tables = {"app": top.pop("app", APP)} | {
        name: top.pop(name) for name in list(top) if isinstance(top[name], Mapping)
    }
    text = "".join(f"{key} = {toml(value)}\n" for key, value in ({"schema": 1} | top).items()) + "\n"
    text += "".join(_table(f"[{name}]", values) for name, values in tables.items())
    text += "".join(_table("[[model]]", model) for model in models)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "app.toml").write_text(text, encoding="utf-8")
    return folder


def model_entry(folder: Path, file: Path, **values: Any) -> dict[str, Any]:
    """The `[[model]]` of a file in the package, with its true hash unless `values` say otherwise."""
    relative = file.relative_to(folder).as_posix()
    return {
        "name": file.stem,
        "onnx": relative,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
    } | values


def package_of(folder: Path, *files: Path, **values: Any) -> Path:
    """A package of these model files, which lie in its folder; `values` go into each `[[model]]`."""
    return write_manifest(folder, *(model_entry(folder, file, **values) for file in files))


def small_package(folder: Path, *names: str, **top: Any) -> Path:
    """A package of small convolutional networks, each a little different."""
    files = [
        conv_net(folder / "models" / f"{name}.onnx", channels=8 + number)
        for number, name in enumerate(names or ("alpha", "beta"))
    ]
    return write_manifest(folder, *(model_entry(folder, file) for file in files), **top)


def faults_of(package: Path) -> dict[str, Fault]:
    """What is wrong with a package, by key; all of it is in the error's message."""
    # Not by pytest, which is not there where the stand-in for Windows makes packages.
    error = None
    try:
        load_package(package)
    except PackageInvalid as raised:
        error = raised
    assert error is not None, "nothing is wrong"
    assert all(str(fault) in error.message for fault in error.faults)
    return {fault.key: fault for fault in error.faults}
