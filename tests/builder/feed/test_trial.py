from __future__ import annotations

import pytest
from securesystemslib.signer import SSlibKey

from builder.feed.trial import try_signatures


def test_signatures_can_be_verified_here() -> None:
    assert try_signatures() == "one was verified, and a forged one refused"


def test_a_library_that_accepts_everything_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SSlibKey, "verify_signature", lambda *_: None)
    with pytest.raises(ValueError, match="a forged signature was accepted"):
        try_signatures()
