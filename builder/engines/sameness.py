"""Whether an engine has the very bytes that the vendor's engine of the same model had. Pure.

What can only be compared in part is never called different: the library itself gives some models other bytes each time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any

from pydantic import Field

from builder.backend import BACKENDS
from builder.base.text import Text, join, say
from builder.base.toml_file import PlainText, Sha256
from builder.engines.index import EngineIndex, EngineRecord, Sameness
from builder.engines.verdict import targets_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedEngine:
    """What became of one model where the vendor built it, several times and under different conditions.

    Attributes:
        model, variant, onnx_sha256, external_data_sha256, settings, backend, library_version, system, targets,
            portable, size: as of `EngineRecord`.
        sha256: of every file that came of it; a single one where all builds gave the same bytes.
        builds: how many there were.
    """

    model: PlainText
    variant: PlainText | None
    onnx_sha256: Sha256
    external_data_sha256: tuple[Sha256, ...]
    settings: dict[str, Any]
    backend: PlainText
    library_version: PlainText
    system: PlainText
    targets: tuple[PlainText, ...]
    portable: bool
    size: Annotated[int, Field(ge=0)]
    sha256: Annotated[tuple[Sha256, ...], Field(min_length=1)]
    builds: Annotated[int, Field(ge=1)]

    @property
    def repeats(self) -> bool:
        """Whether the same bytes are to be expected of every build."""
        return len(self.sha256) == 1

    @property
    def purpose(self) -> tuple[object, ...]:
        """What two of them have in common that are about the same engine."""
        return (
            *(self.model, self.variant, self.onnx_sha256, self.external_data_sha256, sorted(self.settings.items())),
            *(self.backend, self.library_version, self.system, frozenset(self.targets), self.portable),
        )


Narrowing = tuple[Callable[[ExpectedEngine], bool], Callable[[Sequence[ExpectedEngine]], Text]]


def compare(record: EngineRecord, expected: Sequence[ExpectedEngine]) -> Sameness:
    """Compare an engine with the vendor's.

    Args:
        record: the engine, with the hash that its file was verified to have.
        expected: what the vendor has stated.
    """
    left = list(expected)
    for fits, lack in _narrowings(record):
        remaining = [engine for engine in left if fits(engine)]
        if any(record.sha256 in engine.sha256 for engine in remaining):
            return Sameness(state="identical", reason=say("identical to the engine that the vendor tested"))
        if not remaining:
            return _not_comparable(lack(left))
        left = remaining
    if not all(engine.repeats for engine in left) or len({engine.sha256 for engine in left}) > 1:
        return _not_comparable(say("the engine library gives this model other bytes in some builds"))
    if not record.reproducible:
        return _not_comparable(say("this engine was not built at fixed addresses (reproducible = true in app.toml)"))
    reason = say(
        "different from the engine that the vendor tested: it has the SHA-256 {found}, not {expected}, although the "
        "model, the settings and the version of the library are the same",
        window="different from what the vendor tested",
        found=record.sha256,
        expected=left[0].sha256[0],
    )
    return Sameness(state="different", reason=reason)


def with_sameness(record: EngineRecord, expected: Sequence[ExpectedEngine] | None) -> EngineRecord:
    """Note what comparing an engine gives; without a statement of the vendor, leave what was noted before."""
    return record if expected is None else replace(record, sameness=compare(record, expected))


def index_with_sameness(index: EngineIndex, expected: Sequence[ExpectedEngine] | None) -> EngineIndex:
    """Do the same for every engine of an index."""
    return replace(index, engines=tuple(with_sameness(record, expected) for record in index.engines))


def _narrowings(record: EngineRecord) -> tuple[Narrowing, ...]:
    """List what an expectation must be about, each with the words for there being none, given those that were left."""
    title = BACKENDS[record.backend].title if record.backend in BACKENDS else record.backend
    return (
        (
            lambda it: (it.onnx_sha256, it.external_data_sha256) == (record.onnx_sha256, record.external_data_sha256),
            lambda _: say("the vendor has stated nothing about this version of the model"),
        ),
        (
            lambda it: it.backend == record.backend,
            lambda _: say("the vendor has stated nothing about engines of {library}", library=title),
        ),
        (
            lambda it: it.settings == record.settings,
            lambda _: say("the vendor tested this model with other settings"),
        ),
        (
            lambda it: it.library_version == record.library_version,
            lambda left: say(
                "it was built with {library} {version}, and the vendor tested {versions}",
                library=title,
                version=record.library_version,
                versions=join(", ", sorted({it.library_version for it in left})),
            ),
        ),
        (
            lambda it: it.system == record.system,
            lambda left: say(
                "it was built on {system}, and the vendor tested on {systems}",
                system=record.system,
                systems=join(", ", sorted({it.system for it in left})),
            ),
        ),
        (
            lambda it: (set(it.targets), it.portable) == (set(record.targets), record.portable),
            lambda _: say(
                "the vendor has stated nothing about an engine for {targets}",
                targets=targets_in_words(record.targets, portable=record.portable),
            ),
        ),
    )


def _not_comparable(why: Text) -> Sameness:
    reason = say("not comparable with the vendor's engine: {reason}", reason=why)
    return Sameness(state="not-comparable", reason=reason)
