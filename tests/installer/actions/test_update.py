"""Another version over an installed one: what was left out stays out, and what goes or gets older is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.in_process import main, user
from tests.support.models import conv_net
from tests.support.packages import APP, model_entry, write_manifest
from tests.support.program import Ended

MODELS = {"core": None, "faces": "Faces", "hands": "Hands", "gone": None}


def version(folder: Path, number: str, *names: str, **features: str) -> Path:
    """A package of some of the models; `features` may give them others than usual."""
    entries = []
    for name in names:
        file = folder / f"{name}.onnx"
        if not file.exists():
            conv_net(file, channels=8 + len(name))
        feature = features.get(name, MODELS.get(name))
        entries.append(model_entry(folder, file, **({"feature": feature} if feature else {})))
    return write_manifest(folder, *entries, app=APP | {"version": number})


class Home:
    """A user who has version 2.0 without the feature Faces."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.target = folder / "target"

    def run(self, command: str, *options: str | Path, number: str = "3.0", **features: str) -> Ended:
        names = [name for name in MODELS if name != "gone"]
        names += [name for name in features if name not in names]
        package = version(self.folder / "new", number, *names, **features)
        with user(self.folder):
            return main(command, "--package", package, "--target", self.target, "--log", self.folder / "log", *options)

    def plan(self, *options: str, command: str = "install", number: str = "3.0", **features: str) -> dict[str, Any]:
        ended = self.run(command, "--plan", "--json", *options, number=number, **features)
        assert ended.code == 0, ended.err
        plan: dict[str, Any] = json.loads(ended.out)
        return plan

    def index(self) -> dict[str, Any]:
        read: dict[str, Any] = json.loads((self.target / "engines/engines.json").read_text())
        return read


def actions(plan: dict[str, Any]) -> dict[str, str]:
    return {planned["model"]: planned["action"] for planned in plan["models"]}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    folder = tmp_path_factory.mktemp("home")
    package = version(folder / "old", "2.0", *MODELS)
    with user(folder):
        ended = main("install", "--quiet", "--package", package, "--target", folder / "target", "--without", "Faces")
    assert ended.code == 0, ended.err
    return Home(folder)


@pytest.mark.parametrize(
    ("options", "faces", "hands"),
    [
        ((), "skip", "keep"),
        (("--without", "Hands"), "build", "skip"),
        (("--without", "Faces,Hands"), "skip", "skip"),
        (("--all-features",), "build", "keep"),
        (("--jobs", "1"), "skip", "keep"),
        (("--portable",), "skip", "keep"),
    ],
)
@pytest.mark.parametrize("command", ["install", "repair"])
def test_features_stay_left_out_unless_the_run_says_which(
    home: Home, command: str, options: tuple[str, ...], faces: str, hands: str
) -> None:
    planned = actions(home.plan(*options, command=command))
    assert (planned["faces"], planned["hands"]) == (faces, hands)


def test_a_feature_that_is_new_is_installed(home: Home) -> None:
    assert actions(home.plan(feet="Feet"))["feet"] == "build"


def test_a_model_that_moves_to_the_feature_that_was_left_out_goes(home: Home) -> None:
    plan = home.plan(core="Faces")
    assert actions(plan)["core"] == "skip"
    assert {engine["model"] for engine in plan["engines_to_remove"]} == {"core", "gone"}


def test_all_features_contradicts_features_that_are_left_out(home: Home) -> None:
    ended = home.run("install", "--quiet", "--all-features", "--without", "Hands")
    assert ended.code != 0
    assert "--all-features installs every feature, and --without leaves some out." in ended.err


@pytest.mark.parametrize(
    ("answers", "faces"), [("all-features = true", "build"), ("without = []", "build"), ("jobs = 2", "skip")]
)
def test_an_answers_file_can_bring_features_back(home: Home, answers: str, faces: str) -> None:
    file = home.folder / "answers.toml"
    file.write_text(f"schema = 1\n{answers}\n")
    assert actions(home.plan("--answers", str(file)))["faces"] == faces


def test_an_engine_that_goes_is_named(home: Home) -> None:
    plan = home.plan()
    (removed,) = plan["engines_to_remove"]
    assert (removed["model"], removed["gpu"]) == ("gone", None)
    assert removed["file"].startswith("gone-")
    assert "Engines to remove: gone." in home.run("install", "--plan").out
    both = home.run("install", "--plan", "--without", "Hands").out
    assert "Engines to remove: hands, gone." in both


@pytest.mark.parametrize(("number", "said"), [("1.9", True), ("2.0-rc.1", True), ("2.0", False), ("2.0.1", False)])
def test_a_downgrade_is_said(home: Home, number: str, said: bool) -> None:
    plan = home.plan(number=number)
    message = f"Version {number} replaces the newer version 2.0."
    assert plan["installed_version"] == "2.0"
    assert plan["downgrade"] == (message if said else None)
    assert (f"warning: {message}" in home.run("install", "--plan", number=number).out) is said


def test_what_a_run_does_is_what_its_plan_says(home: Home) -> None:
    """Last in this module: it changes the installation."""
    ended = home.run("install", "--quiet", number="1.5")
    assert ended.code == 0, ended.err
    assert "warning: Version 1.5 replaces the newer version 2.0." in ended.err
    assert "to be removed, as nothing needs it any longer: gone" in ended.out
    index = home.index()
    assert [engine["model"] for engine in index["engines"]] == ["core", "hands"]
    assert index["options"]["without"] == ["Faces"]
    assert index["app"]["version"] == "1.5"
    # The next one remembers as well, and everything can be had again.
    assert "Everything is current; nothing was changed." in home.run("install", "--quiet", number="1.5").out
    assert home.run("install", "--quiet", "--all-features", number="1.5").code == 0
    assert [engine["model"] for engine in home.index()["engines"]] == ["core", "faces", "hands"]
    assert home.index()["options"]["without"] == []
