"""Do two claims answer one question? Decided before a verdict is sought, strictly where the values clash.

Values that agree need little: one event, or one telling figure. Values that clash need more than roles that
fit: roles may be missing or wrong, so the words beside both values, the place in the article and the roles
that are stated alike are weighed together (``likeness``) against what the distance of the values asks for
(``demanded``): the farther apart two values lie, the likelier they count two things.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimdiff.compare import dates, intervals
from claimdiff.compare.cues import contrasted, rival
from claimdiff.compare.likeness import RECURRING, STANDING, VAGUE, alike, divided, likeness, needed, unvalued
from claimdiff.compare.views import NAMED, TOLLS, Roles, View, key, telling
from claimdiff.compare.words import cosine, stems

EVENT_WINDOW = 45
LEVEL_WINDOW = 180
TIED, SOON, NEWS = 0.06, 2.0, 0.6
PLAIN, SURE, STRANGE, HAND, PARTNER, LEEWAY = 0.75, 1.0, 3.0, 0.5, 0.3, 0.5
SHARED_FIGURES = 2
SLIP_DAYS = 3
RECURRENCE = 1.5
YEAR = 366
REPRINT = 0.9
TWICE = 2.0
SHOCK = 0.5

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
# Dates and lengths of time that only place an announcement: they are not held against each other.
PASSING = frozenset(("statement", "other", "talks", "visit"))
# Events that one country has once or seldom; all others recur every week.
SINGULAR = frozenset(("invasion", "war", "founding", "defeat", "disaster", "election", "ceasefire", "withdrawal"))


def why_not(a: View, b: View) -> str | None:
    """Why two claims of one block are not compared, in words; None where they are."""
    checks = ALIKE if agrees(a, b) else UNLIKE
    return next((reason for check in checks if (reason := check(a, b))), None)


def compatible(a: Roles, b: Roles) -> bool:
    """Whether no two stated roles differ; a city is not its country."""
    return all(x is None or y is None or x == y for x, y in zip(a, b, strict=True))


def agrees(a: View, b: View) -> bool:
    """Whether the two values agree, whatever they count."""
    return intervals.agree(a.measure, b.measure)


def one_number(a: View, b: View) -> bool:
    """Whether both state one number, rounded perhaps; more than a bound that leaves room for the other."""
    stated = a.measure.number is not None and a.measure.number == b.measure.number
    return stated or intervals.rounded(a.measure, b.measure)


def plainly(a: View, b: View) -> bool:
    """Whether two values agree for themselves: one number, one day within the other."""
    return agrees(a, b) and (a.claim.kind == "date" or one_number(a, b))


def same_event(a: View, b: View) -> bool:
    """Whether the two documents tell of one event: the same figures, or telling words enough."""
    if a.about is b.about or len(a.about.figures & b.about.figures) >= SHARED_FIGURES:
        return True
    needed = TIED * (1 - a.weights.chosen)
    if _soon(a, b):
        needed *= NEWS
    return cosine(a.about.vector, b.about.vector) >= needed


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


def _stale(a: View, b: View) -> str | None:
    """A count told as an earlier one is no answer of its paper."""
    return "one is told as an earlier count" if a.stale != b.stale and a.dynamics == "cumulative" else None


def _progress(a: View, b: View) -> str | None:
    """How far the votes have been counted is no result."""
    if "counted" in (a.place, b.place):
        return "one says how far the count has come"
    return "votes were still being counted" if a.interim or b.interim else None


def _state(a: View, b: View) -> str | None:
    """Those still in hospital, in danger, identified are not all."""
    return "one counts only those in one state" if (a.place == "state") != (b.place == "state") else None


def _sums(a: View, b: View) -> str | None:
    """Sixty passengers and six of the crew are sixty-six."""
    summed = a.measure.number in b.sums or b.measure.number in a.sums
    return "with those told besides, both are one number" if summed and a.about is not b.about else None


def _listed(a: View, b: View) -> str | None:
    """An item of a list of counts is a part: four in one state, five in the next."""
    if divided(a) or a.weights.chosen > HAND:
        return None
    if a.claim.topic in TOLLS and a.place != b.place:
        return "one counts only a part"
    return "one is an item of a list" if a.listed != b.listed else None


def _shocks(a: View, b: View) -> str | None:
    """Institutes differ by little on one earthquake; an aftershock is another."""
    apart = a.claim.topic == "magnitude" and intervals.distance(a.measure, b.measure) > SHOCK
    return "so unlike magnitudes are two earthquakes" if apart else None


def _days_of_fights(a: View, b: View) -> str | None:
    """Fights have new counts every day."""
    fought = (a.about.fought or b.about.fought) and a.claim.topic in SUMMED and a.weights.chosen <= HAND
    apart = a.own is not None and b.own is not None and not dates.meets(a.own, b.own)
    return "they are of two days of fights" if fought and apart else None


def _windows(a: View, b: View) -> str | None:
    """Lengths of time that only say since when or within what something is told."""
    lengths = a.claim.kind == "duration" and a.claim.topic != "presence" and a.weights.chosen <= HAND
    return "one only says since when something is told" if lengths and "since" in (a.place, b.place) else None


def _vague(a: View, b: View) -> str | None:
    """A word such as dozens disputes nothing, but in a few articles that somebody put together."""
    firm = min(a.measure.exactness, b.measure.exactness) >= VAGUE or a.weights.chosen > HAND
    return None if firm or intervals.meet(a.measure, b.measure, stretch=True) else "one is a vague word"


def _stances(a: View, b: View) -> str | None:
    if "superseded" in (a.claim.stance, b.claim.stance):
        return "one of the values has been replaced"
    return None if a.claim.stance == b.claim.stance else "one is planned, the other has happened"


def _fitting(a: View, b: View) -> str | None:
    """Roles of values that agree: a city fits its country, one telling figure fits anything."""
    if same_figure(a, b) or compatible(a.roles, b.roles):
        return None
    inside = all(map(_fits, a.roles, b.roles))
    counted = one_number(a, b) and a.claim.topic not in STANDING and likeness(a, b) >= needed(a, b) + SURE
    return None if inside and (a.claim.kind == "date" or counted) else "they count different people or places"


def _fits(x: str | None, y: str | None) -> bool:
    return x is None or y is None or x == y or x.startswith(f"{y}/") or y.startswith(f"{x}/")


def _bounded(a: View, b: View) -> bool:
    return min(a.measure.exactness, b.measure.exactness) < intervals.FIRM


def _tie(a: View, b: View) -> str | None:
    """Something must say that the claims are about one thing; silence on both sides doesn't."""
    actor, target, place = (x is not None and x == y for x, y in zip(a.roles, b.roles, strict=True))
    lasting = a.dynamics in ("level", "static") and a.claim.topic != "other"
    tied = (lasting and place and (actor or target)) or same_event(a, b)
    return None if tied else "nothing says that they are about the same event"


def _same_document(a: View, b: View) -> str | None:
    """Two unlike values in one article are about two things, unless it sets them against each other."""
    if a.about is not b.about:
        return None
    first, second = sorted((a.claim.evidence, b.claim.evidence), key=lambda one: one.start)
    if a.claim.topic in TOLLS and _answered(a, b):
        return None
    if a.claim.kind == "date" or a.claim.topic == "other" or a.roles != b.roles:
        return "one document, two things"
    if first.sentence_start == second.sentence_start:
        between = first.sentence[first.end - first.sentence_start : second.start - first.sentence_start]
        near = (intervals.ratio(a.measure, b.measure) or TWICE + 1) <= TWICE
        told = contrasted(between) and a.only == b.only and near and not divided(a)
        return None if told else "one sentence, two things"
    lasting = a.dynamics == "level" and a.roles[0] and a.roles[2] and a.claim.topic in STANDING
    return None if lasting or _retold(a, b) else "one document may count several things"


def _answered(a: View, b: View) -> bool:
    """Whether one of two tolls of an article is what another speaker says."""
    apart = a.claim.evidence.sentence_start != b.claim.evidence.sentence_start and a.place == b.place == "alone"
    fit = all(map(_fits, a.roles, b.roles)) and a.some == b.some and a.window == b.window
    return apart and fit and rival(a.claim) != rival(b.claim)


def _retold(a: View, b: View) -> bool:
    """One count that an article has from two speakers, of one place and time."""
    left, right = (stems(view.claim.attribution.speaker) if view.claim.attribution else stems("") for view in (a, b))
    kind = a.claim.topic in SUMMED and a.some == b.some and a.place == b.place == "alone"
    timed = a.own is not None and b.own is not None and dates.meets(a.own, b.own)
    return bool((left or right) and not left & right and kind and timed and a.roles[2])


def _times(a: View, b: View) -> str | None:
    """Two occurrences: times that can't meet, of a thing that doesn't move."""
    if a.claim.kind == "date":
        return None
    if a.own and b.own and not dates.meets(a.own, b.own) and not _moves(a, b):
        return "they happened at different times"
    if _half_dated(a, b):
        return "one is of a stated time, the other of an unknown one"
    left, right = (view.own or view.published for view in (a, b))
    window = _window(a, b)
    if window is None or not left or not right:
        return None if left and right or not _recurs(a) or a.weights.chosen > 0 else "such counts recur"
    apart = not left.cyclic and not right.cyclic and dates.gap(left, right) > window
    return "they are too far apart in time to be one event" if apart else None


def _moves(a: View, b: View) -> bool:
    """Whether a value moves with time: a level; a count that adds up, over some weeks."""
    assert a.own and b.own
    return a.dynamics == "level" or (a.dynamics == "cumulative" and dates.gap(a.own, b.own) <= EVENT_WINDOW)


def _window(a: View, b: View) -> float | None:
    """How many days two values of one occurrence may lie apart; None where that doesn't matter."""
    if a.claim.kind == "duration" and a.claim.topic != "presence":
        return 1.0
    if _recurs(a) or _recurs(b):
        return RECURRENCE + EVENT_WINDOW * a.weights.chosen
    return None if a.dynamics in ("level", "static") else EVENT_WINDOW * (1 + 4 * a.weights.chosen)


def _recurs(view: View) -> bool:
    """Counts of one operation among many."""
    fought = view.claim.topic in (*SUMMED, *STANDING) and view.some in ("fighters", "police")
    fought = fought or (view.claim.topic in SUMMED and (view.some == "military" or view.about.fought))
    return fought or divided(view) or view.claim.topic in RECURRING or view.claim.topic in ("other",)


def _half_dated(a: View, b: View) -> bool:
    """A value of a stated year beside one of which neither text nor paper gives a time."""
    if intervals.meet(a.measure, b.measure, stretch=True):
        return False
    unknown = [view for view in (a, b) if not (view.own or view.published)]
    return a.dynamics != "cumulative" and len(unknown) == 1 and bool(a.own or b.own)


def _moments(a: View, b: View) -> str | None:
    """Times of values that agree: they matter unless the figure is telling or one number of one event."""
    plain = a.claim.kind == "date" or one_number(a, b) or _half_dated(a, b)
    if same_figure(a, b) or (one_number(a, b) and alike(a, b) >= REPRINT):
        return None
    if plain and same_event(a, b) and not _ages(a, b):
        return None
    return _times(a, b)


def _ages(a: View, b: View) -> bool:
    """Whether one number is of another year than the other: an older disaster, told for comparison."""
    left, right = (view.own or view.published for view in (a, b))
    if a.claim.kind == "date" or left is None or right is None or left.cyclic or right.cyclic:
        return False
    return dates.gap(left, right) > YEAR


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
    """Whether two days are of one event: neighbours by all that speaks for it, days far apart by plain words."""
    if _neighbours(a, b):
        return likeness(a, b) >= needed(a, b) + SURE + STRANGE * (1 - a.weights.chosen)
    return a.weights.chosen > HAND and alike(a, b) >= PLAIN


def _days(view: View) -> float:
    return view.measure.plain.high - view.measure.plain.low


def _neighbours(a: View, b: View) -> bool:
    """Two days, both stated to the day, so near that they are rather a slip than two events."""
    exact = max(_days(a), _days(b)) < 1
    return exact and intervals.distance(a.measure, b.measure) <= SLIP_DAYS


def _sameness(a: View, b: View) -> str | None:
    if a.claim.kind == "share" and _complements(a, b):
        return "the two shares make a whole"
    if a.claim.kind == "date" or a.about is b.about or likeness(a, b) >= needed(a, b):
        return None
    return "nothing says that they count the same things"


def _complements(a: View, b: View) -> bool:
    both = (a.measure.number or 0.0) + (b.measure.number or 0.0)
    return abs(both - 100) <= a.measure.grain + b.measure.grain + intervals.EPSILON


def _backed(a: View, b: View) -> str | None:
    """Unlike numbers that a bound or a vague word lets meet: little speaks for them but the sentences do."""
    if a.claim.kind == "date" or one_number(a, b):
        return None
    vague = min(a.measure.exactness, b.measure.exactness) < VAGUE and a.weights.chosen <= HAND
    least = needed(a, b) + (SURE if vague else -LEEWAY)
    return None if likeness(a, b) >= least else "nothing says that they count the same things"


def _named(a: View, b: View) -> str | None:
    """Two candidates or lists, named unlike; a name that one article leaves out decides nothing."""
    left, right = (view.claim.subject.group for view in (a, b))
    named = a.claim.topic in NAMED and left and right and left != right
    return "they count two groups" if named and not stems(left) & stems(right) else None


ALIKE = (_stance, _progress, _named, _fitting, _tie, _moments, _event, _backed)
UNLIKE = (_stances, _vague, _progress, _state, _sums, _listed, _shocks, _days_of_fights, _windows, _stale, _named, _tie, _same_document, _times, _event, _sameness)


def ambiguous(a: View, b: View, beside_a: Sequence[View], beside_b: Sequence[View]) -> bool:
    """Whether an article that lists several unlike counts leaves open which of them answers the other.

    Two candidates' votes in one paper meet the same two in another: each value has its partner, the one
    that agrees with it, else the one that is more like it in all but the value.
    """
    if _partnered(a, b, beside_b) and _partnered(b, a, beside_a):
        return True
    here = unvalued(a, b)
    return any(_rivals(other, b, here, beside_b) for other in beside_a if another(other, a)) or any(
        _rivals(other, a, here, beside_a) for other in beside_b if another(other, b)
    )


def _partnered(view: View, rival: View, beside: Sequence[View]) -> bool:
    """Whether the other article has the same figure, too."""
    return any(one is not rival and key(one.claim) == key(view.claim) and one_number(view, one) for one in beside)


def another(other: View, view: View) -> bool:
    """Whether an article counts something else there, not one thing told twice."""
    if other is view or agrees(other, view):
        return False
    told = other.claim.topic in TOLLS and other.roles == view.roles and other.some == view.some
    apart = other.claim.evidence.sentence_start != view.claim.evidence.sentence_start
    twice = told and apart and other.place == view.place == "alone" and other.window == view.window
    return not twice and _same_document(other, view) is not None


def _rivals(other: View, across: View, here: float, beside: Sequence[View]) -> bool:
    """Whether another claim of the same article answers the one across better, and has no partner of its own."""
    if key(other.claim) != key(across.claim):
        return False
    if not divided(other) and not all(map(_fits, other.roles, across.roles)):
        return False
    if any(view is not across and one_number(other, view) for view in beside):
        return False
    if one_number(other, across):
        return divided(other) or unvalued(other, across) > here - PARTNER
    return unvalued(other, across) > here + PARTNER
