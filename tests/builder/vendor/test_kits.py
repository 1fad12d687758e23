"""`engine-builder kit`: one folder with everything, complete or not at all, the same for the same input."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from builder.vendor.command_line import main
from builder.vendor.packaging.folder import write_sums
from tests.support.feeds import MadeFeed, flip_byte
from tests.support.models import conv_net
from tests.support.packages import model_entry, write_manifest
from tests.support.wheels import wheel_entry, write_wheel

pytestmark = pytest.mark.usefixtures("capsys")

LIBS = "tensorrt_rtx_cu13_libs-1.7.1.116-py3-none-{}.whl"
BINDINGS = "tensorrt_rtx_cu13_bindings-1.7.1.116-cp311-none-{}.whl"
LINUX, WINDOWS = "manylinux_2_28_x86_64", "win_amd64"


def program(folder: Path, executable: str, **files: bytes) -> Path:
    """What `engine-builder package` makes, as far as a kit looks at it."""
    for name, content in ({executable: b"MZ" if executable.endswith(".exe") else b"\x7fELF"} | files).items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (folder / executable).chmod(0o755)
    write_sums(folder)
    return folder


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    """Programs for both systems, a package with an application for each, and wheels."""
    program(tmp_path / "windows", "engine-installer.exe", _internal__a_dll=b"library")
    linux = program(tmp_path / "linux", "engine-installer", _internal__libs__a_so=b"library")
    (linux / "_internal/a_so").symlink_to("libs/a_so")
    package = tmp_path / "package"
    for system in ("windows", "linux"):
        (package / "app" / system).mkdir(parents=True)
        (package / "app" / system / f"studio-{system}").write_text(system)
    (package / "licenses").mkdir()
    (package / "licenses/model.txt").write_text("free")
    (package / "notes.txt").write_text("for ourselves")
    wheels = [
        write_wheel(tmp_path / "wheels" / name.format(platform), {"a.py": platform.encode()})
        for name in (LIBS, BINDINGS)
        for platform in (LINUX, WINDOWS)
    ]
    write_manifest(
        package,
        model_entry(package, conv_net(package / "models/alpha.onnx")),
        verify=False,
        payload={system: {"folder": f"app/{system}"} for system in ("windows", "linux")},
        library={"source": "wheels", "wheels": [wheel_entry(path) for path in wheels]},
    )
    return tmp_path


def make(parts: Path, *programs: str, to: str = "kit", wheels: str = "wheels", feed: MadeFeed | None = None) -> int:
    named = [str(parts / name) for name in programs or ("windows", "linux")]
    places = ["--wheels", str(parts / wheels), "-o", str(parts / to)]
    places += ["--feed", str(feed.folder)] if feed else []
    return main(["kit", str(parts / "package"), "--program", *named, *places])


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_kit_has_everything_for_both_systems_and_nothing_else(parts: Path) -> None:
    assert make(parts) == 0
    assert files_in(parts / "kit") == {
        *("README.txt", "SHA256SUMS"),
        *("programs/windows/engine-installer.exe", "programs/windows/_internal/a_dll", "programs/windows/SHA256SUMS"),
        *("programs/linux/engine-installer", "programs/linux/_internal/libs/a_so", "programs/linux/SHA256SUMS"),
        "programs/linux/_internal/a_so",
        *("package/app.toml", "package/models/alpha.onnx", "package/licenses/model.txt"),
        *("package/app/windows/studio-windows", "package/app/linux/studio-linux"),
        *(f"wheels/{name.format(platform)}" for name in (LIBS, BINDINGS) for platform in (LINUX, WINDOWS)),
    }
    assert os.access(parts / "kit/programs/linux/engine-installer", os.X_OK)
    assert (parts / "kit/programs/linux/_internal/a_so").readlink() == Path("libs/a_so")
    assert (parts / "kit").stat().st_mode & 0o777 == 0o755
    assert not list(parts.glob(".*"))


def test_the_list_is_one_that_sha256sum_reads_and_everything_is_on_it(parts: Path) -> None:
    assert make(parts) == 0
    command = ["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"]
    subprocess.run(command, cwd=parts / "kit", check=True)
    listed = {line[66:] for line in (parts / "kit/SHA256SUMS").read_text().splitlines()}
    links = {"programs/linux/_internal/a_so"}
    assert listed == files_in(parts / "kit") - {"SHA256SUMS"} - links


def test_the_same_input_gives_the_same_list(parts: Path) -> None:
    assert make(parts, "windows", "linux", to="kit") == 0
    for path in parts.rglob("*"):
        os.utime(path, (1, 1), follow_symlinks=False)
    assert make(parts, "linux", "windows", to="again") == 0
    assert (parts / "kit/SHA256SUMS").read_bytes() == (parts / "again/SHA256SUMS").read_bytes()


def test_a_kit_for_one_system_has_nothing_for_the_other(parts: Path) -> None:
    (parts / "setup.exe").write_bytes(b"MZ one file")
    assert make(parts, "setup.exe") == 0
    found = files_in(parts / "kit")
    assert "programs/windows/setup.exe" in found
    assert f"wheels/{LIBS.format(WINDOWS)}" in found
    assert not [name for name in found if LINUX in name]
    page = (parts / "kit/README.txt").read_text(encoding="utf-8")
    assert r".\programs\windows\setup.exe install --quiet --all-users --kit ." in page
    assert "sudo" not in page


def test_the_page_names_the_commands_of_both_systems(parts: Path) -> None:
    assert make(parts) == 0
    page = (parts / "kit/README.txt").read_bytes()
    assert page.count(b"\n") == page.count(b"\r\n")
    for line in (
        "sudo ./programs/linux/engine-installer install --quiet --all-users --kit .",
        r".\programs\windows\engine-installer.exe install --quiet --all-users --kit .",
        '"/opt/com.example.test"',
        r'"C:\Program Files\Test App"',
        "sha256sum --check --quiet SHA256SUMS",
    ):
        assert line in page.decode()
    assert "add FEATURE" not in page.decode()


def test_the_page_says_how_a_feature_on_demand_is_added(parts: Path) -> None:
    manifest = parts / "package/app.toml"
    text = manifest.read_text()
    manifest.write_text(text.replace("[[model]]", '[[model]]\nfeature = "Sky"\nstrategy = "on-demand"', 1))
    assert manifest.read_text() != text
    assert make(parts) == 0
    page = (parts / "kit/README.txt").read_bytes().decode()
    assert 'engine-installer add FEATURE --quiet --kit . --target "/opt/com.example.test"' in page
    assert "--with FEATURE" in page


def test_everything_that_is_missing_is_named_before_anything_is_copied(
    parts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (parts / "wheels" / LIBS.format(LINUX)).unlink()
    (parts / "wheels" / BINDINGS.format(WINDOWS)).write_bytes(b"another")
    (parts / "linux/_internal/libs/a_so").write_bytes(b"other")
    (parts / "windows/_internal/a_dll").unlink()
    (parts / "empty").mkdir()
    before = set(parts.rglob("*"))
    assert make(parts, "linux", "windows", "empty") != 0
    said = capsys.readouterr().err
    for words in (
        f"{LIBS.format(LINUX)}: found nothing in {parts / 'wheels'}",
        f"{BINDINGS.format(WINDOWS)}: found 7 bytes with SHA-256",
        "changed: _internal/libs/a_so",
        "missing: _internal/a_dll",
        f"{parts / 'empty'}: found no packaged program",
    ):
        assert words in said, said
    assert set(parts.rglob("*")) == before


def test_of_two_programs_for_one_system_one_is_too_many(parts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (parts / "setup.exe").write_bytes(b"MZ one file")
    assert make(parts, "windows", "setup.exe") != 0
    assert "a second program for windows" in capsys.readouterr().err


def test_a_system_without_wheels_is_named(parts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manifest = parts / "package/app.toml"
    lines = manifest.read_text().replace(WINDOWS, LINUX.replace("28", "34"))
    manifest.write_text(lines)
    assert make(parts) != 0
    assert "found no wheel for windows" in capsys.readouterr().err


def test_wheels_may_lie_in_the_package(parts: Path) -> None:
    (parts / "wheels").rename(parts / "package/wheels")
    assert make(parts, wheels="nowhere") == 0
    assert f"wheels/{LIBS.format(LINUX)}" in files_in(parts / "kit")
    assert not [name for name in files_in(parts / "kit/package") if name.endswith(".whl")]


def test_what_is_there_is_not_replaced(parts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (parts / "kit").mkdir()
    assert make(parts) == 0  # an empty folder is as good as none
    assert make(parts) != 0
    assert f"{parts / 'kit'} is there already" in capsys.readouterr().err


def test_a_file_that_changes_meanwhile_ends_it_and_leaves_nothing(
    parts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import builder.vendor.kits.make as making

    copy = making._copy
    wheel = parts / "wheels" / LIBS.format(LINUX)

    def late(*given: Any) -> str:
        wheel.write_bytes(wheel.read_bytes() + b"!")
        return copy(*given)

    monkeypatch.setattr(making, "_copy", late)
    assert make(parts) != 0
    assert f"{wheel} was changed while the kit was made" in capsys.readouterr().err
    assert not list(parts.glob("*kit*"))


# With a feed.


@pytest.fixture
def feed(parts: Path) -> MadeFeed:
    """A feed in its second state, with what the first one had; the app package means it."""
    made = MadeFeed(parts / "feed")
    old = made.add_engine(b"an old engine")
    made.publish()
    del made.targets[f"engines/{old.file}"]
    made.add_engine(b"an engine", targets=("8.9",))
    made.add_engine(b"another engine", targets=("12.0",))
    made.add_model(b"a model")
    made.add_statement(b"{}")
    made.publish()
    (parts / "package/feed-root.json").write_bytes(made.root)
    with (parts / "package/app.toml").open("a") as manifest:
        manifest.write('[feed]\nurl = "https://127.0.0.1:9/feed"\nroot = "feed-root.json"\n')
    return made


def test_of_a_feed_only_what_its_current_lists_name_is_in_the_kit(parts: Path, feed: MadeFeed) -> None:
    assert make(parts, feed=feed) == 0
    listed = {feed.file(path).relative_to(feed.folder).as_posix() for path in feed.targets}
    lists = {"1.root.json", "timestamp.json", "2.snapshot.json", "2.targets.json"}
    assert files_in(parts / "kit/feed") == listed | {f"metadata/{name}" for name in lists}
    assert "package/feed-root.json" in files_in(parts / "kit")
    assert "ready-made engines" in (parts / "kit/README.txt").read_text()


def test_every_file_that_a_feed_lacks_is_named(parts: Path, feed: MadeFeed, capsys: pytest.CaptureFixture[str]) -> None:
    gone, changed, *_ = map(feed.file, feed.targets)
    gone.unlink()
    flip_byte(changed)
    (parts / "wheels" / LIBS.format(LINUX)).unlink()
    assert make(parts, feed=feed) != 0
    said = capsys.readouterr().err
    assert f"{gone}: found nothing" in said
    assert f"{changed}: found another file, with SHA-256" in said
    assert f"{LIBS.format(LINUX)}: found nothing" in said
    assert not (parts / "kit").exists()


def test_a_feed_that_is_not_the_one_of_the_package_is_refused(
    parts: Path, feed: MadeFeed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert make(parts, feed=MadeFeed(parts / "other")) != 0
    assert f"There is no feed at {parts / 'other'}" in capsys.readouterr().err
    other = MadeFeed(parts / "another")
    other.publish()
    assert make(parts, feed=other) != 0
    assert f"The feed at {parts / 'another'} was refused" in capsys.readouterr().err


def test_a_package_without_a_feed_takes_none(parts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert make(parts, feed=MadeFeed(parts / "feed")) != 0
    assert "app.toml: feed: found nothing" in capsys.readouterr().err


def test_a_kit_without_the_feed_says_what_it_lacks(
    parts: Path, feed: MadeFeed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert make(parts) == 0
    assert "warning: without --feed" in capsys.readouterr().out
    manifest = parts / "package/app.toml"
    manifest.write_text(manifest.read_text() + '[defaults]\nstrategy = "download"\n')
    assert make(parts, to="again") != 0
    assert "only the feed has what alpha needs" in capsys.readouterr().err


def test_models_that_are_only_in_the_feed_must_be_there(
    parts: Path, feed: MadeFeed, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest, model = parts / "package/app.toml", parts / "package/models/alpha.onnx"
    text = manifest.read_text()
    assert '"onnx" = ' in text
    manifest.write_text(text.replace('"onnx" = ', f'in_feed = true\nsize = {model.stat().st_size}\n"onnx" = ', 1))
    content = model.read_bytes()
    model.unlink()
    assert make(parts) != 0
    assert "only the feed has what models/alpha.onnx needs" in capsys.readouterr().err
    assert make(parts, feed=feed) != 0
    assert "models/alpha.onnx: found nothing with its hash in" in capsys.readouterr().err
    sha256 = feed.add_model(content)
    feed.publish()
    assert make(parts, feed=feed) == 0
    assert f"feed/targets/models/{sha256}.{sha256}" in files_in(parts / "kit")
    assert "package/models/alpha.onnx" not in files_in(parts / "kit")
