"""What engines are built as, as far as a run can choose it."""

from __future__ import annotations

from dataclasses import dataclass

from builder.base.options import COMPUTE_CAPABILITIES, NAMES, BackendChoice, option, whole_numbers


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """What a run asks of engines. engines.json records all of it, so that status and repair ask for the same.

    Attributes:
        backend: which engine library; None leaves it to the package.
        gpu: index, UUID or PCI bus id of the GPU to build for, or `all` for every distinct one; None recommends one.
        portable: build without regard to this machine's GPU.
        targets: compute capabilities to build for, without regard to this machine's GPU.
        optimization_level: in place of what the package says.
        without: features of the package that are left out.
        wanted: features that are left out until they are asked for, and were.
        no_answer_check: engines are not tried on a GPU to see whether they give right results.
    """

    backend: BackendChoice | None = option(
        "--backend", "the engine library (default: the package's)", group="engines", key="backend"
    )
    gpu: str | None = option(
        "--gpu",
        "build for this GPU: an index, UUID or PCI bus id; 'all' for every distinct one (default: the best)",
        group="engines",
        metavar="ID",
        key="gpu",
        in_wizard=True,
        excludes="GPU",
    )
    portable: bool = option(
        "--portable",
        "build for every supported GPU, whatever this computer has",
        group="engines",
        default=False,
        key="portable",
        in_wizard=True,
        excludes="GPU",
    )
    targets: tuple[str, ...] = option(
        "--for",
        "build for these compute capabilities, such as sm86,sm89, whatever this computer has",
        group="engines",
        default=(),
        metavar="SM,…",
        values=COMPUTE_CAPABILITIES,
        key="for",
        excludes="GPU",
    )
    optimization_level: int | None = option(
        "--optimization-level",
        "instead of the package's (TensorRT)",
        group="engines",
        metavar="0..5",
        values=whole_numbers(0, 5),
        key="optimization_level",
        in_wizard=True,
    )
    without: tuple[str, ...] = option(
        "--without",
        "leave out these features of the application (default: those that were left out before)",
        group="engines",
        default=(),
        metavar="FEATURE,…",
        values=NAMES,
        key="without",
        in_wizard=True,
        excludes="features",
    )

    wanted: tuple[str, ...] = option(
        "--with",
        "install these features as well, which the application leaves out until they are asked for",
        group="engines",
        default=(),
        metavar="FEATURE,…",
        values=NAMES,
        key="with",
        in_wizard=True,
    )

    no_answer_check: bool = option(
        "--no-answer-check",
        "do not try on the GPU whether engines give right results",
        group="engines",
        default=False,
        key="no_answer_check",
    )

    def leaves_out(self, feature: str | None, *, on_demand: bool) -> bool:
        """Whether a feature is left out; `on_demand` for one that has to be asked for."""
        return feature in self.without or (on_demand and feature not in self.wanted)

    @property
    def ignores_gpus(self) -> bool:
        """Whether engines are asked for that have nothing to do with this machine's GPUs."""
        return self.portable or bool(self.targets)
