"""The likeness as sums, dear parts last, each with the most that is still to come: ``likeness`` in a quicker order.

What a sum says differs from ``likeness.features`` by rounding alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from math import log

from claimdiff.compare import dates, intervals
from claimdiff.compare.hints import slipped
from claimdiff.compare.likeness import (
    ALIKE,
    FAMILIAR,
    FAR,
    FARTHEST,
    FORTNIGHT,
    GUESSED,
    RECURRING,
    REMOTE,
    SAME_DAY,
    SHARED_FIGURES,
    STANDING,
    VAGUE,
    divided,
    first,
    guessed,
    likeness,
    retold,
    roles,
    rolled,
    table,
    times,
    unknown,
)
from claimdiff.compare.sameness import HAND
from claimdiff.compare.views import Roles, View

CLOSE = 1e-9
Weights = dict[str, float]
# What only counts that are split have.
SPLIT = ("divided_words", "named")
Stage = Callable[[View, View, Weights], float]


def known(a: View, b: View, weights: Weights) -> float:
    """What is known without looking at sentences."""
    x, y = a.about, b.about
    total = weights["start"] + weights["chosen"] * a.weights.chosen
    total += weights["event"] * min(1.0, x.like(y) / ALIKE)
    if common := x.figures & y.figures:
        total += weights["figures"] * min(SHARED_FIGURES, len(common)) / SHARED_FIGURES
    total += weights["lead"] * first(a, b) + weights["only"] * (a.only and b.only)
    return total + values(a, b, weights) + _roles(a, b, weights) + _times(a, b, weights) + _kind(a, weights)


def values(a: View, b: View, weights: Weights) -> float:
    """What the values say: ``likeness._values``."""
    ratio = intervals.ratio(a.measure, b.measure) or FARTHEST
    crowd = GUESSED if guessed(a, b) else 1.0
    total = crowd * weights["distance"] * log(min(max(ratio, 1.0), FARTHEST))
    total += crowd * weights["far"] * ((ratio > FAR) + (ratio >= REMOTE))
    exact = min(a.measure.exactness, b.measure.exactness)
    if exact >= VAGUE:
        return total + weights["bound"] * (exact < intervals.FIRM)
    return total + weights["vague"] * (not intervals.meet(a.measure, b.measure, stretch=True))


def _roles(a: View, b: View, weights: Weights) -> float:
    """What the roles say; in many articles that is a matter of the roles alone."""
    if a.weights.chosen > HAND:
        return sum(weights[name] * amount for name, amount in roles(a, b))
    return _rolled(*retold(a, b), a.claim.topic in STANDING)


@lru_cache(maxsize=16384)
def _rolled(a: Roles, b: Roles, standing: bool) -> float:
    weights = table()[1]
    return sum(weights[name] * amount for name, amount in rolled(a, b, a[2], b[2], standing))


def _times(a: View, b: View, weights: Weights) -> float:
    """What the times say; mostly only the papers have one."""
    if a.own is not None or b.own is not None:
        return sum(weights[name] * amount for name, amount in times(a, b))
    if a.published is None or b.published is None:
        return 0.0
    gap = dates.gap(a.published, b.published)
    return weights["day"] * (gap < SAME_DAY) + weights["weeks"] * min(1.0, gap / FORTNIGHT)


def _kind(a: View, weights: Weights) -> float:
    """What the topic alone says."""
    rest = 1.0 - FAMILIAR * a.weights.chosen
    total = weights["recurring"] if a.claim.topic in RECURRING else 0.0
    total += weights["other"] * rest if unknown(a) else 0.0
    return total + (weights["divided"] * rest if divided(a) else 0.0)


def _slips(a: View, b: View, weights: Weights) -> float:
    return weights["slip"] * slipped(a.claim.value, b.claim.value)


def _near(a: View, b: View, weights: Weights) -> float:
    """The words and numbers beside both values."""
    return weights["near"] * a.weights.shared(a.near, b.near) + weights["beside"] * (not a.beside.isdisjoint(b.beside))


def _words(a: View, b: View, weights: Weights) -> float:
    """The words of both sentences."""
    words = a.weights.shared(a.words, b.words)
    total = weights["words"] * words
    if not divided(a):
        return total
    total += weights["named"] * (not a.signs.isdisjoint(b.signs))
    return total + weights["divided_words"] * max(a.weights.shared(a.near, b.near), words)


def _told(a: View, b: View, weights: Weights) -> float:
    """How both are told, what the topic alone says left out."""
    total = weights["window"] * (a.window != b.window) + weights["part"] * (a.place != b.place)
    counting = (a.interim or b.interim) and a.claim.topic != "turnout"
    return total + weights["some"] * (a.some != b.some) + weights["interim"] * counting


_STAGES: tuple[tuple[Stage, tuple[str, ...]], ...] = (
    (known, ()),
    (_slips, ("slip",)),
    (_near, ("near", "beside")),
    (_words, ("words", *SPLIT)),
    (_told, ("window", "part", "some", "interim")),
)


@cache
def stages(split: bool) -> tuple[tuple[Stage, float], ...]:
    """The parts of the sum, cheap ones first, each with the most that those behind it may add."""
    weights = table()[1]
    adds = [[max(0.0, weights[name]) for name in names if split or name not in SPLIT] for _, names in _STAGES]
    return tuple((stage, sum(map(sum, adds[n + 1 :]))) for n, (stage, _) in enumerate(_STAGES))


def reaches(a: View, b: View, least: float) -> bool:
    """Whether the likeness is so great; what is dear to find out is left where the rest can't make it so."""
    weights, total = table()[1], 0.0
    for stage, most in stages(divided(a)):
        total += stage(a, b, weights)
        if total + most < least - CLOSE:
            return False
    return total >= least + CLOSE or likeness(a, b) >= least
