"""`engine-builder`, the application vendor's tool: flags in, exit status out."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import builder
from builder.errors import EngineInstallerError, ExitCode, InternalError
from builder.terminal import Parser, Stream


def make_parser() -> Parser:
    """The command line, as `--help` shows it."""
    parser = Parser(
        prog="engine-builder",
        description="The application vendor's side of engine-installer.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"engine-builder {builder.__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    about_gpus = "List the NVIDIA GPUs of this computer, what each engine library can do with them, and who uses them."
    gpus = commands.add_parser("gpus", help=about_gpus, description=about_gpus, allow_abbrev=False)
    gpus.add_argument("--json", action="store_true", help="machine-readable output")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: the command line without the program's name.

    Returns:
        The exit status.
    """
    try:
        return _dispatch(list(sys.argv[1:] if arguments is None else arguments))
    except EngineInstallerError as error:
        return _report(error)
    except KeyboardInterrupt:
        return ExitCode.CANCELLED.number
    except Exception as error:
        import traceback

        sys.stderr.write(traceback.format_exc())
        return _report(InternalError(f"engine-builder met an error of its own: {error}", hint="Please report it."))


def _report(error: EngineInstallerError) -> int:
    from builder.protocol import Result
    from builder.terminal import print_result

    result = Result(error.exit_code.number, error.exit_code.label, error.message, error.hint)
    print_result(result, None)
    return result.code


def _dispatch(given: list[str]) -> int:
    parser = make_parser()
    options = parser.parse_args(given)
    if options.command is None:
        parser.print_help(sys.stderr)
        return ExitCode.INVALID_PARAMETER.number
    from builder.commands.gpus import gpus

    Stream(sys.stdout).line(gpus(as_json=options.json))
    return 0


if __name__ == "__main__":
    sys.exit(main())
