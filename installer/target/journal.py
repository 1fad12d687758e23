"""The journal: what is being carried out in a target, as operations each of which can be done again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from builder.app_package.app import AppId
from builder.base.toml_file import INSIDE
from builder.engines.index import EngineFileName
from builder.engines.store import ENGINE_STAGING
from installer.target.paths import STAGING
from installer.target.request import Scope

SCHEMA: Literal[1] = 1


def _staged(value: str) -> str:
    if not value.startswith((f"{STAGING}/", f"{ENGINE_STAGING}/")):
        raise ValueError("a path inside a staging folder")
    return value


InTarget = Annotated[str, INSIDE]
InStaging = Annotated[str, INSIDE, AfterValidator(_staged)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Install:
    """Put a staged file where it belongs.

    Attributes:
        staged: the file.
        file: its place; what is there is replaced.
        sha256: of its content.
        replaces: the hash of what is there now; None when nothing is, or when it does not matter.
        last: everything before it must have reached the disk, because it speaks of it.
    """

    do: Literal["place"] = "place"
    staged: InStaging
    file: InTarget
    sha256: str
    replaces: str | None = None
    last: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """Keep a file that is not ours under another name; the name has a part of its hash, so this can be repeated."""

    do: Literal["set_aside"] = "set_aside"
    file: InTarget
    to: InTarget


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """Remove a file of ours.

    Attributes:
        file: its path.
        sha256: of its content; None when it does not matter.
        first: that it is gone must have reached the disk before anything after it, of which it speaks.
    """

    do: Literal["remove"] = "remove"
    file: InTarget
    sha256: str | None = None
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveFolder:
    """Remove a folder of ours, if it is empty."""

    do: Literal["remove_folder"] = "remove_folder"
    folder: InTarget


Operation = Annotated[Install | Backup | Remove | RemoveFolder, Field(discriminator="do")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """What the operating system lists: an application, for whom."""

    app_id: AppId
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """What is being carried out in a target.

    Attributes:
        action: what the run was.
        operations: in this order.
        superseded: engine files that engines.json no longer names; removed in the end, when no program holds them.
        unregister: what the operating system is to list no longer; before everything else.
        made: folders that were made for the application, up to the target's parents; absolute paths.
        shortcuts: that are removed together with the registration, if they lead to the target; absolute paths.
    """

    schema: Literal[1] = SCHEMA
    action: Literal["install", "uninstall"]
    operations: tuple[Operation, ...]
    superseded: tuple[EngineFileName, ...] = ()
    unregister: Registered | None = None
    made: tuple[str, ...] = ()
    shortcuts: tuple[str, ...] = ()
