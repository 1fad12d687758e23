"""Whether a model takes inputs of a shape, as far as ONNX's shape inference can tell; and which inputs are shapes.

Inference follows shapes from node to node, and computes values on the way if they follow from shapes. It stops where
they follow from data, so "it works" only means that nothing speaks against it. What the library makes of it shows when
the model is built.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from builder.base.cancellation import NEVER, CancelToken
from builder.vendor.models.folding import fold
from builder.vendor.models.onnx_file import load_onnx, stored_tensors

_MOST_VALUE_BYTES = 4096
"""Weights larger than that are no shapes."""

_SHAPE_SLOTS = {
    "Reshape": (1,), "Expand": (1,), "Slice": (1, 2, 3, 4), "Resize": (2, 3), "Upsample": (1,), "Range": (0, 1, 2),
    "ConstantOfShape": (0,), "Tile": (1,), "Pad": (1,), "OneHot": (1,), "TopK": (1,), "Split": (1,), "Trilu": (1,),
    "Unsqueeze": (1,), "Squeeze": (1,), "CenterCropPad": (1,),
}  # fmt: skip
"""The inputs of operators on whose values shapes depend."""
_KEEPS_VALUES = {
    "Abs", "Add", "And", "Cast", "Ceil", "Concat", "Div", "Equal", "Floor", "Gather", "Greater", "Identity", "Less",
    "Max", "Min", "Mod", "Mul", "Neg", "Not", "Reshape", "Slice", "Squeeze", "Sub", "Unsqueeze", "Where",
}  # fmt: skip


class ShapeTrial:
    """A model without its weights, to try shapes on."""

    def __init__(self, path: Path, cancel: CancelToken = NEVER) -> None:
        """Read it.

        Raises:
            NotOnnx: it is something else than an ONNX model.
        """
        self._model = load_onnx(path, cancel)
        self._cancel = cancel
        self.shape_inputs = _shape_inputs(self._model)
        for tensor in stored_tensors(self._model):
            for name in ("raw_data", "float_data", "int32_data", "int64_data", "double_data", "uint64_data"):
                if len(getattr(tensor, name)) > _MOST_VALUE_BYTES:
                    tensor.ClearField(name)
        # What the exporter noted of the shapes in between was true of its own example.
        del self._model.graph.value_info[:]
        for output in self._model.graph.output:
            output.type.tensor_type.ClearField("shape")
        fold(self._model, {})

    def fault(self, shapes: Mapping[str, Sequence[int]]) -> str:
        """Say what speaks against inputs of these shapes; "" when nothing does."""
        import onnx
        from onnx import shape_inference

        self._cancel.check()
        model = onnx.ModelProto()
        model.CopyFrom(self._model)
        for tensor in model.graph.input:
            if tensor.name in shapes:
                declared = tensor.type.tensor_type.shape
                del declared.dim[:]
                for size in shapes[tensor.name]:
                    declared.dim.add(dim_value=size)
        try:
            inferred = _inferred(model, self._cancel)
        except (shape_inference.InferenceError, ValueError, RuntimeError) as error:
            return _first_cause(str(error))
        for tensor in (*inferred.graph.value_info, *inferred.graph.output):
            sizes = [item.dim_value for item in tensor.type.tensor_type.shape.dim if item.HasField("dim_value")]
            # Vectors without elements are meant, such as the scales of a Resize that goes by sizes.
            if any(size < 0 for size in sizes) or (0 in sizes and len(sizes) > 2):
                return f"{tensor.name} would have the shape {' × '.join(map(str, sizes))}"
        return _volume_fault(inferred)


def _inferred(model: Any, cancel: CancelToken) -> Any:
    """Infer all shapes; where they come from computed values, compute those that follow from known shapes.

    Raises:
        ValueError: or another error of ONNX; the shapes contradict each other.
    """
    from onnx import shape_inference

    while True:
        cancel.check()
        inferred = shape_inference.infer_shapes(model, check_type=False, strict_mode=True, data_prop=True)
        if not fold(model, _known_shapes(inferred)):
            return inferred


def _known_shapes(model: Any) -> dict[str, tuple[int, ...]]:
    """The shapes of which every size is known."""
    found = {}
    for tensor in (*model.graph.input, *model.graph.value_info, *model.graph.output):
        declared = tensor.type.tensor_type
        sizes = [item.dim_value for item in declared.shape.dim if item.HasField("dim_value")]
        if declared.HasField("shape") and len(sizes) == len(declared.shape.dim):
            found[tensor.name] = tuple(sizes)
    return found


def _volume_fault(model: Any) -> str:
    """Say which Reshape would have to change the number of elements; inference does not mind."""
    shapes = _known_shapes(model)
    for node in model.graph.node:
        if node.op_type == "Reshape" and {node.input[0], node.output[0]} <= shapes.keys():
            before, after = shapes[node.input[0]], shapes[node.output[0]]
            if math.prod(before) != math.prod(after):
                shown = (" × ".join(map(str, sizes)) for sizes in (before, after))
                return f"{node.name or node.output[0]} cannot reshape {' to '.join(shown)}"
    return ""


def _first_cause(text: str) -> str:
    """Cut what ONNX says down to its first fault: the others mostly follow from it."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return first.removeprefix("[ShapeInferenceError] Inference error(s): ").strip()


def _shape_inputs(model: Any) -> frozenset[str]:
    """Find the inputs on whose values shapes inside the main graph depend."""
    from onnx import TensorProto

    whole = (TensorProto.INT32, TensorProto.INT64)
    origins = {
        value.name: {value.name}
        for value in model.graph.input
        if value.type.tensor_type.elem_type in whole and len(value.type.tensor_type.shape.dim) <= 1
    }
    found: set[str] = set()
    for node in model.graph.node:
        for slot in _SHAPE_SLOTS.get(node.op_type, ()):
            if slot < len(node.input):
                found |= origins.get(node.input[slot], set())
        if node.op_type in _KEEPS_VALUES:
            reached = set().union(*(origins.get(name, set()) for name in node.input))
            for name in node.output if reached else ():
                origins[name] = reached
    return frozenset(found)
