"""What a feed's signed lists say, or why nobody may believe them: The Update Framework, with reasons in words.

Every list is fetched anew and kept in memory. python-tuf also writes them to a folder, from which nothing is read.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
    UnsignedMetadataError,
)
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp
from tuf.api.serialization import DeserializationError

from builder.base.files import os_errors_as
from builder.base.text import Text, say
from builder.feed.contents import FeedVersions, OfferedFile
from builder.feed.places import MOST_LIST_BYTES
from builder.feed.updater import FetcherInterface, Updater, UpdaterConfig

_SIGNING = ("timestamp", "snapshot", "targets")
_NO_TIME = datetime.min.replace(tzinfo=UTC)


class NoFeed(Exception):
    """There is no feed at all."""


class Refused(Exception):
    """A feed is not to be trusted.

    Attributes:
        reason: as a part of a sentence.
        is_expired: it may have been right once.
    """

    def __init__(self, reason: Text, *, is_expired: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.is_expired = is_expired


@dataclass(frozen=True)
class SignedLists:
    """What the lists say.

    Attributes:
        versions: their state.
        files: what is listed, each with its `custom`.
        expired: since when they should not be believed any more; None where they should be.
    """

    versions: FeedVersions
    files: tuple[tuple[OfferedFile, object], ...]
    expired: datetime | None


class _Fetcher(FetcherInterface):
    """Keeps what it fetched.

    Attributes:
        contents: what was fetched last of each role.
        root: the newest list of keys that was accepted.
        name: of the file that was asked for last.
    """

    def __init__(self, root: bytes, read: Callable[[str], bytes | None]) -> None:
        self.contents: dict[str, bytes] = {}
        self.root = root
        self.name = ""
        self._read = read

    @property
    def role(self) -> str:
        """The role of the file that was asked for last."""
        return self.name.split(".")[-2]

    def _fetch(self, url: str) -> Iterator[bytes]:
        # Had the file before this one been refused, nobody would ask for this one.
        self.root = self.contents.get(Root.type, self.root)
        self.name = url.rpartition("/")[2]
        content = self._read(url)
        if content is None:
            raise DownloadHTTPError(f"there is no {url}", 404)
        self.contents[self.role] = content
        yield content


class _Updater(Updater):
    def _update_root_symlink(self) -> None:
        """Make no link: nobody reads it, and not every volume can have one."""


def read_signed_lists(root: bytes, read: Callable[[str], bytes | None], *, may_be_expired: bool) -> SignedLists:
    """Read the lists of a feed and verify them.

    Args:
        root: the list of keys to begin with, which is trusted.
        read: gives a file of the feed, such as `metadata/timestamp.json`; None where there is none.
        may_be_expired: says so in the result, instead of refusing it.

    Raises:
        Refused: they are not to be trusted.
        NoFeed: there are none.
        ValueError: `root` itself is none.
    """
    fetcher = _Fetcher(root, read)
    temporary = Path(tempfile.gettempdir())
    with os_errors_as(temporary, say("write to")), tempfile.TemporaryDirectory(dir=temporary) as folder:
        config = UpdaterConfig(targets_max_length=MOST_LIST_BYTES)
        try:
            updater = _Updater(folder, "metadata", fetcher=fetcher, config=config, bootstrap=root)
        except RepositoryError as error:
            raise ValueError(str(error)) from error
        if may_be_expired:
            updater._trusted_set.reference_time = _NO_TIME
        try:
            updater.refresh()
        except ExpiredMetadataError as error:
            raise _expired(fetcher) from error
        except DownloadHTTPError as error:
            if fetcher.role == Timestamp.type:
                raise NoFeed from error
            raise Refused(say("{file} is missing, which belongs to it", file=fetcher.name)) from error
        except (RepositoryError, DownloadLengthMismatchError) as error:
            raise Refused(_reason(error, fetcher)) from error
    return _signed_lists(fetcher)


def _signed_lists(fetcher: _Fetcher) -> SignedLists:
    keys = Metadata[Root].from_bytes(fetcher.root).signed
    timestamp = Metadata[Timestamp].from_bytes(fetcher.contents[Timestamp.type]).signed
    snapshot = Metadata[Snapshot].from_bytes(fetcher.contents[Snapshot.type]).signed
    targets = Metadata[Targets].from_bytes(fetcher.contents[Targets.type]).signed
    signing = {role: sorted(keys.roles[role].keyids) for role in _SIGNING}
    expires = min(signed.expires for signed in (keys, timestamp, snapshot, targets))
    return SignedLists(
        FeedVersions(
            root=keys.version,
            timestamp=timestamp.version,
            snapshot=snapshot.version,
            targets=targets.version,
            keys=hashlib.sha256(json.dumps(signing, sort_keys=True).encode()).hexdigest(),
        ),
        tuple(
            (OfferedFile(path, file.length, file.hashes.get("sha256", "")), file.custom)
            for path, file in targets.targets.items()
        ),
        expires if expires <= datetime.now(UTC) else None,
    )


def _expired(fetcher: _Fetcher) -> Refused:
    role, name = fetcher.role, fetcher.name
    if Metadata[Root].from_bytes(fetcher.root).signed.is_expired():
        role, name = Root.type, "root.json"
    content = fetcher.root if role == Root.type else fetcher.contents[role]
    date = at(Metadata[Any].from_bytes(content).signed.expires)
    if role == Timestamp.type:
        return Refused(
            say("it was confirmed as up to date only until {date}, so newer files may be held back", date=date),
            is_expired=True,
        )
    return Refused(say("{file} was valid until {date}", file=name, date=date), is_expired=True)


def at(moment: datetime) -> str:
    """Write a moment for people."""
    return f"{moment:%Y-%m-%d %H:%M} UTC"


def _reason(error: Exception, fetcher: _Fetcher) -> Text:
    """Say what was wrong with the file that was fetched last."""
    name = fetcher.name
    match error:
        case DownloadLengthMismatchError():
            return say("{file} is larger than it may be", file=name)
        case LengthOrHashMismatchError():
            return say("{file} is not the one that was signed: it was changed, or exchanged for another", file=name)
        case BadVersionNumberError():
            return say("{file} has another version than it should have", file=name)
        case DeserializationError():
            return say("{file} is damaged, or the server sends something else where it has no file", file=name)
        case UnsignedMetadataError():
            signers = Metadata[Any].from_bytes(fetcher.contents[fetcher.role]).signatures
            trusted = Metadata[Root].from_bytes(fetcher.root).signed.roles[fetcher.role].keyids
            if set(signers) & set(trusted):
                return say("{file} was changed after it was signed, or too few have signed it", file=name)
            return say("{file} was not signed with the publisher's keys", file=name)
        case _:
            return say("{file} does not fit the others", file=name)


def rollback(found: FeedVersions, remembered: FeedVersions) -> Text | None:
    """Say what is older than what was seen before; None when nothing is.

    Versions begin anew where the keys were replaced, but not those of the list of keys itself: who holds back the
    newest one could otherwise have lists accepted that keys have signed which were given up.
    """
    roles = ("root",) if found.keys != remembered.keys else ("root", *_SIGNING)
    for role in roles:
        now, before = getattr(found, role), getattr(remembered, role)
        if now < before:
            return say(
                "{file} is older than what was here before: version {found} instead of {seen}",
                file=f"{role}.json",
                found=now,
                seen=before,
            )
    return None
