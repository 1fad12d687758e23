"""Making the plan: a pure function of what was read. Same inputs, same plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.app_package.package import AppPackage, PackagedModel
from builder.backend import BACKENDS, TENSORRT_RTX
from builder.backend.tensorrt_rtx import DEFAULT_TARGETS, OLDER_GPU_HINT, TARGETS
from builder.base.errors import (
    BuildFailed,
    EngineInstallerError,
    InvalidParameter,
    LibraryMissing,
    ModelInvalid,
    SystemNotSupported,
)
from builder.base.text import NO_TEXT, Text, join, say, sentence
from builder.building.delivery import Delivery, library_missing
from builder.building.estimate import expect_download
from builder.building.fit import NOT_INSTALLED, Fit
from builder.building.machine import Machine
from builder.building.plan import (
    AS_USUAL,
    AnswersCheck,
    Build,
    BuildPlan,
    Decision,
    InstalledEngine,
    Keep,
    Planned,
    PlannedEngine,
    Refuse,
    Skip,
    Way,
    engine_set_of,
)
from builder.building.resources import asked_for, choose_jobs, memory_limit
from builder.building.source import BuiltHere, Downloaded, NoSource, Source, build_here
from builder.building.variant_choice import shares_of, variant_decision
from builder.building.wanted import wanted_engine
from builder.engines.index import EngineRecord
from builder.engines.options import EngineOptions
from builder.engines.verdict import Verdict, WantedEngine, judge, targets_in_words
from builder.feed.contents import Feed
from builder.gpu.choice import ALL_GPUS, ChosenGpu, Lack, choose_gpus, find_gpu
from builder.gpu.nvml import Gpu
from builder.timing.catalogue import Catalogue

Answers = Mapping[str, Mapping[str, str]]
"""By the title of a model or variant, and compute capability: why TensorRT-RTX refuses to build the one for the other;
empty when it does not."""


def make_plan(
    package: AppPackage,
    machine: Machine,
    installed: Sequence[InstalledEngine],
    options: EngineOptions,
    catalogue: Catalogue | None = None,
    *,
    jobs: int | None = None,
    limit_memory: int | None = None,
    retime: bool = False,
    rebuild: bool = False,
    answers: Answers | None = None,
    feed: Feed | EngineInstallerError | None = None,
    library_problem: EngineInstallerError | None = None,
    library_bytes: int = 0,
    library_is_there: bool = True,
) -> BuildPlan:
    """Decide everything. Pure: reads nothing, changes nothing, never raises.

    Args:
        package: what is to be installed.
        machine: where.
        installed: what is there already.
        options: what the user asked for.
        catalogue: the timing caches that ship with the package.
        jobs: parallel builds; None leaves it to the plan.
        limit_memory: MiB that all builders may take together; None leaves it to the plan.
        retime: build engines again that were timed while the GPU was in use.
        rebuild: build every engine again, but for those that an interrupted run has finished.
        answers: what TensorRT-RTX said of compute capabilities that models leave in doubt.
        feed: what the vendor delivers, or why that cannot be had now; None where it was not asked, and then every
            engine is built.
        library_problem: why the engine library cannot be had, so that nothing can be built.
        library_bytes: what must be downloaded of it before anything is built.
        library_is_there: it needs neither to be downloaded nor unpacked first; no engine that stays is worth that.
    """
    delivery = Delivery(package, feed, library_problem, library_bytes)
    catalogue = catalogue or Catalogue()
    models = tuple(
        planned
        for model in package.models
        for planned in _ModelPlanner(
            model,
            machine,
            installed,
            options,
            catalogue,
            answers or {},
            delivery,
            retime=retime,
            rebuild=rebuild,
            library_is_there=library_is_there,
        ).plan()
    )
    jobs, reason = choose_jobs(models, machine, jobs)
    memory, memory_reason = memory_limit(models, machine, limit_memory)
    return BuildPlan(
        package=package,
        options=options,
        models=models,
        installed=tuple(installed),
        catalogue=catalogue,
        has_unresponsive_gpu=machine.has_unresponsive_gpu,
        jobs=jobs,
        jobs_reason=reason,
        memory_limit_bytes=memory,
        memory_reason=memory_reason,
        feed=feed,
    )


class _Refused(Exception):
    """The plan cannot go on with this model."""

    def __init__(self, error: EngineInstallerError, lack: Lack | None = None) -> None:
        self.error, self.lack = error, lack


class _Skipped(Exception):
    """The model is to be left out on this machine."""

    def __init__(self, reason: Text, lack: Lack | None = None) -> None:
        self.reason, self.lack = reason, lack


class _ModelPlanner:
    """Plans the engines of one model."""

    def __init__(
        self,
        model: PackagedModel,
        machine: Machine,
        installed: Sequence[InstalledEngine],
        options: EngineOptions,
        catalogue: Catalogue,
        answers: Answers,
        delivery: Delivery,
        *,
        retime: bool,
        rebuild: bool,
        library_is_there: bool,
    ) -> None:
        self._model = model
        self._machine = machine
        self._options = options
        self._retime = retime
        self._rebuild = rebuild
        self._library_is_there = library_is_there
        self._catalogue = catalogue
        self._installed = [engine for engine in installed if engine.record.model == model.name]
        self._fits = {
            name: Fit(model, backend, machine, options.optimization_level, options.targets, answers)
            for name, backend in BACKENDS.items()
            if name in machine.libraries
        }
        self._answers, self._delivery = answers, delivery
        self._decisions: list[Decision] = []
        self._lack: Lack | None = None

    def plan(self) -> list[Planned]:
        """Decide; an engine for each GPU that is built for."""
        try:
            feature, on_demand = self._model.spec.feature, self._model.strategy == "on-demand"
            if self._options.leaves_out(feature, on_demand=on_demand):
                raise _Skipped(say("the feature {feature!r} was not chosen", feature=feature))
            fit = self._choose_backend()
            chosen = self._choose_gpus(fit)
            self._check_settings(fit)
            gpus = [item.gpu for item in chosen]
            if not gpus:
                return list(self._portable_engines(fit))
            return [self._engine_for_gpu(fit, item, engine_set_of(item.gpu, gpus)) for item in chosen]
        except _Refused as refused:
            error = refused.error
            decisions = (Decision("action", "refuse", error.message), *self._decisions)
            return [Refuse(self._model, decisions, error, refused.lack)]
        except _Skipped as skipped:
            return [Skip(self._model, (Decision("action", "skip", skipped.reason), *self._decisions), skipped.lack)]

    def _decide(self, what: str, choice: str, reason: Text) -> None:
        self._decisions.append(Decision(what, choice, reason))

    def _choose_backend(self) -> Fit:
        on_command_line = self._options.backend not in (None, "auto")
        asked = self._options.backend if self._options.backend not in (None, "auto") else self._model.backend
        if asked == "auto":
            return self._choose_best_backend()
        backend = BACKENDS[asked]
        fit = self._fits.get(asked) or self._fit_without_library([asked])
        if fit is None:
            raise _Refused(self._delivery.why_neither(self._model, library_missing(asked)))
        by = asked_for() if on_command_line else say("the app package asks for it")
        self._decide("backend", backend.name, join("; ", [by, fit.version]))
        return fit

    def _choose_best_backend(self) -> Fit:
        passed_over: list[Text] = []
        for backend in BACKENDS.values():
            fit = self._fits.get(backend.name)
            if fit is None:
                passed_over.append(say("{library} is not installed", library=backend.title))
            elif obstacle := self._obstacle(fit):
                passed_over.append(obstacle)
            else:
                self._decide("backend", backend.name, join("; ", [*passed_over, fit.version]))
                return fit
        if fit := self._fit_without_library(BACKENDS):
            self._decide("backend", fit.backend.name, join("; ", [*passed_over, fit.version]))
            return fit
        raise self._no_backend(join("; ", passed_over))

    def _fit_without_library(self, backends: Iterable[str]) -> Fit | None:
        """Judge a library that is not installed: its engines may be there already, or come from the vendor."""
        model, options = self._model, self._options
        if not self._delivery.allows(model):
            return None
        there = self._delivery.backends_of(model) | {engine.record.backend for engine in self._installed}
        absent = next((name for name in backends if name in there and name not in self._fits), None)
        if absent is None:
            return None
        machine = self._machine.with_library({absent: NOT_INSTALLED})
        return Fit(model, BACKENDS[absent], machine, options.optimization_level, options.targets, self._answers)

    def _obstacle(self, fit: Fit) -> Text | None:
        """Return why a library is passed over where the choice is free; None when it can be taken."""
        backend = fit.backend
        if not backend.builds_without_gpu:
            if self._options.ignores_gpus:
                return say("{library} cannot build portable engines", library=backend.title)
            if lack := self._lack_of_gpu(fit):
                return lack
        if len(self._fits) > 1 and fit.refusals:
            return say("{library} cannot honour {setting}", library=backend.title, setting=fit.refusals[0])
        return None

    def _lack_of_gpu(self, fit: Fit) -> Text | None:
        """Return why a library that needs a GPU has none that it could use; None when it has one."""
        if self._options.gpu not in (None, ALL_GPUS):
            try:
                support = fit.support(find_gpu(self._machine.gpus, self._options.gpu or ""))
            except InvalidParameter as error:
                raise _Refused(self._unresponsive_rather_than_missing(error)) from error
            return None if support.supported else support.reason
        if any(support.supported for support in fit.supports):
            return None
        return say("{library} needs a GPU of {gpus}", library=fit.backend.title, gpus=fit.backend.supported_gpus)

    def _no_backend(self, passed_over: Text) -> Exception:
        hint = TENSORRT_RTX.install_hint
        if self._options.ignores_gpus:
            message = say("Portable engines cannot be built here: {reasons}.", reasons=passed_over)
            return _Refused(InvalidParameter(message, hint=hint))
        installed = [self._fits[name] for name in self._machine.libraries]
        if any(fit.refusals for fit in installed):
            message = say(
                "No engine library can build {model!r}: {reasons}.", model=self._model.name, reasons=passed_over
            )
            return _Refused(ModelInvalid(message))
        if installed:
            return self._no_gpu(installed[0])
        message = say("No engine library is installed: neither TensorRT-RTX nor TensorRT.")
        return _Refused(self._delivery.why_neither(self._model, LibraryMissing(message, hint=hint)))

    def _unresponsive_rather_than_missing(self, error: EngineInstallerError) -> EngineInstallerError:
        """Blame a GPU that does not answer, not the command line that names it."""
        problem = self._machine.driver.problem
        if problem is None or not isinstance(error, InvalidParameter):
            return error
        message = say("{error} That may be because {problem}.", error=error.message, problem=problem.message)
        return SystemNotSupported(message, hint=problem.hint, plain=problem.plain, remedy=problem.remedy)

    def _choose_gpus(self, fit: Fit) -> tuple[ChosenGpu, ...]:
        """Choose the GPUs to build for, one for each engine set; none of them means portable engines."""
        if self._options.ignores_gpus:
            self._check_portable(fit)
            self._decide(
                "gpu",
                "none",
                say(
                    "the command line asks for engines that do not depend on it",
                    window="engines that do not depend on it were asked for",
                ),
            )
            return ()
        try:
            chosen = choose_gpus(self._machine.gpus, fit.support, self._options.gpu)
        except EngineInstallerError as error:
            lack = fit.lack if isinstance(error, SystemNotSupported) else None
            raise _Refused(self._unresponsive_rather_than_missing(error), lack) from error
        if chosen:
            return chosen
        reason, hint = fit.why_no_gpu()
        if fit.is_for_other_gpus:
            # Portable engines of such a package would not run here either.
            raise _Refused(fit.refuse_for_lack(sentence(reason), hint), fit.lack)
        if fit.is_refused_here and self._model.no_gpu != "skip":
            raise _Refused(fit.refuse_for_lack(sentence(reason), hint), fit.lack)
        if self._model.no_gpu != "portable" or not fit.backend.builds_without_gpu:
            raise self._no_gpu(fit)
        self._lack = fit.lack
        policy = (
            say("{reason}; the app package says no_gpu = 'portable'", window="{reason}", reason=reason)
            if self._model.states_no_gpu
            else say("{reason}; portable engines are built instead", window="{reason}", reason=reason)
        )
        self._decide("gpu", "none", policy)
        return ()

    def _check_portable(self, fit: Fit) -> None:
        if self._options.gpu is not None:
            raise _Refused(
                InvalidParameter(
                    say("--gpu builds for a GPU of this computer, --portable and --for build without regard to any."),
                    hint=say("Leave out one of them."),
                )
            )
        if not fit.backend.builds_without_gpu:
            raise _Refused(
                InvalidParameter(
                    say(
                        "{library} cannot build portable engines: it times kernels on the GPU of this machine.",
                        library=fit.backend.title,
                    ),
                    hint=say("Leave out --portable and --for, or use --backend tensorrt-rtx."),
                )
            )

    def _no_gpu(self, fit: Fit) -> Exception:
        reason, hint = fit.why_no_gpu()
        if self._model.no_gpu == "skip":
            left_out = say("{reason}, and the app package says no_gpu = 'skip'", window="{reason}", reason=reason)
            return _Skipped(left_out, fit.lack)
        if not self._machine.gpus:
            backend = fit.backend
            supported = say("{library} supports {gpus}", library=backend.title, gpus=backend.supported_gpus)
            reason = join("; ", [reason, supported])
        message = say(
            "The model {model!r} needs a supported NVIDIA GPU, but {reason}.", model=self._model.name, reason=reason
        )
        return _Refused(fit.refuse_for_lack(message, hint), fit.lack)

    def _check_settings(self, fit: Fit) -> None:
        if not fit.refusals:
            return
        title, lines = fit.backend.title, join("\n", [say("  - {reason}", reason=reason) for reason in fit.refusals])
        if self._options.optimization_level is not None or self._options.targets:
            message = say("{library} cannot honour what was asked for:\n{settings}", library=title, settings=lines)
            raise _Refused(InvalidParameter(message))
        raise _Refused(
            ModelInvalid(
                say(
                    "{library} cannot honour these settings of the model {model!r}:\n{settings}",
                    library=title,
                    model=self._model.name,
                    settings=lines,
                ),
                hint=say(
                    "Remove them from app.toml, or put what is only for one library into a table of its own, such as "
                    "'tensorrt = {example}'.",
                    window="Ask the application's vendor for a corrected package.",
                    example="{ optimization_level = 5 }",
                ),
            )
        )

    def _engine_for_gpu(self, fit: Fit, chosen: ChosenGpu, engine_set: str | None) -> PlannedEngine:
        """Plan the engine for a GPU."""
        gpu, own = chosen.gpu, chosen.gpu.compute_capability
        model = self._model.for_gpu(own)
        targets, of_targets = self._targets(fit, gpu)
        decisions = (
            *self._decisions,
            Decision("gpu", gpu.name, chosen.reason),
            *variant_decision(model, self._model, [own]),
            of_targets,
        )
        return self._engine(model, fit.only(model), targets, gpu, engine_set, decisions)

    def _portable_engines(self, fit: Fit) -> Iterator[PlannedEngine]:
        """Plan what is built without regard to a GPU: an engine for each variant, each for GPUs of its own."""
        limits = self._limits(fit)
        shares = shares_of(self._model, limits or fit.served(self._model.portable_targets))
        if not shares:
            shares = [(self._model, ())]
        for model, share in shares:
            # The library's default serves newer GPUs as well, but cannot be divided.
            is_default = not limits and share == fit.served(DEFAULT_TARGETS)
            targets = () if is_default else share
            decisions = (
                *self._decisions,
                *variant_decision(model, self._model, share),
                self._portable_targets(fit, targets, as_asked=bool(limits)),
            )
            engine_set = targets_in_words(share, portable=is_default) if len(shares) > 1 else None
            yield self._engine(model, fit.only(model), targets, None, engine_set, decisions)

    def _portable_targets(self, fit: Fit, targets: tuple[str, ...], *, as_asked: bool) -> Decision:
        if not targets:
            served = targets_in_words(fit.served(DEFAULT_TARGETS), portable=True)
            reason = say("one engine for every GPU of {capabilities}", capabilities=served)
            return Decision("targets", say("library default"), reason)
        reason = say("as asked for") if as_asked else say("other GPUs get engines from other variants")
        return Decision("targets", ", ".join(targets), reason)

    def _engine(
        self,
        model: PackagedModel,
        fit: Fit,
        targets: tuple[str, ...],
        gpu: Gpu | None,
        engine_set: str | None,
        decided: tuple[Decision, ...],
    ) -> PlannedEngine:
        """Plan the engine of a file: the model's own, or a variant's."""
        wanted = wanted_engine(model, fit, targets, gpu)
        several = engine_set is not None
        installed, verdict = self._installed_engine(wanted, several=several)
        record = installed.record if installed else None

        def build(offered: EngineRecord | None) -> BuiltHere | None:
            if fit.library == NOT_INSTALLED:
                return None
            return build_here(model, fit, gpu, record, self._catalogue, offered)

        load_on = gpu or fit.covered_gpu(targets)
        answers = AnswersCheck.of(model, self._delivery.package, self._options, load_on)
        note = record.answers if record else None
        needs_ways = (answers and answers.gpu) or (note and note.tried)
        # Of several portable engines each is of another file, by which they are told from each other.
        ways = self._ways(model, fit, targets, gpu, record) if needs_ways and (gpu or not several) else ()

        def first() -> tuple[Way, tuple[Decision, ...]]:
            source, otherwise, of_source = self._delivery.sources(model, wanted, build)
            return Way(AS_USUAL, model, fit.backend, wanted, source, otherwise), of_source

        way: Way | None = None
        if note and note.tried and not self._serves(installed, verdict):
            # Built in another way, because this one gave wrong outputs.
            for way in ways:
                installed, verdict = self._installed_engine(way.wanted, several=several)
                if self._serves(installed, verdict):
                    break
        if installed and self._serves(installed, verdict):
            again = build(None)
            keep = Keep(
                model=way.model if way else model,
                decisions=(Decision("action", "keep", verdict.reason), *decided, *_cache_decision(again)),
                backend=way.backend if way else fit.backend,
                wanted=way.wanted if way else wanted,
                verdict=verdict,
                installed=installed,
                expected=again.expected if again else expect_download(installed.record.size, from_folder=False),
                engine_set=engine_set,
                load_on=load_on,
                lack=self._lack,
            )
            can_check = fit.library != NOT_INSTALLED and self._library_is_there
            if answers is None or not can_check:
                return keep
            from builder.building.ladder import with_check_again  # detection looks at many models without references

            return with_check_again(keep, answers, first, ways)
        try:
            usual, of_source = first()
        except NoSource as error:
            raise _Refused(error.error) from error
        if isinstance(usual.source, Downloaded):
            # Which GPUs it runs on is the vendor's choice, and its reason tells.
            decided = tuple(decision for decision in decided if decision.what != "targets")
        as_asked = self._rebuild and verdict.state == "current"
        reason = say("every engine is built again, as asked for") if as_asked else verdict.reason
        planned = Build(
            model=model,
            decisions=(Decision("action", "build", reason), *decided, *of_source, *_cache_decision(usual.source)),
            backend=fit.backend,
            wanted=wanted,
            source=usual.source,
            verdict=verdict,
            installed=installed,
            engine_set=engine_set,
            load_on=load_on,
            lack=self._lack,
            otherwise=usual.otherwise,
        )
        if answers is None:
            return planned
        from builder.building.ladder import with_check_of_new

        return with_check_of_new(planned, answers, ways)

    def _ways(
        self, model: PackagedModel, fit: Fit, targets: tuple[str, ...], gpu: Gpu | None, record: EngineRecord | None
    ) -> tuple[Way, ...]:
        """List the other ways to build an engine; an application that names its library can use no other."""
        from builder.building.ladder import ways_after

        is_free = self._model.backend == "auto" and self._options.backend in (None, "auto")
        others = self._fits if is_free else {}
        return tuple(ways_after(model, self._model, fit, others, targets, gpu, record, self._catalogue))

    def _targets(self, fit: Fit, gpu: Gpu) -> tuple[tuple[str, ...], Decision]:
        """Choose the compute capabilities to build for on a GPU; none of them means the library's default."""
        own = gpu.compute_capability
        model = self._model.for_gpu(own)
        limits = tuple(target for target in self._limits(fit) if self._model.for_gpu(target) is model)
        if not fit.backend.builds_without_gpu:
            reason = say("{library} builds for the GPU that it runs on", library=fit.backend.title)
            return limits, Decision("targets", own, reason)
        if limits:
            return limits, Decision("targets", ", ".join(limits), say("the app package names them"))
        if own not in TARGETS:
            reason = say("{capability} is newer than every GPU that can be named", capability=own)
            return (), Decision("targets", say("library default"), reason)
        return (own,), Decision("targets", own, say("only {gpu} will run these engines", gpu=gpu.name))

    def _limits(self, fit: Fit) -> tuple[str, ...]:
        """Return the compute capabilities that are asked for, without those of the package that cannot be had."""
        asked = self._options.targets or fit.limits
        served = fit.served(asked)
        refused = [target for target in asked if target not in served]
        if not refused or (served and not self._options.targets):
            return served
        reasons = join("; ", dict.fromkeys(fit.refusal(target) or NO_TEXT for target in refused))
        message = say(
            "{library} cannot build {model!r} for compute capability {targets}: {reason:part}.",
            library=fit.backend.title,
            model=self._model.name,
            targets=join(", ", refused),
            reason=reasons,
        )
        raise _Refused(
            BuildFailed(
                message,
                hint=OLDER_GPU_HINT,
                detail=fit.library_words(refused),
                plain=say("An AI feature cannot be optimized for this kind of graphics card."),
            )
        )

    def _installed_engine(self, wanted: WantedEngine, *, several: bool) -> tuple[InstalledEngine | None, Verdict]:
        """Find the engine that is there and judge it: the published one, or one that an interrupted run finished."""
        published = self._find([engine for engine in self._installed if engine.staged is None], wanted, several=several)
        verdict = judge(
            published.record if published else None, published.file_state if published else "missing", wanted
        )
        if self._serves(published, verdict):
            return published, verdict
        finished = self._find([engine for engine in self._installed if engine.staged], wanted, several=several)
        if finished and judge(finished.record, finished.file_state, wanted).state == "current":
            return finished, Verdict("current", say("finished by a run that was interrupted"))
        return published, verdict

    def _serves(self, engine: InstalledEngine | None, verdict: Verdict) -> bool:
        """Whether an engine can stay as it is; one that a run has just finished is as good as built again."""
        if engine is None:
            return False
        again = (self._rebuild and engine.staged is None) or (self._retime and verdict.timed_while_busy)
        return verdict.state == "current" and not again

    @staticmethod
    def _find(engines: Sequence[InstalledEngine], wanted: WantedEngine, *, several: bool) -> InstalledEngine | None:
        """Find the engine for this GPU or of this variant, or else any where only one is wanted."""
        for engine in engines:
            built_for = engine.record.gpu
            if wanted.gpu and built_for and built_for.kind == wanted.gpu.kind:
                return engine
        alike = [engine for engine in engines if engine.record.variant == wanted.variant]
        if several:
            return next((engine for engine in alike if engine.record.gpu is None and wanted.gpu is None), None)
        return next(iter([*alike, *engines]), None)


def _cache_decision(source: Source | None) -> tuple[Decision, ...]:
    """Say which timing cache a build takes; nothing where no kernels are timed."""
    if not isinstance(source, BuiltHere) or source.timing is None:
        return ()
    cache = source.timing.cache
    return (Decision("timing cache", cache.entry.file if cache.entry else "none", cache.reason),)
