"""`engine-builder populate`: make the timing cache of this computer's GPU model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from builder.app_package.package import load_package
from builder.base.cancellation import CancelToken
from builder.base.errors import SystemNotSupported
from builder.base.events import Busy, Event, ModelStarted, Warned
from builder.base.names import one_line
from builder.base.text import verbatim
from builder.building.machine import survey_machine
from builder.engines.options import EngineOptions
from builder.gpu.busy import BusyPolicy
from builder.timing.catalogue import CacheEntry, catalogue_folder
from builder.vendor.populate import Populated
from builder.vendor.populate import populate as run_populate


def populate(
    package: Path,
    output: Path | None,
    options: EngineOptions,
    busy: BusyPolicy,
    *,
    runs: int,
    fresh: bool,
    show: Callable[[str], None],
    cancel: CancelToken,
    limit_memory: int | None = None,
) -> None:
    """Do it, showing what happens.

    Raises:
        EngineInstallerError: nothing was changed.
    """
    machine = survey_machine(cancel)
    if "tensorrt" not in machine.libraries:
        raise SystemNotSupported(
            verbatim("Timing caches are made with classic TensorRT, which is not installed; TensorRT-RTX has none."),
            hint=verbatim(
                "Install engine-installer with its extra 'tensorrt' where NVIDIA's own package index can be reached."
            ),
        )
    loaded = load_package(package, cancel)
    folder = output or catalogue_folder(loaded.root)
    populated: list[Populated] = []
    for item in run_populate(
        loaded,
        machine,
        folder,
        options=options,
        busy=busy,
        runs=runs,
        fresh=fresh,
        cancel=cancel,
        limit_memory=limit_memory,
    ):
        if isinstance(item, Populated):
            populated.append(item)
        elif text := _text(item):
            show(text)
    if not populated:
        show(f"{one_line(str(folder))} covers every model already; measure again with --fresh.")
    for result in populated:
        show(one_line(str(folder / result.entry.file)))
        for line in table(result.entry):
            show(line)


def _text(event: Event) -> str | None:
    match event:
        case ModelStarted(model):
            return f"{model}: building"
        case Busy(text=text, verdict=verdict) if verdict != "idle":
            return text
        case Warned(message, model):
            return f"warning: {f'{model}: ' if model else ''}{message}"
    return None


def table(entry: CacheEntry) -> list[str]:
    """What a cache covers, a line for each model."""
    width = max((len(model.name) for model in entry.model), default=0)
    lines = []
    for model in entry.model:
        faster = f", {model.cold_seconds / model.warm_seconds:.1f} times as fast" if model.warm_seconds else ""
        lines.append(
            f"  {model.name:{width}}  {model.tactics:6,} timings  cold {model.cold_seconds:8.1f} s  "
            f"warm {model.warm_seconds:8.1f} s{faster}"
        )
    return lines
