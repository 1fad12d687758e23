from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.backend.tensorrt_rtx import DEFAULT_TARGETS, TARGETS
from builder.base.plain import to_plain
from builder.base.settings import BuildSettings, HardwareCompatibility
from builder.engines.index import EngineRecord, GpuEntry, engine_file_name
from builder.engines.verdict import WantedEngine, judge
from builder.feed.choice import as_for_here, choose_offer
from builder.feed.contents import Offer
from builder.gpu.busy import BusyVerdict
from builder.gpu.nvml import Gpu

ONNX, EXTERNAL = "ab" * 32, ("cd" * 32,)
RTX_VERSIONS = ("1.6.0.9", "1.7.1.116", "1.8.0.3")
CLASSIC_VERSIONS = ("10.14.1.48", "10.16.1.11", "11.4.0.106")


def gpu(name: str, own: str) -> Gpu:
    return Gpu(0, name, "GPU-here", own, 16384)


RTX_2060, RTX_3080 = gpu("NVIDIA GeForce RTX 2060", "7.5"), gpu("NVIDIA GeForce RTX 3080", "8.6")
RTX_4070, RTX_4090 = gpu("NVIDIA GeForce RTX 4070", "8.9"), gpu("NVIDIA GeForce RTX 4090", "8.9")
RTX_5090, FUTURE = gpu("NVIDIA GeForce RTX 5090", "12.0"), gpu("NVIDIA GeForce RTX 7090", "15.0")
FIVE = (RTX_2060, RTX_3080, RTX_4070, RTX_4090, RTX_5090)


def wanted(on: Gpu | None, version: str | None, backend: str = "tensorrt-rtx", **more: Any) -> WantedEngine:
    targets = (on.compute_capability,) if on and on.compute_capability in TARGETS else ()
    values: dict[str, Any] = {
        "settings": BuildSettings(),
        "targets": targets if backend == "tensorrt-rtx" else (),
        "system": "linux",
        "cuda": "13",
    }
    return WantedEngine(
        onnx_sha256=ONNX,
        external_data_sha256=EXTERNAL,
        backend=backend,
        library_version=version,
        gpu=on,
        **values | more,
    )


def as_entry(built_for: Gpu) -> GpuEntry:
    return GpuEntry(name=built_for.name, uuid="", compute_capability=built_for.compute_capability)


def offer(version: str, built_for: Gpu | None = None, targets: Sequence[str] = (), **more: Any) -> Offer:
    """An engine of a feed; for TensorRT-RTX where it has targets."""
    portable = tuple(targets) == DEFAULT_TARGETS
    sha256 = more.pop("sha256", "12" * 32)
    entry = (
        GpuEntry(name=built_for.name, uuid="", compute_capability=built_for.compute_capability) if built_for else None
    )
    values: dict[str, Any] = {
        "model": "upscale",
        "size": 1000,
        "onnx_sha256": ONNX,
        "external_data_sha256": EXTERNAL,
        "settings": to_plain(BuildSettings()),
        "backend": "tensorrt-rtx" if targets else "tensorrt",
        "cuda": "13",
        "driver_version": "580.1",
        "targets": tuple(targets) or ((built_for.compute_capability,) if built_for else ()),
        "portable": portable,
        "system": "linux",
        "inputs": {},
        "outputs": {},
        "seconds": 40.0,
        "built_at": "2026-11-22T10:00:00+00:00",
        "built_by": "1.0",
        "loaded_on": "NVIDIA H200",
    }
    record = EngineRecord(
        file=engine_file_name("upscale", sha256), sha256=sha256, library_version=version, gpu=entry, **values | more
    )
    kind = f"{version}-{built_for.name if built_for else ','.join(record.targets)}"
    return Offer(f"engines/{kind}.engine", record)


def of_settings(compatibility: HardwareCompatibility) -> BuildSettings:
    return BuildSettings(hardware_compatibility=compatibility)


RTX_FEED = [
    *(offer(version, None, DEFAULT_TARGETS) for version in RTX_VERSIONS[:2]),
    *(offer(version, None, ("8.9",)) for version in RTX_VERSIONS[:2]),
    offer("1.7.1.116", RTX_4090, ("8.9",)),
    offer("1.6.0.9", RTX_2060, ("7.5",)),
]
CLASSIC_FEED = [
    *(offer(version, each) for version in CLASSIC_VERSIONS[:2] for each in (RTX_3080, RTX_4070)),
    offer("10.16.1.11", RTX_5090),
]


@pytest.mark.parametrize(
    ("on", "version", "chosen"),
    [
        (RTX_2060, "1.6.0.9", "1.6.0.9-NVIDIA GeForce RTX 2060"),
        (RTX_2060, "1.7.1.116", None),
        (RTX_3080, "1.6.0.9", "1.6.0.9-8.0,8.6,8.9,12.0,12.1"),
        (RTX_3080, "1.7.1.116", "1.7.1.116-8.0,8.6,8.9,12.0,12.1"),
        (RTX_4070, "1.6.0.9", "1.6.0.9-8.9"),
        (RTX_4070, "1.7.1.116", "1.7.1.116-NVIDIA GeForce RTX 4090"),
        (RTX_4090, "1.6.0.9", "1.6.0.9-8.9"),
        (RTX_4090, "1.7.1.116", "1.7.1.116-NVIDIA GeForce RTX 4090"),
        (RTX_5090, "1.6.0.9", "1.6.0.9-8.0,8.6,8.9,12.0,12.1"),
        (RTX_5090, "1.7.1.116", "1.7.1.116-8.0,8.6,8.9,12.0,12.1"),
        *((on, "1.8.0.3", None) for on in FIVE),
        (FUTURE, "1.7.1.116", "1.7.1.116-8.0,8.6,8.9,12.0,12.1"),
        (None, "1.7.1.116", "1.7.1.116-8.0,8.6,8.9,12.0,12.1"),
    ],
)
def test_five_gpus_and_three_versions_of_tensorrt_rtx(on: Gpu | None, version: str, chosen: str | None) -> None:
    found, _ = choose_offer(RTX_FEED, wanted(on, version))
    assert (found.path if found else None) == (f"engines/{chosen}.engine" if chosen else None)


@pytest.mark.parametrize(
    ("compatibility", "has"),
    [
        ("none", {(RTX_3080, 0), (RTX_3080, 1), (RTX_4070, 0), (RTX_4070, 1), (RTX_5090, 1)}),
        (
            "same-compute-capability",
            {(RTX_3080, 0), (RTX_3080, 1), (RTX_4070, 0), (RTX_4070, 1), (RTX_5090, 1), (RTX_4090, 0), (RTX_4090, 1)},
        ),
        ("ampere-plus", {(each, number) for each in FIVE[1:] for number in (0, 1)}),
    ],
)
def test_five_gpus_and_three_versions_of_tensorrt(
    compatibility: HardwareCompatibility, has: set[tuple[Gpu, int]]
) -> None:
    settings = of_settings(compatibility)
    feed = [replace(it, record=replace(it.record, settings=to_plain(settings))) for it in CLASSIC_FEED]
    found = {
        (each, number): choose_offer(feed, wanted(each, version, "tensorrt", settings=settings))[0]
        for each in FIVE
        for number, version in enumerate(CLASSIC_VERSIONS)
    }
    assert {key for key, chosen in found.items() if chosen} == has
    for (each, number), chosen in found.items():
        if chosen is None:
            continue
        record = chosen.record
        assert record.library_version == CLASSIC_VERSIONS[number]
        assert record.gpu
        # Where there is one for the very model, or else for the compute capability, no other is taken.
        rivals = [it.record.gpu for it in feed if it.record.library_version == record.library_version]
        kinds = [rival.kind for rival in rivals if rival]
        assert record.gpu.kind == each.kind or each.kind not in kinds
        own = each.compute_capability
        assert record.gpu.compute_capability == own or own not in {capability for _, capability in kinds}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"onnx_sha256": "ff" * 32}, "no engine of this version of the model"),
        ({"external_data_sha256": ()}, "no engine of this version of the model"),
        ({"onnx_sha256": None}, "no engine of this version of the model"),
        ({"backend": "tensorrt"}, "no engine of TensorRT of this model"),
        ({"backend": "another"}, "no engine of another of this model"),
        ({"settings": BuildSettings(optimization_level=5)}, "built with these settings"),
        ({"settings": None}, "built with these settings"),
        ({"library_version": "1.8"}, "for TensorRT-RTX 1.8, only for 1.6.0.9, 1.7.1.116"),
        ({"library_version": None}, "which is needed is unknown here: 1.6.0.9, 1.7.1.116"),
        ({"gpu": RTX_2060, "targets": ("7.5",)}, "for NVIDIA GeForce RTX 2060 (compute capability 7.5)"),
        ({"gpu": None, "targets": ("7.5", "8.9")}, "for every GPU that is asked for"),
    ],
)
def test_why_nothing_fits_is_said(changes: dict[str, Any], words: str) -> None:
    chosen, reason = choose_offer(RTX_FEED, replace(wanted(RTX_3080, "1.7.1.116"), **changes))
    assert chosen is None
    assert words in reason


def test_an_empty_feed_offers_nothing() -> None:
    assert choose_offer([], wanted(RTX_3080, "1.7.1.116"))[0] is None


@pytest.mark.parametrize(
    ("changes", "fits"),
    [
        ({}, True),
        ({"system": "windows"}, False),
        ({"cuda": "12"}, False),
        ({"cuda": None}, True),
        ({"library_version": None}, True),
        ({"gpu": None}, False),
        ({"driver_version": "999"}, True),
    ],
)
def test_an_engine_of_tensorrt_is_for_one_system_and_cuda(changes: dict[str, Any], fits: bool) -> None:
    want = replace(wanted(RTX_4070, "10.16.1.11", "tensorrt"), **changes)
    chosen, reason = choose_offer([offer("10.16.1.11", RTX_4070)], want)
    assert bool(chosen) == fits, reason


@pytest.mark.parametrize(("cuda", "words"), [("12", "CUDA 12"), (None, "CUDA of this computer")])
def test_an_engine_for_another_system_is_refused_with_what_this_one_is(cuda: str | None, words: str) -> None:
    want = wanted(RTX_4070, "11", "tensorrt", cuda=cuda)
    chosen, reason = choose_offer([offer("11", RTX_4070, system="windows")], want)
    assert chosen is None
    assert reason.endswith(f"for linux and {words}")


def test_an_engine_that_does_not_run_here_is_not_offered_whatever_is_asked_for() -> None:
    want = replace(wanted(RTX_4070, "1.7"), targets=("7.5",))
    assert choose_offer([offer("1.7", None, ("7.5",))], want)[0] is None


def test_an_engine_of_tensorrt_that_names_no_gpu_is_for_none() -> None:
    assert choose_offer([offer("11", None)], wanted(RTX_4070, "11", "tensorrt"))[0] is None


@pytest.mark.parametrize(
    ("built_for", "serves"), [("8.0", True), ("9.0", True), ("7.5", False), ("8.6x", False), ("", False)]
)
def test_what_was_built_for_ampere_and_newer_serves_those_of_them_alone(built_for: str, serves: bool) -> None:
    settings = of_settings("ampere-plus")
    want = wanted(RTX_4070, "11", "tensorrt", settings=settings)
    feed = [offer("11", gpu("Another", built_for), settings=to_plain(settings))]
    assert bool(choose_offer(feed, want)[0]) == serves


def test_without_a_gpu_an_engine_for_just_what_is_asked_for_comes_before_one_for_many() -> None:
    exact = offer("1.7", None, ("7.5", *DEFAULT_TARGETS))
    many = offer("1.7", None, DEFAULT_TARGETS)
    assert many.record.portable
    assert not exact.record.portable
    want = wanted(None, "1.7")
    assert choose_offer([many], want)[0] == many
    assert choose_offer([many, exact], want)[0] == exact


def test_an_engine_of_tensorrt_rtx_is_for_any_system() -> None:
    want = wanted(RTX_4070, "1.7.1.116", system="windows", cuda="12")
    assert choose_offer([offer("1.7.1.116", None, ("8.9",))], want)[0]


def test_each_rank_has_its_words() -> None:
    feed = [*RTX_FEED, offer("1.7.1.116", None, ("8.6", "8.9"))]
    assert "exactly this model of GPU, NVIDIA GeForce RTX 4090" in choose_offer(feed, wanted(RTX_4090, "1.7.1.116"))[1]
    assert choose_offer(feed, wanted(RTX_4070, "1.7.1.116"))[1].endswith("for compute capability 8.9")
    assert "8.0, 8.6, 8.9, 12.0, 12.1 and newer" in choose_offer(feed, wanted(RTX_5090, "1.7.1.116"))[1]
    of_classic = [offer("11", RTX_3080, settings=to_plain(of_settings("ampere-plus")))]
    want = wanted(RTX_5090, "11", "tensorrt", settings=of_settings("ampere-plus"))
    assert choose_offer(of_classic, want)[1].endswith("every GPU from compute capability 8.0 on")


def test_of_engines_that_fit_alike_the_idle_then_the_narrow_then_the_newest_is_taken() -> None:
    busy = BusyVerdict("in use", (), (), (), 90)
    disturbed = offer("11", RTX_4070, gpu_busy=busy, built_at="2026-11-29", sha256="01" * 32)
    old, new = (offer("11", RTX_4070, built_at=f"2026-11-0{day}", sha256=f"0{day}" * 32) for day in (2, 3))
    want = wanted(RTX_4070, "11", "tensorrt")
    assert choose_offer([disturbed, old, new], want)[0] == new
    assert choose_offer([disturbed], want)[0] == disturbed
    idle = replace(disturbed, record=replace(disturbed.record, gpu_busy=BusyVerdict("idle")))
    assert choose_offer([disturbed, idle, new], want)[0] == idle
    wide, narrow = offer("1.7", None, ("8.6", "8.9"), built_at="2026-12"), offer("1.7", None, ("8.9",))
    assert choose_offer([wide, narrow], wanted(RTX_4070, "1.7"))[0] == narrow


def test_what_is_noted_is_for_the_gpu_of_this_computer() -> None:
    record = offer("11", RTX_4090).record
    here = as_for_here(record, wanted(RTX_4070, "11", "tensorrt"))
    assert here.gpu == GpuEntry(name=RTX_4070.name, uuid="GPU-here", compute_capability="8.9")
    assert here.loaded_on is None
    assert as_for_here(record, wanted(None, "11")).gpu is None


GPUS = st.sampled_from([None, *FIVE, FUTURE, gpu("odd", "x.y"), gpu("odd", "")])
OFFERS = st.one_of(
    st.builds(
        offer,
        st.sampled_from(RTX_VERSIONS),
        GPUS,
        st.sampled_from([DEFAULT_TARGETS, ("8.9",), ("8.6", "8.9"), ("7.5",), ("no", "8.9")]),
        cuda=st.sampled_from(["12", None]),
    ),
    st.builds(
        offer,
        st.sampled_from(CLASSIC_VERSIONS),
        GPUS,
        system=st.sampled_from(["linux", "windows"]),
        cuda=st.sampled_from(["12", "13", None]),
        settings=st.sampled_from(
            [to_plain(of_settings(it)) for it in ("none", "same-compute-capability", "ampere-plus")]
        ),
    ),
)


@given(
    st.lists(OFFERS, max_size=8),
    GPUS,
    st.sampled_from([None, *RTX_VERSIONS, *CLASSIC_VERSIONS]),
    st.sampled_from(["none", "same-compute-capability", "ampere-plus"]),
    st.randoms(),
)
def test_whatever_is_offered_only_what_would_count_as_current_is_taken(
    offers: list[Offer], on: Gpu | None, version: str | None, compatibility: HardwareCompatibility, random: Any
) -> None:
    offers = [replace(it, path=f"engines/{number}.engine") for number, it in enumerate(offers)]
    for backend in ("tensorrt-rtx", "tensorrt"):
        settings = of_settings(compatibility) if backend == "tensorrt" else BuildSettings()
        want = wanted(on, version, backend, settings=settings)
        chosen, reason = choose_offer(offers, want)
        assert reason
        shuffled = list(offers)
        random.shuffle(shuffled)
        assert choose_offer(shuffled, want)[0] == chosen
        if chosen is None:
            continue
        assert chosen in offers
        assert judge(as_for_here(chosen.record, want), "intact", want).state == "current"
        # More to choose from never makes it worse.
        assert choose_offer([*offers, *RTX_FEED, *CLASSIC_FEED], want)[0] or version is None
