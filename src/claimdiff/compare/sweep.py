"""Which pairs of a question to judge: all of a small one, else each claim against the extremes near it.

A claim clashes with some other exactly where it clashes with one whose value lies farthest below or above
it among those that its time lets it meet: the days before, its own day, the days after, the undated. Two of
each extreme are taken, from two documents, since claims of one document are rarely held against each other.
Pairs are linear in claims, time is n log n.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from claimdiff.compare.sameness import EVENT_WINDOW, LEVEL_WINDOW, PATIENCE
from claimdiff.compare.views import View

Pair = tuple[int, int]
Best = tuple[int, ...]
SMALL = 128
FOREVER = float("inf")
_WINDOWS = {"level": float(LEVEL_WINDOW), "event": float(EVENT_WINDOW)}

ORDERS: tuple[Callable[[View], float], ...] = (
    lambda view: view.measure.plain.high,
    lambda view: -view.measure.plain.low,
    lambda view: view.measure.stretched.high,
    lambda view: -view.measure.stretched.low,
)


class Extremes:
    """The two least by ``order``, of two documents, in any run of views: a sparse table."""

    def __init__(self, views: Sequence[View], order: Callable[[View], float]) -> None:
        self.views = views
        self.rank = [(order(view), n) for n, view in enumerate(views)]
        self.levels: list[list[Best]] = [[(n,) for n in range(len(views))]]
        width = 1
        while 2 * width <= len(views):
            last = self.levels[-1]
            both = range(len(views) - 2 * width + 1)
            self.levels.append([self.merge(last[n], last[n + width]) for n in both])
            width *= 2

    def between(self, start: int, end: int) -> Best:
        """The extremes of ``views[start:end]``, none where it is empty."""
        if start >= end:
            return ()
        level = (end - start).bit_length() - 1
        row = self.levels[level]
        return self.merge(row[start], row[end - (1 << level)])

    def merge(self, left: Best, right: Best) -> Best:
        """The two least of both; the second from another document than the first."""
        ordered = sorted({*left, *right}, key=self.rank.__getitem__)
        doc = self.views[ordered[0]].claim.source.doc
        rest = (n for n in ordered[1:] if self.views[n].claim.source.doc != doc)
        return (ordered[0], *(n for n in [next(rest, None)] if n is not None))


def pairs(views: Sequence[View], small: int = SMALL) -> Iterator[Pair]:
    """Pairs of positions to judge, each once, smaller first."""
    if len(views) <= small:
        yield from combinations(range(len(views)), 2)
    else:
        yield from sorted(_witnesses(views))


def _witnesses(views: Sequence[View]) -> set[Pair]:
    dated = sorted((n for n, view in enumerate(views) if day(view) is not None), key=lambda n: _key(views[n]))
    undated = [n for n, view in enumerate(views) if day(view) is None]
    found: set[Pair] = set()
    inside = [views[n] for n in dated]
    for order in ORDERS:
        table = Extremes(inside, order)
        for at, best in _in_time(inside, table):
            found.update(_pair(dated[at], dated[n]) for n in best if n != at)
        found |= _across(views, undated, dated, order)
    return found


def _in_time(inside: Sequence[View], table: Extremes) -> Iterator[tuple[int, Best]]:
    """For each view the extremes of the days before it, of its day and of the days after it."""
    days = [_key(view) for view in inside]
    window = _WINDOWS.get(inside[0].dynamics, FOREVER) if inside else FOREVER
    if inside and inside[0].dynamics == "event":
        window *= 1 + PATIENCE * inside[0].weights.chosen
    for at, today in enumerate(days):
        first, last = bisect_left(days, today), bisect_right(days, today)
        yield at, table.between(bisect_left(days, today - window), first)
        yield at, table.between(first, last)
        yield at, table.between(last, bisect_right(days, today + window))


def _across(
    views: Sequence[View], undated: Sequence[int], dated: Sequence[int], order: Callable[[View], float]
) -> set[Pair]:
    """The undated against the extremes of both kinds, the dated against those of the undated."""
    found: set[Pair] = set()
    for some, others in ((undated, undated), (undated, dated), (dated, undated)):
        table = Extremes([views[n] for n in others], order)
        best = [others[n] for n in table.between(0, len(others))]
        found.update(_pair(i, j) for i in some for j in best if i != j)
    return found


def _pair(i: int, j: int) -> Pair:
    return (i, j) if i < j else (j, i)


def _key(view: View) -> float:
    found = day(view)
    return found if found is not None else -FOREVER


def day(view: View) -> float | None:
    """The day that orders a view: the time it states, of a cumulative count the paper's; None if unknown."""
    own = view.own if view.dynamics != "cumulative" and view.own and not view.own.cyclic else None
    span = own or view.published
    return float(int(span.low)) if span and abs(span.low) != FOREVER else None
