"""Every kind of bad input: its own exit code, message and hint, and nothing left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import onnx
import pytest

from tests.support.models import conv_net, deep_net, net_with_external_data, shapeless_net, unsupported_net
from tests.support.packages import model_entry, package_of, small_package, write_manifest
from tests.support.program import Ended, command, environment, run, start
from tests.support.system import without_capabilities

Make = Callable[[Path], Any]


def no_manifest(folder: Path) -> None:
    folder.mkdir()


def broken_toml(folder: Path) -> None:
    small_package(folder)
    (folder / "app.toml").write_text("schema = 1\n[app\n")


def unknown_key(folder: Path) -> None:
    small_package(folder, colour="red")


def missing_onnx(folder: Path) -> None:
    (small_package(folder, "alpha") / "models/alpha.onnx").unlink()


def wrong_hash(folder: Path) -> None:
    conv_net(small_package(folder, "alpha") / "models/alpha.onnx", channels=20)


def empty_onnx(folder: Path) -> None:
    file = conv_net(folder / "net.onnx")
    file.write_bytes(b"")
    package_of(folder, file)


def truncated_onnx(folder: Path) -> None:
    file = conv_net(folder / "net.onnx")
    file.write_bytes(file.read_bytes()[:-100])
    package_of(folder, file)


def text_instead_of_onnx(folder: Path) -> None:
    file = conv_net(folder / "net.onnx")
    file.write_text("This is a page that says that the download failed.\n")
    package_of(folder, file)


def page_instead_of_onnx(folder: Path) -> None:
    file = conv_net(folder / "net.onnx")
    file.write_text("<!DOCTYPE html><html><body>404</body></html>")
    package_of(folder, file)


def bytes_with_external_weights(folder: Path) -> None:
    file = net_with_external_data(folder / "net.onnx")
    listed = [{"file": "weights.bin", "sha256": model_entry(folder, folder / "weights.bin")["sha256"]}]
    file.write_bytes(b"not a model\0")
    package_of(folder, file, external_data=listed)


def external_weights_of_wrong_size(folder: Path) -> None:
    file = net_with_external_data(folder / "net.onnx")
    model = onnx.load(file, load_external_data=False)
    for entry in model.graph.initializer[0].external_data:
        if entry.key == "length":
            entry.value = "16"
    file.write_bytes(model.SerializeToString())
    listed = [{"file": "weights.bin", "sha256": model_entry(folder, folder / "weights.bin")["sha256"]}]
    package_of(folder, file, external_data=listed)


def input_without_shape(folder: Path) -> None:
    package_of(folder, shapeless_net(folder / "net.onnx"))


def endless_number(folder: Path) -> None:
    small_package(folder)
    (folder / "app.toml").write_text("schema = " + "1" * 5000)


def endless_nesting(folder: Path) -> None:
    small_package(folder)
    (folder / "app.toml").write_text("schema = " + "[" * 3000 + "]" * 3000)


def loop_of_links(folder: Path) -> None:
    folder.mkdir()
    (folder / "a").symlink_to("b")
    (folder / "b").symlink_to("a")
    write_manifest(folder, {"name": "a", "onnx": "a/net.onnx"})


def enormous_dimension(folder: Path) -> None:
    shapes = {"min": [1, 3, 64, 64], "opt": [1, 3, 64, 64], "max": [1, 3, 64, 10**30]}
    package_of(folder, conv_net(folder / "net.onnx", (1, 3, "height", "width")), profile=[{"image": shapes}])


def unsupported_operator(folder: Path) -> None:
    package_of(folder, unsupported_net(folder / "net.onnx"))


def dynamic_without_profile(folder: Path) -> None:
    package_of(folder, conv_net(folder / "net.onnx", (1, 3, "height", "width")))


def profile_out_of_order(folder: Path) -> None:
    shapes = {"min": [1, 3, 64, 64], "opt": [1, 3, 32, 64], "max": [1, 3, 64, 64]}
    package_of(folder, conv_net(folder / "net.onnx", (1, 3, "height", "width")), profile=[{"image": shapes}])


def profile_of_wrong_shape(folder: Path) -> None:
    shapes = {"min": [1, 4, 64, 64], "opt": [1, 4, 64, 64], "max": [1, 4, 64, 64]}
    file = conv_net(folder / "net.onnx", (1, 3, "height", "width"))
    package_of(folder, file, profile=[{"image": shapes, "picture": shapes}])


def external_weights_missing(folder: Path) -> None:
    file = net_with_external_data(folder / "net.onnx")
    (folder / "weights.bin").unlink()
    package_of(folder, file)


def external_weights_unlisted(folder: Path) -> None:
    package_of(folder, net_with_external_data(folder / "net.onnx"))


def external_weights_too_short(folder: Path) -> None:
    file = net_with_external_data(folder / "net.onnx")
    weights = folder / "weights.bin"
    weights.write_bytes(weights.read_bytes()[:-64])
    listed = [{"file": "weights.bin", "sha256": model_entry(folder, weights)["sha256"]}]
    package_of(folder, file, external_data=listed)


def workspace_too_small(folder: Path) -> None:
    file = conv_net(folder / "net.onnx", (1, 3, 512, 512), channels=32)
    package_of(folder, file, workspace_mib=1)


def wrong_precision(folder: Path) -> None:
    package_of(folder, conv_net(folder / "net.onnx"), precision="fp16")


def wrong_format(folder: Path) -> None:
    package_of(folder, conv_net(folder / "net.onnx"), input_formats={"image": "fp16:chw", "picture": "fp32:chw"})


def unsupported_format(folder: Path) -> None:
    package_of(folder, conv_net(folder / "net.onnx"), input_formats={"image": "fp32:hwc8"})


def setting_of_the_other_library(folder: Path) -> None:
    package_of(folder, conv_net(folder / "net.onnx"), heuristic=True, version_compatible=True)


def stop_without_gpu(folder: Path) -> None:
    package_of(folder, conv_net(folder / "net.onnx"), no_gpu="stop")


@pytest.mark.parametrize(
    ("make", "code", "message", "hint"),
    [
        (no_manifest, 66, "There is no app package", "--package"),
        (broken_toml, 65, "valid TOML", "Fix the problems"),
        (unknown_key, 65, "app.toml: colour: found an unknown key", "Fix the problems"),
        (missing_onnx, 65, "onnx: found 'models/alpha.onnx', which does not exist", "Fix the problems"),
        (wrong_hash, 65, "sha256: found", "Fix the problems"),
        (empty_onnx, 65, "onnx: found 'net.onnx', which is an empty file", "Fix the problems"),
        (truncated_onnx, 65, "may be cut off or damaged", "Export the model again"),
        (text_instead_of_onnx, 65, "which is a text file that begins with 'This is a page", "Fix the problems"),
        (page_instead_of_onnx, 65, "onnx: found 'net.onnx', which is an HTML page", "Fix the problems"),
        (bytes_with_external_weights, 65, "net.onnx of the model 'net' is not a", "Export the model again"),
        (external_weights_of_wrong_size, 65, "weights of the model 'net' do not fit: 16 bytes of", "Export the model"),
        (input_without_shape, 65, "does not declare the shape of its input 'image'", "Export the model with shapes"),
        (endless_number, 65, "a value that cannot be read", "Fix the problems"),
        (endless_nesting, 65, "app.toml: found", "Fix the problems"),
        (loop_of_links, 65, "app.toml, model 'a': onnx: found", "Fix the problems"),
        (enormous_dimension, 65, "profile[0].image.max[3]: found", "Fix the problems"),
        (unsupported_operator, 1, "does not support: Frobnicate (node '/head/Frobnicate')", "Export the model without"),
        (
            dynamic_without_profile,
            65,
            "profile for the input 'image' (fp32 1x3x?x?), whose dimensions 2 ('height')",
            "Fix the problems",
        ),
        (profile_out_of_order, 65, "profile[0].image: found", "Fix the problems"),
        (profile_of_wrong_shape, 65, "[4, 4, 4] in dimension 1; expected 3, which is fixed in the model", "Fix the"),
        (external_weights_missing, 65, "'weights.bin', which is missing from the app package", "external_data"),
        (external_weights_unlisted, 65, "'weights.bin', which app.toml does not list", "external_data"),
        (external_weights_too_short, 65, "weights of the model 'net' are too short", "Export the model again"),
        (workspace_too_small, 1, "The workspace is too small", "Raise workspace_mib"),
        (wrong_precision, 65, "precision: found 'fp16'; expected what the ONNX holds: fp32", "Fix the problems"),
        (wrong_format, 65, "input_formats.picture: found an unknown name; expected one of 'image'", "Fix the problems"),
        (unsupported_format, 1, "An input or output cannot have that format", "Choose another layout"),
        (setting_of_the_other_library, 65, "TensorRT-RTX cannot honour these settings", "tensorrt = {"),
        (stop_without_gpu, 69, "needs a supported NVIDIA GPU, but no NVIDIA driver is installed", "--portable"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_bad_packages_are_refused_with_reason_and_leave_nothing(
    tmp_path: Path, make: Make, code: int, message: str, hint: str
) -> None:
    package, target, log = tmp_path / "package", tmp_path / "target", tmp_path / "run.log"
    make(package)
    ended = run("install", "--quiet", "--package", package, "--target", target, "--log", log, home=tmp_path)
    assert ended.code == code
    assert message in ended.err
    assert hint in ended.err.partition("hint: ")[2]
    assert f"log: {log}" in ended.err
    assert "Traceback" not in ended.err
    assert not target.exists()
    assert log.read_text().splitlines()[-1].startswith(f"RESULT code={code} name=")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("instal",),
        ("install", "--unknown"),
        ("install", "--jobs", "0"),
        ("install", "--for", "sm8x"),
        ("install", "--backend", "cuda"),
        ("install", "--optimization-level", "6"),
        ("install", "--heuristic", "--optimization-level", "4"),
        ("install", "--target", ""),
        ("status", "--jobs", "2"),
    ],
)
def test_a_bad_command_line_is_refused_before_anything_starts(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ended = run(*arguments, home=tmp_path)
    assert ended.code == 64
    assert ended.out == ""
    assert "Traceback" not in ended.err


def test_a_bad_command_line_is_also_a_result_event(tmp_path: Path) -> None:
    ended = run("install", "--progress", "jsonl", "--jobs", "none", home=tmp_path)
    assert ended.code == 64
    (event,) = ended.events
    assert (event["event"], event["code"], event["name"]) == ("result", 64, "invalid_parameter")
    assert "'none' is not a number" in event["detail"]


def test_what_the_command_line_asks_for_and_the_library_cannot_do_is_refused(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    for option in (["--heuristic"], ["--for", "sm90"]):
        ended = run("install", *option, "--package", package, "--target", tmp_path / "t", home=tmp_path)
        assert ended.code == 64
        assert "TensorRT-RTX cannot honour what was asked for" in ended.err
    ended = run("install", "--backend", "tensorrt", "--package", package, "--target", tmp_path / "t", home=tmp_path)
    assert ended.code == 69
    assert "TensorRT is not installed" in ended.err


def test_a_log_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    package = small_package(tmp_path / "package", "alpha")
    log = tmp_path / "file" / "run.log"
    ended = run("install", "--package", package, "--target", tmp_path / "t", "--log", log, home=tmp_path)
    assert ended.code == 73
    assert "The log file" in ended.err
    assert not (tmp_path / "t").exists()


def test_a_file_in_the_place_of_the_target_is_refused(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    (tmp_path / "target").write_text("mine")
    ended = run("install", "--package", package, "--target", tmp_path / "target", home=tmp_path)
    assert ended.code == 64
    assert "Cannot" in ended.err
    assert (tmp_path / "target").read_text() == "mine"


@pytest.mark.parametrize("option", ["--target", "--package", "--log"])
def test_the_home_of_an_unknown_user_is_a_bad_command_line(tmp_path: Path, option: str) -> None:
    ended = run("install", option, "~nobody-of-that-name/x", home=tmp_path)
    assert ended.code == 64
    assert "The home folder in ~nobody-of-that-name/x is not known" in ended.err


def test_a_pipe_is_no_log(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    ended = run("install", "--log", tmp_path / "pipe", home=tmp_path)
    assert ended.code == 73
    assert "it is a pipe" in ended.err


def test_a_staging_folder_that_breaks_ends_the_run(tmp_path: Path) -> None:
    import json

    folder = tmp_path / "package"
    package_of(folder, deep_net(folder / "net.onnx", layers=1000))
    arguments = ("install", "--package", folder, "--target", tmp_path / "t", "--json")
    with start(*arguments, home=tmp_path) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if b"Determining refit" in line:
                (tmp_path / "t/engines/.staging").rename(tmp_path / "gone")
                (tmp_path / "t/engines/.staging").write_text("a file in its place")
                break
        out, err = process.communicate(timeout=60)
    result = json.loads(out.splitlines()[-1])
    assert result["event"] == "result"
    assert process.returncode not in (0, 70)
    assert err == b""


def test_control_characters_of_a_manifest_do_not_reach_the_terminal(tmp_path: Path) -> None:
    small_package(tmp_path / "package", "alpha", **{'"\\u001b[31mred"': 1})
    ended = run("install", "--package", tmp_path / "package", home=tmp_path)
    assert ended.code == 65
    assert "\x1b" not in ended.err
    assert "\\x1b[31mred" in ended.err


def _without_capabilities(*arguments: str | Path, home: Path) -> Ended:
    """Run the program as a user to whom permissions apply, even when the tests run as root."""
    done = subprocess.run(
        [*without_capabilities(), *command(*arguments)],
        cwd=home,
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def test_an_unwritable_target_is_access_denied(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    target = tmp_path / "target"
    target.mkdir()
    target.chmod(0o555)
    ended = _without_capabilities("install", "--package", package, "--target", target, home=tmp_path)
    assert ended.code == 77
    assert f"Cannot write to {target / 'engines'}: Permission denied." in ended.err
    assert "hint: Choose a folder that you may write to" in ended.err
    assert list(target.iterdir()) == []


def _on_small_disk(mount: Path, megabytes: int, script: str) -> subprocess.CompletedProcess[str]:
    """Run a shell script with a small disk mounted, in a mount namespace of its own."""
    mount.mkdir()
    return subprocess.run(
        [
            "unshare", "--mount", "--map-root-user", "sh", "-ec",
            f"mount -t tmpfs -o size={megabytes}m tmpfs {mount}\n{script}",
        ],
        env=environment(mount.parent),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )  # fmt: skip


@pytest.mark.needs("small disk")
def test_a_full_disk_is_reported_and_leaves_the_old_engines(tmp_path: Path) -> None:
    import shlex

    # The disk has room when the run begins, and is filled by another program while an engine is being built.
    disk = tmp_path / "disk"
    small, large = tmp_path / "small", tmp_path / "large"
    package_of(small, conv_net(small / "net.onnx"))
    package_of(large, deep_net(large / "net.onnx"))
    first = shlex.join(command("install", "--quiet", "--package", small, "--target", disk, "--log", tmp_path / "l"))
    second = json.dumps(command("install", "--json", "--package", large, "--target", disk, "--log", tmp_path / "l"))
    fill = tmp_path / "fill.py"
    fill.write_text(
        f"""
import subprocess
run = subprocess.Popen({second}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
for line in run.stdout:
    if "model_started" in line:
        with open({str(disk / "filler")!r}, "wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(bytes(4096))
            except OSError:
                pass
print(line, end="")
print("code", run.wait())
""",
        encoding="utf-8",
    )
    script = f"{first}\ncp -r {disk} {tmp_path}/before\n{sys.executable} {fill}\ncp -r {disk} {tmp_path}/after"
    ended = _on_small_disk(disk, 24, script)
    assert ended.stdout.splitlines()[-1] == "code 74", ended.stderr
    result = json.loads(ended.stdout.splitlines()[-2])
    assert "the disk is full" in result["detail"]
    assert "Free some space" in result["hint"]
    before = {path.name: path.read_bytes() for path in (tmp_path / "before/engines").iterdir()}
    after = {path.name: path.read_bytes() for path in (tmp_path / "after/engines").iterdir()}
    assert before == after
    assert len(before) == 2


@pytest.mark.needs("small disk")
def test_too_little_disk_space_is_reported_before_anything_is_built(tmp_path: Path) -> None:
    import shlex

    disk, folder = tmp_path / "disk", tmp_path / "package"
    package_of(folder, conv_net(folder / "net.onnx", channels=20_000))
    install = shlex.join(command("install", "--json", "--package", folder, "--target", disk, "--log", tmp_path / "l"))
    ended = _on_small_disk(disk, 4, f"{install} || echo code $?\nls -A {disk}")
    *events, code = ended.stdout.splitlines()
    assert code == "code 74"
    assert not [event for event in events if "model_started" in event]
    result = json.loads(events[-1])
    assert "There is not enough space on the volume" in result["detail"]
    assert "4 MiB are free, and the installation needs about 11 MiB" in result["detail"]
    (checks,) = [json.loads(event)["checks"] for event in events if '"preflight"' in event]
    assert [check["name"] for check in checks if check["state"] == "fail"] == ["disk"]
