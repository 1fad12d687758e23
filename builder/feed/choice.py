"""Which engine of a feed is for this computer. Pure: the same arguments give the same choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from builder.backend import BACKENDS, TENSORRT_RTX
from builder.backend.base import parse_compute_capability
from builder.base.plain import to_plain
from builder.base.settings import COMPUTE_CAPABILITY_PATTERN
from builder.base.text import Text, join, say
from builder.engines.index import EngineRecord, GpuEntry
from builder.engines.verdict import WantedEngine, judge, record_serves, targets_in_words
from builder.feed.contents import Offer

_AMPERE = "8.0"
_EXACT, _SAME_CAPABILITY, _COMPATIBLE = range(3)


def choose_offer(offers: Sequence[Offer], wanted: WantedEngine) -> tuple[Offer | None, Text]:
    """Choose the offer that is as good as an engine that was built here, the closest to this GPU first.

    An engine for exactly this GPU model comes before one for its compute capability, and that before one that serves
    many. Of several alike, those count first that were timed on an idle GPU, then those for the fewest GPUs, then the
    newest.

    Args:
        offers: what the feed has.
        wanted: what the engine should be.

    Returns:
        The offer and what it is for, or None and why no offer fits.
    """
    left = list(offers)
    for fits, lack in _conditions(wanted):
        remaining = [offer for offer in left if fits(offer.record)]
        if not remaining:
            return None, lack(left)
        left = remaining
    versions = sorted({offer.record.library_version for offer in left})
    if len(versions) > 1:
        # The application loads one of them, and only its library would tell which.
        named = join(", ", versions)
        return None, say(
            "the vendor offers engines for several versions, and which is needed is unknown here: {named}", named=named
        )
    left.sort(key=lambda offer: (offer.record.built_at, offer.path), reverse=True)
    chosen = min(left, key=lambda offer: _order(offer.record, wanted))
    return chosen, _in_words(chosen.record, wanted)


def as_for_here(record: EngineRecord, wanted: WantedEngine) -> EngineRecord:
    """Make the record of an offer one of this computer: it is for the GPU that it is wanted for.

    What happened on the vendor's GPU is nothing that a repair here could better.
    """
    gpu = wanted.gpu
    entry = GpuEntry(name=gpu.name, uuid=gpu.uuid, compute_capability=gpu.compute_capability) if gpu else None
    return replace(
        record,
        gpu=entry,
        driver_version=wanted.driver_version,
        loaded_on=None,
        gpu_busy=None,
        timing_cache=None,
    )


Condition = tuple[Callable[[EngineRecord], bool], Callable[[Sequence[Offer]], Text]]


def _conditions(wanted: WantedEngine) -> list[Condition]:
    """List what an offer must be, each with the words for there being none, given those that were left."""
    title = BACKENDS[wanted.backend].title if wanted.backend in BACKENDS else wanted.backend
    settings = None if wanted.settings is None else to_plain(wanted.settings)
    files = (wanted.onnx_sha256, wanted.external_data_sha256)
    return [
        (
            lambda record: (record.onnx_sha256, record.external_data_sha256) == files,
            lambda _: say("the vendor offers no engine of this version of the model"),
        ),
        (
            lambda record: record.backend == wanted.backend,
            lambda _: say("the vendor offers no engine of {library} of this model", library=title),
        ),
        (
            lambda record: record.settings == settings,
            lambda _: say("the vendor offers no engine of this model that was built with these settings"),
        ),
        (
            lambda record: wanted.library_version in (None, record.library_version),
            lambda left: say(
                "the vendor offers no engine of this model for {library} {version}, only for {versions}",
                library=title,
                version=wanted.library_version,
                versions=join(", ", sorted({offer.record.library_version for offer in left})),
            ),
        ),
        (
            lambda record: _suits_system(record, wanted),
            lambda left: say(
                "the vendor offers no engine of this model for {system} and CUDA {cuda}",
                system=wanted.system,
                cuda=wanted.cuda or say("of this computer"),
            ),
        ),
        (
            lambda record: _rank(record, wanted) is not None and _is_current(record, wanted),
            lambda _: (
                say(
                    "the vendor offers no engine of this model for {gpu} (compute capability {own})",
                    gpu=wanted.gpu.name,
                    own=wanted.gpu.compute_capability,
                )
                if wanted.gpu
                else say("the vendor offers no engine of this model for every GPU that is asked for")
            ),
        ),
    ]


def _suits_system(record: EngineRecord, wanted: WantedEngine) -> bool:
    """Whether it is for this system; engines of TensorRT-RTX are for any."""
    if record.backend == TENSORRT_RTX.name:
        return True
    alike = None in (record.cuda, wanted.cuda) or record.cuda == wanted.cuda
    return alike and record.system == wanted.system


def _is_current(record: EngineRecord, wanted: WantedEngine) -> bool:
    """Whether the engine would count as one for this computer as soon as it is there."""
    return judge(as_for_here(record, wanted), "intact", wanted).state == "current"


def _rank(record: EngineRecord, wanted: WantedEngine) -> int | None:
    """Say how close an engine is to the GPU; None where it does not run on it."""
    gpu, built_for = wanted.gpu, record.gpu
    if record.backend == TENSORRT_RTX.name:
        if gpu is None:
            return _COMPATIBLE if record.portable else _SAME_CAPABILITY
        own = gpu.compute_capability
        if not record_serves(record, own):
            return None
        if built_for and built_for.kind == gpu.kind:
            return _EXACT
        return _SAME_CAPABILITY if not record.portable else _COMPATIBLE
    if gpu is None or built_for is None:
        return None
    if built_for.kind == gpu.kind:
        return _EXACT
    # What may run an engine of TensorRT beside the GPU that it was timed on is what it was built to allow.
    allowed = record.settings.get("hardware_compatibility")
    if built_for.compute_capability == gpu.compute_capability:
        return _SAME_CAPABILITY if allowed in ("same-compute-capability", "ampere-plus") else None
    both = (built_for.compute_capability, gpu.compute_capability)
    return _COMPATIBLE if allowed == "ampere-plus" and all(map(_is_ampere_or_newer, both)) else None


def _is_ampere_or_newer(compute_capability: str) -> bool:
    # It is only text until here, whoever signed it.
    known = COMPUTE_CAPABILITY_PATTERN.fullmatch(compute_capability)
    return bool(known) and parse_compute_capability(compute_capability) >= parse_compute_capability(_AMPERE)


def _order(record: EngineRecord, wanted: WantedEngine) -> tuple[int, bool, int]:
    rank = _rank(record, wanted)
    assert rank is not None
    busy = record.gpu_busy is not None and record.gpu_busy.in_use
    return rank, busy, len(record.targets)


def _in_words(record: EngineRecord, wanted: WantedEngine) -> Text:
    gpu = wanted.gpu
    match _rank(record, wanted):
        case 0 if gpu:
            return say("the vendor offers an engine for exactly this model of GPU, {gpu}", gpu=gpu.name)
        case 1 if gpu:
            return say("the vendor offers an engine for compute capability {own}", own=gpu.compute_capability)
    if record.backend == TENSORRT_RTX.name:
        served = targets_in_words(record.targets, portable=record.portable)
        return say("the vendor offers an engine for every GPU of {capabilities}", capabilities=served)
    return say("the vendor offers an engine that runs on every GPU from compute capability 8.0 on")
