"""The calendar: EDTF strings, the days they may mean, thirds of months and years, missing years.

EDTF is ISO 8601-2:2019 level 1: unknown digits are X, seasons are months 21 to 24, intervals have a slash.
"""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re
from typing import NamedTuple

from claimdiff.model import DateModifier, Moment

_PATTERN = re.compile(r"([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
# Meteorological seasons of the northern hemisphere, in months; winter runs into the next year.
_FUTURE = frozenset({"until", "by"})


MISFIT = "the day doesn't fall on the weekday beside it"

# Articles state few different dates.
_kept = functools.lru_cache(1 << 13)


class Day(NamedTuple):
    """A date as far as it is stated: None is unknown. ``month`` may be a season (21-24).

    ``unknown`` is how many last digits of the year are: 1 for a decade, 2 for a century.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    unknown: int = 0

    def edtf(self) -> str:
        """The EDTF string.

        >>> Day(None, 1, 28).edtf(), Day(2014, 22).edtf(), Day(1990, unknown=1).edtf(), Day(day=4).edtf()
        ('XXXX-01-28', '2014-22', '199X', 'XXXX-XX-04')
        >>> Day(None, 22).edtf()
        'XXXX-06/XXXX-08'
        """
        if self.year is None and self.month in _SEASONS:
            first, last = _SEASONS[self.month]
            return f"XXXX-{first:02d}/XXXX-{(last - 1) % 12 + 1:02d}"
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        year = year[: 4 - self.unknown] + "X" * self.unknown
        month = f"{self.month:02d}" if self.month else "XX" if self.day else None
        parts = [year, month, f"{self.day:02d}" if self.day else None]
        return "-".join(part for part in parts if part)


@_kept
def moment(
    edtf: str, modifier: DateModifier = "on", inferred: tuple[str, ...] = (), explain: str | None = None
) -> Moment:
    """A date value with its bounds.

    >>> moment("2024-01", "late").earliest
    '2024-01-21'
    """
    first, last = bounds(edtf)
    first, last = _narrowed(first, last, modifier)
    return Moment(edtf, _iso(first), _iso(last), modifier, inferred, explain)


@_kept
def bounds(edtf: str) -> tuple[dt.date | None, dt.date | None]:
    """The first and last day that an EDTF string may mean; None where the year is unknown or open."""
    if "/" in edtf:
        first, last = edtf.split("/")
        return bounds(first)[0], bounds(last)[1]
    parts = _PATTERN.fullmatch(edtf)
    if not parts or parts[1].startswith("XX"):
        return None, None
    return _limits(parts[1], parts[2], parts[3])


def _limits(year: str, month: str | None, day: str | None) -> tuple[dt.date, dt.date]:
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if not month or "X" in month:
        return dt.date(first, 1, 1), dt.date(last, 12, 31)
    number = int(month)
    if number in _SEASONS:
        start, end = _SEASONS[number]
        return dt.date(first, start, 1), _month_end(last, end)
    if not day or "X" in day:
        return dt.date(first, number, 1), _month_end(last, number)
    return _day(first, number, int(day)), _day(last, number, int(day))


def _day(year: int, month: int, day: int) -> dt.date:
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _month_end(year: int, month: int) -> dt.date:
    year, month = (year + 1, month - 12) if month > 12 else (year, month)
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _narrowed(first: dt.date | None, last: dt.date | None, modifier: str) -> tuple[dt.date | None, dt.date | None]:
    if first is None or last is None:
        return first if modifier not in {
            "until",
            "by",
            "before",
        } else None, last if modifier == "until" else None
    match modifier:
        case "early" | "mid" | "late":
            return _third(first, last, modifier)
        case "before":
            return None, first - dt.timedelta(1)
        case "after":
            return last + dt.timedelta(1), None
        case "since":
            return first, None
        case "until" | "by":
            return None, last
    return first, last


def _third(first: dt.date, last: dt.date, which: str) -> tuple[dt.date, dt.date]:
    """Thirds of a month end on the 10th and 20th, of a year on its fourth and eighth month."""
    if first == last:
        return first, last
    if first.day == 1 and last == _month_end(first.year, first.month):
        cuts = first.replace(day=10), first.replace(day=20)
    elif first.month == 1 and last.month == 12 and first.year == last.year:
        cuts = dt.date(first.year, 4, 30), dt.date(first.year, 8, 31)
    else:
        step = (last - first) // 3
        cuts = first + step, first + 2 * step
    one = dt.timedelta(1)
    return {"early": (first, cuts[0]), "mid": (cuts[0] + one, cuts[1]), "late": (cuts[1] + one, last)}[which]


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def valid(day: Day) -> bool:
    """Whether such a day exists; 29 February does where the year is unknown."""
    if day.month is None or day.month in _SEASONS:
        return day.day is None
    if not 1 <= day.month <= 12 or day.year == 0:
        return False
    return day.day is None or 1 <= day.day <= calendar.monthrange(day.year or 2000, day.month)[1]


def reference(published: str | None) -> dt.date | None:
    """The day of a publication date or date-time; None where there is none or it can't be read."""
    try:
        return dt.date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def with_year(day: Day, published: dt.date | None, modifier: str, ahead: bool = False) -> Day:
    """Fill a missing year from the publication date: news looks back, unless the words look ahead.

    A day up to 45 days ahead of publication stays ahead (an announced date), half a year where the words are
    of what is to come (``ahead``) or a bound ("by", "until"); "since" never does.
    """
    if published is None or day.year is not None or day.month is None:
        return day
    reach = dt.timedelta(0 if modifier == "since" else 183 if ahead or modifier in _FUTURE else 45)
    for year in range(published.year + 1, published.year - 5, -1):
        candidate = day._replace(year=year)
        first, _ = bounds(candidate.edtf())
        if first is not None and first <= published + reach and valid(candidate):
            return candidate
    return day


def nearest(day: Day, other: Day) -> Day:
    """The day without a year in the year that brings it next to another, full one."""
    assert other.year is not None
    middle = bounds(other.edtf())[0]
    assert middle is not None
    found = [day._replace(year=year) for year in (other.year, other.year + 1, other.year - 1)]
    known = [candidate for candidate in found if valid(candidate)]
    return min(known, key=lambda one: _apart(one, middle), default=day) if other.month else found[0]


def _apart(day: Day, other: dt.date) -> int:
    first, _ = bounds(day.edtf())
    assert first is not None
    return abs((first - other).days)


@_kept
def parse(edtf: str) -> Day:
    """The year, month and day of an EDTF date, of an interval its end; unknown parts None.

    >>> parse("2024-01/2024-03"), parse("XXXX-01-28").day
    (Day(year=2024, month=3, day=None, unknown=0), 28)
    """
    parts = _PATTERN.fullmatch(edtf.split("/")[-1])
    if not parts:
        return Day()
    year, month, day = (int(part) if part and part.isdigit() else None for part in parts.groups())
    return Day(year, month, day)


def weekday_on(number: int, published: dt.date, direction: int) -> dt.date:
    """The weekday (0 is Monday) before or on a day (direction -1, or 0), or after it (1)."""
    if direction > 0:
        return published + dt.timedelta((number - published.weekday() - 1) % 7 + 1)
    return published - dt.timedelta((published.weekday() - number) % 7)


def monday(day: dt.date, weeks: int = 0) -> dt.date:
    """The Monday of a day's week, or of one some weeks away. Weeks are counted as ISO 8601 does."""
    return day - dt.timedelta(day.weekday()) + dt.timedelta(7 * weeks)


def week(first: dt.date) -> str:
    """The EDTF interval of the week that begins on a day."""
    return f"{first.isoformat()}/{(first + dt.timedelta(6)).isoformat()}"


def shifted(base: Day, unit: str, offset: int) -> Day | None:
    """The day, month, year, decade or century that lies ``offset`` units from a date's own; None where unknown."""
    year, month, day = base.year, base.month, base.day
    if year is None:
        return None
    if unit in {"decade", "century"}:
        size = 10 if unit == "decade" else 100
        return Day((year // size + offset) * size, unknown=1 if unit == "decade" else 2)
    if unit == "year":
        return Day(year + offset)
    if unit == "month":
        months = year * 12 + (month or 0) - 1 + offset
        return Day(months // 12, months % 12 + 1) if month else None
    if not month or not day:
        return None
    moved = dt.date(year, month, day) + dt.timedelta(offset)
    return Day(moved.year, moved.month, moved.day)


def beside(day: Day, weekday: int) -> Day:
    """A day, or the one beside it that falls on a weekday: a paper's date may be of another zone, or a day late.

    >>> beside(Day(2018, 5, 15), 0), beside(Day(2018, 5, 15), 4)
    (Day(year=2018, month=5, day=14, unknown=0), Day(year=2018, month=5, day=15, unknown=0))
    """
    there = dt.date(day.year or 1, day.month or 1, day.day or 1)
    near = [there + dt.timedelta(by) for by in (0, -1, 1)]
    found = next((one for one in near if one.weekday() == weekday), there)
    return Day(found.year, found.month, found.day)


def nth(day: Day, unit: str, number: int, weekday: int | None) -> str | None:
    """The n-th (-1: last) day, week or weekday of a month or year, as EDTF; None where there are fewer.

    >>> nth(Day(2014, 9), "day", 3, 1), nth(Day(2014, 9), "week", -1, None)
    ('2014-09-16', '2014-09-22/2014-09-28')
    """
    first, last = bounds(day.edtf())
    if first is None or last is None:
        return None
    every = 7 if unit == "week" or weekday is not None else 1
    wanted = 3 if unit == "week" else weekday if weekday is not None else first.weekday()
    found = [weekday_on(wanted, first - dt.timedelta(1), 1) if every == 7 else first]
    while found[-1] + dt.timedelta(every) <= last:
        found.append(found[-1] + dt.timedelta(every))
    if not -len(found) <= (number - 1 if number > 0 else number) < len(found):
        return None
    chosen = found[number - 1 if number > 0 else number]
    return week(chosen - dt.timedelta(3)) if unit == "week" else chosen.isoformat()
