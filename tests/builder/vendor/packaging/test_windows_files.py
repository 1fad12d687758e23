from __future__ import annotations

import struct
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from builder.app_package.pictures import read_picture
from builder.vendor.packaging.product import Product
from builder.vendor.packaging.windows_files import (
    DEFAULT_ICON,
    MANIFEST,
    icon_file,
    version_numbers,
    version_resource,
)
from tests.support.pictures import png

PRODUCT = Product("Photo Studio", "2.1.0-rc1", "Example Ltd", None, "Photo-Studio", "Photo-Studio-2.1.0-rc1")


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("2.1.0", (2, 1, 0, 0)),
        ("2.1.0-rc1", (2, 1, 0, 1)),
        ("1.2.3.4.5", (1, 2, 3, 4)),
        ("2026.11.22 build 99999", (2026, 11, 22, 65535)),
        ("beta", (0, 0, 0, 0)),
    ],
)
def test_any_version_becomes_four_numbers(version: str, expected: tuple[int, ...]) -> None:
    assert version_numbers(version) == expected


def read(text: str) -> Any:
    """Read the notation as PyInstaller does, by evaluating it; here every structure keeps what it is given."""
    names = [
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    ]
    kept = {
        name: lambda *given, _name=name, **named: SimpleNamespace(kind=_name, given=given, **named) for name in names
    }
    return eval(text, {"__builtins__": {}}, kept)


def test_the_version_resource_names_the_application() -> None:
    publisher = """O'Brien "and" Sons\\"""
    info = read(version_resource(replace(PRODUCT, publisher=publisher), "Photo-Studio-setup", "Photo Studio 2.1"))
    assert info.ffi.filevers == (2, 1, 0, 1)
    strings, translation = info.kids
    (table,) = strings.given[0]
    values = dict(struct.given for struct in table.given[1])
    assert values["CompanyName"] == publisher
    assert values["ProductVersion"] == "2.1.0-rc1"
    assert values["LegalCopyright"] == f"© {publisher}"
    assert values["OriginalFilename"] == "Photo-Studio-setup.exe"
    # The table is in the language that the translation names: US English, Unicode.
    assert table.given[0] == "{:04X}{:04X}".format(*translation.given[0][0].given[1])


def test_the_manifest_asks_for_no_rights_and_for_long_paths_utf_8_and_sharp_text() -> None:
    root = ElementTree.fromstring(MANIFEST)
    values = {element.tag.partition("}")[2]: element for element in root.iter()}
    assert values["requestedExecutionLevel"].attrib == {"level": "asInvoker", "uiAccess": "false"}
    assert values["longPathAware"].text == "true"
    assert values["activeCodePage"].text == "UTF-8"
    assert values["dpiAwareness"].text == "PerMonitorV2"


ASSETS = Path(__file__).resolve().parents[4] / "assets"


def edges_of(icon: bytes) -> list[int]:
    """The sizes in an icon, as its directory has them; 0 stands for 256."""
    (count,) = struct.unpack_from("<H", icon, 4)
    return [icon[6 + 16 * number] or 256 for number in range(count)]


@pytest.mark.needs("Qt")
def test_any_picture_becomes_an_icon_in_every_size(tmp_path: Path) -> None:
    made = icon_file(ASSETS / "icon.svg", tmp_path)
    assert made.parent == tmp_path
    assert read_picture(made).kind == "ico"
    assert edges_of(made.read_bytes()) == [16, 20, 24, 32, 40, 48, 64, 256]
    # The largest is PNG, the others are bitmaps, whose first point is the transparent one in the lower left corner.
    content = made.read_bytes()
    places = [struct.unpack_from("<I", content, 6 + 16 * number + 12)[0] for number in range(8)]
    assert content[places[-1] :].startswith(b"\x89PNG")
    assert {content[place + 40 : place + 44] for place in places[:-1]} == {bytes(4)}
    # The default is made of the same drawing, perhaps by another Qt.
    assert edges_of(DEFAULT_ICON.read_bytes()) == edges_of(made.read_bytes())


@pytest.mark.needs("Qt")
def test_a_picture_of_points_is_not_enlarged_for_an_icon(tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    for width, height, edges in ((48, 30, [16, 20, 24, 32, 40, 48]), (300, 300, [16, 20, 24, 32, 40, 48, 64, 256])):
        picture.write_bytes(png(width, height))
        assert edges_of(icon_file(picture, tmp_path).read_bytes()) == edges
    # A tiny one is better than that of somebody else.
    picture.write_bytes(png(8, 8))
    assert edges_of(icon_file(picture, tmp_path).read_bytes()) == [16]


def test_an_icon_of_the_vendor_is_taken_as_it_is_and_where_there_is_none_the_default(tmp_path: Path) -> None:
    own = tmp_path / "own.ico"
    own.write_bytes(DEFAULT_ICON.read_bytes())
    assert icon_file(own, tmp_path) == own
    assert icon_file(None, tmp_path) == DEFAULT_ICON
    # The icon of a registration may be one in a program.
    program = tmp_path / "studio.exe"
    program.write_bytes(b"MZ")
    assert icon_file(program, tmp_path) == DEFAULT_ICON


@pytest.mark.needs("Qt")
def test_a_picture_that_cannot_be_drawn_leaves_the_default(tmp_path: Path) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"not a picture")
    assert icon_file(broken, tmp_path) == DEFAULT_ICON
    assert list(tmp_path.iterdir()) == [broken]
