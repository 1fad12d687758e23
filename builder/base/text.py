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

from collections.abc import Iterable, Mapping
from typing import Any, Self


class Text(str):
    """English text with what it was made of.

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
        made = super().__new__(cls, text)
        made.template, made.arguments = template, arguments or {}
        made.window, made.number, made.parts = window, number, parts
        return made

    def __deepcopy__(self, _memo: object) -> Self:
        # `dataclasses.asdict` copies every value.
        return self


NO_TEXT = Text("")


def say(template: str, /, *, window: str | None = None, **arguments: object) -> Text:
    """Make text from a template.

    Args:
        template: a literal in the format of `str.format`, with named placeholders.
        window: the same fact for a window: no options of a command line, a layman's words. Also a literal.
        arguments: what stands in the placeholders.
    """
    return Text(template.format(**arguments), template, arguments, window=window)


def say_count(count: int, one: str, many: str, /, **arguments: object) -> Text:
    """Make text that depends on a number.

    Args:
        count: the number, which the templates call `{count}`.
        one: the template for one, a literal.
        many: the template for every other number, also a literal; catalogues are searched for this one.
        arguments: what stands in the other placeholders.
    """
    arguments |= {"count": count}
    return Text((one if count == 1 else many).format(**arguments), many, arguments, number=count)


def join(separator: str, parts: Iterable[str]) -> Text:
    """Put texts one after the other; empty ones are left out.

    Args:
        separator: a literal such as ", "; languages have their own.
        parts: each is translated for itself.
    """
    said = tuple(part for part in parts if part)
    return Text(separator.join(said), separator, parts=said)


def verbatim(text: str) -> Text:
    """Mark text that is the same in every language: a name, a path, what a library or the system said."""
    return text if isinstance(text, Text) else Text(text)
