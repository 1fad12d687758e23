"""The receipt: what engine-installer has put into a target besides engines, so that it can all be taken away again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from builder.app_package.app import App, Registration
from builder.app_package.manifest import MANIFEST_NAME
from builder.base.errors import BlockedByPolicy, Remedy
from builder.base.json_file import Damaged, read_json
from builder.base.text import say
from builder.feed.contents import FeedVersions
from installer.target.journal import InTarget, Registered
from installer.target.paths import KEPT_PACKAGE, RECEIPT, is_maintenance
from installer.target.request import Scope

SCHEMA: Literal[1] = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalledFile:
    """A file as it was installed.

    Attributes:
        file: its path in the target.
        size: bytes.
        sha256: of its content.
        was_there: it was there before, exactly like this, so it is not ours to remove.
    """

    file: InTarget
    size: Annotated[int, Field(ge=0)]
    sha256: str
    was_there: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The whole receipt.

    Attributes:
        app: the application.
        scope: for whom it was installed.
        files: of the application, and the copies of its package and of the program that are kept for repairs.
        folders: that were made inside the target.
        made: the target and folders above it, where they were made; absolute paths.
        registration: None when nothing was registered.
        manifest_sha256: of the app.toml that was installed, whether a copy of it was kept or not; None from versions
            that did not record it.
        shortcuts: to the application, on the desktop; absolute paths.
        start_menu: the shortcut in Windows' Start menu, an absolute path; None where there is to be none.
        feed: the newest state of the vendor's feed that was seen; None where none was.
    """

    schema: Literal[1] = SCHEMA
    app: App
    scope: Scope
    files: tuple[InstalledFile, ...] = ()
    folders: tuple[InTarget, ...] = ()
    made: tuple[str, ...] = ()
    registration: Registration | None = None
    manifest_sha256: str | None = None
    shortcuts: tuple[str, ...] = ()
    start_menu: str | None = None
    feed: FeedVersions | None = None

    @property
    def registered(self) -> Registered | None:
        """What the operating system lists."""
        return Registered(app_id=self.app.id, scope=self.scope) if self.registration else None

    @property
    def all_shortcuts(self) -> tuple[str, ...]:
        """Those on the desktop, and that in the Start menu."""
        return (*self.shortcuts, *filter(None, [self.start_menu]))

    @property
    def manifest(self) -> str | None:
        """The hash of the manifest that was installed, as far as it is known."""
        return self.manifest_sha256 or self.hashes.get(f"{KEPT_PACKAGE}/{MANIFEST_NAME}")

    @property
    def application_files(self) -> tuple[InstalledFile, ...]:
        """Those of the application itself."""
        return tuple(file for file in self.files if not is_maintenance(file.file))

    @property
    def hashes(self) -> dict[str, str]:
        """The content of each file as it was installed, by its path."""
        return {file.file: file.sha256 for file in self.files}


PLAIN_CHANGED_BY_OTHERS = say("The records of the installation in this folder were changed or damaged.")


def read_receipt(target: Path) -> Receipt | None:
    """Read what was installed in a target; None when nothing was.

    Raises:
        BlockedByPolicy: it is not one that engine-installer wrote, so nothing it says may be removed.
        EngineInstallerError: it cannot be read.
    """
    path = target / RECEIPT
    try:
        return read_json(path, Receipt, SCHEMA)
    except Damaged as error:
        raise BlockedByPolicy(
            say("The receipt {file} is not as engine-installer wrote it: {fault}.", file=path, fault=error.reason),
            hint=say(
                "Someone has changed it, or the disk is damaged. Delete that file, then run the installer again; "
                "files of the application that are already there are then kept under another name."
            ),
            plain=PLAIN_CHANGED_BY_OTHERS,
            remedy=Remedy.OTHER_FOLDER,
        ) from error
