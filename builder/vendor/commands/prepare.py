"""`engine-builder prepare`: an fp32 model in fp16 or bf16, with proof that its results are right."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

from builder.base.cancellation import CancelToken
from builder.base.options import durations
from builder.base.terminal import Stream
from builder.vendor.arguments import Commands, folder

if TYPE_CHECKING:
    from pathlib import Path

    from builder.base.errors import InvalidParameter
    from builder.references.tolerance import Tolerance
    from builder.vendor.manifest_editing import ManifestEditing
    from builder.vendor.preparing.package_entry import Place


def add(commands: Commands) -> None:
    """Declare the command."""
    about = (
        "Convert an fp32 model to fp16 or bf16, as far as its results allow. It is run on this computer's processor "
        "with rounding as a GPU does it; nodes without which the results are not right stay in fp32. A model that "
        "cannot be converted stays as it is, and the exit status is 1."
    )
    command = commands.add("prepare", about, run)
    command.add_argument("model", type=folder, metavar="MODEL", help="the ONNX file")
    command.add_argument("--to", choices=["fp16", "bf16"], help="what it is to compute in")
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
        "--min-cosine",
        type=_share,
        metavar="X",
        help="of each output with that of the model as it is (default without any limit: 0.9999, for bf16 0.999)",
    )
    command.add_argument("--max-abs", type=_positive, metavar="X", help="the largest difference of a value")
    command.add_argument("--min-psnr", type=_positive, metavar="DB", help="against the output's range of values")
    command.add_argument(
        "--keep",
        type=_pattern,
        action="append",
        default=[],
        metavar="REGEX",
        help="nodes that stay in fp32, by their whole name; can be given several times",
    )
    command.add_argument(
        "--budget",
        type=durations("minutes", digits=1, above_zero=True).read,
        default=10.0,
        metavar="MIN",
        help="minutes for the search for nodes that must stay in fp32 (default: 10)",
    )
    command.add_argument("--output", type=folder, metavar="FILE", help="default: beside the model, as NAME.fp16.onnx")
    command.add_argument("--package", type=folder, metavar="DIR", help="the folder of the app.toml that is to name it")
    command.add_argument(
        "--as-listed",
        action="store_true",
        help="with --package: convert it again with the nodes in fp32 that app.toml lists, without trying anything",
    )
    command.add_argument(
        "--inspect",
        action="store_true",
        help="write nothing; tell what a quantized model holds, what is wrong with it, which GPUs can run it",
    )
    command.add_argument("--json", action="store_true", help="machine-readable output")


def _positive(text: str) -> float:
    value = float(text)
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is not a number above 0")
    return value


def _share(text: str) -> float:
    value = float(text)
    if not 0 < value <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number above 0, at most 1")
    return value


def _pattern(text: str) -> re.Pattern[str]:
    try:
        return re.compile(text)
    except re.error as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no regular expression: {error}") from error


def run(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> int:
    """Carry it out."""
    from builder.app_package.manifest import find_manifest
    from builder.vendor.manifest_editing import ManifestEditing
    from builder.vendor.preparing.package_entry import find_place

    if options.inspect:
        return _inspect(options, out, cancel)
    editing = ManifestEditing(find_manifest(options.package)) if options.package else None
    if options.as_listed:
        if editing is None:
            raise _missing("--package", "the folder of the app.toml that lists them")
        return _again(options, _listed(options, editing), out, cancel)
    if not options.to:
        raise _missing("--to", "fp16 or bf16")
    output = _output(options)
    place = find_place(editing, options.model, output) if editing else None
    return _prepare(options, output, place, out, cancel)


def _prepare(options: argparse.Namespace, output: Path, place: Place | None, out: Stream, cancel: CancelToken) -> int:
    import sys
    import time

    from builder.base.errors import ExitCode
    from builder.base.files import write_atomically
    from builder.base.terminal import json_text
    from builder.vendor.preparing.background import in_background
    from builder.vendor.preparing.prepare import Request, prepare
    from builder.vendor.preparing.report import report_json, report_text

    request = Request(
        model=options.model,
        to=options.to,
        limits=_limits(options),
        samples=tuple(options.samples),
        shapes=place.shapes if place else None,
        keep=tuple(options.keep),
        seconds=60 * options.budget,
    )
    began = time.monotonic()
    tell = Stream(sys.stderr).line
    prepared = in_background(lambda: prepare(request, cancel, tell), cancel)
    report = json_text(report_json(request, prepared))
    out.line(report if options.json else report_text(request, prepared, time.monotonic() - began))
    if prepared.content is None:
        return ExitCode.BUILD_FAILED.number
    write_atomically(output.with_suffix(".json"), f"{report}\n".encode())
    _write(options, output, prepared.content, prepared.keep_fp32, place, out)
    return 0


def _limits(options: argparse.Namespace) -> Tolerance:
    from builder.references.tolerance import Tolerance
    from builder.vendor.preparing.prepare import MIN_COSINE

    limits = Tolerance(max_abs=options.max_abs, min_cosine=options.min_cosine, min_psnr=options.min_psnr)
    return limits if limits != Tolerance() else Tolerance(min_cosine=MIN_COSINE[options.to])


def _listed(options: argparse.Namespace, editing: ManifestEditing) -> Place:
    """Find what app.toml says of a prepared model, whose precision says what it was converted to."""
    import contextlib

    from builder.base.errors import InvalidParameter
    from builder.base.text import verbatim
    from builder.vendor.preparing.package_entry import find_place

    for to in [options.to] if options.to else ["bf16", "fp16"]:
        options.to = to
        with contextlib.suppress(InvalidParameter):
            place = find_place(editing, options.model, _output(options))
            if place.precision == to:
                return place
    raise InvalidParameter(
        verbatim(f"{editing.path} names no model in fp16 or bf16 that was made of {options.model.name}."),
        hint=verbatim("Prepare it first, with --to; where it has another name than usual, give --output as well."),
    )


def _again(options: argparse.Namespace, place: Place, out: Stream, cancel: CancelToken) -> int:
    """Make the model once more from what app.toml says of it."""
    from builder.vendor.preparing.background import in_background
    from builder.vendor.preparing.prepare import as_listed, read_source

    keep = place.keep_fp32
    content = in_background(lambda: as_listed(read_source(options.model, cancel), options.to, keep), cancel)
    _write(options, place.output, content, keep, place, out)
    return 0


def _write(
    options: argparse.Namespace, output: Path, content: bytes, keep: list[str], place: Place | None, out: Stream
) -> None:
    """Write the model, and let app.toml name it."""
    from builder.base.files import write_atomically

    write_atomically(output, content)
    if place is not None:
        place.note(content, options.to, keep)
    if not options.json:
        out.line(f"{output}: written{f', and named in {place.editing.path}' if place else ''}.")
        if place and (name := place.has_references_of):
            again = (
                f"engine-builder references --package {options.package} --model {name} --from {options.model} --derive"
            )
            out.line(f"The references of {name} are for the file before. Make them anew: {again}")


def _inspect(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> int:
    from builder.base.terminal import json_text
    from builder.vendor.preparing.quantized import inspect_quantized
    from builder.vendor.preparing.quantized_report import quantized_text, quantized_to_json

    facts = inspect_quantized(options.model, cancel)
    out.line(json_text({"schema": 1, **quantized_to_json(facts)}) if options.json else quantized_text(facts))
    return int(not facts.is_usable)


def _output(options: argparse.Namespace) -> Path:
    """Where the model goes; said now and not after minutes that it cannot."""
    from builder.base.errors import InvalidParameter
    from builder.base.paths import file_to_write, is_folder
    from builder.base.text import verbatim

    model: Path = options.model
    output: Path = file_to_write(options.output or model.with_name(f"{model.stem}.{options.to}.onnx"))
    if output.suffix != ".onnx" or output.resolve() == model.resolve():
        raise InvalidParameter(
            verbatim(f"--output: {output} is {'the model itself' if output.suffix == '.onnx' else 'no .onnx file'}."),
            hint=verbatim("Give another name that ends with .onnx; the fp32 model stays as it is."),
        )
    if not is_folder(output.parent):
        raise InvalidParameter(
            verbatim(f"--output: {output} would be in a folder that does not exist."),
            hint=verbatim("Give the name of a file in a folder that exists."),
        )
    return output


def _missing(option: str, what: str) -> InvalidParameter:
    from builder.base.errors import InvalidParameter
    from builder.base.text import verbatim

    return InvalidParameter(
        verbatim(f"{option} is missing: {what}."), hint=verbatim("See 'engine-builder prepare -h'.")
    )
