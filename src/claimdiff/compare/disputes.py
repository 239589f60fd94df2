"""Two speakers on one thing in one article, whatever topic each value was read as: "91 percent, the unions say, against
28 according to the ministry".

The second value must stand alone: a word of saying, of contrast or one that takes the first up again right before it,
nothing but a mark or its speaker behind it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from claimdiff.compare import findings, intervals
from claimdiff.compare.cues import between, countered, said_by, takes_up, turned
from claimdiff.compare.dynamics import Judgement
from claimdiff.compare.keys import key
from claimdiff.compare.lists import one_document
from claimdiff.compare.views import Store, View
from claimdiff.model import Claim, Finding

FARTHEST = 5.0
Sentences = dict[int, list[Claim]]


def disputes(store: Store) -> Iterator[Finding]:
    """A finding on each two values that an article has from two speakers."""
    for about in store.about.values():
        for first, second, apart in _neighbours(_told(about.claims)):
            if _rivals(first, second, apart):
                yield from _weighed(store.views([first, second]))


def _told(claims: list[Claim]) -> list[list[Claim]]:
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
    """Whether the words set the second value against the first and give it a speaker of its own."""
    alike = a.kind == b.kind and getattr(a.value, "unit", None) == getattr(b.value, "unit", None) is not None
    if not alike or a.subject.of or b.subject.of:
        return False
    words = between(a, b)
    against = turned(words, apart) or (not apart and countered(a, words))
    return against and takes_up(b, apart) and said_by(b, words)


def _weighed(pair: list[View]) -> Iterator[Finding]:
    """The verdict on two rivals that don't agree and that the question of neither holds already."""
    if len(pair) < 2 or intervals.agree(pair[0].measure, pair[1].measure):
        return
    a, b = pair
    ratio = intervals.ratio(a.measure, b.measure)
    known = key(a.claim) == key(b.claim) and one_document(a, b) is None
    if known or ratio is None or ratio > FARTHEST:
        return
    near, ratio = intervals.meet(a.measure, b.measure, stretch=True), round(ratio, 2)
    said = Judgement("tension", "stretched", ratio) if near else Judgement("contradiction", "disjoint", ratio)
    yield findings.pair(sorted(pair, key=lambda view: (view.claim.topic == "other", view.claim.id)), said)
