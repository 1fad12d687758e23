"""What the user chose, turned into a request; without Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from builder.base.files import folder_name
from builder.base.settings import HEURISTIC_OPTIMIZATION_LEVEL
from installer.target.request import Request, Scope
from installer.wizard.findings import Installed

_ALL_DAY = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user has chosen.

    Attributes:
        gpu: its UUID, `all`, or None for the recommended one.
        folder: where the application is installed; None for the default.
        without: features that are left out; None when there was no choice.
        fast_build: heuristic tactic selection.
        portable: engines for every supported GPU.
        scope: for whom; None when there was no choice.
        wanted: features that are left out until they are asked for, and were chosen.
    """

    gpu: str | None = None
    folder: Path | None = None
    without: tuple[str, ...] | None = None
    fast_build: bool = False
    portable: bool = False
    scope: Scope | None = None
    wanted: tuple[str, ...] = ()

    def applied(self, request: Request) -> Request:
        """Apply these choices to a request."""
        options = replace(
            request.options,
            gpu=self.gpu or request.options.gpu,
            portable=self.portable or request.options.portable,
            without=request.options.without if self.without is None else self.without,
            wanted=request.options.wanted if self.without is None else self.wanted,
        )
        if self.fast_build:
            options = replace(options, optimization_level=HEURISTIC_OPTIMIZATION_LEVEL)
        # Where there was a choice, it replaces an earlier one also if nothing is left out.
        everything = request.all_features if self.without is None else not self.without
        return replace(
            request,
            options=options,
            target=self.folder or request.target,
            scope=self.scope or request.scope,
            all_features=everything,
        )


def with_features(request: Request, installed: Installed, without: tuple[str, ...]) -> Request:
    """Let a request add and remove features of an installation, and keep everything else as it was asked for.

    Args:
        request: for the target of the installation.
        installed: what is there.
        without: features that are left out from now on.
    """
    wanted = tuple(feature for feature in installed.all_features if feature not in without)
    options = replace(installed.options, without=without, wanted=wanted)
    return replace(request, options=options, all_features=not without)


def for_window(request: Request) -> Request:
    """Let a run wait for a GPU in use as long as it takes: in a window, users see it wait and can end the wait."""
    return replace(request, busy_timeout=_ALL_DAY) if request.if_busy == "wait" else request


def with_new_timings(request: Request) -> Request:
    """Let a request time all kernels again."""
    return replace(request, retime=True)


def full_path(text: str) -> Path | None:
    """Read a folder that was typed; None for one that would depend on where this program was started."""
    try:
        path = Path(text.strip()).expanduser()
    except RuntimeError:
        return None  # the home of a user who does not exist
    return path if path.is_absolute() else None


def in_folder(chosen: Path, name: str) -> Path:
    """Append the application's name to a folder that was picked, which is where people keep applications."""
    own = folder_name(name)
    return chosen if chosen.name.casefold() == own.casefold() else chosen / own
