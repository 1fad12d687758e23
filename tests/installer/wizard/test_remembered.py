"""What the wizard remembers: for a day what led to nothing, and where an installation is."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.base.json_file import from_plain, to_bytes
from builder.base.settings import HEURISTIC_OPTIMIZATION_LEVEL
from builder.engines.options import EngineOptions
from installer.target.paths import RECEIPT
from installer.target.request import Request
from installer.wizard import remembered as module
from installer.wizard.choices import Choices
from installer.wizard.findings import Installed
from installer.wizard.remembered import (
    KEPT_SECONDS,
    Place,
    Remembered,
    Unfinished,
    choices_of,
    first_choices,
    fitting,
    forget,
    recall,
    remember_installation,
    remember_unfinished,
)

APP = "com.example.studio"
texts = st.text(max_size=9)
scopes = st.sampled_from(["all-users", "current-user"])
folders = st.text(st.characters(exclude_characters="\0/"), min_size=1, max_size=9).map(lambda name: Path("/x") / name)
choices = st.builds(
    Choices,
    gpu=st.none() | texts.filter(bool),
    folder=st.none() | folders,
    without=st.none() | st.lists(texts, max_size=3).map(tuple),
    fast_build=st.booleans(),
    scope=st.none() | scopes,
)
everything = st.builds(
    lambda chosen, at, place, shortcut: Remembered(place=place, wants_shortcut=shortcut).with_unfinished(chosen, at),
    choices,
    st.floats(0, 1e10),
    st.none() | st.builds(lambda folder, scope: Place(folder=str(folder), scope=scope), folders, scopes),
    st.booleans(),
)


@given(everything)
def test_what_is_written_is_read(remembered: Remembered) -> None:
    assert from_plain(Remembered, json.loads(to_bytes(remembered))) == remembered


@given(choices, st.floats(0, 1e9), st.floats(-1e6, 1e6))
def test_choices_that_led_to_nothing_are_kept_for_a_day(chosen: Choices, at: float, later: float) -> None:
    kept = Remembered().with_unfinished(chosen, at).at(at + later, lambda _folder: False).unfinished
    if chosen == Choices() or not 0 <= (at + later) - at < KEPT_SECONDS:
        assert kept is None
    else:
        assert kept is not None
        assert kept.choices == chosen


def test_a_folder_that_depends_on_where_the_program_runs_is_not_kept() -> None:
    kept = Remembered().with_unfinished(Choices(folder=Path("studio"), fast_build=True), 0.0)
    assert kept.unfinished is not None
    assert kept.unfinished.choices == Choices(fast_build=True)


def test_an_installation_ends_what_was_unfinished_and_is_found_while_it_is_there() -> None:
    before = Remembered().with_unfinished(Choices(fast_build=True), 5.0)
    after = before.with_installation(Path("/opt/studio"), "all-users", wants_shortcut=True)
    assert after.unfinished is None
    assert after.wants_shortcut
    assert after.at(1e9, lambda folder: folder == Path("/opt/studio")).place == after.place
    assert after.at(6.0, lambda _folder: False).place is None
    # A window that is closed later does not hide it.
    assert after.with_unfinished(Choices(gpu="GPU-1"), 7.0).place == after.place


PLACE = Place(folder="/opt/studio", scope="all-users")
UNFINISHED = Unfinished(at=0.0, gpu="GPU-1", folder="/x", without=("Sky",), fast_build=True, scope="current-user")
INSTALLED = Choices(folder=Path("/opt/studio"), scope="all-users")


@pytest.mark.parametrize(
    ("request_", "remembered", "first"),
    [
        (Request(), Remembered(), Choices()),
        (Request(), Remembered(place=PLACE), INSTALLED),
        (Request(), Remembered(place=PLACE, unfinished=UNFINISHED), UNFINISHED.choices),
        (Request(), Remembered(place=PLACE, unfinished=Unfinished(at=0.0, gpu="G")),
         Choices("G", Path("/opt/studio"), scope="all-users")),
        (Request(), Remembered(place=PLACE, unfinished=Unfinished(at=0.0, scope="current-user")),
         Choices(scope="current-user")),
        (Request(target=Path("/y")), Remembered(place=PLACE), Choices()),
        (Request(scope="current-user"), Remembered(place=PLACE), Choices()),
        (Request(target=Path("/y")), Remembered(unfinished=UNFINISHED), Choices("GPU-1", None, ("Sky",), True)),
        (Request(all_features=True), Remembered(unfinished=UNFINISHED),
         Choices("GPU-1", Path("/x"), None, True, scope="current-user")),
        (Request(options=EngineOptions(without=("Faces",), gpu="0", optimization_level=3)),
         Remembered(unfinished=UNFINISHED), Choices(folder=Path("/x"), scope="current-user")),
        (Request(options=EngineOptions(portable=True)), Remembered(unfinished=Unfinished(at=0.0, gpu="G")), Choices()),
    ],
)  # fmt: skip
def test_what_was_given_goes_first_then_the_last_window_then_the_installation(
    request_: Request, remembered: Remembered, first: Choices
) -> None:
    assert first_choices(request_, remembered) == first


@given(choices, st.lists(texts, max_size=3), st.lists(texts, max_size=2))
def test_only_what_is_there_can_be_chosen(chosen: Choices, features: list[str], gpus: list[str]) -> None:
    left = fitting(chosen, features, gpus)
    assert set(left.without or ()) <= set(features)
    assert left.gpu is None or left.gpu in gpus
    # A choice about features stays one, even if nothing is left of it.
    assert (left.without is None) == (chosen.without is None)
    assert fitting(left, features, gpus) == left
    assert fitting(chosen, chosen.without or (), [chosen.gpu] if chosen.gpu else []) == chosen


def test_the_next_version_begins_as_the_installation_was_chosen() -> None:
    options = EngineOptions(gpu="GPU-1", without=("Sky",), optimization_level=0)
    installed = Installed("Studio", "1", options=options, scope="all-users")
    fast = options.optimization_level == HEURISTIC_OPTIMIZATION_LEVEL
    assert choices_of(installed, Path("/opt")) == Choices("GPU-1", Path("/opt"), ("Sky",), fast, scope="all-users")
    level = EngineOptions(optimization_level=HEURISTIC_OPTIMIZATION_LEVEL)
    assert choices_of(Installed("Studio", "1", options=level), Path("/opt")).fast_build


# Files.


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This user's folder of what is remembered."""
    monkeypatch.setattr(module, "user_data_folder", lambda: tmp_path / "data")
    return tmp_path / "data/choices"


def test_it_is_remembered_in_a_file_of_the_application(tmp_path: Path, data: Path) -> None:
    chosen = Choices("GPU-1", tmp_path / "\udcff ü", ("Sky",), True, scope="current-user")
    remember_unfinished(APP, chosen)
    kept = recall(APP).unfinished
    assert kept is not None
    assert kept.choices == chosen
    assert recall("com.example.other") == Remembered()
    assert [path.name for path in data.iterdir()] == [f"{APP}.json"]
    (tmp_path / "app" / RECEIPT).parent.mkdir(parents=True)
    (tmp_path / "app" / RECEIPT).touch()
    remember_installation(APP, tmp_path / "app", "current-user", wants_shortcut=True)
    assert recall(APP).place == Place(folder=str(tmp_path / "app"), scope="current-user")
    assert recall(APP).wants_shortcut
    (tmp_path / "app" / RECEIPT).unlink()
    assert recall(APP).place is None
    forget(APP)
    forget(APP)
    assert recall(APP) == Remembered()
    assert list(data.iterdir()) == []


def test_nothing_chosen_leaves_nothing_unfinished(data: Path) -> None:
    remember_unfinished(APP, Choices(fast_build=True))
    remember_unfinished(APP, Choices())
    assert recall(APP).unfinished is None


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'{"schema": 2}', b'{"unfinished": {}}', b'{"unfinished": {"at": "now"}}',
     b'{"unfinished": {"at": 1, "folder": "here"}}', b'{"place": {"folder": "/x\\u0000", "scope": "current-user"}}',
     b'{"place": {"folder": "/x", "scope": "mine"}}', b"x" * (1 << 17)],
)  # fmt: skip
def test_what_is_damaged_is_not_remembered_and_is_replaced(data: Path, content: bytes) -> None:
    data.mkdir(parents=True)
    (data / f"{APP}.json").write_bytes(content)
    assert recall(APP) == Remembered()
    remember_unfinished(APP, Choices(fast_build=True))
    assert recall(APP).unfinished is not None


@pytest.mark.skipif(os.name == "nt", reason="pipes and links of POSIX")
@pytest.mark.parametrize("kind", ["pipe", "link", "folder"])
def test_what_is_in_its_place_is_neither_waited_for_nor_followed(tmp_path: Path, data: Path, kind: str) -> None:
    data.mkdir(parents=True)
    path = data / f"{APP}.json"
    (tmp_path / "other").write_bytes(to_bytes(Remembered(wants_shortcut=True)))
    makes: dict[str, Any] = {
        "pipe": lambda: os.mkfifo(path),
        "link": lambda: path.symlink_to(tmp_path / "other"),
        "folder": path.mkdir,
    }
    makes[kind]()
    assert recall(APP) == Remembered()
    remember_unfinished(APP, Choices(fast_build=True))
    forget(APP)
    assert json.loads((tmp_path / "other").read_bytes())["wants_shortcut"]


@pytest.mark.parametrize("app_id", ["", "..", "../../x", "a/b", "con", "x" * 300, "a\0b"])
def test_an_identifier_that_is_none_leads_nowhere(tmp_path: Path, data: Path, app_id: str) -> None:
    remember_unfinished(app_id, Choices(fast_build=True))
    forget(app_id)
    assert recall(app_id) == Remembered()
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_nothing_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "user_data_folder", lambda: None)
    remember_unfinished(APP, Choices(fast_build=True))
    assert recall(APP) == Remembered()
    forget(APP)


def test_what_cannot_be_written_is_not_remembered(data: Path) -> None:
    data.parent.mkdir(parents=True)
    data.write_text("a file in its place")
    remember_unfinished(APP, Choices(fast_build=True))
    assert recall(APP) == Remembered()
