"""The events that a worker sends to its parent and that `--progress jsonl` prints: one JSON object a line, UTF-8.

What people read is plain English in the lines that are printed, and keeps its template on the way to the parent.

Readers ignore fields that they do not know. The parent's only words to a worker are the job, as the first line of its
standard input, and `cancel`.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, ClassVar, Literal

from builder.base.errors import EngineInstallerError, Remedy, error_from_label
from builder.base.settings import BuildSettings
from builder.base.text import NO_TEXT, Text, join, say, say_count

PROTOCOL_VERSION = 1
CANCEL_COMMAND = "cancel"
KEEP_TIMINGS, DROP_TIMINGS = "keep timings", "drop timings"
"""The parent's answers to `TimingsMeasured`."""
WRITING_THE_ENGINE = say("Writing the engine")
"""The title of the last phase of a build, which begins with the engine's first byte."""


def checking_the_results(gpu: str) -> Text:
    """Make the title of the phase in which an engine is asked for the outputs of the vendor's references."""
    return say("Checking the results on {gpu}", gpu=gpu)


class ProtocolError(ValueError):
    """A line that is not an event."""


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events.

    In events about a model, `gpu` names the GPU when there is an engine of that model for each of several, else null.
    """

    name: ClassVar[str]
    for_windows: ClassVar[tuple[str, ...]] = ()
    """Fields that are not printed."""

    def to_line(self) -> str:
        """The event as one line of JSON in ASCII, with its line end: a file name need not be valid UTF-8."""
        head = {"event": self.name, "v": PROTOCOL_VERSION}
        printed = {key: value for key, value in asdict(self).items() if key not in self.for_windows}
        return json.dumps(head | printed, separators=(",", ":")) + "\n"

    def to_parent_line(self) -> str:
        """The line that a worker sends to its parent: like `to_line`, but texts keep their templates."""
        values = {key: value.to_json() if isinstance(value, Text) else value for key, value in asdict(self).items()}
        if answers := values.get("answers"):
            answers["reason"] = answers["reason"].to_json()
        return json.dumps({"event": self.name, "v": PROTOCOL_VERSION} | values, separators=(",", ":")) + "\n"


@dataclass(frozen=True, slots=True)
class Hello(Event):
    """First of all. From a worker, `program` names the engine library."""

    name = "hello"
    pid: int
    program: str
    version: str


@dataclass(frozen=True, slots=True)
class PlanMade(Event):
    """The plan is final; `plan` is what `--plan --json` prints."""

    name = "plan"
    plan: dict[str, Any]


@dataclass(frozen=True, slots=True)
class PreflightDone(Event):
    """What was looked at before anything was built; each check has name, state (pass, warn, fail), message and hint."""

    name = "preflight"
    checks: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True)
class Committing(Event):
    """Everything is ready and is being put in its place: from here on the run cannot be cancelled."""

    name = "commit"


@dataclass(frozen=True, slots=True)
class ModelStarted(Event):
    """A worker for this model is about to start, or a download; `number` counts from 1 to `total`.

    `source` is build or download, or check for an engine that is there and is asked for outputs once more.
    """

    name = "model_started"
    model: str
    number: int
    total: int
    backend: str
    gpu: str | None = None
    source: str = "build"


@dataclass(frozen=True, slots=True)
class Phase(Event):
    """The build of a model entered a phase. `title` is the library's word for it, or ours, which has a template."""

    name = "phase"
    model: str
    title: Text
    gpu: str | None = None


@dataclass(frozen=True, slots=True)
class Progress(Event):
    """How far the whole run is.

    `fraction` is 0 to 1 and never falls. `seconds_left` is null until it can be trusted.
    """

    name = "progress"
    fraction: float
    seconds_elapsed: float
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class Warned(Event):
    """Something the user should know that does not stop the run."""

    name = "warning"
    message: Text
    model: str | None = None
    gpu: str | None = None


@dataclass(frozen=True, slots=True)
class Logged(Event):
    """One line for the log: `severity` is debug, info, warning or error."""

    name = "log"
    severity: str
    message: str
    model: str | None = None
    gpu: str | None = None


@dataclass(frozen=True, slots=True)
class TimingsMeasured(Event):
    """A worker asks whether what it has timed may be kept for other builds. Only between worker and parent.

    The answer is `KEEP_TIMINGS` or, when another program used the GPU during the build, `DROP_TIMINGS`.
    """

    name = "timings_measured"
    model: str
    count: int


@dataclass(frozen=True, slots=True)
class TimingCacheUse:
    """What a timing cache did for one build.

    Attributes:
        shipped: the file of the catalogue that was used; None when none was or when it was refused.
        permission: whether the library needed permission to take timings of another device, as it does for another
            board of the same model.
        other_model: the GPU model that the shipped timings were made on, where it is not that of this build.
        overlay: whether this machine's own timings were used.
        entries: timings in the cache before the build.
        hits: timings of this model that came from the cache; None when the model's total is unknown.
        misses: timings that were measured now.
        timing_seconds: what measuring took.
        refused: what the library did not take, and why, in words.
        kept: whether the new timings were kept for other builds.
        not_kept: why that was impossible; None when it was not, or when they were not fit to be kept.
    """

    shipped: str | None = None
    permission: bool = False
    other_model: str | None = None
    overlay: bool = False
    entries: int = 0
    hits: int | None = None
    misses: int = 0
    timing_seconds: float = 0.0
    refused: tuple[str, ...] = ()
    kept: bool = False
    not_kept: str | None = None

    @property
    def tactics(self) -> int | None:
        """How many timings the build needed; None when that is unknown."""
        return None if self.hits is None else self.hits + self.misses

    @property
    def text(self) -> Text:
        """One sentence without its full stop, such as `12 of 15 timings came from the cache; 3 were …`."""
        parts = [self._origin]
        if self.not_kept:
            parts.append(say("they could not be kept: {reason}", reason=self.not_kept))
        return join("; ", [*parts, *(say("refused: {reason}", reason=reason) for reason in self.refused)])

    @property
    def _origin(self) -> Text:
        """Where the timings of the build came from."""
        if self.entries and not self.misses:
            if self.hits:
                return say("all {count:,} timings came from the cache", count=self.hits)
            return say("every timing came from the cache")
        if self.hits is not None:
            total = self.hits + self.misses
            found = say("{hits:,} of {total:,} timings came from the cache", hits=self.hits, total=total)
            return join("; ", [found, self._measured])
        if self.entries:
            before = say("the cache had {count:,} timings before", count=self.entries)
            return join("; ", [self._measured, before])
        return join("; ", [say("no timing cache"), self._measured])

    @property
    def _measured(self) -> Text:
        if not self.misses:
            return say("none were measured here")
        return say_count(
            self.misses,
            "{count:,} was measured here in {seconds:.1f} s",
            "{count:,} were measured here in {seconds:.1f} s",
            seconds=self.timing_seconds,
        )


@dataclass(frozen=True, slots=True)
class Answers:
    """What became of asking an engine for the outputs that the vendor's references have.

    Attributes:
        state: right, wrong or unchecked.
        reason: one sentence: that all agree, what differed, or why nothing could be asked.
        gpu: where it was asked; None where it was not.
        seconds: what that took, from loading the engine to the last output.
        outputs: per output, the numbers of the reference that it is furthest from; plain JSON.
    """

    state: Literal["right", "wrong", "unchecked"]
    reason: Text
    gpu: str | None = None
    seconds: float = 0.0
    outputs: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Built(Event):
    """A worker has written and closed its engine file. Only between worker and parent.

    Attributes:
        size: bytes.
        sha256: of the bytes as they were handed to the file.
        seconds: wall time from parsing to the last byte.
        library_version: as the library itself says.
        inputs: per network input, data type and shape, such as `fp32 1x3x224x224`.
        outputs: the same for outputs.
        loaded_on: the GPU on which the engine was loaded as a test; None when none was there.
        phases: seconds of each of the library's own phases, in the order in which they began.
        timing_cache: what a timing cache did; None when the library has none.
        refused: compute capabilities for which the library, asked for each of them, refuses to build the model, with
            its reasons. They are asked where an engine for the library's default targets leaves doubt.
        reproducible: whether everything lay at fixed addresses, so that another such build usually gives the same
            bytes.
        answers: what became of asking the engine for outputs; None where the job has no reference.
    """

    name = "built"
    size: int
    sha256: str
    seconds: float
    library_version: str
    inputs: dict[str, str]
    outputs: dict[str, str]
    loaded_on: str | None
    phases: dict[str, float] = field(default_factory=dict)
    timing_cache: TimingCacheUse | None = None
    refused: dict[str, str] = field(default_factory=dict)
    reproducible: bool = False
    answers: Answers | None = None


@dataclass(frozen=True, slots=True)
class Failed(Event):
    """A worker gives up. Only between worker and parent.

    Attributes:
        code: label of an `ExitCode`.
        message, hint, detail, plain: as of `EngineInstallerError`.
        remedy: the value of its `Remedy`.
    """

    name = "failed"
    code: str
    message: Text
    hint: Text
    detail: str
    plain: Text = NO_TEXT
    remedy: str = ""

    @classmethod
    def of(cls, error: EngineInstallerError) -> Failed:
        """Report an error."""
        code, remedy = error.exit_code.label, error.remedy.value
        return cls(code, error.message, error.hint, error.detail, error.plain, remedy)

    @property
    def error(self) -> EngineInstallerError:
        """The error that was reported."""
        return error_from_label(self.code, self.message, self.hint, self.detail, self.plain, self.remedy)


@dataclass(frozen=True, slots=True)
class ModelFinished(Event):
    """A model is done: `outcome` is built, downloaded, kept, skipped, failed or crashed.

    `timing_cache` tells what timing caches did for one that was built; null for a library that has none.
    `timed_while_busy` says that another program used the GPU during the build, so that the engine may be slow.
    `sameness` says of a new engine how its bytes compare with the vendor's: identical, different or not-comparable;
    null where the vendor has stated nothing.
    `answers` says of an engine whether it gave the right outputs: right or unchecked; null where the model has no
    references. `tried` has each way of building that gave wrong ones before this one, in words and in order.
    `plain` is that of the error of one that failed; it is for windows and is not printed.
    """

    name = "model_finished"
    for_windows = ("plain",)
    model: str
    outcome: str
    seconds: float
    file: str | None = None
    size: int | None = None
    message: Text | None = None
    gpu: str | None = None
    timing_cache: TimingCacheUse | None = None
    timed_while_busy: bool = False
    sameness: str | None = None
    answers: str | None = None
    tried: tuple[str, ...] = ()
    plain: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Busy(Event):
    """What is seen of the GPU before and while kernels are timed on it for a model.

    `verdict` is idle, in use or cannot tell. `seconds_left` is how long the run will wait for it at the most; null when
    it does not wait. `names` has what people call the programs, where that is known; `percent` is how much the GPU is
    used.
    """

    name = "busy"
    model: str
    verdict: str
    reasons: tuple[str, ...]
    programs: tuple[str, ...]
    text: Text
    seconds_left: float | None = None
    gpu: str | None = None
    names: tuple[str, ...] = ()
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class Downloading(Event):
    """A file comes from the network: `received` of `size` bytes so far.

    `model` names the model whose engine it is; null for the engine library.
    """

    name = "downloading"
    file: str
    received: int
    size: int
    model: str | None = None
    gpu: str | None = None


@dataclass(frozen=True, slots=True)
class Heartbeat(Event):
    """The run is alive although nothing else has happened for some seconds."""

    name = "heartbeat"
    seconds_elapsed: float


@dataclass(frozen=True, slots=True)
class Result(Event):
    """Exactly one, last. `code` is the exit status, `label` its word, `files` what was published.

    `plain` and `remedy` are those of an `EngineInstallerError`. They are for windows and are not printed; `plain` is
    empty where all went well.
    """

    name = "result"
    for_windows = ("plain", "remedy")
    code: int
    label: str
    detail: Text
    hint: Text = NO_TEXT
    files: tuple[str, ...] = ()
    plain: Text = NO_TEXT
    remedy: Remedy = Remedy.NONE

    def to_line(self) -> str:
        values = {key: value for key, value in asdict(self).items() if key not in self.for_windows}
        values["name"] = values.pop("label")
        head = {"event": self.name, "v": PROTOCOL_VERSION}
        return json.dumps(head | values, separators=(",", ":")) + "\n"


WORKER_EVENTS: dict[str, type[Event]] = {
    kind.name: kind for kind in (Hello, Phase, Warned, Logged, TimingsMeasured, Built, Failed)
}
_TEXTS = {"message", "hint", "plain", "title"}
"""The fields of a worker's events that a window may show."""


def read_worker_event(line: bytes) -> Event:
    """Read what `to_parent_line` wrote.

    Raises:
        ProtocolError: says what is wrong with the line.
    """
    try:
        values = json.loads(line)
    except ValueError as error:
        raise ProtocolError(f"not JSON: {line[:200]!r}") from error
    kind = WORKER_EVENTS.get(str(values.get("event"))) if isinstance(values, dict) else None
    if kind is None:
        raise ProtocolError(f"not an event of a worker: {line[:200]!r}")
    known = {item.name for item in fields(kind)}
    try:
        event = kind(
            **{key: Text.from_json(value) if key in _TEXTS else value for key, value in values.items() if key in known}
        )
        if isinstance(event, Built) and event.timing_cache is not None:
            use: Any = event.timing_cache
            event = replace(event, timing_cache=TimingCacheUse(**use | {"refused": tuple(use["refused"])}))
        if isinstance(event, Built) and event.answers is not None:
            found: Any = event.answers
            texts = {"reason": Text.from_json(found["reason"]), "outputs": tuple(found["outputs"])}
            event = replace(event, answers=Answers(**found | texts))
        return event
    except (TypeError, KeyError, AttributeError) as error:
        raise ProtocolError(f"an incomplete {kind.name!r}: {error}") from error


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file as the parent hashed it. A worker hashes what it uses of it, and refuses anything else.

    Attributes:
        path: where it is in the app package; messages name it, and a model refers to its weights from there.
        sha256: of its content; None for a copy that was hashed as it was written, where nobody else writes.
        copy: where its content is read from instead.
        changeable: others could change it while it is in use, so the worker makes a copy of its own first.
        size: bytes, where that is known; anything else need not be read.
    """

    path: str
    sha256: str | None
    copy: str | None = None
    changeable: bool = False
    size: int | None = None


@dataclass(frozen=True, slots=True)
class TimingJob:
    """Which timing caches a worker is to use.

    Attributes:
        shipped: a file of the catalogue; it is only read.
        other_model: the GPU model that it was made on, where it is not that of the build.
        also: more such files, which are added to it.
        overlay: this machine's own; extended after the build. None leaves it out.
        identity: what the overlay is for; see `builder.timing.catalogue.OverlayIdentity`.
        tactics: how many timings a build of this model needs, where that is known.
        error_on_miss: whether the build fails when a timing is missing.
        output: where to write the whole cache and, beside it, its keys as JSON; None does not.
    """

    shipped: InputFile | None = None
    other_model: str | None = None
    also: tuple[InputFile, ...] = ()
    overlay: str | None = None
    identity: dict[str, Any] = field(default_factory=dict)
    tactics: int | None = None
    error_on_miss: bool = False
    output: str | None = None


@dataclass(frozen=True, slots=True)
class ReferenceJob:
    """Which outputs an engine is to be asked for, and how far they may be from the right ones.

    Attributes:
        file: the model's file of references.
        tolerances: per output, the fields of a `Tolerance`.
        equal_rows: two equal rows of a batch must give equal rows.
        limit_seconds: an engine that has not answered by then is wrong; TensorRT-RTX compiles its kernels in that time.
    """

    file: InputFile
    tolerances: dict[str, dict[str, float]]
    equal_rows: bool = False
    limit_seconds: float = 600.0


@dataclass(frozen=True, slots=True)
class PluginJob:
    """A library with operators that the model needs.

    Attributes:
        name: of its `[[plugin]]` in app.toml.
        operators: what it has.
        file: the library.
    """

    name: str
    operators: tuple[str, ...]
    file: InputFile


@dataclass(frozen=True, slots=True)
class BuildJob:
    """What a worker is to do.

    Attributes:
        model: the model's name, for messages.
        engine_set: names the GPU when there is an engine of this model for each of several; events carry it.
        place: the model's key in app.toml, such as `model[0]`, for messages.
        backend: name of the backend.
        onnx: the ONNX file.
        external_data: files with weights that the ONNX file may refer to.
        output: path of the engine file to write; it must not exist.
        settings: how to build.
        targets: compute capabilities to build for; empty leaves it to the library.
        load_on: name of the GPU on which to load the finished engine as a test, or None.
        gpu_uuid: the only GPU that the worker may see, or None for whatever there is.
        timing: the timing caches; None for a library that has none.
        library_folder: where to import the engine library from; None for this program's own environment.
        ask_for: build nothing, and find out for which of these compute capabilities the library refuses to.
        reproducible: build at fixed addresses, so that the same bytes usually come of it every time.
        reference: what the engine is asked for once it is loaded; None asks nothing.
        check_only: hash of the engine that is there, at `output`: build nothing, load it and ask it.
        plugins: libraries with operators of the vendor's own that the model needs.
        other_operators: of plugins that app.toml has and this model does not name, with their names.
    """

    model: str
    backend: str
    onnx: InputFile
    external_data: tuple[InputFile, ...]
    output: str
    settings: BuildSettings
    targets: tuple[str, ...]
    load_on: str | None
    gpu_uuid: str | None
    timing: TimingJob | None = None
    library_folder: str | None = None
    engine_set: str | None = None
    ask_for: tuple[str, ...] = ()
    place: str = "model"
    reproducible: bool = False
    reference: ReferenceJob | None = None
    check_only: str | None = None
    plugins: tuple[PluginJob, ...] = ()
    other_operators: dict[str, str] = field(default_factory=dict)

    def to_line(self) -> str:
        """The job as one line of JSON, with its line end."""
        return json.dumps(asdict(self), separators=(",", ":")) + "\n"

    @classmethod
    def from_line(cls, line: bytes) -> BuildJob:
        """Read what `to_line` wrote; only the parent, the same program, writes it."""
        values = json.loads(line)
        values["settings"] = BuildSettings(**values["settings"])
        values["targets"], values["ask_for"] = tuple(values["targets"]), tuple(values["ask_for"])
        values["onnx"] = InputFile(**values["onnx"])
        values["external_data"] = tuple(InputFile(**item) for item in values["external_data"])
        values["plugins"] = tuple(
            PluginJob(item["name"], tuple(item["operators"]), InputFile(**item["file"])) for item in values["plugins"]
        )
        if timing := values["timing"]:
            shipped = timing["shipped"] and InputFile(**timing["shipped"])
            also = tuple(InputFile(**item) for item in timing["also"])
            values["timing"] = TimingJob(**timing | {"shipped": shipped, "also": also})
        if reference := values["reference"]:
            values["reference"] = ReferenceJob(**reference | {"file": InputFile(**reference["file"])})
        return cls(**values)
