"""`engine_check.change_features` and `available_features`, with the real program."""

from __future__ import annotations

import json
import os
import shlex
from pathlib import Path

import pytest

from builder.engines.engine_check import ProgramFailed, available_features, change_features
from tests.support.models import conv_net
from tests.support.packages import model_entry, write_manifest
from tests.support.program import command, run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the program is started by a shell script")


def script(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """An installation without its feature, and with a program of its own."""
    package = tmp_path / "package"
    models = [conv_net(package / f"{name}.onnx", channels=8 + number) for number, name in enumerate(("basic", "sky"))]
    entries = [model_entry(package, models[0]), model_entry(package, models[1], feature="Sky, blue")]
    write_manifest(package, *entries)
    asked = ("--quiet", "--package", package, "--target", tmp_path / "target", "--without", '"Sky, blue"')
    assert run("install", *asked, home=tmp_path).code == 0
    script(
        tmp_path / "target/.engine-installer/program/engine-installer",
        f'HOME={shlex.quote(str(tmp_path))} exec {shlex.join(command())} "$@"',
    )
    return tmp_path / "target"


def models_in(target: Path) -> set[str]:
    return {engine["model"] for engine in json.loads((target / "engines/engines.json").read_text())["engines"]}


def test_a_feature_is_added_and_removed_by_the_program_in_the_target(target: Path) -> None:
    assert models_in(target) == {"basic"}
    assert change_features(target, add=["Sky, blue"])
    assert models_in(target) == {"basic", "sky"}
    change_features(target, remove=["Sky, blue"])
    assert models_in(target) == {"basic"}
    assert change_features(target) == "nothing was asked for"


def test_what_the_program_refuses_is_told_with_its_words(target: Path) -> None:
    with pytest.raises(ProgramFailed, match="has no feature 'Sea'") as caught:
        change_features(target, add=["Sea"])
    assert (caught.value.name, caught.value.code) == ("invalid_parameter", 64)


def test_features_are_listed_with_what_they_take(target: Path) -> None:
    (sky,) = available_features(target)
    assert (sky["feature"], sky["installed"], sky["models"]) == ("Sky, blue", False, ["sky"])
    assert sky["seconds"] > 0


def test_a_program_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ProgramFailed, match=r"there is no .*engine-installer, and no engine-installer on PATH"):
        available_features(tmp_path)
    with pytest.raises(ProgramFailed, match="cannot be started") as caught:
        available_features(tmp_path, program=tmp_path / "other")
    assert caught.value.code is None
    found = script(tmp_path / "engine-installer", "exit 3")
    for program in (None, found):
        with pytest.raises(ProgramFailed, match="no answer that can be read, and ended with 3"):
            available_features(tmp_path, program=program)


def test_what_is_added_comes_first_and_what_fails_ends_it(tmp_path: Path) -> None:
    said = json.dumps({"event": "result", "detail": "done", "name": "access_denied"})
    program = script(
        tmp_path / "program", f'echo "$@" >> {shlex.quote(str(tmp_path / "asked"))}\necho\necho {shlex.quote(said)}'
    )
    assert change_features(tmp_path / "t", ["Sky", "Sea"], ["Sun"], program) == "done"
    rest = f"--quiet --progress jsonl --target {tmp_path / 't'}"
    assert (tmp_path / "asked").read_text().splitlines() == [f"add Sky Sea {rest}", f"remove Sun {rest}"]
    script(program, f"echo {shlex.quote(said)}\nexit 13")
    with pytest.raises(ProgramFailed, match=r"^done$") as caught:
        change_features(tmp_path, ["Sky"], ["Sun"], program)
    assert (caught.value.code, caught.value.name) == (13, "access_denied")


def test_why_features_cannot_be_listed_is_told(tmp_path: Path) -> None:
    said = {"available": [{"feature": "Sky"}]}
    program = script(tmp_path / "program", f"echo {shlex.quote(json.dumps(said))}")
    assert available_features(tmp_path, program) == said["available"]
    script(tmp_path / "t/.engine-installer/program/engine-installer", f"exec {shlex.quote(str(program))}")
    assert available_features(tmp_path / "t") == said["available"]
    script(program, f"echo {shlex.quote(json.dumps({'error': {'detail': 'nothing is there', 'name': 'x'}}))}\nexit 4")
    with pytest.raises(ProgramFailed, match=r"^nothing is there$") as caught:
        available_features(tmp_path, program)
    assert (caught.value.code, caught.value.name) == (4, "x")


@pytest.mark.parametrize("said", ["", "no JSON", "[]", '{"event": "result"}'])
def test_a_program_that_makes_no_sense_is_told(tmp_path: Path, said: str) -> None:
    program = script(tmp_path / "program", f"echo {shlex.quote(said)}")
    with pytest.raises(ProgramFailed, match="no result that can be read, and ended with 0"):
        change_features(tmp_path, add=["Sky"], program=program)
    with pytest.raises(ProgramFailed, match="no answer that can be read, and ended with 0"):
        available_features(tmp_path, program=program)
