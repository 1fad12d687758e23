"""Loading an engine library, and what both libraries call back: logger, progress monitor and stream writer.

`tensorrt` and `tensorrt_rtx` share their class names, so one adapter serves both; what only one of them has is probed
by attribute. The classes are made at run time because their bases come from the library that was loaded. Type checkers
follow no base that is a variable: for them the bases are those of builder/worker/trt.pyi.
"""

from __future__ import annotations

import contextlib
import ctypes
import glob
import hashlib
import importlib
import importlib.util
import mmap
import re
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from builder.backend import BACKENDS
from builder.base.errors import OutOfMemory, SystemNotSupported
from builder.base.paths import entries_of, size_of
from builder.base.text import Text, say, verbatim

if TYPE_CHECKING:
    from builder.worker.trt import ILogger, IProgressMonitor, IStreamWriter, Library

    class ProgressMonitor(IProgressMonitor):  # type: ignore[misc]
        """A progress monitor of `make_progress_monitor`."""

        failure: BaseException | None
        seconds: dict[str, float]


_LIBRARY_BYTES = 512 << 20

_SOURCE_PLACE = re.compile(r"\s*In \w+(?:\(\))? at \S+:\d+\s*")
_ERROR_KIND = re.compile(r"(?:API Usage|Shape|Internal) Error \((.*)\)", re.DOTALL)
_NO_DRIVER = re.compile(r"cudaError|CUDA (?:driver|initialization)|Cuda Runtime|no CUDA-capable device", re.IGNORECASE)
_NODE_BEGUN = re.compile(r"[Pp]arsing node: (.*) \[(\w+)\]$")
_NODE_DONE = re.compile(r" \[\w+\] outputs: ")
_BUILD_PREFIX = re.compile(r"^(?:\[?\w+\.cpp::[^\]]*\]\s*)?(?:I\w+::\w+: )?(?:Error Code \d+: )?")


def load_library(backend_name: str, folder: str | None = None) -> Library:
    """Import the library of a backend.

    Args:
        backend_name: of the backend.
        folder: where unpacked wheels of it are; None for this program's own environment.

    Raises:
        SystemNotSupported: it is not installed or cannot be loaded.
        OutOfMemory: there is no room for it.
    """
    backend = BACKENDS[backend_name]
    if folder is not None:
        import_from(folder)
    failures: list[str] = []
    _load_native_files(f"{backend.modules[0]}_libs")
    for module in backend.modules:
        try:
            return cast("Library", importlib.import_module(module))
        except (ImportError, OSError) as error:
            failures.append(f"{module}: {error}")
    if not _has_room_for_library() and any(map(importlib.util.find_spec, backend.modules)):
        # The loader then says whatever comes to its mind, such as "No such file or directory".
        raise OutOfMemory(
            say("{library} cannot be loaded: there is not enough memory.", library=backend.title),
            hint=say(
                "Close other programs, or raise the limit of memory (ulimit -v), then run the command again.",
                window="Close other programs, then try again.",
            ),
            detail="\n".join(failures),
        )
    raise SystemNotSupported(
        say("{library} cannot be loaded: {reason}.", library=backend.title, reason=failures[-1]),
        hint=backend.install_hint,
        detail="\n".join(failures),
        plain=say("A part of the setup does not work on this PC."),
    )


def _load_native_files(package: str) -> None:
    """Load the libraries in a package where the package itself fails to.

    NVIDIA's packages search their own folder with `glob`, for which brackets in its path are a pattern.
    """
    spec = importlib.util.find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        if glob.escape(folder) == folder:
            continue
        files = [path for path in entries_of(Path(folder)) if re.search(r"\.(so(\.\d+)*|dll)$", path.name)]
        # The largest is the one that the others need.
        for path in sorted(files, key=size_of, reverse=True):
            with contextlib.suppress(OSError):
                ctypes.CDLL(str(path))


def _has_room_for_library() -> bool:
    """Whether as much address space can be had as the libraries take, the largest of which has 240 MB."""
    try:
        mmap.mmap(-1, _LIBRARY_BYTES).close()
    except (OSError, ValueError):
        return False
    return True


def import_from(folder: str) -> None:
    """Let modules be imported from a folder before everything else, and leave it exactly as it is."""
    sys.dont_write_bytecode = True
    sys.path.insert(0, folder)


class LibraryLog:
    """What the library's logger said.

    Attributes:
        errors: the messages of severity error, in order. The first is the cause; later ones are mostly consequences,
            such as "CUDA driver version is insufficient" on a machine without a driver.
        warnings: the messages of severity warning.
        expects_errors: errors are answers to a question, and no reason to alarm a reader of the log.
        node: name and operator of the node that the parser is at; some of its errors name none.
    """

    def __init__(self, send: Callable[[str, str], None]) -> None:
        self.errors: list[str] = []
        self.warnings: list[str] = []
        self.expects_errors = False
        self.node: tuple[str, str] | None = None
        self._send = send

    def add(self, severity: str, message: str) -> None:
        """Note one message and pass it on; `severity` is error, warning or info."""
        if severity == "error":
            self.errors.append(message)
        elif severity == "warning":
            self.warnings.append(message)
        self._send("info" if self.expects_errors else severity, message)

    def follow(self, message: str) -> None:
        """Note from a verbose message at which node the parser is."""
        if begun := _NODE_BEGUN.search(message):
            self.node = begun[1], begun[2]
        elif _NODE_DONE.search(message):
            self.node = None

    @property
    def first_error(self) -> Text:
        """The first error without the library's source places, or a sentence that there was none.

        That there is no driver or no GPU is no reason why an engine cannot be built.
        """
        reasons = (plain_reason(message) for message in self.errors)
        return next((verbatim(reason) for reason in reasons if reason), say("The library gave no reason."))

    @property
    def first_line(self) -> Text:
        """The same, where the driver or the GPU can be the reason."""
        reasons = (plain_reason(message, without_driver=False) for message in self.errors)
        return next((verbatim(reason) for reason in reasons if reason), say("The library gave no reason."))


def plain_reason(message: str, *, without_driver: bool = True) -> str:
    """What an error of the library says, without its source places, prefixes and C++.

    Args:
        message: of the logger, or the description of a parser's error; it may have several lines.
        without_driver: leave out the lines that only say that there is no usable driver or GPU here.
    """
    lines = [
        line
        for line in message.strip().splitlines()
        if not line.startswith("Invalid Node - ") and not (without_driver and _NO_DRIVER.search(line))
    ]
    if message.startswith("Invalid Node - "):
        lines = lines[:1]  # The others are consequences.
    text = _BUILD_PREFIX.sub("", _SOURCE_PLACE.sub("", "\n".join(lines)).strip())
    if inner := _ERROR_KIND.fullmatch(text):
        text = inner[1].strip()
    # An assertion of the parser: a condition in C++, then what is meant by it.
    quoted = re.search(r'\) && "(.+)"$|&& "([^"]+)"$', text, re.DOTALL)
    stated = re.match(r"Assertion failed: .*?(?<!:): (\S.*)", text, re.DOTALL)
    if quoted:
        text = re.sub(r'" *"', "", quoted[1] or quoted[2])  # two literals in a row are one
    elif stated:
        text = stated[1].strip()
    return " ".join(text.splitlines())


def make_logger(library: Library, log: LibraryLog) -> ILogger:
    """A logger for the library that fills `log`."""
    severities = {
        library.ILogger.Severity.INTERNAL_ERROR: "error",
        library.ILogger.Severity.ERROR: "error",
        library.ILogger.Severity.WARNING: "warning",
        library.ILogger.Severity.INFO: "info",
    }

    if not TYPE_CHECKING:
        ILogger = library.ILogger  # noqa: N806

    class Logger(ILogger):  # type: ignore[misc]
        def __init__(self) -> None:
            ILogger.__init__(self)

        def log(self, severity: ILogger.Severity, message: str) -> None:
            if severity in severities:
                log.add(severities[severity], message)
            else:
                log.follow(message)

    return Logger()


def make_progress_monitor(
    library: Library, cancelled: threading.Event, on_phase: Callable[[str], None]
) -> ProgressMonitor:
    """A progress monitor that reports phases, sums up their `seconds`, and stops the build once `cancelled` is set.

    The library swallows what a callback raises and, in `step_complete`, takes everything but True for a cancel. So an
    exception is kept in `monitor.failure`, the build is stopped, and the caller raises it again.
    """
    if not TYPE_CHECKING:
        ProgressMonitor = library.IProgressMonitor  # noqa: N806

    class Monitor(ProgressMonitor):
        def __init__(self) -> None:
            ProgressMonitor.__init__(self)
            self.failure = None
            self.seconds = {}
            self._started: dict[str, float] = {}

        def phase_start(self, phase_name: str, parent_phase: str | None, num_steps: int) -> None:
            try:
                self._started[phase_name] = time.monotonic()
                self.seconds.setdefault(phase_name, 0.0)
                on_phase(phase_name)
            except BaseException as error:
                self.failure = self.failure or error

        def step_complete(self, phase_name: str, step: int) -> bool:
            return self.failure is None and not cancelled.is_set()

        def phase_finish(self, phase_name: str) -> None:
            started = self._started.pop(phase_name, None)
            if started is not None:
                self.seconds[phase_name] += time.monotonic() - started

    return Monitor()


class EngineFile:
    """The engine on its way to the disk: written as it comes, hashed, counted.

    The library ignores what a stream writer returns, so this keeps the account of it.

    Attributes:
        failure: the first exception that a write met; nothing is written after it, and the hash means nothing.
        size: bytes written.
    """

    def __init__(self, stream: BinaryIO, on_first_byte: Callable[[], None] = lambda: None) -> None:
        self._stream = stream
        self._on_first_byte = on_first_byte
        self._digest = hashlib.sha256()
        self.size = 0
        self.failure: BaseException | None = None

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()

    def write(self, data: bytes | memoryview) -> int:
        """Write all of `data`; returns the bytes written, 0 after a failure."""
        if self.failure is not None:
            return 0
        # Hashing and writing release the interpreter's lock and take equally long, so they run side by side.
        hasher = threading.Thread(target=self._digest.update, args=(data,), name="hash")
        hasher.start()
        try:
            if self.size == 0:
                self._on_first_byte()
            view = memoryview(data)
            while view:
                written = self._stream.write(view)
                self.size += written
                view = view[written:]
        except BaseException as error:
            # Whatever leaves a callback is swallowed by the library.
            self.failure = error
        finally:
            hasher.join()
        return 0 if self.failure else len(data)


def make_stream_writer(library: Library, engine_file: EngineFile) -> IStreamWriter:
    """A stream writer for the library that fills `engine_file`."""
    if not TYPE_CHECKING:
        IStreamWriter = library.IStreamWriter  # noqa: N806

    class Writer(IStreamWriter):  # type: ignore[misc]
        def __init__(self) -> None:
            IStreamWriter.__init__(self)

        def write(self, data: bytes) -> int:
            return engine_file.write(data)

    return Writer()
