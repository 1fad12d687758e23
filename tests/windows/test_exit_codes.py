"""Every exit code that Wine can bring about, as the number that Windows' programs read."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from builder.base.errors import ExitCode
from tests.support.models import unsupported_net
from tests.support.packages import package_of
from tests.windows.running import SMALL, Windows

NOWHERE = r"C:\targets\nowhere"
WITH_SMALL = ["install", "--quiet", "--package", SMALL, "--target"]
CASES = {
    "ok": ["--version"],
    "suspended": [*WITH_SMALL, NOWHERE, "--timeout", "0.001"],
    "not_installed": ["repair", "--quiet", "--target", NOWHERE],
    "package_missing": ["install", "--quiet", "--package", r"C:\nowhere", "--target", NOWHERE],
    "log_unwritable": [*WITH_SMALL, NOWHERE, "--log", r"C:\windows\explorer.exe\x.log"],
    "invalid_parameter": ["install", "--nonsense"],
    "access_denied": [*WITH_SMALL, r"Z:\session\read-only\target"],
    "disk_full": [*WITH_SMALL, r"Z:\session\full\target"],
}
OTHER_TESTS = {"cancelled", "already_running", "file_in_use"}  # test_disturbed.py
NOT_HERE = {
    "blocked_by_policy",  # Wine has neither junctions nor owners that could be distrusted
    "internal_error",
    "io_error",
    "out_of_memory",  # no model that takes so little time takes so much
}

SAME_ON_EVERY_SYSTEM = {"not_installed", "package_missing", "package_invalid", "system_not_supported"}


def some(names: Iterable[str]) -> list[Any]:
    """These names; of what does not depend on the system, one shows how its number arrives."""
    same = [pytest.mark.exhaustive]
    return [pytest.param(name, marks=same if name in SAME_ON_EVERY_SYSTEM else []) for name in names]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("name", some(CASES))
def test_it_is_the_number_of_windows(windows: Windows, name: str) -> None:
    ended = windows.run(CASES[name])
    assert ended.code == number(name), ended.text
    assert not windows.here(NOWHERE).exists() or not windows.engines(NOWHERE)


def unsupported(folder: Path) -> None:
    package_of(folder, unsupported_net(folder / "models/x.onnx"))
    manifest = folder / "app.toml"
    manifest.write_text(manifest.read_text() + '\n[defaults]\nno_gpu = "portable"\n')


def damaged(folder: Path) -> None:
    shutil.copytree(folder.parent / "small", folder)
    (folder / "models/alpha.onnx").write_bytes(b"nothing")


def without_gpu(folder: Path) -> None:
    shutil.copytree(folder.parent / "small", folder)
    manifest = folder / "app.toml"
    manifest.write_text(manifest.read_text().replace('"portable"', '"stop"'))


PACKAGES: dict[str, Callable[[Path], None]] = {
    "build_failed": unsupported,
    "package_invalid": damaged,
    "system_not_supported": without_gpu,
}


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("name", some(PACKAGES))
def test_what_a_package_brings_about(windows: Windows, target: str, name: str) -> None:
    package = rf"C:\packages\{name}"
    PACKAGES[name](windows.here(package))
    ended = windows.install(package, target)
    assert ended.code == number(name), ended.text
    assert not windows.engines(target)


def test_none_is_forgotten() -> None:
    seen = {*CASES, *PACKAGES, *OTHER_TESTS}
    assert seen | NOT_HERE == {code.value[0] for code in ExitCode}


def number(name: str) -> int:
    (code,) = (code.value[1] for code in ExitCode if code.value[0] == name)
    return code
