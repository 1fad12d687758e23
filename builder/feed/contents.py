"""What a feed offers, once its signatures were verified. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.base.text import Text
from builder.engines.index import EngineRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedVersions:
    """Which state of a feed was seen: none that is older is ever accepted again.

    Attributes:
        root: version of the list of keys.
        timestamp: version of the newest statement that the feed is alive.
        snapshot: version of the list of lists.
        targets: version of the list of files.
        keys: names the keys that sign the last three; where they were replaced, versions begin anew.
    """

    root: int
    timestamp: int
    snapshot: int
    targets: int
    keys: str


@dataclass(frozen=True, slots=True)
class Offer:
    """An engine that a feed has.

    Attributes:
        path: in the repository.
        record: what it was built from, where, and what it is for, as the vendor's engines.json had it; the UUID of the
            GPU is empty, because it is of no PC.
    """

    path: str
    record: EngineRecord


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """Another file that a feed has: a model, or the vendor's statement about engines.

    Attributes:
        path: in the repository.
        size: bytes.
        sha256: of its content.
    """

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Feed:
    """Everything that a feed offers; all of it was signed.

    Attributes:
        place: its address or folder, as people may read it.
        is_folder: it is a snapshot that was brought here, so nothing is downloaded.
        versions: its state.
        offers: the engines.
        models: ONNX files and their external weights, by their hashes.
        statement: the vendor's statement about engines that were tested; None where there is none.
        warnings: what the user should know of it, such as that a snapshot has expired.
    """

    place: str
    is_folder: bool
    versions: FeedVersions
    offers: tuple[Offer, ...] = ()
    models: Mapping[str, OfferedFile] = field(default_factory=dict)
    statement: OfferedFile | None = None
    warnings: tuple[Text, ...] = ()
