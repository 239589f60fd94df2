"""Do two claims answer one question? Decided before their values are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from claimdiff.compare import dates, intervals
from claimdiff.compare.views import Roles, View

EVENT_WINDOW = 60
LEVEL_WINDOW = 180
SHARED_WORDS = 5
SHARED_FIGURES = 2
SLIP = 3
FAR = 3
ALIKE = 0.3
TOUCHING = 0.15

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
    )
)
# Events that one country has once or seldom; all others recur every week.
FREQUENT = frozenset(("statement", "talks", "visit", "attack", "killing", "other"))
SINGULAR = frozenset(("invasion", "war", "founding", "defeat", "disaster", "election", "ceasefire"))


def why_not(a: View, b: View) -> str | None:
    """Why two claims of one block are not compared, in words; None where they are."""
    checks = (_stance, _roles, _scope, _tie, _same_document, _times, _event)
    return next((reason for check in checks if (reason := check(a, b))), None)


def compatible(a: Roles, b: Roles) -> bool:
    """Whether no two stated roles differ; a city is not its country."""
    return all(x is None or y is None or x == y for x, y in zip(a, b, strict=True))


def agrees(a: View, b: View) -> bool:
    """Whether the two values agree, whatever they count."""
    return intervals.agree(a.measure, b.measure)


def _stance(a: View, b: View) -> str | None:
    """Planned and done, old and new are one answer only where they are one figure."""
    left, right = a.claim.stance, b.claim.stance
    if agrees(a, b) and (left == right or not _bounded(a, b)):
        return None
    if "superseded" in (left, right):
        return "one of the values has been replaced"
    return None if left == right else "one is planned, the other has happened"


def _roles(a: View, b: View) -> str | None:
    return None if compatible(a.roles, b.roles) else "they count different people or places"


def _scope(a: View, b: View) -> str | None:
    """A town's count beside one whose place is unknown may be a part of it; so may any unplaced count."""
    if not agrees(a, b):
        if _country(a) and _country(b) and _country(a) != _country(b):
            return "their articles are about different countries"
        if _loose(a, b) and overlap(a, b) < ALIKE:
            return "nothing says that they count the same things"
        if a.claim.topic in SUMMED and (a.roles[0] is None) != (b.roles[0] is None):
            return "one counts people of one side only"
    if a.claim.topic not in SUMMED or _pinned(a, b):
        return None
    same = a.claim.value == b.claim.value or (agrees(a, b) and not _bounded(a, b))
    return None if same else "one may be a part of the other"


def _same_place(a: View, b: View) -> bool:
    return a.roles[2] is not None and a.roles[2] == b.roles[2]


def _loose(a: View, b: View) -> bool:
    """Claims that need like words: of no known topic, lengths of time, values several times apart."""
    if a.claim.kind == "duration" and a.claim.topic != "presence":
        return True
    if a.claim.kind == "date" or _same_place(a, b):
        return False
    return a.claim.topic == "other" or apart(a, b) > log(FAR)


def _country(view: View) -> str | None:
    place = view.roles[2]
    return place.split("/")[0] if place else view.about.country


def _pinned(a: View, b: View) -> bool:
    """Whether more than silence says that two counts are of the same whole."""
    left, right = a.roles[2], b.roles[2]
    if _same_place(a, b):
        return True
    if any("/" in (place or "") for place in (left, right)):
        return False
    if left is None and right is None:
        return overlap(a, b) >= ALIKE or (a.roles[1] is not None and a.roles[1] == b.roles[1])
    return _country(a) == _country(b) or overlap(a, b) >= TOUCHING


def _bounded(a: View, b: View) -> bool:
    return min(a.measure.exactness, b.measure.exactness) < intervals.FIRM


def _tie(a: View, b: View) -> str | None:
    """Something must say that the claims are about one thing; silence on both sides doesn't."""
    if a.claim.source.doc == b.claim.source.doc:
        return None
    if a.dynamics == "event" and not agrees(a, b) and not _both_dated(a, b):
        # Sessions and votes recur in one country: without dates only the words can tell them apart.
        close = _same_figures(a, b) or overlap(a, b) >= ALIKE
        return None if close else "nothing says that they are about the same event"
    tied = _shared_role(a, b) or same_event(a, b)
    return None if tied else "nothing says that they are about the same event"


def _both_dated(a: View, b: View) -> bool:
    return all(view.own or view.published for view in (a, b))


def _same_figures(a: View, b: View) -> bool:
    return len(a.about.figures & b.about.figures) >= SHARED_FIGURES


def _shared_role(a: View, b: View) -> bool:
    """The same place, or both other roles; a nationality alone is in too many stories."""
    actor, target, place = (x is not None and x == y for x, y in zip(a.roles, b.roles, strict=True))
    return place or (actor and target)


def same_event(a: View, b: View) -> bool:
    """Whether the documents name the same countries, tell the same figures or use the same words."""
    if a.about.who & b.about.who or _same_figures(a, b):
        return True
    return len(a.about.words & b.about.words) >= SHARED_WORDS


def _same_document(a: View, b: View) -> str | None:
    """Two unlike values in one article are about two things unless every role is stated and equal."""
    if a.claim.source.doc != b.claim.source.doc or agrees(a, b):
        return None
    if a.claim.kind == "date":
        return "one document, two events"
    fully = a.roles == b.roles and a.roles[2] is not None
    nouns = a.claim.subject.noun == b.claim.subject.noun
    if fully and (nouns or a.roles[0]) and a.claim.topic not in SUMMED and a.dynamics != "event":
        return None
    return "one document may count several things"


def _times(a: View, b: View) -> str | None:
    """Two occurrences: times that can't meet, of a thing that doesn't move."""
    if a.claim.kind == "date":
        return None
    if a.own and b.own and not dates.meets(a.own, b.own):
        return _unlike_times(a, b)
    left, right = (view.own or view.published for view in (a, b))
    if not agrees(a, b) and _half_dated(a, b):
        return "one is of a stated time, the other of an unknown one"
    if not left or not right or a.dynamics == "level":
        return None
    window = EVENT_WINDOW if a.own or b.own or a.dynamics == "event" else intervals.INFINITE
    apart = not left.cyclic and not right.cyclic and dates.gap(left, right) > window
    return "they are too far apart in time to be one event" if apart else None


def _half_dated(a: View, b: View) -> bool:
    """A value of a stated year beside one of which neither text nor paper gives a time."""
    unknown = [view for view in (a, b) if not (view.own or view.published)]
    alone = a.claim.source.doc == b.claim.source.doc or a.dynamics != "cumulative"
    return alone and len(unknown) == 1 and bool(a.own or b.own)


def _unlike_times(a: View, b: View) -> str | None:
    return None if a.dynamics == "level" else "they happened at different times"


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
    seldom = a.claim.topic not in FREQUENT
    if seldom and _neighbours(a, b):
        return None
    needed = 0.25 if a.claim.topic in SINGULAR else 0.35
    return None if overlap(a, b) >= needed else "nothing says that it is the same event"


def _days(view: View) -> float:
    return view.measure.plain.high - view.measure.plain.low


def _neighbours(a: View, b: View) -> bool:
    """Two days, both stated to the day, so near that they are rather a slip than two events."""
    exact = max(_days(a), _days(b)) < 1
    return exact and intervals.distance(a.measure, b.measure) <= SLIP


def overlap(a: View, b: View) -> float:
    """The share of the shorter sentence's words that the other has, too; one word alone is chance."""
    shared = len(a.words & b.words)
    return shared / min(len(a.words), len(b.words)) if shared > 1 else 0.0


def apart(a: View, b: View) -> float:
    """How unlike two values are: 0 where they agree, the logarithm of their ratio, days between dates."""
    if agrees(a, b):
        return 0.0
    if a.claim.kind == "date":
        return intervals.distance(a.measure, b.measure)
    left, right = (_middle(view.measure) for view in (a, b))
    return abs(log(left / right)) if left > 0 and right > 0 else intervals.INFINITE


def _middle(measure: intervals.Measure) -> float:
    if measure.number is not None:
        return measure.number
    low, high = measure.plain.low, measure.plain.high
    return (low + high) / 2 if high < intervals.INFINITE else low


def ambiguous(a: View, b: View, beside_a: Sequence[View], beside_b: Sequence[View]) -> bool:
    """Whether an article that lists several unlike counts leaves open which of them answers the other.

    Two candidates' votes in one paper meet the same two in another: each value has its partner. Only
    values that are nearest to each other, and not twice apart, are then held against each other.
    """
    others_a, others_b = _alternatives(a, b, beside_a), _alternatives(b, a, beside_b)
    if not others_a and not others_b:
        return False
    here = apart(a, b)
    swaps = [(other, b, a) for other in others_a] + [(other, a, b) for other in others_b]
    # The total of one paper answers the total of the other, not its part.
    if any(other.roles == across.roles != held.roles for other, across, held in swaps):
        return True
    nearer = any(apart(other, across) < here for other, across, _ in swaps)
    return nearer or here > (SLIP if a.claim.kind == "date" else log(2))


def _alternatives(view: View, across: View, beside: Sequence[View]) -> list[View]:
    """What else the article says that could answer the other's claim, about something else than its own."""
    return [
        other
        for other in beside
        if other is not view
        and not agrees(other, view)
        and (agrees(other, across) or why_not(other, across) is None)
        and why_not(other, view)
    ]
