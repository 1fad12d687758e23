"""Whether this process may download anything: an installation from a kit may not."""

from __future__ import annotations

from builder.base.text import Text

_reasons: list[Text] = []


def forbid_downloads(why: Text | None) -> None:
    """Let no download of this process open a connection, from now on.

    Args:
        why: the end of a sentence; None allows them again.
    """
    _reasons[:] = [why] if why else []


def check_downloads_allowed() -> None:
    """See that downloads are allowed.

    Raises:
        ValueError: they are not; says why.
    """
    if _reasons:
        raise ValueError(_reasons[0])
