"""The application: which one it is, and how the operating system lists it.

A package's manifest says so first; the receipt of an installation repeats it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from builder.base.toml_file import INSIDE, TomlText, matching

_VERSION = re.compile(r"[vV]?(\d{1,18}(?:\.\d{1,18})*)([^+]*)(?:\+.*)?")
_PRERELEASE = re.compile(r"-.+|[._]?(a|b|c|rc|alpha|beta|dev|pre|preview)[._-]?\d+.*", re.IGNORECASE)
_APP_ID = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")

_CATEGORY = re.compile(r"[A-Za-z0-9-]{1,64}")
_URL = re.compile(r"https?://[^\s\x00-\x20]+")

AppId = Annotated[str, matching(_APP_ID, "a reverse domain name such as 'com.example.photo-studio'")]
Category = Annotated[str, matching(_CATEGORY, "a category of the freedesktop menu, such as 'Graphics'")]
WebAddress = Annotated[TomlText, matching(_URL, "an address that begins with https:// or http://")]


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """Which application it is."""

    id: AppId
    name: TomlText
    publisher: TomlText
    version: TomlText


def is_older(version: str, than: str) -> bool:
    """Whether a version surely came before another one; False where that cannot be told, as between names."""
    one, other = _VERSION.fullmatch(version.strip()), _VERSION.fullmatch(than.strip())
    if one is None or other is None:
        return False
    if (numbers := _release(one)) != (of_other := _release(other)):
        return numbers < of_other
    if not other[2]:
        return bool(_PRERELEASE.fullmatch(one[2]))
    return bool(_PRERELEASE.fullmatch(one[2]) and _PRERELEASE.fullmatch(other[2])) and _parts(one[2]) < _parts(other[2])


def _release(version: re.Match[str]) -> list[int]:
    """Give the numbers of a version, of which `1.0` and `1` are the same."""
    numbers = [int(number) for number in version[1].split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return numbers


def _parts(prerelease: str) -> list[tuple[int, str]]:
    """Split `-beta.10` into parts that compare as people expect: numbers as numbers, and before words."""
    parts = re.findall(r"\d{1,18}|[a-z]+", prerelease.lower())
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts]


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """How the application is listed in Windows' Apps settings, or in the menu of a Linux desktop.

    Attributes:
        executable: the application's program, relative to the target.
        icon: .ico on Windows, .png or .svg elsewhere; in a manifest a file of the package, in a receipt of the target.
        comment: one line about the application.
        categories: of the freedesktop menu specification.
        url: the vendor's page about the application.
        help_url: where its users find help.
        start_menu: whether Windows' Start menu gets a shortcut to the program.
    """

    executable: Annotated[str, INSIDE] | None = None
    icon: Annotated[str, INSIDE] | None = None
    comment: TomlText | None = None
    categories: tuple[Category, ...] = ()
    url: WebAddress | None = None
    help_url: WebAddress | None = None
    start_menu: bool = True
