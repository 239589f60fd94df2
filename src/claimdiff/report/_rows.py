"""Findings as rows: one for each claim of each answer. Cells that no spreadsheet takes for a formula."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimdiff.compare import wording
from claimdiff.model import Claim, Finding
from claimdiff.report import _words

Cell = str | int | float | None
COLUMNS = (
    "finding", "verdict", "severity", "topic", "question", "answer", "low", "high", "sources", "origins", "claim",
    "kind", "value", "words", "publisher", "speaker", "published", "stance", "document", "title", "url", "start",
    "end", "sentence",
)  # fmt: skip
# Beyond this a float no longer tells neighbouring whole numbers apart.
EXACT = 2.0**53
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def rows(findings: Sequence[Finding], claims: Mapping[str, Claim]) -> Iterator[tuple[Cell, ...]]:
    """The rows under COLUMNS."""
    for finding in findings:
        title = _words.title(finding, claims)
        for number, answer in enumerate(finding.answers, 1):
            counted = (whole(answer.low), whole(answer.high), answer.sources, answer.origins)
            for claim in (claims[name] for name in answer.claims if name in claims):
                head = (finding.id, finding.verdict, finding.severity, finding.topic, title, number, *counted)
                yield (*head, *_told(claim))


def _told(claim: Claim) -> tuple[Cell, ...]:
    evidence, source = claim.evidence, claim.source
    speaker = claim.attribution.speaker if claim.attribution else None
    said = (claim.id, claim.kind, wording.value(claim.value), evidence.text, source.publisher, speaker)
    where = (source.published, claim.stance, source.doc, source.title, source.url, evidence.start, evidence.end)
    return (*said, *where, evidence.sentence)


def whole(cell: Cell) -> Cell:
    """Whole numbers without a fraction: 2500, not 2500.0."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() and abs(cell) < EXACT else cell


def guarded(cell: Cell) -> Cell:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it; ``bare`` takes it off.

    >>> guarded("=1+1"), guarded("'tis"), guarded("5 of them"), guarded(-3)
    ("'=1+1", "''tis", '5 of them', -3)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def bare(cell: str) -> str:
    """What ``guarded`` was given."""
    return cell[1:] if cell.startswith("'") else cell
