"""docs/vendors/quickstart.md, executed as it stands: from an empty folder to a tested installer."""

from __future__ import annotations

import re
import subprocess
import time
from pathlib import Path

import pytest

from tests.support.program import ROOT, environment

TEN_MINUTES = 600.0


@pytest.mark.needs("Qt", "libpython", "objdump")
@pytest.mark.timeout(TEN_MINUTES)
def test_the_transcript_leads_to_a_tested_installer(tmp_path: Path) -> None:
    page = (ROOT / "docs/vendors/quickstart.md").read_text(encoding="utf-8")
    steps = "".join(re.findall(r"```sh\n(.*?)```", page, re.DOTALL))
    (tmp_path / "engine-installer").symlink_to(ROOT)
    folder = tmp_path / "mine"
    folder.mkdir()
    started = time.monotonic()
    done = subprocess.run(
        ["bash", "-eu", "-c", steps], cwd=folder, env=environment(tmp_path), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert time.monotonic() - started < TEN_MINUTES
    assert "The program is complete and works here." in done.stdout
    made = folder / "dist/Photo-Studio-2.1.0"
    for name in ("Photo-Studio-setup", "engine-installer", "_internal", "licenses", "sbom.cdx.json", "SHA256SUMS"):
        assert (made / name).exists()
    assert not (folder / "installed").exists()
