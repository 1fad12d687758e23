"""Addresses are shown without what gives access to what is behind them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.base.addresses import MASK, mask_addresses

SECRET = "SECRETTOKEN123"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (f"https://example.com/x.whl?sig={SECRET}&se=1", f"https://example.com/x.whl?{MASK}"),
        (f"https://example.com?{SECRET}", f"https://example.com?{MASK}"),
        (f"https://example.com/a?b={SECRET}?c=https://{SECRET}@d/", f"https://example.com/a?{MASK}"),
        (f"https://{SECRET}@example.com/x.whl", f"https://{MASK}@example.com/x.whl"),
        (f"https://me:{SECRET}@example.com/x?y={SECRET}", f"https://{MASK}@example.com/x?{MASK}"),
        (f"HTTP://me:a@{SECRET}@example.com/", f"HTTP://{MASK}@example.com/"),
        (f"s3://bucket/x?X-Amz-Signature={SECRET}", f"s3://bucket/x?{MASK}"),
    ],
)
def test_user_and_query_are_hidden(address: str, shown: str) -> None:
    assert mask_addresses(f"downloading {address} failed") == f"downloading {shown} failed"
    assert mask_addresses(f"found '{address}'; see ({address}).") == f"found '{shown}'; see ({shown})."
    values = {"message": f'"{address}"\n', "more": f"me@example.com? {address}"}
    masked = {"message": f'"{shown}"\n', "more": f"me@example.com? {shown}"}
    assert json.loads(mask_addresses(json.dumps(values, separators=(",", ":")))) == masked


@pytest.mark.parametrize(
    "text", ["https://example.com/a@b?", "What is https://example.com/? A page.", "C:\\a?b", "me@example.com?x=1", "?x"]
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert mask_addresses(text) == text


@given(st.lists(st.text() | st.from_regex(r"\A[a-z]://.*\Z")))
def test_json_stays_json(texts: list[str]) -> None:
    assert len(json.loads(mask_addresses(json.dumps(texts, separators=(",", ":"))))) == len(texts)
