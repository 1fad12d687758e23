"""Whether anything may be downloaded; test_download.py has that nobody is asked then."""

from __future__ import annotations

import pytest

from builder.base.text import say
from builder.library.offline import check_downloads_allowed, forbid_downloads


def test_what_was_forbidden_last_is_told_until_it_is_allowed_again() -> None:
    check_downloads_allowed()
    forbid_downloads(say("first"))
    forbid_downloads(say("second"))
    with pytest.raises(ValueError, match="second"):
        check_downloads_allowed()
    forbid_downloads(None)
    check_downloads_allowed()
