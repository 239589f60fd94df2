"""Which documents of a large store tell of one event: all that ``sameness.same_event`` ties within its window."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Sequence

from claimdiff.compare import dates
from claimdiff.compare.about import About
from claimdiff.compare.events import UNDATED, Graph, Paper, overlaps
from claimdiff.compare.sameness import EVENT_WINDOW, NEWS, PATIENCE, SHARED_FIGURES, SOON, TIED


def graph(abouts: Collection[About]) -> Graph:
    """The ties of all documents of a store, which stand in the order in which they came out."""
    ordered = list(abouts)
    window = EVENT_WINDOW * (1 + PATIENCE * ordered[0].shared.weights.chosen)
    days = [span.low if (span := _published(about)) else UNDATED for about in ordered]
    return Graph(days, window, _rows(ordered, days, window))


def _rows(ordered: Sequence[About], days: Sequence[float], window: float) -> Iterator[tuple[list[int], list[float]]]:
    """For each document those before it that it is tied to, and how alike they are: by words, by figures."""
    needed = TIED * (1 - ordered[0].shared.weights.chosen)
    ends = [span.high if (span := _published(about)) else UNDATED for about in ordered]
    told = [Paper(day, *about.signature) for day, about in zip(days, ordered, strict=True)]
    worded = overlaps(told, window, NEWS * needed)
    figured = overlaps(_figured(ordered, days), window, SHARED_FIGURES)
    for about, day, (others, likes), (same, _) in zip(ordered, days, worded, figured, strict=True):
        near = zip(others.tolist(), likes.tolist(), strict=True)
        row = {at: like for at, like in near if like >= needed or ends[at] >= day - SOON}
        row |= {at: about.like(ordered[at]) for at in same.tolist() if at not in row}
        yield sorted(row), [row[at] for at in sorted(row)]


def _figured(ordered: Sequence[About], days: Sequence[float]) -> list[Paper]:
    """The documents with their telling figures in the place of words."""
    known: dict[tuple[str, float], int] = {}
    made = []
    for about, day in zip(ordered, days, strict=True):
        marks = array("I", sorted(known.setdefault(figure, len(known)) for figure in about.figures))
        made.append(Paper(day, marks, array("d", [1.0]) * len(marks)))
    return made


def _published(about: About) -> dates.Span | None:
    return dates.published(about.claims[0].source.published)
