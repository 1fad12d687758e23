"""`engine-installer self-test`: is this program complete, and can it build engines on this computer?"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import importlib.metadata
import json
import os
import platform
import re
import subprocess
import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import builder
from builder.app_package.package import load_package
from builder.backend import BACKENDS
from builder.base import program
from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInstallerError
from builder.base.events import BuildJob, Event, InputFile
from builder.base.files import absolute
from builder.base.program import child_command, frozen_executable, has_wizard
from builder.base.settings import BuildSettings
from builder.base.text import NO_TEXT, verbatim
from builder.building.preflight import Check, checks_text
from builder.building.worker_process import CouldNotStart, Crashed, Finished, HasFailed, Outcome, run_worker
from builder.operating_system import describe_crash, spawn_options
from installer.self_test.child import MODULE
from installer.self_test.program_files import check_files
from installer.target.library import Library, survey_library, unpack_all
from installer.target.maintenance_copy import copy_target, runs_as_copy
from installer.target.package_choice import shipped_package
from installer.target.paths import KEPT_PACKAGE
from installer.target.receipt import read_receipt

_LONGEST_SECONDS = 120.0
_POLL_SECONDS = 0.2
_LIBRARY_TITLE = verbatim("Engine library")
_BUILD_TITLE = verbatim("Build")
_NO_LIBRARY = verbatim("not tried: the engine library is not available")
_PACKAGE_NAMES_WHEELS = "To test it, give the app package that names its wheels with --package."
_INCOMPLETE = "Download this program again: it is not complete."
_NOWHERE = Path("no target")
_MISSING_SYSTEM_LIBRARY = re.compile(
    r"((?!libQt6|libpyside|libshiboken|libicu)lib[\w.+-]+\.so[\w.]*): cannot open shared object file"
)
"""What the loader says of a library of the system; those of Qt itself are part of the program."""

TINY_MODEL = base64.b64decode("CAg6MwoMCgF4EgF5IgRSZWx1EgFnWg8KAXgSCgoICAESBAoCCARiDwoBeRIKCggIARIECgIIBEIECgAQEQ==")
"""An ONNX model with a single operator, Relu, of four numbers."""

_DISTRIBUTIONS = (
    *("cryptography", "filelock", "numpy", "nvidia-ml-py", "onnx", "packaging", "platformdirs", "psutil", "pydantic"),
    *("PySide6-Essentials", "rich", "securesystemslib", "tomli-w", "tuf", "urllib3"),
)


@dataclass(frozen=True, slots=True)
class SelfTest:
    """What was found.

    Attributes:
        versions: of the program and of what it consists of.
        checks: in the order in which they were made.
    """

    versions: dict[str, str]
    checks: tuple[Check, ...]

    @property
    def passed(self) -> bool:
        return all(check.state != "fail" for check in self.checks)

    def to_json(self) -> dict[str, Any]:
        """As `--json` prints it; docs/command-line.md describes it."""
        return {
            "schema": 1,
            "state": "pass" if self.passed else "fail",
            "versions": self.versions,
            "checks": [check.to_json() for check in self.checks],
        }

    @property
    def text(self) -> str:
        """The result as `self-test` prints it."""
        versions = "\n".join(f"{name} {version}" for name, version in self.versions.items())
        return f"{versions}\n\n{checks_text(self.checks)}\n\n{self._verdict}"

    @property
    def _verdict(self) -> str:
        failed = [check.name for check in self.checks if check.state == "fail"]
        if not failed and any(check.name == "wizard" and check.hint and check.state == "warn" for check in self.checks):
            return "The program is complete and works here with --quiet; its window cannot open."
        if failed == ["wizard"]:
            return "The wizard does not work here. Everything else does: use --quiet."
        return "The program does not work here." if failed else "The program is complete and works here."


def self_test(
    cancel: CancelToken, wheels: Path | None = None, picture: Path | None = None, package: Path | None = None
) -> SelfTest:
    """Make every check, whatever the ones before have shown.

    Args:
        cancel: stops it at any moment.
        wheels: a folder with wheels of the engine library, where that is not part of this program.
        picture: gets the wizard as it was drawn, a PNG file.
        package: the folder of an app package; None for the one that came with this program.

    Raises:
        Cancelled: a stop was asked for.
    """
    checks = [
        *([files] if (files := check_files(cancel)) else []),
        _in_child("modules", "Modules", "modules", _INCOMPLETE, cancel),
        _in_child("signatures", "Signatures", "signatures", _INCOMPLETE, cancel),
        check_package(cancel, package),
        *check_library(wheels, cancel, package),
        _wizard(cancel, picture),
    ]
    cancel.check()
    return SelfTest(versions(), tuple(checks))


def versions() -> dict[str, str]:
    """The versions of the program and of what it consists of."""
    found = {
        "engine-installer": builder.__version__,
        "Python": platform.python_version(),
        platform.system(): platform.release(),
    }
    for name in (*_DISTRIBUTIONS, *(name for backend in BACKENDS.values() for name in backend.distributions)):
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            found[name] = importlib.metadata.version(name)
    return found


def _in_child(name: str, title: str, task: str, hint: str, cancel: CancelToken) -> Check:
    message, error = _ask_child(task, cancel)
    return Check(name, verbatim(title), "fail" if error else "pass", verbatim(error or message), verbatim(hint))


def _ask_child(task: str, cancel: CancelToken) -> tuple[str, str]:
    """Give what a child says of a task, and why it could not be done; one of them is empty."""
    try:
        process = subprocess.Popen(
            [*child_command(MODULE), task],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            **spawn_options(),
        )
    except OSError as error:
        return "", f"a process could not be started ({error})"
    with process:
        waited = 0.0
        while True:
            try:
                out, noise = process.communicate(timeout=_POLL_SECONDS)
                break
            except subprocess.TimeoutExpired:
                waited += _POLL_SECONDS
                if cancel.is_set or waited > _LONGEST_SECONDS:
                    process.kill()
    cancel.check()
    if process.returncode == 0:
        answer = json.loads(out)
        return answer["message"], answer["error"]
    how = describe_crash(process.returncode) or f"exit status {process.returncode}"
    last = noise.decode(errors="replace").strip().splitlines()[-1:]
    return "", ": ".join([f"its process ended with {how}", *last])


def check_package(cancel: CancelToken, folder: Path | None = None) -> Check:
    """Read the app package that is given or came with the program, with every hash."""
    name, title = "package", verbatim("App package")
    if folder is None and frozen_executable() and not (program.own_folder() / "assets").is_dir():
        # Where there should be one, the list of the program's files says so.
        what = "this copy, which is kept for repairs" if runs_as_copy() else "this program; --package names one"
        return Check(name, title, "pass", verbatim(f"none came with {what}"))
    try:
        package = load_package(folder or shipped_package(), cancel)
    except EngineInstallerError as error:
        cancel.check()
        return Check(name, title, "fail", error.message, error.hint)
    app = package.manifest.app
    state: Literal["pass", "warn"] = "pass" if package.manifest.verify else "warn"
    return Check(name, title, state, verbatim(f"{app.name} {app.version}, {package.what_was_checked}"))


def check_library(wheels: Path | None, cancel: CancelToken, folder: Path | None = None) -> tuple[Check, Check]:
    """Load the engine library and build with it, unpacked temporarily if it is not part of the program.

    Args:
        wheels: a folder with wheels of it.
        cancel: stops it.
        folder: of an app package that says which they are; None for the one that came with this program.
    """
    library, package = Library(), None
    target = copy_target()
    with contextlib.suppress(EngineInstallerError):  # which the check of the package has reported
        shipped = folder or (target / KEPT_PACKAGE if target else shipped_package())
        package = load_package(shipped, read_content=False, with_payload=False)
    try:
        if package:
            receipt = read_receipt(target) if target else None
            scope = receipt.scope if receipt else "current-user"
            library = survey_library(package, target or _NOWHERE, receipt, wheels, cancel, scope)
    except EngineInstallerError as error:
        library = Library(libraries={}, problem=error)
    if package is None and frozen_executable() and not _installed():
        message, hint = verbatim("it is not part of this program"), verbatim(_PACKAGE_NAMES_WHEELS)
        return (
            Check("engine_library", _LIBRARY_TITLE, "warn", message, hint),
            Check("build", _BUILD_TITLE, "warn", _NO_LIBRARY, hint),
        )
    unpacked = library.path_in(target) if target and library.files else None
    if unpacked:
        loaded = _in_child("engine_library", _LIBRARY_TITLE, f"libraries={unpacked}", "", cancel)
        return loaded, check_build(library.libraries or {}, str(unpacked), cancel)
    if library.problem or None in library.locations:
        message = verbatim("it is not part of this program, but downloaded")
        hint = verbatim("To test it, give a folder with its wheels with --wheels.")
        if library.problem:
            message, hint = library.problem.message, library.problem.hint
        return (
            # A computer that no wheel fits is not helped by a folder.
            Check("engine_library", _LIBRARY_TITLE, "warn" if library.wheels else "fail", message, hint),
            Check("build", _BUILD_TITLE, "warn", _NO_LIBRARY, hint),
        )
    if not library.wheels:
        loaded = _in_child("engine_library", _LIBRARY_TITLE, "libraries", "", cancel)
        return loaded, check_build(_installed(), None, cancel)
    try:
        with tempfile.TemporaryDirectory(prefix="engine-installer-") as place:
            unpack_all(library, Path(place), cancel)
            loaded = _in_child("engine_library", _LIBRARY_TITLE, f"libraries={place}", "", cancel)
            return loaded, check_build(library.libraries or {}, place, cancel)
    except (EngineInstallerError, OSError) as error:
        cancel.check()
        hint = error.hint if isinstance(error, EngineInstallerError) else NO_TEXT
        return (
            Check("engine_library", _LIBRARY_TITLE, "fail", verbatim(str(error)), hint),
            Check("build", _BUILD_TITLE, "warn", _NO_LIBRARY),
        )


def _installed() -> Collection[str]:
    return [name for name, backend in BACKENDS.items() if backend.find()]


def check_build(libraries: Collection[str], library_folder: str | None, cancel: CancelToken) -> Check:
    """Build a tiny model with the first of these libraries that needs no GPU."""
    name, title = "build", _BUILD_TITLE
    backend = next((BACKENDS[name] for name in libraries if BACKENDS[name].builds_without_gpu), None)
    if backend is None:
        return Check(name, title, "warn", verbatim("not tried: no installed engine library builds without a GPU"))
    try:
        with tempfile.TemporaryDirectory(prefix="engine-installer-") as folder:
            model = Path(folder) / "tiny.onnx"
            model.write_bytes(TINY_MODEL)
            said: list[Event] = []
            outcome = run_worker(_job(model, backend.name, library_folder), cancel, said.append)
    except OSError as error:
        message = verbatim(f"nothing can be written to the folder for temporary files ({error})")
        return Check(name, title, "fail", message)
    cancel.check()
    if isinstance(outcome, Finished):
        built = outcome.built
        return Check(name, title, "pass", verbatim(f"a tiny engine of {built.size} bytes in {built.seconds} s"))
    return Check(name, title, "fail", verbatim(_reason(outcome)))


def _job(model: Path, backend: str, library_folder: str | None) -> BuildJob:
    return BuildJob(
        model="self-test",
        backend=backend,
        onnx=InputFile(str(model), hashlib.sha256(TINY_MODEL).hexdigest()),
        external_data=(),
        output=str(model.with_suffix(".engine")),
        settings=BuildSettings(),
        targets=(),
        load_on=None,
        gpu_uuid=None,
        library_folder=library_folder,
    )


def _reason(outcome: Outcome) -> str:
    match outcome:
        case HasFailed(error):
            return error.message
        case Crashed(how, stack):
            return f"the builder ended with {how}: {stack.strip().splitlines()[-1] if stack.strip() else 'no word'}"
        case CouldNotStart(reason):
            return f"the builder could not be started: {reason}"
        case _:
            return "the builder was stopped"


def _wizard(cancel: CancelToken, picture: Path | None) -> Check:
    if not has_wizard():
        if frozen_executable():
            return Check("wizard", verbatim("Wizard"), "pass", verbatim("this program was made without one"))
        message = verbatim("not installed; everything else works without it")
        return Check("wizard", verbatim("Wizard"), "warn", message)
    hint = "Where there is no screen, --quiet needs no wizard."
    if os.name != "nt":
        hint += " On Debian, Qt needs libegl1, libgl1, libxkbcommon0, libdbus-1-3, libfontconfig1 and libglib2.0-0."
    check = _in_child("wizard", "Wizard", f"wizard={absolute(picture)}" if picture else "wizard", hint, cancel)
    if check.state == "fail" and (missing := _MISSING_SYSTEM_LIBRARY.search(check.message)):
        message = verbatim(f"its window cannot open, because this system has no {missing[1]}; --quiet works without it")
        return Check("wizard", check.title, "warn", message, check.hint)
    return check
