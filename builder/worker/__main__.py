"""Entry of the worker process: read one job from standard input, build, report, end."""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from pathlib import Path

from builder.base.errors import EngineInstallerError, ExitCode, says_out_of_memory
from builder.base.events import BuildJob, Failed
from builder.base.program import REPRODUCIBLE_ARGUMENT, WORKER, child_arguments, child_command
from builder.base.text import say
from builder.operating_system import fix_addresses, has_fixed_addresses, prepare_worker_process
from builder.worker.channel import Channel
from builder.worker.deep_stack import run_with_deep_stack


def main() -> int:
    """Run one job.

    Returns:
        0 when the job was done, 1 when it was not; in both cases the last event on the channel says more.
    """
    if REPRODUCIBLE_ARGUMENT in child_arguments():
        _start_again_at_fixed_addresses()
    channel = Channel.open()
    prepare_worker_process()
    job = channel.read_job()
    if job is None:
        return 1
    channel.listen(abandon=None if job.check_only else Path(job.output))
    return run_with_deep_stack(lambda: run_job(job, channel))


def _start_again_at_fixed_addresses() -> None:
    """Become another process with the same streams; return where that cannot be had, or is the case already."""
    if not has_fixed_addresses() and fix_addresses():
        command = child_command(WORKER)  # without the argument: it is done once, whatever comes of it
        with contextlib.suppress(OSError):
            os.execv(command[0], command)  # noqa: S606


def run_job(job: BuildJob, channel: Channel) -> int:
    """Run a job and report how it ended; one that was done ends the process."""
    try:
        # Only now: a cancel must be heard while the engine library is loaded.
        from builder.worker.build import build_engine

        channel.end_with(build_engine(job, channel))
    except EngineInstallerError as error:
        failure = Failed.of(error)
    except Exception as error:
        # The parent must hear of every end, and a traceback belongs in the log.
        failure = _failure(job, error)
    channel.send(failure)
    return 1


def _failure(job: BuildJob, error: Exception) -> Failed:
    if says_out_of_memory(f"{type(error).__name__}: {error}"):
        return Failed(
            ExitCode.OUT_OF_MEMORY.label,
            say("There is not enough memory to build the model {model!r}.", model=job.model),
            say(
                "Close other programs or build fewer models at once with --jobs 1.",
                window="Close other programs, then try again.",
            ),
            traceback.format_exc(),
        )
    return Failed(
        ExitCode.INTERNAL_ERROR.label,
        say("Building the model {model!r} hit an internal error of engine-installer.", model=job.model),
        say("Report it with the log file."),
        traceback.format_exc(),
    )


if __name__ == "__main__":
    sys.exit(main())
