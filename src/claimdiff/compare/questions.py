"""Which claims may answer one question: blocks by what is counted; in large ones the pairs by event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from claimdiff.compare.joined import Joined
from claimdiff.compare.keys import Key, key, lone
from claimdiff.compare.views import Store, View
from claimdiff.model import Claim

Pair = tuple[int, int]
# Beyond so many claims each is held against the likeliest few alone: of those unlike it, of those that agree with it.
MANY, LOOKS = 2048, (2, 1)
# Documents on one event that are no few.
CROWD = 24
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
    """Pairs of positions whose documents are one or tell of one event; of very many the likeliest of each claim.

    Also whether so many tell of one event, or none, that these pairs may be few of those there are.
    """
    from claimdiff.compare.columns import LISTED, Columns
    from claimdiff.compare.ties import graph

    shared = block[0].about.shared
    if shared.graph is None:
        shared.graph = graph(shared.abouts)
    columns = Columns(block, shared.graph)
    found = {pair for group in columns.homes.values() for pair in combinations(group[:LISTED], 2)}
    ties = 0
    for left, right, likes in columns.tied():
        ties += len(left)
        for i, j in columns.pairs(left, right, likes, LOOKS if len(block) > MANY else (CROWD, CROWD)):
            found.update(zip(i.tolist(), j.tolist(), strict=True))
    return found, not ties or ties > len(columns.docs) * CROWD / 2


def sweeping(block: Sequence[View]) -> bool:
    """Whether a block needs its extremes looked at whatever its events: of lasting values, of undated papers."""
    return block[0].dynamics in ("level", "static") or any(view.published is None for view in block)


def crowds(block: Sequence[View], pairs: Iterable[Pair]) -> Iterator[list[int]]:
    """Positions of a very large block to sweep together: of one event, of one lasting state."""
    groups = connected(len(block), pairs)
    yield from (group for group in groups if len(group) > 2) if groups else [list(range(len(block)))]
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
    return [group for group in Joined(size, pairs).groups() if len(group) > 1]


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
