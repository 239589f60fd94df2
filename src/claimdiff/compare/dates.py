"""Spans of days from EDTF: full ones as proleptic ordinals, those without a year as days of a leap year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from claimdiff.model import Moment

DAYS_OF_CYCLE = 366
LEAP_YEAR = 2000
FOREVER = float("inf")
_SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12}
_THIRDS = {"early": 0, "mid": 1, "late": 2}
_PART = re.compile(r"^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?$")


@dataclass(frozen=True, slots=True)
class Span:
    """Days from ``low`` to ``high``, both within it; ``cyclic`` where the year is unknown.

    Full spans hold ordinals of ``datetime.date`` (fractions where the hour is known), cyclic ones days of
    a leap year, 1 to 366.
    """

    low: float
    high: float
    cyclic: bool = False


def meets(a: Span, b: Span) -> bool:
    """Whether the two share a day; a span without a year is laid on the other's year."""
    a, b = alike(a, b)
    return a.low <= b.high and b.low <= a.high


def gap(a: Span, b: Span) -> float:
    """Days between the nearest ends, 0 where the spans meet."""
    a, b = alike(a, b)
    return max(0.0, a.low - b.high, b.low - a.high)


def alike(a: Span, b: Span) -> tuple[Span, Span]:
    """Both spans on one scale."""
    if a.cyclic == b.cyclic:
        return a, b
    return (a, cycle(b)) if a.cyclic else (cycle(a), b)


def cycle(span: Span) -> Span:
    """A full span as days of a leap year; the whole year where it is longer than one or crosses New Year."""
    if span.low == -FOREVER or span.high == FOREVER or span.high - span.low >= DAYS_OF_CYCLE - 1:
        return Span(1, DAYS_OF_CYCLE, True)
    low, high = (_day_of_leap_year(date.fromordinal(int(day))) for day in (span.low, span.high))
    return Span(low, high, True) if low <= high else Span(1, DAYS_OF_CYCLE, True)


def _day_of_leap_year(day: date) -> int:
    return date(LEAP_YEAR, day.month, day.day).timetuple().tm_yday


@lru_cache(maxsize=65536)
def published(text: str | None) -> Span | None:
    """When a document came out: a whole day for an ISO date, a moment for a date and time, by one clock for all."""
    if not text:
        return None
    try:
        if len(text) <= 10:
            start = float(date.fromisoformat(text).toordinal())
            return Span(start, start + 0.999)
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    start = moment.toordinal() + (moment.hour * 60 + moment.minute) / 1440
    return Span(start, start)


@lru_cache(maxsize=65536)
def stated(moment: Moment) -> Span | None:
    """The days that the words allow, modifier included; None where neither year nor month is known."""
    span = unit(moment)
    if span is None:
        return None
    low, high = span.low, span.high
    if moment.modifier in _THIRDS:
        return _third(span, _THIRDS[moment.modifier])
    if moment.modifier == "about":
        reach = max(3.0, high - low + 1)
        return Span(low - reach, high + reach, span.cyclic)
    if moment.modifier == "after":
        return Span(low, DAYS_OF_CYCLE if span.cyclic else FOREVER, span.cyclic)
    if moment.modifier == "before":
        return Span(1 if span.cyclic else -FOREVER, high, span.cyclic)
    return span


@lru_cache(maxsize=65536)
def unit(moment: Moment) -> Span | None:
    """The stated year, season, month or day itself, without its modifier."""
    parts = [_edge(part) for part in re.sub("[~?%]", "", moment.edtf).split("/")]
    if len(parts) == 2 and parts[0] and parts[1] and parts[0].cyclic == parts[1].cyclic:
        return Span(parts[0].low, parts[1].high, parts[0].cyclic)
    if len(parts) == 1 and parts[0]:
        return parts[0]
    return _from_days(moment)


def _from_days(moment: Moment) -> Span | None:
    if moment.earliest is None and moment.latest is None:
        return None
    low = date.fromisoformat(moment.earliest).toordinal() if moment.earliest else -FOREVER
    high = date.fromisoformat(moment.latest).toordinal() if moment.latest else FOREVER
    return Span(low, high)


def _edge(text: str) -> Span | None:
    """The span of one EDTF date, open ends and unknown months as None."""
    hit = _PART.match(text)
    if not hit or hit[1] == "0000":
        return None
    year, month, day = hit[1], hit[2], hit[3]
    if year == "XXXX":
        return _yearless(month, day)
    if "X" in year:
        return _years(int(year.replace("X", "0")), int(year.replace("X", "9")))
    if month is None or "X" in month:
        return _years(int(year), int(year))
    try:
        return _in_year(int(year), int(month), day)
    except ValueError:
        return None


def _yearless(month: str | None, day: str | None) -> Span | None:
    if month is None or "X" in month:
        return None
    try:
        span = _in_year(LEAP_YEAR, int(month), day)
    except ValueError:
        return None
    return cycle(span) if span else None


def _years(first: int, last: int) -> Span:
    return Span(date(max(first, 1), 1, 1).toordinal(), date(last, 12, 31).toordinal())


def _in_year(year: int, month: int, day: str | None) -> Span | None:
    if month in _SEASON_START:
        return _season(year, _SEASON_START[month])
    if day is not None and "X" not in day:
        exact = date(year, month, int(day)).toordinal()
        return Span(exact, exact)
    last = calendar.monthrange(year, month)[1]
    return Span(date(year, month, 1).toordinal(), date(year, month, last).toordinal())


def _season(year: int, start: int) -> Span:
    """Three months from ``start``; a winter runs into the next year."""
    end_year, end_month = (year + 1, 2) if start == 12 else (year, start + 2)
    last = calendar.monthrange(end_year, end_month)[1]
    return Span(date(year, start, 1).toordinal(), date(end_year, end_month, last).toordinal())


def _third(span: Span, which: int) -> Span:
    """Early, middle or late third; of a month the days 1-10, 11-20, 21-end."""
    length = span.high - span.low + 1
    step = 10 if 28 <= length <= 31 else length // 3
    low = span.low + which * step
    return Span(low, span.high if which == 2 else low + step - 1, span.cyclic)
