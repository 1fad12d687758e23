"""Text that remembers its template."""

from __future__ import annotations

import dataclasses
import json

from builder.base.text import NO_TEXT, join, say, say_count, verbatim


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
