"""`engine-builder add`: more models in an app package."""

from __future__ import annotations

import argparse

from builder.base.cancellation import CancelToken
from builder.base.terminal import Stream
from builder.vendor.arguments import Commands, folder


def add(commands: Commands) -> None:
    """Declare the command."""
    about = (
        "Add ONNX models to an app package, drafted as 'new' does it. Comments and order of app.toml stay as they are."
    )
    command = commands.add("add", about, run)
    command.add_argument("folder", type=folder, metavar="DIR", help="the folder of app.toml")
    command.add_argument("models", type=folder, nargs="+", metavar="MODEL", help="ONNX files or folders of them")


def run(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> int:
    """Carry it out."""
    from builder.vendor.drafting.asking import terminal
    from builder.vendor.drafting.draft import add_models, report

    report(add_models(options.folder, options.models, terminal(out, cancel), cancel), out.line)
    return 0
