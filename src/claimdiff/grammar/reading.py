"""What the grammar reads off a sentence: values with the tokens they stand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from claimdiff.grammar.dates import Stated
from claimdiff.model import Kind, Quantity

_ABOUT = (0.9, 1.1)


@dataclass(slots=True)
class Reading:
    """A value on the tokens ``start`` to ``end`` of a sentence.

    ``quantity`` or ``stated`` holds it. ``noun`` is the lexicon's counted noun and ``noun_at`` its token;
    ``bare`` marks a number that must take its noun from elsewhere; ``kin`` is the reading it took it from;
    a ``loose`` one states nothing: a mention that no claim is made of.
    """

    kind: Kind
    rule: str
    start: int
    end: int
    quantity: Quantity | None = None
    stated: Stated | None = None
    noun: Any = None
    noun_at: int | None = None
    bare: bool = False
    whole: bool = False
    superseded: bool = False
    loose: bool = False
    kin: Reading | None = None


def bounded(number: float | None, modifier: str, unit: str | None) -> Quantity:
    """A quantity with the widest interval that its modifier allows.

    >>> bounded(100, "about", "person")
    Quantity(number=100, low=90.0, high=110.0, modifier='about', unit='person')
    """
    low, high = number, number
    if number is None:
        low = high = None
    elif modifier == "about":
        low, high = (round(number * part, 6) for part in _ABOUT)
    elif modifier in {"more_than", "at_least"}:
        high = None
    elif modifier in {"less_than", "at_most"}:
        low = 0
    return Quantity(number, low, high, modifier, unit)  # type: ignore[arg-type]


def vague(low: float, high: float, unit: str | None) -> Quantity:
    """A quantity that a vague word states."""
    return Quantity(None, low, high, "vague", unit)


def between(low: float, high: float, unit: str | None) -> Quantity:
    """A stated range."""
    return Quantity(None, min(low, high), max(low, high), "between", unit)
