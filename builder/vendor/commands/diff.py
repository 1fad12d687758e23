"""`engine-builder diff`: what a release means for those who have the one before it."""

from __future__ import annotations

import argparse
import re

from builder.base.cancellation import CancelToken
from builder.base.options import COMPUTE_CAPABILITIES
from builder.base.terminal import Stream
from builder.vendor.arguments import Commands, folder

_VERSION = re.compile(r"\d+(\.\d+){1,5}")
_RELEASE = "the folder of an app.toml, one that 'engine-builder package' made, or that of an installation"


def add(commands: Commands) -> None:
    """Declare the command."""
    about = (
        "Say what a release makes users build again. Each engine that is built again, new or dropped is listed, with "
        "its GPUs, the time and room it takes, and the keys of app.toml that it comes from; then the files to download."
    )
    diff = commands.add("diff", about, run)
    diff.add_argument("old", type=folder, metavar="OLD", help=f"the release that users have: {_RELEASE}")
    diff.add_argument("new", type=folder, metavar="NEW", help="the release that they are going to get, likewise")
    diff.add_argument(
        "--for",
        dest="capabilities",
        type=COMPUTE_CAPABILITIES.read,
        default=(),
        metavar="SM,…",
        help="only GPUs of these compute capabilities, such as sm86,sm89 (default: all, and PCs without a GPU)",
    )
    diff.add_argument(
        "--old-library",
        type=_version,
        metavar="VERSION",
        help="of the TensorRT-RTX that OLD came with, where it does not say so itself (default: the one here)",
    )
    diff.add_argument("--json", action="store_true", help="machine-readable output")


def _version(text: str) -> str:
    if not _VERSION.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a version such as 1.7.1.116")
    return text


def run(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> int:
    """Carry it out."""
    import sys

    from builder.backend import TENSORRT_RTX, Installation
    from builder.base.terminal import json_text
    from builder.building.machine import survey_machine
    from builder.vendor.releases.difference import compare
    from builder.vendor.releases.release import read_release
    from builder.vendor.releases.report import text, to_json
    from builder.vendor.releases.status_line import status_line

    here = survey_machine(cancel)
    cuda = here.libraries[TENSORRT_RTX.name].cuda if TENSORRT_RTX.name in here.libraries else None
    library = Installation(options.old_library, cuda) if options.old_library else None
    old = read_release(options.old, here.libraries, cancel, library)
    new = read_release(options.new, here.libraries, cancel)
    with status_line(sys.stderr) as tell:
        difference = compare(old, new, here, options.capabilities, cancel, tell)
    out.line(json_text(to_json(difference)) if options.json else text(difference))
    return 0
