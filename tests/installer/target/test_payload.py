"""The application's own files: installed with the engines as one transaction, and what others made is kept."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.manifest import MAINTENANCE_FOLDER
from tests.support.models import conv_net, unsupported_net
from tests.support.packages import model_entry, write_manifest
from tests.support.payloads import NO_ENGINES, folder_sha256, payload_package, tree, write_files
from tests.support.program import Ended, run, start
from tests.support.runs import install, warnings

FILES = {"studio": b"#!/bin/sh\n", "data/one.txt": b"one", "data/deep/two.txt": b"two"}


def repair(tmp_path: Path) -> Ended:
    return run("repair", "--quiet", "--target", tmp_path / "target", "--json", home=tmp_path)


def application(tmp_path: Path) -> dict[str, bytes]:
    """The files of the target that are no concern of engine-installer's own."""
    ours = ("engines/", f"{MAINTENANCE_FOLDER}/")
    found = tree(tmp_path / "target")
    return {name: value for name, value in found.items() if isinstance(value, bytes) and not name.startswith(ours)}


def saved(name: str, content: bytes) -> str:
    return f"{name}.saved-{hashlib.sha256(content).hexdigest()[:12]}"


def test_files_are_copied_with_content_and_executable_bit(tmp_path: Path) -> None:
    package = payload_package(tmp_path / "package", FILES)
    (package / "app/studio").chmod(0o755)
    ended = install(tmp_path, package)
    assert ended.code == 0
    assert application(tmp_path) == FILES
    assert (tmp_path / "target/studio").stat().st_mode & stat.S_IXUSR
    assert not (tmp_path / "target/data/one.txt").stat().st_mode & stat.S_IXUSR
    assert "3 files of the application installed" in ended.events[-1]["detail"]
    receipt = json.loads((tmp_path / "target/.engine-installer/receipt.json").read_text())
    own = {file["file"]: file["size"] for file in receipt["files"] if not file["file"].startswith(".")}
    assert own == {name: len(content) for name, content in FILES.items()}
    again = install(tmp_path, package)
    assert again.events[-1]["detail"] == "Everything is current; nothing was changed."


@pytest.mark.parametrize("declared", [{}, {"sha256": "0" * 64}], ids=["missing", "wrong"])
def test_a_hash_that_is_missing_or_wrong_is_reported_with_the_right_one(
    tmp_path: Path, declared: dict[str, str]
) -> None:
    package = payload_package(tmp_path / "package", FILES, payload={"folder": "app"} | declared)
    ended = install(tmp_path, package)
    assert ended.code == 65
    assert "payload.sha256" in ended.events[-1]["detail"]
    assert folder_sha256(package / "app") in ended.events[-1]["detail"]
    assert not (tmp_path / "target").exists()


def test_while_developing_no_hash_is_needed(tmp_path: Path) -> None:
    package = payload_package(tmp_path / "package", FILES, payload={"folder": "app"}, verify=False)
    ended = install(tmp_path, package)
    assert ended.code == 0
    assert "verify = false" in warnings(ended)
    assert application(tmp_path) == FILES


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_everything_that_cannot_be_installed_everywhere_is_refused_at_once(tmp_path: Path) -> None:
    package = payload_package(tmp_path / "package", {"good.txt": b""})
    bad = {"con.txt": b"", "a:b": b"", "dot.": b"", "data/NUL": b"", "Same": b"", "same": b"", "engines/x.engine": b""}
    write_files(package / "app", bad | {".engine-installer/receipt.json": b"{}", "outside/file": b""})
    write_files(tmp_path / "elsewhere", {"secret": b""})
    (package / "app/folder-link").symlink_to("outside")
    (package / "app/leaving").symlink_to(tmp_path / "elsewhere/secret")
    ended = install(tmp_path, package)
    assert ended.code == 65
    detail = ended.events[-1]["detail"]
    reported = ("'con.txt'", "'a:b'", "'dot.'", "'data/NUL'", "'Same' and 'same'", "'engines'", "'.engine-installer'")
    for name in (*reported, "'folder-link', a link to a folder", "leaves the package", "'leaving'"):
        assert name in detail, name
    assert not (tmp_path / "target").exists()


def test_a_file_and_a_folder_whose_names_differ_only_in_case_are_refused(tmp_path: Path) -> None:
    package = payload_package(tmp_path / "package", {"Data": b"a file", "data/one.txt": b"in a folder"})
    ended = install(tmp_path, package)
    assert ended.code == 65
    assert not (tmp_path / "target").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_that_is_no_text_is_refused_or_installed(tmp_path: Path) -> None:
    package = payload_package(tmp_path / "package", FILES, payload={"folder": "app"}, verify=False)
    (package / "app" / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"")
    assert install(tmp_path, package).code in (0, 65)


def test_links_to_files_inside_the_folder_count_as_files(tmp_path: Path) -> None:
    package = payload_package(tmp_path / "package", FILES, payload={"folder": "app"}, verify=False)
    (package / "app/copy.txt").symlink_to("data/one.txt")
    assert install(tmp_path, package).code == 0
    assert not (tmp_path / "target/copy.txt").is_symlink()
    assert application(tmp_path) == FILES | {"copy.txt": b"one"}


def test_what_is_in_the_way_is_kept_under_another_name_and_reported(tmp_path: Path) -> None:
    package = payload_package(tmp_path / "package", FILES)
    write_files(tmp_path / "target", {"studio": b"not ours", "data/one.txt": b"one", "notes.txt": b"mine"})
    ended = install(tmp_path, package)
    assert ended.code == 0
    kept = {saved("studio", b"not ours"): b"not ours", "notes.txt": b"mine"}
    assert application(tmp_path) == FILES | kept
    assert f"it is kept as {saved('studio', b'not ours')}" in warnings(ended)
    # Now one of our files that the user has changed.
    (tmp_path / "target/data/one.txt").write_bytes(b"changed")
    ended = install(tmp_path, package)
    assert ended.code == 0
    assert application(tmp_path) == FILES | kept | {saved("data/one.txt", b"changed"): b"changed"}


def test_every_link_in_the_way_is_kept(tmp_path: Path) -> None:
    package = payload_package(tmp_path / "package", FILES)
    install(tmp_path, package)
    write_files(tmp_path / "elsewhere", {"first": b"first", "second": b"second"})
    for name in ("first", "second"):
        (tmp_path / "target/studio").unlink()
        (tmp_path / "target/studio").symlink_to(tmp_path / "elsewhere" / name)
        ended = install(tmp_path, package)
        assert ended.code == 0
        assert "it is kept as studio.saved-" in warnings(ended)
    links = {str(path.readlink()) for path in (tmp_path / "target").iterdir() if path.is_symlink()}
    assert links == {str(tmp_path / "elsewhere/first"), str(tmp_path / "elsewhere/second")}
    assert application(tmp_path)["studio"] == FILES["studio"]


def test_what_was_changed_is_kept_also_when_its_other_name_is_taken(tmp_path: Path) -> None:
    package = payload_package(tmp_path / "package", {"settings.ini": b"default"})
    install(tmp_path, package)
    (tmp_path / "target/settings.ini").write_bytes(b"mine")
    install(tmp_path, package)
    # The user goes on with the copy, and later makes the same change again.
    (tmp_path / "target" / saved("settings.ini", b"mine")).write_bytes(b"more")
    (tmp_path / "target/settings.ini").write_bytes(b"mine")
    assert install(tmp_path, package).code == 0
    assert {b"default", b"mine", b"more"} == set(application(tmp_path).values())


def test_a_users_file_with_a_name_that_leaves_no_room_for_an_addition_is_kept(tmp_path: Path) -> None:
    name = "n" * 250
    package = payload_package(tmp_path / "package", {name: b"new"})
    write_files(tmp_path / "target", {name: b"mine"})
    assert install(tmp_path, package).code == 0
    files = application(tmp_path)
    assert files.pop(name) == b"new"
    assert list(files.values()) == [b"mine"]


def test_an_upgrade_removes_what_went_and_keeps_what_was_changed(tmp_path: Path) -> None:
    old = {"studio": b"1", "gone.txt": b"x", "old/a.txt": b"a", "old/deep/b.txt": b"b", "half/c.txt": b"c"}
    install(tmp_path, payload_package(tmp_path / "old", old | {"half/changed.txt": b"d"}))
    (tmp_path / "target/half/changed.txt").write_bytes(b"changed by the user")
    ended = install(tmp_path, payload_package(tmp_path / "new", {"studio": b"2", "fresh/e.txt": b"e"}))
    assert ended.code == 0
    changed = {"half/changed.txt": b"changed by the user"}
    assert application(tmp_path) == {"studio": b"2", "fresh/e.txt": b"e"} | changed
    assert "half/changed.txt belongs to an earlier version, but was changed since; it is kept." in warnings(ended)
    assert {path.name for path in (tmp_path / "target").iterdir() if path.is_dir()} == {
        "fresh", "half", "engines", MAINTENANCE_FOLDER,
    }  # fmt: skip


def test_an_upgrade_may_make_a_file_executable(tmp_path: Path) -> None:
    package = payload_package(tmp_path / "package", FILES)
    install(tmp_path, package)
    (package / "app/studio").chmod(0o755)
    assert install(tmp_path, package).code == 0
    assert (tmp_path / "target/studio").stat().st_mode & stat.S_IXUSR


def test_an_upgrade_to_a_package_without_files_takes_them_away(tmp_path: Path) -> None:
    install(tmp_path, payload_package(tmp_path / "old", FILES))
    package = tmp_path / "new"
    write_manifest(package, model_entry(package, conv_net(package / "alpha.onnx")), defaults=NO_ENGINES)
    assert install(tmp_path, package).code == 0
    assert application(tmp_path) == {}
    assert {path.name for path in (tmp_path / "target").iterdir()} == {"engines", MAINTENANCE_FOLDER}


@pytest.mark.parametrize(("there", "wanted"), [("data/mine.txt", "data"), ("data", "data/one.txt")])
def test_a_folder_in_the_place_of_a_file_or_the_reverse_is_reported(tmp_path: Path, there: str, wanted: str) -> None:
    write_files(tmp_path / "target", {there: b"mine"})
    before = tree(tmp_path / "target")
    ended = install(tmp_path, payload_package(tmp_path / "package", {wanted: b"new", "other.txt": b"new"}))
    assert ended.code == 64
    assert str(tmp_path / "target/data") in ended.events[-1]["detail"]
    assert tree(tmp_path / "target") == before


def test_repair_needs_nothing_but_the_target(tmp_path: Path) -> None:
    package = payload_package(tmp_path / "package", FILES, "alpha", defaults={})
    install(tmp_path, package)
    shutil.rmtree(package)
    (engine,) = (tmp_path / "target/engines").glob("*.engine")
    content = engine.read_bytes()
    engine.unlink()
    (tmp_path / "target/studio").unlink()
    ended = repair(tmp_path)
    assert ended.code == 66
    assert "1 engine installed in " in ended.events[-1]["detail"]
    assert "1 file of the application is missing: studio." in ended.events[-1]["detail"]
    assert engine.read_bytes() == content
    reported = (
        "1 file of the application is missing and can only be restored by the application's own installer: studio."
    )
    assert reported in warnings(ended)
    assert application(tmp_path) == {name: content for name, content in FILES.items() if name != "studio"}
    report = json.loads(run("status", "--target", tmp_path / "target", "--json", home=tmp_path).out)
    assert report["problems"] == [
        "studio is missing; the application's own installer restores it, and so does a repair that is given its package"
    ]
    # The package itself brings it back.
    again = payload_package(tmp_path / "package", FILES, "alpha", defaults={})
    assert install(tmp_path, again, action="repair").code == 0
    assert application(tmp_path) == FILES


def test_a_vendor_may_leave_no_copy_of_the_package(tmp_path: Path) -> None:
    first = payload_package(tmp_path / "package", FILES)
    install(tmp_path, first)
    assert (tmp_path / "target/.engine-installer/package/app.toml").exists()
    package = payload_package(tmp_path / "package", FILES, maintenance={"keep_package": False})
    assert install(tmp_path, package).code == 0
    assert {path.name for path in (tmp_path / "target/.engine-installer").iterdir()} == {"receipt.json"}
    assert application(tmp_path) == FILES


def with_models(folder: Path, *models: Path) -> Path:
    application = write_files(folder / "app", FILES)
    payload = {"folder": "app", "sha256": folder_sha256(application)}
    return write_manifest(folder, *(model_entry(folder, model) for model in models), payload=payload)


def test_when_one_model_fails_everything_else_is_installed(tmp_path: Path) -> None:
    package = tmp_path / "package"
    with_models(package, conv_net(package / "good.onnx"), unsupported_net(package / "bad.onnx"))
    ended = install(tmp_path, package)
    assert (ended.code, ended.events[-1]["name"]) == (1, "build_failed")
    assert application(tmp_path) == FILES
    index = json.loads((tmp_path / "target/engines/engines.json").read_text())
    assert [engine["model"] for engine in index["engines"]] == ["good"]
    assert [(absent["model"], "Frobnicate" in absent["reason"]) for absent in index["failed"]] == [("bad", True)]


def test_when_all_models_fail_nothing_is_changed(tmp_path: Path) -> None:
    package = tmp_path / "package"
    with_models(package, unsupported_net(package / "bad.onnx"))
    assert install(tmp_path, package).code == 1
    assert not (tmp_path / "target").exists()
    write_files(tmp_path / "target", {"studio": b"not ours"})
    assert install(tmp_path, package).code == 1
    assert tree(tmp_path / "target") == {"studio": b"not ours"}


def test_a_cancel_before_the_commit_leaves_nothing(tmp_path: Path) -> None:
    package = tmp_path / "package"
    with_models(package, conv_net(package / "good.onnx"))
    places = ("--package", package, "--target", tmp_path / "target", "--log", tmp_path / "run.log")
    with start("install", "--quiet", "--json", *places, home=tmp_path) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        events = []
        for line in process.stdout:
            events.append(json.loads(line))
            if events[-1]["event"] == "model_started":
                assert not (tmp_path / "target/studio").exists()
                process.stdin.write(b"cancel\n")
                process.stdin.flush()
                break
        out, _ = process.communicate(timeout=30)
    events += [json.loads(line) for line in out.splitlines()]
    assert (process.returncode, events[-1]["name"]) == (130, "cancelled")
    assert "commit" not in [event["event"] for event in events]
    assert not (tmp_path / "target").exists()


def test_the_commit_comes_before_anything_is_visible_and_last_except_for_the_result(tmp_path: Path) -> None:
    ended = install(tmp_path, payload_package(tmp_path / "package", FILES))
    kinds = [event["event"] for event in ended.events]
    assert kinds.count("commit") == 1
    assert set(kinds[kinds.index("commit") + 1 :]) <= {"log", "result"}


def test_the_plan_lists_the_files(tmp_path: Path) -> None:
    package = payload_package(tmp_path / "package", FILES)
    write_files(tmp_path / "target", {"studio": b"not ours"})
    before = tree(tmp_path / "target")
    ended = install(tmp_path, package, "--plan")
    files: dict[str, Any] = json.loads(ended.out)["files"]
    assert set(FILES) <= set(files["copy"])
    assert files["set_aside"] == {"studio": saved("studio", b"not ours")}
    assert (files["remove"], files["keep_changed"], files["missing"]) == ([], [], [])
    assert tree(tmp_path / "target") == before
