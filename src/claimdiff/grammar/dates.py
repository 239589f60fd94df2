"""Dates as stated, and their resolution on the publication date and on the date before.

Language-neutral: a language's rules say what the words state (``Stated``); ``resolve`` says which days that means.
"""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass
from typing import NamedTuple

from claimdiff.grammar import calendar, hijri
from claimdiff.grammar.calendar import Day
from claimdiff.model import DateModifier, Moment

_NOTHING = Day()
_UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-XX-XX", "month": "XXXX-XX"}
_NEAR = 400
_YEAR = ("year",)


class Stated(NamedTuple):
    """What date words say. ``direction`` is -1 for "last", 1 for "next"; ``shift`` a unit and how many away.

    ``day`` and ``weekday`` lie within the shifted unit where there is one ("Monday of last week"); ``nth`` picks
    the n-th day or week of it (-1: the last). ``anaphoric``: counted from the date before it in the text ("the
    following year"), not from publication. ``ahead``: said of what is to come. ``beside``: the same day in the
    other calendar, as written.
    """

    day: Day = _NOTHING
    modifier: DateModifier = "on"
    until: Stated | None = None
    weekday: int | None = None
    nth: tuple[str, int] | None = None
    shift: tuple[str, int] | None = None
    direction: int = 0
    ahead: bool = False
    anaphoric: bool = False
    calendar: str = "gregorian"
    beside: Day | None = None


class Context(NamedTuple):
    """What a date may be resolved on: the publication day, and the last date with a year in the text so far.

    ``near``: that date stands in this sentence or shortly before it.
    """

    published: dt.date | None = None
    previous: Day | None = None
    near: bool = False


@dataclass(slots=True)
class Timeline:
    """The dates of a text, resolved in turn, each on those before it."""

    published: dt.date | None
    previous: Day | None = None
    at: int = 0

    def resolve(self, stated: Stated, at: int) -> Moment | None:
        """The date that the words at an offset mean; None where no such day exists."""
        context = Context(self.published)
        if self.published is None or stated.anaphoric or (stated.until is not None and stated.until.anaphoric):
            near = self.previous is not None and at - self.at <= _NEAR
            context = Context(self.published, self.previous, near)
        moment = resolve(stated, context)
        if moment and (found := calendar.parse(moment.edtf)).year is not None:
            self.previous, self.at = found, at
        return moment


class _Found(NamedTuple):
    edtf: str
    inferred: tuple[str, ...] = ()
    explain: str | None = None


@functools.lru_cache(1 << 14)
def resolve(stated: Stated, context: Context) -> Moment | None:
    """The date that the words mean in a context; None where no such day exists."""
    if stated.until is not None:
        return _interval(stated, stated.until, context)
    if stated.day.year and stated.shift is None and stated.nth is None and stated.calendar == "gregorian":
        return _whole(stated.day, stated.modifier, stated.beside, stated.weekday)
    found = _find(stated, context)
    if found is None:
        return None
    modifier: DateModifier = "between" if "/" in found.edtf and stated.modifier == "on" else stated.modifier
    return calendar.moment(found.edtf, modifier, found.inferred, found.explain)


@functools.lru_cache(1 << 13)
def _whole(day: Day, modifier: DateModifier, beside: Day | None, weekday: int | None) -> Moment | None:
    """A date that states its year, wherever it stands."""
    if not calendar.valid(day):
        return None
    explain = _misfit(day, weekday) or (f"beside it {_ah(beside)}" if beside is not None else None)
    return calendar.moment(day.edtf(), modifier, (), explain)


def _interval(stated: Stated, until: Stated, context: Context) -> Moment | None:
    """From the first day to the last; a year or month that only the last states holds for both."""
    last = _find(until, context)
    if last is None:
        return None
    end, first = calendar.parse(last.edtf), stated
    if stated.day.year is None and stated.day != _NOTHING and not stated.shift and stated.calendar == "gregorian":
        year = end.year - (stated.day[1:3] > end[1:3]) if end.year and end.month and stated.day.month else end.year
        first = stated._replace(day=stated.day._replace(year=year))
    found = _before(stated.weekday, end) or _find(first, context)
    if found is None:
        return None
    edtf = f"{found.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}"
    modifier: DateModifier = "between" if stated.modifier == "on" else stated.modifier
    made = calendar.moment(edtf, modifier, last.inferred, last.explain)
    return None if made.earliest and made.latest and made.earliest > made.latest else made


def _before(weekday: int | None, end: Day) -> _Found | None:
    """The weekday that a range begins with: the last one before its end."""
    if weekday is None or not (end.year and end.month and end.day):
        return None
    return _Found(calendar.weekday_on(weekday, dt.date(end.year, end.month, end.day), -1).isoformat())


def _find(stated: Stated, context: Context) -> _Found | None:
    if stated.calendar == "easter":
        return _easter(stated, context)
    if stated.calendar == "hijri":
        return _converted(stated, context)
    if stated.shift:
        return _framed(stated, stated.shift, context)
    if stated.weekday is not None and not stated.nth and stated.day == _NOTHING:
        return _weekday(stated, stated.weekday, context)
    found = _filled(stated, context)
    if found is None or stated.beside is None:
        return found
    return found._replace(explain=f"beside it {_ah(stated.beside)}")


def _filled(stated: Stated, context: Context) -> _Found | None:
    """A day of the calendar, its missing year filled where something settles or suggests it."""
    day, why, published = stated.day, None, context.published
    if day.year is None and day.month:
        if stated.anaphoric and context.previous:
            day = day._replace(year=context.previous.year)
        elif published:
            day, why = _on_weekday(stated, _by_publication(stated, published))
        elif context.near and context.previous:
            day, why = _on_weekday(stated, calendar.nearest(day, context.previous))
            why = why or f"the year of the date before it, {context.previous.edtf()}"
    if not calendar.valid(day):
        return None
    edtf = calendar.nth(day, stated.nth[0], stated.nth[1], stated.weekday) if stated.nth else day.edtf()
    if edtf is None:
        return None if day.year else _Found(day.edtf())
    return _Found(edtf, _YEAR if why else (), why or (None if stated.nth else _misfit(day, stated.weekday)))


def _misfit(day: Day, weekday: int | None) -> str | None:
    """What is wrong with a date that gives a full day, and beside it a weekday on which that day doesn't fall."""
    full = weekday is not None and day.year and day.month and day.day
    return calendar.MISFIT if full and _falls(day) != weekday else None


def _by_publication(stated: Stated, published: dt.date) -> Day:
    if stated.direction:
        return _directed(stated.day, published, stated.direction)
    return calendar.with_year(stated.day, published, stated.modifier, stated.ahead)


def _on_weekday(stated: Stated, day: Day) -> tuple[Day, str | None]:
    """The year before or after instead, where only there the day falls on the weekday that is said."""
    if stated.weekday is None or stated.nth or not (day.year and day.month and day.day):
        return day, None
    near = [day._replace(year=day.year + by) for by in (0, -1, 1)]
    fits = [one for one in near if calendar.valid(one) and _falls(one) == stated.weekday]
    if not fits or fits[0] == day:
        return day, None
    return fits[0], "the weekday settles the year"


def _falls(day: Day) -> int:
    return dt.date(day.year or 1, day.month or 1, day.day or 1).weekday()


def _directed(day: Day, published: dt.date, direction: int) -> Day:
    """The last such day before publication, or the next one after it."""
    for year in (published.year, published.year + direction):
        candidate = day._replace(year=year)
        first, last = calendar.bounds(candidate.edtf())
        if first and last and (last < published if direction < 0 else first > published):
            return candidate
    return day._replace(year=published.year + direction)


def _framed(stated: Stated, shift: tuple[str, int], context: Context) -> _Found | None:
    """Last week, this month, next year, or a day within it; without a base as much as the words say."""
    unit, offset = shift
    base, why = _base(stated, context)
    if base is None and stated.anaphoric and stated.day == _NOTHING and context.published:
        return None
    if base is None:
        known = calendar.valid(stated.day)
        return _Found(_UNKNOWN["day"] if stated.weekday is not None else _unknown(unit, stated.day)) if known else None
    if unit == "week":
        return _week(stated, base, offset, why)
    frame = calendar.shifted(base, unit, offset)
    if frame is None:
        return None
    if unit == "day" and stated.weekday is not None:
        frame = calendar.beside(frame, stated.weekday)
    day = frame._replace(
        month=stated.day.month or frame.month, day=stated.day.day or frame.day if unit != "year" else stated.day.day
    )
    if not calendar.valid(day):
        return None
    edtf = calendar.nth(day, stated.nth[0], stated.nth[1], stated.weekday) if stated.nth else day.edtf()
    return _Found(edtf, _YEAR if why else (), why) if edtf else None


def _base(stated: Stated, context: Context) -> tuple[Day | None, str | None]:
    published = context.published
    today = Day(published.year, published.month, published.day) if published else None
    if not stated.anaphoric:
        return today, None
    if context.previous or not (stated.shift and stated.shift[1]):
        return context.previous, None
    return today, "counted from publication: there is no date before it"


def _unknown(unit: str, day: Day) -> str:
    """What words say of a date that can't be placed."""
    if day != _NOTHING or unit in {"year", "decade", "century"}:
        return day.edtf()
    return _UNKNOWN[unit]


def _week(stated: Stated, base: Day, offset: int, why: str | None) -> _Found | None:
    if not (base.year and base.month and base.day):
        return None
    monday = calendar.monday(dt.date(base.year, base.month, base.day), offset)
    if stated.weekday is None:
        return _Found(calendar.week(monday), _YEAR if why else (), why)
    return _Found((monday + dt.timedelta(stated.weekday)).isoformat())


def _weekday(stated: Stated, weekday: int, context: Context) -> _Found:
    """A weekday of news lies in the past, or is the day itself, unless the words look ahead."""
    published = context.published
    if published is None:
        return _Found(_UNKNOWN["day"])
    if stated.direction:
        base = published - dt.timedelta(1) if stated.direction < 0 else published
        return _Found(calendar.weekday_on(weekday, base, stated.direction).isoformat())
    if stated.ahead or stated.modifier == "by":
        return _Found((published + dt.timedelta((weekday - published.weekday()) % 7)).isoformat())
    return _Found(calendar.weekday_on(weekday, published, -1).isoformat())


def _converted(stated: Stated, context: Context) -> _Found | None:
    """A Hijri day, month or year as Gregorian days; both are kept."""
    day = _hijri_year(stated, context.published)
    if day is None or day.year is None:
        return _Found("XXXX-XX-XX" if stated.day.day else "XXXX")
    if (day.month or 1) > 12 or not (span := hijri.days(day.year, day.month, day.day)):
        return None
    first, last = (date.isoformat() for date in span)
    edtf = first if first == last else f"{first}/{last}" if day.month else f"{first[:4]}/{last[:4]}"
    return _Found(edtf, (), f"converted from {_ah(day)}")


def _hijri_year(stated: Stated, published: dt.date | None) -> Day | None:
    day = stated.day
    if day.year is not None and day.year > hijri.LAST_YEAR:
        return day._replace(year=hijri.in_year(day.year, day.month or 1))
    if day.year is not None or published is None:
        return day
    this = hijri.year_of(published)
    if stated.shift:
        return day._replace(year=this + stated.shift[1])
    reach = dt.timedelta(1 if stated.direction < 0 else 354 if stated.direction > 0 else 45)
    for year in (this + 1, this, this - 1):
        span = hijri.days(year, day.month, day.day)
        if span and (span[1] + reach if stated.direction < 0 else span[0] - reach) <= published:
            return day._replace(year=year)
    return None


def _ah(day: Day) -> str:
    return f"{day.edtf()} AH"


def _easter(stated: Stated, context: Context) -> _Found | None:
    year = stated.day.year or (context.published.year if context.published else None)
    return _Found(hijri.easter(year).isoformat()) if year else _Found("XXXX")
