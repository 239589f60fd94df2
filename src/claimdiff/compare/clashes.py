"""Judged pairs that don't agree, as relations between answers: the worst of each two, no more than answers need."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from claimdiff.compare import intervals
from claimdiff.compare.dynamics import RANK, Judgement
from claimdiff.compare.joined import Joined
from claimdiff.compare.keys import TOLLS
from claimdiff.compare.views import View

Pair = tuple[int, int]
Weight = tuple[int, float, int, int]
Value = tuple[float, ...]
# How many answers one reads one by one.
READ = 8


class Clash(NamedTuple):
    """A judged pair that doesn't agree: two positions and the judgement."""

    left: int
    right: int
    judgement: Judgement


Part = tuple[list[Sequence[int]], dict[Pair, Clash]]


def worst(views: Sequence[View], judged: Mapping[Pair, Judgement], sets: Sequence[Sequence[int]]) -> dict[Pair, Clash]:
    """For each two answers the worst pair between them."""
    inside: defaultdict[int, list[int]] = defaultdict(list)
    for at, members in enumerate(sets):
        for n in members:
            inside[n].append(at)
    found: dict[Pair, Clash] = {}
    weights: dict[Pair, Weight] = {}
    for (i, j), judgement in judged.items():
        if judgement.verdict == "agreement":
            continue
        weight = _weight(Clash(i, j, judgement))
        for left, right in product(inside[i], inside[j]):
            pair = (left, right) if left < right else (right, left)
            if left != right and (pair not in weights or weight > weights[pair]):
                weights[pair] = weight
                found[pair] = Clash(i, j, judgement) if left < right else Clash(j, i, judgement)
    return found


def foremost(between: Mapping[Pair, Clash], most: int = 1) -> dict[Pair, Clash]:
    """The relations that are among the worst of one of their answers: no more than ``most`` for each answer."""
    taken = Counter[int]()
    kept = []
    for pair in sorted(between, key=lambda pair: (_weight(between[pair]), pair), reverse=True):
        if min(taken[n] for n in pair) < most:
            kept.append(pair)
            taken.update(pair)
    return {pair: between[pair] for pair in sorted(kept)}


def _weight(clash: Clash) -> Weight:
    """Worse first; an undated pair yields to a dated one whose order explains the same two values."""
    verdict = RANK["agreement" if clash.judgement.reason == "undated" else clash.judgement.verdict]
    return verdict, clash.judgement.ratio or 0.0, -min(clash[:2]), -max(clash[:2])


def parted(sets: Sequence[Sequence[int]], between: Mapping[Pair, Clash]) -> Iterator[Part]:
    """The answers that relations connect, and each other answer with two claims; with their relations."""
    groups = Joined(len(sets), between).groups()
    home = {n: (at, place) for at, group in enumerate(groups) for place, n in enumerate(group)}
    inside: list[dict[Pair, Clash]] = [{} for _ in groups]
    for (left, right), clash in between.items():
        at, place = home[left]
        inside[at][place, home[right][1]] = clash
    for at, group in enumerate(groups):
        if len(group) > 1 or len(sets[group[0]]) > 1:
            yield [sets[n] for n in group], inside[at]


def merged(
    views: Sequence[View], sets: Sequence[Sequence[int]], between: Mapping[Pair, Clash]
) -> tuple[list[list[int]], dict[Pair, Clash]]:
    """Answers of one value that only their papers kept apart become one.

    Not those of two days of unrest. Where they are more than one reads, so do those that allow one and the same, and
    parts of an answer.
    """
    joined, place = _joined(sets, [_stated(views, members) for members in sets])
    if len(joined) <= READ:
        return [sorted(members) for members in joined], moved(between, place)
    wide, home = _joined(joined, [_allowed(views, members) for members in joined])
    kept, whole = _whole(wide)
    return [sorted(wide[at]) for at in kept], moved(between, [whole[home[at]] for at in place])


def _joined(sets: Sequence[Collection[int]], values: Sequence[Value | None]) -> tuple[list[set[int]], list[int]]:
    """The sets with those of one value joined, and for each set its place among these."""
    home: dict[Value, int] = {}
    place: list[int] = []
    joined: list[set[int]] = []
    for members, value in zip(sets, values, strict=True):
        at = len(joined) if value is None else home.setdefault(value, len(joined))
        if at == len(joined):
            joined.append(set())
        joined[at].update(members)
        place.append(at)
    return joined, place


def _whole(sets: Sequence[set[int]]) -> tuple[list[int], list[int]]:
    """The sets that aren't part of another, and for each set the place of the first of these that holds it."""
    inside: defaultdict[int, list[int]] = defaultdict(list)
    for at, members in enumerate(sets):
        for n in members:
            inside[n].append(at)
    over = [_over(sets, at, min((inside[n] for n in members), key=len)) for at, members in enumerate(sets)]
    kept = [at for at, other in enumerate(over) if other == at]
    rank = {at: place for place, at in enumerate(kept)}
    return kept, [rank[other] for other in over]


def _over(sets: Sequence[set[int]], at: int, near: Sequence[int]) -> int:
    """The largest of some sets that holds one of them whole, the first of equals."""
    return max((other for other in near if sets[at] <= sets[other]), key=lambda other: (len(sets[other]), -other))


def moved(between: Mapping[Pair, Clash], place: Sequence[int]) -> dict[Pair, Clash]:
    """The relations by the new places of their answers, the worst where several fall on one pair."""
    found: dict[Pair, Clash] = {}
    for (left, right), clash in sorted(between.items(), key=lambda item: item[0]):
        ends = place[left], place[right]
        turned = clash if ends[0] < ends[1] else Clash(clash.right, clash.left, clash.judgement)
        pair = min(ends), max(ends)
        if ends[0] != ends[1] and (pair not in found or _weight(turned) > _weight(found[pair])):
            found[pair] = turned
    return found


def _stated(views: Sequence[View], members: Collection[int]) -> Value | None:
    """The one interval that all members state, or None; a bound is no value of its own."""
    if any(views[n].measure.exactness < intervals.FIRM for n in members):
        return None
    said = {(views[n].measure.plain.low, views[n].measure.plain.high) for n in members}
    return (*said.pop(), *_days(views, members)) if len(said) == 1 else None


def _days(views: Sequence[View], members: Collection[int]) -> list[float]:
    """The days of unrest of which members are the tolls."""
    told = (views[n] for n in members)
    return sorted({view.own.low for view in told if view.own and view.claim.topic in TOLLS and view.unrest})


def _allowed(views: Sequence[View], members: Collection[int]) -> Value | None:
    """What all members allow; None where only rounding makes them agree, or days without a year."""
    plain = [views[n].measure.plain for n in members]
    low, high = max(one.low for one in plain), min(one.high for one in plain)
    cyclic = {views[n].measure.cyclic for n in members}
    return (low, high, *_days(views, members)) if low <= high and len(cyclic) == 1 else None
