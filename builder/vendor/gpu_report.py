"""`engine-builder gpus`: what there is, what each library can do with it, and whether it is in use."""

from __future__ import annotations

import time
from contextlib import ExitStack
from typing import Any

from builder.backend import BACKENDS
from builder.base.cancellation import CancelToken
from builder.base.plain import to_plain
from builder.base.terminal import json_text
from builder.building.machine import Machine, survey_machine
from builder.building.preflight import checks_text, machine_checks
from builder.gpu.busy import SAMPLE_SECONDS, BusyMonitor, BusyVerdict
from builder.gpu.choice import Support, recommend
from builder.gpu.nvml import Gpu


def gpus(cancel: CancelToken, *, as_json: bool) -> str:
    """What the command prints: text for people, or JSON."""
    machine = survey_machine(cancel)
    busy = _watch(machine.gpus, cancel)
    if not as_json:
        return _text(machine, busy)
    return json_text(to_json(machine, busy))


def _watch(found: tuple[Gpu, ...], cancel: CancelToken) -> dict[str, BusyVerdict]:
    """Watch all GPUs for a moment, all at once."""
    with ExitStack() as stack:
        monitors = [stack.enter_context(BusyMonitor(gpu)) for gpu in found]
        while not all(monitor.settled for monitor in monitors):
            cancel.check()
            time.sleep(SAMPLE_SECONDS / 4)
        for monitor in monitors:
            monitor.end()
        return {monitor.gpu.uuid: monitor.verdict for monitor in monitors}


def _supports(gpu: Gpu, machine: Machine) -> dict[str, Support]:
    return {name: machine.judge(gpu, backend) for name, backend in BACKENDS.items()}


def to_json(machine: Machine, busy: dict[str, BusyVerdict]) -> dict[str, Any]:
    """The machine as `--json` prints it; docs/command-line.md describes it."""
    driver, problem = machine.driver, machine.driver.problem
    return {
        "schema": 1,
        "driver": driver.version,
        "cuda_driver": driver.cuda_version,
        "gpus": [
            {
                "index": gpu.index,
                "name": gpu.name,
                "uuid": gpu.uuid,
                "pci_bus_id": gpu.pci_bus_id,
                "compute_capability": gpu.compute_capability,
                "memory_total_mib": gpu.memory_total_mib,
                "memory_free_mib": gpu.memory_free_mib,
                "cores": gpu.cores,
                "sm_clock_mhz": gpu.sm_clock_mhz,
                "sm_clock_max_mhz": gpu.sm_clock_max_mhz,
                "power_watts": gpu.power_watts,
                "performance_state": gpu.performance_state,
                "display_attached": gpu.display_attached,
                "display_active": gpu.display_active,
                "mig_enabled": gpu.mig_enabled,
                "virtualization": gpu.virtualization,
                "driver_model": gpu.driver_model,
                "busy": to_plain(busy[gpu.uuid]),
                "backends": {
                    name: {
                        "installed": name in machine.libraries,
                        "supported": support.supported,
                        "reason": support.reason,
                    }
                    for name, support in _supports(gpu, machine).items()
                },
            }
            for gpu in machine.gpus
        ],
        "problem": {"name": problem.name, "message": problem.message, "hint": problem.hint} if problem else None,
        "checks": [check.to_json() for check in machine_checks(machine)],
    }


def _text(machine: Machine, busy: dict[str, BusyVerdict]) -> str:
    lines = []
    for gpu in machine.gpus:
        lines.append(f"GPU {gpu.index}: {gpu.name}")
        lines += [f"  {title:20} {fact}" for title, fact in _facts(gpu, machine, busy[gpu.uuid])]
    lines += _recommendations(machine)
    return "\n".join([*lines, *([""] if lines else []), checks_text(list(machine_checks(machine)))])


def _facts(gpu: Gpu, machine: Machine, busy: BusyVerdict) -> list[tuple[str, str]]:
    free = f", {gpu.memory_free_mib} MiB free" if gpu.memory_free_mib is not None else ""
    facts = [
        ("UUID", gpu.uuid),
        ("PCI bus id", gpu.pci_bus_id or "unknown"),
        ("compute capability", gpu.compute_capability),
        ("memory", f"{gpu.memory_total_mib} MiB{free}"),
    ]
    if gpu.cores and gpu.sm_clock_max_mhz:
        facts.append(("speed", f"{gpu.cores} cores at up to {gpu.sm_clock_max_mhz} MHz"))
    if gpu.mig_enabled:
        facts.append(("MIG", "on"))
    if gpu.virtualization not in (None, "none"):
        facts.append(("virtualization", str(gpu.virtualization)))
    if gpu.display_active:
        facts.append(("display", "shows a desktop"))
    if gpu.driver_model:
        facts.append(("driver model", gpu.driver_model))
    facts.append(("now", f"it {busy.text}"))
    for name, support in _supports(gpu, machine).items():
        missing = "" if name in machine.libraries else "; it is not installed"
        facts.append((BACKENDS[name].title, f"{'yes' if support.supported else 'no'}, {support.reason}{missing}"))
    return facts


def _recommendations(machine: Machine) -> list[str]:
    """The GPU that each installed library would build for, where there is a choice."""
    lines = []
    for name in machine.libraries:
        usable = [gpu for gpu in machine.gpus if _supports(gpu, machine)[name].supported]
        if len(usable) > 1:
            chosen = recommend(usable)
            lines.append(
                f"{BACKENDS[name].title} builds for GPU {chosen.gpu.index}, {chosen.gpu.name}: {chosen.reason}."
            )
    return lines
