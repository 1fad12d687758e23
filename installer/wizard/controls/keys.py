"""Access keys on buttons: they always work, and their letters are marked while the Alt key is held, as Windows does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton

from installer.wizard.access_keys import letter_of, with_access_keys


def give_keys(buttons: Sequence[tuple[QAbstractButton, str]], taken: Iterable[str], *, marked: bool) -> list[str]:
    """Give buttons a letter each.

    Args:
        buttons: each with its text, without marks.
        taken: letters that are in use.
        marked: the letters can be seen.

    Returns:
        The letters, in lower case.
    """
    texts = with_access_keys([text for _, text in buttons], taken)
    for (button, bare), text in zip(buttons, texts, strict=True):
        shown = text if marked else bare.replace("&", "&&")
        if button.text() != shown:
            button.setText(shown)
        # A text sets its own, or takes it away.
        letter = letter_of(text)
        button.setShortcut(QKeySequence(f"Alt+{letter}" if letter else ""))
    return [letter for text in texts if (letter := letter_of(text))]
