"""Groups of claims that judgements connect, parted where only silence joins two that differ.

A claim that names no place meets those of any place, but it makes no one question of two countries: it stands with
each of them, beside those that it was held against. So does a country's beside its towns, and a claim that names no
actor or target.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from claimdiff.compare.joined import Joined
from claimdiff.compare.views import View

Pair = tuple[int, int]
Role = Callable[[View], str | None]


def parted(inside: Sequence[View], pairs: Sequence[Pair]) -> Iterator[tuple[list[int], list[Pair]]]:
    """The groups that pairs connect, sorted, each with its pairs; a claim that is silent may be in several.

    A group holds all pairs of its claims; ``pairs`` are sorted, the smaller first.
    """
    yield from _parted(inside, pairs, ROLES)


def _parted(
    inside: Sequence[View], pairs: Sequence[Pair], roles: Sequence[Role]
) -> Iterator[tuple[list[int], list[Pair]]]:
    for group in _connected(pairs):
        if not roles:
            yield sorted({n for pair in group for n in pair}), group
            continue
        for part in _by(inside, group, roles[0]):
            yield from _parted(inside, part, roles[1:])


def _connected(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """The pairs by what they connect."""
    known = sorted({n for pair in pairs for n in pair})
    place = {n: at for at, n in enumerate(known)}
    joined = Joined(len(known), ((place[i], place[j]) for i, j in pairs))
    found: dict[int, list[Pair]] = {}
    for pair in pairs:
        found.setdefault(joined.root(place[pair[0]]), []).append(pair)
    return sorted(found.values())


def _by(inside: Sequence[View], pairs: list[Pair], role: Role) -> Iterable[list[Pair]]:
    """Pairs by what a role says of them; those of two silent claims go with what they are connected to most."""
    said = {n: role(inside[n]) for pair in pairs for n in pair}
    names = sorted({name for name in said.values() if name is not None})
    if len(names) < 2:
        return [pairs]
    place = {name: at for at, name in enumerate(names)}
    together = ((place[x], place[y]) for i, j in pairs if (x := said[i]) is not None and (y := said[j]) is not None)
    classes = Joined(len(names), together)
    if len(classes.groups()) < 2:
        return [pairs]
    found: dict[int, list[Pair]] = {}
    home: dict[int, Counter[int]] = {}
    for i, j in pairs:
        name = said[i] if said[i] is not None else said[j]
        if name is not None:
            at = classes.root(place[name])
            found.setdefault(at, []).append((i, j))
            for n in (i, j):
                home.setdefault(n, Counter())[at] += 1
    for part in _connected([(i, j) for i, j in pairs if said[i] is None and said[j] is None]):
        ties = sum((home[n] for n in {n for pair in part for n in pair} if n in home), Counter[int]())
        found[min(ties, key=lambda at: (-ties[at], at))] += part
    return [_whole(pairs, found[at]) for at in sorted(found)]


def _whole(pairs: list[Pair], chosen: list[Pair]) -> list[Pair]:
    """All pairs of the claims that chosen pairs are of."""
    inside = {n for pair in chosen for n in pair}
    return [(i, j) for i, j in pairs if i in inside and j in inside]


def _head(role: int) -> Role:
    return lambda view: view.heads[role]


def _town(view: View) -> str | None:
    """The place where it is more than a country."""
    place = view.roles[2]
    return place if place is not None and "/" in place else None


ROLES: tuple[Role, ...] = (_head(2), _head(0), _head(1), _town)
