"""The pages, each of which shows what `installer/flow.py` decided."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QStyle,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from builder.preflight import Check
from builder.protocol import (
    Busy,
    Committing,
    Event,
    Logged,
    ModelFinished,
    ModelStarted,
    Phase,
    PlanMade,
    Progress,
    Result,
    Warned,
)
from builder.terminal import printable
from installer.console import seconds_text, size_text, time_left_text
from installer.flow import Choices, Look, gpu_options, summary

_SILENT_SECONDS = 20.0
_DETAIL_LINES = 5000

_STATE_ICONS = {
    "pass": QStyle.StandardPixmap.SP_DialogApplyButton,
    "warn": QStyle.StandardPixmap.SP_MessageBoxWarning,
    "fail": QStyle.StandardPixmap.SP_MessageBoxCritical,
}


def text_label(text: str = "", *, name: str = "") -> QLabel:
    """A label for text that may be long and come from files: never taken for markup, always readable as a whole."""
    label = QLabel(printable(text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    if name:
        label.setAccessibleName(name)
    return label


def announce(widget: QWidget, text: str) -> None:
    """Tell a screen reader."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class ComputerPage(QWizardPage):
    """What was found on this computer, and whether it will do."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle(self.tr("This computer"))
        self.setSubTitle(self.tr("What is needed, and whether it is there."))
        self._reason = text_label()
        self._status = text_label(self.tr("Looking at this computer…"))
        self._rows = QGridLayout()
        self._rows.setColumnStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self._reason)
        layout.addWidget(self._status)
        layout.addLayout(self._rows)
        layout.addStretch(1)
        self._reason.hide()
        self._ready = False

    def show_look(self, found: Look) -> None:
        """Show the checks."""
        self._clear()
        self._reason.setText("\n".join(found.reasons))
        self._reason.setVisible(bool(found.reasons))
        self._status.setText(
            self.tr("This has to be mended first:") if found.refusal else self.tr("Everything that is needed is there.")
        )
        for check in found.checks:
            self._add(check)
        self._ready = found.refusal is None or found.has_choices
        self.completeChanged.emit()
        announce(self, self._status.text())

    def show_error(self, message: str, hint: str) -> None:
        """Show why nothing could be found out."""
        self._clear()
        self._status.setText("\n\n".join(filter(None, [message, hint])))
        self._ready = False
        self.completeChanged.emit()
        announce(self, message)

    def begin(self) -> None:
        """Show that it is being looked."""
        self._clear()
        self._status.setText(self.tr("Looking at this computer…"))
        self._ready = False
        self.completeChanged.emit()

    def _clear(self) -> None:
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()

    def _add(self, check: Check) -> None:
        row = self._rows.rowCount()
        words = {"pass": self.tr("OK"), "warn": self.tr("Warning"), "fail": self.tr("Failed")}
        icon = QLabel()
        size = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        icon.setPixmap(self.style().standardIcon(_STATE_ICONS[check.state]).pixmap(size, size))
        icon.setAccessibleName(words[check.state])
        state = QLabel(words[check.state])
        shown = f"{check.title}: {check.message}"
        if check.state != "pass" and check.hint:
            shown += f"\n{check.hint}"
        self._rows.addWidget(icon, row, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(state, row, 1, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(text_label(shown), row, 2)

    def isComplete(self) -> bool:
        return self._ready


class ChoicesPage(QWizardPage):
    """What can be chosen; nothing that cannot."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle(self.tr("Choices"))
        self.setSubTitle(self.tr("What is chosen already is right for most people."))
        form = QFormLayout(self)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._gpu = QComboBox()
        self._gpu.setAccessibleName(self.tr("Graphics card"))
        self._folder = QLineEdit()
        self._folder.setAccessibleName(self.tr("Folder"))
        browse = QPushButton(self.tr("B&rowse…"))
        browse.clicked.connect(self._browse)
        self._folder_row = QWidget()
        row = QHBoxLayout(self._folder_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._folder)
        row.addWidget(browse)
        self._fast = QCheckBox(self.tr("&Fast build: takes less time, and engines may be somewhat slower"))
        self._portable = QCheckBox(self.tr("&Build engines all the same, for computers with another graphics card"))
        form.addRow(self.tr("&Graphics card:"), self._gpu)
        form.addRow(self.tr("F&older:"), self._folder_row)
        form.addRow(self._fast)
        form.addRow(self._portable)
        label = form.labelForField(self._folder_row)
        if isinstance(label, QLabel):
            label.setBuddy(self._folder)
        self._form = form
        self._folder.textChanged.connect(self.completeChanged)

    def show_look(self, found: Look) -> None:
        """Offer what there is to choose."""
        self._form.setRowVisible(self._gpu, found.asks_for_gpu)
        self._form.setRowVisible(self._folder_row, found.asks_for_folder)
        self._form.setRowVisible(self._fast, found.offers_fast_build)
        self._form.setRowVisible(self._portable, found.offers_portable)
        if self._gpu.count() == 0:
            for value, text in gpu_options(found):
                self._gpu.addItem(text, value)
        if not self._folder.text():
            self._folder.setText(str(found.target))

    def choices(self, found: Look) -> Choices:
        """What was chosen."""
        return Choices(
            gpu=self._gpu.currentData() if found.asks_for_gpu else None,
            folder=Path(self._folder.text()) if found.asks_for_folder else None,
            fast_build=found.offers_fast_build and self._fast.isChecked(),
            portable=found.offers_portable and self._portable.isChecked(),
        )

    def isComplete(self) -> bool:
        return bool(self._folder.text().strip())

    def _browse(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self, self.tr("Folder"), self._folder.text()):
            self._folder.setText(folder)


class ReadyPage(QWizardPage):
    """The last page on which everything can be left: what is going to be done."""

    def __init__(self) -> None:
        super().__init__()
        self.setCommitPage(True)
        self.setTitle(self.tr("Ready"))
        self.setSubTitle(self.tr("Nothing has been changed so far."))
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._status = text_label()
        layout = QVBoxLayout(self)
        layout.addWidget(self._status)
        layout.addLayout(self._form)
        layout.addStretch(1)
        self._ready = False

    def show_look(self, found: Look) -> None:
        """Show the summary, or why it cannot be done like this."""
        self._clear()
        self._ready = found.refusal is None
        if found.refusal:
            self._status.setText("\n\n".join(filter(None, [found.refusal.message, found.refusal.hint])))
        else:
            self._status.setText(self.tr("This is going to be done:"))
            for line in summary(found):
                self._form.addRow(f"{line.what}:", text_label(line.text, name=line.what))
        self.completeChanged.emit()

    def show_error(self, message: str, hint: str) -> None:
        """Show why it cannot be done."""
        self._clear()
        self._ready = False
        self._status.setText("\n\n".join(filter(None, [message, hint])))
        self.completeChanged.emit()

    def begin(self) -> None:
        """Show that it is being found out what is to be done."""
        self._clear()
        self._ready = False
        self._status.setText(self.tr("Finding out what is to be done…"))
        self.completeChanged.emit()

    def _clear(self) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)

    def isComplete(self) -> bool:
        return self._ready


class WorkingPage(QWizardPage):
    """What is being done, how far it is, and that it lives.

    Attributes:
        committed: cancelling has become impossible.
        lively: something happened.
    """

    committed = Signal()
    lively = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTitle(self.tr("Working"))
        self.setSubTitle(self.tr("What was installed before stays in place until everything is ready."))
        self._line = text_label(self.tr("Starting…"))
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._time = QLabel()
        self._models = QTreeWidget()
        self._models.setHeaderLabels([self.tr("Model"), self.tr("State")])
        self._models.setRootIsDecorated(False)
        self._models.setAccessibleName(self.tr("Models"))
        self._show_details = QPushButton(self.tr("Show &details"))
        self._show_details.setCheckable(True)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setMaximumBlockCount(_DETAIL_LINES)
        self._details.setAccessibleName(self.tr("Details"))
        self._details.hide()
        self._show_details.toggled.connect(self._details.setVisible)
        layout = QVBoxLayout(self)
        for widget in (self._line, self._bar, self._time, self._models, self._show_details, self._details):
            layout.addWidget(widget)
        layout.setStretchFactor(self._models, 1)
        layout.setStretchFactor(self._details, 2)
        self._items: dict[tuple[str, str | None], QTreeWidgetItem] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._started = self._heard_at = time.monotonic()
        self._left = ""
        self._done = False

    def begin(self) -> None:
        """A new run begins."""
        self._models.clear()
        self._items.clear()
        self._details.clear()
        self._bar.setValue(0)
        self._line.setText(self.tr("Starting…"))
        self._left, self._done = "", False
        self._started = self._heard_at = time.monotonic()
        self._timer.start()
        self._tick()
        self.completeChanged.emit()

    def end(self) -> None:
        """It has ended."""
        self._timer.stop()
        self._done = True
        self.completeChanged.emit()

    def stopping(self) -> None:
        """It was asked to stop."""
        self._line.setText(self.tr("Stopping…"))
        announce(self, self._line.text())

    def isComplete(self) -> bool:
        return self._done

    def show_events(self, events: list[Event]) -> None:
        """Show what happened; of many reports of progress only the last one."""
        self._heard_at = time.monotonic()
        last: Progress | None = None
        for event in events:
            if isinstance(event, Progress):
                last = event
            else:
                self._show(event)
        if last is not None:
            self._bar.setValue(max(self._bar.value(), round(last.fraction * 1000)))
            self._left = time_left_text(last.seconds_left)
            self._tick()
        self.lively.emit()

    def _show(self, event: Event) -> None:
        match event:
            case PlanMade(plan):
                for planned in plan["models"]:
                    if planned["action"] == "build":
                        self._item(planned["model"], None).setText(1, self.tr("Waiting"))
            case ModelStarted(model, number, total, _, gpu):
                self._item(model, gpu).setText(1, self.tr("Building"))
                self._line.setText(self.tr("Model {0} of {1}: {2}").format(number, total, model))
                announce(self, self._line.text())
            case Phase(model, title, gpu):
                self._item(model, gpu).setText(1, title)
            case Busy(model, gpu=gpu):
                self._item(model, gpu).setText(1, printable(event.text))
            case ModelFinished(model, outcome, seconds, _, size, message, gpu, _):
                words = {
                    "built": self.tr("Built in {0}, {1}").format(seconds_text(seconds), size_text(size or 0)),
                    "kept": self.tr("Kept"),
                    "skipped": self.tr("Skipped"),
                    "failed": self.tr("Failed"),
                    "crashed": self.tr("Crashed"),
                }
                item = self._item(model, gpu)
                item.setText(1, words.get(outcome, outcome))
                item.setToolTip(1, printable(message or ""))
                announce(self, f"{model}: {item.text(1)}")
            case Committing():
                self._line.setText(self.tr("Putting everything in its place…"))
                self.committed.emit()
            case Warned(message) | Logged(_, message):
                self._details.appendPlainText(printable(message))

    def _item(self, model: str, gpu: str | None) -> QTreeWidgetItem:
        if (model, gpu) not in self._items:
            item = self._items.pop((model, None), None) if gpu else None
            if item is None:
                item = QTreeWidgetItem(self._models)
            item.setText(0, printable(f"{model} ({gpu})" if gpu else model))
            self._items[model, gpu] = item
            self._models.resizeColumnToContents(0)
        return self._items[model, gpu]

    def _tick(self) -> None:
        now = time.monotonic()
        parts = [self.tr("{0} elapsed").format(seconds_text(now - self._started))]
        if self._left:
            parts.append(self._left)
        if now - self._heard_at > _SILENT_SECONDS:
            parts.append(self.tr("the library is still at work; this step can take several minutes"))
        self._time.setText(", ".join(parts))


class EndPage(QWizardPage):
    """How it ended."""

    def __init__(self, log_path: Path) -> None:
        super().__init__()
        self.setTitle(self.tr("Done"))
        self.setSubTitle(self.tr("How it ended."))
        self._log_path = log_path
        self._text = text_label()
        self._hint = text_label()
        open_log = QPushButton(self.tr("Open &log folder"))
        open_log.clicked.connect(self._open_log)
        copy = QPushButton(self.tr("Co&py details"))
        copy.clicked.connect(self._copy)
        buttons = QHBoxLayout()
        buttons.addWidget(open_log)
        buttons.addWidget(copy)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self._text)
        layout.addWidget(self._hint)
        layout.addStretch(1)
        layout.addLayout(buttons)

    def show_result(self, result: Result) -> None:
        """Show it, in the words that quiet mode has as well."""
        titles = {"ok": self.tr("Done"), "cancelled": self.tr("Cancelled"), "suspended": self.tr("Not finished")}
        self.setTitle(titles.get(result.label, self.tr("What went wrong")))
        self._text.setText(printable(result.detail))
        self._hint.setText(printable(result.hint))
        self._hint.setVisible(bool(result.hint))
        announce(self, f"{self.title()}. {result.detail}")

    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_path.parent)))

    def _copy(self) -> None:
        text = [self.title(), self._text.text(), self._hint.text(), str(self._log_path)]
        QGuiApplication.clipboard().setText("\n".join(filter(None, text)))
