"""One file of a kit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Part:
    """A file that goes into a kit.

    Attributes:
        place: in the kit, with forward slashes.
        path: where it comes from.
        sha256: of its content, as it was found or as it must be.
    """

    place: str
    path: Path
    sha256: str
