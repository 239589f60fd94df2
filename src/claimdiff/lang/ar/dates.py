"""Dates in Arabic: the order of their words. The words themselves stand in calendar.toml and months.toml."""

from __future__ import annotations

import re
from typing import Any

from claimdiff.grammar.calendar import Day
from claimdiff.grammar.dates import Stated
from claimdiff.grammar.reading import Reading
from claimdiff.grammar.rule import Hit, rules
from claimdiff.model import DateModifier

_MONTH = "month:MONTH (?: SLASH MONTH | LPAR MONTH RPAR )?"
_YEAR = "(?: COMMA? FROM? YEARWORD? year:YEAR ERA? (?!NOUN|MONEY) )?"
_SHORT = "(?: FROM? THIS? (?:MONTHWORD|YEARWORD)? rel:(?:LAST|NEXT|CURRENT|SAME) | FROM THIS YEARWORD )?"
_LEAD = "lead:(?:PART*) (?:DAYPART* weekday:WEEKDAY COMMA?)? (?:DAYPART|DAYWORD)*"
_DAY = "day:(?:DAY!TIME|ORDDAY) FROM? MONTHWORD?"


def _modifier(hit: Hit) -> DateModifier:
    """The bounds and parts before a date; "until the end of" bounds by the unit, "since early" since its start."""
    said = [token.item("PART").modifier for token in hit.all("lead")]
    bounds = [word for word in said if word in {"before", "after", "since", "until", "by"}]
    made: DateModifier = (bounds or said or ["on"])[0]
    return made


def _value(token: Any) -> int | None:
    return int(token.value) if token is not None and token.value is not None else None


def _month(token: Any) -> int | None:
    return token.item("MONTH").number if token is not None else None


def _direction(hit: Hit) -> tuple[int, bool]:
    """Last is -1, next is 1; "of the same year" refers to the date before."""
    token = hit.get("rel") if "rel" in hit.match.re.groupindex else None
    cats = token.cats if token is not None else frozenset()
    return (-1 if "LAST" in cats else 1 if "NEXT" in cats else 0), "SAME" in cats


def _reading(hit: Hit, stated: Stated) -> Reading:
    groups = hit.match.re.groupindex
    start, end = hit.match.span("span") if "span" in groups else hit.match.span()
    return Reading("date", hit.rule, start, end, stated=stated)


def _calendar(hit: Hit) -> Reading | None:
    names = hit.match.re.groupindex
    token = {name: hit.get(name) for name in ("day", "month", "year", "weekday") if name in names}
    day = Day(_value(token.get("year")), _month(token.get("month")), _value(token.get("day")))
    direction, same = _direction(hit)
    if day.year and direction:
        direction = 0
    weekday = token.get("weekday")
    number = weekday.item("WEEKDAY").number if weekday else None
    modifier = _modifier(hit) if "lead" in names else "on"
    return _reading(hit, Stated(day, modifier, weekday=number, direction=direction, anaphoric=same))


def _range(hit: Hit) -> Reading | None:
    first, last = (_value(hit.get(name)) for name in ("day", "last"))
    if first is None or last is None or first >= last:
        return None
    year, month = _value(hit.get("year")), _month(hit.get("month"))
    direction, same = _direction(hit)
    stated = Stated(Day(year, month, first), "between", Day(year, month, last), direction=direction, anaphoric=same)
    return _reading(hit, stated)


def _span(hit: Hit) -> Reading | None:
    """From a day of one month to a day of another; from month to month; from year to year."""
    names = hit.match.re.groupindex
    token = {name: hit.get(name) for name in names}
    year = _value(token.get("year"))
    last = Day(year, _month(token.get("month")), _value(token.get("day")))
    first = Day(_value(token.get("year1")), _month(token.get("month1")), _value(token.get("day1")))
    first = first._replace(year=first.year or year)
    if first.year and last.year and first >= last and first.month is None:
        return None
    return _reading(hit, Stated(first, "between", last))


def _season(hit: Hit) -> Reading | None:
    return _reading(hit, Stated(Day(_value(hit.get("year")), hit.get("season").item("SEASON").number), _modifier(hit)))


def _decade(hit: Hit) -> Reading | None:
    return _reading(hit, Stated(Day(hit.get("decade").item("DECADE").number, decade=True), _modifier(hit)))


def _numeric(hit: Hit) -> Reading | None:
    """Day first, as all Arab countries write; a leading year is ISO 8601."""
    parts = [int(part) for part in re.split(r"\D", hit.get("date").stem)]
    year, month, day = parts if parts[0] > 31 else parts[::-1]
    return _reading(hit, Stated(Day(year, month, day), _modifier(hit))) if month <= 12 else None


def _relative_day(hit: Hit) -> Reading | None:
    offset = hit.get("relday").item("RELDAY").number
    return _reading(hit, Stated(modifier=_modifier(hit), shift=("day", offset)))


def _weekday(hit: Hit) -> Reading | None:
    direction, _ = _direction(hit)
    number = hit.get("weekday").item("WEEKDAY").number
    return _reading(hit, Stated(modifier=_modifier(hit), weekday=number, direction=direction))


def _unit(hit: Hit) -> Reading | None:
    """Last week, this month, next year; the following year counts from the date before."""
    unit = hit.get("unit").item("TIME")
    entry = hit.get("unit").entry("TIME")
    if unit.unit not in {"day", "week", "month", "year"} or unit.factor != 1 or entry.number != "sg":
        return None
    direction, same = _direction(hit)
    rel = hit.get("rel") if "rel" in hit.match.re.groupindex else None
    anaphoric = same or (rel is not None and "ANAPHOR" in rel.cats)
    stated = Stated(modifier=_modifier(hit), shift=(unit.unit, direction), anaphoric=anaphoric)
    return _reading(hit, stated)


_NOT_COUNTED = "(?!NOUN|NOUN_DU|MONEY|PERCENT|TIME|OTHERS|DASH)"
_TO = "(?:TO|DASH|(?=CONJ))"
_FIRST_MONTH = "month1:MONTH (?: SLASH MONTH)?"
_FIRST_YEAR = "(?: FROM? YEARWORD? year1:YEAR )?"
_ITS_YEAR = "(?: FROM? YEARWORD? year:YEAR )?"
_REL = "rel:(?:LAST|NEXT|CURRENT|SAME)"
_RULES = (
    (
        "range",
        f"(?:BETWEEN|FROM)? DAYWORD? day:(?:DAY|ORDDAY) {_TO} last:(?:DAY|ORDDAY) FROM? {_MONTH} {_YEAR} {_SHORT}",
        _range,
    ),
    (
        "span",
        f"(?:BETWEEN|FROM) day1:DAY FROM? {_FIRST_MONTH} {_FIRST_YEAR} {_TO} day:DAY FROM? {_MONTH} {_ITS_YEAR}",
        _span,
    ),
    (
        "span",
        f"(?:BETWEEN|FROM) MONTHWORD? {_FIRST_MONTH} {_FIRST_YEAR} {_TO} MONTHWORD? {_MONTH} {_ITS_YEAR}",
        _span,
    ),
    ("span", f"(?:BETWEEN|FROM)? YEARWORD year1:YEAR {_TO} YEARWORD? year:YEAR", _span),
    ("span", f"(?:BETWEEN|FROM) year1:YEAR {_TO} year:YEAR {_NOT_COUNTED}", _span),
    ("span", f"year1:YEAR (?:DASH|SLASH) year:YEAR {_NOT_COUNTED}", _span),
    ("day", f"{_LEAD} {_DAY} {_MONTH} {_YEAR} {_SHORT}", _calendar),
    ("day", f"{_LEAD} {_DAY} (?: THIS MONTHWORD | MONTHWORD? {_REL})", _calendar),
    ("month", f"lead:(?:PART*) MONTHWORD? {_MONTH} COMMA? FROM? YEARWORD? year:YEAR ERA?", _calendar),
    ("month", f"lead:(?:PART+) MONTHWORD? {_MONTH} {_SHORT}", _calendar),
    ("month", f"lead:(?:PART*) MONTHWORD {_MONTH} {_SHORT}", _calendar),
    ("month", f"lead:(?:PART*) {_MONTH} {_REL}", _calendar),
    ("month", "lead:(?:PART*) month:MONTH (?: SLASH MONTH | LPAR MONTH RPAR )", _calendar),
    ("month", f"(?:IN|FROM|TO) span:(?:{_MONTH} {_SHORT})", _calendar),
    ("month", "month:MONTH.PREP", _calendar),
    ("season", "lead:(?:PART*) season:SEASON FROM? YEARWORD? year:YEAR", _season),
    ("year", "lead:(?:PART*) YEARWORD year:YEAR ERA?", _calendar),
    ("year", f"lead:(?:PART+) year:YEAR {_NOT_COUNTED}", _calendar),
    ("year", f"(?:IN) span:(?:year:YEAR) {_NOT_COUNTED}", _calendar),
    ("decade", "lead:(?:PART*) decade:DECADE CENTURY?", _decade),
    ("numeric", "lead:(?:PART*) date:NUMDATE", _numeric),
    ("relative", "lead:(?:PART*) DAYPART* relday:RELDAY DAYPART? LPAR? WEEKDAY? RPAR?", _relative_day),
    ("weekday", f"lead:(?:PART*) DAYPART* DAYWORD? weekday:WEEKDAY (?:{_REL})?", _weekday),
    ("unit", f"lead:(?:PART*) unit:TIME.DEF {_REL}", _unit),
    ("unit", "lead:(?:PART*) THIS unit:TIME.DEF (?: CURRENT )?", _unit),
)
RULES = rules("ar.date", *_RULES)
