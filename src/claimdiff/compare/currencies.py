"""One number under two currencies: two articles on one event that may have copied it wrong.

No contradiction, for sums in two currencies aren't compared: a tension that bears the hint.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from claimdiff.compare import dates, findings, intervals, wording
from claimdiff.compare.bounds import reaches
from claimdiff.compare.dynamics import Judgement
from claimdiff.compare.hints import foreign
from claimdiff.compare.likeness import needed
from claimdiff.compare.sameness import FRESH, compatible, fits, same_event
from claimdiff.compare.views import Store, View
from claimdiff.model import Claim, Finding, Quantity

CROWD, SURE, LEAST = 32, 2.0, 20
_SILENT = frozenset(("denied", "conditional", "superseded"))


def swaps(store: Store) -> Iterator[Finding]:
    """Findings on two sums of one number in two currencies that answer one question otherwise."""
    sums: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in store.claims:
        if (size := _size(claim)) and claim.stance not in _SILENT:
            sums[claim.topic, size].append(claim)
    for name in sorted(name for name, inside in sums.items() if len({_unit(one) for one in inside}) > 1):
        for a, b in combinations(store.views(sums[name][:CROWD]), 2):
            if foreign(a.claim.value, b.claim.value) and _one_question(a, b):
                yield findings.pair([a, b], _said([a, b]))


def _unit(claim: Claim) -> str:
    return getattr(claim.value, "unit", None) or ""


def _size(claim: Claim) -> str | None:
    """A sum of money by its first two digits; none for few, of which there are many."""
    value = claim.value
    money = isinstance(value, Quantity) and len(unit := _unit(claim)) == 3 and unit.isupper() and unit.isalpha()
    if not money or not isinstance(value, Quantity) or value.number is None or value.number < LEAST:
        return None
    return f"{value.number:.2g}"


def _one_question(a: View, b: View) -> bool:
    """Whether all but the currency speaks for one question, and neither article converts its sum."""
    if a.about is b.about or not fits(a.roles[2], b.roles[2]) or not compatible(a.roles[:2], b.roles[:2]):
        return False
    if not same_event(a, b) or _apart(a, b) or _converted(a, b) or _converted(b, a):
        return False
    return reaches(a, b, needed(a, b) + SURE) and a.weights.shared(a.near, b.near) > 0


def _apart(a: View, b: View) -> bool:
    if a.own and b.own and not dates.meets(a.own, b.own):
        return True
    return bool(a.published and b.published and dates.gap(a.published, b.published) > FRESH)


def _converted(a: View, b: View) -> bool:
    """Whether an article has the other's currency beside its own sum, or the other's sum itself."""
    unit = _unit(b.claim)
    others = [one for one in a.about.claims if one.id != a.claim.id and _unit(one) == unit]
    beside = any(one.evidence.sentence_start == a.claim.evidence.sentence_start for one in others)
    return beside or any(_agree(one, b) for one in others)


def _agree(claim: Claim, view: View) -> bool:
    measure = intervals.measure(claim.value)
    return measure is not None and intervals.agree(measure, view.measure)


def _said(pair: Sequence[View]) -> Judgement:
    left, right = (wording.value(view.claim.value) for view in pair)
    return Judgement("tension", "disjoint", None, sentence=wording.sentence("currencies", a=left, b=right))
