"""Which claims may answer one question: blocks by what is counted; in large ones the pairs by event."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from claimdiff.compare.sameness import EVENT_WINDOW, same_event
from claimdiff.compare.views import Key, Store, View, key
from claimdiff.model import Claim

TELLING = 64
CROWD = 24
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


def candidates(block: Sequence[View]) -> tuple[set[tuple[int, int]], bool]:
    """Pairs of positions whose documents are one or tell of one event, by their heaviest stems.

    Linear in documents: a stem that many share pairs each with the next few that come out after it. Also
    whether so many tell of one event that these pairs are few of those there are.
    """
    home: defaultdict[int, list[int]] = defaultdict(list)
    postings: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for n, view in enumerate(block):
        home[id(view.about)].append(n)
        if len(home[id(view.about)]) == 1:
            vector = view.about.vector
            for stem in sorted(vector, key=lambda mark: (-vector[mark], mark))[:TELLING]:
                postings[stem].append((view.published.low if view.published else 0.0, n))
    common = max(4 * CROWD, len(home) // 4)
    rare = (sorted(postings[stem]) for stem in sorted(postings) if len(postings[stem]) <= common)
    tied = {pair for posted in rare for pair in _near(block, posted)}
    crowded = not tied or len(tied) > len(home) * CROWD / 2
    same = (pair for group in home.values() for pair in combinations(group, 2))
    across = (
        (min(i, j), max(i, j))
        for left, right in tied
        for i in home[id(block[left].about)]
        for j in home[id(block[right].about)]
    )
    return {*same, *across}, crowded


def _near(block: Sequence[View], posted: Sequence[tuple[float, int]]) -> Iterator[tuple[int, int]]:
    """Of documents that share a stem those that come out within a window and are alike."""
    for at, (day, n) in enumerate(posted):
        end = bisect_left(posted, (day + EVENT_WINDOW, -1), at + 1)
        for _, other in posted[at + 1 : min(end, at + 1 + CROWD)]:
            if same_event(block[n], block[other]):
                yield n, other


def connected(size: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The positions by what pairs connect, each group sorted; those that nothing connects are left out."""
    parent = list(range(size))
    for left, right in pairs:
        parent[_root(parent, right)] = _root(parent, left)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for n in range(size):
        groups[_root(parent, n)].append(n)
    return sorted(group for group in groups.values() if len(group) > 1)


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
