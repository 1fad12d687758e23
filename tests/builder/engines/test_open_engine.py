"""`engine_check.open_engine`: the bytes that an application gets are those that were installed, or none."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.engines import engine_check
from builder.engines.engine_check import EngineNotTrusted, EngineUnavailable, open_engine
from tests.support.models import conv_net
from tests.support.packages import package_of
from tests.support.program import run

GOOD = b"an engine" * 8000
posix = pytest.mark.skipif(os.name == "nt", reason="owners and modes of POSIX")


@pytest.fixture(autouse=True)
def _no_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_check, "gpu_names", set)


def entry(content: bytes, model: str = "alpha", **values: Any) -> dict[str, Any]:
    sha256 = hashlib.sha256(content).hexdigest()
    engine = {"model": model, "file": f"{model}-{sha256[:12]}.engine", "size": len(content), "sha256": sha256}
    rtx = {"backend": "tensorrt-rtx", "library_version": "1.7.1.116", "gpu": None, "targets": ["8.6"], "portable": True}
    return engine | rtx | values


def publish(target: Path, *contents: bytes, **values: Any) -> Path:
    """Install engines as an installation does: the files first, engines.json last and in one step."""
    folder = target / "engines"
    folder.mkdir(parents=True, exist_ok=True)
    entries = [entry(content, **values) for content in contents]
    for content, engine in zip(contents, entries, strict=True):
        (folder / engine["file"]).write_bytes(content)
    (folder / "next").write_text(json.dumps({"schema": 1, "engines": entries}))
    os.replace(folder / "next", folder / "engines.json")
    return target


def engine_of(target: Path) -> Path:
    (file,) = (target / "engines").glob("*.engine")
    return file


def test_an_installed_engine_is_opened(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package_of(package, conv_net(package / "alpha.onnx"))
    assert run("install", "--quiet", "--package", package, "--target", tmp_path / "target", home=tmp_path).code == 0
    opened = open_engine(tmp_path / "target", "alpha")
    assert opened.data == engine_of(tmp_path / "target").read_bytes()
    assert opened.sha256 == hashlib.sha256(opened.data).hexdigest() == opened.record["sha256"]
    import tensorrt_rtx_bindings as trt

    # What the library thinks of the engine depends on the GPU; that it takes the object does not.
    assert trt.Runtime(trt.Logger(trt.Logger.INTERNAL_ERROR)).get_engine_validity(opened.data)


def test_what_does_not_fit_is_refused_by_the_rules_of_check(tmp_path: Path) -> None:
    target = publish(tmp_path, GOOD)
    assert open_engine(target, "alpha", library_version="1.7.1.116", compute_capability="8.6").data == GOOD
    with pytest.raises(EngineUnavailable, match=r"built with version 1\.7\.1\.116 of the library, but 1\.8 will"):
        open_engine(target, "alpha", library_version="1.8")
    with pytest.raises(EngineUnavailable, match=r"alpha: not built for compute capability 8\.9"):
        open_engine(target, "alpha", compute_capability="8.9")
    with pytest.raises(EngineUnavailable, match=r"has no engine of beta"):
        open_engine(target, "beta")


def test_of_several_engines_the_one_for_this_gpu_is_opened(tmp_path: Path) -> None:
    folder = publish(tmp_path, GOOD, b"of another").joinpath("engines")
    engines = [entry(GOOD, targets=["8.6"], portable=False), entry(b"of another", targets=["8.9"], portable=False)]
    (folder / "engines.json").write_text(json.dumps({"schema": 1, "engines": engines}))
    assert open_engine(tmp_path, "alpha", compute_capability="8.6").data == GOOD
    assert open_engine(tmp_path, "alpha", compute_capability="8.9").data == b"of another"


def _flipped(file: Path) -> None:
    file.write_bytes(b"A" + GOOD[1:])


def _longer(file: Path) -> None:
    file.write_bytes(GOOD + b"!")


def _a_link(file: Path) -> None:
    os.replace(file, file.with_name("elsewhere"))
    file.symlink_to("elsewhere")


def _a_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def _a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_flipped, "is not the one that was installed: its SHA-256 differs"),
        (_longer, "has 72001 bytes, and 72000 were installed"),
        pytest.param(_a_link, "is not a file", marks=posix),
        pytest.param(_a_pipe, "is not a file", marks=posix),
        (_a_folder, "is not a file"),
    ],
)
def test_what_was_changed_is_not_trusted(tmp_path: Path, change: Callable[[Path], None], reason: str) -> None:
    change(engine_of(publish(tmp_path, GOOD)))
    with pytest.raises(EngineNotTrusted, match=reason):
        open_engine(tmp_path, "alpha")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"no JSON", "cannot be read"),
        (b"[" * 100_000, "cannot be read"),
        (b"[]", "cannot be read"),
        (b'{"schema": 2, "engines": []}', "written by a newer version"),
        (
            json.dumps({"schema": 1, "engines": [entry(GOOD, file="../alpha-0123456789ab.engine")]}),
            "is not the name",
        ),
        (json.dumps({"schema": 1, "engines": [entry(GOOD, size=None)]}), "cannot be read"),
        (json.dumps({"schema": 1, "engines": [entry(GOOD, sha256=None)]}), "its SHA-256 differs"),
        (json.dumps({"schema": 1, "engines": [entry(GOOD, size=1 << 60)]}), "were installed"),
    ],
)
def test_an_edited_index_ends_in_words(tmp_path: Path, content: bytes | str, reason: str) -> None:
    index = publish(tmp_path, GOOD) / "engines/engines.json"
    index.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(EngineUnavailable, match=reason):
        open_engine(tmp_path, "alpha")


def test_what_is_missing_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(EngineUnavailable, match=r"engines\.json cannot be read"):
        open_engine(tmp_path, "alpha")
    engine_of(publish(tmp_path, GOOD)).unlink()
    with pytest.raises(EngineUnavailable, match=r"alpha-.*\.engine cannot be read") as caught:
        open_engine(tmp_path, "alpha")
    assert not isinstance(caught.value, EngineNotTrusted)


# While others change what is there.


def in_place(file: Path) -> Iterator[None]:
    with file.open("r+b", buffering=0) as stream:
        while True:
            stream.seek(len(GOOD) // 2)
            stream.write(b"!")
            yield
            stream.seek(len(GOOD) // 2)
            stream.write(GOOD[len(GOOD) // 2 :][:1])
            yield


def replaced(file: Path) -> Iterator[None]:
    good, bad, new = file.with_name("good"), file.with_name("bad"), file.with_name("new")
    good.write_bytes(GOOD)
    bad.write_bytes(GOOD[::-1])
    while True:
        for content in (bad, good):
            os.link(content, new)
            os.replace(new, file)
            yield


def linked(file: Path) -> Iterator[None]:
    good, new = file.with_name("good"), file.with_name("new")
    good.write_bytes(GOOD)
    while True:
        new.symlink_to("bad")
        os.replace(new, file)
        yield
        os.link(good, new)
        os.replace(new, file)
        yield


@pytest.mark.parametrize("swaps", [in_place, replaced, pytest.param(linked, marks=posix)])
def test_ten_thousand_swaps_never_bring_other_bytes(tmp_path: Path, swaps: Callable[[Path], Iterator[None]]) -> None:
    file = engine_of(publish(tmp_path, GOOD))
    outcomes = {"opened": 0, "refused": 0}
    opened_once, refused_once = threading.Event(), threading.Event()

    def swap() -> None:
        swapping = swaps(file)
        for number in range(10_000):
            next(swapping)
            # Both must be seen, however the threads happen to run.
            if number == 0:
                refused_once.wait(10)
            if number == 1:
                opened_once.wait(10)

    swapper = threading.Thread(target=swap)
    swapper.start()
    while swapper.is_alive():
        try:
            assert open_engine(tmp_path, "alpha").data == GOOD
        except EngineUnavailable:
            outcomes["refused"] += 1
            refused_once.set()
        else:
            outcomes["opened"] += 1
            opened_once.set()
    swapper.join()
    assert min(outcomes.values()) > 0, outcomes


def test_installations_in_between_are_followed(tmp_path: Path) -> None:
    def version(number: int) -> bytes:
        return f"version {number}".encode() * 3000

    publish(tmp_path, version(0))
    done = threading.Event()

    def install() -> None:
        for number in range(500):
            publish(tmp_path, version(number + 1))
            (tmp_path / "engines" / entry(version(number))["file"]).unlink()
        done.set()

    installer = threading.Thread(target=install)
    installer.start()
    opened = set()
    while not done.is_set():
        try:
            data = open_engine(tmp_path, "alpha").data
        except EngineUnavailable as error:  # this thread may get little time, and 500 installations end in a second
            if "changes all the time" in str(error):
                continue
            raise
        opened.add(int(data[8:].partition(b"v")[0]))
        assert data == version(max(opened))
    installer.join()
    assert len(opened) > 1


def test_an_index_that_never_stays_ends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine_of(publish(tmp_path, GOOD)).unlink()
    index = tmp_path / "engines/engines.json"
    opened, wrapped = [], engine_check._descriptor

    def renew(path: Path) -> int:
        opened.append(path)
        index.write_text(index.read_text() + " ")
        return wrapped(path)

    monkeypatch.setattr(engine_check, "_descriptor", renew)
    with pytest.raises(EngineUnavailable, match="changes all the time"):
        open_engine(tmp_path, "alpha")
    assert len(opened) < 20


# What others could change.


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An installation in folders that nobody else may write to."""
    for folder in (tmp_path, *tmp_path.parents):
        status = folder.stat()
        if status.st_uid not in (0, os.geteuid()):
            pytest.skip(f"{folder} belongs to another user")
    target = publish(tmp_path / "target", GOOD)
    for path in (tmp_path, target, *target.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return target


@posix
def test_what_only_this_user_can_change_is_opened(own: Path) -> None:
    assert open_engine(own, "alpha", refuse_shared=True).data == GOOD


@posix
@pytest.mark.parametrize("place", ["engines/engines.json", "engines/*.engine", "engines", ".", ".."])
@pytest.mark.parametrize("mode", [0o020, 0o002])
def test_what_others_may_write_is_refused_where_that_is_asked_for(own: Path, place: str, mode: int) -> None:
    path = next((own / "engines").glob("*.engine")) if "*" in place else Path(os.path.normpath(own / place))
    path.chmod(path.stat().st_mode | mode)
    assert open_engine(own, "alpha").data == GOOD
    with pytest.raises(EngineNotTrusted, match=f"{path} can be written by other users"):
        open_engine(own, "alpha", refuse_shared=True)


@posix
@pytest.mark.parametrize("refuse_shared", [False, True])
def test_a_file_that_is_replaced_while_it_is_opened_is_refused(
    own: Path, monkeypatch: pytest.MonkeyPatch, refuse_shared: bool
) -> None:
    wrapped = engine_check._descriptor

    def replace_first(path: Path) -> int:
        if path.suffix == ".engine":
            path.rename(path.with_name("before"))
            path.write_bytes(GOOD) if refuse_shared else os.mkfifo(path)
        return wrapped(path)

    monkeypatch.setattr(engine_check, "_descriptor", replace_first)
    with pytest.raises(EngineNotTrusted, match="was replaced while it was opened"):
        open_engine(own, "alpha", refuse_shared=refuse_shared)


@posix
def test_a_sticky_folder_keeps_others_from_replacing_what_is_there(own: Path) -> None:
    own.parent.chmod(0o1777)
    assert open_engine(own, "alpha", refuse_shared=True).data == GOOD


@posix
def test_links_on_the_way_are_judged_hop_by_hop(own: Path) -> None:
    shared = own.parent / "shared"
    shared.mkdir()
    (shared / "way").symlink_to("../target")
    (own.parent / "link").symlink_to("shared/../shared/way")
    assert open_engine(own.parent / "link", "alpha", refuse_shared=True).data == GOOD
    shared.chmod(0o777)
    with pytest.raises(EngineNotTrusted, match=f"{shared} can be written by other users"):
        open_engine(own.parent / "link", "alpha", refuse_shared=True)


@posix
def test_a_link_may_lead_to_a_whole_path(own: Path) -> None:
    (own.parent / "link").symlink_to(own)
    assert open_engine(own.parent / "link", "alpha", refuse_shared=True).data == GOOD


@posix
def test_links_that_go_in_circles_end(own: Path) -> None:
    (own.parent / "a").symlink_to("b")
    (own.parent / "b").symlink_to("a")
    with pytest.raises(EngineUnavailable, match="cannot be read"):
        open_engine(own.parent / "a", "alpha", refuse_shared=True)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")
@pytest.mark.parametrize("place", ["engines/engines.json", "engines", "."])
def test_what_belongs_to_others_is_refused(own: Path, place: str) -> None:
    os.chown(own / place, 12345, -1)
    with pytest.raises(EngineNotTrusted, match="belongs to another user"):
        open_engine(own, "alpha", refuse_shared=True)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")
def test_the_link_of_another_user_is_refused_in_a_sticky_folder(own: Path) -> None:
    own.parent.chmod(0o1777)
    link = own.parent / "link"
    link.symlink_to("target")
    os.chown(link, 12345, -1, follow_symlinks=False)
    with pytest.raises(EngineNotTrusted, match=f"{link} belongs to another user"):
        open_engine(link, "alpha", refuse_shared=True)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")
def test_what_belongs_to_the_administrator_or_to_this_user_is_trusted(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    assert open_engine(own, "alpha", refuse_shared=True).data == GOOD
    os.chown(own, 12345, -1)
    assert open_engine(own, "alpha", refuse_shared=True).data == GOOD


def test_windows_says_that_it_cannot_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "name", "nt")
    with pytest.raises(EngineNotTrusted, match="cannot be told on Windows"):
        engine_check._unshared(tmp_path)


def test_the_file_is_still_imported_fast() -> None:
    heavy = "{'hashlib', 'subprocess', 'ctypes', 'tempfile'}"
    code = f"import sys; from builder.engines import engine_check; sys.exit(str({heavy} & set(sys.modules)) != 'set()')"
    assert subprocess.run([sys.executable, "-S", "-c", code], check=False).returncode == 0
