"""Programs that hold files are named. Wine's Restart Manager knows of none, so one that is compiled here answers."""

from __future__ import annotations

import contextlib
import json
import subprocess
from collections.abc import Iterator

from tests.windows.running import PYTHON, Windows
from tests.windows.stand_in import COMPILER, ROOT

_HOLD = (
    "import pathlib, sys, time\n"
    "with open(sys.argv[1], 'rb'):\n"
    "    there = pathlib.Path(sys.argv[2])\n"
    "    there.touch()\n"
    "    while there.exists():\n"
    "        time.sleep(0.05)\n"
)


@contextlib.contextmanager
def held(windows: Windows, file: str) -> Iterator[None]:
    there = windows.here(r"C:\holding")
    holding = windows.start([PYTHON, "-c", _HOLD, file, r"C:\holding"])
    windows.wait_until(there, 30)
    yield
    there.unlink()
    assert windows.wait_for(holding).code == 0


@contextlib.contextmanager
def answering(windows: Windows) -> Iterator[None]:
    """Have tests/doubles/rstrtmgr.c in the place of Wine's Restart Manager."""
    library = windows.here(r"C:\windows\system32\rstrtmgr.dll")
    aside = library.with_suffix(".aside")
    library.rename(aside)  # it has other names, so it is not to be written to
    subprocess.run(
        [COMPILER, "-shared", "-O1", "-o", library, ROOT / "tests/doubles/rstrtmgr.c"], check=True, timeout=60
    )
    yield
    aside.replace(library)


def test_programs_that_hold_files_are_named_where_windows_knows_them(windows: Windows, small: str, target: str) -> None:
    assert windows.install(small, target).code == 0
    engine = min(windows.engines(target))
    remove = ["uninstall", "--quiet", "--progress", "jsonl", "--target", target]
    with held(windows, rf"{target}\engines\{engine}"):
        unknown = windows.run(remove)
        with answering(windows):
            known = windows.run(remove)
    results = [json.loads(ended.text.splitlines()[-1]) for ended in (unknown, known)]
    assert [result["code"] for result in results] == [32, 32]
    assert [result["detail"] for result in results] == [
        f"These files are in use: engines/{engine}.",
        f"These files are in use by Photo Studio, Büro-Indexer 工: engines/{engine}.",
    ]
    assert windows.run(remove).code == 0
