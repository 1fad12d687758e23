"""What references were made, in words and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from builder.references.comparison import OutputDifference
from builder.references.tolerance import Tolerance
from builder.vendor.references.make import Made, Tried


def in_words(made: Made) -> str:
    """Tell people of one model."""
    count = len(made.references)
    number = "one reference" if count == 1 else f"{count} references"
    return "\n".join([f"{made.model.name}: {number}, {len(made.content) / 1024:.0f} KiB", *_lines(made)])


def _lines(made: Made) -> Iterator[str]:
    if made.samples and made.samples.note:
        yield f"  {made.samples.note}"
    for name, tolerance in made.tolerances.items():
        shapes = {reference.outputs[name].shape for reference in made.references}
        kept = ", ".join(" × ".join(map(str, shape)) or "one value" for shape in sorted(shapes))
        part = "a part of it, " if any(name in reference.crops for reference in made.references) else ""
        yield f"  {name} ({part}{kept}): {_tolerance(tolerance)}"
        for tried in made.tried:
            if measured := [it for it in tried.outputs if it.output == name]:
                yield f"    {tried.file}: {_measured(measured)}"
                if _leaves_little(tolerance, measured):
                    yield "      More than half of what is allowed, and GPUs round otherwise: --derive allows enough."
    for tried in made.tried:
        if tried.problem:
            yield f"  {tried.file} was not tried here: {tried.problem}"
    for name, why in made.left_out.items():
        yield f"  {name} is not compared: {why}"
    rows = {True: "give equal rows of outputs", False: "do not give equal rows of outputs", None: "cannot be tried"}
    yield f"  Equal rows of a batch {rows[made.equal_rows]}."


def _tolerance(tolerance: Tolerance) -> str:
    stated = [
        f"a difference of {tolerance.max_abs:g} at most" if tolerance.max_abs is not None else "",
        f"a cosine of {tolerance.min_cosine:g} at least" if tolerance.min_cosine is not None else "",
        f"a PSNR of {tolerance.min_psnr:g} dB at least" if tolerance.min_psnr is not None else "",
    ]
    return ", ".join(filter(None, stated))


def _measured(measured: list[OutputDifference]) -> str:
    worst = _worst(measured)
    cosine = "" if worst["cosine"] is None else f", cosine {worst['cosine']:.7f}"
    psnr = "" if worst["psnr"] is None else f", PSNR {worst['psnr']:.1f} dB"
    return f"differs by {worst['max_abs'] or 0:.3g}{cosine}{psnr}"


def _leaves_little(tolerance: Tolerance, measured: list[OutputDifference]) -> bool:
    """Whether a file is so far from its references that rounding on a GPU alone may pass for a wrong result."""
    worst, allowed = _worst(measured), tolerance.max_abs or 0.0
    missing, may_miss = 1 - (1.0 if worst["cosine"] is None else worst["cosine"]), 1 - (tolerance.min_cosine or 0.0)
    return 0 < allowed < 2 * (worst["max_abs"] or 0.0) or may_miss < 2 * missing


def _worst(measured: list[OutputDifference]) -> dict[str, float | None]:
    return {
        "max_abs": max((it.max_abs for it in measured if it.max_abs is not None), default=None),
        "cosine": min((it.cosine for it in measured if it.cosine is not None), default=None),
        "psnr": min((it.psnr for it in measured if it.psnr is not None), default=None),
    }


def to_json(made: Made, file: str, sha256: str) -> dict[str, Any]:
    """Tell programs of one model."""
    return {
        "model": made.model.name,
        "file": file,
        "sha256": sha256,
        "bytes": len(made.content),
        "references": len(made.references),
        "samples": [asdict(source) for source in made.samples.sources] if made.samples else None,
        "made_up": bool(made.samples and made.samples.note),
        "equal_rows": made.equal_rows,
        "tolerances": {name: asdict(tolerance) for name, tolerance in made.tolerances.items()},
        "left_out": dict(made.left_out),
        "tried": [_tried_to_json(tried) for tried in made.tried],
    }


def _tried_to_json(tried: Tried) -> dict[str, Any]:
    names = dict.fromkeys(it.output for it in tried.outputs)
    outputs = {name: _worst([it for it in tried.outputs if it.output == name]) for name in names}
    return {"file": tried.file, "outputs": outputs, "problem": tried.problem}
