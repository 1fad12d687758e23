"""The page with the progress of a run."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from builder.base.events import Busy, Committing, Event, Progress
from installer.wizard.action_texts import action_texts
from installer.wizard.announcing import announce
from installer.wizard.assessment import Brand, Deed
from installer.wizard.controls.buttons import Button, Link
from installer.wizard.controls.details import Details
from installer.wizard.controls.labels import Label
from installer.wizard.controls.lists import Row, RowList
from installer.wizard.controls.meters import Bar, Sparkline
from installer.wizard.controls.opening import fade_in, open_up
from installer.wizard.controls.surfaces import Notice
from installer.wizard.language import translated, words
from installer.wizard.look.theme import px
from installer.wizard.pages.page import Page
from installer.wizard.run_lines import line_of
from installer.wizard.run_state import APPLICATION_FILES, Engine, Patience, RowState, RunState
from installer.wizard.times import TimeLeft
from installer.wizard.views import Action, Footer, Header, View

_BLOCKED_SECONDS = 120.0
_ICONS = {
    "done": ("good", "good"),
    "kept": ("good", "good"),
    "working": ("work", "bar"),
    "next": ("todo", "edge"),
    "waiting": ("pause", "warn"),
    "failed": ("bad", "bad"),
}


class ProgressPage(Page):
    """What is being done and how far it is.

    Attributes:
        state: what has happened so far.
        skip_wait: the user no longer wants to wait for the graphics card.
        committed: from now on, the run cannot be cancelled.
        progressed: `share` or `is_waiting` may have changed.
        activity: something happened.
        blocked: the graphics card has been in use for two minutes; once for each wait.
    """

    view = View.PROGRESS
    committed = Signal()
    progressed = Signal()
    activity = Signal()
    blocked = Signal()

    def __init__(self, brand: Brand, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(brand)
        self._clock = clock
        self._deed: Deed = "install"
        self._is_passive = self._is_stopping = self._is_committed = False
        self._is_folded = self._shows_details = self.skip_wait = False
        self._measured: float | None = None
        self._waits_since: float | None = None
        self._last_line = ""
        self._shown: tuple[object, ...] = ()
        self._features: dict[str, str] = {}
        self.state = RunState.begin("install")
        self._time, self._patience = TimeLeft.begin(0.0, clock()), Patience()
        self._left, self._percent = Label(kind="strong"), Label(color="muted", wraps=False)
        self._bar = Bar()
        self._bar.setAccessibleName(self.tr("Progress"))
        self._notice, self._spark, self._load = self._make_notice()
        self._folded, self._folded_text, self._folded_link = self._make_folded()
        self._rows = RowList(height=34)
        self._log = Details()
        self._details, self._copy = self._make_details()
        self._promise = Label(kind="note", color="muted")
        self._below = QWidget()
        self._build()
        self._timer = QTimer(self, interval=500)
        self._timer.timeout.connect(self._show)

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, px(12), 0, 0)
        whole.setSpacing(px(8))
        row = QHBoxLayout()
        row.addWidget(self._left, 1)
        row.addWidget(self._percent)
        whole.addLayout(row)
        whole.addWidget(self._bar)
        whole.addWidget(self._below, 1)
        whole.addStretch(0)
        self._whole = whole
        layout = QVBoxLayout(self._below)
        layout.setContentsMargins(0, px(8), 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._notice)
        layout.addWidget(self._folded)
        self._notice_gap = QWidget()
        self._notice_gap.setFixedHeight(px(14))
        layout.addWidget(self._notice_gap)
        layout.addWidget(self._rows)
        layout.addWidget(self._details, 100)
        layout.addStretch(1)
        layout.addSpacing(px(8))
        layout.addWidget(self._promise)
        for widget in (self._notice, self._folded, self._notice_gap, self._details):
            widget.hide()

    def _make_notice(self) -> tuple[Notice, Sparkline, Label]:
        notice = Notice("warn", "", "", icon="pause")
        self._wait = Button(action_texts.of(Action.WAIT), "primary")
        self._go_on = Button(action_texts.of(Action.CONTINUE_ANYWAY))
        self._wait.clicked.connect(self._fold)
        self._go_on.clicked.connect(lambda: self.asked.emit(Action.CONTINUE_ANYWAY))
        notice.add_action(self._wait)
        notice.add_action(self._go_on)
        spark, load = Sparkline(clock=self._clock), Label(kind="note-strong", color="warn", wraps=False)
        beside = QVBoxLayout()
        beside.setSpacing(px(5))
        legend = QHBoxLayout()
        legend.addWidget(Label(self.tr("Graphics card"), "caption", "muted", wraps=False))
        legend.addStretch(1)
        legend.addWidget(load)
        beside.addWidget(spark)
        beside.addLayout(legend)
        beside.addStretch(1)
        notice.set_beside(beside)
        return notice, spark, load

    def _make_folded(self) -> tuple[QWidget, Label, Link]:
        line, text = QWidget(), Label(kind="note", color="muted")
        link = Link(action_texts.of(Action.CONTINUE_ANYWAY), kind="note")
        link.clicked.connect(lambda: self.asked.emit(Action.CONTINUE_ANYWAY))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(text, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(link)
        layout.addStretch(1)
        return line, text, link

    def _make_details(self) -> tuple[QWidget, Link]:
        box, copy = QWidget(), Link(self.tr("Copy"), "copy", "muted", None, "note")
        copy.clicked.connect(lambda: self.asked.emit(Action.COPY_REPORT))
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        row = QHBoxLayout()
        row.addWidget(Label(self.tr("Details"), "strong", wraps=False), 1)
        row.addWidget(copy)
        layout.addLayout(row)
        layout.addWidget(self._log, 1)
        return box, copy

    # The run.

    def begin(
        self,
        deed: Deed,
        engines: Sequence[Engine],
        *,
        expected: float,
        is_known: bool = False,
        has_files: bool = False,
        card: str = "",
        passive: bool = False,
    ) -> None:
        """Start with a new run.

        Args:
            deed: what it does.
            engines: those of the run.
            expected: how long it takes, in seconds, as was said before.
            is_known: that was measured on this computer.
            has_files: files of the application are copied.
            card: the name of the graphics card; empty when there is none.
            passive: there are no buttons, and no room for a list.
        """
        self._deed, self._is_passive = deed, passive
        self._is_stopping = self._is_committed = self.skip_wait = self._is_folded = False
        self._measured = None
        self.state = RunState.begin(deed, engines, has_files=has_files, card=card)
        self._features = {engine.model: engine.feature for engine in engines}
        self._time = TimeLeft.begin(expected, self._clock(), is_known=is_known)
        self._patience = Patience()
        self._log.clear()
        self._spark.clear_readings()
        self._bar.start_over()
        self._last_line = ""
        self._shown = ()
        self._timer.start()
        self._show()

    def end(self) -> None:
        """Show that the run has ended."""
        self._timer.stop()

    def continue_anyway(self) -> None:
        """Wait no longer for the graphics card."""
        self.skip_wait = True
        self._show()

    @property
    def share(self) -> float:
        """How far it is, 0 to 1."""
        return self._bar.share

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for the graphics card."""
        return self.state.is_waiting and self._patience.is_shown and not self.skip_wait

    def stop_question(self) -> tuple[str, str, str]:
        """Ask whether to stop: the question, what stopping means, and what the button says that goes on."""
        name = self.brand.app.name or self.tr("the application")
        if self._deed == "change":
            question, keep = self.tr("Stop changing {0}?"), action_texts.of(Action.KEEP_GOING)
            return question.format(name), self.tr("Nothing on this PC has been changed yet."), keep
        if self._deed == "uninstall":
            question, keep = self.tr("Stop removing {0}?"), self.tr("Keep removing")
            return question.format(name), self.tr("Nothing on this PC has been changed yet."), keep
        if self._deed == "repair":
            question, keep = self.tr("Stop repairing {0}?"), self.tr("Keep repairing")
            meaning = self.tr("{0} stays as it is. If you repair it later, the optimization starts over.")
            return question.format(name), meaning.format(name), keep
        if self._deed == "update":
            meaning = self.tr("Your present version stays. If you update later, the optimization starts over.")
            return self.tr("Stop updating {0}?").format(name), meaning, self.tr("Keep updating")
        meaning = self.tr(
            "Nothing on this PC has been changed yet. If you install later, the optimization starts over."
        )
        return self.tr("Stop installing {0}?").format(name), meaning, self.tr("Keep installing")

    def stopping(self) -> None:
        """Show that the run is being stopped."""
        self._is_stopping = True
        self._left.say(self.tr("Stopping…"))
        self._notice.hide()
        announce(self, self._left.text())
        self.changed.emit()

    _is_stopping = False
    _is_committed = False

    @property
    def details(self) -> str:
        """The lines of the details, in English."""
        return self._log.toPlainText()

    def show_events(self, events: Sequence[Event]) -> None:
        """Show what happened, one after the other."""
        for event in events:
            self.state = self.state.after(event)
            self._note(event)
        self._show()
        self.activity.emit()

    def _note(self, event: Event) -> None:
        match event:
            case Progress(fraction, _, left):
                self._measured = left
                # All is done when the run has ended, and not before.
                self._bar.glide_to(min(fraction, 0.99))
                self.progressed.emit()
            case Busy() if event.percent is not None:
                self._spark.add(event.percent / 100)
                self._load.say(self.tr("{0} in use").format(words.percent(event.percent / 100)))
            case Committing():
                self._is_committed = True
                self.committed.emit()
            case _:
                pass
        line = line_of(event, self._features, [each.model for each in self.state.engines if each.download])
        # A card in use is reported again and again.
        if line and line != self._last_line:
            self._log.append_line(datetime.now().strftime("%H:%M:%S"), line)
            self._last_line = line

    def _show(self) -> None:
        """Show the run as it is now."""
        now = self._clock()
        self._patience = self._patience.at(now, is_disturbed=self.state.is_disturbed and not self.skip_wait)
        self._time = self._time.at(now, measured=self._measured, is_waiting=self.state.is_waiting)
        waits = self.is_waiting
        rows = self.state.compact_rows(is_waiting=True) if waits else self.state.rows_as(is_waiting=False)
        self._rows.set_rows([self._row(row) for row in rows])
        self._show_waiting(waits)
        self._show_parts()
        self._show_time()
        shown = (self.header(), self.footer(), waits, self._is_folded)
        if shown != self._shown:  # twenty times a second, nothing around the page has changed
            self._shown = shown
            self.changed.emit()

    def _show_waiting(self, waits: bool) -> None:
        names = self.state.waiting
        programs = self.tr(", ").join(map(translated, names)) or self.tr("Another program")
        title = self.tr("{0} is using your graphics card").format(programs)
        text = self.tr(
            "The AI features run fastest if nothing else uses the card while they are optimized. Close {0}, or wait: "
            "it goes on by itself."
        )
        was_shown = not self._notice.isHidden() or not self._folded.isHidden()
        self._notice.set_text(title, text.format(programs if names else self.tr("other programs")))
        self._folded_text.say(self.tr("Waiting for {0}").format(programs))
        open_up(self._notice, waits and not self._is_folded)
        self._folded.setVisible(waits and self._is_folded)
        self._notice_gap.setVisible(waits)
        self._bar.set_paused(waits)
        if waits and not was_shown:
            announce(self, title, is_urgent=True)
        if not waits:
            self._is_folded = False
            self._waits_since = None
        elif self._waits_since is None:
            self._waits_since = self._clock()
        elif self._clock() - self._waits_since >= _BLOCKED_SECONDS:
            self._waits_since = math.inf
            self.blocked.emit()

    def _row(self, row: RowState) -> Row:
        icon, color = _ICONS[row.state]
        is_copying = row.state == "working" and row.name == APPLICATION_FILES
        working = self.tr("Copying…") if is_copying else self.tr("Optimizing…")
        spoken = ""
        if row.state == "working" and row.is_tried:
            working = self.tr("Checking…")
        elif row.state == "working" and row.download:
            working = self.tr("Downloading… {0} of {1}").format(*map(words.size, row.download))
            without_numbers = self.tr("Downloading…")  # which change twice a second
            spoken = f"{translated(row.name)}, {without_numbers}"
        states = {
            "done": self.tr("Done"),
            "kept": self.tr("Ready"),
            "working": working,
            "next": self.tr("Next"),
            "waiting": self.tr("Waiting"),
            "failed": self.tr("Could not be set up"),
        }
        loud = {"working": "text", "waiting": "text", "failed": "bad"}
        return Row(icon, color, translated(row.name), states[row.state], loud.get(row.state, "muted"), spoken=spoken)

    # What is folded and shown.

    def _fold(self) -> None:
        self._is_folded = True
        self._show()

    def show_details(self, *, shown: bool) -> None:
        """Show the details instead of the features, or the features."""
        was_shown, self._shows_details = self._shows_details, shown
        self._show_parts()
        if shown and not was_shown:
            fade_in(self._details)
        self.changed.emit()

    def _show_parts(self) -> None:
        self._below.setVisible(not self._is_passive)
        self._whole.setStretch(self._whole.count() - 1, int(self._is_passive))  # what is below takes the room otherwise
        self._details.setVisible(self._shows_details)
        self._rows.setVisible(not self._shows_details and bool(self.state.rows))
        can_minimize = not self._shows_details and not self.is_waiting
        promise = self.tr("You can minimize this window. We will tell you when it is ready.")
        self._promise.say(promise if can_minimize and self._deed != "uninstall" else "")

    # Time.

    def _show_time(self) -> None:
        self._percent.say(words.percent(self._bar.share))
        if self._is_stopping:
            return
        text = translated(self.state.sentence if self._is_committed else self._time.text)
        if text != self._left.text():
            self._left.say(text)
            self._bar.setAccessibleDescription(text)

    # What can be pressed.

    def header(self) -> Header:
        name = self.brand.app.name or self.brand.title
        titles: dict[Deed, tuple[str, str]] = {
            "install": (self.tr("Installing {0}"), self.tr("Installing")),
            "update": (self.tr("Updating {0}"), self.tr("Updating")),
            "change": (self.tr("Changing {0}"), self.tr("Changing")),
            "repair": (self.tr("Repairing {0}"), self.tr("Repairing")),
            "uninstall": (self.tr("Removing {0}"), self.tr("Removing")),
        }
        named, bare = titles[self._deed]
        return Header(named.format(name) if name else bare, self._sentence())

    def _sentence(self) -> str:
        if self.is_waiting:
            return self.tr("Waiting for your graphics card")
        if self._is_committed:
            return self.tr("Finishing")
        if self._deed == "update" and self.state.stage == "optimizing":
            return self.tr("Your present version keeps working until the new one is ready.")
        return translated(self.state.sentence)

    def footer(self) -> Footer:
        details = Action.HIDE_DETAILS if self._shows_details else Action.SHOW_DETAILS
        why = ""
        if self._is_committed:
            why = self.tr("It is being finished and cannot be stopped any longer")
        elif self._is_stopping:
            why = self.tr("It is being stopped")
        return Footer((Action.CANCEL,), None, (details,), ((Action.CANCEL, why),) if why else ())
