"""The vendor's feed in a run: opened once, when something may come from there, and what is fetched from it."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from builder.app_package.package import AppPackage, PackagedModel
from builder.base.cancellation import CancelToken
from builder.base.errors import (
    Cancelled,
    EngineInstallerError,
    FeedNotTrusted,
    InvalidParameter,
    PackageInvalid,
    Remedy,
)
from builder.base.files import absolute, os_errors_as
from builder.base.small_files import read_small_file, too_large
from builder.base.text import say
from builder.building.engine_record import record_of_download
from builder.building.plan import Build
from builder.building.source import BuiltHere, Downloaded
from builder.engines.store import EngineStore, StagedEngine
from builder.feed.contents import Feed, FeedVersions
from builder.feed.statement import MOST_BYTES

if TYPE_CHECKING:
    from builder.feed.client import OpenFeed

_MOST_ROOT_BYTES = 1 << 20


class Delivery:
    """What the vendor delivers, as far as a run has asked."""

    def __init__(self, folder: Path | None, cancel: CancelToken) -> None:
        """Prepare; nothing is asked.

        Args:
            folder: a snapshot of the feed, from which alone is taken what is delivered; None for its address.
            cancel: stops every request.
        """
        self._folder = absolute(folder) if folder else None
        self._cancel = cancel
        self._opened: OpenFeed | EngineInstallerError | None = None
        self._one_model = threading.Lock()

    def again(self, cancel: CancelToken) -> Delivery:
        """Another look at the same, which asks nothing that has been asked, whatever came of it.

        Args:
            cancel: stops its requests.
        """
        look = Delivery(self._folder, cancel)
        look._opened = self._opened
        return look

    @property
    def feed(self) -> Feed | EngineInstallerError | None:
        """What it has, or why that cannot be had; None where it was not asked."""
        opened = self._opened
        return opened if opened is None or isinstance(opened, EngineInstallerError) else opened.contents

    def seen(self, package: AppPackage, before: FeedVersions | None) -> FeedVersions | None:
        """The newest state of the package's feed that was seen, with what earlier runs saw."""
        if package.manifest.feed is None:
            return None
        return self.feed.versions if isinstance(self.feed, Feed) else before

    def check(self, package: AppPackage) -> None:
        """Refuse a snapshot for an application that knows no feed.

        Raises:
            InvalidParameter: it is one.
        """
        if self._folder and package.manifest.feed is None:
            name = package.manifest.app.name
            raise InvalidParameter(say("{app} has no feed, so --feed has nothing to be for.", app=name))

    def ask(self, package: AppPackage, remembered: FeedVersions | None) -> Feed | EngineInstallerError | None:
        """Ask the feed, once in a run; None where the package has none.

        Raises:
            Cancelled: the run is to end.
        """
        table, root = package.manifest.feed, package.feed_root
        if self._opened is None and table and root:
            from builder.feed.client import open_feed

            try:
                content = _as_checked(root.path, root.sha256)
                self._opened = open_feed(table.url, table.mirrors, content, self._folder, remembered, self._cancel)
            except Cancelled:
                raise
            except EngineInstallerError as error:
                self._cancel.check()
                self._opened = error
        return self.feed

    def statement(self) -> bytes | None:
        """Fetch what the vendor has stated about engines; None where there is nothing, or the feed was not asked.

        Raises:
            EngineInstallerError: it does not come, or is not what was signed.
        """
        opened = self._opened
        if opened is None or isinstance(opened, EngineInstallerError) or opened.contents.statement is None:
            return None
        file = opened.contents.statement
        if file.size > MOST_BYTES:
            raise FeedNotTrusted(
                say("The feed's statement about engines was refused: {reason}.", reason=too_large(MOST_BYTES))
            )
        with TemporaryDirectory(prefix="engine-installer-") as folder:
            to = Path(folder) / "statement"
            for _ in opened.fetch(file.path, file.size, file.sha256, to, self._cancel):
                pass
            return read_small_file(to, MOST_BYTES)

    def deliver(
        self,
        store: EngineStore,
        planned: Build,
        source: Downloaded,
        to: Path,
        tell: Callable[[int], None],
        cancel: CancelToken,
    ) -> StagedEngine:
        """Fetch an engine into the staging folder, and verify it as one that was built; as of `Deliver`."""
        feed, record = self._opened, source.offer.record
        assert feed is not None
        assert not isinstance(feed, EngineInstallerError)
        part = store.part_path(record.sha256)
        for received in feed.fetch(source.offer.path, record.size, record.sha256, part, cancel):
            tell(received)
        with os_errors_as(to, say("write")):
            os.replace(part, to)
        wanted = replace(planned.wanted, library_version=record.library_version)
        header = store.verify(to, planned.label, record.size, record.sha256, wanted, cancel)
        return StagedEngine(to, record_of_download(planned, source.offer, feed.contents, header.targets))

    def obtain(
        self, store: EngineStore, model: PackagedModel, tell: Callable[[str, int, int], None], cancel: CancelToken
    ) -> dict[Path, Path]:
        """Fetch a model that is not in the app package into the staging folder, and verify it; as of `Obtain`."""
        feed, fetched = self._opened, {}
        assert feed is not None
        assert not isinstance(feed, EngineInstallerError)
        # Engines of the same model may be built at once for several GPUs.
        with self._one_model:
            for file in model.in_feed:
                offered, part = feed.contents.models[file.sha256], store.part_path(file.sha256)
                for received in feed.fetch(offered.path, offered.size, file.sha256, part, cancel):
                    tell(file.relative, received, offered.size)
                fetched[file.path] = part
        return fetched


def parts_of(to_build: Iterable[Build], store: EngineStore) -> set[Path]:
    """Name the files with what has come of engines that are wanted, and of models that they are built of."""
    hashes = set()
    for planned in to_build:
        for source in (planned.source, planned.otherwise):
            if isinstance(source, Downloaded):
                hashes.add(source.offer.record.sha256)
            elif isinstance(source, BuiltHere):
                hashes.update(file.sha256 for file in planned.model.in_feed)
    return {store.part_path(sha256) for sha256 in hashes}


def _as_checked(root: Path, sha256: str) -> bytes:
    """Read the list of keys once more, as it was when the package was checked."""
    with os_errors_as(root, say("read")):
        content = read_small_file(root, _MOST_ROOT_BYTES)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise PackageInvalid(
            say("{file} was changed while it was being installed.", file=root),
            hint=say("Run the command again.", window="Try again."),
            plain=say("A file was changed while it was being copied."),
            remedy=Remedy.TRY_AGAIN,
        )
    return content
