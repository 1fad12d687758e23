"""NVIDIA's GPUs, also those that are not in this computer: names, compute capabilities, memory, cores, clocks."""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from builder.base.errors import InvalidParameter
from builder.base.text import verbatim
from builder.gpu.gpu_table import GPU_TABLE

Guess = Literal["memory", "clock"]
"""A figure of a GPU that may differ from card to card, or from what its driver says."""

_IMPLIED = frozenset({"nvidia", "geforce", "gpu", "with", "design", "generation", "graphics", "card", "edition"})
_SYNONYMS = {"mobile": "laptop", "notebook": "laptop", "gib": "gb"}
_MOST_SUGGESTED = 6
_LEAST_LIKENESS, _LEAST_LIKENESS_OF_NUMBERS = 0.7, 0.6


@dataclass(frozen=True, slots=True)
class KnownGpu:
    """One GPU as NVIDIA makes it.

    Attributes:
        name: as NVML gives it, such as `NVIDIA GeForce RTX 4060 Ti`.
        variant: what tells it from others of that name, such as `16 GB` or `laptop`; empty where nothing is needed.
        compute_capability: such as `8.9`.
        memory_mib: MiB; as the driver states it, or if guessed, as it is sold.
        cores: CUDA cores.
        boost_mhz: the boost clock of its multiprocessors, MHz; drivers state a higher one as the highest. None where it
            is not known.
        guesses: which of these are guesses.
        group: the heading that it belongs under, such as `GeForce RTX 40`.
    """

    name: str
    variant: str
    compute_capability: str
    memory_mib: int
    cores: int
    boost_mhz: int | None
    guesses: frozenset[Guess]
    group: str

    @property
    def label(self) -> str:
        """Its name for people: no other GPU of the table has it."""
        return f"{self.name} ({self.variant})" if self.variant else self.name


@functools.cache
def known_gpus() -> tuple[KnownGpu, ...]:
    """All of them, in the order of the table."""
    return tuple(_read(GPU_TABLE))


def _read(table: str) -> Iterator[KnownGpu]:
    group = ""
    for line in table.strip().splitlines():
        if line.startswith("#"):
            group = line.removeprefix("#").strip()
            continue
        name, variant, capability, memory, cores, boost = line.split(" | ")
        guessed: tuple[tuple[Guess, str], ...] = (("memory", memory), ("clock", boost))
        yield KnownGpu(
            name=name,
            variant="" if variant == "-" else variant,
            compute_capability=capability,
            memory_mib=int(memory.rstrip("~")),
            cores=int(cores),
            boost_mhz=None if boost == "-" else int(boost.rstrip("~")),
            guesses=frozenset(what for what, figure in guessed if figure.endswith("~")),
            group=group,
        )


def find_known_gpu(asked: str) -> KnownGpu:
    """Find the GPU that a name means: `rtx 2060` is enough, case and word order do not matter.

    Where several have the name that was given, the first of the table is meant, unless `laptop` or the size of the
    memory is part of what was asked for.

    Raises:
        InvalidParameter: none, or several; the hint says which are like it.
    """
    words = _words(asked)
    for gpu in known_gpus():
        if words in (_words(gpu.name), _words(gpu.label)):
            return gpu
    found = [gpu for gpu in known_gpus() if words and words <= _words(gpu.label)]
    fewest = min((len(_words(gpu.name)) for gpu in found), default=0)
    nearest = [gpu for gpu in found if len(_words(gpu.name)) == fewest]
    if len({gpu.name.casefold() for gpu in nearest}) == 1 and any(word.isdigit() for word in words):
        return nearest[0]
    suggestions = [label.removeprefix("NVIDIA ") for label in _suggestions(words, found)]
    raise InvalidParameter(
        verbatim(f"{asked!r} means several GPUs.") if found else verbatim(f"No GPU named {asked!r} is known."),
        hint=verbatim("Did you mean {}?".format(" or ".join(map(repr, suggestions))))
        if suggestions
        else verbatim("Give its name as nvidia-smi shows it, such as 'GeForce RTX 4070'."),
    )


def same_name(gpu: KnownGpu) -> tuple[KnownGpu, ...]:
    """The other GPUs of the same name, whatever their memory and whether they are for laptops."""
    return tuple(other for other in known_gpus() if other.name.casefold() == gpu.name.casefold() and other != gpu)


def _words(name: str) -> frozenset[str]:
    words = re.findall(r"[a-z]+|\d+", name.casefold())
    return frozenset(_SYNONYMS.get(word, word) for word in words) - _IMPLIED


def _suggestions(words: frozenset[str], found: list[KnownGpu]) -> list[str]:
    """The names that may be meant: those found, or else those that are written alike."""
    if found:
        return [gpu.label for gpu in found[:_MOST_SUGGESTED]]
    spelled = {" ".join(sorted(_words(gpu.label))): gpu.label for gpu in known_gpus()}
    # Where only a number is wrong, it may be quite wrong; more freedom elsewhere would take a Radeon for a Quadro.
    known = {word for gpu in known_gpus() for word in _words(gpu.label)}
    is_number = all(word.isdigit() or word in known for word in words)
    likeness = _LEAST_LIKENESS_OF_NUMBERS if is_number else _LEAST_LIKENESS
    alike = difflib.get_close_matches(" ".join(sorted(words)), spelled, _MOST_SUGGESTED, likeness)
    return [spelled[each] for each in alike]
