"""How builds and whole runs end: their last events, and what the failures of several models amount to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from builder.base.errors import (
    BuilderCrashed,
    BuildFailed,
    EngineInstallerError,
    ExitCode,
    FeedNotTrusted,
    GpuBusy,
    Remedy,
    TimeLimitReached,
)
from builder.base.events import Event, Logged, ModelFinished, Result, Warned
from builder.base.text import NO_TEXT, Text, join, say, say_count
from builder.building.plan import BuildPlan
from builder.building.scheduler import BuildEnded
from builder.engines.index import EngineIndex, EngineRecord
from builder.engines.store import EngineStore, StagedEngine
from installer.actions.engine_index import answers_note, busy_note
from installer.actions.install_plan import FILES_NAMED, InstallPlan
from installer.target.paths import is_maintenance


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What the builds of a run came to.

    Attributes:
        staged: the engines that can be published, by the key of their model in the plan.
        failures: why others cannot, by the same keys.
        resumed: how many of the staged engines an earlier run had finished.
        checked: what is known now of published engines whose outputs were checked once more, by the same keys.
    """

    staged: Mapping[str, StagedEngine]
    failures: Mapping[str, EngineInstallerError]
    resumed: int
    checked: Mapping[str, EngineRecord] = field(default_factory=dict)

    @property
    def records(self) -> dict[str, EngineRecord]:
        """What is known of all of them, by key."""
        return {**self.checked, **{key: engine.record for key, engine in self.staged.items()}}


def keeps_current(ended: BuildEnded) -> bool:
    """Whether an engine that was to be timed again stays, because its GPU is in use."""
    return isinstance(ended.error, GpuBusy) and ended.planned.verdict.state == "current"


def found_wrong(ended: BuildEnded, plan: BuildPlan) -> EngineRecord | None:
    """Give the record of an engine that is there and was found in this run to give wrong outputs; else None."""
    installed = ended.planned.installed
    if installed is None or installed.staged or any(installed.record == engine.record for engine in plan.installed):
        return None
    return installed.record


def events_of(ended: BuildEnded) -> Iterator[Event]:
    """Make the events of a build that has ended."""
    name, gpu, error = ended.planned.model.name, ended.planned.engine_set, ended.error
    if ended.staged:
        record = ended.staged.record
        use = record.timing_cache
        sameness, checked = record.sameness, record.answers
        answers, tried = (checked.state, checked.tried) if checked else (None, ())
        state, alike = (sameness.state, sameness.reason) if sameness else (None, "")
        if ended.planned.is_checked_only:
            yield ModelFinished(name, "kept", ended.seconds, message=answers_note(record), gpu=gpu, answers=answers)
            return
        if origin := record.origin:
            notes = join("; ", [say("from {place}", place=origin.feed), alike, answers_note(record) or ""])
            yield ModelFinished(
                name,
                "downloaded",
                ended.seconds,
                record.file,
                record.size,
                notes,
                gpu,
                sameness=state,
                answers=answers,
                tried=tried,
            )
            return
        notes = join("; ", [use.text if use else "", busy_note(record) or "", alike, answers_note(record) or ""])
        busy = record.gpu_busy is not None and record.gpu_busy.in_use
        yield ModelFinished(
            name, "built", ended.seconds, record.file, record.size, notes or None, gpu, use, busy, state, answers, tried
        )
    elif error and keeps_current(ended):
        yield ModelFinished(name, "kept", ended.seconds, message=error.message, gpu=gpu, plain=error.plain)
    elif error:
        yield Logged("error", f"{error.message}\n{error.detail}", name, gpu)
        how = "crashed" if isinstance(error, BuilderCrashed) else "failed"
        yield ModelFinished(name, how, ended.seconds, message=error.message, gpu=gpu, plain=error.plain)


def sameness_events(index: EngineIndex) -> Iterator[Event]:
    """Tell how each engine compares with the vendor's; that one is different is a warning."""
    for record in index.engines:
        if record.sameness:
            yield Logged("info", f"{record.file}: {record.sameness.reason}", record.model)
        if record.sameness and record.sameness.state == "different":
            message = say(
                "The engine is {difference}. It has passed every other check. Ask the application's vendor if it comes "
                "again after a repair with --rebuild.",
                window="What was set up is {difference}. It has passed every other check. Ask the application's vendor "
                "if it comes again after a repair.",
                difference=record.sameness.reason,
            )
            yield Warned(message, record.model)


def result(
    code: ExitCode,
    detail: Text,
    hint: Text = NO_TEXT,
    files: tuple[str, ...] = (),
    plain: Text = NO_TEXT,
    remedy: Remedy = Remedy.NONE,
) -> Result:
    """Make the last event of a run."""
    return Result(code.number, code.label, detail, hint, files, plain, remedy)


def result_of(error: EngineInstallerError, files: tuple[str, ...] = ()) -> Result:
    """Make the last event of a run that an error ended, or that published these files in spite of it."""
    return result(error.exit_code, error.message, error.hint, files, error.plain, error.remedy)


def outcome(plan: InstallPlan, built: BuildResult, store: EngineStore, *, timed_out: bool) -> Result:
    """Make the last event of a run that has published something, or found everything published."""
    files = tuple(engine.record.file for engine in built.staged.values())
    ended = {*built.staged, *built.checked, *built.failures}
    left = sum(planned.key not in ended for planned in (*plan.build.to_build, *plan.build.to_check))
    if timed_out and left:
        return result(
            ExitCode.SUSPENDED,
            join(" ", [_time_ran_out(len(files), left), _failures_message(built, plan.build)]),
            say(
                "Run the command again to continue; nothing is built twice.",
                window="Try again to continue; nothing is done twice.",
            ),
            files,
            plain=TimeLimitReached.plain,
            remedy=TimeLimitReached.remedy,
        )
    if built.failures:
        return result_of(summarize_failures(built.failures, plan.build), files)
    copied = [file for file in plan.files.install if not is_maintenance(file.file)]
    installed = [say_count(len(files), "{count} engine", "{count} engines")] if files else []
    if copied:
        installed.append(say_count(len(copied), "{count} file of the application", "{count} files of the application"))
    if not installed and plan.removed:
        removed = say_count(
            len(plan.removed),
            "Removed {count} engine from {folder}.",
            "Removed {count} engines from {folder}.",
            folder=store.folder,
        )
        return success_result(plan, removed)
    if not installed:
        return success_result(plan, say("No engine had to be built; {file} is current.", file=store.index_path))
    folder = store.target if copied else store.folder
    done = say("{what} installed in {folder}.", what=join(" and ", installed), folder=folder)
    return success_result(
        plan, join(" ", [done, _timing_summary(built.records.values()), _sameness_summary(built)]), files
    )


def _time_ran_out(installed: int, left: int) -> Text:
    engines = say_count(installed, "{count} engine", "{count} engines")
    return say("The time limit was reached: {engines} installed, {left} not built yet.", engines=engines, left=left)


def _failures_message(built: BuildResult, plan: BuildPlan) -> str:
    return summarize_failures(built.failures, plan).message if built.failures else NO_TEXT


def success_result(plan: InstallPlan, detail: Text, files: tuple[str, ...] = ()) -> Result:
    """Make the last event of a run that did what it could: no success while files of the application are missing."""
    missing = plan.files.not_restorable
    if not missing:
        return result(ExitCode.OK, detail, files=files)
    but = say_count(
        len(missing),
        "But {count} file of the application is missing: {files}.",
        "But {count} files of the application are missing: {files}.",
        files=join(", ", missing[:FILES_NAMED]),
    )
    return result(
        ExitCode.PACKAGE_MISSING,
        join(" ", [detail, but]),
        say(
            "Run the application's own installer, or give the folder of its complete app package with --package.",
            window="Run the application's own installer.",
        ),
        files,
        plain=say_count(
            len(missing), "A file of the application is missing.", "{count} files of the application are missing."
        ),
        remedy=Remedy.DOWNLOAD_AGAIN,
    )


def refusal_to_publish(built: BuildResult, plan: BuildPlan, *, changes_features: bool) -> EngineInstallerError | None:
    """Say why an installation that was there before stays exactly as it was; None where something is published.

    That is so where there is nothing to publish, where somebody tampers with what is delivered, and where features
    change as a whole or not at all.
    """
    failures = built.failures
    has_nothing = not built.checked and len(failures) == len(plan.models)
    untrusted = any(isinstance(error, FeedNotTrusted) for error in failures.values())
    return summarize_failures(failures, plan) if failures and (has_nothing or untrusted or changes_features) else None


def summarize_failures(failures: Mapping[str, EngineInstallerError], plan: BuildPlan) -> EngineInstallerError:
    """Sum up failures: a single one speaks for itself; several keep their exit code only when it is the same."""
    models = plan.models
    failed = [(planned, failures[planned.key]) for planned in plan.engines if planned.key in failures]
    if len(models) == 1:
        return failed[0][1]
    if any(planned.engine_set for planned in plan.engines):
        wanted = say_count(len(models), "{count} engine", "{count} engines")
    else:
        wanted = say_count(len(models), "{count} model", "{count} models")
    lines = [say("{failed} of {wanted} could not be built:", failed=len(failed), wanted=wanted)]
    by_hint: dict[str, list[str]] = {}
    for planned, error in failed:
        by_hint.setdefault(error.hint, []).append(planned.label)
        lines.append(
            say("  - {engine}: {reason}", engine=planned.label, reason=error.message)
            if planned.engine_set
            else say("  - {reason}", reason=error.message)
        )
    hints = [say("{models}: {hint}", models=join(", ", labels), hint=hint) for hint, labels in by_hint.items() if hint]
    # Engines that wait for an idle GPU are no failures, whatever became of the others.
    waiting = all(isinstance(error, GpuBusy) for _, error in failed)
    alike = waiting or (len(failed) == len(models) and len({error.exit_code for _, error in failed}) == 1)
    errors = [error for _, error in failed]
    kind = type(errors[0]) if alike else BuildFailed
    if any(isinstance(error, FeedNotTrusted) for error in errors):
        kind = FeedNotTrusted
    return kind(
        join("\n", lines),
        hint=join("\n", hints),
        detail="\n".join(error.detail for error in errors),
        plain=_plain_of(errors),
        remedy=errors[0].remedy if len({error.remedy for error in errors}) == 1 else Remedy.TRY_AGAIN,
    )


def _plain_of(errors: Sequence[EngineInstallerError]) -> Text:
    """Give the plain sentence that all of them share, or one that is true for any."""
    if len({str(error.plain) for error in errors}) == 1:
        return errors[0].plain
    return say_count(
        len(errors),
        "An AI feature could not be set up.",
        "{count} AI features could not be set up, for several reasons.",
    )


def _sameness_summary(built: BuildResult) -> Text:
    """Say in a sentence how the new engines compare with the vendor's; nothing where the vendor has stated nothing."""
    states = [record.sameness.state for record in built.records.values() if record.sameness]
    if "different" in states:
        return say_count(
            states.count("different"),
            "{count} of them is different from the one that the vendor tested.",
            "{count} of them are different from those that the vendor tested.",
        )
    if identical := states.count("identical"):
        return say_count(
            identical,
            "{count} of them is identical to the one that the vendor tested.",
            "{count} of them are identical to those that the vendor tested.",
        )
    return NO_TEXT


def _timing_summary(records: Iterable[EngineRecord]) -> Text:
    """Say in a sentence what timing caches did for the whole run; nothing when nothing was timed."""
    uses = [use for record in records if (use := record.timing_cache)]
    if not uses:
        return NO_TEXT
    misses = sum(use.misses for use in uses)
    measured = say("No timing was measured here")
    if misses:
        measured = say_count(
            misses,
            "{count} timing measured here in {seconds:.1f} s",
            "{count} timings measured here in {seconds:.1f} s",
            seconds=sum(use.timing_seconds for use in uses),
        )
    return say(
        "{measured}; {served} of {models} took every timing from the cache.",
        measured=measured,
        served=sum(use.misses == 0 and use.entries > 0 for use in uses),
        models=say_count(len(uses), "{count} model", "{count} models"),
    )
