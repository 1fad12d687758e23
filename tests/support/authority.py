"""A certificate authority of one test, and what servers show of themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass(frozen=True)
class Identity:
    """A server's certificate and its key, each in a file."""

    certificate: Path
    key: Path


class Authority:
    """Who signs certificates.

    Attributes:
        certificate: the file for those who trust it.
    """

    def __init__(self, folder: Path, name: str = "Test Authority") -> None:
        folder.mkdir()
        self._folder, self.certificate = folder, folder / "authority.pem"
        self._name, self._key = _named(name), ec.generate_private_key(ec.SECP256R1())
        mine = self._sign(self._name, self._key, x509.BasicConstraints(ca=True, path_length=0))
        self.certificate.write_bytes(mine)

    def identity(self, host: str = "localhost") -> Identity:
        """Make what a server of this name shows."""
        key = ec.generate_private_key(ec.SECP256R1())
        made = Identity(self._folder / f"{host}.pem", self._folder / f"{host}.key")
        made.certificate.write_bytes(self._sign(_named(host), key, x509.SubjectAlternativeName([x509.DNSName(host)])))
        pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
        made.key.write_bytes(key.private_bytes(pem, pkcs8, serialization.NoEncryption()))
        return made

    def _sign(self, name: x509.Name, key: ec.EllipticCurvePrivateKey, what: x509.ExtensionType) -> bytes:
        now = datetime.now(UTC)
        certificate = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=2))
            .add_extension(what, critical=isinstance(what, x509.BasicConstraints))
            .sign(self._key, hashes.SHA256())
        )
        return certificate.public_bytes(serialization.Encoding.PEM)


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
