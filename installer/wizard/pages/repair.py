"""Why a repair is needed, and what it will do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from installer.actions.elevated import needs_elevation
from installer.wizard.assessment import Assessment, Brand
from installer.wizard.controls.drawings import GraphicsCardPicture
from installer.wizard.controls.labels import Icon, Label
from installer.wizard.controls.lists import Facts, FactText, Row, RowList
from installer.wizard.controls.surfaces import Card, Notice
from installer.wizard.language import translated
from installer.wizard.look.theme import px
from installer.wizard.pages.page import GIVES_WAY, Page, gap
from installer.wizard.upkeep import Repair, repair_of
from installer.wizard.views import Action, Footer, Header, View


class CardsPicture(Card):
    """The graphics card that there was, and the one that there is."""

    def __init__(self) -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        self._old_name = Label(kind="strong", color="muted", align=middle)
        self._new_name = Label(kind="strong", align=middle)
        self._old, self._new = GraphicsCardPicture(is_new=False), GraphicsCardPicture(is_new=True)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch(3)
        row.addWidget(self._column(self._old, self._old_name, self.tr("before")))
        row.addStretch(1)
        row.addWidget(Icon("arrow", "muted", 28))
        row.addStretch(1)
        row.addWidget(self._column(self._new, self._new_name, self.tr("now")))
        row.addStretch(3)
        self.body.addSpacing(px(8))
        self.body.addLayout(row)

    def _column(self, picture: GraphicsCardPicture, name: Label, when: str) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(2))
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(px(6))
        layout.addWidget(name)
        layout.addWidget(Label(when, "note", "muted", align=Qt.AlignmentFlag.AlignHCenter))
        return column

    def show_cards(self, before: str, now: str) -> None:
        """Show their names."""
        self._old_name.say(before)
        self._new_name.say(now)
        self._new.set_name(self.tr("Graphics card before: {0}. Now: {1}.").format(before, now))


class RepairPage(Page):
    """The reason, a picture where the graphics card is another one, and what it takes."""

    view = View.REPAIR

    def __init__(self, brand: Brand) -> None:
        super().__init__(brand)
        self._said: Repair | None = None
        self._needs_rights = False
        self._remark, self._cards, self._rows, self._facts = Notice("warn"), CardsPicture(), RowList(), Facts()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(18), 0, 0)
        layout.setSpacing(px(18))
        layout.addWidget(self._remark)
        layout.addWidget(gap(14), GIVES_WAY)
        layout.addWidget(self._cards)
        layout.addWidget(self._rows)
        layout.addWidget(gap(6), GIVES_WAY)
        layout.addWidget(self._facts)
        layout.addStretch(3)

    def show_assessment(self, found: Assessment) -> None:
        """Show what was found."""
        self._said = said = repair_of(found)
        self._needs_rights = needs_elevation(found.request.scope, found.target)
        self._remark.setVisible(said.remark is not None)
        if said.remark is not None:
            self._remark.set_text(translated(said.remark.title), translated(said.remark.text))
        self._cards.setVisible(bool(said.now))
        if said.now:
            self._cards.show_cards(said.before, said.now)
        self._rows.setVisible(bool(said.lines))
        rows = [Row(line.icon, line.color, translated(line.name), translated(line.state)) for line in said.lines]
        self._rows.set_rows(rows)
        facts = [FactText(fact.icon, translated(fact.title), translated(fact.note)) for fact in said.facts]
        self._facts.set_facts(facts)
        self.changed.emit()

    def header(self) -> Header:
        if self._said is None:
            return Header(self.brand.title)
        return Header(translated(self._said.title), translated(self._said.sentence))

    def footer(self) -> Footer:
        said = self._said
        action = said.action if said else Action.REPAIR
        texts = ((action, translated(said.button)),) if said and said.button else ()
        links = (*self.help_link, Action.OPEN_CHECK)
        return Footer((action, Action.NOT_NOW), action, links, (), texts, needs_rights=self._needs_rights)
