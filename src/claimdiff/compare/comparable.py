"""Do two claims answer one question? Decided before a verdict is sought, strictly where the values clash.

Values that agree need little: one event, or one telling figure. Values that clash pass the vetoes first: roles
that differ, another occasion (``occasions``), another way of being told (``told``), two things that one article
lists (``lists``). What is left is weighed: the words beside both values, the place in the article, the roles
stated alike, how far the values lie apart (``likeness``).
"""

from __future__ import annotations

from claimdiff.compare import kinds, occasions, quotes, told
from claimdiff.compare.bounds import reaches
from claimdiff.compare.intervals import FIRM
from claimdiff.compare.likeness import STANDING, VAGUE, alike, far, needed
from claimdiff.compare.lists import one_document
from claimdiff.compare.sameness import (
    HAND,
    abroad,
    agrees,
    compatible,
    fits,
    one_number,
    one_story,
    placed,
    same_event,
    same_figure,
)
from claimdiff.compare.views import View

WORDED, SURE, LEEWAY = 0.3, 1.0, 0.5


def why_not(a: View, b: View) -> str | None:
    """Why two claims of one block are not compared, in words; None where they are."""
    for check in ALIKE if agrees(a, b) else UNLIKE:
        if reason := check(a, b):
            return reason
    return None


def apart(a: View, b: View) -> bool:
    """Whether two claims are not compared: the same checks in a quicker order."""
    for check in _QUICK_ALIKE if agrees(a, b) else _QUICK_UNLIKE:  # noqa: SIM110
        if check(a, b):
            return True
    return False


def _stance(a: View, b: View) -> str | None:
    """Planned and done are one answer only where they are one figure."""
    same = a.claim.stance == b.claim.stance or not _bounded(a, b)
    return None if same else "one is planned, the other has happened"


def _stances(a: View, b: View) -> str | None:
    """Planned and done are two things, but sums that are granted before they are paid."""
    if "superseded" in (a.claim.stance, b.claim.stance):
        return "one of the values has been replaced"
    granted = a.claim.topic in kinds.MONEY and a.weights.chosen > HAND and reaches(a, b, needed(a, b) + SURE)
    same = a.claim.stance == b.claim.stance or granted
    return None if same else "one is planned, the other has happened"


def _fitting(a: View, b: View) -> str | None:
    """Roles of values that agree: a city fits its country, one telling figure fits anything."""
    x, y = placed(a, b)
    if same_figure(a, b) or compatible((*a.roles[:2], x), (*b.roles[:2], y)):
        return None
    if not all(map(fits, a.roles, b.roles)):
        return "they count different people or places"
    numbers = a.claim.kind == "date" or (one_number(a, b) and a.claim.topic not in STANDING)
    sure = numbers and (a.claim.kind == "date" or reaches(a, b, needed(a, b) + SURE))
    return None if sure else "they count different people or places"


def _roles(a: View, b: View) -> str | None:
    """Roles that both state: another army, another country; a town for its country only where the values are near."""
    x, y = placed(a, b)
    if not compatible(a.roles[:2], b.roles[:2]) or abroad(a, b) or _elsewhere(a, b):
        return "they count different people or places"
    return "one counts only a part" if far(a, b) and not compatible((x, None, None), (y, None, None)) else None


def _elsewhere(a: View, b: View) -> bool:
    """Whether the words beside two values put them in two places, neither of which lies in the other."""
    x, y = placed(a, b)
    if "place" in a.claim.subject.inferred or "place" in b.claim.subject.inferred:
        return False
    return not fits(x, y)


def _bounded(a: View, b: View) -> bool:
    return min(a.measure.exactness, b.measure.exactness) < FIRM


def _tie(a: View, b: View) -> str | None:
    """Something must say that the claims are about one thing; silence on both sides doesn't."""
    if a.dynamics == "event" and not _known(a, b):
        return "nothing says that they are about the same event"
    return None if tied(a, b) else "nothing says that they are about the same event"


def _known(a: View, b: View) -> bool:
    """Whether two values of events agree, are both dated or share numbers or words beside them.

    A day is dated by itself in a few articles on one story: there ``occasions.event`` weighs what else is known.
    """
    if a.claim.kind == "date" and one_story(a, b):
        return True
    dated = (_dated(a) and _dated(b)) or (
        (a.claim.kind == "duration" or a.claim.topic in occasions.ONCE) and one_story(a, b)
    )
    return agrees(a, b) or dated or bool(a.beside & b.beside) or alike(a, b) >= WORDED


def tied(a: View, b: View) -> bool:
    """Whether one event or one lasting state may stand behind both; quick, for it keeps most pairs apart."""
    if a.dynamics in ("level", "static") and a.claim.topic != "other" and _state(a, b):
        return True
    return same_event(a, b)


def _state(a: View, b: View) -> bool:
    """Whether both tell of one place and one who acts or suffers there."""
    (actor, target, place), (other, aim, there) = a.roles, b.roles
    if place is None or place != there:
        return False
    return (actor is not None and actor == other) or (target is not None and target == aim)


def _dated(view: View) -> bool:
    return bool(view.own or view.published)


def _sameness(a: View, b: View) -> str | None:
    if a.claim.kind == "share" and told.complements(a, b):
        return "the two shares make a whole"
    if a.claim.kind == "date" or a.about is b.about or reaches(a, b, needed(a, b)):
        return None
    return "nothing says that they count the same things"


def _backed(a: View, b: View) -> str | None:
    """Unlike numbers that a bound or a vague word lets meet: little speaks for them but the sentences do."""
    if a.claim.kind == "date" or one_number(a, b):
        return None
    vague = min(a.measure.exactness, b.measure.exactness) < VAGUE and a.weights.chosen <= HAND
    least = needed(a, b) + (SURE if vague else -LEEWAY)
    return None if reaches(a, b, least) else "nothing says that they count the same things"


ALIKE = (
    _stance,
    told.progress,
    told.named,
    told.other_day,
    _fitting,
    kinds.chance,
    _tie,
    occasions.moments,
    occasions.event,
    _backed,
)
UNLIKE = (
    _stances,
    _roles,
    told.vague,
    told.progress,
    told.preliminary,
    quotes.hourly,
    quotes.quoted,
    quotes.scored,
    told.state,
    told.found,
    told.added,
    told.required,
    kinds.some,
    kinds.freed,
    kinds.room,
    told.sums,
    told.wholes,
    kinds.distances,
    told.listed,
    told.shocks,
    told.days_of_fights,
    told.since,
    told.days_of_unrest,
    told.overshadowed,
    told.sums_of_money,
    kinds.sides,
    told.windows,
    kinds.wordless,
    told.stale,
    told.named,
    told.whose,
    _tie,
    one_document,
    occasions.times,
    occasions.event,
    _sameness,
    told.turns,
    told.covered,
    told.spread,
)

# What roles, times and values tell is asked before what sentences and documents do.
_SOON = (
    _stance,
    _stances,
    told.vague,
    told.shocks,
    occasions.times,
    _roles,
    occasions.event,
    told.named,
    one_document,
    told.windows,
    _tie,
    told.days_of_fights,
    _sameness,
)
_QUICK_ALIKE, _QUICK_UNLIKE = (
    tuple(sorted(checks, key=lambda check: _SOON.index(check) if check in _SOON else len(_SOON)))
    for checks in (ALIKE, UNLIKE)
)
