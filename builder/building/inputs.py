"""Where workers read what they build from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from builder.app_package.package import PackagedModel
from builder.app_package.package_files import PackageFile
from builder.base.events import InputFile


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the builds of a run have in common.

    Attributes:
        library_folder: where the engine library is; None for this program's own environment.
        staged: copies of files of the app package that this run has hashed as it wrote them, by the files' paths.
        kept: copies that were there before, likewise.
        changeable: files of the app package that users with fewer rights than this run could change at any time.
    """

    library_folder: Path | None = None
    staged: Mapping[Path, Path] = field(default_factory=dict)
    kept: Mapping[Path, Path] = field(default_factory=dict)
    changeable: frozenset[Path] = frozenset()

    def files_of(self, model: PackagedModel) -> tuple[InputFile, ...]:
        """Give the ONNX file of a model and its external weights, as a worker gets them."""
        return tuple(map(self.as_input, model.files))

    def as_input(self, file: PackageFile) -> InputFile:
        """Give any file of the app package as a worker gets it."""
        path, staged = file.path, self.staged.get(file.path)
        copy = staged or self.kept.get(path)
        return InputFile(
            str(path),
            None if staged else file.sha256,
            str(copy) if copy else None,
            changeable=copy is None and path in self.changeable,
            size=file.size,
        )


ORIGINALS = Inputs()
"""The files of the app package itself, and the library of this program's own environment."""
