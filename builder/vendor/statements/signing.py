"""Signing what was found out, and adding to what was signed before."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from builder.base.cancellation import CancelToken
from builder.base.errors import InvalidParameter
from builder.base.files import write_atomically
from builder.base.json_file import Damaged
from builder.base.small_files import read_small_file
from builder.base.text import verbatim
from builder.engines.sameness import ExpectedEngine
from builder.feed.statement import MOST_BYTES, PAYLOAD_TYPE, read_statement, to_statement
from builder.vendor.feed.keys import FeedKey, load_key


def signing_keys(given: Sequence[str], cancel: CancelToken) -> list[FeedKey]:
    """Read the keys that are to sign, before anything is built for it.

    Raises:
        EngineInstallerError: one cannot be used, or only its public half is here.
    """
    keys = [load_key(key, cancel) for key in given]
    for key in keys:
        if key.signer is None:
            raise InvalidParameter(
                verbatim(f"{key.given} is the public half of a key, which signs nothing."),
                hint=verbatim("Give the private half, or a command that signs."),
            )
    return keys


def write_statement(path: Path, engines: Sequence[ExpectedEngine], keys: Sequence[FeedKey]) -> None:
    """Sign a statement with every key, and write it.

    Raises:
        EngineInstallerError: signing failed, or it cannot be written.
    """
    from securesystemslib.dsse import Envelope

    envelope = Envelope(to_statement(engines), PAYLOAD_TYPE, {})
    for key in keys:
        assert key.signer is not None
        envelope.sign(key.signer)
    write_atomically(path, (json.dumps(envelope.to_dict(), indent=1) + "\n").encode("ascii"))


def read_own_statement(path: Path, keys: Sequence[FeedKey]) -> tuple[ExpectedEngine, ...]:
    """Read a statement that one of these keys has signed.

    Raises:
        InvalidParameter: it is another one, or none.
        EngineInstallerError: it cannot be read.
    """
    try:
        return read_statement(read_small_file(path, MOST_BYTES), [key.public for key in keys])
    except Damaged as error:
        raise InvalidParameter(
            verbatim(f"{path} cannot be added to: {error}."),
            hint=verbatim("Leave out --append to state everything anew."),
        ) from error
