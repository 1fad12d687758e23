from __future__ import annotations

import sys

import pytest

from builder.base.program import CHILD_ARGUMENT
from installer import frozen


def test_without_the_private_argument_it_is_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["engine-installer", "--version"])
    with pytest.raises(SystemExit) as ended:
        frozen.main()
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("engine-installer ")


def test_a_child_does_its_task(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["engine-installer", CHILD_ARGUMENT, "installer.self_test.child", "libraries"])
    assert frozen.main() == 0
    assert '"error": ""' in capsys.readouterr().out


@pytest.mark.parametrize("rest", [[], ["os"], ["builder.__main__"]])
def test_no_other_module_can_be_run(monkeypatch: pytest.MonkeyPatch, rest: list[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["engine-installer", CHILD_ARGUMENT, *rest])
    assert frozen.main() == 2
