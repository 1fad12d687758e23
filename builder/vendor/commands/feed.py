"""`engine-builder feed`: engines that are delivered ready-made, in a signed repository of static files."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TypeVar

from builder.base.cancellation import CancelToken
from builder.base.options import whole_numbers
from builder.base.terminal import Stream
from builder.vendor.arguments import Commands, folder

T = TypeVar("T")

_ROLES = ("root", "targets", "online")
_MOST_DAYS = 3650
_MOST_KEYS = 20
_KEY = "a file, env:VARIABLE, or command:'PUBLIC-KEY-FILE COMMAND…'"


def add(commands: Commands) -> None:
    """Declare the command and its actions."""
    about = "Make and tend a feed: engines that are delivered ready-made, signed, from any web server."
    actions = Commands(commands.add("feed", about, run), "action", required=True)

    def add_action(name: str, about: str, *, keys: bool = True) -> argparse.ArgumentParser:
        action = actions.add(name, about, run)
        action.add_argument("feed", type=folder, metavar="FEED", help="the folder of the feed")
        if keys:
            help_text = f"a key to sign with: {_KEY}; may be repeated"
            action.add_argument("--key", action="append", default=[], metavar="KEY", dest="keys", help=help_text)
        return action

    init = add_action("init", "Make a feed that offers nothing yet, and keys for it where none are given.", keys=False)
    init.add_argument(
        "--key",
        action="append",
        type=_of_role(str),
        default=[],
        metavar="ROLE=KEY",
        dest="keys",
        help=f"a key of a role (root, targets or online): {_KEY}; may be repeated",
    )
    init.add_argument(
        "--keys",
        type=folder,
        metavar="DIR",
        dest="keys_folder",
        help="where keys are made (default: feed-keys beside FEED)",
    )
    init.add_argument(
        "--root",
        type=folder,
        metavar="FILE",
        help="what goes into the app package (default: feed-root.json beside FEED)",
    )
    _add_terms(init)
    key = actions.add("key", "Make a key: FILE is its private half, and FILE.pub the public one.", run)
    key.add_argument("file", type=folder, metavar="FILE", help="where to, such as keys/root-2.pem")
    adding = add_action("add", "Put engines, models and the vendor's statement into a feed, and publish it.")
    adding.add_argument(
        "targets", type=folder, nargs="*", metavar="TARGET", help="folders into which engine-installer put engines"
    )
    adding.add_argument(
        "--model",
        type=folder,
        action="append",
        default=[],
        metavar="FILE",
        dest="models",
        help="an ONNX file, with its external weights; may be repeated",
    )
    adding.add_argument("--statement", type=folder, metavar="FILE", help="the statement of 'engine-builder expect'")
    adding.add_argument("--keep", action="store_true", help="also keep the offers that these engines would replace")
    sign = add_action(
        "sign",
        "Sign what waits for it, and publish it once all signatures are there. Without --key it only says what waits. "
        "Options change who signs, and for how long.",
    )
    sign.add_argument(
        "--renew", action="append", choices=_ROLES[:2], default=[], help="sign it again, so that it expires later"
    )
    sign.add_argument(
        "--rotate-in",
        action="append",
        type=_of_role(str),
        default=[],
        metavar="ROLE=KEY",
        help="a key that a role gets; its public half is enough",
    )
    sign.add_argument(
        "--rotate-out",
        action="append",
        type=_of_role(str),
        default=[],
        metavar="ROLE=ID",
        help="a key that a role loses: its id, or how that begins",
    )
    _add_terms(sign)
    add_action(
        "refresh", "Confirm that the feed is up to date: snapshot and timestamp expire later, nothing else changes."
    )
    verify = actions.add(
        "verify",
        "Look at a feed as users' programs do: its signatures, every file, and what of it expires soon. "
        "The exit status is 1 if anything is not as it was signed, or has expired.",
        run,
    )
    verify.add_argument("feed", metavar="FEED|URL", help="its folder, or its address")
    verify.add_argument(
        "--root",
        type=folder,
        metavar="FILE",
        help="what app packages trust (default: feed-root.json beside the folder)",
    )
    verify.add_argument(
        "--within",
        type=whole_numbers(0, _MOST_DAYS).read,
        default=7,
        metavar="DAYS",
        help="warn of what expires in so many days (default: 7)",
    )
    verify.add_argument("--json", action="store_true", help="machine-readable output")
    prune = add_action("prune", "Remove the files that nothing names any more, and offers where asked.")
    prune.add_argument(
        "--library-version", action="append", default=[], metavar="VERSION", help="withdraw the engines of this version"
    )
    prune.add_argument(
        "--model", action="append", default=[], metavar="NAME", help="withdraw the engines of this model"
    )
    prune.add_argument("--dry-run", action="store_true", help="only say what would be removed")


def _add_terms(action: argparse.ArgumentParser) -> None:
    action.add_argument(
        "--threshold",
        action="append",
        type=_of_role(whole_numbers(1, _MOST_KEYS).read),
        default=[],
        metavar="ROLE=N",
        help="how many of its keys a role needs (default: 1)",
    )
    action.add_argument(
        "--expires",
        action="append",
        type=_of_role(whole_numbers(1, _MOST_DAYS).read),
        default=[],
        metavar="ROLE=DAYS",
        help="for how long its signatures hold (default: root=365, targets=90, online=14)",
    )


def _of_role(read: Callable[[str], T]) -> Callable[[str], tuple[str, T]]:
    def pair(text: str) -> tuple[str, T]:
        role, equals, value = text.partition("=")
        if role not in _ROLES or not equals or not value:
            raise argparse.ArgumentTypeError(f"{text!r}; expected root=…, targets=… or online=…")
        return role, read(value)

    return pair


def run(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> int:
    """Carry out an action."""
    if options.action == "verify":
        return _verify(options, out, cancel)
    for line in _run(options, cancel):
        out.line(line)
    return 0


def _verify(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> int:
    from builder.base.errors import ExitCode
    from builder.base.terminal import json_text
    from builder.vendor.feed.verifying import json_of, text_of, verify

    report = verify(options.feed, options.root, options.within, cancel)
    out.line(json_text(json_of(report)) if options.json else "\n".join(text_of(report)))
    return ExitCode.BUILD_FAILED.number if report.problems else 0


def _run(options: argparse.Namespace, cancel: CancelToken) -> list[str]:
    from builder.vendor.feed import changing
    from builder.vendor.feed.keys import load_key, make_key
    from builder.vendor.feed.roles import FEED_ROLES, RootChange

    match options.action:
        case "init":
            plan = changing.NewFeed(
                keys={role: [key for of, key in options.keys if of == role] for role in FEED_ROLES},
                folder=options.keys_folder or options.feed.parent / "feed-keys",
                thresholds=dict(options.threshold),
                days=dict(options.expires),
                pin=options.root or options.feed.parent / "feed-root.json",
            )
            return changing.init(options.feed, plan, cancel)
        case "key":
            key = make_key(options.file)
            return [f"{options.file}: key {key.id}", f"{options.file}.pub: its public half"]
        case "add":
            return changing.add(
                options.feed,
                options.targets,
                options.models,
                options.statement,
                options.keys,
                cancel,
                keep=options.keep,
            )
        case "sign":
            change = RootChange(
                add=tuple((role, load_key(key, cancel).public) for role, key in options.rotate_in),
                remove=tuple(options.rotate_out),
                thresholds=tuple(options.threshold),
                days=tuple(options.expires),
                renew="root" in options.renew,
            )
            return changing.sign(options.feed, change, options.keys, cancel, renew_targets="targets" in options.renew)
        case "refresh":
            return changing.refresh(options.feed, options.keys, cancel)
        case _:
            return changing.prune(
                options.feed,
                options.library_version,
                options.model,
                options.keys,
                cancel,
                dry_run=options.dry_run,
            )
