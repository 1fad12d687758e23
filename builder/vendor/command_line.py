"""`engine-builder`, the application vendor's tool: flags in, exit status out."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import builder
from builder.base.cancellation import CancelToken, cancel_on_signals
from builder.base.errors import EngineInstallerError, ExitCode, InternalError, OutOfMemory, says_out_of_memory
from builder.base.terminal import Parser, Stream, settle_standard_streams
from builder.base.text import verbatim
from builder.vendor.arguments import Commands
from builder.vendor.commands import (
    add,
    caches,
    check,
    diff,
    expect,
    feed,
    gpus,
    inspect,
    kit,
    lock,
    new,
    package,
    populate,
    prepare,
    references,
)
from builder.vendor.commands import hash as hash_files

_COMMANDS = (
    new,
    add,
    hash_files,
    inspect,
    prepare,
    check,
    references,
    expect,
    diff,
    gpus,
    populate,
    caches,
    feed,
    lock,
    package,
    kit,
)
"""In the order of `--help`."""


def make_parser() -> Parser:
    """The command line, as `--help` shows it."""
    parser = Parser(
        prog="engine-builder",
        description="The application vendor's side of engine-installer.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"engine-builder {builder.__version__}")
    commands = Commands(parser, "command")
    for command in _COMMANDS:
        command.add(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: the command line without the program's name.

    Returns:
        The exit status.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        cancel = CancelToken()
        cancel_on_signals(cancel)
        Stream.cancel = cancel
        return _dispatch(given, cancel)
    except EngineInstallerError as error:
        return _report(error, given)
    except Exception as error:
        from builder.base.files import explain_if_about_file

        if says_out_of_memory(f"{type(error).__name__}: {error}"):
            hint = verbatim("Close other programs, or raise the limit of memory (ulimit -v), then run it again.")
            return _report(OutOfMemory(verbatim("There is not enough memory to go on."), hint=hint), given)
        if explained := explain_if_about_file(error):
            return _report(explained, given)
        import traceback

        Stream(sys.stderr).line(traceback.format_exc())
        message = verbatim(f"engine-builder hit an internal error: {error}")
        return _report(InternalError(message, hint=verbatim("Report it.")), given)
    finally:
        settle_standard_streams()


def _report(error: EngineInstallerError, given: list[str]) -> int:
    from builder.base.events import Result
    from builder.base.terminal import print_error_object, print_result
    from builder.vendor.hints import for_vendors

    result = Result(error.exit_code.number, error.exit_code.label, error.message, for_vendors(error.hint))
    if "--json" in given:
        print_error_object(result)
    print_result(result, None)
    return result.code


def _dispatch(given: list[str], cancel: CancelToken) -> int:
    parser = make_parser()
    options = parser.parse_args(given)
    if options.command is None:
        parser.print_help(sys.stderr)
        return ExitCode.INVALID_PARAMETER.number
    out = Stream(sys.stdout)
    status: int = options.run(options, out, cancel)
    out.check_written()
    return status


if __name__ == "__main__":
    sys.exit(main())
