"""Which pairs of a question to judge: all of a small one, else each claim against the extremes near it.

A claim clashes with some other exactly where it clashes with one whose value lies farthest below or above
it among those that its time lets it meet: the days before, its own day, the days after, the undated. Two of
each extreme are taken, from two documents, since claims of one document are rarely held against each other.
Pairs are linear in claims, time is n log n.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from claimdiff.compare.sameness import EVENT_WINDOW, LEVEL_WINDOW, PATIENCE
from claimdiff.compare.views import View

Pair = tuple[int, int]
Best = tuple[int, ...]
Order = Callable[[View], float]
SMALL = 128
FOREVER = float("inf")
_WINDOWS = {"level": float(LEVEL_WINDOW), "event": float(EVENT_WINDOW)}

# The first two show every contradiction, the others tensions as well.
ORDERS: tuple[Order, ...] = (
    lambda view: view.measure.stretched.high,
    lambda view: -view.measure.stretched.low,
    lambda view: view.measure.plain.high,
    lambda view: -view.measure.plain.low,
)


class Extremes:
    """The two least by ``order``, of two documents, of the views of any run of days: a sparse table."""

    def __init__(self, views: Sequence[View], days: Sequence[Sequence[int]], order: Order) -> None:
        self.views = views
        self.rank = {n: (order(views[n]), at, n) for at, inside in enumerate(days) for n in inside}
        self.levels: list[list[Best]] = [[self.least(inside) for inside in days]]
        width = 1
        while 2 * width <= len(days):
            last = self.levels[-1]
            both = range(len(days) - 2 * width + 1)
            self.levels.append([self.merge(last[n], last[n + width]) for n in both])
            width *= 2

    def between(self, start: int, end: int) -> Best:
        """The extremes of ``days[start:end]``, none where it is empty."""
        if start >= end:
            return ()
        level = (end - start).bit_length() - 1
        row = self.levels[level]
        return self.merge(row[start], row[end - (1 << level)])

    def merge(self, left: Best, right: Best) -> Best:
        """The two least of both; the second from another document than the first."""
        return self.least({*left, *right})

    def least(self, inside: Collection[int]) -> Best:
        """The least of some positions, and the least of another document."""
        first = min(inside, key=self.rank.__getitem__)
        doc = self.views[first].about
        rest = [n for n in inside if self.views[n].about is not doc]
        return (first, min(rest, key=self.rank.__getitem__)) if rest else (first,)


def pairs(views: Sequence[View]) -> Iterable[Pair]:
    """Pairs of positions to judge, each once, smaller first, those of the widest values before others."""
    return dict.fromkeys(_pair(i, j) for i, best in _beside(views, ORDERS) for j in best if i != j)


def grave(views: Sequence[View]) -> Iterable[Pair]:
    """Fewer pairs, which still show every contradiction of claims that are alike: each with one other document."""
    chosen = (
        (i, next((j for j in best if views[j].about is not views[i].about), i))
        for i, best in _beside(views, ORDERS[:2])
    )
    return dict.fromkeys(_pair(i, j) for i, j in chosen if i != j)


def _beside(views: Sequence[View], orders: Sequence[Order]) -> Iterator[tuple[int, Best]]:
    """Each position with the extremes of the days that it may meet, time by time."""
    by_day: defaultdict[float, list[int]] = defaultdict(list)
    undated: list[int] = []
    for n, view in enumerate(views):
        when = day(view)
        (undated if when is None else by_day[when]).append(n)
    days = sorted(by_day)
    inside = [by_day[when] for when in days]
    window = _WINDOWS.get(views[0].dynamics, FOREVER)
    if views[0].dynamics == "event":
        window *= 1 + PATIENCE * views[0].weights.chosen
    for order in orders:
        dated, rest = Extremes(views, inside, order), Extremes(views, [undated] if undated else [], order)
        aside = rest.between(0, len(rest.levels[0]))
        for at, best in _in_time(days, dated, window):
            yield from ((i, one) for i in inside[at] for one in (best, aside))
        anywhen = dated.between(0, len(days))
        yield from ((i, one) for i in undated for one in (anywhen, aside))


def _in_time(days: Sequence[float], table: Extremes, window: float) -> Iterator[tuple[int, Best]]:
    """For each day the extremes of the days before it, of itself and of the days after it."""
    for at, today in enumerate(days):
        first, last = bisect_left(days, today - window), bisect_right(days, today + window)
        for start, end in ((first, at), (at, at + 1), (at + 1, last)):
            yield at, table.between(start, end)


def _pair(i: int, j: int) -> Pair:
    return (i, j) if i < j else (j, i)


def day(view: View) -> float | None:
    """The day that orders a view: the time it states, of a cumulative count the paper's; None if unknown."""
    own = view.own if view.dynamics != "cumulative" and view.own and not view.own.cyclic else None
    span = own or view.published
    return float(int(span.low)) if span and abs(span.low) != FOREVER else None
