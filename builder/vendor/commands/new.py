"""`engine-builder new`: an app package drafted from ONNX files."""

from __future__ import annotations

import argparse

from builder.base.cancellation import CancelToken
from builder.base.terminal import Stream
from builder.vendor.arguments import Commands, folder


def add(commands: Commands) -> None:
    """Declare the command."""
    about = (
        "Draft an app package from ONNX files: app.toml with hashes, precision and a proposed profile for dynamic "
        "inputs. Models from elsewhere are copied into DIR/models. What could not be known is asked for on a "
        "terminal, or marked with '# decide:'."
    )
    new = commands.add("new", about, run)
    new.add_argument("folder", type=folder, metavar="DIR", help="the folder of the package; made if it is missing")
    new.add_argument(
        "models",
        type=folder,
        nargs="*",
        default=[],  # otherwise an error says that MODEL is required
        metavar="MODEL",
        help="ONNX files or folders of them (default: those in DIR); models in folders of their own become features",
    )
    new.add_argument("--name", metavar="TEXT", help="of the application, as users know it")
    new.add_argument("--publisher", metavar="TEXT", help="who publishes it")
    new.add_argument("--id", metavar="ID", help="your domain backwards, such as com.example.photo-studio")
    new.add_argument("--version", metavar="TEXT", help="of the application (default: 1.0.0)")


def run(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> int:
    """Carry it out."""
    import os
    import shlex
    import subprocess

    from builder.vendor.drafting.asking import terminal
    from builder.vendor.drafting.draft import new_package, report
    from builder.vendor.drafting.manifest_text import AppFacts

    app = AppFacts(options.name, options.publisher, options.id, options.version)
    drafted = new_package(options.folder, options.models, app, terminal(out, cancel), cancel)
    report(drafted, out.line)
    quote = subprocess.list2cmdline if os.name == "nt" else shlex.join
    out.line(f"Next: engine-builder check --package {quote([str(options.folder)])}")
    return 0
