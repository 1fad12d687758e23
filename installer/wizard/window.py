"""The window: it asks, shows what is done, and closes without leaving anything half done."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QShowEvent

from builder.base.errors import Cancelled, EngineInstallerError, Remedy
from builder.base.events import Event, Result, Warned
from builder.base.names import one_line
from builder.operating_system import has_administrator_rights
from installer.actions.elevated import can_elevate
from installer.actions.outcome import result_of
from installer.wizard import pictures
from installer.wizard.assessment import Assessment, Mode, brand_of
from installer.wizard.busy_watch import BusyWatch
from installer.wizard.choices import Choices, for_window, with_new_timings
from installer.wizard.ending import log_line
from installer.wizard.frame import Frame
from installer.wizard.language import translated
from installer.wizard.language_menu import ask_for_language, language_in_use, speak
from installer.wizard.look.theme import theme
from installer.wizard.memory import Memory
from installer.wizard.notification import Notifier
from installer.wizard.page_set import PageSet
from installer.wizard.places import open_place
from installer.wizard.taskbar import Taskbar, TaskbarState, taskbar_of
from installer.wizard.trouble import stays_to_tell
from installer.wizard.verdict import verdict
from installer.wizard.views import FOLLOWING, Action, Phase, View, view_for
from installer.wizard.worker import Background, Worker

if TYPE_CHECKING:
    from builder.gpu.busy import BusyVerdict
    from installer.actions.log import RunLog
    from installer.target.request import Request

_LOOK_AGAIN_MS = 2000
_LATER = (Remedy.FREE_SPACE, Remedy.WAIT)
"""What the user can do beside the window, which then goes on by itself."""


class InstallerWindow(Frame):
    """The window.

    Attributes:
        mode: what it does now; maintenance changes it.
        assessed_request: what the latest assessment is about.
        result_of_run: how the run ended; until it has ended, that it was cancelled.
        timeout_minutes: how long a run may take; None for as long as it takes.
        busy_watch: watches the GPUs on which kernels will be timed, while the first page is shown.
        background: does what takes time.
        launches, adds_shortcut: what is to be done when the window has closed.
        settled: an assessment has ended and is shown.
        activity: something of a run was shown.
        ended: a run has ended and its result is shown.
    """

    settled = Signal()
    activity = Signal()
    ended = Signal()

    def __init__(
        self,
        mode: Mode,
        request: Request,
        log: RunLog,
        *,
        passive: bool = False,
        timeout_minutes: float | None = None,
        save: Callable[[Request], None] = lambda request: None,
        worker: Worker | None = None,
        clock: Callable[[], float] = time.monotonic,
        offers_language: bool = False,
        remembers: bool = True,
    ) -> None:
        """Create the window.

        Args:
            mode: what it does first.
            request: what is asked for so far.
            log: receives everything.
            passive: ask nothing: start at once, show the progress, and close in the end.
            timeout_minutes: how long a run may take; None for as long as it takes.
            save: called with the final request before it is carried out.
            worker: does what takes time; None for the usual one.
            clock: seconds.
            offers_language: another language can be chosen on the first page.
            remembers: it begins with what was chosen in an earlier one, and leaves what is chosen for the next.
        """
        super().__init__(passive=passive, clock=clock)
        self.mode: Mode = mode
        self._first_mode: Mode = mode
        self._request = for_window(request)
        self._log = log
        self._save = save
        self._offers_language = offers_language
        self._remembers = remembers
        self.timeout_minutes = timeout_minutes
        self._phase = Phase.ASSESSING
        # What can be chosen comes from the first assessment, whatever the choices make of the plan.
        self._offered: Assessment | None = None
        self._assessment: Assessment | None = None
        self._error: EngineInstallerError | None = None
        self._noted = ""
        self.assessed_request = self._request
        self._starts_when_settled = False
        self._choices_before = Choices()
        self._memory = Memory(None, self._request)
        self._has_chosen = False
        self._aside_from = View.WELCOME
        self.launches = self.adds_shortcut = False
        self.result_of_run = result_of(Cancelled())
        self._brand = brand_of(mode, request)
        self._taskbar = Taskbar(0)
        self.busy_watch = BusyWatch(self)
        self._notifier = Notifier(self)
        self.background = Background(worker or Worker(log))
        self._look_again = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self._assess_quietly)
        self._make_pages()
        self._connect(self.background.worker)
        self._show_brand()
        self.fit_to_screen()
        self._show(View.PROGRESS if passive else View.WELCOME)

    def _make_pages(self) -> None:
        self.remove_pages()
        self._pages = PageSet(self._brand, self._log.path, self.clock, self.add_page)
        self._pages.progress.progressed.connect(self._show_on_taskbar)
        self._pages.progress.committed.connect(self._when_committed)
        self._pages.progress.activity.connect(self.activity)
        self._pages.progress.blocked.connect(self._tell_of_waiting)
        self._pages.welcome.offer_language(language_in_use() if self._offers_language else "")

    def _connect(self, worker: Worker) -> None:
        self.pressed.connect(self._do)
        self.left.connect(self.leave)
        self.busy_watch.seen.connect(self._show_users)
        # Methods of this object run in its thread; functions would run in the worker's.
        worker.assessed.connect(self._when_assessed)
        worker.happened.connect(self._show_events)
        worker.ended.connect(self._when_ended)

    def _show_users(self, seen: Sequence[tuple[str, BusyVerdict]]) -> None:
        used = [verdict for _, verdict in seen if verdict.in_use]
        self._pages.welcome.show_users([name for verdict in used for name in verdict.names], in_use=bool(used))

    def _show_events(self, events: Sequence[Event]) -> None:
        self._pages.progress.show_events(events)

    def _show_brand(self) -> None:
        brand = self._brand
        theme().set_accent(QColor(brand.accent) if brand.accent else None)
        self.set_brand(pictures.icon(brand.icon), pictures.banner(brand.banner), brand.app.name or brand.title)
        self._pages.set_brand(brand)
        name = brand.app.name or brand.title
        self.setWindowTitle(one_line(self.tr("{0} Setup").format(name)) if name else self.tr("Setup"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._taskbar.close()
        self._taskbar = taskbar_of(int(self.winId()))

    # What is pressed.

    def _do(self, action: Action) -> None:
        if action in (Action.CANCEL, Action.NOT_NOW, Action.BACK):
            self._go_back()
        elif action is Action.CLOSE:
            self.leave()
        elif step := self._steps().get(action):
            step()
        elif action in (Action.COPY_REPORT, Action.SAVE):
            self._hand_out(action)
        else:
            open_place(action, self._brand, self._log.path.parent, self.target)

    def _steps(self) -> dict[Action, Callable[[], None]]:
        """What changes the page or the request."""
        start, pages = self._start, self._pages
        return {
            Action.INSTALL: start,
            Action.INSTALL_ANYWAY: start,
            Action.UPDATE: start,
            Action.REPAIR: start,
            Action.OPTIMIZE: start,
            Action.REMOVE: start,
            Action.FINISH: self._finish,
            Action.IMPROVE_LATER: self._finish,
            Action.OPEN_OPTIONS: self._open_options,
            Action.OTHER_FOLDER: self._ask_for_folder,
            Action.DONE: self._take_choices,
            Action.RESTORE_DEFAULTS: lambda: pages.options.restore_defaults(),
            Action.OPEN_CHECK: lambda: self._step_aside(View.SYSTEM_CHECK),
            Action.OPEN_LICENSE: lambda: self._step_aside(View.LICENSE),
            Action.CHECK_AGAIN: self._check_again,
            Action.TRY_AGAIN: self._try_again,
            Action.IMPROVE_NOW: self._improve,
            Action.OPEN_REPAIR: lambda: self._turn_to("repair", self._request),
            Action.OPTIMIZE_AGAIN: lambda: self._turn_to("repair", replace(self._request, rebuild=True)),
            Action.OPEN_REMOVE: lambda: self._turn_to("uninstall", self._request),
            Action.OPEN_CHANGE: self._open_change,
            Action.APPLY_CHANGE: self._apply_change,
            Action.CONTINUE_ANYWAY: pages.progress.continue_anyway,
            Action.KEEP_GOING: self._keep_going,
            Action.STOP: self.stop,
            Action.SHOW_DETAILS: lambda: pages.show_details(shown=True),
            Action.HIDE_DETAILS: lambda: pages.show_details(shown=False),
            Action.LANGUAGE: self._choose_language,
        }

    def _hand_out(self, action: Action) -> None:
        if action is Action.SAVE:
            self._pages.license.save()
            return
        QGuiApplication.clipboard().setText(self.report())

    def report(self) -> str:
        """Everything that helps those who help, in English."""
        return self._pages.report(self.result_of_run if self._phase is Phase.ENDED else None)

    def _go_back(self) -> None:
        """Leave a page that was opened on the way, or the window."""
        view = self.page.view
        if view in (View.SYSTEM_CHECK, View.LICENSE):
            self._show(self._aside_from)
        elif view is View.OPTIONS:
            self._pages.options.set_choices(self._choices_before)
            self._show(self._pages.home)
            if self._phase is Phase.ENDED:
                self._assess(self.assessed_request)  # what was found before the run is no longer so
        elif self._is_on_the_way(view):
            self._stay_with_maintenance()
            self._show(View.MAINTENANCE)
        else:
            self.leave()

    def _stay_with_maintenance(self) -> None:
        """Drop what was about to be done with an application, also if that is still being looked at."""
        self._starts_when_settled = False
        self._enter(Phase.ASKING)
        self.unsetCursor()
        self.mode, self._assessment = self._first_mode, self._offered

    def _is_on_the_way(self, view: View) -> bool:
        """Whether maintenance led to a page on which nothing has been done."""
        opened = view in (View.CHANGE, View.REPAIR, View.REMOVE, View.NOTHING_TO_REPAIR) or (
            view is View.FAILED and self._phase is not Phase.ENDED
        )
        return opened and self._pages.home is View.MAINTENANCE

    def _step_aside(self, view: View) -> None:
        self._aside_from = self.page.view
        self._show(view)

    def _show(self, view: View) -> None:
        """Open a page, and watch what it depends on."""
        self.show_page(self._pages.of(view))
        self._watch()

    def _watch(self) -> None:
        """Look at the graphics cards, or again at what prevents an installation, while the first page is shown."""
        found, is_home = self._assessment, self.page.view is View.WELCOME
        self.busy_watch.watch(found.timed_gpus if is_home and found and found.refusal is None else ())
        refusal = found.refusal if found else None
        if is_home and refusal is not None and refusal.remedy in _LATER:
            self._look_again.start()
        else:
            self._look_again.stop()

    # Choices.

    @property
    def _offers_scope(self) -> bool:
        """Whether the user can choose for whom it is: nobody has done so, and rights could be got."""
        return self._request.scope is None and (has_administrator_rights() or can_elevate())

    def _open_options(self) -> None:
        self._choices_before = self._pages.options.choices()
        self._show(View.OPTIONS)

    def _ask_for_folder(self) -> None:
        """Let the user choose another folder, and say below it why."""
        if self._offered is None or not self._offered.asks_for_folder:
            self._try_again()
            return
        found = self._assessment
        said = verdict(found) if found and found.refusal else None
        why = said.text or said.title if said else self.result_of_run.plain
        self._pages.home = View.WELCOME
        self._open_options()
        self._pages.options.ask_for_folder(translated(why))

    def _take_choices(self) -> None:
        choices = self._pages.options.choices()
        self._has_chosen = True
        self._show(View.WELCOME)
        if choices != self._choices_before or self._assessment is None or self._phase is Phase.ENDED:
            self._assess(choices.applied(self._request))

    def _open_change(self) -> None:
        assert self._offered is not None
        self._stay_with_maintenance()
        self._pages.change.show_assessment(self._offered)
        self._show(View.CHANGE)

    def _apply_change(self) -> None:
        self._starts_when_settled = True
        self._assess(self._pages.change.applied(self._request))

    def _choose_language(self) -> None:
        button = self.footer.button(Action.LANGUAGE)
        assert button is not None
        if code := ask_for_language(button):
            self._speak(code)

    def _speak(self, code: str) -> None:
        """Say everything again in another language; what was chosen and accepted stays."""
        is_accepted = self._pages.welcome.is_accepted
        choices = self._pages.options.choices() if self._offered else None
        speak(code)
        self._make_pages()
        self._show_brand()
        self._pages.welcome.accept(is_accepted)
        if self._offered and choices:
            self._pages.options.show_assessment(self._offered, offers_scope=self._offers_scope)
            self._pages.options.set_choices(choices)
        if self._assessment:
            self._pages.show_assessment(self._assessment)
        elif self._error:
            self._show_refusal(self._error)
        self._show(View.WELCOME)

    # Assessing.

    def begin(self) -> None:
        """Find out what could be done and show it; without questions, start to do it."""
        if self.is_passive:
            self._start()
            return
        self._offered = None
        self._recall()
        self._show(View.WELCOME)
        self._assess(self._request)

    def _recall(self) -> None:
        """Begin with what was chosen the last time."""
        app = self._brand.app.id if self._remembers else None
        self._memory = Memory.of(app, self._request) if self.mode == "install" else Memory(app, self._request)
        self._request = self._memory.request

    def _check_again(self) -> None:
        # The package may have changed, or may not have been there before.
        self._brand = brand_of(self.mode, self._request)
        self._show_brand()
        self._assess(self.assessed_request)

    def _assess_quietly(self) -> None:
        """Look again whether what prevented it is gone, without showing that."""
        if self._phase is Phase.ASKING and self.page.view is View.WELCOME:
            self._assess(self.assessed_request, is_quiet=True)

    def _try_again(self) -> None:
        """After a run that did most of it, do the rest; change features as before; else look at the computer again."""
        if self.page.view is View.DONE:
            self._start()
            return
        if self.assessed_request.changes_features:
            self._starts_when_settled = True
            self._assess(self.assessed_request)
            return
        self.mode = self._first_mode
        self._brand = brand_of(self.mode, self._request)
        self._show_brand()
        self.begin()

    def _improve(self) -> None:
        """Time again what was timed while other programs used the graphics card."""
        self._request = with_new_timings(self._request)
        self._starts_when_settled = True
        self._turn_to("repair", self._request)

    def _turn_to(self, mode: Mode, request: Request) -> None:
        """Do something else with an application that is installed."""
        self.mode = mode
        self._assess(request)

    def _assess(self, request: Request, *, is_quiet: bool = False) -> None:
        self.assessed_request = request
        if not is_quiet:
            self.setCursor(Qt.CursorShape.BusyCursor)
            self._assessment = self._error = None
            self.result_of_run = result_of(Cancelled())
            self._pages.begin_assessment()
        self._enter(Phase.ASSESSING)
        self.background.assess(self.mode, request, is_quiet=is_quiet)

    def _when_assessed(self, mode: Mode, request: Request, found: Assessment | EngineInstallerError) -> None:
        if self._phase is not Phase.ASSESSING or (mode, request) != (self.mode, self.assessed_request):
            return  # something else has been chosen since
        if self.background.isFinished():
            return  # this window has ended
        self._enter(Phase.ASKING)
        self.unsetCursor()
        starts, self._starts_when_settled = self._starts_when_settled, False
        if isinstance(found, EngineInstallerError):
            self._log.write("error", found.message)
            self._assessment, self._error = None, found
            self._show_refusal(found)
        elif not self._show_assessment(found, starts=starts):
            return
        self._watch()
        self.settled.emit()

    def _show_refusal(self, error: EngineInstallerError) -> None:
        """Say what prevents it: on the first page, which has remedies for it, or on one of its own."""
        self.result_of_run = result_of(error)
        self._pages.show_error()
        if self._pages.home is View.WELCOME and self.mode == "install":
            self._pages.welcome.show_error(error)
            return
        changes = self.mode == "install" and self._pages.home is View.MAINTENANCE
        self._show(self._pages.show_refusal("change" if changes else self.mode, error))

    def _show_assessment(self, found: Assessment, *, starts: bool) -> bool:
        """Show it; returns whether that is all, and not another one follows."""
        self._assessment = found
        if self._offered is None and found.mode == "install":
            self._offered = found
            self._pages.options.show_assessment(found, offers_scope=self._offers_scope)
            if kept := self._memory.choices_for(found):
                self._pages.options.set_choices(kept)
                self._assess(kept.applied(self._request))
                return False
        self._pages.show_assessment(found)
        self._note_verdict(found)
        if found.refusal:
            self.result_of_run = result_of(found.refusal)
        if found.refusal and (found.mode != "install" or starts):
            self._show_refusal(found.refusal)
        elif starts:
            self._start()
        elif self.page.view not in (View.OPTIONS, View.SYSTEM_CHECK, View.LICENSE):
            self._show_found(found)
        return True

    def _note_verdict(self, found: Assessment) -> None:
        """Write into the log what the user is told before the start, unless it has been said already."""
        judged = verdict(found)
        line = f"The window says: {judged.title} | {judged.text}"
        if found.mode == "install" and judged.kind != "ready" and line != self._noted:
            self._log.write("warning", line)
        self._noted = line

    def _show_found(self, found: Assessment) -> None:
        """Open the page for what was found, unless the user looks at it already."""
        is_there = found.installed is not None and not found.is_update
        view = view_for(found.mode, is_there=is_there, chosen=self._has_chosen, nothing_to_do=found.nothing_to_do)
        if view in (View.WELCOME, View.MAINTENANCE):
            self._pages.home = view
        if view is not self.page.view:
            self._show(view)

    # Working.

    def _enter(self, phase: Phase) -> bool:
        """Change the phase; returns whether it may follow the current one."""
        if phase not in FOLLOWING[self._phase]:
            return False
        self._phase = phase
        return True

    def _start(self) -> None:
        request = replace(self.assessed_request, skip_wait=lambda: self._pages.progress.skip_wait)
        if self.mode == "uninstall":
            request = self._pages.remove.applied(request)
        self._pages.begin_run(self.mode, self._assessment, passive=self.is_passive)
        try:
            self._save(request)
        except EngineInstallerError as error:
            self._log.write("warning", error.message)
            self._pages.progress.show_events([Warned(error.message)])
        self._enter(Phase.WORKING)
        self._show(View.PROGRESS)
        self.background.work(self.mode, replace(request, log_path=self._log.path), self.timeout_minutes)

    def _show_on_taskbar(self) -> None:
        progress = self._pages.progress
        is_paused = progress.is_waiting or self.sheet.is_open
        self._taskbar.show(TaskbarState.PAUSED if is_paused else TaskbarState.NORMAL, progress.share)

    def _tell_of_waiting(self) -> None:
        header = self.page.header()
        self._notifier.tell(header.title, header.sentence)

    def _when_committed(self) -> None:
        self._enter(Phase.COMMITTED)
        self.sheet.close_by_itself()

    def _when_ended(self, result: Result) -> None:
        was_stopped = self._phase is Phase.STOPPING
        self.result_of_run = result
        self._enter(Phase.ENDED)
        self.sheet.close_by_itself()
        self._pages.progress.end()
        self._taskbar.show(TaskbarState.NONE if result.code == 0 else TaskbarState.ERROR, 1.0)
        if was_stopped or (self.is_passive and not stays_to_tell(result)):
            self._close()
        else:
            # A run without questions that failed has to be seen as well.
            self.become_large()
            self._show(
                self._pages.show_result(self.mode, self._assessment, result, wants_shortcut=self._memory.wants_shortcut)
            )
            if ending := self._pages.ending:
                self._log.write("warning" if ending.caveat else "info", log_line(ending))
            header = self.page.header()
            self._notifier.tell(header.title, header.sentence)
        self.ended.emit()

    # Leaving.

    def leave(self) -> None:
        """React to Cancel, Escape, or a closed window: while something can be stopped, ask first."""
        if self._phase is Phase.WORKING:
            if not self.sheet.is_open:
                self.ask(*self._pages.progress.stop_question())
                self._show_on_taskbar()
        elif not self._phase.is_busy:
            self._close()

    def _keep_going(self) -> None:
        self.sheet.close_by_itself()
        self._show_on_taskbar()

    def stop(self) -> None:
        """Stop the run, unless it is too late for that, and close when it has stopped; asks nothing."""
        self.sheet.close_by_itself()
        if not self._phase.is_busy:
            self._close()
        elif self._enter(Phase.STOPPING):
            self._pages.progress.stopping()
            self.background.cancel()

    def _finish(self) -> None:
        self.launches, self.adds_shortcut = self._pages.done.launches, self._pages.done.adds_shortcut
        self._close()

    def _remember(self) -> None:
        """Keep what the next window should begin with."""
        if self._phase is Phase.ENDED and self.result_of_run.code == 0 and self._assessment:
            self._memory.keep_installation(self._assessment, wants_shortcut=self.adds_shortcut)
        elif self._first_mode == "install" and self._offered and self._phase in (Phase.ASSESSING, Phase.ASKING):
            self._memory.keep_choices(self._pages.options.choices())

    @property
    def target(self) -> Path | None:
        """Where the application is; None while that is unknown."""
        return self._assessment.target if self._assessment else None

    def _close(self) -> None:
        self._look_again.stop()
        self._remember()
        self.done(0)

    def end(self) -> None:
        """Leave no thread and no child process behind."""
        self._look_again.stop()
        self.busy_watch.stop()
        self._notifier.close()
        self.background.end()
        self._taskbar.close()
