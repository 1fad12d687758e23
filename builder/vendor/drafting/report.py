"""The facts of a model as `engine-builder inspect` shows them."""

from __future__ import annotations

from typing import Any

from builder.base.cancellation import NEVER, CancelToken
from builder.base.files import sha256_of
from builder.base.quantities import Bytes, Count
from builder.vendor.drafting.draft import proposal_for
from builder.vendor.drafting.finding import Placed, as_name
from builder.vendor.drafting.manifest_text import model_block
from builder.vendor.models.facts import ModelFacts, TensorFacts

_OPERATORS_IN_A_LINE = 6


def facts_text(facts: ModelFacts, cancel: CancelToken = NEVER) -> str:
    """What is shown to people, with the `[[model]]` that `app.toml` would have."""
    lines = [
        str(facts.path),
        *_tensors("inputs", facts.inputs),
        *_tensors("outputs", facts.outputs),
        f"  {'precision':10} {facts.precision or 'none'} (data types: {', '.join(sorted(facts.data_types))})",
        f"  {'opset':10} {_opsets(facts)}, IR version {facts.ir_version}{_written_by(facts)}",
        f"  {'weights':10} {Count(facts.parameters)} numbers, {Bytes(facts.weight_bytes)}{_where(facts)}",
        *_operators(facts),
        "  in app.toml",
    ]
    name = as_name(facts.path.stem)
    external = tuple(f"models/{location}" for location in facts.external_data)
    placed = Placed(name, facts, f"models/{facts.path.name}", external, (), "")
    files = {placed.onnx: facts.path}
    files |= {path: facts.path.parent / location for path, location in zip(external, facts.external_data, strict=True)}
    hashes = {path: sha256_of(file, cancel) for path, file in files.items()}
    block = model_block(placed, hashes, proposal_for(facts, cancel))
    return "\n".join([*lines, *(f"    {line}".rstrip() for line in block.splitlines())])


def _tensors(title: str, tensors: tuple[TensorFacts, ...]) -> list[str]:
    width = max((len(tensor.name) for tensor in tensors), default=0)
    lines = [f"{tensor.name:{width}}  {tensor.text}" for tensor in tensors] or ["none"]
    return [f"  {title if number == 0 else '':10} {line}" for number, line in enumerate(lines)]


def _opsets(facts: ModelFacts) -> str:
    others = [f"{domain} {version}" for domain, version in facts.opsets.items() if domain != "ai.onnx"]
    return ", ".join([str(facts.opsets.get("ai.onnx", "none")), *others])


def _written_by(facts: ModelFacts) -> str:
    return f", written by {facts.producer}" if facts.producer else ""


def _where(facts: ModelFacts) -> str:
    return f", in {', '.join(facts.external_data)}" if facts.external_data else ""


def _operators(facts: ModelFacts) -> list[str]:
    counted = [f"{name} {count}" for name, count in facts.operators.items()]
    rows = [counted[at : at + _OPERATORS_IN_A_LINE] for at in range(0, len(counted), _OPERATORS_IN_A_LINE)] or [
        ["none"]
    ]
    return [f"  {'operators' if number == 0 else '':10} {', '.join(row)}" for number, row in enumerate(rows)]


def facts_to_json(facts: ModelFacts) -> dict[str, Any]:
    """What `--json` prints; docs/vendors/drafting.md describes it."""
    return {
        "file": str(facts.path),
        "inputs": list(map(_tensor_to_json, facts.inputs)),
        "outputs": list(map(_tensor_to_json, facts.outputs)),
        "precision": facts.precision,
        "data_types": sorted(facts.data_types),
        "opsets": dict(facts.opsets),
        "ir_version": facts.ir_version,
        "producer": facts.producer,
        "operators": dict(facts.operators),
        "nodes": facts.nodes,
        "parameters": facts.parameters,
        "weight_bytes": facts.weight_bytes,
        "external_data": list(facts.external_data),
    }


def _tensor_to_json(tensor: TensorFacts) -> dict[str, Any]:
    shape = None if tensor.shape is None else list(tensor.shape)
    return {"name": tensor.name, "data_type": tensor.data_type, "shape": shape}
