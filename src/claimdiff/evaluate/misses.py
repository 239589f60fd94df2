"""Every miss with its place: what was expected, what was said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimdiff.compare.wording import value as worded
from claimdiff.evaluate.gold import CLAIMS, FINDINGS, Gold, Row
from claimdiff.evaluate.match import LOST, Matched, graded
from claimdiff.model import Claim


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that went wrong. ``line`` is that of the row in ``file``; None where no row speaks of it."""

    what: str
    file: str
    line: int | None
    doc: str
    words: str
    expected: str
    said: str
    sentence: str | None = None

    @property
    def where(self) -> str:
        """File and line, or the file alone."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


def misses(gold: Gold, matched: Sequence[Matched], judged: Sequence[tuple[str, str]]) -> Iterator[Miss]:
    """The misses of a folder, document by document, then its pairs."""
    claims = str(gold.folder / CLAIMS)
    for document in matched:
        yield from _document(document, claims)
    for pair, (wanted, got) in zip(gold.pairs, judged, strict=True):
        if wanted != got:
            expected = f"{wanted} ({pair.why})" if pair.why else wanted
            both, words = f"{pair.a[0]}, {pair.b[0]}", f"{pair.a[1]} / {pair.b[1]}"
            said = "nothing: one of the claims was not found" if got == LOST else got
            yield Miss("verdict", str(gold.folder / FINDINGS), pair.line, both, words, expected, said)


def _document(one: Matched, file: str) -> Iterator[Miss]:
    for row in one.missed:
        yield Miss("missed", file, row.line, one.doc, row.words, _row(row), _near(row, one))
    for row, claim in one.found:
        wrong = [grade for grade in graded(row, claim) if not grade.right]
        if wrong:
            expected = ", ".join(f"{grade.role} {grade.wanted}" for grade in wrong)
            said = ", ".join(f"{grade.role} {grade.said}" for grade in wrong)
            yield Miss("wrong", file, row.line, one.doc, row.words, expected, said, claim.evidence.sentence)
    for claim in one.spurious:
        words, sentence = claim.evidence.text, claim.evidence.sentence
        yield Miss("spurious", file, None, one.doc, words, "nothing", _claim(claim), sentence)
    for row, claim in one.trapped:
        words, expected = claim.evidence.text, f"nothing ({row.said['trap']})"
        yield Miss("trapped", file, row.line, one.doc, words, expected, _claim(claim), claim.evidence.sentence)


def _row(row: Row) -> str:
    return f"{row.said['kind']} {row.said['topic']} {_stated(row.said['value'])}"


def _stated(value: Mapping[str, Any]) -> str:
    """An annotated value in a few words: as it stands in the row."""
    ends = [str(value[name]) for name in ("edtf", "number") if value.get(name) is not None]
    ends += [f"{value.get('low')} – {value.get('high')}"] if "low" in value or "high" in value else []
    return " ".join([str(value["modifier"]), *ends, *filter(None, [value.get("unit")])])


def _near(row: Row, document: Matched) -> str:
    """What was said of the same words instead, if anything."""
    spans = [claim for claim in document.spurious if claim.evidence.start < row.end and row.start < claim.evidence.end]
    return "; ".join(map(_claim, spans)) or "nothing"


def _claim(claim: Claim) -> str:
    return f"{claim.kind} {claim.topic} {worded(claim.value)}"
