"""What a release means for all who have the one before it: each kind of PC compared, and what is alike told once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from builder.app_package.app import is_older
from builder.app_package.model_tables import Settings
from builder.backend import BACKENDS, TENSORRT, TENSORRT_RTX, Installation
from builder.backend.tensorrt_rtx import FAMILIES, TARGETS
from builder.base.cancellation import CancelToken
from builder.base.errors import InvalidParameter
from builder.base.text import verbatim
from builder.building.estimate import gpu_memory_needed_mib
from builder.building.imagined_machine import imagine
from builder.building.inputs import Inputs
from builder.building.machine import Machine
from builder.building.target_questions import AsksLibrary
from builder.gpu.choice import driver_for
from builder.gpu.known_gpus import KnownGpu
from builder.gpu.nvml import Driver
from builder.vendor.releases.causes import renamed_from
from builder.vendor.releases.comparison import Change, PcChange, compare_on
from builder.vendor.releases.files import FileDifference, compare_files, wheels_to_get
from builder.vendor.releases.release import Release

NO_GPU = "no GPU"
"""The PC that gets portable engines, as those do for which `--portable` is said."""
_PLENTY_MIB = 1 << 20
_MEMORY_OF_EVERY_GPU_MIB = 4 << 10
_ASSUMED = Installation("0", None)
"""A library that is not here: of which version it is does not matter while it is the same in both releases."""


@dataclass(frozen=True, slots=True)
class Row:
    """What becomes of the engine of one model, on all PCs on which the same becomes of it.

    Attributes:
        model, variant, change, reason, keys, seconds, size, is_known: as of `EngineChange`.
        pcs: which PCs.
        everywhere: whether these are all on which either release has engines.
    """

    model: str
    variant: str | None
    change: Change
    reason: str
    keys: tuple[str, ...]
    seconds: float | None
    size: int
    is_known: bool
    pcs: tuple[str, ...]
    everywhere: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """PCs on which the new release cannot be installed, although the old one could, and why."""

    pcs: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What the new release means for those who have the old one.

    Attributes:
        old, new: the releases.
        pcs: what happens on each kind of PC, by its compute capability, or `no GPU`.
        rows: the same by models: what is built again, what is new, what goes, what stays.
        refusals: on which PCs it cannot be installed any more.
        files: of the package.
        wheels: bytes of the engine library to download where something is built, by system.
        notes: what else a vendor should know before this is released.
    """

    old: Release
    new: Release
    pcs: Mapping[str, PcChange]
    rows: tuple[Row, ...]
    refusals: tuple[Refusal, ...]
    files: FileDifference
    wheels: Mapping[str, int]
    notes: tuple[str, ...]

    @property
    def never(self) -> tuple[str, ...]:
        """PCs on which neither can be installed."""
        return tuple(pc for pc, change in self.pcs.items() if change.refused and change.refused_before)


def compare(
    old: Release,
    new: Release,
    here: Machine,
    capabilities: Sequence[str],
    cancel: CancelToken,
    tell: Callable[[str], None] = lambda _pc: None,
) -> Difference:
    """Compare two releases on every kind of PC.

    Args:
        old: what users have.
        new: what they are going to get.
        here: this computer, for everything that PCs have in common.
        capabilities: of the GPUs that count; none of them means all, and PCs without one.
        cancel: stops it.
        tell: hears which PC is next; asking the library takes as long as a build where a model can be built.

    Raises:
        InvalidParameter: these are not two releases of one application.
        Cancelled: it was stopped.
    """
    ids = old.package.manifest.app.id, new.package.manifest.app.id
    if ids[0] != ids[1]:
        raise InvalidParameter(
            verbatim(f"These are two applications: app.id is {ids[0]!r} in OLD and {ids[1]!r} in NEW."),
            hint=verbatim("NEW cannot be installed over OLD: users would keep both. An update needs the same app.id."),
        )

    def asks(pc: Machine) -> AsksLibrary | None:
        # Only the version that is here can be asked.
        known = here.libraries.get(TENSORRT_RTX.name)
        return AsksLibrary(pc, Inputs(), cancel) if pc.libraries.get(TENSORRT_RTX.name) == known else None

    pcs: dict[str, PcChange] = {}
    for name, machine in _machines(here, old, new, capabilities):
        cancel.check()
        tell(name)
        pcs[name] = compare_on(machine, old, new, asks)
    rows = tuple(_rows(pcs))
    builds = any(row.change in ("rebuild", "new") for row in rows)
    return Difference(
        old,
        new,
        pcs,
        rows,
        tuple(_refusals(pcs)),
        compare_files(old, new),
        wheels_to_get(old, new) if builds else {},
        tuple(_notes(old, new, here)),
    )


def _machines(here: Machine, old: Release, new: Release, capabilities: Sequence[str]) -> Iterator[tuple[str, Machine]]:
    asked = {model.backend for release in (old, new) for model in release.package.models} - {"auto"}
    plain = replace(here, gpus=(), driver=Driver(), libraries=dict.fromkeys(sorted(asked), _ASSUMED))
    for capability in capabilities or TARGETS:
        name = FAMILIES.get(capability, "a GPU")
        gpu = KnownGpu(name, "", capability, _PLENTY_MIB, cores=0, boost_mhz=0, guesses=frozenset(), group="")
        # What the library said of a model is remembered, as for every other plan of this user's.
        yield capability, replace(imagine(gpu, plain), overlay_folder=here.overlay_folder)
    if not capabilities:
        yield NO_GPU, plain


def _rows(pcs: Mapping[str, PcChange]) -> Iterator[Row]:
    found: dict[Row, list[str]] = {}
    for pc, change in pcs.items():
        for engine in change.engines:
            row = Row(
                engine.model,
                engine.variant,
                engine.change,
                "" if engine.keys or engine.change == "keep" else engine.reason,
                engine.keys,
                engine.seconds,
                engine.size,
                engine.is_known,
                (),
                everywhere=False,
            )
            found.setdefault(row, []).append(pc)
    served = {pc for pc, change in pcs.items() if change.engines or (change.refused and not change.refused_before)}
    for row, alike in found.items():
        yield replace(row, pcs=tuple(alike), everywhere=set(alike) == served)


def _refusals(pcs: Mapping[str, PcChange]) -> Iterator[Refusal]:
    found: dict[str, list[str]] = {}
    reasons: dict[str, str] = {}
    for pc, change in pcs.items():
        if change.refused and not change.refused_before:
            # What names the GPU is the same for each of them otherwise.
            alike = change.refused.message.replace(pc, "…").replace(FAMILIES.get(pc, "…"), "…")
            found.setdefault(alike, []).append(pc)
            reasons.setdefault(alike, change.refused.message)
    for alike, refused in found.items():
        yield Refusal(tuple(refused), reasons[alike])


def _notes(old: Release, new: Release, here: Machine) -> Iterator[str]:
    yield from _notes_on_versions(old, new)
    yield from _notes_on_libraries(old, new, here)
    yield from _notes_on_names(old, new)
    yield from _notes_on_features(old, new)
    largest = [max(release.package.models, key=gpu_memory_needed_mib) for release in (old, new)]
    before, after = (gpu_memory_needed_mib(model) for model in largest)
    if after > max(before, _MEMORY_OF_EVERY_GPU_MIB):
        yield (
            f"{largest[1].name} needs a GPU with at least {after} MiB of memory, {new.version} can no longer be "
            f"installed on those with less; for {old.version}, {before} MiB were enough"
        )
    packages = [release for release in (old, new) if release.package.manifest.payload]
    if packages and not (old.has_payload and new.has_payload):
        yield "the application's own files were not compared: the copy that an installation keeps has none"


def _notes_on_versions(old: Release, new: Release) -> Iterator[str]:
    if is_older(new.version, old.version):
        yield f"{new.version} is older than {old.version}: the installer warns users that it replaces a newer version"
    elif new.version == old.version and old.package.manifest_sha256 != new.package.manifest_sha256:
        yield f"both have the version {new.version}: whatever looks for updates by version finds none"


def _notes_on_libraries(old: Release, new: Release, here: Machine) -> Iterator[str]:
    for release in (old, new):
        for backend in sorted({model.backend for model in release.package.models} - {"auto", *release.libraries}):
            yield f"{BACKENDS[backend].title} is not installed here; it is taken to be the same in both releases"
            break
    name = TENSORRT_RTX.name
    before, after = old.libraries.get(name), new.libraries.get(name)
    bundled = new.package.manifest.library.source == "bundled"
    if before and before == after and bundled and name not in old.stated:
        yield (
            f"{old.version} is taken to have come with {TENSORRT_RTX.title} {before.version}, which is installed here; "
            "if it came with another version, every engine is built again (--old-library)"
        )
    if before and after and before.cuda != after.cuda and (driver := driver_for(after.cuda, windows=False)):
        windows = driver_for(after.cuda, windows=True)
        yield f"the engine library needs driver {driver} (Windows: {windows}) or newer from now on"
    if TENSORRT.name not in here.libraries and _special_settings(old) != _special_settings(new):
        yield f"what is said for {TENSORRT.title} alone was not compared: it is not installed here"


def _special_settings(release: Release) -> list[Settings]:
    models = [model for model in release.package.models if model.backend == "auto"]
    return [layer for model in models for layer in (model.defaults.tensorrt, model.spec.tensorrt)]


def _notes_on_features(old: Release, new: Release) -> Iterator[str]:
    features = {model.name: model.spec.feature for model in new.package.models}
    for feature in old.package.manifest.features:
        moved = [
            model.name
            for model in old.package.models
            if model.spec.feature == feature and model.name in features and features[model.name] != feature
        ]
        if moved:
            yield f"users who had left out {feature!r} get {', '.join(moved)} now: it no longer belongs to that feature"


def _notes_on_names(old: Release, new: Release) -> Iterator[str]:
    for model in new.package.models:
        if was := renamed_from(model, old, new):
            yield f"{model.name} has the files that were {was}'s: under its old name, users would keep the engine"
