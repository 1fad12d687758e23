"""`engine-builder check`: every model for every target, really built."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from builder.base.cancellation import CancelToken
from builder.base.options import COMPUTE_CAPABILITIES, whole_numbers
from builder.base.terminal import Stream
from builder.vendor.arguments import Commands, add_limit_memory, folder, only_models

if TYPE_CHECKING:
    from pathlib import Path

_MOST_JOBS = 512


def add(commands: Commands) -> None:
    """Declare the command."""
    about = (
        "Build every model of an app package for every GPU generation, and say what comes of it. TensorRT-RTX needs no "
        "GPU for that; the engines are thrown away. The exit status is 1 where a model builds for nothing at all, or "
        "as --fail-on says, and 0 otherwise."
    )
    check = commands.add("check", about, run)
    check.add_argument(
        "--package", type=folder, default=".", metavar="DIR", help="the folder of app.toml (default: this one)"
    )
    check.add_argument(
        "--for",
        dest="targets",
        type=COMPUTE_CAPABILITIES.read,
        default=(),
        metavar="SM,…",
        help="only these compute capabilities, such as sm75,sm86 (default: all, the portable engine and TensorRT)",
    )
    check.add_argument(
        "--model", action="append", default=[], metavar="NAME", help="only this model; can be given several times"
    )
    check.add_argument("--json", action="store_true", help="machine-readable output")
    check.add_argument("--html", type=folder, metavar="FILE", help="also write the report as a page of its own")
    check.add_argument(
        "--html-for-vendor", action="store_true", help="put what helps, advice and warnings on that page as well"
    )
    check.add_argument(
        "--fail-on",
        choices=["nowhere", "refused", "warning"],
        default="nowhere",
        help="exit status 1 for a model that builds nowhere (default), also for one that is refused for some target, "
        "or also for warnings and advice",
    )
    check.add_argument(
        "--jobs",
        type=whole_numbers(1, _MOST_JOBS).read,
        metavar="N",
        help="builds at once (default: as many as processors and memory allow)",
    )
    add_limit_memory(check)


def run(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> int:
    """Carry it out."""
    import sys

    from builder.app_package.package import load_package
    from builder.base.terminal import json_text
    from builder.vendor.checking.building import check_package
    from builder.vendor.checking.html_report import html_report
    from builder.vendor.checking.json_report import to_json
    from builder.vendor.checking.matrix import all_columns
    from builder.vendor.checking.progress import ProgressLine
    from builder.vendor.checking.text_report import text_report

    columns = all_columns(options.targets)
    if options.html:
        _check_place(options.html)
    app = only_models(load_package(options.package, cancel), options.model)
    progress = ProgressLine(sys.stderr, sum(1 + len(model.variants) for model in app.models) * len(columns))
    try:
        matrix = check_package(
            app, columns, progress.hear, cancel, jobs=options.jobs, limit_memory=options.limit_memory, with_advice=True
        )
    finally:
        progress.end()
    if options.html:
        _write_page(options.html, html_report(matrix, for_vendor=options.html_for_vendor))
    out.line(json_text(to_json(matrix)) if options.json else text_report(matrix))
    return int(matrix.fails(options.fail_on))


def _check_place(page: Path) -> None:
    """Say now and not after minutes that the page cannot be written there."""
    from builder.base.errors import InvalidParameter
    from builder.base.names import one_line
    from builder.base.paths import file_to_write, is_folder
    from builder.base.text import verbatim

    if not is_folder(file_to_write(page).parent):
        message = verbatim(f"--html: {one_line(str(page))} would be in a folder that does not exist.")
        raise InvalidParameter(message, hint=verbatim("Give the name of a file in a folder that exists."))


def _write_page(page: Path, content: str) -> None:
    from builder.base.files import write_atomically
    from builder.base.paths import file_to_write

    write_atomically(file_to_write(page), content.encode())
