from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.support.models import conv_net
from tests.support.packages import package_of, small_package
from tests.support.program import Ended, run


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    package = small_package(tmp_path / "package", "alpha", "beta")
    assert run("install", "--package", package, "--target", tmp_path / "target", home=tmp_path).code == 0
    return tmp_path


def status(home: Path, *options: str) -> Ended:
    return run("status", "--target", home / "target", *options, home=home)


def edit_index(home: Path, old: str, new: str) -> None:
    path = home / "target/engines/engines.json"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_a_fresh_installation_is_ready(installed: Path) -> None:
    ended = status(installed)
    assert ended.code == 0
    assert "ready: every engine is current" in ended.out
    report = json.loads(status(installed, "--json").out)
    assert report["state"] == "ready"
    assert [engine["verdict"] for engine in report["engines"]] == ["current", "current"]
    detected = status(installed, "--detect")
    assert (detected.code, detected.out) == (0, f"ready {report['fingerprint']}\n")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"8.6",', "", "built for compute capability 8.0, 8.9, 12.0, 12.1, but 8.6 is needed"),
        ('"tf32": true', '"tf32": false', "the settings have changed: tf32 true, was false"),
        ('"backend": "tensorrt-rtx"', '"backend": "tensorrt"', "built with TensorRT, but TensorRT-RTX must be used"),
    ],
)
def test_what_no_longer_fits_is_stale_with_the_reason(installed: Path, old: str, new: str, reason: str) -> None:
    edit_index(installed, old, new)
    if "8.6" in old:
        edit_index(installed, '"portable": true', '"portable": false')
    report = json.loads(status(installed, "--json").out)
    assert report["state"] == "stale"
    assert report["engines"][0]["reason"] == reason
    detected = status(installed, "--detect")
    assert (detected.code, detected.out, detected.err) == (1, "", "")
    assert "repair" in status(installed).out


def test_a_changed_model_is_stale(installed: Path) -> None:
    package = installed / "package"
    alpha = conv_net(package / "models/alpha.onnx", channels=13)
    package_of(package, alpha, package / "models/beta.onnx")
    # What was installed is what was installed; the changed package is compared when it is asked for.
    assert status(installed, "--detect").code == 0
    report = json.loads(status(installed, "--json", "--package", str(package)).out)
    assert report["engines"][0]["reason"] == "the model has changed"
    assert status(installed, "--detect", "--package", str(package)).code == 1


def test_a_missing_or_shortened_engine_is_seen_even_by_the_quick_look(installed: Path) -> None:
    first, second = sorted((installed / "target/engines").glob("*.engine"))
    second.write_bytes(second.read_bytes()[:-1])
    assert status(installed, "--detect").code == 1
    first.unlink()
    report = json.loads(status(installed, "--json").out)
    assert report["state"] == "incomplete"
    assert [engine["verdict"] for engine in report["engines"]] == ["missing", "damaged"]


def test_without_its_package_an_installation_is_still_judged(installed: Path) -> None:
    (installed / "package").rename(installed / "moved")
    assert "models and settings were not compared" not in status(installed).out
    shutil.rmtree(installed / "target/.engine-installer/package")
    ended = status(installed)
    assert "ready" in ended.out
    assert "models and settings were not compared" in ended.out
    assert status(installed, "--detect").code == 0
    edit_index(installed, '"library_version": "', '"library_version": "0.')
    assert status(installed, "--detect").code == 1


def test_nothing_installed_is_absent(tmp_path: Path) -> None:
    assert json.loads(status(tmp_path, "--json").out)["state"] == "absent"
    assert status(tmp_path).code == 66
    detected = status(tmp_path, "--detect")
    assert (detected.code, detected.out) == (1, "")
    assert not (tmp_path / "target").exists()


def test_without_a_target_the_applications_own_folder_is_meant(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    assert run("install", "--quiet", "--package", package, home=tmp_path).code == 0
    (index,) = tmp_path.rglob("engines.json")
    assert "com.example.test" in index.parts
    assert run("status", "--package", package, "--detect", home=tmp_path).code == 0
