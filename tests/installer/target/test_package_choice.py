"""Which app package an installation is repaired from: the very one that was installed, and none that others changed."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.package import AppPackage
from builder.base import program
from builder.base.cancellation import CancelToken
from builder.base.errors import BlockedByPolicy, Cancelled, EngineInstallerError, PackageInvalid, PackageMissing
from builder.engines.index import AppEntry, EngineIndex
from installer.target.package_choice import load_installed_package, package_folder, shipped_package
from installer.target.paths import KEPT_PACKAGE
from installer.target.receipt import InstalledFile, Receipt
from installer.target.request import Request, Scope
from tests.support.packages import APP
from tests.support.payloads import payload_package, write_files
from tests.support.rights import ANOTHER_USER
from tests.support.targets import TEST_APP

as_root = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")
FILES = {"studio": b"app"}
OTHER = APP | {"id": "com.example.other"}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


class Place:
    """A target that was installed from a package beside it.

    Attributes:
        original: the package.
        target: with the copy that was kept.
        copy: of the package, in the target.
        index: that names the original.
        receipt: that names the manifest.
    """

    def __init__(self, folder: Path, template: Path) -> None:
        self.original, self.target = folder / "package", folder / "target"
        self.copy = self.target / KEPT_PACKAGE
        shutil.copytree(template, self.original)
        shutil.copytree(template, self.copy, ignore=lambda _folder, _names: ["app"])
        write_files(self.target, FILES)
        app = AppEntry(id=TEST_APP.id, name="Indexed", version="1.0", package=str(self.original))
        self.index: EngineIndex | None = EngineIndex(app=app, fingerprint="", engines=())
        kept = [path.relative_to(self.target).as_posix() for path in self.copy.rglob("*") if path.is_file()]
        files = (InstalledFile(file=name, size=1, sha256=digest(self.target / name)) for name in (*kept, "studio"))
        self.receipt: Receipt | None = Receipt(
            app=TEST_APP, scope="current-user", files=tuple(files), manifest_sha256=digest(self.original / "app.toml")
        )

    def load(self, scope: Scope = "current-user", **options: Any) -> AppPackage:
        return load_installed_package(self.target, TEST_APP, self.index, self.receipt, scope, **options)

    def refusal(self, scope: Scope = "current-user", **options: Any) -> EngineInstallerError:
        with pytest.raises(EngineInstallerError) as caught:
            self.load(scope, **options)
        assert "Specify the folder of the app package with --package." in caught.value.hint
        return caught.value

    def forget_receipt(self) -> None:
        self.receipt = None

    def forget_index(self) -> None:
        self.index = None


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return payload_package(tmp_path_factory.mktemp("template"), FILES)


@pytest.fixture
def place(tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """No package came with the program."""
    monkeypatch.setattr(program, "own_folder", lambda: tmp_path / "program")
    return Place(tmp_path, template)


def change(package: Path, text: str = "# changed\n") -> None:
    """Make another manifest of it."""
    with (package / "app.toml").open("a") as stream:
        stream.write(text)


def another_version(package: Path, old: str = '"1.0"', new: str = '"2.0"') -> None:
    manifest = package / "app.toml"
    manifest.write_text(manifest.read_text().replace(old, new))


# Without a target, or with a package that is asked for.


def test_the_package_that_is_asked_for_comes_before_the_one_that_came_with_the_program(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(PackageMissing, match="No app package came with this copy of the program"):
        package_folder(Request())
    monkeypatch.chdir(tmp_path)
    assert package_folder(Request(package=Path("package"))) == place.original
    (tmp_path / "program/assets").mkdir(parents=True)
    assert package_folder(Request()) == shipped_package() == tmp_path / "program/assets"
    assert package_folder(Request(package=Path("package"))) == place.original


# Which of them.


def test_the_copy_that_was_kept_is_taken_without_the_applications_own_files(place: Place) -> None:
    package = place.load()
    assert (package.root, package.payload) == (place.copy, None)
    shutil.rmtree(place.original)
    assert place.load().root == place.copy


def test_where_files_of_the_application_are_missing_the_package_that_has_them_is_taken(place: Place) -> None:
    (place.target / "studio").unlink()
    package = place.load()
    assert package.root == place.original
    assert package.payload
    # But only the very one that was installed.
    change(place.original)
    assert place.load().root == place.copy
    shutil.rmtree(place.original)
    assert place.load().root == place.copy


@pytest.mark.parametrize("fault", ["gone", "damaged", "of another application", "of another manifest"])
def test_where_the_copy_is_no_good_the_package_that_it_came_from_is_taken(place: Place, fault: str) -> None:
    match fault:
        case "gone":
            shutil.rmtree(place.copy)
        case "damaged":
            (place.copy / "models/alpha.onnx").write_bytes(b"damaged")
        case "of another application":
            another_version(place.copy, APP["id"], OTHER["id"])
        case _:
            change(place.copy)
    assert place.load().root == place.original


def test_what_came_with_the_program_is_taken_last(place: Place, tmp_path: Path, template: Path) -> None:
    shutil.copytree(template, tmp_path / "program/assets")
    assert place.load().root == place.copy
    shutil.rmtree(place.copy)
    assert place.load().root == place.original
    place.forget_index()
    assert place.load().root == tmp_path / "program/assets"


def test_without_a_receipt_any_package_of_the_application_will_do(place: Place) -> None:
    change(place.copy)
    place.forget_receipt()
    assert place.load().root == place.copy
    another_version(place.copy, APP["id"], OTHER["id"])
    assert place.load().root == place.original
    assert load_installed_package(place.target, None, place.index, None, "current-user").root == place.copy


# Why none.


def test_where_there_is_no_package_it_is_said_where_it_was(place: Place) -> None:
    for folder in (place.copy, place.original):
        shutil.rmtree(folder)
    gone = place.refusal()
    assert isinstance(gone, PackageMissing)
    assert gone.message == f"The app package of {APP['name']} is no longer at {place.original}."
    place.forget_index()
    assert place.refusal().message == f"The app package of {APP['name']} is no longer there."
    with pytest.raises(PackageMissing, match="The app package of the application is no longer there"):
        load_installed_package(place.target, None, None, None, "current-user")


def test_a_changed_package_and_another_version_are_told_apart(place: Place) -> None:
    shutil.rmtree(place.copy)
    change(place.original)
    changed = place.refusal()
    assert isinstance(changed, BlockedByPolicy)
    assert changed.message == f"The app package in {place.original} is not the one that was installed."
    another_version(place.original)
    newer = place.refusal()
    assert isinstance(newer, PackageMissing)
    assert newer.message == (
        f"The app package of {APP['name']} 1.0 is no longer there: {place.original} has version 2.0."
    )


def test_the_first_fault_is_the_one_that_is_told(place: Place) -> None:
    (place.copy / "app.toml").write_text("nonsense")
    change(place.original)
    assert str(place.copy) in str(place.refusal())
    change(place.copy, "schema = 1\n")
    shutil.copy(place.original / "app.toml", place.copy)
    assert str(place.copy) in place.refusal().message


def test_a_copy_that_was_changed_is_refused_even_while_developing(tmp_path: Path, place: Place) -> None:
    """`verify = false` is not meant for that."""
    shutil.rmtree(place.original)
    shutil.rmtree(place.target)
    made = payload_package(tmp_path / "made", FILES, verify=False)
    developed = Place(tmp_path, made)
    shutil.rmtree(developed.original)
    model = developed.copy / "models/alpha.onnx"
    assert developed.load().root == developed.copy
    model.write_bytes(model.read_bytes() + b"\0")
    assert developed.load(read_content=False).root == developed.copy
    refused = developed.refusal()
    assert isinstance(refused, PackageInvalid)
    assert refused.message == f"{model} was changed since it was installed."
    # Nobody knows what it was.
    developed.forget_receipt()
    assert developed.load().root == developed.copy


def test_reading_a_package_can_be_cancelled(place: Place) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        place.load(cancel=cancel)


# With rights that others could abuse.


def give(path: Path) -> None:
    os.chown(path, ANOTHER_USER, -1)


@as_root
def test_a_package_that_others_could_change_is_passed_over(place: Place) -> None:
    give(place.copy / "models/alpha.onnx")
    assert place.load("all-users").root == place.original
    assert place.load().root == place.copy
    give(place.original)
    refused = place.refusal("all-users")
    assert isinstance(refused, BlockedByPolicy)
    assert refused.message.startswith(f"The app package in {place.copy} is not used with administrator rights: ")


@as_root
def test_so_are_its_timing_caches_where_they_lie_beside_it(tmp_path: Path, place: Place) -> None:
    shutil.rmtree(place.copy)
    assets = tmp_path / "assets"
    place.original.rename(assets)
    assert place.index
    app = AppEntry(id=TEST_APP.id, name="Indexed", version="1.0", package=str(assets))
    place.index = EngineIndex(app=app, fingerprint="", engines=())
    (tmp_path / "caches").mkdir()
    assert place.load("all-users").root == assets
    give(tmp_path / "caches")
    assert "is not used with administrator rights" in place.refusal("all-users").message


@as_root
def test_what_came_with_the_program_was_chosen_with_it(tmp_path: Path, place: Place, template: Path) -> None:
    for folder in (place.copy, place.original):
        shutil.rmtree(folder)
    shutil.copytree(template, tmp_path / "program/assets")
    give(tmp_path / "program/assets")
    assert place.load("all-users").root == tmp_path / "program/assets"


@as_root
def test_where_nobody_knows_what_was_installed_none_is_used(place: Place) -> None:
    """A receipt that says nothing of the manifest, and has no copy of it."""
    shutil.rmtree(place.copy)
    known = place.receipt
    place.receipt = Receipt(app=TEST_APP, scope="all-users")
    for _ in range(2):
        refused = place.refusal("all-users")
        assert isinstance(refused, BlockedByPolicy)
        assert "It is not known which app package was installed" in refused.message
        assert place.load().root == place.original
        place.forget_receipt()
    place.receipt = known
    assert place.load("all-users").root == place.original
