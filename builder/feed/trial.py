"""Whether what verifies a feed works here: part of it is a native library, which can be missing or damaged."""

from __future__ import annotations


def try_signatures() -> str:
    """Sign something, verify it, and refuse it for something else; says what was tried.

    Raises:
        ValueError: the libraries are there and do not do what they should.
    """
    from securesystemslib.exceptions import UnverifiedSignatureError
    from securesystemslib.signer import CryptoSigner
    from tuf.api.metadata import Metadata, Timestamp

    # For the other kind of keys, Ed25519, securesystemslib would do without the native library.
    signer = CryptoSigner.generate_ecdsa()
    signed = Metadata(Timestamp())
    signature = signed.sign(signer)
    signer.public_key.verify_signature(signature, signed.signed_bytes)
    try:
        signer.public_key.verify_signature(signature, signed.signed_bytes + b" ")
    except UnverifiedSignatureError:
        return "one was verified, and a forged one refused"
    raise ValueError("a forged signature was accepted")
