"""Running the programs that packaging needs."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from builder.base.cancellation import CancelToken
from builder.base.errors import PackagingFailed
from builder.base.text import verbatim, verbatim_lines


def run_program(
    command: list[str], environment: dict[str, str], output: int, cwd: Path | None, cancel: CancelToken
) -> int:
    """Run one to its end, or until the run is cancelled; gives its exit status.

    Raises:
        Cancelled: it was ended.
        OSError: it could not be started.
    """
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, cwd=cwd
    ) as process:
        code = cancel.wait(process)
    # A terminal's Ctrl-C reaches the child as well, which may have ended of it before it was ended.
    cancel.check()
    assert code is not None
    return code


def run_quietly(command: list[str], cancel: CancelToken, cwd: Path | None = None) -> str | None:
    """Run a program that says nothing worth reading unless it fails.

    Returns:
        None if it ended with 0; otherwise how it ended, and what it said.

    Raises:
        Cancelled: it was ended.
        OSError: it could not be started.
    """
    with tempfile.TemporaryFile() as output:
        code = run_program(command, dict(os.environ), output.fileno(), cwd, cancel)
        output.seek(0)
        said = output.read().decode(errors="replace").strip()
    return f"the command ended with {code}: {said}" if code else None


def sign(command: str, program: Path, cancel: CancelToken) -> None:
    """Let the vendor's command sign a file.

    Args:
        command: of the vendor; `{file}` in it stands for the path.
        program: an executable or a set-up.
        cancel: stops it.

    Raises:
        PackagingFailed: it did not end with 0.
    """
    # On Windows a backslash is no escape, and quotes stay where they are.
    parts = shlex.split(command, posix=os.name != "nt")
    try:
        why = run_quietly([part.strip('"').replace("{file}", str(program)) for part in parts], cancel)
    except OSError as error:
        raise PackagingFailed(verbatim(f"The signing command cannot be started: {error}.")) from error
    if why:
        raise PackagingFailed(verbatim_lines(f"{program.name} was not signed; {why}"))
