"""What the window says of results that are checked, and of features that gave wrong ones."""

from __future__ import annotations

from tests.support.studio import studio
from tests.support.wizard import shown_rows, texts, titles
from tools.gallery.scenes import SCENES
from tools.gallery.studio import Studio

__all__ = ["studio"]


def test_while_results_are_checked_nothing_is_called_optimizing(studio: Studio) -> None:
    window = SCENES["progress-checking-results"](studio)
    assert titles(window)[1] == "Checking the results"
    assert shown_rows(window)["Portrait retouch"] == "Checking…"
    assert "Optimizing" not in texts(window)


def test_the_end_names_what_was_made_in_another_way_and_why(studio: Studio) -> None:
    told = "Optimized in another way, because the first one gave wrong results: Portrait retouch."
    assert told in texts(SCENES["done-otherwise"](studio))


def test_a_feature_that_only_gives_wrong_results_could_not_be_set_up(studio: Studio) -> None:
    window = SCENES["done-wrong-results"](studio)
    assert shown_rows(window)["Sky replacement"] == "Could not be set up"
    assert "gave wrong results" in texts(window)
