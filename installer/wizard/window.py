"""The window: it asks, shows what is done, and closes without leaving anything half done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWizard

from builder.base.errors import Cancelled, EngineInstallerError
from builder.base.events import Result, Warned
from builder.base.names import one_line
from installer.actions.outcome import result_of
from installer.wizard.assessment import Assessment, Mode, brand_of
from installer.wizard.branding import apply_brand, outline_indicators
from installer.wizard.busy_watch import BusyWatch
from installer.wizard.choices import with_busy_choice, with_new_timings
from installer.wizard.navigation import FOLLOWING, Finish, Page, Phase, Preferred, Remedy, buttons, pages, remedy_for
from installer.wizard.page_set import PageSet
from installer.wizard.taskbar import Taskbar, TaskbarState, taskbar_of
from installer.wizard.widgets import asks
from installer.wizard.worker import Background, Worker

if TYPE_CHECKING:
    from installer.actions.log import RunLog
    from installer.target.request import Request

_MORE = QWizard.WizardButton.CustomButton1
_CANCEL, _FINISH = QWizard.WizardButton.CancelButton, QWizard.WizardButton.FinishButton


class InstallerWizard(QWizard):
    """The wizard.

    Attributes:
        result_of_run: how the run ended; until it has ended, that it was cancelled.
        timeout_minutes: how long a run may take; None for as long as it takes.
        busy_watch: watches the GPUs while the last question is shown.
        background: does what takes time.
        settled: an assessment has ended and is shown.
        ended: a run has ended and its result is shown.
    """

    settled = Signal()
    ended = Signal()

    def __init__(
        self,
        mode: Mode,
        request: Request,
        log: RunLog,
        *,
        passive: bool = False,
        timeout_minutes: float | None = None,
        save: Callable[[Request], None] = lambda request: None,
        worker: Worker | None = None,
    ) -> None:
        """Create the window.

        Args:
            mode: what it does.
            request: what is asked for so far.
            log: receives everything.
            passive: ask nothing: start at once, show the progress, and close in the end.
            timeout_minutes: how long a run may take; None for as long as it takes.
            save: called with the final request before it is carried out.
            worker: does what takes time; None for the usual one.
        """
        super().__init__()
        self._mode: Mode = mode
        self._request = request
        self._log = log
        self._passive = passive
        self._save = save
        self.timeout_minutes = timeout_minutes
        self._phase = Phase.ASSESSING
        # What can be chosen comes from the first assessment, whatever the choices make of the plan.
        self._offered: Assessment | None = None
        self._assessment: Assessment | None = None
        self._assessed_request = request
        self._destination: Page | None = None
        self._remedy = Remedy.CLOSE
        self.result_of_run = result_of(Cancelled())
        self._brand = brand_of(mode, request)
        self._set_up_frame()
        self._build_pages()
        self._taskbar = Taskbar(0)
        self.busy_watch = BusyWatch(self)
        self.background = Background(worker or Worker(mode, log))
        self._connect(self.background.worker)

    def _set_up_frame(self) -> None:
        # Windows' own default paints light backgrounds in dark mode.
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setTitleFormat(Qt.TextFormat.PlainText)
        self.setSubTitleFormat(Qt.TextFormat.PlainText)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setOption(QWizard.WizardOption.NoBackButtonOnLastPage)
        self.setOption(QWizard.WizardOption.NoCancelButtonOnLastPage)
        self.setOption(QWizard.WizardOption.HaveCustomButton1)
        apply_brand(self, self._brand)
        self._show_title(self._brand.title)
        self.setButtonText(
            QWizard.WizardButton.CommitButton,
            {"install": self.tr("&Install"), "repair": self.tr("&Repair"), "uninstall": self.tr("&Uninstall")}[
                self._mode
            ],
        )
        cancel = self.button(_CANCEL)
        if isinstance(cancel, QPushButton):
            cancel.setAutoDefault(False)  # Enter must not leave where nothing else can be pressed

    def _build_pages(self) -> None:
        self._pages = PageSet(self._mode, self._brand, self._log.path)
        self._pages.add_to(self)
        self.setStartId(Page.WORKING if self._passive else pages(self._mode, self._brand, None)[0])
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 95, metrics.height() * 34)

    def _connect(self, worker: Worker) -> None:
        self.currentIdChanged.connect(self._when_page_changed)
        self.button(_MORE).clicked.connect(self._apply_remedy)
        self._pages.working.progressed.connect(lambda share: self._taskbar.show(TaskbarState.NORMAL, share))
        self._pages.working.committed.connect(lambda: self._enter(Phase.COMMITTED))
        self.busy_watch.seen.connect(self._pages.ready.show_busy)
        worker.assessed.connect(self._when_assessed)
        worker.happened.connect(self._pages.working.show_events)
        worker.ended.connect(self._when_ended)

    def _show_title(self, title: str) -> None:
        self._title = title
        what = {"install": self.tr("Install"), "repair": self.tr("Repair"), "uninstall": self.tr("Uninstall")}
        self.setWindowTitle(one_line(f"{title} – {what[self._mode]}" if title else what[self._mode]))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            outline_indicators(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        outline_indicators(self)
        self._taskbar.close()
        self._taskbar = taskbar_of(int(self.winId()))

    # Phases and buttons.

    def _enter(self, phase: Phase) -> bool:
        """Change the phase; returns whether it may follow the current one."""
        if phase not in FOLLOWING[self._phase]:
            return False
        self._phase = phase
        self._update()
        return True

    def _update(self) -> None:
        """Adapt to the phase and the page."""
        if self.currentId() == -1:
            return  # between two pages
        is_refused = self._assessment is not None and self._assessment.refusal is not None
        watched = self._assessment.timed_gpus if self._assessment and not is_refused else ()
        self.busy_watch.watch(watched if self.currentId() == Page.READY else ())
        self._show_buttons(is_refused)

    def _show_buttons(self, is_refused: bool) -> None:
        shown = buttons(
            self._phase,
            Page(self.currentId()),
            is_complete=self.currentPage().isComplete(),
            is_refused=is_refused,
            remedy=self._remedy,
        )
        more = {
            Remedy.OTHER_FOLDER: self.tr("Choose another &folder"),
            Remedy.TIME_AGAIN: self.tr("&Build them again"),
        }
        self.setButtonText(_MORE, more.get(shown.more or Remedy.TRY_AGAIN, self.tr("&Try again")))
        self.button(_MORE).setVisible(shown.more is not None)
        finish = {
            Finish.FINISH: self.tr("&Finish"),
            Finish.CONTINUE: self.tr("&Continue with what was built"),
            Finish.CLOSE: self.tr("&Close"),
        }
        self.setButtonText(_FINISH, finish[shown.finish])
        self.button(_CANCEL).setEnabled(shown.can_cancel)
        if not shown.can_turn_pages:
            for which in (QWizard.WizardButton.BackButton, QWizard.WizardButton.NextButton):
                self.button(which).hide()
        if shown.preferred:
            preferred = self.button(_MORE if shown.preferred is Preferred.MORE else _FINISH)
            assert isinstance(preferred, QPushButton)
            preferred.setDefault(True)
            preferred.setFocus()

    def _apply_remedy(self) -> None:
        """Do what the additional button says: it always begins with another assessment."""
        remedy = self._remedy if self.currentId() == Page.END else Remedy.TRY_AGAIN
        if remedy is Remedy.TIME_AGAIN:
            self._request = with_new_timings(self._request)
        destinations = {Remedy.TIME_AGAIN: Page.READY, Remedy.OTHER_FOLDER: Page.CHOICES}
        self._destination = destinations.get(remedy, Page.COMPUTER)
        # The package may have changed, or may not have been there before.
        self._brand = brand_of(self._mode, self._request)
        self._pages.license.show_text(self._brand.license)
        apply_brand(self, self._brand)
        if not self._passive:
            self.setStartId(pages(self._mode, self._brand, None)[0])
        self.restart()
        if self._brand.license and self._pages.license.isComplete():
            self.next()
        self.begin()

    # Assessing.

    def begin(self) -> None:
        """Find out what could be done and show it on the first pages; without questions, start to do it."""
        if self._passive:
            self._start()
        else:
            self._offered = None
            self._assess(self._request)

    def _assess(self, request: Request) -> None:
        self._assessment, self._assessed_request = None, request
        self.result_of_run = result_of(Cancelled())
        self._pages.begin_assessment()
        self._enter(Phase.ASSESSING)
        self.background.assess(request)

    def _when_assessed(self, request: Request, found: Assessment | EngineInstallerError) -> None:
        if self._phase is not Phase.ASSESSING or request != self._assessed_request:
            return  # something else has been chosen since
        if isinstance(found, EngineInstallerError):
            self._log.write("error", found.message)
            self._pages.show_error(found)
            self.result_of_run = result_of(found)
        else:
            self._show_assessment(found)
        outline_indicators(self)
        self._enter(Phase.ASKING)
        self._advance()
        self.settled.emit()

    def _show_assessment(self, found: Assessment) -> None:
        is_first = self._offered is None
        self._assessment, self._offered = found, self._offered or found
        self._show_title(found.title)
        self._pages.show_assessment(found, is_first=is_first)
        if found.refusal:
            self.result_of_run = result_of(found.refusal)

    def _advance(self) -> None:
        """Go on towards the page that was asked for, as far as the pages are complete."""
        destination, self._destination = self._destination, None
        if destination is None:
            return
        while self.currentId() < destination and self.currentPage().isComplete():
            self.next()
        if destination is Page.CHOICES and self.currentId() == Page.CHOICES:
            self._pages.choices.ask_for_folder()

    # The order of pages.

    def nextId(self) -> int:
        """Give the page after the current one."""
        shown = pages(self._mode, self._brand, self._offered)
        return next((page for page in shown if page > self.currentId()), -1)

    def validateCurrentPage(self) -> bool:
        """Take over the choices before the page that sums them up."""
        if self.currentId() == Page.CHOICES and self._offered is not None:
            request = self._pages.choices.choices(self._offered).applied(self._request)
            has_failed = self._phase is not Phase.ASSESSING and self._assessment is None
            if request != self._assessed_request or has_failed:
                self._assess(request)
        return True

    def _when_page_changed(self, number: int) -> None:
        if number == Page.WORKING and not self._passive:
            self._start()
        self._update()

    # Working.

    def _start(self) -> None:
        request = self._assessment.request if self._assessment else self._request
        if self._pages.ready.asks_what_to_do:
            request = with_busy_choice(request, self._pages.ready.when_busy)
        request = replace(request, skip_wait=lambda: self._pages.working.skip_wait)
        self._pages.working.begin()
        try:
            self._save(request)
        except EngineInstallerError as error:
            self._log.write("warning", error.message)
            self._pages.working.show_events([Warned(error.message)])
        self._enter(Phase.WORKING)
        self.background.work(replace(request, log_path=self._log.path), self.timeout_minutes)

    def _when_ended(self, result: Result) -> None:
        was_stopped = self._phase is Phase.STOPPING
        self.result_of_run = result
        busy = self._pages.working.timed_while_busy
        can_move = self._offered is not None and self._offered.asks_for_folder
        self._remedy = remedy_for(result, can_move=can_move, timed_while_busy=bool(busy))
        self._pages.end.show_result(self._title, result, busy, self._pages.working.details)
        self._pages.working.end()
        self._enter(Phase.ENDED)
        self._taskbar.show(TaskbarState.NONE if result.code == 0 else TaskbarState.ERROR, 1.0)
        QApplication.alert(self)
        if was_stopped:
            super().reject()
        elif self._passive:
            self.accept()
        else:
            self.next()
        self.ended.emit()

    def reject(self) -> None:
        """React to Cancel, Escape, or a closed window: while something can be stopped, ask first."""
        if self._phase is not Phase.WORKING or self._confirms_stop():
            self.stop()

    def stop(self) -> None:
        """Stop the run, unless it is too late for that, and close when it has stopped; asks nothing."""
        if not self._phase.is_busy:
            super().reject()
        elif self._enter(Phase.STOPPING):
            self._pages.working.stopping()
            self.background.cancel()

    def _confirms_stop(self) -> bool:
        self._taskbar.show(TaskbarState.PAUSED, 0.5)
        return asks(self, self.tr("Stop?"), self.tr("Stop now? Nothing will be changed."))

    def end(self) -> None:
        """Leave no thread and no child process behind."""
        self.busy_watch.stop()
        self.background.end()
        self._taskbar.close()
