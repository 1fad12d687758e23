"""Folders with names that command lines, code pages and old limits do not like."""

from __future__ import annotations

import shutil

import pytest

from tests.windows.running import Windows

NAMES = ("-mit Leer zeichen & (Klammern) %PATH% ^!;,='", "工程 Ünïcödé 日本語 🙂 " + "x" * 100)


@pytest.mark.parametrize("name", NAMES)
def test_an_installation_from_and_into_it_is_whole_and_leaves_nothing(windows: Windows, small: str, name: str) -> None:
    package, target = rf"C:\packages\{name}", rf"C:\targets\{name}"
    shutil.copytree(windows.here(small), windows.here(package))
    ended = windows.install(package, target)
    assert ended.code == 0, ended.text
    assert len(windows.engines(target)) == 2
    assert windows.run(["status", "--detect", "--target", target]).text.startswith("ready ")
    ended = windows.run(["uninstall", "--quiet", "--target", target])
    assert ended.code == 0, ended.text
    assert not windows.here(target).exists()


def test_a_path_may_be_longer_than_260_characters(windows: Windows, small: str, target: str) -> None:
    long = "\\".join([target, *["l" * 60] * 5])
    assert len(long) > 300
    ended = windows.install(small, long)
    assert ended.code == 0, ended.text
    assert len(windows.engines(long)) == 2
    assert windows.run(["status", "--detect", "--target", long]).code == 0
    # Not removed: Wine's GetFinalPathNameByHandle cannot tell paths of more than 259 characters.
