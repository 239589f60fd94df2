"""Precision, recall and F1 of claims, kinds, topics, roles and verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from claimdiff.evaluate.gold import Gold
from claimdiff.evaluate.match import LOST, ROLES, Graded, Matched, graded
from claimdiff.model import Claim

SCHEMA = "claimdiff/evaluation/1"
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Score:
    """How many were wanted, how many were said, and how many of these were right."""

    wanted: int
    said: int
    right: int

    @property
    def precision(self) -> float | None:
        """The right ones among those that were said."""
        return _ratio(self.right, self.said)

    @property
    def recall(self) -> float | None:
        """The right ones among those that were wanted."""
        return _ratio(self.right, self.wanted)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _ratio(2 * self.right, self.said + self.wanted)

    def plain(self) -> dict[str, Any]:
        """Counts and ratios for JSON."""
        ratios = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {"wanted": self.wanted, "said": self.said, "right": self.right, **ratios}


@dataclass(frozen=True, slots=True)
class Role:
    """A role among claims that were found: right answers, null among them, and the score of answers not null."""

    graded: int
    right: int
    score: Score

    @property
    def accuracy(self) -> float | None:
        """The right ones among those that were graded."""
        return _ratio(self.right, self.graded)

    def plain(self) -> dict[str, Any]:
        """Counts and ratios for JSON."""
        return {"graded": self.graded, "correct": self.right, "accuracy": self.accuracy, **self.score.plain()}


@dataclass(frozen=True, slots=True)
class Figures:
    """All scores of some folders."""

    documents: int
    optional: int
    traps: int
    trapped: int
    detected: Score
    strict: Score
    kinds: dict[str, Score]
    topics: dict[str, Score]
    roles: dict[str, Role]
    pairs: Score
    lenient: int
    lost: int
    verdicts: dict[str, Score]

    def plain(self) -> dict[str, Any]:
        """The scores for JSON."""
        claims = {"documents": self.documents, "gold": self.detected.wanted, "predicted": self.detected.said}
        claims |= {"detected": self.detected.right, "strict": self.strict.right, "optional": self.optional}
        claims |= {"traps": self.traps, "trapped": self.trapped}
        lenient = _ratio(self.lenient, self.pairs.wanted)
        pairs = {"pairs": self.pairs.wanted, "right": self.pairs.recall, "right_none_is_update": lenient}
        pairs["lost"] = self.lost
        body = {"schema": SCHEMA, "claims": claims, "detected": self.detected.plain(), "strict": self.strict.plain()}
        groups: dict[str, Mapping[str, Score | Role]] = {}
        groups |= {"kinds": self.kinds, "topics": self.topics, "roles": self.roles, "verdicts": self.verdicts}
        told = {name: {key: one.plain() for key, one in group.items()} for name, group in groups.items()}
        avoided = _ratio(self.traps - self.trapped, self.traps)
        return body | {"traps": {"avoided": avoided}, "pairs": pairs} | told


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, _DIGITS) if whole else None


def figures(matched: Sequence[Matched], judged: Sequence[tuple[str, str]]) -> Figures:
    """The scores of some documents and pairs."""
    marks = [(one, list(graded(*one))) for document in matched for one in document.found]
    found = [one for one, _ in marks]
    strict = sum(_strict(grades) for _, grades in marks)
    wanted = [row for document in matched for row in document.rows if not row.trap and not row.optional]
    said = [claim for document in matched for claim in _said(document)]
    right = sum(a == b for a, b in judged)
    return Figures(
        documents=len(matched),
        optional=sum(row.optional and not row.trap for document in matched for row in document.rows),
        traps=sum(row.trap for document in matched for row in document.rows),
        trapped=sum(len(document.trapped) for document in matched),
        detected=Score(len(wanted), len(said), len(found)),
        strict=Score(len(wanted), len(said), strict),
        kinds=_by([r.said["kind"] for r in wanted], [c.kind for c in said], [claim.kind for _, claim in found]),
        topics=_by(
            [row.said["topic"] for row in wanted],
            [claim.topic for claim in said],
            [claim.topic for row, claim in found if row.said["topic"] == claim.topic],
        ),
        roles=dict(_roles([grade for _, grades in marks for grade in grades])),
        pairs=Score(len(judged), len(judged), right),
        lenient=sum(a == b or {a, b} == {"none", "update"} for a, b in judged),
        lost=sum(b == LOST for _, b in judged),
        verdicts=_by([a for a, _ in judged], [b for _, b in judged if b != LOST], [a for a, b in judged if a == b]),
    )


def _said(document: Matched) -> Iterator[Claim]:
    """The document's claims but those that an optional row allows."""
    yield from (claim for _, claim in document.found)
    yield from document.spurious
    yield from (claim for _, claim in document.trapped)


def _strict(grades: Iterable[Graded]) -> bool:
    return all(grade.right for grade in grades if grade.role in ("modifier", "topic"))


def _by(wanted: Iterable[str], said: Iterable[str], right: Iterable[str]) -> dict[str, Score]:
    """A score for each name, in the order of the names."""
    counts = Counter(wanted), Counter(said), Counter(right)
    return {name: Score(*(count[name] for count in counts)) for name in sorted(counts[0] | counts[1])}


def _roles(grades: Sequence[Graded]) -> Iterator[tuple[str, Role]]:
    for role in ROLES:
        mine = [grade for grade in grades if grade.role == role]
        if mine:
            stated = [grade for grade in mine if grade.wanted is not None]
            said = [grade for grade in mine if grade.said is not None]
            score = Score(len(stated), len(said), sum(grade.right for grade in stated))
            yield role, Role(len(mine), sum(grade.right for grade in mine), score)


def spoken(gold: Gold, language: str | None) -> Gold:
    """The part of a folder that is in a language; an article that names none is taken for Arabic."""
    if not language:
        return gold
    sought = language.lower()
    inside = tuple(one for one in gold.documents if (one.language or "ar").lower().split("-")[0] == sought)
    names = {one.id for one in inside}
    rows = tuple(row for row in gold.rows if row.doc in names)
    pairs = tuple(pair for pair in gold.pairs if pair.a[0] in names and pair.b[0] in names)
    return replace(gold, documents=inside, rows=rows, pairs=pairs)
