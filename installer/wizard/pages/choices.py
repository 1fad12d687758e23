"""The page of choices."""

from __future__ import annotations

import itertools
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from builder.base.names import one_line
from builder.gpu.choice import ALL_GPUS, recommend
from installer.wizard.assessment import Assessment
from installer.wizard.choices import Choices
from installer.wizard.widgets import plain_label, scrolled, with_note


class ChoicesPage(QWizardPage):
    """The choices that exist for this application on this computer."""

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
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self._folder_row = QWidget()
        folder_layout = QHBoxLayout(self._folder_row)
        folder_layout.setContentsMargins(0, 0, 0, 0)
        folder_layout.addWidget(self._folder)
        folder_layout.addWidget(browse)
        self._fast = QCheckBox(self.tr("Fa&st build"))
        self._fast_row = with_note(self._fast, self.tr("Takes less time. The engines may be somewhat slower."))
        self._portable = QCheckBox(self.tr("Build the &engines anyway"))
        self._portable_row = with_note(self._portable, self.tr("For other computers: this one cannot run them."))
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.addRow(plain_label(self.tr("&Graphics card:"), field=self._gpu), self._gpu)
        self._form.addRow(plain_label(self.tr("Install:")), self._features)
        self._form.addRow(plain_label(self.tr("F&older:"), field=self._folder), self._folder_row)
        for row in (self._fast_row, self._portable_row):
            self._form.addRow(row)
        layout = scrolled(self)
        layout.addLayout(self._form)
        layout.addStretch(1)
        self._folder.textChanged.connect(self.completeChanged)

    def show_assessment(self, found: Assessment) -> None:
        """Offer what there is to choose; earlier choices stay."""
        for widget, shown in (
            (self._gpu, found.asks_for_gpu),
            (self._features, bool(found.features)),
            (self._folder_row, found.asks_for_folder),
            (self._fast_row, found.offers_fast_build),
            (self._portable_row, found.offers_portable),
        ):
            self._form.setRowVisible(widget, shown)
        self._offer_gpus(found)
        self._offer_features(found)
        if not self._folder.text():
            self._folder.setText(str(found.target))

    def _offer_gpus(self, found: Assessment) -> None:
        chosen = self._gpu.currentData()
        self._gpu.clear()
        if not found.asks_for_gpu:
            return
        best = recommend(found.gpus).gpu
        self._gpu.addItem(one_line(self.tr("Recommended: {0}").format(best.name)), None)
        for gpu in found.gpus:
            text = self.tr("{0} (number {1}, {2} MiB)").format(gpu.name, gpu.index, gpu.memory_total_mib)
            self._gpu.addItem(one_line(text), gpu.uuid)
        if len({gpu.kind for gpu in found.gpus}) > 1:
            self._gpu.addItem(self.tr("All of them, with engines for each"), ALL_GPUS)
        self._gpu.setCurrentIndex(max(0, self._gpu.findData(chosen)))

    def _offer_features(self, found: Assessment) -> None:
        left_out = {*found.left_out} | {feature for feature, box in self._feature_boxes.items() if not box.isChecked()}
        for box in self._feature_boxes.values():
            box.deleteLater()
        self._feature_boxes = {feature: QCheckBox(one_line(feature).replace("&", "&&")) for feature in found.features}
        for feature, box in self._feature_boxes.items():
            box.setChecked(feature not in left_out)
            self._feature_rows.addWidget(box)
        # Otherwise boxes that are created later come last.
        for before, after in itertools.pairwise([self._gpu, *self._feature_boxes.values(), self._folder]):
            self.setTabOrder(before, after)

    def choices(self, found: Assessment) -> Choices:
        """Read what was chosen."""
        without = tuple(feature for feature, box in self._feature_boxes.items() if not box.isChecked())
        return Choices(
            gpu=self._gpu.currentData() if found.asks_for_gpu else None,
            folder=Path(self._folder.text().strip()) if found.asks_for_folder else None,
            without=without if found.features else None,
            fast_build=found.offers_fast_build and self._fast.isChecked(),
            portable=found.offers_portable and self._portable.isChecked(),
        )

    def ask_for_folder(self) -> None:
        """Let the user type another folder."""
        self._folder.setFocus()
        self._folder.selectAll()

    def isComplete(self) -> bool:
        return bool(self._folder.text().strip())

    def _browse(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self, self.tr("Folder"), self._folder.text()):
            self._folder.setText(folder)
