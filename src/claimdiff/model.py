"""The records that pass from room to room: frozen, slotted, without behaviour.

Offsets are Unicode code points into ``Document.text`` as it was read; spans are half open.
Vocabularies (kinds, modifiers, stances, verdicts) are those of the claim specification, version 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimdiff.records import quick

Kind = Literal["quantity", "share", "date", "duration", "rank"]
Modifier = Literal["exact", "about", "more_than", "at_least", "less_than", "at_most", "between", "vague"]
DateModifier = Literal["on", "early", "mid", "late", "about", "before", "after", "since", "until", "by", "between"]
Stance = Literal["asserted", "denied", "planned", "conditional", "superseded"]
Verdict = Literal["agreement", "update", "tension", "contradiction"]
Dynamics = Literal["static", "event", "level", "cumulative"]
Reason = Literal[
    "disjoint",
    "part_exceeds_whole",
    "parts_do_not_sum",
    "growth",
    "lagged",
    "revision",
    "stated_change",
    "apart_in_time",
    "stretched",
    "undated",
    "rounding",
    "agreement",
]
Claimants = Literal["same", "different", "unknown"]


@quick
@dataclass(frozen=True, slots=True)
class Document:
    """One article by one source. ``published`` is an ISO date or date-time, or None."""

    id: str
    text: str
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None


@quick
@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim comes from: its document without the text."""

    doc: str
    publisher: str | None
    title: str | None
    url: str | None
    published: str | None
    language: str | None


@quick
@dataclass(frozen=True, slots=True)
class Quantity:
    """The value of a quantity, share, duration or rank.

    ``number`` is what is stated (None for a vague word or a range); ``low`` and ``high`` are the widest
    interval that the words allow (None is unbounded).
    """

    number: float | None
    low: float | None
    high: float | None
    modifier: Modifier
    unit: str | None


@quick
@dataclass(frozen=True, slots=True)
class Moment:
    """The value of a date: EDTF level 1, with the first and last day it may mean (ISO, None where unknown).

    ``inferred`` names the parts that the text doesn't state, ``("year",)``; ``explain`` says why they were
    filled in, or what doesn't fit (the weekday beside a full date).
    """

    edtf: str
    earliest: str | None
    latest: str | None
    modifier: DateModifier
    inferred: tuple[str, ...] = ()
    explain: str | None = None


Value = Quantity | Moment


@quick
@dataclass(frozen=True, slots=True)
class Mention:
    """A number, quantity, share, duration, rank or date in a text, whatever it is about."""

    kind: Kind
    text: str
    start: int
    end: int
    value: Value


@quick
@dataclass(frozen=True, slots=True)
class Subject:
    """What is counted or dated, and its roles. Unknown is None: a wrong guess is worse than none.

    ``inferred`` names the roles that the words beside the value don't give, ``("place",)``: where the whole article
    lies.
    """

    noun: str | None = None
    group: str | None = None
    actor: str | None = None
    target: str | None = None
    place: str | None = None
    of: str | None = None
    inferred: tuple[str, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Attribution:
    """Who states it, and the words that say so."""

    speaker: str
    cue: str


@quick
@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words, ``document.text[start:end]``, and the sentence they stand in."""

    text: str
    start: int
    end: int
    sentence: str
    sentence_start: int


@quick
@dataclass(frozen=True, slots=True)
class Claim:
    """One statement by one source that something countable or datable is so."""

    id: str
    kind: Kind
    topic: str
    value: Value
    subject: Subject
    time: Moment | None
    attribution: Attribution | None
    stance: Stance
    evidence: Evidence
    source: Source
    rule: str
    confidence: float


@quick
@dataclass(frozen=True, slots=True)
class Question:
    """What the claims of a finding all answer."""

    text: str
    topic: str
    unit: str | None
    group: str | None
    actor: str | None
    target: str | None
    place: str | None
    time: str | None


@quick
@dataclass(frozen=True, slots=True)
class Answer:
    """Claims whose values all agree. ``low`` and ``high`` are numbers, or ISO dates where dates are compared."""

    low: float | str | None
    high: float | str | None
    claims: tuple[str, ...]
    sources: int
    origins: int


@quick
@dataclass(frozen=True, slots=True)
class Relation:
    """How two answers of a finding stand to each other; ``left`` and ``right`` are positions in its answers.

    ``hint`` is a mistake that would explain the difference, never a verdict of its own. ``weighed`` are the ids of
    the claims that ``explanation`` speaks of, the earlier first where that matters, parts before their whole.
    """

    left: int
    right: int
    verdict: Verdict
    ratio: float | None
    reason: Reason
    claimants: Claimants
    internal: bool
    explanation: str
    hint: str | None = None
    weighed: tuple[str, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Finding:
    """Claims that answer one question, grouped into answers; ``verdict`` is the worst of its relations."""

    id: str
    topic: str
    verdict: Verdict
    severity: float
    question: Question
    answers: tuple[Answer, ...]
    relations: tuple[Relation, ...]
