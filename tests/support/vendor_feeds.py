"""Feeds as a vendor makes them, with the commands of `engine-builder feed`, and what programs accept of them."""

from __future__ import annotations

import contextlib
import io
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tuf.api.exceptions import DownloadHTTPError
from tuf.api.metadata import Metadata, TargetFile
from tuf.ngclient import FetcherInterface, Updater, UpdaterConfig

from builder.vendor import command_line
from tests.support.program import ROOT, Ended


def feed_command(*arguments: str | Path) -> list[str]:
    """The command line of `engine-builder feed`, for a process of its own."""
    path = "import sys; sys.path.insert(0, sys.argv.pop(1))"
    start = f"{path}; from builder.vendor.command_line import main; sys.exit(main())"
    return [sys.executable, "-P", "-c", start, str(ROOT), "feed", *map(str, arguments)]


def run_feed(*arguments: str | Path) -> Ended:
    """`engine-builder feed` inside this process."""
    out, err = io.StringIO(), io.StringIO()
    with (
        pytest.MonkeyPatch.context() as patch,
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        patch.setattr(command_line, "cancel_on_signals", lambda _cancel: None)
        code = command_line.main(["feed", *map(str, arguments)])
    return Ended(code, out.getvalue(), err.getvalue())


class _Folder(FetcherInterface):
    """Gives what lies in a folder, as a web server of static files does."""

    def _fetch(self, url: str) -> Any:
        try:
            return iter([Path(url).read_bytes()])
        except FileNotFoundError:
            raise DownloadHTTPError("not found", 404) from None


@dataclass(frozen=True)
class VendorFeed:
    """A feed with the keys in files.

    Attributes:
        home: the folder of the feed, of the keys and of programs' memories.
    """

    home: Path

    @property
    def folder(self) -> Path:
        return self.home / "feed"

    @property
    def pin(self) -> Path:
        return self.home / "feed-root.json"

    def key(self, name: str) -> Path:
        return self.home / "feed-keys" / f"{name}.pem"

    def keys(self, *names: str) -> list[str | Path]:
        return [option for name in names for option in ("--key", self.key(name))]

    def run(self, action: str, *options: str | Path) -> Ended:
        return run_feed(action, self.folder, *options)

    def done(self, action: str, *options: str | Path) -> str:
        """Run an action that must succeed; gives what it says."""
        ended = self.run(action, *options)
        assert ended.code == 0, ended.err
        return ended.out

    def published(self, role: str, version: int | None = None) -> Metadata[Any]:
        """A signed file: of a version, or the newest."""
        folder = self.folder / "metadata"
        if role != "timestamp":
            newest = max(int(path.name.partition(".")[0]) for path in folder.glob(f"*.{role}.json"))
            return Metadata.from_file(str(folder / f"{version or newest}.{role}.json"))
        return Metadata.from_file(str(folder / "timestamp.json"))

    def pending(self, role: str) -> Metadata[Any]:
        """What waits for signatures."""
        return Metadata.from_file(str(self.folder / f"pending/{role}.json"))

    def files(self) -> dict[str, bytes]:
        """Everything that a web server gets."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for part in ("metadata", "targets")
            for path in (self.folder / part).rglob("*")
            if path.is_file()
        }


def seen_by(feed: VendorFeed, program: str, *, root: Path | None = None) -> Mapping[str, TargetFile]:
    """What a program accepts of a feed, by TUF's own client; each file of it is fetched and verified.

    Args:
        feed: which.
        program: names its memory: what it has once seen, it does not accept older.
        root: what its package pins; otherwise the feed's first list of keys.
    """
    memory = feed.home / f"memory-{program}"
    fetched = feed.home / "fetched"
    for folder in (memory, fetched):
        folder.mkdir(exist_ok=True)
    updater = Updater(
        str(memory), str(feed.folder / "metadata"), str(fetched), str(feed.folder / "targets"), fetcher=_Folder(),
        config=UpdaterConfig(), bootstrap=(root or feed.pin).read_bytes(),
    )  # fmt: skip
    updater.refresh()
    targets: Mapping[str, TargetFile] = updater._trusted_set.targets.targets
    for path in targets:
        target = updater.get_targetinfo(path)
        assert target is not None
        updater.download_target(target)
    shutil.rmtree(fetched)
    return targets


_SIGNER = """
import base64, sys
from cryptography.hazmat.primitives.serialization import load_pem_private_key
key = load_pem_private_key(open(sys.argv[1], "rb").read(), None)
print(base64.b64encode(key.sign(sys.stdin.buffer.read())).decode())
"""


def signing_command(folder: Path, key: Path) -> str:
    """A key behind a command, as an HSM has one: it gives signatures, and never the key."""
    script = folder / "hsm.py"
    script.write_text(_SIGNER)
    return f"command:'{key}.pub' '{sys.executable}' '{script}' '{key}'"
