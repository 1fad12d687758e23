"""The first page: what will be installed, and one verdict on whether it can be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from builder.base.errors import EngineInstallerError, Remedy
from installer.actions.elevated import needs_elevation
from installer.wizard.action_texts import action_texts
from installer.wizard.announcing import announce
from installer.wizard.assessment import Assessment, Brand
from installer.wizard.controls.buttons import Button, Link
from installer.wizard.controls.choices import Check
from installer.wizard.controls.labels import Icon, Label
from installer.wizard.controls.lists import Facts, FactText
from installer.wizard.controls.surfaces import Notice, Rule
from installer.wizard.facts import facts
from installer.wizard.language import translated
from installer.wizard.look.theme import px
from installer.wizard.pages.page import GIVES_WAY, Page, gap
from installer.wizard.pages.room_meter import RoomMeter
from installer.wizard.verdict import Verdict, verdict, verdict_of
from installer.wizard.views import Action, Footer, Header, View

_KINDS = {"caveat": "warn", "cannot": "bad"}


class WelcomePage(Page):
    """Application, publisher, verdict, time, space and the license.

    Attributes:
        is_accepted: the license was accepted, or there is none.
    """

    view = View.WELCOME

    def __init__(self, brand: Brand) -> None:
        super().__init__(brand)
        self._verdict: Verdict | None = None
        self._is_update = False
        self._has_options = False
        self._needs_rights = False
        self._language = ""
        self._verdict_row, self._verdict_icon, self._verdict_text = self._make_verdict_row()
        self._notice = Notice("warn", "", "")
        self._notice_button = Button(action_texts.of(Action.GET_DRIVER))
        self._notice_button.clicked.connect(lambda: self.asked.emit(Action.GET_DRIVER))
        self._notice.add_action(self._notice_button)
        self._meter = RoomMeter()
        self._notice.words.addWidget(self._meter)
        self._rules = self._make_rule()
        self._facts = Facts()
        self._downgrade = Label(color="warn")
        self._busy = Label(kind="note", color="muted")
        self._license, self._accept, self._terms = self._make_license()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addSpacing(px(18))
        layout.addWidget(self._verdict_row)
        layout.addWidget(self._notice)
        layout.addSpacing(px(14))
        layout.addWidget(self._rules)
        layout.addWidget(self._facts)
        notes = QVBoxLayout()
        notes.setContentsMargins(0, px(6), 0, px(6))
        notes.setSpacing(px(6))
        notes.addWidget(self._downgrade)
        notes.addWidget(self._busy)
        layout.addLayout(notes)
        layout.addWidget(gap(26), GIVES_WAY)
        layout.addWidget(self._license)
        layout.addStretch(1)
        self.begin()

    def _make_verdict_row(self) -> tuple[QWidget, Icon, Label]:
        icon, text = Icon("good", "good"), Label(kind="strong", color="good")
        check = Link(action_texts.of(Action.OPEN_CHECK), None, "muted", "chevron-right", "note")
        check.clicked.connect(lambda: self.asked.emit(Action.OPEN_CHECK))
        self._check_link = check
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(10))
        layout.addWidget(icon)
        layout.addWidget(text, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(check)
        return row, icon, text

    def _make_rule(self) -> QWidget:
        """Make the line below the verdict, with the room below it."""
        line = QWidget()
        layout = QVBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, px(14))
        layout.addWidget(Rule())
        return line

    def _make_license(self) -> tuple[QWidget, Check, Link]:
        accept, terms = Check(self.tr("I accept the license terms")), Link(self.tr("Read them"))
        accept.toggled.connect(self.changed)
        terms.clicked.connect(lambda: self.asked.emit(Action.OPEN_LICENSE))
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(accept)
        layout.addWidget(terms)
        layout.addStretch(1)
        row.setVisible(bool(self.brand.license))
        return row, accept, terms

    def accept(self, accepted: bool) -> None:
        """Take over what was accepted before the page was made again."""
        self._accept.setChecked(accepted)

    def offer_language(self, name: str) -> None:
        """Offer another language than the one of this name; empty for no choice."""
        self._language = name
        self.changed.emit()

    # What is shown.

    def set_brand(self, brand: Brand) -> None:
        """Show another application, or another license, which must be accepted as well."""
        if brand.license != self.brand.license:
            self._accept.setChecked(False)
        super().set_brand(brand)
        self._license.setVisible(bool(brand.license))

    def begin(self) -> None:
        """Show that the computer is looked at; what was found before stays, in grey."""
        self._verdict = None
        self._notice.hide()
        self._meter.hide()
        self._verdict_row.show()
        self._verdict_icon.show_icon("work", "bar")
        self._verdict_text.set_color("muted")
        self._verdict_text.say(self.tr("Checking your PC…"))
        self._check_link.hide()
        self._facts.setEnabled(False)
        self.changed.emit()

    def show_error(self, error: EngineInstallerError) -> None:
        """Show what prevents everything."""
        self._show_verdict(verdict_of(error, self.brand.app.name or "", self.brand.publisher))

    def show_assessment(self, found: Assessment) -> None:
        """Show the verdict and what will be done."""
        # To go back to an older version is no update.
        self._is_update = found.is_update and not (found.plan and found.plan.downgrade)
        self._has_options = found.has_choices
        self._needs_rights = needs_elevation(found.request.scope, found.target)
        shown = facts(found)
        self._facts.set_facts([FactText(fact.icon, translated(fact.title), translated(fact.note)) for fact in shown])
        self._facts.setEnabled(True)
        self._rules.setVisible(bool(shown))
        self._downgrade.say(translated(found.plan.downgrade) if found.plan and found.plan.downgrade else "")
        self._show_verdict(verdict(found))

    def show_users(self, programs: Sequence[str], *, in_use: bool) -> None:
        """Say that the graphics card is in use now, so that it may take longer, and by which programs."""
        names = self.tr(", ").join(map(translated, programs)) or self.tr("Another program")
        self._busy.say(self.tr("{0} is using your graphics card; it may take longer.").format(names) if in_use else "")

    def _show_verdict(self, what: Verdict) -> None:
        self._verdict = what
        is_ready = what.kind == "ready"
        self._verdict_row.setVisible(is_ready)
        self._notice.setVisible(not is_ready)
        self._check_link.setVisible(is_ready)
        title, text = translated(what.title), translated(what.text)
        if is_ready:
            self._verdict_icon.show_icon("good", "good")
            self._verdict_text.set_color("good")
            self._verdict_text.say(title)
        else:
            self._notice.set_notice(_KINDS[what.kind], title, text)
        self._notice_button.setVisible(what.remedy is Remedy.GET_DRIVER)
        self._facts.setVisible(what.kind != "cannot")
        self._rules.setVisible(is_ready)
        self._license.setVisible(bool(self.brand.license) and what.kind != "cannot")
        self._meter.show_room(what.meter)
        announce(self, f"{title}. {text}" if text else title, is_urgent=not is_ready)
        self.changed.emit()

    # What can be pressed.

    @property
    def is_accepted(self) -> bool:
        return not self.brand.license or self._accept.isChecked()

    def header(self) -> Header:
        title = self.brand.title
        what = self.tr("Update to {0}") if self._is_update else self.tr("Install {0}")
        return Header(what.format(title) if title else self.tr("Install"), self.brand.publisher or "", is_hero=True)

    def footer(self) -> Footer:
        links = (*self.help_link, *([Action.LANGUAGE] if self._language else []))
        texts = ((Action.LANGUAGE, self._language),) if self._language else ()
        what = self._verdict
        options = (Action.OPEN_OPTIONS,) if self._has_options or what is None else ()
        go = Action.UPDATE if self._is_update else Action.INSTALL
        if what is None:
            wait = tuple((action, self.tr("Your PC is being checked")) for action in (*options, go))
            return Footer((*options, go, Action.CANCEL), None, links, wait, texts)
        if what.kind == "cannot":
            return self._cannot(what, links, texts)
        if what.kind == "caveat":
            go = Action.INSTALL_ANYWAY
        why = ((go, self.tr("Accept the license terms first")),) if not self.is_accepted else ()
        if what.kind == "caveat":
            links = (*links, Action.OPEN_CHECK)
            if not what.keeps_working:
                buttons = (*options, go, Action.CANCEL)
                return Footer(buttons, Action.CANCEL, links, why, texts, needs_rights=self._needs_rights)
        primary = None if why else go
        return Footer((*options, go, Action.CANCEL), primary, links, why, texts, needs_rights=self._needs_rights)

    def _cannot(self, what: Verdict, links: tuple[Action, ...], texts: tuple[tuple[Action, str], ...]) -> Footer:
        options = (Action.OPEN_OPTIONS,) if self._has_options else ()
        remedies: dict[Remedy, tuple[Action, ...]] = {
            Remedy.OTHER_FOLDER: (Action.OTHER_FOLDER, Action.CANCEL),
            Remedy.FREE_SPACE: (Action.OTHER_FOLDER, Action.CANCEL),
            Remedy.TRY_AGAIN: (Action.CHECK_AGAIN, *options, Action.CANCEL),
            Remedy.GET_DRIVER: (Action.CHECK_AGAIN, Action.CANCEL),
            Remedy.WAIT: (Action.CANCEL,),
            Remedy.DOWNLOAD_AGAIN: (Action.WEBSITE, Action.CLOSE) if self.brand.url else (Action.CLOSE,),
        }
        buttons = remedies.get(what.remedy, (Action.CHECK_AGAIN, *options, Action.CANCEL))
        if not self._has_options:
            buttons = tuple(Action.CHECK_AGAIN if each is Action.OTHER_FOLDER else each for each in buttons)
        primary = buttons[0] if len(buttons) > 1 or buttons[0] is Action.CLOSE else None
        return Footer(buttons, primary, (*links, Action.OPEN_CHECK), (), texts)

    @property
    def focus_wanted(self) -> QWidget | None:
        needs_tick = self._verdict is not None and self._verdict.kind != "cannot" and not self.is_accepted
        return self._accept if needs_tick else None
