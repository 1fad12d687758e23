"""`engine-builder`, the application vendor's tool: flags in, exit status out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import builder
from builder.base.cancellation import CancelToken, cancel_on_signals
from builder.base.errors import EngineInstallerError, ExitCode, InternalError
from builder.base.options import LEAST_MEMORY_MIB, MOST_MEMORY_MIB, whole_numbers
from builder.base.terminal import Parser, Stream
from builder.base.text import verbatim


def _folder(text: str) -> Path:
    """A folder as the user names it, made absolute: a worker runs somewhere else."""
    from builder.base.files import absolute

    if not text:
        raise argparse.ArgumentTypeError("an empty path")
    return absolute(Path(text))


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
    _add_populate(commands)
    _add_caches(commands)
    _add_package(commands)
    return parser


def _add_populate(commands: Any) -> None:
    about = (
        "Build every model of an app package with classic TensorRT and write the timing cache of this computer's GPU "
        "model into the catalogue. Run it once on a PC of each GPU model, while nothing else uses the GPU."
    )
    populate = commands.add_parser("populate", help="Make the timing cache of this GPU.", description=about)
    populate.add_argument("--package", type=_folder, required=True, metavar="DIR", help="the folder of app.toml")
    populate.add_argument("--output", type=_folder, metavar="DIR", help="the catalogue (default: the package's)")
    populate.add_argument("--gpu", metavar="ID", help="an index, UUID or PCI bus id (default: the best)")
    populate.add_argument(
        "--optimization-level", type=int, choices=range(1, 6), metavar="1..5", help="instead of the package's"
    )
    populate.add_argument("--runs", type=int, choices=range(1, 100), default=1, metavar="N", help="cold builds of each")
    populate.add_argument("--fresh", action="store_true", help="measure again what the catalogue covers already")
    populate.add_argument(
        "--if-busy", choices=["stop", "wait", "build"], default="stop", help="when the GPU is in use (default: stop)"
    )
    _add_limit_memory(populate)


def _add_package(commands: Any) -> None:
    about = (
        "Make what end users download: the program with one app package, everything accounted for, tested, with a list "
        "of hashes and a bill of materials."
    )
    package = commands.add_parser("package", help="Make the installer that end users download.", description=about)
    package.add_argument("--package", type=_folder, required=True, metavar="DIR", help="the folder of app.toml")
    package.add_argument("--output", type=_folder, default="dist", metavar="DIR", help="where to (default: dist)")
    package.add_argument(
        "--one-file", action="store_true", help="one executable that unpacks itself at each start, instead of a folder"
    )
    package.add_argument("--sign-command", metavar="COMMAND", help="signs an executable; {file} stands for its path")
    package.add_argument(
        "--no-check", action="store_true", help="package models that were not built here, and 'verify = false'"
    )
    _add_limit_memory(package)


def _add_limit_memory(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--limit-memory",
        type=whole_numbers(LEAST_MEMORY_MIB, MOST_MEMORY_MIB).read,
        metavar="MIB",
        help="that builds may take (default: three quarters of the system memory)",
    )


def _add_caches(commands: Any) -> None:
    caches = commands.add_parser("caches", help="Look at and tend a catalogue of timing caches, on any machine.")
    actions = caches.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=Parser)

    def add(name: str, about: str) -> argparse.ArgumentParser:
        action: argparse.ArgumentParser = actions.add_parser(name, help=about, description=about)
        return action

    def add_folder(action: argparse.ArgumentParser) -> None:
        action.add_argument("folder", type=_folder, metavar="CATALOGUE", help="the folder of index.toml")

    add_folder(add("list", "Show every cache with what it is for and what it covers."))
    add_folder(add("verify", "Check hashes, keys and names."))
    merge = add("merge", "Bring the caches of other catalogues into this one.")
    add_folder(merge)
    merge.add_argument("sources", type=_folder, nargs="+", metavar="OTHER", help="catalogues to take caches from")
    prune = add("prune", "Remove caches of other TensorRT versions, and files that the index does not name.")
    add_folder(prune)
    prune.add_argument("--keep", action="append", default=[], metavar="VERSION", help="TensorRT versions to keep")
    prune.add_argument("--dry-run", action="store_true", help="only say what would be removed")
    explain = add("explain", "Say which cache each model would get on a computer (default: this one), and why.")
    explain.add_argument("--package", type=_folder, required=True, metavar="DIR", help="the folder of app.toml")
    explain.add_argument("--gpu", metavar="NAME", help="such as 'NVIDIA GeForce RTX 4060'")
    explain.add_argument("--compute-capability", metavar="X.Y", help="of that GPU")
    explain.add_argument("--cores", type=int, metavar="N", help="CUDA cores of that GPU")
    explain.add_argument("--tensorrt", metavar="VERSION", help="exact version of TensorRT")
    explain.add_argument("--cuda", metavar="VERSION", help="that TensorRT is made for")
    explain.add_argument("--os", choices=["linux", "windows"], help="operating system")


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

        if explained := explain_if_about_file(error):
            return _report(explained, given)
        import traceback

        Stream(sys.stderr).line(traceback.format_exc())
        message = verbatim(f"engine-builder hit an internal error: {error}")
        return _report(InternalError(message, hint=verbatim("Report it.")), given)


def _report(error: EngineInstallerError, given: list[str]) -> int:
    from builder.base.events import Result
    from builder.base.terminal import print_error_object, print_result

    result = Result(error.exit_code.number, error.exit_code.label, error.message, error.hint)
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
    match options.command:
        case "gpus":
            from builder.vendor.commands.gpus import gpus

            out.line(gpus(cancel, as_json=options.json))
        case "populate":
            _populate(options, out, cancel)
        case "package":
            _package(options, out, cancel)
        case "caches":
            out.line(_caches(options, cancel))
    return 0


def _populate(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> None:
    from builder.engines.options import EngineOptions
    from builder.gpu.busy import BusyPolicy
    from builder.vendor.commands.populate import populate

    populate(
        options.package,
        options.output,
        EngineOptions(gpu=options.gpu, optimization_level=options.optimization_level),
        BusyPolicy(options.if_busy),
        runs=options.runs,
        fresh=options.fresh,
        show=out.line,
        cancel=cancel,
        limit_memory=options.limit_memory,
    )


def _package(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> None:
    from builder.vendor.commands.package import package

    package(
        options.package,
        options.output,
        one_file=options.one_file,
        sign_command=options.sign_command,
        show=out.line,
        cancel=cancel,
        check=not options.no_check,
        limit_memory=options.limit_memory,
    )


def _caches(options: argparse.Namespace, cancel: CancelToken) -> str:
    from builder.vendor.commands import caches

    match options.action:
        case "list":
            return caches.list_caches(options.folder)
        case "verify":
            return caches.verify(options.folder, cancel)
        case "merge":
            return caches.merge(options.folder, options.sources, cancel)
        case "prune":
            return caches.prune(options.folder, options.keep, dry_run=options.dry_run)
        case _:
            return caches.explain(
                options.package,
                cancel,
                gpu_name=options.gpu,
                compute_capability=options.compute_capability,
                cores=options.cores,
                tensorrt=options.tensorrt,
                cuda=options.cuda,
                system=options.os,
            )


if __name__ == "__main__":
    sys.exit(main())
