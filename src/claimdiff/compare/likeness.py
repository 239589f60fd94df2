"""How likely two unlike values of two articles answer one question: a sum of weighted features.

The weights stand in ``likeness.toml``; a feature is a small number that a person can check.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from math import floor, log

from claimdiff.compare import dates, intervals
from claimdiff.compare.dynamics import explained
from claimdiff.compare.hints import slipped
from claimdiff.compare.keys import ABOARD, key
from claimdiff.compare.sameness import HAND, abroad, placed
from claimdiff.compare.views import Roles, View

Feature = tuple[str, float]

FAMILIAR = 0.4
NEARLY, DAYS_APART, FOUGHT = 1.0, 1.5, 1.5
ALIKE, FORTNIGHT, SAME_DAY, FAR, REMOTE, FARTHEST = 0.25, 14.0, 0.75, 3.0, 10.0, 20.0
SHARED_FIGURES = 2
VAGUE, GUESSED = 0.5, 0.3
ROLES = ("actor", "target")
VALUED = frozenset(("slip", "vague", "bound"))

# Counts that are split among parties, candidates, options: only the words beside them tell which.
DIVIDED = frozenset(("votes", "seats", "turnout", "price", "population"))
RESULTS = frozenset(("votes", "seats"))
# Levels that one article has one figure of.
STANDING = frozenset(("troops", "bases", "presence", "population", "hostages"))
# Counts that recur with every operation.
RECURRING = frozenset(("weapons", "arrested", "attacks", "protesters", "price", "magnitude", "depth"))


@cache
def table() -> tuple[float, dict[str, float]]:
    said = tomllib.loads(resources.files(__package__).joinpath("likeness.toml").read_text("utf-8"))
    return float(said["needed"]), {name: float(weight) for name, weight in said["weights"].items()}


def needed(a: View, b: View) -> float:
    """The likeness from which on two values are held against each other; less where they nearly meet.

    Less as well where time explains them, in a few articles that somebody put together.
    """
    nearly = intervals.meet(a.measure, b.measure, stretch=True) or (a.weights.chosen > HAND and explained(a, b))
    return table()[0] - (NEARLY if nearly else 0.0)


def likeness(a: View, b: View) -> float:
    """What speaks for one question less what speaks against it, in log odds."""
    return sum(amount for _, amount in weighed(a, b))


def unvalued(a: View, b: View) -> float:
    """The likeness of all but the values."""
    return sum(amount for name, amount in weighed(a, b) if name not in VALUED)


def weighed(a: View, b: View) -> list[Feature]:
    """Each feature that two claims have with what it adds."""
    weights = table()[1]
    return [(name, weights[name] * amount) for name, amount in features(a, b) if amount]


def features(a: View, b: View) -> Iterator[Feature]:
    """All features with their amounts, most between 0 and 1."""
    yield from _start(a)
    yield from _articles(a, b)
    yield from _said(a, b)
    yield from _values(a, b)
    yield from _slips(a, b)
    yield from roles(a, b)
    yield from times(a, b)
    yield from _kinds(a, b)


def _start(a: View) -> Iterator[Feature]:
    yield "start", 1.0
    yield "chosen", a.weights.chosen


def alike(a: View, b: View) -> float:
    """How many words two sentences share, beside the values or anywhere, from 0 to 1."""
    return max(a.weights.shared(a.near, b.near), a.weights.shared(a.words, b.words))


def far(a: View, b: View) -> bool:
    """Whether two values lie so far apart that they rather count two things."""
    return (intervals.ratio(a.measure, b.measure) or FARTHEST) > FAR


def divided(view: View) -> bool:
    """Whether a count is one of many that an article lists."""
    lengths = view.claim.kind == "duration" and view.claim.topic != "presence"
    return view.claim.topic in DIVIDED or view.claim.kind == "share" or lengths


def _articles(a: View, b: View) -> Iterator[Feature]:
    yield "event", min(1.0, a.about.like(b.about) / ALIKE)
    yield "figures", min(SHARED_FIGURES, len(a.about.figures & b.about.figures)) / SHARED_FIGURES
    yield "lead", float(first(a, b))
    yield "only", float(a.only and b.only)


def first(a: View, b: View) -> bool:
    """Whether both values open their articles; the first of several results is that of any candidate."""
    return a.lead and b.lead and (a.claim.topic not in RESULTS or (a.only and b.only))


def _said(a: View, b: View) -> Iterator[Feature]:
    near, words = a.weights.shared(a.near, b.near), a.weights.shared(a.words, b.words)
    yield "near", near
    yield "words", words
    yield "beside", float(bool(a.beside & b.beside))
    if divided(a):
        yield "divided", 1.0 - FAMILIAR * a.weights.chosen
        yield "divided_words", max(near, words)
        yield "named", float(not a.signs.isdisjoint(b.signs))


def _values(a: View, b: View) -> Iterator[Feature]:
    ratio = intervals.ratio(a.measure, b.measure) or FARTHEST
    exact = min(a.measure.exactness, b.measure.exactness)
    crowd = GUESSED if guessed(a, b) else 1.0
    yield "distance", crowd * log(min(max(ratio, 1.0), FARTHEST))
    yield "far", crowd * (float(far(a, b)) + float(ratio >= REMOTE))
    yield "vague", float(exact < VAGUE and not intervals.meet(a.measure, b.measure, stretch=True))
    yield "bound", float(VAGUE <= exact < intervals.FIRM)


def unknown(view: View) -> bool:
    """Whether no topic knows what a count is of; those on board are known all the same."""
    return view.claim.topic == "other" and key(view.claim)[-1] != ABOARD


def guessed(a: View, b: View) -> bool:
    """Whether two counts are of a crowd, which those who called it and the police put far apart."""
    return a.claim.topic == "protesters" and a.weights.chosen > HAND and a.only and b.only


def _slips(a: View, b: View) -> Iterator[Feature]:
    yield "slip", float(slipped(a.claim.value, b.claim.value))


def roles(a: View, b: View) -> Iterator[Feature]:
    """What the roles of two claims have in common, as far as their articles let them be held against each other."""
    if a.weights.chosen <= HAND:
        left, right = retold(a, b)
        return rolled(left, right, left[2], right[2], a.claim.topic in STANDING)
    x, y = (a.roles[2], b.roles[2]) if abroad(a, b) else placed(a, b)
    return rolled(a.roles, b.roles, x, y, a.claim.topic in STANDING)


def retold(a: View, b: View) -> tuple[Roles, Roles]:
    """The roles of two claims; of one stated time with the towns that their articles tell of, where they are one."""
    timed = a.own is not None and b.own is not None and dates.meets(a.own, b.own)
    return (a.where, b.where) if timed and a.where[2] == b.where[2] else (a.roles, b.roles)


def rolled(a: Roles, b: Roles, here: str | None, there: str | None, standing: bool) -> Iterator[Feature]:
    """What roles have in common, with the two places that count."""
    for name, x, y in zip(ROLES, a[:2], b[:2], strict=True):
        if x is not None and y is not None:
            yield (name if x == y else f"{name}_apart"), 1.0
        elif x != y:
            yield f"{name}_one", 1.0
    yield from _places(here, there)
    owned = any(x is not None and x == y for x, y in zip(a[:2], b[:2], strict=True))
    yield "standing", float(standing and owned and a[2] == b[2] is not None)


def _places(x: str | None, y: str | None) -> Iterator[Feature]:
    if x is None or y is None:
        yield "place_one", float(x != y)
    elif x == y:
        yield "place", 1.0
        yield "town", float("/" in x)
    elif x.split("/")[0] != y.split("/")[0]:
        yield "country_apart", 1.0
    else:
        yield ("place_apart" if "/" in x and "/" in y else "place_inside"), 1.0


def times(a: View, b: View) -> Iterator[Feature]:
    if a.published and b.published:
        gap = dates.gap(a.published, b.published)
        yield "day", float(gap < SAME_DAY)
        yield "weeks", min(1.0, gap / FORTNIGHT)
    left, right = (view.own or view.published for view in (a, b))
    gap = dates.gap(left, right) if left and right and left.cyclic == right.cyclic else 0.0
    if a.own and b.own and dates.meets(a.own, b.own):
        yield "time", float(not a.window and not b.window)
    elif (a.own and b.own) or _ahead(a, b) or _ahead(b, a) or (gap > DAYS_APART and _fought(a, b)):
        yield "time_apart", _apart(a, b)
    else:
        yield "time_one", float(a.own is not b.own and not (_today(a, b) or _today(b, a)))


def _ahead(a: View, b: View) -> bool:
    """Whether one is of a day when the other's paper was out for long."""
    known = a.own is not None and b.published is not None and not a.own.cyclic
    return known and a.own.low > b.published.high + DAYS_APART  # type: ignore[union-attr]


def _fought(a: View, b: View) -> bool:
    return bool(a.own or b.own) and (a.about.fought or b.about.fought)


def _today(a: View, b: View) -> bool:
    """Whether a stated day is that of the other's paper, which need not say so."""
    if a.own is None or b.published is None or a.own.cyclic:
        return False
    return floor(b.published.low) == a.own.low == a.own.high


def _apart(a: View, b: View) -> float:
    """How much stated times that don't meet say: of a count that adds up little, unless each day has its own."""
    if a.dynamics != "cumulative":
        return 1.0
    return FOUGHT if a.about.fought or b.about.fought else 0.5


def _kinds(a: View, b: View) -> Iterator[Feature]:
    yield "window", float(a.window != b.window)
    yield "part", float(a.place != b.place)
    yield "some", float(a.some != b.some)
    yield "interim", float((a.interim or b.interim) and a.claim.topic != "turnout")
    yield "recurring", float(a.claim.topic in RECURRING)
    yield "other", (1.0 - FAMILIAR * a.weights.chosen) * unknown(a)
