"""The window: which page follows which, and what closing it means at each moment."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWizard, QWizardPage

import builder
from builder.base.cancellation import CancelToken
from builder.base.errors import Cancelled, EngineInstallerError
from builder.base.events import Result, Warned
from builder.base.terminal import printable
from installer.actions.install import result_of
from installer.wizard.branding import apply_brand, outline_indicators
from installer.wizard.busy_watch import BusyWatch
from installer.wizard.language import install_language
from installer.wizard.navigation import Look, Mode, Page, Remedy, brand_of, pages, remedy, with_busy_choice
from installer.wizard.pages.choices import ChoicesPage
from installer.wizard.pages.computer import ComputerPage
from installer.wizard.pages.end import EndPage
from installer.wizard.pages.license import LicensePage
from installer.wizard.pages.ready import ReadyPage
from installer.wizard.pages.working import WorkingPage
from installer.wizard.taskbar import Taskbar, TaskbarState, taskbar_of
from installer.wizard.worker import Worker, WorkerThread

if TYPE_CHECKING:
    from installer.actions.log import RunLog
    from installer.target.installation import Request

_IDS = {page: number for number, page in enumerate(Page)}
_MORE = QWizard.WizardButton.CustomButton1
_LISTEN_MS = 200


class InstallerWizard(QWizard):
    """The wizard.

    Attributes:
        result_of_run: how the run ended; that it was cancelled, until one has.
        settled: it was looked, and what was found is shown.
        ended: the run has ended, and how is shown.
    """

    settled = Signal()
    ended = Signal()
    _look_asked = Signal(object)
    _work_asked = Signal(object)

    def __init__(
        self,
        mode: Mode,
        request: Request,
        log: RunLog,
        *,
        passive: bool = False,
        timeout_minutes: float | None = None,
        save: Callable[[Request], None] = lambda request: None,
    ) -> None:
        """Make the window.

        Args:
            mode: what it is to do.
            request: what is asked for so far.
            log: gets everything.
            passive: ask nothing: begin at once, show the progress, and close in the end.
            timeout_minutes: how long a run may take; None for as long as it takes.
            save: called with what is finally asked for.
        """
        super().__init__()
        self._mode: Mode = mode
        self._asked = request
        self._log = log
        self._passive = passive
        self._save = save
        self._brand = brand_of(mode, request)
        # What can be chosen comes from the first look, whatever the plan becomes by what is chosen.
        self._offered: Look | None = None
        self._found: Look | None = None
        self._looked_for = request
        self._looking = self._working = self._stopping = self._committed = False
        self._goes_to: Page | None = None
        self._remedy = Remedy.CLOSE
        self.result_of_run = result_of(Cancelled())
        # Windows' own default paints light backgrounds in dark mode.
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setOption(QWizard.WizardOption.NoBackButtonOnLastPage)
        self.setOption(QWizard.WizardOption.NoCancelButtonOnLastPage)
        self.setOption(QWizard.WizardOption.HaveCustomButton1)
        apply_brand(self, self._brand)
        self._show_title(self._brand.title)
        self._computer, self._choices, self._ready = ComputerPage(mode, self._brand), ChoicesPage(), ReadyPage(mode)
        self._progress, self._end = WorkingPage(mode, self._brand), EndPage(mode, self._brand, log.path)
        self._license = LicensePage(self._brand.license)
        widgets: dict[Page, QWizardPage] = {
            Page.LICENSE: self._license,
            Page.COMPUTER: self._computer,
            Page.CHOICES: self._choices,
            Page.READY: self._ready,
            Page.WORKING: self._progress,
            Page.END: self._end,
        }
        for page, widget in widgets.items():
            self.setPage(_IDS[page], widget)
        self.setStartId(_IDS[Page.WORKING if passive else pages(mode, self._brand, None)[0]])
        self.setButtonText(
            QWizard.WizardButton.CommitButton,
            {"install": self.tr("&Install"), "repair": self.tr("&Repair"), "uninstall": self.tr("&Uninstall")}[mode],
        )
        self.button(_MORE).clicked.connect(self._do_more)
        cancel = self.button(QWizard.WizardButton.CancelButton)
        if isinstance(cancel, QPushButton):
            cancel.setAutoDefault(False)  # Enter must not leave where nothing else can be pressed
        self.currentIdChanged.connect(self._when_page_changed)
        self._taskbar = Taskbar(0)
        self._progress.progressed.connect(lambda share: self._taskbar.show(TaskbarState.NORMAL, share))
        self._progress.committed.connect(self._when_committed)
        self._busy_watch = BusyWatch(self)
        self._busy_watch.seen.connect(self._ready.show_busy)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        # Qt counts milliseconds in 32 bits: more than three weeks are as good as no limit.
        self._clock.setInterval(min(max(1, round((timeout_minutes or 0) * 60_000)), 2**31 - 1))
        self._is_timed = timeout_minutes is not None
        self._worker = Worker(mode, log)
        self._clock.timeout.connect(lambda: self._worker.cancel.time_out())
        self._thread = WorkerThread(self._worker)
        self._look_asked.connect(self._worker.look)
        self._work_asked.connect(self._worker.work)
        self._worker.looked.connect(self._when_looked)
        self._worker.happened.connect(self._progress.show_events)
        self._worker.ended.connect(self._when_ended)
        self._thread.start()
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 95, metrics.height() * 34)

    def _show_title(self, title: str) -> None:
        self._title = title
        what = {"install": self.tr("Install"), "repair": self.tr("Repair"), "uninstall": self.tr("Uninstall")}
        self.setWindowTitle(printable(f"{title} – {what[self._mode]}" if title else what[self._mode]))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            outline_indicators(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        outline_indicators(self)
        self._taskbar.close()
        self._taskbar = taskbar_of(int(self.winId()))

    # Looking.

    def begin(self) -> None:
        """Look at what there is to do; what is found is shown on the first pages. Without questions, begin to do it."""
        if self._passive:
            self._start()
        else:
            self._offered = None
            self._look(self._asked)

    def _look(self, request: Request) -> None:
        self._found, self._looked_for, self._looking = None, request, True
        self.result_of_run = result_of(Cancelled())
        self._computer.begin()
        self._ready.begin()
        self.button(QWizard.WizardButton.CancelButton).setEnabled(True)
        self._show_buttons()
        self._worker.cancel = CancelToken()
        self._look_asked.emit(request)

    def _when_looked(self, request: Request, found: Look | EngineInstallerError) -> None:
        if request != self._looked_for:
            return  # something else was chosen meanwhile
        self._looking = False
        if isinstance(found, EngineInstallerError):
            self._log.write("error", found.message)
            self._computer.show_error(found.message, found.hint)
            self._ready.show_error(found.message, found.hint)
            self._keep_failure(found)
        else:
            self._found = found
            if self._offered is None:
                self._offered = found
                self._choices.show_look(found)
            self._show_title(found.title)
            self._computer.show_look(found)
            self._ready.show_look(found)
            if found.refusal:
                self._keep_failure(found.refusal)
        outline_indicators(self)
        self._go_on()
        self._watch_gpus()
        self._show_buttons()
        self.settled.emit()

    def _keep_failure(self, error: EngineInstallerError) -> None:
        self.result_of_run = result_of(error)

    def _go_on(self) -> None:
        """Go to the page that was asked for, as far as nothing stands in the way."""
        while self._goes_to and self.currentId() < _IDS[self._goes_to] and self.currentPage().isComplete():
            self.next()
        if self._goes_to is Page.CHOICES and self.currentId() == _IDS[Page.CHOICES]:
            self._choices.ask_for_folder()
        self._goes_to = None

    # The order of pages.

    def nextId(self) -> int:
        """The page after the current one, as the flow has it."""
        ids = [_IDS[page] for page in pages(self._mode, self._brand, self._offered)]
        following = [number for number in ids if number > self.currentId()]
        return following[0] if following else -1

    def validateCurrentPage(self) -> bool:
        """Take over the choices before the page that sums them up."""
        if self.currentId() == _IDS[Page.CHOICES] and self._offered is not None:
            request = self._choices.choices(self._offered).applied(self._asked)
            if request != self._looked_for or not (self._looking or self._found):
                self._look(request)
        return True

    def _when_page_changed(self, number: int) -> None:
        if number == _IDS[Page.WORKING] and not self._passive:
            self._start()
        self._watch_gpus()
        self._show_buttons()

    def _watch_gpus(self) -> None:
        shown = self.currentId() == _IDS[Page.READY] and self._found is not None and self._found.refusal is None
        self._busy_watch.watch(self._found.timed_gpus if shown and self._found else ())

    def _show_buttons(self) -> None:
        at_end = self.currentId() == _IDS[Page.END]
        early = self.currentId() in (_IDS[Page.COMPUTER], _IDS[Page.READY])
        refusal = self._found.refusal if self._found else None
        refused = early and not self._looking and bool(refusal or not self.currentPage().isComplete())
        words = {
            Remedy.OTHER_FOLDER: self.tr("Choose another &folder"),
            Remedy.TIME_AGAIN: self.tr("&Build them again"),
        }
        self.setButtonText(_MORE, words.get(self._remedy if at_end else Remedy.TRY_AGAIN, self.tr("&Try again")))
        self.button(_MORE).setVisible(refused or (at_end and self._remedy is not Remedy.CLOSE))
        done = {Remedy.CLOSE: self.tr("&Finish"), Remedy.TIME_AGAIN: self.tr("&Finish")}
        done[Remedy.CONTINUE] = self.tr("&Continue with what was built")
        self.setButtonText(QWizard.WizardButton.FinishButton, done.get(self._remedy, self.tr("&Close")))
        if self.currentId() == _IDS[Page.WORKING]:
            for which in (QWizard.WizardButton.BackButton, QWizard.WizardButton.NextButton):
                self.button(which).hide()
        if at_end:
            helps = self._remedy in (Remedy.OTHER_FOLDER, Remedy.TRY_AGAIN)
            self._prefer(_MORE if helps else QWizard.WizardButton.FinishButton)
        elif refused and not self.currentPage().isComplete():
            self._prefer(_MORE)

    def _prefer(self, which: QWizard.WizardButton) -> None:
        button = self.button(which)
        assert isinstance(button, QPushButton)
        button.setDefault(True)
        button.setFocus()

    def _do_more(self) -> None:
        at_end = self.currentId() == _IDS[Page.END]
        if at_end and self._remedy is Remedy.TIME_AGAIN:
            self._asked = replace(self._asked, options=replace(self._asked.options, retime=True))
            self._goes_to = Page.READY
        elif at_end and self._remedy is Remedy.OTHER_FOLDER:
            self._goes_to = Page.CHOICES
        else:
            self._goes_to = Page.COMPUTER
        # The package may be another one now, or may not have been there before.
        self._brand = brand_of(self._mode, self._asked)
        self._license.show_text(self._brand.license)
        apply_brand(self, self._brand)
        if not self._passive:
            self.setStartId(_IDS[pages(self._mode, self._brand, None)[0]])
        self.restart()
        if self._brand.license and self._license.isComplete():
            self.next()
        self.begin()

    # Working.

    def _start(self) -> None:
        request = self._found.request if self._found else self._asked
        if self._ready.asks_what_to_do:
            request = with_busy_choice(request, self._ready.when_busy)
        request = replace(request, busy=replace(request.busy, is_hurried=lambda: self._progress.is_hurried))
        self.button(QWizard.WizardButton.CancelButton).setEnabled(True)
        self._progress.begin()
        try:
            self._save(request)
        except EngineInstallerError as error:
            self._log.write("warning", error.message)
            self._progress.show_events([Warned(error.message)])
        self._working, self._stopping, self._committed = True, False, False
        self._worker.cancel = CancelToken()
        if self._is_timed:
            self._clock.start()
        self._work_asked.emit(replace(request, log_path=self._log.path))

    def _when_committed(self) -> None:
        self._committed = True
        self.button(QWizard.WizardButton.CancelButton).setEnabled(False)

    def _when_ended(self, result: Result) -> None:
        self._working = False
        self._clock.stop()
        self.result_of_run = result
        busy = self._progress.timed_while_busy
        can_move = self._offered is not None and self._offered.asks_for_folder
        self._remedy = remedy(result, can_move=can_move, timed_while_busy=bool(busy))
        self._end.show_result(self._title, result, busy, self._progress.details)
        self._progress.end()
        self._taskbar.show(TaskbarState.NONE if result.code == 0 else TaskbarState.ERROR, 1.0)
        QApplication.alert(self)
        if self._stopping:
            super().reject()
        elif self._passive:
            self.accept()
        else:
            self.next()
        self.ended.emit()

    def reject(self) -> None:
        """Cancel, Escape, or a closed window: while something is done, ask first, and wait until it has stopped."""
        if not self._working:
            super().reject()
        elif not self._committed and not self._stopping and self._confirms_stop():
            self.stop()

    def stop(self) -> None:
        """Stop what is being done, unless it is too late for that, and close; asks nothing."""
        if not self._working:
            super().reject()
        elif not self._committed and not self._stopping:
            self._stopping = True
            self.button(QWizard.WizardButton.CancelButton).setEnabled(False)
            self._progress.stopping()
            self._worker.cancel.cancel()

    def _confirms_stop(self) -> bool:
        self._taskbar.show(TaskbarState.PAUSED, 0.5)
        answer = QMessageBox.question(
            self,
            self.tr("Stop?"),
            self.tr("Stop now? Nothing will be changed."),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
            QMessageBox.StandardButton.No,
        )
        return answer == QMessageBox.StandardButton.Yes

    def end(self) -> None:
        """Leave no thread and no child process behind."""
        self._busy_watch.stop()
        self._thread.end()
        self._taskbar.close()


def run_wizard(
    mode: Mode,
    request: Request,
    log: RunLog,
    cancel: CancelToken,
    *,
    language: str | None = None,
    passive: bool = False,
    timeout_minutes: float | None = None,
    save: Callable[[Request], None] = lambda request: None,
) -> Result:
    """Show the wizard until it is closed; returns how the run ended.

    Args:
        mode, request, log, passive, timeout_minutes, save: as of `InstallerWizard`.
        cancel: closes it without a question, as a signal to the process does.
        language: such as `de`; None for the system's.
    """
    application = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(application, QApplication)
    application.setApplicationName("engine-installer")
    application.setApplicationVersion(builder.__version__)
    install_language(application, language)
    wizard = InstallerWizard(mode, request, log, passive=passive, timeout_minutes=timeout_minutes, save=save)
    wizard.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    # Who logs off is not kept from it by a question.
    application.commitDataRequest.connect(lambda _manager: wizard.stop())
    # It also lets Python see the signals that have come meanwhile.
    listening = QTimer(wizard, interval=_LISTEN_MS)
    listening.timeout.connect(lambda: wizard.stop() if cancel.is_set else None)
    listening.start()
    try:
        wizard.show()
        wizard.begin()
        application.exec()
    finally:
        wizard.end()
    return wizard.result_of_run
