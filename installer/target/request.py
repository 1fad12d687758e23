"""What a run is asked for. Each field is an option, which the command line and answers files take from here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from builder.base.options import LEAST_MEMORY_MIB, MOST_MEMORY_MIB, PATHS, IfBusy, durations, option, whole_numbers
from builder.engines.options import EngineOptions

if TYPE_CHECKING:
    from builder.gpu.busy import BusyPolicy

Scope = Literal["all-users", "current-user"]
"""Whom an installation is for."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Request:
    """What a front end asks for.

    Attributes:
        package: folder of the app package; None for the one that is installed or shipped.
        target: folder of the application; None for the scope's default.
        scope: whom it is for; None for whom it was installed for, and at first the current user.
        log: the log file, or a folder for it; None for the log folder of the scope.
        unlisted: what calls this lists the application itself; kept until another version is installed.
        wait: wait while another run works on the target.
        timeout: minutes after which the run stops, keeping what is finished; None for no limit.
        wheels: a folder with wheels of the engine library, for packages that name some; None for none.
        kit: the folder of the kit that everything else comes from, so that nothing is downloaded; None without one.
        feed: a folder with a snapshot of the vendor's feed, for packages that have one; None for the feed's address.
        if_busy: what to do about a GPU that is in use when kernels are to be timed on it.
        busy_timeout: seconds that a run waits for such a GPU altogether.
        jobs: parallel builds; None leaves it to the plan.
        limit_memory: MiB that all builders may take together; None leaves it to the plan.
        all_features: install every feature, those that were left out before as well.
        options: what is asked of engines.
        rebuild: build every engine again, also those that are current.
        remove_logs: remove the log files of this application's runs as well.
        retime: build engines again that were timed while the GPU was in use.
        add: features of an installation that get engines, while nothing else of it changes.
        remove: features of an installation that go without engines from now on; again nothing else changes.
        skip_wait: asked while it waits for a GPU: whether the user no longer wants to.
        log_path: the file of this run's log, which messages name; None without a log.
    """

    package: Path | None = option(
        "--package",
        "the app package: the folder of app.toml (default: the one shipped)",
        group="places",
        metavar="DIR",
        values=PATHS,
        key="package",
    )
    target: Path | None = option(
        "--target",
        "where the application lives; engines go to DIR/engines (default: as the scope has it)",
        group="places",
        metavar="DIR",
        values=PATHS,
        key="target",
        in_wizard=True,
    )
    scope: Scope | None = option(
        None,
        "for all users of this computer, as administrator",
        "for the current user (default)",
        group="places",
        key="scope",
        in_wizard=True,
    )
    unlisted: bool = option(
        "--unlisted",
        "list the application nowhere, whatever the package says: the setup that calls this does that",
        group="places",
        default=False,
        key="unlisted",
    )
    log: Path | None = option(
        "--log",
        "the log file, or a folder for it (default: the log folder)",
        group="running",
        metavar="FILE",
        values=PATHS,
        key="log",
    )
    wait: bool = option(
        "--wait", "wait while another run works on the same target", group="running", default=False, key="wait"
    )
    timeout: float | None = option(
        "--timeout",
        "stop cleanly after so many minutes, keeping what is finished; run it again to go on",
        group="running",
        metavar="MIN",
        values=durations("minutes", 6, above_zero=True),
        key="timeout",
    )
    wheels: Path | None = option(
        "--wheels",
        "a folder with the wheels of the engine library, for a program that comes without it",
        group="library",
        metavar="DIR",
        values=PATHS,
    )
    kit: Path | None = option(
        "--kit",
        "a kit to install from, without a network (default: the one that this program lies in)",
        group="library",
        metavar="DIR",
        values=PATHS,
    )
    feed: Path | None = option(
        "--feed",
        "a folder with a copy of the vendor's feed, from which engines come instead of the network",
        group="library",
        metavar="DIR",
        values=PATHS,
        key="feed",
    )
    if_busy: IfBusy = option(
        "--if-busy",
        "what to do when kernels are to be timed on a GPU that is in use (default: wait)",
        group="building",
        default="wait",
        key="if-busy",
        in_wizard=True,
    )
    busy_timeout: float = option(
        "--busy-timeout",
        "how long to wait for the GPU altogether, before building anyway (default: 300)",
        group="building",
        default=300.0,
        metavar="SEC",
        values=durations("seconds", 7),
        key="busy-timeout",
    )
    jobs: int | None = option(
        "--jobs",
        "parallel builds (default: as cores and memory allow)",
        group="building",
        metavar="N",
        values=whole_numbers(1, 999),
        key="jobs",
    )
    limit_memory: int | None = option(
        "--limit-memory",
        "MiB of memory that all builds may take together (default: three quarters of the system memory)",
        group="building",
        metavar="MIB",
        values=whole_numbers(LEAST_MEMORY_MIB, MOST_MEMORY_MIB),
        key="limit-memory",
    )
    all_features: bool = option(
        "--all-features",
        "install every feature, also those that were left out before",
        group="engines",
        default=False,
        key="all-features",
        in_wizard=True,
        excludes="features",
    )
    options: EngineOptions = field(default_factory=EngineOptions)
    rebuild: bool = option(
        "--rebuild",
        "build every engine again, also those that are current; they stay until the new ones are ready",
        group="repairing",
        default=False,
        key="rebuild",
    )
    remove_logs: bool = option(
        "--remove-logs",
        "remove the log files of this application from the log folder as well",
        group="removing",
        default=False,
        key="remove-logs",
    )
    retime: bool = False
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    skip_wait: Callable[[], bool] = _never
    log_path: Path | None = None

    @property
    def changes_features(self) -> bool:
        """Whether it is only about features of what is installed."""
        return bool(self.add or self.remove)

    @property
    def busy(self) -> BusyPolicy:
        """What to do about a GPU that is in use."""
        from builder.gpu.busy import BusyPolicy

        return BusyPolicy(self.if_busy, self.busy_timeout, self.skip_wait)
