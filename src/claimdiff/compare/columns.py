"""A large question by columns: which pairs of its claims are worth a look, found for all of them at once.

What ``quick.glance`` tells of two claims is told here of arrays of pairs; ``nearest`` keeps for each claim the few that
are likeliest to answer the same, of the many that a very large question offers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from claimdiff.compare.events import Graph
from claimdiff.compare.quick import reach
from claimdiff.compare.views import View

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Most = tuple[int, int]
# Claims of one document that are looked at; pairs that are held at once.
LISTED, HELD = 64, 1_000_000
ALIKE, FARTHEST = 0.25, 20.0


class Columns:
    """The claims of a block: the numbers of their documents, heads, figures and intervals."""

    def __init__(self, block: Sequence[View], graph: Graph) -> None:
        self.graph = graph
        ids: dict[str | None, int] = {None: 0}
        heads = [[ids.setdefault(head, len(ids)) for head in view.heads] for view in block]
        self.heads = np.array(heads, np.int32).T
        self.figure = np.array([np.nan if view.figure is None else view.figure for view in block])
        self.low = np.array([view.measure.plain.low for view in block])
        self.high = np.array([view.measure.plain.high for view in block])
        self.cyclic = np.array([view.measure.cyclic for view in block])
        self.reach = reach(block[0])
        self.homes: dict[int, list[int]] = {}
        for n, view in enumerate(block):
            self.homes.setdefault(view.about.number, []).append(n)
        self._members()

    def _members(self) -> None:
        """The claims by documents, the first of each: ``members`` from ``first`` on, ``many`` of each document."""
        self.docs = np.array(sorted(self.homes), np.int64)
        inside = [self.homes[doc][:LISTED] for doc in sorted(self.homes)]
        self.members = np.array(list(chain.from_iterable(inside)), np.int64)
        self.many = np.array([len(some) for some in inside], np.int64)
        self.first = np.concatenate(([0], np.cumsum(self.many)[:-1]))

    def may(self, i: Ints, j: Ints) -> Bools:
        """Which of these pairs may be held against each other."""
        if self.reach is None:
            return np.ones(len(i), bool)
        apart = np.zeros(len(i), bool)
        for heads in self.heads:
            here, there = heads[i], heads[j]
            apart |= (here != there) & (here != 0) & (there != 0)
        near = (self.low[i] <= self.high[j] + self.reach) & (self.low[j] <= self.high[i] + self.reach)
        found: Bools = (~apart | (self.figure[i] == self.figure[j])) & (near | self.cyclic[i] | self.cyclic[j])
        return found

    def tied(self) -> Iterator[tuple[Ints, Ints, Floats]]:
        """Two documents each that are tied, by their places in ``docs``, and how alike they are, part by part."""
        others, likes = np.frombuffer(self.graph.others, np.uint32), np.frombuffer(self.graph.likes)
        first = np.array(self.graph.first, np.int64)
        place = np.full(len(first), -1, np.int64)
        place[self.docs] = np.arange(len(self.docs))
        start, length = first[self.docs], first[self.docs + 1] - first[self.docs]
        for part in _parts(length):
            at = _runs(start[part], length[part])
            left, right = np.repeat(np.arange(part.start, part.stop), length[part]), place[others[at]]
            here = right >= 0
            yield left[here], right[here], likes[at][here]

    def pairs(self, left: Ints, right: Ints, likes: Floats, most: Most | None) -> Iterator[tuple[Ints, Ints]]:
        """The pairs of claims of tied documents that may be held against each other, smaller first, part by part."""
        sizes = self.many[left] * self.many[right]
        for part in _parts(sizes):
            x, y = (np.repeat(ends[part], sizes[part]) for ends in (left, right))
            at = _runs(np.zeros(part.stop - part.start, np.int64), sizes[part])
            i = self.members[self.first[x] + at // self.many[y]]
            j = self.members[self.first[y] + at % self.many[y]]
            may = self.may(i, j)
            i, j = i[may], j[may]
            if most is not None:
                kept = self.nearest(i, j, np.repeat(likes[part], sizes[part])[may], most)
                i, j = i[kept], j[kept]
            yield np.minimum(i, j), np.maximum(i, j)

    def nearest(self, i: Ints, j: Ints, likes: Floats, most: Most) -> Bools:
        """Which pairs are among the likeliest of their first claim, of those that agree and of those that don't."""
        meet = (self.low[i] <= self.high[j]) & (self.low[j] <= self.high[i])
        order = np.lexsort((j, -self.likely(i, j, likes), meet, i))
        group = i[order] * 2 + meet[order]
        new = np.concatenate((np.ones(min(1, len(group)), bool), group[1:] != group[:-1]))
        rank = np.arange(len(group)) - np.flatnonzero(new)[np.cumsum(new) - 1]
        kept = np.zeros(len(i), bool)
        kept[order] = rank < np.array(most)[meet[order].astype(int)]
        return kept

    def likely(self, i: Ints, j: Ints, likes: Floats) -> Floats:
        """How likely two claims answer one question by what columns know: alike articles, near values, equal roles."""
        low, high = np.maximum(self.low[i], self.low[j]), np.minimum(self.high[i], self.high[j])
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = np.where(high > 0, low / high, FARTHEST)
        found: Floats = np.minimum(likes / ALIKE, 1.0) - np.log(np.clip(np.nan_to_num(ratio, nan=1.0), 1.0, FARTHEST))
        for heads in self.heads:
            found += 0.5 * ((heads[i] == heads[j]) & (heads[i] != 0))
        return found


def _runs(start: Ints, length: Ints) -> Ints:
    """The numbers of several runs, one run behind the other."""
    ends = np.cumsum(length)
    found: Ints = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(start - (ends - length), length)
    return found


def _parts(sizes: Ints) -> Iterator[slice]:
    """Slices of about as many as may be held at once."""
    ends = np.cumsum(sizes)
    at = 0
    while at < len(sizes):
        done = int(ends[at - 1]) if at else 0
        stop = max(at + 1, int(np.searchsorted(ends, done + HELD, "right")))
        yield slice(at, stop)
        at = stop
