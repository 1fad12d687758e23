"""What is known about the application and this computer before anything is done; without Qt."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from builder.app_package.app import App, Registration
from builder.app_package.manifest import find_manifest, read_manifest
from builder.app_package.package import read_license
from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInstallerError
from builder.base.paths import exists
from builder.base.text import Text, sentence
from builder.building.machine import Machine, survey_machine
from builder.building.plan import BuildPlan
from builder.building.preflight import Check, refusal_of
from builder.building.source import KernelTiming
from builder.engines.options import EngineOptions
from builder.gpu.nvml import Gpu
from installer.actions import uninstall
from installer.actions.delivery import Delivery
from installer.actions.features import left_out, with_every_feature
from installer.actions.install import InstallRun
from installer.actions.install_plan import InstallPlan, options_for, plan_engines
from installer.actions.status import Status, status
from installer.target import registration
from installer.target.installation import Installation, TargetState
from installer.target.location import distrust_input
from installer.target.maintenance_copy import runs_from
from installer.target.package_choice import package_folder
from installer.target.paths import KEPT_PACKAGE, RECEIPT
from installer.target.receipt import read_receipt
from installer.target.request import Request
from installer.wizard.findings import AppInfo, Change, FeatureOffer, Installed, Room, seconds_for
from installer.wizard.inventory import change_of, feature_offers, features_of_models, installed_of, is_there, room_of

Mode = Literal["install", "repair", "uninstall"]
Deed = Literal["install", "update", "change", "repair", "uninstall"]
"""What a run in a mode is for people: it may install over an older version, or for other features alone."""


@dataclass(frozen=True, slots=True)
class Brand:
    """How the application presents itself.

    Attributes:
        title: its name and version; empty while unknown.
        icon, banner: pictures.
        accent: a colour such as `#76b900`.
        license: the text that must be accepted; empty when there is none.
        app: name, version, publisher, addresses and program, each as far as it is known.
    """

    title: str = ""
    icon: Path | None = None
    banner: Path | None = None
    accent: str | None = None
    license: str = ""
    app: AppInfo = field(default_factory=AppInfo)

    @property
    def publisher(self) -> str | None:
        """Who made it."""
        return self.app.publisher

    @property
    def url(self) -> str | None:
        """The vendor's page about it."""
        return self.app.url

    @property
    def help_url(self) -> str | None:
        """Where its users find help."""
        return self.app.help_url

    @property
    def executable(self) -> str | None:
        """Its program, relative to the target."""
        return self.app.executable


def brand_of(mode: Mode, request: Request) -> Brand:
    """Read how the application presents itself: from its package, from the copy of it that is kept, or its receipt.

    It reads only what the first window needs and reports no faults: `assess` finds the same faults and reports them.
    """
    with contextlib.suppress(EngineInstallerError, OSError, ValueError):
        target = Installation(request).target
        if request.package or (mode == "install" and not runs_from(target)):
            return _brand_in(package_folder(request), with_license=mode == "install")
        receipt, kept = read_receipt(target), target / KEPT_PACKAGE
        with contextlib.suppress(EngineInstallerError, OSError, ValueError):
            if not exists(kept):
                return _brand_in(package_folder(request), receipt.app.id if receipt else None)
            if not distrust_input(kept, request.scope or "current-user", kept):
                return _brand_in(kept)
        if receipt and not distrust_input(target / RECEIPT, request.scope or "current-user", target):
            info = app_info(receipt.app, receipt.registration)
            return Brand(f"{info.name} {info.version}", app=info)
    return Brand()


def _brand_in(package: Path, app_id: str | None = None, *, with_license: bool = False) -> Brand:
    """Read how an application presents itself from a package.

    Args:
        package: its folder.
        app_id: of the application that it must be of; None for any.
        with_license: its license must be accepted.

    Raises:
        ValueError: it is of another application.
        EngineInstallerError: it is not as it should be.
    """
    path = find_manifest(package)
    manifest = read_manifest(path)
    if app_id not in (None, manifest.app.id):
        raise ValueError("another application")
    branding = manifest.branding
    icon = branding.icon or (manifest.registration.icon if manifest.registration else None)

    def file(name: str | None) -> Path | None:
        return path.parent / name if name else None

    license_file = file(branding.license) if with_license else None
    return Brand(
        f"{manifest.app.name} {manifest.app.version}",
        file(icon),
        file(branding.banner),
        branding.accent,
        read_license(license_file) if license_file else "",
        app_info(manifest.app, manifest.registration),
    )


def app_info(app: App, registration: Registration | None) -> AppInfo:
    """Bring together what a manifest or a receipt says of an application."""
    wished = registration or Registration()
    return AppInfo(app.name, app.version, app.publisher, wished.url, wished.help_url, wished.executable, app.id)


@dataclass(frozen=True)
class Assessment:
    """What could be done, and what prevents it.

    Attributes:
        mode: what the wizard does.
        request: what was asked for when this was found out.
        title: the application's name and version.
        target: the folder where it is or will be.
        checks: the requirements, each with pass, warn or fail.
        refusal: why nothing can be done; None when something can.
        reasons: why a repair is needed, one sentence for each cause.
        gpus: the GPUs that engines could be built for.
        left_out: the features that are left out: as chosen, or else as in the existing installation.
        plan: what would happen to engines and files; None for a removal.
        removal: what would be removed; None otherwise.
        app: the application, as far as it is known.
        installed: what is in the target already; None when nothing is.
        is_update: another version of the application is there.
        change: the most telling reason for a repair; None where there is none.
        nothing_to_do: nothing would be built, checked, copied or removed.
        room: the volume of the target.
        offers: what it takes to have each feature, also those that are left out.
        jobs: how many engines are made at once when all features are.
        features_of_models: the feature of each model, None for models without one, in the order in which engines are
            built; models that are kept come first.
    """

    mode: Mode
    request: Request
    title: str
    target: Path
    checks: tuple[Check, ...]
    refusal: EngineInstallerError | None
    reasons: tuple[Text, ...] = ()
    gpus: tuple[Gpu, ...] = ()
    left_out: tuple[str, ...] = ()
    plan: InstallPlan | None = None
    removal: uninstall.RemovalPlan | None = None
    app: AppInfo = field(default_factory=AppInfo)
    installed: Installed | None = None
    is_update: bool = False
    change: Change | None = None
    nothing_to_do: bool = False
    room: Room = field(default_factory=Room)
    offers: tuple[FeatureOffer, ...] = ()
    jobs: int = 1
    features_of_models: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def deed(self) -> Deed:
        """What a run does, for people."""
        if self.mode != "install" or self.installed is None:
            return self.mode
        if self.is_update:
            return "update"
        return "change" if set(self.left_out) != set(self.installed.options.without) else "install"

    @property
    def has_choices(self) -> bool:
        """Whether there is anything to choose."""
        return bool(
            self.asks_for_gpu or self.features or self.asks_for_folder or self.offers_fast_build or self.offers_portable
        )

    @property
    def asks_for_gpu(self) -> bool:
        """Whether engines could be built for another GPU."""
        return len(self.gpus) > 1 and self.mode == "install"

    @property
    def asks_for_folder(self) -> bool:
        """Whether the application could be installed in another folder."""
        return self.mode == "install" and self.plan is not None and not is_there(self.target / "engines")

    @property
    def features(self) -> tuple[str, ...]:
        """The features that can be left out."""
        return self.plan.build.package.manifest.features if self.plan and self.mode == "install" else ()

    @property
    def on_demand(self) -> tuple[str, ...]:
        """Those of them that are left out until they are asked for."""
        return self.plan.build.package.manifest.on_demand if self.plan and self.mode == "install" else ()

    @property
    def offers_fast_build(self) -> bool:
        """Whether kernels would be timed that no timing cache covers."""
        return any(timing.cache.covered is None for timing in self._timings)

    @property
    def offers_portable(self) -> bool:
        """Whether engines could be built although this computer cannot run them, and will not be built otherwise."""
        return (
            self.mode == "install" and self.plan is not None and self.plan.build.refusal is not None and not self.gpus
        )

    @property
    def timed_gpus(self) -> tuple[Gpu, ...]:
        """The GPUs on which kernels would be timed, so that other programs on them would disturb it."""
        return tuple(dict.fromkeys(timing.gpu for timing in self._timings))

    @property
    def seconds(self) -> float:
        """How long building takes, as far as that can be said before."""
        if self.plan is None:
            return 0.0
        build = self.plan.build
        return seconds_for((planned.expected for planned in (*build.to_build, *build.to_check)), build.jobs)

    @property
    def download(self) -> int:
        """The bytes that the vendor delivers of what is set up."""
        return sum(planned.expected.bytes_to_fetch for planned in self.plan.build.to_build) if self.plan else 0

    @property
    def seconds_known(self) -> bool:
        """Whether that was measured on this computer before."""
        return self.plan is not None and all(planned.expected.known for planned in self.plan.build.to_build)

    @property
    def _timings(self) -> tuple[KernelTiming, ...]:
        to_build = self.plan.build.to_build if self.plan else ()
        return tuple(planned.timing for planned in to_build if planned.timing)


def assess(
    mode: Mode,
    request: Request,
    cancel: CancelToken,
    survey: Callable[[CancelToken], Machine] = survey_machine,
    delivery: Delivery | None = None,
) -> Assessment:
    """Find out what could be done. Changes nothing.

    Args:
        mode: what the wizard does.
        request: what is asked for so far.
        cancel: ends it.
        survey: describes this computer.
        delivery: what is known of the vendor's feed from an earlier look; None for nothing.

    Raises:
        EngineInstallerError: not even that can be found out.
    """
    installation = Installation(request)
    existing = installation.read_state(cancel, with_engines=False)
    if mode == "uninstall":
        return _assess_removal(request, installation, existing, cancel)
    machine = survey(cancel)
    reasons = tuple(_reasons(status(request, machine, cancel, quick=True))) if mode == "repair" else ()
    run = InstallRun(installation, machine, cancel, repairing=mode == "repair", delivery=delivery)
    plan = run.plan()
    checks = run.preflight(plan)
    state, build, manifest = run.state, plan.build, plan.build.package.manifest
    app = manifest.app
    is_update = state.app is not None and state.app.version != app.version
    before = options_for(EngineOptions(), state.index, machine) if state.index else None
    whole = _whole_plan(run, plan, before)
    return Assessment(
        mode,
        request,
        f"{app.name} {app.version}",
        installation.target,
        tuple(checks),
        refusal_of(checks) or build.refusal,
        reasons,
        _gpus(build, machine),
        left_out(manifest, run.request.options),
        plan,
        app=app_info(app, manifest.registration),
        installed=installed_of(state, build, before),
        is_update=is_update,
        change=change_of(plan, state, machine.driver.version) if state.app and not is_update else None,
        nothing_to_do=_has_nothing_to_do(plan, state, installation.target),
        room=room_of(installation.target, _bytes_needed(plan)),
        offers=feature_offers(whole),
        jobs=whole.jobs,
        features_of_models=features_of_models(build),
    )


def _assess_removal(
    request: Request, installation: Installation, state: TargetState, cancel: CancelToken
) -> Assessment:
    removal, app, receipt = uninstall.plan(request, cancel), state.app, state.receipt
    info = app_info(receipt.app, receipt.registration) if receipt else AppInfo()
    if app and not receipt:
        info = AppInfo(app.name, app.version)
    return Assessment(
        "uninstall",
        request,
        f"{app.name} {app.version}" if app else installation.target.name,
        installation.target,
        (),
        None,
        removal=removal,
        app=info,
        installed=installed_of(state),
        room=room_of(installation.target, 0),
    )


def _whole_plan(run: InstallRun, plan: InstallPlan, before: EngineOptions | None) -> BuildPlan:
    """Plan the engines of all features, as those that are there were asked for."""
    options = with_every_feature(run.package.manifest, before or run.request.options)
    if options == plan.build.options:
        return plan.build
    request = replace(run.request, options=options)
    return plan_engines(run.package, request, plan.machine, run.state.engines, plan.build.catalogue, None)


def _bytes_needed(plan: InstallPlan) -> int:
    engines = sum(planned.expected.size for planned in plan.build.to_build)
    library = plan.library.bytes_needed() if plan.gets_library else 0
    return engines + plan.files.bytes_to_copy + library


def _has_nothing_to_do(plan: InstallPlan, state: TargetState, target: Path) -> bool:
    """Whether nothing would be built, checked, copied or removed, and nothing that people would notice put right."""
    if plan.build.refusal or plan.files.not_restorable:
        return False
    return plan.changes_nothing or (
        state.index is not None
        and not (plan.build.to_build or plan.build.to_check or plan.removed)
        and plan.files.is_nothing
        and state.journal is None
        and registration.is_listed(plan.receipt, target)
    )


def _gpus(plan: BuildPlan, machine: Machine) -> tuple[Gpu, ...]:
    backends = {planned.backend.name: planned.backend for planned in plan.engines}
    return tuple(
        gpu for gpu in machine.gpus if any(machine.judge(gpu, backend).supported for backend in backends.values())
    )


def _reasons(found: Status) -> Iterator[Text]:
    """Give the reasons why engines are not as they should be, each once."""
    reasons = [engine.verdict.reason for engine in found.engines if engine.verdict.cause not in (None, "driver")]
    for reason in dict.fromkeys([*reasons, *found.problems]):
        yield sentence(reason)
