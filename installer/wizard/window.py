"""The window: which page follows which, and what closing it means at each moment."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QWizard, QWizardPage

import builder
from builder.errors import EngineInstallerError, ExitCode
from builder.protocol import Result
from installer.flow import Look, Mode, Page
from installer.wizard.pages import ChoicesPage, ComputerPage, EndPage, ReadyPage, WorkingPage
from installer.wizard.worker import Worker, WorkerThread

if TYPE_CHECKING:
    from installer.installation import Request
    from installer.log import RunLog

_IDS = {page: number for number, page in enumerate(Page)}


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

    def __init__(self, mode: Mode, request: Request, log: RunLog, *, passive: bool = False) -> None:
        """Make the window.

        Args:
            mode: what it is to do.
            request: what is asked for so far.
            log: gets everything.
            passive: ask nothing: begin at once, show the progress, and close in the end.
        """
        super().__init__()
        self._passive = passive
        self._mode: Mode = mode
        self._asked = request
        self._log = log
        self._found: Look | None = None
        self._looking = self._working = self._stopping = self._committed = False
        code = ExitCode.CANCELLED
        self.result_of_run = Result(code.number, code.label, "The run was cancelled. Nothing was changed.")
        # Windows' own default paints light backgrounds in dark mode.
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setOption(QWizard.WizardOption.NoBackButtonOnLastPage)
        self.setOption(QWizard.WizardOption.NoCancelButtonOnLastPage)
        self.setOption(QWizard.WizardOption.HaveCustomButton1)
        self.setWindowTitle(
            {"install": self.tr("Install"), "repair": self.tr("Repair"), "uninstall": self.tr("Uninstall")}[mode]
        )
        self._computer, self._choices = ComputerPage(), ChoicesPage()
        self._ready, self._progress, self._end = ReadyPage(), WorkingPage(), EndPage(log.path)
        pages: dict[Page, QWizardPage] = {
            Page.COMPUTER: self._computer,
            Page.CHOICES: self._choices,
            Page.READY: self._ready,
            Page.WORKING: self._progress,
            Page.END: self._end,
        }
        for page, widget in pages.items():
            self.setPage(_IDS[page], widget)
        first = Page.WORKING if passive else Page.READY if mode == "uninstall" else Page.COMPUTER
        self.setStartId(_IDS[first])
        self.setButtonText(
            QWizard.WizardButton.CommitButton,
            {"install": self.tr("&Install"), "repair": self.tr("&Repair"), "uninstall": self.tr("&Uninstall")}[mode],
        )
        self.setButtonText(QWizard.WizardButton.CustomButton1, self.tr("&Try again"))
        self.button(QWizard.WizardButton.CustomButton1).clicked.connect(self._try_again)
        self._progress.committed.connect(self._when_committed)
        self.currentIdChanged.connect(self._when_page_changed)
        self._worker = Worker(mode, log)
        self._thread = WorkerThread(self._worker)
        self._look_asked.connect(self._worker.look)
        self._work_asked.connect(self._worker.work)
        self._worker.looked.connect(self._when_looked)
        self._worker.happened.connect(self._progress.show_events)
        self._worker.ended.connect(self._when_ended)
        self._thread.start()
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 95, metrics.height() * 34)

    # Looking.

    def begin(self) -> None:
        """Look at what there is to do; what is found is shown on the first pages. Without questions, begin to do it."""
        if self._passive:
            self._start()
        else:
            self._look(self._asked)

    def _look(self, request: Request) -> None:
        self._found, self._looking = None, True
        self._computer.begin()
        self._ready.begin()
        self._show_try_again()
        self._look_asked.emit(request)

    def _when_looked(self, found: Look | EngineInstallerError) -> None:
        self._looking = False
        if isinstance(found, EngineInstallerError):
            self._log.write("error", found.message)
            self._computer.show_error(found.message, found.hint)
            self._ready.show_error(found.message, found.hint)
            self._keep_failure(found)
        else:
            self._found = found
            self.setWindowTitle(f"{found.title} – {self.windowTitle().rpartition(' – ')[2]}")
            self._computer.show_look(found)
            self._choices.show_look(found)
            self._ready.show_look(found)
            if found.refusal:
                self._keep_failure(found.refusal)
        self._show_try_again()
        self.settled.emit()

    def _keep_failure(self, error: EngineInstallerError) -> None:
        self.result_of_run = Result(error.exit_code.number, error.exit_code.label, error.message, error.hint)

    # The order of pages.

    def nextId(self) -> int:
        """The page after the current one, as the flow has it."""
        current = self.currentId()
        if self._found is None:
            # Not known yet; the page is not complete, so that nobody gets there.
            return current + 1 if current < _IDS[Page.END] else -1
        ids = [_IDS[page] for page in self._found.pages]
        following = [number for number in ids if number > current]
        return following[0] if following else -1

    def validateCurrentPage(self) -> bool:
        """Take over the choices before the page that sums them up."""
        if self.currentId() == _IDS[Page.CHOICES] and self._found is not None:
            request = self._choices.choices(self._found).applied(self._asked)
            if request != self._found.request:
                self._look(request)
        return True

    def _when_page_changed(self, number: int) -> None:
        if number == _IDS[Page.WORKING] and not self._passive:
            self._start()
        self._show_try_again()

    def _show_try_again(self) -> None:
        failed = self.currentId() == _IDS[Page.END] and self.result_of_run.code != 0
        early = self.currentId() in (_IDS[Page.COMPUTER], _IDS[Page.READY])
        refused = early and not self._looking and not self.currentPage().isComplete()
        self.button(QWizard.WizardButton.CustomButton1).setVisible(failed or refused)

    def _try_again(self) -> None:
        self.restart()
        self.begin()

    # Working.

    def _start(self) -> None:
        request = self._found.request if self._found else self._asked
        self._working, self._stopping, self._committed = True, False, False
        self._progress.begin()
        self._work_asked.emit(replace(request, log_path=self._log.path))

    def _when_committed(self) -> None:
        self._committed = True
        self.button(QWizard.WizardButton.CancelButton).setEnabled(False)

    def _when_ended(self, result: Result) -> None:
        self._working = False
        self.result_of_run = result
        self._end.show_result(result)
        self._progress.end()
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
            return
        if self._committed or self._stopping or not self._confirms_stop():
            return
        if self._working and not self._committed:
            self._stopping = True
            self.button(QWizard.WizardButton.CancelButton).setEnabled(False)
            self._progress.stopping()
            self._worker.cancel.cancel()

    def _confirms_stop(self) -> bool:
        answer = QMessageBox.question(
            self,
            self.tr("Stop?"),
            self.tr("Stop now? Nothing will have been changed."),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
            QMessageBox.StandardButton.No,
        )
        return answer == QMessageBox.StandardButton.Yes

    def end(self) -> None:
        """Leave no thread and no child process behind."""
        self._thread.end()


def run_wizard(mode: Mode, request: Request, log: RunLog, *, passive: bool = False) -> Result:
    """Show the wizard until it is closed; returns how the run ended. Arguments as of `InstallerWizard`."""
    application = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(application, QApplication)
    application.setApplicationName("engine-installer")
    application.setApplicationVersion(builder.__version__)
    wizard = InstallerWizard(mode, request, log, passive=passive)
    wizard.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    wizard.show()
    wizard.begin()
    try:
        application.exec()
    finally:
        wizard.end()
    return wizard.result_of_run
