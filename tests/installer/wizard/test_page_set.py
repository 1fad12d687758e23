"""The pages of a window: made when they are needed, and none the worse for that."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from builder.base.errors import DiskFull
from builder.base.events import Committing, Progress
from builder.base.text import verbatim
from installer.wizard.assessment import Brand
from installer.wizard.page_set import PageSet
from installer.wizard.pages.page import Page
from installer.wizard.views import Action, View
from tests.support.installed import RTX_4070, found_by, home, installed_once, machine, target

__all__ = ["home", "installed_once", "target"]


@pytest.fixture
def made() -> list[Page]:
    """The pages that were made, in this order."""
    return []


@pytest.fixture
def pages(qtbot: QtBot, made: list[Page], tmp_path: Path) -> PageSet:
    def add(page: Page) -> None:
        qtbot.addWidget(page)
        made.append(page)

    return PageSet(Brand("Studio 1"), tmp_path / "log", lambda: 0.0, add)


def texts(page: Page) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel)}


def test_only_what_every_run_shows_is_made_at_once(pages: PageSet, made: list[Page]) -> None:
    assert [page.view for page in made] == [View.WELCOME, View.PROGRESS]
    for view in View:
        assert pages.of(view).view is view
        assert pages.of(view) is pages.of(view)
    assert len(made) == len(View)


def test_a_page_shows_what_was_found_before_it_was_made(pages: PageSet, made: list[Page], target: Path) -> None:
    found = found_by(target, "repair", machine(RTX_4070))
    pages.show_assessment(found)
    late = pages.of(View.NOTHING_TO_REPAIR)
    before = texts(late)
    assert len(before) > 1
    late.show_assessment(found)  # type: ignore[attr-defined]
    assert texts(late) == before


def test_a_page_that_is_made_late_has_the_brand_of_its_time(pages: PageSet) -> None:
    pages.set_brand(Brand("Studio 2"))
    assert pages.of(View.MAINTENANCE).brand.title == "Studio 2"


def test_details_that_were_opened_stay_open_on_the_last_page(pages: PageSet) -> None:
    pages.show_details(shown=True)
    view = pages.show_refusal("install", DiskFull(verbatim("There is no room.")))
    assert Action.HIDE_DETAILS in pages.of(view).footer().links


def test_progress_alone_does_not_lay_out_the_window_again(pages: PageSet, qtbot: QtBot) -> None:
    page = pages.progress
    page.begin("install", (), expected=60.0, has_files=True)
    with qtbot.assertNotEmitted(page.changed):
        for step in range(20):
            page.show_events([Progress(step / 40, 60.0, None)])
    with qtbot.waitSignal(page.changed, timeout=0):
        page.show_events([Committing()])
