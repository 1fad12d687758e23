"""Local functions of an ONNX file, which the library expands wherever they are called: too often, or for ever."""

from __future__ import annotations

import graphlib
from collections import Counter
from collections.abc import Iterator

from builder.base.text import say
from builder.worker.onnx_fields import TooMuch, fields

_MODEL_GRAPH, _MODEL_FUNCTION, _FUNCTION_NAME, _FUNCTION_NODE, _GRAPH_NODE = 7, 25, 1, 7, 1
_NODE_OPERATOR, _NODE_ATTRIBUTE, _ATTRIBUTE_GRAPH, _ATTRIBUTE_GRAPHS = 4, 5, 6, 11
_DEEPEST = 50
_MOST_NODES = 1_000_000


def recursive_function(model: memoryview) -> str | None:
    """Find a function that calls itself, maybe through others.

    The library looks at names only, not at domains, and first at its own operators.

    Raises:
        TooMuch: they call each other so often that the library would never have expanded all.
        ValueError: this is not what the walk understands.
    """
    calls: dict[str, Counter[str]] = {}
    for function in _messages(model, _MODEL_FUNCTION):
        for name in _messages(function, _FUNCTION_NAME):
            calls.setdefault(bytes(name).decode(), Counter()).update(_operators(function, _FUNCTION_NODE, 0))
    if calls:
        from onnx import defs

        calls = {name: called for name, called in calls.items() if not defs.has(name)}
        # The main graph is another one that calls them.
        for graph in _messages(model, _MODEL_GRAPH):
            calls[""] = Counter(_operators(graph, _GRAPH_NODE, 0))
    callees_first = graphlib.TopologicalSorter({name: calls.keys() & called.keys() for name, called in calls.items()})
    sizes: dict[str, int] = {}
    try:
        for caller in callees_first.static_order():
            sizes[caller] = sum(times * sizes.get(callee, 1) for callee, times in calls[caller].items())
            if sizes[caller] > _MOST_NODES:
                raise TooMuch(say("its functions expand to more than {number} nodes", number=_MOST_NODES))
    except graphlib.CycleError as error:
        return next(name for name in calls if name in error.args[1])
    return None


def _operators(message: memoryview, node_field: int, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        raise ValueError("messages inside each other without end")
    for node in _messages(message, node_field):
        yield from (bytes(operator).decode() for operator in _messages(node, _NODE_OPERATOR))
        for attribute in _messages(node, _NODE_ATTRIBUTE):
            for number in (_ATTRIBUTE_GRAPH, _ATTRIBUTE_GRAPHS):
                for graph in _messages(attribute, number):
                    yield from _operators(graph, _GRAPH_NODE, depth + 1)


def _messages(message: memoryview, wanted: int) -> Iterator[memoryview]:
    return (
        field.content for field in fields(message) if field.number == wanted and isinstance(field.content, memoryview)
    )
