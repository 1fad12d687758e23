"""The application: which one it is, and how the operating system lists it.

A package's manifest says so first; the receipt of an installation repeats it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from builder.base.toml_file import INSIDE, matching

_APP_ID = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")

AppId = Annotated[str, matching(_APP_ID, "a reverse domain name such as 'com.example.photo-studio'")]


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """Which application it is."""

    id: AppId
    name: str
    publisher: str
    version: str


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
    """

    executable: Annotated[str, INSIDE] | None = None
    icon: Annotated[str, INSIDE] | None = None
    comment: str | None = None
    categories: tuple[str, ...] = ()
    url: str | None = None
    help_url: str | None = None
