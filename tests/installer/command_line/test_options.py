"""Options: declared once, and taken by the command line and by answers files from there."""

from __future__ import annotations

import argparse
import dataclasses
import tomllib
from pathlib import Path

import pytest

from builder.base.errors import InvalidParameter
from builder.base.options import Declared
from builder.engines.index import EngineIndex
from builder.engines.options import EngineOptions
from builder.gpu.busy import BusyPolicy
from installer.command_line.answers import Answers, read_answers, save_answers, with_answers
from installer.command_line.arguments import OPTIONS, make_parser
from installer.command_line.requests import given_options, make_request, with_choices
from installer.target.request import Request

_TEXT = {
    "target": "some folder",
    "gpu": "1",
    "targets": "8.6",
    "optimization_level": "0",
    "without": "Upscaling",
    "limit_memory": "4096",
}


def given_on_command_line(declared: Declared) -> list[str]:
    if declared.option.flag is None:
        return [f"--{declared.choices[0]}"]
    if declared.kind is bool:
        return [declared.option.flag]
    return [declared.option.flag, declared.choices[0] if declared.choices else _TEXT.get(declared.name, "7")]


@pytest.mark.parametrize("declared", OPTIONS, ids=lambda declared: declared.name)
def test_every_declared_option_arrives_in_the_request_and_survives_an_answers_file(
    tmp_path: Path, declared: Declared
) -> None:
    command = {"repairing": "repair", "removing": "uninstall"}.get(declared.option.group, "install")
    given = given_options(make_parser().parse_args([command, *given_on_command_line(declared)]))
    assert list(given) == [declared.name]
    request = make_request(command, given)
    value = getattr(request if hasattr(request, declared.name) else request.options, declared.name)
    assert value == given[declared.name]
    file = tmp_path / "answers.toml"
    save_answers(given, file)
    saved = tomllib.loads(file.read_text())
    assert saved.keys() - {"schema"} == ({declared.option.key} - {None})
    again = read_answers(file)
    if declared.option.key and declared.kind is not Path:
        assert again == given
    # What was given goes before what a file says, in every spelling of "not".
    assert with_answers(given, again | {declared.name: "other"} if declared.option.key else {})[declared.name] == value


def test_only_a_repair_builds_everything_again() -> None:
    (commands,) = [action for action in make_parser()._actions if isinstance(action, argparse._SubParsersAction)]
    for option, takes_it in (("--rebuild", "repair"),):
        assert [name for name, command in commands.choices.items() if option in command.format_help()] == [takes_it]


def test_what_is_not_given_is_not_asked_for() -> None:
    assert make_request("install", given_options(make_parser().parse_args(["install"]))) == Request()
    assert Request().busy == dataclasses.replace(BusyPolicy(), skip_wait=Request().skip_wait)
    assert {field.alias for field in Answers.model_fields.values()} == {"schema"} | {
        declared.option.key for declared in OPTIONS if declared.option.key
    }


def test_engines_json_records_what_engines_were_asked_for() -> None:
    (recorded,) = [field for field in dataclasses.fields(EngineIndex) if field.name == "options"]
    assert recorded.default_factory is EngineOptions


def test_choices_of_the_wizard_replace_what_was_given() -> None:
    given = {"gpu": "0", "jobs": 2, "if_busy": "stop", "busy_timeout": 5.0}
    chosen = Request(if_busy="wait", busy_timeout=9.0, jobs=3, options=EngineOptions(without=("Upscaling",)))
    assert with_choices(given, chosen) == {"jobs": 2, "busy_timeout": 5.0, "without": ("Upscaling",)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Faces", ("Faces",)),
        ("Faces, Sky,Faces", ("Faces", "Sky")),
        ('"Faces, old",Sky', ("Faces, old", "Sky")),
        ('Sky,"a ""b"""', ("Sky", 'a "b"')),
        ('The "new" sky', ('The "new" sky',)),
    ],
)
def test_names_are_separated_by_commas_outside_of_quotes(text: str, names: tuple[str, ...]) -> None:
    assert make_parser().parse_args(["install", f"--without={text}"]).without == names


@pytest.mark.parametrize("text", ["", ",", "Faces,", '"Faces', '"Faces" old', "a\nb", " "])
def test_what_is_no_list_of_names_is_refused(text: str) -> None:
    with pytest.raises(InvalidParameter, match="not a list of names"):
        make_parser().parse_args(["install", f"--without={text}"])
