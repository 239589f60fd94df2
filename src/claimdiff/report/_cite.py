"""Quoting articles safely: the words before, in and after the evidence; links; languages; W3C selectors."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from claimdiff.model import Claim, Moment

# Embeddings, overrides and isolates could turn the order of what stands around them.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINING = frozenset("\u200c\u200d\u200e\u200f\u061c")
AROUND = 60


class Quote(NamedTuple):
    """A sentence around its evidence; ``marked`` is empty where the evidence isn't in it."""

    before: str
    marked: str
    after: str


def clean(text: str) -> str:
    """One line of printable text: white space as blanks, nothing that steers a screen or turns its order.

    >>> clean("a\\x1b[31m\\n\\u202eb")
    'a[31m b'
    """
    spaced = "".join(" " if c.isspace() else c for c in text)
    return "".join(c for c in spaced if c not in _TURNING and (c.isprintable() or c in _JOINING))


def quote(claim: Claim) -> Quote:
    """The claim's sentence in three parts, cleaned."""
    evidence = claim.evidence
    start = evidence.start - evidence.sentence_start
    end = start + len(evidence.text)
    if start < 0 or evidence.sentence[start:end] != evidence.text:
        return Quote(clean(evidence.sentence).strip(), "", "")
    parts = evidence.sentence[:start], evidence.text, evidence.sentence[end:]
    before, marked, after = map(clean, parts)
    return Quote(before.lstrip(), marked, after.rstrip())


def link(url: str | None) -> str | None:
    """The address where it is one of the web; anything else (``javascript:``, a path) is no link.

    >>> link("https://example.org/a"), link("javascript:alert(1)"), link("//example.org")
    ('https://example.org/a', None, None)
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def outlet(claim: Claim) -> str:
    """The publisher, else the document."""
    return clean(claim.source.publisher or claim.source.doc)


def published(claim: Claim) -> str | None:
    """The day of publication, ISO."""
    return claim.source.published[:10] if claim.source.published else None


def language(claim: Claim) -> str | None:
    """The language's tag where it is plainly one."""
    tag = claim.source.language or ""
    return tag if tag.replace("-", "").isalnum() and tag.isascii() else None


def when(claim: Claim) -> date | None:
    """The day that a value holds for: its own where the text states one, else that of publication."""
    own = claim.time.earliest or claim.time.edtf if claim.time else None
    return day(own) or day(published(claim))


def day(text: str | None) -> date | None:
    """A full ISO date, else None."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def low_high(claim: Claim) -> tuple[float | None, float | None]:
    """The ends of a value as numbers; of a date, as ordinal days."""
    value = claim.value
    if isinstance(value, Moment):
        first, last = day(value.earliest), day(value.latest)
        return first.toordinal() if first else None, last.toordinal() if last else None
    return value.low, value.high


def selectors(claim: Claim) -> list[dict[str, Any]]:
    """W3C Web Annotation selectors of the evidence: the exact words with their surroundings, and the offsets.

    Offsets count Unicode code points of the text as read, as the recommendation has it.
    """
    evidence = claim.evidence
    start = evidence.start - evidence.sentence_start
    inside = start >= 0 and evidence.sentence[start : start + len(evidence.text)] == evidence.text
    exact: dict[str, Any] = {"type": "TextQuoteSelector", "exact": evidence.text}
    if inside:
        exact["prefix"] = evidence.sentence[:start][-AROUND:]
        exact["suffix"] = evidence.sentence[start + len(evidence.text) :][:AROUND]
    return [exact, {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end}]


def turns(text: str) -> bool:
    """Whether any letter runs from right to left, so that what stands beside it could move."""
    return any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in text)
