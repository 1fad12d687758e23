"""Text on a terminal, for both programs: safe to print, and never the cause of a failure."""

from __future__ import annotations

import argparse
import errno
import os
import select
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TextIO

from builder.base.addresses import mask_addresses
from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import InvalidParameter
from builder.base.names import one_line, printable
from builder.base.text import say, verbatim

if TYPE_CHECKING:
    from builder.base.events import Result

_PIPE_BYTES = 4096
"""What a pipe takes at once when it takes anything."""
_POLL_SECONDS = 0.1
_SILENCE_SECONDS = 0.5


def _poll_of(stream: TextIO) -> select.poll | None:
    """What tells whether a stream takes more now; None where nothing does."""
    if not hasattr(select, "poll"):
        return None
    try:
        descriptor = stream.fileno()
    except (OSError, ValueError):
        return None
    ready = select.poll()
    ready.register(descriptor, select.POLLOUT)
    return ready


def _says_reader_is_gone(error: OSError, stream: TextIO) -> bool:
    """Whether a pipe was closed or a terminal hung up; a full disk and a broken one are something else."""
    if isinstance(error, ConnectionError | TimeoutError) or error.errno == errno.ENXIO:
        return True
    if os.name == "nt":
        return error.errno == errno.EINVAL  # what a closed pipe gives there
    try:
        return error.errno == errno.EIO and stat.S_ISCHR(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return False


class Stream:
    """A standard stream that may be missing (a windowed program) or lose its reader (a closed pipe).

    Attributes:
        cancel: of the program; once it is set, a reader that does not read is waited for no longer.
    """

    cancel: ClassVar[CancelToken] = NEVER

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._fault: OSError | None = None
        if stream is not None and hasattr(stream, "reconfigure"):
            try:
                stream.reconfigure(errors="backslashreplace")
            except OSError as error:  # it writes what others have left to be written
                self._lose(stream, error)

    def line(self, text: str) -> None:
        if self._stream is None:
            return
        try:
            self._write(self._stream, mask_addresses(printable(text)) + "\n")
        except OSError as error:
            self._lose(self._stream, error)

    def check_written(self) -> None:
        """Insist that everything was written, unless the reader is gone: for what a command was asked for.

        Raises:
            DiskFull: the file that it goes to is on a full disk.
            EngineInstallerError: the system refused for another reason.
        """
        if self._fault is not None:
            from builder.base.files import explain_os_error

            raise explain_os_error(self._fault, Path("standard output"), say("write")) from self._fault

    def _write(self, stream: TextIO, text: str) -> None:
        """Write as far as the reader reads; `write` itself would wait for it, deaf to every wish to stop.

        Raises:
            OSError: there is no reader, or none that reads.
        """
        ready = _poll_of(stream)
        if ready is None:
            stream.write(text)
            stream.flush()
            return
        stream.flush()
        rest = text.encode(stream.encoding, "backslashreplace")
        silent = 0.0
        while rest:
            if ready.poll(_POLL_SECONDS * 1000):
                silent = 0.0
                rest = rest[os.write(stream.fileno(), rest[:_PIPE_BYTES]) :]
            elif self.cancel.is_set and (silent := silent + _POLL_SECONDS) >= _SILENCE_SECONDS:
                raise TimeoutError

    def _lose(self, stream: TextIO, error: OSError) -> None:
        """Go on without it: the installation is worth finishing, and the log has everything."""
        self._fault = None if _says_reader_is_gone(error, stream) else error
        self._stream = None
        _discard(stream)


def _discard(stream: TextIO) -> None:
    """Let what is still to be written go nowhere: the interpreter would meet the same error when it flushes at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return


def settle_standard_streams() -> None:
    """Leave nothing for a reader that is gone: the interpreter's flush at exit would turn that into exit status 120.

    Others than `Stream` write there as well: rich, and Python itself about a thread of rich that met a closed terminal.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is None or stream.closed:
            continue
        try:
            stream.flush()
        except OSError as error:
            if _says_reader_is_gone(error, stream):
                _discard(stream)


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """Put the cells of each row below those of the others."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


def json_text(values: dict[str, Any]) -> str:
    """Give an object as `--json` prints it: in ASCII, so that it stays JSON in every encoding and with every name."""
    import json

    return json.dumps(values, indent=2)


def print_error_object(result: Result) -> None:
    """Print an error where an object is expected on standard output."""
    error = {"code": result.code, "name": result.label, "detail": result.detail, "hint": result.hint}
    Stream(sys.stdout).line(json_text({"schema": 1, "error": error}))


def print_result(result: Result, log_path: Path | None) -> None:
    """Print how a run ended: success on standard output, everything else on standard error."""
    if result.code == 0:
        Stream(sys.stdout).line(result.detail)
        return
    stream = Stream(sys.stderr)
    label = "cancelled" if result.label == "cancelled" else "error"
    stream.line(f"{label}: {result.detail}")
    for line in result.hint.splitlines():
        stream.line(f"hint: {line}")
    if log_path is not None:
        stream.line(f"log: {one_line(str(log_path))}")


class Parser(argparse.ArgumentParser):
    """An argument parser whose faults are errors like all others."""

    def error(self, message: str) -> NoReturn:
        raise InvalidParameter(
            verbatim(f"{message[:1].upper()}{message[1:]}."), hint=verbatim(f"See '{self.prog} --help'.")
        )
