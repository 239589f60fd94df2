"""The whole comparison, top to bottom: claims in, findings out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from claimdiff.compare import answers, arithmetic, currencies, days, disputes, echoes, findings, kindred, sweep
from claimdiff.compare.changes import Change
from claimdiff.compare.coherence import coherent
from claimdiff.compare.comparable import apart, tied
from claimdiff.compare.dynamics import RANK, Context, Judgement, context, judge
from claimdiff.compare.lists import ambiguous
from claimdiff.compare.questions import blocks, candidates, connected, crowds, sweeping
from claimdiff.compare.quick import glance
from claimdiff.compare.sameness import plainly
from claimdiff.compare.ties import LISTED, MANY
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
    store = Store(claims, dynamics)
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
    pairs = combinations(range(len(inside)), 2) if len(inside) <= small else _likely(inside)
    known = context(inside)
    judged = coherent(inside, _judged(inside, known, pairs), known)
    by_home: defaultdict[int, dict[Pair, Judgement]] = defaultdict(dict)
    groups = connected(len(inside), judged)
    home = {n: (at, place) for at, group in enumerate(groups) for place, n in enumerate(group)}
    for (i, j), said in judged.items():
        by_home[home[i][0]][home[i][1], home[j][1]] = said
    most = max(small, sweep.SMALL if len(inside) > MANY else CONNECTED) if small else 0
    return [one for at, group in enumerate(groups) for one in _answered([inside[n] for n in group], by_home[at], most)]


def _likely(inside: list[View]) -> Iterable[Pair]:
    """Pairs by event; the extremes as well of a count that needs no event, and where one event has too many."""
    pairs, crowded = candidates(inside)
    if len(inside) > MANY:
        swept = ((group, sweep.grave([inside[n] for n in group])) for group in crowds(inside, pairs))
        wide = ((group[i], group[j]) for group, found in swept for i, j in found)
        return dict.fromkeys((*wide, *sorted(pairs)))
    if crowded or len(inside) <= sweep.SMALL or sweeping(inside):
        pairs.update(sweep.pairs(inside))
    return sorted(pairs)


def _answered(inside: list[View], judged: dict[Pair, Judgement], most: int) -> list[Finding]:
    """The findings of claims that judgements connect; their answers exact up to a number of claims."""
    few = len(inside) <= most
    sets = answers.agreeing(len(inside), judged) if few else answers.stabbed(inside)
    return findings.findings(inside, judged, sets, every=few)


def _judged(inside: list[View], known: Context, pairs: Iterable[Pair]) -> dict[Pair, Judgement]:
    """A judgement for each pair that is comparable; in a large block a claim that clashes needs no more."""
    by_doc: defaultdict[str, list[View]] = defaultdict(list)
    for view in inside:
        by_doc[view.claim.source.doc].append(view)
    stated = {_names(change) for change in known.changes}
    judged = {}
    clashing: set[int] = set()
    many = len(inside) > MANY
    may = glance(inside[0])
    for i, j in pairs:
        if many and i in clashing and j in clashing:
            continue
        a, b = inside[i], inside[j]
        if (not may(a, b) or not tied(a, b) or apart(a, b)) and not _stated(a, b, stated):
            continue
        said = judge(a, b, known)
        sure = said.verdict in ("update", "agreement")
        if sure or plainly(a, b) or not _ambiguous(a, b, by_doc):
            judged[i, j] = said
        if said.verdict == "contradiction":
            clashing.update((i, j))
    return judged


def _names(change: Change) -> frozenset[str]:
    return frozenset((change.before.claim.id, change.after.claim.id))


def _stated(a: View, b: View, stated: set[frozenset[str]]) -> bool:
    """Whether one article says that one of two values became the other."""
    return a.about is b.about and bool(stated) and _names(Change(a, b)) in stated


def _ambiguous(a: View, b: View, by_doc: Mapping[str, Sequence[View]]) -> bool:
    left, right = by_doc[a.claim.source.doc], by_doc[b.claim.source.doc]
    if left is right or len(left) == len(right) == 1:
        return False
    return ambiguous(a, b, left[:LISTED], right[:LISTED])


def _misfit(whole: View, parts: list[tuple[View, Judgement]]) -> Finding:
    ends = [whole, *(part for part, _ in parts)]
    judged = {(0, n): judgement for n, (_, judgement) in enumerate(parts, 1)}
    return findings.findings(ends, judged, [[n] for n in range(len(ends))])[0]


def _echo(group: list[View]) -> Finding:
    """One answer; the claim that bears the topic of most stands first, for the question is named after it."""
    named = echoes.topic(group)
    ordered = sorted(group, key=lambda view: (view.claim.topic != named, view.claim.id))
    return findings.assemble(ordered, (findings.answer(ordered),), (), 0.0)
