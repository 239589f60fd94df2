"""Answers: claims whose values all agree; agreement isn't transitive, so a claim may stand in several."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping

from claimdiff.compare.dynamics import Judgement
from claimdiff.compare.questions import cliques
from claimdiff.compare.views import View

Pair = tuple[int, int]
SEATS = 3


def agreeing(size: int, judged: Mapping[Pair, Judgement]) -> list[list[int]]:
    """The maximal sets of claims that agree pair by pair, as sorted positions.

    Agreeing pairs that are beyond the bound on sets share an answer of their own.
    """
    near: list[set[int]] = [set() for _ in range(size)]
    for (i, j), judgement in judged.items():
        if judgement.verdict == "agreement":
            near[i].add(j)
            near[j].add(i)
    return cliques(near, most=4 * size + 16)


def stabbed(views: list[View]) -> list[list[int]]:
    """Few sets that cover all claims, for questions with many: each holds the claims that allow one value.

    The value is the smallest high end that no earlier set has met; a claim is in at most three sets.
    """
    by_high = sorted(range(len(views)), key=lambda n: (views[n].measure.plain.high, views[n].claim.id))
    points: list[float] = []
    for n in by_high:
        if not points or views[n].measure.plain.low > points[-1]:
            points.append(views[n].measure.plain.high)
    return _seated(views, points)


def _seated(views: list[View], points: list[float]) -> list[list[int]]:
    members: defaultdict[int, list[int]] = defaultdict(list)
    for n, view in enumerate(views):
        first = bisect_left(points, view.measure.plain.low)
        for at in range(first, min(first + SEATS, len(points))):
            if points[at] <= view.measure.plain.high:
                members[at].append(n)
    return [members[at] for at in sorted(members)]
