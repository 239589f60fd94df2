"""What two claims have in common, whatever they count: number, figure, event, roles."""

from __future__ import annotations

from collections.abc import Sequence

from claimdiff.compare import dates, intervals
from claimdiff.compare.about import pair
from claimdiff.compare.views import View

# In a few articles that somebody put together one event may be told for longer.
EVENT_WINDOW, PATIENCE = 45, 4
LEVEL_WINDOW = 180
# How many days one event makes news in a large store.
FRESH = 21
TIED, SOON, NEWS = 0.06, 3.0, 0.6
SHARED_FIGURES = 2
REMEMBERED = 131_072
# A store is one that somebody put together where it has no more documents than this share of many.
HAND = 0.5
STORY = 0.055

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
# What a country has wherever it is told: its money and its rates.
OWNED = frozenset(
    (
        "budget",
        "debt",
        "trade",
        "losses",
        "investment",
        "inflation",
        "growth",
        "unemployment",
        "production",
        "reserves",
        "population",
    )
)
# Dates and lengths of time that only place an announcement: they are not held against each other.
PASSING = frozenset(("statement", "other", "talks", "visit"))


def compatible(a: Sequence[str | None], b: Sequence[str | None]) -> bool:
    """Whether no two stated roles differ; a city is not its country."""
    for x, y in zip(a, b, strict=True):  # noqa: SIM110
        if x is not y and x is not None and y is not None and x != y:
            return False
    return True


def one_story(a: View, b: View) -> bool:
    """Whether two of a few articles that somebody put together tell one story."""
    return a.weights.chosen > HAND and a.about.like(b.about) >= STORY


def placed(a: View, b: View) -> tuple[str | None, str | None]:
    """The places of two claims; in a few articles one that only tells where its whole article lies is none.

    A country that holds the other's town still is one: a count of all of it is not the town's.
    """
    x, y = a.roles[2], b.roles[2]
    if x == y or x is None or y is None or a.weights.chosen <= HAND:
        return x, y
    left, right = _at_home(a) and not y.startswith(f"{x}/"), _at_home(b) and not x.startswith(f"{y}/")
    return (None if left else x), (None if right else y)


def _at_home(view: View) -> bool:
    """Whether a claim's place is that of its article: no word beside it names one, or most claims share it."""
    return "place" in view.claim.subject.inferred or view.about.home == view.roles[2]


def _unplaced(view: View) -> bool:
    """Whether no word beside a value says where."""
    return "place" in view.claim.subject.inferred


def abroad(a: View, b: View) -> bool:
    """Whether two countries are stated; one is none where only the article lies there and one actor is stated.

    The day of an event needs no actor: it is told abroad as well. Nor does what no word places in either of a few
    articles on one story.
    """
    x, y = a.heads[2], b.heads[2]
    if x is None or y is None or x == y:
        return False
    if a.claim.kind == "date" or (_unplaced(a) and _unplaced(b) and one_story(a, b)):
        return None not in placed(a, b)
    owned = a.claim.topic in OWNED and a.roles[0] is not None and a.roles[0] == b.roles[0]
    return not owned or None not in placed(a, b)


def fits(x: str | None, y: str | None) -> bool:
    return x is None or y is None or x == y or x.startswith(f"{y}/") or y.startswith(f"{x}/")


def agrees(a: View, b: View) -> bool:
    """Whether the two values agree, whatever they count."""
    return intervals.agree(a.measure, b.measure)


def two_times(a: View, b: View) -> bool:
    """Whether an article tells a level at two times, both stated: what it was, what it has become."""
    told = a.about is b.about and a.dynamics == "level" and a.claim.kind != "duration"
    return told and a.own is not None and b.own is not None and not dates.meets(a.own, b.own)


def one_number(a: View, b: View) -> bool:
    """Whether both state one number, rounded perhaps; more than a bound that leaves room for the other."""
    stated = a.measure.number is not None and a.measure.number == b.measure.number
    return stated or intervals.rounded(a.measure, b.measure)


def plainly(a: View, b: View) -> bool:
    """Whether two values agree for themselves: one number, one day within the other."""
    return agrees(a, b) and (a.claim.kind == "date" or one_number(a, b))


def same_event(a: View, b: View) -> bool:
    """Whether the two documents tell of one event: the same figures, or telling words enough."""
    x, y = a.about, b.about
    if x is y:
        return True
    graph = x.shared.graph
    if graph is not None and (tied := graph.tied(x.number, y.number)) is not None:
        return tied
    known, mark = x.shared.events, pair(x, y)
    found = known.get(mark)
    if found is None:
        if len(known) >= REMEMBERED:
            known.clear()
        found = known[mark] = _one_event(a, b)
    return found


def _one_event(a: View, b: View) -> bool:
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
    return a.figure is not None and a.figure == b.figure
