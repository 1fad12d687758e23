"""Real models of other projects as a vendor brings them: drafted, checked and installed, with nothing edited."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.package import load_package
from tests.support.program import ROOT, Ended, environment
from tests.support.third_party import (
    FILE_TYPE,
    NOTES,
    OCR_CLASSIFIER_AS_SHIPPED,
    OCR_DETECTOR,
    OCR_RECOGNISER,
    PITCH,
    SHUFFLENET,
    SQUEEZENET,
    VOICE_FRAME,
    VOICE_OF_WHISPER,
    VOICE_SEQUENCE,
    VOICE_WITH_IF,
    ThirdPartyModel,
)

VOICE_WITH_NESTED_IF = ThirdPartyModel("voice-with-nested-if", "silero-vad", "silero_vad/data/silero_vad.onnx")
BUILT = (
    OCR_DETECTOR, OCR_RECOGNISER, OCR_CLASSIFIER_AS_SHIPPED, VOICE_SEQUENCE, VOICE_WITH_IF, VOICE_FRAME,
    VOICE_OF_WHISPER, FILE_TYPE, NOTES, PITCH, SQUEEZENET, SHUFFLENET,
)  # fmt: skip
ALL = (*BUILT, VOICE_WITH_NESTED_IF)
FOR_A_PERSON = {OCR_DETECTOR.name, OCR_RECOGNISER.name, OCR_CLASSIFIER_AS_SHIPPED.name, VOICE_WITH_NESTED_IF.name}
"""Their dimensions have no telling names, or one for two."""


@dataclass(frozen=True)
class Draft:
    home: Path
    drafted: Ended

    @property
    def package(self) -> Path:
        return self.home / "package"

    @property
    def text(self) -> str:
        return (self.package / "app.toml").read_text(encoding="utf-8")

    def vendor(self, *arguments: str | Path) -> Ended:
        return run(self.home, "builder", *arguments)

    def cells(self) -> dict[str, dict[str, Any]]:
        """What `check` says of each model, for one GPU generation."""
        ended = self.vendor("check", "--package", self.package, "--for", "8.9", "--json")
        assert ended.code == 1, ended.err
        checked = json.loads(ended.out)["models"]
        return {model["model"]: next(cell for cell in model["cells"] if cell["column"] == "8.9") for model in checked}


def run(home: Path, program: str, *arguments: str | Path) -> Ended:
    done = subprocess.run(
        [sys.executable, "-m", program, *map(str, arguments)], cwd=ROOT, env=environment(home),
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    return Ended(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    home = tmp_path_factory.mktemp("drafted")
    brought = home / "models"
    brought.mkdir()
    for model in ALL:
        shutil.copyfile(model.source, brought / f"{model.name}.onnx")
    app = ("--name", "Photo Studio", "--publisher", "Example Ltd", "--id", "com.example.photo-studio")
    return Draft(home, run(home, "builder", "new", home / "package", brought, *app))


def test_the_draft_has_every_model_and_is_valid(draft: Draft) -> None:
    assert draft.drafted.code == 0, draft.drafted.err
    assert {model.name for model in load_package(draft.package).models} == {model.name for model in ALL}


def test_what_could_not_be_known_is_marked_and_counted(draft: Draft) -> None:
    (counted,) = re.findall(rf"{len(ALL)} models; (\d+) things to decide", draft.drafted.out)
    assert draft.text.count("# decide: ") == int(counted)
    marked = {each.split('"', 2)[1] for each in draft.text.split("[[model]]")[1:] if "# decide: " in each}
    assert marked == FOR_A_PERSON


def test_whatever_the_library_can_build_builds_as_it_was_drafted(draft: Draft) -> None:
    cells = draft.cells()
    assert {name for name, cell in cells.items() if cell["state"] == "builds"} == {model.name for model in BUILT}
    refusal = cells[VOICE_WITH_NESTED_IF.name]["refusal"]
    assert "nested If operators" in refusal["message"]
    assert "without If operators" in refusal["way_out"]


def test_and_is_installed(draft: Draft) -> None:
    target = draft.home / "target"
    ended = run(draft.home, "installer", "install", "--quiet", "--package", draft.package, "--target", target)
    index = json.loads((target / "engines" / "engines.json").read_bytes())
    assert [engine["model"] for engine in index["failed"]] == [VOICE_WITH_NESTED_IF.name], ended.err
    assert {engine["model"] for engine in index["engines"]} == {model.name for model in BUILT}
