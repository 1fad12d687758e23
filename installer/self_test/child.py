"""What the self-test does in processes of their own: loading libraries, which may end a process without a word."""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

MODULE = "installer.self_test.child"

NEEDED_MODULES = (
    "cryptography.hazmat.primitives.serialization",
    *("filelock", "google.protobuf", "numpy", "onnx", "packaging", "platformdirs", "psutil", "pydantic"),
    *("pydantic_core", "pynvml", "rich", "securesystemslib.dsse", "tomli_w", "tuf.ngclient"),
)
"""The modules of others that an installation may come to need, wherever it imports them."""

_NOT_FOR_INSTALLING = ("builder.__main__", "builder.vendor", "installer.wizard")


def main() -> int:
    """Do what the last argument names, such as `libraries=FOLDER`, and print what came of it as JSON."""
    name, _, argument = sys.argv[-1].partition("=")
    task = _TASKS[name]
    out = sys.stdout
    # What libraries print must not get in between.
    sys.stdout = sys.stderr
    try:
        answer = {"message": task(argument), "error": ""}
    except Exception as error:
        answer = {"message": "", "error": f"{type(error).__name__}: {error}"}
    out.write(json.dumps(answer) + "\n")
    out.flush()
    return 0


def own_modules() -> Iterator[str]:
    """Give every one of our modules that an installation without a window may need."""
    for package in ("builder", "installer"):
        for found in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
            if not found.name.startswith(_NOT_FOR_INSTALLING):
                yield found.name


def _import_modules(_argument: str) -> str:
    names = [*own_modules(), *NEEDED_MODULES]
    faults = []
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError as error:
            faults.append(f"{name} ({_root_cause(error)})")
    if faults:
        raise ImportError(", ".join(faults))
    return f"{len(names)} modules"


def _root_cause(error: BaseException) -> BaseException:
    """Find what the system said: numpy puts a page of advice for its own developers around it."""
    while error.__cause__:
        error = error.__cause__
    return error


def _load_engine_libraries(folder: str) -> str:
    from builder.backend import BACKENDS
    from builder.worker.library import import_from, load_library

    if folder:
        import_from(folder)
    loaded = []
    for name, backend in BACKENDS.items():
        if not backend.find():
            continue
        library = load_library(name)
        title = f"{backend.title} {library.__version__}"
        if faults := backend.metadata_faults(library.__version__, library.__file__):
            raise ImportError(
                f"the library is {title}, but beside it are the metadata of {', '.join(faults)}: files of another "
                "version were left there"
            )
        loaded.append(title)
    if not loaded:
        raise ImportError("no engine library is installed")
    return ", ".join(loaded)


def _try_signatures(_argument: str) -> str:
    from builder.feed.trial import try_signatures

    return try_signatures()


def _show_wizard(picture: str) -> str:
    from installer.wizard.offscreen import show_offscreen

    with tempfile.TemporaryDirectory(prefix="engine-installer-") as folder:
        return show_offscreen(Path(folder), Path(picture) if picture else None)


_TASKS: dict[str, Callable[[str], str]] = {
    "modules": _import_modules,
    "libraries": _load_engine_libraries,
    "signatures": _try_signatures,
    "wizard": _show_wizard,
}
