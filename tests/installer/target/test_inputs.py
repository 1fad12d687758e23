"""What a run with more rights takes in: nothing that others could have changed, unless it was chosen for it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from installer.target import package_choice
from installer.target.request import Request
from installer.wizard.assessment import brand_of
from tests.support import in_process
from tests.support.packages import small_package
from tests.support.payloads import payload_package, tree
from tests.support.program import Ended
from tests.support.rights import ANOTHER_USER, as_another_user, open_folder
from tests.support.wheels import wheel_entry, write_wheel

pytestmark = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can be another user")

FILES = {"bin/tool": b"#!/bin/sh\necho good\n"}
NO_COPY = {"keep_package": False}


class Place:
    """Root's folder with a target, and that of a user who is up to no good.

    Attributes:
        theirs: the user's, which others may enter.
        target: in root's.
    """

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.patch = patch
        self.theirs, self.ours = folder / "theirs", folder / "ours"
        self.target = self.ours / "target"
        self.ours.mkdir()
        self.give(self.theirs)

    def give(self, path: Path) -> None:
        """Let the other user own a file, or a folder with all that is in it."""
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.mkdir()
        for each in (path, *path.rglob("*")):
            os.chown(each, ANOTHER_USER, ANOTHER_USER, follow_symlinks=False)

    def run(self, action: str, *options: str | Path, sudo: bool = True) -> Ended:
        """Run the program as sudo starts it."""
        with pytest.MonkeyPatch.context() as patch:
            if sudo:
                patch.setenv("SUDO_UID", str(ANOTHER_USER))
            return in_process.main(action, "--quiet", "--json", "--target", self.target, *options)

    def receipt(self) -> dict[str, object]:
        return dict(json.loads((self.target / ".engine-installer/receipt.json").read_bytes()))


@pytest.fixture
def place() -> Iterator[Place]:
    with open_folder() as folder:
        home = folder / "home"
        home.mkdir()
        with in_process.user(home) as patch:
            yield Place(folder, patch)


def assert_blocked(ended: Ended, *words: str) -> None:
    last = ended.events[-1]
    assert (ended.code, last["name"]) == (77, "blocked_by_policy"), last
    assert all(word in last["detail"] for word in words), last
    assert "--package" in last["hint"]


def in_the_place_of(package: Path, place: Place) -> Path:
    """Let the other user put a package of the same application in the place of a package that is gone.

    Returns:
        A file that the engine library of that package writes as soon as it is imported.
    """
    shutil.rmtree(package)
    evil, proof = place.ours / "evil", place.ours / "proof"
    code = f"import os\nopen({str(proof)!r}, 'w').write(f'uid={{os.geteuid()}}')\n".encode()
    wheel = evil / "wheels/tensorrt_rtx_cu13_bindings-1.7-py3-none-any.whl"
    write_wheel(wheel, {"tensorrt_rtx/__init__.py": code})
    library = {"source": "wheels", "wheels": [wheel_entry(wheel)]}
    payload_package(evil, {"bin/tool": b"evil"}, "other", defaults={}, maintenance=NO_COPY, library=library)
    as_another_user("cp", "-r", evil, package)
    return proof


@pytest.mark.parametrize("options", [["--all-users"], []], ids=["all users", "sudo"])
def test_a_repair_does_not_take_a_package_from_where_another_user_could_have_put_it(
    place: Place, options: list[str]
) -> None:
    """An administrator unpacks a download, installs it and deletes it; engines.json tells everyone where it was."""
    package = payload_package(place.theirs / "package", FILES, maintenance=NO_COPY)
    assert place.run("install", "--package", package, *options).code == 0
    proof = in_the_place_of(package, place)
    before = tree(place.target)
    ended = place.run("repair", *options)
    assert not proof.exists(), proof.read_text()
    assert_blocked(ended, f"{package} is not used with administrator rights: ", "theirs")
    assert tree(place.target) == before


def test_a_login_as_root_is_as_careful_with_what_is_not_roots_own(place: Place) -> None:
    """cron and systemd set no SUDO_UID."""
    package = payload_package(place.theirs / "package", FILES, maintenance=NO_COPY)
    assert place.run("install", "--package", package, sudo=False).code == 0
    proof = in_the_place_of(package, place)
    before = tree(place.target)
    ended = place.run("repair", sudo=False)
    assert not proof.exists(), proof.read_text()
    assert_blocked(ended, "is not used with administrator rights")
    assert tree(place.target) == before


@pytest.mark.parametrize("sudo", [True, False])
def test_a_repair_takes_only_the_very_manifest_that_was_installed(place: Place, sudo: bool) -> None:
    """Even where nobody else could have changed it, and whatever was kept."""
    package = payload_package(place.ours / "package", FILES, maintenance=NO_COPY)
    assert place.run("install", "--package", package, sudo=sudo).code == 0
    (place.target / "bin/tool").unlink()
    payload_package(package, {"bin/tool": b"other"}, maintenance=NO_COPY)
    before = tree(place.target)
    assert_blocked(place.run("repair", sudo=sudo), f"{package} is not the one that was installed")
    assert tree(place.target) == before
    # What is typed is chosen, and is the one that was installed from then on.
    assert place.run("repair", "--package", package, sudo=sudo).code == 0
    assert (place.target / "bin/tool").read_bytes() == b"other"
    (place.target / "bin/tool").unlink()
    assert place.run("repair", sudo=sudo).code == 0
    assert (place.target / "bin/tool").read_bytes() == b"other"


def test_a_kept_copy_of_another_manifest_is_passed_over(place: Place) -> None:
    package = payload_package(place.ours / "package", FILES)
    assert place.run("install", "--package", package).code == 0
    kept = place.target / ".engine-installer/package/app.toml"
    kept.write_text(kept.read_text() + "# changed\n")
    assert place.run("repair").code == 0
    assert kept.read_bytes() == (package / "app.toml").read_bytes()
    kept.write_text(kept.read_text() + "# changed\n")
    shutil.rmtree(package)
    assert_blocked(place.run("repair"), "is not the one that was installed")


def test_a_kept_copy_that_others_could_change_is_passed_over(place: Place) -> None:
    package = payload_package(place.ours / "package", FILES)
    assert place.run("install", "--package", package).code == 0
    kept = place.target / ".engine-installer/package/models/alpha.onnx"
    place.give(kept)
    assert place.run("repair").code == 0  # from where it came from
    shutil.rmtree(package)
    place.give(kept)
    assert_blocked(place.run("repair"), str(kept))
    status = json.loads(in_process.main("status", "--target", place.target, "--json").out)
    assert status["package"] is not None  # a login as root, in folders that are all root's
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUDO_UID", str(ANOTHER_USER))
        status = json.loads(in_process.main("status", "--target", place.target, "--json").out)
    assert status["package"] is None
    assert any("is not used with administrator rights" in note for note in status["notes"])


def test_the_window_shows_no_pictures_and_names_that_others_could_have_put_there(place: Place) -> None:
    package = payload_package(place.ours / "package", FILES, branding={"accent": "#76b900"})
    assert place.run("install", "--package", package).code == 0
    place.patch.setenv("SUDO_UID", str(ANOTHER_USER))
    request = Request(target=place.target)
    assert brand_of("repair", request).title == "Test App 1.0"
    assert brand_of("repair", request).accent == "#76b900"
    place.give(place.target / ".engine-installer/package/app.toml")
    shown = brand_of("repair", request)
    assert (shown.title, shown.accent) == ("Test App 1.0", None)  # the receipt is still ours
    place.give(place.target / ".engine-installer/receipt.json")
    assert brand_of("repair", request).title == ""


def test_receipts_of_before_say_which_manifest_it_was_if_a_copy_was_kept(place: Place) -> None:
    package = payload_package(place.ours / "package", FILES)
    path = place.target / ".engine-installer/receipt.json"
    for keep in (True, False):
        payload_package(package, FILES, maintenance={"keep_package": keep})
        assert place.run("install", "--package", package).code == 0
        recorded = place.receipt().pop("manifest_sha256")
        path.write_text(json.dumps({key: value for key, value in place.receipt().items() if key != "manifest_sha256"}))
        ended = place.run("repair")
        if keep:
            assert ended.code == 0
            assert place.receipt()["manifest_sha256"] == recorded
            continue
        assert_blocked(ended, "It is not known which app package was installed")
        # Who has no rights that others could abuse goes on as before.
        assert place.run("repair", sudo=False).code == 0
        assert place.receipt()["manifest_sha256"] == recorded
        assert place.run("repair").code == 0


def test_what_was_chosen_may_lie_in_a_download_folder(place: Place) -> None:
    """`sudo ./Setup install --all-users` in the folder of the user who has downloaded it."""
    assets = small_package(place.theirs / "Downloads/Setup/assets", "alpha")
    place.give(place.theirs)
    place.patch.setattr(package_choice, "shipped_package", lambda: assets)
    ended = place.run("install", "--all-users")
    assert ended.code == 0, ended.events[-1]
    (engine,) = json.loads((place.target / "engines/engines.json").read_text())["engines"]
    next(place.target.glob("engines/*.engine")).write_bytes(b"damaged")
    assert place.run("repair", "--all-users").code == 0
    assert (place.target / "engines" / engine["file"]).stat().st_size == engine["size"]
    # With nothing kept either: what came with the program that was started is what it is repaired from.
    shutil.rmtree(place.target / ".engine-installer/package")
    next(place.target.glob("engines/*.engine")).write_bytes(b"damaged")
    ended = place.run("repair", "--all-users")
    assert ended.code == 0, ended.events[-1]


@pytest.mark.parametrize("hop", ["link", "folder"])
def test_a_recorded_package_behind_a_link_of_another_user_is_not_taken(place: Place, hop: str) -> None:
    package = payload_package(place.ours / "real/package", FILES, maintenance=NO_COPY)
    link = place.ours / "link"
    if hop == "folder":
        (place.theirs / "hop").symlink_to(place.ours / "real")
        link.symlink_to(place.theirs / "hop")
    else:
        link.symlink_to(place.ours / "real")
        os.chown(link, ANOTHER_USER, ANOTHER_USER, follow_symlinks=False)
    assert place.run("install", "--package", link / package.name).code == 0
    assert_blocked(place.run("repair"), "is not used with administrator rights")


def test_without_rights_that_others_could_abuse_a_repair_is_as_before(place: Place) -> None:
    """A user whose package lies in a folder of a group, as teams have them."""
    package = payload_package(place.ours / "package", FILES, maintenance=NO_COPY)
    package.chmod(0o777)
    assert place.run("install", "--package", package, sudo=False).code == 0
    (place.target / "bin/tool").unlink()
    assert place.run("repair", sudo=False).code == 0
    assert tree(place.target)["bin/tool"] == FILES["bin/tool"]
