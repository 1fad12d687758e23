"""What is packaged, as app.toml has it: names, version, icon."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from builder.app_package.package import AppPackage
from builder.base.program import CONSOLE_PROGRAM, WIZARD_ENDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What is made of the program.

    Attributes:
        one_file: one executable that unpacks itself at each start, instead of a folder.
        wizard: it has a window; without one, it works in quiet mode and on terminals.
        app_package: the app package is in it; otherwise each run names one with `--package`.
    """

    one_file: bool = False
    wizard: bool = True
    app_package: bool = True


@dataclass(frozen=True, slots=True)
class Product:
    """One application's installer.

    Attributes:
        name: of the application, as people read it.
        version: as people read it.
        publisher: of the application.
        icon: a picture; None when the package has none.
        file_name: the name in a form that every file system takes.
        folder_name: name and version in that form.
    """

    name: str
    version: str
    publisher: str
    icon: Path | None
    file_name: str
    folder_name: str

    @property
    def wizard_program(self) -> str:
        """Name of the executable that opens the wizard, without a suffix."""
        return f"{self.file_name}{WIZARD_ENDING}"

    def programs(self, form: Form) -> tuple[str, ...]:
        """Names of the executables, without a suffix; the last one is for terminals as well."""
        wizard = (self.wizard_program,) if form.wizard else ()
        return wizard if wizard and form.one_file else (*wizard, CONSOLE_PROGRAM)


def product_of(package: AppPackage) -> Product:
    """Describe the installer of an app package."""
    app = package.manifest.app
    # A name without a single letter that a file name takes, such as one in Chinese, has its id to stand for it.
    name = file_name(app.name) or file_name(app.id)
    branded = package.root / package.manifest.branding.icon if package.manifest.branding.icon else None
    return Product(
        name=app.name,
        version=app.version,
        publisher=app.publisher,
        icon=package.icon.path if package.icon else branded,
        file_name=name,
        folder_name=f"{name}-{file_name(app.version) or '0'}",
    )


def file_name(text: str) -> str:
    """Text in ASCII letters, digits, dots and hyphens; empty when nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9.]+", "-", plain).strip("-.")
