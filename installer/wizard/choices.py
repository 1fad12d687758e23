"""What the user chose, turned into a request; without Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from builder.base.settings import HEURISTIC_OPTIMIZATION_LEVEL
from installer.target.request import Request, Scope
from installer.wizard.findings import Installed

WhenBusy = Literal["wait", "build", "fast"]

_ALL_DAY = 24 * 3600.0
"""In a window, users who chose to wait for a GPU see it wait and can end the wait."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user has chosen.

    Attributes:
        gpu: its UUID, `all`, or None for the recommended one.
        folder: where the application is installed; None for the default.
        without: features that are left out; None when there was no choice.
        fast_build: heuristic tactic selection.
        portable: engines for every supported GPU.
        scope: whom it is for; None for what was asked for, or was before.
    """

    gpu: str | None = None
    folder: Path | None = None
    without: tuple[str, ...] | None = None
    fast_build: bool = False
    portable: bool = False
    scope: Scope | None = None

    def applied(self, request: Request) -> Request:
        """Apply these choices to a request."""
        options = replace(
            request.options,
            gpu=self.gpu or request.options.gpu,
            portable=self.portable or request.options.portable,
            without=request.options.without if self.without is None else self.without,
        )
        # Where there was a choice, it replaces an earlier one also if nothing is left out.
        everything = request.all_features if self.without is None else not self.without
        request = replace(
            request,
            options=options,
            target=self.folder or request.target,
            all_features=everything,
            scope=self.scope or request.scope,
        )
        return _with_fast_build(request) if self.fast_build else request


def with_features(request: Request, installed: Installed, without: tuple[str, ...]) -> Request:
    """Let a request add and remove features of an installation, and keep everything else as it was asked for.

    Args:
        request: for the target of the installation.
        installed: what is there.
        without: features that are left out from now on.
    """
    return replace(request, options=replace(installed.options, without=without), all_features=not without)


def with_busy_choice(request: Request, choice: WhenBusy) -> Request:
    """Apply the choice about a GPU that is in use.

    Args:
        request: what is asked for so far.
        choice: wait until it is idle, build regardless, or time fewer kernels.
    """
    if choice == "wait":
        return replace(request, if_busy="wait", busy_timeout=_ALL_DAY)
    request = replace(request, if_busy="build")
    return _with_fast_build(request) if choice == "fast" else request


def with_new_timings(request: Request) -> Request:
    """Let a request time all kernels again."""
    return replace(request, retime=True)


def _with_fast_build(request: Request) -> Request:
    return replace(request, options=replace(request.options, optimization_level=HEURISTIC_OPTIMIZATION_LEVEL))
