"""Hints as the vendor's tool gives them: it shares its errors with the program that users and administrators run."""

from __future__ import annotations

from builder.base.text import Text, verbatim

_NOT_FOR_VENDORS = (" with --target", " with --package", "; the app package comes from the application's vendor")
"""Options that no command of the vendor's tool has or not all have, and a person whom the reader need not look for."""


def for_vendors(hint: str) -> Text:
    """Leave out of a hint what does not hold for a vendor."""
    for part in _NOT_FOR_VENDORS:
        hint = hint.replace(part, "")
    return verbatim(hint)
