"""What the wizard remembers of one application between two windows; what is decided about it has no Qt and no files.

Choices of a window that was closed before anything was installed are kept for a day. Of an installation only its folder
and scope are kept here, so that the next window finds it; everything else that was chosen for it is in its engines.json
and receipt (`choices_of`). What cannot be read or written is not remembered: it only saves time.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator

from builder.app_package.app import AppId
from builder.base.errors import EngineInstallerError
from builder.base.files import write_atomically
from builder.base.json_file import Damaged, from_plain, read_json, to_bytes
from builder.base.settings import HEURISTIC_OPTIMIZATION_LEVEL
from builder.base.user_data import user_data_folder
from builder.engines.options import EngineOptions
from installer.target.paths import RECEIPT
from installer.target.request import Request, Scope
from installer.wizard.choices import Choices
from installer.wizard.findings import Installed
from installer.wizard.inventory import is_there

SCHEMA: Literal[1] = 1
KEPT_SECONDS = 24 * 3600.0
"""How long choices that led to nothing are kept."""

_FOLDER = "choices"
_MOST_BYTES = 1 << 16


def _a_full_path(value: str) -> str:
    if "\0" in value or not Path(value).is_absolute():
        raise ValueError("a full path")
    return value


FullPath = Annotated[str, AfterValidator(_a_full_path)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """What was chosen in a window that was closed before anything was installed.

    Attributes:
        at: when; seconds since 1970.
        gpu, without, fast_build, scope, wanted: as of `Choices`.
        folder: where the application was to go; None for the default.
    """

    at: float
    gpu: str | None = None
    folder: FullPath | None = None
    without: tuple[str, ...] | None = None
    fast_build: bool = False
    scope: Scope | None = None
    wanted: tuple[str, ...] = ()

    @property
    def choices(self) -> Choices:
        """The same as choices."""
        folder = Path(self.folder) if self.folder else None
        return Choices(self.gpu, folder, self.without, self.fast_build, scope=self.scope, wanted=self.wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an application was installed, and for whom."""

    folder: FullPath
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """Everything that is remembered of an application.

    Attributes:
        unfinished: what was chosen last, unless it was installed since.
        place: of the last installation.
        wants_shortcut: whether a shortcut on the desktop was wanted then.
    """

    schema: Literal[1] = SCHEMA
    unfinished: Unfinished | None = None
    place: Place | None = None
    wants_shortcut: bool = False

    def with_unfinished(self, choices: Choices, now: float) -> Remembered:
        """Keep choices that led to nothing; those of nobody are kept as nothing."""
        if replace(choices, portable=False) == Choices():
            return replace(self, unfinished=None)
        folder = str(choices.folder) if choices.folder and choices.folder.is_absolute() else None
        unfinished = Unfinished(
            at=now,
            gpu=choices.gpu,
            folder=folder,
            without=choices.without,
            fast_build=choices.fast_build,
            scope=choices.scope,
            wanted=choices.wanted,
        )
        return replace(self, unfinished=unfinished)

    def with_installation(self, target: Path, scope: Scope, *, wants_shortcut: bool) -> Remembered:
        """Keep where an application was installed; what was chosen before is done."""
        place = Place(folder=str(target), scope=scope)
        return replace(self, unfinished=None, place=place, wants_shortcut=wants_shortcut)

    def at(self, now: float, is_installed: Callable[[Path], bool]) -> Remembered:
        """Leave out what no longer holds.

        Args:
            now: seconds since 1970.
            is_installed: whether something is installed in a folder.
        """
        unfinished, place = self.unfinished, self.place
        if unfinished is not None and not 0 <= now - unfinished.at < KEPT_SECONDS:
            unfinished = None  # or the clock has been set back
        if place is not None and not is_installed(Path(place.folder)):
            place = None
        return replace(self, unfinished=unfinished, place=place)


def first_choices(request: Request, remembered: Remembered) -> Choices:
    """Decide what a new window begins with.

    What the command line or an answers file says is left to it. Then comes what was chosen in a window that led to
    nothing, then where the application is installed.

    Args:
        request: what is asked for so far.
        remembered: what holds now (`Remembered.at`).
    """
    kept = remembered.unfinished.choices if remembered.unfinished else Choices()
    if kept.folder is None and kept.scope is None and remembered.place is not None:
        kept = replace(kept, folder=Path(remembered.place.folder), scope=remembered.place.scope)
    options = request.options
    if request.target is not None or request.scope is not None:
        # A folder goes with its scope: one alone would lead elsewhere.
        kept = replace(kept, folder=None, scope=None)
    if options.without or request.all_features:
        kept = replace(kept, without=None)
    if options.gpu is not None or options.ignores_gpus:
        kept = replace(kept, gpu=None)
    if options.optimization_level is not None:
        kept = replace(kept, fast_build=False)
    return kept


def fitting(choices: Choices, features: Collection[str], gpus: Collection[str]) -> Choices:
    """Leave out what is no longer there to be chosen.

    Args:
        choices: of another day.
        features: that the application has now.
        gpus: their UUIDs, and `all` where that can be chosen.
    """
    without = None if choices.without is None else tuple(name for name in choices.without if name in features)
    wanted = tuple(name for name in choices.wanted if name in features)
    return replace(choices, without=without, wanted=wanted, gpu=choices.gpu if choices.gpu in gpus else None)


def choices_of(installed: Installed, target: Path) -> Choices:
    """What was chosen for an installation, as the choices for its next version begin."""
    options: EngineOptions = installed.options
    return Choices(
        gpu=options.gpu,
        folder=target,
        without=options.without,
        fast_build=options.optimization_level == HEURISTIC_OPTIMIZATION_LEVEL,
        scope=installed.scope,
        wanted=options.wanted,
    )


# Files.


@dataclass(frozen=True, slots=True)
class _Named:
    """To check an identifier before it becomes a file's name."""

    id: AppId = field()


def _file(app_id: str) -> Path | None:
    try:
        name = from_plain(_Named, {"id": app_id}).id
    except Damaged:
        return None
    folder = user_data_folder()
    return folder / _FOLDER / f"{name}.json" if folder else None


def recall(app_id: str) -> Remembered:
    """Read what is remembered of an application and still holds.

    Args:
        app_id: its identifier.
    """
    remembered = _read(_file(app_id))
    return remembered.at(time.time(), lambda target: is_there(target / RECEIPT) or is_there(target / "engines"))


def _read(path: Path | None) -> Remembered:
    if path is not None:
        with contextlib.suppress(Damaged, EngineInstallerError):
            return read_json(path, Remembered, SCHEMA, _MOST_BYTES) or Remembered()
    return Remembered()


def remember(app_id: str, change: Callable[[Remembered], Remembered]) -> None:
    """Change what is remembered of an application.

    Args:
        app_id: its identifier.
        change: makes the new of the old.
    """
    path = _file(app_id)
    if path is None:
        return
    with contextlib.suppress(EngineInstallerError, OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, to_bytes(change(_read(path))), path.with_name(f".{path.name}.new"))


def remember_unfinished(app_id: str, choices: Choices) -> None:
    """Keep the choices of a window that is closed before anything was installed, for a day."""
    remember(app_id, lambda before: before.with_unfinished(choices, time.time()))


def remember_installation(app_id: str, target: Path, scope: Scope, *, wants_shortcut: bool = False) -> None:
    """Keep where an application was installed, for its next version."""
    remember(app_id, lambda before: before.with_installation(target, scope, wants_shortcut=wants_shortcut))


def forget(app_id: str) -> None:
    """Remember nothing of an application any longer: it was removed."""
    if path := _file(app_id):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
