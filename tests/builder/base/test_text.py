"""Text that remembers its template."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from builder.base.text import NO_TEXT, Text, join, say, say_count, sentence, verbatim


def test_it_is_an_ordinary_string_that_remembers_its_template() -> None:
    text = say("The file {file} is missing.", file="a{b}.onnx")
    assert text == "The file a{b}.onnx is missing."
    assert json.dumps(text) == '"The file a{b}.onnx is missing."'
    assert (text.template, text.arguments) == ("The file {file} is missing.", {"file": "a{b}.onnx"})


def test_a_window_may_have_words_of_its_own() -> None:
    text = say("Give another {name} with --target.", window="Choose another {name}.", name="folder")
    assert text == "Give another folder with --target."
    assert text.window == "Choose another {name}."


def test_a_count_chooses_between_one_and_many() -> None:
    def engines(count: int) -> str:
        return say_count(count, "{count} engine in {folder}", "{count} engines in {folder}", folder="x")

    assert [engines(count) for count in (0, 1, 2)] == ["0 engines in x", "1 engine in x", "2 engines in x"]
    assert say_count(1, "{count} file", "{count} files").template == "{count} files"


def test_joined_texts_keep_their_parts_and_leave_out_nothing_but_the_empty() -> None:
    first = say("one")
    joined = join(", ", [first, "", "two", NO_TEXT])
    assert joined == "one, two"
    assert joined.parts == (first, "two")
    assert joined.parts[0] is first


def test_it_survives_being_copied_into_json() -> None:
    @dataclasses.dataclass(frozen=True)
    class Event:
        message: str

    text = say("{n} s", n=3)
    assert dataclasses.asdict(Event(text))["message"] is text


def test_verbatim_text_has_no_template() -> None:
    assert verbatim("blender").template is None
    said = say("busy")
    assert verbatim(said) is said


def test_what_is_no_number_becomes_text_at_once() -> None:
    said = say("{error!r} in {folder} after {seconds:.1f} s", error=OSError(5, "no"), folder=Path("/a"), seconds=1.25)
    assert said == "'[Errno 5] no' in /a after 1.2 s"
    assert said.arguments == {"error": "[Errno 5] no", "folder": "/a", "seconds": 1.25}


@pytest.mark.parametrize(
    ("part", "made"),
    [
        (say("the driver is too old"), "The driver is too old."),
        (say("{reason} again", reason=say("no driver")), "No driver again."),
        (say("{file} is missing", file="alpha.engine"), "alpha.engine is missing."),
        (say("app.toml names no wheel"), "app.toml names no wheel."),
        (join("; ", [say("no GPU"), say("no driver")]), "No GPU; no driver."),
        (join("; ", ["blender", say("no driver")]), "blender; no driver."),
        (say_count(1, "one file", "{count} files"), "One file."),
        (verbatim("std::bad_alloc"), "std::bad_alloc."),
    ],
)
def test_a_part_becomes_a_sentence(part: Text, made: str) -> None:
    assert sentence(part) == made
    assert sentence(part).arguments["sentence"] == part


def test_it_survives_the_way_as_json() -> None:
    inner = say("in use by {program}", window="used by {program}", program="blender {0}")
    text = join(
        "\n",
        [say_count(2, "1 {x!r}", "{count} {x!r}", x="é"), "plain", inner, say("{part}: {n:.2f}", part=inner, n=0.5)],
    )
    same = Text.from_json(json.loads(json.dumps(text.to_json())))
    assert same == text
    assert same.to_json() == text.to_json()
    said = same.parts[3]
    assert isinstance(said, Text)
    part = said.arguments["part"]
    assert (part.template, part.window) == (inner.template, inner.window)
    assert Text.from_json("plain") == "plain"
