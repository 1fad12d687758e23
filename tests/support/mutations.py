"""Files that are nearly right: mutations by a seed, so that what was seen once can be seen again.

`FUZZ_SEED` and `FUZZ_FILES` of the environment ask for other files, and for more of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

SEED = int(os.environ.get("FUZZ_SEED", "14"))
FILES = int(os.environ.get("FUZZ_FILES", "500"))
"""How many of each kind."""

_BYTES = b"\x00\x01\x07\x08\x0a\x0d\x10\x1b\x22\x2e\x3d\x5b\x5d\x7b\x7f\x80\x85\xc0\xe2\xed\xfe\xff"


def randoms(what: str) -> Iterator[tuple[str, Random]]:
    """Give the seed of each file and what it decides."""
    for number in range(FILES):
        seed = f"{what} {SEED} {number}"
        yield seed, Random(seed)


def mutated_bytes(random: Random, content: bytes, tokens: Sequence[bytes]) -> bytes:
    """Change some bytes, lines or stretches; `tokens` are put where they do not belong."""
    for _ in range(random.choice((1, 1, 1, 2, 3, 8))):
        start = random.randrange(len(content) + 1)
        end = min(len(content), start + random.choice((1, 1, 2, 8, 64, 512)))
        before, part, after = content[:start], content[start:end], content[end:]
        match random.randrange(9):
            case 0:
                part = bytes(byte ^ 1 << random.randrange(8) for byte in part[:1]) + part[1:]
            case 1:
                part = bytes([random.choice(_BYTES)]) + part[1:]
            case 2:
                part = b""
            case 3:
                part, after = b"", after if random.random() < 0.7 else b""
            case 4:
                part += random.randbytes(random.choice((1, 4, 40)))
            case 5:
                part *= random.choice((2, 2, 3, 200))
            case 6:
                lines = content.split(b"\n")
                one, other = random.randrange(len(lines)), random.randrange(len(lines))
                lines[one], lines[other] = lines[other], lines[one]
                before, part, after = b"\n".join(lines), b"", b""
            case 7:
                part = random.choice(tokens)
            case 8:
                part += random.choice(tokens)
        content = before + part + after
    return content


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Give every container in nested lists and dictionaries, with each of its keys."""
    if isinstance(value, dict | list):
        for key, item in list(value.items() if isinstance(value, dict) else enumerate(value)):
            yield value, key
            yield from places(item)
