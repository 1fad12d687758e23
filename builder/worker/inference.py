"""Running an engine once: arrays into GPU memory, the engine's work, its outputs back as arrays."""

from __future__ import annotations

import mmap
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builder.base.errors import EngineInvalid
from builder.base.events import BuildJob
from builder.base.small_files import open_regular
from builder.base.text import Text, join, say, verbatim
from builder.references.bfloat16 import from_bfloat16, to_bfloat16
from builder.worker.cuda import Cuda, CudaError
from builder.worker.library import LibraryLog
from builder.worker.tensors import describe_shape

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from builder.worker import trt
    from builder.worker.trt import IOutputAllocator, Library

    class OutputAllocator(IOutputAllocator):  # type: ignore[misc]
        """An allocator of `_make_output_allocator`."""

        addresses: dict[str, int]
        shapes: dict[str, tuple[int, ...]]
        failure: CudaError | None


_BFLOAT16 = "BF16"
_NUMPY_TYPES = {
    "FLOAT": "f4",
    "HALF": "f2",
    "BF16": "u2",
    "INT64": "i8",
    "INT32": "i4",
    "INT8": "i1",
    "UINT8": "u1",
    "BOOL": "?",
}


class _NoResults(Exception):
    """There are no outputs to judge.

    Attributes:
        reason: a sentence.
    """

    def __init__(self, reason: Text) -> None:
        super().__init__(reason)
        self.reason = reason


class CannotAsk(_NoResults):
    """The engine cannot be asked this, and that is no fault of its own."""


class DidNotAnswer(_NoResults):
    """The engine failed while it was run."""


def load_engine(library: trt.Library, logger: trt.ILogger, job: BuildJob, log: LibraryLog) -> trt.ICudaEngine:
    """Load the job's engine as the application will; a GPU is there.

    Raises:
        EngineInvalid: it does not load.
    """
    runtime = library.Runtime(logger)
    if job.settings.version_compatible:
        # Such an engine carries the lean runtime as code. It was built from this very package.
        runtime.engine_host_code_allowed = True
    with open_regular(Path(job.output)) as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        if hasattr(library, "EngineValidity") and hasattr(runtime, "get_engine_validity"):
            validity, diagnostics = runtime.get_engine_validity(mapped)
            if validity == library.EngineValidity.INVALID:
                raise EngineInvalid(
                    say(
                        "The engine of the model {model!r} cannot run on {gpu}: {reason}",
                        model=job.model,
                        gpu=job.load_on,
                        reason=log.first_line,
                    ),
                    detail=f"get_engine_validity: INVALID, diagnostics {diagnostics}",
                )
        engine = runtime.deserialize_cuda_engine(mapped)
    if engine is None:
        raise EngineInvalid(
            say(
                "The engine of the model {model!r} does not load on {gpu}: {reason}",
                model=job.model,
                gpu=job.load_on,
                reason=log.first_line,
            ),
            hint=say("The log has everything that the library said."),
            detail="\n".join(log.errors),
        )
    return engine


class Inference:
    """An engine that is ready to be asked.

    Attributes:
        batched: the inputs whose first axis may have any size that a profile allows.
    """

    def __init__(self, library: Library, engine: trt.ICudaEngine, cuda: Cuda, log: LibraryLog) -> None:
        """Make the engine ready, for which TensorRT-RTX compiles its kernels.

        Raises:
            CannotAsk: it has inputs or outputs that are not plain arrays, or the GPU lacks memory.
            DidNotAnswer: the library fails on it.
        """
        self._library, self._engine, self._cuda, self._log = library, engine, cuda, log
        names = [engine.get_tensor_name(index) for index in range(engine.num_io_tensors)]
        self._types = {name: engine.get_tensor_dtype(name).name for name in names}
        self._shapes = {name: tuple(engine.get_tensor_shape(name)) for name in names}
        inputs = {name for name in names if engine.get_tensor_mode(name) == library.TensorIOMode.INPUT}
        self._inputs = [name for name in names if name in inputs]
        self._outputs = [name for name in names if name not in inputs]
        self._on_host = {name for name in names if engine.get_tensor_location(name) == library.TensorLocation.HOST}
        self.batched = {name for name in self._inputs if self._shapes[name][:1] == (-1,)}
        for name in names:
            layout = engine.get_tensor_format(name)
            if layout != library.TensorFormat.LINEAR or self._types[name] not in _NUMPY_TYPES:
                what = f"{self._types[name]}, {layout.name}"
                raise CannotAsk(
                    say(
                        "Its results cannot be checked: {tensor!r} is not a plain array ({what}).",
                        tensor=name,
                        what=what,
                    )
                )
        context = engine.create_execution_context()
        if context is None:
            raise self._failure()
        self._context = context

    def run(self, inputs: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
        """Give every output for some inputs.

        Raises:
            CannotAsk: the engine does not take such inputs, or the GPU lacks memory.
            DidNotAnswer: it failed.
        """
        try:
            return self._run(inputs)
        except CudaError as error:
            if error.is_lack_of_memory:
                raise CannotAsk(_lacks_memory(verbatim(str(error)))) from error
            raise DidNotAnswer(_failed(verbatim(str(error)))) from error
        finally:
            self._free()

    def _free(self) -> None:
        try:
            self._cuda.free_all()
        except CudaError:
            # What made the engine fail is told; after that the driver refuses everything.
            return

    def _run(self, inputs: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
        import numpy

        if set(inputs) != set(self._inputs):
            raise CannotAsk(
                say(
                    "Its results cannot be checked: the references have the inputs {given}, the engine has {wanted}.",
                    given=join(", ", sorted(inputs)),
                    wanted=join(", ", sorted(self._inputs)),
                )
            )
        given = {name: self._as_stored(name, inputs[name]) for name in self._inputs}
        self._use_profile_for(given)
        context = self._context
        for name, array in given.items():
            address = array.ctypes.data
            if name not in self._on_host:
                address = self._cuda.allocate(array.nbytes)
                self._cuda.upload(array, address)
            self._expect(context.set_input_shape(name, array.shape))
            self._expect(context.set_tensor_address(name, address))
        try:
            lacking = context.infer_shapes()
        except RuntimeError as error:
            raise DidNotAnswer(_failed(verbatim(str(error)))) from error
        self._expect(not lacking)
        # Some outputs have a size that is known only once they are computed.
        allocator = _make_output_allocator(self._library, self._cuda)
        found: dict[str, NDArray[Any]] = {}
        addresses: dict[str, int] = {}
        for name in self._outputs:
            shape = tuple(context.get_tensor_shape(name))
            if min(shape, default=0) < 0:
                self._expect(context.set_output_allocator(name, allocator))
                continue
            found[name] = numpy.empty(shape, _NUMPY_TYPES[self._types[name]])
            addresses[name] = found[name].ctypes.data
            if name not in self._on_host:
                addresses[name] = self._cuda.allocate(found[name].nbytes)
            self._expect(context.set_tensor_address(name, addresses[name]))
        done = context.execute_async_v3(self._cuda.stream)
        if allocator.failure is not None:
            raise allocator.failure
        self._expect(done)
        self._cuda.synchronize()
        for name, shape in allocator.shapes.items():
            found[name] = numpy.empty(shape, _NUMPY_TYPES[self._types[name]])
            addresses[name] = allocator.addresses[name]
        for name in self._outputs:
            self._expect(name in found)
            if name not in self._on_host:
                self._cuda.download(addresses[name], found[name])
        return {
            name: from_bfloat16(array) if self._types[name] == _BFLOAT16 else array for name, array in found.items()
        }

    def _as_stored(self, name: str, array: NDArray[Any]) -> NDArray[Any]:
        """Give an input as the engine wants it in memory: a variant of the model may be of another precision."""
        import numpy

        stored = self._types[name]
        wanted = numpy.dtype(_NUMPY_TYPES[stored])
        if array.dtype.kind == "f" and stored == _BFLOAT16:
            return to_bfloat16(array)
        with numpy.errstate(all="ignore"):
            converted = numpy.ascontiguousarray(array, wanted).reshape(array.shape)
        both_floating = array.dtype.kind == wanted.kind == "f"
        if not both_floating and (wanted.kind == "f" or not numpy.array_equal(converted, array)):
            raise CannotAsk(
                say(
                    "Its results cannot be checked: the input {tensor!r} of the references is {given}, and the engine "
                    "takes {wanted}.",
                    tensor=name,
                    given=array.dtype.name,
                    wanted=stored,
                )
            )
        return converted

    def _use_profile_for(self, given: Mapping[str, NDArray[Any]]) -> None:
        """Choose the first profile that allows the shapes."""
        for number in range(self._engine.num_optimization_profiles):
            if all(self._is_allowed(name, array.shape, number) for name, array in given.items()):
                break
        else:
            shapes = [f"{name} {describe_shape(array.shape)}" for name, array in given.items()]
            raise CannotAsk(
                say(
                    "Its results cannot be checked: no profile of the engine allows the references' inputs ({shapes}).",
                    shapes=join(", ", shapes),
                )
            )
        if number != self._context.active_optimization_profile:
            self._expect(self._context.set_optimization_profile_async(number, self._cuda.stream))
            self._cuda.synchronize()

    def _is_allowed(self, name: str, shape: tuple[int, ...], profile: int) -> bool:
        declared = self._shapes[name]
        if -1 not in declared:
            return shape == declared
        smallest, _, largest = self._engine.get_tensor_profile_shape(name, profile)
        return len(shape) == len(declared) and all(
            low <= size <= high for low, size, high in zip(smallest, shape, largest, strict=True)
        )

    def _expect(self, succeeded: bool) -> None:
        if not succeeded:
            raise self._failure()

    def _failure(self) -> CannotAsk | DidNotAnswer:
        """What the library said, which returns nothing but that it failed."""
        reason = self._log.first_line
        if any("outofmemory" in error.lower().replace(" ", "").replace("_", "") for error in self._log.errors):
            return CannotAsk(_lacks_memory(reason))
        return DidNotAnswer(_failed(reason))


def _lacks_memory(reason: Text) -> Text:
    return say("Its results cannot be checked: the GPU has not enough free memory ({reason:part}).", reason=reason)


def _failed(reason: Text) -> Text:
    return say("The engine failed when it was run: {reason}", reason=reason)


def _make_output_allocator(library: Library, cuda: Cuda) -> OutputAllocator:
    """GPU memory for outputs whose size is known only once they are computed."""
    if not TYPE_CHECKING:
        OutputAllocator = library.IOutputAllocator  # noqa: N806

    class Allocator(OutputAllocator):
        def __init__(self) -> None:
            OutputAllocator.__init__(self)
            self.addresses = {}
            self.shapes = {}
            self.failure = None

        def reallocate_output(self, tensor_name: str, memory: int, size: int, alignment: int) -> int:
            try:
                self.addresses[tensor_name] = cuda.allocate(size)
            except CudaError as error:
                self.failure = error
                return 0
            return self.addresses[tensor_name]

        def reallocate_output_async(self, tensor_name: str, memory: int, size: int, alignment: int, stream: int) -> int:
            return self.reallocate_output(tensor_name, memory, size, alignment)

        def notify_shape(self, tensor_name: str, shape: tuple[int, ...]) -> None:
            self.shapes[tensor_name] = tuple(shape)

    return Allocator()
