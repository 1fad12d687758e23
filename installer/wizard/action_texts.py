"""What buttons and links say. Without access keys: the footer finds letters by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject

from installer.wizard.views import Action


class ActionTexts(QObject):
    """A class, because Qt's tools find texts in `tr` alone."""

    def of(self, action: Action) -> str:
        """Say in a word or two what an action does."""
        return self._starting(action) or self._leaving(action) or self._looking(action)

    def _starting(self, action: Action) -> str:
        return {
            Action.INSTALL: self.tr("Install"),
            Action.INSTALL_ANYWAY: self.tr("Install anyway"),
            Action.UPDATE: self.tr("Update"),
            Action.REPAIR: self.tr("Repair"),
            Action.OPTIMIZE: self.tr("Optimize"),
            Action.REMOVE: self.tr("Remove"),
            Action.APPLY_CHANGE: self.tr("Apply"),
            Action.OPTIMIZE_AGAIN: self.tr("Optimize again anyway…"),
            Action.IMPROVE_NOW: self.tr("Improve now"),
            Action.TRY_AGAIN: self.tr("Try again"),
            Action.OTHER_FOLDER: self.tr("Choose another folder…"),
            Action.WAIT: self.tr("Wait"),
            Action.CONTINUE_ANYWAY: self.tr("Continue anyway"),
        }.get(action, "")

    def _leaving(self, action: Action) -> str:
        return {
            Action.DONE: self.tr("Done"),
            Action.BACK: self.tr("Back"),
            Action.KEEP_GOING: self.tr("Continue"),
            Action.STOP: self.tr("Stop"),
            Action.CANCEL: self.tr("Cancel"),
            Action.CLOSE: self.tr("Close"),
            Action.NOT_NOW: self.tr("Not now"),
            Action.FINISH: self.tr("Finish"),
            Action.IMPROVE_LATER: self.tr("Improve later"),
        }.get(action, "")

    def _looking(self, action: Action) -> str:
        return {
            Action.OPEN_OPTIONS: self.tr("Options…"),
            Action.OPEN_CHECK: self.tr("System check"),
            Action.OPEN_LICENSE: self.tr("license terms"),
            Action.RESTORE_DEFAULTS: self.tr("Restore defaults"),
            Action.CHECK_AGAIN: self.tr("Check again"),
            Action.GET_DRIVER: self.tr("Get the driver"),
            Action.WEBSITE: self.tr("Open website"),
            Action.HELP: self.tr("Help"),
            Action.SHOW_DETAILS: self.tr("Show details"),
            Action.HIDE_DETAILS: self.tr("Hide details"),
            Action.COPY_REPORT: self.tr("Copy report"),
            Action.OPEN_LOG: self.tr("Open log folder"),
            Action.OPEN_FOLDER: self.tr("Open the folder"),
            Action.SAVE: self.tr("Save"),
        }[action]


action_texts = ActionTexts()
