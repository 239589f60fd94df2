"""What a claim is filed under: the key of its question, the number that hardly two events share."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib import resources

from claimdiff.compare import intervals
from claimdiff.compare.results import cast
from claimdiff.compare.words import bare, noun
from claimdiff.model import Claim, Evidence

Key = tuple[str, str, str, str, str]

# Topics whose groups are names, of candidates or lists, that one article gives and another leaves out.
NAMED = frozenset(("votes", "seats", "turnout"))
# Tolls: an article that has two for one place tells one thing twice.
TOLLS = frozenset(("killed", "injured", "missing", "displaced", "rescued"))
# What each year has of its own, told before it begins: another budget, another harvest.
YEARLY = frozenset(("budget", "growth", "investment", "losses", "production", "trade"))
# Units that count many things.
MANIFOLD = frozenset((None, "number", "percent", "person", "time"))
BESIDE = 4
# The noun of all counts of those on board.
ABOARD = "aboard"


def key(claim: Claim) -> Key:
    """What two claims must share to be looked at together: kind, topic, unit, group, noun for ``other``.

    All votes cast are as many as went to vote.
    """
    subject, unit = claim.subject, getattr(claim.value, "unit", None)
    if claim.topic == "votes" and unit == "vote" and cast(claim):
        return _key(claim.kind, "turnout", "person", subject.group, "")
    named = (_noun(claim) or f"?{claim.id}") if _told_by_noun(claim, unit) else ""
    return _key(claim.kind, claim.topic, unit, subject.group, named)


def lone(claim: Claim) -> bool:
    """Whether no other claim can have its key: nothing says what it counts."""
    return claim.topic == "other" and _told_by_noun(claim, getattr(claim.value, "unit", None)) and _noun(claim) is None


def _told_by_noun(claim: Claim, unit: str | None) -> bool:
    """Whether only its noun says what a claim counts: ships and kilometres are told by their unit."""
    if claim.topic != "other" or claim.kind == "duration":
        return False
    return claim.kind != "quantity" or unit in MANIFOLD


def _noun(claim: Claim) -> str | None:
    """The stem of the counted noun, one for all that name the same people."""
    named = noun(claim.subject.noun)
    if getattr(claim.value, "unit", None) != "person":
        return named
    kind = _people().get(named or "", named)
    if kind in ("person", "migrant", None) and _aboard(claim.evidence):
        return ABOARD
    return kind if kind != "migrant" else named


def _aboard(evidence: Evidence) -> bool:
    """Whether one of the words right before a count or behind it says that it is of those on board."""
    start = evidence.start - evidence.sentence_start
    sides = evidence.sentence[:start], evidence.sentence[start + len(evidence.text) :]
    before, after = (bare(side).split() for side in sides)
    return not _nouns()["board"].isdisjoint((*before[-BESIDE:], *after[:BESIDE]))


@cache
def _nouns() -> dict[str, frozenset[str]]:
    table = tomllib.loads(resources.files(__package__).joinpath("nouns.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in table.items()}


@cache
def _people() -> dict[str, str]:
    """The kind of people that a noun names."""
    return {word: name for name, words in _nouns().items() if name != "board" for word in words}


@lru_cache(maxsize=32768)
def _key(kind: str, topic: str, unit: str | None, group: str | None, named: str) -> Key:
    unit = "duration" if unit in intervals.DAYS else unit or ""
    return kind, topic, unit, "" if topic in NAMED else bare(group or ""), named


def telling(claim: Claim) -> float | None:
    """The number of a count that hardly two events share: three digits and more before the noughts."""
    number = getattr(claim.value, "number", None)
    if number is None or claim.kind not in ("quantity", "share"):
        return None
    return number if len(f"{number:.6g}".replace(".", "").strip("0")) >= 3 else None
