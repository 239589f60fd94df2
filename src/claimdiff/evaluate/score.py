"""The whole evaluation, top to bottom: annotated folders and what was found in; scores and misses out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from claimdiff.errors import ClaimdiffError
from claimdiff.evaluate.figures import Figures, figures, spoken
from claimdiff.evaluate.gold import Gold
from claimdiff.evaluate.match import Matched, by_claim, judged, match, named
from claimdiff.evaluate.misses import Miss, misses
from claimdiff.model import Claim, Finding


class Evaluation(NamedTuple):
    """The scores of all folders together and of each, and each miss."""

    figures: Figures
    folders: dict[str, Figures]
    misses: list[Miss]

    def plain(self) -> dict[str, Any]:
        """The scores for JSON."""
        parts = {name: one.plain() for name, one in self.folders.items()}
        told = {name: {part: one[part] for part in ("detected", "strict", "pairs")} for name, one in parts.items()}
        return {**self.figures.plain(), "folders": told}


def evaluate(
    folders: Iterable[Gold], claims: Iterable[Claim], findings: Iterable[Finding], language: str | None = None
) -> Evaluation:
    """Hold claims and the findings among them against annotated folders, in one language or all.

    Claims of documents that no folder has are left aside.
    """
    chosen = [spoken(gold, language) for gold in folders]
    said = defaultdict[str, list[Claim]](list)
    for claim in claims:
        said[claim.source.doc].append(claim)
    parts = [(gold, _matched(gold, said)) for gold in chosen]
    of_claim = by_claim(findings)
    verdicts = [judged(gold, named(matched), of_claim) for gold, matched in parts]
    told = [miss for (gold, matched), got in zip(parts, verdicts, strict=True) for miss in misses(gold, matched, got)]
    every = figures([one for _, matched in parts for one in matched], [pair for got in verdicts for pair in got])
    each = {str(gold.folder): figures(matched, got) for (gold, matched), got in zip(parts, verdicts, strict=True)}
    return Evaluation(every, each, told)


def _matched(gold: Gold, said: defaultdict[str, list[Claim]]) -> list[Matched]:
    rows = defaultdict(list)
    for row in gold.rows:
        rows[row.doc].append(row)
    return [match(one.id, rows[one.id], said[one.id]) for one in gold.documents]


def check(folders: Sequence[Gold], claims: Iterable[Claim]) -> None:
    """Raise ClaimdiffError where two folders share a document's id, or claims were made of other texts."""
    texts: dict[str, str] = {}
    for gold in folders:
        for one in gold.documents:
            if one.id in texts:
                what = f"the document {one.id!r} is in two folders"
                raise ClaimdiffError(what, str(gold.folder), "rename it in one of them, or evaluate them one by one")
            texts[one.id] = one.text
    for claim in claims:
        there, spot = texts.get(claim.source.doc), claim.evidence
        if there is not None and there[spot.start : spot.end] != spot.text:
            what = f"the claim {claim.id} quotes words that don't stand there"
            raise ClaimdiffError(what, claim.source.doc, "the store was made of other texts; extract again")
