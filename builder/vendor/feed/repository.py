"""The folder of a feed: its signed files, what waits for signatures, and how a new state becomes visible.

`metadata/` and `targets/` are what a web server gets. `pending/` holds what lacks signatures. Whatever a state consists
of has names of its own and is written first; then `timestamp.json` is replaced, and last comes a new list of keys. So
what the folder holds is whole at any moment.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, MetaFile, Root, Signed, Snapshot, TargetFile, Targets, Timestamp
from tuf.api.serialization import DeserializationError

from builder.base.errors import AlreadyRunning, Fault, InvalidParameter, NotInstalled, PackageInvalid
from builder.base.files import os_errors_as, remove_file, replace_file, write_atomically
from builder.base.paths import entries_of, is_folder, is_regular_file, size_of
from builder.base.small_files import UnfitFile, read_small_file
from builder.base.text import say, verbatim
from builder.vendor.feed.keys import FeedKey
from builder.vendor.feed.roles import FEED_ROLES, SHORT_ID, expiry, key_ids, unsigned

METADATA = "metadata"
TARGETS = "targets"
PENDING = "pending"
_LOCK_NAME = ".lock"
_MOST_BYTES = 64 << 20
_VERSIONED = re.compile(r"([1-9]\d{0,8})\.(root|targets|snapshot)\.json")
_LEFT_OVER = re.compile(r"\.[\w.]+\.json\.new")
_RESTORE = verbatim("Bring the file back from a copy of the feed, such as that on the web server.")


@dataclass
class Repository:
    """A feed whose signatures were verified.

    Attributes:
        folder: where it is.
        roots: every list of keys in a row, the newest last.
        targets: the published list of files.
        snapshot: the published list of lists.
        timestamp: the newest statement that the feed is alive.
        new_root: a list of keys that waits to be published.
        new_targets: a list of files that waits to be published.
        unsaved: which of these two are not in `pending/` yet.
        said: what was done, in lines for people.
    """

    folder: Path
    roots: list[Metadata[Root]]
    targets: Metadata[Targets]
    snapshot: Metadata[Snapshot]
    timestamp: Metadata[Timestamp]
    new_root: Metadata[Root] | None = None
    new_targets: Metadata[Targets] | None = None
    unsaved: set[str] = field(default_factory=set)
    said: list[str] = field(default_factory=list)

    @property
    def root(self) -> Root:
        """The published list of keys."""
        return self.roots[-1].signed

    @property
    def next_root(self) -> Root:
        """The list of keys as it will be."""
        return self.new_root.signed if self.new_root else self.root

    @property
    def listed(self) -> dict[str, TargetFile]:
        """The files that are listed or will be."""
        return dict((self.new_targets or self.targets).signed.targets)

    def check_keys(self, keys: Sequence[FeedKey]) -> None:
        """See that each key is of this feed.

        Raises:
            InvalidParameter: one is not, or only its public half is here.
        """
        known = self.root.keys | self.next_root.keys
        for key in keys:
            if key.id not in known:
                have = "; ".join(f"{role}: {_short(key_ids(self.next_root, role))}" for role in FEED_ROLES)
                raise InvalidParameter(
                    verbatim(f"The key {key.id[:SHORT_ID]} ({key.given}) signs nothing in {self.folder}."),
                    hint=verbatim(f"The keys of this feed are {have}."),
                )
            if key.signer is None:
                raise InvalidParameter(
                    verbatim(f"{key.given} is the public half of a key, which cannot sign."),
                    hint=verbatim("Give the private half, or the command that signs with it."),
                )

    def propose_root(self, root: Root) -> None:
        """Let a new list of keys wait for its signatures, and the list of files with it where its keys change."""
        self.new_root = Metadata(root)
        self.unsaved.add("root")
        if unsigned(self.new_targets or self.targets, root) and not self.new_targets:
            self.propose_targets(self.listed)

    def propose_targets(self, listed: dict[str, TargetFile]) -> None:
        """Let a new list of files wait for its signatures."""
        signed = Targets(self._next_version("targets"), expires=expiry(self.next_root, "targets"), targets=listed)
        self.new_targets = Metadata(signed)
        self.unsaved.add("targets")

    def sign(self, keys: Sequence[FeedKey]) -> None:
        """Add the signatures of these keys to what waits for them, and keep it where it waits."""
        both: tuple[Metadata[Any] | None, ...] = (self.new_root, self.new_targets)
        for waiting in filter(None, both):
            signed = add_signatures(waiting, keys, (self.root, self.next_root))
            if signed or waiting.signed.type in self.unsaved:
                self._save_pending(waiting.signed.type, waiting)
            self.said += [f"{_name(waiting)} signed with key {keyid[:SHORT_ID]}" for keyid in signed]

    def publish(self, keys: Sequence[FeedKey], *, refresh: bool = False) -> bool:
        """Make visible what has all its signatures.

        Args:
            keys: those that are at hand, for what is signed only now.
            refresh: sign anew, although nothing waits.

        Returns:
            Whether nothing is left to do.
        """
        waits = [
            *(self._waits(self.new_root, (self.root, self.new_root.signed)) if self.new_root else ()),
            *(self._waits(self.new_targets, (self.next_root,)) if self.new_targets else ()),
        ]
        if not waits and (refresh or self.new_targets or self._needs_new_state(self.next_root)):
            waits += self._publish_targets(keys)
        self.said += waits
        if not waits:
            self.said += self.settle()
        return not waits

    def _waits(self, metadata: Metadata[Any], roots: Iterable[Root]) -> Iterator[str]:
        if missing := unsigned(metadata, *roots):
            yield (
                f"{_name(metadata)} waits in {self.folder / PENDING}: it lacks {max(missing.values())} of the "
                f"signatures of {_short(missing)} ('feed sign' with --key adds them)"
            )

    def _needs_new_state(self, root: Root) -> bool:
        """Whether what is published is not signed as a list of keys asks for."""
        return any(unsigned(each, root) for each in (self.targets, self.snapshot, self.timestamp))

    def _publish_targets(self, keys: Sequence[FeedKey]) -> list[str]:
        """Write a new state, or say what keeps it from being signed."""
        targets, roots = self.new_targets or self.targets, (self.root, self.next_root)
        content = targets.to_bytes() if self.new_targets else _content(self._file("targets", targets.signed.version))
        snapshot = Metadata(
            Snapshot(
                self._next_version("snapshot"),
                expires=expiry(self.next_root, "online"),
                meta={"targets.json": described(targets.signed.version, content)},
            )
        )
        add_signatures(snapshot, keys, roots)
        snapshot_content = snapshot.to_bytes()
        timestamp = Metadata(
            Timestamp(
                self.timestamp.signed.version + 1,
                expires=expiry(self.next_root, "online"),
                snapshot_meta=described(snapshot.signed.version, snapshot_content),
            )
        )
        add_signatures(timestamp, keys, roots)
        if absent := list(self._absent(targets.signed)):
            return [f"not published: {path} is not in {self.folder / TARGETS}; publish where it is" for path in absent]
        if missing := unsigned(snapshot, self.next_root) | unsigned(timestamp, self.next_root):
            return [
                f"not published: it lacks {max(missing.values())} of the signatures of the online keys "
                f"{_short(missing)} ('feed sign' with --key adds them)"
            ]
        if self.new_targets:
            write_file(self._file("targets", targets.signed.version), content)
        write_file(self._file("snapshot", snapshot.signed.version), snapshot_content)
        write_file(self._file("timestamp"), timestamp.to_bytes())
        self.targets, self.snapshot, self.timestamp = targets, snapshot, timestamp
        return []

    def _absent(self, targets: Targets) -> Iterator[str]:
        """Which of the files that are new in a list are not here."""
        for path, target in targets.targets.items():
            file = target_file(self.folder, target)
            if path not in self.targets.signed.targets and not (
                is_regular_file(file) and size_of(file) == target.length
            ):
                yield path

    def settle(self) -> list[str]:
        """Do what follows a new state, or what a run that was cut off has left to do.

        Returns:
            What is published, where that is new.
        """
        said = []
        if self.new_targets and self.new_targets.signed.version <= self.targets.signed.version:
            remove_file(self._pending("targets"))
            self.new_targets = None
        if self.new_root and self.new_root.signed.version <= self.root.version:
            remove_file(self._pending("root"))
            self.new_root = None
        new = self.new_root
        if new and not unsigned(new, self.root, new.signed) and not self._needs_new_state(new.signed):
            replace_file(self._pending("root"), self._file("root", new.signed.version))
            self.roots.append(new)
            self.new_root = None
            said.append(
                f"published root {new.signed.version}: pin {self._file('root', new.signed.version)} from now on"
            )
        return [*said, *self._state()]

    def _state(self) -> Iterator[str]:
        for metadata in (self.roots[-1], self.targets, self.snapshot, self.timestamp):
            past = ", which has passed: renew it" if metadata.signed.is_expired() else ""
            yield f"{_name(metadata)} is published, until {metadata.signed.expires:%Y-%m-%d %H:%M} UTC{past}"

    def versions_of(self, role: str) -> list[int]:
        """Which versions of a role lie in the folder."""
        return sorted(version for version, name in _versioned(self.folder) if name == role)

    def _next_version(self, role: str) -> int:
        # Also above those that a run that was cut off has left: a web server may have them, and caches for ever.
        return max(self.versions_of(role), default=0) + 1

    def _file(self, role: str, version: int | None = None) -> Path:
        return metadata_file(self.folder, role, version)

    def _pending(self, role: str) -> Path:
        return self.folder / PENDING / f"{role}.json"

    def _save_pending(self, role: str, metadata: Metadata[Any]) -> None:
        with os_errors_as(self._pending(role), say("write")):
            self._pending(role).parent.mkdir(exist_ok=True)
        write_file(self._pending(role), metadata.to_bytes())


def write_file(path: Path, content: bytes) -> None:
    """Write a signed file in one step; under the lock, so that its temporary name is nobody else's."""
    write_atomically(path, content, path.with_name(f".{path.name}.new"))


def metadata_file(folder: Path, role: str, version: int | None = None) -> Path:
    """Where a signed file is."""
    return folder / METADATA / (f"{role}.json" if version is None else f"{version}.{role}.json")


def target_file(folder: Path, target: TargetFile) -> Path:
    """Where a file is that is listed: its name begins with its hash."""
    directory, _, name = target.path.rpartition("/")
    return folder / TARGETS / directory / f"{target.hashes['sha256']}.{name}"


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other commands from changing a feed meanwhile.

    Raises:
        AlreadyRunning: one does.
    """
    from filelock import FileLock, Timeout

    if not is_folder(folder / METADATA):
        raise NotInstalled(
            verbatim(f"{folder} is no feed: it has no folder {METADATA}."),
            hint=verbatim("'engine-builder feed init' makes one."),
        )
    lock = FileLock(folder / _LOCK_NAME, timeout=0)
    with os_errors_as(folder, say("write to")):
        try:
            lock.acquire()
        except Timeout:
            raise AlreadyRunning(
                verbatim(f"Another engine-builder is changing {folder}."),
                hint=verbatim("Run the command again when it has finished."),
            ) from None
    try:
        yield
    finally:
        lock.release()


def described(version: int, content: bytes) -> MetaFile:
    """What one signed file says of another."""
    return MetaFile.from_data(version, content, ["sha256"])


def add_signatures(metadata: Metadata[Any], keys: Sequence[FeedKey], roots: Iterable[Root]) -> list[str]:
    """Add the signatures of those keys that may sign it, by any of these lists; gives their ids."""
    name = metadata.signed.type
    results = [root.get_verification_result(name, metadata.signed_bytes, metadata.signatures) for root in roots]
    wanted = {keyid for result in results for keyid in result.unsigned}
    done = []
    for key in keys:
        # Signed again only if a signature is not there yet: a person may have to touch a device for it.
        if key.signer and key.id in wanted:
            metadata.signatures[key.id] = key.signer.sign(metadata.signed_bytes)
            done.append(key.id)
    return done


def open_repository(folder: Path) -> Repository:
    """Read a feed and verify all its signatures; what a run that was cut off has left to do is done.

    Raises:
        PackageInvalid: it is not what its keys have signed.
    """
    versions = sorted(version for version, role in _versioned(folder) if role == "root")
    roots = [_read(folder, Root, version) for version in versions]
    if not roots:
        raise _damaged(folder, metadata_file(folder, "root", 1), "nothing", "the list of keys")
    timestamp = _read(folder, Timestamp)
    snapshot = _read(folder, Snapshot, timestamp.signed.snapshot_meta.version, timestamp.signed.snapshot_meta)
    meta = snapshot.signed.meta["targets.json"]
    repository = Repository(folder, roots, _read(folder, Targets, meta.version, meta), snapshot, timestamp)
    repository.new_root = _read_pending(folder, Root)
    repository.new_targets = _read_pending(folder, Targets)
    _check_roots(folder, roots)
    if (new := repository.new_root) and new.signed.version > repository.root.version + 1:
        expected = f"version {repository.root.version + 1}; remove it to give it up"
        raise _damaged(folder, folder / PENDING / "root.json", f"version {new.signed.version}", expected)
    repository.settle()
    for metadata in (repository.targets, snapshot, timestamp):
        if missing := unsigned(metadata, repository.root):
            version = None if metadata is timestamp else metadata.signed.version
            place = metadata_file(folder, metadata.signed.type, version)
            raise _damaged(folder, place, f"{max(missing.values())} signatures too few", "those that root asks for")
    return repository


def _check_roots(folder: Path, roots: Sequence[Metadata[Root]]) -> None:
    previous: Root | None = None
    for root in roots:
        version = root.signed.version
        file = metadata_file(folder, "root", version)
        if previous and version != previous.version + 1:
            expected = f"version {previous.version + 1} before it: programs go from each version to the next"
            raise _damaged(folder, file, f"version {version}", expected)
        if unsigned(root, *filter(None, (previous, root.signed))):
            raise _damaged(folder, file, "not signed by enough keys", "the signatures of the version before it as well")
        previous = root.signed


def is_metadata_name(name: str, *roles: str) -> bool:
    """Whether a file in `metadata/` is a version of one of these roles, or was left half written."""
    found = _VERSIONED.fullmatch(name)
    return found[2] in roles if found else bool(_LEFT_OVER.fullmatch(name))


def _versioned(folder: Path) -> Iterator[tuple[int, str]]:
    for path in entries_of(folder / METADATA):
        if found := _VERSIONED.fullmatch(path.name):
            yield int(found[1]), found[2]


def _read(folder: Path, kind: type[Signed], version: int | None = None, meta: MetaFile | None = None) -> Metadata[Any]:
    path = metadata_file(folder, kind.type, version)
    try:
        content = _content(path)
        if meta:
            meta.verify_length_and_hashes(content)
    except FileNotFoundError:
        raise _damaged(folder, path, "nothing", "a signed file") from None
    except (UnfitFile, RepositoryError) as error:
        raise _damaged(folder, path, str(error), "the file that was signed") from error
    return _parse(folder, path, content, kind, version)


def _read_pending(folder: Path, kind: type[Signed]) -> Metadata[Any] | None:
    path = folder / PENDING / f"{kind.type}.json"
    try:
        content = _content(path)
    except FileNotFoundError:
        return None
    return _parse(folder, path, content, kind, None)


def _content(path: Path) -> bytes:
    return read_small_file(path, _MOST_BYTES, follow_links=False)


def _parse(folder: Path, path: Path, content: bytes, kind: type[Signed], version: int | None) -> Metadata[Any]:
    try:
        metadata: Metadata[Any] = Metadata.from_bytes(content)
    except DeserializationError as error:
        raise _damaged(folder, path, f"what cannot be read ({error.__cause__ or error})", "TUF's JSON") from error
    if metadata.signed.type != kind.type or version not in (None, metadata.signed.version):
        found = f"{metadata.signed.type}, version {metadata.signed.version}"
        raise _damaged(folder, path, found, f"{kind.type}, version {version or 'any'}")
    return metadata


def _damaged(folder: Path, file: Path, found: str, expected: str) -> PackageInvalid:
    return PackageInvalid(
        verbatim(f"The feed in {folder} is not what was signed:"),
        hint=_RESTORE,
        faults=(Fault(str(file.relative_to(folder)), "", found, expected),),
    )


def _name(metadata: Metadata[Any]) -> str:
    return f"{metadata.signed.type} {metadata.signed.version}"


def _short(ids: Iterable[str]) -> str:
    return ", ".join(keyid[:SHORT_ID] for keyid in ids)
