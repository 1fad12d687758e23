"""Every tensor that an ONNX file stores: weights and attributes, in subgraphs and functions, sparse ones too.

One walk finds them all, and can put another tensor in the place of each. Field numbers are those of onnx.proto.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from builder.base.text import say
from builder.worker.onnx_fields import Field, TooMuch, bytes_field, fields, packed_numbers

_Kind = Literal[
    "model",
    "graph",
    "function",
    "node",
    "attribute",
    "sparse",
    "tensor",
    "value",
    "type",
    "shaped",
    "shape",
    "size",
]

_CHILDREN: dict[_Kind, dict[int, _Kind]] = {
    "model": {7: "graph", 25: "function"},
    "graph": {1: "node", 5: "tensor", 11: "value", 12: "value", 15: "sparse"},
    "function": {7: "node", 11: "attribute"},
    "node": {5: "attribute"},
    "attribute": {5: "tensor", 10: "tensor", 6: "graph", 11: "graph", 22: "sparse", 23: "sparse"},
    "sparse": {1: "tensor", 2: "tensor"},
    "tensor": {},
    "value": {2: "type"},
    "type": {1: "shaped"},
    "shaped": {2: "shape"},
    "shape": {1: "size"},
    "size": {},
}
_NAMES: dict[_Kind, tuple[int, ...]] = {
    "node": (1, 2, 3, 4), "attribute": (1,), "tensor": (8,), "value": (1,), "size": (2,),
}  # fmt: skip
"""The fields that are names; messages show them."""
_ATTRIBUTE_NAME, _ATTRIBUTE_FLOAT, _ATTRIBUTE_NUMBER, _ATTRIBUTE_FLOATS = 1, 2, 3, 7
_DIMS, _DATA_TYPE, _NAME, _RAW_DATA, _EXTERNAL_DATA, _DATA_LOCATION = 1, 2, 8, 9, 13, 14
_ENTRY_KEY, _ENTRY_VALUE, _MOST_ENTRY_FIELDS = 1, 2, 10
_VARINT_BYTES = 10
_EXTERNAL = 1

_DEEPEST = 100
"""How deeply messages may lie inside each other; protobuf itself reads no deeper."""

_MOST_FIELDS = 1_000_000
_MOST_DIMENSIONS = 64
_MOST_NAME_BYTES = 10_000
"""What a network may have. A node or weight has five fields or more, and a network of 6,000 nodes in a row is too deep
for the library; no tensor of it has more than eight dimensions."""

FLOAT, FLOAT16 = 1, 10
BITS = {
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
        if self.data_type not in BITS:
            return None
        elements = 1
        for dimension in self.dimensions:
            elements *= dimension
        return -(-elements * BITS[self.data_type] // 8)


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
        TooMuch: it has more of something than any network.
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
    fields_left: int = field(default_factory=lambda: _MOST_FIELDS)

    def message(
        self, message: memoryview, kind: _Kind, parents: tuple[_Kind, ...], node: _Node | None = None
    ) -> list[bytes | memoryview]:
        """Walk over one message and everything in it.

        Returns:
            The message's parts: itself, unless something in it was replaced.
        """
        if len(parents) > _DEEPEST:
            raise TooMuch(say("its parts lie more than {number} deep inside each other", number=_DEEPEST))
        node = node or _Node()
        if kind == "tensor":
            tensor = self._tensor(message, parents, node)
            self.found.tensors.append(tensor)
            return self.replace(tensor, message)
        if kind == "node":
            node = self._node(message)
        if kind == "attribute":
            self._attribute(message, node)
        parts: list[bytes | memoryview] = []
        kept, position, dimensions = 0, 0, 0
        for item in self._fields(message, kind):
            start, position = position, position + len(item.whole)
            child = _CHILDREN[kind].get(item.number)
            if child is None or isinstance(item.content, int):
                continue
            dimensions += child == "size"
            _check_rank(dimensions)
            # Nodes of a subgraph are their own; its weights belong to no node.
            inside = self.message(item.content, child, (*parents, kind), _Node() if child == "graph" else node)
            if len(inside) == 1 and inside[0] is item.content:
                continue
            parts += [message[kept:start], *bytes_field(item.number, inside)]
            kept = position
        return [*parts, message[kept:]] if parts else [message]

    def _fields(self, message: memoryview, kind: _Kind) -> Iterator[Field]:
        """Give the fields of a message, and count them."""
        for item in fields(message):
            self.fields_left -= 1
            if self.fields_left < 0:
                raise TooMuch(say("it has more than {number} parts", number=_MOST_FIELDS))
            if item.number in _NAMES.get(kind, ()):
                _check_name(item.content)
            yield item

    def _node(self, message: memoryview) -> _Node:
        texts: dict[int, list[str]] = {number: [] for number in _NAMES["node"]}
        for item in islice(fields(message), self.fields_left):
            if item.number in texts and isinstance(item.content, memoryview):
                texts[item.number].append(_text(item.content))
        inputs, outputs, names, operators = texts.values()
        operator = next(iter(operators), "")
        for name in inputs:
            self.found.users.setdefault(name, set()).add(operator)
        self.found.made.update(outputs)
        return _Node(next(iter([*outputs, *names]), ""), operator, tuple(inputs))

    def _attribute(self, message: memoryview, node: _Node) -> None:
        name, number = "", None
        floats: list[memoryview] = []
        for item in islice(fields(message), self.fields_left):
            if isinstance(item.content, int):
                number = item.content if item.number == _ATTRIBUTE_NUMBER else number
            elif item.number == _ATTRIBUTE_NAME:
                name = _text(item.content)
            elif item.number in (_ATTRIBUTE_FLOAT, _ATTRIBUTE_FLOATS):
                floats.append(item.content)
        if node.operator == "Cast" and name == "to" and number == FLOAT16:
            self.found.cast_to_half.update(node.inputs)
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
        for item in self._fields(message, "tensor"):
            if item.number == _DIMS:
                _check_rank(1 if isinstance(item.content, int) else len(item.content) // _VARINT_BYTES)
                dimensions += packed_numbers(item.content)
                _check_rank(len(dimensions))
            elif item.number == _DATA_TYPE and isinstance(item.content, int):
                data_type = item.content
            elif item.number == _NAME and not node.operator:
                name = name if isinstance(item.content, int) else _text(item.content)
            elif item.number == _DATA_LOCATION:
                outside = item.content == _EXTERNAL
            elif item.number == _EXTERNAL_DATA and isinstance(item.content, memoryview):
                entry = list(islice(fields(item.content), _MOST_ENTRY_FIELDS))
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
    return [_text(item.content) for item in items if item.number == wanted and isinstance(item.content, memoryview)]


def _text(content: memoryview) -> str:
    _check_name(content)
    return bytes(content).decode()


def _check_name(content: int | memoryview) -> None:
    if not isinstance(content, int) and len(content) > _MOST_NAME_BYTES:
        raise TooMuch(say("a name has more than {number} bytes", number=_MOST_NAME_BYTES))


def _check_rank(dimensions: int) -> None:
    if dimensions > _MOST_DIMENSIONS:
        raise TooMuch(say("a tensor has more than {number} dimensions", number=_MOST_DIMENSIONS))
