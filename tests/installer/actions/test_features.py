"""Features that are added to an installation and removed from it, while everything else stays as it is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.base.errors import BuildFailed, InvalidParameter
from builder.base.text import say
from builder.building.machine import Machine
from builder.building.plan import InstalledEngine
from builder.building.planner import make_plan
from builder.engines.index import AppEntry, EngineIndex, EngineRecord
from builder.engines.options import EngineOptions
from installer.actions.features import (
    AvailableFeature,
    available_features,
    check_features,
    left_out,
    with_every_feature,
    with_features,
)
from installer.target.request import Request
from tests.support import plans
from tests.support.in_process import main, user
from tests.support.models import conv_net
from tests.support.packages import APP, model_entry, write_manifest
from tests.support.payloads import folder_sha256, write_files
from tests.support.program import Ended, start
from tests.support.quick_builds import QuickWorkers, let_build

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


@pytest.fixture(scope="module", autouse=True)
def workers() -> Iterator[QuickWorkers]:
    """What builds in this process; runs in processes of their own have real ones."""
    with pytest.MonkeyPatch.context() as patch:
        quick = QuickWorkers()
        let_build(quick, patch)
        yield quick


@pytest.fixture
def fails(workers: QuickWorkers) -> Iterator[Callable[[str], None]]:
    """Lets a model fail to be built."""

    def fail(model: str) -> None:
        workers.failing[model] = BuildFailed(say("It cannot be built."))

    yield fail
    workers.failing.clear()


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


def test_what_could_not_be_built_changes_nothing_and_is_tried_again(
    tmp_path: Path, fails: Callable[[str], None]
) -> None:
    home = Home(tmp_path)
    core = conv_net(home.package / "core.onnx")
    sky = conv_net(home.package / "sky.onnx", channels=9)
    fails("sky")
    write_manifest(home.package, model_entry(home.package, core), model_entry(home.package, sky, feature="Sky"))
    assert home.run("install", "--package", home.package, "--without", "Sky").code == 0
    before, index = home.files(), home.index
    for _ in range(2):
        ended = home.run("add", "Sky")
        assert (ended.code, started(ended)) == (1, ["sky"])
        assert ended.events[-1]["name"] == "build_failed"
        assert (home.files(), home.index) == (before, index)


def test_of_several_features_none_is_added_where_one_cannot_be(tmp_path: Path, fails: Callable[[str], None]) -> None:
    home = Home(tmp_path)
    conv_net(home.package / "bad.onnx", channels=10)
    fails("bad")
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


# The choice itself.

ALL, SKY = ("Faces", "Sky"), ("Sky",)


def choice(
    *,
    on_demand: tuple[str, ...] = (),
    installed: tuple[str, ...] | None = None,
    without: tuple[str, ...] = (),
    wanted: tuple[str, ...] = (),
    given: EngineOptions | None = None,
    **asked: Any,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which features are left out and which are wanted besides, of an application that has Faces and Sky.

    Args:
        on_demand: those that are left out until they are asked for.
        installed: those that have engines; None where nothing is installed.
        without, wanted: what the installation was asked for.
        given: what this run is asked for.
        asked: other fields of its request.
    """
    strategies = {feature: {"strategy": "on-demand"} if feature in on_demand else {} for feature in ALL}
    manifest = plans.package(*({"feature": feature, **strategies[feature]} for feature in ALL)).manifest
    index = None
    if installed is not None:
        index = index_of(*installed, options=EngineOptions(without=without, wanted=wanted))
    options = with_features(Request(options=given or EngineOptions(), **asked), manifest, index).options
    return options.without, options.wanted


def index_of(*features: str, options: EngineOptions | None = None) -> EngineIndex:
    """What is installed: an engine for each of these features."""
    plan = make_plan(plans.package({}), plans.machine(plans.RTX_4070), [], EngineOptions())
    records = [plans.record_of(plan, model=f"m{ALL.index(feature)}", feature=feature) for feature in features]
    app = AppEntry(id="com.example.test", name="Test", version="1", package="/p")
    return EngineIndex(app=app, options=options or EngineOptions(), fingerprint="", engines=tuple(records))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (choice(), ((), ())),
        (choice(given=EngineOptions(without=SKY)), (SKY, ())),
        # As the installation has it, unless the run says otherwise.
        (choice(installed=("Faces",), without=SKY), (SKY, ())),
        (choice(installed=("Faces",), without=SKY, given=EngineOptions(without=("Faces",))), (("Faces",), ())),
        (choice(installed=("Faces",), without=SKY, all_features=True), ((), ())),
        # Added and removed.
        (choice(installed=("Faces",), without=SKY, add=SKY), ((), ())),
        (choice(installed=ALL, remove=SKY), (SKY, ())),
        (choice(installed=("Faces",), without=SKY, remove=("Faces",)), (("Sky", "Faces"), ())),
        (choice(installed=("Faces",), without=SKY, remove=SKY), (SKY, ())),
        # On demand: only where it is asked for, then to stay, also where an earlier version had it unasked.
        (choice(on_demand=SKY), ((), ())),
        (choice(on_demand=SKY, given=EngineOptions(wanted=SKY)), ((), SKY)),
        (choice(on_demand=SKY, all_features=True), ((), SKY)),
        (choice(on_demand=SKY, installed=ALL, wanted=SKY), ((), SKY)),
        (choice(on_demand=SKY, installed=ALL), ((), SKY)),
        (choice(on_demand=SKY, installed=("Faces",), add=SKY), ((), SKY)),
        (choice(on_demand=SKY, installed=ALL, wanted=SKY, remove=SKY), (SKY, ())),
        # What is installed as usual need not be wanted.
        (choice(installed=("Faces",), without=SKY, given=EngineOptions(wanted=SKY)), ((), ())),
        (choice(installed=ALL, wanted=SKY), ((), ())),
    ],
)
def test_features_are_as_asked_and_else_as_the_installation_has_them(found: object, expected: object) -> None:
    assert found == expected


def test_the_rest_of_a_request_stays_as_it_is() -> None:
    request = Request(jobs=3, options=EngineOptions(optimization_level=2), add=SKY)
    decided = with_features(request, plans.package({"feature": "Sky"}).manifest, None)
    assert (decided.jobs, decided.options.optimization_level, decided.add) == (3, 2, SKY)


def test_left_out_is_also_what_nobody_has_asked_for_yet() -> None:
    manifest = plans.package({"feature": "Faces"}, {"feature": "Sky", "strategy": "on-demand"}).manifest
    assert left_out(manifest, EngineOptions()) == ("Sky",)
    assert left_out(manifest, EngineOptions(without=("Faces", "Sky"))) == ("Faces", "Sky")
    assert left_out(manifest, EngineOptions(wanted=("Sky",))) == ()
    everything = with_every_feature(manifest, EngineOptions(without=("Faces",), optimization_level=2))
    assert left_out(manifest, everything) == ()
    assert everything.optimization_level == 2


def test_a_feature_of_an_earlier_version_may_still_be_named() -> None:
    package = plans.package({"feature": "Faces"})
    check_features(package, ("Faces",), None)
    for before in (EngineOptions(without=("Old",)), EngineOptions(wanted=("Old",))):
        check_features(package, ("Old",), index_of(options=before))
    with pytest.raises(InvalidParameter, match="no feature 'Old', 'Older'") as refused:
        check_features(package, ("Old", "Faces", "Older"), index_of())
    assert refused.value.hint == "Its features that can be left out: 'Faces'."
    with pytest.raises(InvalidParameter) as refused:
        check_features(plans.package({}), ("Old",), None)
    assert refused.value.hint == "It has no features that can be left out."


def available(*records: EngineRecord, machine: Machine | None = None, **defaults: Any) -> list[AvailableFeature]:
    """The features of an application: Faces with two models, and Sky."""
    sky = {"feature": "Sky", "strategy": "on-demand"}
    package = plans.package({"feature": "Faces"}, {"feature": "Faces"}, sky, {}, **defaults)
    installed = [InstalledEngine(record, "intact") for record in records]
    pc = machine or plans.machine(plans.RTX_4070)
    whole = make_plan(package, pc, installed, with_every_feature(package.manifest, EngineOptions()))
    app = AppEntry(id="com.example.test", name="Test", version="1", package="/p")
    return list(available_features(whole, EngineIndex(app=app, fingerprint="", engines=records)))


def engine(model: str, size: int) -> EngineRecord:
    """An engine that serves on the computer of `available`."""
    plan = make_plan(plans.package({}), plans.machine(plans.RTX_4070), [], EngineOptions())
    return plans.replace_gpu(plans.record_of(plan, model=model, size=size), plans.RTX_4070)


def test_a_feature_is_described_with_what_it_takes() -> None:
    faces, sky = available()
    assert (faces.name, faces.models, faces.installed, faces.on_demand) == ("Faces", ("m0", "m1"), False, False)
    assert (sky.name, sky.models, sky.installed, sky.on_demand) == ("Sky", ("m2",), False, True)
    assert faces.seconds == pytest.approx(2 * sky.seconds)
    assert faces.bytes == 2 * sky.bytes > 0
    assert (faces.download_bytes, sky.download_bytes) == (None, None)
    assert (faces.obstacle, sky.obstacle) == (None, None)
    assert sky.to_json() == {
        "feature": "Sky",
        "installed": False,
        "on_demand": True,
        "models": ["m2"],
        "seconds": round(sky.seconds, 1),
        "mib": round(sky.bytes / 1048576, 1),
        "download_mib": None,
        "obstacle": None,
    }


def test_a_feature_is_installed_when_each_of_its_models_has_an_engine() -> None:
    half, whole = available(engine("m0", 7 << 20))[0], available(engine("m0", 7 << 20), engine("m1", 5 << 20))[0]
    assert (half.installed, whole.installed) == (False, True)
    # Of what is there, the size is known.
    assert (whole.bytes, whole.to_json()["mib"]) == (12 << 20, 12.0)


@pytest.mark.parametrize("no_gpu", ["stop", "skip"])
def test_what_stands_in_the_way_of_a_feature_is_said(no_gpu: str) -> None:
    for feature in available(machine=plans.machine(plans.GTX_1080), no_gpu=no_gpu):
        assert feature.obstacle
        assert plans.GTX_1080.name in feature.obstacle
        assert feature.to_json()["obstacle"] == feature.obstacle
        assert (feature.seconds, feature.bytes) == (0, 0)
