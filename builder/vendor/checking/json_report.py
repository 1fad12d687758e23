"""What a check found, for programs; docs/schemas/check.schema.json describes it. Pure."""

from __future__ import annotations

from typing import Any, get_args

from builder.base.plain import to_plain
from builder.vendor.checking.matrix import Matrix, State

SCHEMA = 1


def to_json(matrix: Matrix) -> dict[str, Any]:
    """Give the report as `--json` prints it."""
    return {
        "schema": SCHEMA,
        "app": {"name": matrix.app, "version": matrix.version},
        "made_at": matrix.date,
        "system": matrix.system,
        "libraries": matrix.libraries,
        "seconds": matrix.seconds,
        "columns": to_plain(matrix.columns),
        "models": [
            {
                "model": row.model,
                "variant": row.variant,
                "onnx": row.onnx,
                "size": row.size,
                "data_types": list(row.data_types),
                "cells": to_plain(row.cells),
                "warnings": list(row.warnings),
                "advice": [
                    {"name": item.name, "what": item.what, "worth": item.worth, "remedy": item.remedy}
                    for item in row.advice
                ],
            }
            for row in matrix.rows
        ],
        "without_engine": list(matrix.without_engine),
        "counts": {state: matrix.count(state) for state in get_args(State)},
    }
