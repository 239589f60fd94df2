"""Why two claims are compared or not, line by line: the bug report's format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from claimdiff.compare import comparable, hints, likeness, sameness, wording
from claimdiff.compare.dynamics import context, judge
from claimdiff.compare.keys import key
from claimdiff.compare.verdicts import compare
from claimdiff.compare.views import Store, View
from claimdiff.model import Claim, Dynamics, Finding

PARTS = ("kind", "topic", "unit", "group", "noun")


def account(claims: Iterable[Claim], dynamics: Mapping[str, Dynamics], left: str, right: str) -> Iterator[str]:
    """The values, whether they are compared and why not, what is weighed, the verdict."""
    store = Store(claims, dynamics)
    by_id = {claim.id: claim for claim in store.claims}
    for name in (left, right):
        yield _told(by_id[name])
    ready = store.views([by_id[left], by_id[right]])
    if len(ready) < 2:
        yield "not compared: a value says nothing that could be compared"
        return
    a, b = ready
    yield from _weighed(a, b)
    reason = _unlike_keys(a, b) or comparable.why_not(a, b)
    yield f"not compared: {reason}" if reason else _judged(a, b)
    yield _shown(compare(store.claims, dynamics), left, right)


def _told(claim: Claim) -> str:
    where = f"{claim.source.publisher or claim.source.doc}, {(claim.source.published or 'undated')[:10]}"
    roles = (claim.subject.actor, claim.subject.target, claim.subject.place, claim.subject.group)
    said = " · ".join(role for role in roles if role)
    topic = f"{claim.topic} ({said})" if said else claim.topic
    return f"{claim.id}  {wording.value(claim.value)}  {topic}, {claim.stance}; {where}"


def _weighed(a: View, b: View) -> Iterator[str]:
    """The intervals, and how much speaks for one question beside how much is needed."""
    for view in (a, b):
        plain, wide = view.measure.plain, view.measure.stretched
        yield f"  plain {plain.low:,g} to {plain.high:,g}, stretched {wide.low:,g} to {wide.high:,g}"
    if not sameness.agrees(a, b) and a.claim.kind != "date":
        yield f"  likeness {likeness.likeness(a, b):.2f} of {likeness.needed(a, b):.2f} needed:"
        yield "    " + ", ".join(f"{name} {amount:+.2f}" for name, amount in likeness.weighed(a, b))


def _unlike_keys(a: View, b: View) -> str | None:
    for name, x, y in zip(PARTS, key(a.claim), key(b.claim), strict=True):
        if x != y:
            return f"another {name}" + (f": {x or 'none'} and {y or 'none'}" if "?" not in x + y else "")
    silent = {"denied", "conditional"} & {a.claim.stance, b.claim.stance}
    return f"one is {silent.pop()}" if silent else None


def _judged(a: View, b: View) -> str:
    said = judge(a, b, context([a, b]))
    words = said.sentence or wording.explain(said.reason, a.claim.value, b.claim.value, said.ratio)
    hint = hints.hint(a, b) if said.verdict in ("tension", "contradiction") else None
    return f"alone: {said.verdict} ({said.reason}, {a.dynamics}): {words}" + (f" Hint: {hint}." if hint else "")


def _shown(found: Iterable[Finding], left: str, right: str) -> str:
    """What the whole store's findings say of the two."""
    for finding in found:
        at = [{n for n, answer in enumerate(finding.answers) if name in answer.claims} for name in (left, right)]
        if at[0] & at[1]:
            return f"in the store: agreement, finding {finding.id}"
        for one in finding.relations:
            if {one.left, one.right} in [{x, y} for x in at[0] for y in at[1]]:
                return f"in the store: {one.verdict} ({one.reason}), finding {finding.id}"
    return "in the store: no finding holds them against each other"
