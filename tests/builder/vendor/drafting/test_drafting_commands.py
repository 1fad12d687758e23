"""`engine-builder new`, `add`, `hash` and `inspect`, as a vendor types them."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import numpy
import pytest

from builder.app_package.package import AppPackage, load_package
from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled
from builder.vendor import command_line
from builder.vendor.drafting.draft import new_package
from builder.vendor.drafting.manifest_text import AppFacts
from tests.support import graphs, models
from tests.support.plugins import net_with
from tests.support.program import ROOT, Ended

APP = ("--name", "Photo Studio", "--publisher", "Acme", "--id", "com.acme.photo-studio", "--version", "2.1")


@pytest.fixture(autouse=True)
def without_signals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command_line, "cancel_on_signals", lambda _cancel: None)
    monkeypatch.setattr(sys, "stdin", io.StringIO())


def run(*arguments: str | Path) -> Ended:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = command_line.main([str(argument) for argument in arguments])
    return Ended(code, out.getvalue(), err.getvalue())


def external_net(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    weight = graphs.outside("w", numpy.ones((1, 4), numpy.float32), path.parent / "weights.bin")
    model = graphs.model([graphs.node("Add", ["x", "w"], ["y"])], [graphs.value("x")], [graphs.value("y")], [weight])
    path.write_bytes(model.SerializeToString())
    return path


def loaded(folder: Path) -> AppPackage:
    return load_package(folder)


def files_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_package_is_drafted_that_the_installer_takes(tmp_path: Path) -> None:
    dynamic = models.conv_net(tmp_path / "from" / "up scale.onnx", (1, 3, "height", "width"), half=True)
    external = external_net(tmp_path / "from" / "outside" / "net.onnx")
    ended = run("new", tmp_path / "package", dynamic, external, *APP)
    assert (ended.code, ended.err) == (0, "")
    package = loaded(tmp_path / "package")
    assert (package.manifest.app.id, package.manifest.app.version) == ("com.acme.photo-studio", "2.1")
    up_scale, net = package.models
    assert (up_scale.name, up_scale.spec.precision) == ("up-scale", "fp16")
    assert list(up_scale.spec.profile[0]) == ["image"]
    assert net.external_data[0].relative == "models/net/weights.bin"
    assert files_of(tmp_path / "package") == {
        *("app.toml", "models/up-scale.onnx", "models/net/net.onnx", "models/net/weights.bin"),
    }
    assert (tmp_path / "package/models/up-scale.onnx").read_bytes() == dynamic.read_bytes()
    # The folder `outside` is a feature's name.
    assert "one thing to decide, marked with '# decide:'." in ended.out
    assert "Next: engine-builder check --package" in ended.out


def test_what_is_in_the_folder_stays_where_it_is_and_folders_become_features(tmp_path: Path) -> None:
    models.conv_net(tmp_path / "ai" / "face_blur" / "model.onnx")
    models.conv_net(tmp_path / "ai" / "sky" / "model.onnx")
    models.conv_net(tmp_path / "ai" / "base.onnx")
    ended = run("new", tmp_path, *APP)
    assert ended.code == 0
    package = loaded(tmp_path)
    assert [(model.name, model.spec.onnx, model.spec.feature) for model in package.models] == [
        ("base", "ai/base.onnx", None),
        ("model", "ai/face_blur/model.onnx", "Face blur"),
        ("sky-model", "ai/sky/model.onnx", "Sky"),
    ]
    assert files_of(tmp_path) == {"app.toml", *(model.spec.onnx for model in package.models)}


def test_a_feature_of_several_models_is_decided_once_and_an_identifier_has_no_accents(tmp_path: Path) -> None:
    for name in ("a", "b"):
        models.conv_net(tmp_path / "ai" / "sky" / f"{name}.onnx")
    models.conv_net(tmp_path / "ai" / "base.onnx")
    ended = run("new", tmp_path, "--name", "Ünï  Çode!", "--publisher", "Acme")
    assert loaded(tmp_path).manifest.app.id == "com.example.uni-code"
    assert "2 things to decide" in ended.out
    assert [model.spec.feature for model in loaded(tmp_path).models] == [None, "Sky", "Sky"]


def test_what_is_not_known_is_marked_and_counted(tmp_path: Path) -> None:
    models.conv_net(tmp_path / "net.onnx", (None, 3, None, None))  # type: ignore[arg-type]
    ended = run("new", tmp_path)
    text = (tmp_path / "app.toml").read_text()
    assert text.count("# decide: ") == 4
    assert f"{tmp_path / 'app.toml'}: one model; 4 things to decide" in ended.out
    assert "# decide: how large dimensions 2 (without a name, taken for the height) and 3" in text
    assert loaded(tmp_path).manifest.app.id.startswith("com.example.")


def test_an_input_of_unknown_rank_is_marked(tmp_path: Path) -> None:
    models.shapeless_net(tmp_path / "shapeless.onnx")
    ended = run("new", tmp_path, *APP)
    assert (ended.code, "one thing to decide" in ended.out) == (0, True)
    text = (tmp_path / "app.toml").read_text()
    assert "# decide: the file does not say how many dimensions 'image' has; export it again with shapes\n" in text
    assert "profile" not in text
    loaded(tmp_path)


def test_a_draft_is_built_as_it_is(tmp_path: Path) -> None:
    net = models.conv_net(tmp_path / "net.onnx", (1, 3, "height", "width"))
    assert run("new", tmp_path / "package", net, *APP).code == 0
    done = subprocess.run(
        [
            *(sys.executable, "-m", "installer", "install", "--quiet", "--package", tmp_path / "package"),
            *("--target", tmp_path / "target", "--log", tmp_path / "log"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "target/engines/engines.json").is_file()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--id", "photo studio"], 64, "id: found 'photo studio', expected a reverse domain name"),
        (["--name", ""], 0, ""),
        (["--name", "a\u202eb"], 64, "name: found"),
    ],
)
def test_what_app_toml_would_not_take_is_refused_before_anything_is_copied(
    tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    net = models.conv_net(tmp_path / "net.onnx")
    ended = run("new", tmp_path / "package", net, *arguments)
    assert (ended.code, said in ended.err) == (code, True)
    assert (tmp_path / "package").exists() == (code == 0)


def test_a_package_is_not_overwritten(tmp_path: Path) -> None:
    net = models.conv_net(tmp_path / "net.onnx")
    assert run("new", tmp_path / "package", net, *APP).code == 0
    ended = run("new", tmp_path / "package", net)
    assert (ended.code, "exists already" in ended.err, "engine-builder add" in ended.err) == (64, True, True)
    (tmp_path / "package/app.toml").unlink()
    ended = run("new", tmp_path / "package", net)
    assert (ended.code, "models/net.onnx in" in ended.err) == (64, True)
    assert not (tmp_path / "package/app.toml").exists()


def test_every_model_that_cannot_be_used_is_named_and_nothing_is_made(tmp_path: Path) -> None:
    (tmp_path / "pointer.onnx").write_text("version https://git-lfs.github.com/spec/v1\noid sha256:5\nsize 9\n")
    net = models.conv_net(tmp_path / "net.onnx")
    (tmp_path / "cut.onnx").write_bytes(net.read_bytes()[:-9])
    files = [net, *(tmp_path / name for name in ("pointer.onnx", "cut.onnx", "gone.onnx"))]
    ended = run("new", tmp_path / "package", *files)
    assert ended.code == 65
    for name in ("pointer.onnx: found a Git LFS pointer", "cut.onnx: found a file that is cut off", "gone.onnx: found"):
        assert name in ended.err
    assert not (tmp_path / "package").exists()
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / ".venv").mkdir()
    models.conv_net(tmp_path / "empty" / ".venv" / "of_another.onnx")
    assert "There is no ONNX file in" in run("new", tmp_path / "package", tmp_path / "empty").err
    assert "package is no folder with models" in run("new", tmp_path / "package").err


def test_names_of_files_in_any_script_become_names_of_models(tmp_path: Path) -> None:
    names = ["Bär.onnx", "bar.onnx", "моя модель.onnx", "con.onnx", "a b(1).onnx", "x" * 90 + ".onnx"]
    for name in names:
        models.conv_net(tmp_path / "from" / name)
    assert run("new", tmp_path / "package", tmp_path / "from", *APP).code == 0
    found = [model.name for model in loaded(tmp_path / "package").models]
    assert sorted(found) == sorted(["Bar", "from-bar", "model", "model-con", "a-b-1", "x" * 64])


def test_a_stop_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    net = external_net(tmp_path / "from" / "net.onnx")
    cancel = CancelToken()
    from builder.vendor.drafting import draft

    copy = draft._copy

    def stop_after_one(*arguments: object) -> str:
        done = copy(*arguments)  # type: ignore[arg-type]
        cancel.cancel()
        return done

    monkeypatch.setattr(draft, "_copy", stop_after_one)
    with pytest.raises(Cancelled):
        new_package(tmp_path / "new" / "package", [net], AppFacts(None, None, None, None), None, cancel)
    assert not (tmp_path / "new").exists()
    (tmp_path / "there").mkdir()
    (tmp_path / "there/kept.txt").write_text("mine")
    with pytest.raises(Cancelled):
        new_package(tmp_path / "there", [net], AppFacts(None, None, None, None), None, cancel)
    assert files_of(tmp_path / "there") == {"kept.txt"}
    assert [path.name for path in (tmp_path / "there").iterdir()] == ["kept.txt"]


@pytest.mark.parametrize("inside", [False, True])
def test_of_two_at_once_one_writes_and_the_other_leaves_it_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: bool
) -> None:
    """The second begins and ends after the first has looked at the folder, and before it has written to it."""
    folder = tmp_path / "package"
    first = models.conv_net((folder if inside else tmp_path / "first") / "net.onnx")
    second = first if inside else models.deep_net(tmp_path / "second/net.onnx", layers=3)
    from builder.vendor.drafting import draft

    bring = draft._bring

    def late(*arguments: object) -> dict[str, str]:
        monkeypatch.setattr(draft, "_bring", bring)
        assert run("new", folder, second, *APP).code == 0
        return bring(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(draft, "_bring", late)
    ended = run("new", folder, first, "--name", "Loser")
    expected = (64, "exists already") if inside else (75, "was made by another program in the meantime")
    assert (ended.code, expected[1] in ended.err) == (expected[0], True), ended.err
    assert [model.name for model in loaded(folder).models] == ["net"]  # with the hash of what is there
    assert "Loser" not in (folder / "app.toml").read_text()
    assert files_of(folder) == {"app.toml", "net.onnx" if inside else "models/net.onnx"}


def test_a_report_that_cannot_be_written_is_an_error_and_a_reader_that_is_gone_is_none(tmp_path: Path) -> None:
    net = models.conv_net(tmp_path / "net.onnx")
    assert run("new", tmp_path / "package", net, *APP).code == 0
    gone, pipe = os.pipe()
    os.close(gone)
    for command in (["inspect", net, "--json"], ["inspect", net], ["hash", tmp_path / "package", "--check"]):
        start = [sys.executable, "-m", "builder", *map(str, command)]
        with open("/dev/full", "wb") as full:
            ended = subprocess.run(start, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
        said = b"Cannot write standard output: the disk is full." in ended.stderr
        assert (ended.returncode, said) == (74, True), ended.stderr
        ended = subprocess.run(start, cwd=ROOT, stdout=pipe, stderr=subprocess.PIPE, check=False)
        assert (ended.returncode, ended.stderr) == (0, b"")
    os.close(pipe)


def test_models_are_added_and_comments_stay(tmp_path: Path) -> None:
    net = models.conv_net(tmp_path / "from" / "net.onnx")
    run("new", tmp_path / "package", net, *APP)
    manifest = tmp_path / "package" / "app.toml"
    manifest.write_text(manifest.read_text() + "\n# the library\n[library]\nsource = 'bundled'\n")
    before = manifest.read_text().splitlines()
    other = external_net(tmp_path / "from" / "other.onnx")
    inside = models.conv_net(tmp_path / "package" / "models" / "inside.onnx", half=True)
    ended = run("add", tmp_path / "package", other, inside)
    assert (ended.code, ended.err) == (0, "")
    after = manifest.read_text().splitlines()
    assert [line for line in before if line not in after] == []
    assert after[-3:] == ["# the library", "[library]", "source = 'bundled'"]
    assert [model.name for model in loaded(tmp_path / "package").models] == ["net", "other", "inside"]
    ended = run("add", tmp_path / "package", inside)
    assert (ended.code, "models/inside.onnx is in app.toml already" in ended.err) == (64, True)
    assert run("add", tmp_path / "package", net).code == 0, "another model may have the same file name"


def test_hashes_are_refreshed_and_nothing_else(tmp_path: Path) -> None:
    run("new", tmp_path, external_net(tmp_path / "models" / "net.onnx"), models.conv_net(tmp_path / "b.onnx"), *APP)
    manifest = tmp_path / "app.toml"
    payload = "\n[payload]\nwindows = { folder = 'win' }\nlinux = { folder = 'lin' }\n"
    here, other = ("win", "lin") if os.name == "nt" else ("lin", "win")
    (tmp_path / here).mkdir()
    (tmp_path / here / "program").write_text("1")
    manifest.write_text(manifest.read_text() + payload + "# the end\n")
    (tmp_path / "models/weights.bin").write_bytes(bytes(16))
    models.conv_net(tmp_path / "b.onnx", channels=4)
    before = manifest.read_text()
    ended = run("hash", tmp_path, "--check")
    assert (ended.code, manifest.read_text()) == (1, before)
    ended = run("hash", tmp_path)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines() == [
        "model 'net': sha256 of models/weights.bin refreshed",
        "model 'b': sha256 of b.onnx refreshed",
        f"sha256 of the folder {here} added",
        f"{other}, the payload for {'linux' if here == 'win' else 'windows'}, is not here; its hash was left as it is",
        f"{manifest}: written; one hash was right.",
    ]
    after = manifest.read_text()
    changed = [line for line in before.splitlines() if line not in after.splitlines()]
    assert [line.partition(" ")[0].strip() for line in changed] == [
        "",
        "sha256",
        "linux" if here == "lin" else "windows",
    ]
    assert after.endswith("# the end\n")
    loaded(tmp_path)
    assert run("hash", tmp_path, "--check").code == 0
    assert "nothing to change; all 4 hashes are right" in run("hash", tmp_path).out


def test_new_weights_are_followed(tmp_path: Path) -> None:
    net = external_net(tmp_path / "models" / "net.onnx")
    run("new", tmp_path, *APP)
    (tmp_path / "models/weights.bin").rename(tmp_path / "models/more.bin")
    weight = graphs.outside("w", numpy.ones((1, 4), numpy.float32), tmp_path / "models/more.bin")
    model = graphs.model([graphs.node("Add", ["x", "w"], ["y"])], [graphs.value("x")], [graphs.value("y")], [weight])
    net.write_bytes(model.SerializeToString())
    ended = run("hash", tmp_path)
    assert "model 'net': models/more.bin added to external_data" in ended.out
    assert "model 'net': models/weights.bin removed from external_data" in ended.out
    assert [file.relative for file in loaded(tmp_path).models[0].external_data] == ["models/more.bin"]


def test_variants_have_hashes_as_well(tmp_path: Path) -> None:
    models.conv_net(tmp_path / "net.onnx")
    half = models.conv_net(tmp_path / "half.onnx", half=True)
    run("new", tmp_path, tmp_path / "net.onnx", *APP)
    manifest = tmp_path / "app.toml"
    manifest.write_text(
        manifest.read_text() + '\n[[model.variant]]\nonnx = "half.onnx"  # small\ncompute_capabilities = ["7.5"]\n'
    )
    assert run("hash", tmp_path).code == 0
    variant = tomllib.loads(manifest.read_text())["model"][0]["variant"][0]
    assert variant["sha256"] == hashlib.sha256(half.read_bytes()).hexdigest()
    assert 'onnx = "half.onnx"  # small\nsha256 = ' in manifest.read_text()


def test_files_that_are_missing_or_wrong_are_all_named_and_nothing_is_written(tmp_path: Path) -> None:
    external_net(tmp_path / "models" / "net.onnx")
    models.conv_net(tmp_path / "b.onnx")
    run("new", tmp_path, *APP)
    before = (tmp_path / "app.toml").read_bytes()
    (tmp_path / "b.onnx").unlink()
    (tmp_path / "models/weights.bin").write_text("version https://git-lfs.github.com/spec/v1\noid sha256:5\nsize 9\n")
    ended = run("hash", tmp_path)
    assert ended.code == 65
    assert "model 'b': onnx: found 'b.onnx', which does not exist" in ended.err
    assert "found 'models/weights.bin', which is a Git LFS pointer" in ended.err
    assert (tmp_path / "app.toml").read_bytes() == before


def test_inspect_shows_what_app_toml_would_say(tmp_path: Path) -> None:
    net = models.conv_net(tmp_path / "net.onnx", ("batch", 3, "height", 32), half=True)
    ended = run("inspect", net, external_net(tmp_path / "more" / "other.onnx"))
    assert (ended.code, ended.err) == (0, "")
    first, second = ended.out.split("\n\n/")
    for line in (
        "  inputs     image  fp16 batch × 3 × height × 32",
        "  outputs    result  fp16, of unknown shape",
        "  precision  fp16 (data types: fp16)",
        "  opset      17, IR version 9",
        "  operators  Conv 2, Relu 1",
        '    precision = "fp16"',
        "    image = { min = [1, 3, 64, 32], opt = [1, 3, 512, 32], max = [1, 3, 1024, 32] }",
    ):
        assert line in first.splitlines()
    assert "weights    4 numbers, 16 bytes, in weights.bin" in second
    assert 'file = "models/weights.bin"' in second
    assert files_of(tmp_path) == {"net.onnx", "more/other.onnx", "more/weights.bin"}


def test_inspect_as_json(tmp_path: Path) -> None:
    ended = run("inspect", "--json", models.conv_net(tmp_path / "net.onnx", ("batch", 3, 32, 32)))
    (model,) = json.loads(ended.out)["models"]
    assert model["inputs"] == [{"name": "image", "data_type": "fp32", "shape": ["batch", 3, 32, 32]}]
    assert (model["outputs"][0]["shape"], model["precision"], model["opsets"]) == (None, "fp32", {"ai.onnx": 17})
    assert model["operators"]["Conv"] == 2
    error = json.loads(run("inspect", "--json", tmp_path / "gone.onnx").out)["error"]
    assert (error["name"], "gone.onnx" in error["detail"]) == ("package_invalid", True)


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_on_a_terminal_it_asks_and_stops_at_once(tmp_path: Path) -> None:
    net = models.conv_net(tmp_path / "net.onnx", (1, 3, None, 32))  # type: ignore[arg-type]

    def start(folder: str) -> tuple[subprocess.Popen[bytes], int]:
        ours, theirs = os.openpty()
        arguments = [sys.executable, "-m", "builder", "new", str(tmp_path / folder), str(net)]
        process = subprocess.Popen(arguments, cwd=ROOT, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE)
        os.close(theirs)
        return process, ours

    def wait_for(terminal: int, text: bytes) -> bytes:
        seen = b""
        while text not in seen:
            seen += os.read(terminal, 4096)
        return seen

    process, terminal = start("answered")
    for question, answer in ((b"Name", b"Lumen"), (b"Publisher", b""), (b"Identifier", b""), (b"dimension 2", b"48")):
        wait_for(terminal, question)
        os.write(terminal, answer + b"\n")
    wait_for(terminal, b"Next: ")
    assert process.wait(20) == 0
    process.communicate()
    os.close(terminal)
    text = (tmp_path / "answered/app.toml").read_text()
    assert 'name = "Lumen"\n' in text
    assert "image = { min = [1, 3, 48, 32], opt = [1, 3, 48, 32], max = [1, 3, 48, 32] }" in text
    assert text.count("# decide: ") == 2

    process, terminal = start("stopped")
    wait_for(terminal, b"Name")
    process.send_signal(signal.SIGINT)
    assert process.wait(2) == 130
    assert b"cancelled" in process.communicate()[1]
    os.close(terminal)
    assert not (tmp_path / "stopped").exists()


def test_a_file_in_the_place_of_a_folder_is_said(tmp_path: Path) -> None:
    net = models.conv_net(tmp_path / "net.onnx")
    (tmp_path / "file").write_text("no folder")
    ended = run("new", tmp_path / "file" / "package", net, *APP)
    assert ended.code != 0
    assert str(tmp_path / "file") in ended.err


def test_plugins_have_hashes_as_well(tmp_path: Path) -> None:
    models.conv_net(tmp_path / "net.onnx")
    run("new", tmp_path, tmp_path / "net.onnx", *APP)
    (tmp_path / "own.so").write_bytes(b"a library")
    manifest, nothing = tmp_path / "app.toml", "0" * 64
    here, other = ("windows", "linux") if os.name == "nt" else ("linux", "windows")
    plugin = f"""
[[plugin]]
name = "own"
operators = ["Own"]
{here} = {{ library = "own.so", sha256 = "{nothing}" }}
{other} = {{ library = "other", sha256 = "{nothing}" }}
"""
    manifest.write_text(manifest.read_text() + plugin)
    ended = run("hash", tmp_path)
    assert f"other, a plugin for {other}, is not here; its hash was left as it is" in ended.out
    written = tomllib.loads(manifest.read_text())["plugin"][0]
    assert written[here]["sha256"] == hashlib.sha256(b"a library").hexdigest()
    assert written[other]["sha256"] == nothing


def test_operators_of_the_vendors_own_are_noticed(tmp_path: Path) -> None:
    first, second = net_with(tmp_path / "first.onnx"), net_with(tmp_path / "more/second.onnx", "Own")
    run("new", tmp_path, first, *APP)
    manifest = tmp_path / "app.toml"
    decide = "# decide: name a [[plugin]] that has com.example.Twice, unless the engine library does"
    assert decide in manifest.read_text()
    (tmp_path / "own.so").write_bytes(b"a library")
    system = "windows" if os.name == "nt" else "linux"
    table = f'{{ library = "own.so", sha256 = "{hashlib.sha256(b"a library").hexdigest()}" }}'
    plugin = f'\n[[plugin]]\nname = "ops"\noperators = ["Own"]\n{system} = {table}\n'
    manifest.write_text(manifest.read_text() + plugin)
    run("add", tmp_path, second)
    (plugins,) = [model["plugins"] for model in tomllib.loads(manifest.read_text())["model"] if "plugins" in model]
    assert plugins == ["ops"]
    assert "com.example.Own" not in manifest.read_text()
