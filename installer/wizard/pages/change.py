"""Which features of an installed application there are to be from now on, and what that takes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from builder.base.names import one_line
from builder.base.text import say
from installer.actions.elevated import needs_elevation
from installer.target.request import Request
from installer.wizard.assessment import Assessment
from installer.wizard.change import FeatureChange, change_facts, change_of_features, feature_lines, lack_of_room
from installer.wizard.choices import with_features
from installer.wizard.controls.choices import Check, CheckList
from installer.wizard.controls.lists import Facts, FactText
from installer.wizard.language import translated
from installer.wizard.look.theme import px
from installer.wizard.pages.page import GIVES_WAY, Page, gap
from installer.wizard.pages.room_meter import RoomMeter
from installer.wizard.views import Action, Footer, Header, View


class ChangePage(Page):
    """The features, each with its size and its time, and what a choice adds and removes."""

    view = View.CHANGE

    def __init__(self) -> None:
        super().__init__()
        self._found: Assessment | None = None
        self._needs_rights = False
        self._boxes: dict[str, Check] = {}
        self._list, self._facts, self._room = CheckList(), Facts(), RoomMeter()
        self._list.setAccessibleName(self.tr("Features"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(18), 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._list)
        layout.addWidget(gap(20), GIVES_WAY)
        layout.addSpacing(px(14))
        layout.addWidget(self._facts)
        layout.addWidget(self._room)
        layout.addStretch(3)

    def show_assessment(self, found: Assessment) -> None:
        """Offer the features, those ticked that the installation has."""
        self._found = found
        self._needs_rights = needs_elevation(found.request.scope, found.target)
        lines = feature_lines(found)
        boxes = self._list.set_rows([(one_line(line.name), translated(line.note)) for line in lines])
        self._boxes = {line.name: box for line, box in zip(lines, boxes, strict=True)}
        for line, box in zip(lines, boxes, strict=True):
            box.setChecked(line.is_wanted)
            box.setEnabled(line.can_change)
            box.toggled.connect(self._show_change)
        self._show_change()

    def applied(self, request: Request) -> Request:
        """Ask for what was chosen here."""
        change, found = self._change, self._found
        if self._needs_rights and change.added and change.removed and found and found.installed:
            # One command line, for which the system asks once, adds or removes: this one says what there is to be.
            without = tuple(name for name, box in self._boxes.items() if not box.isChecked())
            return with_features(request, found.installed, without)
        return replace(request, add=change.added, remove=change.removed)

    @property
    def _change(self) -> FeatureChange:
        wanted = [name for name, box in self._boxes.items() if box.isChecked()]
        return change_of_features(self._found, wanted) if self._found else FeatureChange()

    def _show_change(self) -> None:
        assert self._found is not None
        facts = change_facts(self._found, self._change)
        self._facts.set_facts([FactText(fact.icon, translated(fact.title), translated(fact.note)) for fact in facts])
        self._room.show_room(lack_of_room(self._found, self._change))
        self.changed.emit()

    @property
    def _obstacle(self) -> str:
        if self._found is None or lack_of_room(self._found, self._change) is None:
            return ""
        volume = self._found.room.volume
        return translated(
            say("Not enough room on {volume}", volume=volume) if volume else say("Not enough room on the disk")
        )

    def header(self) -> Header:
        # What lies below a long list may have to be scrolled to.
        return Header(self.tr("Change features"), self._obstacle or self.tr("Choose the features to have on this PC."))

    def footer(self) -> Footer:
        apply, why = Action.APPLY_CHANGE, self._obstacle
        if not self._change:
            why = self.tr("Choose a feature to add or remove")
        disabled = ((apply, why),) if why else ()
        return Footer((apply, Action.CANCEL), None if why else apply, (), disabled, needs_rights=self._needs_rights)

    @property
    def focus_wanted(self) -> QWidget | None:
        return next((box for box in self._boxes.values() if box.isEnabled()), None)
