"""What the pages of maintenance, repair and removal are told about an installation."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.base.cancellation import CancelToken
from builder.base.events import ModelFinished
from builder.building.machine import survey_machine
from builder.engines.options import EngineOptions
from builder.gpu.nvml import Gpu
from installer.actions.install import install, repair
from installer.target.request import Request
from installer.wizard.assessment import assess, brand_of
from installer.wizard.choices import with_features
from installer.wizard.findings import Change, LastingCaveat
from installer.wizard.inventory import program_name, volume_name
from tests.support import nvml, runs
from tests.support.installed import (
    FEATURES,
    OLD,
    RTX_3060,
    RTX_4070,
    edit_index,
    for_gpu,
    found_by,
    home,
    installed_once,
    machine,
    package_of,
    target,
    timed_while_busy,
)
from tests.support.models import conv_net, unsupported_net
from tests.support.packages import model_entry, small_package, write_manifest

__all__ = ["home", "installed_once", "target"]


def test_an_installation_that_is_as_it_should_be_has_nothing_to_repair(target: Path) -> None:
    found = found_by(target)
    assert found.nothing_to_do
    assert found.change is None
    there = found.installed
    assert there is not None
    assert (there.name, there.version) == ("Test App", "1.0")
    assert there.features == there.all_features == ("Upscaling", "Portrait retouch")
    receipt = json.loads((target / ".engine-installer/receipt.json").read_text())
    engines = json.loads((target / "engines/engines.json").read_text())["engines"]
    assert there.files == len(receipt["files"]) + 3
    assert there.bytes == sum(item["size"] for item in [*receipt["files"], *engines])
    assert there.scope == "current-user"
    app = found.app
    assert (app.name, app.version, app.publisher) == ("Test App", "1.0", "Example Ltd")
    assert (app.url, app.help_url, app.executable) == ("https://example.com/", "https://example.com/help", "studio")


def test_before_an_installation_there_is_none(tmp_path: Path) -> None:
    package = package_of(tmp_path / "package")
    found = found_by(tmp_path / "target", "install", machine(RTX_4070), package=package)
    assert (found.installed, found.is_update, found.change, found.nothing_to_do) == (None, False, None, False)
    assert found.app.name == "Test App"
    sizes = {name: (package / f"{name}.onnx").stat().st_size for name in FEATURES}
    upscaling, retouch = found.offers
    assert (upscaling.name, retouch.name) == ("Upscaling", "Portrait retouch")
    assert upscaling.bytes > sizes["alpha"] + sizes["beta"]
    assert (len(upscaling.missing), len(retouch.missing)) == (2, 1)
    assert list(found.features_of_models.values()).count("Upscaling") == 2
    assert found.room.needed > sum(sizes.values())
    assert found.room.free


def test_engines_are_listed_as_they_are_built(target: Path) -> None:
    """Those that are kept first, then the one that takes longest."""

    def slow(index: dict[str, Any]) -> None:
        for engine, seconds in zip(index["engines"], (1.0, 9.0, 5.0), strict=True):
            engine["seconds"] = seconds

    edit_index(target, slow)
    assert list(found_by(target, rebuild=True).features_of_models) == ["beta", "gamma", "alpha"]
    next((target / "engines").glob("gamma-*")).unlink()
    found = found_by(target)
    assert list(found.features_of_models) == ["alpha", "beta", "gamma"]
    assert [len(offer.missing) for offer in found.offers] == [0, 1]


def test_another_version_is_an_update_whatever_else_has_changed(tmp_path: Path, target: Path) -> None:
    app = {"id": "com.example.test", "name": "Test App", "publisher": "Example Ltd", "version": "2.0"}
    newer = package_of(tmp_path / "newer", app=app)
    found = found_by(target, "install", package=newer)
    assert found.is_update
    assert found.installed is not None
    assert found.installed.version == "1.0"
    assert found.app.version == "2.0"
    assert found.change is None
    assert not found_by(target, "install", package=tmp_path / "package").is_update


def test_another_card_is_told_from_another_library_and_driver(target: Path) -> None:
    edit_index(target, for_gpu(RTX_3060, driver_version="570.1"))
    found = found_by(target, pc=machine(RTX_4070, driver="580.1"))
    assert found.change == Change("gpu", RTX_3060.name, RTX_4070.name)
    assert not found.nothing_to_do
    # The engines would survive another driver.
    found = found_by(target, pc=machine(RTX_3060, driver="580.1"))
    assert (found.change, found.nothing_to_do) == (None, True)
    edit_index(target, lambda index: [engine.update(library_version="1.6.1.120") for engine in index["engines"]])
    # As files, engines of another version of the library are damaged ones: their headers say so.
    assert found_by(target, pc=machine(RTX_3060)).change == Change("engines", count=3)


def test_what_is_built_again_for_no_reason_of_its_own_may_come_with_another_driver(target: Path) -> None:
    edit_index(target, for_gpu(RTX_3060, driver_version="570.1"))
    found = found_by(target, pc=machine(RTX_3060, driver="580.1"), rebuild=True)
    assert found.change == Change("driver", "570.1", "580.1")
    assert found_by(target, pc=machine(RTX_3060, driver="570.1"), rebuild=True).change is None


def test_missing_and_damaged_files_are_counted(target: Path) -> None:
    engine = next((target / "engines").glob("alpha-*"))
    engine.write_bytes(engine.read_bytes()[:-1])
    found = found_by(target)
    assert found.change == Change("engines", count=1)
    assert found.installed is not None
    assert found.installed.features == ("Portrait retouch",)
    (target / "studio").unlink()
    assert found_by(target).change == Change("files", count=2)


def test_a_file_that_only_the_vendor_can_restore_is_missing_all_the_same(tmp_path: Path, target: Path) -> None:
    (tmp_path / "package").rename(tmp_path / "gone")
    (target / "data/one.txt").unlink()
    found = found_by(target)
    assert found.change == Change("files", count=1)
    assert not found.nothing_to_do


def test_an_engine_that_could_not_be_built_is_missing(tmp_path: Path) -> None:
    package = tmp_path / "package"
    good, bad = conv_net(package / "good.onnx"), unsupported_net(package / "bad.onnx")
    write_manifest(package, model_entry(package, good, feature="A"), model_entry(package, bad, feature="B"))
    assert runs.install(tmp_path, package).code == 1
    found = found_by(tmp_path / "target")
    assert found.change == Change("engines", count=1)
    assert found.installed is not None
    assert (found.installed.features, found.installed.all_features) == (("A",), ("A", "B"))


def test_a_registration_that_is_gone_is_something_to_do(tmp_path: Path, target: Path) -> None:
    (entry,) = (tmp_path / ".local/share/applications").iterdir()
    entry.unlink()
    assert not found_by(target).nothing_to_do


def test_engines_that_were_timed_while_the_card_was_in_use_are_remembered(target: Path) -> None:
    edit_index(target, timed_while_busy)
    pc = machine(RTX_4070)
    found = found_by(target, "install", pc)
    assert found.installed is not None
    assert found.installed.caveat == LastingCaveat("busy", ("Upscaling",), ("blender",))
    assert found.nothing_to_do
    again = found_by(target, pc=pc)
    assert again.change == Change("busy", count=1)
    assert not again.nothing_to_do


def test_what_was_timed_while_busy_is_improved_by_a_repair_in_the_same_process(
    tmp_path: Path, use: Callable[[nvml.Machine], None]
) -> None:
    """As the window does with *Improve now*, from the request of the installation that has just ended."""
    request = Request(package=small_package(tmp_path / "package", "alpha"), target=tmp_path / "target", if_busy="build")
    use(runs.IN_USE)
    list(install(request, survey_machine(), CancelToken()))
    found = assess("repair", request, CancelToken())
    assert found.change == Change("busy", count=1)
    assert found.installed is not None
    assert found.installed.caveat is not None
    assert found.installed.caveat.kind == "busy"
    use(runs.IDLE)
    events = list(repair(request, survey_machine(), CancelToken()))
    assert [event.outcome for event in events if isinstance(event, ModelFinished)] == ["built"]
    found = assess("repair", request, CancelToken())
    assert found.nothing_to_do
    assert found.installed is not None
    assert found.installed.caveat is None


@pytest.mark.parametrize("gpus", [(), (OLD,)])
def test_engines_that_no_card_here_runs_are_a_lasting_caveat(target: Path, gpus: tuple[Gpu, ...]) -> None:
    found = found_by(target, pc=machine(*gpus))
    assert found.installed is not None
    assert found.installed.caveat == LastingCaveat("no_gpu", ("Upscaling", "Portrait retouch"))
    assert found.nothing_to_do
    with_card = found_by(target, pc=machine(RTX_4070))
    assert with_card.installed is not None
    assert with_card.installed.caveat is None


def test_engines_for_other_computers_lack_nothing(target: Path) -> None:
    found = found_by(target, "install", options=EngineOptions(portable=True))
    assert found.installed is not None
    assert found.installed.caveat is None


def test_a_feature_without_engines_because_there_is_no_card_is_lacking_and_one_that_was_left_out_is_not(
    tmp_path: Path,
) -> None:
    package = package_of(tmp_path / "package", defaults={"no_gpu": "skip"})
    assert runs.install(tmp_path, package, "--without", "Upscaling").code == 0
    found = found_by(tmp_path / "target")
    assert found.installed is not None
    assert found.installed.caveat == LastingCaveat("no_gpu", ("Portrait retouch",))
    assert found.left_out == ("Upscaling",)


def test_what_the_installation_was_asked_for_is_known_without_a_card_that_is_gone(target: Path) -> None:
    edit_index(target, lambda index: index["options"].update(gpu=RTX_3060.uuid, optimization_level=2))
    for gpu, expected in ((RTX_3060, RTX_3060.uuid), (RTX_4070, None)):
        found = found_by(target, "install", machine(gpu))
        assert found.installed is not None
        assert (found.installed.options.gpu, found.installed.options.optimization_level) == (expected, 2)


def test_other_features_change_nothing_else(target: Path) -> None:
    edit_index(target, lambda index: index["options"].update(optimization_level=2, portable=True))
    found = found_by(target, "install")
    assert found.installed is not None
    asked = Request(target=target, wait=True)
    changed = with_features(asked, found.installed, ("Upscaling",))
    # Which of them have to be asked for at all, the run knows.
    expected = EngineOptions(portable=True, optimization_level=2, without=("Upscaling",), wanted=("Portrait retouch",))
    assert changed.options == expected
    assert (changed.target, changed.wait, changed.all_features) == (target, True, False)
    assert with_features(asked, found.installed, ()).all_features


def test_an_application_without_a_kept_package_is_known_from_its_receipt(target: Path) -> None:
    shutil.rmtree(target / ".engine-installer/package")
    for mode in ("repair", "uninstall"):
        # The package that came with this program is another application's.
        brand = brand_of(mode, Request(target=target))
        assert (brand.title, brand.publisher, brand.executable) == ("Test App 1.0", "Example Ltd", "studio")
        assert brand.icon is None


def test_a_kept_package_that_is_damaged_hides_no_name(target: Path) -> None:
    (target / ".engine-installer/package/app.toml").write_text("schema = 9")
    assert brand_of("uninstall", Request(target=target)).app.name == "Test App"


def test_a_removal_knows_the_application_without_its_package(tmp_path: Path, target: Path) -> None:
    (tmp_path / "package").rename(tmp_path / "gone")
    found = found_by(target, "uninstall")
    assert (found.app.publisher, found.app.help_url) == ("Example Ltd", "https://example.com/help")
    assert found.installed is not None
    assert found.installed.all_features == ("Upscaling", "Portrait retouch")
    assert found.room.free


@pytest.mark.parametrize(
    ("program", "name"),
    [
        ("blender (process 403, 1196 MiB)", "blender"),
        ("my (own) tool (process 7)", "my (own) tool"),
        ("process 7 (1196 MiB)", "process 7 (1196 MiB)"),
    ],
)
def test_programs_have_names(program: str, name: str) -> None:
    assert program_name(program) == name


def test_volumes_have_names_that_people_know(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import PureWindowsPath

    assert volume_name(PureWindowsPath("c:/Programs"), windows=True) == "drive C"
    assert volume_name(PureWindowsPath("//server/share/x"), windows=True) == r"\\server\share"
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) in (tmp_path / "usb", Path("/")))
    assert volume_name(tmp_path / "home/apps", windows=False) == "this disk"
    assert volume_name(tmp_path / "usb/apps", windows=False) == str(tmp_path / "usb")


def test_room_is_that_of_the_volume_of_a_folder_that_does_not_exist_yet(tmp_path: Path) -> None:
    found = found_by(tmp_path / "a/b", "install", package=package_of(tmp_path / "package"))
    assert found.room == replace(found.room, volume=volume_name(tmp_path, windows=False))
    assert found.room.free is not None
