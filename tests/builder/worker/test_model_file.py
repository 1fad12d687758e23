"""The files of a job: mapped, hashed as they are used, and safe from changes where others could make them."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builder.base.errors import Cancelled, PackageInvalid
from builder.base.events import BuildJob, InputFile, PluginJob, ReferenceJob
from builder.base.settings import BuildSettings
from builder.worker.model_file import JobFiles, not_onnx
from tests.support.load import under_load
from tests.support.unfit import in_time

CONTENT = bytes(range(256)) * 20_000  # more than one piece of it is hashed
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "net.onnx"
    path.write_bytes(CONTENT)
    yield path
    assert sorted(tmp_path.iterdir()) == [path]  # nothing is left


def content_of(file: InputFile, cancelled: threading.Event | None = None) -> memoryview:
    output = str(Path(file.path).with_suffix(".engine"))
    job = BuildJob("net", "tensorrt-rtx", file, (), output, BuildSettings(), (), None, None)
    files = JobFiles(job, cancelled or threading.Event())
    try:
        return files.content(file)
    finally:
        files.close()


def test_what_others_could_change_is_copied_before_it_is_used(path: Path) -> None:
    content = content_of(InputFile(str(path), SHA256, changeable=True))
    with path.open("r+b") as stream:
        stream.write(bytes(len(CONTENT)))
    assert content == CONTENT
    with pytest.raises(PackageInvalid, match=r"net\.onnx of the model 'net' was changed while"):
        content_of(InputFile(str(path), SHA256, changeable=True))


def test_another_file_of_the_same_size_and_time_is_refused(path: Path) -> None:
    assert content_of(InputFile(str(path), SHA256)) == CONTENT
    with pytest.raises(PackageInvalid, match=r"net\.onnx of the model 'net' was changed while"):
        content_of(InputFile(str(path), "0" * 64))


def test_a_file_of_another_size_is_refused_without_reading_it(path: Path) -> None:
    assert content_of(InputFile(str(path), SHA256, size=len(CONTENT))) == CONTENT
    with path.open("r+b") as stream:
        stream.truncate(200 << 30)
    for changeable in (False, True):
        with pytest.raises(PackageInvalid, match="was changed while"):
            content_of(InputFile(str(path), SHA256, changeable=changeable, size=len(CONTENT)))


def test_a_copy_is_read_in_the_place_of_the_file(path: Path) -> None:
    original = path.with_name("original.onnx")
    assert content_of(InputFile(str(original), SHA256, str(path))) == CONTENT
    # It was hashed as it was written, and its folder is that of the run alone.
    assert content_of(InputFile(str(original), None, str(path))) == CONTENT
    with pytest.raises(PackageInvalid, match=r"original\.onnx of the model"):
        content_of(InputFile(str(original), "0" * 64, str(path)))


@pytest.mark.parametrize("changeable", [False, True])
def test_an_empty_file_is_told_as_one(path: Path, *, changeable: bool) -> None:
    path.write_bytes(b"")
    with pytest.raises(PackageInvalid, match="is empty"):
        content_of(InputFile(str(path), hashlib.sha256().hexdigest(), changeable=changeable))


@pytest.mark.parametrize("changeable", [False, True])
def test_a_cancel_ends_the_reading(path: Path, *, changeable: bool) -> None:
    with path.open("r+b") as stream:
        stream.truncate(200 << 30)  # which would take minutes, and has no bytes on the disk
    cancelled = threading.Event()
    threading.Timer(0.3, cancelled.set).start()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        content_of(InputFile(str(path), SHA256, changeable=changeable), cancelled)
    assert time.monotonic() - started < under_load(2)


@pytest.mark.parametrize("changeable", [False, True])
def test_a_small_file_is_read_whole(path: Path, *, changeable: bool) -> None:
    path.write_bytes(b"small")
    small = InputFile(str(path), hashlib.sha256(b"small").hexdigest(), changeable=changeable)
    assert bytes(content_of(small)) == b"small"


def test_what_nobody_waits_for_is_not_read_to_its_end(path: Path) -> None:
    with path.open("r+b") as stream:
        stream.truncate(200 << 30)  # which would take minutes, and has no bytes on the disk
    file = InputFile(str(path), SHA256)
    job = BuildJob("net", "tensorrt-rtx", file, (), str(path.with_suffix(".engine")), BuildSettings(), (), None, None)
    with in_time(10):
        JobFiles(job, threading.Event()).close()


def test_plugins_and_references_are_files_of_a_job_too_and_a_check_needs_no_model(path: Path) -> None:
    others = {name: path.with_name(name) for name in ("w.bin", "ops.so", "m0.npz")}
    for name, other in others.items():
        other.write_bytes(name.encode())
    weights, plugin, reference = (
        InputFile(str(other), hashlib.sha256(name.encode()).hexdigest()) for name, other in others.items()
    )
    model = InputFile(str(path), SHA256)
    job = BuildJob(
        "net",
        "tensorrt-rtx",
        model,
        (weights,),
        str(path.with_suffix(".engine")),
        BuildSettings(),
        (),
        None,
        None,
        plugins=(PluginJob("ops", ("Grid",), plugin),),
        reference=ReferenceJob(reference, {}, equal_rows=False),
    )
    files = JobFiles(job, threading.Event())
    assert [files.content(file) for file in (model, weights, plugin, reference)] == [
        CONTENT,
        b"w.bin",
        b"ops.so",
        b"m0.npz",
    ]
    files.close()
    path.unlink()
    check = JobFiles(replace(job, check_only="ab" * 32), threading.Event())
    assert [check.content(file) for file in (plugin, reference)] == [b"ops.so", b"m0.npz"]
    check.close()
    for other in others.values():
        other.unlink()
    path.write_bytes(b"")


def test_a_damaged_model_says_which_one_it_is() -> None:
    job = BuildJob("net", "tensorrt", InputFile("/p/net.onnx", None), (), "e", BuildSettings(), (), None, None)
    error = not_onnx(job, "what the parser said")
    assert "/p/net.onnx of the model 'net' is not a valid ONNX model" in error.message
    assert error.detail == "what the parser said"
