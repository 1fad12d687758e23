"""What is checked is what is used: files that change during a run, in place and with the times that they had."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.app import App
from builder.app_package.package import load_package
from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import EngineInstallerError
from builder.base.events import BuildJob, Event, InputFile, ModelStarted, PlanMade, Result
from builder.building import local_build
from builder.building.machine import Machine, survey_machine
from builder.building.worker_process import Outcome, run_worker
from builder.engines.options import EngineOptions
from builder.engines.store import ENGINE_STAGING
from builder.timing.catalogue import catalogue_folder, load_catalogue
from installer.actions.install import install, repair
from installer.target import installation, location
from installer.target.application_files import files_to_install
from installer.target.paths import STAGING
from installer.target.request import Request
from tests.support import in_process
from tests.support.models import net_with_external_data
from tests.support.packages import model_entry, small_package, write_manifest
from tests.support.rights import ANOTHER_USER, open_folder

as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be strict with others"
)
NOT_KEPT = {"maintenance": {"keep_package": False}}


class Swapping(CancelToken):
    """A token whose owner does something whenever it is asked, as another process could at any time."""

    def __init__(self, swap: Callable[[], object]) -> None:
        super().__init__()
        self.swap = swap

    def check(self) -> None:
        self.swap()
        super().check()


def swap(path: Path, content: bytes) -> None:
    """Write into a file as its owner can: no name, size or time changes."""
    before = path.stat()
    assert len(content) == before.st_size
    with path.open("r+b") as stream:
        stream.write(content)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_ino == before.st_ino


def other_weights(content: bytes) -> bytes:
    """The same model with other numbers: the last bytes of its largest weights are part of floating-point ones."""
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 0x11]) + content[middle + 1 :]


@pytest.fixture(scope="module")
def machine() -> Machine:
    return survey_machine()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    home = tmp_path_factory.mktemp("home")
    with in_process.user(home):
        yield home


def engines_of(target: Path) -> list[str]:
    index = json.loads((target / "engines/engines.json").read_text())
    return sorted(engine["sha256"] for engine in index["engines"])


def ended(events: Iterator[Event], at: type[Event], then: Callable[[], object]) -> Result:
    """Go through a run, and do something at its first event of a kind."""
    done = False
    for event in events:
        if isinstance(event, at) and not done:
            done = True
            then()
    assert done
    assert isinstance(event, Result)
    return event


def request_of(package: Path, target: Path) -> Request:
    return Request(package, target, jobs=1, options=EngineOptions(portable=True))


def with_weights(folder: Path) -> Path:
    """A package of one model with its weights in a file of their own."""
    file = net_with_external_data(folder / "models/net.onnx")
    weights = folder / "models/weights.bin"
    entry = model_entry(folder, weights)
    external = {"file": "models/weights.bin", "sha256": entry["sha256"]}
    return write_manifest(folder, model_entry(folder, file, external_data=[external]))


@pytest.mark.parametrize("file", ["models/alpha.onnx", "models/weights.bin"])
def test_engines_are_built_from_the_copies_that_are_installed(home: Path, machine: Machine, file: str) -> None:
    folder = home / Path(file).stem
    package = small_package(folder, "alpha") if file.endswith(".onnx") else with_weights(folder)
    plain, swapped = home / f"{folder.name}-plain", home / f"{folder.name}-swapped"
    *_, last = install(request_of(package, plain), machine, CancelToken())
    assert isinstance(last, Result)
    good = (package / file).read_bytes()
    run = install(request_of(package, swapped), machine, CancelToken())
    result = ended(run, ModelStarted, lambda: swap(package / file, other_weights(good)))
    assert (last.label, result.label) == ("ok", "ok")
    assert engines_of(swapped) == engines_of(plain)
    assert (swapped / ".engine-installer/package" / file).read_bytes() == good
    # Those that are there already serve as well: an engine that is missing comes from them.
    next((swapped / "engines").glob("*.engine")).unlink()
    swap(package / file, good)
    run = install(request_of(package, swapped), machine, CancelToken())
    result = ended(run, ModelStarted, lambda: swap(package / file, other_weights(good)))
    assert result.label == "ok"
    assert engines_of(swapped) == engines_of(plain)


@pytest.mark.parametrize("file", ["models/alpha.onnx", "models/weights.bin"])
def test_what_is_not_copied_is_hashed_by_those_who_use_it(home: Path, machine: Machine, file: str) -> None:
    folder = home / f"{Path(file).stem}-not-kept"
    package = small_package(folder, "alpha") if file.endswith(".onnx") else with_weights(folder)
    with (package / "app.toml").open("a") as manifest:
        manifest.write("\n[maintenance]\nkeep_package = false\n")
    good = (package / file).read_bytes()
    run = install(request_of(package, home / f"{folder.name}-target"), machine, CancelToken())
    with pytest.raises(EngineInstallerError, match="was changed while"):
        ended(run, PlanMade, lambda: swap(package / file, other_weights(good)))


def test_a_repair_hashes_the_copy_that_it_builds_from(home: Path, machine: Machine) -> None:
    package, target = small_package(home / "repaired", "alpha"), home / "repaired-target"
    assert isinstance(list(install(request_of(package, target), machine, CancelToken()))[-1], Result)
    next((target / "engines").glob("*.engine")).unlink()
    copy = target / ".engine-installer/package/models/alpha.onnx"
    run = repair(Request(target=target, jobs=1), machine, CancelToken())
    with pytest.raises(EngineInstallerError, match="was changed while"):
        ended(run, ModelStarted, lambda: swap(copy, other_weights(copy.read_bytes())))


def test_app_toml_counts_as_it_was_read_first(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    path = package / "app.toml"
    good = path.read_bytes()
    evil = Swapping(lambda: swap(path, good.replace(b"Example Ltd", b"Someone els")))
    loaded = load_package(package, evil)
    assert loaded.manifest.app.publisher == "Example Ltd"
    assert path.read_bytes() != good
    (note,) = (file for file in files_to_install(loaded, load_catalogue(tmp_path)) if file.source == path)
    assert (note.sha256, note.size) == (hashlib.sha256(good).hexdigest(), len(good))
    assert loaded.manifest_sha256 == note.sha256


def test_an_app_toml_that_has_changed_by_then_is_not_installed(home: Path, machine: Machine) -> None:
    package = small_package(home / "manifest", "alpha")
    path = package / "app.toml"
    evil = path.read_bytes().replace(b"Example Ltd", b"Someone els")
    run = install(request_of(package, home / "manifest-target"), machine, CancelToken())
    with pytest.raises(EngineInstallerError, match=r"app\.toml was changed while"):
        ended(run, PlanMade, lambda: swap(path, evil))
    assert not (home / "manifest-target").exists()


def test_a_file_that_has_become_endless_does_not_fill_the_disk(home: Path, machine: Machine) -> None:
    package = small_package(home / "endless", "alpha")
    model = package / "models/alpha.onnx"
    run = install(request_of(package, home / "endless-target"), machine, CancelToken())
    with pytest.raises(EngineInstallerError, match=r"alpha\.onnx was changed while"):
        ended(run, PlanMade, lambda: os.truncate(model, 1 << 40))


def test_the_default_target_and_the_package_come_from_one_reading(
    home: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another app.toml that is there a moment later would be installed in the folder of the first application."""
    package = small_package(home / "first", "alpha")
    path = package / "app.toml"
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))

    def choose_and_swap(app: App, *arguments: Any, **options: Any) -> Path:
        swap(path, path.read_bytes().replace(b"com.example.test", b"com.someone.else"))
        return location.default_target(app, *arguments, **options)

    monkeypatch.setattr(installation, "default_target", choose_and_swap)
    with pytest.raises(EngineInstallerError, match="was changed while"):
        list(install(Request(package, jobs=1), machine, CancelToken()))
    assert not list((home / "data").glob("com.*"))


def test_the_index_of_timing_caches_counts_as_it_was_read(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    caches = catalogue_folder(package)
    caches.mkdir()
    (caches / "a.cache").write_bytes(b"cache of many kernels")
    entry = model_entry(caches, caches / "a.cache")
    path = caches / "index.toml"
    path.write_text(
        f'schema = 1\n[[cache]]\nfile = "a.cache"\nsha256 = "{entry["sha256"]}"\ntensorrt = "11.4.0.106"\n'
        'cuda = "13"\nos = "linux"\ncompute_capability = "8.9"\ngpu = "NVIDIA GeForce RTX 4070"\n'
    )
    good = path.read_bytes()
    catalogue = load_catalogue(caches, Swapping(lambda: swap(path, good.replace(b"4070", b"5090"))))
    assert path.read_bytes() != good
    assert [entry.gpu for entry in catalogue.entries] == ["NVIDIA GeForce RTX 4070"]
    wanted = {file.source: file.sha256 for file in files_to_install(load_package(package), catalogue)}
    assert wanted[path] == hashlib.sha256(good).hexdigest()


@as_root
def test_a_strict_run_builds_from_a_copy_what_others_could_change(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_folder() as folder, in_process.user(folder):
        package = small_package(folder / "package", "alpha", **NOT_KEPT)
        model = package / "models/alpha.onnx"
        jobs: list[BuildJob] = []

        def noting(job: BuildJob, *arguments: object, **options: object) -> Outcome:
            jobs.append(job)
            return run_worker(job, *arguments, **options)  # type: ignore[arg-type]

        monkeypatch.setattr(local_build, "run_worker", noting)
        sha256 = load_package(package, NEVER).models[0].onnx.sha256
        for owner, env, changeable in (
            (0, "", False),
            (0, "1000", False),
            (ANOTHER_USER, "", True),
            (ANOTHER_USER, "1000", True),
        ):
            os.chown(model, owner, -1)
            with monkeypatch.context() as patch:
                if env:
                    patch.setenv("SUDO_UID", env)
                target = folder / f"{owner}{env}"
                *_, last = install(request_of(package, target), machine, CancelToken())
            assert isinstance(last, Result)
            assert last.label == "ok"
            assert jobs.pop().onnx == InputFile(str(model), sha256, changeable=changeable, size=model.stat().st_size)
            assert not list((target / "engines").glob(".*"))


def test_nobody_else_can_enter_where_files_wait_for_their_publication(home: Path, machine: Machine) -> None:
    package, target = small_package(home / "private", "alpha"), home / "private-target"
    modes = {}

    def look() -> None:
        for staging in (ENGINE_STAGING, STAGING):
            modes[staging] = stat.S_IMODE((target / staging).stat().st_mode)

    previous = os.umask(0)
    try:
        ended(install(request_of(package, target), machine, CancelToken()), ModelStarted, look)
    finally:
        os.umask(previous)
    assert modes == {ENGINE_STAGING: 0o700, STAGING: 0o700}


@as_root
def test_with_rights_that_were_taken_on_nobody_else_may_change_what_is_installed() -> None:
    with open_folder() as folder, in_process.user(folder) as patch:
        package = small_package(folder / "package", "alpha")
        patch.setenv("SUDO_UID", str(ANOTHER_USER))
        previous = os.umask(0)
        try:
            ended = in_process.main("install", "--quiet", "--package", package, "--target", folder / "app")
        finally:
            os.umask(previous)
        assert ended.code == 0, ended.err
        installed = [folder / "app", *(folder / "app").rglob("*")]
        assert not [path for path in installed if path.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH)]
        assert {stat.S_IMODE(path.stat().st_mode) for path in installed if path.is_dir()} == {0o755}
