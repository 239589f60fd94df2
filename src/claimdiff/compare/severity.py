"""How much an editor should care, from 0 to 1.

    severity = share of the verdict × (0.2 + 0.8 × (0.5 sureness + 0.2 distance + 0.15 exactness + 0.15 origins))

* share: contradiction 1, tension 0.4, update 0.15, agreement 0.
* sureness: that both values answer one question, as the logistic of the likeness beyond one more than is needed;
  1 in one article, whose words set the values against each other.
* distance: 1 - 1/ratio of the nearest ends of the plain intervals, no more than at four times (values farther
  apart are likelier to count two things); for dates d / (d + 30), d days apart.
* exactness: the mean of both values: exact 1, range 0.8, about or a longer date 0.7, bound 0.6, vague 0.3.
* origins: 1 - 1/(1 + n) with n the smaller number of independent origins of the two answers.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp

from claimdiff.compare import intervals
from claimdiff.compare.likeness import likeness, needed
from claimdiff.compare.views import View
from claimdiff.model import Verdict

SHARES: dict[Verdict, float] = {"contradiction": 1.0, "tension": 0.4, "update": 0.15, "agreement": 0.0}
Case = tuple[Verdict, View, View, int]

DAYS_OF_DOUBT = 30.0
FOURFOLD = 4.0
DOUBT = 1.0


def greatest(cases: Iterable[Case]) -> float:
    """The severity of the gravest relation, 0 where there is none; what can't be the gravest isn't weighed."""
    found = 0.0
    for most, case in sorted(((_severity(*case, 1.0), case) for case in cases), key=lambda one: -one[0]):
        if most <= found:
            break
        found = max(found, severity(*case))
    return found


def severity(verdict: Verdict, a: View, b: View, origins: int) -> float:
    """The severity of one relation, of which ``a`` and ``b`` are the witnesses; two decimals."""
    return _severity(verdict, a, b, origins, sureness(a, b)) if SHARES[verdict] else 0.0


def _severity(verdict: Verdict, a: View, b: View, origins: int, sure: float) -> float:
    exact = (a.measure.exactness + b.measure.exactness) / 2
    spread = 1 - 1 / (1 + origins)
    parts = 0.5 * sure + 0.2 * distance(a, b) + 0.15 * exact + 0.15 * spread
    return round(SHARES[verdict] * (0.2 + 0.8 * parts), 2)


def sureness(a: View, b: View) -> float:
    """How sure it is that two values answer one question, from 0 to 1."""
    if a.about is b.about:
        return 1.0
    return 1 / (1 + exp(needed(a, b) + DOUBT - likeness(a, b)))


def distance(a: View, b: View) -> float:
    """How far apart the values lie, from 0 to 1."""
    if a.claim.kind == "date":
        days = intervals.distance(a.measure, b.measure)
        return days / (days + DAYS_OF_DOUBT)
    ratio = intervals.ratio(a.measure, b.measure)
    return 1 - 1 / min(ratio, FOURFOLD) if ratio else 1 - 1 / FOURFOLD
