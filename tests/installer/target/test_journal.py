"""The journal: what is written, and what is believed when it is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from builder.base.json_file import Damaged, read_json, to_bytes
from installer.target.journal import Install, Journal

JOURNAL: dict[str, Any] = {
    "schema": 1,
    "action": "install",
    "operations": [
        {"do": "set_aside", "file": "studio", "to": "studio.saved-0123456789ab"},
        {"do": "remove", "file": "old.txt", "sha256": None, "first": False},
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


def test_what_is_read_is_written_with_the_same_bytes(tmp_path: Path) -> None:
    path = written(tmp_path, JOURNAL)
    assert to_bytes(read_json(path, Journal, 1)) == path.read_bytes()
    path = written(tmp_path, JOURNAL | {"weight": 3})
    assert json.loads(to_bytes(read_json(path, Journal, 1))) == JOURNAL


def test_it_is_of_the_version_that_every_release_reads(tmp_path: Path) -> None:
    journal = Journal(action="uninstall", operations=())
    assert journal.schema == 1
    (tmp_path / "journal.json").write_bytes(to_bytes(journal))
    assert read_json(tmp_path / "journal.json", Journal, 1) == journal


def test_what_an_older_version_did_not_know_may_be_missing(tmp_path: Path) -> None:
    older = {key: value for key, value in JOURNAL.items() if key != "shortcuts"}
    assert json.loads(to_bytes(read_json(written(tmp_path, older), Journal, 1))) == JOURNAL | {"shortcuts": []}


def test_only_what_says_so_speaks_of_everything_before_it(tmp_path: Path) -> None:
    entry = {"do": "place", "staged": "engines/.staging/index.engine", "file": "engines/engines.json", "sha256": ""}
    journal = read_json(written(tmp_path, JOURNAL | {"operations": [entry]}), Journal, 1)
    assert journal
    assert journal.operations == (
        Install(staged=entry["staged"], file=entry["file"], sha256="", replaces=None, last=False),
    )


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
