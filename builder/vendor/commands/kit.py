"""`engine-builder kit`: everything that an installation without a network needs, in one folder."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from builder.vendor.arguments import Commands, folder

if TYPE_CHECKING:
    from builder.base.cancellation import CancelToken
    from builder.base.terminal import Stream


def add(commands: Commands) -> None:
    """Declare the command."""
    about = (
        "Put everything that an installation without a network needs into one folder. That is the program for each "
        "system, the app package, the wheels that it names and a snapshot of the feed, with one list of hashes and a "
        "page for administrators."
    )
    command = commands.add("kit", about, run)
    command.add_argument("package", type=folder, metavar="PACKAGE", help="the folder of app.toml")
    command.add_argument(
        "--program",
        type=folder,
        nargs="+",
        required=True,
        metavar="PROGRAM",
        help="what `engine-builder package` made: a folder or a file, one for each system",
    )
    command.add_argument("--wheels", type=folder, metavar="DIR", help="a folder with the wheels that app.toml names")
    command.add_argument("--feed", type=folder, metavar="DIR", help="the folder of the feed")
    command.add_argument("-o", "--output", type=folder, required=True, metavar="KIT", help="the folder to make")


def run(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> int:
    """Carry it out."""
    from builder.vendor.kits.make import KitWish, make_kit

    wish = KitWish(
        package=options.package,
        programs=options.program,
        wheels=options.wheels,
        feed=options.feed,
        output=options.output,
    )
    make_kit(wish, out.line, cancel)
    return 0
