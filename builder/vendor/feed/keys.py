"""Keys that sign a feed: in a file, in an environment variable, or behind a command such as that of an HSM."""

from __future__ import annotations

import base64
import binascii
import os
import re
import shlex
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.exceptions import UnverifiedSignatureError
from securesystemslib.signer import CryptoSigner, Signature, Signer, SSlibKey

from builder.base.cancellation import CancelToken
from builder.base.errors import BlockedByPolicy, InvalidParameter
from builder.base.files import absolute, make_directory_noting_new, os_errors_as, write_atomically
from builder.base.names import one_line
from builder.base.paths import entry_exists
from builder.base.small_files import read_small_file
from builder.base.text import say, verbatim, verbatim_lines

PASSPHRASE = "ENGINE_BUILDER_KEY_PASSPHRASE"  # noqa: S105
"""The environment variable with what unlocks the private keys that need it, and locks those that are made."""

KEY_SYNTAX = "a file, env:VARIABLE, or command:'PUBLIC-KEY-FILE COMMAND…'"
_MARK = b"-----BEGIN "
_HEX = re.compile(r"(?:[0-9a-fA-F]{2})+")


@dataclass(frozen=True, slots=True)
class FeedKey:
    """A key that was given on the command line.

    Attributes:
        given: as it was given, for messages.
        public: its public half.
        signer: what signs with it; None where only the public half is here.
    """

    given: str
    public: SSlibKey
    signer: Signer | None

    @property
    def id(self) -> str:
        return str(self.public.keyid)


def load_key(given: str, cancel: CancelToken) -> FeedKey:
    """Read a key.

    Args:
        given: as `KEY_SYNTAX` says.
        cancel: stops a signing command.

    Raises:
        EngineInstallerError: there is none, or it cannot be used.
    """
    kind, colon, rest = given.partition(":")
    if colon and kind == "env":
        value = os.environ.get(rest, "")
        if not value:
            raise _unusable(f"The environment variable {rest} is not set", "a private key in PEM in it")
        return _from_pem(given, f"the environment variable {rest}", value.encode())
    if colon and kind == "command":
        # On Windows a backslash is no escape, and quotes stay where they are.
        public, *command = [part.strip('"') for part in shlex.split(rest, posix=os.name != "nt")] or [""]
        if not command:
            raise _unusable(f"{given!r} names no command", "a file with the public key and a command after it")
        key = load_key(public, cancel)
        return FeedKey(given, key.public, _CommandSigner(key.public, tuple(command), cancel))
    path = absolute(Path(given))
    with os_errors_as(path, say("read")):
        try:
            content = read_small_file(path)
        except FileNotFoundError:
            raise _unusable(f"There is no key at {path}", KEY_SYNTAX) from None
    return _from_pem(given, str(path), content)


def _from_pem(given: str, place: str, content: bytes) -> FeedKey:
    if _MARK not in content:
        raise _unusable(f"{place} holds no key", "a key in PEM, which begins with -----BEGIN")
    try:
        if b"PUBLIC KEY" in content:
            return FeedKey(given, SSlibKey.from_crypto(serialization.load_pem_public_key(content)), None)
        passphrase = os.environ.get(PASSPHRASE, "").encode() if b"ENCRYPTED" in content else b""
        private = serialization.load_pem_private_key(content, passphrase or None)
        signer = CryptoSigner(private)
    except TypeError:
        raise _unusable(f"{place} holds a key that a passphrase locks", f"the passphrase in {PASSPHRASE}") from None
    except Exception as error:  # of several libraries, each with exceptions of its own
        expected = "an Ed25519, ECDSA or RSA key that can be read"
        if b"ENCRYPTED" in content:
            expected += f" with the passphrase in {PASSPHRASE}"
        raise _unusable(f"{place} holds no key that can be used ({error})", expected) from error
    return FeedKey(given, signer.public_key, signer)


def _unusable(what: str, expected: str) -> InvalidParameter:
    return InvalidParameter(
        verbatim(f"{one_line(what)}; expected {expected}."), hint=verbatim(f"A key is {KEY_SYNTAX}.")
    )


def make_key(path: Path) -> FeedKey:
    """Make an Ed25519 key: the private half, which only its owner may read, and beside it `.pub`, the public half.

    Raises:
        EngineInstallerError: something is there already, or it cannot be written.
    """
    public = path.with_name(f"{path.name}.pub")
    for file in (path, public):
        if entry_exists(file):
            raise InvalidParameter(
                verbatim(f"{file} is there already; a key is never overwritten."),
                hint=verbatim("Give another name, or remove it if nothing was signed with it."),
            )
    passphrase = os.environ.get(PASSPHRASE, "").encode()
    private = Ed25519PrivateKey.generate()
    content = private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(passphrase) if passphrase else serialization.NoEncryption(),
    )
    make_directory_noting_new(path.parent)
    write_atomically(path, content, mode=0o600)
    write_atomically(
        public,
        private.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo),
    )
    signer = CryptoSigner(private)
    return FeedKey(str(path), signer.public_key, signer)


class _CommandSigner(Signer):
    """Signs with a command: what is signed comes on its standard input, the signature on its standard output."""

    def __init__(self, public: SSlibKey, command: tuple[str, ...], cancel: CancelToken) -> None:
        self._public = public
        self._command = command
        self._cancel = cancel

    @property
    def public_key(self) -> SSlibKey:
        return self._public

    @classmethod
    def from_priv_key_uri(cls, priv_key_uri: str, public_key: object, secrets_handler: object = None) -> Signer:
        raise NotImplementedError

    def sign(self, payload: bytes) -> Signature:
        said = _run(self._command, payload, self._cancel)
        text = "".join(said.decode("ascii", "replace").split())
        try:
            content = bytes.fromhex(text) if _HEX.fullmatch(text) else base64.b64decode(text, validate=True)
            signature = Signature(self._public.keyid, content.hex())
            self._public.verify_signature(signature, payload)
        except (binascii.Error, ValueError, UnverifiedSignatureError) as error:
            raise BlockedByPolicy(
                verbatim(
                    f"The signing command {self._command[0]!r} gave no signature of key {self._public.keyid[:12]}."
                ),
                hint=verbatim(
                    "It must sign the bytes on its standard input with the private half of the public key that "
                    "stands before it, and print the signature in hexadecimal digits or base64, and nothing else."
                ),
            ) from error
        return signature


def _run(command: tuple[str, ...], content: bytes, cancel: CancelToken) -> bytes:
    """Run a command with something on its standard input; gives what it prints."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(content)
        given.seek(0)
        try:
            with subprocess.Popen(command, stdin=given, stdout=out, stderr=err) as process:
                code = cancel.wait(process)
        except OSError as error:
            raise BlockedByPolicy(
                verbatim(f"The signing command cannot be started: {error}."), hint=verbatim("Check its name.")
            ) from error
        cancel.check()
        out.seek(0)
        err.seek(0)
        if code:
            why = err.read(1 << 16).decode(errors="replace").strip()
            raise BlockedByPolicy(
                verbatim_lines(f"The signing command {command[0]!r} ended with {code}: {why}"),
                hint=verbatim("Nothing was published. Try it by itself, with any file on its standard input."),
            )
        return out.read(1 << 16)
