"""Features that are left out until they are asked for, and what `status` tells of each feature."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.package import load_package
from builder.base.cancellation import CancelToken
from builder.base.errors import PackageInvalid
from builder.building.machine import survey_machine
from builder.engines.options import EngineOptions
from installer.target.request import Request
from installer.wizard.assessment import assess
from installer.wizard.choices import Choices, with_features
from tests.support.in_process import main, user
from tests.support.models import conv_net
from tests.support.packages import APP, model_entry, write_manifest
from tests.support.program import Ended
from tests.support.quick_builds import Pc

FEATURES = {"core": None, "faces": "Faces", "sky": "Sky", "hair": "Hair"}


class Home:
    """A user; Sky and Hair of the application are on demand, unless a version says otherwise."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.target = folder, folder / "target"

    def package(self, version: str = "1.0", on_demand: Sequence[str] = ("Sky", "Hair")) -> Path:
        package = self.folder / "package"
        models = []
        for number, (name, feature) in enumerate(FEATURES.items()):
            values = ({"feature": feature} if feature else {}) | (
                {"strategy": "on-demand"} if feature in on_demand else {}
            )
            models.append(model_entry(package, conv_net(package / f"{name}.onnx", channels=8 + number), **values))
        return write_manifest(package, *models, app=APP | {"version": version})

    def run(self, command: str, *arguments: str | Path) -> Ended:
        with user(self.folder):
            log = () if command == "status" else ("--quiet", "--log", self.folder / "log")
            return main(command, *arguments, "--json", *log, "--target", self.target)

    def install(self, *options: str | Path, **version: Any) -> None:
        ended = self.run("install", "--package", self.package(**version), *options)
        assert ended.code == 0, ended.out + ended.err

    @property
    def index(self) -> dict[str, Any]:
        read: dict[str, Any] = json.loads((self.target / "engines/engines.json").read_text())
        return read

    @property
    def models(self) -> list[str]:
        return [engine["model"] for engine in self.index["engines"]]

    @property
    def chosen(self) -> tuple[list[str], list[str]]:
        """What engines.json remembers: features that are left out, and those that were asked for."""
        options = self.index["options"]
        return options["without"], options["wanted"]

    def available(self) -> dict[str, dict[str, Any]]:
        return {feature["feature"]: feature for feature in json.loads(self.run("status").out)["available"]}


@pytest.fixture
def home(pc: Pc) -> Home:
    return Home(pc.home)


def test_they_come_when_they_are_asked_for_and_stay_through_updates_and_repairs(home: Home) -> None:
    home.install()
    assert home.models == ["core", "faces"]
    assert home.chosen == ([], [])
    assert home.run("add", "Sky").code == 0
    assert home.models == ["core", "faces", "sky"]
    assert home.chosen == ([], ["Sky"])
    home.install(version="2.0")
    assert home.models == ["core", "faces", "sky"]
    assert home.run("repair").code == 0
    assert home.models == ["core", "faces", "sky"]
    assert home.run("remove", "Sky", "Faces").code == 0
    assert home.models == ["core"]
    assert home.chosen == (["Sky", "Faces"], [])
    assert home.run("add", "Faces", "Sky").code == 0
    assert home.models == ["core", "faces", "sky"]
    assert home.chosen == ([], ["Sky"])


def test_an_installation_can_ask_for_them(home: Home) -> None:
    home.install("--with", "Sky", "--without", "Faces")
    assert (home.models, home.chosen) == (["core", "sky"], (["Faces"], ["Sky"]))
    # What was asked for before stays, and a usual feature comes back.
    home.install("--with", "Hair,Faces")
    assert (home.models, home.chosen) == (["core", "faces", "sky", "hair"], ([], ["Sky", "Hair"]))
    home.install("--without", "Hair")
    assert (home.models, home.chosen) == (["core", "faces", "sky"], (["Hair"], ["Sky"]))
    home.install("--all-features")
    assert (home.models, home.chosen) == (["core", "faces", "sky", "hair"], ([], ["Sky", "Hair"]))


def test_an_answers_file_can_ask_for_them(home: Home) -> None:
    answers = home.folder / "answers.toml"
    saving = ("--plan", "--with", "Sky,Hair", "--save-answers", answers)
    assert home.run("install", "--package", home.package(), *saving).code == 0
    assert 'with = [\n    "Sky",\n    "Hair",\n]' in answers.read_text()
    home.install("--answers", answers)
    assert home.models == ["core", "faces", "sky", "hair"]


def test_a_feature_that_later_has_to_be_asked_for_stays_where_it_is(home: Home) -> None:
    home.install(on_demand=())
    home.install(version="2.0")
    assert home.models == ["core", "faces", "sky", "hair"]
    assert home.chosen == ([], ["Sky", "Hair"])
    home.install(version="3.0", on_demand=())
    assert home.chosen == ([], [])
    assert home.models == ["core", "faces", "sky", "hair"]


def test_what_contradicts_itself_or_is_unknown_is_refused(home: Home) -> None:
    package = home.package()
    ended = home.run("install", "--package", package, "--with", "Sky,Hair", "--without", "Hair")
    assert ended.code == 64
    assert ended.events[-1]["detail"] == "--with and --without both name 'Hair'."
    ended = home.run("install", "--package", package, "--with", "Moon")
    assert (ended.code, ended.events[-1]["detail"]) == (64, "Test App has no feature 'Moon'.")


def test_only_a_whole_feature_can_be_on_demand(home: Home) -> None:
    package = home.package()
    file = package / "app.toml"
    file.write_text(file.read_text().replace('"feature" = "Hair"', '"feature" = "Faces"'))
    with pytest.raises(PackageInvalid) as refused:
        load_package(package)
    (fault,) = refused.value.faults
    assert "'on-demand' for some models of the feature 'Faces' and not for others" in str(fault)


def test_status_tells_what_each_feature_takes(home: Home) -> None:
    home.install()
    available = home.available()
    assert list(available) == ["Faces", "Sky", "Hair"]
    sky, faces = available["Sky"], available["Faces"]
    assert (sky["installed"], sky["on_demand"], sky["models"]) == (False, True, ["sky"])
    assert (faces["installed"], faces["on_demand"], faces["models"]) == (True, False, ["faces"])
    assert sky["seconds"] > 0
    assert sky["mib"] > 0
    assert faces["mib"] == round(home.index["engines"][1]["size"] / (1 << 20), 1)
    assert (sky["download_mib"], sky["obstacle"]) == (None, None)
    with user(home.folder):
        text = main("status", "--target", home.target).out
    lines = [line.split() for line in text.splitlines()]
    assert ["feature", "installed", "to", "add"] in lines
    assert ["Faces", "yes", "-"] in lines
    assert any(line[:2] == ["Sky", "no"] and "MB" in line for line in lines)
    assert home.run("add", "Sky").code == 0
    assert home.available()["Sky"]["installed"]
    assert home.run("remove", "Sky").code == 0
    assert not home.available()["Sky"]["installed"]


def test_status_names_what_stands_in_the_way_of_a_feature(home: Home) -> None:
    package = home.package()
    file = package / "app.toml"
    file.write_text(file.read_text().replace('"strategy" = "on-demand"', '"strategy" = "on-demand"\n"no_gpu" = "skip"'))
    assert home.run("install", "--package", package).code == 0
    available = home.available()
    assert "no NVIDIA" in available["Sky"]["obstacle"]
    assert available["Faces"]["obstacle"] is None
    with user(home.folder):
        assert f"  {available['Sky']['obstacle']}" in main("status", "--target", home.target).out


def test_the_window_leaves_them_out_until_they_are_chosen(home: Home) -> None:
    def asked(choices: Choices) -> tuple[str, ...]:
        request = Request(package=home.package(), target=home.target)
        found = assess("install", choices.applied(request), CancelToken(), survey_machine)
        assert found.features == ("Faces", "Sky", "Hair")
        assert found.on_demand == ("Sky", "Hair")
        assert {offer.name for offer in found.offers} == set(found.features)
        assert all(offer.bytes for offer in found.offers)
        return found.left_out

    with user(home.folder):
        assert asked(Choices()) == ("Sky", "Hair")
        assert asked(Choices(without=("Faces", "Hair"), wanted=("Sky",))) == ("Faces", "Hair")
        assert asked(Choices(without=(), wanted=("Sky", "Hair"))) == ()
    home.install()
    with user(home.folder):
        request = Request(target=home.target, package=home.package())
        found = assess("install", request, CancelToken(), survey_machine)
        assert found.installed is not None
        assert (found.left_out, found.deed) == (("Sky", "Hair"), "install")
        changed = with_features(request, found.installed, ("Hair",))
        found = assess("install", changed, CancelToken(), survey_machine)
        assert (found.left_out, found.deed) == (("Hair",), "change")
        assert found.plan is not None
        assert [planned.model.name for planned in found.plan.build.to_build] == ["sky"]
        assert found.plan.build.options == EngineOptions(without=("Hair",), wanted=("Sky",))
