"""What the window says of what the vendor delivers: while it comes, when it has come, and when it does not."""

from __future__ import annotations

import pytest

from builder.base.events import Busy, Phase
from builder.base.text import say
from installer.wizard.pages.progress import ProgressPage
from installer.wizard.views import Action, View
from tests.support.studio import studio
from tests.support.wizard import named, shown_rows, shows, texts, titles
from tools.gallery.scenes import SCENES
from tools.gallery.studio import Studio

__all__ = ["studio"]


def test_a_download_is_called_one_with_its_size(studio: Studio) -> None:
    window = SCENES["progress-downloading"](studio)
    assert titles(window)[1] == "Downloading the AI features: 211 MB of 900 MB"
    assert shown_rows(window)["Upscaling"] == "Downloading… 61.4 MB of 160 MB"
    assert "Upscaling, Downloading…" in texts(window)  # a screen reader need not hear every number
    assert "Optimizing" not in texts(window)


def test_beside_a_download_what_is_optimized_is_still_called_that(studio: Studio) -> None:
    window = SCENES["progress-mixed"](studio)
    assert titles(window)[1] == "Optimizing the AI features for your GeForce RTX 4070"
    rows = shown_rows(window)
    assert rows["Portrait retouch"] == "Optimizing…"
    assert rows["Noise reduction"] == "Downloading… 61.4 MB of 120 MB"


def test_the_details_name_what_is_downloaded(studio: Studio) -> None:
    window = SCENES["progress-downloading-details"](studio)
    assert isinstance(window.page, ProgressPage)
    lines = [line.split("  ")[-1].strip() for line in window.page.details.splitlines()]
    assert any(line.endswith("0 of 5 models to optimize, 5 to download") for line in lines)
    assert any(line.endswith("Upscaling (upscale-x4): downloading") for line in lines)
    assert any(line.endswith("Upscaling (upscale-x2): downloaded in 30 s") for line in lines)


@pytest.mark.parametrize(
    ("scene", "told"),
    [
        ("done-downloaded", "Downloaded: Upscaling, Portrait retouch, Sky replacement and 1 more (900 MB)."),
        ("done-instead", "Optimized on this PC, because the download failed: Noise reduction."),
    ],
)
def test_the_end_says_what_was_downloaded_and_what_was_not(studio: Studio, scene: str, told: str) -> None:
    assert told in texts(SCENES[scene](studio))


def test_an_end_without_downloads_does_not_speak_of_them(studio: Studio) -> None:
    assert "ownload" not in texts(SCENES["done"](studio))


def test_a_card_in_use_holds_up_no_download(studio: Studio) -> None:
    window = SCENES["progress-mixed"](studio)
    busy = Busy("faces", "in use", (), (), say("in use"), 3000.0, names=("Blender",), percent=87)
    for _ in range(4):
        studio.clock.advance(2.0)
        studio.work(busy)
    assert "Blender is using your graphics card" in texts(window)
    assert shown_rows(window)["Noise reduction"] == "Downloading… 61.4 MB of 120 MB"
    studio.work(Phase("faces", say("Reading the model")))
    studio.clock.advance(6.0)
    studio.work(Phase("faces", say("Reading the model")))
    assert "Blender" not in texts(window)


def test_a_change_that_could_not_be_downloaded_can_be_tried_again(studio: Studio) -> None:
    window = SCENES["not-changed"](studio)
    title, sentence = titles(window)
    assert title == "Photo Studio was not changed"
    assert sentence == (
        "A part of the setup could not be downloaded. Check your internet connection. Nothing was changed on this PC."
    )
    assert window.page.footer().primary is Action.TRY_AGAIN


def test_the_change_page_is_reached_and_left_from_maintenance(studio: Studio) -> None:
    window = SCENES["maintenance"](studio)
    named(window, "Change").click()
    assert titles(window)[0] == "Change features"
    window.press(Action.CANCEL)
    studio.clock.advance(1.0)
    window.press(Action.CANCEL)
    assert titles(window)[0] == "Photo Studio 3.2 is installed"


def test_a_change_is_tried_again_as_it_was_chosen(studio: Studio) -> None:
    window = SCENES["not-changed"](studio)
    studio.clock.advance(1.0)
    window.press(Action.TRY_AGAIN)
    assert (window.assessed_request.add, window.assessed_request.remove) == (("Noise reduction",), ("Sky replacement",))
    studio.tell(studio.assess())
    assert shows(window, View.PROGRESS)
