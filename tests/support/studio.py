"""A window whose worker does nothing: tests show it what an assessment would find and what would happen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tools.gallery.studio import Studio


@pytest.fixture
def studio(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    """Where that window is opened."""
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "studio").mkdir()
    with Studio(tmp_path / "studio") as opened:
        yield opened
