"""The snapshot of a feed that goes into a kit: what its current lists name, and nothing else of its folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from builder.app_package.package import AppPackage
from builder.app_package.package_files import PackageFile
from builder.base import kit
from builder.base.cancellation import CancelToken
from builder.base.errors import Fault, FeedNotTrusted, PackageMissing
from builder.base.files import os_errors_as, sha256_of
from builder.base.names import one_line
from builder.base.paths import is_regular_file
from builder.base.small_files import read_small_file
from builder.base.text import say
from builder.feed.client import open_feed
from builder.feed.contents import Feed
from builder.vendor.kits.part import Part


def feed_parts(
    app: AppPackage, folder: Path | None, faults: list[Fault], show: Callable[[str], None], cancel: CancelToken
) -> Iterator[Part]:
    """Find the files of a feed, once its signatures were verified with the list of keys in the app package.

    Args:
        app: the app package.
        folder: of the feed; None for a kit without one.
        faults: gets what is missing or damaged.
        show: gets warnings.
        cancel: stops it.

    Raises:
        EngineInstallerError: a file cannot be read.
    """
    if folder is None:
        yield from _without(app, faults, show)
        return
    table, keys = app.manifest.feed, app.feed_root
    if table is None or keys is None:
        faults.append(Fault("app.toml", "feed", "nothing", f"a table [feed] for {one_line(str(folder))}"))
        return
    with os_errors_as(keys.path, say("read")):
        root = read_small_file(keys.path)
    try:
        contents = open_feed(table.url, table.mirrors, root, folder, None, cancel).contents
    except (FeedNotTrusted, PackageMissing) as error:
        faults.append(Fault(one_line(str(folder)), "", str(error.message), "the feed of this app package"))
        return
    for warning in contents.warnings:
        show(f"warning: {warning}")
    faults += [
        Fault(file.relative, "", f"nothing with its hash in {one_line(str(folder))}", "the file of the model")
        for file in _models_in_feed(app)
        if file.sha256 not in contents.models
    ]
    for file, sha256 in _files(contents, folder):
        path = folder / file
        with os_errors_as(path, say("read")):
            found = sha256_of(path, cancel) if is_regular_file(path) else None
        if found is None or sha256 not in (None, found):
            what = "nothing" if found is None else f"another file, with SHA-256 {found}"
            faults.append(Fault(one_line(str(path)), "", what, "the file that the feed lists"))
        else:
            yield Part(f"{kit.FEED}/{file}", path, found)


def _without(app: AppPackage, faults: list[Fault], show: Callable[[str], None]) -> Iterator[Part]:
    """Say what a kit without a feed lacks."""
    needed = [model.name for model in app.models if model.strategy == "download"]
    needed += [file.relative for file in _models_in_feed(app)]
    if needed:
        what = f"only the feed has what {', '.join(needed)} needs"
        faults.append(Fault("app.toml", "feed", what, "the folder of the feed, with --feed"))
    elif app.manifest.feed:
        show("warning: without --feed, the kit has no ready-made engine, and every engine is built on the user's PC")
    yield from ()


def _models_in_feed(app: AppPackage) -> list[PackageFile]:
    """The files that engines may be built from and that the app package does not have."""
    models = [each for model in app.models if model.strategy != "download" for each in (model, *model.variants)]
    return list(dict.fromkeys(file for model in models for file in model.in_feed))


def _files(contents: Feed, folder: Path) -> Iterator[tuple[str, str | None]]:
    """The files of a feed with their hashes; None for signed lists, which have no other name."""
    versions = contents.versions
    roots = (f"metadata/{number}.root.json" for number in range(1, versions.root + 1))
    # Programs begin with the version that they were given, so an old one need not be there any more.
    yield from ((name, None) for name in roots if is_regular_file(folder / name))
    for name in ("timestamp", f"{versions.snapshot}.snapshot", f"{versions.targets}.targets"):
        yield f"metadata/{name}.json", None
    listed = [(offer.path, offer.record.sha256) for offer in contents.offers]
    others = (*contents.models.values(), *filter(None, [contents.statement]))
    for path, sha256 in [*listed, *((file.path, file.sha256) for file in others)]:
        above, slash, name = path.rpartition("/")
        yield f"targets/{above}{slash}{sha256}.{name}", sha256
