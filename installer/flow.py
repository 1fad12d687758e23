"""What the wizard asks and shows, and in which order; without Qt, so that it can be decided and tested by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Literal

from builder.cancellation import CancelToken
from builder.errors import EngineInstallerError
from builder.gpu import Gpu
from builder.gpu_choice import ALL_GPUS, judge_support
from builder.machine import Machine, survey_machine
from builder.plan import BuildPlan
from builder.preflight import Check, refusal_of
from builder.settings import HEURISTIC_OPTIMIZATION_LEVEL
from installer import actions, uninstall
from installer.console import seconds_text, size_text
from installer.installation import Installation, Request
from installer.status import Status, status

Mode = Literal["install", "repair", "uninstall"]


class Page(Enum):
    """The pages, in their order."""

    COMPUTER = "computer"
    CHOICES = "choices"
    READY = "ready"
    WORKING = "working"
    END = "end"


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
        plan: what would be done to engines and files; None for a removal, and when it could not be made.
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
    plan: actions.InstallPlan | None = None
    removal: uninstall.RemovalPlan | None = None

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages to show, in their order: nobody is asked where there is no choice."""
        if self.mode == "uninstall":
            return (Page.READY, Page.WORKING, Page.END)
        choices = (Page.CHOICES,) if self.has_choices else ()
        return (Page.COMPUTER, *choices, Page.READY, Page.WORKING, Page.END)

    @property
    def has_choices(self) -> bool:
        """Whether there is anything to choose."""
        return self.asks_for_gpu or self.asks_for_folder or self.offers_fast_build or self.offers_portable

    @property
    def asks_for_gpu(self) -> bool:
        """Whether engines could be built for another GPU."""
        return len(self.gpus) > 1 and self.mode == "install"

    @property
    def asks_for_folder(self) -> bool:
        """Whether the application could go somewhere else."""
        return self.mode == "install" and not (self.target / "engines").exists() and self.plan is not None

    @property
    def offers_fast_build(self) -> bool:
        """Whether kernels are to be timed that no timing cache knows."""
        return any(
            planned.backend is not None
            and planned.backend.times_kernels
            and not (planned.cache and planned.cache.covered)
            for planned in (self.plan.build.to_build if self.plan else ())
        )

    @property
    def offers_portable(self) -> bool:
        """Whether engines could be built although this computer cannot run them, and will not be otherwise."""
        return (
            self.mode == "install" and self.plan is not None and self.plan.build.refusal is not None and not self.gpus
        )


@dataclass(frozen=True)
class Choices:
    """What the user has chosen.

    Attributes:
        gpu: its UUID, `all`, or None for the recommended one.
        folder: where the application goes; None for where it would go anyway.
        fast_build: heuristic tactic selection.
        portable: engines for every supported GPU.
    """

    gpu: str | None = None
    folder: Path | None = None
    fast_build: bool = False
    portable: bool = False

    def applied(self, request: Request) -> Request:
        """The request with these choices."""
        options = replace(
            request.options,
            gpu=self.gpu or request.options.gpu,
            portable=self.portable or request.options.portable,
            optimization_level=HEURISTIC_OPTIMIZATION_LEVEL if self.fast_build else request.options.optimization_level,
        )
        return replace(request, options=options, target=self.folder or request.target)


def look(mode: Mode, request: Request, cancel: CancelToken) -> Look:
    """Find out what there is to do. Changes nothing.

    Raises:
        EngineInstallerError: not even that can be found out.
    """
    installation = Installation(request)
    if mode == "uninstall":
        removal = uninstall.plan(request, cancel)
        there = installation.find(quick=True).app
        name = f"{there.name} {there.version}" if there else installation.target.name
        return Look(mode, request, name, installation.target, (), None, removal=removal)
    machine = survey_machine()
    reasons = tuple(_reasons(status(request, machine, cancel, quick=True))) if mode == "repair" else ()
    plan = actions.plan(request, machine, cancel, repairing=mode == "repair")
    checks = actions.preflight(plan, installation, machine, request)
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
        plan,
    )


def _gpus(plan: BuildPlan, machine: Machine) -> tuple[Gpu, ...]:
    backends = {planned.backend.name: planned.backend for planned in plan.models if planned.backend}
    return tuple(
        gpu
        for gpu in machine.gpus.gpus
        if any(
            judge_support(gpu, backend, machine.libraries.get(name), machine.gpus.cuda_driver_version).supported
            for name, backend in backends.items()
        )
    )


def _reasons(found: Status) -> Iterator[str]:
    """Why engines are not as they should be, each cause once."""
    reasons = [engine.verdict.reason for engine in found.engines if engine.verdict.cause not in (None, "driver")]
    for reason in dict.fromkeys([*reasons, *found.problems]):
        yield f"{reason[0].upper()}{reason[1:]}."


@dataclass(frozen=True)
class Line:
    """One fact of the summary before the work begins."""

    what: str
    text: str


def summary(found: Look) -> tuple[Line, ...]:
    """What is going to be done, for the last page on which it can be left."""
    if found.removal is not None:
        removal = found.removal
        lines = [Line("Folder", str(found.target)), Line("Files", f"{len(removal.remove)} files will be removed.")]
        if removal.changed:
            lines.append(Line("Kept", f"Changed since they were installed: {', '.join(removal.changed[:10])}"))
        return tuple(lines)
    assert found.plan is not None
    plan = found.plan.build
    engines = plan.to_build
    lines = [Line("Folder", str(found.target))]
    if not engines:
        lines.append(Line("Engines", "All engines are current; none has to be built."))
    else:
        kept = len([planned for planned in plan.models if planned.action == "keep"])
        more = f"; {kept} are current and stay" if kept else ""
        lines.append(Line("Engines", f"{len(engines)} to build{more}."))
        seconds = sum(planned.expected_seconds for planned in engines)
        sure = all(planned.seconds_known for planned in engines)
        lines.append(Line("Time", f"{'About' if sure else 'Probably about'} {seconds_text(max(1.0, seconds))}."))
    size = sum(planned.expected_bytes for planned in engines) + found.plan.files.bytes_to_copy
    if size:
        lines.append(Line("Room", f"About {size_text(size)}."))
    for decision in dict.fromkeys(
        (item.what, item.choice, item.reason)
        for planned in engines
        for item in planned.decisions
        if item.what in ("gpu", "backend", "timing cache")
    ):
        what, choice, reason = decision
        lines.append(
            Line({"gpu": "Graphics card", "backend": "Library"}.get(what, "Timing cache"), f"{choice}: {reason}.")
        )
    return tuple(lines)


def gpu_options(found: Look) -> tuple[tuple[str | None, str], ...]:
    """The GPUs to choose from: value and text, the recommended one first."""
    options: list[tuple[str | None, str]] = [(None, "The recommended one")]
    options += [(gpu.uuid, f"{gpu.name} (number {gpu.index}, {gpu.memory_total_mib} MiB)") for gpu in found.gpus]
    if len({gpu.kind for gpu in found.gpus}) > 1:
        options.append((ALL_GPUS, "All of them, with engines for each"))
    return tuple(options)
