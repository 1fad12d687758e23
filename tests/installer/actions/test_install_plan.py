"""What an installation or a repair would do."""

from __future__ import annotations

import pytest

from builder.base.errors import InvalidParameter, Remedy
from tests.support.packages import APP, small_package
from tests.support.quick_builds import Pc


def test_a_second_application_in_a_target_is_refused(pc: Pc) -> None:
    small_package(pc.package, "alpha")
    assert pc.run().result.code == 0
    before = pc.files()
    other = small_package(pc.home / "other", "beta", app=APP | {"id": "com.example.other", "name": "Other"})
    with pytest.raises(InvalidParameter, match="needs a folder of its own") as refused:
        pc.run(package=other)
    assert refused.value.remedy is Remedy.OTHER_FOLDER
    assert "Test App" in str(refused.value.plain)
    assert pc.files() == before
