"""What an engine library can do for a model on this machine."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from builder.app_package.package import PackagedModel
from builder.backend import Backend
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS, TARGETS
from builder.base.settings import BuildSettings
from builder.base.text import NO_TEXT, Text, join, say
from builder.building.estimate import gpu_memory_needed_mib
from builder.building.machine import Machine
from builder.gpu.choice import Support, judge_support
from builder.gpu.nvml import Gpu


class Fit:
    """One engine library for one model on this machine. Each judgement is made once, when it is needed.

    Attributes:
        backend: the library.
        library: as it is installed here.
        machine: this one.
    """

    def __init__(
        self,
        model: PackagedModel,
        backend: Backend,
        machine: Machine,
        optimization_level: int | None,
        targets: tuple[str, ...],
    ) -> None:
        """Prepare the judgements.

        Args:
            model: what is to be built.
            backend: with what.
            machine: where.
            optimization_level: asked for instead of what the package says.
            targets: compute capabilities asked for instead of what the package says.
        """
        self.backend = backend
        self.library = machine.libraries[backend.name]
        self.machine = machine
        self._model, self._optimization_level, self._targets = model, optimization_level, targets

    @cached_property
    def limits(self) -> tuple[str, ...]:
        """The compute capabilities that the package wants engines for; none of them means all."""
        return self._model.compute_capabilities_for(self.backend.name)

    @cached_property
    def settings(self) -> BuildSettings:
        """How to build, as the package and the command line ask for it."""
        settings = self._model.settings_for(self.backend.name)
        level = self._optimization_level
        return settings if level is None else replace(settings, optimization_level=level)

    @cached_property
    def refusals(self) -> list[Text]:
        """What the library cannot honour."""
        return self.backend.refusals(self.settings, self._targets or self.limits)

    @cached_property
    def _supports(self) -> dict[Gpu, Support]:
        # What is asked for on the command line has nothing to do with the GPUs of this computer.
        limits = self.limits if self.backend.builds_without_gpu else ()
        needed = gpu_memory_needed_mib(self._model)
        return {gpu: self.machine.judge(gpu, self.backend, needed, limits) for gpu in self.machine.gpus}

    @property
    def supports(self) -> list[Support]:
        """The judgement of every GPU."""
        return list(self._supports.values())

    def support(self, gpu: Gpu) -> Support:
        """Return the judgement of one GPU."""
        return self._supports[gpu]

    @property
    def is_for_other_gpus(self) -> bool:
        """Whether it is the package that names other GPUs than the ones that the library supports here."""
        return bool(self.limits) and any(judge_support(gpu, self.backend).supported for gpu in self.machine.gpus)

    def covered_gpu(self, targets: tuple[str, ...]) -> Gpu | None:
        """Return a GPU of this machine that runs engines which were built without regard to it."""
        for gpu, support in self._supports.items():
            capability = gpu.compute_capability
            named = capability in (targets or DEFAULT_TARGETS) or (not targets and capability not in TARGETS)
            if support.supported and named:
                return gpu
        return None

    def why_no_gpu(self) -> tuple[Text, Text]:
        """Return why no GPU can be used, and what to do about it."""
        if self.supports:
            reasons = dict.fromkeys(support.reason for support in self.supports)
            return join("; ", reasons), self.supports[0].hint
        problem = self.machine.driver.problem
        if problem is None:
            return say("there is none"), NO_TEXT
        if not self.backend.builds_without_gpu:
            return problem.message, problem.hint
        other = say(
            "Engines for other computers can be built with --portable.",
            window="Engines for other computers can be built anyway.",
        )
        return problem.message, join(" ", [problem.hint, other])

    @property
    def version(self) -> Text:
        """Which version is installed, in words."""
        return say("{library} {version} is installed", library=self.backend.title, version=self.library.version)
