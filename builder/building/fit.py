"""What an engine library can do for a model on this machine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from builder.app_package.package import PackagedModel
from builder.backend import TENSORRT_RTX, Backend, Installation
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS, LEAST_TARGETS, OLDER_GPU_HINT, lacks_data_type
from builder.base.errors import SystemNotSupported
from builder.base.settings import BuildSettings
from builder.base.text import NO_TEXT, Text, join, say
from builder.building.estimate import gpu_memory_needed_mib
from builder.building.machine import Machine
from builder.engines.engine_check import serves
from builder.gpu.choice import Lack, Support, judge_support, lacking, nearest_lack
from builder.gpu.nvml import Gpu

NOT_INSTALLED = Installation("", None)
"""Of a library whose engines can be had without it."""


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
        answers: Mapping[str, Mapping[str, str]],
        only: PackagedModel | None = None,
    ) -> None:
        """Prepare the judgements.

        Args:
            model: what is to be built: for each GPU, the variant that is for it.
            backend: with what.
            machine: where.
            optimization_level: asked for instead of what the package says.
            targets: compute capabilities asked for instead of what the package says.
            answers: what the library said when it was asked to build a variant, by its title, for a compute capability:
                why it refuses to, or an empty text when it does not.
            only: judge what this variant, or the model's own file, is for; None for all that the model is for.
        """
        self.backend = backend
        self.library = machine.libraries[backend.name]
        self.machine = machine
        self._model, self._optimization_level, self._targets = model, optimization_level, targets
        self._answers = answers if backend.name == TENSORRT_RTX.name else {}
        self._only = only

    def only(self, file: PackagedModel) -> Fit:
        """Judge one variant, or the model's own file, alone."""
        if not self._model.variants:
            return self
        return Fit(
            self._model, self.backend, self.machine, self._optimization_level, self._targets, self._answers, file
        )

    def at_level(self, level: int) -> Fit:
        """Judge the same with another optimization level."""
        return Fit(self._model, self.backend, self.machine, level, self._targets, self._answers, self._only)

    @cached_property
    def limits(self) -> tuple[str, ...]:
        """The compute capabilities that the package wants engines for; none of them means all."""
        return self._model.compute_capabilities_for(self.backend.name)

    @cached_property
    def settings(self) -> BuildSettings:
        """How to build, as the package and the command line ask for it."""
        settings = (self._only or self._model).settings_for(self.backend.name)
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
        return {gpu: self._support(gpu, limits) for gpu in self.machine.gpus}

    def _support(self, gpu: Gpu, limits: tuple[str, ...]) -> Support:
        needed_mib = gpu_memory_needed_mib(self._model.for_gpu(gpu.compute_capability))
        support = self.machine.judge(gpu, self.backend, needed_mib, limits)
        refusal = self.refusal(gpu.compute_capability)
        if not support.supported or refusal is None:
            return support
        reason = say(
            "{library} cannot build {model!r} for {gpu} (compute capability {own}): {reason:part}",
            library=self.backend.title,
            model=self._model.name,
            gpu=gpu.name,
            own=gpu.compute_capability,
            reason=refusal,
        )
        return Support(False, reason, OLDER_GPU_HINT, "too old")

    def refusal(self, target: str) -> Text | None:
        """Return why the model cannot be built for a compute capability; None when it can, as far as is known."""
        model = self._model.for_gpu(target)
        answer = self._answers.get(model.title, {}).get(target)
        if answer is not None:
            # Detection has no answers to put into words.
            from builder.backend.target_refusals import in_plain_words

            return in_plain_words(answer) if answer else None
        if self.backend.name != TENSORRT_RTX.name or not (data_type := lacks_data_type(target, model.data_types)):
            return None
        return say(
            "the model uses {data_type}, which needs compute capability {least} or newer",
            data_type=data_type,
            least=LEAST_TARGETS[data_type],
        )

    def library_words(self, targets: Iterable[str]) -> str:
        """What the library itself said of compute capabilities, for the log."""
        answers = (self._answers.get(self._model.for_gpu(target).title, {}).get(target) for target in targets)
        return "\n".join(dict.fromkeys(filter(None, answers)))

    def served(self, targets: tuple[str, ...]) -> tuple[str, ...]:
        """Return those compute capabilities that the model can be built for, as far as is known."""
        return tuple(target for target in targets if self._is_for(target) and self.refusal(target) is None)

    def _is_for(self, target: str) -> bool:
        return self._only is None or self._model.for_gpu(target) is self._only

    @property
    def is_refused_here(self) -> bool:
        """Whether it is the model that cannot be built for the GPUs of this machine."""
        return any(
            judge_support(gpu, self.backend).supported and self.refusal(gpu.compute_capability)
            for gpu in self.machine.gpus
        )

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
            served = targets or self.served(DEFAULT_TARGETS)
            own = gpu.compute_capability
            if support.supported and self._is_for(own) and serves(served, own, portable=not targets):
                return gpu
        return None

    @property
    def lack(self) -> Lack:
        """Why no GPU can be used, where none can."""
        return nearest_lack([support.lack for support in self.supports])

    def refuse_for_lack(self, message: Text, hint: Text) -> SystemNotSupported:
        """Make the error of a run that needs a GPU where none can be used."""
        problem = self.machine.driver.problem
        if self.supports or problem is None:
            here = (gpu.compute_capability for gpu in self._supports)
            return lacking(self.lack, message, hint, detail=self.library_words(here))
        return SystemNotSupported(message, hint=hint, plain=problem.plain, remedy=problem.remedy)

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
        if self.library == NOT_INSTALLED:
            return say("{library} is not installed", library=self.backend.title)
        return say("{library} {version} is installed", library=self.backend.title, version=self.library.version)
