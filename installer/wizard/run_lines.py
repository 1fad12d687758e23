"""The details of a run: one line for each thing that helps those who help. In English, like the log."""

from __future__ import annotations

from collections.abc import Collection

from builder.base.events import (
    Busy,
    Committing,
    Event,
    Logged,
    ModelFinished,
    ModelStarted,
    PlanMade,
    Result,
    Warned,
)


def line_of(event: Event, features: dict[str, str], downloads: Collection[str] = ()) -> str:
    """Write the line of an event; empty for those that say nothing new, such as what the engine library chats.

    Args:
        event: of the run.
        features: the feature of each model.
        downloads: the models whose engines the vendor delivers.
    """
    match event:
        case PlanMade(plan):
            builds = [planned for planned in plan["models"] if planned["action"] == "build"]
            fetched = sum(planned.get("source") == "download" for planned in builds)
            kept = [planned for planned in plan["models"] if planned["action"] == "keep"]
            checks = sum(planned.get("checks_answers", False) for planned in kept)
            besides = (f", {fetched} to download" if fetched else "") + (f", {checks} to check" if checks else "")
            return f"Started: {len(builds) - fetched} of {len(plan['models'])} models to optimize{besides}"
        case ModelStarted():
            how = "downloading" if event.model in downloads else f"optimizing with {event.backend}"
            how = "checking its results" if event.source == "check" else how
            return f"{_named(event.model, features)}: {how}"
        case ModelFinished():
            took = f" in {event.seconds:.0f} s" if event.seconds >= 1 else ""
            why = f": {event.message}" if event.message else ""
            return f"{_named(event.model, features)}: {event.outcome}{took}{why}"
        case Busy():
            return f"{_named(event.model, features)}: {event.text}"
        case Warned(message, model) | Logged("warning" | "error", message, model):
            return f"{_named(model, features)}: {message}" if model else str(message)
        case Committing():
            return "Everything is ready and is put in its place"
        case Result():
            return f"{event.label}: {event.detail}"
        case _:
            return ""


def _named(model: str, features: dict[str, str]) -> str:
    feature = features.get(model)
    return f"{feature} ({model})" if feature else model
