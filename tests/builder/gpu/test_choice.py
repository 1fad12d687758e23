"""Support and choice: pure decisions about lists of GPUs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.backend import BACKENDS, TENSORRT, TENSORRT_RTX, Backend, Installation
from builder.base.errors import EngineInstallerError, InvalidParameter, SystemNotSupported
from builder.gpu.choice import Support, choose_gpus, find_gpu, judge_support, recommend
from builder.gpu.nvml import Gpu

CUDA_13 = Installation("1.7.1.116", "13")


def gpu(index: int, name: str, capability: str, mib: int, cores: int | None = None, mhz: int | None = None) -> Gpu:
    bus = f"00000000:{index + 1:02X}:00.0"
    return Gpu(index, name, f"GPU-{name}-{index}", capability, mib, pci_bus_id=bus, cores=cores, sm_clock_max_mhz=mhz)


RTX_4090 = gpu(0, "RTX 4090", "8.9", 24564, 16384, 2520)
RTX_5060 = gpu(1, "RTX 5060", "12.0", 8151, 3840, 2497)
H200 = gpu(2, "H200", "9.0", 143771, 16896, 1980)


def judge(item: Gpu) -> Support:
    return judge_support(item, TENSORRT_RTX)


@pytest.mark.parametrize(
    ("item", "backend", "cuda_driver", "needed_mib", "reason"),
    [
        (RTX_4090, TENSORRT_RTX, "13.0", 0, None),
        (RTX_4090, TENSORRT_RTX, "14.1", 0, None),
        (RTX_4090, TENSORRT_RTX, None, 0, None),
        (H200, TENSORRT, "13.0", 0, None),
        (H200, TENSORRT_RTX, "13.0", 0, "TensorRT-RTX does not support H200 (compute capability 9.0)"),
        (gpu(0, "GTX 1080", "6.1", 8192), TENSORRT, "13.0", 0, "does not support GTX 1080 (compute capability 6.1)"),
        (RTX_4090, TENSORRT_RTX, "12.8", 0, "the NVIDIA driver is too old: it runs CUDA up to 12.8, and TensorRT-RTX"),
        (replace(RTX_4090, mig_enabled=True), TENSORRT, "13.0", 0, "is divided into MIG instances"),
        (RTX_5060, TENSORRT, "13.0", 9000, "RTX 5060 has 8151 MiB of memory, and at least 9000 MiB are needed"),
    ],
)
def test_support_is_judged_with_the_deciding_fact(
    item: Gpu, backend: Backend, cuda_driver: str | None, needed_mib: int, reason: str | None
) -> None:
    support = judge_support(item, backend, CUDA_13, cuda_driver, needed_mib)
    assert support.supported == (reason is None)
    assert (reason or "compute capability") in support.reason
    assert support.supported or support.hint


def test_for_an_old_driver_the_needed_one_is_named() -> None:
    assert "Install driver 580 or newer" in judge_support(RTX_4090, TENSORRT, CUDA_13, "12.4").hint


@pytest.mark.parametrize(
    ("gpus", "best", "reason"),
    [
        ([RTX_4090], RTX_4090, "the only supported GPU, compute capability 8.9"),
        ([RTX_5060, RTX_4090], RTX_4090, "the fastest supported GPU (16384 cores at up to 2520 MHz; RTX 5060 has 3840"),
        ([replace(RTX_4090, cores=None), RTX_5060], RTX_5060, "the newest supported GPU (compute capability 12.0;"),
        (
            [gpu(0, "A", "8.6", 8192), gpu(1, "B", "8.6", 12288)],
            gpu(1, "B", "8.6", 12288),
            "the supported GPU with the most memory (12288 MiB; A has 8192 MiB)",
        ),
        (
            [gpu(1, "A", "8.6", 8192), gpu(0, "A", "8.6", 8192)],
            gpu(0, "A", "8.6", 8192),
            "the first of equal GPUs, at PCI bus 00000000:01:00.0",
        ),
    ],
)
def test_the_recommendation_names_the_fact_that_decided(gpus: list[Gpu], best: Gpu, reason: str) -> None:
    chosen = recommend(gpus)
    assert chosen.gpu == best
    assert chosen.reason.startswith(reason)


@pytest.mark.parametrize(
    "asked", ["0", "GPU-RTX 4090-0", "gpu-rtx 4090", "00000000:01:00.0", "0000:01:00.0", "01:00.0", "1:0"]
)
def test_a_gpu_is_found_by_index_uuid_and_bus_id(asked: str) -> None:
    assert find_gpu([RTX_5060, RTX_4090], asked) == RTX_4090


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("7", "This computer has no GPU 7."),
        ("GPU-", "--gpu GPU- means several GPUs of this computer."),
        ("GPU-x", "This computer has no GPU GPU-x."),
        ("0000:09:00.0", "This computer has no GPU 0000:09:00.0."),
        ("best", "This computer has no GPU best."),
        ("", "This computer has no GPU ."),
    ],
)
def test_a_gpu_that_does_not_exist_is_reported_with_those_that_do(asked: str, message: str) -> None:
    with pytest.raises(InvalidParameter) as caught:
        find_gpu([RTX_4090, RTX_5060], asked)
    assert caught.value.message == message
    assert "1  GPU-RTX 5060-1  00000000:02:00.0  RTX 5060" in caught.value.hint


def test_an_unsupported_gpu_that_was_asked_for_is_refused_by_name() -> None:
    with pytest.raises(SystemNotSupported, match=r"GPU 2 cannot be used: TensorRT-RTX does not support H200"):
        choose_gpus([RTX_4090, H200], judge, "2")


def test_all_makes_one_set_for_each_name_and_compute_capability() -> None:
    twin = replace(RTX_4090, index=3, uuid="GPU-twin", pci_bus_id="00000000:09:00.0")
    chosen = choose_gpus([H200, twin, RTX_5060, RTX_4090], judge, "all")
    assert [item.gpu for item in chosen] == [RTX_4090, RTX_5060]
    assert "shared by 2 equal GPUs" in chosen[0].reason


gpus = st.lists(
    st.builds(
        Gpu,
        index=st.integers(0, 7),
        name=st.sampled_from(["A", "B", "C"]),
        uuid=st.uuids().map(lambda uuid: f"GPU-{uuid}"),
        compute_capability=st.sampled_from(["5.2", "6.1", "7.5", "8.0", "8.6", "8.9", "9.0", "10.0", "12.0", "13.0"]),
        memory_total_mib=st.sampled_from([4096, 8192, 24564]),
        pci_bus_id=st.none() | st.from_regex(r"0000:[0-9A-F]{2}:00\.0", fullmatch=True),
        cores=st.none() | st.sampled_from([1024, 3840, 16384]),
        sm_clock_max_mhz=st.none() | st.sampled_from([1500, 2520]),
        mig_enabled=st.none() | st.booleans(),
    ),
    max_size=6,
    unique_by=(lambda item: item.index, lambda item: item.uuid),
)


@given(
    found=gpus,
    backend=st.sampled_from(list(BACKENDS.values())),
    cuda=st.sampled_from([None, "12.8", "13.0"]),
    asked=st.none() | st.just("all") | st.integers(0, 7).map(str),
    data=st.data(),
)
def test_the_choice_is_deterministic_never_unsupported_and_has_a_reason(
    found: list[Gpu], backend: Backend, cuda: str | None, asked: str | None, data: st.DataObject
) -> None:
    def of_backend(item: Gpu) -> Support:
        return judge_support(item, backend, CUDA_13, cuda, 6000)

    def choose(items: list[Gpu]) -> object:
        try:
            return choose_gpus(items, of_backend, asked)
        except EngineInstallerError as error:
            return f"{error.message} {error.hint}"

    chosen = choose(found)
    assert chosen == choose(data.draw(st.permutations(found)))
    usable = [item for item in found if of_backend(item).supported]
    if isinstance(chosen, str):
        assert asked not in (None, "all")
        assert not any(str(item.index) == asked for item in usable)
        return
    assert isinstance(chosen, tuple)
    assert bool(chosen) == bool(usable)
    for item in chosen:
        assert item.gpu in usable
        facts = (item.gpu.compute_capability, str(item.gpu.memory_total_mib), str(item.gpu.cores), "first of equal")
        assert any(fact in item.reason for fact in facts)
    if asked == "all":
        assert {(item.gpu.name, item.gpu.compute_capability) for item in chosen} == {
            (item.name, item.compute_capability) for item in usable
        }
