"""Which application it is, and which of two versions came first."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from builder.app_package.app import AppId, Category, WebAddress, is_older


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("1.9", "1.10"),
        ("1.0.9", "1.1"),
        ("v1", "2"),
        ("2024.11.30", "2025.1"),
        ("1.0-alpha", "1.0-beta"),
        ("1.0-beta.2", "1.0-beta.10"),
        ("1.0-rc.1", "1.0"),
        ("1.0rc1", "1.0.0"),
        ("1.0b2", "1.0rc1"),
        (" 1.0 ", "1.1"),
        ("1.0.0-rc.1", "1.0"),
        ("1.0-beta", "1.0-beta.1"),
        ("0.9", "1"),
    ],
)
def test_versions_are_compared_as_people_do(older: str, newer: str) -> None:
    assert is_older(older, newer)
    assert not is_older(newer, older)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1", "1.0.0"),
        ("1.0+5", "1.0+6"),
        ("1.0.1", "1.0.1g"),
        ("Spring", "Autumn"),
        ("", "1"),
        ("1.0 (a)", "1.0 (b)"),
        ("1.0g", "1.0-rc.1"),
    ],
)
def test_where_nothing_is_known_nothing_is_said(one: str, other: str) -> None:
    assert not is_older(one, other)
    assert not is_older(other, one)


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (AppId, ["com.example.studio", "a.b-1"], ["studio", "com.", ".com", "com..x", "com.é", "com.a b", "com.x\n"]),
        (Category, ["Graphics", "X-Own", "x" * 64], ["", "x" * 65, "a;b", "Graphics\n"]),
        (WebAddress, ["https://example.com/a?b", "http://x"], ["ftp://x", "https://", "https://a b", "javascript:x"]),
    ],
)
def test_what_the_system_is_given_has_no_other_form(kind: Any, right: list[str], wrong: list[str]) -> None:
    adapter: TypeAdapter[str] = TypeAdapter(kind)
    for value in right:
        assert adapter.validate_python(value) == value
    for value in wrong:
        with pytest.raises(ValidationError):
            adapter.validate_python(value)
