"""Judged pairs that don't agree, as relations between answers: the worst of each two, no more than answers need."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from claimdiff.compare import intervals
from claimdiff.compare.dynamics import RANK, Judgement
from claimdiff.compare.joined import Joined
from claimdiff.compare.keys import TOLLS
from claimdiff.compare.views import View

Pair = tuple[int, int]
Weight = tuple[int, float, int, int]


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
    """Answers of one value that only their papers kept apart become one; not those of two days of unrest."""
    home: dict[tuple[float, ...], int] = {}
    place: list[int] = []
    joined: list[set[int]] = []
    for members in sets:
        value = _value(views, members)
        at = len(joined) if value is None else home.setdefault(value, len(joined))
        if at == len(joined):
            joined.append(set())
        joined[at].update(members)
        place.append(at)
    return [sorted(members) for members in joined], moved(between, place)


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


def _value(views: Sequence[View], members: Sequence[int]) -> tuple[float, ...] | None:
    """The one interval that all members state, with their days of unrest, or None; a bound is no value of its own."""
    if any(views[n].measure.exactness < intervals.FIRM for n in members):
        return None
    said = {(views[n].measure.plain.low, views[n].measure.plain.high) for n in members}
    days = {view.own.low for n in members if (view := views[n]).own and view.claim.topic in TOLLS and view.unrest}
    return (*said.pop(), *sorted(days)) if len(said) == 1 else None
