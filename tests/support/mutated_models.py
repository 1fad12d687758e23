"""ONNX files that are nearly right: small real models with changed bytes, and with changed fields."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import numpy
import onnx
from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message
from onnx import TensorProto, defs, helper

from tests.support import models as files
from tests.support.graphs import if_node, loop_node, model, node, value, weight
from tests.support.mutations import mutated_bytes, randoms

WEIGHTS = "weights.bin"

_NUMBERS = (0, 1, 2, 3, 5, 7, 8, 9, 10, 11, 14, 16, 17, 21, 23, 26, 64, 100, 999, 65536, (1 << 31) - 1, 1 << 31,
            1 << 40, (1 << 63) - 1, -1, -2, -(1 << 31), -(1 << 63))  # fmt: skip
_FLOATS = (0.0, -0.0, 1.0, -1.0, 1e-45, 3e38, float("inf"), float("-inf"), float("nan"))
_TEXTS = ("", " ", "x", "y", "c", "image", "result", "x/y", "é", "\x1b[31m", "\0", "a\nb", "%s%n", "{0}", "n" * 500,
          "ai.onnx.ml", "com.microsoft", "com.example", "trt.plugins", "../../etc/passwd", "/dev/zero",
          WEIGHTS)  # fmt: skip
_OPERATORS = tuple(sorted({schema.name for schema in defs.get_all_schemas()}))
_TOKENS = (b"\x0a\xff\xff\xff\xff\x0f", b"\x08\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", b"\x0b", b"\x0c", b"\x3a\x00",
           b"\x0a\x00", b"\x12\x80\x80\x04", b"\xff" * 12, b"\x0a\x7f" * 300, b"\x6a\x02\x0a\x00",
           b"\x70\x01")  # fmt: skip

_INTEGERS = (FieldDescriptor.TYPE_INT32, FieldDescriptor.TYPE_INT64, FieldDescriptor.TYPE_UINT64)
_NARROW = FieldDescriptor.TYPE_INT32


def base_models(folder: Path) -> list[onnx.ModelProto]:
    """Models of every kind that one file can be; external weights are in `folder`."""
    made = [
        files.conv_net(folder / "plain.onnx", channels=2),
        files.conv_net(folder / "half.onnx", channels=2, half=True),
        files.conv_net(folder / "dynamic.onnx", (1, 3, "h", "w"), channels=2),
        files.net_with_external_data(folder / "outside.onnx", WEIGHTS),
        files.matmul_net(folder / "matmul.onnx"),
        files.bf16_net(folder / "bf16.onnx"),
        files.quantized_net(folder / "int8.onnx", TensorProto.INT8),
        files.quantized_net(folder / "fp8.onnx"),
    ]
    loaded = [onnx.load(path, load_external_data=False) for path in made]
    return [*loaded, *_with_subgraphs(), *_with_attributes(), _with_function(), *_with_other_types()]


def _with_subgraphs() -> list[onnx.ModelProto]:
    x, y, condition = value("x"), value("y"), value("c", [], TensorProto.BOOL)
    count, goes_on = weight("n", numpy.int64(3)), weight("g", numpy.bool_(True))
    branches = model([if_node(weight("w", numpy.eye(4, dtype=numpy.float32)))], [x, condition], [y])
    loop = model([loop_node(["n", "g", "x"], "y", "in_")], [x], [y], [count, goes_on])
    return [branches, loop, deep_model(8)]


def deep_model(depth: int) -> onnx.ModelProto:
    """If inside If inside If."""
    inner = other = helper.make_graph([node("Relu", ["x"], ["r"])], "g", [], [value("r")])
    for level in range(depth):
        inside = node("If", ["c"], [f"y{level}"], then_branch=inner, else_branch=other)
        inner = helper.make_graph([inside], "g", [], [value(f"y{level}")])
    return model(list(inner.node), [value("x"), value("c", [], TensorProto.BOOL)], list(inner.output))


def _with_attributes() -> list[onnx.ModelProto]:
    x, y = value("x"), value("y", None)
    big = node("Constant", [], ["b"], value_floats=[float(number) for number in range(2000)])
    stored = node("Constant", [], ["s"], value=weight("v", numpy.ones((1, 4), numpy.float32)))
    shape = weight("shape", numpy.array([2, 2], numpy.int64))
    sizes = weight("sizes", numpy.array([1, 2, 8, 8], numpy.int64))
    picture = value("x", [1, 2, 4, 4])
    generator = numpy.random.default_rng(1)
    gates = [weight(name, generator.random(size, numpy.float32)) for name, size in (("w", (1, 8, 4)), ("r", (1, 8, 2)))]
    return [
        model([big, node("ReduceSum", ["b"], ["t"]), node("Add", ["x", "t"], ["y"])], [x], [y]),
        model([stored, node("Mul", ["x", "s"], ["m"]), node("Softmax", ["m"], ["y"], axis=1)], [x], [y]),
        model([node("Reshape", ["x", "shape"], ["r"]), node("Transpose", ["r"], ["y"], perm=[1, 0])],
              [x], [y], [shape]),
        model([node("ConstantOfShape", ["shape"], ["z"]), node("Shape", ["x"], ["a"]), node("Identity", ["z"], ["y"])],
              [x], [y], [shape]),
        model([node("Resize", ["x", "", "", "sizes"], ["y"], mode="linear")], [picture], [y], [sizes]),
        model([node("MaxPool", ["x"], ["y"], kernel_shape=[2, 2], strides=[2, 2])], [picture], [y]),
        model([node("LSTM", ["x", "w", "r"], ["y"], hidden_size=2)], [value("x", [3, 1, 4])], [y], gates),
        model([node("TopK", ["x", "k"], ["y", "i"])], [x], [y], [weight("k", numpy.array([2], numpy.int64))]),
        model([node("Split", ["x"], ["y", "z"], axis=1), node("Concat", ["z", "y"], ["u"], axis=0)], [x], [value("u")]),
    ]  # fmt: skip


def _with_function() -> onnx.ModelProto:
    imports = [helper.make_opsetid("", 17)]
    body = [node("Mul", ["a", "a"], ["m"]), node("LeakyRelu", ["m"], ["o"], alpha=0.1)]
    function = helper.make_function("com.example", "Square", ["a"], ["o"], body, imports)
    return model([node("Square", ["x"], ["y"], domain="com.example")], [value("x")], [value("y")], functions=[function])


def _with_other_types() -> list[onnx.ModelProto]:
    tensor = helper.make_tensor_type_proto(TensorProto.FLOAT, [1, 4])
    many = helper.make_value_info("s", helper.make_sequence_type_proto(tensor))
    maybe = helper.make_value_info("o", helper.make_optional_type_proto(tensor))
    at, y, x = weight("at", numpy.int64(0)), value("y"), value("x")
    values, places = weight("v", numpy.ones(2, numpy.float32)), weight("p", numpy.array([0, 3], numpy.int64))
    sparse = helper.make_sparse_tensor(values, places, [4])
    return [
        model([node("SequenceAt", ["s", "at"], ["y"])], [many], [y], [at]),
        model([node("OptionalGetElement", ["o"], ["y"])], [maybe], [y]),
        model([node("Add", ["x", "v"], ["y"])], [x], [y], sparse=[sparse]),
        model([node("Cast", ["x"], ["y"], to=TensorProto.STRING)], [x], [value("y", (1, 4), TensorProto.STRING)]),
        model([node("Add", ["x", "d"], ["y"])], [value("x", (1, 4), TensorProto.DOUBLE)],
              [value("y", (1, 4), TensorProto.DOUBLE)], [weight("d", numpy.full((1, 4), 1e300))]),
    ]  # fmt: skip


def mutated_models(bases: list[onnx.ModelProto]) -> Iterator[tuple[str, bytes]]:
    """Give the files by their seed."""
    written = [base.SerializeToString() for base in bases]
    for seed, random in randoms("onnx"):
        number = random.randrange(len(bases))
        if random.random() < 0.35:
            yield seed, mutated_bytes(random, written[number], _TOKENS)
            continue
        changed = onnx.ModelProto()
        changed.CopyFrom(bases[number])
        for _ in range(random.choice((1, 1, 1, 2, 4))):
            _mutate(random, changed, bases)
        yield seed, changed.SerializeToString()


def _fields(message: Message) -> Iterator[tuple[Message, FieldDescriptor]]:
    for field, content in message.ListFields():
        yield message, field
        if field.type == FieldDescriptor.TYPE_MESSAGE:
            for inner in content if field.is_repeated else [content]:
                yield from _fields(inner)


def _mutate(random: Random, changed: onnx.ModelProto, bases: list[onnx.ModelProto]) -> None:
    found = list(_fields(changed))
    # Whatever a tensor is large by would be chosen nearly always.
    message, field = random.choice(found)
    if random.random() < 0.15:
        _set_absent(random, message, field)
    elif field.type == FieldDescriptor.TYPE_MESSAGE:
        same = [getattr(holder, its.name) for holder, its in (*found, *_fields(random.choice(bases)))
                if its.message_type is field.message_type and its.is_repeated == field.is_repeated]  # fmt: skip
        _change_message(random, message, field, random.choice(same or [getattr(message, field.name)]))
    elif field.is_repeated:
        _change_repeated(random, getattr(message, field.name), field)
    else:
        setattr(message, field.name, _other(random, field, getattr(message, field.name), found))


def _set_absent(random: Random, message: Message, near: FieldDescriptor) -> None:
    """Set a field that is not there, or clear the one that is."""
    absent = [field for field in message.DESCRIPTOR.fields
              if field.type != FieldDescriptor.TYPE_MESSAGE and not field.is_repeated]  # fmt: skip
    if not absent or random.random() < 0.4:
        message.ClearField(near.name)
        return
    field = random.choice(absent)
    setattr(message, field.name, _other(random, field, getattr(message, field.name), []))


def _change_message(random: Random, message: Message, field: FieldDescriptor, other: Any) -> None:
    content = getattr(message, field.name)
    if not field.is_repeated:
        content.CopyFrom(type(content).FromString(other.SerializeToString()))
        return
    chosen = random.randrange(len(content)) if content else 0
    match random.randrange(4):
        case 0 if content:
            del content[chosen]
        case 1 if content:
            content.extend(
                [type(content[0]).FromString(content[chosen].SerializeToString())] * random.choice((1, 1, 300))
            )
        case 2:
            items = [type(item).FromString(item.SerializeToString()) for item in content]
            random.shuffle(items)
            del content[:]
            content.extend(items)
        case _ if other:
            content.append(type(other[0]).FromString(random.choice(list(other)).SerializeToString()))


def _change_repeated(random: Random, content: Any, field: FieldDescriptor) -> None:
    chosen = random.randrange(len(content))
    match random.randrange(5):
        case 0:
            del content[chosen]
        case 1:
            content.append(content[chosen])
        case 2:
            del content[len(content) // 2 :]
        case 3:
            content.extend([_other(random, field, content[chosen], [])] * random.choice((1, 2, 9, 300)))
        case _:
            content[chosen] = _other(random, field, content[chosen], [])


def _other(random: Random, field: FieldDescriptor, now: Any, found: list[tuple[Message, FieldDescriptor]]) -> Any:
    """Another value for a field, such as the name of something else."""
    if field.type in (FieldDescriptor.TYPE_FLOAT, FieldDescriptor.TYPE_DOUBLE):
        return random.choice(_FLOATS)
    if field.type == FieldDescriptor.TYPE_ENUM:
        return random.choice(field.enum_type.values).number
    if field.type in _INTEGERS:
        number = random.choice((*_NUMBERS, now + 1, now - 1, now * 2, -now))
        if field.type == FieldDescriptor.TYPE_UINT64:
            return number % (1 << 64)
        return (number + (1 << 31)) % (1 << 32) - (1 << 31) if field.type == _NARROW else _wrapped(number)
    if isinstance(now, bytes):
        return random.choice(
            (now[:-1], now[: len(now) // 2], now + b"\0", now * 2, b"", b"\xff" * len(now), b"\x80bad")
        )
    if field.name == "op_type" and random.random() < 0.8:
        return random.choice(_OPERATORS)
    same = [getattr(holder, its.name) for holder, its in found if its.name == field.name and not its.is_repeated]
    return random.choice((*_TEXTS, *same, *same))


def _wrapped(number: int) -> int:
    return (number + (1 << 63)) % (1 << 64) - (1 << 63)
