"""Files written with bad intentions: nothing outside the target is ever touched, and everything is reported."""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.in_process import main, user
from tests.support.packages import model_entry, package_of, small_package, toml, write_manifest
from tests.support.program import Ended

PATHS = {
    "parent": "../victim.txt",
    "deep parent": "engines/../../victim.txt",
    "absolute": "/tmp/victim.txt",
    "drive": "C:/victim.txt",
    "relative to a drive": "C:victim.txt",
    "UNC": "//server/share/victim.txt",
    "backslashes": "..\\victim.txt",
    "UNC with backslashes": "\\\\server\\share\\victim.txt",
    "NUL byte": "victim\0.txt",
    "CON": "CON",
    "nul.txt": "nul.txt",
    "COM1": "sub/COM1",
    "lpt9.log": "LPT9.log/x",
    "trailing dot": "victim.txt.",
    "trailing space": "victim /x",
    "stream": "a:b",
    "stream of a folder": "sub/a.txt:b",
    "empty": "",
}
hostile = pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    home = tmp_path / "home"
    home.mkdir()
    # What must not be touched: beside the target, where `..` leads to, and elsewhere.
    for folder in (home, tmp_path / "outside", tmp_path / "outside/sub"):
        folder.mkdir(exist_ok=True)
        (folder / "victim.txt").write_text("precious")
    with user(home):
        yield home


@pytest.fixture
def outside(home: Path) -> Path:
    return home.parent / "outside"


@pytest.fixture(scope="module")
def model_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_package(tmp_path_factory.mktemp("package"), "alpha")


@pytest.fixture
def package(home: Path, model_files: Path) -> Path:
    package = home / "package"
    (package / "models").mkdir(parents=True)
    for name in ("app.toml", "models/alpha.onnx"):
        (package / name).write_bytes((model_files / name).read_bytes())
    return package


def snapshot(folder: Path) -> dict[str, object]:
    """Everything in a folder: links by where they lead, files by content and permissions."""
    return {
        path.relative_to(folder).as_posix(): path.readlink()
        if path.is_symlink()
        else (path.stat().st_mode, path.read_bytes() if path.is_file() else None)
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture
def untouched(home: Path, outside: Path) -> Iterator[None]:
    """In the end all that is precious is as it was."""
    before = snapshot(outside)
    yield
    assert snapshot(outside) == before
    assert (home / "victim.txt").read_text() == "precious"
    assert not Path("/tmp/victim.txt").exists()


def act(action: str, *options: str | Path) -> Ended:
    log = () if action == "status" else ("--quiet", "--log", "log.txt")
    return main(action, "--target", "target", *log, *options)


def refused(ended: Ended, code: int, *words: str) -> None:
    assert ended.code == code, ended.err
    for word in words:
        assert word in ended.err
    assert "Traceback" not in ended.err + ended.out


# Paths.


def in_onnx(package: Path, path: str) -> str:
    write_manifest(package, {"name": "alpha", "onnx": path, "sha256": "0" * 64})
    return "onnx"


def in_external_data(package: Path, path: str) -> str:
    external = [{"file": path, "sha256": "0" * 64}]
    package_of(package, package / "models/alpha.onnx", external_data=external)
    return "file"


def in_payload(package: Path, path: str) -> str:
    model = model_entry(package, package / "models/alpha.onnx")
    write_manifest(package, model, payload={"folder": path, "sha256": "0" * 64})
    return "payload.folder"


def in_executable(package: Path, path: str) -> str:
    write_manifest(package, model_entry(package, package / "models/alpha.onnx"), registration={"executable": path})
    return "registration.executable"


def in_icon(package: Path, path: str) -> str:
    write_manifest(package, model_entry(package, package / "models/alpha.onnx"), registration={"icon": path})
    return "registration.icon"


@hostile
@pytest.mark.parametrize("place", [in_onnx, in_external_data, in_payload, in_executable, in_icon])
@pytest.mark.usefixtures("untouched")
def test_no_path_of_a_package_leaves_its_folder(
    home: Path, package: Path, place: Callable[[Path, str], str], path: str
) -> None:
    key = place(package, path)
    refused(act("install", "--package", package), 65, "- app.toml", f"{key}: found ")
    assert not (home / "target").exists()


def answer(home: Path, package: Path, key: str, path: str) -> Ended:
    values: dict[str, Any] = {"schema": 1, "package": str(package), "target": "t", "log": "l.txt"} | {key: path}
    (home / "answers.toml").write_text("".join(f"{name} = {toml(value)}\n" for name, value in values.items()))
    return main("install", "--quiet", "--answers", "answers.toml", "--plan")


@pytest.mark.parametrize("key", ["target", "package", "log"])
@pytest.mark.usefixtures("untouched")
def test_no_path_of_an_answers_file_has_a_nul_byte(home: Path, package: Path, key: str) -> None:
    refused(answer(home, package, key, "a\0b"), 64, f"answers.toml: {key}: found ")


@pytest.mark.parametrize("key", ["target", "package", "log"])
@pytest.mark.parametrize("path", ["CON", "sub/nul.txt", "x/COM1/y", "a.", "a ", "a:b", ""])
@pytest.mark.usefixtures("untouched")
def test_no_path_of_an_answers_file_has_a_name_that_windows_reserves(
    home: Path, package: Path, key: str, path: str
) -> None:
    refused(answer(home, package, key, path), 64, f"answers.toml: {key}: found ")


JOURNAL: dict[str, Any] = {"schema": 1, "action": "install", "operations": []}
STAGED = ".engine-installer/staging/x"
HOSTILE = hashlib.sha256(b"hostile").hexdigest()
OPERATIONS: dict[str, Callable[[str], dict[str, Any]]] = {
    "staged": lambda path: {
        "do": "place",
        "staged": f".engine-installer/staging/{path}",
        "file": "x",
        "sha256": HOSTILE,
    },
    "staged anywhere": lambda path: {"do": "place", "staged": path, "file": "x", "sha256": HOSTILE},
    "file": lambda path: {"do": "place", "staged": STAGED, "file": path, "sha256": HOSTILE},
    "file aside": lambda path: {"do": "set_aside", "file": path, "to": "x"},
    "to": lambda path: {"do": "set_aside", "file": "x", "to": path},
    "removed": lambda path: {"do": "remove", "file": path},
    "folder": lambda path: {"do": "remove_folder", "folder": path},
}


def write_maintenance(home: Path, name: str, values: object) -> None:
    folder = home / "target/.engine-installer"
    (folder / "staging").mkdir(parents=True, exist_ok=True)
    (folder / "staging/x").write_text("hostile")
    (folder / name).write_text(json.dumps(values))


@hostile
@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.usefixtures("untouched")
def test_no_path_of_a_journal_leaves_the_target(home: Path, package: Path, operation: str, path: str) -> None:
    if operation == "staged" and path in ("/tmp/victim.txt", "//server/share/victim.txt", ""):
        path = f"../{path}"  # after the folder they are nothing special
    journal = JOURNAL | {"operations": [OPERATIONS[operation](path)]}
    write_maintenance(home, "journal.json", journal)
    before = snapshot(home / "target")
    reason = ("journal.json is not as engine-installer wrote it: operations.0.", "Delete that file")
    refused(act("install", "--package", package), 77, *reason)
    for action in ("repair", "uninstall"):
        refused(act(action, *(("--package", package) if action == "repair" else ())), 77, *reason)
    refused(act("status"), 77, *reason)
    assert act("status", "--detect").code == 1
    assert snapshot(home / "target") == before


@hostile
@pytest.mark.usefixtures("untouched")
def test_no_name_that_a_journal_supersedes_leaves_the_folder(home: Path, package: Path, path: str) -> None:
    write_maintenance(home, "journal.json", JOURNAL | {"superseded": [path]})
    refused(act("install", "--package", package), 77, "journal.json is not as engine-installer wrote it: superseded.0:")
    refused(act("uninstall"), 77, "superseded.0:")


RECEIPT: dict[str, Any] = {
    "schema": 1,
    "app": {"id": "com.example.test", "name": "Test App", "publisher": "Example Ltd", "version": "1.0"},
    "scope": "current-user",
    "files": [],
    "folders": [],
    "made": [],
    "registration": None,
}
PRECIOUS = hashlib.sha256(b"precious").hexdigest()
IN_RECEIPT: dict[str, Callable[[str], dict[str, Any]]] = {
    "files.0.file": lambda path: {"files": [{"file": path, "size": 8, "sha256": PRECIOUS}]},
    "folders.0": lambda path: {"folders": [path]},
    "registration.executable": lambda path: {"registration": {"executable": path}},
    "registration.icon": lambda path: {"registration": {"icon": path}},
}


@hostile
@pytest.mark.parametrize("key", IN_RECEIPT)
@pytest.mark.usefixtures("untouched")
def test_no_path_of_a_receipt_leaves_the_target(home: Path, package: Path, key: str, path: str) -> None:
    write_maintenance(home, "receipt.json", RECEIPT | IN_RECEIPT[key](path))
    before = snapshot(home / "target")
    for ended in (act("install", "--package", package), act("uninstall"), act("uninstall", "--plan"), act("status")):
        refused(ended, 77, f"receipt.json is not as engine-installer wrote it: {key}:", "Delete that file")
    assert snapshot(home / "target") == before


@pytest.mark.usefixtures("untouched")
def test_folders_that_a_receipt_says_were_made_go_only_on_the_way_to_the_target(home: Path, outside: Path) -> None:
    (outside / "empty").mkdir()
    made = [str(outside / "empty"), str(outside), str(home.parent), str(home / "target/../empty"), "\0", ""]
    write_maintenance(home, "receipt.json", RECEIPT | {"made": made})
    (home / "empty").mkdir()
    assert act("uninstall").code == 0
    assert (home / "empty").is_dir()
    assert (outside / "empty").is_dir()
    (outside / "empty").rmdir()


@hostile
@pytest.mark.parametrize("key", ["engines.0.file", "superseded.0"])
@pytest.mark.usefixtures("untouched")
def test_no_name_in_an_index_leaves_its_folder(home: Path, package: Path, installed: Path, key: str, path: str) -> None:
    copy_of(installed, home)
    index_path = home / "target/engines/engines.json"
    index = json.loads(index_path.read_text())
    if key == "superseded.0":
        index["superseded"] = [path]
    else:
        index["engines"][0]["file"] = path
    index_path.write_text(json.dumps(index))
    ended = act("status")
    assert "incomplete" in ended.out
    assert f"engines.json is damaged and counts as missing: {key}: " in ended.out
    assert act("status", "--detect").code == 1
    assert act("uninstall").code == 0
    assert not index_path.exists()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, model_files: Path) -> Path:
    home = tmp_path_factory.mktemp("installed")
    with user(home):
        assert act("install", "--package", model_files).code == 0
    return home


def copy_of(installed: Path, home: Path) -> None:
    """Copy an installation to `home`; building it again would take longer."""
    import shutil

    shutil.copytree(installed / "target", home / "target")


# Size and depth.

DEPTH = 10_000
DEEP_JSON = {
    "lists": '{"schema": 1, "x": ' + "[" * DEPTH + "]" * DEPTH + "}",
    "objects": '{"schema": ' + '{"a": ' * DEPTH + "1" + "}" * DEPTH + "}",
    "unclosed": "[" * DEPTH,
    "just readable": '{"schema": 1, "app": ' + "[" * 900 + "]" * 900 + "}",
}
DEEP_TOML = {
    "lists": "schema = 1\nx = " + "[" * DEPTH + "]" * DEPTH + "\n",
    "tables": "schema = 1\nx = " + "{a = " * DEPTH + "1" + "}" * DEPTH + "\n",
    "unknown key": "schema = 1\n" + "a." * DEPTH + "a = 1\n",
    "known key": "schema" + ".a" * DEPTH + " = 1\n",
}
deep_json = pytest.mark.parametrize("content", DEEP_JSON.values(), ids=DEEP_JSON)
deep_toml = pytest.mark.parametrize("content", DEEP_TOML.values(), ids=DEEP_TOML)


@deep_toml
def test_a_manifest_of_any_depth_is_refused_in_words(home: Path, package: Path, content: str) -> None:
    (package / "app.toml").write_text(content)
    refused(act("install", "--package", package), 65, "app.toml: ")
    assert not (home / "target").exists()


@deep_toml
def test_answers_of_any_depth_are_refused_in_words(home: Path, content: str) -> None:
    (home / "answers.toml").write_text(content)
    refused(main("install", "--quiet", "--answers", "answers.toml"), 64, "answers.toml: ")


@deep_toml
def test_a_catalogue_of_any_depth_is_reported_and_not_used(home: Path, package: Path, content: str) -> None:
    (package / "caches").mkdir()
    (package / "caches/index.toml").write_text(content)
    ended = act("install", "--package", package, "--plan")
    assert ended.code == 0, ended.err
    assert "Not used: a timing cache that ships with the application: index.toml: " in ended.out


@deep_json
def test_an_index_of_any_depth_counts_as_missing(home: Path, package: Path, content: str) -> None:
    (home / "target/engines").mkdir(parents=True)
    (home / "target/engines/engines.json").write_text(content)
    ended = act("status")
    assert ended.code == 0, ended.err
    assert "engines.json is damaged and counts as missing" in ended.out
    assert act("install", "--package", package).code == 0
    assert act("status", "--detect").code == 0


@deep_json
@pytest.mark.parametrize("name", ["journal.json", "receipt.json"])
def test_a_journal_and_a_receipt_of_any_depth_are_refused(home: Path, package: Path, name: str, content: str) -> None:
    (home / "target/.engine-installer").mkdir(parents=True)
    (home / "target/.engine-installer" / name).write_text(content)
    for ended in (act("install", "--package", package), act("uninstall"), act("status")):
        refused(ended, 77, f"{name} is not as engine-installer wrote it: ")


def huge(path: Path) -> None:
    """A file of 65 MiB that takes no room on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        stream.write(b'{"schema": 1}')
        stream.truncate((65 << 20) + 1)


def test_a_huge_index_counts_as_missing(home: Path, package: Path) -> None:
    huge(home / "target/engines/engines.json")
    assert "counts as missing: it is larger than 16 MiB" in act("status").out
    assert act("install", "--package", package).code == 0
    assert act("status", "--detect").code == 0


@pytest.mark.parametrize("name", ["journal.json", "receipt.json"])
def test_a_huge_journal_and_a_huge_receipt_are_refused(home: Path, package: Path, name: str) -> None:
    huge(home / "target/.engine-installer" / name)
    refused(
        act("install", "--package", package),
        77,
        f"{name} is not as engine-installer wrote it: it is larger than 64 MiB",
    )


def test_huge_toml_is_refused_in_words(home: Path, package: Path) -> None:
    text = f"schema = 1\ntarget = '{'x' * 20_000_000}'\n"
    (home / "answers.toml").write_text(text)
    refused(main("install", "--quiet", "--answers", "answers.toml"), 64, "which is larger than 4 MiB")
    (package / "caches").mkdir()
    (package / "caches/index.toml").write_text(text)
    assert (
        "Not used: a timing cache that ships with the application: index.toml: found 'index.toml', which is larger"
        in act("install", "--package", package, "--plan").out
    )
    (package / "app.toml").write_text(text)
    refused(act("install", "--package", package), 65, "app.toml: found 'app.toml', which is larger than 4 MiB")


# Links.


def elevate(monkeypatch: pytest.MonkeyPatch) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can have come by sudo")
    monkeypatch.setenv("SUDO_UID", "1000")


STAGING = ["engines/.staging", ".engine-installer/staging", ".engine-installer"]


# `engines` itself may be a link: some users keep engines on another volume.
@pytest.mark.parametrize("place", STAGING)
@pytest.mark.usefixtures("untouched")
def test_nothing_is_written_through_a_staging_folder_that_is_a_link(
    home: Path, outside: Path, package: Path, place: str
) -> None:
    (home / "target" / place).parent.mkdir(parents=True)
    (home / "target" / place).symlink_to(outside)
    ended = act("install", "--package", package)
    assert "Traceback" not in ended.err
    assert ended.code != 70
    act("uninstall")


@pytest.mark.parametrize("place", [*STAGING, "engines"])
@pytest.mark.usefixtures("untouched")
def test_with_rights_that_were_taken_on_such_a_link_is_refused(
    home: Path, outside: Path, package: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    elevate(monkeypatch)
    (home / "target" / place).parent.mkdir(parents=True)
    (home / "target" / place).symlink_to(outside)
    os.lchown(home / "target" / place, 1000, 1000)
    refused(act("install", "--package", package), 77, "symbolic link")


@pytest.mark.skipif(os.name != "posix", reason="on Windows every link is refused")
def test_with_rights_that_were_taken_on_the_engines_may_lie_behind_a_link_that_is_roots(
    home: Path, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elevate(monkeypatch)
    volume = home / "volume"
    for folder in (volume, home / "target"):
        folder.mkdir()
    (home / "target/engines").symlink_to(volume)
    assert act("install", "--package", package).code == 0
    assert (volume / "engines.json").is_file()
    for engine in volume.glob("*.engine"):
        engine.unlink()
    assert act("repair").code == 0
    assert len(list(volume.glob("*.engine"))) == 1
    assert act("uninstall").code == 0
    assert not any(volume.iterdir())


@pytest.mark.parametrize("elevated", [False, True])
@pytest.mark.usefixtures("untouched")
def test_an_index_and_an_engine_that_are_links_are_replaced_and_not_followed(
    home: Path, outside: Path, package: Path, installed: Path, elevated: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if elevated:
        elevate(monkeypatch)
    copy_of(installed, home)
    (engine,) = (home / "target/engines").glob("*.engine")
    for file in (engine, home / "target/engines/engines.json"):
        file.unlink()
        file.symlink_to(outside / "victim.txt")
    assert act("status", "--detect").code == 1
    ended = act("install", "--package", package)
    assert ended.code == 0, ended.err
    assert not engine.is_symlink()
    assert not (home / "target/engines/engines.json").is_symlink()
    assert act("status", "--detect").code == 0


@pytest.mark.usefixtures("untouched")
def test_links_to_engines_and_to_files_are_removed_without_what_they_lead_to(
    home: Path, outside: Path, installed: Path
) -> None:
    copy_of(installed, home)
    (engine,) = (home / "target/engines").glob("*.engine")
    engine.unlink()
    engine.symlink_to(outside / "victim.txt")
    kept = home / "target/.engine-installer/package"
    kept.rename(home / "kept")
    kept.symlink_to(outside)
    act("uninstall")


LEFT_STAGED = [
    ".engine-installer/staging/.engine-installer/package/app.toml",
    ".engine-installer/staging/.engine-installer/receipt.json",
    ".engine-installer/staging/journal.json",
    "engines/.staging/alpha.engine",
    "engines/.staging/index-new.engine",
    "engines/.staging/finished.jsonl",
]


@pytest.mark.parametrize("place", LEFT_STAGED)
@pytest.mark.usefixtures("untouched")
def test_links_that_wait_in_a_staging_folder_are_not_followed(
    home: Path, outside: Path, package: Path, place: str
) -> None:
    link = home / "target" / place
    link.parent.mkdir(parents=True)
    link.symlink_to(outside / "victim.txt")
    ended = act("install", "--package", package)
    assert "Traceback" not in ended.err
    assert ended.code == 0, ended.err


@pytest.mark.parametrize("operation", ["place", "set_aside", "remove", "remove_folder"])
def test_a_journal_does_not_reach_through_a_link_inside_the_target(
    home: Path, outside: Path, package: Path, operation: str
) -> None:
    path = "way/empty" if operation == "remove_folder" else "way/sub/victim.txt"
    (outside / "empty").mkdir()
    key = {"place": "file", "set_aside": "file", "remove": "removed", "remove_folder": "folder"}[operation]
    make = OPERATIONS["file aside" if operation == "set_aside" else key]
    write_maintenance(home, "journal.json", JOURNAL | {"operations": [make(path)]})
    (home / "target/way").symlink_to(outside)
    before = snapshot(outside)
    ended = act("install", "--package", package)
    assert "Traceback" not in ended.err
    assert snapshot(outside) == before


def swapping(home: Path, outside: Path, rounds: int, done: threading.Event) -> threading.Thread:
    """A thread that puts a link into the place of the staging folder and the folder back, again and again."""
    staging, aside = home / "target/engines/.staging", home / "target/engines/aside"

    def swap() -> None:
        for _ in range(rounds):
            if done.is_set():
                return
            for step in (
                lambda: staging.rename(aside),
                lambda: staging.symlink_to(outside),
                # A link only: a folder makes this fail.
                lambda: staging.unlink(),
                lambda: aside.rename(staging),
            ):
                try:
                    step()
                except OSError:
                    os.sched_yield()

    return threading.Thread(target=swap, name="swapping")


def assert_no_bad_engine(home: Path) -> None:
    index_path = home / "target/engines/engines.json"
    if not index_path.exists():
        return
    for engine in json.loads(index_path.read_text())["engines"]:
        file = home / "target/engines" / engine["file"]
        assert file.is_file()
        assert not file.is_symlink()
        assert hashlib.sha256(file.read_bytes()).hexdigest() == engine["sha256"]


def test_an_index_never_lists_a_bad_engine_while_the_staging_folder_is_being_swapped(
    home: Path, outside: Path, package: Path
) -> None:
    (home / "target/engines").mkdir(parents=True)
    for _ in range(4):
        done = threading.Event()
        thread = swapping(home, outside, 1_000_000, done)
        thread.start()
        try:
            ended = act("install", "--package", package)
        finally:
            done.set()
            thread.join()
        assert "Traceback" not in ended.err
        assert ended.code != 70, ended.err
        assert_no_bad_engine(home)
    assert (outside / "victim.txt").read_text() == "precious"
    assert (outside / "sub/victim.txt").read_text() == "precious"


@pytest.mark.usefixtures("untouched")
def test_an_elevated_run_refuses_another_users_folder_while_it_is_being_swapped(
    home: Path, outside: Path, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elevate(monkeypatch)
    (home / "target/engines/.staging").mkdir(parents=True)
    for folder in ("target", "target/engines", "target/engines/.staging"):
        os.chown(home / folder, 1000, 1000)
    done = threading.Event()
    thread = swapping(home, outside, 1_000_000, done)
    thread.start()
    try:
        for _ in range(10):
            refused(act("install", "--package", package), 77, "with administrator rights")
    finally:
        done.set()
        thread.join()
    assert not (home / "target/engines/engines.json").exists()
