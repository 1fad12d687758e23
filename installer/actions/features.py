"""The features of an installation: which are chosen, and how some are added or removed while the rest stays. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from builder.app_package.package import AppPackage
from builder.base.errors import InvalidParameter, NotInstalled, PackageMissing, Remedy
from builder.base.text import join, say
from builder.engines.index import EngineIndex
from builder.engines.options import EngineOptions
from installer.target.installation import Installation, TargetState
from installer.target.request import Request


def with_features(request: Request, index: EngineIndex | None) -> Request:
    """Decide which features are left out: as asked, and else as the installation has it."""
    before = index.options if index else EngineOptions()
    if request.changes_features:
        without = tuple(feature for feature in before.without if feature not in request.add)
        without += tuple(feature for feature in request.remove if feature not in without)
    else:
        without = () if request.all_features else request.options.without or before.without
    return replace(request, options=replace(request.options, without=without))


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
    # What was left out of an earlier version may be no part of this one.
    before = index.options.without if index else ()
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
