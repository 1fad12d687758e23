"""That nothing has to be repaired."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from installer.wizard.assessment import Assessment, Brand
from installer.wizard.controls.lists import Facts, FactText
from installer.wizard.controls.surfaces import Notice, Rule
from installer.wizard.language import translated
from installer.wizard.look.theme import px
from installer.wizard.pages.page import GIVES_WAY, Page, gap
from installer.wizard.upkeep import Nothing, nothing_of
from installer.wizard.views import Action, Footer, Header, View


class NothingPage(Page):
    """What was looked at, and that all is well with it."""

    view = View.NOTHING_TO_REPAIR

    def __init__(self, brand: Brand) -> None:
        super().__init__(brand)
        self._said: Nothing | None = None
        self._remark, self._facts = Notice("warn"), Facts()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(18), 0, 0)
        layout.setSpacing(px(16))
        layout.addWidget(self._remark)
        layout.addWidget(gap(16), GIVES_WAY)
        layout.addWidget(Rule())
        layout.addWidget(self._facts)
        layout.addWidget(Rule())
        layout.addStretch(3)

    def show_assessment(self, found: Assessment) -> None:
        """Show what was found."""
        self._said = said = nothing_of(found)
        self._remark.setVisible(said.remark is not None)
        if said.remark is not None:
            self._remark.set_text(translated(said.remark.title), translated(said.remark.text))
        facts = [FactText(fact.icon, translated(fact.title), translated(fact.note)) for fact in said.facts]
        self._facts.set_facts(facts)
        self.changed.emit()

    def header(self) -> Header:
        said = self._said
        if said is None:
            return Header(self.brand.title, is_hero=True)
        return Header(translated(said.title), translated(said.sentence), is_hero=True, badge=said.badge)

    def footer(self) -> Footer:
        again = (Action.OPTIMIZE_AGAIN,) if self._said and self._said.can_optimize else ()
        return Footer((*again, Action.CLOSE), Action.CLOSE, self.help_link)
