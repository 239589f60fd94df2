"""Two values of one article that its words set against each other, each with a speaker of its own.

The second value must stand alone: a word of saying, of contrast or one that takes the first up again right before it,
nothing but a mark or its speaker behind it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimdiff.compare.cues import between, countered, said_by, some, takes_up, tallied, turned
from claimdiff.model import Claim


def rivals(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Each two values of an article that it has from two speakers."""
    for first, second, apart in _neighbours(_told(claims)):
        if _rivals(first, second, apart):
            yield first, second


def _told(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The counts and shares of each sentence, in the order of the text."""
    found: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind in ("quantity", "share") and claim.stance == "asserted":
            found[claim.evidence.sentence_start].append(claim)
    return [sorted(found[start], key=lambda one: (one.evidence.start, one.id)) for start in sorted(found)]


def _neighbours(told: list[list[Claim]]) -> Iterator[tuple[Claim, Claim, bool]]:
    """Values side by side; the first of its unit in a sentence beside the first in the one before it."""
    for inside in told:
        yield from ((a, b, False) for a, b in pairwise(inside))
    for before, after in pairwise(told):
        first = _first(before)
        yield from ((first[unit], one, True) for unit, one in _first(after).items() if unit in first)


def _first(inside: list[Claim]) -> dict[tuple[str, str | None], Claim]:
    """The first value of each kind and unit in a sentence."""
    return {(one.kind, getattr(one.value, "unit", None)): one for one in reversed(inside)}


def _rivals(a: Claim, b: Claim, apart: bool) -> bool:
    """Whether the words set the second value against the first and give it a speaker of its own.

    Soldiers and rebels, the goals of two teams are no rivals.
    """
    alike = a.kind == b.kind and getattr(a.value, "unit", None) == getattr(b.value, "unit", None) is not None
    if not alike or a.subject.of or b.subject.of or some(a) != some(b) or tallied(b):
        return False
    words = between(a, b)
    against = turned(words, apart) or (not apart and countered(a, words))
    return against and takes_up(b, apart) and said_by(b, words)
