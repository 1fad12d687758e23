"""Being listed by the operating system: a desktop entry on Linux, a key of the registry on Windows."""

from __future__ import annotations

import configparser
import copy
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PureWindowsPath
from typing import Any, cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.base.cancellation import CancelToken
from builder.base.errors import BlockedByPolicy, EngineInstallerError
from builder.base.events import Result
from builder.base.json_file import from_plain
from builder.base.names import one_line
from builder.building.machine import survey_machine
from installer.actions import install as actions
from installer.target import registration
from installer.target.journal import Registered
from installer.target.receipt import Receipt
from installer.target.registration import linux, windows
from installer.target.registration.entry import Entry
from installer.target.request import Request, Scope
from tests.doubles.registry import Registry
from tests.support.packages import APP
from tests.support.payloads import payload_package, tree, write_files
from tests.support.pictures import png
from tests.support.program import Ended, environment, run
from tests.support.runs import install, warnings

on_linux = pytest.mark.skipif(os.name == "nt", reason="menus of Linux desktops")

ID = APP["id"]
FILES = {"bin/photo studio": b"#!/bin/sh\n"}
WHOLE = {
    "executable": "bin/photo studio",
    "icon": "icon.png",
    "comment": "Restores 100 % of your photos; \\ and all",
    "categories": ["Graphics", "Photography"],
    "url": "https://example.com/",
}


def listed(entry: Entry) -> Registered:
    registered = entry.receipt.registered
    assert registered is not None
    return registered


def package_in(folder: Path, registration: dict[str, Any] = WHOLE, **top: Any) -> Path:
    write_files(folder, {"icon.png": png()})
    return payload_package(folder, FILES, registration=registration, **top)


def uninstall(tmp_path: Path, name: str = "target") -> Ended:
    return run("uninstall", "--quiet", "--target", tmp_path / name, "--log", tmp_path / "run.log", home=tmp_path)


def entry_file(tmp_path: Path) -> Path:
    return tmp_path / f".local/share/applications/{ID}.desktop"


def parsed(path: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, delimiters="=", comment_prefixes="#", strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(path.read_text(encoding="utf-8"))
    return parser


def unescaped(value: str) -> str:
    """A string value as the Desktop Entry Specification, "Possible value types", reads it."""
    text, rest = "", iter(value)
    for character in rest:
        text += {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}[next(rest)] if character == "\\" else character
    return text


def arguments_of(value: str) -> list[str]:
    """The arguments of a command line as the Desktop Entry Specification, "The Exec key", reads it."""
    arguments: list[str] = []
    argument: str | None = None
    inside, rest = False, iter(value)
    for character in rest:
        if character == '"':
            inside, argument = not inside, argument or ""
        elif inside and character == "\\":
            escaped = next(rest)
            assert escaped in '"`$\\', f"{escaped!r} must not be escaped"
            argument = (argument or "") + escaped
        elif character == "%":
            assert next(rest) == "%", "a field code"
            argument = (argument or "") + "%"
        elif character == " " and not inside:
            arguments += [] if argument is None else [argument]
            argument = None
        else:
            assert inside or character not in "\t\n\"'\\><~|&;$*?#()`", f"{character!r} must be quoted"
            argument = (argument or "") + character
    assert not inside
    return [*arguments, *([] if argument is None else [argument])]


def command_of(section: configparser.SectionProxy) -> list[str]:
    return arguments_of(unescaped(section["Exec"]))


@on_linux
def test_an_application_is_listed_with_repair_and_uninstall(tmp_path: Path) -> None:
    assert install(tmp_path, package_in(tmp_path / "package")).code == 0
    target = tmp_path / "target"
    entry = parsed(entry_file(tmp_path))
    assert entry.sections() == ["Desktop Entry", "Desktop Action repair", "Desktop Action uninstall"]
    main = entry["Desktop Entry"]
    assert (main["Type"], main["Name"], main["Terminal"]) == ("Application", "Test App", "false")
    assert unescaped(main["Comment"]) == WHOLE["comment"]
    assert main["Categories"] == "Graphics;Photography;"
    assert main["Actions"] == "repair;uninstall;"
    assert Path(main["Icon"]).read_bytes() == png()
    assert Path(main["Icon"]).is_relative_to(target)
    assert command_of(main) == [str(target / "bin/photo studio")]
    for action in ("repair", "uninstall"):
        section = entry[f"Desktop Action {action}"]
        assert section["Name"] == f"{action.title()} Test App"
        assert command_of(section)[-3:] == [action, "--target", str(target)]
    # Only this file was made there.
    assert list(entry_file(tmp_path).parent.iterdir()) == [entry_file(tmp_path)]
    if validate := shutil.which("desktop-file-validate"):
        done = subprocess.run([validate, entry_file(tmp_path)], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (0, "")


@on_linux
def test_an_application_without_a_program_appears_as_its_repair(tmp_path: Path) -> None:
    assert install(tmp_path, package_in(tmp_path / "package", {})).code == 0
    main = parsed(entry_file(tmp_path))["Desktop Entry"]
    assert (main["Name"], main["Terminal"]) == ("Repair Test App", "true")
    assert command_of(main)[-3:] == ["repair", "--target", str(tmp_path / "target")]
    assert "Icon" not in main


@on_linux
def test_what_the_menu_runs_really_works(tmp_path: Path) -> None:
    name = 'my 100% "target" $HOME `x` \\ ; ü'
    assert install(tmp_path, package_in(tmp_path / "package"), "--target", tmp_path / name).code == 0
    entry = parsed(entry_file(tmp_path))
    for action in ("repair", "uninstall"):
        done = subprocess.run(
            command_of(entry[f"Desktop Action {action}"]),
            cwd="/", env=environment(tmp_path), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    assert not (tmp_path / name).exists()
    assert not entry_file(tmp_path).exists()


@on_linux
@pytest.mark.parametrize(("data", "there"), [("data", False), ("relative", False), ("absolute", True)])
def test_only_an_absolute_data_folder_counts(tmp_path: Path, data: str, there: bool) -> None:
    value = str(tmp_path / data) if there else data
    assert install(tmp_path, package_in(tmp_path / "package"), env={"XDG_DATA_HOME": value}).code == 0
    assert entry_file(tmp_path).exists() is not there
    assert (tmp_path / data / f"applications/{ID}.desktop").exists() is there


@on_linux
def test_without_the_table_nothing_is_listed(tmp_path: Path) -> None:
    assert install(tmp_path, payload_package(tmp_path / "package", FILES)).code == 0
    assert not (tmp_path / ".local/share/applications").exists()
    # A version that wants to be listed, and then one that no longer does.
    assert install(tmp_path, package_in(tmp_path / "package")).code == 0
    assert entry_file(tmp_path).exists()
    assert install(tmp_path, payload_package(tmp_path / "other", FILES)).code == 0
    assert not entry_file(tmp_path).exists()


@on_linux
def test_an_entry_that_has_gone_comes_back_with_the_next_install(tmp_path: Path) -> None:
    package = package_in(tmp_path / "package")
    install(tmp_path, package)
    text = entry_file(tmp_path).read_text()
    entry_file(tmp_path).unlink()
    assert install(tmp_path, package).code == 0
    assert entry_file(tmp_path).read_text() == text


@on_linux
def test_the_entry_of_another_target_is_left_alone(tmp_path: Path) -> None:
    package = package_in(tmp_path / "package")
    install(tmp_path, package, "--target", tmp_path / "first")
    install(tmp_path, package, "--target", tmp_path / "second")
    text = entry_file(tmp_path).read_text()
    assert str(tmp_path / "second") in text
    assert uninstall(tmp_path, "first").code == 0
    assert entry_file(tmp_path).read_text() == text
    assert uninstall(tmp_path, "second").code == 0
    assert not entry_file(tmp_path).exists()


@on_linux
def test_the_entry_of_another_program_is_left_alone(tmp_path: Path) -> None:
    theirs = "[Desktop Entry]\nType=Application\nName=Studio\nExec=/usr/bin/studio\n"
    write_files(entry_file(tmp_path).parent, {entry_file(tmp_path).name: theirs.encode()})
    ended = install(tmp_path, package_in(tmp_path / "package"))
    assert (ended.code, entry_file(tmp_path).read_text()) == (0, theirs)
    assert "is there already, and engine-installer did not write it" in warnings(ended)
    assert uninstall(tmp_path).code == 0
    assert entry_file(tmp_path).read_text() == theirs


@on_linux
def test_a_pipe_in_the_place_of_the_entry_keeps_nobody_waiting(tmp_path: Path) -> None:
    package = package_in(tmp_path / "package")
    assert install(tmp_path, package).code == 0
    entry_file(tmp_path).unlink()
    os.mkfifo(entry_file(tmp_path))
    assert install(tmp_path, package, within_seconds=30).code == 0
    assert entry_file(tmp_path).is_file()
    entry_file(tmp_path).unlink()
    os.mkfifo(entry_file(tmp_path))
    assert uninstall(tmp_path).code == 0


@on_linux
@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")
@pytest.mark.parametrize("env", [{"SUDO_UID": "65534"}, {}], ids=["sudo", "root"])
def test_a_menu_that_another_user_can_change_gets_no_entry_of_a_strict_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, env: dict[str, str]
) -> None:
    monkeypatch.setattr(linux, "_MACHINE_APPLICATIONS", tmp_path / "applications")
    for name in ("SUDO_UID", "PKEXEC_UID", "DOAS_USER"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "applications").mkdir()
    os.chown(tmp_path / "applications", 65534, 65534)
    with pytest.raises(BlockedByPolicy, match="belongs to another user"):
        linux.register(entry_for(tmp_path / "target", scope="all-users"))
    assert not any((tmp_path / "applications").iterdir())


@on_linux
@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give links away")
def test_a_program_that_another_user_can_replace_is_not_started_by_all_users(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever can change one of the links that lead to it can do that."""
    monkeypatch.setattr(linux, "_MACHINE_APPLICATIONS", tmp_path / "applications")
    program, hop, link = (tmp_path / name for name in ("program", "hop", "link"))
    program.write_bytes(b"")
    hop.symlink_to(program)
    link.symlink_to(hop)
    entry = replace(entry_for(tmp_path / "target", scope="all-users"), program=(str(link), "/usr/bin"))
    registration.register(entry)
    assert any((tmp_path / "applications").iterdir())
    os.chown(hop, 65534, 65534, follow_symlinks=False)
    with pytest.raises(BlockedByPolicy, match="hop is a symbolic link"):
        registration.register(entry)


@on_linux
def test_a_failed_registration_is_reported_and_everything_else_is_done(tmp_path: Path) -> None:
    write_files(tmp_path, {".local/share/applications": b"a file in its place"})
    ended = install(tmp_path, package_in(tmp_path / "package"))
    assert ended.code == 0
    assert "The operating system's list of applications was not changed: Cannot " in warnings(ended)
    assert uninstall(tmp_path).code == 0
    assert not (tmp_path / "target").exists()


@on_linux
def test_a_folder_in_the_place_of_the_entry_does_not_block_the_target_for_ever(tmp_path: Path) -> None:
    entry_file(tmp_path).mkdir(parents=True)
    ended = install(tmp_path, package_in(tmp_path / "package"))
    assert ended.code == 0
    assert "list of applications was not changed" in warnings(ended)
    assert uninstall(tmp_path).code == 0


@on_linux
@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can register for all users")
def test_another_scope_is_another_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linux, "_MACHINE_APPLICATIONS", tmp_path / "machine")
    monkeypatch.setattr("installer.target.installation.lacks_rights", lambda _scope: False)
    monkeypatch.setattr("installer.target.location.has_administrator_rights", lambda: False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    package = package_in(tmp_path / "package")

    def install_for(scope: Scope) -> None:
        request = Request(package, tmp_path / "target", scope)
        *_, result = actions.install(request, survey_machine(), CancelToken())
        assert isinstance(result, Result)
        assert result.code == 0

    install_for("current-user")
    assert entry_file(tmp_path).exists()
    install_for("all-users")
    assert not entry_file(tmp_path).exists()
    machine_entry = parsed(tmp_path / f"machine/{ID}.desktop")
    command = command_of(machine_entry["Desktop Action uninstall"])
    assert command[-4:] == ["uninstall", "--target", str(tmp_path / "target"), "--all-users"]
    install_for("current-user")
    assert tree(tmp_path / "machine") == {}
    assert entry_file(tmp_path).exists()


# What stands in an entry, for every text.

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@given(st.lists(texts, min_size=1, max_size=5))
@example(["/opt/it's", "", "%u", "100 %", '"', "\\", "\\\\", "`id`", "$HOME", "~", "a\nb", "tab\there", "#", "*"])
def test_a_quoted_command_line_gives_back_its_arguments(arguments: list[str]) -> None:
    assert arguments_of(linux.quoted(arguments)) == arguments
    assert arguments_of(unescaped(linux._escaped(linux.quoted(arguments)))) == arguments


def entry_for(target: Path, scope: str = "current-user", registration: Any = None, **app: str) -> Entry:
    receipt = from_plain(
        Receipt,
        {"schema": 1, "app": APP | app, "scope": scope, "registration": {} if registration is None else registration},
    )
    return Entry(receipt, target, ("/usr/bin/engine installer",), 5_000_000, "20261122")


@on_linux
@given(name=texts, app=texts.map(one_line).filter(str.strip))
@example(name="line\u2028separator", app="x")
@example(name=" blanks ", app=" blanks ")
def test_every_target_and_name_has_an_entry_that_is_found_and_removed(name: str, app: str) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", folder)
        patch.setattr(linux.applications_folder, "__defaults__", ({"XDG_DATA_HOME": folder},))
        target = Path("/opt") / (name.replace("/", "_") or "x")
        entry = entry_for(target, name=app)
        linux.register(entry)
        (path,) = Path(folder, "applications").iterdir()
        # Nothing in a name begins a line of its own.
        assert path.read_bytes().count(b"\n") == linux.desktop_entry(entry_for(Path("/opt/x"))).count("\n")
        assert linux.is_registered(listed(entry), target)
        assert not linux.is_registered(listed(entry), Path("/opt/other/folder"))
        linux.unregister(listed(entry), Path("/opt/other"))
        assert path.exists()
        linux.unregister(listed(entry), target)
        assert not path.exists()


@on_linux
def test_blanks_at_the_beginning_of_a_value_are_kept(tmp_path: Path) -> None:
    lines = linux.desktop_entry(entry_for(Path("/opt/x"), registration={"comment": "  indented"})).splitlines()
    (comment,) = [line.partition("=")[2] for line in lines if line.startswith("Comment=")]
    # "Space before and after the equals sign should be ignored": \s is how a blank is kept.
    assert unescaped(comment.strip()) == "  indented"


# Windows.

KEY = rf"software\microsoft\windows\currentversion\uninstall\{ID.lower()}"


def windows_entry(target: str, program: str = r"C:\Program Files\ei\ei.exe", **values: Any) -> Entry:
    entry = entry_for(cast("Path", PureWindowsPath(target)), **values)
    return Entry(entry.receipt, entry.target, (program,), entry.size_bytes, entry.date)


def windows_arguments(line: str) -> list[str]:
    """As CommandLineToArgvW reads a command line (learn.microsoft.com, "Parsing C command-line arguments")."""
    arguments: list[str] = []
    argument: str | None = None
    inside, slashes = False, 0
    for character in [*line, None]:
        if character == "\\":
            slashes += 1
            continue
        if slashes:
            argument = (argument or "") + "\\" * (slashes // 2 if character == '"' else slashes)
        if character == '"' and slashes % 2:
            argument = (argument or "") + '"'
        elif character == '"':
            inside, argument = not inside, argument or ""
        elif character is None or (character in " \t" and not inside):
            arguments += [] if argument is None else [argument]
            argument = None
        else:
            argument = (argument or "") + character
        slashes = 0
    return arguments


@pytest.mark.parametrize(
    ("scope", "root", "options"),
    [("current-user", Registry.HKEY_CURRENT_USER, []), ("all-users", Registry.HKEY_LOCAL_MACHINE, ["--all-users"])],
)
def test_windows_gets_these_values(scope: str, root: int, options: list[str]) -> None:
    registry, target = Registry(), r"C:\Program Files\Photo Studio"
    note = {
        "executable": "bin/studio.exe",
        "comment": "Restores photos",
        "url": "https://a.b/",
        "help_url": "https://a.b/h",
    }
    windows.register(windows_entry(target, scope=scope, registration=note, version="2.10.1-beta"), registry)
    assert set(registry.keys) == {(root, True, KEY)}
    values = registry.keys[root, True, KEY]
    kinds = {name: kind for name, (_, kind) in values.items()}
    numbers = {name for name, kind in kinds.items() if kind == Registry.REG_DWORD}
    assert numbers == {"EstimatedSize", "VersionMajor", "VersionMinor"}
    plain = {name: value for name, (value, _) in values.items()}
    commands = {
        name: windows_arguments(str(plain.pop(name))) for name in list(plain) if name.endswith(("String", "Path"))
    }
    start = [r"C:\Program Files\ei\ei.exe"]
    assert commands == {
        "UninstallString": [*start, "uninstall", "--target", target, *options],
        "QuietUninstallString": [*start, "uninstall", "--target", target, *options, "--quiet"],
        "ModifyPath": [*start, "repair", "--target", target, *options],
    }
    assert plain == {
        "DisplayName": "Test App",
        "DisplayVersion": "2.10.1-beta",
        "DisplayIcon": rf"{target}\bin\studio.exe",
        "Publisher": "Example Ltd",
        "InstallLocation": target,
        "InstallDate": "20261122",
        "EstimatedSize": 5_000_000 // 1024,
        "VersionMajor": 2,
        "VersionMinor": 10,
        "Comments": "Restores photos",
        "URLInfoAbout": "https://a.b/",
        "HelpLink": "https://a.b/h",
    }


@given(st.lists(st.text(st.sampled_from('a \t\\"é'), max_size=12), min_size=1, max_size=4))
@example(["C:\\ends in a backslash\\", "C:\\none\\", "", 'a "quoted" name'])
def test_windows_reads_every_command_line_back(arguments: list[str]) -> None:
    assert windows_arguments(subprocess.list2cmdline(arguments)) == arguments


@pytest.mark.parametrize("target", ["C:\\", "D:\\with blank", "\\\\server\\share\\x y", "C:\\100%", "C:\\it's & more"])
def test_windows_finds_every_target_in_its_commands(target: str) -> None:
    values = windows.uninstall_values(windows_entry(target))
    assert windows_arguments(str(values["UninstallString"]))[2:] == ["--target", str(PureWindowsPath(target))]


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("1", (1, 0)), ("3.4", (3, 4)), ("2026.11.22", (2026, 11)), ("v1.2", None), ("latest", None), ("9" * 12, None)],
)
def test_windows_gets_the_numbers_of_a_version_that_has_them(version: str, numbers: tuple[int, int] | None) -> None:
    registry = Registry()
    windows.register(windows_entry(r"C:\x", version=version), registry)
    values = registry.keys[Registry.HKEY_CURRENT_USER, True, KEY]
    found = tuple(values[name][0] for name in ("VersionMajor", "VersionMinor") if name in values)
    if version == "9" * 12:
        assert all(0 <= int(number) < 1 << 32 for number in found)
    else:
        assert (found or None) == numbers


def test_values_of_an_earlier_version_go(tmp_path: Path) -> None:
    registry = Registry()
    windows.register(windows_entry(r"C:\x", registration={"comment": "old", "url": "https://a.b/"}), registry)
    windows.register(windows_entry(r"C:\x", registration={"comment": "new"}), registry)
    values = registry.keys[Registry.HKEY_CURRENT_USER, True, KEY]
    assert values["Comments"] == ("new", Registry.REG_SZ)
    assert "URLInfoAbout" not in values


def test_windows_removes_only_our_own_key() -> None:
    registry = Registry()
    ours, other = windows_entry(r"C:\Apps\Studio"), windows_entry(r"D:\Studio")
    windows.register(ours, registry)
    assert not windows.is_registered(listed(other), other.target, registry)
    windows.unregister(listed(other), other.target, registry)
    assert len(registry.keys) == 1
    # Windows' paths do not care for case.
    shouted = cast("Path", PureWindowsPath(r"C:\APPS\studio"))
    assert windows.is_registered(listed(ours), shouted, registry)
    windows.unregister(listed(ours), shouted, registry)
    assert registry.keys == {}
    windows.unregister(listed(ours), ours.target, registry)


def test_a_key_of_another_program_is_left_alone() -> None:
    registry = Registry()
    entry = windows_entry(r"C:\x")
    registry.keys[Registry.HKEY_CURRENT_USER, True, KEY] = {"DisplayName": ("Another", Registry.REG_SZ)}
    assert not windows.is_registered(listed(entry), entry.target, registry)
    windows.unregister(listed(entry), entry.target, registry)
    with pytest.raises(BlockedByPolicy, match="engine-installer did not write it"):
        windows.register(entry, registry)
    assert list(registry.keys.values()) == [{"DisplayName": ("Another", Registry.REG_SZ)}]


def test_scopes_have_keys_of_their_own() -> None:
    registry = Registry()
    machine, user = (windows_entry(r"C:\x", scope=scope) for scope in ("all-users", "current-user"))
    windows.register(machine, registry)
    assert not windows.is_registered(listed(user), user.target, registry)
    windows.register(user, registry)
    windows.unregister(listed(machine), machine.target, registry)
    assert set(registry.keys) == {(Registry.HKEY_CURRENT_USER, True, KEY)}


@pytest.mark.parametrize(
    "action",
    [
        lambda entry, registry: windows.register(entry, registry),
        lambda entry, registry: windows.is_registered(listed(entry), entry.target, registry),
    ],
    ids=["register", "is_registered"],
)
def test_what_windows_refuses_is_reported_in_words(action: Callable[[Entry, Registry], object]) -> None:
    with pytest.raises(EngineInstallerError, match=r"Cannot \w+ "):
        action(windows_entry(r"C:\x"), Registry(refuse=True))


@pytest.mark.parametrize("refused", windows.uninstall_values(windows_entry(r"C:\x")))
def test_windows_gets_a_whole_entry_or_none(refused: str) -> None:
    registry = Registry(refused_value=refused)
    with pytest.raises(EngineInstallerError):
        windows.register(windows_entry(r"C:\x"), registry)
    assert registry.keys == {}


def test_an_entry_that_cannot_be_written_anew_stays_as_it_was() -> None:
    registry = Registry()
    windows.register(windows_entry(r"C:\x", registration={"comment": "old", "url": "https://a.b/"}), registry)
    before = copy.deepcopy(registry.keys)
    registry.refused_value = "VersionMajor"
    with pytest.raises(EngineInstallerError):
        windows.register(windows_entry(r"C:\x", registration={"comment": "new"}, version="7.8"), registry)
    assert registry.keys == before


@pytest.mark.parametrize("number", range(5))
def test_an_entry_that_was_cut_off_is_completed(number: int) -> None:
    registry, entry = Registry(), windows_entry(r"C:\x")
    windows.register(entry, registry)
    whole = copy.deepcopy(registry.keys)
    (values,) = registry.keys.values()
    for name in list(values)[number:]:
        del values[name]
    windows.register(entry, registry)
    assert registry.keys == whole


def test_windows_starts_the_wizard_for_a_click_and_the_console_program_for_deployment_tools() -> None:
    entry = windows_entry(r"C:\App", program=r"C:\App\.engine-installer\program\App-setup.exe")
    console = (r"C:\App\.engine-installer\program\engine-installer.exe",)
    entry = Entry(entry.receipt, entry.target, entry.program, entry.size_bytes, entry.date, console)
    values = windows.uninstall_values(entry)
    programs = {name: windows_arguments(str(values[name]))[0] for name in ("UninstallString", "ModifyPath")}
    assert programs == dict.fromkeys(programs, entry.program[0])
    quiet = windows_arguments(str(values["QuietUninstallString"]))
    assert quiet == [*console, "uninstall", "--target", r"C:\App", "--quiet"]


@on_linux
def test_what_the_calling_setup_lists_is_not_listed_here_until_another_version_is(tmp_path: Path) -> None:
    package = package_in(tmp_path / "package")
    assert install(tmp_path, package, "--unlisted").code == 0
    assert not entry_file(tmp_path).exists()
    assert (tmp_path / "target/bin/photo studio").exists()
    (tmp_path / "target/bin/photo studio").unlink()
    assert install(tmp_path, package, action="repair").code == 0
    assert install(tmp_path, package).code == 0
    assert not entry_file(tmp_path).exists()
    package_in(tmp_path / "package", app=APP | {"version": "1.1"})
    assert install(tmp_path, package).code == 0
    assert entry_file(tmp_path).exists()
    assert install(tmp_path, package, "--unlisted").code == 0
    assert not entry_file(tmp_path).exists()
