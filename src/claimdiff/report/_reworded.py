"""Findings with their reasons in the words that hold, whatever words they were made in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from claimdiff import words
from claimdiff.compare import hints, wording
from claimdiff.model import Claim, Finding, Moment, Relation


def reworded(findings: Sequence[Finding], claims: Mapping[str, Claim]) -> list[Finding]:
    """The findings, each relation's sentence and hint said anew from the claims that it weighed."""
    return [
        replace(one, relations=tuple(_relation(relation, claims) for relation in one.relations)) for one in findings
    ]


def _relation(one: Relation, claims: Mapping[str, Claim]) -> Relation:
    """The relation in other words; as it is where its claims aren't there."""
    weighed = [claims[name] for name in one.weighed if name in claims]
    if len(weighed) < 2 or len(weighed) != len(one.weighed):
        return one
    return replace(one, explanation=_explanation(one, weighed), hint=_hint(one.hint, weighed))


def _explanation(one: Relation, weighed: Sequence[Claim]) -> str:
    if one.reason == "parts_do_not_sum":
        *parts, whole = weighed
        return wording.sentence(
            one.reason, a=wording.total([_number(part) for part in parts]), b=wording.value(whole.value)
        )
    return wording.explain(one.reason, weighed[0].value, weighed[1].value, one.ratio)


def _number(claim: Claim) -> float:
    value = claim.value
    if isinstance(value, Moment):
        return 0.0
    return value.number if value.number is not None else value.low or 0.0


def _hint(said: str | None, weighed: Sequence[Claim]) -> str | None:
    """The hint that the same two values give in the words that hold."""
    if said is None:
        return None
    for a, b in combinations(weighed, 2):
        with words.speaking(words.DEFAULT):
            same = hints.slip(a.value, b.value) == said
        if same:
            return hints.slip(a.value, b.value)
    return said
