"""Every state of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit

from builder.base.errors import (
    AnswersWrong,
    DiskFull,
    DownloadFailed,
    ExitCode,
    Fault,
    PackageInvalid,
    TimeLimitReached,
)
from builder.base.events import (
    Built,
    Busy,
    Committing,
    Downloading,
    Event,
    ModelFinished,
    ModelStarted,
    Phase,
    PlanMade,
    Progress,
    Result,
    Warned,
    checking_the_results,
)
from builder.base.quantities import Bytes
from builder.base.text import say, say_count, verbatim
from builder.building.engine_record import make_record
from builder.building.estimate import Expected, expect_download
from builder.building.local_build import error_of
from builder.building.plan import Build, InstalledEngine, Keep
from builder.building.preflight import Check, Problem
from builder.building.worker_process import Crashed
from builder.engines.options import EngineOptions
from builder.gpu.busy import BusyVerdict
from installer.actions.outcome import result_of
from installer.actions.uninstall import RemovalPlan
from installer.wizard.action_texts import action_texts
from installer.wizard.assessment import Assessment
from installer.wizard.controls.painting import text_of
from installer.wizard.findings import Change, FeatureOffer, Installed, LastingCaveat, Room
from installer.wizard.pages.progress import ProgressPage
from installer.wizard.run_state import Engine, State
from installer.wizard.views import Action
from installer.wizard.window import InstallerWindow
from tools.gallery.studio import FEATURES, MACHINE, MODELS, OLD_CARD, RTX_3060, RTX_4070, WITHOUT_CARD, Studio

APP_FILES = 1284
SOON = Expected(20.0, 0.0, known=False)


def _there(studio: Studio, found: Assessment) -> Assessment:
    """An assessment of an installation that exists, without the last feature."""
    *there, left_out = FEATURES
    options = EngineOptions(without=(left_out,))
    installed = Installed("Photo Studio", "3.2", tuple(there), tuple(FEATURES), APP_FILES, 1_400_000_000, None, options)
    offers = [offer if offer.name == left_out else replace(offer, missing=()) for offer in found.offers]
    return replace(found, installed=installed, left_out=(left_out,), offers=tuple(offers))


DAMAGED = PackageInvalid(
    say("The app package is damaged."), faults=(Fault("app.toml", "model[0].sha256", "'ab'", "'cd'"),)
)

# Before a run.


def _checking(studio: Studio) -> InstallerWindow:
    return studio.open()


def _ready(studio: Studio) -> InstallerWindow:
    return _accept(studio.open(studio.assess()))


def _accept(window: InstallerWindow) -> InstallerWindow:
    """Tick the license, as somebody does who goes on."""
    for box in window.page.findChildren(QCheckBox):
        box.setChecked(True)
    return window


def _update(studio: Studio) -> InstallerWindow:
    found = _there(studio, studio.assess())
    assert found.installed is not None
    return _accept(studio.open(replace(found, is_update=True)))


def _card_in_use(studio: Studio) -> InstallerWindow:
    window = _ready(studio)
    window.busy_watch.seen.emit([(RTX_4070.name, BLENDER)])
    return window


def _no_card(studio: Studio) -> InstallerWindow:
    return _accept(studio.open(studio.assess(WITHOUT_CARD)))


def _old_card(studio: Studio) -> InstallerWindow:
    return _accept(studio.open(studio.assess(replace(WITHOUT_CARD, gpus=(OLD_CARD,), driver=MACHINE.driver))))


def _nothing_works(studio: Studio) -> InstallerWindow:
    """Nothing but engines, for which there is no card."""
    app = studio.package / "app.toml"
    text = app.read_text(encoding="utf-8")
    for line in ('[payload]\nfolder = "app"\n', 'executable = "photo-studio.exe"\n', 'license = "license.txt"\n'):
        text = text.replace(line, "")
    app.write_text(text, encoding="utf-8")
    return studio.open(studio.assess(WITHOUT_CARD))


def _no_room(studio: Studio) -> InstallerWindow:
    found = studio.assess()
    error = DiskFull(say("There is not enough space: {free} are free.", free=Bytes(310_000_000)))
    check = Check(
        "disk",
        say("Disk"),
        "fail",
        error.message,
        error=error,
        problem=Problem.NO_ROOM,
        amounts=(310_000_000, 1_400_000_000),
    )
    checks = (*(each for each in found.checks if each.name != "disk"), check)
    room = Room(say("this disk"), 310_000_000, 1_400_000_000)
    return studio.open(replace(found, checks=checks, refusal=error, room=room))


def _damaged(studio: Studio) -> InstallerWindow:
    return studio.open(DAMAGED)


def _options(studio: Studio) -> InstallerWindow:
    window = _ready(studio)
    window.pressed.emit(Action.OPEN_OPTIONS)
    return window


def _relative_folder(studio: Studio) -> InstallerWindow:
    window = _options(studio)
    (folder,) = window.page.findChildren(QLineEdit)
    folder.setText("Photo Studio")
    folder.textEdited.emit("Photo Studio")
    QTest.qWait(400)
    return window


def _system_check(studio: Studio) -> InstallerWindow:
    window = _ready(studio)
    window.pressed.emit(Action.OPEN_CHECK)
    return window


def _system_check_marked(studio: Studio) -> InstallerWindow:
    window = studio.open(studio.assess(replace(WITHOUT_CARD, memory_free_bytes=1 << 30)))
    window.pressed.emit(Action.OPEN_CHECK)
    return window


def _license(studio: Studio) -> InstallerWindow:
    window = _ready(studio)
    window.pressed.emit(Action.OPEN_LICENSE)
    return window


# A run.

BUILDING: tuple[Event, ...] = (
    ModelStarted("upscale-x2", 1, 5, "tensorrt"),
    ModelFinished("upscale-x2", "built", 22.0, "upscale-x2-0a1b2c3d.engine", 12_400_000),
    ModelStarted("upscale-x4", 2, 5, "tensorrt"),
    ModelFinished("upscale-x4", "built", 43.0, "upscale-x4-0a1b2c3d.engine", 96_400_000),
    ModelStarted("faces", 3, 5, "tensorrt"),
    ModelStarted("sky", 4, 5, "tensorrt"),
    Phase("faces", say("Reading the model")),
    Progress(0.42, 70.0, 118.0),
)
BLENDER = BusyVerdict(
    "in use",
    (say("{percent} % used", percent=87),),
    (say("{program} (process {pid}, {mib} MiB)", program="blender", pid=4033, mib=6144),),
    names=(verbatim("Blender"),),
    percent=87,
)


NO_DOWNLOADS: Mapping[str, float] = {}
DOWNLOADS = {"upscale-x2": 143.1, "upscale-x4": 152.6, "faces": 267.0, "sky": 181.2, "denoise": 114.4}
"""What is downloaded of each model, in MiB."""


def _run(
    studio: Studio, *events: Event, passive: bool = False, downloads: Mapping[str, float] = NO_DOWNLOADS
) -> InstallerWindow:
    window = studio.open(passive=True) if passive else _ready(studio)
    if not passive:
        window.pressed.emit(Action.INSTALL)
    plan = {
        "models": [
            {"model": name, "action": "build", "source": "download", "download_mib": downloads[name]}
            if name in downloads
            else {"model": name, "action": "build", "source": "build"}
            for name in MODELS
        ]
    }
    studio.work(PlanMade(plan), *events)
    return window


def _downloading(studio: Studio) -> InstallerWindow:
    """Everything comes from the vendor."""
    return _run(
        studio,
        ModelStarted("upscale-x2", 1, 5, "tensorrt"),
        Downloading("upscale-x2.engine", 150_000_000, 150_000_000, "upscale-x2"),
        ModelFinished("upscale-x2", "downloaded", 30.0, "upscale-x2.engine", 150_000_000),
        ModelStarted("upscale-x4", 2, 5, "tensorrt"),
        Downloading("upscale-x4.engine", 61_400_000, 160_000_000, "upscale-x4"),
        Progress(0.23, 42.0, 141.0),
        downloads=DOWNLOADS,
    )


MIXED: tuple[Event, ...] = (
    *BUILDING[:5],
    ModelStarted("denoise", 4, 5, "tensorrt"),
    Phase("faces", say("Reading the model")),
    Downloading("denoise.engine", 61_400_000, 120_000_000, "denoise"),
    Progress(0.42, 70.0, 118.0),
)


def _mixed(studio: Studio) -> InstallerWindow:
    """One feature is downloaded while others are optimized."""
    return _run(studio, *MIXED, downloads={"denoise": 114.4})


def _downloading_details(studio: Studio) -> InstallerWindow:
    window = _downloading(studio)
    window.pressed.emit(Action.SHOW_DETAILS)
    return window


def _done_downloaded(studio: Studio) -> InstallerWindow:
    window = _downloading(studio)
    for name in MODELS[1:]:
        size = round(DOWNLOADS[name] * (1 << 20))
        arrived = Downloading(f"{name}.engine", size, size, name)
        studio.work(arrived, ModelFinished(name, "downloaded", 30.0, f"{name}.engine", size))
    studio.work(result=OK)
    return window


def _done_instead(studio: Studio) -> InstallerWindow:
    """A part could not be downloaded."""
    window = _mixed(studio)
    studio.work(Warned(say("It could not be downloaded.")), Phase("denoise", say("Reading the model")))
    for name in MODELS[2:]:
        studio.work(ModelFinished(name, "built", 30.0, f"{name}.engine", 1_000_000))
    studio.work(result=OK)
    return window


def _progress(studio: Studio) -> InstallerWindow:
    return _run(studio, *BUILDING)


def _checking_results(studio: Studio) -> InstallerWindow:
    """All that is worked on is there, and is tried."""
    tried = [Phase(name, checking_the_results(RTX_4070.name)) for name in ("faces", "sky")]
    return _run(studio, *BUILDING, *tried, Progress(0.7, 120.0, 50.0))


def _details(studio: Studio) -> InstallerWindow:
    window = _run(studio, *BUILDING, Warned(say("A timing cache that ships with the application is not used.")))
    window.pressed.emit(Action.SHOW_DETAILS)
    return window


def _waiting(studio: Studio) -> InstallerWindow:
    window = _run(studio, *BUILDING)
    text = say("{gpu} {verdict}", gpu=RTX_4070.name, verdict=BLENDER.text)
    for percent in (62, 70, 66, 72, 85, 81, 74, 90, 86, 79, 83, 92, 88, 70, 64, 78, 86, 91, 84, 80, 89, 93, 86, 82, 87):
        busy = Busy(
            "faces", "in use", BLENDER.reasons, BLENDER.programs, text, 3000.0, names=("Blender",), percent=percent
        )
        studio.clock.advance(2.0)
        studio.work(busy)
    return window


def _waiting_folded(studio: Studio) -> InstallerWindow:
    window = _waiting(studio)
    next(
        each
        for each in window.page.findChildren(QAbstractButton)
        if each.text().replace("&", "") == action_texts.of(Action.WAIT)
    ).click()
    return window


def _forty_features(studio: Studio) -> InstallerWindow:
    window = _run(studio)
    names = [f"Style {number} with a rather long name" for number in range(1, 41)]
    states: tuple[State, ...] = ("done",) * 17 + ("working",) + ("next",) * 22
    engines = [Engine(name, name, state=state) for name, state in zip(names, states, strict=True)]
    assert isinstance(window.page, ProgressPage)
    window.page.begin("install", engines, expected=300.0, has_files=True, card="GeForce RTX 4070")
    studio.work(Progress(0.4, 100.0, 150.0))
    return window


def _stop_question(studio: Studio) -> InstallerWindow:
    window = _progress(studio)
    window.leave()
    return window


def _committing(studio: Studio) -> InstallerWindow:
    return _run(studio, *BUILDING, Progress(1.0, 161.0, None), Committing())


def _passive(studio: Studio) -> InstallerWindow:
    return _run(studio, *BUILDING, passive=True)


# The end of a run.


def _end(studio: Studio, result: Result, *events: Event) -> InstallerWindow:
    window = _run(studio, *BUILDING, *events)
    studio.work(result=result)
    return window


OK = Result(0, ExitCode.OK.label, say("4 engines installed."), files=("faces.engine",))


def _done(studio: Studio) -> InstallerWindow:
    return _end(studio, OK)


def _done_otherwise(studio: Studio) -> InstallerWindow:
    """The first engine of a feature gave wrong results."""
    tried = ("with the timings that ship with the application",)
    return _end(studio, OK, ModelFinished("faces", "built", 60.0, "faces.engine", 1_000_000, tried=tried))


def _done_while_busy(studio: Studio) -> InstallerWindow:
    busy = Busy(
        "faces", "in use", BLENDER.reasons, BLENDER.programs, BLENDER.text, None, names=("Blender",), percent=87
    )
    return _end(
        studio,
        OK,
        busy,
        ModelFinished("faces", "built", 60.0, "faces.engine", 1_000_000, timed_while_busy=True),
        ModelFinished("sky", "built", 60.0, "sky.engine", 1_000_000, timed_while_busy=True),
    )


def _done_without_card(studio: Studio) -> InstallerWindow:
    window = _no_card(studio)
    window.pressed.emit(Action.INSTALL_ANYWAY)
    studio.work(result=OK)
    return window


def _partly(studio: Studio) -> InstallerWindow:
    crashed = error_of(Crashed("SIGKILL", ""), "sky", studio.log_path)
    result = replace(result_of(crashed), files=("upscale-x2-0a1b2c3d.engine",))
    return _end(studio, result, ModelFinished("sky", "crashed", 10.0, message=crashed.message, plain=crashed.plain))


def _wrong_results(studio: Studio) -> InstallerWindow:
    """However a feature is made, it gives wrong results."""
    wrong = AnswersWrong(say("The outputs are wrong."))
    result = replace(result_of(wrong), files=("upscale-x2-0a1b2c3d.engine",))
    return _end(studio, result, ModelFinished("sky", "failed", 10.0, message=wrong.message, plain=wrong.plain))


def _disk_full(studio: Studio) -> InstallerWindow:
    error = DiskFull(say("There is not enough space on the volume of {folder}.", folder=studio.target))
    window = _end(studio, result_of(error))
    window.pressed.emit(Action.SHOW_DETAILS)
    return window


def _crash(studio: Studio) -> InstallerWindow:
    return _end(studio, result_of(error_of(Crashed("SIGSEGV", ""), "faces", studio.log_path)))


def _suspended(studio: Studio) -> InstallerWindow:
    engines = say_count(2, "{count} engine", "{count} engines")
    detail = say("The time limit was reached: {engines} installed, {left} not built yet.", engines=engines, left=2)
    return _end(studio, Result(75, ExitCode.SUSPENDED.label, detail, plain=TimeLimitReached.plain))


# Maintenance.


def _maintenance(studio: Studio) -> InstallerWindow:
    return studio.open(_there(studio, studio.assess()))


def _maintenance_with_caveat(studio: Studio) -> InstallerWindow:
    found = _there(studio, studio.assess())
    assert found.installed is not None
    caveat = LastingCaveat("busy", ("Portrait retouch", "Sky replacement"), ("Blender",))
    return studio.open(replace(found, installed=replace(found.installed, caveat=caveat)))


def _change(studio: Studio, *toggled: str, found: Assessment | None = None) -> InstallerWindow:
    window = studio.open(found) if found else _maintenance(studio)
    window.pressed.emit(Action.OPEN_CHANGE)
    for box in window.page.findChildren(QCheckBox):
        if text_of(box) in toggled:
            box.toggle()
    return window


def _change_both(studio: Studio) -> InstallerWindow:
    return _change(studio, "Noise reduction", "Sky replacement")


def _change_by_download(studio: Studio) -> InstallerWindow:
    """What is added comes from the vendor."""
    found = _there(studio, studio.assess())
    fetched = (expect_download(120_000_000, from_folder=False),)
    offers = [replace(offer, missing=fetched) if offer.missing else offer for offer in found.offers]
    return _change(studio, "Noise reduction", found=replace(found, offers=tuple(offers)))


def _change_without_room(studio: Studio) -> InstallerWindow:
    found = _there(studio, studio.assess())
    return _change(studio, "Noise reduction", found=replace(found, room=replace(found.room, free=80_000_000)))


def _change_long(studio: Studio) -> InstallerWindow:
    """Many features, of all kinds."""
    found = _there(studio, studio.assess())
    offers = list(found.offers)
    offers.append(FeatureOffer("Film grain", 40_000_000, (SOON,), is_possible=False))
    offers += [FeatureOffer(f"Style {number} with a rather long name", 30_000_000, (SOON,)) for number in range(1, 20)]
    names = tuple(offer.name for offer in offers)
    return _change(studio, found=replace(found, offers=tuple(offers), left_out=names[3:-2]))


def _changing(studio: Studio) -> InstallerWindow:
    window = _change_both(studio)
    window.pressed.emit(Action.APPLY_CHANGE)
    found = _there(studio, studio.assess())
    assert found.plan is not None
    left_out = ("Sky replacement",)
    models = tuple(each for each in found.plan.build.models if each.model.name == "denoise")
    plan = replace(
        found.plan, build=replace(found.plan.build, models=models), files=replace(found.plan.files, install=())
    )
    studio.tell(replace(found, plan=plan, left_out=left_out))
    studio.work(ModelStarted("denoise", 1, 1, "tensorrt"), Progress(0.3, 6.0, 14.0))
    return window


def _stop_changing(studio: Studio) -> InstallerWindow:
    window = _changing(studio)
    window.leave()
    return window


def _changed(studio: Studio) -> InstallerWindow:
    window = _changing(studio)
    studio.work(result=OK)
    return window


def _not_changed(studio: Studio) -> InstallerWindow:
    window = _changing(studio)
    studio.work(result=result_of(DownloadFailed(say("The server cannot be reached."))))
    return window


def _repair(studio: Studio, change: Change) -> InstallerWindow:
    found = replace(_there(studio, studio.assess()), mode="repair", change=change)
    return studio.open(found, mode="repair")


def _new_card(studio: Studio) -> InstallerWindow:
    found = replace(_there(studio, studio.assess()), mode="repair")
    assert found.plan is not None
    plan = replace(found.plan, files=replace(found.plan.files, install=()))
    change = Change("gpu", RTX_3060.name, RTX_4070.name)
    return studio.open(replace(found, plan=plan, change=change), mode="repair")


def _checked_again(planned: Build) -> Keep:
    """An engine that is there, and whose results are to be checked again."""
    record = make_record(planned, Built(9, "cd" * 32, 2.0, "11.4", {}, {}, None), None, None, MACHINE)
    there = InstalledEngine(record, "intact")
    return Keep(
        planned.model, planned.decisions, planned.backend, planned.wanted, planned.verdict, there, planned.expected,
        load_on=planned.load_on, check=replace(planned, installed=there),
    )  # fmt: skip


def _new_driver(studio: Studio) -> InstallerWindow:
    """All is there, but its results were checked with another driver."""
    found = replace(_there(studio, studio.assess()), mode="repair", change=Change("results", "580.88", "591.44", 5))
    assert found.plan is not None
    checks = tuple(map(_checked_again, found.plan.build.to_build))
    build, files = replace(found.plan.build, models=checks), replace(found.plan.files, install=())
    plan = replace(found.plan, build=build, files=files)
    return studio.open(replace(found, plan=plan), mode="repair")


def _missing_files(studio: Studio) -> InstallerWindow:
    return _repair(studio, Change("files", count=3))


def _nothing_to_repair(studio: Studio) -> InstallerWindow:
    found = replace(_there(studio, studio.assess()), mode="repair", nothing_to_do=True)
    return studio.open(found, mode="repair")


def _cannot_repair(studio: Studio) -> InstallerWindow:
    return studio.open(DAMAGED, mode="repair")


def _removal(studio: Studio) -> Assessment:
    changed = ("presets.json", "styles.json")
    removal = RemovalPlan(
        studio.target,
        ("a", "b", "c"),
        changed,
        was_there=(),
        folders=(),
        registered=None,
        bytes=1_400_000_000,
        log_bytes=2_000_000,
    )
    found = studio.assess()
    return replace(_there(studio, found), mode="uninstall", plan=None, checks=(), removal=removal)


def _remove(studio: Studio) -> InstallerWindow:
    return studio.open(_removal(studio), mode="uninstall")


def _removed(studio: Studio) -> InstallerWindow:
    window = _remove(studio)
    window.pressed.emit(Action.REMOVE)
    studio.work(result=Result(0, ExitCode.OK.label, say("Removed.")))
    return window


SCENES: dict[str, Callable[[Studio], InstallerWindow]] = {
    "checking": _checking,
    "welcome": _ready,
    "welcome-update": _update,
    "welcome-card-in-use": _card_in_use,
    "caveat-no-card": _no_card,
    "caveat-old-card": _old_card,
    "caveat-nothing-works": _nothing_works,
    "cannot-no-room": _no_room,
    "cannot-damaged": _damaged,
    "options": _options,
    "options-relative-folder": _relative_folder,
    "system-check": _system_check,
    "system-check-marked": _system_check_marked,
    "license": _license,
    "progress": _progress,
    "progress-checking-results": _checking_results,
    "progress-details": _details,
    "progress-downloading": _downloading,
    "progress-downloading-details": _downloading_details,
    "progress-mixed": _mixed,
    "progress-waiting": _waiting,
    "progress-waiting-folded": _waiting_folded,
    "progress-forty-features": _forty_features,
    "progress-stop-question": _stop_question,
    "progress-committing": _committing,
    "passive": _passive,
    "done": _done,
    "done-downloaded": _done_downloaded,
    "done-instead": _done_instead,
    "done-otherwise": _done_otherwise,
    "done-while-busy": _done_while_busy,
    "done-without-card": _done_without_card,
    "done-partly": _partly,
    "done-wrong-results": _wrong_results,
    "failed-disk-full": _disk_full,
    "failed-crash": _crash,
    "failed-suspended": _suspended,
    "maintenance": _maintenance,
    "maintenance-caveat": _maintenance_with_caveat,
    "change": _change,
    "change-both": _change_both,
    "change-by-download": _change_by_download,
    "change-no-room": _change_without_room,
    "change-many": _change_long,
    "changing": _changing,
    "changing-stop-question": _stop_changing,
    "changed": _changed,
    "not-changed": _not_changed,
    "repair-new-card": _new_card,
    "repair-new-driver": _new_driver,
    "repair-missing-files": _missing_files,
    "repair-nothing": _nothing_to_repair,
    "repair-impossible": _cannot_repair,
    "remove": _remove,
    "removed": _removed,
}
