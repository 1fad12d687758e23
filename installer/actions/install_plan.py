"""What an installation or a repair would do: the engines of the plan, and every other file of the target."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builder.app_package.app import App, is_older
from builder.app_package.package import AppPackage
from builder.backend import TENSORRT_RTX
from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInstallerError, InvalidParameter, LibraryMissing, NotInstalled, Remedy
from builder.base.events import ModelFinished, Warned
from builder.base.text import NO_TEXT, Text, join, say, say_count
from builder.building.machine import Machine
from builder.building.plan import BuildPlan, InstalledEngine, Keep, Refuse, Skip, may_be_downloaded
from builder.building.planner import make_plan
from builder.engines.index import AppEntry, EngineIndex, EngineRecord
from builder.engines.options import EngineOptions
from builder.engines.verdict import record_serves
from builder.feed.contents import Feed, FeedVersions
from builder.gpu.choice import ALL_GPUS
from builder.timing.catalogue import Catalogue
from installer.target.application_files import files_to_install, installed_icon, survey_changes
from installer.target.file_changes import FileChanges, SourceFile
from installer.target.installation import Installation, TargetState
from installer.target.library import Library
from installer.target.location import start_menu_path
from installer.target.maintenance_copy import program_files, unchanged
from installer.target.paths import folders_of, is_maintenance, is_program
from installer.target.receipt import InstalledFile, Receipt
from installer.target.request import Request

if TYPE_CHECKING:
    from builder.building.target_questions import AnswerMemory, AsksLibrary

FILES_NAMED = 5
"""How many files a message names at the most."""


@dataclass(frozen=True)
class InstallPlan:
    """What `install` would do to engines and to all other files.

    Attributes:
        build: the engines.
        files: everything else.
        receipt: what will be noted of it.
        index: what engines.json would say if no engine had to be built.
        changes_nothing: it is all there already.
        library: the engine library.
        machine: this computer with that library.
        previous: the installation that is there; None where there is none.
        removed: its engines that go without another in their place.
    """

    build: BuildPlan
    files: FileChanges
    receipt: Receipt
    index: EngineIndex
    changes_nothing: bool
    library: Library
    machine: Machine
    previous: App | AppEntry | None = None
    removed: tuple[EngineRecord, ...] = ()

    @property
    def downgrade(self) -> Text | None:
        """Say that an older version would replace a newer one; None where it does not."""
        app, previous = self.build.package.manifest.app, self.previous
        if previous is None or not is_older(app.version, previous.version):
            return None
        return say(
            "Version {version} replaces the newer version {installed}.",
            version=app.version,
            installed=previous.version,
        )

    @property
    def gets_library(self) -> bool:
        """Whether the engine library is fetched and unpacked: only to build with it."""
        return bool(self.build.built_here) and self.library.is_to_be_unpacked

    @property
    def refusal(self) -> EngineInstallerError | None:
        """Why nothing can be installed."""
        lacks_library = self.gets_library or isinstance(self.build.refusal, LibraryMissing)
        return (self.library.problem if lacks_library else None) or self.build.refusal

    def warnings(self) -> Iterator[Warned]:
        """What the user should know before anything is done."""
        catalogue = self.build.catalogue
        if self.downgrade:
            yield Warned(self.downgrade)
        for problem in catalogue.problems:
            yield Warned(say("A timing cache that ships with the application is not used: {problem}.", problem=problem))
        for planned in self.build.to_build:
            timing = planned.timing
            if catalogue.entries and timing and not timing.cache.uses_caches:
                yield Warned(say("No timing cache is used: {reason}.", reason=timing.cache.reason), planned.model.name)
        if isinstance(self.build.feed, Feed):
            yield from map(Warned, self.build.feed.warnings)
        elif (
            self.build.feed
            and not self.refusal
            and any(may_be_downloaded(planned.model, self.build.package) for planned in self.build.built_here)
        ):
            reason = self.build.feed.message
            yield Warned(say("Engines are built here, because none can be downloaded now: {reason}", reason=reason))
        if not self.build.package.manifest.verify:
            yield Warned(
                say("app.toml says verify = false: the files of this package were not checked against their hashes.")
            )
        for file, to in self.files.backups.items():
            yield Warned(
                say(
                    "{file} is not as engine-installer installed it; it is kept as {name}.",
                    file=file,
                    name=Path(to).name,
                )
            )
        for file in self.files.kept:
            yield Warned(say("{file} belongs to an earlier version, but was changed since; it is kept.", file=file))
        if missing := self.files.not_restorable:
            yield Warned(
                say_count(
                    len(missing),
                    "{count} file of the application is missing and can only be restored by the application's own "
                    "installer: {files}.",
                    "{count} files of the application are missing and can only be restored by the application's own "
                    "installer: {files}.",
                    files=join(", ", missing[:FILES_NAMED]),
                )
            )

    def kept_events(self) -> Iterator[ModelFinished]:
        """The events of models for which nothing is built."""
        for planned in self.build.models:
            reason = planned.decisions[0].reason
            match planned:
                case Keep(check=None):
                    yield ModelFinished(planned.model.name, "kept", 0.0, message=reason, gpu=planned.engine_set)
                case Skip():
                    yield ModelFinished(planned.model.name, "skipped", 0.0, message=reason)

    def to_json(self) -> dict[str, Any]:
        """What `--plan --json` prints."""
        own = {
            "scope": self.receipt.scope,
            "installed_version": self.previous.version if self.previous else None,
            "downgrade": self.downgrade,
            "engines_to_remove": [
                {"model": record.model, "gpu": record.gpu.name if record.gpu else None, "file": record.file}
                for record in self.removed
            ],
            "files": self.files.to_json(),
            "library": self.library.to_json(),
        }
        return self.build.to_json() | own


def plan_engines(
    package: AppPackage,
    request: Request,
    machine: Machine,
    installed: Sequence[InstalledEngine],
    catalogue: Catalogue,
    asks: AsksLibrary | None,
    memory: AnswerMemory | None = None,
    *,
    feed: Feed | EngineInstallerError | None = None,
    library: Library | None = None,
) -> BuildPlan:
    """Plan the engines of a request.

    Args:
        package: what is installed.
        request: what is asked for.
        machine: where, with the package's own engine library.
        installed: the engines that are there.
        catalogue: the timing caches that ship with the package.
        asks: how the library is asked what it refuses; None takes only what is remembered.
        memory: what it said before; None reads this user's.
        feed: what the vendor delivers, as of `make_plan`.
        library: the engine library of the package.
    """
    from builder.building.target_questions import plan_with_answers

    return plan_with_answers(
        lambda answers: make_plan(
            package,
            machine,
            installed,
            request.options,
            catalogue,
            jobs=request.jobs,
            limit_memory=request.limit_memory,
            retime=request.retime,
            rebuild=request.rebuild,
            answers=answers,
            feed=feed,
            library_problem=library.problem if library and library.is_to_be_unpacked else None,
            library_bytes=library.bytes_to_download if library else 0,
            library_is_there=not (library and library.is_to_be_unpacked),
        ),
        machine,
        asks,
        memory,
    )


def engines_removed(
    build_plan: BuildPlan, index: EngineIndex, previous: EngineIndex | None
) -> tuple[EngineRecord, ...]:
    """List the engines that are there and go without another in their place."""
    stay = [*index.engines, *(planned.installed.record for planned in build_plan.engines if planned.installed)]
    # A model that cannot be had refuses the run, which then removes nothing.
    refused = {planned.model.name for planned in build_plan.models if isinstance(planned, Refuse)}
    engines = previous.engines if previous else ()
    return tuple(record for record in engines if record not in stay and record.model not in refused)


def check_same_application(package: AppPackage, state: TargetState, target: Path) -> None:
    """Refuse to mix two applications in one target.

    Raises:
        InvalidParameter: another one is installed there.
    """
    there, app = state.app, package.manifest.app
    if there is not None and there.id != app.id:
        raise InvalidParameter(
            say(
                "{installed} ({installed_id}) is installed in {folder}; {name} ({id}) needs a folder of its own.",
                installed=there.name,
                installed_id=there.id,
                folder=target,
                name=app.name,
                id=app.id,
            ),
            hint=say(
                "Choose another folder with --target, or uninstall the other application first.",
                window="Choose another folder, or uninstall the other application first.",
            ),
            plain=say("{app} is installed in this folder, and two applications cannot share one.", app=there.name),
            remedy=Remedy.OTHER_FOLDER,
        )


def file_changes(
    package: AppPackage,
    catalogue: Catalogue,
    library: Sequence[SourceFile],
    target: Path,
    receipt: Receipt | None,
    cancel: CancelToken,
    before: FileChanges | None = None,
    *,
    thorough: bool = False,
    only_for_engines: bool = False,
) -> FileChanges:
    """Look at the files of the target; only at those that are to change, where `before` is given.

    Args:
        package: what is installed.
        catalogue: its timing caches.
        library: of the engine library, where that is installed as well.
        target: where.
        receipt: of what is there.
        cancel: stops it.
        before: what was decided before.
        thorough: read what seems to be unchanged as well.
        only_for_engines: leave alone the application's own files and the kept program, whatever has become of them.
    """
    others: tuple[InstalledFile, ...] = ()
    program: list[SourceFile] | None = []
    if only_for_engines:
        package = replace(package, payload=None)
        if receipt:
            own = tuple(file for file in receipt.files if is_maintenance(file.file) and not is_program(file.file))
            others = tuple(file for file in receipt.files if file not in own)
            receipt = replace(receipt, files=own)
    elif package.manifest.maintenance.keep_program:
        program = program_files(package.manifest.app, target, cancel)
    known = before.untouched if before else {} if thorough else unchanged(target, program or (), receipt)
    found = survey_changes(
        target,
        [*files_to_install(package, catalogue), *library, *(program or ())],
        receipt,
        cancel,
        with_payload=package.payload is not None,
        with_program=program is not None,
        known=known,
    )
    return replace(found, files=(*found.files, *others))


def make_receipt(
    package: AppPackage,
    installation: Installation,
    previous: Receipt | None,
    files: FileChanges,
    feed: FeedVersions | None = None,
) -> Receipt:
    """Note what is going to be in the target besides engines, and which state of the feed was seen."""
    wished = package.manifest.registration
    # What one run was told stays true of its repairs, and of any other run of the same version.
    stays_unlisted = previous and previous.registration is None and previous.manifest == package.manifest_sha256
    if installation.request.unlisted or stays_unlisted:
        wished = None
    maintenance = folders_of(file.file for file in files.files if is_maintenance(file.file))
    # Folders that are to go stay listed: if they are not empty by then, they cannot go yet.
    own_folders = {*files.new_folders, *(previous.folders if previous else ()), *maintenance}
    app, scope = package.manifest.app, installation.scope_given(previous)
    in_menu = start_menu_path(app, scope, wished, windows=os.name == "nt")
    return Receipt(
        app=app,
        scope=scope,
        files=tuple(sorted(files.files, key=lambda file: file.file)),
        folders=tuple(sorted(own_folders)),
        made=previous.made if previous else (),
        registration=replace(wished, icon=installed_icon(package)) if wished else None,
        manifest_sha256=package.manifest_sha256,
        shortcuts=previous.shortcuts if previous else (),
        start_menu=str(in_menu) if in_menu else None,
        feed=feed,
    )


def repair_request(request: Request, index_path: Path, state: TargetState, machine: Machine) -> Request:
    """Ask for what the installation was asked for, with engines that were timed on a busy GPU built again.

    Raises:
        NotInstalled: there is nothing to repair.
    """
    if state.index is None and state.receipt is None:
        raise NotInstalled(
            say("There is nothing to repair: {file} is damaged: {reason}.", file=index_path, reason=state.index_fault)
            if state.index_fault
            else say("There is nothing to repair: {file} does not exist.", file=index_path),
            hint=say("Run 'engine-installer install' instead.", window="Install the application instead."),
            plain=say("What is installed here cannot be repaired. Install it again.") if state.index_fault else NO_TEXT,
        )
    options = options_for(request.options, state.index, machine) if state.index else request.options
    return replace(request, options=options, retime=True)


def options_for(given: EngineOptions, index: EngineIndex, machine: Machine) -> EngineOptions:
    """Take what is asked for now, or else what the installation was asked for."""
    unchecked = given.no_answer_check or index.options.no_answer_check
    if replace(given, no_answer_check=False) != EngineOptions():
        return replace(given, no_answer_check=unchecked)
    before = replace(index.options, no_answer_check=unchecked)
    # A GPU that is gone cannot be what is wanted now, and the plan recommends another. One that does not answer is ill.
    found = any(gpu.uuid == before.gpu for gpu in machine.gpus)
    there = before.gpu == ALL_GPUS or found or machine.driver.problem is not None
    before = before if there else replace(before, gpu=None)
    # Engines for other computers that have come to one which they do not serve: now it is this one's GPU that counts.
    return replace(before, portable=False, targets=()) if _serves_no_gpu_of(index, machine) else before


def _serves_no_gpu_of(index: EngineIndex, machine: Machine) -> bool:
    """Return whether a model's engines without regard to a GPU serve none that could be built for here."""
    capabilities = {gpu.compute_capability for gpu in machine.gpus if machine.judge(gpu, TENSORRT_RTX).supported}
    portable = [record for record in index.engines if record.backend == TENSORRT_RTX.name and record.gpu is None]
    served = {
        record.model for record in portable if any(record_serves(record, capability) for capability in capabilities)
    }
    return bool(capabilities) and any(record.model not in served for record in portable)
