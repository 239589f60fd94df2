"""The calendar: EDTF strings, the days they may mean, thirds of months and years, missing years.

EDTF is ISO 8601-2:2019 level 1: unknown digits are X, seasons are months 21 to 24, intervals have a slash.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import replace
from typing import NamedTuple

from claimdiff.model import DateModifier, Moment

_PATTERN = re.compile(r"([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
# Meteorological seasons of the northern hemisphere, in months; winter runs into the next year.
_FUTURE = frozenset({"until", "by"})
_AHEAD = dt.timedelta(days=45)


class Day(NamedTuple):
    """A date as far as it is stated: None is unknown. ``month`` may be a season (21-24)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    decade: bool = False

    def edtf(self) -> str:
        """The EDTF string.

        >>> Day(None, 1, 28).edtf(), Day(2014, 22).edtf(), Day(1990, decade=True).edtf()
        ('XXXX-01-28', '2014-22', '199X')
        """
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        year = year[:3] + "X" if self.decade else year
        parts = [year, f"{self.month:02d}" if self.month else None, f"{self.day:02d}" if self.day else None]
        return "-".join(part for part in parts if part)


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
    if first.day == 1 and first.month == last.month and first.year == last.year:
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


def with_year(day: Day, published: dt.date | None, modifier: str) -> Day:
    """Fill a missing year from the publication date: news looks back, unless the words look ahead.

    A day up to 45 days ahead of publication stays ahead (an announced date); "since" never does, and
    "by" and "until" always do.
    """
    if published is None or day.year is not None or day.month is None:
        return day
    this = day._replace(year=published.year)
    first, last = bounds(this.edtf())
    assert first is not None and last is not None
    if modifier in _FUTURE:
        return this if last >= published else this._replace(year=published.year + 1)
    ahead = dt.timedelta(0) if modifier == "since" else _AHEAD
    if first > published + ahead:
        return this._replace(year=published.year - 1)
    if modifier != "since" and (published - last).days > 320 and _near_next(this, published):
        return this._replace(year=published.year + 1)
    return this


def _near_next(this: Day, published: dt.date) -> bool:
    first, _ = bounds(this._replace(year=published.year + 1).edtf())
    return first is not None and first - published <= _AHEAD


def weekday_on(number: int, published: dt.date, direction: int) -> dt.date:
    """The weekday (0 is Monday) before or on a day (direction -1, or 0), or after it (1)."""
    if direction > 0:
        return published + dt.timedelta((number - published.weekday() - 1) % 7 + 1)
    return published - dt.timedelta((published.weekday() - number) % 7)


def shifted(published: dt.date, unit: str, offset: int) -> str:
    """The EDTF string of the day, week, month or year that lies ``offset`` units from a day's own."""
    if unit == "day":
        return (published + dt.timedelta(offset)).isoformat()
    if unit == "week":
        # The week of Arabic news is counted here as ISO 8601 does, Monday to Sunday.
        monday = published - dt.timedelta(published.weekday()) + dt.timedelta(7 * offset)
        return f"{monday.isoformat()}/{(monday + dt.timedelta(6)).isoformat()}"
    if unit == "month":
        months = published.year * 12 + published.month - 1 + offset
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    return f"{published.year + offset:04d}"


def with_modifier(value: Moment, modifier: DateModifier) -> Moment:
    """The same date under another modifier."""
    return replace(moment(value.edtf, modifier), inferred=value.inferred, explain=value.explain)
