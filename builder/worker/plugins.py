"""Libraries with operators of the vendor's own, which the engine library's registry loads before a model is parsed.

What is loaded is a copy of ours with the bytes that were hashed, in a folder that nobody else may enter.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib.util
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from builder.backend import BACKENDS
from builder.base.errors import BuildFailed
from builder.base.events import BuildJob, PluginJob
from builder.base.files import os_errors_as
from builder.base.paths import entries_of, size_of
from builder.base.text import Text, join, say, verbatim
from builder.worker.library import LibraryLog, import_from
from builder.worker.model_file import JobFiles
from builder.worker.parser_errors import Explained

if TYPE_CHECKING:
    from builder.worker import trt

_VERSIONED = re.compile(r"(lib\w+\.so)(\.\d+)+")


@contextlib.contextmanager
def plugin_folder(job: BuildJob) -> Iterator[Path | None]:
    """Make the folder from which plugins are loaded; none for a job without any.

    Windows keeps what is loaded; there the folder goes with the staging folder that it is in.
    """
    if not job.plugins:
        yield None
        return
    folder = _place(job)
    with os_errors_as(folder, say("create")):
        folder.parent.mkdir(mode=0o700, exist_ok=True)
        shutil.rmtree(folder, ignore_errors=True)  # of a worker that ended before it could remove it
        folder.mkdir(mode=0o700)
    try:
        if os.name == "posix":
            _load_by_bare_names(job, folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _place(job: BuildJob) -> Path:
    """Say where the folder is: in the staging folder, also for an engine that has been published."""
    output = Path(job.output)
    parent = output.parent
    if job.check_only:
        from builder.engines.store import ENGINE_STAGING

        staging = Path(ENGINE_STAGING).name
        parent = parent if parent.name == staging else parent / staging
    return parent / f"{output.name}.plugins"


def _load_by_bare_names(job: BuildJob, folder: Path) -> None:
    """Let the engine library find itself by the names that have no version.

    When TensorRT-RTX's parser meets the first plugin, it opens `libtensorrt_rtx.so`, which NVIDIA's wheels do not have,
    and where it is not found ends the process. The parser looks for it beside itself.
    """
    if job.library_folder is not None:
        import_from(job.library_folder)
    spec = importlib.util.find_spec(f"{BACKENDS[job.backend].modules[0]}_libs")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        files = [path for path in entries_of(Path(place)) if _VERSIONED.fullmatch(path.name)]
        for path in files:
            for name in (path.name, path.name.partition(".so")[0] + ".so"):
                with contextlib.suppress(OSError):
                    (folder / name).symlink_to(path)
        # The largest is the one that the others need.
        for path in sorted(files, key=size_of, reverse=True):
            with contextlib.suppress(OSError):
                ctypes.CDLL(str(folder / path.name))


def load_plugins(library: trt.Library, job: BuildJob, files: JobFiles, folder: Path | None, log: LibraryLog) -> None:
    """Load the job's plugins into the library's registry.

    Raises:
        PackageInvalid: a library was changed since it was checked.
        BuildFailed: one does not load, or lacks an operator that it should have.
    """
    for number, plugin in enumerate(job.plugins if folder else ()):
        assert folder is not None
        copy = folder / f"{number}{Path(plugin.file.path).suffix}"
        with os_errors_as(copy, say("create")):
            copy.write_bytes(files.content(plugin.file))
        _load(library, job, plugin, copy, log)


def _load(library: trt.Library, job: BuildJob, plugin: PluginJob, copy: Path, log: LibraryLog) -> None:
    try:
        # The library's registry does not say why it cannot load one, and the system does.
        ctypes.CDLL(str(copy))
    except OSError as error:
        raise _not_loaded(job, plugin, verbatim(str(error).replace(str(copy), Path(plugin.file.path).name))) from error
    registry = library.get_plugin_registry()
    before = {creator.name for creator in registry.all_creators}
    log.errors.clear()
    if registry.load_library(str(copy)) is None:
        raise _not_loaded(job, plugin, log.first_error)
    has = {creator.name for creator in registry.all_creators}
    if missing := [operator for operator in plugin.operators if operator not in has]:
        new = sorted(has - before)
        raise BuildFailed(
            say(
                "The plugin {plugin!r} does not have the operator {operators}, as app.toml says; it has {found}.",
                plugin=plugin.name,
                operators=join(", ", map(repr, missing)),
                found=join(", ", map(repr, new)) if new else say("none"),
            ),
            hint=say(
                "Correct operators of this [[plugin]] in app.toml, or build its library again.",
                window="Ask the application's vendor for a corrected package.",
            ),
        )


def _not_loaded(job: BuildJob, plugin: PluginJob, reason: Text) -> BuildFailed:
    return BuildFailed(
        say(
            "The plugin {plugin!r} of the model {model!r} cannot be loaded with {library}: {reason}",
            plugin=plugin.name,
            model=job.model,
            library=BACKENDS[job.backend].title,
            reason=reason,
        ),
        hint=say(
            "Build {file} for this system and this engine library, with everything that it needs inside it, and let it "
            "export getCreators and setLoggerFinder.",
            window="Ask the application's vendor for a corrected package.",
            file=Path(plugin.file.path).name,
        ),
    )


def with_plugins(explained: list[Explained], job: BuildJob) -> list[Explained]:
    """Say of operators that plugins have what is wrong with them here."""
    own = {operator: plugin.name for plugin in job.plugins for operator in plugin.operators}
    return [_of_plugin(item, own, job.other_operators) for item in explained]


def _of_plugin(item: Explained, own: dict[str, str], others: dict[str, str]) -> Explained:
    if plugin := others.get(item.operator):
        reason = say("the plugin {plugin!r} has it, which this model does not name", plugin=plugin)
        hint = say(
            "Add plugins = [{plugin!r}] to this model in app.toml.",
            window="Ask the application's vendor for a corrected package.",
            plugin=plugin,
        )
    elif plugin := own.get(item.operator):
        reason = say("the plugin {plugin!r} does not take it: {reason}", plugin=plugin, reason=item.reason)
        hint = say(
            "Compare the node's attributes, also plugin_version and plugin_namespace, with what the plugin has.",
            window="Ask the application's vendor for a corrected package.",
        )
    else:
        return item
    return replace(item, reason=reason, hint=hint, is_unsupported=False)
