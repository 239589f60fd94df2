"""Two speakers on one thing in one article, whatever topic each value was read as: "91 percent, the unions say, against
28 according to the ministry".
"""

from __future__ import annotations

from collections.abc import Iterator

from claimdiff.compare import findings, intervals
from claimdiff.compare.comparable import why_not
from claimdiff.compare.dynamics import Judgement
from claimdiff.compare.keys import key
from claimdiff.compare.lists import FARTHEST
from claimdiff.compare.views import Store, View
from claimdiff.model import Finding


def disputes(store: Store) -> Iterator[Finding]:
    """A finding on each two values that an article has from two speakers."""
    for about in store.about.values():
        for first, second in about.rivals:
            yield from _weighed(store.views([first, second]))


def _weighed(pair: list[View]) -> Iterator[Finding]:
    """The verdict on two rivals that don't agree and that the question of neither holds already."""
    if len(pair) < 2 or intervals.agree(pair[0].measure, pair[1].measure):
        return
    a, b = pair
    ratio = intervals.ratio(a.measure, b.measure)
    known = key(a.claim) == key(b.claim) and why_not(a, b) is None
    if known or ratio is None or ratio > FARTHEST:
        return
    near, ratio = intervals.meet(a.measure, b.measure, stretch=True), round(ratio, 2)
    said = Judgement("tension", "stretched", ratio) if near else Judgement("contradiction", "disjoint", ratio)
    yield findings.pair(sorted(pair, key=lambda view: (view.claim.topic == "other", view.claim.id)), said)
