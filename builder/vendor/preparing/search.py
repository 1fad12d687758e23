"""Which nodes of a model must stay in fp32 so that it passes: bisection, then giving up what is not needed.

Nothing here knows what a node is or what passing means.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What must stay.

    Attributes:
        keep: the nodes; all of them where nothing less was seen to pass.
        runs: how often something was tried.
        complete: whether each of them was tried without; False when the time was up before.
    """

    keep: frozenset[str]
    runs: int
    complete: bool


class _TimeIsUp(Exception):
    """Nothing more is to be tried."""


def find_keep(
    nodes_in_order: Sequence[str],
    passes: Callable[[frozenset[str]], bool],
    must: frozenset[str],
    goes_on: Callable[[], bool] = lambda: True,
) -> SearchResult:
    """Find few nodes with which a model passes that does not pass with `must` alone.

    Two bisections, of at most 2·log2(n) runs together, find the first and the last node that is needed; what lies
    between is then given up in ever smaller parts. What is returned was seen to pass, unless it is every node.

    Args:
        nodes_in_order: all of them, in topological order.
        passes: whether the model passes if these stay.
        must: what stays in any case.
        goes_on: whether there is time for another run.
    """
    runs = 0
    free = [node for node in nodes_in_order if node not in must]
    kept = free

    def pass_with(some: Sequence[str]) -> bool:
        nonlocal kept, runs
        if not goes_on():
            raise _TimeIsUp
        runs += 1
        if passed := passes(must.union(some)):
            kept = [*some]
        return passed

    try:
        fails, end = 0, len(free)
        while end - fails > 1:
            middle = (fails + end) // 2
            fails, end = (fails, middle) if pass_with(free[:middle]) else (middle, end)
        start, fails = 0, end
        while fails - start > 1:
            middle = (start + fails) // 2
            start, fails = (middle, fails) if pass_with(free[middle:end]) else (start, middle)
        size = len(kept) // 2
        while size:
            at = 0
            while at < len(kept) and size < len(kept):
                at += 0 if pass_with(kept[:at] + kept[at + size :]) else size
            size //= 2
    except _TimeIsUp:
        return SearchResult(must.union(kept), runs, complete=False)
    return SearchResult(must.union(kept), runs, complete=True)
