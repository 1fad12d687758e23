"""The copy of the frozen program in a target: made, updated, registered, run, and taken away with the rest."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.base.cancellation import CancelToken
from builder.base.events import Result
from builder.base.program import CONSOLE_PROGRAM, SUMS_NAME, WORKER, child_command
from builder.building import worker_process
from builder.building.machine import survey_machine
from installer.actions.install import install
from installer.self_test.checks import check_package
from installer.target import application_files, installation, maintenance_copy
from installer.target.application_files import inspect
from installer.target.file_changes import DiskEntry
from installer.target.paths import KEPT_PROGRAM, RECEIPT
from installer.target.request import Request
from installer.wizard.assessment import assess, brand_of
from installer.wizard.choices import with_features
from tests.support import in_process
from tests.support.frozen import PROGRAM, WIZARD, pretend, pretend_source, program_folder
from tests.support.models import conv_net
from tests.support.packages import APP, model_entry, write_manifest
from tests.support.payloads import folder_sha256, payload_package, tree, write_files
from tests.support.program import Ended

pytestmark = pytest.mark.skipif(os.name == "nt", reason="written for Linux: links and desktop entries")

LINK = "_internal/library.so.1"
EVERYTHING = {*PROGRAM, LINK, SUMS_NAME}


@pytest.fixture
def patch(tmp_path: Path) -> Iterator[pytest.MonkeyPatch]:
    with in_process.user(tmp_path) as patch:
        yield patch


@pytest.fixture(autouse=True)
def no_hash_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maintenance_copy, "_hashes", {})


def package(tmp_path: Path, name: str = "package", **top: Any) -> Path:
    return payload_package(tmp_path / name, {"studio": b"app"}, **{"registration": {"executable": "studio"}} | top)


def started(patch: pytest.MonkeyPatch, folder: Path, name: str = CONSOLE_PROGRAM) -> None:
    pretend(patch, folder / name)


def run(tmp_path: Path, command: str, *options: str | Path) -> Ended:
    return in_process.main(command, "--quiet", "--target", tmp_path / "target", "--json", *options)


def copied(tmp_path: Path) -> dict[str, bytes]:
    found = tree(tmp_path / "target" / KEPT_PROGRAM).items()
    return {name: content for name, content in found if isinstance(content, bytes)}


def commands(tmp_path: Path) -> list[str]:
    """What the desktop entry starts for Repair and Uninstall."""
    text = (tmp_path / f".local/share/applications/{APP['id']}.desktop").read_text()
    return [line.removeprefix("Exec=").split()[0] for line in text.splitlines() if line.startswith("Exec=")][1:]


def installed(patch: pytest.MonkeyPatch, tmp_path: Path, **top: Any) -> Path:
    """Install from a pretended program; returns the folder of its copy."""
    started(patch, program_folder(tmp_path / "download", package(tmp_path, **top)))
    ended = run(tmp_path, "install")
    assert ended.code == 0, ended.out
    return tmp_path / "target" / KEPT_PROGRAM


def test_the_program_is_copied_without_its_package_and_registered(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    folder = program_folder(tmp_path / "download", package(tmp_path))
    (folder / "other-setup").write_bytes(b"another program, in a folder of downloads")
    started(patch, folder)
    assert run(tmp_path, "install").code == 0
    copy, files = tmp_path / "target" / KEPT_PROGRAM, copied(tmp_path)
    assert set(files) == EVERYTHING
    assert {name: files[name] for name in PROGRAM} == PROGRAM
    assert os.access(copy / WIZARD, os.X_OK)
    assert not os.access(copy / "_internal/base.zip", os.X_OK)
    # Two names of one library, so that no process ever loads it twice.
    assert (copy / LINK).samefile(copy / "_internal/qt/library.so.1")
    # But nothing of the folder that the user has unpacked.
    assert not (copy / LINK).samefile(folder / LINK)
    assert commands(tmp_path) == [str(copy / WIZARD)] * 2


def test_a_second_run_finds_nothing_to_do_and_reads_nothing(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    installed(patch, tmp_path)
    read: list[str] = []

    def looked_at(target: Path, file: str, cancel: CancelToken) -> DiskEntry | None:
        read.append(file)
        return inspect(target, file, cancel)

    patch.setattr(application_files, "inspect", looked_at)
    ended = run(tmp_path, "install")
    assert ended.events[-1]["detail"] == "Everything is current; nothing was changed."
    assert read
    assert not [file for file in read if file.startswith(KEPT_PROGRAM)]


def test_a_repair_from_the_installer_repairs_what_looks_the_same(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    library = installed(patch, tmp_path) / "_internal/base.zip"
    times = library.stat()
    library.write_bytes(b"MODULES")
    os.utime(library, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert run(tmp_path, "install").code == 0
    assert library.read_bytes() == b"MODULES"
    assert run(tmp_path, "repair").code == 0
    assert library.read_bytes() == PROGRAM["_internal/base.zip"]


@pytest.mark.parametrize("change", [b"truncated", None], ids=["changed", "missing"])
def test_an_install_from_the_installer_repairs_what_differs(
    tmp_path: Path, patch: pytest.MonkeyPatch, change: bytes | None
) -> None:
    library = installed(patch, tmp_path) / "_internal/base.zip"
    library.unlink()
    if change:
        library.write_bytes(change)
    assert run(tmp_path, "install").code == 0
    assert library.read_bytes() == PROGRAM["_internal/base.zip"]


def test_a_newer_installer_updates_the_copy(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    copy = installed(patch, tmp_path)
    newer = {name: content + b", newer" for name, content in PROGRAM.items() if name != WIZARD}
    newer |= {"Test-App-2.0-setup": b"the new wizard"}
    started(patch, program_folder(tmp_path / "second", package(tmp_path, "two", app=APP | {"version": "2.0"}), newer))
    assert run(tmp_path, "install").code == 0
    files = copied(tmp_path)
    assert {name: files[name] for name in newer} == newer
    assert WIZARD not in files
    assert commands(tmp_path) == [str(copy / "Test-App-2.0-setup")] * 2


def test_the_copy_repairs_without_the_installer_and_stays_as_it_is(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    copy = installed(patch, tmp_path)
    receipt = (tmp_path / "target" / RECEIPT).read_bytes()
    shutil.rmtree(tmp_path / "download")
    shutil.rmtree(tmp_path / "package")
    started(patch, copy, WIZARD)
    (copy / "licenses/x-1.0/LICENSE").unlink()
    before = copied(tmp_path)
    ended = run(tmp_path, "repair")
    assert (ended.code, ended.events[-1]["detail"]) == (0, "Everything is current; nothing was changed.")
    # Under another name of the target as well.
    (tmp_path / "link").symlink_to("target")
    assert in_process.main("repair", "--quiet", "--target", tmp_path / "link").code == 0
    assert (tmp_path / "target" / RECEIPT).read_bytes() == receipt
    assert copied(tmp_path) == before
    assert (tmp_path / "target" / KEPT_PROGRAM).is_dir()


def test_a_program_from_source_leaves_the_copy_and_its_registration(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    copy = installed(patch, tmp_path)
    before = copied(tmp_path)
    pretend_source(patch)
    (tmp_path / f".local/share/applications/{APP['id']}.desktop").unlink()
    ended = run(tmp_path, "repair")
    assert ended.code == 0
    assert copied(tmp_path) == before
    assert commands(tmp_path) == [str(copy / WIZARD)] * 2


def test_a_copy_that_has_no_program_any_longer_is_not_registered(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(installed(patch, tmp_path))
    pretend_source(patch)
    (tmp_path / f".local/share/applications/{APP['id']}.desktop").unlink()
    assert run(tmp_path, "repair").code == 0
    assert commands(tmp_path) == [sys.executable] * 2


def test_a_vendor_may_want_none(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    copy = installed(patch, tmp_path)
    none = package(tmp_path, "none", maintenance={"keep_program": False})
    folder = program_folder(tmp_path / "second", none)
    started(patch, folder)
    assert run(tmp_path, "install").code == 0
    assert not copy.exists()
    assert commands(tmp_path) == [str(folder / CONSOLE_PROGRAM)] * 2


def test_a_program_that_lies_in_the_target_needs_no_copy(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    """As it does where an application's own installer brings it."""
    folder = program_folder(tmp_path / "target/engine-installer", package(tmp_path))
    (tmp_path / "link").symlink_to("target")
    started(patch, tmp_path / "link/engine-installer")
    assert run(tmp_path, "install").code == 0
    assert not (tmp_path / "target" / KEPT_PROGRAM).exists()
    assert commands(tmp_path) == [str(tmp_path / "link/engine-installer" / CONSOLE_PROGRAM)] * 2
    assert run(tmp_path, "uninstall").code == 0
    assert (folder / WIZARD).exists()


def test_of_a_folder_without_a_list_nothing_is_copied(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    folder = program_folder(tmp_path / "download", package(tmp_path))
    (folder / SUMS_NAME).unlink()
    started(patch, folder)
    assert run(tmp_path, "install").code == 0
    assert not (tmp_path / "target" / KEPT_PROGRAM).exists()
    assert commands(tmp_path) == [str(folder / CONSOLE_PROGRAM)] * 2


@pytest.mark.parametrize("line", ["0  ../secret\n", "0  /etc/passwd\n", "0  _internal/leaving\n", "nonsense\n"])
def test_a_list_that_leads_elsewhere_is_refused(tmp_path: Path, patch: pytest.MonkeyPatch, line: str) -> None:
    folder = program_folder(tmp_path / "download", package(tmp_path))
    (tmp_path / "secret").write_bytes(b"another user's")
    (folder / "_internal/leaving").symlink_to(tmp_path / "secret")
    with (folder / SUMS_NAME).open("a") as stream:
        stream.write(line)
    started(patch, folder)
    ended = run(tmp_path, "install")
    assert ended.code == 65
    assert "SHA256SUMS is not as it was packaged" in ended.events[-1]["detail"]
    assert not (tmp_path / "target").exists()


def test_what_is_not_as_the_list_says_is_not_copied(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    folder = program_folder(tmp_path / "download", package(tmp_path))
    (folder / "_internal/base.zip").write_bytes(b"damaged")
    started(patch, folder)
    ended = run(tmp_path, "install")
    assert ended.code == 65
    assert not (tmp_path / "target").exists()


def test_the_one_file_program_is_copied_under_its_lasting_name(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    contents = program_folder(tmp_path / "unpacked", package(tmp_path)) / "_internal"
    program = tmp_path / "Test App-setup (1)"
    program.write_bytes(b"all in one")
    program.chmod(0o755)
    pretend(patch, program, contents)
    assert run(tmp_path, "install").code == 0
    assert copied(tmp_path) == {CONSOLE_PROGRAM: b"all in one"}
    copy = tmp_path / "target" / KEPT_PROGRAM / CONSOLE_PROGRAM
    assert os.access(copy, os.X_OK)
    assert commands(tmp_path) == [str(copy)] * 2
    pretend(patch, copy, contents)
    assert run(tmp_path, "repair").events[-1]["detail"] == "Everything is current; nothing was changed."
    assert run(tmp_path, "uninstall").code == 0
    assert not (tmp_path / "target").exists()


@pytest.mark.parametrize("wizard", [True, False])
def test_the_menu_starts_a_program_without_a_window_in_a_terminal(
    tmp_path: Path, patch: pytest.MonkeyPatch, wizard: bool
) -> None:
    files = PROGRAM if wizard else {name: content for name, content in PROGRAM.items() if name != WIZARD}
    patch.setattr(installation, "has_wizard", lambda: wizard)
    started(patch, program_folder(tmp_path / "download", package(tmp_path, registration={}), files))
    assert run(tmp_path, "install").code == 0
    assert commands(tmp_path)[0].endswith(f"/{WIZARD if wizard else CONSOLE_PROGRAM}")
    entry = (tmp_path / f".local/share/applications/{APP['id']}.desktop").read_text()
    assert f"\nTerminal={'false' if wizard else 'true'}\n" in entry


def test_the_copy_uninstalls_itself(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    copy = installed(patch, tmp_path)
    started(patch, copy)
    removed = json.loads(run(tmp_path, "uninstall", "--plan").out)["remove"]
    # Until the last moment it can complete what was cut off.
    assert {name.removeprefix(f"{KEPT_PROGRAM}/") for name in removed[-len(EVERYTHING) - 1 : -1]} == EVERYTHING
    ended = run(tmp_path, "uninstall")
    assert ended.code == 0
    assert "Kept" not in ended.events[-1]["detail"]
    assert not (tmp_path / "target").exists()
    assert tree(tmp_path / ".local/share/applications") == {}


def test_where_running_programs_are_held_the_copy_goes_when_it_has_ended(
    tmp_path: Path, patch: pytest.MonkeyPatch
) -> None:
    copy = installed(patch, tmp_path)
    started(patch, copy, WIZARD)
    later: list[tuple[Path, list[Path]]] = []
    for module in ("installer.actions.uninstall", "installer.target.installation"):
        patch.setattr(f"{module}.holds_running_programs", lambda: True)
    patch.setattr("installer.target.application_files.is_held", lambda path: path.is_relative_to(copy))
    patch.setattr(
        "installer.target.installation.remove_after_exit", lambda folder, parents: later.append((folder, parents))
    )
    plan = json.loads(run(tmp_path, "uninstall", "--plan").out)
    assert f"{KEPT_PROGRAM}/{WIZARD}" in plan["remove"]
    assert not later
    ended = run(tmp_path, "uninstall")
    assert ended.code == 0, ended.out
    assert "Kept" not in ended.events[-1]["detail"]
    target = tmp_path / "target"
    assert {path for path in target.rglob("*") if path.is_file()} == {copy / name for name in EVERYTHING}
    ((folder, parents),) = later
    assert folder == copy
    assert parents == [target / "engines", target / ".engine-installer", target]


def test_another_program_removes_the_copy_at_once_wherever_it_runs(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    installed(patch, tmp_path)
    for module in ("installer.actions.uninstall", "installer.target.installation"):
        patch.setattr(f"{module}.holds_running_programs", lambda: True)
    assert run(tmp_path, "uninstall").code == 0
    assert not (tmp_path / "target").exists()


def test_the_copy_installs_once_more_what_was_installed_and_nowhere_else(
    tmp_path: Path, patch: pytest.MonkeyPatch
) -> None:
    copy = installed(patch, tmp_path)
    shutil.rmtree(tmp_path / "download")
    shutil.rmtree(tmp_path / "package")
    started(patch, copy)
    before = tree(tmp_path / "target")
    ended = in_process.main("install", "--quiet", "--json")
    assert (ended.code, ended.events[-1]["detail"]) == (0, "Everything is current; nothing was changed.")
    assert tree(tmp_path / "target") == before
    elsewhere = in_process.main("install", "--quiet", "--target", tmp_path / "elsewhere")
    assert elsewhere.code == 66
    assert "No app package came with this copy of the program." in elsewhere.err
    assert not (tmp_path / "elsewhere").exists()
    assert check_package(CancelToken()).state == "pass"


def features(tmp_path: Path) -> list[str]:
    index = json.loads((tmp_path / "target/engines/engines.json").read_text())
    return [engine["feature"] for engine in index["engines"]]


@pytest.mark.parametrize("by", ["the installer", "the copy"])
def test_features_are_added_and_removed_later(tmp_path: Path, patch: pytest.MonkeyPatch, by: str) -> None:
    """As the wizard's Change does; the application's own files stay, whoever does it."""
    # A pretended program has no worker of its own.
    worker = child_command(WORKER)
    patch.setattr(worker_process, "child_command", lambda _module: worker)
    source = write_files(tmp_path / "package", {"app/studio": b"app"})
    models = [
        model_entry(source, conv_net(source / f"{name}.onnx", channels=8 + number), feature=name.title())
        for number, name in enumerate(("upscaling", "faces"))
    ]
    payload = {"folder": "app", "sha256": folder_sha256(source / "app")}
    write_manifest(source, *models, payload=payload, registration={"executable": "studio"})
    started(patch, program_folder(tmp_path / "download", source))
    assert run(tmp_path, "install").code == 0
    assert features(tmp_path) == ["Upscaling", "Faces"]
    if by == "the copy":
        shutil.rmtree(tmp_path / "download")
        shutil.rmtree(source)
        started(patch, tmp_path / "target" / KEPT_PROGRAM)
    files = {"studio": (tmp_path / "target/studio").read_bytes()}
    for without, expected in ((("Faces",), ["Upscaling"]), ((), ["Upscaling", "Faces"]), (("Upscaling",), ["Faces"])):
        request = Request(target=tmp_path / "target")
        found = assess("install", request, CancelToken())
        assert found.installed is not None
        assert found.features == ("Upscaling", "Faces")
        assert not found.is_update
        changed = with_features(request, found.installed, without)
        events = list(install(changed, survey_machine(), CancelToken()))
        assert isinstance(events[-1], Result)
        assert events[-1].code == 0, events[-1]
        assert features(tmp_path) == expected
        again = assess("install", request, CancelToken())
        assert again.left_out == without
        assert again.installed is not None
        assert again.installed.features == tuple(expected)
    if by == "the copy":  # which means its own target
        assert in_process.main("add", "Upscaling", "--quiet").code == 0
        assert features(tmp_path) == ["Upscaling", "Faces"]
        assert in_process.main("remove", "Upscaling", "Faces", "--quiet").code == 0
        assert features(tmp_path) == []
    assert (tmp_path / "target/studio").read_bytes() == files["studio"]
    assert sorted(copied(tmp_path)) == sorted(EVERYTHING)


def test_the_copy_of_an_application_whose_package_was_not_kept_says_so(
    tmp_path: Path, patch: pytest.MonkeyPatch
) -> None:
    copy = installed(patch, tmp_path, maintenance={"keep_package": False})
    shutil.rmtree(tmp_path / "download")
    shutil.rmtree(tmp_path / "package")
    started(patch, copy)
    ended = in_process.main("install", "--quiet")
    assert ended.code == 66
    assert "--package" in ended.err


def test_the_copy_presents_itself_as_the_application(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    started(patch, installed(patch, tmp_path))
    brand = brand_of("install", Request(target=tmp_path / "target"))
    assert (brand.title, brand.app.publisher) == ("Test App 1.0", "Example Ltd")


@pytest.mark.parametrize("app", [{"version": "0.9"}, {"id": "com.example.other"}], ids=["older", "another"])
def test_a_program_that_came_with_something_else_leaves_the_copy_alone(
    tmp_path: Path, patch: pytest.MonkeyPatch, app: dict[str, str]
) -> None:
    installed(patch, tmp_path)
    before = copied(tmp_path)
    other = {name: content + b", another" for name, content in PROGRAM.items()}
    started(patch, program_folder(tmp_path / "second", package(tmp_path, "two", app=APP | app), other))
    assert run(tmp_path, "repair").code == 0
    assert copied(tmp_path) == before


def test_an_installer_that_is_not_complete_is_reported(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    before = copied(tmp_path) if installed(patch, tmp_path) else {}
    missing = tmp_path / "download/_internal/base.zip"
    missing.unlink()
    ended = run(tmp_path, "install")
    assert ended.code == 65
    assert f"{missing} is missing" in ended.events[-1]["detail"]
    assert copied(tmp_path) == before


def test_the_copy_knows_its_own_target(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    started(patch, installed(patch, tmp_path))
    assert str(tmp_path / "target") in in_process.main("status").out
    assert in_process.main("uninstall", "--quiet").code == 0
