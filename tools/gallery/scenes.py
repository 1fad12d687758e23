"""Every page in every state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from builder.base.errors import ExitCode, PackageMissing
from builder.base.events import (
    Busy,
    Committing,
    Event,
    Logged,
    ModelFinished,
    ModelStarted,
    Phase,
    PlanMade,
    Progress,
    Result,
    Warned,
)
from builder.base.text import say
from builder.gpu.busy import BusyVerdict
from installer.actions.uninstall import RemovalPlan
from installer.wizard.assessment import Assessment
from installer.wizard.navigation import Page
from installer.wizard.widgets import DetailsButton
from installer.wizard.window import InstallerWizard
from tools.gallery.studio import MACHINE, MODELS, NO_DRIVER, RTX_4070, Studio

_BLENDER = say("{program} (process {pid}, {mib} MiB)", program="blender", pid=4033, mib=6144)
BLENDER = BusyVerdict("in use", (say("{percent} % used", percent=93),), (_BLENDER,))


def _license(studio: Studio) -> InstallerWizard:
    return studio.open(Page.LICENSE)


def _assessing(studio: Studio) -> InstallerWizard:
    return studio.open(Page.COMPUTER)


def _all_is_well(studio: Studio) -> InstallerWizard:
    return studio.open(Page.COMPUTER, studio.assess())


def _no_driver(studio: Studio) -> InstallerWizard:
    machine = replace(MACHINE, gpus=(), driver=NO_DRIVER, memory_free_bytes=1 << 30)
    return studio.open(Page.COMPUTER, studio.assess(machine))


def _no_package(studio: Studio) -> InstallerWizard:
    error = PackageMissing(
        f"There is no app package: {studio.package} does not exist.",
        hint="Give the folder that holds app.toml with --package.",
    )
    return studio.open(Page.COMPUTER, error)


def _repair(studio: Studio) -> InstallerWizard:
    reasons = (
        "The GPU has changed from NVIDIA GeForce RTX 3060 to NVIDIA GeForce RTX 4070.",
        "The file denoise-1f2e3d4c.engine is missing.",
    )
    return studio.open(Page.COMPUTER, replace(studio.assess(), mode="repair", reasons=reasons), mode="repair")


def _choices(studio: Studio) -> InstallerWizard:
    return studio.open(Page.CHOICES, studio.assess())


def _portable(studio: Studio) -> InstallerWizard:
    return studio.open(Page.CHOICES, studio.assess(replace(MACHINE, gpus=(), driver=NO_DRIVER)))


def _ready(studio: Studio) -> InstallerWizard:
    return studio.open(Page.READY, studio.assess())


def _busy(studio: Studio) -> InstallerWizard:
    wizard = _ready(studio)
    wizard.busy_watch.seen.emit([(RTX_4070.name, BLENDER)])
    return wizard


def _refused(studio: Studio) -> InstallerWizard:
    return studio.open(Page.READY, studio.assess(replace(MACHINE, gpus=(), driver=NO_DRIVER)))


def _removal(studio: Studio) -> InstallerWizard:
    changed = ("presets/portrait.json", "presets/landscape.json")
    removal = RemovalPlan(studio.target, ("a", "b", "c"), changed, was_there=(), folders=(), registered=None)
    found = Assessment(
        "uninstall",
        studio.request,
        "Photo Studio 3.2",
        studio.target,
        checks=(),
        refusal=None,
        removal=removal,
    )
    return studio.open(Page.READY, found, mode="uninstall")


def _working(studio: Studio, *events: Event, models: tuple[str, ...] = MODELS) -> InstallerWizard:
    wizard = studio.open(Page.WORKING)
    plan = {"models": [{"model": name, "action": "build"} for name in models]}
    studio.work(wizard, PlanMade(plan), *events)
    return wizard


BUILDING: tuple[Event, ...] = (
    ModelStarted("upscale-x2", 1, 4, "tensorrt"),
    ModelFinished("upscale-x2", "built", 43.0, "upscale-x2-0a1b2c3d.engine", 12_400_000),
    ModelStarted("upscale-x4", 2, 4, "tensorrt"),
    Phase("upscale-x4", "Reading the model"),
    Progress(0.37, 61.0, 104.0),
)


def _building(studio: Studio) -> InstallerWizard:
    return _working(studio, *BUILDING)


def _details(studio: Studio) -> InstallerWizard:
    words = (
        Warned("A timing cache that ships with the application is not used: it is for TensorRT 10.12."),
        Logged("info", "copying 3 files, 1234567 bytes"),
        Logged("error", "upscale-x2: tactic 0x00000000000003e8 skipped: not enough memory"),
    )
    wizard = _working(studio, *BUILDING, *words * 4)
    wizard.currentPage().findChildren(DetailsButton)[0].setChecked(True)
    return wizard


def _waiting(studio: Studio) -> InstallerWizard:
    text = say("{gpu} {verdict}", gpu=RTX_4070.name, verdict=BLENDER.text)
    busy = Busy("upscale-x4", "in use", BLENDER.reasons, BLENDER.programs, text, 3000.0)
    return _working(studio, *BUILDING, busy)


def _forty_models(studio: Studio) -> InstallerWizard:
    models = tuple(f"style-{number:02}-with-a-rather-long-name" for number in range(40))
    events = [ModelFinished(name, "built", 12.0, f"{name}.engine", 4_000_000) for name in models[:17]]
    return _working(studio, *events, ModelStarted(models[17], 18, 40, "tensorrt"), models=models)


def _committing(studio: Studio) -> InstallerWizard:
    return _working(studio, *BUILDING, Progress(1.0, 161.0, None), Committing())


BUILT = ("upscale-x2-0a1b2c3d.engine",)


def _end(
    studio: Studio,
    code: ExitCode,
    detail: str,
    hint: str = "",
    *,
    files: tuple[str, ...] = (),
    timed_while_busy: tuple[str, ...] = (),
) -> InstallerWizard:
    wizard = studio.open(Page.READY, studio.assess())
    wizard.next()
    events: list[Event] = [Logged("info", line) for line in ("one line", "another line")]
    events += [ModelFinished(name, "built", 1.0, timed_while_busy=True) for name in timed_while_busy]
    studio.work(wizard, *events, result=Result(code.number, code.label, detail, hint, files))
    return wizard


def _done(studio: Studio) -> InstallerWizard:
    return _end(studio, ExitCode.OK, f"4 engines and 12 files of the application installed in {studio.target}.")


def _done_while_busy(studio: Studio) -> InstallerWizard:
    detail = f"4 engines installed in {studio.target / 'engines'}."
    return _end(studio, ExitCode.OK, detail, timed_while_busy=("upscale-x4", "faces"))


def _partly(studio: Studio) -> InstallerWizard:
    detail = (
        "2 of 4 models could not be built:\n"
        "  - The builder of the model 'faces' crashed: SIGKILL. The system may have run out of memory.\n"
        "  - TensorRT cannot build the model 'denoise': the operator 'NonZero' of node 17 is not supported."
    )
    hint = (
        f"The log has its last words: {studio.log_path}\n"
        "Close other programs and run the command again; if it crashes again, report it."
    )
    return _end(studio, ExitCode.BUILD_FAILED, detail, hint, files=BUILT)


def _disk_full(studio: Studio) -> InstallerWizard:
    detail = (
        f"There is not enough room on the volume of {studio.target / 'engines'}: 120 MiB are free, and the engines "
        "need about 480 MiB."
    )
    hint = "Free some space, or choose another place with --target."
    wizard = _end(studio, ExitCode.DISK_FULL, detail, hint)
    wizard.currentPage().findChildren(DetailsButton)[0].setChecked(True)
    return wizard


def _forty_failures(studio: Studio) -> InstallerWizard:
    lines = "".join(f"\n  - The builder of the model 'style-{number:02}' crashed: SIGSEGV." for number in range(40))
    return _end(studio, ExitCode.BUILD_FAILED, f"40 of 41 models could not be built:{lines}", files=BUILT)


def _suspended(studio: Studio) -> InstallerWizard:
    detail = "The time limit was reached: 2 engines installed, 2 not built yet."
    hint = "Run the command again to continue; nothing is built twice."
    return _end(studio, ExitCode.SUSPENDED, detail, hint)


SCENES: dict[str, Callable[[Studio], InstallerWizard]] = {
    "license": _license,
    "computer-looking": _assessing,
    "computer-well": _all_is_well,
    "computer-no-driver": _no_driver,
    "computer-no-package": _no_package,
    "computer-repair": _repair,
    "choices": _choices,
    "choices-portable": _portable,
    "ready": _ready,
    "ready-busy": _busy,
    "ready-refused": _refused,
    "ready-uninstall": _removal,
    "working": _building,
    "working-details": _details,
    "working-waiting": _waiting,
    "working-forty-models": _forty_models,
    "working-committing": _committing,
    "end-done": _done,
    "end-done-while-busy": _done_while_busy,
    "end-partly": _partly,
    "end-disk-full": _disk_full,
    "end-forty-failures": _forty_failures,
    "end-suspended": _suspended,
}
