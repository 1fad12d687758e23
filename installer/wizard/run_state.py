"""What a run has come to, event by event: the rows of the progress page, what it waits for, what is said at the end.

Pure, and without Qt. Events are applied one by one in their order, so that no later one is overwritten by an earlier.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from builder.base.errors import EngineInstallerError
from builder.base.events import (
    Busy,
    Committing,
    Downloading,
    Event,
    ModelFinished,
    ModelStarted,
    Phase,
    PlanMade,
    Result,
    checking_the_results,
)
from builder.base.quantities import Bytes
from builder.base.text import NO_TEXT, Text, join, say, verbatim
from builder.building.plan import Build, BuildPlan, Keep, PlannedEngine, may_be_downloaded
from installer.wizard.assessment import Assessment, Deed

Stage = Literal["copying", "optimizing", "finishing"]
State = Literal["done", "working", "next", "waiting", "failed", "kept"]

APPLICATION_FILES = say("Application files")

_CHECKING = checking_the_results("").template
_BEFORE_CHECKING = ("Loading the engine library", "Loading the engine on {gpu}")

_USE_SECONDS = 3.0
_QUIET_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Engine:
    """One engine of a run.

    Attributes:
        feature: the name of its feature; empty for a model without one.
        model, gpu: as events name it.
        times_kernels: whether the graphics card is measured for it, which has to wait while others use the card.
        state: how far it is. `waiting` is for the graphics card.
        names: programs that were seen using the card meanwhile.
        was_disturbed: it was measured while others used the card.
        reason: why it failed, in plain words.
        download: bytes that have come and all bytes, of one that the vendor delivers; None for one that is made here.
        is_instead: it could not be downloaded, so it is made here.
        is_tried: it is there, and its results are being checked; of one that is kept: they were, and are right.
        is_otherwise: it was made in another way, because an earlier one gave wrong results.
    """

    feature: str
    model: str
    gpu: str | None = None
    times_kernels: bool = False
    state: State = "next"
    names: tuple[str, ...] = ()
    was_disturbed: bool = False
    reason: Text = NO_TEXT
    download: tuple[int, int] | None = None
    is_instead: bool = False
    is_tried: bool = False
    is_otherwise: bool = False

    @property
    def has_ended(self) -> bool:
        return self.state in ("done", "kept", "failed")


@dataclass(frozen=True, slots=True)
class RowState:
    """A row of the list: a feature, or the application's files.

    Attributes:
        name: for people.
        state: of the whole; a feature is done when its last engine is, and failed as soon as one has.
        reason: why it failed.
        download: bytes that have come and all bytes, while it is downloaded and nothing of it is made here.
        is_tried: all of it that is worked on is there, and its results are being checked.
    """

    name: Text
    state: State
    reason: Text = NO_TEXT
    download: tuple[int, int] | None = None
    is_tried: bool = False


def engines_of(found: Assessment) -> tuple[Engine, ...]:
    """List the engines of a run: what is there already, then the others in the order in which they are built."""
    if found.plan is None:
        return ()
    build = found.plan.build
    # As the scheduler has it: what takes longest comes first.
    in_order: list[PlannedEngine] = [
        *build.kept,
        *sorted(build.to_build, key=lambda planned: -planned.expected.seconds),
    ]
    return tuple(_engine(planned, build) for planned in in_order)


def _engine(planned: PlannedEngine, build: BuildPlan) -> Engine:
    feature, size = planned.model.spec.feature or "", planned.expected.bytes_to_fetch
    if isinstance(planned, Keep):
        return Engine(feature, planned.model.name, planned.engine_set, state="next" if planned.check else "kept")
    return Engine(
        feature,
        planned.model.name,
        planned.engine_set,
        times_kernels=planned.times_kernels,
        download=(0, size) if size else None,
        is_instead=_is_instead(planned, build),
    )


def _is_instead(planned: Build, build: BuildPlan) -> bool:
    """Whether an engine is made here only because the vendor could not be asked for it."""
    may_come = may_be_downloaded(planned.model, build.package) and planned.model.strategy != "build-else-download"
    return may_come and not planned.is_downloaded and isinstance(build.feed, EngineInstallerError)


def copies_files(found: Assessment) -> bool:
    """Whether files of the application are copied."""
    return found.plan is not None and bool(found.plan.files.install)


@dataclass(frozen=True, slots=True)
class RunState:
    """A run so far.

    Attributes:
        deed: what it does.
        engines: of the run.
        files: how far copying is; None where nothing is copied.
        stage: what it is doing: until the first engine is begun it copies, and once all is ready it finishes, which
            cannot be stopped.
        card: the name of the graphics card, for the sentence.
        percent: how much the card was used when that was last said; None while unknown.
        download: bytes that have come and all bytes of the file that is coming; None while none is.
        result: how it ended; None before.
        is_disturbed: it waits, and others are using the card now. While a wait comes to its end, they no longer do.
    """

    deed: Deed
    engines: tuple[Engine, ...] = ()
    files: State | None = None
    stage: Stage = "copying"
    card: str = ""
    percent: int | None = None
    download: tuple[int, int] | None = None
    result: Result | None = None
    is_disturbed: bool = False

    @classmethod
    def begin(cls, deed: Deed, engines: Sequence[Engine] = (), *, has_files: bool = False, card: str = "") -> RunState:
        """Make the state of a run that has just been started.

        Args:
            deed: what it does.
            engines: as of `engines_of`; those that events tell of besides are added.
            has_files: whether files of the application are copied.
            card: the name of the graphics card; empty where there is none, or several.
        """
        copies = has_files or deed == "uninstall"
        return cls(
            deed,
            tuple(engines),
            files="working" if has_files else None,
            stage="copying" if copies or not engines else "optimizing",
            card=card,
        )

    def after(self, event: Event) -> RunState:
        """Take in an event, and forget what was disturbing a run that no longer waits."""
        state = self._after(event)
        return state if state.is_waiting or not state.is_disturbed else replace(state, is_disturbed=False)

    def _after(self, event: Event) -> RunState:
        match event:
            case PlanMade(plan):
                return self._after_plan({planned["model"]: planned for planned in plan["models"]})
            case Downloading(received=received, size=size, model=None):
                return replace(self, download=(received, size) if received < size else None)
            case Downloading(received=received, size=size, model=str(model)):
                return self._with(model, event.gpu, state="working", download=(received, size))
            case ModelStarted():
                begun = replace(self, stage="optimizing", files=self.files and "done", download=None)
                return begun._with(event.model, event.gpu, state="working", is_tried=event.source == "check")
            case Busy():
                return self._after_busy(event)
            case Phase():
                is_tried = event.title.template == _CHECKING
                # A worker that only checks does this as well, also with what was downloaded.
                is_made = not is_tried and event.title.template not in _BEFORE_CHECKING
                here = self._made_here(event.model, event.gpu) if is_made else self
                is_tried = is_tried or (not is_made and self._engine(event.model, event.gpu).is_tried)
                return here._with(event.model, event.gpu, state="working", is_tried=is_tried)
            case ModelFinished():
                return self._after_model(event)
            case Committing():
                return replace(self, stage="finishing", files=self.files and "done", download=None)
            case Result():
                files: State | None = "done" if event.code == 0 else "failed"
                return replace(
                    self, result=event, files=files if self.files == "working" else self.files, download=None
                )
            case _:
                return self

    def _after_plan(self, models: dict[str, dict[str, object]]) -> RunState:
        """Take in what becomes of each model: since the page before was shown, an earlier run may have built some."""
        if not self.engines:
            return replace(self, engines=tuple(_planned(models.values())))
        engines = []
        for each in self.engines:
            planned = models.get(each.model, {})
            state: State = "kept" if _is_kept(planned) else each.state
            download = _download_of(planned)
            times_kernels, is_instead = each.times_kernels and not download, each.is_instead and not download
            changed = replace(each, state=state, download=download, times_kernels=times_kernels, is_instead=is_instead)
            engines.append(changed)
        return replace(self, engines=tuple(engines))

    def _made_here(self, model: str, gpu: str | None) -> RunState:
        """Note that a builder is at work, also on what was to be downloaded."""
        index = self._index(model, gpu)
        if index is None or self.engines[index].download is None:
            return self
        engine = replace(self.engines[index], download=None, is_instead=True)
        return replace(self, engines=(*self.engines[:index], engine, *self.engines[index + 1 :]))

    def _after_busy(self, event: Busy) -> RunState:
        waits, in_use = event.seconds_left is not None, event.verdict == "in use"
        engine = self._engine(event.model, event.gpu)
        names = tuple(dict.fromkeys((*engine.names, *event.names))) if in_use else engine.names
        here = self._made_here(event.model, event.gpu)
        after = here._with(event.model, event.gpu, state="waiting" if waits else "working", names=names)
        return replace(after, percent=event.percent, is_disturbed=waits and in_use)

    def _after_model(self, event: ModelFinished) -> RunState:
        match event.outcome:
            case "skipped":
                return self
            case "built" | "downloaded":
                disturbed, otherwise = event.timed_while_busy, bool(event.tried)
                return self._with(event.model, event.gpu, state="done", was_disturbed=disturbed, is_otherwise=otherwise)
            case "kept":
                return self._with(event.model, event.gpu, state="kept", is_tried=event.answers == "right")
            case _:
                return self._with(
                    event.model, event.gpu, state="failed", reason=event.plain or event.message or NO_TEXT
                )

    def _index(self, model: str, gpu: str | None) -> int | None:
        """Find an engine; one that is known by its model alone is that of the first graphics card."""
        keys = [(engine.model, engine.gpu) for engine in self.engines]
        return next((keys.index(key) for key in ((model, gpu), (model, None)) if key in keys), None)

    def _engine(self, model: str, gpu: str | None) -> Engine:
        index = self._index(model, gpu)
        return Engine("", model, gpu) if index is None else self.engines[index]

    def _with(
        self,
        model: str,
        gpu: str | None,
        *,
        state: State,
        names: tuple[str, ...] | None = None,
        was_disturbed: bool = False,
        reason: Text = NO_TEXT,
        download: tuple[int, int] | None = None,
        is_tried: bool = False,
        is_otherwise: bool = False,
    ) -> RunState:
        index, engine = self._index(model, gpu), self._engine(model, gpu)
        changed = replace(
            engine,
            gpu=gpu,
            state=state,
            names=engine.names if names is None else names,
            was_disturbed=was_disturbed,
            reason=reason,
            download=download or engine.download,
            is_tried=is_tried,
            is_otherwise=is_otherwise,
        )
        if index is None:
            return replace(self, engines=(*self.engines, changed))
        return replace(self, engines=(*self.engines[:index], changed, *self.engines[index + 1 :]))

    # --- what is shown

    @property
    def rows(self) -> tuple[RowState, ...]:
        """The rows as the run itself sees it."""
        return self.rows_as(is_waiting=self.is_waiting)

    def rows_as(self, *, is_waiting: bool) -> tuple[RowState, ...]:
        """List the application's files and the features in the order in which they are built.

        Args:
            is_waiting: whether the page says so; see `Patience`.
        """
        files = [RowState(APPLICATION_FILES, self.files)] if self.files else []
        return (*files, *(_row(feature, self._of(feature), is_waiting=is_waiting) for feature in self.features))

    def compact_rows(self, *, is_waiting: bool) -> tuple[RowState, ...]:
        """The same rows with those of one state as one, for pages without room."""
        alike: dict[tuple[State, bool], list[RowState]] = {}
        for row in self.rows_as(is_waiting=is_waiting):
            state: State = "done" if row.state == "kept" else row.state
            alike.setdefault((state, row.download is not None), []).append(row)
        return tuple(
            RowState(
                join(", ", [row.name for row in rows]),
                state,
                download=_sum([row.download for row in rows]) if is_download else None,
            )
            for (state, is_download), rows in alike.items()
        )

    @property
    def features(self) -> tuple[str, ...]:
        """The names of the features in the order of their rows; empty for models without one."""
        return tuple(dict.fromkeys(engine.feature for engine in self.engines))

    def _of(self, feature: str) -> tuple[Engine, ...]:
        return tuple(engine for engine in self.engines if engine.feature == feature)

    @property
    def sentence(self) -> Text:
        """What the run is doing."""
        if self.download is not None:
            received, size = map(Bytes, self.download)
            return say("Downloading the AI software: {received} of {size}", received=received, size=size)
        match self.stage:
            case "copying":
                return say("Removing files") if self._only_removes else say("Copying files")
            case "optimizing" if self._is_trying:
                return say("Checking the results")
            case "optimizing" if self._is_downloading:
                received, size = map(Bytes, _sum([engine.download for engine in self.engines]))
                return say("Downloading the AI features: {received} of {size}", received=received, size=size)
            case "optimizing" if self.card:
                return say("Optimizing the AI features for your {card}", card=self.card)
            case "optimizing":
                return say("Optimizing the AI features")
            case "finishing":
                return say("Finishing… this takes a few seconds and cannot be stopped")

    @property
    def _only_removes(self) -> bool:
        return self.deed == "uninstall" or (self.deed == "change" and not (self.files or self.engines))

    @property
    def _is_trying(self) -> bool:
        """Whether all that is worked on is there, and its results are being checked."""
        begun = [engine.is_tried for engine in self.engines if engine.state in ("working", "waiting")]
        return bool(begun) and all(begun)

    @property
    def _is_downloading(self) -> bool:
        """Whether all that is worked on, or all that is left, comes from the vendor."""
        begun = [engine for engine in self.engines if engine.state in ("working", "waiting")]
        left = begun or [engine for engine in self.engines if engine.state == "next"]
        return bool(left) and all(engine.download for engine in left)

    @property
    def is_waiting(self) -> bool:
        """Whether the run waits for a graphics card."""
        return self.result is None and any(engine.state == "waiting" for engine in self.engines)

    @property
    def waiting(self) -> tuple[str, ...]:
        """The programs that it waits for, as far as they are known."""
        return tuple(_names(engine for engine in self.engines if engine.state == "waiting"))

    # --- what is kept for the end

    @property
    def timed_while_busy(self) -> tuple[str, ...]:
        """The features that were measured while the graphics card was in use; empty for models without one."""
        return tuple(dict.fromkeys(engine.feature for engine in self.engines if engine.was_disturbed))

    @property
    def disturbed_by(self) -> tuple[str, ...]:
        """The programs that used it then, as far as they are known."""
        return tuple(_names(engine for engine in self.engines if engine.was_disturbed))

    @property
    def downloaded(self) -> tuple[tuple[str, ...], int]:
        """The features of which something was downloaded, and all bytes of that."""
        done = [engine for engine in self.engines if engine.state == "done" and engine.download]
        _, size = _sum([engine.download for engine in done])
        return tuple(dict.fromkeys(engine.feature for engine in done)), size

    @property
    def made_here(self) -> tuple[str, ...]:
        """The features of which something was made here as it was planned."""
        done = [engine for engine in self.engines if engine.state == "done" and not engine.download]
        return tuple(dict.fromkeys(each.feature for each in done if not (each.is_instead or each.is_otherwise)))

    @property
    def made_instead(self) -> tuple[str, ...]:
        """The features of which something was made here because it could not be downloaded."""
        done = [engine for engine in self.engines if engine.state == "done" and engine.is_instead]
        return tuple(dict.fromkeys(engine.feature for engine in done if not engine.is_otherwise))

    @property
    def made_otherwise(self) -> tuple[str, ...]:
        """The features of which something was made in another way, because an earlier one gave wrong results."""
        done = [engine for engine in self.engines if engine.state == "done" and engine.is_otherwise]
        return tuple(dict.fromkeys(engine.feature for engine in done))

    @property
    def caveats(self) -> frozenset[Literal["busy"]]:
        """What the user should know at the end besides what was known before."""
        return frozenset({"busy"} if self.timed_while_busy else ())

    @property
    def failed(self) -> tuple[RowState, ...]:
        """The features that could not be set up."""
        return tuple(row for row in self.rows if row.state == "failed")


def _planned(models: Iterable[dict[str, object]]) -> Iterator[Engine]:
    for planned in models:
        if planned["action"] in ("build", "keep"):
            state: State = "kept" if _is_kept(planned) else "next"
            yield Engine("", str(planned["model"]), state=state, download=_download_of(planned))


def _is_kept(planned: Mapping[str, object]) -> bool:
    """Whether a planned model's engine stays, and is not even checked."""
    return planned.get("action") == "keep" and not planned.get("checks_answers")


def _download_of(planned: Mapping[str, object]) -> tuple[int, int] | None:
    """What is to be downloaded of a planned model; None when it is made here."""
    size = planned.get("download_mib") if planned.get("source") == "download" else None
    return (0, round(size * (1 << 20))) if isinstance(size, int | float) else None


def _sum(downloads: Iterable[tuple[int, int] | None]) -> tuple[int, int]:
    counted = [download for download in downloads if download]
    return sum(received for received, _ in counted), sum(size for _, size in counted)


def _names(engines: Iterable[Engine]) -> dict[str, None]:
    return dict.fromkeys(name for engine in engines for name in engine.names)


def _row(feature: str, engines: Sequence[Engine], *, is_waiting: bool) -> RowState:
    name = verbatim(feature) if feature else say("AI features")
    reason = next((engine.reason for engine in engines if engine.state == "failed"), NO_TEXT)
    working = [engine for engine in engines if engine.state == "working"]
    is_tried = bool(working) and all(engine.is_tried for engine in working)
    downloads = [engine.download for engine in working]
    download = _sum(downloads) if downloads and all(downloads) and not is_tried else None
    return RowState(name, _state(engines, is_waiting=is_waiting), reason, download, is_tried)


def _state(engines: Sequence[Engine], *, is_waiting: bool) -> State:
    states = {engine.state for engine in engines}
    if "failed" in states:
        return "failed"
    if states <= {"done", "kept"}:
        return "done" if "done" in states else "kept"
    if is_waiting and any(
        engine.state == "waiting" or (engine.times_kernels and engine.state == "next") for engine in engines
    ):
        return "waiting"
    return "working" if states & {"working", "waiting"} else "next"


@dataclass(frozen=True, slots=True)
class Patience:
    """Whether the page says that the run waits for the graphics card: not for every moment, so that nothing flickers.

    It is said once others have used the card for three seconds, and until they have left it alone for five.

    Attributes:
        is_shown: the answer.
        since: since when it has been the other way round; None while it is not. On the clock of the caller.
    """

    is_shown: bool = False
    since: float | None = None

    def at(self, now: float, *, is_disturbed: bool) -> Patience:
        """Look again.

        Args:
            now: seconds on a monotonic clock.
            is_disturbed: as of `RunState`.
        """
        if is_disturbed == self.is_shown:
            return Patience(self.is_shown)
        since = now if self.since is None else self.since
        needed = _USE_SECONDS if is_disturbed else _QUIET_SECONDS
        return Patience(is_disturbed) if now - since >= needed else Patience(self.is_shown, since)
