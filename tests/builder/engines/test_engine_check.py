"""The one file that applications copy: on its own, and in agreement with `engine-installer status`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

import builder.engines.engine_check
from builder.engines import engine_check
from builder.engines.engine_check import check, gpu_names
from tests.support.models import conv_net, unsupported_net
from tests.support.packages import package_of
from tests.support.program import run

STATES = {0: "current", 1: "stale", 2: "missing"}


def write_index(target: Path, *engines: Mapping[str, Any], **top: Any) -> Path:
    """An engines.json with the engine files that it names, of five bytes each."""
    folder = target / "engines"
    folder.mkdir(parents=True, exist_ok=True)
    for engine in engines:
        name = engine.get("file")
        if isinstance(name, str) and name.endswith("ab.engine"):
            (folder / name).write_bytes(b"12345")
    (folder / "engines.json").write_text(json.dumps({"schema": 1, "engines": list(engines)} | top))
    return target


def classic(gpu: str, compute_capability: str, model: str = "alpha", number: int = 1) -> dict[str, Any]:
    return {
        "model": model,
        "file": f"{model}-{number:010}ab.engine",
        "size": 5,
        "backend": "tensorrt",
        "library_version": "11.4.0.106",
        "gpu": {"name": gpu, "uuid": "GPU-1", "compute_capability": compute_capability},
        "targets": [compute_capability],
        "portable": False,
    }


def rtx(**values: Any) -> dict[str, Any]:
    engine = {"model": "alpha", "file": "alpha-0123456789ab.engine", "size": 5, "backend": "tensorrt-rtx"}
    return engine | {"library_version": "1.7.1.116", "gpu": None, "targets": ["8.6"], "portable": True} | values


OLD, NEW = "NVIDIA GeForce RTX 3060", "NVIDIA GeForce RTX 4070"


@pytest.fixture(autouse=True)
def _no_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the GPUs of the computer that runs the tests."""
    monkeypatch.setattr(engine_check, "gpu_names", set)


# On its own.


def alone(tmp_path: Path, *arguments: str | Path) -> tuple[int, str, str]:
    script = tmp_path / "copied/engine_check.py"
    script.parent.mkdir(exist_ok=True)
    shutil.copy(builder.engines.engine_check.__file__, script)
    done = subprocess.run(
        [sys.executable, "-I", script, *arguments], cwd="/", capture_output=True, text=True, timeout=60, check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_the_file_works_on_its_own(tmp_path: Path) -> None:
    target = write_index(tmp_path / "target", rtx())
    assert alone(tmp_path, target) == (0, "current: every engine fits\n", "")
    (target / "engines/alpha-0123456789ab.engine").write_bytes(b"1234")
    assert alone(tmp_path, target) == (1, "stale: the engine of alpha is damaged\n", "")
    (target / "engines/alpha-0123456789ab.engine").unlink()
    assert alone(tmp_path, target) == (2, "missing: the engine of alpha is missing\n", "")
    (target / "engines/engines.json").unlink()
    code, out, err = alone(tmp_path, target)
    assert (code, out, err) == (2, f"missing: there is no {target / 'engines/engines.json'}\n", "")


@pytest.mark.parametrize("arguments", [(), ("a", "b")])
def test_a_wrong_command_line_is_reported(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert alone(tmp_path, *arguments) == (64, "", "usage: engine_check.py TARGET\n")


def in_process(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    monkeypatch.setattr(sys, "argv", ["engine_check.py", *map(str, arguments)])
    return engine_check.main()


def test_a_shell_gets_the_state_as_words_and_as_a_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = write_index(tmp_path, rtx())
    assert (in_process(monkeypatch, target), capsys.readouterr().out) == (0, "current: every engine fits\n")
    (target / "engines/alpha-0123456789ab.engine").write_bytes(b"1234")
    assert (in_process(monkeypatch, target), capsys.readouterr().out[:6]) == (1, "stale:")
    assert (in_process(monkeypatch, tmp_path / "no"), capsys.readouterr().out[:8]) == (2, "missing:")
    assert in_process(monkeypatch) == in_process(monkeypatch, target, target) == 64
    assert capsys.readouterr().err == "usage: engine_check.py TARGET\n" * 2


# What is compared.


@pytest.mark.parametrize(
    ("change", "state", "reason"),
    [
        (lambda file: file.unlink(), "missing", "the engine of alpha is missing"),
        (lambda file: file.write_bytes(b"123456"), "stale", "the engine of alpha is damaged"),
        (lambda file: (file.unlink(), file.mkdir()), "missing", "the engine of alpha is not a file"),
        (
            lambda file: (file.rename(file.with_name("x")), file.symlink_to("x")),
            "missing",
            "the engine of alpha is not a file",
        ),
    ],
)
def test_a_file_that_is_not_the_installed_one_is_named(
    tmp_path: Path, change: Callable[[Path], object], state: str, reason: str
) -> None:
    change(write_index(tmp_path, rtx()) / "engines/alpha-0123456789ab.engine")
    checked = check(tmp_path)
    assert (checked.state, checked.reason) == (state, reason)


def test_a_journal_or_a_newer_version_makes_engines_stale(tmp_path: Path) -> None:
    target = write_index(tmp_path, rtx())
    (target / ".engine-installer").mkdir()
    (target / ".engine-installer/journal.json").touch()
    checked = check(target)
    assert (checked.state, checked.reason) == ("stale", "an installation was interrupted, or is being completed")
    assert checked.files == {"alpha": target / "engines/alpha-0123456789ab.engine"}
    for schema in (2, 0.5):
        write_index(tmp_path, rtx(), schema=schema)
        assert (check(target).state, check(target).reason) == ("stale", "engines.json was written by a newer version")
    index = target / "engines/engines.json"
    index.unlink()
    os.mkfifo(index)
    assert check(target).state == "missing"
    assert "it is not a file" in check(target).reason


def test_a_classic_engine_is_bound_to_its_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = write_index(tmp_path, classic(OLD, "8.6") | {"system": "linux"})
    monkeypatch.setattr("platform.system", lambda: "Linux")
    assert check(target).state == "current"
    monkeypatch.setattr("platform.system", lambda: "Windows")
    assert check(target).reason == "alpha: built on linux, but this is windows"
    assert check(write_index(tmp_path, rtx(system="linux"))).state == "current"


def test_linux_knows_the_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, text in enumerate([f"Model: \t {OLD}\nIRQ: 1\n", f"IRQ: 2\nModel: {NEW}\n", "Model", "IRQ: 3"]):
        (tmp_path / f"{number}").mkdir()
        (tmp_path / f"{number}/information").write_text(text)
    (tmp_path / "unreadable/information").mkdir(parents=True)
    asked = []

    def path(name: str) -> Path:
        asked.append(name)
        return tmp_path

    monkeypatch.setattr(engine_check, "Path", path)
    assert gpu_names() == {OLD, NEW}
    assert asked == ["/proc/driver/nvidia/gpus"]


def test_what_the_application_does_not_know_is_not_compared(tmp_path: Path) -> None:
    target = write_index(tmp_path, rtx(portable=False))
    assert check(target).state == "current"
    assert check(target, library_version="1.7.1.116", compute_capability="8.6").state == "current"
    stale = check(target, library_version="1.8.0.1")
    assert (stale.state, "built with version 1.7.1.116 of the library, but 1.8.0.1" in stale.reason) == ("stale", True)
    assert stale.files == {"alpha": target / "engines/alpha-0123456789ab.engine"}
    assert check(target, compute_capability="12.0").reason == "alpha: not built for compute capability 12.0"


@pytest.mark.parametrize(
    ("targets", "served", "not_served"),
    [
        (["8.6"], ["8.6", "12.1", "13.0"], ["7.5", "8.0", "8.9", "9.0", "10.0", "12.0"]),
        (["12.0", "12.1"], ["12.0", "12.1", "12.2", "100.0"], ["8.9", "9.0", "11.0", "2.0"]),
        (["12.1", "8.9", "13.0"], ["13.0", "13.1", "14.0"], ["12.0", "12.5"]),
        ([], ["12.1"], ["8.6", "12.0"]),
        (["8.9"], ["8.9"], ["", "sm_89", "89", "8.9.0", "13", "-13.0", "1e3.0", "٣٠.0"]),
    ],
)
def test_a_portable_engine_serves_newer_gpus_but_not_those_that_it_passes_over(
    tmp_path: Path, targets: list[str], served: list[str], not_served: list[str]
) -> None:
    target = write_index(tmp_path, rtx(targets=targets))
    for capability in (*served, *not_served):
        state = check(target, compute_capability=capability, gpu_name=NEW).state
        assert state == ("current" if capability in served else "stale"), capability


def test_a_classic_engine_is_bound_to_its_gpu(tmp_path: Path) -> None:
    target = write_index(tmp_path, classic(OLD, "8.6"))
    assert check(target, gpu_name=OLD, compute_capability="8.6").state == "current"
    assert check(target, gpu_name=NEW).reason == f"alpha: built for {OLD}, but this computer has {NEW}"
    assert check(target, compute_capability="8.9").state == "stale"


def test_the_names_that_the_system_knows_are_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = write_index(tmp_path, classic(OLD, "8.6"))
    monkeypatch.setattr(engine_check, "gpu_names", lambda: {NEW})
    assert check(target).state == "stale"
    monkeypatch.setattr(engine_check, "gpu_names", lambda: {NEW, OLD})
    assert check(target).state == "current"


@pytest.mark.parametrize(("name", "number"), [(OLD, 1), (NEW, 2)])
def test_of_several_engines_the_one_for_this_gpu_is_taken(tmp_path: Path, name: str, number: int) -> None:
    target = write_index(tmp_path, classic(OLD, "8.6", number=1), classic(NEW, "8.9", number=2))
    checked = check(target, gpu_name=name)
    assert checked.state == "current"
    assert checked.files["alpha"].name == f"alpha-{number:010}ab.engine"
    assert check(target, gpu_name="NVIDIA H200").state == "stale"


@pytest.mark.parametrize("names", [set(), {OLD, NEW}], ids=["unknown names", "both are here"])
@pytest.mark.parametrize(("capability", "number"), [("8.6", 1), ("8.9", 2)])
def test_of_several_engines_the_one_with_this_compute_capability_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: set[str], capability: str, number: int
) -> None:
    monkeypatch.setattr(engine_check, "gpu_names", lambda: names)
    target = write_index(tmp_path, classic(OLD, "8.6", number=1), classic(NEW, "8.9", number=2))
    checked = check(target, compute_capability=capability)
    assert checked.state == "current", checked.reason
    assert checked.files["alpha"].name == f"alpha-{number:010}ab.engine"


def test_the_engine_of_a_failed_model_is_an_older_one(tmp_path: Path) -> None:
    failed = {"failed": [{"model": "beta", "reason": "…"}], "skipped": [{"model": "gamma", "reason": "…"}]}
    assert check(write_index(tmp_path / "1", rtx(), **failed)).state == "missing"
    beta = rtx(model="beta", file="beta-0123456789ab.engine")
    assert check(write_index(tmp_path / "2", rtx(), beta, **failed)).state == "stale"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"schema": 1}',
        b'{"schema": "1", "engines": []}',
        b'{"schema": 9, "engines": []}',
        b"\xff",
        b"[" * 100_000,
        b'{"schema": 1, "engines": 5}',
        b'{"schema": 1, "engines": [5]}',
        b'{"schema": 1, "engines": [], "failed": 5}',
        b'{"schema": 1, "engines": [], "failed": [{}]}',
    ],
)
def test_an_index_that_is_none_is_not_current(tmp_path: Path, content: bytes) -> None:
    write_index(tmp_path).joinpath("engines/engines.json").write_bytes(content)
    assert check(tmp_path).state != "current"


@pytest.mark.parametrize(
    "name",
    [
        "../engines/alpha-0123456789ab.engine",
        "/etc/hostname",
        "..",
        "",
        "engines.json",
        "sub/alpha-0123456789ab.engine",
        "sub\\alpha-0123456789ab.engine",
        "..\\x.engine",
        5,
        None,
        ["a.engine"],
        "alpha\0-0123456789ab.engine",
        "\ud800-0123456789ab.engine",
        "x" * 300 + "-0123456789ab.engine",
    ],
)
def test_no_other_file_is_read(tmp_path: Path, name: object) -> None:
    target = tmp_path / "target"
    folder = write_index(target, rtx()) / "engines"
    (folder / "sub").mkdir()
    shutil.copy(folder / "alpha-0123456789ab.engine", folder / "sub")
    (folder / "engines.json").write_text(json.dumps({"schema": 1, "engines": [rtx(file=name)]}))
    assert check(target).state != "current"


@pytest.mark.parametrize(
    "values",
    [
        {"gpu": "a name"},
        {"gpu": [1]},
        {"gpu": {"name": ["a list"]}},
        {"gpu": {"name": {}, "compute_capability": []}},
        {"backend": "tensorrt-rtx", "portable": False, "targets": 5},
        {"backend": "tensorrt-rtx", "portable": False, "targets": None},
        {"size": "5"},
        {"model": ["alpha"]},
        {"library_version": {}},
    ],
    ids=str,
)
def test_values_of_other_kinds_are_no_crash(tmp_path: Path, values: dict[str, Any]) -> None:
    target = write_index(tmp_path, classic(OLD, "8.6") | values, classic(OLD, "8.6", number=2) | values)
    checked = check(target, compute_capability="8.6", gpu_name=OLD, library_version="11.4.0.106")
    assert checked.state in STATES.values()


def test_a_failed_model_with_no_name_is_no_crash(tmp_path: Path) -> None:
    assert check(write_index(tmp_path, rtx(), failed=[{"model": ["a list"]}])).state in STATES.values()


# In agreement with status.


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation of two models."""
    home = tmp_path_factory.mktemp("installed")
    package = home / "package"
    good, other = conv_net(package / "good.onnx"), conv_net(package / "other.onnx", channels=9)
    package_of(package, good, other)
    ended = run("install", "--quiet", "--package", package, "--target", home / "target", "--portable", home=home)
    assert ended.code == 0
    return home


def fresh(target: Path) -> None:
    pass


def damaged_size(target: Path) -> None:
    first = min((target / "engines").glob("*.engine"))
    first.write_bytes(first.read_bytes()[:-1])


def missing_file(target: Path) -> None:
    min((target / "engines").glob("*.engine")).unlink()


def link_in_its_place(target: Path) -> None:
    first = min((target / "engines").glob("*.engine"))
    first.rename(target / "moved")
    first.symlink_to(target / "moved")


def no_index(target: Path) -> None:
    (target / "engines/engines.json").unlink()


def journal_pending(target: Path) -> None:
    journal = {"schema": 1, "action": "install", "operations": []}
    (target / ".engine-installer/journal.json").write_text(json.dumps(journal))


def edit(target: Path, change: Callable[[dict[str, Any]], object]) -> None:
    path = target / "engines/engines.json"
    values = json.loads(path.read_text())
    change(values)
    path.write_text(json.dumps(values))


def other_library(target: Path) -> None:
    edit(target, lambda values: [engine.update(library_version="1.6.0.1") for engine in values["engines"]])


def name_that_leaves(target: Path) -> None:
    edit(target, lambda values: values["engines"][0].update(file="../engines/" + values["engines"][0]["file"]))


def name_without_a_hash(target: Path) -> None:
    first = min((target / "engines").glob("*.engine"))
    first.rename(first.with_name("good.engine"))
    edit(target, lambda values: values["engines"][0].update(file="good.engine"))


def failed_model(target: Path) -> None:
    edit(target, lambda values: values.update(failed=[{"model": "other", "reason": "…", "gpu": None}]))
    edit(target, lambda values: values.update(engines=values["engines"][:1]))


def newer_schema(target: Path) -> None:
    edit(target, lambda values: values.update(schema=2))


@pytest.mark.parametrize(
    ("change", "state"),
    [
        (fresh, "current"),
        (damaged_size, "stale"),
        (missing_file, "missing"),
        (link_in_its_place, None),
        (no_index, "missing"),
        (journal_pending, "stale"),
        (other_library, "stale"),
        (name_that_leaves, "missing"),
        (name_without_a_hash, None),
        (failed_model, "missing"),
        (newer_schema, "stale"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_status_says_the_same(
    tmp_path: Path, installed: Path, change: Callable[[Path], None], state: str | None
) -> None:
    shutil.copytree(installed, tmp_path / "home")
    target = tmp_path / "home/target"
    version = json.loads((target / "engines/engines.json").read_text())["engines"][0]["library_version"]
    change(target)
    checked = check(target, library_version=version)
    assert state in (None, checked.state), checked.reason
    ready = run("status", "--target", target, "--detect", home=tmp_path / "home").code == 0
    assert (checked.state == "current") is ready, checked.reason


def test_a_model_that_really_failed_is_missing_for_both(tmp_path: Path) -> None:
    package = tmp_path / "package"
    good, bad = conv_net(package / "good.onnx"), unsupported_net(package / "bad.onnx")
    package_of(package, good, bad)
    assert run("install", "--quiet", "--package", package, "--target", tmp_path / "t", home=tmp_path).code == 1
    assert check(tmp_path / "t").reason == "the engine of bad could not be built"
    assert run("status", "--target", tmp_path / "t", "--detect", home=tmp_path).code == 1


# The names of GPUs.


class DisplayAdapters:
    """What `winreg` shows of the device class of display adapters."""

    HKEY_LOCAL_MACHINE = 2

    def __init__(self, *adapters: dict[str, str] | type[OSError]) -> None:
        self.adapters = adapters

    def OpenKey(self, root: int, path: str) -> Any:  # noqa: N802
        import contextlib

        assert root == self.HKEY_LOCAL_MACHINE
        folder, _, number = path.rpartition("\\")
        assert folder == r"SYSTEM\CurrentControlSet\Control\Class\{4d36e968-e325-11ce-bfc1-08002be10318}"
        assert len(number) == 4
        if int(number) >= len(self.adapters):
            raise FileNotFoundError(2, "no such key")
        adapter = self.adapters[int(number)]
        if isinstance(adapter, type):
            raise adapter(5, "access denied")
        return contextlib.nullcontext(adapter)

    def QueryValueEx(self, key: dict[str, str], name: str) -> tuple[str, int]:  # noqa: N802
        if name not in key:
            raise FileNotFoundError(2, "no such value")
        return key[name], 1


NVIDIA = {"MatchingDeviceId": r"PCI\VEN_10DE&DEV_2786", "DriverDesc": NEW}
INTEL = {"MatchingDeviceId": r"PCI\VEN_8086&DEV_A780", "DriverDesc": "Intel(R) UHD Graphics 770"}


@pytest.mark.parametrize(
    ("adapters", "names"),
    [
        pytest.param([], set(), id="none"),
        pytest.param([INTEL], set(), id="another maker's"),
        pytest.param([INTEL, NVIDIA], {NEW}, id="both"),
        pytest.param([NVIDIA, NVIDIA | {"DriverDesc": OLD}, NVIDIA], {NEW, OLD}, id="several"),
        pytest.param([PermissionError, NVIDIA], {NEW}, id="one that may not be read"),
        pytest.param([FileNotFoundError, NVIDIA], {NEW}, id="one that was taken out, before it"),
        pytest.param([{"DriverDesc": "a remote display"}, NVIDIA], {NEW}, id="one that is no device, before it"),
    ],
)
def test_windows_knows_the_names(adapters: list[Any], names: set[str]) -> None:
    assert engine_check._gpu_names_of_windows(DisplayAdapters(*adapters)) == names


def test_how_results_were_checked_is_told_where_it_was_noted_and_decides_nothing(tmp_path: Path) -> None:
    """Older installations have no such note, and an engines.json that somebody has edited may have anything."""
    right = {"state": "right", "gpu": NEW, "outputs": [{"output": "image", "max_abs": 0.01}]}
    unchecked = {"state": "unchecked", "reason": "there is no GPU that can run it"}
    notes: dict[str, Any] = {"alpha": right, "beta": unchecked, "gamma": None, "delta": "edited", "epsilon": {}}
    engines = [rtx(model=model, file=f"{model}-0123456789ab.engine", answers=note) for model, note in notes.items()]
    older = rtx(model="zeta", file="zeta-0123456789ab.engine")
    checked = check(write_index(tmp_path, *engines, older))
    assert (checked.state, checked.answers) == ("current", {"alpha": right, "beta": unchecked, "epsilon": {}})
    assert check(tmp_path, library_version="1.8").answers == {}
    assert check(tmp_path / "nowhere").answers == {}
