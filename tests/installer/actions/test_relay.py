"""What passes between the window and a run with administrator rights: every event, as it was, and nothing else."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.base.errors import Remedy
from builder.base.events import Answers, Event, ProtocolError, TimingCacheUse
from builder.base.text import Text, join, say, say_count
from installer.actions import relay

plain = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
texts: st.SearchStrategy[Text] = st.recursive(
    plain.map(lambda name: say("The file {file} is missing.", file=name))
    | st.integers(0, 5).map(lambda count: say_count(count, "{count} file", "{count} files")),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda parts: join("; ", parts))
        | inner.map(lambda text: say("It failed: {reason}", reason=text))
    ),
    max_leaves=4,
)
numbers = st.floats(0, 1e6)
OF_TYPE: dict[str, st.SearchStrategy[Any]] = {
    "int": st.integers(0, 1 << 60),
    "str": plain,
    "float": numbers,
    "bool": st.booleans(),
    "Text": texts,
    "Remedy": st.sampled_from(Remedy),
    "tuple[str, ...]": st.lists(plain, max_size=3).map(tuple),
    "dict[str, str]": st.dictionaries(plain, plain, max_size=3),
    "dict[str, float]": st.dictionaries(plain, numbers, max_size=3),
    "dict[str, Any]": st.dictionaries(plain, texts | plain | st.lists(plain) | st.none(), max_size=3),
    "tuple[dict[str, Any], ...]": st.lists(st.dictionaries(plain, plain | numbers), max_size=2).map(tuple),
    "Literal['right', 'wrong', 'unchecked']": st.sampled_from(["right", "wrong", "unchecked"]),
    "tuple[dict[str, str], ...]": st.lists(st.dictionaries(plain, plain, max_size=2), max_size=2).map(tuple),
}
INNER: dict[str, type[Any]] = {"TimingCacheUse": TimingCacheUse, "Answers": Answers}


def strategy_of(annotation: str) -> st.SearchStrategy[Any]:
    if annotation.endswith(" | None"):
        return st.none() | strategy_of(annotation.removesuffix(" | None"))
    if annotation in INNER:
        return made(INNER[annotation])
    return OF_TYPE[annotation]


def made(kind: type[Any]) -> st.SearchStrategy[Any]:
    return st.builds(kind, **{field.name: strategy_of(str(field.type)) for field in fields(kind)})


def seen(value: Any) -> Any:
    """A value with everything that a text remembers, which plain comparison does not look at."""
    if isinstance(value, Text):
        return value.to_json()
    if isinstance(value, Event | TimingCacheUse | Answers):
        return {field.name: seen(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {key: seen(item) for key, item in value.items()}
    return [type(value), *map(seen, value)] if isinstance(value, list | tuple) else value


@given(st.sampled_from(sorted(relay._KINDS)).flatmap(lambda name: made(relay._KINDS[name])))
def test_every_event_comes_out_as_it_went_in(event: Event) -> None:
    line = relay.to_line(event)
    assert line.count(b"\n") == 1
    read = relay.read_line(line)
    assert type(read) is type(event)
    assert seen(read) == seen(event)


@pytest.mark.parametrize(
    "line",
    [b"", b"{", b"[]", b"null", b'{"kind": "nothing", "values": {}}', b'{"kind": "hello", "values": {}}',
     b'{"kind": "hello"}', b'{"kind": "result", "values": {"code": 0, "label": "", "detail": {"__text__": 1}}}',
     b"[" * 100_000, b"\xff"],
)  # fmt: skip
def test_what_is_no_event_is_said_to_be_none(line: bytes) -> None:
    with pytest.raises(ProtocolError):
        relay.read_line(line)


def test_both_words_of_the_window_are_lines_of_their_own() -> None:
    assert relay.CANCEL != relay.DO_NOT_WAIT
    for word in (relay.CANCEL, relay.DO_NOT_WAIT):
        assert word.endswith(b"\n")
        assert word.count(b"\n") == 1
