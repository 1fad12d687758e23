"""What the commands do that change a feed: each under its lock, and visible as a whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tuf.api.metadata import Metadata, Root, Snapshot, TargetFile, Targets, Timestamp

from builder.base.cancellation import CancelToken
from builder.base.errors import InvalidParameter
from builder.base.files import make_directory_noting_new, remove_file
from builder.base.paths import entries_of, entry_exists, files_below
from builder.base.text import verbatim
from builder.vendor.feed import adding
from builder.vendor.feed.keys import FeedKey, load_key, make_key
from builder.vendor.feed.repository import (
    METADATA,
    TARGETS,
    Repository,
    add_signatures,
    described,
    is_metadata_name,
    locked,
    metadata_file,
    open_repository,
    target_file,
    write_file,
)
from builder.vendor.feed.roles import (
    FEED_ROLES,
    SHORT_ID,
    FeedRole,
    RootChange,
    changed_root,
    expiry,
    root_changes,
    targets_changes,
    unsigned,
)


@dataclass(frozen=True, slots=True)
class NewFeed:
    """How a new feed is to be.

    Attributes:
        keys: of each role, as `load_key` reads them; made where a role has none.
        folder: where keys are made.
        thresholds: how many signatures each role needs.
        days: for how long signatures hold.
        pin: where the first list of keys goes, to be put into the app package.
    """

    keys: Mapping[FeedRole, Sequence[str]]
    folder: Path
    thresholds: Mapping[FeedRole, int]
    days: Mapping[FeedRole, int]
    pin: Path


def init(feed: Path, plan: NewFeed, cancel: CancelToken) -> list[str]:
    """Make a feed that offers nothing yet.

    Raises:
        EngineInstallerError: something is there already, a key is missing, or it cannot be written.
    """
    if entries_of(feed / METADATA):
        raise InvalidParameter(
            verbatim(f"{feed / METADATA} is not empty; nothing was changed."),
            hint=verbatim("Give another folder; if an earlier 'feed init' was cut off, remove that one."),
        )
    if entry_exists(plan.pin):
        raise InvalidParameter(
            verbatim(f"{plan.pin} is there already; nothing was changed."),
            hint=verbatim("It may be what packages of another feed trust. Give another name with --root."),
        )
    if feed in (plan.folder, *plan.folder.parents):
        raise InvalidParameter(
            verbatim(f"The keys would be in {plan.folder}, a part of the feed, which is copied to a web server."),
            hint=verbatim("Give a folder outside of the feed with --keys."),
        )
    said: list[str] = []
    keys = {role: _keys_of(role, plan, said, cancel) for role in FEED_ROLES}
    change = RootChange(
        add=tuple((role, key.public) for role in FEED_ROLES for key in keys[role]),
        thresholds=tuple(plan.thresholds.items()),
        days=tuple(plan.days.items()),
    )
    root = _changed(Root(), None, change)
    all_keys = [key for role in FEED_ROLES for key in keys[role]]

    def signed(part: Root | Targets | Snapshot | Timestamp) -> bytes:
        metadata: Metadata[Any] = Metadata(part)
        add_signatures(metadata, all_keys, [root])
        if unsigned(metadata, root):
            raise InvalidParameter(
                verbatim(f"There are too few private keys here to sign {part.type}; nothing was changed."),
                hint=verbatim(
                    "Begin with the keys that are here; 'feed sign' adds others and raises thresholds later."
                ),
            )
        return metadata.to_bytes()

    contents = {"1.root": signed(root), "1.targets": signed(Targets(1, expires=expiry(root, "targets")))}
    online = expiry(root, "online")
    listed = described(1, contents["1.targets"])
    contents["1.snapshot"] = signed(Snapshot(1, expires=online, meta={"targets.json": listed}))
    contents["timestamp"] = signed(Timestamp(1, expires=online, snapshot_meta=described(1, contents["1.snapshot"])))
    for part in (METADATA, TARGETS):
        make_directory_noting_new(feed / part)
    for name, content in contents.items():
        write_file(feed / METADATA / f"{name}.json", content)
    write_file(plan.pin, contents["1.root"])
    said += [f"{role}: key {key.id[:SHORT_ID]}, {key.given}" for role in FEED_ROLES for key in keys[role]]
    return [*said, f"{plan.pin}: put this into the app package; it is what installed programs trust"]


def _keys_of(role: FeedRole, plan: NewFeed, said: list[str], cancel: CancelToken) -> list[FeedKey]:
    """The keys of a role in a new feed: those that were given, or those in the folder, which are made if need be."""
    if given := plan.keys.get(role):
        return [load_key(each, cancel) for each in given]
    keys = []
    for number in range(1, plan.thresholds.get(role, 1) + 1):
        file = plan.folder / (f"{role}.pem" if number == 1 else f"{role}-{number}.pem")
        if entry_exists(file):
            keys.append(load_key(str(file), cancel))
        else:
            keys.append(make_key(file))
            said.append(f"{file}: a new key")
    return keys


def add(
    feed: Path,
    targets: Sequence[Path],
    models: Sequence[Path],
    statement: Path | None,
    given_keys: Sequence[str],
    cancel: CancelToken,
    *,
    keep: bool,
) -> list[str]:
    """Put engines, models and the statement into a feed.

    Raises:
        EngineInstallerError: something is not what it should be; nothing of it is visible then.
    """
    if not (targets or models or statement):
        raise InvalidParameter(
            verbatim("Nothing to add was named."),
            hint=verbatim("Name a folder into which engine-installer put engines, or give --model or --statement."),
        )
    with _opened(feed, given_keys, cancel) as (repository, keys):
        additions = [addition for target in targets for addition in adding.engines_in(target)]
        additions += [addition for model in models for addition in adding.model_files(model, cancel)]
        if statement:
            additions.append(adding.statement(statement))
        busy = [each for each in additions if each.record and each.record.gpu_busy and each.record.gpu_busy.in_use]
        added = [adding.put(feed, addition, cancel) for addition in additions]
        listed = adding.merged(repository.listed, added, keep=keep)
        said = [f"warning: {each.path} was timed while its GPU was in use, and may be slow" for each in busy]
        return said + _change_targets(repository, listed, keys)


def sign(
    feed: Path,
    change: RootChange,
    given_keys: Sequence[str],
    cancel: CancelToken,
    *,
    renew_targets: bool = False,
) -> list[str]:
    """Add signatures to what waits for them; change the list of keys, or let what is signed hold longer, where asked.

    Raises:
        EngineInstallerError: a key is not of this feed, or the change makes no sense.
    """
    with locked(feed):
        repository = open_repository(feed)
        if change:
            root = _changed(repository.next_root, repository.root, change)
            repository.propose_root(root)
        if renew_targets:
            repository.propose_targets(repository.listed)
        keys = [load_key(given, cancel) for given in given_keys]
        repository.check_keys(keys)
        return _finish(repository, keys)


def refresh(feed: Path, given_keys: Sequence[str], cancel: CancelToken) -> list[str]:
    """Confirm that a feed is up to date, and change nothing else.

    Raises:
        InvalidParameter: the online keys were not given.
    """
    with _opened(feed, given_keys, cancel) as (repository, keys):
        repository.new_root = repository.new_targets = None
        if not repository.publish(keys, refresh=True):
            raise InvalidParameter(
                verbatim(
                    f"{feed} was not refreshed: no --key is one of its online keys, or there are too few of them."
                ),
                hint=verbatim("'feed verify' shows which keys these are."),
            )
        return repository.said


def prune(
    feed: Path,
    versions: Sequence[str],
    models: Sequence[str],
    given_keys: Sequence[str],
    cancel: CancelToken,
    *,
    dry_run: bool,
) -> list[str]:
    """Remove offers where asked, and every file that nothing names any more; lists of keys stay, each of them.

    Raises:
        InvalidParameter: there are no such offers.
    """
    with _opened(feed, given_keys, cancel) as (repository, keys):
        said: list[str] = []
        if versions or models:
            offered = repository.targets.signed.targets | repository.listed
            meant = {path for path, target in offered.items() if _is_meant(target, versions, models)}
            if not meant:
                raise InvalidParameter(
                    verbatim(f"{feed} has no such engines; nothing was removed."),
                    hint=verbatim("'feed verify' lists what it has."),
                )
            listed = {path: target for path, target in repository.listed.items() if path not in meant}
            if dry_run:
                return [f"{path}: would no longer be offered" for path in sorted(meant)]
            said += _change_targets(repository, listed, keys)
        gone = sorted(set(_removable(feed)) - set(_named(repository)))
        for file in gone if not dry_run else ():
            remove_file(file)
        done = "would be removed" if dry_run else "removed"
        return [*said, *(f"{file.relative_to(feed)}: {done}" for file in gone)] or ["Nothing to remove."]


def _is_meant(target: TargetFile, versions: Sequence[str], models: Sequence[str]) -> bool:
    record = adding.record_of(target)
    return bool(
        record and (not versions or record.library_version in versions) and (not models or record.model in models)
    )


def _removable(feed: Path) -> Iterator[Path]:
    yield from files_below(feed / TARGETS)
    # Programs go from one list of keys to the next, so each of them stays; nor is what is not ours touched.
    yield from (path for path in entries_of(feed / METADATA) if is_metadata_name(path.name, "targets", "snapshot"))


def _named(repository: Repository) -> Iterator[Path]:
    for listing in filter(None, (repository.targets, repository.new_targets)):
        yield from (target_file(repository.folder, target) for target in listing.signed.targets.values())
    for metadata in (repository.targets, repository.snapshot):
        yield metadata_file(repository.folder, metadata.signed.type, metadata.signed.version)


@contextlib.contextmanager
def _opened(feed: Path, given_keys: Sequence[str], cancel: CancelToken) -> Iterator[tuple[Repository, list[FeedKey]]]:
    with locked(feed):
        repository = open_repository(feed)
        keys = [load_key(given, cancel) for given in given_keys]
        repository.check_keys(keys)
        yield repository, keys


def _change_targets(repository: Repository, listed: dict[str, TargetFile], keys: Sequence[FeedKey]) -> list[str]:
    """Let a feed list other files, and publish that where all keys for it are here."""
    if listed != repository.listed:
        repository.propose_targets(listed)
    return _finish(repository, keys)


def _finish(repository: Repository, keys: Sequence[FeedKey]) -> list[str]:
    """Sign and publish what waits, and say first what that is: a signature stands for it."""
    said: list[str] = []
    if root := repository.new_root:
        said += [f"root {root.signed.version}: {line}" for line in root_changes(repository.root, root.signed)]
    if new := repository.new_targets:
        lines = targets_changes(repository.targets.signed, new.signed)
        said += [f"targets {new.signed.version}: {line}" for line in lines]
    if not (root or new):
        return ["Nothing has changed, and nothing waits for a signature."]
    repository.sign(keys)
    repository.publish(keys)
    return said + repository.said


def _changed(base: Root, published: Root | None, change: RootChange) -> Root:
    try:
        return changed_root(base, published, change)
    except ValueError as error:
        raise InvalidParameter(
            verbatim(f"{error}."), hint=verbatim("'feed verify' lists the keys of each role; nothing was changed.")
        ) from error
