"""Every page in every state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from builder.base.errors import BuildFailed, EngineInstallerError, ExitCode, Fault, PackageMissing
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
from builder.base.text import NO_TEXT, Text, join, say, say_count, sentence
from builder.building.local_build import error_of
from builder.building.worker_process import Crashed
from builder.gpu.busy import BusyVerdict
from installer.actions.uninstall import RemovalPlan
from installer.wizard.assessment import Assessment
from installer.wizard.navigation import Page
from installer.wizard.widgets import DetailsButton
from installer.wizard.window import InstallerWizard
from tools.gallery.studio import MACHINE, MODELS, NO_DRIVER, RTX_3060, RTX_4070, Studio

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
        say("There is no app package: {folder} does not exist.", folder=studio.package),
        hint=say(
            "Specify the folder that holds {file} with --package.",
            window="Start the installer again from the folder that holds {file}, or download it again.",
            file="app.toml",
        ),
    )
    return studio.open(Page.COMPUTER, error)


def _repair(studio: Studio) -> InstallerWizard:
    reasons = (
        sentence(say("the GPU has changed from {old} to {new}", old=RTX_3060.name, new=RTX_4070.name)),
        sentence(say("the file {file} is missing", file="denoise-1f2e3d4c.engine")),
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
    changed = tuple(f"presets/portrait-{number:02}.json" for number in range(12))
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
    Phase("upscale-x4", say("Reading the model")),
    Progress(0.37, 61.0, 104.0),
)


def _building(studio: Studio) -> InstallerWizard:
    return _working(studio, *BUILDING)


def _details(studio: Studio) -> InstallerWizard:
    words = (
        Warned(
            say(
                "A timing cache that ships with the application is not used: {reason}.",
                reason=Fault("index.toml", "cache[0].sha256", "'ab'", "'cd'").text,
            )
        ),
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
    detail: Text,
    hint: Text = NO_TEXT,
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


def _failures(failed: Sequence[EngineInstallerError], total: int) -> Text:
    wanted = say_count(total, "{count} model", "{count} models")
    heading = say("{failed} of {wanted} could not be built:", failed=len(failed), wanted=wanted)
    return join("\n", [heading, *(say("  - {reason}", reason=error.message) for error in failed)])


def _done(studio: Studio) -> InstallerWizard:
    what = [
        say_count(4, "{count} engine", "{count} engines"),
        say_count(12, "{count} file of the application", "{count} files of the application"),
    ]
    detail = say("{what} installed in {folder}.", what=join(" and ", what), folder=studio.target)
    return _end(studio, ExitCode.OK, detail)


def _done_while_busy(studio: Studio) -> InstallerWizard:
    what = say_count(4, "{count} engine", "{count} engines")
    detail = say("{what} installed in {folder}.", what=what, folder=studio.target / "engines")
    return _end(studio, ExitCode.OK, detail, timed_while_busy=("upscale-x4", "faces"))


def _partly(studio: Studio) -> InstallerWizard:
    crashed = error_of(Crashed("SIGKILL", ""), "faces", studio.log_path)
    unsupported = BuildFailed(
        say(
            "The model {model!r} uses operators that the engine library does not support: {nodes}.",
            model="denoise",
            nodes=say("{operator} (node {node})", operator="NonZero", node="node_17"),
        )
    )
    detail = _failures([crashed, unsupported], len(MODELS))
    return _end(studio, ExitCode.BUILD_FAILED, detail, crashed.hint, files=BUILT)


def _disk_full(studio: Studio) -> InstallerWizard:
    detail = say(
        "There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the engines need about "
        "{needed_mib} MiB.",
        folder=studio.target / "engines",
        free_mib=120,
        needed_mib=480,
    )
    hint = say(
        "Free some space, or choose another folder with --target.", window="Free some space, or choose another folder."
    )
    wizard = _end(studio, ExitCode.DISK_FULL, detail, hint)
    wizard.currentPage().findChildren(DetailsButton)[0].setChecked(True)
    return wizard


def _forty_failures(studio: Studio) -> InstallerWizard:
    failed = [error_of(Crashed("SIGSEGV", ""), f"style-{number:02}", None) for number in range(40)]
    return _end(studio, ExitCode.BUILD_FAILED, _failures(failed, 41), files=BUILT)


def _suspended(studio: Studio) -> InstallerWizard:
    engines = say_count(2, "{count} engine", "{count} engines")
    detail = say("The time limit was reached: {engines} installed, {left} not built yet.", engines=engines, left=2)
    hint = say(
        "Run the command again to continue; nothing is built twice.",
        window="Try again to continue; nothing is done twice.",
    )
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
