"""Operators of an ONNX file that the library lacks, also those that its parser did not come to.

The parser names every such node of the main graph, but stops inside the first subgraph that has one, and at the first
node that it knows and cannot import. Whoever replaces an operator wants to know of all of them first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from builder.base.text import Text, say, verbatim
from builder.worker.onnx_fields import fields
from builder.worker.parser_errors import ONLY_IN_CLASSIC, Explained, without_operator

_MODEL_GRAPH, _MODEL_FUNCTION, _FUNCTION_NAME, _FUNCTION_NODE = 7, 25, 1, 7
_GRAPH_NODE, _GRAPH_NAME = 1, 2
_NODE_OUTPUT, _NODE_NAME, _NODE_OPERATOR, _NODE_ATTRIBUTE = 2, 3, 4, 5
_ATTRIBUTE_NAME, _ATTRIBUTE_GRAPH, _ATTRIBUTE_GRAPHS = 1, 6, 11


@dataclass(frozen=True, slots=True)
class _Node:
    """A node: its operator, what it is called where it stands, and in what it is, from the outside in."""

    operator: str
    name: Text
    inside: tuple[str, ...]

    @property
    def in_words(self) -> Text:
        operator = verbatim(self.operator)
        if self.inside:
            outer = " > ".join(self.inside)
            return say("{operator} (node {node}, inside {outer})", operator=operator, node=self.name, outer=outer)
        return say("{operator} (node {node})", operator=operator, node=self.name)


def with_unreached(
    explained: list[Explained], content: memoryview, is_known: Callable[[str], bool], backend: str
) -> list[Explained]:
    """Add every operator of the file that the library lacks and the parser did not name, and nodes it did not count.

    Args:
        explained: what the parser said.
        content: the ONNX file.
        is_known: whether the parser, or a plugin, has an operator.
        backend: name of the backend.
    """
    nodes: dict[str, list[_Node]] = {}
    for node in _all_nodes(content):
        nodes.setdefault(node.operator, []).append(node)
    whole = list(explained)
    for operator, alike in nodes.items():
        only_classic = operator in ONLY_IN_CLASSIC and backend != "tensorrt"
        if is_known(operator) and not only_classic:
            continue
        named = [item for item in whole if item.operator == operator]
        if not named:
            whole.append(replace(without_operator(alike[0].in_words, operator, backend), more=len(alike) - 1))
        elif (more := len(alike) - len({item.node for item in named})) > 0:
            whole[whole.index(named[0])] = replace(named[0], more=more)
    return whole


def _all_nodes(model: memoryview) -> Iterator[_Node]:
    """Give the nodes of the main graph, of its subgraphs, and of the functions that are called; none of no ONNX."""
    try:
        functions = {
            name: function
            for function in _messages(model, _MODEL_FUNCTION)
            for name in _texts(function, _FUNCTION_NAME)
        }
        waiting: list[tuple[memoryview, int, tuple[str, ...]]] = [
            (graph, _GRAPH_NODE, ()) for graph in _messages(model, _MODEL_GRAPH)
        ]
        called: set[str] = set()
        found: list[_Node] = []
        while waiting:
            message, field, inside = waiting.pop(0)
            for node in _nodes(message, field, inside):
                if node.operator not in functions:
                    found.append(node)
                elif node.operator not in called:
                    called.add(node.operator)
                    waiting.append((functions[node.operator], _FUNCTION_NODE, (node.operator,)))
    except ValueError:
        return
    yield from found


def _nodes(message: memoryview, field: int, inside: tuple[str, ...]) -> Iterator[_Node]:
    for number, node in enumerate(_messages(message, field)):
        operator = next(_texts(node, _NODE_OPERATOR), "")
        name = next(_texts(node, _NODE_NAME), "")
        if operator:
            shown = verbatim(repr(name)) if name else say("number {number}", number=number)
            yield _Node(operator, shown, inside)
        # The parser names nodes that are without a name by what they compute.
        within = f"{name or 'node_of_' + next(_texts(node, _NODE_OUTPUT), '')} ({operator})"
        for attribute in _messages(node, _NODE_ATTRIBUTE):
            which = next(_texts(attribute, _ATTRIBUTE_NAME), "")
            for kind in (_ATTRIBUTE_GRAPH, _ATTRIBUTE_GRAPHS):
                for graph in _messages(attribute, kind):
                    place = (*inside, within, f"{next(_texts(graph, _GRAPH_NAME), '')} ({which})")
                    yield from _nodes(graph, _GRAPH_NODE, place)


def _texts(message: memoryview, wanted: int) -> Iterator[str]:
    return (bytes(content).decode(errors="replace") for content in _messages(message, wanted))


def _messages(message: memoryview, wanted: int) -> Iterator[memoryview]:
    return (
        field.content for field in fields(message) if field.number == wanted and isinstance(field.content, memoryview)
    )
