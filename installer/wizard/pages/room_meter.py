"""How much room there is of what is needed, as a meter and in words."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from builder.base.quantities import Bytes
from installer.wizard.controls.labels import Label
from installer.wizard.controls.meters import Meter
from installer.wizard.language import words
from installer.wizard.look.theme import px


class RoomMeter(QWidget):
    """A meter with what is free at its beginning and what is missing at its end."""

    def __init__(self) -> None:
        super().__init__()
        self._meter = Meter()
        self._free, self._missing = Label(kind="note", color="muted"), Label(kind="note-strong", color="bad")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(8), 0, 0)
        layout.setSpacing(px(5))
        layout.addWidget(self._meter)
        row = QHBoxLayout()
        row.addWidget(self._free, 1)
        row.addWidget(self._missing)
        layout.addLayout(row)

    def show_room(self, room: tuple[int, int] | None) -> None:
        """Show what is free and what is needed, in bytes; None hides it."""
        self.setVisible(room is not None)
        if room is None:
            return
        free, needed = room
        share = min(1.0, free / max(needed, 1))
        self._meter.set_shares(share, 1 - share, "bad")
        self._free.say(self.tr("{0} free").format(words.size(Bytes.at_most(free))))
        missing = max(0, needed - free)
        self._missing.say(self.tr("{0} missing").format(words.size(Bytes.at_least(missing))) if missing else "")
