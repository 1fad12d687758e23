"""GPU memory for asking an engine: the few calls of the NVIDIA driver's API that this takes, through ctypes.

The process sees only the GPU of its job (CUDA_VISIBLE_DEVICES), so that is the first one. The engine library uses the
same context as this: the device's primary one.
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, c_int, c_size_t, c_ubyte, c_uint, c_uint64, c_void_p
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from builder.operating_system import open_cuda_driver

if TYPE_CHECKING:
    from numpy.typing import NDArray

_OUT_OF_MEMORY = 2
_ADDRESS = c_uint64
_CALLS: dict[str, tuple[Any, ...]] = {
    "cuInit": (c_uint,),
    "cuDeviceGet": (POINTER(c_int), c_int),
    "cuDevicePrimaryCtxRetain": (POINTER(c_void_p), c_int),
    "cuDevicePrimaryCtxRelease_v2": (c_int,),
    "cuCtxSetCurrent": (c_void_p,),
    "cuStreamCreate": (POINTER(c_void_p), c_uint),
    "cuStreamSynchronize": (c_void_p,),
    "cuStreamDestroy_v2": (c_void_p,),
    "cuMemAlloc_v2": (POINTER(_ADDRESS), c_size_t),
    "cuMemFree_v2": (_ADDRESS,),
    "cuMemsetD8_v2": (_ADDRESS, c_ubyte, c_size_t),
    "cuMemcpyHtoD_v2": (_ADDRESS, c_void_p, c_size_t),
    "cuMemcpyDtoH_v2": (c_void_p, _ADDRESS, c_size_t),
    "cuGetErrorName": (c_int, POINTER(ctypes.c_char_p)),
}
"""The driver's functions with their parameters. A stream that waits for the copies, which use the default stream, has
no flags; without _v2, some have the parameters of CUDA 3."""


class CudaError(Exception):
    """The driver refused a call, or is not there.

    Attributes:
        is_lack_of_memory: the GPU has not as much memory as was asked for.
    """

    def __init__(self, text: str, *, is_lack_of_memory: bool = False) -> None:
        super().__init__(text)
        self.is_lack_of_memory = is_lack_of_memory


class Cuda:
    """The first GPU that this process sees, for one thread; as a context it gives everything back in the end.

    Attributes:
        stream: for the engine's work; copies wait for it and it waits for copies.
    """

    def __init__(self) -> None:
        """Open the GPU.

        Raises:
            CudaError: there is no driver, or no GPU that works.
        """
        try:
            driver = open_cuda_driver()
            self._functions = {name: getattr(driver, name) for name in _CALLS}
        except (OSError, AttributeError) as error:
            raise CudaError(str(error)) from error
        for name, parameters in _CALLS.items():
            self._functions[name].argtypes, self._functions[name].restype = parameters, c_int
        device, context, stream = c_int(), c_void_p(), c_void_p()
        self._call("cuInit", 0)
        self._call("cuDeviceGet", device, 0)
        self._call("cuDevicePrimaryCtxRetain", context, device)
        self._device = device
        self._allocated: set[int] = set()
        self.stream = 0
        try:
            self._call("cuCtxSetCurrent", context)
            self._call("cuStreamCreate", stream, 0)
        except CudaError:
            self.close()
            raise
        self.stream = stream.value or 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        # After an error of the engine every call fails, which says nothing new.
        self.close(is_broken=error is not None)

    def close(self, *, is_broken: bool = False) -> None:
        """Give back the memory, the stream and the context."""
        try:
            self.free_all()
            if self.stream:
                self._call("cuStreamDestroy_v2", self.stream)
            self._call("cuDevicePrimaryCtxRelease_v2", self._device)
        except CudaError:
            if not is_broken:
                raise

    def allocate(self, size: int) -> int:
        """Allocate GPU memory of some bytes, none included, and give its address.

        Every byte of it is 0xFF: what nobody writes is no number.
        """
        address = _ADDRESS()
        self._call("cuMemAlloc_v2", address, max(1, size))
        self._allocated.add(address.value)
        self._call("cuMemsetD8_v2", address, 0xFF, max(1, size))
        return address.value

    def free_all(self) -> None:
        """Free all memory that was allocated."""
        while self._allocated:
            self._call("cuMemFree_v2", self._allocated.pop())

    def upload(self, array: NDArray[Any], address: int) -> None:
        """Copy an array, whose bytes lie in a row, into GPU memory."""
        if array.nbytes:
            self._call("cuMemcpyHtoD_v2", address, array.ctypes.data, array.nbytes)

    def download(self, address: int, array: NDArray[Any]) -> None:
        """Copy GPU memory into an array, whose bytes lie in a row."""
        if array.nbytes:
            self._call("cuMemcpyDtoH_v2", array.ctypes.data, address, array.nbytes)

    def synchronize(self) -> None:
        """Wait for the engine's work.

        Raises:
            CudaError: it failed.
        """
        self._call("cuStreamSynchronize", self.stream)

    def _call(self, name: str, *arguments: Any) -> None:
        code = self._functions[name](*arguments)
        if code:
            text = ctypes.c_char_p()
            self._functions["cuGetErrorName"](code, text)
            what = text.value.decode() if text.value else f"error {code}"
            raise CudaError(f"{name.removesuffix('_v2')}: {what}", is_lack_of_memory=code == _OUT_OF_MEMORY)
