"""What is done to a number without a noun: what it counts, where it ends, how near it stands to another."""

from __future__ import annotations

from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading
from claimdiff.model import Quantity

REACH, NEAR, OPENING = 12, 3, 6
_STOP = frozenset({"STOP"})
ENDING = frozenset({"COMMA", "STOP", "CLAUSE", "ONLY", "ENOUGH", "RPAR", "QUOTE", "EARLIER"})
_GOING_ON = "CONJ AND IN FROM AT ON AGAINST DASH LPAR BETWEEN PART SINCE ACCORDING"
OPEN = ENDING | frozenset(_GOING_ON.split())


def take(reading: Reading, other: Reading) -> bool:
    """The noun, unit and topic of another reading."""
    if other.quantity is None or not counts(other):
        return False
    put(reading, other.noun, other.quantity.unit)
    reading.kin = other
    return True


def put(reading: Reading, noun: object, unit: str | None) -> bool:
    """A noun and a unit for a bare reading."""
    assert reading.quantity is not None
    q = reading.quantity
    reading.noun, reading.quantity = noun, Quantity(q.number, q.low, q.high, q.modifier, unit)
    return True


def counts(reading: Reading) -> bool:
    """Whether a reading says what it counts."""
    return reading.noun is not None or bool(reading.quantity and reading.quantity.unit)


def number(reading: Reading) -> float:
    """The number that a reading states, or nothing."""
    return (reading.quantity.number if reading.quantity else None) or 0.0


def ends(scene: Scene, reading: Reading, cats: frozenset[str]) -> bool:
    """Whether nothing that might be counted stands right behind a number."""
    behind = scene.cats(reading.end)
    return not behind or not cats.isdisjoint(behind) or not scene.tokens[reading.end].text[0].isalnum()


def near(scene: Scene, reading: Reading, previous: Reading, reach: int) -> bool:
    """Whether a reading stands so few tokens behind another, in one sentence."""
    gap = reading.start - previous.end
    return 0 <= gap <= reach and not scene.breaks(previous.end, reading.start, _STOP)
