"""Which claims may answer one question: blocks by what is counted; large ones by event as well."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimdiff.compare.comparable import EVENT_WINDOW
from claimdiff.compare.views import Key, Store, View, key
from claimdiff.compare.words import cosine
from claimdiff.model import Claim

TELLING = 8
TIED = 0.12
CROWD = 64
_SILENT = frozenset(("denied", "conditional"))


def blocks(store: Store) -> Iterator[tuple[Key, list[View]]]:
    """Blocks of two claims and more, sorted by key; denied and conditional claims are in none."""
    found: defaultdict[Key, list[Claim]] = defaultdict(list)
    for claim in store.claims:
        if claim.stance not in _SILENT:
            found[key(claim)].append(claim)
    for name in sorted(found):
        if len(found[name]) > 1:
            yield name, store.views(found[name])


def questions(block: list[View], small: int) -> list[list[View]]:
    """The block itself where it is small, else its claims by the events that their documents tell of.

    Claims of one place and one other role stay together where a count lasts: it needs no event.
    """
    if len(block) <= small:
        return [block]
    parent = list(range(len(block)))
    for left, right in (*_by_event(block), *_by_roles(block)):
        parent[_root(parent, right)] = _root(parent, left)
    groups: defaultdict[int, list[View]] = defaultdict(list)
    for n, view in enumerate(block):
        groups[_root(parent, n)].append(view)
    return [group for _, group in sorted(groups.items()) if len(group) > 1]


def _by_roles(block: list[View]) -> Iterator[tuple[int, int]]:
    """Neighbours among claims of one place and one other role."""
    last: dict[object, int] = {}
    for n, view in enumerate(block):
        actor, target, place = view.roles
        if place and (actor or target) and view.dynamics in ("level", "static") and view.claim.topic != "other":
            if view.roles in last:
                yield last[view.roles], n
            last[view.roles] = n


def _by_event(block: list[View]) -> Iterator[tuple[int, int]]:
    """Pairs whose documents are one or tell of one event, by their heaviest stems; linear in documents."""
    home: dict[int, int] = {}
    postings: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for n, view in enumerate(block):
        first = home.setdefault(id(view.about), n)
        if first != n:
            yield first, n
            continue
        day = view.published.low if view.published else 0.0
        for stem in sorted(view.about.vector, key=lambda mark: (-view.about.vector[mark], mark))[:TELLING]:
            postings[stem].append((day, n))
    for stem in sorted(postings):
        yield from _tied(block, sorted(postings[stem]))


def _tied(block: list[View], posted: Sequence[tuple[float, int]]) -> Iterator[tuple[int, int]]:
    """Of documents that share a stem those that come out within a window and are alike."""
    for at, (day, n) in enumerate(posted):
        end = bisect_left(posted, (day + EVENT_WINDOW, -1), at + 1)
        for _, other in posted[at + 1 : min(end, at + 1 + CROWD)]:
            if cosine(block[n].about.vector, block[other].about.vector) >= TIED:
                yield n, other


def _root(parent: list[int], n: int) -> int:
    while parent[n] != n:
        parent[n] = parent[parent[n]]
        n = parent[n]
    return n


def cliques(near: list[set[int]], most: int = 10_000) -> list[list[int]]:
    """The maximal cliques of a graph given as neighbour sets, sorted; at most ``most`` of them."""
    found: list[list[int]] = []
    stack: list[tuple[list[int], set[int], set[int]]] = [([], set(range(len(near))), set())]
    while stack and len(found) < most:
        chosen, open_, done = stack.pop()
        if not open_ and not done:
            found.append(sorted(chosen))
            continue
        if not open_:
            continue
        pivot = max(sorted(open_ | done), key=lambda n: len(near[n] & open_))
        for n in sorted(open_ - near[pivot]):
            stack.append(([*chosen, n], open_ & near[n], done & near[n]))
            open_, done = open_ - {n}, done | {n}
    return sorted(found)
