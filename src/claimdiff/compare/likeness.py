"""How much speaks for two claims answering one question, beside how much their values ask for."""

from __future__ import annotations

from claimdiff.compare import intervals
from claimdiff.compare.hints import slip
from claimdiff.compare.views import View

# What speaks for one question, and how much of it clashing values need by their ratio.
LEAD, ONLY, ROLE, FULL, SLIPPED = 0.3, 0.1, 0.2, 0.2, 0.3
DEMANDS = ((1.7, 0.4), (5.0, 0.6), (10.0, 0.8), (float("inf"), 1.0))
LOOSE, CHOSEN, DATED, TOWN = 0.2, 0.2, 0.55, 0.1
CAP, CAP_RATIO, HAND, PLAIN, WORDED = 0.5, 3.0, 0.5, 0.75, 0.3

# Counts that are split among parties, candidates, options: only the words beside them tell which.
DIVIDED = frozenset(("votes", "seats", "turnout", "other"))
# Counts that recur with every operation.
RECURRING = frozenset(("weapons", "arrested", "attacks", "other", "protesters", "magnitude", "depth", "price"))


def alike(a: View, b: View) -> float:
    """How many words two sentences share, beside the values or anywhere, from 0 to 1."""
    return max(a.weights.shared(a.near, b.near), a.weights.shared(a.words, b.words))


def far(a: View, b: View) -> bool:
    """Whether two values lie so far apart that they rather count two things."""
    return (intervals.ratio(a.measure, b.measure) or CAP_RATIO + 1) > CAP_RATIO


def likeness(a: View, b: View) -> float:
    """How much speaks for one question: words, place in the article, roles, a slip of the pen."""
    slipped = SLIPPED if slip(a.claim.value, b.claim.value) else 0.0
    return spoken(a, b) + slipped


def spoken(a: View, b: View) -> float:
    """What words, places in the articles and roles say, a slip of the pen left out."""
    worded = alike(a, b)
    only = ONLY if a.only and b.only else 0.0
    if a.claim.topic in DIVIDED or a.claim.kind == "share":
        return worded + only
    roles = sum(x is not None and x == y for x, y in zip(a.roles, b.roles, strict=True))
    lead = LEAD if a.lead and b.lead and a.about is not b.about else 0.0
    place = a.roles[2]
    town = TOWN if place and place == b.roles[2] and "/" in place else 0.0
    full = FULL if roles > 1 and a.roles[2] == b.roles[2] and a.dynamics in ("level", "static") else 0.0
    credit = ROLE * roles + town + lead + only
    return worded + full + (min(credit, CAP) if far(a, b) else credit)


def demanded(a: View, b: View) -> float:
    """The likeness that two clashing values need."""
    if intervals.meet(a.measure, b.measure, stretch=True):
        return DEMANDS[0][1] - CHOSEN * a.weights.chosen
    ratio = intervals.ratio(a.measure, b.measure) or float("inf")
    need = next(need for most, need in DEMANDS if ratio <= most)
    loose = a.claim.topic in RECURRING or (a.claim.kind == "duration" and a.claim.topic != "presence")
    vague = min(a.measure.exactness, b.measure.exactness) < 0.5
    return need + LOOSE * (loose + vague) - CHOSEN * a.weights.chosen
