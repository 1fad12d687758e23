"""`engine-builder references`: what is right for each model, to check engines with on users' GPUs."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from builder.base.cancellation import CancelToken
from builder.base.terminal import Stream
from builder.vendor.arguments import Commands, folder

if TYPE_CHECKING:
    from pathlib import Path

    from builder.app_package.manifest import ManifestFile
    from builder.app_package.reference_table import ReferenceSpec
    from builder.base.errors import InvalidParameter
    from builder.vendor.references.make import Made, Request

FOLDER = "references"


def add(commands: Commands) -> None:
    """Declare the command."""
    about = (
        "Make references: inputs of each model with the outputs that are right for them, as this computer's processor "
        "computes them, and how far an engine may be from these. They go into the app package, and app.toml names "
        "them. What a shipped file itself would miss is refused."
    )
    command = commands.add("references", about, run)
    command.add_argument(
        "--package", type=folder, default=".", metavar="DIR", help="the folder of app.toml (default: this one)"
    )
    command.add_argument(
        "--model", action="append", default=[], metavar="NAME", help="only this model; can be given several times"
    )
    command.add_argument(
        "--samples",
        type=folder,
        nargs="+",
        action="extend",
        default=[],
        metavar="FILE",
        help=".npz files with an array for each input, or .npy files; without them, samples are made up",
    )
    command.add_argument(
        "--from",
        dest="source",
        type=folder,
        metavar="FILE",
        help="the fp32 file that the shipped one was made of: its outputs are right (default: the shipped one)",
    )
    command.add_argument("--max-abs", type=_number(0, math.inf), metavar="X", help="the largest difference of a value")
    command.add_argument(
        "--min-cosine", type=_number(-1, 1), metavar="X", help="the smallest cosine with what is right"
    )
    command.add_argument(
        "--min-psnr", type=_number(-math.inf, math.inf), metavar="DB", help="against the output's range of values"
    )
    command.add_argument(
        "--derive", action="store_true", help="derive tolerances anew, instead of those that app.toml has"
    )
    command.add_argument(
        "--check",
        action="store_true",
        help="make nothing: try the references that are there; exit status 1 if one fails",
    )
    command.add_argument("--json", action="store_true", help="machine-readable output")


def _number(least: float, most: float) -> Callable[[str], float]:
    def read(text: str) -> float:
        value = float(text)
        if not (math.isfinite(value) and least <= value <= most):
            raise argparse.ArgumentTypeError(f"{text} is out of range")
        return value

    return read


def run(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> int:
    """Carry it out."""
    import hashlib
    from functools import partial

    from builder.app_package.manifest import checked, find_manifest, parse_manifest
    from builder.app_package.package import load_package
    from builder.base.terminal import json_text
    from builder.vendor.arguments import only_models
    from builder.vendor.preparing.background import in_background
    from builder.vendor.references.make import again, make
    from builder.vendor.references.report import in_words, to_json

    manifest = parse_manifest(find_manifest(options.package))
    stated = {spec.name: spec.reference for spec in checked(manifest).model if spec.reference}
    app = load_package(manifest if options.check else _without_references(manifest), cancel)
    models = only_models(app, options.model).models
    if options.check:
        models = tuple(model for model in models if model.reference)
    elif len(models) > 1 and (options.samples or options.source):
        raise _which_model([model.name for model in models])
    done = []
    for model in models:
        spec = stated.get(model.name)
        request = _request(options, spec)
        made = in_background(
            partial(again, model, cancel) if options.check else partial(make, model, request, cancel), cancel
        )
        file = spec.file if spec else f"{FOLDER}/{model.name}.npz"
        done.append((made, file, hashlib.sha256(made.content).hexdigest()))
        if not options.json:
            out.line(in_words(made))
    cancel.check()
    if not options.check:
        _write(manifest.path, done)
    if options.json:
        out.line(json_text({"schema": 1, "models": [to_json(*each) for each in done]}))
    elif not done:
        out.line("There are no references to try.")
    return 0


def _without_references(file: ManifestFile) -> ManifestFile:
    """Leave out what is to be made: it may be missing, or of a former model."""
    from dataclasses import replace

    from builder.app_package.manifest import checked

    data = dict(file.data) | {
        "model": [{key: value for key, value in model.items() if key != "reference"} for model in file.data["model"]]
    }
    models = [spec.model_copy(update={"reference": None}) for spec in checked(file).model]
    return replace(file, data=data, manifest=checked(file).model_copy(update={"model": models}))


def _request(options: argparse.Namespace, spec: ReferenceSpec | None) -> Request:
    from builder.references.tolerance import Tolerance
    from builder.vendor.references.make import Request

    return Request(
        samples=tuple(options.samples),
        source=options.source,
        given=Tolerance(max_abs=options.max_abs, min_cosine=options.min_cosine, min_psnr=options.min_psnr),
        stated=spec.tolerances() if spec and not options.derive else {},
    )


def _write(manifest: Path, done: list[tuple[Made, str, str]]) -> None:
    """Write the references, and let app.toml name them."""
    from builder.base.files import os_errors_as, write_atomically
    from builder.base.text import say
    from builder.vendor.manifest_editing import ManifestEditing, steps
    from builder.vendor.references.manifest_entry import note

    editing = ManifestEditing(manifest)
    for made, file, sha256 in done:
        path = manifest.parent / file
        with os_errors_as(path.parent, say("create")):
            path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, made.content)
        note(editing, int(steps(made.model.place)[1]), made, file, sha256)
    editing.save()


def _which_model(names: list[str]) -> InvalidParameter:
    from builder.base.errors import InvalidParameter
    from builder.base.text import verbatim

    return InvalidParameter(
        verbatim("--samples and --from are for one model, and the app package has more."),
        hint=verbatim(f"Say which with --model: it has {', '.join(map(repr, names))}."),
    )
