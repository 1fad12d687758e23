"""What a machine with a GPU gets, with NVML's answers from the compiled stand-in and no CUDA behind it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.support.nvml import H200, RTX_4070, RTX_5090, machine_with
from tests.support.packages import small_package
from tests.support.program import Ended, run


def ask(tmp_path: Path, *options: str, env: dict[str, str], no_gpu: str = "portable") -> Ended:
    package = small_package(tmp_path / "package", "alpha", defaults={"no_gpu": no_gpu})
    return run("install", "--package", package, "--target", tmp_path / "t", *options, home=tmp_path, env=env)


def test_the_plan_is_made_for_the_gpu_that_is_there(tmp_path: Path) -> None:
    (planned,) = json.loads(ask(tmp_path, "--plan", "--json", env=machine_with(RTX_4070, H200, RTX_5090)).out)["models"]
    assert planned["gpu"] == "NVIDIA GeForce RTX 5090"
    assert planned["targets"] == ["12.0"]


def test_an_unsupported_gpu_stops_the_installation_by_name(tmp_path: Path) -> None:
    ended = ask(tmp_path, env=machine_with(H200), no_gpu="stop")
    assert ended.code == 69
    assert "NVIDIA H200 (compute capability 9.0); it supports compute capability 7.5, 8.0" in ended.err
    assert not (tmp_path / "t").exists()


def test_an_unsupported_gpu_gets_portable_engines_where_the_package_wants_it(tmp_path: Path) -> None:
    ended = ask(tmp_path, env=machine_with(H200))
    assert ended.code == 0
    engine = json.loads((tmp_path / "t/engines/engines.json").read_text())["engines"][0]
    assert engine["portable"] is True
    assert engine["gpu"] is None
    assert engine["driver_version"] == "580.159"
    assert "warning: This computer cannot run these engines: TensorRT-RTX does not support NVIDIA H200" in ended.err


def test_an_engine_that_does_not_load_on_its_gpu_is_not_published(tmp_path: Path) -> None:
    # NVML shows a GPU, but there is no CUDA driver that could load the engine.
    ended = ask(tmp_path, env=machine_with(RTX_4070))
    assert ended.code == 1
    assert "The engine of the model 'alpha' cannot run on NVIDIA GeForce RTX 4070" in ended.err
    assert not (tmp_path / "t").exists()
