"""Low, best and high of a question: the best is of the answers that stand."""

from __future__ import annotations

import pytest

from claimdiff.compare.tally import tallies
from claimdiff.compare.verdicts import compare
from tests.compare.build import claim

# Value, day it came out; low, best, high of what they tell.
Said = list[tuple[str, str]]
TABLE: list[tuple[str, str, Said, tuple[float, float, float]]] = [
    ("a toll grows", "cumulative", [("exact 35", "01"), ("exact 35", "01"), ("exact 43", "03")], (35, 43, 43)),
    ("most origins", "cumulative", [("exact 35", "01"), ("exact 35", "01"), ("exact 90", "01")], (35, 35, 90)),
    (
        "an old figure repeated",
        "cumulative",
        [("exact 35", "01"), ("exact 43", "03"), ("exact 35", "05"), ("exact 35", "06")],
        (35, 43, 43),
    ),
    (
        "a number before a range",
        "cumulative",
        [("between 20 99", "01"), ("between 20 99", "01"), ("exact 900", "01")],
        (20, 900, 900),
    ),
    ("nothing grows", "level", [("exact 2500", "01"), ("exact 9000", "03"), ("exact 2500", "05")], (2500, 2500, 9000)),
]


@pytest.mark.parametrize(("dynamics", "said", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_low_best_high(dynamics: str, said: Said, expected: tuple[float, float, float]) -> None:
    made = [
        claim(f"{n}", f"{value} person", published=f"2024-01-{day}", actor="US", publisher=f"Paper {n}")
        for n, (value, day) in enumerate(said)
    ]
    found = compare(made, {"troops": dynamics})  # type: ignore[dict-item]
    (row,) = tallies(found, {one.id: one for one in made})
    assert (row.low, row.best, row.high) == expected
