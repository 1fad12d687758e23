"""`engine-builder inspect`: what an ONNX file holds, in the words of app.toml."""

from __future__ import annotations

import argparse

from builder.base.cancellation import CancelToken
from builder.base.terminal import Stream
from builder.vendor.arguments import Commands, folder


def add(commands: Commands) -> None:
    """Declare the command."""
    about = (
        "Show inputs, outputs, precision, operators and weights of ONNX files, and what app.toml would say of them. "
        "Nothing is built or written."
    )
    command = commands.add("inspect", about, run)
    command.add_argument("models", type=folder, nargs="+", metavar="MODEL", help="an ONNX file, or a folder of them")
    command.add_argument("--json", action="store_true", help="machine-readable output")


def run(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> int:
    """Carry it out."""
    from builder.base.terminal import json_text
    from builder.vendor.drafting.finding import find_models
    from builder.vendor.drafting.report import facts_text, facts_to_json
    from builder.vendor.models.facts import read_models

    facts = read_models([source.path for source in find_models(options.models)], cancel)
    if options.json:
        out.line(json_text({"schema": 1, "models": [facts_to_json(each) for each in facts]}))
    else:
        out.line("\n\n".join(facts_text(each, cancel) for each in facts))
    return 0
