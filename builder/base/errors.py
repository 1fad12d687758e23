"""The one hierarchy of errors that a user can meet, and the one list of exit codes.

Every error says what happened (`message`), what to do about it (`hint`), and keeps what only a log should show
(`detail`). A window says it shorter, to people who know neither engines nor command lines (`plain`), and makes a button
of what can be done (`remedy`). The class decides the exit code, so the same fault ends every front end alike.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from builder.base.text import NO_TEXT, Text, say


class ExitCode(Enum):
    """What a run came to: Windows Installer's number on Windows, sysexits.h's number elsewhere."""

    OK = ("ok", 0, 0)
    CANCELLED = ("cancelled", 1602, 130)
    BUILD_FAILED = ("build_failed", 1603, 1)
    SUSPENDED = ("suspended", 1604, 75)
    NOT_INSTALLED = ("not_installed", 1605, 66)
    PACKAGE_MISSING = ("package_missing", 1612, 66)
    ALREADY_RUNNING = ("already_running", 1618, 75)
    PACKAGE_INVALID = ("package_invalid", 1620, 65)
    LOG_UNWRITABLE = ("log_unwritable", 1622, 73)
    BLOCKED_BY_POLICY = ("blocked_by_policy", 1625, 77)
    SYSTEM_NOT_SUPPORTED = ("system_not_supported", 1633, 69)
    INVALID_PARAMETER = ("invalid_parameter", 1639, 64)
    ACCESS_DENIED = ("access_denied", 5, 77)
    OUT_OF_MEMORY = ("out_of_memory", 14, 71)
    FILE_IN_USE = ("file_in_use", 32, 75)
    DISK_FULL = ("disk_full", 112, 74)
    IO_ERROR = ("io_error", 1117, 74)
    INTERNAL_ERROR = ("internal_error", 1603, 70)

    def __init__(self, label: str, windows: int, posix: int) -> None:
        self.label = label
        self.windows = windows
        self.posix = posix

    @property
    def number(self) -> int:
        """The process exit status on this operating system."""
        return self.windows if os.name == "nt" else self.posix


class Remedy(Enum):
    """What the user can do about an error; a window makes a button of it."""

    NONE = "none"
    TRY_AGAIN = "try_again"
    OTHER_FOLDER = "other_folder"
    FREE_SPACE = "free_space"
    """Make room on the disk, or choose a folder on another one."""
    GET_DRIVER = "get_driver"
    DOWNLOAD_AGAIN = "download_again"
    """Get the setup anew from where it came from."""
    WAIT = "wait"
    """Something else has to end first, and will."""


class EngineInstallerError(Exception):
    """Base of every error that is shown to a user.

    A class has a `plain` sentence and a `remedy` of its own, for errors that are made without.

    Attributes:
        message: what happened, one or more sentences for a console or a log.
        hint: what the user can do about it; empty when there is nothing to advise.
        detail: what helps the reader of the log; not needed to understand the message.
        plain: what happened, in one or two short sentences for people who have never heard of engines or models.
        remedy: what such people can do about it.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.INTERNAL_ERROR
    plain: Text = say("Something unexpected happened.")
    remedy: Remedy = Remedy.TRY_AGAIN

    def __init__(
        self,
        message: Text,
        *,
        hint: Text = NO_TEXT,
        detail: str = "",
        plain: Text = NO_TEXT,
        remedy: Remedy | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.detail = detail
        if plain:
            self.plain = plain
        if remedy is not None:
            self.remedy = remedy


class Cancelled(EngineInstallerError):
    """The user, a signal or a controlling process asked to stop."""

    exit_code = ExitCode.CANCELLED
    plain = say("It was stopped before it was finished.")
    remedy = Remedy.NONE

    def __init__(self, message: Text | None = None) -> None:
        super().__init__(message or say("The run was cancelled. Nothing was changed."))


class BuildFailed(EngineInstallerError):
    """The engine library refused a model or gave no engine."""

    exit_code = ExitCode.BUILD_FAILED
    plain = say("An AI feature could not be optimized for this PC.")
    remedy = Remedy.NONE


class BuilderCrashed(BuildFailed):
    """The child process that builds an engine ended without a word."""

    plain = say("A part of the setup stopped unexpectedly.")
    remedy = Remedy.TRY_AGAIN


class EngineInvalid(BuildFailed):
    """A built engine did not pass verification, so it was not published."""

    plain = say("An AI feature did not pass its final check.")
    remedy = Remedy.TRY_AGAIN


class AnswersWrong(BuildFailed):
    """An engine gave other outputs than the vendor's references, in every way that there is to build it."""

    plain = say("An AI feature gave wrong results on this PC.")
    remedy = Remedy.GET_DRIVER


class PackagingFailed(EngineInstallerError):
    """The program could not be made into what end users download."""

    exit_code = ExitCode.BUILD_FAILED
    plain = say("The setup could not be made.")
    remedy = Remedy.NONE


class TimeLimitReached(EngineInstallerError):
    """The run has taken as long as it was allowed to; it can be continued."""

    exit_code = ExitCode.SUSPENDED
    plain = say("The setup took longer than it was allowed to.")
    remedy = Remedy.TRY_AGAIN

    def __init__(self) -> None:
        super().__init__(
            say("The time limit was reached before an engine was finished. Nothing was changed."),
            hint=say("Run the command again with a larger --timeout.", window="Try again to continue."),
        )


class GpuBusy(EngineInstallerError):
    """The GPU is in use, and the run was asked to stop rather than to time kernels on it."""

    exit_code = ExitCode.SUSPENDED
    plain = say("Another program is using your graphics card.")
    remedy = Remedy.TRY_AGAIN


class NotInstalled(EngineInstallerError):
    """There is no engines.json where one was expected."""

    exit_code = ExitCode.NOT_INSTALLED
    plain = say("Nothing is installed here.")
    remedy = Remedy.NONE


class PackageMissing(EngineInstallerError):
    """There is no app package where one was expected."""

    exit_code = ExitCode.PACKAGE_MISSING
    plain = say("This setup is incomplete or damaged. Download it again.")
    remedy = Remedy.DOWNLOAD_AGAIN


class AlreadyRunning(EngineInstallerError):
    """Another run holds the lock of the same target."""

    exit_code = ExitCode.ALREADY_RUNNING
    plain = say("This application is already being set up in another window.")
    remedy = Remedy.WAIT


_MOST_FAULTS = 100
_MOST_CHARACTERS = 500


def _shortened(text: str) -> str:
    """Cut what would fill a screen, such as a key or a path of thousands of characters."""
    return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - 3] + "..."


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in a file of the app package.

    Attributes:
        file: the file's path as the user knows it.
        key: the key path inside the file, such as `model[0].onnx`; empty when the whole file is meant.
        found: what stands there.
        expected: what should stand there.
        item: names the table that the key is in, such as `model 'text-det'`; empty where nothing does.
        inner: the key path inside that table, such as `onnx`; None where only the whole one tells where it is.
    """

    file: str
    key: str
    found: str
    expected: str
    item: str = ""
    inner: str | None = None

    @property
    def text(self) -> Text:
        """The fault in words, as a part of a sentence; only the vendor can do anything with more than the place."""
        return say(
            "{place}: found {found}; expected {expected}",
            window="{place} is not as it should be",
            place=_shortened(self._place),
            found=_shortened(self.found),
            expected=_shortened(self.expected),
        )

    @property
    def _place(self) -> str:
        # Nobody counts tables of an array to find the one that has a name.
        key = self.key if self.inner is None else self.inner
        return ": ".join(filter(None, (", ".join(filter(None, (self.file, self.item))), key)))

    def __str__(self) -> str:
        return str(self.text)


class PackageInvalid(EngineInstallerError):
    """The app package is damaged or its manifest is wrong.

    Attributes:
        faults: everything that is wrong, so that a vendor can correct it in one go. A window leaves them out.
    """

    exit_code = ExitCode.PACKAGE_INVALID
    plain = say("This setup is incomplete or damaged. Download it again.")
    remedy = Remedy.DOWNLOAD_AGAIN

    def __init__(
        self,
        message: Text,
        *,
        hint: Text = NO_TEXT,
        detail: str = "",
        plain: Text = NO_TEXT,
        remedy: Remedy | None = None,
        faults: tuple[Fault, ...] = (),
    ) -> None:
        lines = "".join(f"\n  - {fault}" for fault in faults[:_MOST_FAULTS])
        if len(faults) > _MOST_FAULTS:
            lines += f"\n  - and {len(faults) - _MOST_FAULTS} more"
        # What is wrong is for the vendor, who reads it on a console or in the log.
        super().__init__(
            say("{summary}{faults}", window="{summary}", summary=message, faults=Text(lines)),
            hint=hint,
            detail=detail,
            plain=plain,
            remedy=remedy,
        )
        self.faults = faults


class ModelInvalid(PackageInvalid):
    """A model is not what it should be, although its file is the one that the vendor has packaged."""

    plain = say("An AI feature has a fault that only its publisher can correct.")
    remedy = Remedy.NONE


class LogUnwritable(EngineInstallerError):
    """The log file cannot be created."""

    exit_code = ExitCode.LOG_UNWRITABLE
    plain = say("The log file of the setup cannot be written.")
    remedy = Remedy.TRY_AGAIN


class BlockedByPolicy(EngineInstallerError):
    """What was asked for could be done, but would not be safe."""

    exit_code = ExitCode.BLOCKED_BY_POLICY
    plain = say("It was stopped, because going on would not be safe.")
    remedy = Remedy.NONE


class FeedNotTrusted(BlockedByPolicy):
    """What a feed delivers is not what its vendor has signed, or older than what was seen before."""

    plain = say("What was downloaded could not be verified, so it was not used.")
    remedy = Remedy.TRY_AGAIN


class SystemNotSupported(EngineInstallerError):
    """The machine lacks a GPU, driver or library that the package needs."""

    exit_code = ExitCode.SYSTEM_NOT_SUPPORTED
    plain = say("The AI features cannot be set up on this PC.")
    remedy = Remedy.NONE


class LibraryMissing(SystemNotSupported):
    """An engine library is not installed."""

    plain = say("This setup is incomplete or damaged. Download it again.")
    remedy = Remedy.DOWNLOAD_AGAIN


class DownloadFailed(SystemNotSupported):
    """Something that is to come from the network did not come."""

    plain = say("A part of the setup could not be downloaded. Check your internet connection.")
    remedy = Remedy.TRY_AGAIN


class InvalidParameter(EngineInstallerError):
    """The command line is wrong."""

    exit_code = ExitCode.INVALID_PARAMETER
    plain = say("The setup cannot go on with these settings.")
    remedy = Remedy.NONE


class AccessDenied(EngineInstallerError):
    """The operating system refused access to a file or folder."""

    exit_code = ExitCode.ACCESS_DENIED
    plain = say("You are not allowed to write there.")
    remedy = Remedy.OTHER_FOLDER


class OutOfMemory(EngineInstallerError):
    """There is not enough system or GPU memory."""

    exit_code = ExitCode.OUT_OF_MEMORY
    plain = say("Your PC had too little free memory. Close other programs, then try again.")
    remedy = Remedy.TRY_AGAIN


_NO_MEMORY = (
    "MemoryError", "std::bad_alloc", "can't start new thread", "Memory allocation still failed",
    "annot allocate memory", "failed to map segment",
)  # fmt: skip
"""What Python, C++, OpenBLAS and the loader say when there is no memory, or no address space for a stack."""


def says_out_of_memory(text: str) -> bool:
    """Whether a traceback, or what a process said at its end, is about memory."""
    return any(words in text for words in _NO_MEMORY)


class FileInUse(EngineInstallerError):
    """Another program holds a file that must be replaced."""

    exit_code = ExitCode.FILE_IN_USE
    plain = say("Another program is using a file that must be replaced. Close it, then try again.")
    remedy = Remedy.TRY_AGAIN


class DiskFull(EngineInstallerError):
    """The volume has no room left."""

    exit_code = ExitCode.DISK_FULL
    plain = say("The disk became full.")
    remedy = Remedy.FREE_SPACE


class IoError(EngineInstallerError):
    """A file operation failed for a reason that lies in the device or the file system."""

    exit_code = ExitCode.IO_ERROR
    plain = say("A file could not be read or written.")
    remedy = Remedy.TRY_AGAIN


class InternalError(EngineInstallerError):
    """A fault of engine-installer itself."""


def error_from_label(
    label: str, message: Text, hint: Text, detail: str, plain: Text = NO_TEXT, remedy: str = ""
) -> EngineInstallerError:
    """Rebuild an error that a worker reported, from the label of its exit code and the value of its remedy.

    A label that no class carries gives an `InternalError`: the worker and this program disagree.
    """
    known = Remedy(remedy) if remedy in {item.value for item in Remedy} else None
    for kind in (
        BuildFailed,
        PackageMissing,
        PackageInvalid,
        SystemNotSupported,
        AccessDenied,
        OutOfMemory,
        FileInUse,
        DiskFull,
        InvalidParameter,
        IoError,
    ):
        if kind.exit_code.label == label:
            return kind(message, hint=hint, detail=detail, plain=plain, remedy=known)
    return InternalError(message, hint=hint, detail=detail, plain=plain, remedy=known)
