"""Which documents of a store tell of one event, found once for all of its questions.

Documents stand in the order in which they came out, each stem with those that it is heavy in. A document looks back at
those within the window of an event that share stems with it, the undated ones among them: how alike they are is summed
up stem by stem, at the cost of the places where stems meet, never of all pairs.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
# How many of the documents that share a stem are looked back at, the latest first.
CROWD = 512
# How many documents are looked at in one go.
STEP = 8192
# Wider than any span of days in a store.
EVER = 1e7
UNDATED = float("inf")
Row = tuple[Sequence[int], Sequence[float]]
NOBODY, UNLIKE, NOSTEMS = np.array([], np.int64), np.array([], np.float64), np.array([], np.uint32)


class Paper(NamedTuple):
    """A document by the day it came out (``UNDATED`` if unknown), with its heaviest stems and their weights."""

    day: float
    stems: array[int]
    weights: array[float]


class Posts(NamedTuple):
    """Where stems meet documents, by documents: for each the earlier ones that share the stem, as a run of ``docs``.

    ``first`` is where each document's stems begin; ``low`` and ``high`` bound the run of each stem.
    """

    docs: Ints
    weights: Floats
    own: Floats
    first: list[int]
    low: Ints
    high: Ints


class Graph:
    """Which documents are tied, and how alike they are, by their numbers in the order in which they came out.

    ``others`` and ``likes`` hold for each document those before it that it is tied to, from ``first`` of its number on.
    """

    def __init__(self, days: Sequence[float], window: float, rows: Iterable[Row]) -> None:
        self.days, self.window = days, window
        self.first, self.others, self.likes = array("Q", [0]), array("I"), array("d")
        for others, likes in rows:
            self.others.extend(others)
            self.likes.extend(likes)
            self.first.append(len(self.others))

    def tied(self, a: int, b: int) -> bool | None:
        """Whether two documents are tied; None where they came out too far apart for anyone to have looked."""
        first, last = (a, b) if a < b else (b, a)
        if self.days[last] - self.days[first] > self.window and self.days[last] != UNDATED:
            return None
        return self._at(first, last) is not None

    def like(self, a: int, b: int) -> float | None:
        """How alike two documents are; None where nobody has looked or nothing ties them."""
        at = self._at(a, b) if a < b else self._at(b, a)
        return None if at is None else self.likes[at]

    def _at(self, first: int, last: int) -> int | None:
        end = self.first[last + 1]
        at = bisect_left(self.others, first, self.first[last], end)
        return at if at < end and self.others[at] == first else None


def overlaps(papers: Sequence[Paper], window: float, least: float) -> Iterator[tuple[Ints, Floats]]:
    """For each paper those before it, by their positions, whose products of shared stems come to ``least``; these sums.

    ``papers`` are sorted by day, the undated last: they look back at all, others ``window`` days.
    """
    days = [paper.day for paper in papers]
    for start in range(0, len(papers), STEP):
        back = start - STEP if days[start] == UNDATED else bisect_left(days, days[start] - window)
        base = min(max(back, 0), start)
        posts = _posts(papers[base : start + STEP], window)
        for bounds in islice(pairwise(posts.first), start - base, None):
            others, sums = _sums(posts, slice(*bounds), least)
            yield others + base, sums


def _sums(posts: Posts, own: slice, least: float) -> tuple[Ints, Floats]:
    """The documents whose stems meet the runs of one document often enough, and the sums of the products."""
    low, high = posts.low[own], posts.high[own]
    runs = [slice(*bounds) for bounds in zip(low.tolist(), high.tolist(), strict=True)]
    others: Ints = np.concatenate([NOBODY, *(posts.docs[run] for run in runs)])
    if not len(others):
        return NOBODY, UNLIKE
    weights: Floats = np.concatenate([posts.weights[run] for run in runs])
    weights *= np.repeat(posts.own[own], high - low)
    base = int(others.min())
    sums: Floats = np.bincount(others - base, weights).astype(np.float64, copy=False)
    told: Ints = np.flatnonzero(sums >= least)
    return told + base, sums[told]


def _posts(papers: Sequence[Paper], window: float) -> Posts:
    """The runs of earlier documents for each stem of each document."""
    lengths = [len(paper.stems) for paper in papers]
    stems = np.concatenate([NOSTEMS, *(np.frombuffer(paper.stems, np.uint32) for paper in papers if paper.stems)])
    own = np.concatenate([UNLIKE, *(np.frombuffer(paper.weights) for paper in papers if paper.stems)])
    docs = np.repeat(np.arange(len(papers)), lengths)
    order = np.argsort(stems, kind="stable")
    days = np.array([paper.day for paper in papers])[docs[order]]
    low, high = _runs(stems[order], days, window)
    back = np.empty(len(order), np.int64)
    back[order] = np.arange(len(order))
    first = [0, *np.cumsum(lengths).tolist()]
    return Posts(docs[order], own[order], own, first, low[back], high[back])


def _runs(stems: NDArray[np.uint32], days: Floats, window: float) -> tuple[Ints, Ints]:
    """For each place in the order of stems and days the run of the same stem before it that lies in the window."""
    new = np.concatenate((np.ones(min(1, len(stems)), bool), stems[1:] != stems[:-1]))
    start = np.flatnonzero(new)[np.cumsum(new) - 1]
    key = np.cumsum(new) * EVER + np.minimum(days, EVER / 2)
    here = np.arange(len(stems), dtype=np.int64)
    low: Ints = np.where(days == UNDATED, start, np.maximum(start, np.searchsorted(key, key - window)))
    return np.maximum(low, here - CROWD), here
