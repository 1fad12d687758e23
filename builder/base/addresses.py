"""Addresses as they may be shown: without what gives access to what is behind them."""

from __future__ import annotations

import re

MASK = "***"

# Neither quotation marks nor backslashes: the text may be JSON, and must stay it.
_USER = re.compile(r'(?<=://)(?:[^\s/@"\\]*:[^\s"\\]*|[^\s/@"\\]+)(?=@)')
_QUERY = re.compile(r"""(://[^\s?"\\]*\?)[^\s"\\]*[^\s"\\'.,;:!)\]]""")  # without what ends a sentence


def mask_addresses(text: str) -> str:
    """Hide the user and the query of every address in a text: signatures and tokens are in them."""
    return _QUERY.sub(rf"\1{MASK}", _USER.sub(MASK, text)) if "://" in text else text
