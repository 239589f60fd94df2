"""Do two claims answer one question? Decided before a verdict is sought, strictly where the values clash.

Values that agree need little: one event, or one telling figure. Values that clash need more than roles that
fit: roles may be missing or wrong, so the words beside both values, the place in the article and the roles
that are stated alike are weighed together (``likeness``) against what the distance of the values asks for
(``demanded``): the farther apart two values lie, the likelier they count two things.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimdiff.compare import dates, intervals
from claimdiff.compare.cues import contrasted
from claimdiff.compare.likeness import (
    CHOSEN,
    DATED,
    HAND,
    PLAIN,
    RECURRING,
    WORDED,
    alike,
    demanded,
    far,
    likeness,
    spoken,
)
from claimdiff.compare.views import Roles, View, key, telling

EVENT_WINDOW = 45
LEVEL_WINDOW = 180
TIED, SOON, NEWS = 0.06, 2.0, 0.6
SHARED_FIGURES = 2
SLIP_DAYS = 3

# Counts that are told of parts as often as of the whole: a province, one air raid, one nationality.
SUMMED = frozenset(
    (
        "killed",
        "injured",
        "missing",
        "arrested",
        "displaced",
        "rescued",
        "buildings",
        "cases",
        "recoveries",
        "vaccinated",
        "attacks",
        "weapons",
    )
)
# Levels that one article has one figure of.
STANDING = frozenset(("troops", "bases", "presence", "population", "hostages"))
# Dates and lengths of time that only place an announcement: they are not held against each other.
PASSING = frozenset(("statement", "other", "talks", "visit"))
# Events that one country has once or seldom; all others recur every week.
SINGULAR = frozenset(("invasion", "war", "founding", "defeat", "disaster", "election", "ceasefire", "withdrawal"))


def why_not(a: View, b: View) -> str | None:
    """Why two claims of one block are not compared, in words; None where they are."""
    for check in ALIKE if agrees(a, b) else UNLIKE:
        if reason := check(a, b):
            return reason
    return None


def compatible(a: Roles, b: Roles) -> bool:
    """Whether no two stated roles differ; a city is not its country."""
    return all(x is None or y is None or x == y for x, y in zip(a, b, strict=True))


def agrees(a: View, b: View) -> bool:
    """Whether the two values agree, whatever they count."""
    return intervals.agree(a.measure, b.measure)


def same_event(a: View, b: View) -> bool:
    """Whether the two documents tell of one event: the same figures, or telling words enough."""
    if a.about is b.about:
        return True
    like, needed = a.about.like(b.about), TIED * (1 - a.weights.chosen)
    if like >= needed or (like >= needed * NEWS and _soon(a, b)):
        return True
    return len(a.about.figures & b.about.figures) >= SHARED_FIGURES


def _soon(a: View, b: View) -> bool:
    if a.published is None or b.published is None:
        return False
    return dates.gap(a.published, b.published) <= SOON


def same_figure(a: View, b: View) -> bool:
    """One number that two events hardly share."""
    number = telling(a.claim)
    return number is not None and number == telling(b.claim)


def _stance(a: View, b: View) -> str | None:
    """Planned and done are one answer only where they are one figure."""
    same = a.claim.stance == b.claim.stance or not _bounded(a, b)
    return None if same else "one is planned, the other has happened"


def _stances(a: View, b: View) -> str | None:
    if "superseded" in (a.claim.stance, b.claim.stance):
        return "one of the values has been replaced"
    return None if a.claim.stance == b.claim.stance else "one is planned, the other has happened"


def _fitting(a: View, b: View) -> str | None:
    """Roles of values that agree: a city fits its country, one telling figure fits anything."""
    if same_figure(a, b) or all(map(_fits, a.roles, b.roles)):
        return None
    return "they count different people or places"


def _fits(x: str | None, y: str | None) -> bool:
    return x is None or y is None or x == y or x.startswith(f"{y}/") or y.startswith(f"{x}/")


def _roles(a: View, b: View) -> str | None:
    """Roles of values that clash: figures that two articles open with may name town or country."""
    leading = a.lead and b.lead and a.about is not b.about and not far(a, b)
    if leading and _soon(a, b):
        fit = all(map(_fits, a.roles[:2], b.roles[:2]))
    else:
        fit = all(map(_fits, a.roles, b.roles)) if leading else compatible(a.roles, b.roles)
    if not fit:
        return "they count different people or places"
    if _country(a) and _country(b) and _country(a) != _country(b):
        return "their articles are about different countries"
    if a.place != b.place or (a.claim.topic in SUMMED and a.some != b.some):
        return "one counts only a part"
    if a.claim.topic not in SUMMED or leading:
        return None
    if (a.roles[0] is None) != (b.roles[0] is None):
        return "one counts people of one side only"
    towns = [place for place in (a.roles[2], b.roles[2]) if place and "/" in place]
    return "one may be a part of the other" if len(towns) == 1 else None


def _country(view: View) -> str | None:
    place = view.roles[2]
    return place.split("/")[0] if place else None


def _bounded(a: View, b: View) -> bool:
    return min(a.measure.exactness, b.measure.exactness) < intervals.FIRM


def _tie(a: View, b: View) -> str | None:
    """Something must say that the claims are about one thing; silence on both sides doesn't."""
    if a.dynamics == "event" and not (_dated(a) and _dated(b)) and not agrees(a, b) and alike(a, b) < WORDED:
        return "nothing says that they are about the same event"
    return None if tied(a, b) else "nothing says that they are about the same event"


def tied(a: View, b: View) -> bool:
    """Whether one event or one lasting state may stand behind both; quick, for it keeps most pairs apart."""
    if a.dynamics in ("level", "static") and a.claim.topic != "other":
        (actor, target, place), (other, aim, there) = a.roles, b.roles
        if place and place == there and ((actor and actor == other) or (target and target == aim)):
            return True
    return same_event(a, b)


def _dated(view: View) -> bool:
    return bool(view.own or view.published)


def _same_document(a: View, b: View) -> str | None:
    """Two unlike values in one article are about two things, unless it sets them against each other."""
    if a.about is not b.about:
        return None
    first, second = sorted((a.claim.evidence, b.claim.evidence), key=lambda one: one.start)
    if a.claim.kind == "date" or a.claim.topic == "other" or a.roles != b.roles:
        return "one document, two things"
    if first.sentence_start == second.sentence_start:
        between = first.sentence[first.end - first.sentence_start : second.start - first.sentence_start]
        return None if contrasted(between) and a.only == b.only else "one sentence, two things"
    lasting = a.dynamics == "level" and a.roles[0] and a.roles[2] and a.claim.topic in STANDING
    return None if lasting else "one document may count several things"


def _times(a: View, b: View) -> str | None:
    """Two occurrences: times that can't meet, of a thing that doesn't move."""
    if a.claim.kind == "date":
        return None
    if a.own and b.own and not dates.meets(a.own, b.own):
        return None if a.dynamics == "level" else "they happened at different times"
    left, right = (view.own or view.published for view in (a, b))
    if _half_dated(a, b):
        return "one is of a stated time, the other of an unknown one"
    window: float = EVENT_WINDOW
    if a.claim.kind == "duration" and a.claim.topic != "presence":
        window = 1.0
    elif _recurs(a) or _recurs(b):
        window = 1 + EVENT_WINDOW * a.weights.chosen
    elif a.dynamics in ("level", "static"):
        return None
    elif a.dynamics == "cumulative":
        window = EVENT_WINDOW * (1 + 3 * a.weights.chosen)
    if not left or not right:
        return None if not _recurs(a) or a.weights.chosen > 0 else "such counts recur"
    apart = not left.cyclic and not right.cyclic and dates.gap(left, right) > window
    return "they are too far apart in time to be one event" if apart else None


def _recurs(view: View) -> bool:
    """Counts of one operation among many."""
    fought = view.claim.topic in SUMMED and view.some in ("fighters", "military", "police")
    return fought or view.claim.topic in RECURRING


def _half_dated(a: View, b: View) -> bool:
    """A value of a stated year beside one of which neither text nor paper gives a time."""
    unknown = [view for view in (a, b) if not (view.own or view.published)]
    return a.dynamics != "cumulative" and len(unknown) == 1 and bool(a.own or b.own)


def _moments(a: View, b: View) -> str | None:
    """Times of values that agree: they matter unless the figure is telling or the event one."""
    return None if same_figure(a, b) or same_event(a, b) else _times(a, b)


def _event(a: View, b: View) -> str | None:
    """Dates of events: the event itself must be the same."""
    if a.claim.kind != "date":
        return None
    if a.measure.cyclic != b.measure.cyclic and max(_days(a), _days(b)) >= dates.DAYS_OF_CYCLE - 2:
        return "a day without its year and a year share nothing"
    if agrees(a, b):
        return None
    if a.claim.value.modifier != b.claim.value.modifier and a.claim.topic == "deadline":
        return "two deadlines"
    if a.claim.topic in PASSING and a.weights.chosen < HAND:
        return "such dates recur"
    return None if _occasion(a, b) else "nothing says that it is the same event"


def _occasion(a: View, b: View) -> bool:
    """Whether the words beside two days tell of one event; of days far apart they must do so plainly."""
    near = _neighbours(a, b)
    chosen = a.weights.chosen if near and a.claim.topic in SINGULAR else 0.0
    worded = alike(a, b)
    score = worded + chosen * (spoken(a, b) - worded)
    return score >= (DATED if near else PLAIN) - CHOSEN * chosen


def _days(view: View) -> float:
    return view.measure.plain.high - view.measure.plain.low


def _neighbours(a: View, b: View) -> bool:
    """Two days, both stated to the day, so near that they are rather a slip than two events."""
    exact = max(_days(a), _days(b)) < 1
    return exact and intervals.distance(a.measure, b.measure) <= SLIP_DAYS


def _sameness(a: View, b: View) -> str | None:
    if a.claim.kind == "share" and _complements(a, b):
        return "the two shares make a whole"
    if a.claim.kind == "date" or likeness(a, b) >= demanded(a, b):
        return None
    return "nothing says that they count the same things"


def _complements(a: View, b: View) -> bool:
    both = (a.measure.number or 0.0) + (b.measure.number or 0.0)
    return abs(both - 100) <= a.measure.grain + b.measure.grain + intervals.EPSILON


ALIKE = (_stance, _fitting, _tie, _moments, _event)
UNLIKE = (_stances, _roles, _tie, _same_document, _times, _event, _sameness)


def ambiguous(a: View, b: View, beside_a: Sequence[View], beside_b: Sequence[View]) -> bool:
    """Whether an article that lists several unlike counts leaves open which of them answers the other.

    Two candidates' votes in one paper meet the same two in another: each value has its partner, the one
    that agrees with it, else the one with the words most like its own.
    """
    here = spoken(a, b)
    return any(_rivals(other, b, here) for other in beside_a if other is not a and not agrees(other, a)) or any(
        _rivals(other, a, here) for other in beside_b if other is not b and not agrees(other, b)
    )


def _rivals(other: View, across: View, here: float) -> bool:
    """Whether another claim of the same article answers the one across better."""
    if key(other.claim) != key(across.claim) or not all(map(_fits, other.roles, across.roles)):
        return False
    return agrees(other, across) or spoken(other, across) > here
