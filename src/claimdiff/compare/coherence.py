"""Answers hold together: who agrees with a claim is held against the same claims as it is.

A figure of an older disaster may agree with one of today's and yet not be comparable with what contradicts
that: then the two agree by chance, and sharing an answer would set it against things that it doesn't answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimdiff.compare import intervals
from claimdiff.compare.comparable import why_not
from claimdiff.compare.dynamics import Context, Judgement, judge
from claimdiff.compare.likeness import divided
from claimdiff.compare.lists import another, disputed
from claimdiff.compare.occasions import recalled
from claimdiff.compare.sameness import HAND, agrees, plainly
from claimdiff.compare.views import View

Pair = tuple[int, int]
CLASHING = ("contradiction", "tension")
MOST = 64
# Why two claims are not compared though nothing keeps them apart.
MISSING = (None, "nothing says that they count the same things")


def coherent(views: Sequence[View], judged: Mapping[Pair, Judgement], known: Context) -> dict[Pair, Judgement]:
    """The judgements without agreements by chance, with those that follow from agreements."""
    near: defaultdict[int, list[int]] = defaultdict(list)
    for (i, j), said in judged.items():
        if said.verdict == "agreement":
            near[i].append(j)
            near[j].append(i)
    clashing = [pair for pair, said in judged.items() if said.verdict in CLASHING]
    ends = [end for i, j in clashing for end in ((i, j), (j, i))]
    added = {pair: judge(views[pair[0]], views[pair[1]], known) for pair in _followed(views, judged, near, ends)}
    held = {**judged, **added}
    chance = {pair for i, j in ends for pair in _strangers(views, held, near[i], i, j)}
    return {pair: said for pair, said in held.items() if pair not in chance}


def _followed(
    views: Sequence[View], judged: Mapping[Pair, Judgement], near: Mapping[int, Sequence[int]], ends: Sequence[Pair]
) -> list[Pair]:
    """Pairs of what clashes with a claim and what tells the same number, where little more than words is missing.

    Only in a few articles that somebody put together.
    """
    if not ends or views[0].weights.chosen <= HAND:
        return []
    found = ((i, j, k) for i, j in ends for k in near[i][:MOST] if _pair(k, j) not in judged and k != j)
    return sorted({_pair(k, j) for i, j, k in found if _follows(views[i], views[j], views[k])})


def _follows(a: View, b: View, c: View) -> bool:
    """Whether what clashes with ``a`` clashes with ``c`` that agrees with it: it tells the same number of one whole.

    Also where an article has two values from two speakers: then both answer what others say of one of them.
    """
    sure = disputed(a, b) or (plainly(a, c) and not divided(a))
    return sure and c.about is not b.about and not agrees(b, c) and why_not(b, c) in MISSING


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
