"""`engine-builder caches`: look at and tend a catalogue of timing caches, on any machine."""

from __future__ import annotations

import argparse

from builder.base.cancellation import CancelToken
from builder.base.terminal import Stream
from builder.vendor.arguments import Commands, folder


def add(commands: Commands) -> None:
    """Declare the command and its actions."""
    about = "Look at and tend a catalogue of timing caches, on any machine."
    actions = Commands(commands.add("caches", about, run), "action", required=True)

    def add_action(name: str, about: str) -> argparse.ArgumentParser:
        return actions.add(name, about, run)

    def add_folder(action: argparse.ArgumentParser) -> None:
        action.add_argument("folder", type=folder, metavar="CATALOGUE", help="the folder of index.toml")

    add_folder(add_action("list", "Show every cache with what it is for and what it covers."))
    add_folder(add_action("verify", "Check hashes, keys and names."))
    merge = add_action("merge", "Bring the caches of other catalogues into this one.")
    add_folder(merge)
    merge.add_argument("sources", type=folder, nargs="+", metavar="OTHER", help="catalogues to take caches from")
    prune = add_action("prune", "Remove caches of other TensorRT versions, and files that the index does not name.")
    add_folder(prune)
    prune.add_argument("--keep", action="append", default=[], metavar="VERSION", help="TensorRT versions to keep")
    prune.add_argument("--dry-run", action="store_true", help="only say what would be removed")
    explain = add_action("explain", "Say which cache each model would get on a computer (default: this one), and why.")
    explain.add_argument("--package", type=folder, required=True, metavar="DIR", help="the folder of app.toml")
    explain.add_argument("--gpu", metavar="NAME", help="such as 'rtx 4060'")
    explain.add_argument("--compute-capability", metavar="X.Y", help="of a GPU that is not known by name")
    explain.add_argument("--cores", type=int, metavar="N", help="CUDA cores of a GPU that is not known by name")
    explain.add_argument("--tensorrt", metavar="VERSION", help="exact version of TensorRT")
    explain.add_argument("--cuda", metavar="VERSION", help="that TensorRT is made for")
    explain.add_argument("--os", choices=["linux", "windows"], help="operating system")


def run(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> int:
    """Carry out an action."""
    out.line(_run(options, cancel))
    return 0


def _run(options: argparse.Namespace, cancel: CancelToken) -> str:
    from builder.vendor import catalogue_report as caches

    match options.action:
        case "list":
            return caches.list_caches(options.folder)
        case "verify":
            return caches.verify(options.folder, cancel)
        case "merge":
            return caches.merge(options.folder, options.sources, cancel)
        case "prune":
            return caches.prune(options.folder, options.keep, dry_run=options.dry_run)
        case _:
            return caches.explain(
                options.package,
                cancel,
                gpu_name=options.gpu,
                compute_capability=options.compute_capability,
                cores=options.cores,
                tensorrt=options.tensorrt,
                cuda=options.cuda,
                system=options.os,
            )
