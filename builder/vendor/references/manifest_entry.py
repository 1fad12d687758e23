"""`[model.reference]` written into an app.toml."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from builder.references.tolerance import Tolerance
from builder.vendor.manifest_editing import Key, ManifestEditing, toml_value
from builder.vendor.references.make import Made


def note(editing: ManifestEditing, number: int, made: Made, file: str, sha256: str) -> None:
    """Let a model have references, without saving that.

    Args:
        editing: of the app.toml.
        number: of the model.
        made: its references.
        file: theirs, in the package.
        sha256: of that file.

    Raises:
        InvalidParameter: the file is written so that it cannot be done.
    """
    way: tuple[Key, ...] = ("model", number, "reference")
    if not isinstance(editing.get(*way), dict):
        editing.append_to_model(number, _block(made, file, sha256))
        return
    editing.set(*way, "file", value=file)
    editing.set(*way, "sha256", value=sha256, after="file")
    if bool(editing.get(*way, "equal_rows")) != bool(made.equal_rows):
        editing.set(*way, "equal_rows", value=bool(made.equal_rows), after="sha256")
    tolerances = {name: _stated(tolerance) for name, tolerance in made.tolerances.items()}
    if editing.get(*way, "tolerance") != tolerances:
        editing.set(*way, "tolerance", value=tolerances)


def _block(made: Made, file: str, sha256: str) -> str:
    lines = ["[model.reference]", f"file = {toml_value(file)}", f"sha256 = {toml_value(sha256)}"]
    lines += ["equal_rows = true"] if made.equal_rows else []
    for name, tolerance in made.tolerances.items():
        key = toml_value({name: 0}).removeprefix("{ ").removesuffix(" = 0 }")
        lines += ["", f"[model.reference.tolerance.{key}]"]
        lines += [f"{number} = {toml_value(value)}" for number, value in _stated(tolerance).items()]
    return "\n".join(lines) + "\n"


def _stated(tolerance: Tolerance) -> dict[str, Any]:
    return {name: value for name, value in asdict(tolerance).items() if value is not None}
