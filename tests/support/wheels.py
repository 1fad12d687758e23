"""Wheels for tests: real ones made of what is installed here, and made-up ones with all kinds of faults."""

from __future__ import annotations

import base64
import hashlib
import importlib.metadata
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from builder.app_package.manifest import Wheel

ENGINE_LIBRARY = ("tensorrt-rtx-cu13-libs", "tensorrt-rtx-cu13-bindings")


def record_of(files: Mapping[str, bytes], info: str) -> bytes:
    """The list that a wheel has of its files."""
    lines = []
    for name, content in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(content)}\n")
    return "".join([*lines, f"{info}/RECORD,,\n"]).encode()


def write_wheel(path: Path, files: Mapping[str, bytes], *more: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    """Make a wheel.

    Args:
        path: its file; the name is that of the wheel.
        files: what it lists and holds.
        more: what it holds besides.
    """
    info = "-".join(path.name.split("-")[:2]) + ".dist-info"
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        for entry, content in more:
            archive.writestr(entry, content)
        archive.writestr(f"{info}/RECORD", record_of(files, info))
    return path


def wheel_entry(path: Path, **values: Any) -> dict[str, Any]:
    """What app.toml says of a wheel that lies in its folder `wheels`."""
    content = path.read_bytes()
    return {
        "file": f"wheels/{path.name}",
        "sha256": hashlib.sha256(content).hexdigest(),
        "size": len(content),
    } | values


def as_wheel(path: Path, **values: Any) -> Wheel:
    """The wheel as it is read from app.toml."""
    return Wheel(**wheel_entry(path, **values))


def pack_installed(distributions: Iterable[str], folder: Path) -> list[Path]:
    """Wheels of what is installed here, with the names and the content that NVIDIA's own wheels have."""
    made = []
    for name in distributions:
        distribution = importlib.metadata.distribution(name)
        tag = (distribution.read_text("WHEEL") or "").partition("Tag: ")[2].split()[0]
        own = distribution.metadata["Name"].replace("-", "_")
        files = {
            file.as_posix(): Path(str(distribution.locate_file(file))).read_bytes()
            for file in distribution.files or ()
            if file.name not in ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json") and file.suffix != ".pyc"
        }
        made.append(write_wheel(folder / f"{own}-{distribution.version}-{tag}.whl", files))
    return made
