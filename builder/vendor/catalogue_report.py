"""`engine-builder caches`: look at and tend a catalogue of timing caches, on any machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from builder.app_package.package import load_package
from builder.backend import BACKENDS
from builder.base.cancellation import NEVER, CancelToken
from builder.base.errors import InvalidParameter, PackageInvalid
from builder.base.names import one_line
from builder.base.text import verbatim
from builder.building.imagined_machine import imagined_gpu
from builder.building.machine import Machine, survey_machine
from builder.gpu.choice import recommend
from builder.gpu.known_gpus import find_known_gpu
from builder.gpu.nvml import Gpu
from builder.timing.catalogue import (
    INDEX_NAME,
    CacheEntry,
    CacheFlags,
    CacheWish,
    catalogue_folder,
    choose_cache,
    load_catalogue,
    settings_digest,
)
from builder.vendor.catalogue_editing import (
    faults_of,
    keys_path,
    merge_catalogues,
    read_entries,
    read_keys,
    remove_unnamed,
    write_entries,
)


def list_caches(folder: Path) -> str:
    """Every cache with what it is for and what it covers."""
    lines = []
    for entry in read_entries(folder):
        lines.append(entry.file)
        lines.append(
            f"  TensorRT {entry.tensorrt}, CUDA {entry.cuda}, {entry.os}, {entry.gpu} "
            f"(compute capability {entry.compute_capability})"
        )
        if differing := entry.flags.differing():
            lines.append("  " + ", ".join(f"{name} = {value}" for name, value in differing.items()))
        lines += table(entry)
    return "\n".join(lines) or "The catalogue is empty."


def verify(folder: Path, cancel: CancelToken = NEVER) -> str:
    """Check everything.

    Raises:
        PackageInvalid: with everything that is wrong.
    """
    entries = read_entries(folder)
    if faults := faults_of(folder, entries, cancel):
        raise PackageInvalid(
            verbatim(f"The catalogue of timing caches is not valid: {folder / INDEX_NAME}."),
            hint=verbatim("Populate again, or let 'engine-builder caches prune' remove what is not named."),
            faults=tuple(faults),
        )
    return "1 cache, intact." if len(entries) == 1 else f"{len(entries)} caches, all intact."


def merge(folder: Path, sources: list[Path], cancel: CancelToken = NEVER) -> str:
    """Bring the caches of other catalogues into this one."""
    lines = []
    for source in sources:
        lines += [
            f"{one_line(str(source / done.file))}: {done.what}" for done in merge_catalogues(folder, source, cancel)
        ]
    return "\n".join(lines)


def prune(folder: Path, keep: list[str], *, dry_run: bool) -> str:
    """Remove the caches of other TensorRT versions than those to be kept, and files that the index does not name."""
    entries = read_entries(folder)
    kept = [entry for entry in entries if not keep or entry.tensorrt in keep]
    if keep and not kept:
        raise InvalidParameter(
            verbatim(f"No cache is for TensorRT {', '.join(keep)}; nothing was removed."),
            hint=verbatim(f"The catalogue has {', '.join(sorted({entry.tensorrt for entry in entries}))}."),
        )
    named = {entry.file for entry in kept}
    there = {path.name for path in folder.glob("*.cache")} | {entry.file for entry in entries}
    gone = sorted(there - named)
    if not dry_run:
        if kept != entries:
            write_entries(folder, kept)
        remove_unnamed(folder, kept)
    verb = "would be removed" if dry_run else "removed"
    return "\n".join(f"{one_line(name)}: {verb}" for name in gone) or "Nothing to remove."


def explain(
    package: Path,
    cancel: CancelToken = NEVER,
    *,
    gpu_name: str | None,
    compute_capability: str | None,
    cores: int | None,
    tensorrt: str | None,
    cuda: str | None,
    system: str | None,
) -> str:
    """Which cache each model of a package would get on a computer, by default this one, and why."""
    machine = survey_machine(cancel)
    loaded = load_package(package, cancel)
    catalogue = load_catalogue(catalogue_folder(loaded.root), cancel)
    library = machine.libraries.get("tensorrt")
    gpu = _gpu_asked(gpu_name, compute_capability) or _gpu_of(machine) or Gpu(0, "", "", "", 0)
    if cores:
        gpu = replace(gpu, cores=cores)
    version = tensorrt or (library.version if library else None)
    missing = [
        option
        for option, value in (("--compute-capability", gpu.compute_capability), ("--tensorrt", version))
        if not value
    ]
    if missing:
        raise InvalidParameter(
            verbatim(f"This computer does not tell {' and '.join(missing)}: it has no NVIDIA GPU or no TensorRT."),
            hint=verbatim("Name the computer with --gpu NAME, --compute-capability, --tensorrt, --cuda and --os."),
        )
    lines = [f"problem: {problem}" for problem in catalogue.problems]
    for model in loaded.models:
        if model.backend == "tensorrt-rtx":
            lines.append(f"{model.name}: none: app.toml wants it built with TensorRT-RTX, which has no timing caches")
            continue
        model = model.for_gpu(gpu.compute_capability)
        settings = model.settings_for("tensorrt")
        wish = CacheWish(
            version or "",
            cuda.partition(".")[0] if cuda else library.cuda if library else _only_cuda(catalogue.entries),
            system or machine.system,
            gpu,
            CacheFlags.of(settings),
            model.onnx.sha256,
            model.name,
            settings_digest(settings),
        )
        choice = choose_cache(catalogue.entries, wish)
        lines.append(f"{model.title}: {choice.entry.file if choice.entry else 'none'}: {choice.reason}")
        if choice.entry and read_keys(catalogue.path_of(choice.entry)) is None:
            keys = keys_path(Path(choice.entry.file))
            lines[-1] += f"; populate would measure it again, because {keys} is missing or damaged"
    return "\n".join(lines)


def _gpu_asked(name: str | None, compute_capability: str | None) -> Gpu | None:
    """The GPU that the command line means: what it says of it, and for the rest the table of GPUs.

    Raises:
        InvalidParameter: the table has no such GPU, and the command line does not say enough.
    """
    if name is None:
        return Gpu(0, "a GPU that is not named", "", compute_capability, 0) if compute_capability else None
    try:
        known = imagined_gpu(find_known_gpu(name))
    except InvalidParameter:
        if compute_capability is None:
            raise
        return Gpu(0, name, "", compute_capability, 0)
    if compute_capability in (None, known.compute_capability):
        return known
    raise InvalidParameter(
        verbatim(f"{known.name} has compute capability {known.compute_capability}, not {compute_capability}."),
        hint=verbatim("Leave out --compute-capability."),
    )


def _gpu_of(machine: Machine) -> Gpu | None:
    """The GPU that an installation would choose."""
    backend = BACKENDS["tensorrt"]
    usable = [gpu for gpu in machine.gpus if machine.judge(gpu, backend).supported]
    return recommend(usable or machine.gpus).gpu if machine.gpus else None


def _only_cuda(entries: Sequence[CacheEntry]) -> str | None:
    """The CUDA version of the whole catalogue, where none is named."""
    majors = {entry.cuda_major for entry in entries}
    return majors.pop() if len(majors) == 1 else None


def table(entry: CacheEntry) -> list[str]:
    """What a cache covers, a line for each model."""
    width = max((len(model.name) for model in entry.model), default=0)
    lines = []
    for model in entry.model:
        faster = f", {model.cold_seconds / model.warm_seconds:.1f} times as fast" if model.warm_seconds else ""
        lines.append(
            f"  {model.name:{width}}  {model.tactics:6,} timings  cold {model.cold_seconds:8.1f} s  "
            f"warm {model.warm_seconds:8.1f} s{faster}"
        )
    return lines
