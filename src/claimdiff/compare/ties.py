"""Which claims of a large question may be of one event: those whose articles share heavy words within a window.

Articles stand in the order in which they came out, each word with those that it is heavy in, by the country that
their claims lie in. An article looks at those behind it that share words with it: linear in articles and words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from claimdiff.compare.quick import Glance, glance
from claimdiff.compare.sameness import EVENT_WINDOW, PATIENCE, same_event
from claimdiff.compare.views import View

TELLING = 64
CROWD, LOOKS, MANY = 24, 8, 2048
LISTED = 64
Pair = tuple[int, int]
Posted = dict[int, list[int]]
NOWHERE = 0


class Entry(NamedTuple):
    """The claims of one article that lie in one country, by their positions; the day it came out, 0 if unknown."""

    day: float
    first: int
    country: int
    inside: tuple[int, ...]


def entries(block: Sequence[View]) -> list[Entry]:
    """The claims of a block by articles and countries, in the order in which the articles came out."""
    countries: dict[str | None, int] = {None: NOWHERE}
    found: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for n, view in enumerate(block):
        where = countries.setdefault(view.heads[2], len(countries))
        found[view.about.number, where].append(n)
    days = (span.low if (span := block[inside[0]].published) else 0.0 for inside in found.values())
    made = zip(days, found.items(), strict=True)
    return sorted(Entry(day, inside[0], where, tuple(inside[:LISTED])) for day, ((_, where), inside) in made)


def ties(block: Sequence[View]) -> Iterator[tuple[Entry, Entry]]:
    """Two entries each that tell of one event and have claims that may be held against each other."""
    ordered = entries(block)
    may = glance(block[0])
    many = len(ordered) > MANY
    for entry, near in _near(block, ordered):
        beside = near.most_common(LOOKS) if many else near.items()
        for at, _ in beside:
            other = ordered[at]
            if _hopeful(block, entry, other, may) and same_event(block[entry.first], block[other.first]):
                yield entry, other


def figured(block: Sequence[View]) -> Iterator[Pair]:
    """Positions of claims of one telling number that lie in two countries and are of one event; each with the next."""
    said: defaultdict[float, list[int]] = defaultdict(list)
    for n, view in enumerate(block):
        if view.figure is not None:
            said[view.figure].append(n)
    for inside in said.values():
        for at, n in enumerate(inside):
            for other in inside[at + 1 : at + 1 + CROWD]:
                a, b = block[n], block[other]
                if a.heads[2] != b.heads[2] and same_event(a, b):
                    yield n, other


def _near(block: Sequence[View], ordered: Sequence[Entry]) -> Iterator[tuple[Entry, Counter[int]]]:
    """Each entry with the places of those behind it in its country, or nowhere, that share heavy words with it."""
    days = [entry.day for entry in ordered]
    window = EVENT_WINDOW * (1 + PATIENCE * block[0].weights.chosen)
    groups: dict[int, list[int]] = {NOWHERE: []}
    for at, entry in enumerate(ordered):
        groups.setdefault(entry.country, []).append(at)
    lost: Posted = {}
    for country, places in groups.items():
        stems = [block[ordered[at].first].about.stems[:TELLING] for at in places]
        posted = _posted(places, stems)
        for at, own in zip(places, stems, strict=True):
            first, last = _window(days, at, window)
            here = (_between(posted[stem], at + 1, last) for stem in own if stem in posted)
            away = (_between(lost[stem], first, last) for stem in own if stem in lost)
            yield ordered[at], Counter(chain(chain.from_iterable(here), chain.from_iterable(away)))
        lost = lost if country else _posted(places, stems, 1)


def _posted(places: Sequence[int], stems: Sequence[Sequence[int]], least: int = 2) -> Posted:
    """The places of the entries that a stem is heavy in, if they are so many."""
    posted: defaultdict[int, list[int]] = defaultdict(list)
    for at, own in zip(places, stems, strict=True):
        for stem in own:
            posted[stem].append(at)
    return {stem: found for stem, found in posted.items() if len(found) >= least}


def _window(days: Sequence[float], at: int, window: float) -> tuple[int, int]:
    """The places of the entries within so many days of one; those that nobody dated are near all."""
    day = days[at]
    if not day:
        return 0, len(days)
    return (bisect_left(days, day - window) if days[0] else 0), bisect_left(days, day + window)


def _between(places: Sequence[int], first: int, last: int) -> Sequence[int]:
    """The places from one to another, of the many that share a stem the first."""
    start = bisect_left(places, first)
    return places[start : min(bisect_left(places, last, start), start + CROWD)]


def _hopeful(block: Sequence[View], entry: Entry, other: Entry, may: Glance) -> bool:
    """Whether two entries have claims that may be held against each other."""
    if may(block[entry.first], block[other.first]):
        return True
    if len(entry.inside) == len(other.inside) == 1:
        return False
    return any(may(block[i], block[j]) for i in entry.inside for j in other.inside)
