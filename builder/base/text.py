"""Text for people that remembers its template, so that a window can say it in another language.

    >>> text = say("The file {file} is missing.", file="a.onnx")
    >>> text
    'The file a.onnx is missing.'
    >>> text.template, text.arguments
    ('The file {file} is missing.', {'file': 'a.onnx'})

Logs, events and consoles use it as the ordinary English `str` that it is. The wizard looks up the template in its
catalogue and formats the translation with the same arguments (`installer/wizard/language.py`). `tools/translations.py`
reads the templates off the calls in the code, so they must be literals there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Self

from builder.base.names import one_line, printable
from builder.base.quantities import Bytes, Duration, MemoryBytes

_FIRST_FIELD = re.compile(r"\{(\w+)")
_FILE_NAME = re.compile(r"\S+\.\w")


class _Data(str):
    """What stands in a placeholder and was written by others: it cannot add a line, or be seen as something else."""

    __slots__ = ()

    def __format__(self, spec: str, /) -> str:
        return format(one_line(self), spec)


def fill(template: str, arguments: Mapping[str, Any]) -> str:
    """Put arguments into a template: texts as they are, everything else as data."""
    return template.format(
        **{
            name: _Data(value) if isinstance(value, str) and not isinstance(value, Text) else value
            for name, value in arguments.items()
        }
    )


class Text(str):
    """English text with what it was made of. Whatever shows it can show it as it is: its lines are our own.

    Attributes:
        template: what catalogues are searched for; None for text that is the same in every language.
        arguments: what stands in the template's placeholders; a `Text` among them is translated as well.
        window: another template with the same placeholders that suits a window better than a command line; None where
            there is none.
        number: chooses the plural form; None where there is nothing to count.
        parts: what it was joined from, with `template` between them; empty for everything else.
    """

    __slots__ = ("arguments", "number", "parts", "template", "window")

    template: str | None
    arguments: Mapping[str, Any]
    window: str | None
    number: int | None
    parts: tuple[str, ...]

    def __new__(
        cls,
        text: str,
        template: str | None = None,
        arguments: Mapping[str, Any] | None = None,
        *,
        window: str | None = None,
        number: int | None = None,
        parts: tuple[str, ...] = (),
    ) -> Self:
        made = super().__new__(cls, printable(text))
        made.template, made.arguments = template, arguments or {}
        made.window, made.number, made.parts = window, number, parts
        return made

    def __deepcopy__(self, _memo: object) -> Self:
        # `dataclasses.asdict` copies every value.
        return self

    def __format__(self, spec: str, /) -> str:
        """Format as any `str`, or to fit a sentence.

        `{text:capital}` has a capital at the beginning, unless a name stands there; `{text:part}` has no full stop.
        """
        if spec == "part":
            return self.rstrip(".。")
        if spec != "capital":
            return super().__format__(spec)
        return str(self) if self._begins_with_name() else self[:1].upper() + self[1:]

    def _begins_with_name(self) -> bool:
        """Whether a name stands first, which is written the same everywhere: `alpha.engine`, `blender`."""
        if self.parts:
            return _is_name(self.parts[0])
        if self.template is None:
            return True
        field = _FIRST_FIELD.match(self.template)
        return _is_name(self.arguments.get(field[1])) if field else bool(_FILE_NAME.match(self.template))

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, handler: Callable[[type], Any]) -> Any:
        """Tell pydantic how text is read from a file: as a string that is the same in every language."""
        from pydantic_core.core_schema import no_info_after_validator_function

        return no_info_after_validator_function(verbatim, handler(str))

    def to_json(self) -> dict[str, Any]:
        """Give everything that `from_json` needs, as JSON has it."""
        return {
            "text": str(self),
            "template": self.template,
            "arguments": {name: _to_json(value) for name, value in self.arguments.items()},
            "window": self.window,
            "number": self.number,
            "parts": [_to_json(part) for part in self.parts],
        }

    @classmethod
    def from_json(cls, value: Any) -> Text:
        """Read what `to_json` gave; an ordinary string is text without a template."""
        if isinstance(value, str):
            return verbatim_lines(value)
        arguments = {name: _from_json(argument) for name, argument in value["arguments"].items()}
        parts = tuple(map(_from_json, value["parts"]))
        return cls(
            value["text"], value["template"], arguments, window=value["window"], number=value["number"], parts=parts
        )


def _is_name(value: object) -> bool:
    return value._begins_with_name() if isinstance(value, Text) else isinstance(value, str)


_QUANTITIES = {kind.__name__: kind for kind in (Bytes, MemoryBytes, Duration)}


def _to_json(value: Any) -> Any:
    if isinstance(value, Bytes | Duration):
        return {"quantity": type(value).__name__, "value": value.real}
    return value.to_json() if isinstance(value, Text) else value


def _from_json(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return _QUANTITIES[value["quantity"]](value["value"]) if "quantity" in value else Text.from_json(value)


NO_TEXT = Text("")


def say(template: str, /, *, window: str | None = None, **arguments: object) -> Text:
    """Make text from a template.

    Args:
        template: a literal in the format of `str.format`, with named placeholders.
        window: the same fact for a window: no options of a command line, a layman's words. Also a literal.
        arguments: what stands in the placeholders. Numbers and text stay what they are; of an error that was made
            with a `Text` that is taken; everything else, such as a path, becomes an ordinary string. Sizes and times
            for people are `Bytes` and `Duration` (`builder/base/quantities.py`).
    """
    plain = _plain(arguments)
    return Text(fill(template, plain), template, plain, window=window)


def _plain(arguments: Mapping[str, object]) -> dict[str, object]:
    return {name: _plain_value(value) for name, value in arguments.items()}


def _plain_value(value: object) -> object:
    if isinstance(value, Exception) and value.args and isinstance(value.args[0], Text):
        return value.args[0]
    return value if isinstance(value, str | int | float) else str(value)


def say_count(count: int, one: str, many: str, /, **arguments: object) -> Text:
    """Make text that depends on a number.

    Args:
        count: the number, which the templates call `{count}`.
        one: the template for one, a literal.
        many: the template for every other number, also a literal; catalogues are searched for this one.
        arguments: what stands in the other placeholders.
    """
    plain = _plain(arguments | {"count": count})
    return Text(fill(one if count == 1 else many, plain), many, plain, number=count)


def join(separator: str, parts: Iterable[str]) -> Text:
    """Put texts one after the other; empty ones are left out.

    Args:
        separator: a literal such as ", "; languages have their own.
        parts: each is translated for itself.
    """
    said = tuple(verbatim(part) for part in parts if part)
    if not said:
        return NO_TEXT
    return Text(separator.join(said), separator, parts=said)


def sentence(part: str) -> Text:
    """Make a sentence of what is written as a part of one: with a capital, unless it begins with a name, and a stop."""
    return say("{sentence:capital}.", sentence=verbatim(part))


def verbatim(text: str) -> Text:
    """Mark text that is the same in every language: a name, a path, what a library or the system said; one line."""
    return text if isinstance(text, Text) else Text(one_line(text))


def verbatim_lines(text: str) -> Text:
    """Mark text of several lines that is the same in every language, for places where no line can pass for ours."""
    return text if isinstance(text, Text) else join("\n", text.replace("\r\n", "\n").split("\n"))
