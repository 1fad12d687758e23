"""Where a model that is prepared stands in `app.toml`, and what is noted there of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.app_package.variants import tables_in
from builder.base.errors import InvalidParameter
from builder.base.text import verbatim
from builder.vendor.manifest_editing import Key, ManifestEditing


@dataclass(frozen=True, slots=True)
class Place:
    """A `[[model]]` or `[[model.variant]]` of an app.toml that is edited.

    Attributes:
        editing: the app.toml.
        keys: the way to it.
        output: the prepared model.
    """

    editing: ManifestEditing
    keys: tuple[Key, ...]
    output: Path

    @property
    def keep_fp32(self) -> list[str]:
        """The nodes that stay in fp32, as it lists them."""
        found = self.editing.get(*self.keys, "keep_fp32")
        return [name for name in found if isinstance(name, str)] if isinstance(found, list) else []

    @property
    def precision(self) -> object:
        """What it says that the model computes in."""
        return self.editing.get(*self.keys, "precision")

    @property
    def has_references_of(self) -> str | None:
        """The name of its model if that has references; None where it has none."""
        model = self.editing.get(*self.keys[:2])
        return str(model.get("name")) if isinstance(model, dict) and "reference" in model else None

    @property
    def shapes(self) -> Mapping[str, Sequence[int]] | None:
        """Those that the model's first profile calls the most usual; None where it has no profile."""
        profile = self.editing.get(*self.keys[:2], "profile", 0)
        if not isinstance(profile, dict):
            return None
        return {name: item["opt"] for name, item in profile.items() if isinstance(item, dict) and "opt" in item}

    def note(self, content: bytes, to: str, keep_fp32: Sequence[str]) -> None:
        """Let it name the prepared model, and save the app.toml.

        Args:
            content: of the model's file.
            to: what it computes in.
            keep_fp32: the nodes that do not.
        """
        editing, keys = self.editing, self.keys
        root = editing.path.parent.resolve()
        editing.set(*keys, "onnx", value=self.output.resolve().relative_to(root).as_posix())
        editing.set(*keys, "sha256", value=hashlib.sha256(content).hexdigest(), after="onnx")
        if editing.get(*keys, "size") is not None:
            editing.set(*keys, "size", value=len(content))
        editing.remove(*keys, "external_data")  # all weights are in the file
        editing.set(*keys, "precision", value=to, after="sha256")
        if keep_fp32 or self.keep_fp32:
            editing.set(*keys, "keep_fp32", value=[*keep_fp32], after="precision")
        editing.save()


def find_place(editing: ManifestEditing, model: Path, output: Path) -> Place:
    """Find the entry of a prepared model, or else that of the model which is prepared.

    Args:
        editing: the app.toml.
        model: the ONNX file that is prepared.
        output: the one that is made of it.

    Raises:
        InvalidParameter: there is none or more than one, or what is made would not be in the package.
    """
    root = editing.path.parent.resolve()
    if not output.resolve().is_relative_to(root):
        raise InvalidParameter(
            verbatim(f"{output} would not be in the app package {root}."),
            hint=verbatim("Give its place in the package: --output FILE."),
        )
    for wanted in (output, model):
        found = [keys for keys, onnx in _entries(editing) if (root / onnx).resolve() == wanted.resolve()]
        if len(found) == 1:
            return Place(editing, found[0], output)
        if found:
            raise InvalidParameter(
                verbatim(f"{editing.path} names {wanted.name} in more than one place."),
                hint=verbatim("Leave out --package, and name the new file in app.toml where you want it."),
            )
    raise InvalidParameter(
        verbatim(f"{editing.path} names neither {model.name} nor {output.name}."),
        hint=verbatim("Add the model first: engine-builder add DIR MODEL."),
    )


def _entries(editing: ManifestEditing) -> Iterator[tuple[tuple[Key, ...], str]]:
    for number, table in tables_in(editing.data.get("model")):
        keys: tuple[Key, ...] = ("model", number)
        tables = [(keys, table)]
        tables += [((*keys, "variant", place), variant) for place, variant in tables_in(table.get("variant"))]
        yield from ((way, each["onnx"]) for way, each in tables if isinstance(each.get("onnx"), str))
