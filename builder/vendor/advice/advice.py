"""One piece of advice."""

from __future__ import annotations

from dataclasses import dataclass

from builder.app_package.model_tables import AdviceName


@dataclass(frozen=True, slots=True)
class Advice:
    """What would make a model faster, smaller or more useful.

    Attributes:
        name: what `silence` in app.toml calls it.
        model: the model's name in app.toml, with that of the variant.
        what: what was found, one sentence or two.
        worth: what a change would bring, in figures.
        remedy: what to do.
    """

    name: AdviceName
    model: str
    what: str
    worth: str
    remedy: str
