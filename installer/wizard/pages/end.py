"""The page with the result."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QStyle, QVBoxLayout, QWidget, QWizardPage

from builder.base.events import Result
from builder.base.names import one_line, printable
from installer.wizard.assessment import Brand, Mode
from installer.wizard.language import translated
from installer.wizard.widgets import Banner, DetailsButton, announce, icon_label, scrolled, set_text, text_label


class EndPage(QWizardPage):
    """How the run ended, in the words of quiet mode, and what helps."""

    def __init__(self, mode: Mode, brand: Brand, log_path: Path) -> None:
        super().__init__()
        self._mode: Mode = mode
        self.setTitle(self.tr("The result."))
        self._log_path = log_path
        self._icons = {
            "ok": icon_label(self, QStyle.StandardPixmap.SP_DialogApplyButton, self.tr("OK")),
            "warn": icon_label(self, QStyle.StandardPixmap.SP_MessageBoxWarning, self.tr("Warning")),
            "fail": icon_label(self, QStyle.StandardPixmap.SP_MessageBoxCritical, self.tr("Failed")),
        }
        self._text = text_label()
        self._note = text_label()
        self._hint = text_label()
        self._details = QPlainTextEdit()
        self._show_details = DetailsButton(self._details)
        open_log = QPushButton(self.tr("Open &log folder"))
        open_log.clicked.connect(self._open_log)
        copy = QPushButton(self.tr("Co&py details"))
        copy.clicked.connect(self._copy)
        self._support_buttons = (open_log, copy)
        what = QHBoxLayout()
        for icon in self._icons.values():
            what.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        for label in (self._text, self._note, self._hint):
            words.addWidget(label)
        words.addStretch(1)
        what.addLayout(words, 1)
        buttons = QHBoxLayout()
        for button in (self._show_details, open_log, copy):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        content = scrolled(self)
        content.addWidget(Banner(brand.banner, brand.title))
        content.addLayout(what)
        content.addStretch(1)
        foot = QWidget()
        foot_layout = QVBoxLayout(foot)
        foot_layout.addWidget(self._details)
        foot_layout.addLayout(buttons)
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.setStretch(0, 1)
        outer.addWidget(foot)

    def show_result(self, application: str, result: Result, timed_while_busy: list[str], details: str) -> None:
        """Show the result.

        Args:
            application: its name and version; empty while unknown.
            result: how it ended.
            timed_while_busy: models whose kernels were timed while other programs used the graphics card.
            details: the log lines of the run.
        """
        partly = result.label == "build_failed" and bool(result.files)
        icon = {"ok": "ok", "cancelled": "warn", "suspended": "warn"}.get(result.label, "warn" if partly else "fail")
        for name, label in self._icons.items():
            label.setVisible(name == icon)
        self.setTitle(self.tr("Partly installed") if partly else self._title(result.label))
        self.setSubTitle(one_line(application) or self.tr("The result."))
        set_text(self._text, translated(result.detail))
        note = self.tr(
            "The graphics card was in use while these models were measured, so their engines may be slower than they "
            "could be: {0}"
        )
        set_text(self._note, note.format(self.tr(", ").join(timed_while_busy)) if timed_while_busy else "")
        set_text(self._hint, translated(result.hint))
        lines = [details.rstrip("\n"), result.detail, result.hint, str(self._log_path)]
        self._details.setPlainText("\n".join(printable(line) for line in lines if line))
        self._show_details.setChecked(False)
        for button in self._support_buttons:
            button.setVisible(result.label != "ok")
        announce(self, f"{self.title()}. {self._text.text()}")

    def _title(self, label: str) -> str:
        done: dict[Mode, str] = {
            "install": self.tr("Installed"),
            "repair": self.tr("Repaired"),
            "uninstall": self.tr("Removed"),
        }
        titles = {
            "ok": done[self._mode],
            "cancelled": self.tr("Cancelled"),
            "suspended": self.tr("Not finished"),
            "not_installed": self.tr("Nothing is installed"),
            "package_missing": self.tr("Files are missing"),
            "package_invalid": self.tr("The installation files are damaged"),
            "already_running": self.tr("Another installation is at work"),
            "system_not_supported": self.tr("This computer is not supported"),
            "access_denied": self.tr("Access was denied"),
            "blocked_by_policy": self.tr("The folder is not safe"),
            "out_of_memory": self.tr("Not enough memory"),
            "file_in_use": self.tr("Files are in use"),
            "disk_full": self.tr("The disk is full"),
        }
        return titles.get(label, self.tr("Something went wrong"))

    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_path.parent)))

    def _copy(self) -> None:
        # In English, because it goes to the people who help.
        QGuiApplication.clipboard().setText(self._details.toPlainText())
