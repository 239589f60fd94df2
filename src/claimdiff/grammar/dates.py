"""Dates as stated, and their resolution on the publication date and on the date before.

Language-neutral: a language's rules say what the words state (``Stated``); ``resolve`` says which days that means.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from claimdiff.grammar import calendar
from claimdiff.grammar.calendar import Day
from claimdiff.model import DateModifier, Moment

_NOTHING = Day()
_UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-XX-XX", "month": "XXXX-XX", "year": "XXXX"}


@dataclass(frozen=True, slots=True)
class Stated:
    """What date words say. ``direction`` is -1 for "last", 1 for "next"; ``shift`` a unit and how many away.

    ``anaphoric``: counted from the date before it in the text ("the following year"), not from publication.
    """

    day: Day = _NOTHING
    modifier: DateModifier = "on"
    until: Day | None = None
    weekday: int | None = None
    shift: tuple[str, int] | None = None
    direction: int = 0
    anaphoric: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What a date may be resolved on: the publication day, and the last full date of the text so far."""

    published: dt.date | None = None
    previous: Day | None = None


def resolve(stated: Stated, context: Context) -> Moment | None:
    """The date that the words mean in a context; None where no such day exists."""
    if stated.shift:
        return _shifted(stated, stated.shift, context)
    if stated.weekday is not None and stated.day == Day():
        return _weekday(stated, stated.weekday, context)
    day = _filled(stated, stated.day, context)
    if not calendar.valid(day):
        return None
    if stated.until is None:
        return calendar.moment(day.edtf(), stated.modifier)
    return _interval(stated, stated.until, context)


def _interval(stated: Stated, until: Day, context: Context) -> Moment | None:
    last = _filled(stated, until, context)
    first = _filled(replace(stated, direction=0), stated.day, context)
    first = first._replace(year=first.year if stated.day.year else last.year)
    if not (calendar.valid(first) and calendar.valid(last)):
        return None
    return calendar.moment(f"{first.edtf()}/{last.edtf()}", "between")


def _filled(stated: Stated, day: Day, context: Context) -> Day:
    published = context.published
    if stated.anaphoric and context.previous and day.year is None:
        return day._replace(year=context.previous.year)
    if published and day.year is None and day.month is None and day.day:
        day = day._replace(month=published.month)
    if published and stated.direction and day.year is None and day.month:
        return _directed(day, published, stated.direction)
    return calendar.with_year(day, published, stated.modifier)


def _directed(day: Day, published: dt.date, direction: int) -> Day:
    """The last such day before publication, or the next one after it."""
    for year in (published.year, published.year + direction):
        candidate = day._replace(year=year)
        first, last = calendar.bounds(candidate.edtf())
        if first and last and (last < published if direction < 0 else first > published):
            return candidate
    return day._replace(year=published.year + direction)


def _shifted(stated: Stated, shift: tuple[str, int], context: Context) -> Moment | None:
    unit, offset = shift
    if stated.anaphoric:
        if not context.previous or context.previous.year is None or unit != "year":
            return calendar.moment(_UNKNOWN[unit], stated.modifier)
        return calendar.moment(Day(context.previous.year + offset).edtf(), stated.modifier)
    if context.published is None:
        return calendar.moment(_UNKNOWN[unit], stated.modifier)
    edtf = calendar.shifted(context.published, unit, offset)
    if "/" in edtf and stated.modifier == "on":
        return calendar.moment(edtf, "between")
    return calendar.moment(edtf, stated.modifier)


def _weekday(stated: Stated, weekday: int, context: Context) -> Moment:
    if context.published is None:
        return calendar.moment(_UNKNOWN["day"], stated.modifier)
    ahead = stated.direction or (1 if stated.modifier in {"until", "by"} else -1)
    published = context.published - dt.timedelta(1) if stated.direction < 0 else context.published
    return calendar.moment(calendar.weekday_on(weekday, published, ahead).isoformat(), stated.modifier)
