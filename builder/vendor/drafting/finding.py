"""Which ONNX files are meant, what they are called in a package, where they go, and which feature they are part of."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.base.errors import Fault, InvalidParameter, ModelInvalid
from builder.base.files import name_fault, relative_fault
from builder.base.paths import entry_exists, files_below, is_folder
from builder.base.text import verbatim
from builder.vendor.models.facts import ModelFacts

MODELS_FOLDER = "models"
_LONGEST_NAME = 64
_LONGEST_FEATURE = 60


@dataclass(frozen=True, slots=True)
class Source:
    """An ONNX file that was asked for.

    Attributes:
        path: the file.
        folder: the one that it shares with models of its kind, below that of all models; "" where there is none.
    """

    path: Path
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A model in its package.

    Attributes:
        name: what `app.toml` calls it.
        facts: what its file holds.
        onnx: the file's path in the package, with forward slashes.
        external_data: the same of the files with its weights.
        copies: what is to be copied there, as pairs of a file and a path in the package; empty where all is there.
        feature: which part of the application it belongs to; "" where nothing says so.
    """

    name: str
    facts: ModelFacts
    onnx: str
    external_data: tuple[str, ...]
    copies: tuple[tuple[Path, str], ...]
    feature: str


def find_models(paths: Sequence[Path]) -> tuple[Source, ...]:
    """Find the ONNX files that are meant: folders stand for every one below them that is not hidden.

    Raises:
        InvalidParameter: a folder has none.
    """
    found: dict[Path, None] = {}
    for path in paths:
        files = [path]
        if is_folder(path):
            models = (file for file in files_below(path) if file.suffix.lower() == ".onnx")
            files = sorted(file for file in models if _is_shown(file, path))
            if not files:
                raise InvalidParameter(
                    verbatim(f"There is no ONNX file in {path}."), hint=verbatim("Name the files that end with .onnx.")
                )
        found.update(dict.fromkeys(files))
    folders = _folders(list(found))
    return tuple(Source(file, folder) for file, folder in zip(found, folders, strict=True))


def _is_shown(file: Path, below: Path) -> bool:
    """Whether no part of its path is hidden, such as an environment of Python or the store of a version control."""
    return not any(part.startswith(".") for part in file.relative_to(below).parts)


def _folders(files: Sequence[Path]) -> list[str]:
    """The folder of each below the one that they share; "" for all where some lie deeper: those are no features."""
    base = Path(os.path.commonpath([file.parent for file in files])) if files else Path()
    folders = [file.parent.relative_to(base).parts for file in files]
    if any(len(parts) > 1 for parts in folders):
        return [""] * len(files)
    return [parts[0] if parts and parts[0].lower() != MODELS_FOLDER else "" for parts in folders]


def place_models(
    root: Path, sources: Sequence[Source], facts: Sequence[ModelFacts], names: Sequence[str]
) -> tuple[Placed, ...]:
    """Decide what models are called and where they go: what lies in the package stays there, all else is copied.

    Args:
        root: the package's folder.
        sources: the files.
        facts: of each.
        names: that are taken already.

    Raises:
        ModelInvalid: with every path that a package cannot have.
        InvalidParameter: other files are where models would be copied to.
    """
    taken = {name.lower() for name in names}
    placed, faults = [], []
    for source, each in zip(sources, facts, strict=True):
        name = _name_for(source.path, taken)
        taken.add(name.lower())
        feature = re.sub(r"[_\-\s]+", " ", source.folder).strip()[:_LONGEST_FEATURE]
        feature = feature[:1].upper() + feature[1:]
        if _is_inside(source.path, root):
            onnx = source.path.relative_to(root).as_posix()
            if fault := relative_fault(onnx):
                faults.append(Fault(onnx, "", fault, "a path that every system takes; rename it"))
        else:
            folder = f"{MODELS_FOLDER}/{name}" if each.external_data else MODELS_FOLDER
            onnx = f"{folder}/{name}.onnx"
        beside = onnx.rpartition("/")[0]
        external = tuple(f"{beside}/{location}" if beside else location for location in each.external_data)
        copies: tuple[tuple[Path, str], ...] = ()
        if not _is_inside(source.path, root):
            weights = zip((source.path.parent / location for location in each.external_data), external, strict=True)
            copies = ((source.path, onnx), *weights)
        placed.append(Placed(name, each, onnx, external, copies, feature))
    if faults:
        raise ModelInvalid(
            verbatim("Not every model can be part of a package:"),
            hint=verbatim("Rename what is listed, then run the command again."),
            faults=tuple(faults),
        )
    _refuse_to_overwrite(root, placed)
    return tuple(placed)


def _is_inside(path: Path, root: Path) -> bool:
    return path.is_relative_to(root)


def _name_for(path: Path, taken: set[str]) -> str:
    """Make a model's name from its file's, and from its folder's where that is taken."""
    own = as_name(path.stem)
    candidates = [own, as_name(f"{path.parent.name}-{path.stem}")]
    candidates += [f"{own[: _LONGEST_NAME - 4]}-{number}" for number in range(2, len(taken) + 3)]
    return next(name for name in candidates if name.lower() not in taken)


def as_name(text: str) -> str:
    """Make a model's name of a file's: letters with accents lose them, and what is left over becomes a dash."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", plain)[:_LONGEST_NAME].strip("._-")
    return name if name and not name_fault(name) else f"model-{name}".rstrip("-")


def _refuse_to_overwrite(root: Path, placed: Sequence[Placed]) -> None:
    there = [target for model in placed for _, target in model.copies if entry_exists(root / target)]
    if there:
        raise InvalidParameter(
            verbatim(f"{', '.join(there)} in {root} would be overwritten."),
            hint=verbatim("To use what is there, name that file; otherwise remove or rename it first."),
        )
