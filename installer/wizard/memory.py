"""What a window begins with because of an earlier one, and what it leaves for the next; without Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from builder.gpu.choice import ALL_GPUS
from installer.target.request import Request
from installer.wizard.assessment import Assessment
from installer.wizard.choices import Choices
from installer.wizard.remembered import (
    first_choices,
    fitting,
    forget,
    recall,
    remember_installation,
    remember_unfinished,
)


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of one application.

    Attributes:
        app: its identifier; None while it is unknown, and then nothing is remembered.
        request: what is asked for, with the place where the application is installed.
        unfinished: the choices of a window that was closed before anything was installed.
        wants_shortcut: a shortcut on the desktop was wanted the last time.
    """

    app: str | None
    request: Request
    unfinished: Choices = field(default_factory=Choices)
    wants_shortcut: bool = False

    @classmethod
    def of(cls, app: str | None, request: Request) -> Memory:
        """Recall what holds; what the command line says goes first."""
        if app is None:
            return cls(app, request)
        before = recall(app)
        request = first_choices(request, replace(before, unfinished=None)).applied(request)
        unfinished = first_choices(request, replace(before, place=None))
        return cls(app, request, unfinished, before.wants_shortcut)

    def choices_for(self, found: Assessment) -> Choices | None:
        """Give the choices of the window that was closed, as far as they can still be made; None for none."""
        gpus = [*(gpu.uuid for gpu in found.gpus), ALL_GPUS] if found.asks_for_gpu else []
        kept = fitting(self.unfinished, found.features, gpus)
        return None if kept == Choices() or found.installed is not None else kept

    def keep_choices(self, choices: Choices) -> None:
        """Keep choices that led to nothing."""
        if self.app is not None:
            remember_unfinished(self.app, choices)

    def keep_installation(self, found: Assessment, *, wants_shortcut: bool) -> None:
        """Keep where the application is now, or that it is gone."""
        target: Path = found.target
        if self.app is None:
            return
        if found.mode == "uninstall":
            forget(self.app)
        elif found.mode == "install":
            scope = found.request.scope or "current-user"
            remember_installation(self.app, target, scope, wants_shortcut=wants_shortcut)
