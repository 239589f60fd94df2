"""What shows at a glance that two claims answer no one question, before sentences or documents are looked at.

A glance never decides for two claims, only against them, and only where a judge would decide so, too.
"""

from __future__ import annotations

from collections.abc import Callable

from claimdiff.compare.sameness import HAND, PASSING
from claimdiff.compare.views import View

SLIP_DAYS, SLACK = 3.0, 0.01
EVER = float("inf")
Glance = Callable[[View, View], bool]


def glance(first: View) -> Glance:
    """Whether two claims of the block of a claim may be held against each other; all may in a few articles."""
    within = reach(first)
    if within is None:
        return _any
    if within == EVER:
        return fitting

    def near(a: View, b: View) -> bool:
        """Days that meet, or that one may take for the other."""
        left, right = a.measure, b.measure
        if left.cyclic or right.cyclic:
            return fitting(a, b)
        here, there = left.plain, right.plain
        return here.low <= there.high + within and there.low <= here.high + within and fitting(a, b)

    return near


def reach(first: View) -> float | None:
    """How many days two claims of the block of a claim may lie apart; None in a few articles, where all may meet."""
    if first.weights.chosen > HAND:
        return None
    if first.claim.kind != "date":
        return EVER
    return SLACK + (0.0 if first.claim.topic in PASSING else SLIP_DAYS)


def _any(a: View, b: View) -> bool:
    return True


def fitting(a: View, b: View) -> bool:
    """Whether no two stated roles differ, but in what lies within them; one telling figure fits any."""
    (actor, target, place), (other, aim, there) = a.heads, b.heads
    apart = (
        (actor is not other and actor and other and actor != other)
        or (target is not aim and target and aim and target != aim)
        or (place is not there and place and there and place != there)
    )
    return not apart or (a.figure is not None and a.figure == b.figure)
