"""A feed as programs see it: verified as they do, each file of it fetched, and what of it expires soon."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tuf.api.metadata import Metadata

from builder.base.cancellation import CancelToken
from builder.base.errors import DownloadFailed, FeedNotTrusted, PackageMissing
from builder.base.files import absolute, os_errors_as
from builder.base.plain import to_plain
from builder.base.quantities import Bytes
from builder.base.small_files import read_small_file
from builder.base.terminal import table_lines
from builder.base.text import say, verbatim
from builder.engines.index import EngineRecord
from builder.feed.client import OpenFeed, open_feed
from builder.feed.contents import Feed, OfferedFile
from builder.vendor.feed.roles import SHORT_ID, now


@dataclass(frozen=True, slots=True)
class SignedList:
    """One of the lists of a feed.

    Attributes:
        version: of the list.
        expires: until when it may be believed.
        threshold: how many keys must have signed it.
        keys: ids of those that may.
    """

    version: int
    expires: datetime
    threshold: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What was found.

    Attributes:
        feed: what it offers.
        roles: its lists, by their roles.
        problems: what keeps programs from using it.
        warnings: what will.
    """

    feed: Feed
    roles: Mapping[str, SignedList]
    problems: tuple[str, ...]
    warnings: tuple[str, ...]


def verify(place: str, root: Path | None, within_days: int, cancel: CancelToken) -> Report:
    """Look at a feed as a program does that has seen nothing of it before.

    Args:
        place: its address or folder.
        root: what app packages pin; None for what `feed init` has put beside the folder.
        within_days: warn of what expires by then.
        cancel: stops it.

    Raises:
        FeedNotTrusted: its lists are not what was signed.
        EngineInstallerError: it cannot be read.
    """
    folder = None if "://" in place else absolute(Path(place))
    opened = open_feed(place, (), _pinned(folder, root), folder, None, cancel)
    roles = _lists(opened, cancel)
    problems = list(_wrong_files(opened, cancel))
    warnings = []
    for role, listed in roles.items():
        until = f"{role} {listed.version} expires on {listed.expires:%Y-%m-%d %H:%M} UTC"
        if listed.expires <= now():
            problems.append(f"{until.replace('expires', 'expired')}: programs that are online refuse it")
        elif listed.expires <= now() + timedelta(days=within_days):
            warnings.append(until)
    return Report(opened.contents, roles, tuple(problems), tuple(warnings))


def _pinned(folder: Path | None, root: Path | None) -> bytes:
    file = root or (folder.parent / "feed-root.json" if folder else None)
    hint = verbatim("Give it with --root; it is the file that 'feed init' has made for the app package.")
    if file is None:
        raise PackageMissing(verbatim("What an address is trusted for is not known without feed-root.json."), hint=hint)
    with os_errors_as(file, say("read")):
        try:
            return read_small_file(file)
        except FileNotFoundError:
            raise PackageMissing(verbatim(f"{file} is missing."), hint=hint) from None


def _lists(opened: OpenFeed, cancel: CancelToken) -> dict[str, SignedList]:
    versions = opened.contents.versions
    read: dict[str, Any] = {}
    for role in ("root", "targets", "snapshot", "timestamp"):
        name = role if role == "timestamp" else f"{getattr(versions, role)}.{role}"
        content = opened.places[0].read(f"metadata/{name}.json", cancel)
        if content is None:
            raise DownloadFailed(
                verbatim(f"metadata/{name}.json was there a moment ago, and is gone now."),
                hint=verbatim("The feed is being changed; run the command again."),
            )
        read[role] = Metadata.from_bytes(content).signed
    keys = read["root"].roles
    return {
        role: SignedList(signed.version, signed.expires, keys[role].threshold, tuple(keys[role].keyids))
        for role, signed in read.items()
    }


def _files(feed: Feed) -> Iterator[OfferedFile]:
    yield from (OfferedFile(offer.path, offer.record.size, offer.record.sha256) for offer in feed.offers)
    yield from feed.models.values()
    if feed.statement:
        yield feed.statement


def _wrong_files(opened: OpenFeed, cancel: CancelToken) -> Iterator[str]:
    """Fetch each file, and say which ones are not as they were signed."""
    for file in _files(opened.contents):
        with tempfile.TemporaryDirectory() as there:
            try:
                for _ in opened.fetch(file.path, file.size, file.sha256, Path(there) / "file", cancel):
                    cancel.check()
            except (DownloadFailed, FeedNotTrusted) as error:
                yield f"{file.path}: {error.message}"


def text_of(report: Report) -> list[str]:
    """The report for people."""
    feed = report.feed
    rows = [("list", "version", "until", "signatures", "keys")]
    for role, listed in report.roles.items():
        needs = f"{listed.threshold} of {len(listed.keys)}"
        ids = ", ".join(key[:SHORT_ID] for key in listed.keys)
        rows.append((role, str(listed.version), f"{listed.expires:%Y-%m-%d %H:%M} UTC", needs, ids))
    lines = [*table_lines(rows), ""]
    if feed.offers:
        offers = [("engine", "library", "for", "size", "file")]
        offers += [_row(offer.record) for offer in feed.offers]
        lines += [*table_lines(offers), ""]
    others = [f"{len(feed.models)} files of models"] if feed.models else []
    others += ["a statement"] if feed.statement else []
    lines.append(", ".join([f"{len(feed.offers)} engines", *others]) + f" in {feed.place}")
    lines += [f"warning: {warning}" for warning in report.warnings]
    lines += [f"wrong: {problem}" for problem in report.problems]
    return lines if report.problems else [*lines, "Every list and every file is as it was signed."]


def _row(record: EngineRecord) -> tuple[str, str, str, str, str]:
    name = record.model if record.variant is None else f"{record.model} ({record.variant})"
    served = ", ".join(record.targets) + (" and newer" if record.portable else "")
    if record.gpu:
        served += f" ({record.gpu.name})"
    return name, f"{record.backend} {record.library_version}", served, str(Bytes(record.size)), record.file


def json_of(report: Report) -> dict[str, Any]:
    """The report for programs."""
    feed = report.feed
    return {
        "schema": 1,
        "feed": feed.place,
        "roles": {
            role: to_plain(listed) | {"expires": listed.expires.isoformat()} for role, listed in report.roles.items()
        },
        "engines": [{"path": offer.path, "record": to_plain(offer.record)} for offer in feed.offers],
        "models": [to_plain(model) for model in feed.models.values()],
        "statement": to_plain(feed.statement),
        "warnings": list(report.warnings),
        "problems": list(report.problems),
    }
