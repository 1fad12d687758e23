"""What is noted of a new engine, whether it was built or came from the vendor. Pure."""

from __future__ import annotations

import datetime
from dataclasses import replace

import builder
from builder.backend.base import release_of
from builder.base.events import Built
from builder.base.plain import to_plain
from builder.building.ladder import note_of
from builder.building.machine import Machine
from builder.building.plan import Build
from builder.engines.index import EngineRecord, GpuEntry, Origin, engine_file_name
from builder.feed.choice import as_for_here
from builder.feed.contents import Feed, Offer
from builder.gpu.busy import BusyVerdict


def make_record(
    planned: Build, built: Built, busy: BusyVerdict | None, targets: tuple[str, ...] | None, machine: Machine
) -> EngineRecord:
    """Make what engines.json says of a new engine."""
    wanted, model = planned.wanted, planned.model
    gpu = wanted.gpu
    own = (gpu.compute_capability,) if gpu else ()
    library = machine.libraries[wanted.backend]
    return EngineRecord(
        model=model.name,
        feature=model.spec.feature,
        variant=model.variant,
        file=engine_file_name(model.name, built.sha256),
        size=built.size,
        sha256=built.sha256,
        onnx_sha256=model.onnx.sha256,
        external_data_sha256=tuple(file.sha256 for file in model.external_data),
        settings=to_plain(wanted.settings),
        backend=wanted.backend,
        library_version=release_of(built.library_version),
        cuda=library.cuda,
        driver_version=machine.driver.version,
        gpu=GpuEntry(name=gpu.name, uuid=gpu.uuid, compute_capability=gpu.compute_capability) if gpu else None,
        targets=own if targets is None else tuple(target for target in targets if target not in built.refused),
        portable=targets is not None and not wanted.targets,
        system=machine.system,
        inputs=built.inputs,
        outputs=built.outputs,
        seconds=built.seconds,
        built_at=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        built_by=builder.__version__,
        loaded_on=built.loaded_on,
        # A GPU in use does no harm where every timing came from a cache.
        gpu_busy=busy if _has_timed(built) else None,
        timing_cache=built.timing_cache,
        reproducible=built.reproducible,
        answers=note_of(planned, built.answers),
    )


def record_of_download(planned: Build, offer: Offer, feed: Feed, targets: tuple[str, ...] | None) -> EngineRecord:
    """Make what engines.json says of an engine that came from the vendor.

    Args:
        planned: the engine.
        offer: what was fetched.
        feed: from where.
        targets: what the header of its file names; None for a library whose headers name none.
    """
    model, record = planned.model, offer.record
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    return replace(
        as_for_here(record, planned.wanted),
        model=model.name,
        feature=model.spec.feature,
        variant=model.variant,
        file=engine_file_name(model.name, record.sha256),
        modified_us=None,
        sameness=None,
        answers=None,
        targets=tuple(target for target in record.targets if targets is None or target in targets),
        origin=Origin(feed=feed.place, version=feed.versions.targets, at=now),
    )


def _has_timed(built: Built) -> bool:
    return built.timing_cache is None or built.timing_cache.misses > 0
