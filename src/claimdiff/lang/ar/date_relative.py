"""Dates counted from another day: yesterday, weekdays, last week, three days ago, the second Tuesday of May."""

from __future__ import annotations

from typing import Any

from claimdiff.grammar.calendar import Day
from claimdiff.grammar.dates import Stated
from claimdiff.grammar.reading import Reading
from claimdiff.grammar.rule import Hit
from claimdiff.lang.ar.date_words import (
    MONTH,
    OF,
    PARTS,
    REL,
    ahead,
    anaphoric,
    modifier,
    month,
    number,
    reading,
    relation,
    said,
    stated,
    weekday,
)

_UNITS = {("year", 1): "year", ("month", 1): "month", ("week", 1): "week", ("day", 1): "day"}
_UNITS |= {("year", 10): "decade", ("year", 100): "century"}
_PARTS_OF = ("early", "mid", "late")


def _unit_of(token: Any) -> str | None:
    """The unit of time that a noun in the singular names; None for hours, for plurals."""
    entry = token.entry("TIME")
    return _UNITS.get((entry.item.unit, entry.item.factor)) if entry.number == "sg" else None


def _relative_day(hit: Hit) -> Reading | None:
    offset = said(hit, "relday").item("RELDAY").number
    return reading(hit, Stated(modifier=modifier(hit), weekday=weekday(hit), shift=("day", offset)))


def _next_day(hit: Hit) -> Reading | None:
    """The day before, the following day, the same day: "today" is spelled like "the day"."""
    rel = said(hit, "rel")
    token = said(hit, "relday")
    if token is not None and token.item("RELDAY").number != 0:
        return None
    return reading(hit, Stated(modifier=modifier(hit), shift=("day", relation(rel)), anaphoric=anaphoric(rel)))


def _weekday(hit: Hit) -> Reading | None:
    return reading(hit, stated(hit, Day()))


def _that_day(hit: Hit) -> bool:
    """That Monday: of a week that the text doesn't date."""
    return True


def _cats(hit: Hit) -> set[str]:
    return {cat for token in hit.tokens[hit.start : hit.end] for cat in token.cats}


def _in_week(hit: Hit) -> Reading | None:
    """Monday of last week."""
    token = said(hit, "week")
    if token is None and said(hit, "this") is None and said(hit, "that") is None and "WEEKWORD" in _cats(hit):
        return None
    return reading(hit, stated(hit, Day(), shift=("week", relation(token)), anaphoric=anaphoric(token)))


def _unit(hit: Hit) -> Reading | None:
    """Last week, this month, next year; the following year counts from the date before."""
    unit, rel = _unit_of(said(hit, "unit")), said(hit, "rel")
    if unit is None:
        return None
    back = anaphoric(rel) or anaphoric(said(hit, "that"))
    return reading(hit, Stated(modifier=modifier(hit), shift=(unit, relation(rel)), anaphoric=back))


def _part_of_unit(hit: Hit) -> Reading | None:
    """The end of the year, by the middle of the month: of this one."""
    unit = _unit_of(said(hit, "unit"))
    parts = [token.item("PART") for token in hit.all("lead")]
    narrow = any(part.modifier in _PARTS_OF or (part.modifier == "by" and " " in part.forms[1]) for part in parts)
    if unit in {None, "day"} or not narrow:
        return None
    return reading(hit, Stated(modifier=modifier(hit), shift=(unit or "year", 0)))


def _day_of_month(hit: Hit) -> Reading | None:
    """The fourth of this month."""
    rel, day = said(hit, "rel"), number(said(hit, "day"))
    shift = ("month", relation(rel))
    last = number(said(hit, "last"))
    if last is None:
        return reading(hit, stated(hit, Day(day=day), shift=shift, anaphoric=anaphoric(rel), direction=0))
    if not (day or 0) < last <= 31:
        return None
    end = Stated(Day(day=last), shift=shift, anaphoric=anaphoric(rel))
    return reading(hit, Stated(Day(day=day), shift=shift, anaphoric=anaphoric(rel), until=end))


def _nth(hit: Hit) -> Reading | None:
    """The third Tuesday of May, the last week of the year, the last day of next month."""
    token = said(hit, "nth")
    count = -1 if "LASTONE" in token.cats else number(token)
    rel = said(hit, "rel")
    day = Day(number(said(hit, "year")), month(hit))
    unit = "week" if said(hit, "week") is not None else "day"
    if count is None or (unit == "day" and weekday(hit) is None and count > 31):
        return None
    more: dict[str, Any] = {"nth": (unit, count), "modifier": "on"}
    if (framed := said(hit, "unit")) is not None:
        if (name := _unit_of(framed)) not in {"month", "year"}:
            return None
        more |= {"shift": (name, relation(rel)), "anaphoric": anaphoric(rel), "direction": 0}
    return reading(hit, stated(hit, day, **more))


def _ago(hit: Hit) -> Reading | None:
    """Three days ago: a day; two weeks ago: about that day; months and years: that month or year."""
    return _away(hit, -1) if not ahead(hit) else None


def _hence(hit: Hit) -> Reading | None:
    """Two weeks from now, or in two weeks where the clause looks ahead."""
    return _away(hit, 1) if said(hit, "now") is not None or ahead(hit) else None


def _away(hit: Hit, sign: int) -> Reading | None:
    token, bound = said(hit, "unit"), said(hit, "bound")
    entry = token.entry("TIME_DU") or token.entry("TIME")
    count = 2 if entry.number == "du" else number(said(hit, "number")) or 1
    if entry.number == "pl" and said(hit, "number") is None:
        return None
    if bound is not None and bound.item("BOUND").modifier != "about":
        return None
    unit = _UNITS.get((entry.item.unit, entry.item.factor))
    if unit is None or "VAGUENUM" in (said(hit, "number").cats if said(hit, "number") else ()):
        return None
    count *= {"decade": 10, "century": 100}.get(unit, 1)
    unit = "year" if unit in {"decade", "century"} else unit
    shift = ("day", 7 * sign * count) if unit == "week" else (unit, sign * count)
    about = unit == "week" or bound is not None
    return reading(hit, Stated(modifier="about" if about else "on", shift=shift))


_W = "weekday:(?:WEEKDAY|BAREWEEKDAY)"
_THE_WEEK = f"this:THIS? WEEKWORD.DEF week:{REL}? that:THIS?"
_MONTH = f"(?:FROM|IN)? MONTHWORD? {MONTH} {OF}"
_FRAMED = f"(?:FROM|IN)? unit:TIME.DEF rel:{REL}"
_END = "(?=STOP|COMMA|IN|RPAR|QUOTE|CONJ|$)"
FIRST = (
    ("nth", f"nth:(?:ORD!DEF|LASTONE!DEF) DAYWORD? {_W} {_MONTH}", _nth),
    ("nth", f"nth:(?:ORD!DEF|LASTONE!DEF) DAYWORD? {_W} {_FRAMED}", _nth),
    ("nth", f"DAYWORD? {_W} nth:(?:ORD.DEF|LASTONE.DEF) {_MONTH}", _nth),
    ("nth", f"DAYWORD? {_W} nth:(?:ORD.DEF|LASTONE.DEF) {_FRAMED}", _nth),
    ("nth", f"nth:(?:ORD!DEF|LASTONE!DEF) week:WEEKWORD!DEF {_MONTH}", _nth),
    ("nth", f"nth:(?:ORD!DEF|LASTONE!DEF) week:WEEKWORD!DEF {_FRAMED}", _nth),
    ("nth", f"week:WEEKWORD.DEF nth:(?:ORD.DEF|LASTONE.DEF) {_MONTH}", _nth),
    ("nth", f"week:WEEKWORD.DEF nth:(?:ORD.DEF|LASTONE.DEF) (?:FROM|IN)? MONTHWORD.DEF nmonth:ORD {OF}", _nth),
    ("nth", "week:WEEKWORD.DEF nth:(?:ORD.DEF|LASTONE.DEF) FROM? YEARWORD year:YEAR", _nth),
    ("nth", f"week:WEEKWORD.DEF nth:(?:ORD.DEF|LASTONE.DEF) {_FRAMED}", _nth),
    ("nth", "week:WEEKWORD.DEF nth:(?:ORD.DEF|LASTONE.DEF) FROM? THIS unit:TIME.DEF", _nth),
    ("nth", f"nth:(?:ORD!DEF|LASTONE!DEF) DAYWORD!DEF (?:FROM|IN) MONTHWORD? {MONTH} {OF}", _nth),
    ("nth", f"nth:(?:ORD!DEF|LASTONE!DEF) DAYWORD!DEF (?:FROM|IN) unit:TIME.DEF rel:{REL}", _nth),
)
_DAYS = "lead:(?:PART*) (?:DAYPART|DAYWORD)* (?: weekday:WEEKDAY (?:COMMA|MOWAFEQ)* )? day:(?:DAY!TIME|ORDDAY)"
_RANGE = "(?:FROM|BETWEEN) day:(?:DAY!TIME|ORDDAY) (?:TO|DASH|(?=CONJ)) last:(?:DAY!TIME|ORDDAY)"
ROWS = (
    ("day", f"{_RANGE} (?:FROM|IN)? THIS MONTHWORD.DEF", _day_of_month),
    ("day", f"{_RANGE} (?:FROM|IN)? MONTHWORD.DEF rel:{REL}", _day_of_month),
    ("day", f"{_DAYS} (?:FROM|IN)? THIS MONTHWORD.DEF", _day_of_month),
    ("day", f"{_DAYS} (?:FROM|IN)? MONTHWORD.DEF rel:{REL}", _day_of_month),
    ("day", f"{_DAYS} FROM rel:{REL}", _day_of_month),
    ("week", f"{PARTS} DAYPART* DAYWORD? {_W} (?:FROM|IN)? {_THE_WEEK}", _in_week),
    ("week", f"{_THE_WEEK} COMMA? DAYWORD? weekday:WEEKDAY", _in_week),
    ("week", f"{PARTS} THIS!THAT_ONE DAYWORD? weekday:WEEKDAY", _in_week),
    ("week", "THAT_ONE DAYWORD? WEEKDAY", _that_day),
    ("unit", f"{PARTS} unit:TIME.DEF rel:(?:{REL}|ANAPHOR)", _unit),
    ("unit", f"{PARTS} that:THIS unit:TIME.DEF", _unit),
    ("unit", f"{PARTS} unit:TIME.DEF that:THIS", _unit),
    ("unit", "lead:(?:PART+) unit:TIME.DEF (?!NUM|ORD|NISBA|UNKNOWN.DEF)", _part_of_unit),
    ("ago", "AGO bound:BOUND? number:NUM unit:(?:TIME!DEF|TIME_DU!DEF) (?!FROM|ONTO)", _ago),
    ("ago", "AGO bound:BOUND? unit:TIME_DU!DEF (?!FROM|ONTO|NUM)", _ago),
    ("ago", f"AGO bound:BOUND? unit:TIME!DEF {_END}", _ago),
    (
        "hence",
        "HENCE bound:BOUND? number:NUM unit:(?:TIME!DEF|TIME_DU!DEF) (?: FROM now:NOWWORD | (?!FROM|ONTO) )",
        _hence,
    ),
    ("hence", "HENCE bound:BOUND? unit:TIME_DU!DEF (?: FROM now:NOWWORD | (?!FROM|ONTO|NUM) )", _hence),
    ("hence", f"HENCE bound:BOUND? unit:TIME!DEF (?: FROM now:NOWWORD | {_END} )", _hence),
    ("relative", "DAILY rel:(?:NEXT|LAST|SAME|ANAPHOR)", _next_day),
    ("relative", f"{PARTS} relday:RELDAY!DAYPART rel:(?:{REL}|ANAPHOR)", _next_day),
    (
        "relative",
        f"{PARTS} DAYPART* DAYWORD!RELDAY? relday:RELDAY (?!NAMEDDAY) DAYPART? LPAR? weekday:WEEKDAY? RPAR?",
        _relative_day,
    ),
    ("weekday", f"{PARTS} DAYPART* DAYWORD? weekday:WEEKDAY DAYPART? rel:{REL}?", _weekday),
)
