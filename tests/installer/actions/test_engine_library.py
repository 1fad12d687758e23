"""Installations whose engine library comes from wheels."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from builder.base.errors import ExitCode
from tests.support import in_process, program
from tests.support.load import under_load
from tests.support.packages import small_package
from tests.support.web import make_certificate, send, serve
from tests.support.wheels import ENGINE_LIBRARY, pack_installed, wheel_entry

NAMES = {"tensorrt_rtx_cu13_bindings", "tensorrt_rtx_cu13_libs"}


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheels")
    pack_installed(ENGINE_LIBRARY, folder)
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "home"
    folder.mkdir()
    with in_process.user(folder):
        yield folder


def package_with(wheels: Path, folder: Path, *names: str, **values: Any) -> Path:
    entries = [wheel_entry(path, **values) for path in sorted(wheels.glob("*.whl"))]
    return small_package(folder, *(names or ("alpha",)), library={"source": "wheels", "wheels": entries})


def library_folder(target: Path) -> Path:
    (folder,) = (target / ".engine-installer/library").iterdir()
    return folder


def files_in(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()
    }


def test_the_library_is_installed_used_kept_for_repairs_and_removed(wheels: Path, tmp_path: Path) -> None:
    package, target = package_with(wheels, tmp_path / "package"), tmp_path / "target"
    ended = program.run(
        "install", "--quiet", "--package", package, "--target", target, "--wheels", wheels,
        home=tmp_path,
    )  # fmt: skip
    assert ended.code == 0, ended.err
    before = files_in(library_folder(target))
    assert {name.partition("-")[0] for name in before if "dist-info" in name} == NAMES
    assert not [name for name in before if "__pycache__" in name]
    receipt = json.loads((target / ".engine-installer/receipt.json").read_text())
    assert len([file for file in receipt["files"] if "/library/" in file["file"]]) == len(before)
    # Neither the wheels nor the package are needed any longer.
    shutil.rmtree(package)
    next((target / "engines").glob("*.engine")).unlink()
    assert program.run("repair", "--quiet", "--target", target, home=tmp_path).code == 0
    assert files_in(library_folder(target)) == before
    status = program.run("status", "--json", "--target", target, home=tmp_path)
    assert json.loads(status.out)["state"] == "ready"
    assert program.run("uninstall", "--quiet", "--target", target, home=tmp_path).code == 0
    assert not target.exists()


def test_features_share_the_library(wheels: Path, tmp_path: Path) -> None:
    package, target = package_with(wheels, tmp_path / "package", "alpha", "beta"), tmp_path / "target"
    manifest = package / "app.toml"
    manifest.write_text(manifest.read_text().replace('"name" = "beta"', '"name" = "beta"\n"feature" = "Beta"'))
    places = ("--quiet", "--target", target)

    def run(*command: str | Path) -> int:
        return program.run(*command, *places, home=tmp_path).code

    assert run("install", "--package", package, "--wheels", wheels, "--without", "Beta") == 0
    library = files_in(library_folder(target))
    shutil.rmtree(package)
    for command in ("add", "remove"):
        assert run(command, "Beta") == 0
        assert files_in(library_folder(target)) == library
    # A damaged one stays as it is where nothing is built, and is needed again where something is.
    lost = library_folder(target) / next(iter(library))
    lost.unlink()
    assert run("remove", "Beta") == 0
    assert files_in(library_folder(target)).keys() == library.keys() - {next(iter(library))}
    assert run("add", "Beta") == ExitCode.SYSTEM_NOT_SUPPORTED.number
    assert run("add", "Beta", "--wheels", wheels) == 0
    assert files_in(library_folder(target)).keys() == library.keys()


def test_it_is_the_library_of_the_target_that_builds(wheels: Path, tmp_path: Path) -> None:
    package, target = package_with(wheels, tmp_path / "package"), tmp_path / "target"
    log = tmp_path / "log.txt"
    command = ("install", "--quiet", "--package", package, "--target", target, "--wheels", wheels, "--log", log)
    assert program.run(*command, home=tmp_path).code == 0
    assert f"unpacking {wheels}" in log.read_text()
    module = library_folder(target) / "tensorrt_rtx_bindings/__init__.py"
    module.write_text("raise ImportError('changed')")
    next((target / "engines").glob("*.engine")).unlink()
    # The changed library is not used, and there is no other.
    ended = program.run("repair", "--quiet", "--target", target, home=tmp_path)
    assert ended.code != 0
    assert "its wheels are not in" in ended.err
    ended = program.run("repair", "--quiet", "--target", target, "--wheels", wheels, home=tmp_path)
    assert ended.code == 0, ended.err
    assert "raise ImportError('changed')" not in module.read_text()


def test_without_the_wheels_nothing_is_changed_and_the_files_are_named(wheels: Path, home: Path) -> None:
    package, target = package_with(wheels, home / "package"), home / "target"
    ended = in_process.main("install", "--quiet", "--package", package, "--target", target, "--json")
    checks = next(event["checks"] for event in ended.events if event["event"] == "preflight")
    (library,) = [check for check in checks if check["name"] == "library"]
    assert library["state"] == "fail"
    assert all(path.name in library["message"] for path in wheels.iterdir())
    assert "--wheels" in library["hint"]
    assert ended.events[-1]["name"] == "system_not_supported"
    assert not target.exists()


def test_the_plan_says_where_the_library_comes_from(wheels: Path, home: Path) -> None:
    package, target = package_with(wheels, home / "package"), home / "target"
    command = ("install", "--plan", "--package", package, "--target", target, "--wheels", wheels)
    planned = json.loads(in_process.main(*command, "--json").out)["library"]
    assert [Path(wheel["from"]).parent for wheel in planned["wheels"]] == [wheels, wheels]
    assert not planned["installed"]
    text = in_process.main(*command).out
    assert all(path.name in text for path in wheels.iterdir())
    assert in_process.main(*command[:-2]).code != 0
    assert not target.exists()


def test_a_wheel_that_was_changed_leaves_nothing(wheels: Path, home: Path) -> None:
    package, target = package_with(wheels, home / "package"), home / "target"
    changed = home / "wheels"
    changed.mkdir()
    for path in wheels.iterdir():
        (changed / path.name).write_bytes(path.read_bytes()[:-1])
    ended = in_process.main("install", "--quiet", "--package", package, "--target", target, "--wheels", changed)
    assert ended.code == ExitCode.PACKAGE_INVALID.number
    assert "is not the wheel that app.toml names" in ended.err
    assert not target.exists()


def test_wheels_for_other_computers_are_refused_by_name(home: Path) -> None:
    entry = {"file": "tensorrt_rtx_cu13_libs-1.7-py3-none-plan9_mips.whl", "sha256": "0" * 64, "size": 1}
    package = small_package(home / "package", "alpha", library={"source": "wheels", "wheels": [entry]})
    ended = in_process.main("install", "--quiet", "--package", package, "--target", home / "target")
    assert "app.toml names no wheel for Python 3." in ended.err
    assert "plan9_mips" in ended.err
    assert not (home / "target").exists()


def test_another_set_of_wheels_replaces_the_library(wheels: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"
    package = package_with(wheels, tmp_path / "one")
    command = ("install", "--quiet", "--target", target, "--wheels", wheels, "--package")
    assert program.run(*command, package, home=tmp_path).code == 0
    before = library_folder(target).name
    other = tmp_path / "wheels"
    pack_installed(ENGINE_LIBRARY[1:], other)
    libs = next(wheels.glob("*libs*"))
    (other / libs.name).hardlink_to(libs)
    bindings = next(other.glob("*bindings*"))
    with zipfile.ZipFile(bindings, "a") as archive:
        archive.comment = b"made again"
    package = package_with(other, tmp_path / "two", "alpha", "beta")
    ended = program.run(
        "install", "--quiet", "--target", target, "--wheels", other, "--package", package, home=tmp_path
    )
    assert ended.code == 0, ended.err
    assert library_folder(target).name != before


TOKEN = "SECRETTOKEN123"


def package_to_download(wheels: Path, folder: Path, address: str) -> Path:
    entries = [wheel_entry(path, url=f"{address}/{path.name}?sig={TOKEN}") for path in sorted(wheels.glob("*.whl"))]
    return small_package(folder, "alpha", library={"source": "wheels", "wheels": entries})


def test_wheels_that_are_not_available_are_downloaded(wheels: Path, tmp_path: Path) -> None:
    certificate, target, asked = make_certificate(tmp_path), tmp_path / "target", []

    def answer(request: BaseHTTPRequestHandler) -> None:
        name, _, query = request.path.lstrip("/").partition("?")
        asked.append(name)
        send(request, (wheels / name).read_bytes(), status=200 if query == f"sig={TOKEN}" else 403)

    with serve(answer, certificate) as address:
        package = package_to_download(wheels, tmp_path / "package", address)
        command = ("install", "--quiet", "--package", package, "--target", target)
        ended = program.run(*command, "--plan", "--json", home=tmp_path)
        told = ended.out
        assert [wheel["from"].startswith(address) for wheel in json.loads(ended.out)["library"]["wheels"]] == [True] * 2
        assert asked == []
        # The server's certificate is not signed by anyone.
        ended = program.run(*command, home=tmp_path, env={"no_proxy": "localhost"})
        assert ended.code == ExitCode.SYSTEM_NOT_SUPPORTED.number
        assert "CERTIFICATE_VERIFY_FAILED" in ended.err
        told += ended.err
        assert not target.exists()
        env = {"no_proxy": "localhost", "SSL_CERT_FILE": str(certificate)}
        ended = program.run(*command, "--json", home=tmp_path, env=env)
        assert ended.code == 0, ended.out
        told += ended.out + ended.err
        reported = [event for event in ended.events if event["event"] == "downloading"]
        for path in wheels.iterdir():
            received = [event["received"] for event in reported if event["file"] == path.name]
            assert (received[0], received[-1]) == (0, path.stat().st_size)
        assert sorted(asked) == sorted(path.name for path in wheels.iterdir())
        next((target / "engines").glob("*.engine")).unlink()
        assert program.run("repair", "--quiet", "--target", target, home=tmp_path).code == 0
        assert len(asked) == 2
    assert not list(target.rglob("*.whl"))
    told += "".join(path.read_text() for path in tmp_path.rglob("*.log"))
    assert (TOKEN in told, f"downloading {address}/" in told) == (False, True)


def test_a_download_that_is_cancelled_leaves_nothing(wheels: Path, tmp_path: Path) -> None:
    certificate, target = make_certificate(tmp_path), tmp_path / "target"
    sizes = {path.name: path.stat().st_size for path in wheels.iterdir()}

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", str(sizes[request.path.lstrip("/").partition("?")[0]]))
        request.end_headers()
        while True:
            request.wfile.write(b"x" * 1000)
            time.sleep(0.02)

    with serve(answer, certificate) as address:
        package = package_to_download(wheels, tmp_path / "package", address)
        arguments = ("install", "--quiet", "--package", package, "--target", target, "--json")
        env = program.environment(tmp_path, no_proxy="localhost", SSL_CERT_FILE=str(certificate))
        pipe = subprocess.PIPE
        with program.process(*arguments, cwd=tmp_path, env=env, stdin=pipe, stdout=pipe, stderr=pipe) as process:
            assert process.stdin
            assert process.stdout
            for line in process.stdout:
                event = json.loads(line)
                if event["event"] == "downloading" and event["received"] > 0:
                    break
            asked = time.monotonic()
            process.stdin.write(b"cancel\n")
            process.stdin.flush()
            assert json.loads(process.stdout.read().splitlines()[-1])["name"] == "cancelled"
            assert process.wait() == ExitCode.CANCELLED.number
            assert time.monotonic() - asked < under_load(2)
    assert not target.exists()


def test_a_run_that_is_killed_while_it_unpacks_leaves_nothing_to_the_next_one(wheels: Path, tmp_path: Path) -> None:
    package, target = package_with(wheels, tmp_path / "package"), tmp_path / "target"
    command = ("install", "--quiet", "--package", package, "--target", target, "--wheels", wheels, "--json")
    with program.start(*command, home=tmp_path) as process:
        assert process.stdout
        for line in process.stdout:
            if "unpacking" in json.loads(line).get("message", ""):
                break
        process.kill()
    assert not (target / "engines/engines.json").exists()
    ended = program.run(*command, home=tmp_path)
    assert ended.code == 0, ended.out
    assert program.run("uninstall", "--quiet", "--target", target, home=tmp_path).code == 0
    assert not target.exists()


def test_a_library_folder_with_added_files_is_not_used(wheels: Path, tmp_path: Path) -> None:
    package, target = package_with(wheels, tmp_path / "package"), tmp_path / "target"
    command = ("install", "--quiet", "--package", package, "--target", target)
    assert program.run(*command, "--wheels", wheels, home=tmp_path).code == 0
    (library_folder(target) / "ctypes.py").write_text(f"open({str(tmp_path / 'run')!r}, 'w')")
    next((target / "engines").glob("*.engine")).unlink()
    assert "its wheels are not in" in program.run(*command, home=tmp_path).err
    assert program.run(*command, "--wheels", wheels, home=tmp_path).code == 0
    assert not (tmp_path / "run").exists()
