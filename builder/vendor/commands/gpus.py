"""`engine-builder gpus`: what there is, what each library can do with it, and whether it is in use."""

from __future__ import annotations

import argparse

from builder.base.cancellation import CancelToken
from builder.base.terminal import Stream
from builder.vendor.arguments import Commands


def add(commands: Commands) -> None:
    """Declare the command."""
    about = "List the NVIDIA GPUs of this computer, what each engine library can do with them, and who uses them."
    gpus = commands.add("gpus", about, run)
    gpus.add_argument("--json", action="store_true", help="machine-readable output")


def run(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> int:
    """Carry it out."""
    from builder.vendor.gpu_report import gpus

    out.line(gpus(cancel, as_json=options.json))
    return 0
