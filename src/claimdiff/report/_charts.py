"""What is drawn in a report: a strip of ranges, and values over time. Places in hundredths, no pixels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claimdiff.compare import wording
from claimdiff.model import Answer, Claim, Finding
from claimdiff.report import _scale
from claimdiff.report._cite import day, low_high, outlet, when
from claimdiff.report._scale import Scale

Tick = tuple[float, str]


class Bar(NamedTuple):
    """An answer's range; ``open`` where it has no upper end, ``point`` where it is one value."""

    number: int
    x: float
    width: float
    open: bool
    point: bool


class Strip(NamedTuple):
    """All answers of a finding on one scale."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    logarithmic: bool


class Point(NamedTuple):
    """A claim in time: ``low`` and ``high`` are the ends of what its words allow."""

    claim: str
    number: int
    x: float
    y: float
    low: float
    high: float
    words: str


class Timeline(NamedTuple):
    """The dated claims of a finding."""

    points: tuple[Point, ...]
    days: tuple[Tick, ...]
    values: tuple[Tick, ...]
    logarithmic: bool


def strip(finding: Finding) -> Strip | None:
    """The ranges of the answers; None where there is nothing to set side by side."""
    ends = [(_end(answer.low), _end(answer.high)) for answer in finding.answers]
    days = any(isinstance(end, str) for answer in finding.answers for end in (answer.low, answer.high))
    scale = _scale.numbers([end for pair in ends for end in pair if end is not None and (end > 0 or days)], days)
    if scale is None or len(ends) < 2 or any(pair == (None, None) for pair in ends):
        return None
    bars = tuple(_bar(n, low, high, scale) for n, (low, high) in enumerate(ends, 1))
    return Strip(bars, _hundredths(scale.ticks), scale.logarithmic)


def _bar(number: int, low: float | None, high: float | None, scale: Scale) -> Bar:
    start = _place(low, scale, 0.0)
    end = _place(high, scale, 1.0)
    return Bar(number, _r(start), _r(max(end - start, 0.0)), high is None, low == high)


def _place(value: float | None, scale: Scale, unknown: float) -> float:
    if value is None:
        return unknown
    return scale.at(value) if value > 0 or not scale.logarithmic else 0.0


def _end(value: float | str | None) -> float | None:
    if isinstance(value, str):
        known = day(value)
        return known.toordinal() if known else None
    return value


def timeline(finding: Finding, claims: Mapping[str, Claim]) -> Timeline | None:
    """Values by the day that they hold for; None unless there are two answers, two days and a scale."""
    dated = list(_dated(finding, claims))
    days = _scale.numbers([row[2] for row in dated], days=True)
    ordinal = bool(dated) and dated[0][1].kind == "date"
    values = _scale.numbers([row[3] for row in dated if row[3] > 0], ordinal)
    if len(finding.answers) < 2 or days is None or values is None or len({row[2] for row in dated}) < 2:
        return None
    points = tuple(_point(*row, days=days, values=values) for row in dated)
    return Timeline(points, _hundredths(days.ticks), _hundredths(values.ticks), values.logarithmic)


def _dated(finding: Finding, claims: Mapping[str, Claim]) -> Iterator[tuple[int, Claim, float, float]]:
    """Answer's number, claim, day and value of each claim that has both, each claim once."""
    seen: set[str] = set()
    for number, answer in enumerate(finding.answers, 1):
        for claim in _known(answer, claims):
            at, value = when(claim), middle(claim)
            if at and value is not None and claim.id not in seen:
                seen.add(claim.id)
                yield number, claim, at.toordinal(), value


def _known(answer: Answer, claims: Mapping[str, Claim]) -> Sequence[Claim]:
    return [claims[one] for one in answer.claims if one in claims]


def middle(claim: Claim) -> float | None:
    """The number that is stated, else the middle of what the words allow, else the end that is known."""
    stated = getattr(claim.value, "number", None)
    if stated is not None:
        return float(stated)
    ends = [end for end in low_high(claim) if end is not None]
    return sum(ends) / len(ends) if ends else None


def _point(number: int, claim: Claim, at: float, value: float, days: Scale, values: Scale) -> Point:
    low, high = low_high(claim)
    words = f"{outlet(claim)}: {wording.value(claim.value)}, {when(claim)}"
    y, bottom, top = _place(value, values, 0), _place(low, values, 0), _place(high, values, 1)
    return Point(claim.id, number, _r(days.at(at)), _r(1 - y), _r(1 - bottom), _r(1 - top), words)


def _hundredths(ticks: Sequence[Tick]) -> tuple[Tick, ...]:
    return tuple((_r(at), words) for at, words in ticks)


def _r(part: float) -> float:
    return round(part * 100, 2)
