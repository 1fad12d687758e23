"""The last page before anything is changed: what will be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFormLayout, QGroupBox, QRadioButton, QVBoxLayout, QWizardPage

from builder.base.text import Text, sentence
from builder.gpu.busy import BusyVerdict
from installer.target.application_files import some_of
from installer.wizard.assessment import Assessment, Mode, Summary, summarize
from installer.wizard.choices import WhenBusy
from installer.wizard.language import translated, words
from installer.wizard.widgets import announce, plain_label, scrolled, set_text, text_label, with_note


class ReadyPage(QWizardPage):
    """A summary of what will be done, and the question what to do about a graphics card that is in use."""

    def __init__(self, mode: Mode) -> None:
        super().__init__()
        self.setCommitPage(True)
        titles: dict[Mode, str] = {
            "install": self.tr("Ready to install"),
            "repair": self.tr("Ready to repair"),
            "uninstall": self.tr("Ready to uninstall"),
        }
        self.setTitle(titles[mode])
        self.setSubTitle(self.tr("Nothing has been changed so far."))
        self._status = text_label()
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._busy = QGroupBox(self.tr("The graphics card is in use"))
        self._busy_text = text_label()
        self._advice = text_label()
        self._buttons: dict[WhenBusy, QRadioButton] = {
            "wait": QRadioButton(self.tr("&Wait until it is idle")),
            "build": QRadioButton(self.tr("&Do not wait")),
            "fast": QRadioButton(self.tr("Fa&st build")),
        }
        notes: dict[WhenBusy, str] = {
            "wait": self.tr("It then begins by itself."),
            "build": self.tr("The engines may be slower than they could be."),
            "fast": self.tr("Measures less, so other programs disturb it less."),
        }
        group = QButtonGroup(self)
        busy_layout = QVBoxLayout(self._busy)
        busy_layout.addWidget(self._busy_text)
        busy_layout.addWidget(self._advice)
        rows = {choice: with_note(button, notes[choice]) for choice, button in self._buttons.items()}
        for choice, button in self._buttons.items():
            group.addButton(button)
            busy_layout.addWidget(rows[choice])
        self._rows = rows
        layout = scrolled(self)
        layout.addWidget(self._busy)
        layout.addWidget(self._status)
        layout.addLayout(self._form)
        layout.addStretch(1)
        self._ready = self._was_busy = False
        self.begin()

    def begin(self) -> None:
        """Show that the summary is being prepared."""
        self._show(self.tr("Finding out what is to be done…"), ready=False)

    def show_error(self, message: Text, hint: Text) -> None:
        """Show what prevents it."""
        self._show(translated(message), translated(hint), ready=False)

    def show_assessment(self, found: Assessment) -> None:
        """Show the summary, or what prevents it."""
        if found.refusal:
            self.show_error(found.refusal.message, found.refusal.hint)
            return
        what = self.tr("The application will be removed from this computer.")
        if found.plan:
            what = self.tr(
                "The AI models of the application are prepared for graphics cards, as “engines”. It is done once."
            )
        downgrade = found.plan.downgrade if found.plan else None
        self._show(what, *([translated(downgrade)] if downgrade else []), ready=True)
        rows = [(self.tr("Application"), found.title)]
        if chosen := [feature for feature in found.features if feature not in found.left_out]:
            rows.append((self.tr("Features"), self.tr(", ").join(chosen)))
        rows.append((self.tr("Folder"), str(found.target)))
        rows_of = self._removal_rows if found.removal else self._build_rows
        for what, text in (*rows, *rows_of(summarize(found))):
            self._form.addRow(plain_label(self.tr("{0}:").format(what)), text_label(text, name=what))
        nothing_to_wait_for = bool(found.timed_gpus) and not found.offers_fast_build
        builds = (nothing_to_wait_for or found.request.busy.if_busy == "build") and not found.request.retime
        self._buttons["build" if builds else "wait"].setChecked(True)
        # Timing again is pointless while the GPU is in use.
        retimes = found.request.retime
        self._rows["fast"].setVisible(found.offers_fast_build and not retimes)
        self._rows["build"].setVisible(not retimes)
        set_text(
            self._advice,
            ""
            if found.offers_fast_build
            else self.tr("The timing cache has everything that would be measured, so there is no need to wait."),
        )

    def _removal_rows(self, found: Summary) -> Iterator[tuple[str, str]]:
        yield self.tr("Files"), self.tr("%n file(s) will be removed.", "", found.to_remove)
        if found.changed:
            yield (
                self.tr("Kept"),
                self.tr("%n changed file(s): {0}", "", len(found.changed)).format(translated(some_of(found.changed))),
            )

    def _build_rows(self, found: Summary) -> Iterator[tuple[str, str]]:
        engines = [self.tr("%n engine(s) to build.", "", found.to_build)] if found.to_build else []
        if found.kept:
            engines.append(self.tr("%n engine(s) current, to be kept.", "", found.kept))
        yield self.tr("Engines"), " ".join(engines or [self.tr("None has to be built.")])
        if found.removed_engines:
            yield self.tr("To be removed"), self.tr(", ").join(found.removed_engines)
        if found.to_build:
            duration = words.duration(found.seconds)
            about = self.tr("About {0}.") if found.seconds_known else self.tr("Probably about {0}.")
            yield self.tr("Time"), about.format(duration)
        if found.bytes:
            yield self.tr("Disk space"), self.tr("About {0}.").format(words.size(found.bytes))
        titles = {
            "gpu": self.tr("Graphics card"),
            "backend": self.tr("Library"),
            "timing cache": self.tr("Timing cache"),
        }
        for item in found.decisions:
            reason = translated(sentence(item.reason))
            # The reason for a library contains its name; without a library there is only the reason.
            is_named = item.what != "backend" and item.choice != "none"
            yield titles[item.what], self.tr("{0}: {1}").format(item.choice, reason) if is_named else reason

    def show_busy(self, verdicts: Sequence[tuple[str, BusyVerdict]]) -> None:
        """Show which graphics cards are in use, and ask what to do as long as one of them is."""
        used = [
            self.tr("{0} {1}.").format(name, translated(verdict.text)) for name, verdict in verdicts if verdict.in_use
        ]
        set_text(self._busy_text, *used)
        self._busy.setVisible(bool(used))
        if used and not self._was_busy:
            announce(self, self._busy_text.text())
        self._was_busy = bool(used)

    @property
    def asks_what_to_do(self) -> bool:
        """Whether a graphics card is in use, so that there is a choice."""
        return self._was_busy

    @property
    def when_busy(self) -> WhenBusy:
        """The choice about a graphics card that is in use."""
        return next(choice for choice, button in self._buttons.items() if button.isChecked())

    def _show(self, *paragraphs: str, ready: bool) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self._busy.hide()
        self._was_busy = False
        self._buttons["wait"].setChecked(True)
        set_text(self._status, *paragraphs)
        self._ready = ready
        self.completeChanged.emit()

    def isComplete(self) -> bool:
        return self._ready
