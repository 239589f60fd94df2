"""The whole comparison, top to bottom: claims in, findings out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from claimdiff.collector import seldom
from claimdiff.compare import (
    answers,
    arithmetic,
    currencies,
    days,
    disputes,
    echoes,
    findings,
    judging,
    kindred,
    sweep,
)
from claimdiff.compare.coherence import coherent
from claimdiff.compare.dynamics import RANK, Judgement, context
from claimdiff.compare.parting import parted
from claimdiff.compare.questions import MANY, blocks, candidates, crowds, sweeping
from claimdiff.compare.views import Store, View
from claimdiff.model import Claim, Dynamics, Finding

Pair = tuple[int, int]
CONNECTED = 512


def compare(
    claims: Iterable[Claim], dynamics: Mapping[str, Dynamics], told: Callable[[int], object] = lambda done: None
) -> list[Finding]:
    """All findings: contradictions by severity, then tensions, updates and agreements.

    ``dynamics`` says for each topic how its values may change; a topic that it lacks is a level. The same
    claims in any order give the same findings. ``told`` hears how many claims were compared, block by block.
    """
    with seldom():
        return _compared(Store(claims, dynamics), told)


def _compared(store: Store, told: Callable[[int], object]) -> list[Finding]:
    found: list[Finding] = []
    for _, block in blocks(store):
        found += weigh(block)
        told(len(block))
    found += [_misfit(*one) for one in arithmetic.misfits(store)]
    found += [_misfit(*one) for one in days.clashes(store)]
    found += [findings.pair([a, b], said) for a, b, said in kindred.clashes(store)]
    found += currencies.swaps(store)
    found += disputes.disputes(store)
    found += [_echo(group) for group in (*echoes.echoes(store), *kindred.kindred(store))]
    by_id = {finding.id: finding for finding in reversed(found)}
    return sorted(by_id.values(), key=lambda one: (-RANK[one.verdict], -one.severity, one.id))


def weigh(chosen: Sequence[View], small: int = sweep.SMALL) -> list[Finding]:
    """The findings of one block; beyond ``small`` claims only likely pairs and extremes are looked at."""
    inside = sorted(chosen, key=lambda view: view.claim.id)
    if len(inside) < 2:
        return []
    every = (combinations(range(len(inside)), 2), None)
    pairs, more = every if len(inside) <= small else _likely(inside)
    known = context(inside)
    judged = coherent(inside, judging.judged(inside, known, pairs, more), known)
    most = max(small, sweep.SMALL if len(inside) > MANY else CONNECTED) if small else 0
    return [one for part in parted(inside, sorted(judged)) for one in _answered(inside, judged, *part, most)]


def _likely(inside: list[View]) -> tuple[Iterable[Pair], Iterable[Pair] | None]:
    """Pairs by event; the extremes as well of a count that needs no event, and where one event has too many.

    Of a very large block the extremes first, which show who clashes at all, then the pairs by event.
    """
    pairs, crowded = candidates(inside)
    if len(inside) > MANY:
        swept = ((group, sweep.grave([inside[n] for n in group])) for group in crowds(inside, pairs))
        wide = dict.fromkeys((group[i], group[j]) for group, found in swept for i, j in found)
        return wide, sorted(pairs - wide.keys())
    if crowded or len(inside) <= sweep.SMALL or sweeping(inside):
        pairs.update(sweep.pairs(inside))
    return sorted(pairs), None


def _answered(
    inside: Sequence[View], judged: Mapping[Pair, Judgement], chosen: Sequence[int], pairs: Sequence[Pair], most: int
) -> list[Finding]:
    """The findings of claims that judgements connect; their answers exact up to a number of claims."""
    views = [inside[n] for n in chosen]
    place = {n: at for at, n in enumerate(chosen)}
    said = {(place[i], place[j]): judged[i, j] for i, j in pairs}
    few = len(views) <= most
    sets = answers.agreeing(len(views), said) if few else answers.stabbed(views)
    return findings.findings(views, said, sets, every=few)


def _misfit(whole: View, parts: list[tuple[View, Judgement]]) -> Finding:
    ends = [whole, *(part for part, _ in parts)]
    judged = {(0, n): judgement for n, (_, judgement) in enumerate(parts, 1)}
    return findings.findings(ends, judged, [[n] for n in range(len(ends))])[0]


def _echo(group: list[View]) -> Finding:
    """One answer; the claim that bears the topic of most stands first, for the question is named after it."""
    named = echoes.topic(group)
    ordered = sorted(group, key=lambda view: (view.claim.topic != named, view.claim.id))
    return findings.assemble(ordered, (findings.answer(ordered),), (), 0.0)
