"""The facts about this machine: what each is read from, and what limits it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from builder.backend import BACKENDS, TENSORRT, TENSORRT_RTX, Installation
from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled
from builder.base.text import say
from builder.building import machine as machine_module
from builder.building.machine import Machine, survey_machine
from builder.gpu.nvml import Driver, GpuProblem, GpuSurvey
from builder.operating_system.limits import MemoryLimit
from tests.support.plans import CLASSIC, RTX, RTX_4070, machine

LOST = GpuProblem("gpu_lost", say("GPU 1 has stopped answering"), say("Restart."))


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A computer of 8000 bytes of memory, 4000 of them free, 1000 of swap space, six cores and one GPU."""
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(available=4000, total=8000))
    monkeypatch.setattr(psutil, "swap_memory", lambda: SimpleNamespace(total=1000))
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: set(range(6)), raising=False)
    monkeypatch.setattr(machine_module, "memory_limits", list)
    monkeypatch.setattr(machine_module, "processor_limit", lambda: None)
    monkeypatch.setattr(
        machine_module, "detect_gpus", lambda cancel: GpuSurvey((RTX_4070,), Driver("580.159", "13.0", LOST))
    )
    return monkeypatch


def memory_of(here: Machine) -> tuple[int, int, int, str | None]:
    return here.memory_free_bytes, here.memory_total_bytes, here.memory_bytes, here.memory_limited_by


def test_what_there_is_is_read(computer: pytest.MonkeyPatch) -> None:
    here = survey_machine()
    assert (here.gpus, here.driver.version, here.cores) == ((RTX_4070,), "580.159", 6)
    assert memory_of(here) == (4000, 9000, 8000, None)
    assert here.libraries == {name: found for name, backend in BACKENDS.items() if (found := backend.find())}


def test_the_least_of_all_limits_of_memory_counts(computer: pytest.MonkeyPatch) -> None:
    limits = [
        MemoryLimit("container", 3000, None, 900),
        MemoryLimit("container", 2000, 100, 1500),
        MemoryLimit("address space", 5000, 0, 5000),
    ]
    computer.setattr(machine_module, "memory_limits", lambda: limits)
    assert memory_of(survey_machine()) == (900, 2100, 2000, "container")


def test_a_limit_on_swap_space_is_no_more_than_there_is(computer: pytest.MonkeyPatch) -> None:
    computer.setattr(machine_module, "memory_limits", lambda: [MemoryLimit("container", 3000, 7000, 2000)])
    assert memory_of(survey_machine()) == (2000, 4000, 3000, "container")


def test_a_limit_that_is_above_what_there_is_limits_nothing(computer: pytest.MonkeyPatch) -> None:
    computer.setattr(machine_module, "memory_limits", lambda: [MemoryLimit("container", 8000, None, 9000)])
    assert memory_of(survey_machine()) == (4000, 9000, 8000, None)


@pytest.mark.parametrize(("allowed", "cores"), [(None, 6), (2, 2), (6, 6), (64, 6)])
def test_no_more_cores_count_than_this_process_may_keep_busy(
    computer: pytest.MonkeyPatch, allowed: int | None, cores: int
) -> None:
    computer.setattr(machine_module, "processor_limit", lambda: allowed)
    assert survey_machine().cores == cores


@pytest.mark.parametrize(("counted", "cores"), [(8, 8), (None, 1)])
def test_where_a_system_does_not_tell_which_cores_are_ours_all_count(
    computer: pytest.MonkeyPatch, counted: int | None, cores: int
) -> None:
    computer.delattr(os, "sched_getaffinity", raising=False)
    computer.setattr(os, "cpu_count", lambda: counted)
    assert survey_machine().cores == cores


def test_who_builds_nothing_does_not_ask_for_memory(computer: pytest.MonkeyPatch) -> None:
    def asked() -> None:
        raise AssertionError

    computer.setattr(psutil, "virtual_memory", asked)
    assert memory_of(survey_machine(with_memory=False)) == (0, 0, 0, None)


@pytest.mark.parametrize("error", [OSError, RuntimeError])
def test_swap_space_that_cannot_be_told_counts_as_none(computer: pytest.MonkeyPatch, error: type[Exception]) -> None:
    def untold() -> None:
        raise error

    computer.setattr(psutil, "swap_memory", untold)
    assert memory_of(survey_machine()) == (4000, 8000, 8000, None)


def test_a_survey_can_be_cancelled(computer: pytest.MonkeyPatch) -> None:
    def detect(cancel: CancelToken) -> None:
        cancel.check()

    computer.setattr(machine_module, "detect_gpus", detect)
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        survey_machine(cancel)


def test_a_gpu_is_missed_only_where_others_answer() -> None:
    assert replace(machine(RTX_4070), driver=Driver("580.159", "13.0", LOST)).has_unresponsive_gpu
    assert not machine(RTX_4070).has_unresponsive_gpu
    assert not machine().has_unresponsive_gpu


@pytest.mark.parametrize(("system", "hint"), [("linux", "525"), ("windows", "528")])
def test_a_gpu_is_judged_with_the_library_the_driver_and_the_system_of_this_machine(system: str, hint: str) -> None:
    older = {"tensorrt-rtx": Installation("1.7.1.116", "12")}
    here = replace(machine(RTX_4070, libraries=older), system=system, driver=Driver("460", "11.2"))
    support = here.judge(RTX_4070, TENSORRT_RTX)
    assert support.lack == "driver too old"
    assert hint in support.hint
    # Of a library that is not installed nobody knows which driver it needs.
    assert here.judge(RTX_4070, TENSORRT).supported
    assert here.judge(RTX_4070, TENSORRT, 12288).supported
    assert here.judge(RTX_4070, TENSORRT, 12289).lack == "little memory"
    assert here.judge(RTX_4070, TENSORRT, 0, ("8.6",)).lack == "not supported"


def test_a_packages_own_library_stands_in_place_of_what_is_installed() -> None:
    here = machine(RTX_4070, libraries=CLASSIC)
    assert here.with_library(RTX) == machine(RTX_4070, libraries=RTX)
    assert here.with_library({}).libraries == {}
    assert here.with_library(None) is here


def test_this_users_own_timings_have_their_place(computer: pytest.MonkeyPatch) -> None:
    computer.setattr(machine_module, "overlay_folder", lambda: Path("/home/user/timing-caches"))
    assert survey_machine().overlay_folder == Path("/home/user/timing-caches")
