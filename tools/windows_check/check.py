"""What is looked at: what is expected, by which documented rule, and where the code follows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.windows_check.pc import Pc


class State(Enum):
    """What came of a look; the values are for readers."""

    AS_EXPECTED = "as expected"
    OTHERWISE = "NOT as expected"
    NOT_TRIED = "not tried"


@dataclass(frozen=True)
class Seen:
    """What was seen, in words."""

    state: State
    said: str


def expected(is_so: bool, said: str) -> Seen:
    """What was seen, and whether it is what was expected."""
    return Seen(State.AS_EXPECTED if is_so else State.OTHERWISE, said)


def not_tried(why: str) -> Seen:
    """Nothing was seen, and why."""
    return Seen(State.NOT_TRIED, why)


@dataclass(frozen=True)
class Check:
    """One thing that is looked at.

    Attributes:
        name: of it, in reports.
        expects: what is as it should be.
        rule: the page of whoever makes the rule that the code follows.
        code: where it does, as `file::name`.
        look: at it.
    """

    name: str
    expects: str
    rule: str
    code: str
    look: Callable[[Pc], Seen]


CHECKS: list[Check] = []
"""In the order in which they are looked at: later ones need what earlier ones have installed."""


def check(*, rule: str, code: str) -> Callable[[Callable[[Pc], Seen]], Callable[[Pc], Seen]]:
    """Make a function the look of a check of its name; its docstring says what is expected."""

    def add(look: Callable[[Pc], Seen]) -> Callable[[Pc], Seen]:
        expects = " ".join((look.__doc__ or "").split())
        CHECKS.append(Check(look.__name__.replace("_", " "), expects, rule, code, look))
        return look

    return add


def table() -> str:
    """All checks in Markdown, for docs/verified.md."""
    lines = ["| what | what is expected | documented rule | in the code |", "|---|---|---|---|"]
    lines += [f"| {one.name} | {one.expects} | <{one.rule}> | `{one.code}` |" for one in CHECKS]
    return "\n".join(lines) + "\n"
