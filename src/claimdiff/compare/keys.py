"""What a claim is filed under: the key of its question, the number that hardly two events share."""

from __future__ import annotations

from functools import lru_cache

from claimdiff.compare import cues, intervals
from claimdiff.compare.words import bare, noun
from claimdiff.model import Claim

Key = tuple[str, str, str, str, str]

# Topics whose groups are names, of candidates or lists, that one article gives and another leaves out.
NAMED = frozenset(("votes", "seats", "turnout"))
# Tolls: an article that has two for one place tells one thing twice.
TOLLS = frozenset(("killed", "injured", "missing", "displaced", "rescued"))
# What each year has of its own, told before it begins: another budget, another harvest.
YEARLY = frozenset(("budget", "growth", "investment", "losses", "production", "trade"))


def key(claim: Claim) -> Key:
    """What two claims must share to be looked at together: kind, topic, unit, group, noun for ``other``.

    All votes cast are as many as went to vote.
    """
    subject = claim.subject
    if claim.topic == "votes" and getattr(claim.value, "unit", None) == "vote" and cues.cast(claim):
        return _key(claim.kind, "turnout", "person", subject.group, "")
    counted = claim.topic == "other" and claim.kind != "duration"
    named = (noun(subject.noun) or f"?{claim.id}") if counted else ""
    return _key(claim.kind, claim.topic, getattr(claim.value, "unit", None), subject.group, named)


def lone(claim: Claim) -> bool:
    """Whether no other claim can have its key: nothing says what it counts."""
    return claim.topic == "other" and noun(claim.subject.noun) is None


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
