"""Findings in words that a newcomer understands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from claimdiff import words
from claimdiff.compare import wording
from claimdiff.model import Answer, Claim, Finding, Relation, Verdict
from claimdiff.report._cite import clean, outlet, published
from claimdiff.report._lines import Setting, apart, upright
from claimdiff.report._questions import ask

_WORSE: tuple[str, ...] = get_args(Verdict)


def title(finding: Finding, claims: Mapping[str, Claim]) -> str:
    """The question in words: "How many US troops are there in Iraq?"."""
    said = (claims[claim].kind for answer in finding.answers for claim in answer.claims if claim in claims)
    return ask(finding.question, next(said, "quantity"))


def span(answer: Answer, unit: str | None = None) -> str:
    """An answer's range: "2,250–2,750", an end that is open as ≥ or ≤, one value alone; of a share in percent."""
    mark = "%" if unit == "percent" else ""
    low, high = (end and end + mark for end in map(_end, (answer.low, answer.high)))
    if low == high:
        return low or words.now()("say", "unknown")
    if low and high:
        return f"{low}–{high}"
    return f"≥ {low}" if low else f"≤ {high}"


def _end(value: float | str | None) -> str | None:
    return wording.number(value) if isinstance(value, int | float) else value


def stated(claim: Claim) -> str:
    """A claim's value in words; a rank as one."""
    value = wording.value(claim.value)
    return words.now()("say", "rank", value) if claim.kind == "rank" else value


def spoken(answer: Answer, claims: Mapping[str, Claim]) -> str:
    """The answer's values as its sources put them, each once, the most frequent first."""
    said: dict[str, int] = {}
    for claim in answer.claims:
        if claim in claims:
            value = stated(claims[claim])
            said[value] = said.get(value, 0) + 1
    ordered: Sequence[str] = sorted(said, key=lambda value: (-said[value], value))
    more = words.now().count("more_values", len(ordered) - 3) if len(ordered) > 3 else ""
    return " / ".join(ordered[:3]) + more if ordered else span(answer)


def sourced(claim: Claim, setting: Setting) -> str:
    """Outlet, speaker and date of a claim, each kept apart from the others."""
    said, source = words.now(), apart(outlet(claim), setting)
    if claim.attribution:
        source = said("say", "quoting", source=source, speaker=apart(clean(claim.attribution.speaker), setting))
    day = published(claim)
    return f"{source} ({upright(day, setting) if day else said('say', 'undated')})"


def counted(answer: Answer) -> str:
    """How many sources an answer has, and how many of them are independent where that differs."""
    said = words.now()
    same = said("say", "independent", answer.origins) if answer.origins != answer.sources else ""
    return said.count("source", answer.sources) + same


def reasons(finding: Finding) -> list[Relation]:
    """The relations, the worst first as they stand, one of those that say the same."""
    ordered = sorted(finding.relations, key=lambda one: -_WORSE.index(one.verdict))
    seen = {(one.verdict, one.explanation, one.internal): one for one in reversed(ordered)}
    return [one for one in ordered if seen[one.verdict, one.explanation, one.internal] is one]


def foremost(finding: Finding, most: int) -> list[int]:
    """The places of the answers to show of many: those of the worst relations, then those that stand first."""
    disputed = (n for one in reasons(finding) for n in (one.left, one.right))
    return sorted(list(dict.fromkeys((*disputed, *range(len(finding.answers)))))[:most])


def verdict(name: str) -> str:
    """A verdict's name."""
    return words.now().named("verdicts", name)


def topic(name: str) -> str:
    """A topic's name."""
    return words.now().named("topics", name)
