"""App packages with files of the application's own, and what is in a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.support.packages import small_package

NO_ENGINES = {"no_gpu": "skip"}
"""`[defaults]` for tests that are about other files: where there is no GPU, nothing is built, and a run is short."""


def folder_sha256(folder: Path) -> str:
    """The hash of a folder as docs/app-package.md has it: of what `sha256sum` prints, in the order of the paths."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    lines = [f"{hashlib.sha256(files[name].read_bytes()).hexdigest()}  {name}\n" for name in sorted(files)]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def write_files(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write files with their folders."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def payload_package(
    folder: Path, files: Mapping[str, bytes], *models: str, payload: Mapping[str, Any] | None = None, **top: Any
) -> Path:
    """A package with these files in its payload `app`, and its true hash unless `payload` says otherwise."""
    application = write_files(folder / "app", files)
    table = payload or {"folder": "app", "sha256": folder_sha256(application)}
    return small_package(folder, *(models or ("alpha",)), payload=table, **{"defaults": NO_ENGINES} | top)


def tree(folder: Path) -> dict[str, bytes | str | None]:
    """Everything in a folder: the content of files, where links lead, None for folders."""
    return {
        path.relative_to(folder).as_posix(): str(path.readlink())
        if path.is_symlink()
        else path.read_bytes()
        if path.is_file()
        else None
        for path in sorted(folder.rglob("*"))
    }
