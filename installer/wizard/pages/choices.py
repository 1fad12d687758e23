"""What can be chosen."""

from __future__ import annotations

import itertools
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from builder.gpu_choice import ALL_GPUS
from builder.terminal import printable
from installer.flow import Choices, Look
from installer.wizard.parts import note_label, scrolled


class ChoicesPage(QWizardPage):
    """Everything that there is to choose, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle(self.tr("Choices"))
        self.setSubTitle(self.tr("The default choices suit most people."))
        self._gpu = QComboBox()
        self._gpu.setAccessibleName(self.tr("Graphics card"))
        # A long name must not make the window wider than the screen.
        self._gpu.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._features = QWidget()
        self._feature_rows = QVBoxLayout(self._features)
        self._feature_rows.setContentsMargins(0, 0, 0, 0)
        self._feature_boxes: dict[str, QCheckBox] = {}
        self._folder = QLineEdit()
        self._folder.setAccessibleName(self.tr("Folder"))
        browse = QPushButton(self.tr("B&rowse…"))
        browse.clicked.connect(self._browse)
        self._folder_row = QWidget()
        row = QHBoxLayout(self._folder_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._folder)
        row.addWidget(browse)
        self._fast = QCheckBox(self.tr("Fa&st build"))
        self._fast_note = note_label(self.tr("Takes less time. The engines may be somewhat slower."))
        self._portable = QCheckBox(self.tr("Build the &engines anyway"))
        self._portable_note = note_label(self.tr("For other computers: this one cannot run them."))
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.addRow(self.tr("&Graphics card:"), self._gpu)
        self._form.addRow(self.tr("Install:"), self._features)
        self._form.addRow(self.tr("F&older:"), self._folder_row)
        for widget in (self._fast, self._fast_note, self._portable, self._portable_note):
            self._form.addRow(widget)
        label = self._form.labelForField(self._folder_row)
        assert isinstance(label, QLabel)
        label.setBuddy(self._folder)
        layout = scrolled(self)
        layout.addLayout(self._form)
        layout.addStretch(1)
        self._folder.textChanged.connect(self.completeChanged)

    def show_look(self, found: Look) -> None:
        """Offer what there is to choose; what was chosen before stays."""
        for widget, shown in (
            (self._gpu, found.asks_for_gpu),
            (self._features, bool(found.features)),
            (self._folder_row, found.asks_for_folder),
            (self._fast, found.offers_fast_build),
            (self._fast_note, found.offers_fast_build),
            (self._portable, found.offers_portable),
            (self._portable_note, found.offers_portable),
        ):
            self._form.setRowVisible(widget, shown)
        if self._gpu.count() == 0 and found.asks_for_gpu:
            self._offer_gpus(found)
        for feature in found.features:
            if feature not in self._feature_boxes:
                box = QCheckBox(printable(feature).replace("&", "&&"))
                box.setChecked(feature not in (*found.left_out, *found.request.options.without))
                self._feature_boxes[feature] = box
                self._feature_rows.addWidget(box)
        # Boxes that are made later come last otherwise.
        for before, after in itertools.pairwise([self._gpu, *self._feature_boxes.values(), self._folder]):
            self.setTabOrder(before, after)
        if not self._folder.text():
            self._folder.setText(str(found.target))

    def _offer_gpus(self, found: Look) -> None:
        self._gpu.addItem(self.tr("The recommended one"), None)
        for gpu in found.gpus:
            text = self.tr("{0} (number {1}, {2} MiB)").format(gpu.name, gpu.index, gpu.memory_total_mib)
            self._gpu.addItem(printable(text), gpu.uuid)
        if len({gpu.kind for gpu in found.gpus}) > 1:
            self._gpu.addItem(self.tr("All of them, with engines for each"), ALL_GPUS)

    def choices(self, found: Look) -> Choices:
        """What was chosen."""
        without = tuple(feature for feature, box in self._feature_boxes.items() if not box.isChecked())
        return Choices(
            gpu=self._gpu.currentData() if found.asks_for_gpu else None,
            folder=Path(self._folder.text().strip()) if found.asks_for_folder else None,
            without=without if found.features else None,
            fast_build=found.offers_fast_build and self._fast.isChecked(),
            portable=found.offers_portable and self._portable.isChecked(),
        )

    def ask_for_folder(self) -> None:
        """Let another folder be typed."""
        self._folder.setFocus()
        self._folder.selectAll()

    def isComplete(self) -> bool:
        return bool(self._folder.text().strip())

    def _browse(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self, self.tr("Folder"), self._folder.text()):
            self._folder.setText(folder)
