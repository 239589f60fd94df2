"""Answers hold together: who agrees with a claim is held against the same claims as it is.

A figure of an older disaster may agree with one of today's and yet not be comparable with what contradicts
that: then the two agree by chance, and sharing an answer would set it against things that it doesn't answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimdiff.compare import intervals
from claimdiff.compare.dynamics import Judgement
from claimdiff.compare.lists import another
from claimdiff.compare.occasions import recalled
from claimdiff.compare.sameness import agrees, plainly
from claimdiff.compare.views import View

Pair = tuple[int, int]
CLASHING = ("contradiction", "tension")
MOST = 64


def coherent(views: Sequence[View], judged: Mapping[Pair, Judgement]) -> dict[Pair, Judgement]:
    """The judgements without agreements by chance."""
    near: defaultdict[int, list[int]] = defaultdict(list)
    for (i, j), said in judged.items():
        if said.verdict == "agreement":
            near[i].append(j)
            near[j].append(i)
    chance: set[Pair] = set()
    for (i, j), said in judged.items():
        if said.verdict in CLASHING:
            chance |= _strangers(views, judged, near[i], i, j) | _strangers(views, judged, near[j], j, i)
    return {pair: said for pair, said in judged.items() if pair not in chance}


def _strangers(
    views: Sequence[View], judged: Mapping[Pair, Judgement], near: Sequence[int], i: int, j: int
) -> set[Pair]:
    """Pairs of ``i`` with those that agree with it and clash with ``j``, which they aren't comparable with."""
    left = [k for k in near[:MOST] if _pair(k, j) not in judged and _loose(views[i], views[k])]
    return {_pair(i, k) for k in left if not agrees(views[k], views[j]) and _apart(views[k], views[j])}


def _loose(a: View, b: View) -> bool:
    """Whether only a bound or a vague word lets two claims of two articles agree, or one is told of an earlier year."""
    if a.about is b.about:
        return False
    firm = min(a.measure.exactness, b.measure.exactness) >= intervals.FIRM
    return recalled(a, b) or recalled(b, a) or (not firm and not plainly(a, b))


def _apart(a: View, b: View) -> bool:
    """Whether two clashing claims are of two questions; one article may tell one thing twice."""
    return a.about is not b.about or another(a, b)


def _pair(i: int, j: int) -> Pair:
    return (i, j) if i < j else (j, i)
