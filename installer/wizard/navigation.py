"""What the wizard asks and shows, and in which order; without Qt, so that it can be decided and tested by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import Literal

from builder.app_package.manifest import find_manifest, read_license, read_manifest
from builder.backend import BACKENDS
from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInstallerError, ExitCode
from builder.base.events import Result
from builder.base.settings import HEURISTIC_OPTIMIZATION_LEVEL
from builder.building.machine import Machine, survey_machine
from builder.building.plan import BuildPlan, Decision, PlannedModel
from builder.building.preflight import Check, refusal_of
from builder.building.progress import makespan
from builder.gpu.busy import BusyPolicy
from builder.gpu.nvml import Gpu
from installer.actions import install, uninstall
from installer.actions.status import Status, status
from installer.target.installation import Installation, Request
from installer.target.receipt import KEPT_PACKAGE

Mode = Literal["install", "repair", "uninstall"]
WhenBusy = Literal["wait", "build", "fast"]

_ALL_DAY = 24 * 3600.0
"""Whoever chooses to wait for a GPU in a window can also see it wait, and end it."""


class Page(Enum):
    """The pages, in their order."""

    LICENSE = "license"
    COMPUTER = "computer"
    CHOICES = "choices"
    READY = "ready"
    WORKING = "working"
    END = "end"


@dataclass(frozen=True)
class Brand:
    """How the application presents itself.

    Attributes:
        title: its name and version; empty while unknown.
        icon, banner: pictures.
        accent: a colour such as `#76b900`.
        license: the text that must be accepted; empty when there is none.
    """

    title: str = ""
    icon: Path | None = None
    banner: Path | None = None
    accent: str | None = None
    license: str = ""


def brand_of(mode: Mode, request: Request) -> Brand:
    """Read how the application presents itself: from its package, or the copy of it that was kept.

    It reads only what the first window needs, and says nothing of faults: `look` meets them as well, and tells them.
    """
    try:
        kept = Installation(request).target / KEPT_PACKAGE
        folder = kept if mode != "install" and request.package is None and kept.exists() else request.package_folder
        path = find_manifest(folder)
        manifest = read_manifest(path)
        branding = manifest.branding
        icon = branding.icon or (manifest.registration.icon if manifest.registration else None)

        def file(name: str | None) -> Path | None:
            return path.parent / name if name else None

        license_file = file(branding.license) if mode == "install" else None
        return Brand(
            f"{manifest.app.name} {manifest.app.version}",
            file(icon),
            file(branding.banner),
            branding.accent,
            read_license(license_file) if license_file else "",
        )
    except (EngineInstallerError, OSError, ValueError):
        return Brand()


@dataclass(frozen=True)
class Look:
    """What was found before anything is asked.

    Attributes:
        mode: what the wizard is to do.
        request: what is asked for so far.
        title: the application's name and version.
        target: where it is or goes.
        checks: what must be right, each with pass, warn or fail.
        refusal: why nothing can be done; None when something can.
        reasons: why a repair is needed, one sentence for each cause.
        gpus: GPUs that could be built for.
        left_out: features that the installation which is there does not have.
        plan: what would be done to engines and files; None for a removal.
        removal: what would be removed; None otherwise.
    """

    mode: Mode
    request: Request
    title: str
    target: Path
    checks: tuple[Check, ...]
    refusal: EngineInstallerError | None
    reasons: tuple[str, ...] = ()
    gpus: tuple[Gpu, ...] = ()
    left_out: tuple[str, ...] = ()
    plan: install.InstallPlan | None = None
    removal: uninstall.RemovalPlan | None = None

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
        """Whether the application could go somewhere else."""
        return self.mode == "install" and not (self.target / "engines").exists() and self.plan is not None

    @property
    def features(self) -> tuple[str, ...]:
        """What can be left out."""
        return self.plan.build.package.manifest.features if self.plan and self.mode == "install" else ()

    @property
    def offers_fast_build(self) -> bool:
        """Whether kernels are to be timed that no timing cache knows."""
        return any(not _is_covered(planned) for planned in self._timed)

    @property
    def offers_portable(self) -> bool:
        """Whether engines could be built although this computer cannot run them, and will not be otherwise."""
        return (
            self.mode == "install" and self.plan is not None and self.plan.build.refusal is not None and not self.gpus
        )

    @property
    def timed_gpus(self) -> tuple[Gpu, ...]:
        """The GPUs on which kernels are to be timed, so that it matters whether others use them."""
        gpus = {planned.load_on.uuid: planned.load_on for planned in self._timed if planned.load_on}
        return tuple(gpus.values())

    @property
    def _timed(self) -> tuple[PlannedModel, ...]:
        to_build = self.plan.build.to_build if self.plan else ()
        return tuple(planned for planned in to_build if planned.backend and planned.backend.times_kernels)


def _is_covered(planned: PlannedModel) -> bool:
    return planned.cache is not None and planned.cache.covered is not None


def pages(mode: Mode, brand: Brand, found: Look | None) -> tuple[Page, ...]:
    """The pages to show, in their order: nobody is asked where there is no choice.

    Args:
        mode: what the wizard is to do.
        brand: of the application.
        found: None while it is looked.
    """
    if mode == "uninstall":
        return (Page.READY, Page.WORKING, Page.END)
    license_page = (Page.LICENSE,) if brand.license else ()
    choices = (Page.CHOICES,) if found is None or found.has_choices else ()
    return (*license_page, Page.COMPUTER, *choices, Page.READY, Page.WORKING, Page.END)


@dataclass(frozen=True)
class Choices:
    """What the user has chosen.

    Attributes:
        gpu: its UUID, `all`, or None for the recommended one.
        folder: where the application goes; None for where it would go anyway.
        without: features that are left out; None when there was no choice.
        fast_build: heuristic tactic selection.
        portable: engines for every supported GPU.
    """

    gpu: str | None = None
    folder: Path | None = None
    without: tuple[str, ...] | None = None
    fast_build: bool = False
    portable: bool = False

    def applied(self, request: Request) -> Request:
        """The request with these choices."""
        options = replace(
            request.options,
            gpu=self.gpu or request.options.gpu,
            portable=self.portable or request.options.portable,
            without=request.options.without if self.without is None else self.without,
        )
        request = replace(request, options=options, target=self.folder or request.target)
        return _with_fast_build(request) if self.fast_build else request


def _with_fast_build(request: Request) -> Request:
    return replace(request, options=replace(request.options, optimization_level=HEURISTIC_OPTIMIZATION_LEVEL))


def with_busy_choice(request: Request, choice: WhenBusy) -> Request:
    """The request with what is to be done about a GPU that is in use.

    Args:
        request: what is asked for so far.
        choice: wait until it is idle, build all the same, or measure less.
    """
    if choice == "wait":
        return replace(request, busy=BusyPolicy("wait", _ALL_DAY))
    request = replace(request, busy=BusyPolicy("build"))
    return _with_fast_build(request) if choice == "fast" else request


def look(mode: Mode, request: Request, cancel: CancelToken, survey: Callable[[], Machine] = survey_machine) -> Look:
    """Find out what there is to do. Changes nothing.

    Args:
        mode: what the wizard is to do.
        request: what is asked for so far.
        cancel: ends it.
        survey: tells of this computer.

    Raises:
        EngineInstallerError: not even that can be found out.
    """
    installation = Installation(request)
    there = installation.find(quick=True)
    if mode == "uninstall":
        removal = uninstall.plan(request, cancel)
        name = f"{there.app.name} {there.app.version}" if there.app else installation.target.name
        return Look(mode, request, name, installation.target, (), None, removal=removal)
    machine = survey()
    reasons = tuple(_reasons(status(request, machine, cancel, quick=True))) if mode == "repair" else ()
    plan = install.plan(request, machine, cancel, repairing=mode == "repair")
    checks = install.preflight(plan, installation, machine, request)
    app = plan.build.package.manifest.app
    return Look(
        mode,
        request,
        f"{app.name} {app.version}",
        installation.target,
        tuple(checks),
        refusal_of(checks) or plan.build.refusal,
        reasons,
        _gpus(plan.build, machine),
        tuple(there.index.options.without) if there.index else (),
        plan,
    )


def _gpus(plan: BuildPlan, machine: Machine) -> tuple[Gpu, ...]:
    backends = {planned.backend.name: planned.backend for planned in plan.models if planned.backend}
    return tuple(
        gpu for gpu in machine.gpus if any(machine.judge(gpu, backend).supported for backend in backends.values())
    )


def _reasons(found: Status) -> Iterator[str]:
    """Why engines are not as they should be, each cause once."""
    reasons = [engine.verdict.reason for engine in found.engines if engine.verdict.cause not in (None, "driver")]
    for reason in dict.fromkeys([*reasons, *found.problems]):
        yield f"{reason[0].upper()}{reason[1:]}."


@dataclass(frozen=True)
class Summary:
    """What is going to be done, for the last page on which it can be left.

    Attributes:
        to_build: engines.
        kept: engines that are current and stay.
        seconds: what building takes; `seconds_known` when it was measured on this computer before.
        bytes: room that it takes.
        decisions: about GPU, library and timing cache, each once.
        to_remove: files.
        changed: files that stay because somebody has changed them.
    """

    to_build: int = 0
    kept: int = 0
    seconds: float = 0.0
    seconds_known: bool = True
    bytes: int = 0
    decisions: tuple[Decision, ...] = ()
    to_remove: int = 0
    changed: tuple[str, ...] = field(default=())


def summary(found: Look) -> Summary:
    """Sum up what was found."""
    if found.removal is not None:
        return Summary(to_remove=len(found.removal.remove), changed=tuple(found.removal.changed))
    assert found.plan is not None
    engines = found.plan.build.to_build
    decisions = dict.fromkeys(
        replace(item, choice=BACKENDS[item.choice].title) if item.what == "backend" else item
        for planned in engines
        for item in planned.decisions
        if item.what in ("gpu", "backend", "timing cache")
    )
    return Summary(
        to_build=len(engines),
        kept=sum(planned.action == "keep" for planned in found.plan.build.models),
        seconds=makespan([], [planned.expected_seconds for planned in engines], found.plan.build.jobs),
        seconds_known=all(planned.seconds_known for planned in engines),
        bytes=sum(planned.expected_bytes for planned in engines) + found.plan.files.bytes_to_copy,
        decisions=tuple(decisions),
    )


class Remedy(Enum):
    """What the last page offers first."""

    CLOSE = "close"
    CONTINUE = "continue with what was built"
    TRY_AGAIN = "try again"
    OTHER_FOLDER = "choose another folder"
    TIME_AGAIN = "time the kernels again"


_FOLDER_IS_WRONG = (ExitCode.DISK_FULL, ExitCode.ACCESS_DENIED, ExitCode.BLOCKED_BY_POLICY, ExitCode.IO_ERROR)


def remedy(result: Result, *, can_move: bool = False, timed_while_busy: bool = False) -> Remedy:
    """What helps most after a run.

    Args:
        result: how it ended.
        can_move: the application could go to another folder.
        timed_while_busy: kernels were timed on a GPU that others used.
    """
    if result.label == ExitCode.OK.label:
        return Remedy.TIME_AGAIN if timed_while_busy else Remedy.CLOSE
    if result.label == ExitCode.BUILD_FAILED.label and result.files:
        return Remedy.CONTINUE
    if can_move and result.label in [code.label for code in _FOLDER_IS_WRONG]:
        return Remedy.OTHER_FOLDER
    return Remedy.TRY_AGAIN
