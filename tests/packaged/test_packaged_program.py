"""The program as end users get it: packaged once by `engine-builder package`, then run away from this environment."""

from __future__ import annotations

import configparser
import contextlib
import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from builder.base.program import CHILD_ARGUMENT
from builder.vendor.packaging.search_paths import without_foreign_folders
from tests.feed.shop import ANY, Shop
from tests.support import program
from tests.support.models import net_with_external_data
from tests.support.packaged import WIZARD, Packaged, package
from tests.support.packages import APP, package_of, small_package
from tests.support.payloads import folder_sha256, write_files
from tests.support.program import ROOT, environment
from tests.support.system import require
from tests.support.wheels import ENGINE_LIBRARY, pack_installed, wheel_entry

LIBRARY = ("tensorrt_rtx_libs/libtensorrt_rtx.so.1", "libtensorrt_rtx.so.1")


def engines(target: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (target / "engines").glob("*.engine")}


def on_a_terminal(home: Path, *command: str | Path) -> tuple[int, bytes]:
    """Run a program on a terminal; returns its exit status and what was shown."""
    screen, terminal = os.openpty()
    with subprocess.Popen(
        command, env=environment(home) | {"TERM": "xterm"}, stdin=subprocess.DEVNULL, stdout=terminal, stderr=terminal
    ) as process:
        os.close(terminal)
        shown = b""
        # When the last who could write has gone, reading from a terminal is an error.
        with contextlib.suppress(OSError), open(screen, "rb", buffering=0) as lines:
            while chunk := lines.read(4096):
                shown += chunk
    return process.returncode, shown


def test_what_was_made_is_reported(packaged: Packaged) -> None:
    lines = packaged.said.splitlines()
    assert lines[0] == "engine-installer demo 1.0.0: 4 models, every hash is right"
    assert lines[1] == "built as a check with TensorRT-RTX 1.7.1.116: 4 models"
    sizes = [line.split()[2] for line in lines if " MB  " in line]
    assert sizes[:2] == ["tensorrt-rtx-cu13-libs", "pyside6-essentials"]
    assert [line.split(": ")[2] for line in lines if line.startswith("self-test: ")] == ["pass"] * 7
    assert lines[-1] == str(packaged.folder)


def test_the_folder_is_complete_and_every_file_is_listed(packaged: Packaged) -> None:
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=packaged.folder, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout
    listed = {line.partition("  ")[2] for line in (packaged.folder / "SHA256SUMS").read_text().splitlines()}
    there = {path for path in packaged.folder.rglob("*") if not path.is_dir()}
    files = {path.relative_to(packaged.folder).as_posix() for path in there if not path.is_symlink()}
    assert files - listed == {"SHA256SUMS"}
    assert not [path for path in there if path.is_symlink() and not path.exists()]
    assert sum(path.stat().st_size for path in there if not path.is_symlink()) < 495_000_000


def test_a_second_run_makes_the_same_files(packaged: Packaged, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    again = package(tmp_path / "output", "--no-check", env={"TMPDIR": str(tmp_path / "elsewhere")})
    assert (again.folder / "SHA256SUMS").read_text() == (packaged.folder / "SHA256SUMS").read_text()
    assert not list((tmp_path / "elsewhere").iterdir())


def test_every_component_has_its_licence_beside_the_program(packaged: Packaged) -> None:
    bom = json.loads((packaged.folder / "sbom.cdx.json").read_text(encoding="utf-8"))
    names = {component["name"] for component in bom["components"]}
    assert {
        "Python",
        "pyside6-essentials",
        "tensorrt-rtx-cu13-libs",
        "numpy",
        "engine-installer",
        "pyinstaller",
        "tuf",
        "cryptography",
        "openssl",
    } <= names
    texts = {path.name.rpartition("-")[0] for path in (packaged.folder / "licenses").iterdir()}
    assert all(any(text.startswith(name) for text in texts) for name in names)
    assert not names & {"mypy", "hypothesis", "pytest", "setuptools", "libreadline8", "libgtk-3-0"}


def test_nothing_of_this_computer_is_in_it(packaged: Packaged) -> None:
    places = [str(ROOT).encode(), str(packaged.folder.parent).encode()]
    for path in packaged.folder.rglob("*"):
        if path.is_file() and path.stat().st_size < 20_000_000:
            content = path.read_bytes()
            assert not [place for place in places if place in content], path


def test_it_installs_repairs_and_removes_what_the_program_from_source_would(packaged: Packaged, tmp_path: Path) -> None:
    target = tmp_path / "frozen"
    assert "4 engines installed" in packaged.run("install", "--quiet", "--target", target, home=tmp_path).out
    assert program.run("install", "--quiet", "--target", tmp_path / "source", home=tmp_path).code == 0
    built = engines(target)
    assert len(built) == 4
    assert built == engines(tmp_path / "source")
    status = packaged.run("status", "--json", "--target", target, home=tmp_path)
    assert json.loads(status.out)["state"] == "ready"
    next((target / "engines").glob("denoise-fp16*.engine")).unlink()
    assert packaged.run("status", "--detect", "--target", target, home=tmp_path).code == 1
    assert "1 engine installed" in packaged.run("repair", "--quiet", "--target", target, home=tmp_path).out
    assert engines(target) == built
    assert packaged.run("uninstall", "--quiet", "--target", target, home=tmp_path).code == 0
    assert not target.exists()


@pytest.mark.needs("nginx", "openssl")
def test_it_fetches_signed_engines_from_a_web_server(packaged: Packaged, shop: Shop, tmp_path: Path) -> None:
    """With the certificates of the system, and with native libraries of its own for the signatures."""
    package, target = shop.package("build"), tmp_path / "target"
    options = ("--quiet", "--package", package, "--target", target)
    ended = packaged.run("install", *options, home=tmp_path, env=shop.environment(gpu=None))
    assert ended.code == 0, ended.err
    vendor = shop.built.engines[ANY]
    assert set(engines(target).values()) == {vendor[model].record.sha256 for model in ("alpha", "beta")}
    (fetched,) = shop.files_asked_for()
    assert fetched.startswith(vendor["beta"].record.sha256)


def test_its_workers_start_again_at_fixed_addresses(packaged: Packaged, tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", defaults={"reproducible": True})
    target = tmp_path / "target"
    ended = packaged.run("install", "--quiet", "--package", package, "--target", target, home=tmp_path)
    assert ended.code == 0, ended.err
    (engine,) = json.loads((target / "engines/engines.json").read_text())["engines"]
    assert engine["reproducible"] is True


def installed_from_a_download(packaged: Packaged, home: Path) -> Path:
    """Install an application that is registered, and throw away what it was installed from; returns the target."""
    download, package, target = home / "download", home / "package", home / "my target"
    shutil.copytree(packaged.folder, download, copy_function=os.link, symlinks=True)
    shutil.copytree(ROOT / "assets", package)
    with (package / "app.toml").open("a") as manifest:
        manifest.write("\n[registration]\n")
    ended = Packaged(download, "").run("install", "--quiet", "--package", package, "--target", target, home=home)
    assert ended.code == 0, ended.err
    shutil.rmtree(download)
    shutil.rmtree(package)
    return target


def menu(home: Path) -> dict[str, list[str]]:
    """The commands that the desktop entry names, by the title of each."""
    (path,) = (home / ".local/share/applications").iterdir()
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(path)
    return {name.rpartition(" ")[2]: shlex.split(entry[name]["Exec"]) for name in entry.sections()}


def test_its_copy_repairs_and_removes_when_the_download_is_gone(packaged: Packaged, tmp_path: Path) -> None:
    target = installed_from_a_download(packaged, tmp_path)
    copy = Packaged(target / ".engine-installer/program", "")
    wizard = str(copy.folder / WIZARD)
    commands = menu(tmp_path)
    assert {name: command[:2] for name, command in commands.items()} == {
        "Entry": [wizard, "repair"],
        "repair": [wizard, "repair"],
        "uninstall": [wizard, "uninstall"],
    }
    library, name = (copy.folder / "_internal" / place for place in LIBRARY)
    assert library.samefile(name)
    assert not (copy.folder / "_internal/assets").exists()
    built = engines(target)
    next((target / "engines").glob("denoise-fp16*.engine")).unlink()
    assert "1 engine installed" in copy.run(*commands["repair"][1:], home=tmp_path, name=WIZARD).out
    assert engines(target) == built
    assert copy.run("self-test", home=tmp_path).code == 0
    # Repaired by the installer of the same version, it stays; by another one, it would be replaced.
    inode = library.stat().st_ino
    assert packaged.run("repair", "--quiet", "--target", target, home=tmp_path).code == 0
    assert library.stat().st_ino == inode
    assert menu(tmp_path) == commands
    ended = copy.run(*commands["uninstall"][1:], home=tmp_path, name=WIZARD)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Removed ")
    assert not target.exists()
    assert not list((tmp_path / ".local/share/applications").iterdir())


@pytest.mark.parametrize("front_end", ["events", "terminal", "wizard"])
def test_its_copy_runs_to_its_end_after_it_has_removed_itself(
    packaged: Packaged, tmp_path: Path, front_end: str
) -> None:
    target = installed_from_a_download(packaged, tmp_path)
    (target / "mine.txt").write_text("mine")
    copy = Packaged(target / ".engine-installer/program", "")
    log = tmp_path / "run.log"
    arguments = ("uninstall", "--target", target, "--log", log)
    if front_end == "events":
        ended = copy.run(*arguments, "--quiet", "--json", home=tmp_path)
        assert ended.events[-1]["name"] == "ok"
    elif front_end == "terminal":
        code, shown = on_a_terminal(tmp_path, copy.folder / "engine-installer", *arguments, "--quiet")
        assert (code, b"Removed " in shown) == (0, True)
    else:
        env = {"QT_QPA_PLATFORM": "offscreen"}
        ended = copy.run(*arguments, "--passive", home=tmp_path, name=WIZARD, env=env)
        assert (ended.code, ended.err) == (0, "")
    assert log.read_text(encoding="utf-8").endswith("RESULT code=0 name=ok\n")
    assert [path.name for path in target.iterdir()] == ["mine.txt"]


def test_a_model_with_weights_in_files_of_their_own_is_built(packaged: Packaged, tmp_path: Path) -> None:
    """The one case in which a worker loads onnx and numpy."""
    folder = tmp_path / "package"
    file = net_with_external_data(folder / "net.onnx")
    digest = hashlib.sha256((folder / "weights.bin").read_bytes()).hexdigest()
    listed = [{"file": "weights.bin", "sha256": digest}]
    package_of(folder, file, external_data=listed)
    for name, run in (("frozen", packaged.run), ("source", program.run)):
        ended = run("install", "--quiet", "--package", folder, "--target", tmp_path / name, home=tmp_path)
        assert ended.code == 0, ended.err
    assert len(engines(tmp_path / "frozen")) == 1
    assert engines(tmp_path / "frozen") == engines(tmp_path / "source")


def test_the_wizard_installs_without_a_screen(packaged: Packaged, tmp_path: Path) -> None:
    env = {"QT_QPA_PLATFORM": "offscreen"}
    ended = packaged.run("install", "--passive", "--target", tmp_path / "t", home=tmp_path, name=WIZARD, env=env)
    assert ended.code == 0, ended.err
    assert len(engines(tmp_path / "t")) == 4


def test_it_plans_for_gpus_that_are_not_here(packaged: Packaged, tmp_path: Path) -> None:
    ended = packaged.run("install", "--plan", "--as-gpu", "rtx 4070", home=tmp_path)
    assert ended.code == 0, ended.err
    assert ended.out.startswith("On a computer with NVIDIA GeForce RTX 4070:\n")
    assert ended.out.count("8.9: only NVIDIA GeForce RTX 4070 will run these engines") == 4
    assert not list(tmp_path.iterdir())


def test_on_a_terminal_it_has_its_live_display(packaged: Packaged, tmp_path: Path) -> None:
    code, shown = on_a_terminal(
        tmp_path, packaged.folder / "engine-installer", "install", "--quiet", "--target", tmp_path / "t"
    )
    assert code == 0
    assert b"4 engines installed" in shown
    assert b"\x1b[" in shown


def test_an_update_that_was_copied_over_an_older_version_builds_and_is_found_out(
    packaged: Packaged, tmp_path: Path
) -> None:
    updated = Packaged(tmp_path / "program", "")
    shutil.copytree(packaged.folder, updated.folder, copy_function=os.link, symlinks=True)
    inside = updated.folder / "_internal"
    for now in list(inside.glob("tensorrt_rtx_*.dist-info")):
        before = now.with_name(now.name.replace("1.7.1.116", "1.6.0.50"))
        before.mkdir()
        (before / "METADATA").write_text((now / "METADATA").read_text().replace("1.7.1.116", "1.6.0.50"))
    ended = updated.run("install", "--quiet", "--target", tmp_path / "target", home=tmp_path)
    assert ended.code == 0, ended.err
    index = json.loads((tmp_path / "target/engines/engines.json").read_text())
    assert {engine["library_version"] for engine in index["engines"]} == {"1.7.1.116"}
    ended = updated.run("self-test", "--json", home=tmp_path)
    assert ended.code == 70
    failed = {check["name"]: check for check in json.loads(ended.out)["checks"] if check["state"] == "fail"}
    assert list(failed) == ["files", "engine_library"]
    assert failed["files"]["message"].count("1.6.0.50.dist-info/METADATA") == 2
    assert "Remove the whole folder" in failed["files"]["hint"]
    assert "tensorrt-rtx-cu13-libs 1.6.0.50" in failed["engine_library"]["message"]


def test_it_works_from_a_long_path_in_another_script_that_cannot_be_written(packaged: Packaged, tmp_path: Path) -> None:
    place = tmp_path / "照片 工作室 Größe"
    while len(os.fsencode(place)) < 260:
        place /= "sub folder"
    shutil.copytree(packaged.folder, place, copy_function=os.link, symlinks=True)
    before = {path: path.stat().st_mtime_ns for path in place.rglob("*")}
    moved = Packaged(place, "")
    target = tmp_path / "Zielordner ü"
    ended = moved.run("install", "--quiet", "--target", target, home=tmp_path)
    assert ended.code == 0, ended.err
    assert len(engines(target)) == 4
    assert {path: path.stat().st_mtime_ns for path in place.rglob("*")} == before


def test_the_systems_own_programs_do_not_get_its_libraries(packaged: Packaged, tmp_path: Path) -> None:
    inhibit = tmp_path / "bin/systemd-inhibit"
    inhibit.parent.mkdir()
    inhibit.write_text(f'#!/bin/sh\necho "[$LD_LIBRARY_PATH]" > {tmp_path}/seen\nexec cat\n')
    inhibit.chmod(0o755)
    env = {"PATH": f"{inhibit.parent}:/usr/bin:/bin"}
    assert packaged.run("install", "--quiet", "--target", tmp_path / "t", home=tmp_path, env=env).code == 0
    assert (tmp_path / "seen").read_text() == "[]\n"


def test_it_runs_no_module_but_its_children(packaged: Packaged, tmp_path: Path) -> None:
    assert packaged.run(CHILD_ARGUMENT, "builder.vendor.populate", home=tmp_path).code == 2


def test_without_nvidias_library_it_installs_that_from_wheels(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    listed = [wheel_entry(path) for path in pack_installed(ENGINE_LIBRARY, folder / "wheels")]
    small_package(
        folder,
        app=APP | {"name": "engine-installer demo", "version": "1.0.0"},
        library={"source": "wheels", "wheels": listed},
    )
    # No window opens here, and freezing one takes a minute.
    made = package(tmp_path / "output", "--no-wizard", app=folder)
    assert [line.split(": ")[2] for line in made.said.splitlines() if line.startswith("self-test: ")] == ["pass"] * 7
    assert "built as a check with TensorRT-RTX 1.7.1.116: 2 models" in made.said
    assert not [path for path in made.folder.rglob("*") if "tensorrt" in path.name.lower()]
    assert "tensorrt" not in (made.folder / "sbom.cdx.json").read_text(encoding="utf-8")
    target = tmp_path / "target"
    ended = made.run("install", "--quiet", "--target", target, home=tmp_path)
    assert "its wheels are not in" in ended.err
    assert not target.exists()
    ended = made.run("install", "--quiet", "--target", target, "--wheels", folder / "wheels", home=tmp_path)
    assert ended.code == 0, ended.err
    source = program.run("install", "--quiet", "--package", folder, "--target", tmp_path / "source", home=tmp_path)
    assert source.code == 0, source.err
    assert engines(target) == engines(tmp_path / "source")
    next((target / "engines").glob("*.engine")).unlink()
    assert made.run("repair", "--quiet", "--target", target, home=tmp_path).code == 0
    assert made.run("uninstall", "--quiet", "--target", target, home=tmp_path).code == 0
    assert not target.exists()


def test_a_program_for_other_installers_has_neither_window_nor_app_package(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    application = write_files(folder / "linux", {"bin/studio": b"#!/bin/sh\n"})
    listed = {"folder": "linux", "sha256": folder_sha256(application)}
    small_package(
        folder,
        app=APP | {"name": "engine-installer demo", "version": "1.0.0"},
        payload={"windows": {"folder": "windows", "sha256": "0" * 64}, "linux": listed},
        registration={"executable": {"windows": "Studio.exe", "linux": "bin/studio"}},
    )
    made = package(tmp_path / "output", "--no-wizard", "--no-app-package", "--no-check", app=folder)
    assert [line.split(": ")[2] for line in made.said.splitlines() if line.startswith("self-test: ")] == ["pass"] * 7
    assert sorted(path.name for path in made.folder.iterdir()) == [
        "SHA256SUMS", "_internal", "engine-installer", "licenses", "sbom.cdx.json"
    ]  # fmt: skip
    files = [path.relative_to(made.folder).as_posix() for path in made.folder.rglob("*")]
    unwanted = re.compile(r"pyside|shiboken|qt6|\.qm$|/assets|\.onnx$|app\.toml", re.IGNORECASE)
    assert not [file for file in files if unwanted.search(file)]
    assert not re.search("pyside|libQt", (made.folder / "sbom.cdx.json").read_text(encoding="utf-8"), re.IGNORECASE)
    assert made.run("self-test", home=tmp_path).code == 0
    target = tmp_path / "target"
    ended = made.run("install", "--quiet", "--target", target, home=tmp_path)
    assert (ended.code, "--package" in ended.err) == (66, True)
    ended = made.run("install", "--quiet", "--target", target, "--package", folder, home=tmp_path)
    assert ended.code == 0, ended.err
    assert (target / "bin/studio").is_file()
    source = program.run("install", "--quiet", "--package", folder, "--target", tmp_path / "source", home=tmp_path)
    assert source.code == 0, source.err
    assert engines(target) == engines(tmp_path / "source")
    shutil.rmtree(folder)
    next((target / "engines").glob("*.engine")).unlink()
    assert made.run("repair", "--quiet", "--target", target, home=tmp_path).code == 0
    assert engines(target) == engines(tmp_path / "source")
    assert made.run("uninstall", "--quiet", "--target", target, home=tmp_path).code == 0
    assert not target.exists()


def test_a_user_without_rights_home_and_temporary_folder_succeeds_or_learns_why(
    packaged: Packaged, tmp_path: Path
) -> None:
    if os.geteuid():
        pytest.skip("only root can become another user")
    require("setpriv")
    place = Path("/var/tmp") / f"engine-installer-{os.getpid()}"
    shutil.copytree(packaged.folder, place / "program", symlinks=True)
    (place / "own").mkdir()
    os.chown(place / "own", 65534, 65534)
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    install: list[str | Path] = [place / "program/engine-installer", "install", "--quiet"]
    install += ["--target", place / "own/app"]
    bare = {"PATH": "/usr/bin:/bin", "TMPDIR": "/nowhere", "LC_ALL": "C"}

    def run(*options: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*nobody, *install, *options], cwd="/", env=bare, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            check=False,
        )  # fmt: skip

    try:
        refused = run()
        assert refused.returncode == 73
        assert "--log" in refused.stderr
        done = run("--log", place / "own/run.log")
        assert done.returncode == 0, done.stderr
        assert len(engines(place / "own/app")) == 4
    finally:
        shutil.rmtree(place)


def litter(folder: Path, marker: Path) -> None:
    """What others put into a folder of downloads or temporary files, in the hope that a program uses it."""
    module = f"open({str(marker)!r}, 'a').write(__name__)\n".encode()
    modules = ("sitecustomize", "usercustomize", "typing", "json", "numpy", "psutil", "builder", "installer", "PySide6")
    places = ("{0}.py", "{0}/__init__.py", "lib/python3.11/{0}.py", "python3.11/{0}.py")
    libraries = ("libpython3.11.so.1.0", "libc.so.6", "libm.so.6", "libz.so.1", "libnvidia-ml.so.1", "libQt6Core.so.6")
    paths = f"[Paths]\nPrefix = {folder}\nPlugins = {folder}\n".encode()
    write_files(
        folder,
        {place.format(name): module for name in modules for place in places}
        | {f"lib/python3.11/encodings/{name}.py": module for name in ("__init__", "utf_8")}
        | dict.fromkeys(libraries, b"not a library")
        | {
            f"{kind}/lib{kind}.so": b"not a plugin"
            for kind in ("platforms", "platformthemes", "imageformats", "styles")
        }
        | {"qt.conf": paths, "qt6.conf": paths, "Modules/Setup.local": b"", "pybuilddir.txt": str(folder).encode()}
        | {"pyvenv.cfg": f"home = {folder}\n".encode(), "python311._pth": f"{folder}\n".encode()},
    )


def test_it_uses_nothing_that_lies_beside_it_or_in_the_current_folder(packaged: Packaged, tmp_path: Path) -> None:
    require("strace")
    program, here, marker = tmp_path / "program", tmp_path / "here", tmp_path / "marker"
    shutil.copytree(packaged.folder, program, copy_function=os.link)
    here.mkdir()
    for folder in (program, here):
        litter(folder, marker)
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    trace = ["strace", "-f", "-qq", "-s", "4096", "-e", "trace=open,openat,execve", "-o", str(tmp_path / "opened")]
    options = ("--target", tmp_path / "target", "--log", tmp_path / "log")
    for name, way in (("engine-installer", "--quiet"), (WIZARD, "--passive")):
        done = subprocess.run(
            [*trace, program / name, "install", way, *options],
            cwd=here, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        opened = {Path(path) for path in re.findall(r'"(/[^"]+)".*\) = \d', (tmp_path / "opened").read_text())}
        beside = {path.relative_to(program) for path in opened if path.is_relative_to(program)}
        assert {path for path in beside if not (packaged.folder / path).exists()} == set()
        assert not [path for path in opened if path.is_relative_to(here)]
    assert not marker.exists()


def test_its_libraries_are_not_looked_for_where_it_was_made(packaged: Packaged) -> None:
    libraries = [path for path in packaged.folder.rglob("*.so*") if path.is_file() and not path.is_symlink()]
    assert len(libraries) > 50
    assert [path for path in libraries if without_foreign_folders(path.read_bytes()) is not None] == []
