"""The rights of an elevated run must not serve a user who has none."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.operating_system import distrust_tree, posix, trust, windows
from tests.support.packages import small_package
from tests.support.payloads import payload_package, tree, write_files
from tests.support.program import command, environment, run
from tests.support.runs import install
from tests.support.system import require

ANOTHER_USER = 1000
as_root = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")

FILES = {"studio": b"#!/bin/sh\n", "data/one.txt": b"one"}


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A folder that no other user may change."""
    tmp_path.chmod(0o755)
    folder = tmp_path / "ours"
    folder.mkdir(mode=0o755)
    return folder


@as_root
def test_our_own_folders_are_trusted_whether_they_exist_or_not(ours: Path) -> None:
    assert posix.distrust(ours) is None
    assert posix.distrust(ours / "not/there/yet") is None
    # /tmp itself: others may write, but not replace what is ours.
    assert posix.distrust(Path("/tmp/not-there-yet")) is None


@as_root
def test_another_users_folder_is_not_trusted_anywhere_in_a_path(ours: Path) -> None:
    (ours / "theirs/deeper").mkdir(parents=True)
    os.chown(ours / "theirs", ANOTHER_USER, -1)
    for path in (ours / "theirs", ours / "theirs/deeper", ours / "theirs/not/there"):
        assert posix.distrust(path) == f"{ours / 'theirs'} belongs to another user (number {ANOTHER_USER})"


@as_root
@pytest.mark.parametrize(
    ("mode", "trusted"), [(0o755, True), (0o700, True), (0o775, False), (0o757, False), (0o777, False), (0o1777, True)]
)
def test_a_folder_that_others_may_write_is_not_trusted_unless_it_is_sticky(
    ours: Path, mode: int, trusted: bool
) -> None:
    ours.chmod(mode)
    assert (posix.distrust(ours / "target") is None) is trusted


@as_root
def test_the_owner_who_is_trusted_can_be_another(ours: Path) -> None:
    assert posix.distrust(ours, trusted_uid=ANOTHER_USER) == "/ belongs to another user (number 0)"


@as_root
def test_links_in_the_way_are_trusted_as_what_they_lead_to(ours: Path) -> None:
    (ours / "real").mkdir()
    (ours / "link").symlink_to(ours / "real")
    assert posix.distrust(ours / "link/target") is None
    assert posix.distrust(ours / "link") == f"{ours / 'link'} is a symbolic link"
    (ours / "real").chmod(0o777)
    assert posix.distrust(ours / "link/target") == f"{ours / 'real'} can be written by other users"


@as_root
def test_another_users_link_is_not_trusted(ours: Path) -> None:
    (ours / "link").symlink_to("/usr")
    os.chown(ours / "link", ANOTHER_USER, -1, follow_symlinks=False)
    assert posix.distrust(ours / "link/target") == f"{ours / 'link'} is a symbolic link"


@as_root
def test_links_are_judged_hop_by_hop(ours: Path) -> None:
    """The end of a chain of links says nothing of those who can lead it elsewhere."""
    (ours / "real").mkdir()
    (ours / "theirs").mkdir()
    (ours / "theirs/hop").symlink_to(ours / "real")
    (ours / "link").symlink_to("theirs/../theirs/hop")
    assert posix.distrust(ours / "link/target") is None
    os.chown(ours / "theirs/hop", ANOTHER_USER, -1, follow_symlinks=False)
    assert posix.distrust(ours / "link/target") == f"{ours / 'theirs/hop'} is a symbolic link"
    assert posix.distrust(ours / "link", follow=True) == f"{ours / 'theirs/hop'} is a symbolic link"
    os.chown(ours / "theirs/hop", 0, -1, follow_symlinks=False)
    os.chown(ours / "theirs", ANOTHER_USER, -1)
    assert posix.distrust(ours / "link/target") == f"{ours / 'theirs'} belongs to another user (number {ANOTHER_USER})"


@as_root
def test_a_link_at_the_end_is_followed_only_where_that_is_asked_for(ours: Path) -> None:
    (ours / "real").mkdir()
    (ours / "real/file").symlink_to("/etc/passwd")
    (ours / "link").symlink_to(ours / "real")
    assert posix.distrust(ours / "link/file") == f"{ours / 'real/file'} is a symbolic link"
    assert posix.distrust(ours / "link/file", follow=True) is None


@as_root
def test_a_folder_is_judged_with_everything_in_it(ours: Path) -> None:
    (ours / "package/deep").mkdir(parents=True)
    (ours / "package/deep/model").write_text("")
    (ours / "elsewhere").mkdir()
    (ours / "elsewhere/weights").write_text("")
    (ours / "package/link").symlink_to(ours / "elsewhere")
    (ours / "package/round").symlink_to(ours / "package")
    assert distrust_tree(ours / "package") is None
    assert distrust_tree(ours / "package/not-there") is None
    for path in ("package/deep/model", "package/deep", "package/link", "elsewhere/weights"):
        os.chown(ours / path, ANOTHER_USER, -1, follow_symlinks=False)
        assert str(ours / path) in (distrust_tree(ours / "package") or "")
        os.chown(ours / path, 0, -1, follow_symlinks=False)
    (ours / "package/deep/model").chmod(0o666)
    assert distrust_tree(ours / "package") == f"{ours / 'package/deep/model'} can be written by other users"


@as_root
def test_judging_a_folder_has_an_end(ours: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever can fill a folder cannot keep a run busy with it."""
    write_files(ours / "package", {f"{number}": b"" for number in range(4)})
    monkeypatch.setattr(trust, "_MOST_ENTRIES", 3)
    assert distrust_tree(ours / "package") == f"{ours / 'package'} has more than 3 entries"


@pytest.mark.skipif(os.name == "nt", reason="no user numbers")
@pytest.mark.parametrize(("owners", "foreign"), [((65534, 65534, 0), False), ((65534, 1000), True), ((0, 65534), True)])
def test_the_owner_of_the_root_folder_is_the_administrator(
    monkeypatch: pytest.MonkeyPatch, owners: tuple[int, ...], foreign: bool
) -> None:
    """As `unshare -r` shows it: the root user of outside has no number inside."""
    folders = ("/", "/home", "/home/me")
    hops = [
        posix._Hop(Path(folder), os.stat_result((0o40755, 0, 0, 1, uid, 0, 0, 0, 0, 0)), is_last=False)
        for folder, uid in zip(folders, owners, strict=False)
    ]
    monkeypatch.setattr(posix, "_hops", lambda _path: iter(hops))
    assert posix.belongs_to_others(Path("/home/me")) is foreign


@as_root
def test_a_link_that_leads_nowhere_or_to_itself_is_no_crash(ours: Path) -> None:
    (ours / "loop").symlink_to("loop")
    (ours / "nowhere").symlink_to("not-there")
    assert posix.distrust(ours / "loop/target") is not None
    posix.distrust(ours / "nowhere/target")


@as_root
def test_a_file_in_the_way_is_no_crash(ours: Path) -> None:
    (ours / "file").write_text("")
    assert posix.distrust(ours / "file/target") is not None


@as_root
@pytest.mark.parametrize(
    ("variables", "elevated"),
    [({}, False), ({"SUDO_UID": "1000"}, True), ({"PKEXEC_UID": "1000"}, True), ({"DOAS_USER": "me"}, True)],
)
def test_rights_are_taken_on_where_sudo_pkexec_or_doas_say_so(variables: dict[str, str], elevated: bool) -> None:
    assert posix.is_elevated({"USER": "root", "PATH": "/bin"} | variables) is elevated


@pytest.mark.skipif(os.name == "nt", reason="no user numbers")
def test_without_root_nothing_is_taken_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: ANOTHER_USER)
    assert not posix.is_elevated({"SUDO_UID": "1000"})
    assert not posix.has_administrator_rights()


def test_posix_folders_for_all_users() -> None:
    assert posix.machine_folders().programs == Path("/opt")
    assert posix.machine_folders().logs == Path("/var/log/engine-installer")


@pytest.mark.parametrize(
    ("owner", "own", "trusted"),
    [
        ("S-1-5-18", None, True),
        ("S-1-5-32-544", "S-1-5-21-1-2-3-1001", True),
        ("S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464", None, True),
        ("S-1-5-21-1-2-3-1001", "S-1-5-21-1-2-3-1001", True),
        ("S-1-5-21-1-2-3-1002", "S-1-5-21-1-2-3-1001", False),
        ("S-1-5-32-545", None, False),
        ("S-1-5-32-5440", None, False),
        ("S-1-1-0", None, False),
        (None, None, False),
        (None, "S-1-5-21-1-2-3-1001", False),
    ],
)
def test_windows_owners(owner: str | None, own: str | None, trusted: bool) -> None:
    reason = windows.distrust_of_owner(Path("folder"), owner, own)
    assert reason == (None if trusted else f"folder belongs to another user ({owner or 'unknown'})")


@pytest.mark.parametrize(
    ("code", "signed"),
    [
        (0, 0),
        (1, 1),
        (1602, 1602),
        ((1 << 31) - 1, (1 << 31) - 1),
        (1 << 31, -(1 << 31)),
        (0xC0000005, -1073741819),
        (0xC000013A, -1073741510),
        (0xFFFFFFFF, -1),
    ],
)
def test_windows_exit_codes_are_signed_for_python(code: int, signed: int) -> None:
    assert windows.signed_exit_code(code) == signed
    assert signed & 0xFFFFFFFF == code


def owned_by_another_user(folder: Path) -> Path:
    (folder / "target").mkdir()
    os.chown(folder / "target", ANOTHER_USER, ANOTHER_USER)
    return folder / "target"


def behind_a_link(folder: Path) -> Path:
    write_files(folder / "real", {})
    (folder / "link").symlink_to(folder / "real")
    os.chown(folder / "link", ANOTHER_USER, ANOTHER_USER, follow_symlinks=False)
    return folder / "link/target"


def itself_a_link(folder: Path) -> Path:
    write_files(folder / "real", {})
    (folder / "link").symlink_to(folder / "real")
    return folder / "link"


def in_a_folder_for_a_group(folder: Path) -> Path:
    folder.chmod(0o775)
    return folder / "target"


def with_engines_of_somebody(folder: Path) -> Path:
    (folder / "target/engines").mkdir(parents=True)
    os.chown(folder / "target/engines", ANOTHER_USER, ANOTHER_USER)
    return folder / "target"


def with_a_lock_of_somebody_that_leads_elsewhere(folder: Path) -> Path:
    target = with_engines_of_somebody(folder)
    (folder / "victim").write_text("precious")
    (target / "engines/.lock").symlink_to(folder / "victim")
    os.chown(target / "engines/.lock", ANOTHER_USER, ANOTHER_USER, follow_symlinks=False)
    return target


def with_staging_of_somebody(folder: Path) -> Path:
    (folder / "target/.engine-installer/staging").mkdir(parents=True)
    os.chown(folder / "target/.engine-installer/staging", ANOTHER_USER, ANOTHER_USER)
    return folder / "target"


def with_a_link_in_the_place_of_our_folder(folder: Path) -> Path:
    write_files(folder / "elsewhere", {})
    (folder / "target").mkdir()
    (folder / "target/.engine-installer").symlink_to(folder / "elsewhere")
    return folder / "target"


def with_a_folder_of_files_that_everybody_may_write(folder: Path) -> Path:
    write_files(folder / "elsewhere", {})
    (folder / "target/data").mkdir(parents=True)
    (folder / "target/data").chmod(0o777)
    return folder / "target"


def with_a_folder_of_files_that_leads_elsewhere(folder: Path) -> Path:
    write_files(folder / "elsewhere", {})
    (folder / "target").mkdir()
    (folder / "target/data").symlink_to(folder / "elsewhere")
    os.chown(folder / "target/data", ANOTHER_USER, ANOTHER_USER, follow_symlinks=False)
    return folder / "target"


@as_root
@pytest.mark.parametrize(
    "make",
    [
        owned_by_another_user,
        behind_a_link,
        itself_a_link,
        in_a_folder_for_a_group,
        with_engines_of_somebody,
        with_a_lock_of_somebody_that_leads_elsewhere,
        with_staging_of_somebody,
        with_a_link_in_the_place_of_our_folder,
        with_a_folder_of_files_that_everybody_may_write,
        with_a_folder_of_files_that_leads_elsewhere,
    ],
)
def test_an_elevated_run_writes_nothing_where_others_could_redirect_it(
    tmp_path: Path, ours: Path, make: Callable[[Path], Path]
) -> None:
    target = make(ours)
    package = payload_package(tmp_path / "package", FILES)
    before = tree(ours)
    ended = install(tmp_path, package, "--target", target, env={"SUDO_UID": str(ANOTHER_USER)})
    assert (ended.code, ended.events[-1]["name"]) == (77, "blocked_by_policy")
    assert "Nothing is written to" in ended.events[-1]["detail"]
    assert "--target" in ended.events[-1]["hint"]
    assert tree(ours) == before


@as_root
def test_a_login_as_root_is_trusted_with_its_own_folders(tmp_path: Path, ours: Path) -> None:
    package = payload_package(tmp_path / "package", FILES)
    target = ours / "target"
    assert install(tmp_path, package, "--target", target).code == 0
    os.chown(target, ANOTHER_USER, -1)
    # With rights that were taken on, what is safe works as well.
    assert install(tmp_path, package, "--target", ours / "safe", env={"SUDO_UID": str(ANOTHER_USER)}).code == 0
    refused = run(
        "uninstall", "--quiet", "--target", target, "--log", tmp_path / "l", home=tmp_path, env={"SUDO_UID": "1000"}
    )
    assert refused.code == 77
    assert (target / "studio").exists()


@as_root
def test_root_without_sudo_is_strict_in_a_folder_of_another_user(tmp_path: Path, ours: Path) -> None:
    """cron, systemd, Ansible and containers set no SUDO_UID."""
    package = payload_package(tmp_path / "package", FILES)
    (ours / "victim").mkdir()
    app = ours / "app"
    app.mkdir()
    (app / "engines").symlink_to(ours / "victim")
    for path in (app, app / "engines"):
        os.chown(path, ANOTHER_USER, ANOTHER_USER, follow_symlinks=False)
    before = tree(ours)
    ended = install(tmp_path, package, "--target", app)
    assert (ended.code, ended.events[-1]["name"]) == (77, "blocked_by_policy")
    assert tree(ours) == before


@as_root
@pytest.mark.parametrize("folder", ["engines", "data"])
def test_root_without_sudo_is_strict_with_a_folder_of_another_user_in_its_target(
    tmp_path: Path, ours: Path, folder: str
) -> None:
    package = payload_package(tmp_path / "package", FILES)
    (ours / "target" / folder).mkdir(parents=True)
    os.chown(ours / "target" / folder, ANOTHER_USER, -1)
    before = tree(ours)
    ended = install(tmp_path, package, "--target", ours / "target")
    assert (ended.code, ended.events[-1]["name"]) == (77, "blocked_by_policy")
    assert tree(ours) == before


@as_root
def test_an_engine_of_another_user_is_not_hashed_before_its_target_is_refused(tmp_path: Path, ours: Path) -> None:
    package = small_package(tmp_path / "package", "alpha")
    target = ours / "target"
    assert install(tmp_path, package, "--target", target).code == 0
    (engine,) = (target / "engines").glob("*.engine")
    endless = 1 << 40
    with engine.open("r+b") as stream:
        stream.seek(16)
        stream.write(endless.to_bytes(8, "little"))
        stream.truncate(endless)
    index = target / "engines/engines.json"
    values = json.loads(index.read_text())
    values["engines"][0]["size"] = endless
    index.write_text(json.dumps(values))
    for path in (target, *target.rglob("*")):
        os.chown(path, ANOTHER_USER, ANOTHER_USER, follow_symlinks=False)
    ended = install(tmp_path, package, "--target", target, action="repair", within_seconds=60)
    assert (ended.code, ended.events[-1]["name"]) == (77, "blocked_by_policy")


@as_root
def test_a_target_behind_a_hop_of_another_user_is_refused(tmp_path: Path, ours: Path) -> None:
    package = payload_package(tmp_path / "package", FILES)
    (ours / "real").mkdir()
    (ours / "home").mkdir()
    (ours / "home/hop").symlink_to(ours / "real")
    (ours / "link").symlink_to(ours / "home/hop")
    for path in (ours / "home", ours / "home/hop"):
        os.chown(path, ANOTHER_USER, ANOTHER_USER, follow_symlinks=False)
    ended = install(tmp_path, package, "--target", ours / "link/app", env={"SUDO_UID": str(ANOTHER_USER)})
    assert (ended.code, ended.events[-1]["name"]) == (77, "blocked_by_policy")
    assert tree(ours / "real") == {}


@as_root
def test_an_elevated_run_does_not_follow_a_link_in_a_users_menu(tmp_path: Path, ours: Path) -> None:
    package = payload_package(tmp_path / "package", FILES, registration={"executable": "studio"})
    home = tmp_path / "home"
    menu = home / ".local/share/applications"
    menu.mkdir(parents=True)
    victim = ours / "victim"
    victim.write_text("root's own")
    (menu / ".com.example.test.desktop.new").symlink_to(victim)
    for path in (home, *home.rglob("*")):
        os.chown(path, ANOTHER_USER, ANOTHER_USER, follow_symlinks=False)
    # As sudo does it where it keeps HOME.
    install(tmp_path, package, "--target", ours / "target", env={"SUDO_UID": str(ANOTHER_USER), "HOME": str(home)})
    assert victim.read_text() == "root's own"


@pytest.mark.skipif(os.name == "nt", reason="Windows asks in another way")
@pytest.mark.parametrize("action", ["install", "uninstall"])
def test_all_users_needs_rights_and_quiet_mode_does_not_ask_for_them(tmp_path: Path, action: str) -> None:
    package = payload_package(tmp_path / "package", FILES)
    target, logs = tmp_path / "target", tmp_path / "logs"
    logs.mkdir()
    prefix: list[str] = []
    if os.geteuid() == 0:
        os.chown(logs, 65534, 65534)
        # Python itself may lie where only root may look.
        sight = ["--inh-caps=-all,+dac_read_search", "--ambient-caps=+dac_read_search"]
        require("setpriv")
        prefix = ["setpriv", "--reuid", "65534", "--clear-groups", *sight]
    if action == "uninstall":
        assert install(tmp_path, package, "--target", target).code == 0
    before = tree(tmp_path / "target")
    options = ("--quiet", "--all-users", "--package", package, "--target", target, "--log", logs / "run.log")
    done = subprocess.run(
        [*prefix, *command(action, *options)],
        cwd="/", env=environment(tmp_path), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 77, done.stderr
    assert "An installation for all users needs administrator rights." in done.stderr
    assert "hint: Run this as administrator or with sudo" in done.stderr
    assert (logs / "run.log").read_text().splitlines()[-1] == "RESULT code=77 name=access_denied"
    assert tree(tmp_path / "target") == before


@as_root
def test_for_all_users_the_target_must_be_safe_even_for_root(tmp_path: Path, ours: Path) -> None:
    package = payload_package(tmp_path / "package", FILES)
    target = owned_by_another_user(ours)
    arguments = ("--quiet", "--all-users", "--package", package, "--target", target, "--log", tmp_path / "l", "--json")
    ended = run("install", *arguments, home=tmp_path)
    assert (ended.code, ended.events[-1]["name"]) == (77, "blocked_by_policy")
    assert tree(target) == {}


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("\\\\?\\C:\\Program Files\\x", "C:\\Program Files\\x"),
        ("\\\\?\\UNC\\server\\share\\x", "\\\\server\\share\\x"),
        ("C:\\x", "C:\\x"),
    ],
)
def test_a_long_path_of_windows_is_shown_without_its_prefix(given: str, plain: str) -> None:
    assert str(windows.plain_path(Path(given))) == plain
