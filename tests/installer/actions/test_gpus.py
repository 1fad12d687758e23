"""Several GPUs, and GPUs in use, through the real program: NVML and classic TensorRT are stand-ins."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.nvml import (
    EVERYTHING,
    GPU_IS_LOST,
    RTX_4070,
    THREE_OF_WHICH_TWO_ARE_EQUAL,
    TWO_DIFFERENT,
    UNSUPPORTED_OLD,
    Machine,
)
from tests.support.packages import small_package
from tests.support.program import command, environment
from tests.support.runs import IDLE, IN_USE, Computer, events_of, verdict_and_reason
from tests.support.system import without_capabilities


def test_an_engine_that_was_timed_on_an_idle_gpu_says_so(computer: Computer) -> None:
    ended = computer.run("install")
    assert ended.code == 0, ended.err
    (engine,) = computer.engines
    assert engine["backend"] == "tensorrt"
    assert engine["gpu"]["uuid"] == "GPU-aaaa"
    assert engine["gpu_busy"]["verdict"] == "idle"


def test_a_gpu_in_use_stops_the_run_where_that_was_asked_for(computer: Computer) -> None:
    computer.use(IN_USE)
    ended = computer.run("install", "--if-busy", "stop")
    assert ended.code == 75
    assert "NVIDIA GeForce RTX 4070 is in use by " in ended.err
    assert f"(process {os.getpid()}, 1024 MiB) (80 % used)" in ended.err
    assert "hint: Close those programs" in ended.err
    assert not computer.target.exists()


@pytest.mark.parametrize("options", [("--if-busy", "build"), ("--busy-timeout", "0")])
def test_an_engine_that_was_timed_on_a_gpu_in_use_says_so_and_repair_builds_it_again(
    computer: Computer, options: tuple[str, ...]
) -> None:
    computer.use(IN_USE)
    ended = computer.run("install", *options)
    assert ended.code == 0, ended.err
    assert "timed while the GPU was in use by " in ended.out
    (engine,) = computer.engines
    assert engine["gpu_busy"]["verdict"] == "in use"
    assert str(os.getpid()) in engine["gpu_busy"]["programs"][0]
    status = computer.run("status")
    assert "ready" in status.out
    verdict, reason = verdict_and_reason(status.out, "alpha")
    assert verdict == "current"
    assert reason.startswith("built for this GPU with this library version, but timed while the GPU was in use by ")
    # It stays in use: what is there is no worse.
    ended = computer.run("repair", *options)
    assert ended.code == 0
    assert "timing the kernels again would be no better" in ended.out
    assert computer.engines == [engine]
    computer.use(IDLE)
    assert computer.run("repair").code == 0
    assert computer.engines[0]["gpu_busy"]["verdict"] == "idle"
    assert "alpha: kept" in computer.run("repair").out


def test_a_run_waits_for_the_gpu_and_then_builds(computer: Computer) -> None:
    computer.use(IN_USE)
    with computer.start("install", hold=False) as process:
        seen = []
        for event in events_of(process):
            seen.append(event)
            if event["event"] == "busy" and event["verdict"] == "in use":
                assert 0 < event["seconds_left"] <= 300
                assert "is in use by " in event["text"]
                computer.use(IDLE)
    assert seen[-1]["name"] == "ok"
    assert computer.engines[0]["gpu_busy"]["verdict"] == "idle"


def test_a_gpu_that_becomes_busy_during_the_build_is_noticed(computer: Computer) -> None:
    with computer.start("install") as process:
        for event in events_of(process):
            if event["event"] == "busy" and event["verdict"] == "idle":
                computer.wait_for_build(process)
                computer.use(IN_USE)
            elif event["event"] == "busy":
                assert event["verdict"] == "in use"
                assert event["seconds_left"] is None
                computer.marker.unlink()
    assert computer.engines[0]["gpu_busy"]["verdict"] == "in use"


def test_a_waiting_run_can_be_cancelled(computer: Computer) -> None:
    computer.use(IN_USE)
    with computer.start("install") as process:
        for event in events_of(process):
            if event["event"] == "busy":
                process.terminate()
    assert process.returncode == 130
    assert not computer.target.exists()


def test_all_makes_an_engine_for_each_distinct_gpu(tmp_path: Path) -> None:
    computer = Computer(tmp_path, THREE_OF_WHICH_TWO_ARE_EQUAL)
    ended = computer.run("install", "--gpu", "all")
    assert ended.code == 0, ended.err
    assert "alpha for NVIDIA GeForce RTX 3090: built" in ended.out
    assert "alpha for NVIDIA GeForce RTX 4060: built" in ended.out
    assert [(engine["model"], engine["gpu"]["uuid"]) for engine in computer.engines] == [
        ("alpha", "GPU-3090-a"),
        ("alpha", "GPU-4060"),
    ]
    assert all((computer.target / "engines" / engine["file"]).is_file() for engine in computer.engines)
    assert computer.run("status", "--detect").code == 0
    again = computer.run("repair")
    assert again.out.count("kept") == 2
    # One card is taken out: its engine goes with the next repair, the others stay.
    computer.use(Machine(THREE_OF_WHICH_TWO_ARE_EQUAL.gpus[:2]))
    verdict = verdict_and_reason(computer.run("status").out, "alpha for NVIDIA GeForce RTX 4060")
    assert verdict == ("stale", "not wanted on this computer now")
    assert computer.run("repair").code == 0
    assert [engine["gpu"]["uuid"] for engine in computer.engines] == ["GPU-3090-a"]
    assert computer.run("status", "--detect").code == 0


def test_a_chosen_gpu_is_remembered_by_its_uuid(tmp_path: Path) -> None:
    computer = Computer(tmp_path, TWO_DIFFERENT)
    assert computer.run("install", "--gpu", "1").code == 0
    assert computer.engines[0]["gpu"]["name"] == "NVIDIA GeForce RTX 5060"
    # The cards change places: index 1 is another one now.
    computer.use(Machine(TWO_DIFFERENT.gpus[::-1]))
    assert computer.run("status", "--detect").code == 0
    computer.use(Machine(TWO_DIFFERENT.gpus[:1]))
    status = computer.run("status")
    assert "\n  the GPU has changed from NVIDIA GeForce RTX 5060 to NVIDIA GeForce RTX 4090\n" in status.out


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (("--gpu", "3"), 64, "This computer has no GPU 3."),
        (("--gpu", "0"), 69, "GPU 0 cannot be used: TensorRT does not support NVIDIA GeForce GTX 1080 Ti"),
        (("--gpu", "0", "--portable"), 64, "--gpu builds for a GPU of this computer"),
        (("--busy-timeout", "soon"), 64, "'soon' is not a number of seconds"),
    ],
)
def test_what_cannot_be_done_is_refused(tmp_path: Path, options: tuple[str, ...], code: int, message: str) -> None:
    computer = Computer(tmp_path, UNSUPPORTED_OLD)
    ended = computer.run("install", "--backend", "tensorrt-rtx" if "--portable" in options else "tensorrt", *options)
    assert ended.code == code
    assert message in ended.err
    assert not computer.target.exists()


def test_a_failed_model_keeps_its_engines_also_where_several_gpus_are_wanted(tmp_path: Path) -> None:
    computer = Computer(tmp_path, Machine())
    small_package(computer.package, "alpha", "beta")
    assert computer.run("install", "--backend", "tensorrt-rtx").code == 0
    portable = computer.engines
    # The stand-ins have no CUDA, so no TensorRT-RTX engine can be tried on these GPUs.
    computer.use(TWO_DIFFERENT)
    ended = computer.run("install", "--backend", "tensorrt-rtx", "--gpu", "all")
    assert ended.code == 1
    assert "4 of 4 engines could not be built" in ended.err
    assert "alpha for NVIDIA GeForce RTX 4090: " in ended.err
    assert computer.engines == portable
    text = (computer.package / "app.toml").read_text()
    (computer.package / "app.toml").write_text(
        text.replace('"name" = "beta"', '"name" = "beta"\n"backend" = "tensorrt"').replace(
            '"name" = "alpha"', '"name" = "alpha"\n"backend" = "tensorrt-rtx"'
        )
    )
    assert computer.run("install", "--gpu", "all").code == 1
    assert [(engine["model"], engine["backend"]) for engine in computer.engines] == [
        ("alpha", "tensorrt-rtx"),
        ("beta", "tensorrt"),
        ("beta", "tensorrt"),
    ]
    assert computer.engines[0] in portable
    verdict, _ = verdict_and_reason(computer.run("status").out, "alpha for NVIDIA GeForce RTX 5060")
    assert verdict == "missing"


def test_gpus_of_one_name_and_different_kind_do_not_meet(tmp_path: Path) -> None:
    one, other = (replace(gpu, name="NVIDIA Graphics Device") for gpu in TWO_DIFFERENT.gpus)
    computer = Computer(tmp_path, Machine((one, other)))
    ended = computer.run("install", "--gpu", "all")
    assert ended.code == 0, ended.err
    assert "alpha for NVIDIA Graphics Device (compute capability 12.0): built" in ended.out
    assert [engine["gpu"]["compute_capability"] for engine in computer.engines] == ["8.9", "12.0"]
    assert computer.run("status", "--detect").code == 0
    engines = computer.engines
    computer.use(Machine((one, replace(other, errors={EVERYTHING: GPU_IS_LOST}))))
    assert computer.run("repair").code == 0
    assert computer.engines == engines


def test_a_gpu_that_does_not_answer_keeps_its_engines_and_its_choice(tmp_path: Path) -> None:
    computer = Computer(tmp_path, TWO_DIFFERENT)
    ill = Machine((TWO_DIFFERENT.gpus[0], replace(TWO_DIFFERENT.gpus[1], errors={EVERYTHING: GPU_IS_LOST})))
    assert computer.run("install", "--gpu", "all").code == 0
    engines = computer.engines
    computer.use(ill)
    verdict = verdict_and_reason(computer.run("status").out, "alpha for NVIDIA GeForce RTX 5060")
    assert verdict == ("stale", "its GPU does not answer")
    ended = computer.run("repair")
    assert "warning: GPU 1 has stopped answering." in ended.err
    assert computer.engines == engines
    computer.use(TWO_DIFFERENT)
    assert computer.run("install", "--gpu", "1").code == 0
    computer.use(ill)
    ended = computer.run("repair")
    assert ended.code == 69
    assert "That may be because GPU 1 has stopped answering" in ended.err
    computer.use(TWO_DIFFERENT)
    assert computer.run("status", "--detect").code == 0


def test_what_is_current_needs_no_access(computer: Computer) -> None:
    assert computer.run("install").code == 0
    engines = computer.target / "engines"
    engines.chmod(0o555)
    computer.target.chmod(0o555)
    arguments = ["install", "--package", str(computer.package), "--target", str(computer.target)]
    done = subprocess.run(
        [*without_capabilities(), *command(*arguments)],
        env=environment(computer.home) | computer.env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Everything is current; nothing was changed." in done.stdout, done.stderr


def test_a_full_gpu_is_waited_for_and_then_refused(computer: Computer) -> None:
    total = RTX_4070.memory[0]
    full = replace(RTX_4070, memory=(total, 100 << 20, total - (100 << 20)))
    computer.use(Machine((full,)))
    ended = computer.run("install")
    assert ended.code == 71
    assert "has 100 of 12282 MiB free, and the model 'alpha' needs at least 512 MiB; it is idle" in ended.err


def test_a_gpu_that_is_lost_during_the_build_leaves_no_false_idle(computer: Computer) -> None:
    with computer.start("install") as process:
        for event in events_of(process):
            if event["event"] == "busy" and event["verdict"] == "idle":
                started = time.monotonic()
                computer.wait_for_build(process)
                computer.use(Machine((replace(RTX_4070, errors={EVERYTHING: GPU_IS_LOST}),)))
            elif event["event"] == "busy":
                assert event["verdict"] == "cannot tell"
                # Most of the build passes unwatched.
                lost_at = time.monotonic()
                while time.monotonic() < lost_at + 3 * (lost_at - started):
                    time.sleep(0.01)
                computer.marker.unlink()
    assert computer.engines[0]["gpu_busy"]["verdict"] == "cannot tell"
