"""The window with a real feed behind a real server: what it promises and fetches, and what it says when it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from installer.wizard.views import Action, View
from installer.wizard.window import InstallerWindow
from tests.installer.actions.test_downloads import NAMES, World, authority, records_in, vendor, world
from tests.support.feeds import flip_byte
from tests.support.packages import model_entry, write_manifest
from tests.support.wizard import Open, click, engines, go, named, settle, shows, texts, titles, work

__all__ = ["authority", "vendor", "world"]


@pytest.fixture(autouse=True)
def _knows_the_authority(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in world.env.items():
        monkeypatch.setenv(name, value)


def featured(world: World) -> Path:
    """The package, with a feature that is fetched at once and one that has to be asked for."""
    package = world.package()
    wishes = {"alpha": ("Upscaling", "download"), "beta": ("Sky replacement", "on-demand")}
    entries = [
        model_entry(package, package / f"models/{name}.onnx", feature=feature, strategy=strategy)
        for name, (feature, strategy) in wishes.items()
    ]
    return write_manifest(package, *entries, feed={"url": world.url, "root": "feed-root.json"})


def look_again(qtbot: QtBot, wizard: InstallerWindow) -> None:
    with qtbot.waitSignal(wizard.settled, timeout=20_000):
        wizard._assess(wizard.assessed_request, is_quiet=True)


def test_an_installation_says_what_it_downloads_and_a_feature_is_added_later(
    qtbot: QtBot, open_wizard: Open, world: World
) -> None:
    package = featured(world)
    wizard = open_wizard("install", package)
    assert " to download" in texts(wizard)
    click(qtbot, wizard, Action.OPEN_OPTIONS)
    assert named(wizard, "Upscaling").isChecked()
    assert not named(wizard, "Sky replacement").isChecked()
    click(qtbot, wizard, Action.CANCEL)
    asked = len(world.asked)
    look_again(qtbot, wizard)
    assert len(world.asked) == asked  # the window looks every two seconds while something is in the way
    work(qtbot, wizard, go(wizard))
    assert engines(world.target) == ["alpha"]
    assert "Downloaded: Upscaling (" in texts(wizard)
    world.asked.clear()
    again = open_wizard("install", package)
    assert shows(again, View.MAINTENANCE)
    named(again, "Change").click()
    assert world.asked == []  # what it takes is estimated until it is asked for
    sky = named(again, "Sky replacement")
    assert sky.accessibleDescription().startswith("Less than a minute · ")
    sky.click()
    work(qtbot, again, Action.APPLY_CHANGE)
    assert engines(world.target) == list(NAMES)
    assert all(record.origin for record in records_in(world.target).values())
    assert "Downloaded: Sky replacement (" in texts(again)


def test_what_cannot_be_downloaded_is_optimized_here_and_the_end_says_so(
    qtbot: QtBot, open_wizard: Open, world: World
) -> None:
    world.url = "https://localhost:9"
    wizard = open_wizard("install", world.package("download-else-build"))
    assert " to download" not in texts(wizard)
    work(qtbot, wizard, go(wizard))
    assert engines(world.target) == list(NAMES)
    assert "Optimized on this PC, because the download failed: AI features." in texts(wizard)


def test_without_the_server_the_first_page_says_so_and_asks_again(
    qtbot: QtBot, open_wizard: Open, world: World
) -> None:
    package = world.package()
    manifest = package / "app.toml"
    there = manifest.read_text()
    manifest.write_text(there.replace(world.url, "https://localhost:9"))
    wizard = open_wizard("install", package)
    assert "could not be downloaded. Check your internet connection." in texts(wizard)
    manifest.write_text(there)
    settle(qtbot, wizard, Action.CHECK_AGAIN)
    work(qtbot, wizard, go(wizard))
    assert engines(world.target) == list(NAMES)


def test_a_download_that_is_not_the_vendors_is_not_used(qtbot: QtBot, open_wizard: Open, world: World) -> None:
    wizard = open_wizard("install", world.package())
    for file in (world.feed.folder / "targets/engines").iterdir():
        flip_byte(file)
    work(qtbot, wizard, go(wizard))
    assert shows(wizard, View.FAILED)
    title, sentence = titles(wizard)
    assert title == "Test App was not installed"
    assert sentence.startswith("What was downloaded could not be verified, so it was not used.")
    assert not world.target.exists()


def test_a_download_that_fails_while_it_comes_is_optimized_here_instead(
    qtbot: QtBot, open_wizard: Open, world: World
) -> None:
    wizard = open_wizard("install", world.package("download-else-build"))
    for file in (world.feed.folder / "targets/engines").iterdir():
        flip_byte(file)
    work(qtbot, wizard, go(wizard))
    assert engines(world.target) == list(NAMES)
    assert "Optimized on this PC, because the download failed: AI features." in texts(wizard)
    assert not any(record.origin for record in records_in(world.target).values())
