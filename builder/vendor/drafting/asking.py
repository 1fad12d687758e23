"""Questions on a terminal, about what could not be known. In a pipe nobody is asked."""

from __future__ import annotations

import os
import re
import sys
import threading
from collections.abc import Callable

from builder.base.cancellation import CancelToken
from builder.base.terminal import Stream
from builder.operating_system import is_terminal
from builder.vendor.drafting.manifest_text import AppFacts
from builder.vendor.drafting.meanings import Sizes
from builder.vendor.drafting.profiles import Proposal

Ask = Callable[[str], str]
"""Asks a question; returns what was answered, without blanks at its ends: "" where the proposal is taken."""

_STDIN = 0
_FOREVER = 1e9
_MOST = (1 << 31) - 1


def terminal(out: Stream, cancel: CancelToken) -> Ask | None:
    """How to ask; None where input or output is no terminal."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        return None

    def ask(question: str) -> str:
        out.line(question)
        return _read_line(cancel)

    return ask


def _read_line(cancel: CancelToken) -> str:
    """Wait for a line; in a thread, which a stop can leave behind."""
    read: list[bytes] = []
    thread = threading.Thread(target=lambda: read.append(os.read(_STDIN, 4096)), daemon=True)
    thread.start()
    cancel.join(thread, _FOREVER)
    return b"".join(read).decode(errors="replace").strip()


def ask_about_app(app: AppFacts, ask: Ask | None) -> AppFacts:
    """Ask for what was not given."""
    if ask is None:
        return app
    return AppFacts(
        app.name or ask("Name of the application, as users know it (Enter to decide later):") or None,
        app.publisher or ask("Publisher (Enter to decide later):") or None,
        app.id or ask("Identifier, your domain backwards, such as com.example.photo-studio (Enter: later):") or None,
        app.version,
    )


def ask_about_profile(model: str, proposal: Proposal, ask: Ask | None) -> Proposal:
    """Ask for the sizes of dimensions whose meaning is not known."""
    if ask is None:
        return proposal
    for dimension in proposal.open_groups():
        sizes = proposal.sizes[dimension.group]
        maybe = "" if dimension.meaning == "unknown" else f", maybe the {dimension.meaning}"
        name = f" ({dimension.name!r})" if dimension.name else ""
        question = (
            f"{model}: sizes of dimension {dimension.axis}{name} of the input {dimension.input!r}{maybe}: one number, "
            f"or min opt max (Enter: {sizes.min} {sizes.opt} {sizes.max}, to decide later):"
        )
        if answer := _sizes(question, ask):
            proposal = proposal.with_sizes(dimension.group, answer)
    for name in set(proposal.values) - proposal.settled:
        question = f"{model}: values of the input {name!r}, on which shapes depend: one number, or min opt max:"
        if answer := _sizes(question, ask):
            proposal = proposal.with_values(name, answer)
    return proposal


def _sizes(question: str, ask: Ask) -> Sizes | None:
    """Ask until the answer makes sense; None for the proposal."""
    while answer := ask(question):
        if sizes := read_sizes(answer):
            return sizes
        question = f"{answer!r} is neither a number nor three in rising order, such as 1 8 32. Again, or Enter:"
    return None


def read_sizes(text: str) -> Sizes | None:
    """Read `512`, `64 512 1024` or `64,512,1024`; None where it is something else."""
    numbers = re.split(r"[\s,;]+", text.strip())
    if len(numbers) not in (1, 3) or not all(re.fullmatch(r"[0-9]{1,10}", number) for number in numbers):
        return None
    smallest, usual, largest = map(int, numbers * 3 if len(numbers) == 1 else numbers)
    return Sizes(smallest, usual, largest) if smallest <= usual <= largest <= _MOST else None
