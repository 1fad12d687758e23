"""For which GPUs TensorRT-RTX can build a model, where the model's data types leave doubt: a worker asks the library.

A question takes half a second, or as long as a build where the answer is yes. So the answers are remembered, and only a
plan that is about to be carried out or shown asks; `status` takes what is remembered.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.app_package.package import PackagedModel
from builder.backend import TENSORRT_RTX
from builder.backend.tensorrt_rtx import TARGETS, TURING, lacks_data_type
from builder.base.cancellation import CancelToken
from builder.base.errors import EngineInstallerError
from builder.base.events import BuildJob
from builder.base.files import write_atomically
from builder.base.plain import to_plain
from builder.base.small_files import read_small_file
from builder.building.inputs import Inputs
from builder.building.machine import Machine
from builder.building.plan import BuildPlan, Keep
from builder.building.planner import Answers
from builder.building.variant_choice import shares_of
from builder.building.worker_limits import MemoryBudget, WorkerLimits
from builder.building.worker_process import Finished, run_worker
from builder.operating_system import plain_path

_SCHEMA = 1
_MOST_REMEMBERED = 500
_MOST_BYTES = 4 << 20


@dataclass(frozen=True, slots=True)
class _Question:
    model: PackagedModel
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AsksLibrary:
    """Where and how to ask.

    Attributes:
        machine: this one.
        inputs: where the worker reads what it is asked about.
        cancel: stops it.
    """

    machine: Machine
    inputs: Inputs
    cancel: CancelToken

    def ask(self, question: _Question, memory_limit: int) -> dict[str, str] | None:
        """Let a worker ask the library; None when there is no answer, as the build itself will show."""
        model = question.model
        if model.plugins:
            return None  # they are loaded from a folder beside the engine, and nothing is written here
        library_folder = self.inputs.library_folder
        onnx, *external_data = self.inputs.files_of(model)
        job = BuildJob(
            model=model.name,
            backend=TENSORRT_RTX.name,
            onnx=onnx,
            external_data=tuple(external_data),
            # Never written. Even to ask for the folder of temporary files would write one.
            output=str(Path(onnx.path).with_name(f"{uuid.uuid4()}.engine")),
            settings=model.settings_for(TENSORRT_RTX.name),
            targets=(),
            load_on=None,
            gpu_uuid=None,
            library_folder=str(plain_path(library_folder)) if library_folder else None,
            ask_for=question.targets,
        )
        limits = WorkerLimits(MemoryBudget(memory_limit))
        outcome = run_worker(job, self.cancel, lambda _event: None, limits=limits)
        self.cancel.check()
        if not isinstance(outcome, Finished):
            return None
        return {target: outcome.built.refused.get(target, "") for target in question.targets}


def plan_with_answers(
    make: Callable[[Answers], BuildPlan],
    machine: Machine,
    asks: AsksLibrary | None = None,
    memory: AnswerMemory | None = None,
) -> BuildPlan:
    """Make a plan that knows what the library said; where the model leaves doubt, it is asked first.

    Args:
        make: makes the plan.
        machine: this one.
        asks: None takes only what is remembered.
        memory: what is remembered; None reads this user's.
    """
    plan = make({})
    questions = list(_questions(plan, machine))
    if not questions:
        return plan
    memory = memory or AnswerMemory.of(machine)
    version = machine.libraries[TENSORRT_RTX.name].version
    answers: dict[str, dict[str, str]] = {}
    for question in questions:
        key = _key(question.model, version)
        known = memory.answers.get(key, {})
        open_targets = tuple(target for target in question.targets if target not in known)
        if open_targets and asks:
            new = asks.ask(_Question(question.model, open_targets), plan.memory_limit_bytes)
            if new is not None:
                known = known | new
                memory.remember(key, known)
        answers[question.model.title] = known
    return make(answers)


def _questions(plan: BuildPlan, machine: Machine) -> Iterator[_Question]:
    if TENSORRT_RTX.name not in machine.libraries:
        return
    kept = {planned.model.title for planned in plan.models if isinstance(planned, Keep)}
    other = {planned.model.title for planned in plan.engines if planned.backend.name != TENSORRT_RTX.name}
    for model in plan.package.models:
        if plan.options.leaves_out(model.spec.feature, on_demand=model.strategy == "on-demand"):
            continue
        wanted = plan.options.targets or model.compute_capabilities_for(TENSORRT_RTX.name)
        if not wanted and not plan.options.ignores_gpus:
            here = {gpu.compute_capability for gpu in machine.gpus if machine.judge(gpu, TENSORRT_RTX).supported}
            wanted = tuple(target for target in TARGETS if target in here)
        for file, share in shares_of(model, wanted or model.portable_targets):
            doubt = tuple(
                target
                for target in share
                if target in TARGETS and (target == TURING or lacks_data_type(target, file.data_types))
            )
            if doubt and file.title not in kept | other and file.onnx.sha256 and not file.in_feed:
                yield _Question(file, doubt)


def _key(model: PackagedModel, version: str) -> str:
    parts = [
        model.onnx.sha256,
        [file.sha256 for file in model.external_data],
        to_plain(model.settings_for(TENSORRT_RTX.name)),
        version,
    ]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


@dataclass(slots=True)
class AnswerMemory:
    """This user's file of answers; one that is missing, damaged or cannot be written is no loss.

    Attributes:
        path: the file; None keeps them for as long as this object lives.
        answers: by model, settings and library.
    """

    path: Path | None
    answers: dict[str, dict[str, str]]

    @classmethod
    def of(cls, machine: Machine) -> AnswerMemory:
        """Read what this user's earlier runs were told."""
        if machine.overlay_folder is None:
            return cls(None, {})
        path = machine.overlay_folder.parent / "served-gpus.json"
        answers: dict[str, dict[str, str]] = {}
        with contextlib.suppress(OSError, ValueError, AttributeError, TypeError, KeyError, RecursionError):
            values = json.loads(read_small_file(path, _MOST_BYTES))
            if values["schema"] == _SCHEMA:
                answers = {
                    str(key): {str(target): str(reason) for target, reason in known.items()}
                    for key, known in values["answers"].items()
                }
        return cls(path, answers)

    def remember(self, key: str, known: dict[str, str]) -> None:
        """Add what the library said of a model."""
        self.answers.pop(key, None)
        self.answers[key] = known
        while len(self.answers) > _MOST_REMEMBERED:
            del self.answers[next(iter(self.answers))]
        if self.path is None:
            return
        with contextlib.suppress(OSError, EngineInstallerError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            content = json.dumps({"schema": _SCHEMA, "answers": self.answers}, indent=1)
            write_atomically(self.path, content.encode(), self.path.with_suffix(f".{os.getpid()}.new"))
