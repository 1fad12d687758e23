"""`engine-builder hash`: what app.toml says of files, made true again."""

from __future__ import annotations

import argparse

from builder.base.cancellation import CancelToken
from builder.base.terminal import Stream
from builder.vendor.arguments import Commands, folder


def add(commands: Commands) -> None:
    """Declare the command."""
    about = (
        "Refresh every hash in app.toml after models or payload files have changed. It also lets external_data name "
        "the files that the models refer to. Comments and order stay as they are."
    )
    command = commands.add("hash", about, run)
    command.add_argument("folder", type=folder, metavar="DIR", help="the folder of app.toml")
    command.add_argument(
        "--check", action="store_true", help="write nothing; exit with status 1 if anything would change"
    )


def run(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> int:
    """Carry it out."""
    from builder.app_package.manifest import find_manifest
    from builder.base.errors import ExitCode
    from builder.vendor.drafting.hashing import refresh
    from builder.vendor.manifest_editing import ManifestEditing

    editing = ManifestEditing(find_manifest(options.folder))
    done = refresh(editing, cancel)
    cancel.check()
    written = not options.check and editing.save()
    for line in (*done.changes, *done.left):
        out.line(line)
    if done.changes:
        right = "one hash was" if done.right == 1 else f"{done.right} hashes were"
        out.line(f"{editing.path}: {'written' if written else 'not written'}; {right} right.")
    else:
        right = "the hash is" if done.right == 1 else f"all {done.right} hashes are"
        out.line(f"{editing.path}: nothing to change; {right} right.")
    return ExitCode.BUILD_FAILED.number if options.check and done.changes else 0
