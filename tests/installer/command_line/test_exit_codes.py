"""Every way in which a run ends, in every mode; every option in every spelling; and command lines of any kind."""

from __future__ import annotations

import argparse
import contextlib
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.base import errors
from builder.base.errors import EngineInstallerError, ExitCode
from builder.base.events import Event, Result
from builder.base.text import say, verbatim, verbatim_lines
from builder.building.machine import survey_machine
from installer.command_line import run
from installer.command_line.arguments import documented_arguments, make_parser
from tests.support.in_process import main, user
from tests.support.program import ROOT, Ended

PAGE = (ROOT / "docs/command-line.md").read_text(encoding="utf-8")
HINT = "Do this.\nOr that."
MODES: dict[str, tuple[str, ...]] = {
    "plain": (),
    "quiet": ("--quiet",),
    "json": ("--quiet", "--json"),
    "jsonl": ("--quiet", "--progress", "jsonl"),
    "passive": ("--passive",),
    "answers file": ("--answers", "answers.toml"),
    "/S": ("/S",),
}
OPERANDS = {"add": ["Faces"], "remove": ["Faces", "Sky"]}
CHANGING = ("install", "repair", "add", "remove", "uninstall")
CASES = [(command, mode) for command in CHANGING for mode in MODES]
CASES += [("status", mode) for mode in ("plain", "json", "detect")]


def rows(heading: str) -> list[list[str]]:
    """The cells of the first table after a heading of docs/command-line.md."""
    text = PAGE[PAGE.index(heading) :]
    (table,) = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)[:1]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in table.splitlines()[2:]]


DOCUMENTED_NUMBERS = {
    name.strip("`"): (int(windows), int(elsewhere)) for _, name, windows, elsewhere in rows("## Exit codes")
}


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    with user(tmp_path):
        yield tmp_path


@pytest.fixture
def one_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read this machine's facts once; they make no difference here."""
    machine = survey_machine()
    monkeypatch.setattr("builder.building.machine.survey_machine", lambda *_, **_options: machine)


def error_of(code: ExitCode) -> EngineInstallerError:
    """An error of the class that has this exit code."""
    classes = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, EngineInstallerError) and kind.exit_code is code
    ]
    error = classes[0](say("x")) if code is ExitCode.CANCELLED else classes[-1].__new__(classes[-1])
    EngineInstallerError.__init__(
        error, verbatim(f"It ended with {code.label}."), hint=verbatim_lines(HINT), detail="for the log"
    )
    return error


def ending_with(code: ExitCode) -> Callable[..., Any]:
    """An action, or the function `status`, that comes to this."""

    def action(*_arguments: object, **_options: object) -> Iterator[Event]:
        if code is not ExitCode.OK:
            raise error_of(code)
        yield Result(code.number, code.label, say("It ended with ok."))

    def status(*_arguments: object, **_options: object) -> Any:
        if code is not ExitCode.OK:
            raise error_of(code)
        return SimpleNamespace(state="ready", fingerprint="0" * 16, to_json=lambda: {"state": "ready"})

    return lambda *arguments, **options: (status if "quick" in options else action)(*arguments, **options)


@pytest.mark.parametrize("code", ExitCode, ids=lambda code: code.label)
@pytest.mark.parametrize("windows", [False, True], ids=["posix", "windows"])
def test_every_outcome_is_reported_alike_in_every_mode(
    home: Path, one_machine: None, monkeypatch: pytest.MonkeyPatch, code: ExitCode, windows: bool
) -> None:
    # Only this module looks at its `os`, and only for the exit codes.
    monkeypatch.setattr(errors, "os", SimpleNamespace(name="nt" if windows else "posix"))
    monkeypatch.setattr(run, "action_of", lambda _command: ending_with(code))
    monkeypatch.setattr("installer.actions.status.status", ending_with(code))
    monkeypatch.setattr("installer.command_line.rendering.status_text", lambda found: found.state)
    (home / "answers.toml").write_text('schema = 1\ntarget = "t"\n')
    number = DOCUMENTED_NUMBERS[code.label][0 if windows else 1]
    for command, mode in CASES:
        if command == "status":
            options = {"plain": (), "json": ("--json",), "detect": ("--detect",)}[mode]
            check_status(code, number, mode, main("status", "--target", "t", *options))
            continue
        log = home / f"{command} {mode}.log".replace("/", "")
        ended = main(command, *OPERANDS.get(command, ()), *MODES[mode], "--log", log)
        assert ended.code == number, (command, mode)
        if mode in ("json", "jsonl"):
            check_result_event(code, number, ended)
        else:
            check_words(code, log, ended)
        assert log.read_text().splitlines()[-1] == f"RESULT code={number} name={code.label}"
        assert f"It ended with {code.label}." in log.read_text()
        assert ("for the log" in log.read_text()) == (code is not ExitCode.OK)
    assert not (home / "t").exists()


def check_status(code: ExitCode, number: int, mode: str, ended: Ended) -> None:
    if code is ExitCode.OK:
        assert (ended.code, ended.err) == (0, "")
        assert "ready" in ended.out
    elif mode == "detect" and code is not ExitCode.INVALID_PARAMETER:
        assert (ended.code, ended.out, ended.err) == (1, "", "")
    else:
        assert ended.code == number
        if mode == "json":
            error = {"code": number, "name": code.label, "detail": f"It ended with {code.label}.", "hint": HINT}
            assert json.loads(ended.out) == {"schema": 1, "error": error}
        else:
            assert ended.out == ""
        assert f"It ended with {code.label}." in ended.err
        assert "hint: Do this.\nhint: Or that.\n" in ended.err


def check_result_event(code: ExitCode, number: int, ended: Ended) -> None:
    assert ended.err == ""
    assert [event["event"] for event in ended.events].count("result") == 1
    assert ended.events[0]["event"] == "hello"
    assert ended.events[-1] == {
        "event": "result",
        "v": 1,
        "code": number,
        "name": code.label,
        "detail": f"It ended with {code.label}.",
        "hint": "" if code is ExitCode.OK else HINT,
        "files": [],
    }


def check_words(code: ExitCode, log: Path, ended: Ended) -> None:
    if code is ExitCode.OK:
        assert (ended.out, ended.err) == ("It ended with ok.\n", "")
        return
    label = "cancelled" if code is ExitCode.CANCELLED else "error"
    assert ended.out == ""
    assert ended.err == f"{label}: It ended with {code.label}.\nhint: Do this.\nhint: Or that.\nlog: {log}\n"


def test_the_documented_numbers_are_those_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {code.label: (code.windows, code.posix) for code in ExitCode} == DOCUMENTED_NUMBERS
    for name, place in (("nt", 0), ("posix", 1)):
        monkeypatch.setattr(errors, "os", SimpleNamespace(name=name))
        assert [code.number for code in ExitCode] == [numbers[place] for numbers in DOCUMENTED_NUMBERS.values()]


@pytest.mark.parametrize("mode", MODES)
def test_an_action_that_breaks_is_a_fault_of_the_program_itself(
    home: Path, one_machine: None, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    def broken(*_arguments: object) -> Iterator[Event]:
        raise ZeroDivisionError("of all things")

    monkeypatch.setattr(run, "action_of", lambda _command: broken)
    (home / "answers.toml").write_text("schema = 1\n")
    ended = main("install", *MODES[mode], "--log", "run.log")
    assert ended.code == 70
    assert "engine-installer hit an internal error: ZeroDivisionError: of all things" in ended.out + ended.err
    assert "Traceback" not in ended.out + ended.err
    assert "Traceback" in (home / "run.log").read_text()
    assert (home / "run.log").read_text().splitlines()[-1] == "RESULT code=70 name=internal_error"


# The flags.

_parser = make_parser()
(_subparsers,) = [action for action in _parser._actions if isinstance(action, argparse._SubParsersAction)]
COMMANDS: dict[str, argparse.ArgumentParser] = dict(_subparsers.choices)


def documented_options() -> dict[str, list[str]]:
    """Each option of the first table of the page, with values that it takes; none for a flag."""
    samples = {
        "DIR": ["some folder"],
        "FILE": ["answers.toml"],
        "N": ["1", "999"],
        "ID": ["0", "all", "GPU-4060", "00000000:01:00.0"],
        "MIN": ["50", "0.5"],
        "SEC": ["0", "1.5"],
        "MIB": ["512", "16000"],
        "GIB": ["16"],
        "VERSION": ["551.61"],
        "0..5": list("012345"),
        "sm86,sm89": ["sm86,sm89", "8.6", "SM120,7.5"],
    }
    found = {}
    for row in rows("# The command line"):
        for text in re.findall(r"`(--[^`]+)`", row[0]):
            option, _, value = text.replace("\\|", "|").partition(" ")
            found[option] = samples.get(value, value.split("|") if value else [])
    return found


OPTIONS = documented_options()
SPELLINGS = [
    (spelling, means)
    for spellings, means in rows("| spelling | meaning |")
    for spelling in re.findall(r"`([^`]+)`", spellings)
]


@pytest.fixture
def parsed(home: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, Any]]:
    """Run a command line whose command is replaced; gives the options that it was run with."""
    seen: list[argparse.Namespace] = []

    def note(options: argparse.Namespace, *_others: object) -> int:
        seen.append(options)
        return 0

    for name in (
        "run.run_command",
        "elevation.run_elevated",
        "commands.show_plan",
        "commands.show_imagined_plan",
        "commands.show_self_test",
        "commands.show_status",
    ):
        monkeypatch.setattr(f"installer.command_line.{name}", note)
    (home / "answers.toml").write_text("schema = 1\n")

    def parse(*arguments: str) -> dict[str, Any]:
        seen.clear()
        ended = main(*arguments)
        assert (ended.code, ended.out, ended.err) == (0, "", ""), arguments
        (options,) = seen
        return vars(options)

    return parse


def test_every_option_is_documented() -> None:
    known = {name for command in COMMANDS.values() for action in command._actions for name in action.option_strings}
    # The sections "Detection" and "Self-test" have the last ones.
    assert known - {"-h", "--help", "--detect", "--picture"} == set(OPTIONS)


@pytest.mark.parametrize("option", OPTIONS)
def test_every_documented_option_is_taken_by_every_command_that_has_it_in_every_form(
    parsed: Callable[..., dict[str, Any]], option: str
) -> None:
    actions = {name: command._option_string_actions.get(option) for name, command in COMMANDS.items()}
    having = [name for name, action in actions.items() if action and action.help != argparse.SUPPRESS]
    # These are told apart from a plan for this computer by the first of them.
    imagined = option.startswith("--as-")
    context = ["--plan", *(["--as-gpu", "rtx 4070"] if imagined and option != "--as-gpu" else [])] if imagined else []
    assert ("install" in having) is (option not in {"--rebuild", "--remove-logs"})
    name = option.lstrip("-")
    forms = (f"--{name}", f"/{name}", f"-{name}", f"/{name.upper()}", f"--{name.title()}")
    for command in having:
        operands = OPERANDS.get(command, [])
        values: list[str | None] = [*OPTIONS[option]] or [None]
        for value in values:
            given = [*context, option] if value is None else [*context, option, value]
            expected = parsed(command, *operands, *given)
            dest = COMMANDS[command]._option_string_actions[option].dest
            assert expected[dest] != COMMANDS[command].get_default(dest) or value == "auto"
            for form in forms:
                in_form = [form] if value is None else [form, value]
                assert parsed(command, *operands, *context, *in_form) == expected
                if value is not None:
                    assert parsed(command, *operands, *context, f"{form}={value}") == expected
            if command == "install":
                assert parsed(*given) == expected


@pytest.mark.parametrize(("spelling", "means"), SPELLINGS)
def test_every_documented_spelling_means_what_the_page_says(
    parsed: Callable[..., dict[str, Any]], spelling: str, means: str
) -> None:
    if spelling == "/?":
        assert documented_arguments(_parser, [spelling]) == ["--help"]
        return
    commands = re.findall(r"`(\w+)`", means)
    option = re.search(r"`(--[^`]+)`", means)
    if means.startswith("the commands"):
        command = {"/repair": "repair", "/uninstall": "uninstall", "/x": "uninstall"}[spelling]
        assert command in commands
        assert parsed(spelling, "/S") == parsed(command, "--quiet")
        return
    others = dict(zip(("/SAVEINF=F", "/CURRENTUSER"), ("--save-answers F", "--current-user"), strict=True))
    meant = others.get(spelling) or (option[1] if option and not means.startswith("nothing") else "")
    value = {"--target": "some folder", "--log": "run.log", "--answers": "answers.toml"}
    words = meant.split()
    given = [spelling]
    if len(words) == 2:
        word = value.get(words[0], "saved.toml")
        words[1] = word
        given = [f"{spelling.partition('=')[0]}={word}"] if "=" in spelling else [spelling.split()[0], word]
    for command in CHANGING:
        operands = OPERANDS.get(command, [])
        for form in (given, [given[0].lower(), *given[1:]] if "=" not in given[0] else given):
            assert parsed(command, *operands, *form) == parsed(command, *operands, *words), (command, form)
    assert parsed("/S", *given) == parsed("install", "--quiet", *words)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--unknown",), "--unknown"),
        (("/unknown",), "/unknown"),
        (("extra",), "extra"),
        (("--quie",), "--quie"),
        (("--quiet=yes",), "--quiet"),
        (("--jobs", "0"), "'0' is not a number from 1 to 999"),
        (("--limit-memory", "511"), "'511' is not a number from 512 to 99999999"),
        (("--jobs", "1000"), "'1000' is not a number from 1 to 999"),
        (("--jobs=-1",), "'-1' is not a number from 1 to 999"),
        (("--jobs",), "--jobs"),
        (("--timeout", "0"), "'0' is not a number of minutes"),
        (("--timeout", "nan"), "'nan' is not a number of minutes"),
        (("--busy-timeout", "soon"), "'soon' is not a number of seconds"),
        (("--busy-timeout=-1",), "'-1' is not a number of seconds"),
        (("--backend", "cuda"), "'cuda'"),
        (("--if-busy", "maybe"), "'maybe'"),
        (("--progress", "xml"), "'xml'"),
        (("--optimization-level", "6"), "6"),
        (("--optimization-level", "two"), "'two'"),
        (("--for", "sm8x"), "'sm8x' is not a compute capability"),
        (("--for", ""), "'' is not a compute capability"),
        (("--target", ""), "an empty path"),
        (("--package", ""), "an empty path"),
        (("--log", ""), "an empty path"),
        (("--answers", ""), "an empty path"),
        (("--answers", "none.toml"), "There is no answers file none.toml."),
        (("--all-users", "--current-user"), "not allowed with"),
        (("--heuristic", "--optimization-level", "4"), "--heuristic is --optimization-level 2"),
    ],
)
def test_what_is_wrong_with_a_command_line_is_reported_and_nothing_starts(
    home: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], reason: str
) -> None:
    monkeypatch.setattr(run, "action_of", lambda _command: lambda *_: pytest.fail("it started"))
    ended = main("install", *arguments, "--save-answers", "saved.toml")
    assert (ended.code, ended.out) == (64, "")
    assert ended.err.startswith("error: ")
    assert reason in ended.err
    assert "Traceback" not in ended.err
    for wish in (("--json",), ("--progress=jsonl",), ("--progress", "jsonl")):
        ended = main("install", *wish, *arguments)
        assert (ended.code, ended.err) == (64, "")
        *before, event = ended.events
        assert {other["event"] for other in before} <= {"hello"}
        assert (event["event"], event["code"], event["name"]) == ("result", 64, "invalid_parameter")
        assert reason in event["detail"]
    assert [path.name for path in home.iterdir() if path.name == "saved.toml"] == []


@pytest.mark.parametrize("wish", ["/json", "-json", "--JSON", "/progress=jsonl", "-Progress=jsonl"])
def test_a_bad_command_line_is_a_result_event_in_whatever_spelling_that_is_asked_for(home: Path, wish: str) -> None:
    ended = main("install", wish, "--jobs", "none")
    assert (ended.code, ended.err) == (64, "")
    (event,) = ended.events
    assert event["name"] == "invalid_parameter"


@pytest.mark.parametrize("wish", ["--detect", "/detect", "-detect", "--DETECT"])
def test_a_detection_speaks_through_its_exit_status_in_whatever_spelling(
    home: Path, monkeypatch: pytest.MonkeyPatch, wish: str
) -> None:
    monkeypatch.setattr("installer.actions.status.status", ending_with(ExitCode.BLOCKED_BY_POLICY))
    ended = main("status", "--target", "t", wish)
    assert (ended.code, ended.out, ended.err) == (1, "", "")


# Any command line at all.

WORDS = [
    *COMMANDS,
    *OPTIONS,
    *(value for values in OPTIONS.values() for value in values),
    *(spelling.replace("=D", "=x").replace("=F", "=x").replace("FILE", "x") for spelling, _ in SPELLINGS),
    *("--help", "-h", "--version", "--detect", "/detect", "--", "-", "=", "/", "--=", "x", "0", "-1", "1e9", "all"),
    *("--json", "--json", "--quiet", "install", "nul", "a b", "..", "--target=", "--jobs=0", "--plan=1", "\0", "x\0y"),
]
# Nothing that is the path of something outside the current folder.
JUNK = st.text(st.characters(exclude_characters="/~\\", exclude_categories=["Cs"]), max_size=6)
NUMBERS = {code.posix for code in ExitCode}


def no_package(*_arguments: object, **_options: object) -> None:
    raise error_of(ExitCode.PACKAGE_MISSING)


@settings(max_examples=500, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(arguments=st.lists(st.sampled_from(WORDS) | JUNK, max_size=7))
def test_any_command_line_ends_with_a_number_and_in_words(
    tmp_path: Path, one_machine: None, arguments: list[str]
) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True, exist_ok=True)
    with user(tmp_path) as patch:
        patch.chdir(inner)
        patch.setattr(run, "action_of", lambda _command: ending_with(ExitCode.OK))
        patch.setattr("installer.actions.install.plan", no_package)
        patch.setattr("installer.command_line.elevation.run_elevated", lambda *_: 77)
        # A question would get no answer.
        patch.setattr("builtins.input", lambda *_: pytest.fail("it asks"))
        ended = main(*arguments)
    assert ended.code in NUMBERS
    assert ended.code != ExitCode.INTERNAL_ERROR.posix, ended.err
    assert "Traceback" not in ended.out + ended.err
    understood = documented_arguments(_parser, arguments)
    if {"--help", "-h", "--version", "--plan"} & set(understood) or understood[:1] == ["status"]:
        return
    if "--json" in arguments and "--json" in understood:
        with contextlib.suppress(json.JSONDecodeError):
            assert [event["event"] for event in ended.events].count("result") == 1
            assert ended.events[-1]["event"] == "result"
            assert ended.events[-1]["code"] == ended.code
            return
        pytest.fail(f"no events: {ended}")
