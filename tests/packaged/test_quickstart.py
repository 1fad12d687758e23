"""docs/vendors/quickstart.md, executed as it stands: from a folder of ONNX files to a tested installer."""

from __future__ import annotations

import re
import resource
import subprocess
from pathlib import Path

import pytest

from builder.app_package.package import load_package
from tests.support.program import ROOT, environment

PROCESSOR_SECONDS = 300.0
"""Five minutes even on one core; time on the clock would count what other tests do meanwhile."""
PAGE = (ROOT / "docs/vendors/quickstart.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    found: list[str] = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return found


def test_it_is_five_steps_of_one_command_and_no_hash_is_typed() -> None:
    steps = re.findall(r"^## \d\. .*?(?=^## )", PAGE, re.MULTILINE | re.DOTALL)
    assert [re.findall(r"```sh\n(.*?)```", step, re.DOTALL)[0].count("\n") for step in steps] == [1] * 5
    assert not re.search(r"[0-9a-f]{64}", PAGE)


@pytest.mark.parametrize(("page", "number"), [("docs/vendors/quickstart.md", 6), ("README.md", 1)])
def test_the_commands_for_windows_are_the_same(page: str, number: int) -> None:
    as_posix = {"\\": "/", ".venv/Scripts/": ".venv/bin/", "py -3.13 ": "python3 "}
    pairs = re.findall(r"```sh\n([^`]*)```[^`]*```bat\n([^`]*)```", (ROOT / page).read_text("utf-8"))
    assert len(pairs) == number
    for posix, windows in pairs:
        for there, here in as_posix.items():
            windows = windows.replace(there, here)
        assert windows == posix


@pytest.mark.needs("Qt", "libpython", "objdump")
@pytest.mark.timeout(600.0)
def test_the_transcript_leads_to_a_tested_installer(tmp_path: Path) -> None:
    (tmp_path / "engine-installer").symlink_to(ROOT)
    folder = tmp_path / "mine"
    folder.mkdir()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        ["bash", "-eu", "-c", "".join(blocks("sh"))], cwd=folder, env=environment(tmp_path), stdin=subprocess.DEVNULL,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0, done.stdout + done.stderr
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < PROCESSOR_SECONDS
    assert "The program is complete and works here." in done.stdout
    drafted = {model.name for model in load_package(folder / "package").models}
    assert drafted == {path.stem for path in (ROOT / "assets/models").glob("*.onnx")}
    made = folder / "dist/Photo-Studio-2.1.0"
    for name in ("Photo-Studio-setup", "engine-installer", "_internal", "licenses", "sbom.cdx.json", "SHA256SUMS"):
        assert (made / name).exists()
    assert not (folder / "try").exists()
