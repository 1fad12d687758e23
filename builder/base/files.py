"""Reading, hashing and replacing files so that nothing half-written is ever visible."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import IO, BinaryIO

from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import (
    AccessDenied,
    DiskFull,
    EngineInstallerError,
    FileInUse,
    InvalidParameter,
    IoError,
    OutOfMemory,
    Remedy,
)
from builder.base.names import character_fault, one_line
from builder.base.small_files import GROWING, UnfitFile, open_regular
from builder.base.text import NO_TEXT, Text, join, say
from builder.operating_system import (
    extended_path,
    is_held,
    make_writable,
    os_error_kind,
    programs_holding,
    sync_directory,
)
from builder.operating_system.kinds import OsErrorKind

_CHUNK_BYTES = 1 << 20
_MOUNT_POINT = 0xA0000003  # winnt.h: IO_REPARSE_TAG_MOUNT_POINT

_WRONG_PATH = {errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENAMETOOLONG, errno.EINVAL, errno.ELOOP}

# Names that Windows reserves for devices, with any extension, and characters that it does not take
# (learn.microsoft.com, "Naming Files, Paths, and Namespaces"): refused everywhere, so that a package made on Linux
# installs on Windows.
_RESERVED_NAME = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\..*)?", re.IGNORECASE | re.DOTALL
)
_PLAIN_PATH = re.compile(
    r"(?:(?!con|prn|aux|nul|com|lpt)\w(?:[\w+-]|\.(?=[\w+-])){0,99}(?:/(?=.)|\Z))+", re.IGNORECASE | re.ASCII
)
"""Paths that are surely right."""
_FORBIDDEN_CHARACTERS = re.compile(r'[<>:"|?*\\\x00-\x1f]')

_LONGEST_NAME = 255
_LONGEST_PATH = 2000
"""Linux takes 255 bytes and 4,096, of which the folder needs some."""

PLAIN_UNUSABLE = say("This folder cannot be used.")
_PLAIN_UNREADABLE = say("A file could not be read.")
_PLAIN_IN_USE = say("Another program is using a file that is needed. Close it, then try again.")

# Virus scanners and indexers hold new files for moments; four tries a second apart is Inno Setup's rule.
_TRIES = 4
_PAUSE_SECONDS = 1.0


def explain_os_error(error: OSError, path: Path, doing: Text) -> EngineInstallerError:
    """Turn a failed file operation into words.

    Args:
        error: what the system said.
        path: the file or folder that the user knows; `error.filename` may be a temporary name.
        doing: what was being done to it, such as `say("write")`, for the sentence "Cannot write …".
    """
    kind = os_error_kind(error)
    if kind is OsErrorKind.ACCESS_DENIED and is_held(path):
        kind = OsErrorKind.IN_USE  # which open() does not tell apart on Windows
    is_writing = doing != "read"
    detail = f"{type(error).__name__}: {error}"
    if kind is OsErrorKind.DISK_FULL:
        return DiskFull(
            say("Cannot {doing} {path}: the disk is full.", doing=doing, path=path),
            hint=say(
                "Free some space on that disk or choose another folder, then run the command again.",
                window="Free some space on that disk, or choose another folder.",
            ),
            detail=detail,
        )
    if kind is OsErrorKind.ACCESS_DENIED:
        return AccessDenied(
            say(
                "Cannot {doing} {path}: {reason}.",
                window="Cannot {doing} {path}: access denied.",
                doing=doing,
                path=path,
                reason=error.strerror or "access denied",
            ),
            hint=say(
                "Choose a folder that you may write to with --target, or run as a user who may write there.",
                window="Choose a folder that you may write to.",
            )
            if is_writing
            else say("Run as a user who may read it."),
            detail=detail,
            plain=_plain_denial(error, doing),
            remedy=Remedy.OTHER_FOLDER if is_writing else Remedy.TRY_AGAIN,
        )
    if kind is OsErrorKind.IN_USE:
        programs = programs_using([path])
        return FileInUse(
            say("Cannot {doing} {path}: it is in use by {programs}.", doing=doing, path=path, programs=programs)
            if programs
            else say("Cannot {doing} {path}: another program is using it.", doing=doing, path=path),
            hint=say(
                "Close the application that uses the engines, then run the command again.",
                window="Close the program that uses it, then try again.",
            ),
            detail=detail,
            plain=plain_in_use(programs) or (NO_TEXT if is_writing else _PLAIN_IN_USE),
        )
    if kind is OsErrorKind.OUT_OF_MEMORY:
        return OutOfMemory(
            say("Cannot {doing} {path}: out of memory.", doing=doing, path=path),
            hint=say("Close other programs."),
            detail=detail,
        )
    message = say("Cannot {doing} {path}: {reason}.", doing=doing, path=path, reason=error.strerror or error)
    if doing == "remove":
        # What is being removed was found there, so it is no wrong path that anyone has given.
        return IoError(message, detail=detail)
    if error.errno in _WRONG_PATH:
        return InvalidParameter(
            message,
            hint=say("Use another path.", window="Choose another folder."),
            detail=detail,
            plain=PLAIN_UNUSABLE if is_writing else _PLAIN_UNREADABLE,
            remedy=Remedy.OTHER_FOLDER if is_writing else Remedy.TRY_AGAIN,
        )
    return IoError(
        message,
        hint=say(
            "Check the disk, or choose a folder on another one with --target.",
            window="Check the disk, or choose a folder on another one.",
        ),
        detail=detail,
        plain=NO_TEXT if is_writing else _PLAIN_UNREADABLE,
    )


def _plain_denial(error: OSError, doing: Text) -> Text:
    """Say in a sentence what was denied."""
    if error.errno == errno.EROFS:
        return say("That disk is read-only.")
    if doing == "read":
        return say("You are not allowed to read a file that is needed.")
    if doing in ("remove", "replace", "unregister"):
        return say("You are not allowed to change what is installed there.")
    return NO_TEXT


@contextlib.contextmanager
def os_errors_as(path: Path, doing: Text) -> Iterator[None]:
    """Raise what `explain_os_error` makes of any `OSError` in the block."""
    try:
        yield
    except OSError as error:
        raise explain_os_error(error, path, doing) from error


def explain_if_about_file(error: Exception) -> EngineInstallerError | None:
    """Turn an error that names a file or folder into words; None for every other."""
    if isinstance(error, OSError) and isinstance(error.filename, str | bytes):
        return explain_os_error(error, Path(os.fsdecode(error.filename)), say("read"))
    return None


def absolute(path: Path) -> Path:
    """Make a path absolute, also when the current directory has been deleted and the path does not need it.

    Raises:
        InvalidParameter: the path is relative and there is no current directory.
    """
    if "\0" in str(path):
        raise InvalidParameter(
            say("The path {path!r} has a character that no path may have.", path=path),
            plain=PLAIN_UNUSABLE,
            remedy=Remedy.OTHER_FOLDER,
        )
    try:
        expanded = path.expanduser()
    except RuntimeError as error:
        raise InvalidParameter(
            say("The home folder in {path} is not known.", path=path),
            hint=say("Use an absolute path.", window="Enter a full path."),
            plain=PLAIN_UNUSABLE,
            remedy=Remedy.OTHER_FOLDER,
        ) from error
    if not expanded.is_absolute():
        try:
            expanded = Path.cwd() / expanded
        except FileNotFoundError as error:
            raise InvalidParameter(
                say("The path {path} is relative, but the current directory no longer exists.", path=path),
                hint=say(
                    "Use an absolute path, or change to an existing directory first.", window="Enter a full path."
                ),
                plain=PLAIN_UNUSABLE,
                remedy=Remedy.OTHER_FOLDER,
            ) from error
    return extended_path(Path(os.path.normpath(expanded)))


def sha256_of(path: Path, cancel: CancelToken = NEVER) -> str:
    """Hash a regular file of any size; `cancel` stops it between chunks.

    Returns:
        64 lower-case hexadecimal digits.
    """
    digest = hashlib.sha256()
    buffer = bytearray(_CHUNK_BYTES)
    view = memoryview(buffer)
    cancel.check()
    with open_regular(path, buffering=0) as stream:
        left = os.fstat(stream.fileno()).st_size
        while size := stream.readinto(buffer):  # type: ignore[attr-defined]
            digest.update(view[:size])
            cancel.check()
            left -= size
            if left < 0:
                raise UnfitFile(path, GROWING)
    return digest.hexdigest()


def hash_stream(stream: IO[bytes], size: int, check: Callable[[], None], copy: IO[bytes] | None = None) -> str:
    """Hash what a stream holds, and copy it where that is asked for, so that what is hashed is what the copy has.

    Args:
        stream: open for reading.
        size: bytes to read at most: what comes after them grows, perhaps for ever, and is no part of what was meant.
        check: stops it between chunks, by raising.
        copy: where to write what was read.

    Returns:
        64 lower-case hexadecimal digits.
    """
    digest = hashlib.sha256()
    while chunk := stream.read(min(_CHUNK_BYTES, size)):
        check()
        if copy:
            copy.write(chunk)
        digest.update(chunk)
        size -= len(chunk)
    return digest.hexdigest()


def name_fault(name: str) -> str | None:
    """What keeps a file or folder from having this name on some system, or from being shown; None when nothing does."""
    if fault := windows_name_fault(name):
        return fault
    if fault := character_fault(name):
        return f"the name {name!r}, which has {fault}"
    if len(name.encode()) > _LONGEST_NAME:
        return f"the name {name[:40] + '...'!r}, which is longer than {_LONGEST_NAME} bytes"
    return None


def folder_name(name: str) -> str:
    """Make a folder's name of an application's, for every system; empty when that cannot be done."""
    made = _FORBIDDEN_CHARACTERS.sub("_", name).replace("/", "_").strip(". ")
    return "" if name_fault(made) else made


def windows_name_fault(name: str) -> str | None:
    """What keeps Windows from taking this name of a file or folder as it is; None when nothing does."""
    if _RESERVED_NAME.fullmatch(name):
        return f"the name {name!r}, which Windows reserves for a device"
    if _FORBIDDEN_CHARACTERS.search(name) or name != name.rstrip(". "):
        return f"the name {name!r}, which Windows does not take"
    return None


def relative_fault(relative: str) -> str | None:
    """What is wrong with a path that is to stay inside a folder, on any system; None when nothing is.

    Args:
        relative: with forward slashes.
    """
    if len(relative) <= _LONGEST_PATH and _PLAIN_PATH.fullmatch(relative):
        return None  # like nearly all of the thousands in a receipt
    return _fault_of_path(relative)


def _fault_of_path(relative: str) -> str | None:
    pure = PurePosixPath(relative)
    if not relative or "\0" in relative:
        return "an empty path"
    if len(relative) > _LONGEST_PATH:
        return f"a path of more than {_LONGEST_PATH} characters"
    if pure.is_absolute() or PureWindowsPath(relative).drive or PureWindowsPath(relative).root:
        return "an absolute path"
    if "\\" in relative:
        return "a path with backslashes"
    if ".." in pure.parts:
        return "a path with '..'"
    return next(filter(None, map(name_fault, pure.parts)), None)


def resolve_inside(root: Path, relative: str) -> Path:
    """Find a file that a manifest names, refusing every path that leaves the package.

    The rules are the same on every system, so that a package behaves the same on Windows and Linux.

    Args:
        root: the package's folder.
        relative: the path as the manifest gives it, with forward slashes.

    Returns:
        The path inside `root`; it need not exist.

    Raises:
        ValueError: says what is wrong with the path.
    """
    if fault := relative_fault(relative):
        raise ValueError(fault)
    candidate = root / PurePosixPath(relative)
    try:
        # Whatever part exists is resolved, so a link in the middle of a missing path is seen as well.
        inside = candidate.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError) as error:
        raise ValueError("a symbolic link that leads nowhere") from error
    if not inside:
        raise ValueError("a symbolic link that leaves the package")
    return candidate


TRIES_AGAINST_OTHERS = 100
"""How often something is tried that fails where another run has just removed a folder that it had made."""


def make_directory_noting_new(path: Path, check: Callable[[], None] = lambda: None) -> list[Path]:
    """Create a folder with its parents.

    Args:
        path: the folder.
        check: called before each folder that is made, and in the end; raises where nothing may be written. So nobody
            can put a link in between, behind which the next one would be made.

    Returns:
        The folders that were made, innermost first, so that a run that comes to nothing can remove them.

    Raises:
        EngineInstallerError: access denied, disk full, or a file stands in the way.
    """
    made: list[Path] = []
    try:
        with os_errors_as(path, say("create the folder")):
            tries = TRIES_AGAINST_OTHERS
            while missing := [folder for folder in (path, *path.parents) if not folder.exists()]:
                check()
                folder = missing[-1]
                try:
                    folder.mkdir()
                except FileExistsError:
                    if os.path.lexists(folder) and not folder.is_dir():
                        raise
                except FileNotFoundError:
                    tries -= 1
                    if not tries:
                        raise
                else:
                    made = [folder, *(other for other in made if other != folder)]
                    sync_entry(folder)
            check()
    except BaseException:
        for folder in made:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
    return made


def programs_using(files: Sequence[Path]) -> Text:
    """Name the programs that hold any of these files, which people have to close; nothing where nobody knows."""
    return join(", ", map(one_line, programs_holding(files)))


def plain_in_use(programs: Text) -> Text:
    """Say which programs a person has to close, for a window; nothing where nobody knows them."""
    return say("Files are in use. Close {programs}, then try again.", programs=programs) if programs else NO_TEXT


def replace_file(staged: Path, final: Path) -> None:
    """Put a finished file in the place of another, in one step, and make that survive a power cut.

    Arguments and errors as of `rename_over`.
    """
    rename_over(staged, final)
    with os_errors_as(final.parent, say("flush")):
        sync_directory(final.parent)


def rename_over(staged: Path, final: Path) -> None:
    """Put a finished file in the place of another, in one step.

    Both must be on one volume. The staged file must have been flushed.

    Raises:
        FileInUse: another program still held the old file after four tries.
        EngineInstallerError: the system refused for another reason.
    """
    _patiently(lambda: staged.replace(final), final, say("replace"))


def remove_file(path: Path) -> None:
    """Remove a file; a missing one is fine.

    Raises:
        FileInUse: another program still held it after four tries.
        EngineInstallerError: the system refused for another reason.
    """
    _patiently(lambda: path.unlink(missing_ok=True), path, say("remove"))


def _patiently(change: Callable[[], object], path: Path, doing: Text) -> None:
    """Try a change four times while another program holds the file."""
    for attempt in range(1, _TRIES + 1):
        try:
            change()
            return
        except OSError as error:
            if make_writable(path):  # Windows refuses to replace or remove what is read-only
                continue
            # On Windows a held file gives "access denied" (5) as often as "sharing violation" (32).
            retry = os_error_kind(error) is OsErrorKind.IN_USE or (
                os.name == "nt" and os_error_kind(error) is OsErrorKind.ACCESS_DENIED
            )
            if not retry or attempt == _TRIES:
                raise explain_os_error(error, path, doing) from error
            time.sleep(_PAUSE_SECONDS)


def write_atomically(path: Path, content: bytes, temporary: Path | None = None, mode: int | None = None) -> None:
    """Write a whole file so that a reader sees either the old content or the new.

    Args:
        path: the file.
        content: all of it.
        temporary: where it may lie until it is complete, on the same volume; None for a hidden file beside it.
        mode: of the file; None for what the user's habit (the umask) makes it.

    Raises:
        EngineInstallerError: access denied, disk full or in use; the old file is untouched.
    """
    temporary = temporary or path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        write_durably(temporary, content, known_as=path, mode=mode)
        replace_file(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):  # the first error is the one to be told
            temporary.unlink(missing_ok=True)
        raise


def write_durably(path: Path, content: bytes, known_as: Path | None = None, mode: int | None = None) -> None:
    """Write a whole file and flush it to the disk.

    Args:
        path: the file.
        content: all of it.
        known_as: the name under which the user knows it, for messages.
        mode: of the file; None for what the user's habit (the umask) makes it.

    Raises:
        EngineInstallerError: the system refused.
    """
    with os_errors_as(known_as or path, say("write")), new_file(path) as stream:
        if mode is not None and os.name != "nt":
            os.fchmod(stream.fileno(), mode)
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def new_file(path: Path) -> BinaryIO:
    """Open a new file for writing, never through a link that already exists there."""
    path.unlink(missing_ok=True)
    return path.open("xb")


def continued_file(path: Path) -> BinaryIO:
    """Open a file for writing more to its end, or a new one where there is none; never through a link.

    Raises:
        OSError: neither can be.
    """
    with contextlib.suppress(FileNotFoundError):
        if stat.S_ISREG(path.lstat().st_mode):
            flags = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
            return os.fdopen(os.open(path, os.O_RDWR | flags), "r+b")
    return new_file(path)


def sync_file(path: Path) -> None:
    """Flush a file to the disk, so that a power cut cannot empty it once it was renamed."""
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())


def sync_entry(path: Path) -> None:
    """Make it survive a power cut that an entry of a folder was made or removed, where its folder may be opened."""
    with contextlib.suppress(PermissionError):
        sync_directory(path.parent)


def is_link(path: Path) -> bool:
    """Whether it is a symbolic link, or what Windows has beside them: a junction, or the place of another volume.

    Raises:
        OSError: the system does not say.
    """
    try:
        status = path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    return stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) == _MOUNT_POINT


def remove_tree(directory: Path) -> None:
    """Remove a folder that engine-installer made, with everything in it; a missing one is fine."""
    import shutil

    whole = extended_path(directory, deep=True)
    with os_errors_as(directory, say("remove")), contextlib.suppress(FileNotFoundError):
        if is_link(whole):
            whole.unlink()  # which is not ours, and neither is what it leads to
        else:
            shutil.rmtree(whole)
