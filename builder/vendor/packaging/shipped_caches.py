"""The timing caches that a packaged program gets: which of their files, and which of them are of no use there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from builder.app_package.package import AppPackage
from builder.backend import BACKENDS
from builder.backend.base import Installation
from builder.base.files import resolve_inside
from builder.base.settings import BuildSettings
from builder.library.wheels import fitting_wheels, libraries_in
from builder.timing.catalogue import (
    INDEX_NAME,
    CacheEntry,
    CacheFlags,
    catalogue_folder,
    load_catalogue,
    read_index,
    settings_digest,
)

_Shipped = list[tuple[str, str, BuildSettings]]


def cache_files(folder: Path) -> Iterator[Path]:
    """Give the files of a catalogue that users need: the index and the caches, but not their keys."""
    index, _ = read_index(folder / INDEX_NAME)
    names = [INDEX_NAME, *(entry.file for entry in index.cache)] if index else [INDEX_NAME]
    for name in dict.fromkeys(names):
        with suppress(ValueError, OSError):
            if resolve_inside(folder, name).is_file():
                yield folder / name


def useless_caches(app: AppPackage) -> Iterator[str]:
    """Say which timing caches of a package cover nothing that its program builds; those of other systems never do."""
    system = "windows" if os.name == "nt" else "linux"
    catalogue = load_catalogue(catalogue_folder(app.root))
    yield from (f"a timing cache is not usable: {problem}" for problem in catalogue.problems)
    entries = [entry for entry in catalogue.entries if entry.os == system]
    if not entries:
        return
    library = _library(app)
    if library is None:
        yield "timing caches are shipped, but no classic TensorRT that could use them"
        return
    shipped: _Shipped = [
        (file.name, file.onnx.sha256, file.settings_for("tensorrt"))
        for model in app.models
        if model.backend != "tensorrt-rtx"
        for file in (model, *model.variants)
    ]
    for entry in entries:
        if (entry.tensorrt, entry.cuda_major) != (library.version, library.cuda):
            yield (
                f"{entry.file} is for TensorRT {entry.tensorrt} with CUDA {entry.cuda_major}, and the program has "
                f"{library.version} with CUDA {library.cuda or '(unknown)'}"
            )
        else:
            yield from _not_shipped(entry, shipped)


def _not_shipped(entry: CacheEntry, shipped: _Shipped) -> Iterator[str]:
    used = {
        (found.sha256, found.settings)
        for name, sha256, settings in shipped
        if entry.flags == CacheFlags.of(settings) and (found := entry.serves(sha256, settings_digest(settings), name))
    }
    stale = [model for model in entry.model if (model.sha256, model.settings) not in used]
    if not used:
        yield f"{entry.file} covers nothing that is shipped"
    for model in stale:
        yield f"{entry.file}: {_why(model.name, model.sha256, shipped)}"


def _why(name: str, sha256: str, shipped: _Shipped) -> str:
    if any(sha256 == of_model for _, of_model, _ in shipped):
        return f"the model {name!r} is shipped with other settings, such as other profiles"
    if any(name == of_model for of_model, _, _ in shipped):
        return f"the model {name!r} has changed since"
    return f"the model {name!r} is not shipped, or not built with TensorRT"


def _library(app: AppPackage) -> Installation | None:
    """Find the classic TensorRT that the program will have."""
    if app.manifest.library.source == "wheels":
        return libraries_in(fitting_wheels(app.manifest.library.wheels)).get("tensorrt")
    return BACKENDS["tensorrt"].find()
