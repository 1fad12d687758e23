"""The window shows pictures that were checked, within bounds of time and memory, and goes without all others."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from installer.wizard import pictures
from tests.builder.app_package.test_pictures import GOOD, HOSTILE, write
from tests.support.load import under_load
from tests.support.packages import small_package
from tests.support.pictures import chunk, ico, png, svg
from tests.support.wizard import Open

BOX = QSize(512, 512)
HIDDEN = QSize(0, 0)


@pytest.fixture
def picture(tmp_path: Path) -> Callable[[str, bytes], QSize]:
    def read(name: str, content: bytes) -> QSize:
        return pictures.banner(write(tmp_path, name, content), BOX).size()

    return read


def test_pictures_are_no_larger_than_asked(picture: Callable[[str, bytes], QSize]) -> None:
    assert picture("a.png", png(64, 32)) == QSize(64, 32)
    assert picture("a.png", png(4096, 2048)) == QSize(512, 256)
    assert picture("a.svg", svg('<rect width="9" height="9"/>', size='width="1e9" height="5e8"')) == QSize(512, 256)


def test_an_icon_has_each_size_of_its_file(tmp_path: Path) -> None:
    icon = pictures.icon(write(tmp_path, "a.ico", ico(png(16, 16), png(48, 48))))
    assert icon.availableSizes() == [QSize(16, 16), QSize(48, 48)]


@pytest.mark.parametrize("what", HOSTILE)
def test_what_the_check_refuses_is_not_shown(tmp_path: Path, what: str) -> None:
    name, content, _ = HOSTILE[what]
    assert pictures.icon(write(tmp_path, name, content)).isNull()


def test_a_picture_of_another_file_is_not_drawn(tmp_path: Path, picture: Callable[[str, bytes], QSize]) -> None:
    red = QImage(9, 9, QImage.Format.Format_RGB32)
    red.fill(QColor("red"))
    assert red.save(str(tmp_path / "red.png"))
    assert picture("a.svg", svg(f'<image width="9" height="9" xlink:href="{tmp_path}/red.png"/>')) == HIDDEN


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", png(16, 16, bytes(1 << 28))),  # more data than pixels
        ("a.png", png(16, 16, more=chunk(b"zTXt", b"k\0\0" + bytes(1 << 20)))),
        ("a.png", png(512, 512, bytes(99))),  # fewer
        ("a.jpg", GOOD["a.jpg"]),
        ("a.ico", GOOD["a.ico"][:70] + bytes(9000)),
    ],
)
def test_what_cannot_be_decoded_ends_soon(
    qtlog: Any, picture: Callable[[str, bytes], QSize], name: str, content: bytes
) -> None:
    began = time.monotonic()
    with qtlog.disabled():  # libpng and others complain
        size = picture(name, content)
    assert size.width() <= 512
    assert time.monotonic() - began < under_load(5)


def test_a_drawing_that_takes_for_ever_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, picture: Callable[[str, bytes], QSize]
) -> None:
    """6 kB of strokes that lie over each other: more than a minute."""
    monkeypatch.setattr(pictures, "_DRAWING_SECONDS", 1.5)
    lines = "".join(f"L{number * 7 % 10} {number * number * 3 % 11}" for number in range(1500))
    began = time.monotonic()
    hostile = svg(f'<path stroke="red" stroke-width="3" stroke-linejoin="round" d="M0 0{lines}"/>' * 20)
    assert picture("a.svg", hostile) == HIDDEN
    assert time.monotonic() - began < under_load(5)


def test_a_package_with_a_hostile_icon_opens_without_it(open_wizard: Open, tmp_path: Path) -> None:
    package = small_package(tmp_path / "package", "alpha", branding={"icon": "i.png", "banner": "b.svg"})
    write(package, "i.png", png(60_000, 60_000, b""))
    write(package, "b.svg", svg("&a;", '<!DOCTYPE svg [<!ENTITY a SYSTEM "/etc/passwd">]>'))
    wizard = open_wizard("install", package)
    assert wizard.windowIcon().isNull()
    assert "branding.icon" in str(wizard.result_of_run.detail)
