"""What `engine-builder diff` prints. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from builder.app_package.package import title_of
from builder.backend import BACKENDS
from builder.backend.tensorrt_rtx import FAMILIES
from builder.base.names import one_line
from builder.base.quantities import Bytes, Duration
from builder.vendor.releases.difference import NO_GPU, Difference, Row
from builder.vendor.releases.release import Release

_CHANGES = {"rebuild": "built again", "new": "new", "drop": "dropped"}
_ESTIMATED = "~"
_MOST_EXCEPTIONS = 2


def text(difference: Difference) -> str:
    """Tell people."""
    old, new = difference.old, difference.new
    parts = [[one_line(f"{new.package.manifest.app.name} {old.version} -> {new.version}"), *_libraries(old, new)]]
    parts.append(_engines(difference))
    parts.append([*_refusals(difference)])
    parts.append([*_costs(difference)])
    parts.append([f"note: {note}" for note in difference.notes])
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


def _libraries(old: Release, new: Release) -> Iterator[str]:
    for name, library in new.libraries.items():
        before = old.libraries.get(name)
        if before and before.version != library.version:
            yield f"{BACKENDS[name].title} {before.version} -> {library.version}"
        elif before is None:
            yield f"{BACKENDS[name].title} {library.version}, new"
    for name in old.libraries:
        if name not in new.libraries:
            yield f"{BACKENDS[name].title}, no longer"


def _engines(difference: Difference) -> list[str]:
    rows = [row for row in difference.rows if row.change in _CHANGES]
    changed = {row.model for row in rows}
    kept = [*dict.fromkeys(row.model for row in difference.rows if row.model not in changed)]
    if not rows and not difference.refusals:
        models = "one model" if len(kept) == 1 else f"{len(kept)} models"
        return [f"Nobody builds an engine again ({models})."]
    cells = [*_cells(difference, rows)]
    # What is kept may be many models: their row has no other columns, and does not make those of the others wide.
    return _table(cells, [("kept", ", ".join(kept))] if kept else [])


def _cells(difference: Difference, rows: Iterable[Row]) -> Iterator[tuple[str, ...]]:
    for row in sorted(rows, key=lambda row: list(_CHANGES).index(row.change)):
        yield (
            _CHANGES[row.change],
            title_of(row.model, row.variant),
            gpus_in_words(row, difference),
            _time(row),
            f"{_ESTIMATED}{_roughly(row.size)}",
            ", ".join(row.keys) or row.reason,
        )


def _time(row: Row) -> str:
    if row.change == "drop":
        return ""
    if row.seconds is None:
        return "unknown time"
    return f"{'' if row.is_known else _ESTIMATED}{Duration(row.seconds)}"


def _roughly(size: int) -> Bytes:
    """Round an estimate to two digits: more would be a promise."""
    return Bytes(float(f"{size:.1e}"))


def _table(rows: Sequence[tuple[str, ...]], last: Sequence[tuple[str, str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    widths[:1] = [max(len(row[0]) for row in (*rows, *last))] if rows or last else []
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows] + [
        f"{name.ljust(widths[0])}  {text}" for name, text in last
    ]


def gpus_in_words(row: Row, difference: Difference) -> str:
    """Name the PCs of a row as briefly as possible; what was asked for by name is named."""
    if NO_GPU not in difference.pcs:
        return ", ".join(row.pcs)
    others = [pc for pc in difference.pcs if pc not in (*row.pcs, *difference.never, NO_GPU)]
    if not others:
        return "all GPUs"
    if len(others) <= _MOST_EXCEPTIONS < len(row.pcs):
        return f"all but {', '.join(others)}"
    return ", ".join(row.pcs)


def _refusals(difference: Difference) -> Iterator[str]:
    version = difference.new.version
    for refusal in difference.refusals:
        yield f"{version} cannot be installed on {', '.join(refusal.pcs)} any more: {refusal.reason}"
    if difference.never:
        yield f"neither can be installed on {_with_families(difference.never)}"


def _with_families(pcs: Iterable[str]) -> str:
    return ", ".join(f"{pc} ({FAMILIES[pc]})" if pc in FAMILIES else pc for pc in pcs)


def _costs(difference: Difference) -> Iterator[str]:
    building = {pc: _seconds_on(difference, pc) for pc in difference.pcs}
    least, most = min(building.values(), default=0.0), max(building.values(), default=0.0)
    if most:
        times = dict.fromkeys(f"{_ESTIMATED}{Duration(seconds)}" for seconds in (least, most) if seconds)
        yield f"to build, per PC: {' to '.join(times)} of one core; several engines are built at once"
    files = difference.files
    if files.bytes_to_get or files.removed:
        kinds = ", ".join(f"{kind} {Bytes(size)}" for kind, size in files.by_kind.items())
        differ = len(files.changed) + len(files.added)
        yield (
            f"files that differ: {differ} of {files.total}, {Bytes(files.bytes_to_get)} of {Bytes(files.total_bytes)}"
            + (f" ({kinds})" if kinds else "")
        )
    if difference.wheels:
        sizes = ", ".join(f"{Bytes(size)} on {system.capitalize()}" for system, size in difference.wheels.items())
        yield f"engine library to download: {sizes}"
    if most:
        yield f"{_ESTIMATED} estimated, for one core of 2024; an engine counts as its model and 2 MiB, as in --plan"


def _seconds_on(difference: Difference, pc: str) -> float:
    return sum(engine.seconds or 0.0 for engine in difference.pcs[pc].engines)


def to_json(difference: Difference) -> dict[str, Any]:
    """Tell programs; docs/vendors/releases.md describes it."""
    app = difference.new.package.manifest.app
    return {
        "schema": 1,
        "app": {"id": app.id, "name": app.name},
        "old": _release_json(difference.old),
        "new": _release_json(difference.new),
        "engines": [
            {
                "model": row.model,
                "variant": row.variant,
                "change": row.change,
                "gpus": list(row.pcs),
                "everywhere": row.everywhere,
                "keys": list(row.keys),
                "seconds": None if row.seconds is None else round(row.seconds, 1),
                "seconds_measured": row.is_known,
                "mib": round(row.size / (1 << 20), 1),
            }
            for row in difference.rows
        ],
        "gpus": [
            {
                "gpu": None if pc == NO_GPU else pc,
                "refused_before": change.refused_before.message if change.refused_before else None,
                "refused": change.refused.message if change.refused else None,
                "seconds": round(_seconds_on(difference, pc), 1),
                "engines": [
                    {
                        "model": engine.model,
                        "variant": engine.variant,
                        "change": engine.change,
                        "reason": engine.reason,
                    }
                    for engine in change.engines
                ],
            }
            for pc, change in difference.pcs.items()
        ],
        "files": difference.files.to_json(),
        "wheels_bytes": dict(difference.wheels),
        "notes": list(difference.notes),
    }


def _release_json(release: Release) -> dict[str, Any]:
    return {
        "version": release.version,
        "folder": str(release.package.root),
        "libraries": {
            name: {"version": library.version, "assumed": name not in release.stated}
            for name, library in release.libraries.items()
        },
    }
