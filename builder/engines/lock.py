"""The lock of a target: one run at a time."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from builder.base.errors import AlreadyRunning
from builder.base.files import explained, make_directory_noting_new
from builder.base.text import say

if TYPE_CHECKING:
    from filelock import FileLock

_LOCK_NAME = ".lock"


class TargetLock:
    """The lock of one target.

    Attributes:
        new_folders: those that this run made to have a place for the lock, the innermost first.
    """

    def __init__(self, target: Path, folder: Path) -> None:
        """Prepare the lock.

        Args:
            target: what only one run at a time may change.
            folder: in which the lock lies; a folder of the target.
        """
        self._target = target
        self._folder = folder
        self._path = folder / _LOCK_NAME
        self.new_folders: list[Path] = []

    @contextlib.contextmanager
    def hold(self, wait: Callable[[], None] | None = None) -> Iterator[None]:
        """Hold the target for this run; leave no trace of a run that published nothing.

        Args:
            wait: called while another run holds the target, again and again; may raise. None does not wait.

        Raises:
            AlreadyRunning: another run holds it.
            EngineInstallerError: the target cannot be created or written.
        """
        lock = self._acquire(wait)
        try:
            yield
        finally:
            # While it is held: a run that has just opened the file finds it gone and starts over. Windows refuses
            # that, but there a file that another run holds cannot be removed, so afterwards is safe as well.
            removed = self._remove()
            lock.release()
            if not removed:
                self._remove()
            # Only empty folders that this run made: what was there stays, and so does what was published.
            for folder in self.new_folders:
                with contextlib.suppress(OSError):
                    folder.rmdir()

    def _acquire(self, wait: Callable[[], None] | None) -> FileLock:
        from filelock import FileLock, Timeout

        lock = FileLock(self._path, timeout=0)
        while True:
            self.new_folders = [*make_directory_noting_new(self._folder), *self.new_folders]
            with explained(self._folder, say("write to")):
                try:
                    lock.acquire()
                    return lock
                except Timeout:  # which is an OSError
                    if wait is None:
                        raise already_running(self._target) from None
                except FileNotFoundError:
                    continue  # the other run has just removed a folder that it had made
            wait()

    def is_held(self) -> bool:
        """Whether another run holds the target now."""
        from filelock import FileLock, Timeout

        if not self.exists():
            return False
        try:
            with FileLock(self._path, timeout=0):
                return False
        except Timeout:
            return True
        except OSError:
            return False  # taking the lock will say why

    def remove_stale(self) -> None:
        """Remove a lock file that a run which was cut off has left, if this can be done."""
        from filelock import FileLock, Timeout

        if self.exists():
            lock = FileLock(self._path, timeout=0)
            with contextlib.suppress(Timeout, OSError), lock:
                self._remove()

    def exists(self) -> bool:
        """Whether a run works here, or one that was cut off did."""
        return self._path.exists()

    def _remove(self) -> bool:
        try:
            self._path.unlink(missing_ok=True)
        except OSError:
            return False
        return True


def already_running(target: Path) -> AlreadyRunning:
    """Make the error of a run that finds another one working on its target."""
    return AlreadyRunning(
        say("Another run of engine-installer is working on {target}.", target=target),
        hint=say(
            "Wait until it has finished, then run the command again; --wait does that for you.",
            window="Wait until it has finished, then choose Try again.",
        ),
    )
