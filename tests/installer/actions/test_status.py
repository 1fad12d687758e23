from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from builder.base.files import sha256_of
from builder.engines import store
from tests.support import program
from tests.support.in_process import main, run, user
from tests.support.models import conv_net
from tests.support.packages import package_of, small_package
from tests.support.program import Ended
from tests.support.quick_builds import Pc


@pytest.fixture
def installed(pc: Pc) -> Path:
    """A home without a graphics card, in which two engines are installed."""
    package = small_package(pc.package, "alpha", "beta")
    assert run("install", "--package", package, "--target", pc.target, home=pc.home).code == 0
    return pc.home


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
    # Not "every supported GPU": those of 7.5 are supported as well, by engines of their own.
    assert re.search(
        r"^alpha +compute capability 8\.0, .* and newer +every supported GPU +current", ended.out, re.MULTILINE
    )
    # The table says it, and once is enough.
    assert ended.out.count("alpha") == 1
    report = json.loads(status(installed, "--json").out)
    assert report["state"] == "ready"
    assert [engine["verdict"] for engine in report["engines"]] == ["current", "current"]
    detected = status(installed, "--detect")
    assert (detected.code, detected.out) == (0, f"ready {report['fingerprint']}\n")


def test_whether_results_were_checked_is_said_below_an_engine(installed: Path) -> None:
    assert "its results" not in status(installed).out
    edit_index(installed, '"answers": null', '"answers": {"state": "unchecked", "reason": "No GPU can {run} it."}')
    assert status(installed).out.count("\n  its results were not checked: No GPU can {run} it\n") == 2
    edit_index(installed, '"unchecked", ', '"right", "gpu": "RTX 4070", "tried": ["y is 0"], ')
    assert "\n  its results are right on RTX 4070; other ways gave wrong results: y is 0\n" in status(installed).out


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


def flip(path: Path, place: int = 100) -> None:
    """Change one bit of a file near its end, which leaves its size as it is."""
    content = bytearray(path.read_bytes())
    content[-place] ^= 1
    path.write_bytes(content)


def engine_of(home: Path, model: str) -> Path:
    (path,) = (home / "target/engines").glob(f"{model}-*.engine")
    return path


def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are hashed from now on."""
    names: list[str] = []
    original = sha256_of

    def noting(path: Path, *rest: Any) -> str:
        names.append(path.name)
        return original(path, *rest)

    monkeypatch.setattr(store, "sha256_of", noting)
    return names


def test_detection_notices_a_change_of_the_same_size_and_reads_nothing_when_there_is_none(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    detect = ("status", "--detect", "--target", installed / "target")
    alpha, beta = engine_of(installed, "alpha"), engine_of(installed, "beta")
    with user(installed):
        names = hashed(monkeypatch)
        assert (main(*detect).code, names) == (0, [])
        os.utime(beta)  # as a backup that was played back does: it is what it was
        assert (main(*detect).code, names) == (0, [beta.name])
        flip(alpha)
        assert (main(*detect).code, names[1:]) == (1, [alpha.name, beta.name])
        # A repair restores the one and notes the time of the other, after which nothing is read again.
        assert main("repair", "--quiet", "--target", installed / "target", "--log", installed / "log").code == 0
        names.clear()
        assert (main(*detect).code, names) == (0, [])


def test_detection_notices_what_was_written_or_put_into_the_place_of_an_engine(installed: Path) -> None:
    detect = ("status", "--detect", "--target", installed / "target")
    alpha, beta = engine_of(installed, "alpha"), engine_of(installed, "beta")
    with user(installed):
        content, times = beta.read_bytes(), beta.stat()
        for place in (1, 100, len(content) // 2):
            flip(beta, place)
            assert main(*detect).code == 1
            flip(beta, place)
            assert main(*detect).code == 0
        other = installed / "other"
        other.write_bytes(content[:-1] + b"\0" if content[-1] else content[:-1] + b"\1")
        os.utime(other, (times.st_atime, times.st_mtime - 3600))  # it may be older than the engine
        other.replace(beta)
        assert main(*detect).code == 1
        assert re.search("^beta .* damaged ", main("status", "--target", installed / "target").out, re.MULTILINE)
    assert alpha.exists()


def test_detection_loads_only_what_it_needs(installed: Path) -> None:
    detect, env = ("status", "--target", installed / "target", "--detect"), {"PYTHONPROFILEIMPORTTIME": "1"}
    ended = program.run(*detect, home=installed, env=env)
    assert ended.code == 0
    loaded = {line.rpartition("|")[2].strip() for line in ended.err.splitlines() if line.startswith("import time:")}
    assert "installer.actions.status" in loaded
    for_others = {
        *("builder.building.preflight", "builder.building.scheduler", "builder.building.target_questions"),
        *("builder.building.worker_process", "builder.library.download", "installer.actions.install"),
        *("installer.command_line.rendering", "installer.command_line.run", "asyncio", "filelock", "http.client"),
        *("multiprocessing", "numpy", "onnx", "psutil", "PySide6", "rich", "ssl"),
    }
    assert not loaded & for_others
    # Each costs about a millisecond; what is needed for more has its import in the function that needs it.
    assert len([name for name in loaded if name.partition(".")[0] in ("builder", "installer")]) <= 109
    assert len(loaded) <= 400


def test_an_index_without_times_is_looked_at_as_before(installed: Path) -> None:
    index = json.loads((installed / "target/engines/engines.json").read_text())
    times = [engine.pop("modified_us") for engine in index["engines"]]
    files = [engine_of(installed, name).stat() for name in ("alpha", "beta")]
    assert times == [status.st_mtime_ns // 1000 for status in files]
    (installed / "target/engines/engines.json").write_text(json.dumps(index))
    assert status(installed, "--detect").code == 0
    # A repair adds them.
    assert run("repair", "--quiet", "--target", installed / "target", home=installed).code == 0
    index = json.loads((installed / "target/engines/engines.json").read_text())
    assert [engine["modified_us"] for engine in index["engines"]] == times


def test_an_installation_that_is_current_needs_no_new_times(installed: Path) -> None:
    os.utime(engine_of(installed, "alpha"))
    before = (installed / "target/engines/engines.json").read_bytes()
    ended = run(
        "install", "--quiet", "--package", installed / "package", "--target", installed / "target", home=installed
    )
    assert "nothing was changed" in ended.out
    assert (installed / "target/engines/engines.json").read_bytes() == before
