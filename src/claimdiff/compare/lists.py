"""What one article lists: two values of one sentence are two things, unless they are set against each other."""

from __future__ import annotations

from collections.abc import Sequence

from claimdiff.compare import dates, intervals, signs
from claimdiff.compare.cues import contrasted, rival
from claimdiff.compare.keys import TOLLS, key
from claimdiff.compare.likeness import STANDING, divided, unvalued
from claimdiff.compare.occasions import recalled
from claimdiff.compare.sameness import HAND, SUMMED, agrees, fits, one_number, two_times
from claimdiff.compare.views import View
from claimdiff.compare.words import stems

RIVALS, FARTHEST, TWICE, PARTNER = 4.0, 5.0, 2.0, 0.3


def one_document(a: View, b: View) -> str | None:
    """Two unlike values in one article are about two things, unless it sets them against each other."""
    if a.about is not b.about:
        return None
    first, second = sorted((a.claim.evidence, b.claim.evidence), key=lambda one: one.start)
    if (a.claim.topic in TOLLS and _answered(a, b)) or (disputed(a, b) and _near(a, b, FARTHEST)) or _real(a, b):
        return None
    if a.claim.kind == "date" or a.claim.topic == "other" or a.roles != b.roles:
        return "one document, two things"
    if two_times(a, b):
        return None
    if first.sentence_start == second.sentence_start:
        between = first.sentence[first.end - first.sentence_start : second.start - first.sentence_start]
        told = contrasted(between) and a.only == b.only and _near(a, b, RIVALS) and not divided(a)
        return None if told else "one sentence, two things"
    lasting = a.dynamics == "level" and a.roles[0] and a.roles[2] and a.claim.topic in STANDING
    return None if lasting or _retold(a, b) else "one document may count several things"


def _answered(a: View, b: View) -> bool:
    """Whether one of two tolls of an article is what another speaker says."""
    apart = a.claim.evidence.sentence_start != b.claim.evidence.sentence_start and a.place == b.place == "alone"
    fit = all(map(fits, a.roles, b.roles)) and a.some == b.some and a.window == b.window
    return apart and fit and _near(a, b, RIVALS) and rival(a.claim) != rival(b.claim)


def _real(a: View, b: View) -> bool:
    """Whether an article tells one of two values as the real one, of the same whole at the same place."""
    whole = a.place == b.place == "alone" and a.some == b.some and all(map(fits, a.roles, b.roles))
    return whole and _near(a, b, RIVALS) and signs.real(a.claim) != signs.real(b.claim)


def _near(a: View, b: View, times: float) -> bool:
    """Whether one value is no more than so many times the other."""
    return (intervals.ratio(a.measure, b.measure) or times + 1) <= times


def _retold(a: View, b: View) -> bool:
    """One count that an article has from two speakers, of one place and time."""
    left, right = (stems(view.claim.attribution.speaker) if view.claim.attribution else stems("") for view in (a, b))
    whole = a.some == b.some and a.place == b.place == "alone" and not a.window and not b.window
    kind = a.claim.topic in SUMMED and whole
    near = (intervals.ratio(a.measure, b.measure) or RIVALS) <= TWICE
    timed = near and a.own is not None and b.own is not None and dates.meets(a.own, b.own)
    return bool((left or right) and not left & right and kind and timed and a.roles[2])


def ambiguous(a: View, b: View, beside_a: Sequence[View], beside_b: Sequence[View]) -> bool:
    """Whether an article that lists several unlike counts leaves open which of them answers the other.

    Two candidates' votes in one paper meet the same two in another: each value has its partner, the one
    that agrees with it, else the one that is more like it in all but the value.
    """
    if a.claim.kind == "date" and a.weights.chosen > HAND:
        return _partnered(a, b, beside_b) or _partnered(b, a, beside_a)
    if _partnered(a, b, beside_b) and _partnered(b, a, beside_a):
        return True
    here = unvalued(a, b)
    left = [other for other in beside_a if another(other, a) and not _inner(other, a, b)]
    right = [other for other in beside_b if another(other, b) and not _inner(other, b, a)]
    if any(_newer(one, a, b) for one in left) or any(_newer(one, b, a) for one in right):
        return True
    return any(_rivals(one, b, here, beside_b) for one in left) or any(_rivals(one, a, here, beside_a) for one in right)


def _newer(other: View, view: View, across: View) -> bool:
    """Whether an article tells a value of an earlier year besides one of its own time."""
    return recalled(view, across) and not recalled(other, across) and key(other.claim) == key(across.claim)


def _inner(other: View, view: View, across: View) -> bool:
    """Whether an article has a value of the place or the people that the one across is of, and the other of others."""
    x, y, z = other.roles[2], view.roles[2], across.roles[2]
    if view.some is not None and view.some == across.some != other.some:
        return True
    return y is not None and y == z and x is not None and x.startswith(f"{y}/")


def _partnered(view: View, rival: View, beside: Sequence[View]) -> bool:
    """Whether the other article has the same figure of the same time, too, and doesn't set it against the rival."""
    return any(
        one is not rival
        and key(one.claim) == key(view.claim)
        and one_number(view, one)
        and not disputed(one, rival)
        and not recalled(one, view)
        for one in beside
    )


def disputed(a: View, b: View) -> bool:
    """Whether one article has two values from two speakers: they answer one question."""
    return a.about is b.about and frozenset((a.claim.id, b.claim.id)) in a.about.disputed


def another(other: View, view: View) -> bool:
    """Whether an article counts something else there, not one thing told twice."""
    if other is view or agrees(other, view) or other.claim.stance == "superseded" or disputed(other, view):
        return False
    told = other.claim.topic in TOLLS and other.roles == view.roles and other.some == view.some
    apart = other.claim.evidence.sentence_start != view.claim.evidence.sentence_start
    twice = told and apart and other.place == view.place == "alone" and other.window == view.window
    return not twice and one_document(other, view) is not None


def _rivals(other: View, across: View, here: float, beside: Sequence[View]) -> bool:
    """Whether another claim of the same article answers the one across better, and has no partner of its own."""
    if key(other.claim) != key(across.claim) or recalled(other, across):
        return False
    if not divided(other) and not all(map(fits, other.roles, across.roles)):
        return False
    if any(view is not across and one_number(other, view) and not disputed(view, across) for view in beside):
        return False
    if one_number(other, across):
        return divided(other) or unvalued(other, across) > here - PARTNER
    return unvalued(other, across) > here + PARTNER
