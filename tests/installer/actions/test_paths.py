from __future__ import annotations

import json
import locale
import os
import sys
from pathlib import Path

import pytest

from tests.support.models import net_with_external_data
from tests.support.packages import model_entry, package_of, small_package
from tests.support.program import command, environment, run

NAMES = "Größe ü 模型 🚀"


def test_names_in_any_script_work_everywhere(tmp_path: Path) -> None:
    package = tmp_path / NAMES / "package"
    external = net_with_external_data(package / "моделі" / "мережа.onnx", "ваги ü.bin")
    weights = package / "моделі" / "ваги ü.bin"
    listed = [{"file": "моделі/ваги ü.bin", "sha256": model_entry(package, weights)["sha256"]}]
    package_of(package, external, name="net", external_data=listed)
    target, log = tmp_path / NAMES / "target", tmp_path / NAMES / "log" / "журнал.log"
    ended = run("install", "--quiet", "--package", package, "--target", target, "--log", log, "--json", home=tmp_path)
    assert ended.code == 0
    assert str(target) in ended.events[-1]["detail"]
    assert str(package) in log.read_text(encoding="utf-8")
    assert run("status", "--target", target, "--detect", home=tmp_path).code == 0


def test_long_paths_work(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["a long name of a folder " * 8] * 5)
    package = small_package(deep / "package", "alpha")
    target = deep / "target"
    assert len(str(target)) > 900
    assert run("install", "--quiet", "--package", package, "--target", target, home=tmp_path).code == 0
    assert run("status", "--target", target, "--detect", home=tmp_path).code == 0


@pytest.mark.parametrize("relative", [False, True])
def test_a_current_directory_that_is_gone_matters_only_to_relative_paths(tmp_path: Path, relative: bool) -> None:
    import subprocess

    package = small_package(tmp_path / "package", "alpha")
    gone = tmp_path / "gone"
    gone.mkdir()
    target = "target" if relative else str(tmp_path / "target")
    program = command("install", "--quiet", "--package", package, "--target", target, "--json")
    done = subprocess.run(
        ["sh", "-c", 'rmdir ../gone && exec "$@"', "sh", *program],
        cwd=gone, env=environment(tmp_path), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    result = json.loads(done.stdout.splitlines()[-1])
    if relative:
        assert done.returncode == 64
        assert "the current directory no longer exists" in result["detail"]
    else:
        assert done.returncode == 0, done.stderr
        assert (tmp_path / "target/engines/engines.json").exists()


def test_another_locale_spells_names_alike_in_both_processes(tmp_path: Path) -> None:
    try:
        before = locale.setlocale(locale.LC_CTYPE)
        locale.setlocale(locale.LC_CTYPE, "de_DE.ISO-8859-1")
        locale.setlocale(locale.LC_CTYPE, before)
    except locale.Error:
        pytest.skip("this system has no Latin-1 locale")
    package = small_package(tmp_path / "pü", "alpha")
    env = {"LC_ALL": "de_DE.ISO-8859-1"}
    assert run("install", "--package", package, "--target", tmp_path / "tü", home=tmp_path, env=env).code == 0


def test_the_workers_names_are_spelled_as_the_parents() -> None:
    from builder.base.program import child_command

    assert f"utf8={sys.flags.utf8_mode}" in child_command("builder.worker.__main__")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_that_are_no_text_work(tmp_path: Path) -> None:
    package = small_package(tmp_path / os.fsdecode(b"pk\xff\xfe"), "alpha")
    target = tmp_path / os.fsdecode(b"t\xff")
    ended = run("install", "--package", package, "--target", target, "--json", home=tmp_path)
    assert ended.code == 0
    assert run("status", "--target", target, "--detect", home=tmp_path).code == 0
    assert run("repair", "--target", target, "--json", home=tmp_path).code == 0
