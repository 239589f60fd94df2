"""A first annotation, for a person to correct: rows from what claimdiff finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from claimdiff.evaluate._check import ROLES, places
from claimdiff.evaluate.gold import Key
from claimdiff.evaluate.match import by_claim, verdict
from claimdiff.model import Claim, Finding, Moment, Value
from claimdiff.store.jsonl import plain


def rows(claims: Iterable[Claim], texts: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """A row for each claim, in the order of documents and words; roles only where one was found."""
    order = {doc: place for place, doc in enumerate(texts)}
    for claim in sorted(claims, key=lambda one: (order[one.source.doc], one.evidence.start)):
        doc, words, nth = key(claim, texts)
        row: dict[str, Any] = {"doc": doc, "text": words} | ({"nth": nth} if nth > 1 else {})
        row |= {"kind": claim.kind, "topic": claim.topic, "value": _value(plain(claim.value))}
        roles = {role: getattr(claim.subject, role) for role in ROLES}
        row |= {role: said for role, said in roles.items() if said}
        row |= {"time": {"edtf": claim.time.edtf, "modifier": claim.time.modifier}} if claim.time else {}
        yield row | {"stance": claim.stance}


def key(claim: Claim, texts: Mapping[str, str]) -> Key:
    """How rows name a claim: its document, its words, which occurrence of them."""
    words, start = claim.evidence.text, claim.evidence.start
    return claim.source.doc, words, places(texts[claim.source.doc], words).index(start) + 1


def _value(said: Value) -> dict[str, Any]:
    """What is stated of a value."""
    if isinstance(said, Moment):
        return {"edtf": said.edtf, "modifier": said.modifier}
    ends = {"low": said.low, "high": said.high} if said.modifier in ("between", "vague") else {"number": said.number}
    return ends | {"modifier": said.modifier, "unit": said.unit}


def pairs(
    findings: Sequence[Finding], claims: Mapping[str, Claim], texts: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    """A row for each two answers that were held against each other, and for each answer of several claims."""
    of_claim = by_claim(findings)
    named: dict[Key, str] = {}
    for claim in claims.values():
        named.setdefault(key(claim, texts), claim.id)
    seen = set()
    for a, b, why in _compared(findings):
        keys = key(claims[a], texts), key(claims[b], texts)
        # Words that bear two claims name the first alone.
        if frozenset(keys) not in seen and [named[one] for one in keys] == [a, b]:
            seen.add(frozenset(keys))
            yield {"a": _side(keys[0]), "b": _side(keys[1]), "verdict": verdict(of_claim, a, b), "why": why}


def _compared(findings: Iterable[Finding]) -> Iterator[tuple[str, str, str]]:
    """Two claims for each relation, and for each answer that has two; with the reason in words."""
    for finding in findings:
        for one in finding.relations:
            yield finding.answers[one.left].claims[0], finding.answers[one.right].claims[0], one.explanation
        for answer in finding.answers:
            if len(answer.claims) > 1:
                yield answer.claims[0], answer.claims[1], "the values agree"


def _side(named: Key) -> list[str | int]:
    return list(named) if named[2] > 1 else list(named[:2])
