"""Findings in words that a newcomer understands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from claimdiff.compare import wording
from claimdiff.model import Answer, Claim, Finding, Question

ASKED = {
    "troops": "How many troops are stationed",
    "deployment": "How many troops were sent",
    "withdrawal": "How many troops were withdrawn",
    "attacks": "How many attacks were there",
    "killed": "How many people were killed",
    "injured": "How many people were injured",
    "missing": "How many people are missing",
    "arrested": "How many people were arrested",
    "hostages": "How many hostages or prisoners",
    "displaced": "How many people are displaced",
    "rescued": "How many people were rescued",
    "protesters": "How many people protested",
    "seats": "How many seats",
    "attendance": "How many were present",
    "votes": "How many votes",
    "signatures": "How many signed",
    "turnout": "How many voted",
    "bases": "How many bases",
    "factions": "How many factions",
    "weapons": "How many weapons",
    "buildings": "How many buildings were damaged or destroyed",
    "cases": "How many cases",
    "population": "How many inhabitants",
    "magnitude": "How strong was the earthquake",
    "depth": "How deep was the earthquake",
    "presence": "How long has the presence lasted",
}
# A country that another name says better than the register's.
_PLAIN = {"GB": "Britain", "US": "the United States", "KR": "South Korea", "AE": "the UAE"}


def title(finding: Finding, claims: Mapping[str, Claim]) -> str:
    """The question in words: "How many troops are stationed: the United States, in Iraq?"."""
    asked = finding.question
    kind = next((claims[c].kind for answer in finding.answers for c in answer.claims if c in claims), "")
    return f"{_opening(asked, kind)}{_roles(asked)}?"


def _opening(asked: Question, kind: str) -> str:
    if kind == "date":
        return f"When: {asked.topic}"
    if kind == "rank":
        return f"Which rank: {asked.topic}"
    if kind == "duration":
        return "How long" if asked.topic in ("other", "presence") else f"How long: {asked.topic}"
    if kind == "share":
        return f"What share: {asked.topic}"
    return ASKED.get(asked.topic) or f"How much: {_noun(asked)}"


def _noun(asked: Question) -> str:
    return asked.text.split(" · ")[1] if asked.topic == "other" and " · " in asked.text else asked.topic


def _roles(asked: Question) -> str:
    said = [
        asked.group,
        f"by or of {name(asked.actor)}" if asked.actor else None,
        f"against or for {name(asked.target)}" if asked.target else None,
        f"in {name(asked.place)}" if asked.place else None,
        f"at the time {wording.edtf(asked.time)}" if asked.time and "/" not in asked.time else asked.time,
    ]
    words = ", ".join(part for part in said if part)
    return f", {words}" if words else ""


@lru_cache(maxsize=1024)
def name(role: str) -> str:
    """A country's English name, a city with its country, an organisation as its slug says."""
    country, _, city = role.partition("/")
    if city:
        return f"{city.replace('-', ' ').title()} ({name(country)})"
    if country in _PLAIN:
        return _PLAIN[country]
    if len(country) == 2 and country.isupper():
        return _territory(country)
    return country.upper() if len(country) < 5 else country.replace("-", " ").title()


def _territory(code: str) -> str:
    from babel import Locale

    found: str | None = Locale("en").territories.get(code)
    return found or code


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
