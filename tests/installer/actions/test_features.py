"""Features that are added to an installation and removed from it, while everything else stays as it is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.in_process import main, user
from tests.support.models import conv_net, unsupported_net
from tests.support.packages import APP, model_entry, write_manifest
from tests.support.payloads import folder_sha256, write_files
from tests.support.program import Ended, start

FEATURES = {"core": None, "faces": "Faces", "hair": "Faces", "sky": "Sky"}


def package_of(folder: Path, version: str = "1.0", **top: Any) -> Path:
    """Four models, two of them of one feature, and files of the application; Sky has the ONNX file of `faces`."""
    write_files(folder / "app", {"studio": b"app", "data/one.txt": b"one"})
    files = {name: folder / f"{name}.onnx" for name in ("core", "faces", "hair")}
    for number, file in enumerate(files.values()):
        conv_net(file, channels=8 + number)
    files["sky"] = files["faces"]
    models = [
        model_entry(folder, file, name=name, **({"feature": feature} if (feature := FEATURES[name]) else {}))
        for name, file in files.items()
    ]
    payload = {"folder": "app", "sha256": folder_sha256(folder / "app")}
    return write_manifest(folder, *models, app=APP | {"version": version}, payload=payload, **top)


class Home:
    """A user with an installation; commands are about it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.package, self.target = folder, folder / "package", folder / "target"

    def run(self, command: str, *arguments: str | Path) -> Ended:
        with user(self.folder):
            return main(command, *arguments, "--quiet", "--json", "--target", self.target, "--log", self.folder / "log")

    def result(self, command: str, *arguments: str | Path) -> dict[str, Any]:
        result: dict[str, Any] = self.run(command, *arguments).events[-1]
        return result

    def install(self, *arguments: str | Path, **top: Any) -> None:
        ended = self.run("install", "--package", package_of(self.package, **top), *arguments)
        assert ended.code == 0, ended.out + ended.err

    @property
    def index(self) -> dict[str, Any]:
        read: dict[str, Any] = json.loads((self.target / "engines/engines.json").read_text())
        return read

    @property
    def models(self) -> list[str]:
        return [engine["model"] for engine in self.index["engines"]]

    def files(self) -> dict[str, tuple[bytes, int]]:
        """Every file of the target with its content and time, but for engines.json."""
        return {
            path.relative_to(self.target).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in self.target.rglob("*")
            if path.is_file() and path.name != "engines.json"
        }


def started(ended: Ended) -> list[str]:
    return [event["model"] for event in ended.events if event["event"] == "model_started"]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """An installation without Sky, which every test gets a copy of."""
    home = Home(tmp_path_factory.mktemp("home"))
    home.install("--without", "Sky")
    return home


@pytest.fixture
def home(installed: Home, tmp_path: Path) -> Iterator[Home]:
    """That installation in the place where it was made: engines.json and the desktop's list name that."""
    shutil.copytree(installed.folder, tmp_path / "before", symlinks=True)
    yield installed
    shutil.rmtree(installed.folder)
    shutil.copytree(tmp_path / "before", installed.folder, symlinks=True)


def test_a_feature_is_added_and_everything_else_stays(home: Home) -> None:
    before, engines = home.files(), home.index["engines"]
    ended = home.run("add", "Sky")
    assert (ended.code, started(ended)) == (0, ["sky"])
    assert home.models == ["core", "faces", "hair", "sky"]
    assert home.index["engines"][:3] == engines
    assert home.index["options"]["without"] == []
    (new,) = (file for file in home.files() if file not in before)
    assert new == f"engines/{home.index['engines'][3]['file']}"
    assert {file: there for file, there in home.files().items() if file != new} == before
    with user(home.folder):
        assert main("status", "--detect", "--target", home.target).code == 0


def test_a_feature_that_is_there_is_not_added_again(home: Home) -> None:
    before = home.files()
    ended = home.run("add", "Faces")
    assert (ended.code, started(ended)) == (0, [])
    assert ended.events[-1]["detail"] == "Everything is current; nothing was changed."
    assert home.files() == before


def test_a_feature_is_removed_and_what_others_share_stays(home: Home) -> None:
    """Sky's engine is of the very ONNX file that those of Faces are of, and its copy for repairs stays."""
    assert home.run("add", "Sky").code == 0
    before = home.files()
    result = home.result("remove", "Faces")
    assert (result["name"], result["detail"]) == ("ok", f"Removed 2 engines from {home.target / 'engines'}.")
    assert home.models == ["core", "sky"]
    assert home.index["options"]["without"] == ["Faces"]
    gone = before.keys() - home.files().keys()
    assert [file.rpartition("-")[0] for file in sorted(gone)] == ["engines/faces", "engines/hair"]
    assert home.files() == {file: there for file, there in before.items() if file not in gone}
    assert home.result("remove", "Faces")["detail"] == "Everything is current; nothing was changed."
    # Later runs keep the choice; what was kept for repairs is enough to take it back.
    shutil.rmtree(home.package)
    assert home.run("repair").code == 0
    assert home.models == ["core", "sky"]
    ended = home.run("add", "Faces")
    assert (ended.code, sorted(started(ended))) == (0, ["faces", "hair"])
    assert home.files().keys() == before.keys()


def test_several_features_at_once(home: Home) -> None:
    assert home.run("remove", "Faces", "Sky").code == 0
    assert home.models == ["core"]
    assert sorted(started(home.run("add", "Sky", "Faces", "Sky"))) == ["faces", "hair", "sky"]
    assert home.models == ["core", "faces", "hair", "sky"]


def test_plans_say_the_same_and_change_nothing(home: Home) -> None:
    before = home.files()
    added = json.loads(home.run("add", "Sky", "--plan").out)
    assert [(model["model"], model["action"]) for model in added["models"]] == [("sky", "build")]
    assert added["models"][0]["expected_seconds"] > 0
    removed = json.loads(home.run("remove", "Faces", "--plan").out)
    assert [(model["model"], model["action"]) for model in removed["models"]] == [("faces", "skip"), ("hair", "skip")]
    assert [engine["model"] for engine in removed["engines_to_remove"]] == ["faces", "hair"]
    assert home.files() == before


@pytest.mark.parametrize("command", ["add", "remove"])
@pytest.mark.parametrize("plan", [(), ("--plan",)], ids=["run", "plan"])
def test_a_feature_that_there_is_not_is_refused_with_those_that_there_are(
    home: Home, command: str, plan: tuple[str, ...]
) -> None:
    ended = home.run(command, "Faces", "Moon", *plan)
    said = ended.out + ended.err
    assert ended.code == 64
    assert "Test App has no feature 'Moon'." in said
    assert "Its features that can be left out: 'Faces', 'Sky'." in said


@pytest.mark.parametrize("command", ["add", "remove"])
def test_without_an_installation_there_is_nothing_to_change(home: Home, tmp_path: Path, command: str) -> None:
    with user(home.folder):
        ended = main(command, "Faces", "--quiet", "--json", "--target", tmp_path / "none", "--log", tmp_path / "log")
    assert (ended.code, ended.events[-1]["name"]) == (66, "not_installed")
    assert ended.events[-1]["hint"] == "Run 'engine-installer install' first."
    assert not (tmp_path / "none").exists()


def test_an_installation_that_is_damaged_is_repaired_first(home: Home) -> None:
    (home.target / "engines/engines.json").write_text("{")
    result = home.result("add", "Sky")
    assert (result["name"], result["hint"]) == ("not_installed", "Run 'engine-installer repair' first.")


def test_what_else_is_wrong_is_left_alone(home: Home) -> None:
    """An engine that is damaged, and files of the application that were changed or are gone: a repair is for these."""
    faces = next(engine["file"] for engine in home.index["engines"] if engine["model"] == "faces")
    engine = home.target / "engines" / faces
    engine.write_bytes(engine.read_bytes()[:-1] + b"?")
    (home.target / "studio").write_bytes(b"changed")
    (home.target / "data/one.txt").unlink()
    before, engines = home.files(), home.index["engines"]
    ended = home.run("add", "Sky")
    assert (ended.code, started(ended)) == (0, ["sky"]), ended.out
    assert home.index["engines"][:3] == engines
    assert {file: there for file, there in home.files().items() if file in before} == before
    assert home.run("remove", "Sky").code == 0
    assert home.files() == before
    assert home.index["engines"] == engines
    with user(home.folder):
        assert main("status", "--detect", "--target", home.target).code == 1


def test_a_version_that_is_no_longer_there_is_named(home: Home) -> None:
    home.install("--without", "Sky", version="1.0", maintenance={"keep_package": False})
    package_of(home.package, "2.0", maintenance={"keep_package": False})
    before = home.files()
    result = home.result("add", "Sky")
    assert result["name"] == "package_missing"
    assert result["detail"] == (f"The app package of Test App 1.0 is no longer there: {home.package} has version 2.0.")
    assert result["hint"] == "Specify the folder of the app package with --package."
    result = home.result("add", "Sky", "--package", home.package)
    assert result["name"] == "package_missing"
    assert result["detail"] == f"The app package in {home.package} is not the one that is installed."
    assert "update with 'engine-installer install'" in result["hint"]
    shutil.rmtree(home.package)
    result = home.result("remove", "Faces")
    assert result["name"] == "package_missing"
    assert result["detail"] == f"The app package of Test App is no longer at {home.package}."
    assert home.files() == before
    # Where it is now is enough.
    elsewhere = package_of(home.folder / "elsewhere", "1.0", maintenance={"keep_package": False})
    assert home.run("add", "Sky", "--package", elsewhere).code == 0
    assert home.models == ["core", "faces", "hair", "sky"]


def test_what_could_not_be_built_changes_nothing_and_is_tried_again(tmp_path: Path) -> None:
    home = Home(tmp_path)
    core = conv_net(home.package / "core.onnx")
    sky = unsupported_net(home.package / "sky.onnx")
    write_manifest(home.package, model_entry(home.package, core), model_entry(home.package, sky, feature="Sky"))
    assert home.run("install", "--package", home.package, "--without", "Sky").code == 0
    before, index = home.files(), home.index
    for _ in range(2):
        ended = home.run("add", "Sky")
        assert (ended.code, started(ended)) == (1, ["sky"])
        assert ended.events[-1]["name"] == "build_failed"
        assert (home.files(), home.index) == (before, index)


def test_of_several_features_none_is_added_where_one_cannot_be(tmp_path: Path) -> None:
    home = Home(tmp_path)
    unsupported_net(home.package / "bad.onnx")
    conv_net(home.package / "good.onnx")
    conv_net(home.package / "core.onnx", channels=9)
    models = [
        model_entry(home.package, home.package / f"{name}.onnx", **feature)
        for name, feature in (("core", {}), ("good", {"feature": "Good"}), ("bad", {"feature": "Bad"}))
    ]
    write_manifest(home.package, *models)
    assert home.run("install", "--package", home.package, "--without", "Good,Bad").code == 0
    before, index = home.files(), home.index
    assert home.result("add", "Good", "Bad")["name"] == "build_failed"
    assert (home.files(), home.index) == (before, index)


def test_answers_say_where_and_the_command_line_says_which(home: Home) -> None:
    answers = home.folder / "answers.toml"
    answers.write_text('schema = 1\ntarget = "target"\nwithout = ["Sky"]\nportable = true\njobs = 1\n')
    with user(home.folder):
        ended = main("add", "Sky", "--quiet", "--json", "--answers", answers)
    assert (ended.code, started(ended)) == (0, ["sky"]), ended.out
    assert home.index["options"]["without"] == []
    assert home.index["options"]["portable"] is False


def at_once(home: Home, *commands: tuple[str, ...]) -> list[tuple[dict[str, Any], list[str]]]:
    """Start all commands in processes of their own; gives the result of each, and which models it built."""
    options = ("--quiet", "--json", "--target", home.target)
    processes = [start(*command, *options, home=home.folder) for command in commands]
    ends = []
    for process in processes:
        out, err = process.communicate(timeout=120)
        assert b"Traceback" not in err
        ended = Ended(process.returncode, out.decode(), err.decode())
        assert ended.code == ended.events[-1]["code"]
        ends.append((ended.events[-1], started(ended)))
    return ends


def test_of_ten_at_once_one_builds_and_the_others_wait_or_end(home: Home) -> None:
    ends = at_once(home, *[("add", "Sky", "--wait")] * 5, *[("add", "Sky")] * 5)
    assert [result["name"] for result, _ in ends[:5]] == ["ok"] * 5
    assert {result["name"] for result, _ in ends[5:]} <= {"ok", "already_running"}
    assert [model for _, built in ends for model in built] == ["sky"]
    assert home.models == ["core", "faces", "hair", "sky"]
    assert home.index["options"]["without"] == []
    with user(home.folder):
        assert main("status", "--detect", "--target", home.target).code == 0


def test_changes_of_several_features_at_once_are_all_made(home: Home) -> None:
    ends = at_once(home, ("add", "Sky", "--wait"), ("remove", "Faces", "--wait"), ("repair", "--wait"))
    assert [result["name"] for result, _ in ends] == ["ok"] * 3
    assert home.models == ["core", "sky"]
    assert home.index["options"]["without"] == ["Faces"]


def test_other_installers_spellings(home: Home) -> None:
    with user(home.folder):
        ended = main("remove", "Faces", "/S", f"/D={home.target}", f"/LOG={home.folder / 'log'}")
    assert ended.code == 0, ended.err
    assert "to be removed, as nothing needs it any longer: faces, hair" in ended.out
    assert home.models == ["core"]
