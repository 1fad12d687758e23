from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from builder.backend.tensorrt_rtx import DEFAULT_TARGETS
from builder.base.json_file import from_plain
from builder.base.plain import to_plain
from builder.base.settings import BuildSettings
from builder.engines.index import EngineRecord
from builder.engines.verdict import Cause, FileState, VerdictState, WantedEngine, judge
from builder.gpu.busy import BusyVerdict
from builder.gpu.nvml import Gpu
from tests.builder.engines.test_index import RECORD

H200 = Gpu(0, "NVIDIA H200", "GPU-1", "9.0", 143771)
CLASSIC = replace(
    from_plain(EngineRecord, RECORD),
    settings=to_plain(BuildSettings()),
    external_data_sha256=(),
    gpu_busy=None,
)
WANTED = WantedEngine(
    CLASSIC.onnx_sha256, (), BuildSettings(), "tensorrt", "11.4.0.106", ("9.0",), H200, "linux", "580.159"
)
RTX = replace(CLASSIC, backend="tensorrt-rtx", library_version="1.7.1.116", targets=DEFAULT_TARGETS, portable=True)
WANTED_RTX = replace(WANTED, backend="tensorrt-rtx", library_version="1.7.1.116", targets=(), gpu=None)


@pytest.mark.parametrize(
    ("record", "wanted", "state", "cause"),
    [
        (None, {}, "missing", "missing"),
        ({}, {}, "current", None),
        ({}, {"onnx_sha256": None, "external_data_sha256": None, "settings": None}, "current", None),
        ({}, {"library_version": None}, "current", None),
        ({}, {"onnx_sha256": "00"}, "stale", "model"),
        ({}, {"external_data_sha256": ("00",)}, "stale", "model"),
        ({}, {"settings": BuildSettings(tf32=False)}, "stale", "settings"),
        ({}, {"backend": "tensorrt-rtx"}, "stale", "library"),
        ({}, {"library_version": "11.5"}, "stale", "library"),
        ({}, {"gpu": None}, "stale", "gpu"),
        ({}, {"gpu": replace(H200, name="NVIDIA B200")}, "stale", "gpu"),
        ({}, {"gpu": replace(H200, uuid="GPU-2")}, "current", None),
        ({}, {"system": "windows"}, "stale", "library"),
        ({}, {"driver_version": "590.1"}, "current", "driver"),
        ({}, {"driver_version": None}, "current", None),
        ({"gpu_busy": BusyVerdict("in use")}, {}, "current", "busy"),
        ({"gpu_busy": BusyVerdict("cannot tell")}, {}, "current", None),
        ({"gpu_busy": BusyVerdict("in use")}, {"gpu": None}, "stale", "gpu"),
    ],
)
def test_an_engine_of_one_gpu(
    record: dict[str, Any] | None, wanted: dict[str, Any], state: VerdictState, cause: Cause | None
) -> None:
    judged = None if record is None else replace(CLASSIC, **record)
    verdict = judge(judged, "intact", replace(WANTED, **wanted))
    assert (verdict.state, verdict.cause) == (state, cause)
    assert verdict.reason


@pytest.mark.parametrize(
    ("record", "wanted", "state"),
    [
        ({}, {}, "current"),
        ({}, {"gpu": replace(H200, compute_capability="13.0")}, "current"),
        ({"portable": False, "targets": ("8.9",)}, {}, "stale"),
        ({"portable": False, "targets": ("8.9",)}, {"targets": ("8.9",)}, "current"),
        ({"portable": False, "targets": ("8.9",)}, {"targets": ("8.6", "8.9")}, "stale"),
        ({"portable": False, "targets": ("8.6", "8.9")}, {"targets": ("8.6",)}, "current"),
    ],
)
def test_an_engine_of_several_compute_capabilities(
    record: dict[str, Any], wanted: dict[str, Any], state: VerdictState
) -> None:
    verdict = judge(replace(RTX, **record), "intact", replace(WANTED_RTX, **wanted))
    assert (verdict.state, verdict.cause) == (state, None if state == "current" else "gpu")


@pytest.mark.parametrize("state", ["missing", "damaged"])
def test_a_file_that_is_not_intact_goes_before_everything_else(state: FileState) -> None:
    verdict = judge(CLASSIC, state, replace(WANTED, onnx_sha256="00"))
    assert (verdict.state, verdict.cause) == (state, state)
    assert CLASSIC.file in verdict.reason
