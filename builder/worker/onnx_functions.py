"""Local functions of an ONNX file that call themselves: the library expands them until there is no memory left."""

from __future__ import annotations

from collections.abc import Iterator

from builder.worker.onnx_fields import fields

_MODEL_FUNCTION, _FUNCTION_NAME, _FUNCTION_NODE, _GRAPH_NODE = 25, 1, 7, 1
_NODE_OPERATOR, _NODE_ATTRIBUTE, _ATTRIBUTE_GRAPH, _ATTRIBUTE_GRAPHS = 4, 5, 6, 11
_DEEPEST = 50


def recursive_function(model: memoryview) -> str | None:
    """Find a function that calls itself, maybe through others.

    The library looks at names only, not at domains, and first at its own operators.

    Raises:
        ValueError: this is not what the walk understands.
    """
    calls: dict[str, set[str]] = {}
    for function in _messages(model, _MODEL_FUNCTION):
        for name in _messages(function, _FUNCTION_NAME):
            calls.setdefault(bytes(name).decode(), set()).update(_operators(function, _FUNCTION_NODE, 0))
    if calls:
        from onnx import defs

        calls = {name: called for name, called in calls.items() if not defs.has(name)}
    for start in calls:
        reached: set[str] = set()
        new = {start}
        while new:
            new = {callee for name in new for callee in calls[name] if callee in calls} - reached
            reached |= new
        if start in reached:
            return start
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
