"""Findings in words that a newcomer understands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimdiff.compare import wording
from claimdiff.model import Answer, Claim, Finding
from claimdiff.report._questions import ask


def title(finding: Finding, claims: Mapping[str, Claim]) -> str:
    """The question in words: "How many US troops are in Iraq?"."""
    said = (claims[claim].kind for answer in finding.answers for claim in answer.claims if claim in claims)
    return ask(finding.question, next(said, "quantity"))


def span(answer: Answer) -> str:
    """An answer's range: "2,250–2,750", "more than or equal"-less ends as ≥ and ≤, one value alone."""
    low, high = (_end(value) for value in (answer.low, answer.high))
    if low == high:
        return low or "unknown"
    if low and high:
        return f"{low}–{high}"
    return f"≥ {low}" if low else f"≤ {high}"


def _end(value: float | str | None) -> str | None:
    return wording.number(value) if isinstance(value, int | float) else value


def spoken(answer: Answer, claims: Mapping[str, Claim]) -> str:
    """The answer's values as its sources put them, each once, the most frequent first."""
    said: dict[str, int] = {}
    for claim in answer.claims:
        if claim in claims:
            words = wording.value(claims[claim].value)
            said[words] = said.get(words, 0) + 1
    ordered: Sequence[str] = sorted(said, key=lambda words: (-said[words], words))
    more = f" and {len(ordered) - 3} more" if len(ordered) > 3 else ""
    return " / ".join(ordered[:3]) + more if ordered else span(answer)


def sourced(claim: Claim) -> str:
    """Outlet, speaker and date of a claim."""
    outlet = claim.source.publisher or claim.source.doc
    speaker = f", quoting {claim.attribution.speaker}" if claim.attribution else ""
    when = (claim.source.published or "")[:10] or "undated"
    return f"{outlet}{speaker} ({when})"
