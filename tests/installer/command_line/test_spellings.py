"""What deployment tools write, and what is understood."""

from __future__ import annotations

import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.base.errors import InvalidParameter
from installer.command_line.arguments import documented_arguments, make_parser


def understood(*arguments: str) -> list[str]:
    return documented_arguments(make_parser(), list(arguments))


@pytest.mark.parametrize("quiet", ["/quiet", "/q", "/qn", "/s", "/S", "/silent", "/VERYSILENT", "-quiet", "--QUIET"])
def test_every_spelling_of_quiet_installs_quietly(quiet: str) -> None:
    assert understood(quiet) == ["install", "--quiet"]
    assert understood("repair", quiet) == ["repair", "--quiet"]


@pytest.mark.parametrize("target", ["/DIR=C:\\App", "/D=C:\\App", "--installto=C:\\App", "/target=C:\\App"])
def test_every_spelling_of_the_target(target: str) -> None:
    assert understood("install", target) == ["install", "--target=C:\\App"]
    name, _, value = target.partition("=")
    assert understood("install", name, value) == ["install", "--target", value]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["/log", "C:\\l.txt"], ["install", "--log", "C:\\l.txt"]),
        (["/LOG=l.txt", "/S"], ["install", "--log=l.txt", "--quiet"]),
        (["/l*v", "l.txt"], ["install", "--log", "l.txt"]),
        (["/passive"], ["install", "--passive"]),
        (["/qb"], ["install", "--passive"]),
        (["/?"], ["--help"]),
        (["--version"], ["--version"]),
        ([], []),
        (["/PORTABLE", "/For=sm89"], ["install", "--portable", "--for=sm89"]),
        # A value stays as it is, whatever it looks like.
        (["install", "--target", "/s"], ["install", "--target", "/s"]),
        (["install", "--target", "install"], ["install", "--target", "install"]),
        (["--target", "install"], ["install", "--target", "install"]),
        (["install", "--target=/q"], ["install", "--target=/q"]),
        # What is not known is left for the parser to refuse.
        (["install", "/noreboot"], ["install", "/noreboot"]),
        # What callers pass as a precaution.
        (["/SP-", "/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART", "/NOCANCEL"], ["install", "--quiet"]),
        (["/uninstall"], ["uninstall"]),
        (["/x", "/qn", "/DIR=C:\\App"], ["uninstall", "--quiet", "--target=C:\\App"]),
        (["/repair", "/quiet"], ["repair", "--quiet"]),
        (["/repair", "/uninstall", "/s"], ["uninstall", "--quiet"]),
        (["uninstall", "/S"], ["uninstall", "--quiet"]),
        (["/ALLUSERS", "/S"], ["install", "--all-users", "--quiet"]),
        (["install", "/CURRENTUSER"], ["install", "--current-user"]),
        (["status", "--detect", "/DIR=x"], ["status", "--detect", "--target=x"]),
        (["install", "/quiet=yes"], ["install", "/quiet=yes"]),
    ],
)
def test_a_command_line_is_understood(arguments: list[str], found: list[str]) -> None:
    assert understood(*arguments) == found


@given(st.lists(st.text(max_size=12) | st.sampled_from(["install", "--target", "/s", "/D=x", "--plan", "/log"])))
def test_the_documented_spelling_is_never_changed_again(arguments: list[str]) -> None:
    once = understood(*arguments)
    assert understood(*once) == once


WORDS = [
    "install",
    "repair",
    "status",
    "/S",
    "/DIR=x",
    "/D",
    "--gpu",
    "all",
    "--jobs",
    "0",
    "--for",
    "sm",
    "-q",
    "/l*v",
    "--timeout",
    "1",
    "--if-busy",
    "wait",
    "--plan",
    "--json",
    "=",
    "-",
    "--",
    "/?",
    "--answers",
    "/SAVEINF=x",
    "--version",
]


@given(st.lists(st.sampled_from(WORDS) | st.sampled_from(["", "\0", "ü"]) | st.text(max_size=6), max_size=6))
def test_any_command_line_is_parsed_or_refused_in_words(arguments: list[str]) -> None:
    parser = make_parser()
    refusal, status = "refused.", 0
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            parser.parse_args(documented_arguments(parser, arguments))
        except InvalidParameter as error:
            refusal = error.message
        except SystemExit as end:  # --help and --version
            status = end.code  # type: ignore[assignment]
    assert refusal.endswith(".")
    assert status == 0
