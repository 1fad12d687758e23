"""Bring the wizard's catalogues up to date: `python -m tools.translations`.

New texts of the wizard are added to `installer/wizard/languages/*.ts`, where they are translated by hand or in Qt
Linguist, and texts that are gone are dropped; then the `.qm` files that the wizard loads are made of them. English has
a catalogue too: for plural forms, and where a window says it differently from a command line.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from installer.wizard.languages import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
WIZARD = ROOT / "installer" / "wizard"
CATALOGUES = WIZARD / "languages"


def update(folder: Path) -> None:
    """Add and drop texts in the `.ts` files of a folder."""
    sources = sorted(str(path.relative_to(ROOT)) for path in WIZARD.rglob("*.py"))
    catalogues = [str(folder / f"engine-installer_{language}.ts") for language in LANGUAGES]
    options = ["-source-language", "en", "-locations", "none", "-no-obsolete", "-no-ui-lines"]
    _run("pyside6-lupdate", *options, *sources, "-ts", *catalogues)


def release(folder: Path, out: Path) -> None:
    """Make the `.qm` files of the `.ts` files of a folder."""
    for catalogue in sorted(folder.glob("*.ts")):
        _run("pyside6-lrelease", "-silent", str(catalogue), "-qm", str(out / f"{catalogue.stem}.qm"))


def _run(program: str, *arguments: str) -> None:
    path = Path(sys.executable).with_name(program)
    subprocess.run([str(path), *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    update(CATALOGUES)
    release(CATALOGUES, CATALOGUES)
