"""What was proved of a prepared model: as text for people, and as the JSON that lies beside it."""

from __future__ import annotations

import dataclasses
import hashlib
import math
from collections.abc import Iterator
from typing import Any

from builder.base.names import one_line
from builder.references.comparison import OutputDifference
from builder.references.tolerance import Tolerance
from builder.vendor.preparing.prepare import Prepared, Request

_MOST_KEPT = 10


def report_json(request: Request, prepared: Prepared) -> dict[str, Any]:
    """Everything that is known of it; docs/vendors/prepare.md describes it.

    The same model, samples, limits and programs give the same, unless the search ran out of time.
    """
    content = prepared.content
    made = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)} if content is not None else None
    return {
        "schema": 1,
        "model": request.model.name,
        "sha256": dict(prepared.sha256),
        "to": request.to,
        "prepared": made,
        "problem": prepared.problem,
        "limits": dataclasses.asdict(request.limits),
        "outputs": [
            {
                **_numbers(output),
                "fault": output.fault,
                "plain": {**_numbers(plain), "fault": plain.fault},
            }
            for output, plain in zip(prepared.outputs, prepared.plain, strict=True)
        ],
        "nodes": prepared.nodes,
        "keep_fp32": [dataclasses.asdict(item) for item in prepared.kept],
        "complete": prepared.complete,
        "runs": prepared.runs,
        "samples": {
            "count": len(prepared.samples.samples),
            "files": [dataclasses.asdict(source) for source in prepared.samples.sources],
            "note": prepared.samples.note,
        },
        "versions": dict(prepared.versions),
    }


def _numbers(found: OutputDifference) -> dict[str, Any]:
    finite = {
        name: value if value is None or math.isfinite(value) else None
        for name, value in (("max_abs", found.max_abs), ("cosine", found.cosine), ("psnr", found.psnr))
    }
    return {"output": found.output, **finite}


def report_text(request: Request, prepared: Prepared, seconds: float) -> str:
    """What is shown to people."""
    return "\n".join(_lines(request, prepared, seconds))


def _lines(request: Request, prepared: Prepared, seconds: float) -> Iterator[str]:
    to, name = request.to, one_line(request.model.name)
    if prepared.content is None:
        yield f"{name} stays in fp32: it cannot be converted to {to} safely, because {prepared.problem}."
    else:
        size = len(prepared.content) / 2**20
        count = len(prepared.kept)
        kept = f"{count} of its {prepared.nodes} nodes stay in fp32" if count else "all of its nodes"
        yield f"{name} in {to}: {kept}, {size:.1f} MiB."
    yield f"  required of every output: {_limits(request.limits)}"
    for output, plain in zip(prepared.outputs, prepared.plain, strict=True):
        yield f"  {one_line(output.output)}: {_found(output)}"
        if plain != output:
            yield f"    without nodes in fp32: {_found(plain)}"
    for item in prepared.kept[:_MOST_KEPT]:
        yield f"  fp32: {one_line(item.node)} ({item.operator}): {item.reason}"
    if len(prepared.kept) > _MOST_KEPT:
        yield f"  fp32: {len(prepared.kept) - _MOST_KEPT} more"
    if not prepared.complete:
        yield "  The time for the search was over; with a larger --budget, fewer nodes may stay in fp32."
    if prepared.samples.note:
        yield f"  {prepared.samples.note}"
    yield f"  {prepared.runs} runs in {seconds:.1f} s"


def _limits(limits: Tolerance) -> str:
    parts = ["finite where it was"]
    parts += [f"a cosine of {limits.min_cosine}"] if limits.min_cosine is not None else []
    parts += [f"a difference of {limits.max_abs} at most"] if limits.max_abs is not None else []
    parts += [f"a PSNR of {limits.min_psnr} dB"] if limits.min_psnr is not None else []
    return ", ".join(parts)


def _found(found: OutputDifference) -> str:
    if found.cosine is None and not found.fault:
        return "no finite numbers with these samples, so nothing is shown of it"
    numbers = []
    numbers += [f"cosine {found.cosine:.7f}"] if found.cosine is not None else []
    numbers += [f"largest difference {found.max_abs:.3g}"] if found.max_abs is not None else []
    numbers += [f"PSNR {found.psnr:.1f} dB"] if found.psnr is not None else []
    return ", ".join([*numbers, f"it {found.fault}"] if found.fault else numbers)
