"""What a user may not read is said to be that: no traceback, no damage, and an object where one is asked for."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.engines import engine_check
from tests.support.in_process import main, user
from tests.support.packages import model_entry, small_package, write_manifest
from tests.support.program import Ended
from tests.support.rights import ANOTHER_USER, closed, open_folder


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """The home of a user who has installed an application into `target`, which all other users may read."""
    with open_folder() as folder, user(folder):
        package = small_package(folder / "package", "alpha")
        ended = main("install", "--quiet", "--package", package, "--target", folder / "target", "--log", folder / "log")
        assert ended.code == 0, ended.err
        (folder / "target/app.toml").write_text("[install]\n")
        yield folder


@pytest.fixture
def writable(home: Path) -> Iterator[Path]:
    """A folder that every user may write to."""
    folder = home / "writable"
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    yield folder
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


COMMANDS = {
    "status": ("status",),
    "repair --plan": ("repair", "--plan"),
    "uninstall --plan": ("uninstall", "--plan"),
    "install --plan": ("install", "--plan", "--package", "package"),
    "install": ("install", "--quiet", "--package", "package", "--log", "writable/log"),
    "repair": ("repair", "--quiet", "--log", "writable/log"),
    "uninstall": ("uninstall", "--quiet", "--log", "writable/log"),
}
CLOSED = [
    *((command, "target") for command in COMMANDS),
    *(("status", place) for place in ("target/engines", "target/.engine-installer", "target/engines/engines.json")),
    ("repair --plan", "target/.engine-installer"),
    ("uninstall --plan", "target/.engine-installer/receipt.json"),
    ("uninstall", "target/engines"),
    ("install", "target/.engine-installer"),
]


def assert_denied(ended: Ended) -> None:
    assert ended.code == 77, ended
    assert "Traceback" not in ended.err
    assert "internal error" not in ended.err + ended.out
    assert "Cannot read " in ended.err + ended.out
    assert "Permission denied" in ended.err + ended.out
    assert "Run as a user who may read it." in ended.err + ended.out


@pytest.mark.parametrize(("command", "place"), CLOSED)
def test_what_this_user_may_not_read_ends_every_command_in_words(
    home: Path, writable: Path, command: str, place: str
) -> None:
    with closed(home / place):
        assert_denied(main(*COMMANDS[command], "--target", home / "target"))


@pytest.mark.parametrize("command", COMMANDS)
def test_with_json_there_is_an_object_for_such_an_error_as_well(home: Path, writable: Path, command: str) -> None:
    with closed(home / "target"):
        ended = main(*COMMANDS[command], "--target", home / "target", "--json")
    assert ended.code == 77
    if command in ("install", "repair", "uninstall"):
        said = json.loads(ended.out.splitlines()[-1])
        assert said["event"] == "result"
    else:
        said = json.loads(ended.out)["error"]
    assert (said["code"], said["name"]) == (77, "access_denied")
    assert f"Cannot read {home / 'target'}" in said["detail"]
    assert said["hint"] == "Run as a user who may read it."


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("status", "--target", "a\0b"), "invalid_parameter"),
        (("status", "--package", "nowhere", "--target", "target"), "package_missing"),
        (("status", "--no-such-option"), "invalid_parameter"),
        (("repair", "--plan", "--target", "nowhere"), "not_installed"),
        (("install", "--plan", "--package", "nowhere"), "package_missing"),
        (("self-test", "--wheels"), "invalid_parameter"),
    ],
)
def test_every_error_of_a_command_that_prints_an_object_is_one(
    home: Path, arguments: tuple[str, ...], name: str
) -> None:
    ended = main(*arguments, "--json")
    printed = json.loads(ended.out)
    assert (printed["schema"], printed["error"]["name"], printed["error"]["code"]) == (1, name, ended.code)
    assert printed["error"]["detail"] in ended.err


def test_an_object_stays_json_whatever_a_folder_is_called(home: Path) -> None:
    ended = main("status", "--json", "--target", home / "caf\u00e9 \x7f\x85 \U0001f600")
    assert json.loads(ended.out)["target"].endswith("caf\u00e9 \x7f\x85 \U0001f600")
    assert ended.out.isascii()


def test_status_tells_what_it_can_when_only_the_kept_package_may_not_be_read(home: Path) -> None:
    kept = home / "target/.engine-installer/package"
    with closed(kept, home / "package"):
        ended = main("status", "--target", home / "target")
        report = json.loads(main("status", "--json", "--target", home / "target").out)
        assert main("status", "--detect", "--target", home / "target").code == 0
    assert ended.code == 0, ended.err
    assert re.search("^alpha .* current", ended.out, re.MULTILINE)
    assert f"note: Cannot read {kept}/app.toml: Permission denied" in ended.out
    assert report["package"] is None
    with closed(kept):  # it is compared with where it came from then
        report = json.loads(main("status", "--json", "--target", home / "target").out)
    assert (report["package"], report["notes"]) == (str(home / "package"), [])


def test_an_engine_that_may_not_be_read_is_not_damaged(home: Path, writable: Path) -> None:
    (engine,) = (home / "target/engines").glob("*.engine")
    with closed(engine):
        ended = main("status", "--target", home / "target")
        assert_denied(ended)
        assert f"Cannot read {engine}" in ended.err
        assert "damaged" not in ended.err + ended.out
        detected = main("status", "--detect", "--target", home / "target")
        assert (detected.code, detected.out, detected.err) == (1, "", "")
        assert_denied(main("repair", "--quiet", "--target", home / "target", "--log", writable / "log"))
        # A removal does without its content.
        plan = json.loads(main("uninstall", "--plan", "--json", "--target", home / "target").out)
        assert f"engines/{engine.name}" in plan["remove"]
        checked = engine_check.check(home / "target")
        assert (checked.state, checked.reason) == ("missing", "the engine of alpha cannot be read (Permission denied)")
    assert engine_check.check(home / "target").state == "current"


def test_an_application_can_check_its_engines_without_rights_to_the_rest(home: Path) -> None:
    with closed(home / "target/.engine-installer"):
        assert engine_check.check(home / "target").state == "current"
    with closed(home / "target/engines"):
        checked = engine_check.check(home / "target")
    assert checked.state == "missing"
    assert "engines.json cannot be read (PermissionError" in checked.reason


@pytest.mark.parametrize("place", ["", "app.toml", "models", "models/alpha.onnx"])
def test_a_package_that_may_not_be_read_is_not_invalid(home: Path, writable: Path, place: str) -> None:
    options = ("--package", home / "package", "--target", writable / "app")
    with closed(home / "package" / place):
        ended = main("install", "--plan", *options)
        assert_denied(ended)
        assert "not valid" not in ended.err


def test_a_payload_a_licence_and_an_answers_file_that_may_not_be_read(home: Path, writable: Path) -> None:
    package = home / "other"
    model = small_package(package, "alpha") / "models/alpha.onnx"
    (package / "files/inner").mkdir(parents=True)
    (package / "files/inner/tool").write_text("a tool")
    (package / "license.txt").write_text("Do as you like.")
    tables = {"payload": {"folder": "files"}, "branding": {"license": "license.txt"}}
    write_manifest(package, model_entry(package, model), **tables, verify=False)
    (home / "answers.toml").write_text("schema = 1\n")
    options = ("install", "--plan", "--package", package, "--target", writable / "app")
    assert main(*options, "--answers", home / "answers.toml").code == 0
    for place in ("files/inner/tool", "files/inner", "files", "license.txt"):
        with closed(package / place):
            assert_denied(main(*options))
    with closed(home / "answers.toml"):
        assert_denied(main(*options, "--answers", home / "answers.toml"))
    (home / "private").mkdir()
    with closed(home / "private"):
        assert_denied(main(*options, "--answers", home / "private/answers.toml"))


@pytest.mark.parametrize("mask", [0o077, 0o027, 0o007])
def test_an_administrator_learns_that_others_cannot_read_what_was_installed(home: Path, mask: int) -> None:
    if os.geteuid():
        pytest.skip("only root is an administrator")
    options = ("install", "--quiet", "--json", "--package", home / "package", "--log", home / "log")
    with open_folder() as elsewhere:
        previous = os.umask(mask)
        try:
            inside = main(*options, "--target", home / "own")
            closed_to_others = main(*options, "--target", elsewhere / "app")
            for_all = main(*options, "--all-users", "--target", elsewhere / "shared")
        finally:
            os.umask(previous)
        assert (inside.code, closed_to_others.code, for_all.code) == (0, 0, 0)
        said = [event["message"] for event in closed_to_others.events if event["event"] == "warning"]
        assert [message for message in said if "Other users" in message] == [
            f"Other users of this computer cannot read {elsewhere / 'app'}. If they use the application, run "
            f"'chmod -R go+rX {elsewhere / 'app'}'; --all-users gives them the right from the start."
        ]
        assert "Other users" not in inside.out + for_all.out
        assert main("uninstall", "--quiet", "--target", home / "own", "--log", home / "log").code == 0


def test_folders_that_a_user_may_not_remove_do_not_fail_a_removal(home: Path, writable: Path) -> None:
    if os.geteuid():
        pytest.skip("only root can give files to another user")
    vendor = home / "vendor"
    target = vendor / "app"
    options = ("--target", target, "--log", writable / "log", "--json")
    assert main("install", "--quiet", "--package", home / "package", *options).code == 0
    for path in (target, *target.rglob("*")):
        os.chown(path, ANOTHER_USER, ANOTHER_USER)
    (vendor / "other.txt").write_text("of another application")
    receipt = json.loads((target / ".engine-installer/receipt.json").read_text())
    assert receipt["made"] == [str(target), str(vendor)]
    (writable / "log").chmod(0o666)
    with closed():
        ended = main("uninstall", "--quiet", *options)
    assert ended.code == 0, ended
    assert ended.events[-1]["detail"].endswith(f"Empty folders that this user may not remove: {target}.")
    assert sorted(vendor.rglob("*")) == [target, vendor / "other.txt"]
