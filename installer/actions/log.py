"""The log file of one run: the system's facts first, then everything that happens, `RESULT` last."""

from __future__ import annotations

import contextlib
import datetime
import os
import platform
import re
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

import builder
from builder.base.addresses import MASK, mask_addresses
from builder.base.errors import LogUnwritable
from builder.base.events import (
    Busy,
    Committing,
    Downloading,
    Event,
    Heartbeat,
    Hello,
    Logged,
    ModelFinished,
    ModelStarted,
    Phase,
    PlanMade,
    PreflightDone,
    Progress,
    Result,
    Warned,
)
from builder.base.files import absolute
from builder.base.names import printable
from builder.base.text import say
from builder.building.machine import Machine
from builder.operating_system import is_elevated, machine_folders
from installer.target.outputs import open_to_append
from installer.target.request import Scope

_FACTS = re.compile(
    r"CUDA\w*|NVIDIA\w*|TRT\w*|TENSORRT\w*|LD_LIBRARY_PATH|PATH|LANG|LC_\w+|TE?MP(DIR)?|XDG_\w+|\w+_PROXY",
    re.IGNORECASE,
)
"""The environment variables that change how a build goes."""

_SECRET_NAME = re.compile(r"API|TOKEN|KEY|SECRET|PASS|SIGNATURE|CREDENTIAL", re.IGNORECASE)
_PROXY_NAME = re.compile(r"\w+_PROXY", re.IGNORECASE)
_SHORTEST_SECRET = 6
"""Shorter values are hidden where they are listed, but not looked for: they would be found in every other word."""
_MODE_IN_LOG_FOLDER = 0o640
_MODE = 0o600


LOG_NAME = re.compile(r"engine-installer-\d{8}-\d{6}-\d{1,10}\.log")
"""The names of files in a log folder."""


_HOW = {
    "build": "building with {}",
    "download": "downloading an engine of {}",
    "check": "checking the results of an engine of {}",
}
"""What a model's start is called, by its source."""


def log_folder(scope: Scope) -> Path:
    """Find the folder for the logs of all applications.

    Raises:
        RuntimeError: this user has no home folder.
    """
    import platformdirs

    # With rights that were taken on, nothing is written into the folders of the user who took them on.
    if scope == "all-users" or (is_elevated() and os.name != "nt"):
        return machine_folders().logs
    return platformdirs.user_log_path("engine-installer", appauthor=False)


def default_log_path(scope: Scope) -> Path:
    """Name a new file in the log folder of a scope.

    Raises:
        RuntimeError: this user has no home folder.
    """
    return log_folder(scope) / _new_name()


def _new_name() -> str:
    """Make a name with time and process, as of `LOG_NAME`, so that no run overwrites another's log."""
    return f"engine-installer-{datetime.datetime.now().astimezone():%Y%m%d-%H%M%S}-{os.getpid()}.log"


class Mask:
    """Hides what must not be in a log: the values of secret environment variables, and users and queries in addresses.

    It takes plain text, before anything is quoted, indented or escaped.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        secrets = {value for name, value in environment.items() if _SECRET_NAME.search(name)}
        for name, value in environment.items():
            if _PROXY_NAME.fullmatch(name):
                user, _, password = value.rpartition("@")[0].rpartition("://")[2].partition(":")
                secrets |= {user, password}
        # The longest first: one secret may be a part of another.
        self._secrets = sorted((it for it in secrets if len(it) >= _SHORTEST_SECRET), key=len, reverse=True)

    def __call__(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, MASK)
        return mask_addresses(text)

    def variable(self, name: str, value: str) -> str:
        """Write an environment variable as it may be listed."""
        if _SECRET_NAME.search(name):
            value = MASK
        elif _PROXY_NAME.fullmatch(name) and "@" in value:
            scheme, mark, _ = value.rpartition("@")[0].rpartition("://")
            value = f"{scheme}{mark}{MASK}@{value.rpartition('@')[2]}"
        return f"{name}={self(value)}"


def _system() -> str:
    # platform.platform() runs `uname`, wherever PATH finds one.
    if os.name == "nt":
        return platform.platform()
    names = (platform.system(), platform.release(), platform.machine(), "-".join(platform.libc_ver()))
    return " ".join(filter(None, names))


def _label(model: str | None, gpu: str | None) -> str:
    return f"[{model} for {gpu}]" if gpu else f"[{model}]"


def _line(level: str, text: str) -> str:
    now = datetime.datetime.now().astimezone().isoformat(timespec="milliseconds")
    first, *more = printable(text).splitlines() or [""]
    return "\n".join([f"{now} {level.upper():7} {first}", *(f"    {line}" for line in more)]) + "\n"


class RunLog:
    """One run's log.

    Attributes:
        path: the file.
    """

    def __init__(self, path: Path | None, arguments: list[str], scope: Scope) -> None:
        """Open the log; an existing file is continued.

        Args:
            path: the file, or a folder for a new one; None for the log folder of the scope.
            arguments: the command line.
            scope: whom the run is for.

        Raises:
            LogUnwritable: the file or its folder cannot be created.
            BlockedByPolicy: it could, but another user decides where, or owns it.
        """
        self._mask = Mask(os.environ)
        try:
            self.path = default_log_path(scope) if path is None else absolute(path)
            if self.path.is_dir():
                self.path /= _new_name()
            self._stream: TextIO | None = self._open(scope, is_default=path is None)
            self._stream.write(_line("info", f"engine-installer {builder.__version__}"))
        except RuntimeError as error:  # platformdirs finds no home
            raise LogUnwritable(
                say("This user has no home folder, so there is no default for the log."),
                hint=say("Specify a file with --log."),
            ) from error
        except OSError as error:
            raise LogUnwritable(
                say("The log file {file} cannot be written: {reason}.", file=self.path, reason=error.strerror or error),
                hint=say("Choose another file with --log."),
                detail=str(error),
            ) from error
        self.write("info", f"command line: {shlex.join(map(self._mask, arguments))}")
        self.write("info", f"system: {_system()}, Python {platform.python_version()} ({sys.executable})")

        facts = [
            self._mask.variable(name, value) for name, value in sorted(os.environ.items()) if _FACTS.fullmatch(name)
        ]
        self.write("debug", "environment: " + "\n".join(facts))

    def _open(self, scope: Scope, *, is_default: bool) -> TextIO:
        # Those who look after the computer read logs by their group; what is asked for belongs to who asks.
        mode = _MODE_IN_LOG_FOLDER if is_default else _MODE
        descriptor = open_to_append(self.path, scope, mode)
        return open(descriptor, "a", encoding="utf-8", errors="backslashreplace", buffering=1)

    def write_machine(self, machine: Machine) -> None:
        """Write the facts that most questions are about."""
        libraries = [f"{name} {found.version}" for name, found in machine.libraries.items()]
        self.write("info", f"engine libraries: {', '.join(libraries) or 'none'}")
        driver = machine.driver
        self.write("info", f"driver: {driver.version}, CUDA {driver.cuda_version}")
        if driver.problem:
            self.write("warning", f"GPU problem {driver.problem.name}: {driver.problem.message}")
        for gpu in machine.gpus:
            self.write("info", f"GPU {gpu.index}: {gpu}")
        self.write("info", f"cores: {machine.cores}, free memory: {machine.memory_free_bytes >> 20} MiB")

    def write(self, level: str, text: str) -> None:
        """Write one message; further lines of it are indented."""
        self._write_text(_line(level, self._mask(text)))

    def _write_text(self, text: str) -> None:
        if self._stream is None:
            return
        try:
            self._stream.write(text)
        except OSError:
            # The disk of the log may fill up in the middle of a run, and the engines are worth more than their log.
            self._give_up(self._stream)

    def _give_up(self, stream: TextIO) -> None:
        self._stream = None
        with contextlib.suppress(OSError):
            stream.close()

    def write_event(self, event: Event) -> None:
        """Write what happened, in words."""
        match event:
            case Logged(severity, message, model, gpu):
                self.write(severity, f"{_label(model, gpu)} {message}" if model else message)
            case Warned(message, model, gpu):
                self.write("warning", f"{_label(model, gpu)} {message}" if model else message)
            case PreflightDone(checks):
                for check in checks:
                    level = {"pass": "info", "warn": "warning", "fail": "error"}[check["state"]]
                    self.write(level, f"check {check['name']}: {check['message']}")
            case Busy(model, text=text, gpu=gpu):
                self.write("info", f"{_label(model, gpu)} {text}")
            case PlanMade(plan):
                for planned in plan["models"]:
                    reasons = "; ".join(
                        f"{item['what']} = {item['choice']} ({item['reason']})" for item in planned["decisions"]
                    )
                    self.write("info", f"plan: {planned['model']}: {reasons}")
                self.write("info", f"plan: up to {plan['jobs']['choice']} at once ({plan['jobs']['reason']})")
                memory = plan["memory_mib"]
                self.write("info", f"plan: builds may take {memory['choice']} MiB together ({memory['reason']})")
            case Hello(pid, program, version):
                self.write("debug", f"process {pid}: {program} {version}")
            case ModelStarted(model, number, total, backend, gpu, source):
                how = _HOW[source].format(backend)
                self.write("info", f"{_label(model, gpu)} model {number} of {total}: {how}")
            case Phase(model, title, gpu):
                self.write("debug", f"{_label(model, gpu)} {title}")
            case ModelFinished(model, outcome, seconds, file, size, message, gpu, _):
                what = [f"{file}, {size} bytes, {seconds:.1f} s"] if file else []
                self.write("info", f"{_label(model, gpu)} {outcome}: {'; '.join([*what, *filter(None, [message])])}")
            case Committing():
                self.write("info", "everything is ready and is being put in its place")
            case Progress() | Heartbeat() | Downloading() | Result():
                pass
            case _:
                self.write("debug", event.to_line().rstrip())

    def close(self, result: Result) -> None:
        """Write how the run ended and close the file."""
        self.write("info" if result.code == 0 else "error", result.detail)
        if result.hint:
            self.write("info", f"hint: {result.hint}")
        self._write_text(f"RESULT code={result.code} name={result.label}\n")
        if self._stream is not None:
            self._give_up(self._stream)
