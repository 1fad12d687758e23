"""GPU memory through the driver's API: everywhere against the stand-in, and with `pytest -m gpu` on a real GPU.

The latter needs a driver and a GPU of any kind, and no engine library.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import numpy
import pytest

from builder.worker.cuda import Cuda, CudaError
from tests.support.cuda import stand_in


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[ctypes.CDLL]:
    yield from stand_in(monkeypatch)


@pytest.fixture(params=[pytest.param("hardware", marks=pytest.mark.gpu), "stand-in"])
def driver(request: pytest.FixtureRequest) -> None:
    if request.param == "stand-in":
        request.getfixturevalue("fake")
    elif "gpu" not in request.config.option.markexpr:
        pytest.skip("runs only when asked for: pytest -m gpu")
    else:
        try:
            Cuda().close()
        except CudaError as error:
            pytest.skip(f"missing here: a GPU with its driver ({error})")


@pytest.mark.usefixtures("driver")
@pytest.mark.parametrize("size", [0, 1, 3, 1000, (16 << 20) + 1])
def test_what_is_copied_in_comes_out_again(size: int) -> None:
    sent = numpy.random.default_rng(size).integers(0, 256, size, numpy.uint8)
    sent.flags.writeable = False
    with Cuda() as cuda:
        first, second = cuda.allocate(size), cuda.allocate(size)
        cuda.upload(sent, first)
        cuda.synchronize()
        got, untouched = numpy.zeros_like(sent), numpy.zeros_like(sent)
        cuda.download(first, got)
        cuda.download(second, untouched)
    assert first != second
    assert first % 256 == second % 256 == 0
    assert numpy.array_equal(got, sent)
    assert (untouched == 0xFF).all()


@pytest.mark.usefixtures("driver")
def test_shapes_and_types_survive_and_parts_can_be_read() -> None:
    sent = numpy.arange(24, dtype=numpy.float16).reshape(2, 3, 4)
    with Cuda() as cuda:
        address = cuda.allocate(sent.nbytes)
        cuda.upload(sent, address)
        got, second = numpy.empty_like(sent), numpy.empty_like(sent[1])
        cuda.download(address, got)
        cuda.download(address + sent[0].nbytes, second)
    assert numpy.array_equal(got, sent)
    assert numpy.array_equal(second, sent[1])


@pytest.mark.usefixtures("driver")
def test_memory_can_be_had_again_once_it_is_freed() -> None:
    with Cuda() as cuda:
        for _ in range(3):
            cuda.allocate(8 << 20)
            cuda.free_all()
        address = cuda.allocate(4)
        got = numpy.zeros(1, numpy.float32)
        cuda.download(address, got)
    assert numpy.isnan(got).all()


@pytest.mark.usefixtures("driver")
def test_more_memory_than_there_is_is_said_to_be_that() -> None:
    with Cuda() as cuda:
        with pytest.raises(CudaError, match=r"^cuMemAlloc: CUDA_ERROR_OUT_OF_MEMORY$") as caught:
            cuda.allocate(1 << 50)
        assert caught.value.is_lack_of_memory
        # It goes on afterwards.
        cuda.allocate(1 << 20)


@pytest.mark.usefixtures("driver")
def test_an_address_that_is_none_is_refused_by_its_name() -> None:
    array = numpy.zeros(4, numpy.uint8)
    with Cuda() as cuda:
        with pytest.raises(CudaError, match=r"^cuMemcpyHtoD: CUDA_ERROR_INVALID_VALUE$") as caught:
            cuda.upload(array, 0)
        assert not caught.value.is_lack_of_memory
        with pytest.raises(CudaError, match=r"^cuMemcpyDtoH: CUDA_ERROR_INVALID_VALUE$"):
            cuda.download(0, array)


@pytest.mark.usefixtures("driver")
def test_a_second_one_uses_the_same_gpu_beside_the_first() -> None:
    sent = numpy.arange(8, dtype=numpy.int64)
    with Cuda() as first:
        with Cuda() as second:
            address = second.allocate(sent.nbytes)
            second.upload(sent, address)
            got = numpy.empty_like(sent)
            first.download(address, got)
        first.allocate(8)
    assert numpy.array_equal(got, sent)


@pytest.mark.parametrize(
    ("call", "code", "said"),
    [
        ("cuInit", 100, "cuInit: CUDA_ERROR_NO_DEVICE"),
        ("cuDeviceGet", 101, "cuDeviceGet: CUDA_ERROR_INVALID_DEVICE"),
        ("cuDevicePrimaryCtxRetain", 2, "cuDevicePrimaryCtxRetain: CUDA_ERROR_OUT_OF_MEMORY"),
        ("cuCtxSetCurrent", 201, "cuCtxSetCurrent: CUDA_ERROR_INVALID_CONTEXT"),
        ("cuStreamCreate", 2, "cuStreamCreate: CUDA_ERROR_OUT_OF_MEMORY"),
        ("cuInit", 99999, "cuInit: error 99999"),
    ],
)
def test_a_gpu_that_cannot_be_opened_is_given_back(
    fake: ctypes.CDLL, monkeypatch: pytest.MonkeyPatch, call: str, code: int, said: str
) -> None:
    monkeypatch.setenv("FAKE_CUDA_ERROR", f"{call} {code}")
    with pytest.raises(CudaError, match=f"^{said}$"):
        Cuda()
    assert fake.fake_cuda_left() == 0


def test_what_failed_is_told_and_not_what_fails_because_of_it(
    fake: ctypes.CDLL, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAKE_CUDA_ERROR", "cuStreamSynchronize 700")
    with pytest.raises(CudaError, match=r"^cuStreamSynchronize: CUDA_ERROR_ILLEGAL_ADDRESS$"), Cuda() as cuda:
        cuda.synchronize()
    assert fake.fake_cuda_left() == 0
    cuda = Cuda()
    monkeypatch.setenv("FAKE_CUDA_ERROR", "cuStreamDestroy_v2 700")
    cuda.close(is_broken=True)
    with pytest.raises(CudaError, match=r"^cuStreamDestroy: CUDA_ERROR_ILLEGAL_ADDRESS$"):
        cuda.close()
    monkeypatch.delenv("FAKE_CUDA_ERROR")
    cuda.close()


@pytest.mark.parametrize("driver_error", [OSError("libcuda.so.1: cannot open shared object file"), None])
def test_a_driver_that_is_not_there_or_too_old_is_told(
    monkeypatch: pytest.MonkeyPatch, driver_error: OSError | None
) -> None:
    def opened() -> object:
        if driver_error:
            raise driver_error
        return object()

    monkeypatch.setattr("builder.worker.cuda.open_cuda_driver", opened)
    with pytest.raises(CudaError, match="cannot open shared object" if driver_error else "cuInit"):
        Cuda()
