"""What `engine-builder diff` prints, of releases in every form in which a vendor may still have them."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from builder.base.quantities import Bytes
from builder.vendor import command_line
from builder.vendor.packaging.folder import write_sums
from builder.vendor.releases.status_line import status_line
from tests.support import runs
from tests.support.load import under_load
from tests.support.models import bf16_net, conv_net, deep_net, quantized_net
from tests.support.packages import APP, model_entry, small_package, write_manifest
from tests.support.payloads import write_files
from tests.support.program import ROOT, environment
from tests.support.waiting import wait_until

LIBRARY = "1.7.1.116"


def diff(capsys: pytest.CaptureFixture[str], *arguments: str | Path, code: int = 0) -> str:
    assert command_line.main(["diff", *map(str, arguments)]) == code
    captured = capsys.readouterr()
    return captured.err if code else captured.out


def diff_json(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> dict[str, Any]:
    return dict(json.loads(diff(capsys, *arguments, "--json")))


def release(folder: Path, version: str, *models: str, **top: Any) -> Path:
    return small_package(folder, *models, app=APP | {"version": version}, **top)


def wheel(name: str, version: str, tag: str, size: int) -> dict[str, Any]:
    file = f"tensorrt_rtx_cu13_{name}-{version}-{tag}.whl"
    return {"file": file, "size": size, "sha256": f"{abs(hash((file, size))):064x}"[:64]}


def wheels(version: str) -> dict[str, Any]:
    """`[library]` with the wheels of two systems, and on one of them of two Pythons."""
    linux, windows = "manylinux_2_28_x86_64", "win_amd64"
    return {
        "source": "wheels",
        "wheels": [
            wheel("bindings", version, f"cp311-none-{linux}", 1_000_000),
            wheel("bindings", version, f"cp312-none-{linux}", 1_100_000),
            wheel("bindings", version, f"cp311-none-{windows}", 900_000),
            wheel("libs", version, f"py3-none-{linux}", 90_000_000),
            wheel("libs", version, f"py3-none-{windows}", 80_000_000),
        ],
    }


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the library says is remembered here."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)


def test_the_whole_text_of_a_release_that_hurts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    release(tmp_path / "old", "1.0", "alpha", "beta", "gamma")
    new = tmp_path / "new"
    alpha, beta = (conv_net(new / f"models/{name}.onnx", channels=at) for name, at in (("alpha", 8), ("beta", 9)))
    delta = bf16_net(new / "delta.onnx")
    models = [
        model_entry(new, alpha),
        model_entry(new, beta, tf32=False),
        model_entry(new, delta, feature="Sky"),
    ]
    write_manifest(new, *models, app=APP | {"version": "1.1"})
    out = diff(capsys, tmp_path / "old", new, "--for", "sm75,sm86,sm89", "--old-library", LIBRARY)
    manifest = (new / "app.toml").stat().st_size
    total = manifest + sum(file.stat().st_size for file in (alpha, beta, delta))
    assert out == (
        "Test App 1.0 -> 1.1\n"
        "\n"
        "built again  beta   8.6, 8.9  ~1 second  ~2.1 MB  model[beta].tf32\n"
        "new          delta  8.6, 8.9  ~1 second  ~2.1 MB  model[delta]\n"
        "dropped      gamma  8.6, 8.9             ~2.1 MB  model[gamma]\n"
        "kept         alpha\n"
        "\n"
        "1.1 cannot be installed on 7.5 any more: TensorRT-RTX cannot build 'delta' for GeForce RTX 20, GTX 16 "
        "(compute capability 7.5): the model uses bf16, which needs compute capability 8.0 or newer.\n"
        "\n"
        "to build, per PC: ~1 second of one core; several engines are built at once\n"
        f"files that differ: 2 of 4, {manifest + 132} bytes of {Bytes(total)} "
        f"(other files {manifest} bytes, models 132 bytes)\n"
        "~ estimated, for one core of 2024; an engine counts as its model and 2 MiB, as in --plan\n"
    )


def test_many_models_that_are_kept_do_not_make_the_table_wide(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = [f"model-number-{number}" for number in range(9)]
    old = release(tmp_path / "old", "1.0", "alpha", *kept)
    new = release(tmp_path / "new", "1.1", "alpha", *kept)
    alpha, *others = (new / f"models/{name}.onnx" for name in ("alpha", *kept))
    models = [model_entry(new, alpha, tf32=False), *(model_entry(new, other) for other in others)]
    write_manifest(new, *models, app=APP | {"version": "1.1"})
    out = diff(capsys, old, new, "--for", "sm86", "--old-library", LIBRARY)
    assert "\nbuilt again  alpha  8.6  " in out
    assert f"\nkept         {', '.join(kept)}\n" in out


def test_a_release_that_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = release(tmp_path / "old", "1.0"), release(tmp_path / "new", "1.0.1")
    out = diff(capsys, old, new, "--old-library", LIBRARY)
    assert "\nNobody builds an engine again (2 models).\n" in out
    assert "built again" not in out
    assert "note: " not in out
    said = diff_json(capsys, old, new)
    assert [it["change"] for it in said["engines"]] == ["keep", "keep"]
    assert said["files"]["changed"] == ["app.toml"]
    assert said["files"]["bytes_to_get"] == (new / "app.toml").stat().st_size


def test_what_the_old_release_came_with_is_said_to_be_assumed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = release(tmp_path / "old", "1.0"), release(tmp_path / "new", "1.0.1")
    assert f"note: 1.0 is taken to have come with TensorRT-RTX {LIBRARY}, which" in diff(capsys, old, new)
    assert diff_json(capsys, old, new)["old"]["libraries"] == {"tensorrt-rtx": {"version": LIBRARY, "assumed": True}}
    out = diff(capsys, old, new, "--old-library", "1.6.0.12")
    assert f"TensorRT-RTX 1.6.0.12 -> {LIBRARY}\n" in out
    assert out.count("built again  ") == 2
    assert "is taken to have come" not in out


def test_wheels_name_their_version_and_are_downloaded_once_for_each_system(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = release(tmp_path / "old", "1.0", "alpha", library=wheels("1.6.0.12"))
    new = release(tmp_path / "new", "1.1", "alpha", library=wheels(LIBRARY))
    out = diff(capsys, old, new)
    assert "  library.wheels\n" in out
    assert "engine library to download: 91.1 MB on Linux, 80.9 MB on Windows" in out
    assert diff_json(capsys, old, old)["wheels_bytes"] == {}
    bundled = release(tmp_path / "bundled", "1.1", "alpha")
    assert {tuple(it["keys"]) for it in diff_json(capsys, old, bundled)["engines"]} == {("library.source",)}


def test_an_installation_stands_for_its_release(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = release(tmp_path / "new", "1.0", "alpha")
    target = tmp_path / "target"
    assert runs.install(tmp_path, new).code == 0
    shutil.rmtree(tmp_path / "home", ignore_errors=True)
    said = diff_json(capsys, target, new)
    assert [it["change"] for it in said["engines"]] == ["keep"]
    assert said["old"]["libraries"] == {"tensorrt-rtx": {"version": LIBRARY, "assumed": False}}
    index = target / "engines/engines.json"
    index.write_text(index.read_text().replace(LIBRARY, "1.6.0.12"))
    said = diff_json(capsys, target, new)
    assert {(it["change"], *it["keys"]) for it in said["engines"]} == {("rebuild", "library")}
    assert said["notes"] == []
    shutil.rmtree(target / ".engine-installer/package")
    assert "has no copy of its app package" in diff(capsys, target, new, code=66)


def test_what_was_packaged_stands_for_its_release(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = tmp_path / "made"
    release(made / "_internal/assets", "1.0", "alpha")
    new = release(tmp_path / "new", "1.1", "alpha")
    bill = {"components": [{"name": "tensorrt-rtx-cu13-bindings", "version": "1.6.0.12"}]}
    (made / "sbom.cdx.json").write_text(json.dumps(bill))
    assert f"TensorRT-RTX 1.6.0.12 -> {LIBRARY}\n" in diff(capsys, made, new)
    (made / "sbom.cdx.json").write_text("{}")
    assert "is taken to have come with" in diff(capsys, made, new)
    shutil.rmtree(made / "_internal/assets")
    assert "hint: Name the folder of an app.toml" in diff(capsys, made, new, code=66)


def test_files_of_two_packaged_programs_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for made, version in ((tmp_path / "old", "1.0"), (tmp_path / "new", "1.1")):
        release(made / "_internal/assets", version, "alpha")
        write_files(made, {"setup": version.encode(), "_internal/same": b"same", "sbom.cdx.json": b"{}"})
        write_sums(made)
    said = diff_json(capsys, tmp_path / "old", tmp_path / "new")["files"]
    assert said["changed"] == ["app.toml", "setup"]
    assert said["by_kind"]["the program"] == 3
    assert said["total"] == 5


def test_a_library_that_is_not_here_is_taken_to_be_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = release(tmp_path / "old", "1.0", "alpha", defaults={"backend": "tensorrt"})
    new = release(tmp_path / "new", "1.1", "alpha", defaults={"backend": "tensorrt", "optimization_level": 5})
    said = diff_json(capsys, old, new)
    (row,) = said["engines"]
    assert (row["change"], row["keys"], row["seconds"]) == ("rebuild", ["defaults.optimization_level"], None)
    assert row["gpus"] == ["7.5", "8.0", "8.6", "8.9", "12.0", "12.1"]
    assert "TensorRT is not installed here; it is taken to be the same in both releases" in said["notes"]
    assert "  unknown time  " in diff(capsys, old, new)


def test_two_applications_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = release(tmp_path / "old", "1.0")
    new = small_package(tmp_path / "new", app=APP | {"id": "com.example.other"})
    err = diff(capsys, old, new, code=64)
    assert "app.id is 'com.example.test' in OLD and 'com.example.other' in NEW" in err


def test_what_is_no_release_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = release(tmp_path / "new", "1.1")
    assert "has no app.toml" in (err := diff(capsys, tmp_path, new, code=66))
    assert "hint: Name the folder of an app.toml, one that 'engine-builder package' made" in err
    assert "'seven' is not a version" in diff(capsys, new, new, "--old-library", "seven", code=64)


def test_notes_on_versions_features_names_and_drivers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = conv_net(tmp_path / "old/alpha.onnx")
    old = write_manifest(tmp_path / "old", model_entry(tmp_path / "old", file, feature="Faces"))
    shutil.copytree(old, tmp_path / "new")
    new = write_manifest(tmp_path / "new", model_entry(tmp_path / "old", file, feature="Portraits"))
    assert diff_json(capsys, old, new, "--old-library", LIBRARY)["notes"] == [
        "both have the version 1.0: whatever looks for updates by version finds none",
        "users who had left out 'Faces' get alpha now: it no longer belongs to that feature",
    ]
    new = write_manifest(
        tmp_path / "new",
        model_entry(tmp_path / "old", file, name="beta"),
        app=APP | {"version": "0.9"},
        library=wheels("1.7.1.116"),
    )
    before = wheels("1.7.1.116")
    for it in before["wheels"]:
        it["file"] = it["file"].replace("cu13", "cu12")
    old = write_manifest(old, model_entry(old, file, feature="Faces"), library=before)
    assert diff_json(capsys, old, new)["notes"] == [
        "0.9 is older than 1.0: the installer warns users that it replaces a newer version",
        "the engine library needs driver 580 (Windows: 580) or newer from now on",
        "beta has the files that were alpha's: under its old name, users would keep the engine",
    ]


@pytest.mark.parametrize(
    ("net", "words"), [(conv_net, "all GPUs"), (bf16_net, "all but 7.5"), (quantized_net, "8.9, 12.0, 12.1")]
)
def test_gpus_are_named_briefly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], net: Callable[[Path], Path], words: str
) -> None:
    alpha, beta = conv_net(tmp_path / "alpha.onnx"), net(tmp_path / "beta.onnx")
    for folder, tf32 in (("old", True), ("new", False)):
        models = [model_entry(tmp_path, alpha), model_entry(tmp_path, beta, no_gpu="skip", tf32=tf32)]
        write_manifest(tmp_path / folder, *models)
        for file in (alpha, beta):
            shutil.copy(file, tmp_path / folder)
    assert f"built again  beta  {words}  " in diff(capsys, tmp_path / "old", tmp_path / "new")


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_it_can_be_cancelled_while_the_library_is_asked(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    deep_net(folder / "deep.onnx", layers=3000)
    write_manifest(folder, model_entry(folder, folder / "deep.onnx"))
    start = [sys.executable, "-m", "builder", "diff", str(folder), str(folder)]
    with subprocess.Popen(start, cwd=ROOT, env=environment(tmp_path), stderr=subprocess.PIPE, text=True) as process:
        wait_until(psutil.Process(process.pid).children, process)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=under_load(2))
    assert process.returncode == 130
    assert "cancelled" in err


def test_on_a_terminal_it_says_which_pc_is_next_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm")
    terminal, pipe = Terminal(), io.StringIO()
    for stream in (terminal, pipe):
        with status_line(stream) as tell:
            tell("8.6")
    assert terminal.getvalue() == "\r\x1b[Kplanning for 8.6\r\x1b[K"
    assert pipe.getvalue() == ""
