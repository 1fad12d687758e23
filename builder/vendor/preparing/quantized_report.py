"""What is found in a quantized model, as text for people and as JSON."""

from __future__ import annotations

import dataclasses
from typing import Any

from builder.backend import TENSORRT, TENSORRT_RTX
from builder.vendor.preparing.quantized import QuantizedFacts

_MOST_NODES = 3
_STATES = {"can": "yes", "cannot": "no", "perhaps": "perhaps"}
_SEVERITIES = {"refused": "refused", "wrong": "wrong results", "doubtful": "doubtful"}


def quantized_text(facts: QuantizedFacts) -> str:
    """What is shown to people."""
    lines = [str(facts.path)]
    if not facts.is_quantized:
        return "\n".join([*lines, "  not quantized; engine-builder inspect shows what else it holds"])
    lines += _block("holds", [f"{it.data_type} {it.of}, scales {it.scales}: {it.count}" for it in facts.held])
    for problem in facts.problems:
        more = len(problem.nodes) - _MOST_NODES
        where = ", ".join(problem.nodes[:_MOST_NODES]) + (f" and {more} more" if more > 0 else "")
        lines += _block(_SEVERITIES[problem.severity], [problem.words, f"in {where}", problem.remedy])
    if not facts.problems:
        lines += _block("problems", ["none found"])
    if len({(gpu.state, gpu.reason) for gpu in facts.gpus}) == 1:
        shown = [("every GPU", facts.gpus[0])]
    else:
        shown = [(f"{gpu.target} ({gpu.family})", gpu) for gpu in facts.gpus]
    width = max(len(name) for name, _ in shown)
    lines += _block(TENSORRT_RTX.title, [f"{name:{width}}  {_STATES[gpu.state]}: {gpu.reason}" for name, gpu in shown])
    return "\n".join(lines + _block(TENSORRT.title, [f"{said}, as NVIDIA documents" for said in facts.classic]))


def quantized_to_json(facts: QuantizedFacts) -> dict[str, Any]:
    """What `--json` prints; docs/vendors/quantized.md describes it."""
    return {
        "file": str(facts.path),
        "quantized": facts.is_quantized,
        "usable": facts.is_usable,
        "holds": [dataclasses.asdict(item) for item in facts.held],
        "problems": [dataclasses.asdict(item) for item in facts.problems],
        "classic": list(facts.classic),
        "gpus": [dataclasses.asdict(item) for item in facts.gpus],
    }


def _block(title: str, lines: list[str]) -> list[str]:
    return [f"  {title if number == 0 else '':13}  {line}" for number, line in enumerate(lines)]
