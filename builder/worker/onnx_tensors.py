"""Every tensor that an ONNX file stores: weights and attributes, in subgraphs and functions, sparse ones too.

One walk finds them all, and can put another tensor in the place of each. Field numbers are those of onnx.proto.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from builder.worker.onnx_fields import Field, bytes_field, fields, packed_numbers

_Kind = Literal["model", "graph", "function", "node", "attribute", "sparse", "tensor"]

_CHILDREN: dict[_Kind, dict[int, _Kind]] = {
    "model": {7: "graph", 25: "function"},
    "graph": {1: "node", 5: "tensor", 15: "sparse"},
    "function": {7: "node", 11: "attribute"},
    "node": {5: "attribute"},
    "attribute": {5: "tensor", 10: "tensor", 6: "graph", 11: "graph", 22: "sparse", 23: "sparse"},
    "sparse": {1: "tensor", 2: "tensor"},
    "tensor": {},
}
_NODE_INPUT, _NODE_OUTPUT, _NODE_NAME, _NODE_OPERATOR = 1, 2, 3, 4
_ATTRIBUTE_NAME, _ATTRIBUTE_FLOAT, _ATTRIBUTE_NUMBER, _ATTRIBUTE_FLOATS = 1, 2, 3, 7
_DIMS, _DATA_TYPE, _NAME, _RAW_DATA, _EXTERNAL_DATA, _DATA_LOCATION = 1, 2, 8, 9, 13, 14
_ENTRY_KEY, _ENTRY_VALUE = 1, 2
_EXTERNAL = 1

_DEEPEST = 100
"""How deeply messages may lie inside each other; protobuf itself reads no deeper."""

FLOAT, FLOAT16 = 1, 10
_BITS = {
    1: 32, 2: 8, 3: 8, 4: 16, 5: 16, 6: 32, 7: 64, 9: 8, 10: 16, 11: 64, 12: 32, 13: 64, 14: 64, 15: 128, 16: 16,
    17: 8, 18: 8, 19: 8, 20: 8, 21: 4, 22: 4, 23: 4, 24: 8, 25: 2, 26: 2,
}  # fmt: skip
"""How many bits an element of a data type has; strings have no number of them."""


@dataclass(frozen=True, slots=True)
class StoredTensor:
    """A tensor that an ONNX file stores.

    Attributes:
        number: counts the tensors in the order of the walk; -1 for plain numbers, which are no tensor of their own.
        name: what it is called in its graph; for an attribute, the first output of its node.
        operator: of the node that has it as an attribute; "" for a weight of a graph.
        in_main_graph: whether it is a dense weight of the main graph.
        data_type: a number of onnx.TensorProto.DataType.
        dimensions: its shape.
        external: where its content is, as `location`, `offset` and `length`; None when it is in the file itself.
        values: the content in the file itself, by field number.
    """

    number: int
    name: str
    operator: str
    in_main_graph: bool
    data_type: int
    dimensions: tuple[int, ...]
    external: dict[str, str] | None
    values: tuple[tuple[int, int | memoryview], ...]

    @property
    def size(self) -> int | None:
        """How many bytes its content has; None when that follows from nothing."""
        if self.data_type not in _BITS:
            return None
        elements = 1
        for dimension in self.dimensions:
            elements *= dimension
        return -(-elements * _BITS[self.data_type] // 8)


@dataclass(slots=True)
class StoredTensors:
    """What the walk found.

    Attributes:
        tensors: all of them, in the order of the walk.
        users: by the name of a tensor, the operators that take it, wherever they are.
        cast_to_half: names of the tensors that a Cast turns into fp16.
        made: names of the tensors that some node computes.
    """

    tensors: list[StoredTensor] = field(default_factory=list)
    users: dict[str, set[str]] = field(default_factory=dict)
    cast_to_half: set[str] = field(default_factory=set)
    made: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Node:
    """The node whose attributes the walk is in; what is no node's has no operator."""

    name: str = ""
    operator: str = ""
    inputs: tuple[str, ...] = ()


def stored_tensors(model: memoryview) -> StoredTensors:
    """Find every tensor that a model stores.

    Raises:
        ValueError: this is not what the walk understands.
    """
    found = StoredTensors()
    _Walk(found, lambda _tensor, message: [message]).message(model, "model", ())
    return found


def with_contents(model: memoryview, contents: dict[int, memoryview]) -> bytes:
    """Put contents, by the number of their tensor, into a model in place of references to other files."""

    def replace(tensor: StoredTensor, message: memoryview) -> list[bytes | memoryview]:
        if tensor.number not in contents:
            return [message]
        kept = [item.whole for item in fields(message) if item.number not in (_EXTERNAL_DATA, _DATA_LOCATION)]
        return [*kept, *bytes_field(_RAW_DATA, [contents[tensor.number]])]

    return b"".join(_Walk(StoredTensors(), replace).message(model, "model", ()))


@dataclass(slots=True)
class _Walk:
    found: StoredTensors
    replace: Callable[[StoredTensor, memoryview], list[bytes | memoryview]]
    count: int = 0

    def message(
        self, message: memoryview, kind: _Kind, parents: tuple[_Kind, ...], node: _Node | None = None
    ) -> list[bytes | memoryview]:
        """Walk over one message and everything in it.

        Returns:
            The message's parts: itself, unless something in it was replaced.
        """
        if len(parents) > _DEEPEST:
            raise ValueError("messages inside each other without end")
        node = node or _Node()
        if kind == "tensor":
            tensor = self._tensor(message, parents, node)
            self.found.tensors.append(tensor)
            return self.replace(tensor, message)
        items = list(fields(message))
        if kind == "node":
            node = self._node(items)
        if kind == "attribute":
            self._attribute(items, node)
        parts: list[bytes | memoryview] = []
        changed = False
        for item in items:
            child = _CHILDREN[kind].get(item.number)
            if child is None or isinstance(item.content, int):
                parts.append(item.whole)
                continue
            # Nodes of a subgraph are their own; its weights belong to no node.
            inside = self.message(item.content, child, (*parents, kind), _Node() if child == "graph" else node)
            unchanged = len(inside) == 1 and inside[0] is item.content
            changed |= not unchanged
            parts += [item.whole] if unchanged else bytes_field(item.number, inside)
        return parts if changed else [message]

    def _node(self, items: list[Field]) -> _Node:
        inputs = tuple(_texts(items, _NODE_INPUT))
        outputs, names, operators = (_texts(items, number) for number in (_NODE_OUTPUT, _NODE_NAME, _NODE_OPERATOR))
        operator = next(iter(operators), "")
        for name in inputs:
            self.found.users.setdefault(name, set()).add(operator)
        self.found.made.update(outputs)
        return _Node(next(iter([*outputs, *names]), ""), operator, inputs)

    def _attribute(self, items: list[Field], node: _Node) -> None:
        name = next(iter(_texts(items, _ATTRIBUTE_NAME)), "")
        number = next((item.content for item in items if item.number == _ATTRIBUTE_NUMBER), None)
        if node.operator == "Cast" and name == "to" and number == FLOAT16:
            self.found.cast_to_half.update(node.inputs)
        floats = [
            item.content
            for item in items
            if item.number in (_ATTRIBUTE_FLOAT, _ATTRIBUTE_FLOATS) and isinstance(item.content, memoryview)
        ]
        if floats:
            values = tuple((_RAW_DATA, content) for content in floats)
            count = sum(map(len, floats)) // 4
            stored = StoredTensor(-1, node.name, node.operator, False, FLOAT, (count,), None, values)
            self.found.tensors.append(stored)

    def _tensor(self, message: memoryview, parents: tuple[_Kind, ...], node: _Node) -> StoredTensor:
        name, data_type, outside = node.name, 0, False
        dimensions: list[int] = []
        external: dict[str, str] = {}
        values: list[tuple[int, int | memoryview]] = []
        for item in fields(message):
            if item.number == _DIMS:
                dimensions += packed_numbers(item.content)
            elif item.number == _DATA_TYPE and isinstance(item.content, int):
                data_type = item.content
            elif item.number == _NAME and not node.operator:
                name = next(iter(_texts([item], _NAME)), name)
            elif item.number == _DATA_LOCATION:
                outside = item.content == _EXTERNAL
            elif item.number == _EXTERNAL_DATA and isinstance(item.content, memoryview):
                entry = list(fields(item.content))
                key, value = (next(iter(_texts(entry, number)), "") for number in (_ENTRY_KEY, _ENTRY_VALUE))
                external[key] = value
            else:
                values.append((item.number, item.content))
        number, self.count = self.count, self.count + 1
        main = parents == ("model", "graph")
        stored_outside = external if outside else None
        return StoredTensor(
            number, name, node.operator, main, data_type, tuple(dimensions), stored_outside, tuple(values)
        )


def _texts(items: Iterable[Field], wanted: int) -> list[str]:
    return [
        bytes(item.content).decode() for item in items if item.number == wanted and isinstance(item.content, memoryview)
    ]
