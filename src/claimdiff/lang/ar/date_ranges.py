"""Dates from one to another: days, weekdays, months, years; quarters and halves."""

from __future__ import annotations

from typing import Any

from claimdiff.grammar.calendar import Day
from claimdiff.grammar.dates import Stated
from claimdiff.grammar.reading import Reading
from claimdiff.grammar.rule import Hit
from claimdiff.lang.ar.date_words import (
    MONTH,
    NOT_COUNTED,
    OF,
    OF_ONE,
    PARTS,
    REL,
    YEAR,
    counted,
    is_year,
    month,
    number,
    reading,
    said,
    stated,
    weekday,
)

_SPAN = 60


def _days(hit: Hit) -> Reading | list[Reading] | None:
    """From a day to a later one of the same month; two days that only "and" joins, if not in turn, are two dates."""
    first, last = number(said(hit, "day1")), number(said(hit, "day"))
    if first is None or last is None or not first < last <= 31 or counted(hit):
        return None
    day = Day(number(said(hit, "year")), month(hit), last)
    if last > first + 1 and _joined(hit):
        return _apart(hit, day._replace(day=first), day)
    return _made(hit, day._replace(day=first), day)


def _joined(hit: Hit) -> bool:
    """Whether nothing but "and" stands between two days."""
    between = {cat for token in hit.tokens[hit.start : hit.match.start("day")] for cat in token.cats}
    return not between & {"BETWEEN", "FROM", "TO", "DASH"}


def _apart(hit: Hit, first: Day, last: Day) -> list[Reading]:
    found = [reading(hit, stated(hit, day)) for day in (first, last)]
    found[0].start, found[0].end = hit.match.start("day1"), hit.match.end("day1")
    found[1].start = hit.match.start("day")
    return found


def _made(hit: Hit, first: Day, last: Day) -> Reading:
    end = stated(hit, last, modifier="on", weekday=None)
    return reading(hit, stated(hit, first, modifier="on", weekday=None, until=end))


def _span(hit: Hit) -> Reading | None:
    """From a day of one month to a day of another; from month to month."""
    last = Day(number(said(hit, "year")), month(hit), number(said(hit, "day")))
    first = Day(number(said(hit, "year1")), month(hit, "month1"), number(said(hit, "day1")))
    if counted(hit):
        return None
    start = Stated(first, "on", stated(hit, last, modifier="on"))
    return reading(hit, start)


def _years(hit: Hit) -> Reading | None:
    """From year to year, also in two digits at the end ("2014-15")."""
    token, last = said(hit, "year1"), number(said(hit, "year"))
    first = number(token)
    if first is None or last is None or not is_year(token):
        return None
    last = first // 100 * 100 + last if last < 100 else last
    if not first < last <= first + 4 * _SPAN:
        return None
    return reading(hit, Stated(Day(first), "on", Stated(Day(last))))


def _fiscal(hit: Hit) -> Reading | None:
    last = number(said(hit, "year")) or 0
    return _years(hit) if last - (number(said(hit, "year1")) or 0) <= _SPAN and last <= 2060 else None


def _weekdays(hit: Hit) -> Reading | None:
    first, last = weekday(hit, "first"), weekday(hit)
    if first is None or last is None or first == last:
        return None
    end = stated(hit, Day(), modifier="on")
    return reading(hit, Stated(weekday=first, direction=end.direction, ahead=end.ahead, until=end))


def _part(hit: Hit, size: int) -> Reading | None:
    """A quarter or half of a year: its months; a half of a month: its days."""
    count = number(said(hit, "number")) or 0
    if not 1 <= count <= 12 // size:
        return None
    year = number(said(hit, "year"))
    if (named := month(hit)) is not None:
        first, last = (Day(year, named, 1), Day(year, named, 15))
        if count == 2:
            first, last = Day(year, named, 16), Day(year, named, 28 if named == 2 else 30 if named in _SHORT else 31)
        return _made(hit, first, last)
    more: dict[str, Any] = {"weekday": None}
    start, end = Day(year, size * (count - 1) + 1), Day(year, size * count)
    return reading(hit, stated(hit, start, until=stated(hit, end, modifier="on", **more), **more))


_SHORT = (4, 6, 9, 11)


def _quarter(hit: Hit) -> Reading | None:
    return _part(hit, 3)


def _half(hit: Hit) -> Reading | None:
    return _part(hit, 6)


_TO = "(?:TO|DASH)"
_BEFORE = "(?:BETWEEN|FROM)"
_D = "(?:DAY!TIME|ORDDAY)"
_WEEK = "(?:DAYPART|DAYWORD)* (?: WEEKDAY (?:COMMA|DAYWORD)? )?"
_FIRST_MONTH = "FROM? MONTHWORD? month1:MONTH (?: (?:SLASH|DASH) MONTH | LPAR MONTH RPAR )?"
_FIRST_YEAR = "(?: FROM? YEARWORD? year1:YEAR )?"
_AND = "(?:TO|DASH|AND|(?=CONJ))"
FIRST = (
    ("span", f"(?:BETWEEN|FROM)? YEARWORD? year1:YEAR!CONJ (?:DASH|SLASH) year:YEAR {NOT_COUNTED}", _fiscal),
    ("day", f"(?:BETWEEN|FROM)? {_WEEK} day1:{_D} DASH {_WEEK} day:{_D} FROM? MONTHWORD? {MONTH} {OF}", _days),
)
ROWS = (
    ("range", f"{_BEFORE} {_WEEK} day1:{_D} {_AND} {_WEEK} day:{_D} FROM? MONTHWORD? {MONTH} {OF}", _days),
    ("range", f"{_WEEK} day1:{_D} {_TO} {_WEEK} day:{_D} FROM? MONTHWORD? {MONTH} {OF}", _days),
    ("range", f"{_WEEK} day1:{_D} {_WEEK} day:(?:DAY.CONJ|ORDDAY.CONJ) FROM? MONTHWORD? {MONTH} {OF}", _days),
    (
        "span",
        f"{_BEFORE}? {_WEEK} day1:{_D} {_FIRST_MONTH} {_FIRST_YEAR} {_TO} {_WEEK} day:{_D} FROM? {MONTH} {OF}",
        _span,
    ),
    (
        "span",
        f"BETWEEN {_WEEK} day1:{_D} {_FIRST_MONTH} {_FIRST_YEAR} {_AND} {_WEEK} day:{_D} FROM? {MONTH} {OF}",
        _span,
    ),
    ("span", f"{_BEFORE} {_FIRST_MONTH} {_FIRST_YEAR} {_TO} MONTHWORD? {MONTH} {OF}", _span),
    ("span", f"BETWEEN {_FIRST_MONTH} {_FIRST_YEAR} {_AND} MONTHWORD? {MONTH} {OF}", _span),
    ("span", f"month1:MONTH {_FIRST_YEAR} DASH {MONTH} {YEAR}", _span),
    ("span", f"BETWEEN YEARWORD? year1:YEAR {_AND} YEARWORD? year:YEAR {NOT_COUNTED}", _years),
    ("span", f"FROM YEARWORD? year1:YEAR TO YEARWORD? year:YEAR {NOT_COUNTED}", _years),
    ("span", f"YEARWORD year1:YEAR {_TO} YEARWORD? year:YEAR", _years),
    (
        "weekdays",
        f"(?:FROM|BETWEEN) DAYWORD? first:WEEKDAY (?:TO|(?=CONJ)) DAYWORD? weekday:WEEKDAY rel:{REL}?",
        _weekdays,
    ),
    ("weekdays", "DAYPART first:WEEKDAY DASH? weekday:WEEKDAY", _weekdays),
    ("quarter", f"{PARTS} QUARTER.DEF number:ORD.DEF {OF_ONE}", _quarter),
    ("quarter", f"{PARTS} QUARTER.DEF number:ORD.DEF year:YEAR", _quarter),
    ("half", f"{PARTS} HALF.DEF number:ORD.DEF FROM? MONTHWORD? {MONTH} {OF}", _half),
    ("half", f"{PARTS} HALF.DEF number:ORD.DEF {OF_ONE}", _half),
)
