"""What strict runs write outside of the target: other users decide neither where nor into what."""

from __future__ import annotations

import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.base.errors import BlockedByPolicy, InvalidParameter
from installer.target import outputs
from installer.target.outputs import open_to_append, write_named_output, write_output
from tests.support.payloads import payload_package, tree
from tests.support.program import Ended, run
from tests.support.rights import ANOTHER_USER, no_administrator
from tests.support.system import require

pytestmark = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")

SUDO = {"SUDO_UID": str(ANOTHER_USER)}
STICKY = 0o1777
PRECIOUS = "precious\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder of root that every user may enter, with `root`, which is root's, and `home`, which is another user's."""
    for folder in (*[parent for parent in tmp_path.parents if parent.name.startswith(("pytest-", "popen-"))], tmp_path):
        folder.chmod(0o755)
    for name in ("root", "home", "sticky"):
        (tmp_path / name).mkdir()
    (tmp_path / "root/victim").write_text(PRECIOUS)
    (tmp_path / "sticky").chmod(STICKY)
    os.chown(tmp_path / "home", ANOTHER_USER, ANOTHER_USER)
    return tmp_path


def as_another_user(script: str, cwd: Path) -> None:
    """Run a script of the shell with the rights of a user who has none."""
    require("setpriv")
    ids = ("--reuid", str(ANOTHER_USER), "--regid", str(ANOTHER_USER), "--clear-groups")
    subprocess.run(["setpriv", *ids, "sh", "-euc", script], cwd=cwd, check=True)


def link_as_file(place: Path) -> Path:
    as_another_user(f"ln -s {place}/root/victim home/out", place)
    return place / "home/out"


def link_to_a_new_name(place: Path) -> Path:
    as_another_user(f"ln -s {place}/root/new home/out", place)
    return place / "home/out"


def link_in_the_folder(place: Path) -> Path:
    as_another_user(f"ln -s {place}/root home/folder", place)
    return place / "home/folder/out"


def link_in_a_folder_that_is_missing(place: Path) -> Path:
    as_another_user(f"ln -s {place}/root home/folder", place)
    return place / "home/folder/deeper/out"


def hop_of_another_user(place: Path) -> Path:
    as_another_user(f"ln -s {place}/root home/hop", place)
    (place / "link").symlink_to(place / "home/hop")
    return place / "link/out"


def link_in_a_sticky_folder(place: Path) -> Path:
    as_another_user(f"ln -s {place}/root/victim sticky/out", place)
    return place / "sticky/out"


def made_before_in_a_sticky_folder(place: Path) -> Path:
    as_another_user("umask 0; echo mine > sticky/out", place)
    return place / "sticky/out"


def hard_link(place: Path) -> Path:
    """As another user makes it where the system does not protect files from that (fs.protected_hardlinks)."""
    (place / "sticky/out").hardlink_to(place / "root/victim")
    return place / "sticky/out"


def pipe(place: Path) -> Path:
    as_another_user("mkfifo sticky/out", place)
    return place / "sticky/out"


def device(place: Path) -> Path:
    os.mknod(place / "sticky/out", 0o600 | stat.S_IFCHR, os.makedev(1, 3))
    return place / "sticky/out"


def folder_of_another_user(place: Path) -> Path:
    return place / "home/out"


CASES = [
    link_as_file,
    link_to_a_new_name,
    link_in_the_folder,
    link_in_a_folder_that_is_missing,
    hop_of_another_user,
    link_in_a_sticky_folder,
    made_before_in_a_sticky_folder,
    hard_link,
    pipe,
    folder_of_another_user,
]


@pytest.mark.parametrize("make", CASES)
def test_a_log_is_not_led_elsewhere(place: Path, make: Callable[[Path], Path]) -> None:
    path = make(place)
    before = tree(place)
    with pytest.raises(BlockedByPolicy):
        open_to_append(path, "all-users", 0o600)
    assert tree(place) == before


@pytest.mark.parametrize("make", [case for case in CASES if case not in (hard_link, pipe)])
def test_saved_answers_are_not_led_elsewhere(place: Path, make: Callable[[Path], Path]) -> None:
    path = make(place)
    before = tree(place)
    with pytest.raises(BlockedByPolicy):
        write_output(path, b"x", "all-users", path.with_name("out.new"))
    assert tree(place) == before


@pytest.mark.parametrize("make", [link_as_file, link_in_a_sticky_folder, pipe, device])
def test_a_named_output_replaces_nothing_but_a_file(place: Path, make: Callable[[Path], Path]) -> None:
    path = make(place)
    before = tree(place)
    for scope in ("all-users", "current-user"):
        with pytest.raises((BlockedByPolicy, InvalidParameter)):
            write_named_output(path, b"x", scope)
    assert tree(place) == before
    assert not path.is_file() or path.is_symlink()


def test_a_named_output_is_written_through_a_link_of_ones_own(place: Path) -> None:
    (place / "root/link").symlink_to("victim")
    write_named_output(place / "root/link", b"x", "current-user")
    assert (place / "root/link").is_symlink()
    assert (place / "root/victim").read_text() == "x"
    with pytest.raises(BlockedByPolicy, match="symbolic link"):
        write_named_output(place / "root/link", b"y", "all-users")
    assert (place / "root/victim").read_text() == "x"


def test_a_file_that_appears_between_the_look_and_the_opening_is_not_used(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outputs, "distrust", lambda _path: None)
    for make in (made_before_in_a_sticky_folder, link_in_a_sticky_folder, hard_link, pipe, device):
        path = make(place)
        # Some systems refuse it by themselves (fs.protected_regular and its like).
        with pytest.raises((BlockedByPolicy, OSError)):
            open_to_append(path, "all-users", 0o600)
        path.unlink()
    assert (place / "root/victim").read_text() == PRECIOUS


def test_a_folder_that_appears_between_the_look_and_its_making_is_not_used(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other user wins the race for the first of two folders that are missing in a sticky one."""
    honest = Path.mkdir

    def late(folder: Path, *rest: object, **options: bool) -> None:
        if folder == place / "sticky/new":
            as_another_user(f"ln -s {place}/root sticky/new", place)
        honest(folder, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "mkdir", late)
    with pytest.raises(BlockedByPolicy, match="symbolic link"):
        open_to_append(place / "sticky/new/deeper/out", "all-users", 0o600)
    assert list(tree(place / "root")) == ["victim"]


def test_what_is_safe_works(place: Path) -> None:
    previous = os.umask(0)
    try:
        for path in (place / "root/new/log", place / "sticky/new/log", place / "sticky/log"):
            os.close(open_to_append(path, "all-users", 0o640))
            descriptor = open_to_append(path, "all-users", 0o640)  # once more: it is continued
            os.write(descriptor, b"x")
            os.close(descriptor)
            assert (path.read_text(), path.stat().st_mode & 0o7777) == ("x", 0o640)
        answers = place / "root/answers.toml"
        write_output(answers, b"x", "all-users", place / "root/answers.new")
        assert (answers.read_text(), answers.stat().st_mode & 0o7777) == ("x", 0o644)
    finally:
        os.umask(previous)


@pytest.mark.parametrize("rights", ["sudo", "root"])
@pytest.mark.parametrize("make", [link_as_file, link_in_the_folder, made_before_in_a_sticky_folder, pipe])
def test_a_run_ends_before_it_begins(place: Path, make: Callable[[Path], Path], rights: str) -> None:
    """As a whole: as cron, systemd and Ansible start it, without any sign of where root came from, and as sudo does."""
    path = make(place)
    before = tree(place)
    package = payload_package(place / "root/package", {"studio": b""})
    before = tree(place)

    def refused(option: str, name: Path) -> Ended:
        places = ("--package", package, "--target", place / "root/target", "--log", place / "root/log")
        ended = run("install", "--quiet", *places, option, name, home=place, env=SUDO if rights == "sudo" else {})
        (place / "root/log").unlink(missing_ok=True)
        assert ended.code == 77, ended.err
        assert f"Nothing is written to {name} with administrator rights" in ended.err
        return ended

    refused("--log", path)
    if make is not pipe:
        refused("--save-answers", path)
    assert tree(place) == before


def test_the_picture_of_a_self_test_is_not_led_elsewhere(place: Path) -> None:
    require("Qt")
    path = link_as_file(place)
    before = tree(place)
    ended = run("self-test", "--picture", path, home=place / "root", env=SUDO)
    assert f"Nothing is written to {path} with administrator rights" in ended.out
    assert tree(place)["root/victim"] == before["root/victim"]


def test_a_pipe_is_called_one_whether_anybody_reads_from_it_or_not(place: Path) -> None:
    os.mkfifo(place / "root/pipe")
    with pytest.raises(OSError, match="it is a pipe"):
        open_to_append(place / "root/pipe", "current-user", 0o600)
    reading = os.open(place / "root/pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        with pytest.raises(OSError, match="it is a pipe"):
            open_to_append(place / "root/pipe", "current-user", 0o600)
    finally:
        os.close(reading)


def test_only_without_rights_to_abuse_may_a_file_have_a_second_name(place: Path) -> None:
    (place / "sticky/log").write_text("")
    (place / "sticky/log").chmod(0o666)
    (place / "sticky/second").hardlink_to(place / "sticky/log")
    with pytest.raises(BlockedByPolicy, match="another name elsewhere"):
        open_to_append(place / "sticky/log", "current-user", 0o600)
    with no_administrator():
        os.close(open_to_append(place / "sticky/log", "current-user", 0o600))


def test_a_login_as_root_may_use_links_of_its_own(place: Path) -> None:
    (place / "link").symlink_to(place / "root")
    (place / "root/log").symlink_to(place / "root/real")
    os.close(open_to_append(place / "link/log", "current-user", 0o600))
    assert (place / "root/real").exists()
    os.close(open_to_append(Path("/dev/null"), "current-user", 0o600))
