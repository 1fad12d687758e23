"""Which folders can be targets."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath
from typing import cast

import pytest

from builder.base.errors import InvalidParameter
from installer.target.location import check_names

USABLE = (
    *(r"C:\Apps\Studio 工程 ü & (1)", r"C:rel", r"\rooted", r"..\beside", ".", "C:/Apps/x", "console", r"C:\a.b\.c"),
    *(r"\\server\share\x", r"\\?\C:\Apps", r"\\?\UNC\server\share\x", "x" * 255, "工" * 255),
)
UNUSABLE = {
    r"C:\Apps\NUL": "'NUL'", "nul": "'nul'", r"C:\con\x": "'con'", r"C:\aux.txt": "'aux.txt'", "COM1": "'COM1'",
    r"C:\Apps. \x": "'Apps. '", r"C:\Apps ": "'Apps '", r"C:\a:b": "'a:b'", r"C:\a?b": "'a?b'",
    r"\\?\C:\dots.": "'dots.'", r"\\server\share\lpt¹": "'lpt¹'",
}  # fmt: skip


@pytest.mark.parametrize("path", USABLE)
def test_what_windows_takes_as_it_is_can_be_a_target(path: str) -> None:
    check_names(cast("Path", PureWindowsPath(path)), windows=True)


@pytest.mark.parametrize("path", UNUSABLE)
def test_what_windows_takes_for_something_else_cannot(path: str) -> None:
    with pytest.raises(InvalidParameter, match="which Windows ") as caught:
        check_names(cast("Path", PureWindowsPath(path)), windows=True)
    assert UNUSABLE[path] in caught.value.message
    check_names(Path(path), windows=False)
