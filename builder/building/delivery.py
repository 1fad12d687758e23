"""The vendor's feed in a plan: which engines may come from there, and whether they do or are built here. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from builder.app_package.package import AppPackage, PackagedModel
from builder.backend import BACKENDS
from builder.base.errors import DownloadFailed, EngineInstallerError, LibraryMissing, ModelInvalid, Remedy
from builder.base.text import say
from builder.building.estimate import expect_download
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

    def why_neither(self, model: PackagedModel, missing: LibraryMissing) -> EngineInstallerError:
        """Say of a model without a library also why its engine does not come from the vendor."""
        if self.feed is None:
            return missing
        nothing = say("the vendor offers no engine of this version of the model")
        try:
            choose_sources(model.name, model.strategy, missing, nothing if isinstance(self.feed, Feed) else self.feed)
        except NoSource as error:
            return error.error
        return missing

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
        built = build(there.offer.record if isinstance(there, Downloaded) else None)
        here = self._with_files(model, built) if built else library_missing(wanted.backend)
        if there is None:
            if isinstance(here, EngineInstallerError):
                raise NoSource(here)
            return here, None, tuple(self._file_decision(model))
        source, otherwise, reason = choose_sources(
            model.name, model.strategy, self.library_problem or here, there, self.library_bytes
        )
        if isinstance(source, Downloaded):
            return source, otherwise, (Decision("source", "download", reason),)
        return source, otherwise, (Decision("source", "build", reason), *self._file_decision(model))

    def _file_decision(self, model: PackagedModel) -> Iterator[Decision]:
        if size := sum(file.size for file in model.in_feed):
            reason = say(
                "it is not in the app package: {mb:.1f} MB from the feed",
                window="it is not in the setup: {mb:.1f} MB to download",
                mb=size / 1e6,
            )
            yield Decision("model file", "download", reason)

    def _with_files(self, model: PackagedModel, build: BuiltHere) -> BuiltHere | EngineInstallerError:
        """Count in what it takes to fetch a model that is not in the package, or say why it cannot be had."""
        if not model.in_feed:
            return build
        if isinstance(self.feed, EngineInstallerError):
            return self.feed
        if self.feed and any(file.sha256 not in self.feed.models for file in model.in_feed):
            return DownloadFailed(
                say(
                    "The model {model!r} is neither in the app package nor in the feed.",
                    window="The model {model!r} is neither in the setup nor among what can be downloaded.",
                    model=model.name,
                ),
                hint=say(
                    "Ask the application's vendor for a feed that has it.",
                    window="Ask the application's vendor for it.",
                ),
                plain=say("The vendor has no AI feature ready for this PC."),
                remedy=Remedy.NONE,
            )
        if self.feed:
            for file in model.in_feed:
                found = self.feed.models[file.sha256].size
                if found != file.size:
                    return ModelInvalid(
                        say(
                            "app.toml says that {file} has {stated} bytes, but the vendor delivers {found}.",
                            file=file.relative,
                            stated=file.size,
                            found=found,
                        ),
                        hint=say("Ask the application's vendor for a corrected package."),
                    )
        fetch = expect_download(
            sum(file.size for file in model.in_feed), from_folder=self.feed is not None and self.feed.is_folder
        )
        expected = replace(build.expected, seconds=build.expected.seconds + fetch.seconds, known=False)
        return replace(build, expected=expected)


def library_missing(backend: str) -> LibraryMissing:
    """Make the error of an engine library that is not installed."""
    message = say("{library} is not installed.", library=BACKENDS[backend].title)
    return LibraryMissing(message, hint=BACKENDS[backend].install_hint)
