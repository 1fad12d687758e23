"""What few people need to choose: folder, features, graphics card, optimization, and for whom."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from builder.base.names import one_line
from builder.base.quantities import Bytes
from builder.gpu.choice import ALL_GPUS, recommend
from installer.target.location import default_target
from installer.target.request import Scope
from installer.wizard.assessment import Assessment
from installer.wizard.choices import Choices, full_path, in_folder
from installer.wizard.controls.buttons import Button, Field
from installer.wizard.controls.choices import Check, Combo, Radio
from installer.wizard.controls.labels import Icon, Label
from installer.wizard.findings import Room
from installer.wizard.inventory import room_of
from installer.wizard.language import translated, words
from installer.wizard.look.theme import px
from installer.wizard.pages.page import Page
from installer.wizard.times import about
from installer.wizard.views import Action, Footer, Header, View

_ROOM_MS = 300
_LABEL_WIDTH = 132


class OptionsPage(Page):
    """The choices that exist for this application on this computer."""

    view = View.OPTIONS

    def __init__(self) -> None:
        super().__init__()
        self._found: Assessment | None = None
        self._folder_is_own = False
        self._problem = ""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, px(18), 0, 0)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(14))
        self._grid.setColumnMinimumWidth(0, px(_LABEL_WIDTH))
        self._grid.setColumnStretch(1, 1)
        self._rows: dict[str, tuple[Label, QWidget]] = {}
        self._make_folder()
        self._features = QWidget()
        self._feature_grid = QGridLayout(self._features)
        self._feature_grid.setContentsMargins(0, 0, 0, 0)
        self._feature_grid.setVerticalSpacing(px(4))
        self._feature_boxes: dict[str, Check] = {}
        self._add_row("features", self.tr("Features"), self._features)
        self._gpu = Combo()
        self._add_row("gpu", self.tr("Graphics card"), self._gpu)
        self._best, self._quick = Radio(self.tr("Best speed")), Radio(self.tr("Quick"))
        self._add_row("speed", self.tr("Optimization"), self._radios(self._best, self._quick))
        self._portable = Check(self.tr("Prepare the AI features anyway"), self.tr("for use on another computer"))
        self._add_row("portable", self.tr("AI features"), self._portable)
        self._me, self._everyone = Radio(self.tr("Only me")), Radio(self.tr("Everyone on this PC"))
        self._add_row("scope", self.tr("Install for"), self._radios(self._me, self._everyone, shield=True))
        self._me.toggled.connect(self._follow_scope)
        self._grid.setRowStretch(len(self._rows), 1)

    def _make_folder(self) -> None:
        self._folder, self._browse = Field(), Button(self.tr("Change…"))
        self._browse.clicked.connect(self._choose_folder)
        self._room_icon, self._room = Icon("good", "good", 14), Label(kind="note", color="muted")
        row, below = QHBoxLayout(), QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._folder, 1)
        row.addWidget(self._browse)
        below.setSpacing(px(7))
        below.addWidget(self._room_icon, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._room, 1)
        both = QWidget()
        layout = QVBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(6))
        layout.addLayout(row)
        layout.addLayout(below)
        self._add_row("folder", self.tr("Folder"), both, self._folder)
        self._room_timer = QTimer(self, singleShot=True, interval=_ROOM_MS)
        self._room_timer.timeout.connect(self._show_room)
        self._folder.textEdited.connect(self._when_folder_edited)

    def _radios(self, *radios: Radio, shield: bool = False) -> QWidget:
        box = QWidget()
        layout = QHBoxLayout(box) if shield else QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(20 if shield else 4))
        group = QButtonGroup(box)
        for radio in radios:
            group.addButton(radio)
            layout.addWidget(radio)
        if shield:
            layout.addWidget(Icon("shield", "muted", 16))
            layout.addStretch(1)
        radios[0].setChecked(True)
        return box

    def _add_row(self, key: str, text: str, widget: QWidget, named: QWidget | None = None) -> None:
        label = Label(text, "strong")
        label.setBuddy(named or widget)
        label.setFixedWidth(px(_LABEL_WIDTH))
        (named or widget).setAccessibleName(text)
        number = len(self._rows)
        label.setContentsMargins(0, px(6 if key in ("folder", "gpu") else 2), 0, 0)
        self._grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(widget, number, 1)
        self._rows[key] = label, widget

    # What is offered.

    def show_assessment(self, found: Assessment, *, offers_scope: bool = False) -> None:
        """Offer what there is to choose.

        Args:
            found: the first assessment: whatever is chosen later, this is what there was to choose.
            offers_scope: it can be installed for everyone.
        """
        self._found = found
        offered = {
            "folder": found.asks_for_folder,
            "features": bool(found.features),
            "gpu": found.asks_for_gpu,
            "speed": found.offers_fast_build,
            "portable": found.offers_portable,
            "scope": offers_scope and found.asks_for_folder,
        }
        for key, shown in offered.items():
            for widget in self._rows[key]:
                widget.setVisible(shown)
        self._offer_gpus(found)
        self._offer_features(found)
        self._best.say(self.tr("Best speed"), translated(about(found.seconds)))
        self._quick.say(self.tr("Quick"), self.tr("takes less time; AI features may run a little slower"))
        self.restore_defaults()

    def restore_defaults(self) -> None:
        """Choose what an installation does without questions, or does again."""
        if self._found is None:
            return
        self._folder_is_own = False
        (self._everyone if self._found.request.scope == "all-users" else self._me).setChecked(True)
        self._folder.setText(str(self._found.target))
        for feature, box in self._feature_boxes.items():
            box.setChecked(feature not in self._found.left_out)
        self._gpu.setCurrentIndex(0)
        self._best.setChecked(True)
        self._portable.setChecked(False)
        self._problem = ""
        self._show_room()

    def set_choices(self, choices: Choices) -> None:
        """Show what was chosen before."""
        self.restore_defaults()
        (self._everyone if choices.scope == "all-users" else self._me).setChecked(True)
        if choices.folder:
            self._folder.setText(str(choices.folder))
            self._folder_is_own = True
        if choices.without is not None:
            for feature, box in self._feature_boxes.items():
                box.setChecked(feature not in choices.without)
        self._gpu.setCurrentIndex(max(0, self._gpu.findData(choices.gpu)))
        (self._quick if choices.fast_build else self._best).setChecked(True)
        self._portable.setChecked(choices.portable)
        self._show_room()

    def _offer_gpus(self, found: Assessment) -> None:
        self._gpu.clear()
        if not found.asks_for_gpu:
            return
        best = recommend(found.gpus).gpu
        self._gpu.add(best.name, self.tr("fastest, recommended"))
        for gpu in found.gpus:
            if gpu.uuid != best.uuid:
                note = words.size(gpu.memory_total_mib << 20)
                self._gpu.add(gpu.name, self.tr("{0} of memory").format(note), gpu.uuid)
        if len({gpu.kind for gpu in found.gpus}) > 1:
            self._gpu.add(self.tr("All of them"), self.tr("takes longer"), ALL_GPUS)

    def _offer_features(self, found: Assessment) -> None:
        for box in self._feature_boxes.values():
            box.hide()
            box.deleteLater()
        self._feature_boxes = {}
        sizes = {offer.name: offer.bytes for offer in found.offers}
        for number, feature in enumerate(found.features):
            size = sizes.get(feature)
            box = Check(one_line(feature), words.size(size) if size else "")
            box.toggled.connect(self._when_features_changed)
            self._feature_boxes[feature] = box
            self._feature_grid.addWidget(box, number // 2, number % 2)
        for column in (0, 1):
            self._feature_grid.setColumnStretch(column, 1)

    # What is chosen.

    def choices(self) -> Choices:
        """Read what was chosen."""
        found = self._found
        assert found is not None
        scope: Scope | None = None
        if not self._rows["scope"][1].isHidden():
            scope = "all-users" if self._everyone.isChecked() else "current-user"
        without = tuple(feature for feature, box in self._feature_boxes.items() if not box.isChecked())
        wanted = tuple(feature for feature in found.on_demand if feature not in without)
        own_folder = found.asks_for_folder and not self._is_default_folder(scope)
        return Choices(
            gpu=self._gpu.currentData() if found.asks_for_gpu else None,
            folder=full_path(self._folder.text()) if own_folder else None,
            without=without if found.features else None,
            fast_build=not self._rows["speed"][1].isHidden() and self._quick.isChecked(),
            portable=not self._rows["portable"][1].isHidden() and self._portable.isChecked(),
            scope=scope,
            wanted=wanted,
        )

    def _is_default_folder(self, scope: Scope | None) -> bool:
        """Whether the folder is the one of the scope anyway, which a later installation need not remember."""
        return scope is not None and not self._folder_is_own and self._folder.text() == str(self._default(scope))

    def _default(self, scope: Scope) -> Path:
        assert self._found is not None
        if scope == (self._found.request.scope or "current-user"):
            return self._found.target
        import os

        assert self._found.plan is not None
        return default_target(self._found.plan.build.package.manifest.app, scope, windows=os.name == "nt")

    def ask_for_folder(self, why: str) -> None:
        """Let the user type another folder; says below it why."""
        self._problem = why
        self._show_room()

    def _when_folder_edited(self) -> None:
        self._folder_is_own = True
        self._problem = ""
        self._room_timer.start()
        self.changed.emit()

    def _when_features_changed(self) -> None:
        self._show_room()
        self.changed.emit()

    def _follow_scope(self) -> None:
        if self._found is not None and not self._folder_is_own and not self._rows["scope"][1].isHidden():
            scope: Scope = "current-user" if self._me.isChecked() else "all-users"
            self._folder.setText(str(self._default(scope)))
            self._show_room()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder"), self._folder.text())
        if chosen and self._found is not None:
            self._folder.setText(str(in_folder(Path(chosen), self._found.app.name or self._found.target.name)))
            self._when_folder_edited()

    # What is said about the folder.

    @property
    def _folder_problem(self) -> str:
        if self._rows["folder"][1].isHidden():
            return ""
        if full_path(self._folder.text()) is None:
            example = r"C:\Programs" if Path("x").drive or "\\" in str(Path("a/b")) else "/home/me/Programs"
            return self.tr("Give the full path of a folder, such as {0}.").format(example)
        return ""

    def _show_room(self) -> None:
        """Say how much room the folder's volume has, or what is wrong with it."""
        if self._found is None or self._rows["folder"][1].isHidden():
            return
        folder = full_path(self._folder.text())
        if folder is None:
            self._show_line("bad", self._folder_problem)
        else:
            room = room_of(folder, self._needed())
            is_enough = (room.free or 0) >= room.needed
            # How much is missing says more than that it is.
            text = self._problem if self._problem and is_enough else self._room_text(room)
            self._show_line("good" if is_enough and not self._problem else "bad", text)
        self.changed.emit()

    def _needed(self) -> int:
        assert self._found is not None
        left_out = [feature for feature, box in self._feature_boxes.items() if not box.isChecked()]
        less = sum(o.bytes for o in self._found.offers if o.name in left_out and o.name not in self._found.left_out)
        return max(0, self._found.room.needed - less)

    def _room_text(self, room: Room) -> str:
        needed = words.size(Bytes.at_least(room.needed))
        if room.free is None:
            return self.tr("{0} needed").format(needed)
        free = words.size(Bytes.at_most(room.free))
        return self.tr("{0} needed, {1} free on {2}").format(needed, free, translated(room.volume))

    def _show_line(self, icon: str, text: str) -> None:
        self._room_icon.show_icon(icon, icon)
        self._room.set_color("bad" if icon == "bad" else "muted")
        self._room.say(text)
        self._folder.setAccessibleDescription(text)

    # What can be pressed.

    def header(self) -> Header:
        return Header(self.tr("Options"), self.tr("The recommended settings suit most people."))

    def footer(self) -> Footer:
        done, why = Action.DONE, self._folder_problem
        disabled = ((done, why),) if why else ()
        return Footer((done, Action.CANCEL), None if why else done, (Action.RESTORE_DEFAULTS,), disabled)

    @property
    def focus_wanted(self) -> QWidget | None:
        if not self._rows["folder"][1].isHidden():
            return self._folder
        return next(iter(self._feature_boxes.values()), None)
