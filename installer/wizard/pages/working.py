"""The page with the progress."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from builder.base.events import (
    Busy,
    Committing,
    Downloading,
    Event,
    Logged,
    ModelFinished,
    ModelStarted,
    Phase,
    PlanMade,
    Progress,
    Warned,
)
from builder.base.names import one_line, printable
from builder.base.text import Text
from installer.wizard.assessment import Brand, Mode
from installer.wizard.language import translated, words
from installer.wizard.widgets import DetailsButton, announce, set_text, text_label, tool_tip

_SILENT_SECONDS = 20.0
_DETAIL_LINES = 5000


class WorkingPage(QWizardPage):
    """What is being done, how far it is, and that it has not stopped.

    Attributes:
        skip_wait: whether the user no longer wants to wait for the graphics card.
        timed_while_busy: models whose kernels were timed while other programs used the graphics card.
        committed: from now on, the run cannot be cancelled.
        progressed: how far it is, 0 to 1.
        activity: something happened.
    """

    committed = Signal()
    progressed = Signal(float)
    activity = Signal()

    def __init__(self, mode: Mode, brand: Brand) -> None:
        super().__init__()
        titles: dict[Mode, str] = {
            "install": self.tr("Installing"),
            "repair": self.tr("Repairing"),
            "uninstall": self.tr("Uninstalling"),
        }
        self.setTitle(titles[mode])
        stays = self.tr("What was installed before stays in place until everything is ready.")
        self.setSubTitle((one_line(brand.title) or titles[mode]) if mode == "uninstall" else stays)
        self._line = text_label()
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._time = text_label()
        self._waiting = QWidget()
        self._waiting_text = text_label()
        skip = QPushButton(self.tr("&Do not wait any longer"))
        skip.setAutoDefault(False)  # Enter must not end the wait by accident
        skip.clicked.connect(self._stop_waiting)
        row = QHBoxLayout(self._waiting)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._waiting_text, 1)
        row.addWidget(skip)
        self._models = QTreeWidget()
        self._models.setHeaderLabels([self.tr("Model"), self.tr("State")])
        self._models.setRootIsDecorated(False)
        self._models.setAccessibleName(self.tr("Models"))
        self._models.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self._models.setVisible(mode != "uninstall")
        self._details = QPlainTextEdit()
        self._details.setMaximumBlockCount(_DETAIL_LINES)
        show_details = DetailsButton(self._details)
        details_row = QHBoxLayout()
        details_row.addWidget(show_details)
        details_row.addStretch(1)
        layout = QVBoxLayout(self)
        for widget in (self._line, self._bar, self._time, self._waiting):
            layout.addWidget(widget)
        layout.addWidget(self._models, 1)
        layout.addLayout(details_row)
        layout.addWidget(self._details, 2)
        if mode == "uninstall":
            layout.addStretch(1)
        self._items: dict[tuple[str, str | None], QTreeWidgetItem] = {}
        self._building: set[tuple[str, str | None]] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._started = self._heard_at = time.monotonic()
        self._left, self._done = "", False
        self.skip_wait = False
        self.timed_while_busy: list[str] = []

    def begin(self) -> None:
        """Start with a new run."""
        self._models.clear()
        self._items.clear()
        self._building.clear()
        self._details.clear()
        self._bar.setValue(0)
        self._waiting.hide()
        set_text(self._line, self.tr("Starting…"))
        self._left, self._done, self.skip_wait = "", False, False
        self.timed_while_busy = []
        self._started = self._heard_at = time.monotonic()
        self._timer.start()
        self._tick()
        self.completeChanged.emit()

    def end(self) -> None:
        """Show that the run has ended."""
        self._timer.stop()
        self._bar.setValue(self._bar.maximum())
        self._done = True
        self.completeChanged.emit()

    def stopping(self) -> None:
        """Show that the run is being stopped."""
        self._waiting.hide()
        set_text(self._line, self.tr("Stopping…"))
        announce(self, self._line.text())

    @property
    def details(self) -> str:
        """The log lines of the run."""
        return self._details.toPlainText()

    def isComplete(self) -> bool:
        return self._done

    def show_events(self, events: list[Event]) -> None:
        """Show what happened; of the reports of progress and of the phases of a model, only the last one."""
        last: Progress | None = None
        phases: dict[tuple[str, str | None], Text] = {}
        lines: list[str] = []
        for event in events:
            match event:
                case Progress():
                    last = event
                case Phase(model, title, gpu):
                    phases[model, gpu] = title
                case Warned(message) | Logged(_, message):
                    lines.append(printable(message))  # in English like the log, because it goes to the people who help
                    if isinstance(event, Warned) and not self._building:
                        set_text(self._line, translated(message))
                case _:
                    if isinstance(event, ModelFinished):
                        phases.pop((event.model, event.gpu), None)
                    self._show(event)
        for (model, gpu), title in phases.items():
            # The library's own names of phases, which have no template, mean nothing to users; the log has them.
            ours = title.template is not None
            self._item(model, gpu).setText(1, printable(translated(title)) if ours else self.tr("Building"))
        if lines:
            self._details.appendPlainText("\n".join(lines[-_DETAIL_LINES:]))
        if any(not isinstance(event, Progress) for event in events):
            self._heard_at = time.monotonic()
        if last is not None:
            # 100 % is shown when the run has ended.
            self._bar.setValue(max(self._bar.value(), min(999, int(last.fraction * 1000))))
            self._left = words.time_left(last.seconds_left)
            self.progressed.emit(self._bar.value() / 1000)
            self._tick()
        self.activity.emit()

    def _show(self, event: Event) -> None:
        match event:
            case PlanMade(plan):
                for planned in plan["models"]:
                    if planned["action"] == "build":
                        self._item(planned["model"], None).setText(1, self.tr("Waiting"))
            case ModelStarted(model, number, total, _, gpu):
                self._building.add((model, gpu))
                self._item(model, gpu).setText(1, self.tr("Building"))
                set_text(self._line, self.tr("Model {0} of {1}: {2}").format(number, total, model))
                announce(self, self._line.text())
            case Downloading(file, received, size):
                text = self.tr("Downloading {0}: {1} of {2}")
                set_text(self._line, text.format(file, words.size(received), words.size(size)))
            case Busy():
                self._show_busy(event)
            case ModelFinished():
                self._building.discard((event.model, event.gpu))
                self._show_finished(event)
            case Committing():
                set_text(self._line, self.tr("Putting files into place…"))
                self.committed.emit()

    def _show_busy(self, event: Busy) -> None:
        text = translated(event.text)
        waits = event.seconds_left is not None
        if waits and not self._waiting.isVisibleTo(self):
            announce(self, text)
        set_text(self._waiting_text, self.tr("It begins as soon as the graphics card is idle. {0}.").format(text))
        self._waiting.setVisible(waits)
        self._item(event.model, event.gpu).setText(1, self.tr("Waiting") if waits else printable(text))

    def _show_finished(self, event: ModelFinished) -> None:
        outcomes = {
            "built": self.tr("Built in {0}, {1}").format(words.duration(event.seconds), words.size(event.size or 0)),
            "kept": self.tr("Kept"),
            "skipped": self.tr("Skipped"),
            "failed": self.tr("Failed"),
            "crashed": self.tr("Crashed"),
        }
        item = self._item(event.model, event.gpu)
        item.setText(1, outcomes[event.outcome])
        if event.message:
            item.setToolTip(1, tool_tip(translated(event.message)))
        if event.timed_while_busy:
            self.timed_while_busy.append(event.model)
        announce(self, f"{event.model}: {item.text(1)}")

    def _item(self, model: str, gpu: str | None) -> QTreeWidgetItem:
        if (model, gpu) not in self._items:
            # The row of the plan becomes that of the model's first GPU.
            item = self._items.pop((model, None), None) if gpu else None
            if item is None:
                item = QTreeWidgetItem(self._models)
            item.setText(0, one_line(f"{model} ({gpu})" if gpu else model))
            self._items[model, gpu] = item
            self._models.resizeColumnToContents(0)
        return self._items[model, gpu]

    def _stop_waiting(self) -> None:
        self.skip_wait = True
        self._waiting.hide()

    def _tick(self) -> None:
        now = time.monotonic()
        parts = [self.tr("{0} elapsed").format(words.clock(now - self._started))]
        if self._left and not self._waiting.isVisibleTo(self):
            parts.append(self._left)
        if now - self._heard_at > _SILENT_SECONDS:
            silent = self.tr("the library is still at work; this step can take several minutes")
            parts.append(silent if self._building else self.tr("still at work"))
        set_text(self._time, self.tr(", ").join(parts))
