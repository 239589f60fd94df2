"""Low, best and high of a question's counts, with the policy that chose the best."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimdiff.model import Answer, Claim, Finding, Moment, Question

POLICY = (
    "low and high are the least and the greatest figure stated; best is, of the answers that state a number and that "
    "no later figure has replaced, the number of the one with most independent origins, then most sources, then the "
    "latest publication"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """One answer of a tally."""

    low: float | None
    high: float | None
    sources: int
    origins: int
    latest: str | None


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of one question; ``best`` is None where no answer states a number."""

    finding: str
    question: Question
    verdict: str
    low: float | None
    best: float | None
    high: float | None
    sources: int
    answers: tuple[Stated, ...]


def tallies(findings: Iterable[Finding], claims: Mapping[str, Claim]) -> Iterator[Tally]:
    """A tally for each finding on counts, in the order of the findings."""
    for finding in findings:
        kinds = {claims[one].kind for answer in finding.answers for one in answer.claims if one in claims}
        if kinds <= {"quantity", "share"}:
            yield tally(finding, claims)


def tally(finding: Finding, claims: Mapping[str, Claim]) -> Tally:
    """The figures of one finding."""
    answers = tuple(_stated(answer, claims) for answer in finding.answers)
    numbers = [number for answer in finding.answers for number in _numbers(answer, claims)]
    replaced = _replaced(finding)
    figures = [_best(answer, claims) for answer in finding.answers]
    # None is the last resort, a replaced number the one before.
    best = max(range(len(answers)), key=lambda n: (figures[n] is not None, n not in replaced, *_rank(answers[n])))
    outlets = {_outlet(claims[one]) for answer in finding.answers for one in answer.claims if one in claims}
    return Tally(
        finding.id,
        finding.question,
        finding.verdict,
        min(numbers, default=None),
        figures[best],
        max(numbers, default=None),
        len(outlets),
        answers,
    )


def _replaced(finding: Finding) -> set[int]:
    """The answers that an update has left behind: the earlier of two, the later where it only repeats what was said."""
    found = set()
    for one in finding.relations:
        if one.verdict == "update" and len(one.weighed) == 2:
            old = one.weighed[1 if one.reason == "lagged" else 0]
            found |= {n for n in (one.left, one.right) if old in finding.answers[n].claims}
    return found


def _numbers(answer: Answer, claims: Mapping[str, Claim]) -> Iterator[float]:
    """What the claims of an answer state: the number itself, of a vague word or range both ends."""
    for one in answer.claims:
        value = claims[one].value if one in claims else None
        if value is not None and not isinstance(value, Moment):
            ends = (value.low, value.high) if value.number is None else (value.number,)
            yield from (number for number in ends if number is not None)


def _outlet(claim: Claim) -> str:
    return claim.source.publisher or claim.source.doc


def _stated(answer: Answer, claims: Mapping[str, Claim]) -> Stated:
    days = [day for one in answer.claims if one in claims and (day := claims[one].source.published)]
    low, high = (end if isinstance(end, int | float) else None for end in (answer.low, answer.high))
    return Stated(low, high, answer.sources, answer.origins, max(days, default=None))


def _rank(answer: Stated) -> tuple[int, int, str, float]:
    return answer.origins, answer.sources, answer.latest or "", answer.high or answer.low or 0.0


def _best(answer: Answer, claims: Mapping[str, Claim]) -> float | None:
    """The number that most claims of the answer state, the latest and largest where several do."""
    said: dict[float, list[str]] = {}
    for one in answer.claims:
        value = claims[one].value if one in claims else None
        if value is not None and not isinstance(value, Moment) and value.number is not None:
            said.setdefault(value.number, []).append(claims[one].source.published or "")
    return max(said, key=lambda number: (len(said[number]), max(said[number]), number), default=None)
