"""Which claims of a large question may be of one event: those whose articles share heavy words within a window.

Articles stand in the order in which they came out, each word with those that it is heavy in, by the country that
their claims lie in. An article looks at those behind it that share words with it: linear in articles and words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from claimdiff.compare.quick import Glance, glance
from claimdiff.compare.sameness import EVENT_WINDOW, PATIENCE, same_event
from claimdiff.compare.views import View

TELLING = 64
CROWD, LOOKS, MANY = 24, 8, 2048
LISTED = 64
Pair = tuple[int, int]
Posted = defaultdict[int, list[int]]
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
    """Each entry with the places of those behind it that share heavy words with it, and how many words."""
    stems = [list(islice(block[entry.first].about.vector, TELLING)) for entry in ordered]
    posted, everywhere = _posted(ordered, stems)
    window = EVENT_WINDOW * (1 + PATIENCE * block[0].weights.chosen)
    days = [entry.day for entry in ordered]
    for at, entry in enumerate(ordered):
        end = bisect_left(days, entry.day + window) if entry.day else len(ordered)
        if entry.country == NOWHERE:
            lists = [everywhere[stem] for stem in stems[at]]
        else:
            keys = chain.from_iterable((stem << 16 | entry.country, stem << 16) for stem in stems[at])
            lists = [posted[key] for key in keys if key in posted]
        yield entry, Counter(chain.from_iterable(_following(list_, at, end) for list_ in lists if list_[-1] > at))


def _posted(ordered: Sequence[Entry], stems: Sequence[Sequence[int]]) -> tuple[Posted, Posted]:
    """The places of the entries that a stem is heavy in, by country and, if one lies nowhere, in any."""
    posted, everywhere = Posted(list), Posted(list)
    lost = any(entry.country == NOWHERE for entry in ordered)
    for at, entry in enumerate(ordered):
        for stem in stems[at]:
            posted[stem << 16 | entry.country].append(at)
            if lost:
                everywhere[stem].append(at)
    return posted, everywhere


def _following(places: Sequence[int], at: int, end: int) -> Sequence[int]:
    """The places behind one, before an end, of the many that share a stem the nearest."""
    start = bisect_right(places, at)
    return places[start : min(bisect_left(places, end, start), start + CROWD)]


def _hopeful(block: Sequence[View], entry: Entry, other: Entry, may: Glance) -> bool:
    """Whether two entries have claims that may be held against each other."""
    if may(block[entry.first], block[other.first]):
        return True
    if len(entry.inside) == len(other.inside) == 1:
        return False
    return any(may(block[i], block[j]) for i in entry.inside for j in other.inside)
