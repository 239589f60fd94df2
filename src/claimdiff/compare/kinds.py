"""What a value counts may say that it answers another question: room for many, those let go, a deficit."""

from __future__ import annotations

from claimdiff.compare import intervals, scopes, signs
from claimdiff.compare.keys import TOLLS, key
from claimdiff.compare.likeness import alike
from claimdiff.compare.sameness import HAND, SUMMED
from claimdiff.compare.views import View

SHARED, HANDFUL, CHANCE = 0.3, 5, 10
INFINITE = float("inf")
DISTANCES = frozenset(("km", "mi", "[nmi_i]"))
MONEY = frozenset(("aid", "budget", "debt", "investment", "losses", "trade"))


def freed(a: View, b: View) -> str | None:
    """Prisoners let go are not those held."""
    if a.claim.topic not in ("hostages", "arrested") or a.about is b.about:
        return None
    return "one counts those let go" if {signs.held(a.claim), signs.held(b.claim)} == {True, False} else None


def some(a: View, b: View) -> str | None:
    """A toll of civilians or children is not one of all, nor of soldiers."""
    apart = a.claim.topic in TOLLS and a.weights.chosen > HAND and a.some != b.some
    return "one counts only some of the people" if apart else None


def chance(a: View, b: View) -> str | None:
    """Two small counts that are one number by chance: of things that no topic knows, of the dead of two countries."""
    number = a.measure.number
    if number is None or number != b.measure.number or number > CHANCE or a.about is b.about or alike(a, b):
        return None
    apart = a.heads[2] is not None is not b.heads[2] and a.heads[2] != b.heads[2]
    named = "place" not in a.claim.subject.inferred or "place" not in b.claim.subject.inferred
    lone = a.claim.topic == "other" and a.claim.kind == "quantity" and number <= HANDFUL
    return "nothing in their sentences says that they are of one thing" if lone or (apart and named) else None


def room(a: View, b: View) -> str | None:
    """What a dam, a ship or a hall could hold is not what it holds."""
    if a.about is b.about or a.dynamics == "cumulative":
        return None
    return "one says how much there is room for" if signs.room(a.claim) != signs.room(b.claim) else None


def distances(a: View, b: View) -> str | None:
    """The words beside two distances must say that they are of one thing."""
    if a.claim.topic != "other" or getattr(a.claim.value, "unit", None) not in DISTANCES or a.about is b.about:
        return None
    named = a.weights.shared(a.near, b.near) >= SHARED
    return None if named else "nothing beside them says that they are of one thing"


def sides(a: View, b: View) -> str | None:
    """A deficit is not what is spent or comes in."""
    if a.claim.topic not in MONEY or a.about is b.about:
        return None
    left, right = scopes.side(a.claim), scopes.side(b.claim)
    return "they are two sides of an account" if left and right and left != right else None


def wordless(a: View, b: View) -> str | None:
    """Deadlines, a handful of dead and sums of no topic are told of many things: their sentences must share a word."""
    limits = a.claim.kind == "duration" and a.claim.topic in ("deadline", "other")
    few = a.claim.topic in TOLLS and max(a.measure.plain.high, b.measure.plain.high) < HANDFUL
    sums = a.claim.topic == "other" and (getattr(a.claim.value, "unit", None) or "").isupper()
    if not (limits or few or sums) or a.about is b.about or alike(a, b):
        return None
    return "nothing in their sentences says that they are of one thing"


def outdone(part: View, other: View) -> bool:
    """Whether the sentence of a part has its whole, which comes nearer to the other's number."""
    if part.place != "part" or part.claim.topic not in SUMMED or part.about is other.about:
        return False
    beside = part.about.counts.get(part.claim.evidence.sentence_start, ())
    wholes = (intervals.measure(one.value) for one in beside if key(one) == key(part.claim) and one.id != part.claim.id)
    larger = [one for one in wholes if one is not None and one.plain.low > part.measure.plain.high]
    apart = intervals.ratio(part.measure, other.measure) or INFINITE
    return any((intervals.ratio(one, other.measure) or 1.0) < apart for one in larger)
