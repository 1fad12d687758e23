"""Building one engine: parse, configure, build into the staged file, try to load it."""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from builder.backend.target_refusals import target_refusal
from builder.backend.tensorrt_rtx import OLDER_GPU_HINT
from builder.base.errors import (
    BuildFailed,
    Cancelled,
    EngineInstallerError,
    EngineInvalid,
    ModelInvalid,
    OutOfMemory,
    Remedy,
    SystemNotSupported,
)
from builder.base.events import (
    KEEP_TIMINGS,
    WRITING_THE_ENGINE,
    Answers,
    BuildJob,
    Built,
    Hello,
    Logged,
    Phase,
    TimingCacheUse,
    TimingsMeasured,
    Warned,
)
from builder.base.files import explain_os_error, hash_stream, os_errors_as
from builder.base.small_files import open_regular
from builder.base.text import Text, join, say, verbatim
from builder.operating_system import has_fixed_addresses
from builder.worker.answers import check_answers
from builder.worker.channel import Channel
from builder.worker.configuration import configure
from builder.worker.inference import load_engine
from builder.worker.library import (
    EngineFile,
    LibraryLog,
    load_library,
    make_logger,
    make_progress_monitor,
    make_stream_writer,
)
from builder.worker.model_file import JobFiles
from builder.worker.network import parse_network
from builder.worker.parser_errors import CLASSIC_HAS_IT
from builder.worker.plugins import load_plugins, plugin_folder
from builder.worker.settings_check import check_against_settings
from builder.worker.targets import refused_targets, targets_in_doubt
from builder.worker.tensors import describe_tensor, network_inputs, network_outputs
from builder.worker.timing import TimingCaches
from builder.worker.weight_numbers import warn_of_logged_numbers

if TYPE_CHECKING:
    from builder.worker import trt

# What the library says when something is wrong, and what helps. The words are those of TensorRT-RTX 1.7.
_BAD_ALLOCATION = "std::bad_alloc"
_NO_THREAD = "Resource temporarily unavailable"  # for want of address space for its stack
_OUT_OF_MEMORY = "OutOfMemory (Requested size"
_HINTS = (
    (
        ("workspace limit", _OUT_OF_MEMORY, "requires workspace memory"),
        say("The workspace is too small"),
        say(
            "Raise workspace_mib of this model in app.toml, or set it to 0 for the library's default.",
            window="Ask the application's vendor for a corrected package.",
        ),
    ),
    (
        ("Input dimensions with this name have different",),
        say("Dimensions that share a name differ"),
        say(
            "The library takes equal dimension names for equal sizes: give each dynamic dimension of the ONNX inputs "
            "a name of its own.",
            window="Ask the application's vendor for a corrected package.",
        ),
    ),
    (
        ("unsupported by tensor's allowed TensorFormats",),
        say("An input or output cannot have that format"),
        say(
            "Choose another layout in input_formats or output_formats of app.toml.",
            window="Ask the application's vendor for a corrected package.",
        ),
    ),
    (
        ("for Turing (SM75)", "check_turing_op_compatibility"),
        say("TensorRT-RTX cannot build this for GeForce RTX 20 and other Turing GPUs (compute capability 7.5)"),
        OLDER_GPU_HINT,
    ),
    (
        ("HW-specific datatypes",),
        say("The GPU lacks a data type"),
        OLDER_GPU_HINT,
    ),
    (
        ("values are not self-consistent", "violate shape constraints", "reshape changes volume"),
        say("The sizes of a profile contradict each other"),
        say(
            "Change the profile in app.toml, so that the sizes of its inputs fit together as the reason says.",
            window="Ask the application's vendor for a corrected package.",
        ),
    ),
    (
        ("has no runners that implement it",),
        say("The library lacks an operator"),
        CLASSIC_HAS_IT,
    ),
    (
        ("is not produced by IPlugin", "is not consumed by IPlugin"),
        say("An input or output cannot have that data type"),
        say(
            "Export the model with inputs and outputs of other data types, with QuantizeLinear and DequantizeLinear "
            "nodes between them and the rest.",
            window="Ask the application's vendor for a corrected package.",
        ),
    ),
    (
        ("which is not an initializer",),
        say("Scales and zero points of QuantizeLinear and DequantizeLinear must be constants"),
        say(
            "Export the model with scales and zero points as initializers.",
            window="Ask the application's vendor for a corrected package.",
        ),
    ),
    (
        ("Attention operation was not supported",),
        say("There is no kernel for an Attention operator"),
        say(
            "Export the model with a lower opset, in which attention is made of MatMul and Softmax.",
            window="Ask the application's vendor for a corrected package.",
        ),
    ),
    (
        ("ScopeType::kUNDEFINED",),
        say("The library failed on nested If operators"),
        say(
            "Export the model without If operators, for one fixed case of them.",
            window="Ask the application's vendor for a corrected package.",
        ),
    ),
)


def build_engine(job: BuildJob, channel: Channel) -> Built:
    """Do the job.

    Returns:
        What was built; the file is complete.

    Raises:
        EngineInstallerError: there is no engine, with the reason; the output file may be left for the parent to remove.
    """
    channel.send(Phase(job.model, say("Loading the engine library"), job.engine_set))
    files = JobFiles(job, channel.cancelled)
    try:
        with plugin_folder(job) as folder:
            return _build_from(files, folder, job, channel)
    finally:
        files.close()


def _build_from(files: JobFiles, plugins: Path | None, job: BuildJob, channel: Channel) -> Built:
    library = load_library(job.backend, job.library_folder)
    started = time.monotonic()
    channel.send(Hello(os.getpid(), job.backend, library.__version__))
    if job.reproducible and not has_fixed_addresses():
        reason = "the system does not allow fixed addresses, so another build of this may differ in some bytes"
        channel.send(Logged("warning", reason, job.model, job.engine_set))
    log = LibraryLog(lambda severity, message: channel.send(Logged(severity, message, job.model, job.engine_set)))
    logger = make_logger(library, log)
    if hasattr(library, "init_libnvinfer_plugins"):
        # NVIDIA's own plugins, such as EfficientNMS_TRT, are known to the parser only after this.
        library.init_libnvinfer_plugins(logger, "")
    if job.check_only:
        load_plugins(library, job, files, plugins, log)
        return _tried(_engine_there(library, job, channel), library, logger, job, files, channel, log)

    def warn(message: Text) -> None:
        channel.send(Warned(message, job.model, job.engine_set))

    with ExitStack() as keep:
        keep.enter_context(_names_are_text(job))
        builder = _make_builder(library, logger, log)
        load_plugins(library, job, files, plugins, log)
        channel.send(Phase(job.model, say("Reading the model"), job.engine_set))
        network = parse_network(library, builder, logger, job, files, log, keep, warn)
        warned_before = len(log.warnings)
        _check(channel)
        check_against_settings(network, job)
        if job.ask_for:
            return _answer(library, builder, network, job, log)
        config = configure(library, builder, network, job)
        caches = _timing_caches(library, config, log, job, channel)
        log.errors.clear()
        inputs = {tensor.name: describe_tensor(tensor) for tensor in network_inputs(network)}
        outputs = {tensor.name: describe_tensor(tensor) for tensor in network_outputs(network)}
        engine_file, phases = _build_into_file(library, builder, network, config, job, channel, log)
        warn_of_logged_numbers(log.warnings[warned_before:], warn)
        seconds = round(time.monotonic() - started, 3)
        timing_cache = _finish_timing(caches, phases, job, channel) if caches else None
        # Only now: what a library built before must not have any influence on the engine.
        refused = refused_targets(library, builder, network, job, log, targets_in_doubt(network, job))
    built = Built(
        size=engine_file.size,
        sha256=engine_file.sha256,
        seconds=seconds,
        library_version=library.__version__,
        inputs=inputs,
        outputs=outputs,
        loaded_on=None,
        phases={name: round(seconds, 3) for name, seconds in phases.items()},
        timing_cache=timing_cache,
        refused=refused,
        reproducible=has_fixed_addresses(),
    )
    return _tried(built, library, logger, job, files, channel, log)


def _engine_there(library: trt.Library, job: BuildJob, channel: Channel) -> Built:
    """The engine that a job names, as if it had just been built."""
    started = time.monotonic()
    with os_errors_as(Path(job.output), say("read")), open_regular(Path(job.output)) as stream:
        size = os.fstat(stream.fileno()).st_size
        sha256 = hash_stream(stream, size, lambda: _check(channel))
    if sha256 != job.check_only:
        # It may hold code that loading it would run.
        raise EngineInvalid(
            say("The engine {file} of the model {model!r} has changed.", file=job.output, model=job.model)
        )
    return Built(size, sha256, round(time.monotonic() - started, 3), library.__version__, {}, {}, None)


def _tried(
    built: Built,
    library: trt.Library,
    logger: trt.ILogger,
    job: BuildJob,
    files: JobFiles,
    channel: Channel,
    log: LibraryLog,
) -> Built:
    """Load an engine as a test, and ask it for the outputs of the job's references, where there is a GPU for it."""
    if job.load_on is None:
        reason = say("Its results cannot be checked: no GPU of this PC runs it.")
        return replace(built, answers=Answers("unchecked", reason)) if job.reference else built
    channel.send(Phase(job.model, say("Loading the engine on {gpu}", gpu=job.load_on), job.engine_set))
    log.errors.clear()
    engine = load_engine(library, logger, job, log)
    built = replace(built, loaded_on=job.load_on)
    if job.reference is None:
        return built

    def end_with(answers: Answers) -> NoReturn:
        channel.end_with(replace(built, answers=answers))

    answers = check_answers(library, engine, job, job.reference, files, channel, log, end_with)
    return replace(built, answers=answers)


def _answer(
    library: trt.Library, builder: trt.Builder, network: trt.INetworkDefinition, job: BuildJob, log: LibraryLog
) -> Built:
    refused = refused_targets(library, builder, network, job, log, job.ask_for)
    return Built(0, "", 0.0, library.__version__, {}, {}, None, refused=refused)


@contextlib.contextmanager
def _names_are_text(job: BuildJob) -> Iterator[None]:
    """The library hands over names as they are in the file, and its Python API cannot read what is not UTF-8."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise ModelInvalid(
            say(
                "The model {model!r} has a name that is not valid text: {name!r}.",
                model=job.model,
                name=error.object[:100].decode(errors="replace"),
            ),
            hint=say(
                "Export the model again, with names in UTF-8.",
                window="Ask the application's vendor for a corrected package.",
            ),
            detail=str(error),
        ) from error


def _finish_timing(
    caches: TimingCaches, phases: dict[str, float], job: BuildJob, channel: Channel
) -> TimingCacheUse | None:
    """Tell what the caches were good for, and keep what was measured if the parent says that it is fit to be kept."""
    try:
        return _settle_timing(caches, phases, job, channel)
    except EngineInstallerError:
        raise  # populate's files cannot be written
    except Exception as error:
        # The engine is built; it must not be lost for what is only there to make the next one faster.
        message = say("Timing cache: the library failed when it was read ({error}).", error=error)
        channel.send(Warned(message, job.model, job.engine_set))
        return None


def _timing_caches(
    library: trt.Library, config: trt.IBuilderConfig, log: LibraryLog, job: BuildJob, channel: Channel
) -> TimingCaches | None:
    """The timing caches of a job; None when it has none, or when the library fails on them: it builds without, too."""
    try:
        return TimingCaches(library, config, job.timing, log) if job.timing else None
    except Exception as error:
        message = say("Timing cache: none is used, because the library failed on it ({error}).", error=error)
        channel.send(Warned(message, job.model, job.engine_set))
        return None


def _settle_timing(caches: TimingCaches, phases: dict[str, float], job: BuildJob, channel: Channel) -> TimingCacheUse:
    assert job.timing is not None
    use = caches.use(phases)
    if job.timing.output:
        caches.write_whole(Path(job.timing.output))
    kept = False
    if job.timing.overlay and use.misses and channel.ask(TimingsMeasured(job.model, use.misses)) == KEEP_TIMINGS:
        kept = caches.keep()
    if use.other_model and use.hits != 0:
        message = say(
            "Timings of another GPU model were used ({gpu}), so the engine may be slower than it could be; the "
            "application's vendor can ship a timing cache for this GPU model.",
            gpu=use.other_model,
        )
        channel.send(Warned(message, job.model, job.engine_set))
    for reason in caches.refused:
        channel.send(Warned(say("Timing cache refused: {reason}.", reason=reason), job.model, job.engine_set))
    if caches.not_kept:
        channel.send(
            Warned(
                say("The new timings could not be kept: {reason}.", reason=caches.not_kept), job.model, job.engine_set
            )
        )
    return replace(use, kept=kept, not_kept=caches.not_kept, refused=tuple(caches.refused))


def _check(channel: Channel) -> None:
    if channel.cancelled.is_set():
        raise Cancelled


def _make_builder(library: trt.Library, logger: trt.ILogger, log: LibraryLog) -> trt.Builder:
    try:
        return library.Builder(logger)
    except TypeError as error:
        # What pybind11 makes of a factory that returns null, as classic TensorRT's does without a usable GPU.
        raise SystemNotSupported(
            say("The engine library cannot start: {reason}", reason=log.first_line),
            hint=say("Check that the NVIDIA driver is installed and new enough for the library."),
            detail=str(error),
            plain=say("The AI features cannot use your graphics driver."),
            remedy=Remedy.GET_DRIVER,
        ) from error


def _build_into_file(
    library: trt.Library,
    builder: trt.Builder,
    network: trt.INetworkDefinition,
    config: trt.IBuilderConfig,
    job: BuildJob,
    channel: Channel,
    log: LibraryLog,
) -> tuple[EngineFile, dict[str, float]]:
    output = Path(job.output)
    monitor = make_progress_monitor(
        library, channel.cancelled, lambda phase: channel.send(Phase(job.model, verbatim(phase), job.engine_set))
    )
    config.progress_monitor = monitor
    with os_errors_as(output, say("create")):
        stream = output.open("xb", buffering=0)
    with stream:
        engine_file = EngineFile(stream, lambda: channel.send(Phase(job.model, WRITING_THE_ENGINE, job.engine_set)))
        done = _run_build(library, builder, network, config, engine_file)
        if monitor.failure is not None:
            raise monitor.failure
        _check(channel)
    if isinstance(engine_file.failure, OSError):
        raise explain_os_error(engine_file.failure, output, say("write the engine"))
    if engine_file.failure is not None:
        raise engine_file.failure
    if not done or engine_file.size == 0:
        raise _build_failure(network, job, log)
    return engine_file, monitor.seconds


def _run_build(
    library: trt.Library,
    builder: trt.Builder,
    network: trt.INetworkDefinition,
    config: trt.IBuilderConfig,
    engine_file: EngineFile,
) -> bool:
    if hasattr(builder, "build_serialized_network_to_stream"):
        writer = make_stream_writer(library, engine_file)
        return bool(builder.build_serialized_network_to_stream(network, config, writer))
    serialized = builder.build_serialized_network(network, config)
    if serialized is None:
        return False
    engine_file.write(memoryview(serialized).cast("B"))
    return True


def _build_failure(network: trt.INetworkDefinition, job: BuildJob, log: LibraryLog) -> EngineInstallerError:
    refusal = target_refusal(log.first_error)
    reason = refusal.words if refusal else _with_operator(log.first_error, network)
    detail = "\n".join(log.errors)
    no_memory = [_BAD_ALLOCATION, _NO_THREAD, *([] if job.settings.workspace_mib else [_OUT_OF_MEMORY])]
    if any(mark in error for mark in no_memory for error in log.errors):
        return OutOfMemory(
            say("There is not enough memory to build the model {model!r}: {reason}", model=job.model, reason=reason),
            hint=say(
                "Close other programs that use the GPU or much memory, then run the command again.",
                window="Close other programs that use the graphics card or much memory, then try again.",
            ),
            detail=detail,
        )
    for marks, what, hint in _HINTS:
        if any(mark in error for mark in marks for error in log.errors):
            if requested := re.search(r"Requested size was (\d+) bytes", reason):
                needed = say("At least {needed_mib} MiB are needed.", needed_mib=-(-int(requested[1]) // (1 << 20)))
                hint = join(" ", [needed, hint])
            message = say("{problem} for the model {model!r}: {reason}", problem=what, model=job.model, reason=reason)
            return BuildFailed(message, hint=hint, detail=detail)
    return BuildFailed(
        say("The engine library could not build the model {model!r}: {reason}", model=job.model, reason=reason),
        hint=say("The log has everything that the library said."),
        detail=detail,
    )


def _with_operator(reason: Text, network: trt.INetworkDefinition) -> Text:
    """Add the operator, which the library does not say where it names a layer."""
    for index in range(network.num_layers):
        layer = network.get_layer(index)
        if layer.name and re.search(rf"(?<!\w){re.escape(layer.name)}(?!\w)", reason):
            operator = "NonMaxSuppression" if layer.type.name == "NMS" else layer.type.name
            return say("{reason} (operator {operator})", reason=reason, operator=operator)
    return reason
