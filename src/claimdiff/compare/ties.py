"""Which documents of a store tell of one event: all that ``sameness.same_event`` ties within the window of an event."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from claimdiff.compare import dates
from claimdiff.compare.about import About
from claimdiff.compare.events import UNDATED, Graph, Paper, overlaps
from claimdiff.compare.sameness import EVENT_WINDOW, NEWS, PATIENCE, SHARED_FIGURES, SOON, TIED

Row = dict[int, float]


class Told(NamedTuple):
    """When a document came out, as days, and what it is about."""

    low: float
    number: int
    high: float
    about: About


def graph(abouts: Iterable[About]) -> Graph:
    """The ties of all documents of a store."""
    ordered = sorted(map(_told, abouts), key=lambda told: told[:2])
    window = EVENT_WINDOW * (1 + PATIENCE * ordered[0].about.shared.weights.chosen)
    papers = [Paper(told.low, told.number, *told.about.signature) for told in ordered]
    return Graph(papers, window, _rows(ordered, papers, window))


def _rows(ordered: Sequence[Told], papers: Sequence[Paper], window: float) -> Iterator[tuple[list[int], list[float]]]:
    """For each document those before it that it is tied to, and how alike they are: by words, by figures."""
    needed = TIED * (1 - ordered[0].about.shared.weights.chosen)
    worded = overlaps(papers, window, NEWS * needed)
    figured = overlaps(_figured(ordered), window, SHARED_FIGURES)
    for told, (others, likes), (same, _) in zip(ordered, worded, figured, strict=True):
        row = dict(zip(others.tolist(), likes.tolist(), strict=True))
        soon = told.low - SOON
        row = {at: like for at, like in row.items() if like >= needed or ordered[at].high >= soon}
        row |= {at: told.about.like(ordered[at].about) for at in same.tolist() if at not in row}
        yield sorted(row), [row[at] for at in sorted(row)]


def _figured(ordered: Sequence[Told]) -> list[Paper]:
    """The documents with their telling figures in the place of words."""
    numbers = count()
    known: dict[tuple[str, float], int] = {}
    made = []
    for told in ordered:
        marks = array("I", sorted(known.setdefault(figure, next(numbers)) for figure in told.about.figures))
        made.append(Paper(told.low, told.number, marks, array("d", [1.0]) * len(marks)))
    return made


def _told(about: About) -> Told:
    span = dates.published(about.claims[0].source.published)
    return Told(span.low, about.number, span.high, about) if span else Told(UNDATED, about.number, UNDATED, about)
