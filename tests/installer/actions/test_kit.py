"""Installing from a kit: without a network, and only what is there as it was made."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from builder.base.cancellation import NEVER
from builder.base.json_file import read_json
from builder.engines.index import EngineIndex, EngineRecord
from builder.vendor.kits.make import KitWish, make_kit
from builder.vendor.packaging.folder import write_sums
from installer.target import kit as kits
from tests.support.feeds import MadeFeed, flip_byte
from tests.support.models import conv_net
from tests.support.packages import model_entry, write_manifest
from tests.support.program import ROOT, command, environment, run
from tests.support.system import require
from tests.support.wheels import ENGINE_LIBRARY, pack_installed, wheel_entry


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kit with the real engine library as wheels and a real engine in a feed; their addresses lead nowhere."""
    folder = tmp_path_factory.mktemp("parts")
    wheels = pack_installed(ENGINE_LIBRARY, folder / "wheels")
    package = folder / "package"
    delivered = model_entry(package, conv_net(package / "delivered.onnx", channels=12))
    write_manifest(package, delivered)
    assert run("install", "--quiet", "--package", package, "--target", folder / "target", home=folder).code == 0
    feed = MadeFeed(folder / "feed")
    (record,) = records_in(folder / "target")
    feed.add_engine((folder / "target/engines" / record.file).read_bytes(), record)
    feed.publish()
    (package / "feed-root.json").write_bytes(feed.root)
    write_manifest(
        package,
        model_entry(package, conv_net(package / "alpha.onnx")),
        delivered | {"strategy": "download"},
        feed={"url": "https://127.0.0.1:9/feed", "root": "feed-root.json"},
        library={
            "source": "wheels",
            "wheels": [wheel_entry(path, url=f"https://127.0.0.1:9/{path.name}") for path in wheels],
        },
    )
    program = folder / "program"
    program.mkdir()
    (program / "engine-installer").write_bytes(b"\x7fELF")
    write_sums(program)
    wish = KitWish(
        package=package, programs=[program], wheels=folder / "wheels", feed=feed.folder, output=folder / "kit"
    )
    make_kit(wish, lambda _line: None, NEVER)
    for part in (package, folder / "wheels", feed.folder):
        shutil.rmtree(part)
    return folder / "kit"


def records_in(target: Path) -> tuple[EngineRecord, ...]:
    index = read_json(target / "engines/engines.json", EngineIndex, 1)
    assert index
    return index.engines


@pytest.fixture
def kit(made: Path, tmp_path: Path) -> Path:
    """A kit of one's own; large files are links to the same content."""
    shutil.copytree(made, tmp_path / "kit", copy_function=_link)
    return tmp_path / "kit"


def _link(source: str, to: str) -> None:
    if Path(source).suffix == ".whl":
        Path(to).hardlink_to(source)
    else:
        shutil.copy2(source, to)


def test_an_installation_from_a_kit_opens_no_connection_and_needs_no_network(made: Path, tmp_path: Path) -> None:
    require("namespaces", "strace")
    trace, target = tmp_path / "trace", tmp_path / "target"
    isolated = ["unshare", "--net", "strace", "-f", "-qq", "-e", "trace=network", "-o", str(trace)]
    asked = command("install", "--quiet", "--kit", made, "--target", target)
    done = subprocess.run(
        [*isolated, *asked], cwd=ROOT, env=environment(tmp_path), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    origins = {record.model: record.origin for record in records_in(target)}
    assert (origins["alpha"], bool(origins["delivered"])) == (None, True)
    families = set(re.findall(r"\b(?:AF|PF)_\w+", trace.read_text()))
    # systemd-inhibit, which keeps the computer awake, asks the system's message bus, a socket in the file system.
    assert families <= {"AF_UNIX"}
    assert set(re.findall(r'sun_path="([^"]+)"', trace.read_text())) <= {"/run/dbus/system_bus_socket"}
    again = run("repair", "--quiet", "--kit", made, "--target", target, home=tmp_path)
    assert (again.code, "nothing was changed" in again.out) == (0, True)


def refusal(kit: Path, tmp_path: Path) -> str:
    """Install, and give what is said about what is wrong; nothing may have been installed."""
    ended = run("install", "--quiet", "--kit", kit, "--target", tmp_path / "target", home=tmp_path)
    assert ended.code != 0
    assert not (tmp_path / "target").exists()
    assert "Copy the kit again" in ended.err
    return ended.err


def test_everything_that_is_missing_or_changed_is_named_at_once(kit: Path, tmp_path: Path) -> None:
    (kit / "package/alpha.onnx").write_bytes(b"!" + (kit / "package/alpha.onnx").read_bytes()[1:])
    wheel = next((kit / "wheels").glob("*libs*"))
    wheel.unlink()
    (kit / "package/more.onnx").write_bytes(b"")
    said = refusal(kit, tmp_path)
    assert "package/alpha.onnx: found a file that is not the one in SHA256SUMS" in said
    assert f"wheels/{wheel.name}: found nothing" in said
    assert "package/more.onnx: found a file that is not the one in SHA256SUMS" in said


def test_a_wheel_with_one_other_byte_is_named(kit: Path, tmp_path: Path) -> None:
    wheel = next((kit / "wheels").glob("*bindings*"))
    content = bytearray(wheel.read_bytes())
    content[len(content) // 2] ^= 1
    wheel.unlink()
    wheel.write_bytes(content)
    assert f"wheels/{wheel.name}: found a file that is not the one in SHA256SUMS" in refusal(kit, tmp_path)


@pytest.mark.parametrize("file", ["targets/engines/*.engine", "metadata/timestamp.json"])
def test_a_missing_or_changed_file_of_the_feed_is_named(kit: Path, tmp_path: Path, file: str) -> None:
    (path,) = (kit / "feed").glob(file)
    flip_byte(path)
    name = path.relative_to(kit).as_posix()
    assert f"{name}: found a file that is not the one in SHA256SUMS" in refusal(kit, tmp_path)
    path.unlink()
    assert f"{name}: found nothing" in refusal(kit, tmp_path)


def test_a_kit_without_the_feed_asks_no_server_for_it(tmp_path: Path) -> None:
    package = tmp_path / "package"
    entry = model_entry(package, conv_net(package / "alpha.onnx"), strategy="download-else-build")
    write_manifest(package, entry, feed={"url": "https://127.0.0.1:9/feed", "root": "feed-root.json"})
    (package / "feed-root.json").write_bytes(MadeFeed(tmp_path / "feed").root)
    program = tmp_path / "setup"
    program.write_bytes(b"\x7fELF")
    wish = KitWish(package=package, programs=[program], wheels=None, output=tmp_path / "kit")
    make_kit(wish, lambda _line: None, NEVER)
    ended = run("install", "--quiet", "--kit", tmp_path / "kit", "--target", tmp_path / "target", home=tmp_path)
    assert ended.code == 0, ended.err
    assert re.search(r"https://127\.0\.0\.1:9/feed/\S+ could not be downloaded: it is not in the kit", ended.err)


def test_an_edited_manifest_is_named(kit: Path, tmp_path: Path) -> None:
    manifest = kit / "package/app.toml"
    manifest.write_text(manifest.read_text() + "\n")
    assert "package/app.toml: found a file that is not" in refusal(kit, tmp_path)


@pytest.mark.parametrize("content", [None, "", "no list"])
def test_a_folder_that_is_no_kit_is_refused(kit: Path, tmp_path: Path, content: str | None) -> None:
    (kit / "SHA256SUMS").unlink()
    if content is not None:
        (kit / "SHA256SUMS").write_text(content)
    ended = run("install", "--quiet", "--kit", kit, "--target", tmp_path / "target", home=tmp_path)
    assert ended.code != 0
    assert f"{kit}" in ended.err
    assert not (tmp_path / "target").exists()


def test_what_the_kit_lacks_is_not_downloaded(kit: Path, tmp_path: Path) -> None:
    """Whoever names another folder for the wheels gets no download instead."""
    (tmp_path / "empty").mkdir()
    asked = ("install", "--quiet", "--kit", kit, "--wheels", tmp_path / "empty", "--target", tmp_path / "target")
    ended = run(*asked, home=tmp_path)
    assert ended.code != 0
    assert re.search(r"https://127\.0\.0\.1:9/\S+\.whl could not be downloaded: it is not in the kit", ended.err)
    assert not (tmp_path / "target/engines/engines.json").exists()


def test_a_damaged_program_of_another_system_is_not_in_the_way(kit: Path, tmp_path: Path) -> None:
    (kit / "programs/linux/engine-installer").unlink()
    ended = run("install", "--plan", "--kit", kit, "--target", tmp_path / "target", home=tmp_path)
    assert ended.code == 0, ended.err


def test_what_is_named_one_by_one_goes_before_the_kit(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from installer.command_line.requests import with_kit

    of_kit = {"package": kit / "package", "wheels": kit / "wheels", "feed": kit / "feed", "kit": kit}
    assert with_kit("install", {"kit": kit}) == of_kit
    assert with_kit("install", {"kit": kit, "wheels": Path("w")}) == of_kit | {"wheels": Path("w")}
    assert with_kit("repair", {"kit": kit}) == {"wheels": kit / "wheels", "feed": kit / "feed", "kit": kit}
    monkeypatch.setattr(kits, "frozen_executable", lambda: kit / "programs/linux/engine-installer")
    assert with_kit("install", {}) == of_kit
    assert with_kit("install", {"package": Path("p")}) == {"package": Path("p")}
    assert with_kit("status", {}) == {}
