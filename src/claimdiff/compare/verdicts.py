"""The whole comparison, top to bottom: claims in, findings out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimdiff.compare import answers, arithmetic, findings, sweep
from claimdiff.compare.comparable import ambiguous, why_not
from claimdiff.compare.dynamics import RANK, Change, Context, Judgement, context, judge
from claimdiff.compare.questions import blocks, questions
from claimdiff.compare.views import View, views
from claimdiff.model import Claim, Dynamics, Finding

Pair = tuple[int, int]
LISTED = 64
_SURE = frozenset(("agreement", "rounding", "stated_change", "revision"))


def compare(claims: Iterable[Claim], dynamics: Mapping[str, Dynamics]) -> list[Finding]:
    """All findings: contradictions by severity, then tensions, updates and agreements.

    ``dynamics`` says for each topic how its values may change; a topic that it lacks is a level. The same
    claims in any order give the same findings.
    """
    ready = views(claims, dict(dynamics))
    found: list[Finding] = []
    for _, block in blocks(ready):
        found += _largest([one for chosen in questions(block) for one in weigh(chosen)])
    found += [_misfit(*one) for one in arithmetic.misfits(ready)]
    by_id = {finding.id: finding for finding in reversed(found)}
    return sorted(by_id.values(), key=lambda one: (-RANK[one.verdict], -one.severity, one.id))


def weigh(chosen: Sequence[View], small: int = sweep.SMALL) -> list[Finding]:
    """The findings of one question; beyond ``small`` claims only extremes are held against each other."""
    inside = sorted(chosen, key=lambda view: view.claim.id)
    known = context(inside)
    judged = _judged(inside, known, sweep.pairs(inside, small))
    few = len(inside) <= small
    sets = answers.agreeing(len(inside), judged) if few else answers.stabbed(inside)
    return findings.findings(inside, judged, sets, every=few)


def _judged(inside: list[View], known: Context, pairs: Iterable[Pair]) -> dict[Pair, Judgement]:
    """A judgement for each pair that is comparable."""
    by_doc: defaultdict[str, list[View]] = defaultdict(list)
    for view in inside:
        by_doc[view.claim.source.doc].append(view)
    stated = {_names(change) for change in known.changes}
    judged = {}
    for i, j in pairs:
        a, b = inside[i], inside[j]
        if frozenset((a.claim.id, b.claim.id)) not in stated and why_not(a, b) is not None:
            continue
        said = judge(a, b, known)
        if _sure(a, b, said) or not _ambiguous(a, b, by_doc):
            judged[i, j] = said
    return judged


def _sure(a: View, b: View, said: Judgement) -> bool:
    """Judgements that a list of counts doesn't put in doubt."""
    placed = a.roles[2] is not None and a.roles[2] == b.roles[2]
    return said.reason in _SURE or (placed and said.verdict == "update")


def _names(change: Change) -> frozenset[str]:
    return frozenset((change.before.claim.id, change.after.claim.id))


def _ambiguous(a: View, b: View, by_doc: Mapping[str, Sequence[View]]) -> bool:
    left, right = a.claim.source.doc, b.claim.source.doc
    return left != right and ambiguous(a, b, by_doc[left][:LISTED], by_doc[right][:LISTED])


def _largest(found: list[Finding]) -> list[Finding]:
    """Findings that tell something new: not all in a larger one, no dispute that a larger one has."""
    ordered = sorted(found, key=lambda one: (-len(_members(one)), one.id))
    told: set[frozenset[tuple[str, ...]]] = set()
    holders: defaultdict[str, list[set[str]]] = defaultdict(list)
    kept = []
    for finding in ordered:
        mine, disputes = _members(finding), _disputes(finding)
        inside = any(mine <= other for other in holders[min(mine)])
        if inside or (disputes and disputes <= told):
            continue
        kept.append(finding)
        told |= disputes
        for claim in mine:
            holders[claim].append(mine)
    return kept


def _members(finding: Finding) -> set[str]:
    return {claim for answer in finding.answers for claim in answer.claims}


def _disputes(finding: Finding) -> set[frozenset[tuple[str, ...]]]:
    """The pairs of answers that clash, each as its claims."""
    clashes = (one for one in finding.relations if RANK[one.verdict] >= RANK["tension"])
    return {frozenset(finding.answers[n].claims for n in (one.left, one.right)) for one in clashes}


def _misfit(part: View, whole: View, judgement: Judgement) -> Finding:
    ends = [whole, part]
    return findings.findings(ends, {(0, 1): judgement}, [[0], [1]])[0]
