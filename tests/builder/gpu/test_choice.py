"""Support and choice: pure decisions about lists of GPUs."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.backend import BACKENDS, TENSORRT, TENSORRT_RTX, Backend, Installation
from builder.base.errors import EngineInstallerError, InvalidParameter, Remedy, SystemNotSupported
from builder.gpu.choice import (
    Lack,
    Support,
    choose_gpus,
    driver_for,
    find_gpu,
    judge_support,
    nearest_lack,
    recommend,
)
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


@pytest.mark.parametrize(
    ("library", "windows", "advice"),
    [
        (CUDA_13, False, "Install driver 580 or newer"),
        (CUDA_13, True, "Install driver 580 or newer"),
        (Installation("10.0.1", "12"), False, "Install driver 525 or newer"),
        (Installation("10.0.1", "12"), True, "Install driver 528 or newer"),
        (Installation("11.0.0", "14"), False, "Install a driver for CUDA 14"),
    ],
)
def test_for_an_old_driver_the_needed_one_is_named(library: Installation, windows: bool, advice: str) -> None:
    support = judge_support(RTX_4090, TENSORRT, library, "11.8", windows=windows)
    assert advice in support.hint
    assert support.lack == "driver too old"


def test_the_driver_of_this_system_is_meant_where_none_is_named() -> None:
    assert driver_for("12") == ("528" if os.name == "nt" else "525")
    assert driver_for(None) is None
    assert "Install driver 580" in judge_support(RTX_4090, TENSORRT, CUDA_13, "12.4").hint


@pytest.mark.parametrize("library", [None, Installation("10.0.1", None)])
def test_a_library_that_names_no_cuda_leaves_the_driver_out(library: Installation | None) -> None:
    assert judge_support(RTX_4090, TENSORRT, library, "11.8").supported


@pytest.mark.parametrize(
    ("item", "backend", "limits", "lack"),
    [
        (gpu(0, "GTX 1080", "6.1", 8192), TENSORRT, (), "too old"),
        (gpu(0, "V100", "7.0", 16384), TENSORRT_RTX, (), "too old"),
        (H200, TENSORRT_RTX, (), "not supported"),
        (RTX_4090, TENSORRT, ("10.0", "12.0"), "too old"),
        (RTX_4090, TENSORRT, ("8.6", "12.0"), "not supported"),
        (RTX_4090, TENSORRT, ("8.6",), "not supported"),
        (replace(RTX_4090, mig_enabled=True), TENSORRT, (), "not supported"),
        (gpu(0, "T4", "7.5", 999), TENSORRT, (), "little memory"),
        (gpu(0, "T4", "7.5", 1000), TENSORRT, (), None),
        (RTX_4090, TENSORRT, ("8.6", "8.9"), None),
    ],
)
def test_what_a_gpu_lacks_is_told_apart(
    item: Gpu, backend: Backend, limits: tuple[str, ...], lack: Lack | None
) -> None:
    support = judge_support(item, backend, CUDA_13, "13.0", 1000, limits)
    assert (support.lack, support.supported) == (lack, lack is None)
    if lack and limits:
        assert support.reason == (
            f"the app package is for GPUs of compute capability {', '.join(limits)}, but RTX 4090 has 8.9"
        )


def test_only_a_library_that_builds_without_a_gpu_is_advised_to_do_so() -> None:
    divided = replace(RTX_4090, mig_enabled=True)
    assert "--portable" in judge_support(divided, TENSORRT_RTX).hint
    assert "--portable" not in judge_support(divided, TENSORRT).hint


def test_of_several_gpus_the_lack_that_is_easiest_to_mend_is_told() -> None:
    assert nearest_lack(["too old", "little memory", "driver too old"]) == "driver too old"
    assert nearest_lack([None, "too old", "not supported"]) == "not supported"
    assert nearest_lack(["too old"]) == "too old"
    assert nearest_lack([]) == nearest_lack([None]) == "no card"


@pytest.mark.parametrize(
    ("cuda", "needed_mib", "remedy", "plain"),
    [
        ("12.4", 0, Remedy.GET_DRIVER, "Your graphics driver is too old for the AI features."),
        ("13.0", 99_999, Remedy.NONE, "Your graphics card has too little memory for the AI features."),
    ],
)
def test_a_window_offers_a_driver_only_where_one_helps(cuda: str, needed_mib: int, remedy: Remedy, plain: str) -> None:
    with pytest.raises(SystemNotSupported) as caught:
        choose_gpus([RTX_4090], lambda item: judge_support(item, TENSORRT, CUDA_13, cuda, needed_mib), "0")
    assert (caught.value.remedy, caught.value.plain) == (remedy, plain)


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
        # Known of one alone, a speed says nothing: the other one may be faster.
        ([RTX_4090, replace(RTX_5060, cores=None)], replace(RTX_5060, cores=None), "the newest supported GPU"),
        (
            [gpu(0, "Wide", "8.9", 8192, 4000, 1000), gpu(1, "Quick", "8.6", 8192, 2000, 2500)],
            gpu(1, "Quick", "8.6", 8192, 2000, 2500),
            "the fastest supported GPU (2000 cores at up to 2500 MHz; Wide has 4000 at up to 1000 MHz)",
        ),
        (
            [gpu(0, "Old", "8.6", 9999, 2000, 2000), gpu(1, "New", "8.9", 8192, 2000, 2000)],
            gpu(1, "New", "8.9", 8192, 2000, 2000),
            "the newest supported GPU (compute capability 8.9; Old has 8.6)",
        ),
        (
            [replace(gpu(0, "A", "8.6", 8192), uuid="GPU-2"), replace(gpu(1, "A", "8.6", 8192), uuid="GPU-1")],
            replace(gpu(0, "A", "8.6", 8192), uuid="GPU-2"),
            "the first of equal GPUs, at PCI bus 00000000:01:00.0",
        ),
        (
            [gpu(1, "A", "8.6", 8192), replace(gpu(0, "A", "8.6", 8192), pci_bus_id=None)],
            replace(gpu(0, "A", "8.6", 8192), pci_bus_id=None),
            "the first of equal GPUs, at PCI bus unknown",
        ),
        (
            [replace(gpu(number, "A", "8.6", 8192), pci_bus_id=None) for number in (1, 0)],
            replace(gpu(0, "A", "8.6", 8192), pci_bus_id=None),
            "the first of equal GPUs, at PCI bus unknown",
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


def test_a_whole_uuid_means_its_gpu_even_where_another_begins_with_it() -> None:
    short, long = replace(RTX_4090, uuid="GPU-1a"), replace(RTX_5060, uuid="GPU-1a2b")
    for listed in ([short, long], [long, short]):
        assert find_gpu(listed, "gpu-1A") == short
        with pytest.raises(InvalidParameter, match="several"):
            find_gpu(listed, "GPU-1")


@pytest.mark.parametrize("asked", ["best", "0A:00.0x", "0B:00.0", "x0A:00.0", "0A:00.8"])
def test_what_is_no_bus_id_of_a_gpu_means_none_also_where_one_states_no_bus(asked: str) -> None:
    nowhere, somewhere = replace(RTX_4090, pci_bus_id=None), replace(RTX_5060, pci_bus_id="00000000:0A:00.0")
    assert find_gpu([nowhere, somewhere], "a:0") == somewhere
    with pytest.raises(InvalidParameter, match="has no GPU"):
        find_gpu([nowhere, somewhere], asked)


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
    assert "equal" not in chosen[1].reason


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
