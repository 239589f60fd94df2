"""Digits with the separators that newspapers use."""

from __future__ import annotations

import pytest

from claimdiff.grammar.digits import digits_value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("2,500", 2500),
        ("2.500", 2500),
        ("2 500", 2500),
        ("2\u066c500", 2500),
        ("1.250.000", 1250000),
        ("22\u060c338\u060c618", 22338618),
        ("3,5", 3.5),
        ("3.25", 3.25),
        ("3\u066b5", 3.5),
        ("4\u066b009", 4.009),
        ("0.002", 0.002),
        (".75", 0.75),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("2\u063113", 13.2),
        ("000\u063159", 59000),
        ("000\u0631500\u06312", 2500000),
        ("04\u06311689", 1689.04),
    ],
)
def test_value(text: str, value: float) -> None:
    assert digits_value(text) == value


@pytest.mark.parametrize("text", ["1.2.3", "12,34,56", "1\u063123\u06314"])
def test_no_number(text: str) -> None:
    assert digits_value(text) is None


def test_three_digits_are_decimals_before_a_million() -> None:
    assert digits_value("1.114", 1e9) == 1.114
    assert digits_value("1.114", 1e3) == 1114
