"""`engine-builder populate`: make the timing cache of this computer's GPU model."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from builder.base.cancellation import CancelToken
from builder.base.terminal import Stream
from builder.vendor.arguments import Commands, add_limit_memory, folder

if TYPE_CHECKING:
    from builder.base.events import Event


def add(commands: Commands) -> None:
    """Declare the command."""
    about = (
        "Make the timing cache of this GPU. Build every model of an app package with classic TensorRT and write the "
        "timing cache of this computer's GPU model into the catalogue. Run it once on a PC of each GPU model, while "
        "nothing else uses the GPU."
    )
    populate = commands.add("populate", about, run)
    populate.add_argument("--package", type=folder, required=True, metavar="DIR", help="the folder of app.toml")
    populate.add_argument("--output", type=folder, metavar="DIR", help="the catalogue (default: the package's)")
    populate.add_argument("--gpu", metavar="ID", help="an index, UUID or PCI bus id (default: the best)")
    populate.add_argument(
        "--optimization-level", type=int, choices=range(1, 6), metavar="1..5", help="instead of the package's"
    )
    populate.add_argument("--runs", type=int, choices=range(1, 100), default=1, metavar="N", help="cold builds of each")
    populate.add_argument("--fresh", action="store_true", help="measure again what the catalogue covers already")
    populate.add_argument(
        "--if-busy", choices=["stop", "wait", "build"], default="stop", help="when the GPU is in use (default: stop)"
    )
    add_limit_memory(populate)


def run(options: argparse.Namespace, out: Stream, cancel: CancelToken) -> int:
    """Carry it out, showing what happens.

    Raises:
        EngineInstallerError: nothing was changed.
    """
    from builder.app_package.package import load_package
    from builder.base.errors import SystemNotSupported
    from builder.base.names import one_line
    from builder.base.text import verbatim
    from builder.building.machine import survey_machine
    from builder.engines.options import EngineOptions
    from builder.gpu.busy import BusyPolicy
    from builder.timing.catalogue import catalogue_folder
    from builder.vendor.catalogue_report import table
    from builder.vendor.populate import Populated, populate

    machine = survey_machine(cancel)
    if "tensorrt" not in machine.libraries:
        raise SystemNotSupported(
            verbatim("Timing caches are made with classic TensorRT, which is not installed; TensorRT-RTX has none."),
            hint=verbatim(
                "Install engine-installer with its extra 'tensorrt' where NVIDIA's own package index can be reached."
            ),
        )
    package = load_package(options.package, cancel)
    catalogue = options.output or catalogue_folder(package.root)
    populated: list[Populated] = []
    for item in populate(
        package,
        machine,
        catalogue,
        options=EngineOptions(gpu=options.gpu, optimization_level=options.optimization_level),
        busy=BusyPolicy(options.if_busy),
        runs=options.runs,
        fresh=options.fresh,
        cancel=cancel,
        limit_memory=options.limit_memory,
    ):
        if isinstance(item, Populated):
            populated.append(item)
        elif text := _text(item):
            out.line(text)
    if not populated:
        out.line(f"{one_line(str(catalogue))} covers every model already; measure again with --fresh.")
    for result in populated:
        out.line(one_line(str(catalogue / result.entry.file)))
        for line in table(result.entry):
            out.line(line)
    return 0


def _text(event: Event) -> str | None:
    from builder.base.events import Busy, ModelStarted, Warned

    match event:
        case ModelStarted(model):
            return f"{model}: building"
        case Busy(text=text, verdict=verdict) if verdict != "idle":
            return text
        case Warned(message, model):
            return f"warning: {f'{model}: ' if model else ''}{message}"
    return None
