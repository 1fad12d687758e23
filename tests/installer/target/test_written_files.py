"""The receipt and the journal: what is written, and what is believed when it is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from builder.base.json_file import Damaged, read_json, to_bytes
from installer.target.journal import Journal
from installer.target.receipt import Receipt

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
JOURNAL: dict[str, Any] = {
    "schema": 1,
    "action": "install",
    "operations": [
        {"do": "set_aside", "file": "studio", "to": "studio.saved-0123456789ab"},
        {"do": "remove", "file": "old.txt", "sha256": None},
        {"do": "remove_folder", "folder": "data"},
        {
            "do": "place",
            "staged": ".engine-installer/staging/studio",
            "file": "studio",
            "sha256": "ab" * 32,
            "replaces": None,
            "last": True,
        },
    ],
    "superseded": ["alpha-0123456789ab.engine"],
    "unregister": {"app_id": "com.example.test", "scope": "all-users"},
    "made": ["/caf\udce9"],
    "shortcuts": ["/home/me/Desktop/studio.desktop"],
}


def written(tmp_path: Path, values: object) -> Path:
    path = tmp_path / "file.json"
    path.write_bytes((json.dumps(values, indent=2) + "\n").encode("ascii"))
    return path


def operation(**changes: Any) -> dict[str, Any]:
    """A journal with one operation, which puts a file into its place."""
    return JOURNAL | {"operations": [JOURNAL["operations"][3] | changes]}


@pytest.mark.parametrize(("values", "kind"), [(RECEIPT, Receipt), (JOURNAL, Journal)])
def test_what_is_read_is_written_with_the_same_bytes(tmp_path: Path, values: dict[str, Any], kind: type[Any]) -> None:
    path = written(tmp_path, values)
    assert to_bytes(read_json(path, kind, 1)) == path.read_bytes()
    path = written(tmp_path, values | {"weight": 3})
    assert json.loads(to_bytes(read_json(path, kind, 1))) == values


@pytest.mark.parametrize(("values", "kind"), [(RECEIPT, Receipt), (JOURNAL, Journal)])
def test_what_an_older_version_did_not_know_may_be_missing(
    tmp_path: Path, values: dict[str, Any], kind: type[Any]
) -> None:
    older = {key: value for key, value in values.items() if key not in ("shortcuts", "start_menu", "feed")}
    assert json.loads(to_bytes(read_json(written(tmp_path, older), kind, 1))) == values | {"shortcuts": []}


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


@pytest.mark.parametrize(
    ("values", "place"),
    [
        (JOURNAL | {"action": "repair"}, "action"),
        (JOURNAL | {"operations": [3]}, "operations.0"),
        (JOURNAL | {"operations": [{"file": "x"}]}, "operations.0"),
        (JOURNAL | {"operations": [{"do": "execute", "file": "x"}]}, "operations.0"),
        (operation(file="../x"), "operations.0.place.file"),
        (operation(staged="studio"), "operations.0.place.staged"),
        (operation(staged=".engine-installer/staging/../../x"), "operations.0.place.staged"),
        (operation(last="yes"), "operations.0.place.last"),
        (operation(sha256=None), "operations.0.place.sha256"),
        (JOURNAL | {"superseded": ["../x-0123456789ab.engine"]}, "superseded.0"),
        (JOURNAL | {"unregister": {"app_id": "..", "scope": "all-users"}}, "unregister.app_id"),
    ],
)
def test_a_journal_that_is_not_as_it_was_written_is_damaged(tmp_path: Path, values: object, place: str) -> None:
    with pytest.raises(Damaged, match=f"^{place}: "):
        read_json(written(tmp_path, values), Journal, 1)
