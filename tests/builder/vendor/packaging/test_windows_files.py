from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from builder.vendor.packaging.product import Product
from builder.vendor.packaging.windows_files import MANIFEST, version_numbers, version_resource

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
