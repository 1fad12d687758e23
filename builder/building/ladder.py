"""What is done about an engine that gives wrong outputs: in which other ways it is got, in which order. Pure."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from builder.app_package.package import PackagedModel
from builder.backend.tensorrt_rtx import TARGETS
from builder.base.errors import AnswersWrong, EngineInstallerError
from builder.base.events import Answers
from builder.base.plain import to_plain
from builder.base.text import NO_TEXT, Text, join, say, verbatim
from builder.building.estimate import Expected, with_check
from builder.building.fit import NOT_INSTALLED, Fit
from builder.building.plan import AnswersCheck, Build, Decision, InstalledEngine, Keep, Way
from builder.building.source import BuiltHere, Installed, NoSource, Source, build_here
from builder.building.wanted import wanted_engine
from builder.engines.index import AnswersNote, EngineRecord
from builder.gpu.nvml import Gpu
from builder.timing.catalogue import Catalogue

_USUAL_LEVEL, _HEURISTIC_LEVEL = 3, 2


class WrongWay(AnswersWrong):
    """An engine that was got in one way gave wrong outputs; there may be other ways.

    Attributes:
        reason: what was wrong.
        used_timings: kernel timings came from elsewhere; only measuring them now may give another engine.
        answers: what was found, where the engine gave any outputs.
    """

    def __init__(
        self, reason: Text, *, used_timings: bool = False, answers: Answers | None = None, detail: str = ""
    ) -> None:
        super().__init__(reason, detail=detail)
        self.reason, self.used_timings, self.answers = reason, used_timings, answers


def ways_after(
    model: PackagedModel,
    whole: PackagedModel,
    fit: Fit,
    others: Mapping[str, Fit],
    targets: tuple[str, ...],
    gpu: Gpu | None,
    record: EngineRecord | None,
    catalogue: Catalogue,
) -> Iterator[Way]:
    """List the other ways to build an engine, in the order in which they are tried.

    Args:
        model: the file that it is built of at first.
        whole: its model with all variants.
        fit: the library that builds it at first.
        others: libraries that may take its place.
        targets: compute capabilities that it must run on.
        gpu: the GPU that it is for; None for one that is portable.
        record: of the engine that is there.
        catalogue: the timing caches that ship.
    """

    def way(words: Text, model: PackagedModel, fit: Fit, targets: tuple[str, ...]) -> Way:
        wanted = wanted_engine(model, fit, targets, gpu)
        return Way(words, model, fit.backend, wanted, build_here(model, fit, gpu, record, catalogue))

    if fit.library != NOT_INSTALLED:
        first = way(say("without timings from elsewhere"), model, fit, targets)
        assert isinstance(first.source, BuiltHere)
        if (timing := first.source.timing) and timing.job:
            source = replace(first.source, timing=replace(timing, overlay=None, job=None))
            yield replace(first, source=source, without_timings=True)
        if fit.backend.times_kernels:
            level = _HEURISTIC_LEVEL if fit.settings.optimization_level == _USUAL_LEVEL else _USUAL_LEVEL
            yield way(say("with optimization level {level}", level=level), model, fit.at_level(level), targets)
    if gpu:
        for other in others.values():
            own = other.only(model)
            if other.backend is not fit.backend and other.support(gpu).supported and not own.refusals:
                can_name = own.backend.builds_without_gpu and gpu.compute_capability in TARGETS
                named = (gpu.compute_capability,) if can_name else ()
                yield way(say("with {library}", library=own.backend.title), model, own, named)
    if fit.library != NOT_INSTALLED:
        for file in (whole, *whole.variants):
            if file.spec.precision == "fp32" != model.spec.precision and file is not model and not file.in_feed:
                yield way(say("from {file}, which is in fp32", file=file.title), file, fit.only(file), targets)
                break


def next_way(planned: Build, error: EngineInstallerError) -> Build | None:
    """Say how an engine is got after all; None where there is no other way.

    Args:
        planned: how it was tried.
        error: why there is none.
    """
    wrong = error if isinstance(error, WrongWay) else None
    tried = _tried(planned, error)
    if planned.otherwise:
        return replace(planned, source=planned.otherwise, otherwise=None, tried=tried)
    if not (tried or _wrong_before(planned)):
        return None  # it could not be built, which no other way is for
    ways = planned.ways
    if ways and ways[0].without_timings and not (wrong and wrong.used_timings):
        ways = ways[1:]
    if not ways:
        return None
    way, *left = ways
    return replace(
        planned,
        words=way.words,
        model=way.model,
        backend=way.backend,
        wanted=way.wanted,
        source=way.source,
        otherwise=way.otherwise,
        ways=tuple(left),
        tried=tried,
    )


def _tried(planned: Build, error: EngineInstallerError) -> tuple[Text, ...]:
    """Add the way that a build has gone to those that gave wrong outputs, if it did."""
    if planned.is_checked_only:
        return ()  # what was wrong before, such as with another driver, may be right now
    if not isinstance(error, WrongWay):
        return planned.tried
    words = say("as downloaded") if planned.is_downloaded else planned.words
    return (*planned.tried, _in_words(words, error.reason))


def _in_words(way: Text, reason: str) -> Text:
    return say("{way}: {reason:part}", way=way, reason=verbatim(reason))


def noted(planned: Build, error: EngineInstallerError) -> Build:
    """Note of an engine that is there that it gives wrong outputs, if that was found."""
    if not (isinstance(error, WrongWay) and planned.is_checked_only and planned.installed):
        return planned
    gpu = planned.load_on.name if planned.load_on else None
    note = note_of(planned, error.answers or Answers("wrong", error.reason, gpu))
    record = replace(planned.installed.record, answers=note)
    return replace(planned, installed=replace(planned.installed, record=record))


def _wrong_before(planned: Build) -> Text | None:
    """Say what is wrong with the engine that is there; None where nothing is known to be."""
    note = planned.installed.record.answers if planned.installed else None
    return _in_words(say("as installed"), note.reason) if note and note.state == "wrong" else None


def in_the_end(planned: Build, error: EngineInstallerError) -> EngineInstallerError:
    """Say why there is no engine, after the last way; what gave wrong outputs before counts for more."""
    tried = tuple(filter(None, (_wrong_before(planned), *_tried(planned, error))))
    if not tried or planned.answers is None or planned.answers.gpu is None:
        return error
    message = say(
        "The engine of the model {model!r} gives wrong results on {gpu} in every way to build it:\n{ways}",
        window="What belongs to {model!r} gives wrong results on {gpu}, in whatever way it is set up.",
        model=planned.model.name,
        gpu=planned.answers.gpu.name,
        ways=join("\n", [say("  - {way}", way=way) for way in tried]),
    )
    last = NO_TEXT if isinstance(error, WrongWay) else error.message
    before = planned.installed
    is_there = before is not None and before.file_state == "intact" and before.staged is None
    stays = say("The engine that was there before stays.") if is_there else NO_TEXT
    return AnswersWrong(
        join("\n", filter(None, [message, last, stays])),
        hint=say(
            "Install NVIDIA's newest driver and run the command again; if that does not help, send the log to the "
            "application's vendor.",
            window="Install NVIDIA's newest driver, then try again; if that does not help, ask the application's "
            "vendor.",
        ),
        detail=error.detail,
        plain=join(" ", [AnswersWrong.plain, say("What was there before stays.") if stays else NO_TEXT]),
    )


def with_check_of_new(planned: Build, answers: AnswersCheck, ways: Sequence[Way]) -> Build:
    """Let the outputs of a new engine be checked before it is published."""
    decision = Decision("results", say("not checked"), answers.reason)
    if answers.gpu is None:
        return replace(planned, answers=answers, decisions=(*planned.decisions, decision))
    decision = replace(decision, choice=say("checked on {gpu}", gpu=answers.gpu.name))
    seconds = _seconds_before(planned.installed, answers.gpu)
    return replace(
        planned,
        answers=answers,
        decisions=(*planned.decisions, decision),
        source=_longer(planned.source, seconds),
        otherwise=planned.otherwise and _longer(planned.otherwise, seconds),
        ways=tuple(_with_check(way, seconds) for way in ways),
    )


def with_check_again(
    keep: Keep,
    answers: AnswersCheck,
    first: Callable[[], tuple[Way, tuple[Decision, ...]]],
    ways: Sequence[Way],
) -> Keep:
    """Let the outputs of an engine that is there be checked once more, where what they depend on has changed.

    Args:
        keep: the engine.
        answers: how they are checked.
        first: gives the first way to get it anew; may raise `NoSource`.
        ways: the others.
    """
    record = keep.installed.record
    why = why_check_again(record.answers, answers, keep.wanted.driver_version)
    if not answers.gpu or not why:
        return keep
    anew: list[Way] = []
    with contextlib.suppress(NoSource):
        anew.append(first()[0])
    seconds = _seconds_before(keep.installed, answers.gpu)
    nothing = Expected(0.0, 0.0, known=True, memory_bytes=keep.backend.build_memory_bytes(record.size))
    decisions = (*keep.decisions, Decision("results", say("checked on {gpu}", gpu=answers.gpu.name), why))
    check = Build(
        model=keep.model,
        decisions=decisions,
        backend=keep.backend,
        wanted=keep.wanted,
        source=Installed(with_check(nothing, seconds), record, keep.installed.staged),
        verdict=keep.verdict,
        installed=keep.installed,
        engine_set=keep.engine_set,
        load_on=answers.gpu,
        lack=keep.lack,
        answers=answers,
        ways=tuple(_with_check(way, seconds) for way in (*anew, *ways)),
        tried=tuple(Text(way) for way in record.answers.tried) if record.answers else (),
    )
    return replace(keep, decisions=decisions, check=check)


def _seconds_before(installed: InstalledEngine | None, gpu: Gpu) -> float | None:
    """Return what checking the outputs took before; None when that is unknown."""
    note = installed.record.answers if installed else None
    seconds = note.seconds if note and note.gpu == gpu.name else None
    # Anybody may have written that file.
    return seconds if seconds is not None and 0 < seconds < math.inf else None


def _with_check(way: Way, seconds: float | None) -> Way:
    return replace(
        way, source=_longer(way.source, seconds), otherwise=way.otherwise and _longer(way.otherwise, seconds)
    )


def _longer(source: Source, seconds: float | None) -> Source:
    return replace(source, expected=with_check(source.expected, seconds))


def why_check_again(note: AnswersNote | None, check: AnswersCheck, driver_version: str | None) -> Text | None:
    """Say why the outputs of an engine that is there must be checked; None where they were, or cannot be."""
    if check.gpu is None:
        return None
    if note is None or note.gpu is None:
        return say("its results were not checked yet")
    reference = check.reference
    stated = (reference.file.sha256 or note.reference_sha256, tolerances_of(check))
    if (note.reference_sha256, note.tolerances) != stated:
        return say("the vendor has changed what its results are checked with")
    if note.gpu != check.gpu.name:
        return say("its results were checked on {old}, but the GPU is now {new}", old=note.gpu, new=check.gpu.name)
    if note.driver_version != driver_version:
        return say(
            "the driver has changed from {old} to {new}, so its results are checked again",
            old=note.driver_version or say("none"),
            new=driver_version or say("none"),
        )
    return None


def tolerances_of(check: AnswersCheck) -> dict[str, dict[str, float]]:
    """Give the tolerances in plain values, as they travel to a worker and into engines.json."""
    plain = to_plain(dict(check.reference.tolerances))
    return {name: {key: it for key, it in values.items() if it is not None} for name, values in plain.items()}


def note_of(planned: Build, answers: Answers | None) -> AnswersNote | None:
    """Note what became of checking the outputs of an engine; None for a model without references.

    Args:
        planned: the engine.
        answers: what the worker says; None where it was not asked.
    """
    check = planned.answers
    if check is None:
        return None
    found = answers or Answers("unchecked", check.reason if check.gpu is None else say("nothing was answered"))
    return AnswersNote(
        state=found.state,
        reason=found.reason,
        gpu=found.gpu,
        driver_version=planned.wanted.driver_version,
        reference_sha256=check.reference.file.sha256,
        tolerances=tolerances_of(check),
        outputs=tuple(_finite(output) for output in found.outputs),
        seconds=found.seconds if found.gpu else None,
        tried=planned.tried,
    )


def _finite(values: dict[str, object]) -> dict[str, object]:
    """JSON has no infinity."""
    return {key: None if isinstance(it, float) and not math.isfinite(it) else it for key, it in values.items()}
