"""Install, cancel, repair, change and remove an application as a person does: `python -m tools.walkthrough OUTDIR`.

It runs the real program on an X server without a monitor, presses its buttons with a mouse, and saves a picture of each
page. The application, its files and the graphics card are made up; the program and what it does are not. It needs what
`tests/support/system.py` calls a screen.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QRect

from tools.walkthrough.desktop import Desktop, NeverHappened
from tools.walkthrough.journeys import Show, cancel, change, install, new_card, remove, repair
from tools.walkthrough.stage import NEW_CARD, Stage
from tools.walkthrough.wizard import Wizard, started


def main() -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path, metavar="OUTDIR", help="gets a picture of each page")
    parser.add_argument("--screen", default="1280x800", metavar="WxH", help="in pixels (default: 1280x800)")
    parser.add_argument("--scale", type=int, default=100, metavar="PERCENT", help="of the screen (default: 100)")
    options = parser.parse_args()
    width, height = map(int, options.screen.split("x"))
    options.out.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="walkthrough-") as folder,
        Desktop(width, height, options.scale / 100) as desktop,
    ):
        try:
            walk(desktop, Path(folder), options.out)
        except NeverHappened as error:
            desktop.picture().save(str(options.out / "where it ended.png"))
            print(error, file=sys.stderr)
            return 1
    return 0


def walk(desktop: Desktop, folder: Path, out: Path) -> None:
    """Go all ways; the pictures are of the window, with its title bar."""
    stage = Stage(folder)
    running: list[Wizard] = []

    @contextmanager
    def start(action: str, *options: str) -> Iterator[Wizard]:
        with started(desktop, stage.arguments(action, *options), stage.home, stage.environment) as wizard:
            running.append(wizard)
            yield wizard

    def photographer(journey: str) -> Show:
        def show(page: str) -> None:
            left, top, width, height = running[-1].window.place
            bar = min(top, round(24 * desktop.scale))
            shown = desktop.picture().copy(QRect(left, top - bar, width, height + bar))
            shown.save(str(out / f"{journey} {page}.png".replace(" ", "-")))

        return show

    ways: dict[str, Callable[[Show], None]] = {
        "cancel": lambda show: cancel(start, stage, show),
        "install": lambda show: install(start, stage, show),
        "repair": lambda show: repair(start, stage, show),
        "change": lambda show: change(start, stage, show),
        "new card": lambda show: new_card(start, stage, show),
        "remove": lambda show: remove(start, stage, show),
    }
    for name, way in ways.items():
        if name == "new card":
            stage.use(NEW_CARD)
        print(name)
        way(photographer(name))


if __name__ == "__main__":
    sys.exit(main())
