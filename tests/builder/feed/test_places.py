"""A folder that somebody brought, of which nothing is believed, and the addresses of a server."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import Cancelled
from builder.base.json_file import Damaged
from builder.base.text import say
from builder.feed import places
from builder.feed.places import MOST_LIST_BYTES, FolderPlace, WebPlace
from builder.library import download
from tests.support.payloads import write_files
from tests.support.unfit import NOT_FILES, in_time

CONTENT = b"content " * (1 << 18) + b"more."


@pytest.fixture
def place(tmp_path: Path) -> FolderPlace:
    write_files(tmp_path / "feed", {"metadata/list.json": b"{}", "targets/engines/a": CONTENT})
    return FolderPlace(tmp_path / "feed")


@pytest.fixture
def to(tmp_path: Path) -> Path:
    return tmp_path / "here"


@pytest.fixture
def stopped() -> CancelToken:
    cancel = CancelToken()
    cancel.cancel()
    return cancel


def bring(place: FolderPlace, to: Path, size: int = len(CONTENT), path: str = "targets/engines/a") -> list[int]:
    return list(place.bring(path, size, to, NEVER))


def test_a_file_is_read_and_one_that_is_not_there_is_none(place: FolderPlace) -> None:
    assert place.read("metadata/list.json", NEVER) == b"{}"
    for path in ("metadata/none.json", "none/none.json", "metadata/list.json/none"):
        assert place.read(path, NEVER) is None


def test_a_file_is_copied_and_what_has_come_is_told(place: FolderPlace, to: Path) -> None:
    assert bring(place, to) == [1 << 20, 2 << 20, len(CONTENT)]
    assert to.read_bytes() == CONTENT
    # Whatever was there before.
    to.write_bytes(b"x" * 10)
    bring(place, to)
    assert to.read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("size", "reason"),
    [
        (len(CONTENT) - 1, f"it is larger than the {len(CONTENT) - 1} bytes that were signed"),
        (1, "it is larger than the 1 bytes that were signed"),
        (len(CONTENT) + 1, f"it has {len(CONTENT)} bytes instead of {len(CONTENT) + 1}"),
    ],
)
def test_a_file_of_another_size_is_refused_and_never_copied_beyond_what_was_signed(
    place: FolderPlace, to: Path, size: int, reason: str
) -> None:
    with pytest.raises(Damaged, match=reason):
        bring(place, to, size)
    assert to.stat().st_size <= size


def test_a_file_that_is_missing_cannot_be_brought(place: FolderPlace, to: Path) -> None:
    for path in ("targets/none", "none/a", "metadata/list.json/a"):
        with pytest.raises(Damaged, match=f"{path} is not as it should be: it is missing"):
            bring(place, to, path=path)
    assert not to.exists()


@pytest.mark.parametrize("put", NOT_FILES.values(), ids=NOT_FILES)
def test_whatever_else_stands_in_its_place_is_refused(
    place: FolderPlace, to: Path, put: Callable[[Path], None]
) -> None:
    (place.folder / "targets/engines/a").unlink()
    put(place.folder / "targets/engines/a")
    with in_time(), pytest.raises(Damaged, match="it is a"):
        bring(place, to)
    with in_time(), pytest.raises(Damaged, match="it is a"):
        place.read("targets/engines/a", NEVER)
    assert not to.exists()


@pytest.mark.parametrize("linked", ["targets", "targets/engines", "targets/engines/a"])
def test_no_link_in_it_is_followed(place: FolderPlace, to: Path, tmp_path: Path, linked: str) -> None:
    (place.folder / linked).rename(tmp_path / "elsewhere")
    (place.folder / linked).symlink_to(tmp_path / "elsewhere")
    for attempt in (lambda: bring(place, to), lambda: place.read("targets/engines/a", NEVER)):
        with pytest.raises(Damaged, match="link"):
            attempt()
    assert not to.exists()


def test_a_folder_may_be_behind_a_link_itself(place: FolderPlace, to: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("feed")
    bring(FolderPlace(tmp_path / "link"), to)
    assert to.read_bytes() == CONTENT


def test_a_list_has_a_bound(place: FolderPlace) -> None:
    for size, fits in ((MOST_LIST_BYTES, True), (MOST_LIST_BYTES + 1, False)):
        os.truncate(place.folder / "metadata/list.json", size)
        if fits:
            assert len(place.read("metadata/list.json", NEVER) or b"") == size
            continue
        with pytest.raises(Damaged, match="larger"):
            place.read("metadata/list.json", NEVER)


def test_reading_and_copying_can_be_stopped(place: FolderPlace, to: Path, stopped: CancelToken) -> None:
    with pytest.raises(Cancelled):
        place.read("metadata/list.json", stopped)
    cancel = CancelToken()
    bytes_there = place.bring("targets/engines/a", len(CONTENT), to, cancel)
    next(bytes_there)
    cancel.cancel()
    with pytest.raises(Cancelled):
        next(bytes_there)


def test_a_server_is_asked_below_its_address_and_shown_without_what_gives_access(
    monkeypatch: pytest.MonkeyPatch, to: Path
) -> None:
    asked: list[tuple[str, object]] = []

    def page(url: str, *_: object, limit: int, **__: object) -> object:
        asked.append((url, limit))
        raise download.NotThere(say("no"))

    def file(url: str, size: int, *_: object, go_on: bool, **__: object) -> list[int]:
        asked.append((url, go_on))
        return [size]

    monkeypatch.setattr(download, "read_page", page)
    monkeypatch.setattr(download, "download", file)
    for address in ("https://user:secret@example.com/feed", "https://user:secret@example.com/feed/"):
        place = WebPlace(address)
        assert place.read("metadata/1.root.json", NEVER) is None
        assert list(place.bring("targets/a é#?.engine", 5, to, NEVER)) == [5]
        assert asked == [
            ("https://user:secret@example.com/feed/metadata/1.root.json", places.MOST_LIST_BYTES),
            ("https://user:secret@example.com/feed/targets/a%20%C3%A9%23%3F.engine", True),
        ]
        asked.clear()
        assert place.name == address.replace("user:secret", "***")
