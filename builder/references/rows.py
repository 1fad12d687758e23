"""Two equal rows of a batch must give equal rows: a check that needs no right output, and that finds wrong kernels."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from builder.references.comparison import OutputDifference, compare_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray


def with_equal_rows(inputs: Mapping[str, NDArray[Any]], batched: Collection[str]) -> dict[str, NDArray[Any]] | None:
    """Make a batch of two rows, both of them the first row of the inputs.

    Args:
        inputs: of a reference.
        batched: those whose first axis may have any size; the others stay as they are.

    Returns:
        The inputs of the batch; None where there is nothing to repeat.
    """
    import numpy as np

    if not any(name in batched and array.ndim and array.shape[0] for name, array in inputs.items()):
        return None
    return {
        name: np.concatenate([array[:1], array[:1]]) if name in batched and array.ndim else array
        for name, array in inputs.items()
    }


def compare_equal_rows(answers: Mapping[str, NDArray[Any]], outputs: Collection[str]) -> tuple[OutputDifference, ...]:
    """Compare the rows of those of some outputs that have two."""
    return tuple(
        compare_rows(name, got) for name, got in answers.items() if name in outputs and got.ndim and got.shape[0] == 2
    )
