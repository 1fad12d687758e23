"""The vendor's feed in a plan: which engines may come from there, and whether they do or are built here. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from builder.app_package.package import AppPackage, PackagedModel
from builder.backend import BACKENDS
from builder.base.errors import EngineInstallerError, LibraryMissing
from builder.base.text import say
from builder.building.plan import Decision, may_be_downloaded
from builder.building.source import BuiltHere, Downloaded, NoSource, Source, choose_sources
from builder.engines.index import EngineRecord
from builder.engines.verdict import WantedEngine
from builder.feed.contents import Feed


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a plan knows of engines that the vendor delivers, and of what building takes instead.

    Attributes as of `make_plan`.
    """

    package: AppPackage
    feed: Feed | EngineInstallerError | None
    library_problem: EngineInstallerError | None
    library_bytes: int

    def allows(self, model: PackagedModel) -> bool:
        """Whether the app package lets the engine of a model come from the vendor."""
        return may_be_downloaded(model, self.package)

    def backends_of(self, model: PackagedModel) -> set[str]:
        """Name the libraries whose engines of a model the vendor delivers."""
        offers = self.feed.offers if isinstance(self.feed, Feed) else ()
        hashes = {file.onnx.sha256 for file in (model, *model.variants)}
        return {offer.record.backend for offer in offers if offer.record.onnx_sha256 in hashes}

    def sources(
        self, model: PackagedModel, wanted: WantedEngine, build: Callable[[EngineRecord | None], BuiltHere | None]
    ) -> tuple[Source, Source | None, tuple[Decision, ...]]:
        """Choose where an engine comes from.

        Args:
            model: the model.
            wanted: what the engine should be.
            build: says how it is built, with the record of a like one that the vendor has built; None where the library
                is not installed.

        Raises:
            NoSource: there is no way that the app package allows.
        """
        feed = self.feed if self.allows(model) else None
        there = Downloaded.of(feed, wanted) if isinstance(feed, Feed) else feed
        here = build(there.offer.record if isinstance(there, Downloaded) else None) or library_missing(wanted.backend)
        if there is None:
            if isinstance(here, EngineInstallerError):
                raise NoSource(here)
            return here, None, ()
        source, otherwise, reason = choose_sources(
            model.name, model.strategy, self.library_problem or here, there, self.library_bytes
        )
        choice = "download" if isinstance(source, Downloaded) else "build"
        return source, otherwise, (Decision("source", choice, reason),)


def library_missing(backend: str) -> LibraryMissing:
    """Make the error of an engine library that is not installed."""
    message = say("{library} is not installed.", library=BACKENDS[backend].title)
    return LibraryMissing(message, hint=BACKENDS[backend].install_hint)
