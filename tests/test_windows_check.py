"""What tools/windows_check looks at on a real Windows: what it concludes, and that the documentation has it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.program import ROOT
from tools.windows_check import __main__ as command_line
from tools.windows_check.access import others_who_may_change
from tools.windows_check.check import CHECKS, Check, State, expected, not_tried, table
from tools.windows_check.pc import Pc
from tools.windows_check.report import report

PROGRAM_FILES = (
    "D:PAI(A;;FA;;;S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464)(A;CIIO;GA;;;CO)"
    "(A;;0x1301bf;;;SY)(A;OICIIO;GA;;;SY)(A;;0x1301bf;;;BA)(A;;0x1200a9;;;BU)(A;OICIIO;GXGR;;;BU)"
    "(A;;0x1200a9;;;S-1-15-2-2)"
)


def test_the_page_has_the_table() -> None:
    assert table() in (ROOT / "docs/verified.md").read_text("utf-8")


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_each_names_a_rule_and_a_place_in_the_code_that_is_there(check: Check) -> None:
    assert check.rule.startswith(("https://learn.microsoft.com/", "https://docs.nvidia.com/"))
    file, name = check.code.split("::")
    assert re.search(rf"(?m)^(?:def|class) {name}\b", (ROOT / file).read_text("utf-8"))


@pytest.mark.parametrize(
    ("sddl", "others"),
    [
        (PROGRAM_FILES, []),
        (PROGRAM_FILES + "(A;;FA;;;BU)", ["BU"]),
        ("D:AI(A;ID;0x1301bf;;;AU)(A;ID;FA;;;SY)(A;ID;FR;;;WD)", ["AU"]),
        ("D:(A;;FX;;;WD)(A;;WDWO;;;S-1-5-21-1-2-3-1001)", ["S-1-5-21-1-2-3-1001"]),
        ("D:(D;;FA;;;WD)(A;OICIIO;FA;;;CO)", []),
        ("D:(A;;XX;;;IU)", ["IU"]),
        ("D:NO_ACCESS_CONTROL", ["WD"]),
        ("O:BAG:SY", ["WD"]),
    ],
)
def test_an_access_control_list_says_who_may_change_what_it_protects(sddl: str, others: list[str]) -> None:
    assert others_who_may_change(sddl) == others


def test_the_report_says_what_was_seen_and_not_whose_pc_it_is() -> None:
    home = r"C:\Users\Maria"
    first, second, third = CHECKS[:3]
    seen = {
        first.name: expected(True, r"in c:\users\maria\x | y"),
        second.name: expected(False, f"{[home]}\nanother line"),
        third.name: not_tried("nobody was there"),
    }
    text = report({"system": "Windows 11"}, seen, home)
    assert "maria" not in text.lower()
    assert "- system: Windows 11\n" in text
    assert "\n1 as expected, 1 NOT as expected, 1 not tried\n" in text
    assert f"| ✓ | {first.name} | as expected: in ~\\x \\| y |" in text
    assert f"| ✗ | {second.name} | NOT as expected: ['~'] another line |" in text
    assert f"| – | {third.name} | not tried: nobody was there |" in text


def test_a_person_answers_until_it_can_be_understood_and_nobody_is_asked_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pc = Pc(tmp_path, ROOT / "assets", None, is_packaging=False, is_watched=True)
    answers = iter(["", "perhaps", "Y", "n", "s"])
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    assert [pc.ask("Is it dark?") for _ in range(3)] == [True, False, None]
    assert replace(pc, is_watched=False).ask("Is it dark?") is None


def test_what_is_about_other_things_than_engines_builds_one_model(tmp_path: Path) -> None:
    pc = Pc(tmp_path, ROOT / "assets", None, is_packaging=False, is_watched=False)
    assert pc.with_few_models == ("--without", "Fast upscaling,Noise reduction,Fast noise reduction")


def test_what_fails_in_a_look_is_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    def broken(pc: Pc) -> None:
        raise RuntimeError("nobody thought of it")

    check = Check("broken", "", "", "", broken)  # type: ignore[arg-type]
    seen = command_line._look(check, None)  # type: ignore[arg-type]
    assert seen.state is State.OTHERWISE
    assert "nobody thought of it" in seen.said
    assert "broken … NOT as expected" in capsys.readouterr().out
