"""Engines of the stand-ins that can be asked for outputs: ONNX Runtime computes them, in the memory of doubles/cuda.c.

An engine that is built while FAKE_TENSORRT_ANSWERS is set carries its ONNX file. What that variable says when the
engine is run decides what it answers: `right`, or one of `_FAULTS`. A fault may have a condition of how it was built:

    zeros                 always
    zeros@timings         where a timing cache with entries was used
    nan@level=3           at that optimization level
    noise@fp16 nan@fp32   by the type of the model's weights; the first that applies counts
    zeros@tensorrt        of that library, as BuildJob names it

FAKE_TENSORRT_UNKNOWN_SIZES makes outputs as of NonZero, whose size is known only once they are computed, and
FAKE_TENSORRT_FORMAT names the layout of all tensors.

It is as strict as the documentation of the API: names, shapes, addresses and profiles must be right, and memory must be
the GPU's and large enough.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import threading
from collections.abc import Callable, Sequence
from typing import Any

import numpy
import tensorrt_rtx_bindings as _rtx

_MAGIC = b"\nengine that answers\n"
_TYPES = {1: "FLOAT", 2: "UINT8", 3: "INT8", 6: "INT32", 7: "INT64", 9: "BOOL", 10: "HALF"}
_FP16 = 10

_models: dict[int, bytes] = {}


def remember(network: Any, model: bytes) -> None:
    """Note which file a network was parsed from."""
    _models[id(network)] = model


class OnnxParser(_rtx.OnnxParser):  # type: ignore[misc]
    """Both libraries' parser, which notes what it has read."""

    def __init__(self, network: Any, logger: Any) -> None:
        super().__init__(network, logger)
        self._network = network

    def parse(self, model: Any, path: str | None = None) -> Any:
        remember(self._network, bytes(model))
        return super().parse(model)


def trailer(backend: str, network: Any, config: Any, profiles: Sequence[Any], *, used_timings: bool = False) -> bytes:
    """What an engine carries so that it can be asked; nothing unless FAKE_TENSORRT_ANSWERS is set."""
    model = _models.get(id(network))
    if model is None or "FAKE_TENSORRT_ANSWERS" not in os.environ:
        return b""
    import onnx

    names = [network.get_input(index).name for index in range(network.num_inputs)]
    ranges = [
        {name: [[*map(int, shape)] for shape in profile.get_shape(name)] for name in names if profile.get_shape(name)}
        for profile in profiles
    ]
    weights = {tensor.data_type for tensor in onnx.load_from_string(model).graph.initializer}
    built = [backend, f"level={config.builder_optimization_level}", "fp16" if _FP16 in weights else "fp32"]
    facts = json.dumps({"profiles": ranges or [{}], "built": [*built, *(["timings"] if used_timings else [])]}).encode()
    return b"".join([model, facts, len(model).to_bytes(8), len(facts).to_bytes(8), _MAGIC])


def _fault(built: Sequence[str]) -> str:
    for word in os.environ.get("FAKE_TENSORRT_ANSWERS", "right").split():
        fault, _, condition = word.partition("@")
        if not condition or condition in built:
            return fault
    return "right"


class ICudaEngine:
    def __init__(self, content: bytes, log: Callable[[Any, str], None]) -> None:
        self._log = log
        self._model: Any = None
        if not content.endswith(_MAGIC):
            return
        import onnx

        end = len(content) - len(_MAGIC) - 16
        model, facts = int.from_bytes(content[end : end + 8]), int.from_bytes(content[end + 8 : end + 16])
        self._content = content[end - facts - model : end - facts]
        self._facts: dict[str, Any] = json.loads(content[end - facts : end])
        self._model = onnx.load_from_string(self._content)
        constants = {tensor.name for tensor in self._model.graph.initializer}
        self._inputs = {tensor.name: tensor for tensor in self._model.graph.input if tensor.name not in constants}
        self._tensors = self._inputs | {tensor.name: tensor for tensor in self._model.graph.output}

    @property
    def num_io_tensors(self) -> int:
        return len(self._tensors) if self._model else 0

    @property
    def num_optimization_profiles(self) -> int:
        profiles: list[Any] = self._facts["profiles"]
        return len(profiles)

    def get_tensor_name(self, index: int) -> str:
        names: list[str] = [*self._tensors]
        return names[index]

    def get_tensor_mode(self, name: str) -> Any:
        return _rtx.TensorIOMode.INPUT if name in self._inputs else _rtx.TensorIOMode.OUTPUT

    def get_tensor_dtype(self, name: str) -> Any:
        return getattr(_rtx.DataType, _TYPES[self._tensors[name].type.tensor_type.elem_type])

    def get_tensor_location(self, name: str) -> Any:
        return _rtx.TensorLocation.DEVICE

    def get_tensor_format(self, name: str) -> Any:
        return getattr(_rtx.TensorFormat, os.environ.get("FAKE_TENSORRT_FORMAT", "LINEAR"))

    def get_tensor_shape(self, name: str) -> tuple[int, ...]:
        return _shape(self._tensors[name])

    def get_tensor_profile_shape(self, name: str, profile_index: int) -> list[list[int]]:
        return list(self._facts["profiles"][profile_index][name])

    def create_execution_context(self) -> IExecutionContext | None:
        if self._model is None:
            self._log(_rtx.ILogger.Severity.ERROR, "The stand-in was not told to build engines that answer.")
            return None
        if _fault(self._facts["built"]) == "memory":
            self._log(_rtx.ILogger.Severity.ERROR, "Error Code 2: OutOfMemory (Requested size was 99 bytes.)")
            return None
        return IExecutionContext(self)


def _shape(tensor: Any) -> tuple[int, ...]:
    dimensions = tensor.type.tensor_type.shape.dim
    return tuple(each.dim_value if each.HasField("dim_value") else -1 for each in dimensions)


class IExecutionContext:
    def __init__(self, engine: ICudaEngine) -> None:
        self._engine = engine
        self._driver = ctypes.CDLL(os.environ["FAKE_CUDA"])
        self._driver.fake_cuda_room.argtypes, self._driver.fake_cuda_room.restype = (ctypes.c_uint64,), ctypes.c_size_t
        self.active_optimization_profile = 0
        self._shapes: dict[str, tuple[int, ...]] = {}
        self._addresses: dict[str, int] = {}
        self._allocators: dict[str, Any] = {}
        self._session: Any = None

    def set_optimization_profile_async(self, profile_index: int, stream_handle: int) -> bool:
        self.active_optimization_profile = profile_index
        return bool(stream_handle) and profile_index < self._engine.num_optimization_profiles

    def set_input_shape(self, name: str, shape: tuple[int, ...]) -> bool:
        if name not in self._engine._inputs:
            return False
        declared = self._engine.get_tensor_shape(name)
        lowest = highest = [*declared]
        if -1 in declared:
            lowest, _, highest = self._engine.get_tensor_profile_shape(name, self.active_optimization_profile)
        if len(shape) != len(declared) or not all(
            low <= size <= high for low, size, high in zip(lowest, shape, highest, strict=True)
        ):
            return False
        self._shapes[name] = tuple(shape)
        return True

    def set_tensor_address(self, name: str, memory: int) -> bool:
        self._addresses[name] = memory
        return name in self._engine._tensors

    def set_output_allocator(self, name: str, output_allocator: Any) -> bool:
        self._allocators[name] = output_allocator
        return name in self._engine._tensors and name not in self._engine._inputs

    def infer_shapes(self) -> list[str]:
        return [name for name in self._engine._inputs if name not in self._shapes]

    def get_tensor_shape(self, name: str) -> tuple[int, ...]:
        if name in self._engine._inputs:
            return self._shapes[name]
        if "FAKE_TENSORRT_UNKNOWN_SIZES" in os.environ:
            return tuple(-1 for _ in self._engine.get_tensor_shape(name))
        import onnx

        model = onnx.load_from_string(self._engine._content)
        for tensor in model.graph.input:
            for dimension, size in zip(
                tensor.type.tensor_type.shape.dim, self._shapes.get(tensor.name, ()), strict=False
            ):
                dimension.dim_value = size
        for tensor in model.graph.output:
            tensor.type.tensor_type.ClearField("shape")
        inferred = onnx.shape_inference.infer_shapes(model, data_prop=True).graph.output
        return _shape(next(tensor for tensor in inferred if tensor.name == name))

    def execute_async_v3(self, stream_handle: int) -> bool:
        fault = _fault(self._engine._facts["built"])
        if fault == "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        if fault == "hang":
            threading.Event().wait()
        if fault == "fails" or not stream_handle:
            self._engine._log(
                _rtx.ILogger.Severity.ERROR, "IExecutionContext::enqueueV3: Error Code 1: Cask (no kernel)"
            )
            return False
        outputs = _spoiled(fault, self._run())
        return fault == "untouched" or all(self._store(name, array) for name, array in outputs.items())

    def _run(self) -> dict[str, Any]:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        session = self._session = self._session or onnxruntime.InferenceSession(
            self._engine._content, options, providers=["CPUExecutionProvider"]
        )
        names = [output.name for output in session.get_outputs()]
        return dict(
            zip(names, session.run(names, {name: self._load(name) for name in self._engine._inputs}), strict=True)
        )

    def _load(self, name: str) -> Any:
        import onnx

        kind = onnx.helper.tensor_dtype_to_np_dtype(self._engine._tensors[name].type.tensor_type.elem_type)
        array = numpy.empty(self._shapes[name], kind)
        assert self._driver.fake_cuda_room(self._addresses[name]) >= array.nbytes, name
        ctypes.memmove(array.ctypes.data, self._addresses[name], array.nbytes)
        return array

    def _store(self, name: str, array: Any) -> bool:
        address = self._addresses.get(name, 0)
        if allocator := self._allocators.get(name):
            address = allocator.reallocate_output_async(name, 0, max(1, array.nbytes), 256, 1)
            allocator.notify_shape(name, array.shape)
            if not address:
                return False
        assert self._driver.fake_cuda_room(address) >= array.nbytes, name
        ctypes.memmove(address, numpy.ascontiguousarray(array).ctypes.data, array.nbytes)
        return True


def _spoiled(fault: str, outputs: dict[str, Any]) -> dict[str, Any]:
    if fault == "swapped":
        names = [*outputs]
        return dict(zip(names, (outputs[name] for name in (*names[1:], names[0])), strict=True))
    return {name: _FAULTS[fault](array.copy()) for name, array in outputs.items()}


def _noise(array: Any) -> Any:
    scale = numpy.abs(array.astype(numpy.float64)).max(initial=0) + 1
    return (array + numpy.random.default_rng(1).standard_normal(array.shape) * scale).astype(array.dtype)


def _not_finite(array: Any, value: float) -> Any:
    if array.dtype.kind == "f":
        array.reshape(-1)[-1:] = value
    return array


def _other_rows(array: Any) -> Any:
    if array.ndim and len(array) > 1:
        array[1:] = numpy.roll(array[1:], 1) + 1
    return array


_FAULTS: dict[str, Callable[[Any], Any]] = {
    "right": lambda array: array,
    "untouched": lambda array: array,
    "zeros": numpy.zeros_like,
    "noise": _noise,
    "nan": lambda array: _not_finite(array, numpy.nan),
    "infinite": lambda array: _not_finite(array, numpy.inf),
    "rows": _other_rows,
}
"""What is made of a right output. Beside these: `swapped`, `crash`, `hang`, `fails`, and `memory`, which GPUs lack."""
