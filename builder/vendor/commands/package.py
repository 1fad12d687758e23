"""`engine-builder package`: what end users download, from the program and one app package."""

from __future__ import annotations

import argparse

from builder.base.cancellation import CancelToken
from builder.base.terminal import Stream
from builder.vendor.arguments import Commands, add_limit_memory, folder


def add(commands: Commands) -> None:
    """Declare the command."""
    about = (
        "Make the installer that end users download. It is the program with one app package, everything accounted "
        "for, tested, with a list of hashes and a bill of materials."
    )
    package = commands.add("package", about, run)
    package.add_argument("--package", type=folder, required=True, metavar="DIR", help="the folder of app.toml")
    package.add_argument("--output", type=folder, default="dist", metavar="DIR", help="where to (default: dist)")
    package.add_argument(
        "--one-file", action="store_true", help="one executable that unpacks itself at each start, instead of a folder"
    )
    package.add_argument("--no-wizard", action="store_true", help="a program without a window, about 100 MB smaller")
    package.add_argument(
        "--no-app-package",
        action="store_true",
        help="the program alone, for installers that put the app package beside it and name it with --package",
    )
    package.add_argument("--sign-command", metavar="COMMAND", help="signs an executable; {file} stands for its path")
    package.add_argument(
        "--no-check", action="store_true", help="package models that were not built here, and 'verify = false'"
    )
    package.add_argument(
        "--emit",
        action="append",
        choices=("msi", "nsis", "winget", "intune"),
        default=[],
        help="make a set-up or manifests for a deployment tool as well, of a program for Windows; may be repeated",
    )
    package.add_argument(
        "--program",
        type=folder,
        metavar="DIR",
        help="emit for the program in this folder, which was packaged before, instead of packaging one now",
    )
    package.add_argument(
        "--download-url", metavar="URL", help="the folder on the web from which winget downloads the set-up"
    )
    add_limit_memory(package)


def run(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> int:
    """Carry it out."""
    from builder.app_package.package import load_package
    from builder.vendor.packaging.emitting.emit import Wish, check_wish, emit
    from builder.vendor.packaging.make import package
    from builder.vendor.packaging.product import Form

    wish = Wish(kinds=options.emit, download_url=options.download_url, sign_command=options.sign_command)
    check_wish(wish, one_file=options.one_file, packaged=bool(options.program))
    if options.program:
        emit(wish, load_package(options.package, cancel), options.program, options.output, out.line, cancel)
        return 0
    app, made = package(
        options.package,
        options.output,
        Form(one_file=options.one_file, wizard=not options.no_wizard, app_package=not options.no_app_package),
        sign_command=options.sign_command,
        show=out.line,
        cancel=cancel,
        check=not options.no_check,
        limit_memory=options.limit_memory,
    )
    if options.emit:
        emit(wish, app, made, options.output, out.line, cancel)
    return 0
