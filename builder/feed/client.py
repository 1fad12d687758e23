"""Opening a feed and fetching its files; whatever is not proved to be the vendor's is refused, with the reason.

Files come from the first place that has them as they were signed: the feed's address, its mirrors, or a folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from builder.base.cancellation import CancelToken
from builder.base.errors import (
    DownloadFailed,
    EngineInstallerError,
    FeedNotTrusted,
    PackageInvalid,
    PackageMissing,
    Remedy,
)
from builder.base.files import os_errors_as, relative_fault, remove_file, sha256_of
from builder.base.json_file import Damaged
from builder.base.paths import is_regular_file, size_of
from builder.base.text import Text, say
from builder.feed.contents import Feed, FeedVersions
from builder.feed.custom import read_listed
from builder.feed.places import FolderPlace, WebPlace

Place = WebPlace | FolderPlace

_TRY_LATER = say(
    "Nothing of it was used. Try again later or from another network; if that does not help, "
    "ask the publisher of the application."
)
_COPY_ANEW = say("Nothing of it was used. Copy the folder again from where it came.")


@dataclass(frozen=True)
class OpenFeed:
    """A feed whose lists were verified.

    Attributes:
        contents: what it offers.
        places: where its files are, the best first.
    """

    contents: Feed
    places: tuple[Place, ...]

    def fetch(self, file_path: str, size: int, sha256: str, to: Path, cancel: CancelToken) -> Iterator[int]:
        """Fetch a file and verify it. What an earlier try has left in `to` is not fetched again.

        Args:
            file_path: of an offer, a model or the statement.
            size: of the file.
            sha256: of its content.
            to: where it goes; if it fails, what is good for another try is still there.
            cancel: stops it at any moment.

        Yields:
            The bytes that are there.

        Raises:
            FeedNotTrusted: another file came.
            DownloadFailed: it did not come.
            EngineInstallerError: it could not be written.
        """
        if fault := relative_fault(file_path):
            raise _not_trusted(self.places[0], say("it lists {file}, {fault}", file=repr(file_path), fault=fault))
        folder, slash, name = file_path.rpartition("/")
        location = f"targets/{folder}{slash}{sha256}.{name}"
        if is_regular_file(to) and size_of(to) >= size:
            if _hash_of(to, cancel) == sha256:
                yield size
                return
            remove_file(to)
        failures: list[EngineInstallerError] = []
        for place in self.places:
            try:
                yield from self._fetch_from(place, location, size, sha256, to, cancel)
                return
            except (DownloadFailed, FeedNotTrusted) as error:
                failures.append(error)
        if is_regular_file(to) and not size_of(to):
            remove_file(to)
        raise _worst(failures)

    def _fetch_from(
        self, place: Place, location: str, size: int, sha256: str, to: Path, cancel: CancelToken
    ) -> Iterator[int]:
        while True:
            goes_on = is_regular_file(to)
            try:
                yield from place.bring(location, size, to, cancel)
            except Damaged as damaged:
                remove_file(to)
                raise _not_trusted(place, damaged.reason) from damaged
            found = _hash_of(to, cancel)
            if found == sha256:
                return
            remove_file(to)
            # It may have been wrong what was there before, and not what came now.
            if not goes_on:
                raise _not_trusted(place, self._exchanged(location, found))

    def _exchanged(self, location: str, found: str) -> Text:
        feed = self.contents
        known = {offer.record.sha256: offer.path for offer in feed.offers}
        known |= {file.sha256: file.path for file in (*feed.models.values(), *filter(None, [feed.statement]))}
        if found in known:
            return say("{file} was exchanged: it holds {other}", file=location, other=known[found])
        return say("{file} was changed: it is not what was signed", file=location)


def open_feed(
    url: str,
    mirrors: Sequence[str],
    root: bytes,
    folder: Path | None,
    remembered: FeedVersions | None,
    cancel: CancelToken,
) -> OpenFeed:
    """Read and verify what a feed offers.

    Args:
        url: its address, with https.
        mirrors: other addresses of the same feed, for when the first one fails.
        root: the list of keys that the app package has: what everything else is trusted for.
        folder: a snapshot of it, from which alone it is read, without any network.
        remembered: its state when it was last seen; an older one is refused.
        cancel: stops it at any moment.

    Raises:
        FeedNotTrusted: it is not the vendor's, not complete, too old, or was tampered with.
        DownloadFailed: it could not be reached.
        EngineInstallerError: the package has no list of keys, or the folder no feed.
    """
    places: list[Place] = [FolderPlace(folder)] if folder else [WebPlace(address) for address in (url, *mirrors)]
    failures: list[EngineInstallerError] = []
    for place in places:
        try:
            contents = _open_place(place, root, remembered, cancel)
        except (DownloadFailed, FeedNotTrusted) as error:
            failures.append(error)
        else:
            return OpenFeed(contents, (place, *(other for other in places if other != place)))
    raise _worst(failures)


def _open_place(place: Place, root: bytes, remembered: FeedVersions | None, cancel: CancelToken) -> Feed:
    from builder.feed.trust import NoFeed, Refused, at, read_signed_lists, rollback

    is_folder = isinstance(place, FolderPlace)
    try:
        lists = read_signed_lists(root, lambda path: place.read(path, cancel), may_be_expired=is_folder)
        offers, models, statement = read_listed(lists.files)
    except NoFeed as error:
        raise _no_feed(place) from error
    except ValueError as error:
        raise PackageInvalid(
            say("The app package's list of keys is damaged, so nothing can be verified that is delivered."),
            hint=say("Get the setup again from where it came from."),
            detail=str(error),
        ) from error
    except Refused as refused:
        hint = _renew() if refused.is_expired else None
        raise _not_trusted(place, refused.reason, hint) from refused
    except Damaged as damaged:
        raise _not_trusted(place, damaged.reason) from damaged
    if remembered is not None and (older := rollback(lists.versions, remembered)):
        hint = say("Nothing of it was used. What is older is accepted only after the application was uninstalled.")
        raise _not_trusted(place, older, hint)
    warnings: tuple[Text, ...] = ()
    if lists.expired:
        warnings = (
            say(
                "What is in {folder} expired at {date}: there may be something newer by now.",
                folder=place.name,
                date=at(lists.expired),
            ),
        )
    return Feed(place.name, is_folder, lists.versions, offers, models, statement, warnings)


def _hash_of(path: Path, cancel: CancelToken) -> str:
    with os_errors_as(path, say("read")):
        return sha256_of(path, cancel)


def _not_trusted(place: Place, reason: Text, hint: Text | None = None) -> FeedNotTrusted:
    message = say(
        "The feed at {place} was refused: {reason}.",
        window="What {place} delivers was refused: {reason}.",
        place=place.name,
        reason=reason,
    )
    if isinstance(place, WebPlace):
        return FeedNotTrusted(message, hint=hint or _TRY_LATER)
    plain = say("A file that came with this setup could not be verified, so it was not used.")
    return FeedNotTrusted(message, hint=hint or _COPY_ANEW, plain=plain, remedy=Remedy.DOWNLOAD_AGAIN)


def _renew() -> Text:
    return say(
        "Check this computer's date: it is {today}. If that is right, the application's publisher has to confirm or "
        "renew what is delivered (engine-builder feed refresh).",
        window="Check this computer's date: it is {today}. If that is right, ask the publisher of the application.",
        today=f"{datetime.now(UTC):%Y-%m-%d}",
    )


def _no_feed(place: Place) -> EngineInstallerError:
    message = say(
        "There is no feed at {place}: it has no file metadata/timestamp.json.",
        window="There is nothing to install from at {place}.",
        place=place.name,
    )
    if isinstance(place, WebPlace):
        return DownloadFailed(message, hint=_TRY_LATER)
    return PackageMissing(message, hint=say("Use the folder that has the folders metadata and targets."))


def _worst(failures: Sequence[EngineInstallerError]) -> EngineInstallerError:
    """Choose what is told of several places: that somebody tampers matters more than that somebody is silent."""
    return next((error for error in failures if isinstance(error, FeedNotTrusted)), failures[0])
