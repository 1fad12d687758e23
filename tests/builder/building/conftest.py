"""Nothing is remembered of builds that never were."""

from __future__ import annotations

import pytest

from builder.building import local_build


@pytest.fixture(autouse=True)
def _no_record_of_crashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_build, "record_path", lambda: None)
