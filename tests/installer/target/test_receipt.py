"""The receipt: what is written, what is believed when it is read, and what it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from builder.app_package.app import Registration
from builder.base.errors import BlockedByPolicy
from builder.base.json_file import Damaged, read_json, to_bytes
from installer.target.journal import Registered
from installer.target.paths import RECEIPT as PLACE
from installer.target.receipt import InstalledFile, Receipt, read_receipt
from tests.support.targets import TEST_APP, with_receipt

RECEIPT: dict[str, Any] = {
    "schema": 1,
    "app": {"id": "com.example.test", "name": "Test", "publisher": "Us", "version": "1"},
    "scope": "current-user",
    "files": [{"file": "data/one.txt", "size": 3, "sha256": "ab" * 32, "was_there": True}],
    "folders": ["data"],
    "made": ["/caf\udce9"],
    "registration": {
        "executable": "studio",
        "icon": ".engine-installer/icon.png",
        "comment": "Edits photographs",
        "categories": ["Graphics"],
        "url": "https://example.com",
        "help_url": None,
        "start_menu": True,
    },
    "manifest_sha256": "cd" * 32,
    "shortcuts": ["/home/me/Desktop/studio.desktop"],
    "start_menu": None,
    "feed": None,
}


def written(tmp_path: Path, values: object) -> Path:
    path = tmp_path / "file.json"
    path.write_bytes((json.dumps(values, indent=2) + "\n").encode("ascii"))
    return path


def test_what_is_read_is_written_with_the_same_bytes(tmp_path: Path) -> None:
    path = written(tmp_path, RECEIPT)
    assert to_bytes(read_json(path, Receipt, 1)) == path.read_bytes()
    path = written(tmp_path, RECEIPT | {"weight": 3})
    assert json.loads(to_bytes(read_json(path, Receipt, 1))) == RECEIPT


def test_what_an_older_version_did_not_know_may_be_missing(tmp_path: Path) -> None:
    older = {key: value for key, value in RECEIPT.items() if key not in ("shortcuts", "start_menu", "feed")}
    assert json.loads(to_bytes(read_json(written(tmp_path, older), Receipt, 1))) == RECEIPT | {"shortcuts": []}


def test_what_need_not_be_said_is_nothing(tmp_path: Path) -> None:
    least = {key: RECEIPT[key] for key in ("schema", "app", "scope")} | {
        "files": [{"file": "x", "size": 0, "sha256": ""}]
    }
    assert json.loads(to_bytes(read_json(written(tmp_path, least), Receipt, 1))) == {
        **least,
        "files": [{"file": "x", "size": 0, "sha256": "", "was_there": False}],
        "folders": [],
        "made": [],
        "shortcuts": [],
        **dict.fromkeys(("registration", "manifest_sha256", "start_menu", "feed")),
    }


@pytest.mark.parametrize(
    ("values", "place"),
    [
        (RECEIPT | {"app": RECEIPT["app"] | {"id": "../x"}}, "app.id"),
        (RECEIPT | {"scope": "everybody"}, "scope"),
        (RECEIPT | {"files": [{"file": "../x", "size": 3, "sha256": ""}]}, "files.0.file"),
        (RECEIPT | {"files": [{"file": "x", "size": -3, "sha256": ""}]}, "files.0.size"),
        (RECEIPT | {"files": [{"file": "x", "size": "3", "sha256": ""}]}, "files.0.size"),
        (RECEIPT | {"files": [{"file": "x", "size": 3, "sha256": "", "was_there": 1}]}, "files.0.was_there"),
        (RECEIPT | {"files": {"file": "x"}}, "files"),
        (RECEIPT | {"folders": ["/etc"]}, "folders.0"),
        (RECEIPT | {"made": "/etc"}, "made"),
        (RECEIPT | {"registration": {"icon": "../icon.png"}}, "registration.icon"),
        (RECEIPT | {"registration": {"categories": [3]}}, "registration.categories.0"),
    ],
)
def test_a_receipt_that_is_not_as_it_was_written_is_damaged(tmp_path: Path, values: object, place: str) -> None:
    with pytest.raises(Damaged, match=f"^{place}: "):
        read_json(written(tmp_path, values), Receipt, 1)


def test_a_target_without_a_receipt_has_none(tmp_path: Path) -> None:
    assert read_receipt(tmp_path) is None


def test_the_receipt_of_a_target_is_the_one_in_our_folder(tmp_path: Path) -> None:
    receipt = with_receipt(tmp_path, folders=("data",))
    assert read_receipt(tmp_path) == receipt


def test_a_receipt_that_somebody_has_edited_stops_the_run(tmp_path: Path) -> None:
    with_receipt(tmp_path)
    (tmp_path / PLACE).write_bytes(b"{}")
    with pytest.raises(BlockedByPolicy, match="not as engine-installer wrote it") as caught:
        read_receipt(tmp_path)
    assert str(tmp_path / PLACE) in caught.value.message
    assert "Delete that file" in caught.value.hint


def receipt_with(**values: Any) -> Receipt:
    return Receipt(app=TEST_APP, scope="all-users", **values)


def test_only_what_was_registered_is_listed() -> None:
    assert receipt_with().registered is None
    listed = receipt_with(registration=Registration()).registered
    assert listed == Registered(app_id=TEST_APP.id, scope="all-users")


def test_the_start_menu_has_one_of_the_shortcuts() -> None:
    assert receipt_with(shortcuts=("/a", "/b")).all_shortcuts == ("/a", "/b")
    assert receipt_with(shortcuts=("/a",), start_menu="/m").all_shortcuts == ("/a", "/m")


def test_the_manifest_that_was_installed_is_that_of_the_copy_where_nothing_says_otherwise() -> None:
    kept = InstalledFile(file=".engine-installer/package/app.toml", size=1, sha256="kept")
    assert receipt_with().manifest is None
    assert receipt_with(files=(kept,)).manifest == "kept"
    assert receipt_with(files=(kept,), manifest_sha256="noted").manifest == "noted"


def test_files_of_the_application_are_those_outside_of_our_folder() -> None:
    names = ("studio", ".engine-installer/icon.png", "engine-installer/x", ".engine-installer.txt")
    receipt = receipt_with(files=tuple(InstalledFile(file=name, size=1, sha256=name * 2) for name in names))
    assert [file.file for file in receipt.application_files] == [
        "studio",
        "engine-installer/x",
        ".engine-installer.txt",
    ]
    assert receipt.hashes == {name: name * 2 for name in names}
