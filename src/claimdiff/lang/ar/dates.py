"""Dates in Arabic: the order of their words. The words themselves stand in calendar.toml and months.toml."""

from __future__ import annotations

import re

from claimdiff.grammar.calendar import Day
from claimdiff.grammar.reading import Reading
from claimdiff.grammar.rule import Hit, rules
from claimdiff.lang.ar import date_hijri, date_ranges, date_relative
from claimdiff.lang.ar.date_words import (
    DAY,
    ERA,
    LEAD,
    MONTH,
    NOT_COUNTED,
    NUMBERED,
    OF,
    OF_ONE,
    OF_YEAR,
    PARTS,
    YEAR,
    counted,
    is_year,
    modifier,
    month,
    number,
    reading,
    said,
    stated,
)


def _silent(hit: Hit) -> bool:
    return True


def _calendar(hit: Hit) -> Reading | None:
    """A day, a month, a year, as far as the groups say."""
    day = Day(number(said(hit, "year")), month(hit), number(said(hit, "day")))
    if counted(hit) or (day.month or 1) > 12 or (day.day or 1) > 31:
        return None
    return reading(hit, stated(hit, day))


def _months(hit: Hit) -> list[Reading]:
    """In May and June: two months."""
    year = number(said(hit, "year"))
    found = []
    for name in ("month", "month2"):
        one = reading(hit, stated(hit, Day(year, month(hit, name))))
        one.start, one.end = hit.match.start(name), hit.end if name == "month2" else hit.match.end(name)
        found.append(one)
    return found


def _year(hit: Hit) -> Reading | None:
    token = said(hit, "year")
    if counted(hit) or not is_year(token) or ("lead" in hit.named and _vague_lead(hit)):
        return None
    return reading(hit, stated(hit, Day(number(token))))


def _vague_lead(hit: Hit) -> bool:
    """ "About 2000" and "the first 2000" count, where no word says that it is a year."""
    return "YEARWORD" not in hit.tokens[hit.match.start("year") - 1].cats and modifier(hit) == "about"


def _named_year(hit: Hit) -> Reading | None:
    return reading(hit, stated(hit, Day(number(said(hit, "year")))))


def _years(hit: Hit) -> list[Reading] | None:
    """In 1941, 1959 and 1968: one date each."""
    found = []
    for at in range(*hit.match.span("list")):
        token = hit.tokens[at]
        if "YEAR" in token.cats:
            if not is_year(token):
                return None
            one = reading(hit, stated(hit, Day(number(token))))
            one.start, one.end = at, at + 1
            found.append(one)
    return found


def _season(hit: Hit) -> Reading | None:
    return reading(hit, stated(hit, Day(number(said(hit, "year")), said(hit, "season").item("SEASON").number)))


def _decade(hit: Hit) -> Reading | None:
    """The nineties are of the last century, where no other is named."""
    year = said(hit, "decade").item("DECADE").number % 100
    token = said(hit, "number")
    century = (number(token) or 20) - 1
    return reading(hit, stated(hit, Day(century * 100 + year, unknown=1)))


def _century(hit: Hit) -> Reading | None:
    count = number(said(hit, "number"))
    if count is None or not 5 <= count <= 21:
        return None
    return reading(hit, stated(hit, Day((count - 1) * 100, unknown=2)))


def _numeric(hit: Hit) -> Reading | None:
    """Day first, as all Arab countries write; a leading year is ISO 8601."""
    parts = [int(part) for part in re.split(r"\D", hit.get("date").stem)]
    year, month_, day = parts if parts[0] > 31 else parts[::-1]
    return reading(hit, stated(hit, Day(year, month_, day))) if month_ <= 12 and day <= 31 else None


def _day_month(hit: Hit) -> Reading | None:
    """28-1, 28/1 behind a weekday or "dated": day first."""
    day, number_ = number(said(hit, "day")), number(said(hit, "number"))
    if not (day and number_ and day <= 31 and number_ <= 12):
        return None
    return reading(hit, stated(hit, Day(None, number_, day)))


def _month_year(hit: Hit) -> Reading | None:
    count, year = number(said(hit, "number")), said(hit, "year")
    if not count or count > 12 or not 1900 <= year.value <= 2050 or not _digits(hit, "year", "number"):
        return None
    return reading(hit, stated(hit, Day(int(year.value), count)))


def _digits(hit: Hit, *names: str) -> bool:
    return all("DIGITS" in said(hit, name).cats for name in names)


_BY_NAME = "(?: DATEWORD | DAYWORD )"
_BY_WEEKDAY = f"{PARTS} (?:DAYPART|DAYWORD)* weekday:WEEKDAY (?:COMMA|MOWAFEQ|DATEWORD)*"
_D_SLASH_M = "day:DAY.DIGITS!CONJ SLASH number:DAY.DIGITS (?!DASH|SLASH|YEAR) " + NOT_COUNTED
_D_M = "day:DAY.DIGITS!CONJ (?:DASH|SLASH) number:DAY.DIGITS (?!DASH|SLASH|YEAR) " + NOT_COUNTED
_ALONE = "(?=STOP|COMMA|RPAR|QUOTE|$)"
_FREE = "(?<!SLASH|DASH|INTRO)"
_CENTURY = "CENTURYWORD.DEF number:(?:ORD|NUM)"

# These come before what looks like a score, a list number or an identifier is silenced.
FIRST = rules(
    "ar.date",
    ("named", f"NAMED (?:DAY!TIME|ORDDAY) FROM? {MONTH} (?: YEAR )?", _silent),
    ("named", f"REVOLUTION (?:DAY!TIME|ORDDAY) FROM? {MONTH} (?! FROM? YEARWORD? YEAR | LAST )", _silent),
    ("generic", "(?:IN|FROM) MONTH (?: (?:OR|DASH|COMMA) MONTH )* FROM EVERY (?:YEARWORD|TIME)", _silent),
    ("generic", "EVERY (?:DAYWORD|MONTHWORD|DAYPART)? (?:MONTH|WEEKDAY|BAREWEEKDAY|SEASON)", _silent),
    ("habit", "HABIT!DEF (?:WEEKDAY|BAREWEEKDAY) (?! DAY )", _silent),
    ("age", "DECADE AGE", _silent),
    ("era", "(?:YEARWORD|CENTURYWORD)? (?:NUM|ORD) BCE", _silent),
    *date_hijri.ROWS,
    *date_ranges.FIRST,
    (
        "numeric",
        f"{PARTS} (?:DAYPART|DAYWORD)* {_BY_NAME} {_D_M}",
        _day_month,
    ),
    ("numeric", f"{_BY_WEEKDAY} {_D_SLASH_M}", _day_month),
    ("numeric", f"IN span:(?:{_D_M} {_ALONE})", _day_month),
    (
        "numeric",
        f"{_FREE} number:DAY.DIGITS!CONJ!DEF (?:SLASH|DASH) year:YEAR (?!DASH|SLASH) {NOT_COUNTED}",
        _month_year,
    ),
    (
        "numeric",
        f"{_FREE} year:YEAR!CONJ!DEF (?:SLASH|DASH) number:DAY.DIGITS (?!DASH|SLASH) {NOT_COUNTED}",
        _month_year,
    ),
)
_ROWS = (
    *date_ranges.ROWS,
    *date_relative.FIRST,
    ("day", f"{LEAD} {DAY} {MONTH} {OF}", _calendar),
    ("day", f"{LEAD} {NUMBERED} {OF}", _calendar),
    ("day", f"{LEAD} {DAY} {MONTH}", _calendar),
    ("day", f"{LEAD} {MONTH} day:(?:ORDDAY.DEF|DAY.DIGITS) COMMA? year:YEAR", _calendar),
    ("day", f"{LEAD} {MONTH} day:ORDDAY.DEF (?!NOUN)", _calendar),
    ("month", f"{PARTS} MONTHWORD? {MONTH} {OF_ONE}", _calendar),
    ("month", f"{PARTS} MONTHWORD nmonth:(?:NUM!TIME|ORD) {OF_YEAR}", _calendar),
    ("month", f"lead:(?:PART+) MONTHWORD? {MONTH}", _calendar),
    ("month", f"lead:(?:PART*) MONTHWORD {MONTH}", _calendar),
    ("month", "lead:(?:PART*) month:MONTH (?: SLASH MONTH | LPAR MONTH RPAR )", _calendar),
    ("month", f"(?:IN|DURING) month:MONTH month2:MONTH.CONJ {YEAR}", _months),
    ("month", f"(?:IN|TO|DURING) span:(?:{MONTH} {OF})", _calendar),
    ("month", f"FROM span:(?:month:MONTH!HOMONYM {OF})", _calendar),
    ("month", "THIS month:MONTH!HOMONYM", _calendar),
    ("month", "month:MONTH.PREP", _calendar),
    ("season", f"{PARTS} season:SEASON {OF_ONE}", _season),
    ("season", "THIS span:(?:season:SEASON.DEF)", _season),
    ("year", "YEARWORD list:(?:YEAR (?: COMMA? YEAR.CONJ | COMMA YEAR )+)", _years),
    ("year", f"{PARTS} YEARWORD year:YEAR {ERA}", _named_year),
    ("year", f"lead:(?:PART+) year:YEAR!PREP {NOT_COUNTED}", _year),
    ("year", f"(?:IN|DURING) span:(?:year:YEAR {ERA}) {NOT_COUNTED}", _year),
    ("year", f"INTRO!CONJ PLACE span:(?:year:YEAR.DIGITS!CONJ!PREP!DEF) {NOT_COUNTED}", _year),
    ("year", f"EVENT (?:NISBA|UNKNOWN.DEF){{0,2}} LPAR? span:(?:year:YEAR.DIGITS!CONJ!PREP!DEF) {NOT_COUNTED}", _year),
    ("decade", f"{PARTS} decade:DECADE (?: FROM? {_CENTURY} | FROM? CENTURYWORD.DEF (?:LAST|CURRENT) )?", _decade),
    ("century", f"lead:(?:PART+) {_CENTURY}", _century),
    ("numeric", f"{LEAD} date:NUMDATE {ERA}", _numeric),
    *date_relative.ROWS,
)
RULES = rules("ar.date", *_ROWS)
