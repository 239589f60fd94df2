"""How a value is told may say that it answers another question: earlier, vague, of some, still being counted."""

from __future__ import annotations

from claimdiff.compare import dates, intervals
from claimdiff.compare.cues import COUNTED
from claimdiff.compare.hints import slip
from claimdiff.compare.keys import NAMED, TOLLS
from claimdiff.compare.likeness import VAGUE, divided
from claimdiff.compare.sameness import HAND, SUMMED
from claimdiff.compare.views import View
from claimdiff.compare.words import stems

SHOCK = 0.5


def vague(a: View, b: View) -> str | None:
    """A word such as dozens disputes nothing, but in a few articles that somebody put together."""
    firm = min(a.measure.exactness, b.measure.exactness) >= VAGUE or a.weights.chosen > HAND
    return None if firm or intervals.meet(a.measure, b.measure, stretch=True) else "one is a vague word"


def stale(a: View, b: View) -> str | None:
    """A count told as an earlier one is no answer of its paper."""
    return "one is told as an earlier count" if a.stale != b.stale and a.dynamics == "cumulative" else None


def progress(a: View, b: View) -> str | None:
    """How far the votes have been counted is no result."""
    if a.claim.topic not in COUNTED:
        return None
    if "counted" in (a.place, b.place):
        return "one says how far the count has come"
    return "votes were still being counted" if a.interim or b.interim else None


def state(a: View, b: View) -> str | None:
    """Those still in hospital, in danger, identified are not all."""
    return "one counts only those in one state" if (a.place == "state") != (b.place == "state") else None


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


def listed(a: View, b: View) -> str | None:
    """An item of a list of counts is a part: four in one state, five in the next."""
    if divided(a) or a.weights.chosen > HAND:
        return None
    if a.claim.topic in TOLLS and a.place != b.place:
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
    """In a large store the words beside two results must say that they are of one candidate or list."""
    if a.claim.topic not in NAMED or a.weights.chosen > HAND or slip(a.claim.value, b.claim.value):
        return None
    return None if a.weights.shared(a.near, b.near) else "nothing beside them says that they are of one candidate"


def named(a: View, b: View) -> str | None:
    """Two candidates or lists, named unlike; a name that one article leaves out decides nothing."""
    left, right = (view.claim.subject.group for view in (a, b))
    named = a.claim.topic in NAMED and left and right and left != right
    return "they count two groups" if named and not stems(left) & stems(right) else None


def complements(a: View, b: View) -> bool:
    both = (a.measure.number or 0.0) + (b.measure.number or 0.0)
    return abs(both - 100) <= a.measure.grain + b.measure.grain + intervals.EPSILON
