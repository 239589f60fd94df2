"""Hijri dates, alone and beside the Gregorian date; feasts."""

from __future__ import annotations

from claimdiff.grammar.calendar import Day
from claimdiff.grammar.dates import Stated
from claimdiff.grammar.reading import Reading
from claimdiff.grammar.rule import Hit
from claimdiff.lang.ar.date_words import (
    DAY,
    ERA,
    LEAD,
    MONTH,
    PARTS,
    REL,
    modifier,
    month,
    number,
    reading,
    relation,
    said,
    stated,
)


def _hijri_day(hit: Hit) -> Day:
    token = said(hit, "hmonth")
    named = token.item("HIJRIMONTH").number if token is not None else None
    return Day(number(said(hit, "hyear")), named, number(said(hit, "hday")))


def _hijri(hit: Hit) -> Reading | None:
    """A Hijri day, month or year; the year may be Gregorian ("Ramadan 2019")."""
    day, rel = _hijri_day(hit), said(hit, "rel")
    if not day.month and not day.year:
        return None
    made = Stated(day, modifier(hit), calendar="hijri", direction=relation(rel))
    return reading(hit, made)


def _both(hit: Hit) -> Reading | None:
    """The Gregorian date is what counts where both are written."""
    day = Day(number(said(hit, "year")), month(hit), number(said(hit, "day")))
    return reading(hit, stated(hit, day, beside=_hijri_day(hit)))


def _feast(hit: Hit) -> Reading | None:
    feast, rel, year = said(hit, "feast").item("FEAST"), said(hit, "rel"), said(hit, "year")
    day = Day(number(year), feast.month or None, feast.day or None)
    value = Stated(day, modifier(hit), calendar=feast.calendar, direction=relation(rel))
    return reading(hit, value)


_HYEAR = "(?: COMMA? FROM? YEARWORD? hyear:YEAR HIJRI? )"
_HDAY = "hday:(?:DAY!TIME|ORDDAY) FROM? MONTHWORD? hmonth:HIJRIMONTH"
_HTAIL = f"(?: {_HYEAR} | rel:{REL} )?"
_BESIDE = "(?:MOWAFEQ|LPAR|SLASH|COMMA|DASH)*"
_GREGORIAN = f"WEEKDAY? {DAY} {MONTH} (?: FROM? YEARWORD? year:YEAR )? {ERA} RPAR?"
ROWS = (
    ("hijri", f"{LEAD} {_HDAY} {_HYEAR}? {_BESIDE} {_GREGORIAN}", _both),
    ("hijri", f"{LEAD} {DAY} {MONTH} (?: FROM? YEARWORD? year:YEAR {ERA} )? {_BESIDE} {_HDAY} {_HYEAR}? RPAR?", _both),
    ("hijri", f"{PARTS} YEARWORD? hyear:YEAR HIJRI (?:SLASH|DASH|MOWAFEQ|LPAR)+ YEARWORD? year:YEAR ERA? RPAR?", _both),
    ("hijri", f"{PARTS} YEARWORD? year:YEAR ERA? (?:SLASH|DASH|MOWAFEQ|LPAR)+ YEARWORD? hyear:YEAR HIJRI RPAR?", _both),
    ("hijri", f"{LEAD} {_HDAY} {_HTAIL}", _hijri),
    ("hijri", f"{PARTS} MONTHWORD? hmonth:HIJRIMONTH (?: {_HYEAR} | rel:{REL} )", _hijri),
    ("hijri", f"{PARTS} MONTHWORD hmonth:HIJRIMONTH", _hijri),
    ("hijri", "(?:IN|DURING) span:(?:hmonth:HIJRIMONTH)", _hijri),
    ("hijri", "lead:(?:PART+) hmonth:HIJRIMONTH", _hijri),
    ("hijri", f"{PARTS} YEARWORD? hyear:YEAR HIJRI", _hijri),
    ("feast", f"{PARTS} feast:FEAST (?: FROM? YEARWORD? year:YEAR | rel:{REL} )", _feast),
    ("feast", "lead:(?:PART+) feast:FEAST", _feast),
)
