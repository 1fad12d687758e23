"""What the engine library calls back, with the real library on the other side."""

from __future__ import annotations

import errno
import hashlib
import importlib
import io
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from builder.base.errors import SystemNotSupported
from builder.worker.library import (
    EngineFile,
    LibraryLog,
    load_library,
    make_logger,
    make_progress_monitor,
    make_stream_writer,
)
from tests.support.models import conv_net
from tests.support.program import ROOT


class Build:
    """One build with the real library; keeps every object alive."""

    def __init__(self, tmp_path: Path, cancelled: threading.Event, on_phase: Any) -> None:
        self.library = load_library("tensorrt-rtx")
        self.log = LibraryLog(lambda _severity, _message: None)
        self.logger = make_logger(self.library, self.log)
        self.builder = self.library.Builder(self.logger)
        self.network = self.builder.create_network(0)
        self.parser = self.library.OnnxParser(self.network, self.logger)
        assert self.parser.parse(conv_net(tmp_path / "net.onnx").read_bytes())
        self.config = self.builder.create_builder_config()
        self.monitor = make_progress_monitor(self.library, cancelled, on_phase)
        self.config.progress_monitor = self.monitor

    def run(self, stream: Any) -> tuple[bool, EngineFile]:
        engine_file = EngineFile(stream)
        writer = make_stream_writer(self.library, engine_file)
        return self.builder.build_serialized_network_to_stream(self.network, self.config, writer), engine_file


def test_the_monitor_hears_phases_and_lets_the_build_go_on(tmp_path: Path) -> None:
    phases: list[str] = []
    done, engine_file = Build(tmp_path, threading.Event(), phases.append).run(io.BytesIO())
    assert done
    assert "Building engine" in phases
    assert engine_file.size > 0


def test_a_cancel_is_never_lost(tmp_path: Path) -> None:
    cancelled = threading.Event()

    def cancel_at_first(_phase: str) -> None:
        cancelled.set()

    build = Build(tmp_path, cancelled, cancel_at_first)
    done, engine_file = build.run(io.BytesIO())
    assert not done
    assert engine_file.size == 0
    assert "BuildCanceled" in build.log.errors[0]


@pytest.mark.parametrize("error", [RuntimeError("in a callback"), KeyboardInterrupt(), SystemExit(3)])
def test_an_exception_in_a_callback_stops_the_build_and_is_kept(tmp_path: Path, error: BaseException) -> None:
    def fail(_phase: str) -> None:
        raise error

    build = Build(tmp_path, threading.Event(), fail)
    done, _ = build.run(io.BytesIO())
    assert not done
    assert build.monitor.failure is error


class FullDisk(io.BytesIO):
    """Takes some bytes of each write, and none after the first hundred thousand."""

    def write(self, data: Any) -> int:
        if self.tell() >= 100_000:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(bytes(data[:60_000]))


def test_the_engine_file_keeps_its_own_account_because_the_library_ignores_it(tmp_path: Path) -> None:
    stream = FullDisk()
    done, engine_file = Build(tmp_path, threading.Event(), lambda _phase: None).run(stream)
    assert done, "the library reports success although nothing could be written"
    assert isinstance(engine_file.failure, OSError)
    assert engine_file.failure.errno == errno.ENOSPC
    assert engine_file.size == 120_000


def test_short_writes_are_continued() -> None:
    class Slow(io.BytesIO):
        def write(self, data: Any) -> int:
            return super().write(bytes(data[:7]))

    stream = Slow()
    engine_file = EngineFile(stream)
    assert engine_file.write(b"x" * 100) == 100
    assert stream.getvalue() == b"x" * 100
    assert engine_file.sha256 == hashlib.sha256(b"x" * 100).hexdigest()


def test_the_first_error_is_the_cause_without_source_places() -> None:
    log = LibraryLog(lambda _severity, _message: None)
    assert log.first_error == "The library gave no reason."
    log.add("warning", "careful")
    log.add(
        "error",
        "IBuilder::buildSerializedNetwork: Error Code 4: API Usage Error (Network must have at least one output. "
        "In validate at /_src/optimizer/api/network.cpp:3810)",
    )
    log.add("error", "[checkMacros.cpp::catchCudaError] CUDA driver version is insufficient")
    assert log.first_error == "Network must have at least one output."
    assert len(log.errors) == 2


def test_the_library_is_loaded_from_a_folder_with_brackets(tmp_path: Path) -> None:
    """NVIDIA's own search for its files takes them for a pattern. In a process of its own: here it is loaded."""
    folder = tmp_path / "Studio [2]"
    for name in ("tensorrt_rtx_bindings", "tensorrt_rtx_libs"):
        (installed,) = importlib.import_module(name).__path__
        (folder / name).mkdir(parents=True)
        for path in Path(installed).glob("*.*"):
            (folder / name / path.name).symlink_to(path)
    ask = "import sys; from builder.worker.library import load_library; print(load_library(*sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", ask, "tensorrt-rtx", folder], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert str(folder) in done.stdout


def test_a_library_that_is_not_installed_is_reported_with_the_remedy() -> None:
    with pytest.raises(SystemNotSupported, match="TensorRT cannot be loaded: tensorrt_bindings: No module") as caught:
        load_library("tensorrt")
    assert "No module named 'tensorrt'" in caught.value.detail
    assert caught.value.hint
