"""Timing caches through the real program, with stand-ins for NVML and classic TensorRT."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.support.nvml import NO_GPU, RTX_4070, Machine
from tests.support.packages import small_package
from tests.support.program import ROOT, environment, process, run_builder
from tests.support.runs import IDLE, IN_USE, Computer, events_of
from tests.support.waiting import wait_until

LAYERS = 3
"""What a small network needs to be timed."""


def populate(computer: Computer, *options: str, **env: str) -> Path:
    """Make the catalogue of the computer's package; returns its folder."""
    variables = environment(computer.home) | computer.env | env
    ended = run_builder("populate", "--package", computer.package, *options, env=variables)
    assert ended.code == 0, ended.err
    return computer.package / "caches"


def overlays(computer: Computer) -> list[Path]:
    return sorted((computer.home / ".local/share/engine-installer/timing-caches").glob("*.timings"))


def use(computer: Computer, model: str = "alpha") -> dict[str, Any]:
    """What engines.json says of the timing caches of a model."""
    (engine,) = [engine for engine in computer.engines if engine["model"] == model]
    return dict(engine["timing_cache"])


def reinstall(computer: Computer, *options: str) -> tuple[str, str]:
    shutil.rmtree(computer.target, ignore_errors=True)
    ended = computer.run("install", *options)
    assert ended.code == 0, ended.err
    return ended.out, ended.err


def test_the_first_build_measures_and_the_second_takes_all_from_this_computers_own_timings(computer: Computer) -> None:
    out, _ = reinstall(computer)
    assert f"0 of {LAYERS} timings came from the cache; {LAYERS} were measured here" in out
    assert use(computer) == {
        "shipped": None, "permission": False, "other_model": None, "overlay": False, "entries": 0, "hits": 0,
        "misses": LAYERS, "timing_seconds": use(computer)["timing_seconds"], "refused": [], "kept": True,
        "not_kept": None,
    }  # fmt: skip
    out, _ = reinstall(computer)
    assert "every timing came from the cache" in out
    assert (use(computer)["overlay"], use(computer)["misses"]) == (True, 0)


def test_a_shipped_cache_of_the_same_gpu_serves_without_a_timing(computer: Computer) -> None:
    folder = populate(computer)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    out, _ = reinstall(computer)
    assert f"all {LAYERS} timings came from the cache" in out
    assert use(computer)["shipped"] == "trt-11.4.0.106-cu13-linux-sm89-rtx4070.cache"
    assert (use(computer)["hits"], use(computer)["misses"], use(computer)["permission"]) == (LAYERS, 0, False)
    # What shipped stays as it is, and none of it becomes this computer's own.
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert overlays(computer) == []


def test_another_board_of_the_same_model_needs_permission_and_no_warning(computer: Computer) -> None:
    populate(computer)
    computer.use(Machine((replace(RTX_4070, uuid="GPU-7c55"),)))
    _, err = reinstall(computer)
    assert (use(computer)["hits"], use(computer)["misses"]) == (LAYERS, 0)
    assert (use(computer)["permission"], use(computer)["other_model"]) == (True, None)
    assert "warning" not in err


def test_a_cache_of_another_gpu_of_the_same_kind_is_used_and_reported(computer: Computer) -> None:
    populate(computer)
    computer.use(Machine((replace(RTX_4070, name="NVIDIA GeForce RTX 4060", cores=3072),)))
    computer.env["FAKE_TENSORRT_DEVICE"] = "NVIDIA GeForce RTX 4060"
    plan = computer.run("install", "--plan").out
    assert "made on an NVIDIA GeForce RTX 4070 with the same compute capability 8.9; the catalogue has none of " in plan
    _, err = reinstall(computer)
    # How many timings this GPU needs was measured on another.
    assert (use(computer)["hits"], use(computer)["misses"], use(computer)["permission"]) == (None, 0, True)
    assert use(computer)["other_model"] == RTX_4070.name
    assert f"warning: alpha: Timings of another GPU model were used ({RTX_4070.name})" in err
    # The second time they are not timings of this computer either.
    _, err = reinstall(computer)
    assert "warning: alpha: Timings of another GPU model were used" in err


@pytest.mark.parametrize(
    ("gpu", "env", "reason"),
    [
        (replace(RTX_4070, capability=(8, 6)), {}, "the caches are for compute capability 8.9, and NVIDIA GeForce"),
        (RTX_4070, {"level": "2"}, "the caches were made with other settings"),
        (RTX_4070, {"level": "0"}, "optimization level 0 does not respect a timing cache; levels 1 and 2 are fast"),
    ],
)
def test_a_cache_that_does_not_fit_is_not_used_and_the_plan_says_why(
    computer: Computer, gpu: Any, env: dict[str, str], reason: str
) -> None:
    populate(computer)
    computer.use(Machine((gpu,)))
    options = ["--optimization-level", env["level"]] if env else []
    assert f"timing cache  none: {reason}" in computer.run("install", "--plan", *options).out
    _, err = reinstall(computer, *options)
    if env.get("level") == "0":
        assert "warning: alpha: No timing cache is used: optimization level 0" in err
        assert computer.engines[0]["timing_cache"] is None
    else:
        assert (use(computer)["shipped"], use(computer)["misses"]) == (None, LAYERS)


def test_a_damaged_catalogue_is_reported_and_the_installation_continues(computer: Computer) -> None:
    folder = populate(computer)
    cache = folder / "trt-11.4.0.106-cu13-linux-sm89-rtx4070.cache"
    cache.write_bytes(cache.read_bytes() + b"x")
    _, err = reinstall(computer)
    assert "warning: A timing cache that ships with the application is not used: index.toml: cache[0].sha256" in err
    assert use(computer)["misses"] == LAYERS
    (folder / "index.toml").write_text("schema = 1\n[[cache]]\nfile = 3\n")
    _, err = reinstall(computer)
    assert "index.toml: cache[0].file: found 3; expected a valid string" in err


def test_a_cache_that_the_library_refuses_is_reported_in_its_words(computer: Computer) -> None:
    folder = populate(computer)
    # Intact by its hash, and still not a cache.
    text = (folder / "index.toml").read_text()
    cache = folder / "trt-11.4.0.106-cu13-linux-sm89-rtx4070.cache"
    old = __import__("hashlib").sha256(cache.read_bytes()).hexdigest()
    cache.write_bytes(b"not a cache at all")
    new = __import__("hashlib").sha256(cache.read_bytes()).hexdigest()
    (folder / "index.toml").write_text(text.replace(old, new))
    out, err = reinstall(computer)
    assert f"warning: alpha: Timing cache refused: {cache.name} (" in err
    assert "The timing cache will not be used!" in err
    assert "refused: trt-11.4.0.106" in out
    assert (use(computer)["shipped"], use(computer)["misses"], use(computer)["kept"]) == (None, LAYERS, True)


def test_timings_of_a_gpu_in_use_are_not_kept(computer: Computer) -> None:
    with computer.start("install") as process:
        for event in events_of(process):
            if event["event"] == "busy" and event["verdict"] == "idle":
                computer.wait_for_build(process)
                computer.use(IN_USE)
            elif event["event"] == "busy":
                computer.marker.unlink()
    assert (use(computer)["misses"], use(computer)["kept"]) == (LAYERS, False)
    assert overlays(computer) == []


def test_a_damaged_overlay_is_set_aside_reported_and_started_over(computer: Computer) -> None:
    reinstall(computer)
    (overlay,) = overlays(computer)
    overlay.write_bytes(overlay.read_bytes()[:-1])
    _, err = reinstall(computer)
    assert (
        "warning: alpha: Timing cache refused: this computer's own timings (its content does not have the hash" in err
    )
    assert overlay.with_suffix(".damaged").exists()
    assert (use(computer)["misses"], use(computer)["kept"]) == (LAYERS, True)
    reinstall(computer)
    assert use(computer)["misses"] == 0


def test_two_applications_that_install_side_by_side_lose_no_timing(tmp_path: Path) -> None:
    computers = [Computer(tmp_path / name, IDLE) for name in ("one", "two")]
    for number, computer in enumerate(computers):
        names = [f"{name}{number}" for name in ("alpha", "beta", "gamma")][: 2 + number]
        shutil.rmtree(computer.package)
        small_package(computer.package, *names)
        computer.home = tmp_path
    processes = [
        process(
            *("install", "--package", computer.package, "--target", computer.target),
            env=environment(tmp_path) | computer.env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for computer in computers
    ]
    assert [process.wait() for process in processes] == [0, 0]
    assert len(overlays(computers[0])) == 1
    for computer in computers:
        shutil.rmtree(computer.target)
        assert computer.run("install").code == 0
        assert [engine["timing_cache"]["misses"] for engine in computer.engines] == [0] * len(computer.engines)


def test_the_overlay_of_another_card_or_driver_is_another(computer: Computer) -> None:
    reinstall(computer)
    computer.use(Machine((replace(RTX_4070, uuid="GPU-dddd"),)))
    reinstall(computer)
    assert use(computer)["misses"] == LAYERS
    computer.use(Machine(IDLE.gpus, driver="590.12"))
    reinstall(computer)
    assert use(computer)["misses"] == LAYERS
    computer.use(Machine(IDLE.gpus, driver="590.99"))
    reinstall(computer)
    assert use(computer)["misses"] == 0
    assert len(overlays(computer)) == 3


def test_a_run_that_is_killed_leaves_a_loadable_overlay(computer: Computer) -> None:
    reinstall(computer)
    kept = overlays(computer)[0].read_bytes()
    small_package(computer.package, "alpha", "beta")
    with computer.start("install") as process:
        for event in _until_building(computer, events_of(process)):
            assert event
        process.kill()
    assert overlays(computer)[0].read_bytes() == kept
    computer.marker.unlink()
    reinstall(computer)
    assert use(computer)["misses"] == 0


def _until_building(computer: Computer, events: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for event in events:
        yield event
        if event["event"] == "busy" and event["verdict"] == "idle":
            wait_until(computer.marker.exists)
            return


def test_tensorrt_rtx_has_no_timing_cache(computer: Computer) -> None:
    plan = computer.run("install", "--plan", "--backend", "tensorrt-rtx", "--portable").out
    assert "alpha" in plan
    assert "timing cache" not in plan
    computer.use(NO_GPU)
    ended = computer.run("install", "--backend", "tensorrt-rtx", "--portable")
    assert ended.code == 0, ended.err
    assert computer.engines[0]["timing_cache"] is None


def test_a_gpu_in_use_does_no_harm_where_nothing_is_timed(computer: Computer) -> None:
    populate(computer)
    computer.use(IN_USE)
    out, _ = reinstall(computer, "--if-busy", "build")
    assert f"all {LAYERS} timings came from the cache" in out
    assert "timed while the GPU was in use" not in out
    assert "No timing was measured here; 1 of 1 model took every timing from the cache." in out
    assert computer.engines[0]["gpu_busy"] is None
    assert "kept" in computer.run("repair").out


@pytest.mark.parametrize("failing", ["create_timing_cache", "queryKeys"])
def test_a_library_that_fails_on_its_caches_builds_without_them(computer: Computer, failing: str) -> None:
    reinstall(computer)
    doubles = computer.home / "doubles"
    shutil.copytree(ROOT / "tests/doubles", doubles)
    broken = {
        "create_timing_cache": "IBuilderConfig.create_timing_cache = lambda self, content: None",
        "queryKeys": "ITimingCache.queryKeys = lambda self: 1 / 0",
    }[failing]
    with (doubles / "tensorrt.py").open("a") as double:
        double.write(f"\n{broken}\n")
    computer.env["PYTHONPATH"] = str(doubles)
    _, err = reinstall(computer)
    assert "warning: alpha: Timing cache" in err


def test_a_catalogue_that_cannot_be_read_is_reported_by_the_plan(computer: Computer) -> None:
    folder = populate(computer)
    (folder / "index.toml").write_text("schema = 99\n")
    plan = computer.run("install", "--plan").out
    assert "timing cache  none: those that ship cannot be used: index.toml: schema: found 99" in plan
    assert "Not used: a timing cache that ships with the application: index.toml: schema" in plan
