"""Which claims may answer one question: blocks by what is counted; in large ones the pairs by event."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice

from claimdiff.compare.keys import Key, key, lone
from claimdiff.compare.quick import glance
from claimdiff.compare.sameness import EVENT_WINDOW, PATIENCE, same_event
from claimdiff.compare.views import Store, View
from claimdiff.model import Claim

TELLING, HEAVIEST = 64, 10
CROWD, LOOKS, MANY = 24, 8, 2048
LISTED = 64
Pair = tuple[int, int]
_SILENT = frozenset(("denied", "conditional"))


def blocks(store: Store) -> Iterator[tuple[Key, list[View]]]:
    """Blocks of two claims and more, sorted by key; denied and conditional claims are in none."""
    found: defaultdict[Key, list[Claim]] = defaultdict(list)
    for claim in store.claims:
        if claim.stance not in _SILENT and not lone(claim):
            found[key(claim)].append(claim)
    for name in sorted(name for name, inside in found.items() if len(inside) > 1):
        yield name, store.views(found.pop(name))


def candidates(block: Sequence[View]) -> tuple[set[Pair], bool]:
    """Pairs of positions whose documents are one or tell of one event, by their heaviest stems.

    Linear in documents: a stem that many share pairs each with the next few that come out after it, and in a
    large block each is held beside few others in all, the rarest stems first. Also whether so many tell of one
    event that these pairs are few of those there are.
    """
    home: defaultdict[int, list[int]] = defaultdict(list)
    for n, view in enumerate(block):
        home[view.about.number].append(n)
    tied = _tied(block, home)
    crowded = not tied or len(tied) > len(home) * CROWD / 2
    same = (pair for group in home.values() for pair in combinations(group[:LISTED], 2))
    across = (
        (min(i, j), max(i, j))
        for left, right in tied
        for i in home[block[left].about.number][:LISTED]
        for j in home[block[right].about.number][:LISTED]
    )
    return {*same, *across}, crowded


def _tied(block: Sequence[View], home: Mapping[int, Sequence[int]]) -> set[Pair]:
    """Of the first views of documents those that tell of one event."""
    days = {inside[0]: span.low if (span := block[inside[0]].published) else 0.0 for inside in home.values()}
    postings: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    few = len(days) <= MANY
    for day, n in sorted((day, n) for n, day in days.items()):
        for stem in islice(block[n].about.vector, TELLING if few else HEAVIEST):
            postings[stem].append((day, n))
    most = max(4 * CROWD, min(len(days) // 4, MANY))
    rarest = sorted((len(posted), stem) for stem, posted in postings.items() if 1 < len(posted) <= most)
    window = EVENT_WINDOW * (1 + PATIENCE * block[0].weights.chosen)
    hopeful = _hopeful(block, home)
    seen: dict[Pair, bool] = {}
    looks = Counter[int]()
    for _, stem in rarest:
        for n, beside in _following(postings[stem], window):
            for _, other in beside:
                pair = (n, other) if n < other else (other, n)
                if pair not in seen and (few or looks[n] < LOOKS):
                    looks[n] += not few
                    seen[pair] = hopeful(n, other) and same_event(block[n], block[other])
    return {pair for pair, tied in seen.items() if tied}


def _hopeful(block: Sequence[View], home: Mapping[int, Sequence[int]]) -> Callable[[int, int], bool]:
    """Whether two documents, named by their first views, have claims that may be held against each other.

    All are counted where it matters how many tell of one event.
    """
    if not sweeping(block) or len(block) > MANY:
        return lambda n, other: True
    may = glance(block[0])

    def hopeful(n: int, other: int) -> bool:
        if may(block[n], block[other]):
            return True
        left, right = (home[block[at].about.number][:LISTED] for at in (n, other))
        return len(left) + len(right) > 2 and any(may(block[i], block[j]) for i in left for j in right)

    return hopeful


def sweeping(block: Sequence[View]) -> bool:
    """Whether a block needs its extremes looked at whatever its events: of lasting values, of undated papers."""
    return block[0].dynamics in ("level", "static") or any(view.published is None for view in block)


def _following(posted: Sequence[tuple[float, int]], window: float) -> Iterator[tuple[int, Sequence[tuple[float, int]]]]:
    """Of documents that share a stem each with the next few that come out within a window; undated with any."""
    for at, (day, n) in enumerate(posted):
        end = bisect_left(posted, (day + window, -1), at + 1) if day else len(posted)
        yield n, posted[at + 1 : min(end, at + 1 + CROWD)]


def crowds(block: Sequence[View], pairs: Iterable[Pair]) -> Iterator[list[int]]:
    """Positions of a large block to sweep together: of one event that many tell of, of one lasting state."""
    groups = connected(len(block), pairs)
    yield from (group for group in groups if len(group) > CROWD) if groups else [list(range(len(block)))]
    if block[0].dynamics not in ("level", "static") or block[0].claim.topic == "other":
        return
    states: defaultdict[tuple[int, str, str], list[int]] = defaultdict(list)
    for n, view in enumerate(block):
        for role in (0, 1):
            if (place := view.roles[2]) and (who := view.roles[role]):
                states[role, who, place].append(n)
    yield from (states[name] for name in sorted(states) if len(states[name]) > 1)


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
