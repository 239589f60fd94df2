"""The Islamic calendar: Hijri days, months and years as Gregorian days.

From 1343 to 1500 by the tables of Umm al-Qura (hijridate); other years by the arithmetic calendar, which may
lie a day off. Easter is here, too: the other calendar of feasts that Arabic news needs.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from hijridate import Gregorian, Hijri
from hijridate.ummalqura import HIJRI_RANGE

# Above this a year beside a Hijri month is Gregorian ("Ramadan 2019").
LAST_YEAR = 1600
_EPOCH = dt.date(622, 7, 19).toordinal()


@lru_cache(maxsize=4096)
def days(year: int, month: int | None = None, day: int | None = None) -> tuple[dt.date, dt.date] | None:
    """The first and last Gregorian day of a Hijri year, month or day; None where there is no such day.

    >>> [str(date) for date in days(1440, 9) or ()]
    ['2019-05-06', '2019-06-03']
    """
    if day is not None and not 1 <= day <= 30:
        return None
    first = start(year, month or 1) + dt.timedelta((day or 1) - 1)
    after = start(year, month + 1) if month else start(year + 1, 1)
    if day is not None:
        return (first, first) if first < after else None
    return first, after - dt.timedelta(1)


def start(year: int, month: int) -> dt.date:
    """The first day of a Hijri month; the thirteenth is the first of the next year."""
    year, month = (year + 1, month - 12) if month > 12 else (year, month)
    if HIJRI_RANGE[0][0] <= year <= HIJRI_RANGE[1][0]:
        found = Hijri(year, month, 1).to_gregorian()
        return dt.date(found.year, found.month, found.day)
    past = (11 * year + 3) // 30 + 354 * (year - 1) + 30 * (month - 1) - (month - 1) // 2
    return dt.date.fromordinal(_EPOCH + past)


def year_of(day: dt.date) -> int:
    """The Hijri year that a Gregorian day lies in.

    >>> year_of(dt.date(2024, 1, 28))
    1445
    """
    try:
        return int(Gregorian.fromdate(day).to_hijri().year)
    except OverflowError:
        return int((day.year - 622) * 33 / 32) + 1


def in_year(gregorian: int, month: int) -> int:
    """The Hijri year whose month begins in a Gregorian year (the later one, where two do)."""
    last = year_of(dt.date(gregorian, 12, 31))
    return last if start(last, month).year == gregorian else last - 1


def easter(year: int) -> dt.date:
    """Western Easter Sunday (Meeus, Jones and Butcher).

    >>> str(easter(2013))
    '2013-03-31'
    """
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)
