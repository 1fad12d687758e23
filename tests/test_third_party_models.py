"""Real models of other projects, built through the real command line."""

from __future__ import annotations

import hashlib
import json
import struct
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from builder.base.errors import ExitCode
from tests.support.program import ROOT, Ended, environment
from tests.support.third_party import MODELS, OCR_CLASSIFIER, OCR_CLASSIFIER_AS_SHIPPED, ThirdPartyModel, write_package

DYNAMIC = [model for model in MODELS if model.profiles]
HALVES = [model for model in MODELS if model.sibling]


def engine_installer(home: Path, *arguments: str | Path) -> Ended:
    done = subprocess.run(
        [sys.executable, "-m", "installer", *map(str, arguments)],
        cwd=ROOT,
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=240,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


@dataclass(frozen=True)
class Installation:
    """An installation of `MODELS`, and how the run that made it ended."""

    home: Path
    ended: Ended

    def install_again(self) -> Ended:
        return install(self.home)

    @property
    def folder(self) -> Path:
        return self.home / "target" / "engines"

    @property
    def index(self) -> dict[str, Any]:
        index: dict[str, Any] = json.loads((self.folder / "engines.json").read_bytes())
        return index

    @property
    def engines(self) -> dict[str, dict[str, Any]]:
        return {engine["model"]: engine for engine in self.index["engines"]}


def install(home: Path) -> Ended:
    places = ("--package", home / "package", "--target", home / "target", "--log", home / "run.log")
    return engine_installer(home, "install", "--quiet", *places, "--progress", "jsonl")


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    home = tmp_path_factory.mktemp("third-party")
    write_package(home / "package", MODELS)
    return Installation(home, install(home))


def each(models: Sequence[ThirdPartyModel]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("model", models, ids=[model.name for model in models])


def test_the_installation_succeeds_and_says_so_in_lines_of_json(installation: Installation) -> None:
    ended = installation.ended
    result = ended.events[-1]
    assert (ended.code, result["event"], result["code"]) == (0, "result", 0), result["detail"]
    assert [event["event"] for event in ended.events].count("result") == 1
    assert ended.err == ""


def test_every_model_has_an_engine_and_nothing_else_is_left_in_the_folder(installation: Installation) -> None:
    index = installation.index
    assert [engine["model"] for engine in index["engines"]] == [model.name for model in MODELS]
    assert (index["failed"], index["skipped"]) == ([], [])
    files = {engine["file"] for engine in index["engines"]}
    assert len(files) == len(MODELS)
    assert {path.name for path in installation.folder.iterdir()} == files | {"engines.json"}


@each(MODELS)
def test_an_engine_is_the_file_that_was_recorded(installation: Installation, model: ThirdPartyModel) -> None:
    record = installation.engines[model.name]
    content = (installation.folder / record["file"]).read_bytes()
    assert (len(content), hashlib.sha256(content).hexdigest()) == (record["size"], record["sha256"])
    assert content[:4] == b"vtrt"
    assert struct.unpack_from("<Q", content, 16) == (len(content),)


@each(MODELS)
def test_an_engine_has_the_settings_of_its_model(installation: Installation, model: ThirdPartyModel) -> None:
    settings = installation.engines[model.name]["settings"]
    assert settings["precision"] == model.precision
    assert settings["profiles"] == list(model.profiles)


@each(MODELS)
def test_an_engine_is_dynamic_in_the_inputs_that_have_a_profile(
    installation: Installation, model: ThirdPartyModel
) -> None:
    inputs = installation.engines[model.name]["inputs"]
    assert {name for name, described in inputs.items() if "?" in described} == model.dynamic_inputs


@each(HALVES)
def test_an_engine_in_half_precision_is_smaller_but_looks_the_same(
    installation: Installation, model: ThirdPartyModel
) -> None:
    assert model.sibling is not None
    half, full = installation.engines[model.name], installation.engines[model.sibling]
    assert half["size"] < full["size"]
    assert (half["inputs"], half["outputs"]) == (full["inputs"], full["outputs"])


def test_some_models_are_static_some_dynamic_and_some_in_half_precision() -> None:
    assert len({model.source for model in MODELS if model.distribution != "onnx"}) >= 8
    assert len(DYNAMIC) >= 4
    assert len(MODELS) - len(DYNAMIC) >= 3
    assert len(HALVES) >= 2


def test_a_detection_script_finds_the_installation_ready(installation: Installation) -> None:
    ended = engine_installer(installation.home, "status", "--target", installation.home / "target", "--detect")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines() == [f"ready {installation.index['fingerprint']}"]


def test_a_second_installation_builds_nothing_and_touches_no_engine(installation: Installation) -> None:
    before = {path.name: path.stat() for path in installation.folder.iterdir()}
    ended = installation.install_again()
    events = ended.events
    assert (ended.code, events[-1]["event"], events[-1]["code"]) == (0, "result", 0)
    assert "model_started" not in {event["event"] for event in events}
    outcomes = {event["model"]: event["outcome"] for event in events if event["event"] == "model_finished"}
    assert outcomes == {model.name: "kept" for model in MODELS}
    after = {path.name: path.stat() for path in installation.folder.iterdir()}
    assert {name: (status.st_ino, status.st_mtime_ns) for name, status in after.items()} == {
        name: (status.st_ino, status.st_mtime_ns) for name, status in before.items()
    }


def test_a_model_whose_dimensions_share_a_name_is_refused_with_advice_that_helps(
    tmp_path: Path, installation: Installation
) -> None:
    write_package(tmp_path / "package", [OCR_CLASSIFIER_AS_SHIPPED])
    ended = install(tmp_path)
    result = ended.events[-1]
    assert (ended.code, result["name"]) == (ExitCode.PACKAGE_INVALID.number, "package_invalid")
    assert "profile[0].x.opt[3]: found 192; expected 48, as in profile[0].x.opt[2]" in result["detail"]
    assert "a name of its own for each" in result["detail"]
    assert not (tmp_path / "target").exists()
    assert OCR_CLASSIFIER.name in installation.engines
