"""What passes between the window and a run with administrator rights: events one way, the user's wishes the other way.

A line is an event as JSON in ASCII. Texts keep their templates, wherever in an event they stand, so that the window can
say them in its language. Both ends are the same program, and the one with fewer rights believes the other; the other
way there are two words and nothing else.
"""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from builder.base import events
from builder.base.errors import Remedy
from builder.base.events import CANCEL_COMMAND, Answers, Event, ProtocolError, TimingCacheUse
from builder.base.text import Text

CANCEL = CANCEL_COMMAND.encode() + b"\n"
DO_NOT_WAIT = b"do not wait\n"
"""The user no longer wants to wait for a graphics card that is in use."""

_TEXT, _REMEDY = "__text__", "__remedy__"
_INNER: dict[str, type[Any]] = {"__timing_cache__": TimingCacheUse, "__answers__": Answers}
"""What events have fields of."""
_KINDS = {
    kind.name: kind
    for kind in vars(events).values()
    if isinstance(kind, type) and issubclass(kind, Event) and kind is not Event
}


def to_line(event: Event) -> bytes:
    """Make the line of an event."""
    values = {field.name: _to_json(getattr(event, field.name)) for field in fields(event)}
    return json.dumps({"kind": event.name, "values": values}).encode("ascii") + b"\n"


def _to_json(value: Any) -> Any:
    if isinstance(value, Text):
        return {_TEXT: value.to_json()}
    if isinstance(value, Remedy):
        return {_REMEDY: value.name}
    for name, kind in _INNER.items():
        if isinstance(value, kind):
            return {name: {field.name: _to_json(getattr(value, field.name)) for field in fields(kind)}}
    if isinstance(value, dict):
        return {str(key): _to_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_to_json(item) for item in value]
    return value


def read_line(line: bytes) -> Event:
    """Read what `to_line` made.

    Raises:
        ProtocolError: it is not such a line.
    """
    try:
        whole = json.loads(line)
        event: Event = _made(_KINDS[whole["kind"]], whole["values"])
        return event
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ProtocolError(f"not an event: {line[:200]!r}") from error


def _made(kind: type[Any], values: dict[str, Any]) -> Any:
    tuples = {field.name for field in fields(kind) if str(field.type).startswith("tuple")}
    read = {name: _from_json(value) for name, value in values.items()}
    return kind(**{name: tuple(value) if name in tuples else value for name, value in read.items()})


def _from_json(value: Any) -> Any:
    if isinstance(value, list):
        return [_from_json(item) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {_TEXT}:
        return Text.from_json(value[_TEXT])
    if value.keys() == {_REMEDY}:
        return Remedy[value[_REMEDY]]
    for name, kind in _INNER.items():
        if value.keys() == {name}:
            return _made(kind, value[name])
    return {key: _from_json(item) for key, item in value.items()}
