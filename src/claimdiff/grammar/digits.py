"""The value of a number in digits, with whatever separators newspapers use.

The one ambiguity: a dot or comma before exactly three digits. It parts thousands ("2.500 soldiers", "1.250.000"),
but is a decimal mark behind a leading zero ("0.002") and before a scale of a million or more ("1.114 billion").
U+066B is always a decimal mark, U+066C never.
"""

from __future__ import annotations

import re

_GROUPED = re.compile(r"\d{1,3}(?:([ .,\u066c\u060c'])\d{3})(?:\1\d{3})*")
_DECIMAL = re.compile(r"(\d+)[.,\u066b\u060c](\d+)")
_FRACTION = re.compile(r"(.+)([.,\u066b])(\d+)")
_REVERSED = re.compile(r"\d+(?:\u0631\d+)+")
# "1.114 billion" states a decimal, "1.114 wounded" a thousand: before these scales three digits are decimals.
_DECIMAL_SCALE = 1_000_000


def digits_value(text: str, scale: float = 0) -> float | None:
    """The value of a number in digits, with its separators; None where they make no sense.

    A dot or comma before exactly three digits parts thousands, otherwise decimals; U+066B is always a
    decimal mark. ``scale`` is the scale word that follows.

    >>> digits_value("1.250.000"), digits_value("3,5"), digits_value("2.500"), digits_value("2.085", 1e6)
    (1250000.0, 3.5, 2500.0, 2.085)
    """
    if text.isdigit():
        return float(text)
    if _REVERSED.fullmatch(text):
        return _reversed(text.split("\u0631"))
    if text[0] in ".\u066b":
        return float(f"0.{text[1:]}")
    if _GROUPED.fullmatch(text) and not _decimal_before(text, scale):
        return float(re.sub(r"\D", "", text))
    if decimal := _DECIMAL.fullmatch(text):
        return float(f"{decimal[1]}.{decimal[2]}")
    whole = _FRACTION.fullmatch(text)
    if whole and (grouped := _GROUPED.fullmatch(whole[1])) and grouped[1] != whole[2]:
        return float(f"{re.sub(r'[^0-9]', '', grouped[0])}.{whole[3]}")
    return None


def _decimal_before(text: str, scale: float) -> bool:
    return text.startswith("0") or (scale >= _DECIMAL_SCALE and bool(_DECIMAL.fullmatch(text)))


def _reversed(parts: list[str]) -> float | None:
    """Old newspaper systems print the parts in visual order around the letter ra: 2r13 is 13.2, 000r59 is 59,000."""
    last, *rest = parts
    if len(last) == 3 or len(rest) > 1:
        return float("".join(reversed(parts))) if all(len(part) == 3 for part in parts[:-1]) else None
    return float(f"{rest[0]}.{last}")
