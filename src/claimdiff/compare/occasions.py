"""Two occurrences of one thing are told apart by time: another session, another quake, another day."""

from __future__ import annotations

from claimdiff.compare import dates, intervals
from claimdiff.compare.dynamics import explained
from claimdiff.compare.keys import TOLLS, YEARLY
from claimdiff.compare.likeness import RECURRING, STANDING, alike, divided, likeness, needed, unknown
from claimdiff.compare.sameness import (
    EVENT_WINDOW,
    FRESH,
    HAND,
    PASSING,
    PATIENCE,
    SUMMED,
    agrees,
    one_number,
    one_story,
    same_event,
    same_figure,
    two_times,
)
from claimdiff.compare.views import View

PLAIN, SURE, RATHER, STRANGE, REPRINT = 0.75, 1.0, 0.75, 3.0, 0.9
SLIP_DAYS, RECURRENCE, YEAR = 3, 1.5, 366
MONTHS, WEEKS, RETOLD = 300, 45, 0.15
# What one story has once; sessions and protests recur.
ONCE = frozenset(("turnout", "signatures", "withdrawal"))
# Events that one story has one of, as a rule; dates that say when something ends.
SINGLE = frozenset(("defeat", "disaster", "election", "founding", "invasion"))
ENDING = frozenset(("ceasefire", "deadline", "plan", "presence"))


def times(a: View, b: View) -> str | None:
    """Two occurrences: times that can't meet, of a thing that doesn't move."""
    if a.claim.kind == "date":
        return None
    if two_times(a, b) or (one_story(a, b) and (agrees(a, b) or explained(a, b))):
        return None
    if a.own and b.own and not dates.meets(a.own, b.own) and not _moves(a, b):
        return "they happened at different times"
    if a.own and b.own and not dates.meets(a.own, b.own) and _elsewhere(a, b):
        return "they happened at different times and places"
    if (a.own is None) != (b.own is None) and _earlier(a, b):
        return "one is of an earlier occasion"
    if _years(a, b):
        return "they are of two years"
    if _unborn(a, b) or _unborn(b, a):
        return "one had not happened when the other's paper came out"
    if half_dated(a, b):
        return "one is of a stated time, the other of an unknown one"
    left, right = (view.own or view.published for view in (a, b))
    window = _window(a, b)
    once = a.claim.topic in ONCE and a.about.like(b.about) >= RETOLD and (a.own is None or b.own is None)
    if window is not None and a.weights.chosen > HAND and once:
        return None
    if window is None or not left or not right:
        return None if (left and right) or not _recurs(a) or a.weights.chosen > 0 else "such counts recur"
    apart = not left.cyclic and not right.cyclic and dates.gap(left, right) > window
    return "they are too far apart in time to be one event" if apart else None


def recalled(a: View, b: View, days: float = YEAR) -> bool:
    """Whether an article tells one value of so many days before it, where the other is of its article's time."""
    if a.dynamics == "level" or a.claim.kind == "date" or a.own is None or a.published is None or b.own is not None:
        return False
    if a.own.cyclic or b.published is None or (a.claim.time is not None and a.claim.time.modifier == "since"):
        return False
    back = min(a.published.low, b.published.low) - a.own.high
    return back > days and dates.gap(a.published, b.published) <= YEAR


def _years(a: View, b: View) -> bool:
    """Whether two sums or rates are of two stated years: another budget, another harvest."""
    if a.claim.topic not in YEARLY or a.own is None or b.own is None or dates.meets(a.own, b.own):
        return False
    return all(not view.own.cyclic and view.own.high - view.own.low > MONTHS for view in (a, b) if view.own)


def _unborn(a: View, b: View) -> bool:
    """Whether something that doesn't move is told of a day after the other's paper."""
    still = a.dynamics in ("event", "static") or a.claim.topic == "other"
    return still and a.claim.stance == b.claim.stance == "asserted" and _after(a, b)


def _earlier(a: View, b: View) -> bool:
    """Whether an article recalls one value of what recurs, or one is of a day after the other's paper, elsewhere."""
    recurs = (a.dynamics == "event" and a.claim.topic not in ONCE) or _elsewhere(a, b)
    if recurs and (recalled(a, b, WEEKS) or recalled(b, a, WEEKS)):
        return True
    return _elsewhere(a, b) and (_after(a, b) or _after(b, a))


def _after(a: View, b: View) -> bool:
    """Whether one is told of a day after the other's paper."""
    return bool(a.own and b.published and not a.own.cyclic and a.own.low > b.published.high + 1)


def _elsewhere(a: View, b: View) -> bool:
    """Whether two towns are stated: another train, another day."""
    x, y = a.roles[2], b.roles[2]
    return x is not None and y is not None and "/" in x and "/" in y and x != y and a.dynamics != "level"


def _moves(a: View, b: View) -> bool:
    """Whether a value moves with time: a level; a count that adds up, over some weeks."""
    assert a.own and b.own
    return a.dynamics == "level" or (a.dynamics == "cumulative" and dates.gap(a.own, b.own) <= EVENT_WINDOW)


def _window(a: View, b: View) -> float | None:
    """How many days two values of one occurrence may lie apart; None where that doesn't matter."""
    if a.claim.kind == "duration" and a.claim.topic != "presence":
        return RECURRENCE + EVENT_WINDOW if one_story(a, b) else 1.0
    if a.claim.topic == "seats" and not a.signs.isdisjoint(b.signs):
        return FRESH + EVENT_WINDOW * a.weights.chosen
    if _recurs(a) or _recurs(b):
        return RECURRENCE + EVENT_WINDOW * a.weights.chosen
    if a.dynamics in ("level", "static"):
        return None
    patience = FRESH + (EVENT_WINDOW * (1 + PATIENCE) - FRESH) * a.weights.chosen
    return patience + max(_lasting(a), _lasting(b))


def _lasting(view: View) -> float:
    """How many days are between the day since which a count is told and its paper."""
    since = view.claim.time is not None and view.claim.time.modifier == "since" and view.own is not None
    return view.own.high - view.own.low if since and view.own and view.own.low > 0 else 0.0


def _recurs(view: View) -> bool:
    """Counts of one operation among many."""
    topic = view.claim.topic
    if topic in RECURRING or unknown(view) or (divided(view) and topic != "population"):
        return True
    if topic in SUMMED:
        return view.about.fought or view.some in ("fighters", "police", "military")
    return topic in STANDING and view.some in ("fighters", "police")


def half_dated(a: View, b: View) -> bool:
    """A value of a stated year beside one of which neither text nor paper gives a time."""
    if a.dynamics == "cumulative" or not (a.own or b.own) or _timed(a) == _timed(b):
        return False
    nearly = intervals.meet(a.measure, b.measure, stretch=True)
    return not nearly and not (a.claim.kind == "duration" and one_story(a, b))


def _timed(view: View) -> bool:
    return bool(view.own or view.published)


def moments(a: View, b: View) -> str | None:
    """Times of values that agree: they matter unless the figure is telling or one number of one event."""
    number = one_number(a, b)
    if two_times(a, b) and not number:
        return "they are of two times"
    if a.about is b.about and not number and (recalled(a, b) or recalled(b, a)):
        return "one is of an earlier year"
    if a.claim.kind != "date" and not same_figure(a, b) and _weeks_apart(a, b):
        return "they happened at different times"
    plain = a.claim.kind == "date" or number or half_dated(a, b)
    if same_figure(a, b) or (plain and same_event(a, b) and not _ages(a, b)):
        return None
    if number and alike(a, b) >= REPRINT:
        return None
    return times(a, b)


def _weeks_apart(a: View, b: View) -> bool:
    """Whether both values have a time that the words state, weeks apart."""
    return a.own is not None and b.own is not None and a.own.cyclic == b.own.cyclic and dates.gap(a.own, b.own) > WEEKS


def _ages(a: View, b: View) -> bool:
    """Whether one number is of another year than the other: an older disaster, told for comparison.

    In many papers a toll of two digits is news for some weeks.
    """
    left, right = (view.own or view.published for view in (a, b))
    if a.claim.kind == "date" or left is None or right is None or left.cyclic or right.cyclic:
        return False
    passing = a.claim.topic in TOLLS and a.weights.chosen <= HAND
    return dates.gap(left, right) > (FRESH + max(_lasting(a), _lasting(b)) if passing else YEAR)


def event(a: View, b: View) -> str | None:
    """Dates of events: the event itself must be the same."""
    if a.claim.kind != "date":
        return None
    if a.measure.cyclic != b.measure.cyclic and max(_days(a), _days(b)) >= dates.DAYS_OF_CYCLE - 2:
        return "a day without its year and a year share nothing"
    if agrees(a, b):
        return None
    modifiers = {a.claim.value.modifier, b.claim.value.modifier}
    if len(modifiers) > 1 and a.claim.topic == "deadline":
        return "two deadlines"
    if len(modifiers) > 1 and "until" in modifiers and a.claim.topic not in ENDING:
        return "one only says until when something is told"
    if len(modifiers) > 1 and "since" in modifiers and a.weights.chosen <= HAND:
        return "one only says since when something is told"
    if a.claim.topic == "statement" or (a.claim.topic in PASSING and a.weights.chosen < HAND):
        return "such dates recur"
    if "planned" in (a.claim.stance, b.claim.stance) and a.weights.chosen <= HAND:
        return "plans change"
    return None if _occasion(a, b) else "nothing says that it is the same event"


def _occasion(a: View, b: View) -> bool:
    """Whether two days are of one event: neighbours by all that speaks for it, days far apart by plain words."""
    if neighbours(a, b):
        sure = RATHER if a.claim.topic in SINGLE and one_story(a, b) else SURE
        return likeness(a, b) >= needed(a, b) + sure + STRANGE * (1 - a.weights.chosen)
    return a.weights.chosen > HAND and alike(a, b) >= PLAIN


def _days(view: View) -> float:
    return view.measure.plain.high - view.measure.plain.low


def neighbours(a: View, b: View) -> bool:
    """Two days, both stated to the day, so near that they are rather a slip than two events."""
    exact = max(_days(a), _days(b)) < 1
    return exact and intervals.distance(a.measure, b.measure) <= SLIP_DAYS
