"""The features of an installation: which are chosen, and how some are added or removed while the rest stays. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from builder.app_package.manifest import AppManifest
from builder.app_package.package import AppPackage
from builder.base.errors import InvalidParameter, NotInstalled, PackageMissing, Remedy
from builder.base.text import Text, join, say
from builder.building.plan import BuildPlan, Keep, PlannedEngine, Refuse, Skip, may_be_downloaded
from builder.engines.index import EngineIndex
from builder.engines.options import EngineOptions
from installer.target.installation import Installation, TargetState
from installer.target.request import Request


def with_features(request: Request, manifest: AppManifest, index: EngineIndex | None) -> Request:
    """Decide which features there will be: as asked, and else as the installation has it.

    Args:
        request: what is asked for; of a change of features, with the options of the installation.
        manifest: of the package.
        index: what is installed; None where nothing is.
    """
    given, before = request.options, index.options if index else EngineOptions()
    add = (*given.wanted, *request.add, *(manifest.features if request.all_features else ()))
    without = (given.without or before.without) if not request.all_features else ()
    without = (*(feature for feature in without if feature not in add), *request.remove)
    # One that an earlier version installed unasked stays as well.
    there = {record.feature for record in index.engines} if index else set()
    wanted = (*before.wanted, *add, *(feature for feature in manifest.on_demand if feature in there))
    usual = {*manifest.features} - {*manifest.on_demand}
    options = replace(
        given,
        without=tuple(dict.fromkeys(without)),
        wanted=tuple(dict.fromkeys(feature for feature in wanted if feature not in {*without, *usual})),
    )
    return replace(request, options=options)


def left_out(manifest: AppManifest, options: EngineOptions) -> tuple[str, ...]:
    """List the features that are left out, also those that nobody has asked for yet."""
    unasked = (feature for feature in manifest.on_demand if options.leaves_out(feature, on_demand=True))
    return tuple(dict.fromkeys([*options.without, *unasked]))


def with_every_feature(manifest: AppManifest, options: EngineOptions) -> EngineOptions:
    """Leave no feature out."""
    return replace(options, without=(), wanted=manifest.on_demand)


def installed_index(installation: Installation, state: TargetState) -> EngineIndex:
    """Give what engines.json says of an installation whose features are to change.

    Raises:
        NotInstalled: there is nothing, or it has to be repaired first.
    """
    if state.index is not None:
        return state.index
    file = installation.store.index_path
    command = "install" if state.is_nothing else "repair"
    raise NotInstalled(
        say("{file} is damaged: {reason}.", file=file, reason=state.index_fault)
        if state.index_fault
        else say("Features cannot be added or removed: {file} does not exist.", file=file),
        hint=say("Run 'engine-installer {command}' first.", window="Repair the application first.", command=command),
        plain=say("What is installed here has to be repaired first."),
    )


def check_features(package: AppPackage, features: Iterable[str], index: EngineIndex | None) -> None:
    """Refuse features that the application does not have.

    Raises:
        InvalidParameter: names them, and those that it has.
    """
    known = package.manifest.features
    # What was chosen or left out of an earlier version may be no part of this one.
    before = (*index.options.without, *index.options.wanted) if index else ()
    if unknown := [feature for feature in features if feature not in {*known, *before}]:
        raise InvalidParameter(
            say(
                "{app} has no feature {features}.",
                app=package.manifest.app.name,
                features=join(", ", map(repr, unknown)),
            ),
            hint=say("Its features that can be left out: {features}.", features=join(", ", map(repr, known)))
            if known
            else say("It has no features that can be left out."),
        )


def part_that_changes(package: AppPackage, request: Request, state: TargetState) -> AppPackage:
    """Give the part of a package that a request is about: of one that changes features, only their models.

    Raises:
        PackageMissing: it is not the package that is installed, whose features they are.
    """
    if not request.changes_features:
        return package
    if state.receipt and state.receipt.manifest not in (None, package.manifest_sha256):
        raise PackageMissing(
            say("The app package in {folder} is not the one that is installed.", folder=package.root),
            hint=say(
                "Give the one that is installed with --package, or update with 'engine-installer install' first.",
                window="Download the application's installer again.",
            ),
            plain=say("The files that this needs are no longer there. Download the setup again."),
            remedy=Remedy.DOWNLOAD_AGAIN,
        )
    features = {*request.add, *request.remove}
    return replace(package, models=tuple(model for model in package.models if model.spec.feature in features))


@dataclass(frozen=True, slots=True)
class AvailableFeature:
    """A feature of the application, and what it takes to have it here; all figures are estimates.

    Attributes:
        name: of it.
        installed: it is chosen, and each of its models has an engine, or none on purpose.
        on_demand: it is left out until it is asked for.
        models: their names.
        seconds: how long getting its engines takes.
        bytes: of its engines on the disk.
        download_bytes: the most that the vendor's feed may be asked for; None where nothing comes from there.
        obstacle: why this computer cannot have it; None where it can.
    """

    name: str
    installed: bool
    on_demand: bool
    models: tuple[str, ...]
    seconds: float
    bytes: int
    download_bytes: int | None
    obstacle: Text | None

    def to_json(self) -> dict[str, Any]:
        """What `status --json` prints."""
        return {
            "feature": self.name,
            "installed": self.installed,
            "on_demand": self.on_demand,
            "models": list(self.models),
            "seconds": round(self.seconds, 1),
            "mib": _mib(self.bytes),
            "download_mib": None if self.download_bytes is None else _mib(self.download_bytes),
            "obstacle": self.obstacle,
        }


def _mib(size: int) -> float:
    return round(size / (1 << 20), 1)


def available_features(whole: BuildPlan, index: EngineIndex) -> Iterator[AvailableFeature]:
    """Describe the features of an application that is installed.

    Args:
        whole: a plan in which no feature is left out.
        index: what is installed.
    """
    manifest = whole.package.manifest
    missing = left_out(manifest, index.options)
    settled = {record.model for record in index.engines} | {absent.model for absent in index.skipped}
    for feature in manifest.features:
        models = tuple(model.name for model in manifest.model if model.feature == feature)
        planned = [planned for planned in whole.models if planned.model.name in models]
        engines = [planned for planned in planned if isinstance(planned, PlannedEngine)]
        fetched = sum(_bytes_to_fetch(planned, whole.package) for planned in engines)
        yield AvailableFeature(
            name=feature,
            installed=feature not in missing and settled.issuperset(models),
            on_demand=feature in manifest.on_demand,
            models=models,
            seconds=sum(planned.expected.seconds for planned in engines),
            bytes=sum(_size_of(planned) for planned in engines),
            download_bytes=fetched or None,
            obstacle=next((_obstacle(planned) for planned in planned if not isinstance(planned, PlannedEngine)), None),
        )


def _bytes_to_fetch(planned: PlannedEngine, package: AppPackage) -> int:
    """Say how much comes from the vendor at the most: the engine, or what it is built from."""
    engine = planned.expected.size if may_be_downloaded(planned.model, package) else 0
    return max(engine, sum(file.size for file in planned.model.in_feed))


def _size_of(planned: PlannedEngine) -> int:
    return planned.installed.record.size if isinstance(planned, Keep) else planned.expected.size


def _obstacle(planned: Refuse | Skip) -> Text:
    return planned.error.message if isinstance(planned, Refuse) else planned.decisions[0].reason
