"""Assessments of imagined computers: what the wizard knows before anything is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from builder.app_package.systems import Payload
from builder.base.errors import EngineInstallerError
from builder.base.text import say
from builder.building.machine import Machine
from builder.building.planner import make_plan
from builder.building.preflight import machine_checks, refusal_of
from builder.building.target_facts import TargetFacts, target_checks
from builder.engines.index import AppEntry, EngineIndex
from builder.engines.options import EngineOptions
from installer.actions.install_plan import InstallPlan
from installer.target.file_changes import FileChanges
from installer.target.library import Library
from installer.target.receipt import Receipt
from installer.target.request import Request
from installer.wizard.assessment import Assessment, Mode
from installer.wizard.findings import AppInfo, Room
from tests.support.plans import package

GIGABYTE = 1_000_000_000
PUBLISHER = "Lumen Imaging GmbH"
FACTS = TargetFacts(Path("/t/engines"), 73 * GIGABYTE, None, probed=True, held=False)


def assessed(
    pc: Machine,
    models: Sequence[Mapping[str, Any]] = ({},),
    *,
    mode: Mode = "install",
    has_payload: bool = True,
    target: TargetFacts = FACTS,
    copy_bytes: int = 0,
    options: EngineOptions | None = None,
    refusal: EngineInstallerError | None = None,
    **defaults: str,
) -> Assessment:
    """Assess the installation of Lumen on an imagined computer.

    Args:
        pc: the computer.
        models: entries of the manifest, with the `data_types` of a model besides.
        mode: what the wizard does.
        has_payload: whether the package has files of the application besides its models.
        target: what is known about the folder.
        copy_bytes: of files that are copied.
        options: what is asked of engines.
        refusal: what keeps everything from being done, besides checks.
        defaults: of the models.
    """
    entries = [{key: value for key, value in entry.items() if key != "data_types"} for entry in models]
    given = package(*entries, **defaults)
    kinds = [entry.get("data_types", frozenset()) for entry in models]
    given = replace(
        given, models=tuple(replace(model, data_types=kind) for model, kind in zip(given.models, kinds, strict=True))
    )
    if has_payload:
        payload = Payload.model_validate({"folder": "payload"})
        given = replace(given, manifest=given.manifest.model_copy(update={"payload": payload}))
    plan = make_plan(given, pc, [], options or EngineOptions())
    app = given.manifest.app
    checks = (*machine_checks(pc, plan), *target_checks(target, plan, copy_bytes))
    install = InstallPlan(
        plan,
        FileChanges(()),
        Receipt(app=app, scope="current-user"),
        EngineIndex(
            app=AppEntry(id=app.id, name=app.name, version=app.version, package=""), fingerprint="", engines=()
        ),
        changes_nothing=False,
        library=Library(),
        machine=pc,
    )
    needed = next((check.amounts[1] for check in checks if check.amounts), 0)
    return Assessment(
        mode,
        Request(options=options or EngineOptions()),
        "Lumen 3.2",
        Path("/t"),
        checks,
        refusal or refusal_of(checks) or plan.refusal,
        plan=install,
        app=AppInfo("Lumen", "3.2", PUBLISHER),
        room=Room(say("drive {letter}", letter="C"), target.free_bytes, needed),
    )
