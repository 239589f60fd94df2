"""What two claims have in common, whatever they count: number, figure, event, roles."""

from __future__ import annotations

from claimdiff.compare import dates, intervals
from claimdiff.compare.views import Roles, View

# In a few articles that somebody put together one event may be told for longer.
EVENT_WINDOW, PATIENCE = 45, 4
LEVEL_WINDOW = 180
TIED, SOON, NEWS = 0.06, 2.0, 0.6
SHARED_FIGURES = 2
# A store is one that somebody put together where it has no more documents than this share of many.
HAND = 0.5

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


def compatible(a: Roles, b: Roles) -> bool:
    """Whether no two stated roles differ; a city is not its country."""
    return all(x is None or y is None or x == y for x, y in zip(a, b, strict=True))


def fits(x: str | None, y: str | None) -> bool:
    return x is None or y is None or x == y or x.startswith(f"{y}/") or y.startswith(f"{x}/")


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
    return a.figure is not None and a.figure == b.figure
