"""Without Qt, the files here cannot even be imported: each is skipped as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.system import is_missing, require

if not is_missing("Qt"):
    from tests.support.wizard import _in_english, _qt_does_not_complain, open_wizard, qapp_args, speak, use

    __all__ = ["_in_english", "_qt_does_not_complain", "open_wizard", "qapp_args", "speak", "use"]


class WithoutQt(pytest.Module):
    """A file of tests that is not imported."""

    def collect(self) -> Iterator[pytest.Item]:
        require("Qt")
        return iter(())


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    return WithoutQt.from_parent(parent, path=module_path) if is_missing("Qt") else None
