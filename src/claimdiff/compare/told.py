"""How a value is told may say that it answers another question: earlier, vague, of some, still being counted."""

from __future__ import annotations

from math import floor, isinf

from claimdiff.compare import cues, dates, intervals, results, signs
from claimdiff.compare.hints import slipped
from claimdiff.compare.keys import NAMED, TOLLS, key
from claimdiff.compare.kinds import MONEY, outdone
from claimdiff.compare.likeness import RESULTS, VAGUE, divided
from claimdiff.compare.sameness import HAND, SUMMED, one_number
from claimdiff.compare.views import LEAD, View
from claimdiff.compare.words import stems

SHOCK, SLIP_DAYS, HOUR, TWICE, NEARLY = 0.5, 3, 1 / 24, 2.0, 1.1
INFINITE = float("inf")


def vague(a: View, b: View) -> str | None:
    """A word such as dozens disputes nothing, but in a few articles that somebody put together."""
    firm = min(a.measure.exactness, b.measure.exactness) >= VAGUE or a.weights.chosen > HAND
    return None if firm or intervals.meet(a.measure, b.measure, stretch=True) else "one is a vague word"


def stale(a: View, b: View) -> str | None:
    """A count told as an earlier one is no answer of its paper."""
    return "one is told as an earlier count" if a.stale != b.stale and a.dynamics == "cumulative" else None


def progress(a: View, b: View) -> str | None:
    """How far the votes have been counted is no result."""
    if a.claim.topic not in cues.COUNTED:
        return None
    if "counted" in (a.place, b.place):
        return "one says how far the count has come"
    if a.claim.topic == "turnout" and signs.polling(a.claim) != signs.polling(b.claim):
        return "one says how far polling had come"
    if one_number(a, b) or a.claim.topic == "turnout":
        return None
    return "votes were still being counted" if a.interim or b.interim else None


def preliminary(a: View, b: View) -> str | None:
    """A preliminary result is followed by another, like it where only its article calls its results so."""
    if a.claim.topic not in NAMED:
        return None
    apart = results.preliminary(a.claim) != results.preliminary(b.claim)
    near = (intervals.ratio(a.measure, b.measure) or INFINITE) < NEARLY
    apart = apart or (near and a.about.preliminary != b.about.preliminary)
    return "one is a preliminary result" if apart else None


def state(a: View, b: View) -> str | None:
    """Those still in hospital, in danger, identified are not all; their number changes from day to day."""
    if (a.place == "state") != (b.place == "state"):
        return "one counts only those in one state"
    both = a.place == "state" and not (_one_day(a, b) and cues.states(a.claim) == cues.states(b.claim))
    return "they count people in two states" if both else None


def _one_day(a: View, b: View) -> bool:
    """Whether neither paper is known to be of another day."""
    return not (a.published and b.published) or _meet(a.published, b.published)


def added(a: View, b: View) -> str | None:
    """What comes on top of something is not all of it: two days more, another 170."""
    return "one comes on top of another" if a.added != b.added else None


def found(a: View, b: View) -> str | None:
    """The missing are found as time goes by: fewer of them, later, dispute nothing."""
    if a.claim.topic != "missing" or not (a.published and b.published):
        return None
    if dates.meets(a.published, b.published) or abs(a.published.low - b.published.low) <= HOUR:
        return None
    early, late = (a, b) if a.published.low < b.published.low else (b, a)
    return "the missing are found as time goes by" if late.measure.plain.high < early.measure.plain.low else None


def required(a: View, b: View) -> str | None:
    """A quorum or a majority is not who came or voted."""
    return "one only must be reached" if (a.place == "required") != (b.place == "required") else None


def turns(a: View, b: View) -> str | None:
    """The second batch, round or tranche is not the fourth."""
    apart = a.about is not b.about and a.turn != b.turn
    return "they are of two turns of one thing" if apart else None


def covered(a: View, b: View) -> str | None:
    """Prices in towns and in all the country, a rate by the year and by the month, core inflation and all of it."""
    left, right = a.covers, b.covers
    apart = any(left[kind] and right[kind] and not left[kind] & right[kind] for kind in left.keys() & right.keys())
    return "they cover two things" if apart or left["less"] != right["less"] else None


def spread(a: View, b: View) -> str | None:
    """A toll of four states is not that of one."""
    apart = a.claim.topic in TOLLS and a.spread != b.spread
    return "only one counts in several places" if apart else None


def sums(a: View, b: View) -> str | None:
    """Sixty passengers and six of the crew are sixty-six."""
    summed = a.measure.number in b.sums or b.measure.number in a.sums
    return "with those told besides, both are one number" if summed and a.about is not b.about else None


def wholes(a: View, b: View) -> str | None:
    """Of things that no topic knows: the other number of a sentence is what the other article tells."""
    if a.claim.topic != "other" or a.about is b.about:
        return None
    told = _tells(a, b) or _tells(b, a)
    return "beside one stands the other's number, of something else" if told else None


def _tells(a: View, b: View) -> bool:
    """Whether a sentence has another count that agrees with the other's, a whole of which this is a part."""
    beside = (one for one in a.about.counts.get(a.claim.evidence.sentence_start, ()) if one.id != a.claim.id)
    measures = (intervals.measure(one.value) for one in beside)
    return any(one is not None and intervals.agree(one, b.measure) for one in measures)


def listed(a: View, b: View) -> str | None:
    """An item of a list of counts is a part: four in one state, five in the next."""
    if divided(a):
        return None
    if a.weights.chosen > HAND:
        parted = a.place != b.place and (outdone(a, b) or outdone(b, a))
        return "one counts only a part" if parted else None
    if (a.claim.topic in TOLLS or "part" in (a.place, b.place)) and a.place != b.place:
        return "one counts only a part"
    return "one is an item of a list" if a.listed != b.listed else None


def shocks(a: View, b: View) -> str | None:
    """Institutes differ by little on one earthquake; an aftershock is another."""
    if a.claim.topic not in ("magnitude", "depth"):
        return None
    apart = a.claim.topic == "magnitude" and intervals.distance(a.measure, b.measure) > SHOCK
    elsewhere = a.weights.chosen <= HAND and a.roles[2] != b.roles[2]
    return "they are of two earthquakes" if apart or elsewhere else None


def days_of_fights(a: View, b: View) -> str | None:
    """Fights have new counts every day, and others since they began."""
    fought = (a.about.fought or b.about.fought) and a.claim.topic in SUMMED and a.weights.chosen <= HAND
    if fought and a.window != b.window:
        return "only one counts since the fights began"
    return "they are of two days of fights" if fought and (_apart(a, b) or _ahead(a, b) or _ahead(b, a)) else None


def since(a: View, b: View) -> str | None:
    """The dead since Monday are not those since the war began, nor those of Friday."""
    if a.claim.topic in TOLLS and _since(a) != _since(b) and a.weights.chosen <= HAND:
        days = [dates.unit(view.claim.time) if view.claim.time else None for view in (a, b)]
        first, day = days if _since(a) else days[::-1]
        later = first and day and first.cyclic == day.cyclic and day.low > first.high + SLIP_DAYS
        return "only one is of a stated day" if later and day and day.low == day.high else None
    first, other = (dates.unit(view.claim.time) if _since(view) and view.claim.time else None for view in (a, b))
    if a.dynamics != "cumulative" or first is None or other is None or first.cyclic != other.cyclic:
        return None
    return "they count since two days" if dates.gap(first, other) > SLIP_DAYS else None


def _since(view: View) -> bool:
    return view.claim.time is not None and view.claim.time.modifier == "since"


def days_of_unrest(a: View, b: View) -> str | None:
    """Each day of protests has its dead; the words say so where both tell of one day, or of all since they began."""
    if a.claim.topic not in SUMMED or a.weights.chosen > HAND or (a.window and b.window) or a.about is b.about:
        return None
    left, right = _on(a), _on(b)
    apart = left is not None and right is not None and not left.cyclic and not right.cyclic and not _meet(left, right)
    if a.unrest and b.unrest and (_of_all(a, b) or _of_all(b, a)):
        return "only one is of a stated day of unrest"
    return "they are of two days of unrest" if apart and (a.unrest or b.unrest) else None


def other_day(a: View, b: View) -> str | None:
    """One number of two days of unrest is two counts; nor does a paper tell the toll of a day to come."""
    if a.claim.topic not in SUMMED or a.weights.chosen > HAND or a.about is b.about or not (a.unrest and b.unrest):
        return None
    return "they are of two days of unrest" if _apart(a, b) or _ahead(a, b) or _ahead(b, a) else None


def _of_all(a: View, b: View) -> bool:
    """Whether one count has no day and is a multiple of the other, which has one: rather that of all days."""
    dated = a.own is None and b.own is not None and not b.window
    return dated and a.measure.plain.low >= TWICE * b.measure.plain.high


def _on(view: View) -> dates.Span | None:
    """The day that a count is of: the stated one, else that of its paper."""
    return view.own or view.published


def _meet(a: dates.Span, b: dates.Span) -> bool:
    """Whether two spans share a day, whatever the hour."""
    return _day(a.low) <= _day(b.high) and _day(b.low) <= _day(a.high)


def _day(moment: float) -> float:
    return moment if isinf(moment) else floor(moment)


def overshadowed(a: View, b: View) -> str | None:
    """The toll that an article opens with is its answer, where one that stands far behind it is less like the other's.

    One that stands near it, too, where the first is the other's.
    """
    if a.claim.topic not in TOLLS or a.about is b.about or a.weights.chosen > HAND:
        return None
    shown = _nearer(a, b) or _nearer(b, a)
    return "the toll that one article opens with comes nearer to the other" if shown else None


def _nearer(a: View, b: View) -> bool:
    """Whether the first count of an article comes nearer to another article's than this one does."""
    first = a.about.lead.get(key(a.claim))
    if first is None or first == a.claim.value or (measure := intervals.measure(first)) is None:
        return False
    if measure.exactness < intervals.FIRM:
        return False
    if a.claim.evidence.start <= LEAD:
        return intervals.agree(measure, b.measure)
    return (intervals.ratio(measure, b.measure) or INFINITE) < (intervals.ratio(a.measure, b.measure) or INFINITE)


def sums_of_money(a: View, b: View) -> str | None:
    """In a large store words beside two sums must say that they are of one thing: a loan, a debt of old."""
    if a.claim.topic not in MONEY or a.about is b.about or a.weights.chosen > HAND:
        return None
    return None if a.weights.shared(a.near, b.near) else "nothing beside them says that they are of one sum"


def _apart(a: View, b: View) -> bool:
    return a.own is not None and b.own is not None and not dates.meets(a.own, b.own)


def _ahead(a: View, b: View) -> bool:
    """Whether one tells of a day after the other's paper."""
    return bool(a.own and b.published and not a.own.cyclic and a.own.low > b.published.high)


def windows(a: View, b: View) -> str | None:
    """Lengths of time that only say since when or within what something is told."""
    lengths = a.claim.kind == "duration" and a.claim.topic != "presence" and a.weights.chosen <= HAND
    return "one only says since when something is told" if lengths and "since" in (a.place, b.place) else None


def whose(a: View, b: View) -> str | None:
    """The words beside two results must say that they are of one candidate or list.

    In a few articles only where one of them has several results.
    """
    if a.claim.topic not in NAMED or slipped(a.claim.value, b.claim.value):
        return None
    if a.weights.chosen > HAND and (a.claim.topic not in RESULTS or (a.only and b.only) or a.about is b.about):
        return None
    near = a.weights.chosen > HAND or a.weights.shared(a.near, b.near) > 0
    named = near and not results.whose(a.claim).isdisjoint(results.whose(b.claim))
    named = named or not a.signs.isdisjoint(b.signs)
    return None if named else "nothing beside them says that they are of one candidate"


def named(a: View, b: View) -> str | None:
    """Two candidates or lists, named unlike; a name that one article leaves out decides nothing."""
    left, right = (view.claim.subject.group for view in (a, b))
    named = a.claim.topic in NAMED and left and right and left != right
    return "they count two groups" if named and not stems(left) & stems(right) else None


def complements(a: View, b: View) -> bool:
    both = (a.measure.number or 0.0) + (b.measure.number or 0.0)
    return abs(both - 100) <= a.measure.grain + b.measure.grain + intervals.EPSILON
