"""What the words of a date say: the pieces of patterns that date rules share, and how each piece is read."""

from __future__ import annotations

from typing import Any

from claimdiff.grammar.calendar import Day
from claimdiff.grammar.dates import Stated
from claimdiff.grammar.reading import Reading
from claimdiff.grammar.rule import Hit
from claimdiff.lang.ar import morphology
from claimdiff.model import DateModifier

# A month by one name or by two, "September (Aylul)"; a part of a day; "last", "next", "this", "the same".
MONTH = "month:MONTH (?: (?:SLASH|DASH) MONTH | LPAR MONTH RPAR )?"
REL = "(?:LAST|NEXT|CURRENT|SAME|LAST_TWO|NEXT_TWO)"
ERA = "(?: LPAR? ERA RPAR? )?"
_YEAR = f"COMMA? (?:FROM|IN)? (?: THIS? YEARWORD )? COLON? year:YEAR {ERA}"
_THAT_YEAR = f"COMMA? (?:FROM|IN)? (?: ythis:THIS YEARWORD | YEARWORD.DEF yrel:{REL} )"
_THAT_MONTH = f"(?: FROM? MONTHWORD )? rel:{REL}"
YEAR = f"(?: {_YEAR} )?"
# What may follow a day and month: their year, "last", "of this year".
OF = f"(?: {_YEAR} | {_THAT_YEAR} | {_THAT_MONTH} )?"
OF_ONE = f"(?: {_YEAR} | {_THAT_YEAR} | {_THAT_MONTH} )"
OF_YEAR = f"(?: {_YEAR} | {_THAT_YEAR} )"
PARTS = "lead:(?:PART*)"
_BESIDE_DAY = "(?:DAYPART|DAYWORD|DATEWORD|MOWAFEQ|COMMA|RELDAY|LPAR)"
LEAD = f"{PARTS} (?: (?:DAYPART|DAYWORD|RELDAY|LPAR)* weekday:WEEKDAY {_BESIDE_DAY}* | (?:DAYPART|RELDAY|DAYWORD)+ )?"
LEAD += " (?:DAYPART|DAYWORD|DATEWORD|MOWAFEQ)*"
_MONTHLESS = "day:(?:DAY!TIME!CLOCK|ORDDAY|FIRSTDAY) (?:FROM|IN)?"
NUMBERED = f"{_MONTHLESS} MONTHWORD nmonth:(?:NUM|ORD)"
DAY = "day:(?:DAY!TIME!CLOCK|ORDDAY|FIRSTDAY) DASH? (?:FROM|IN)? MONTHWORD?"
NOT_COUNTED = "(?!NOUN|NOUN_DU|MONEY|PERCENT|TIME|OTHERS|DASH)"
_NO_VERB = frozenset({"FUTURELIKE", "DEF", "NOUN", "NUM", "TIME", "PLACE", "NISBA"})
_BOUNDS = ("before", "after", "since", "until", "by")
_CLAUSE, _SENTENCE = 8, 18
_ENDS, _TURNS = frozenset({"STOP"}), frozenset({"CLAUSE", "SAY", "QUOTE"})
# Words of other kinds say nothing of whether a date is to come.
_TELLING = _ENDS | _TURNS | {"PART", "FUTURE", "THAT", "FORETOLD"}
EARLIEST, LATEST = 1800, 2100


def said(hit: Hit, name: str) -> Any:
    """The first token of a group, or None where the rule has no such group."""
    return hit.get(name)


def number(token: Any) -> int | None:
    """The whole number that a token states; "the first of" states one."""
    if token is not None and token.value is None and "FIRSTDAY" in token.cats:
        return 1
    return int(token.value) if token is not None and token.value is not None else None


def month(hit: Hit, name: str = "month") -> int | None:
    """The month that a group names, or numbers."""
    token = said(hit, name)
    if token is not None:
        made: int = token.item("MONTH").number
        return made
    return number(said(hit, "nmonth")) if name == "month" else None


def weekday(hit: Hit, name: str = "weekday") -> int | None:
    """The weekday that a group names, with or without its article."""
    token = said(hit, name)
    if token is None:
        return None
    item = token.item("WEEKDAY") or token.item("BAREWEEKDAY")
    return item.number if item else None


def modifier(hit: Hit) -> DateModifier:
    """The bounds and parts before a date; "until the end of" bounds by the unit, "since early" since its start."""
    said_parts = [token.item("PART").modifier for token in hit.all("lead")]
    bounds = [word for word in said_parts if word in _BOUNDS]
    made: DateModifier = (bounds or said_parts or ["on"])[0]
    return made


def relation(token: Any) -> int:
    """How many units away: the last one is -1, the one before it -2, this or the same 0, the next 1."""
    for cat, steps in (("LAST_TWO", -2), ("NEXT_TWO", 2), ("LAST", -1), ("NEXT", 1)):
        if token is not None and cat in token.cats:
            return steps
    return 0


def anaphoric(token: Any) -> bool:
    """Whether it points back to the date before it: the same, the following."""
    return token is not None and bool(token.cats & {"SAME", "ANAPHOR", "THAT_ONE"})


def ahead(hit: Hit) -> bool:
    """Whether the clause before the date speaks of what is to come: what is planned may stand far before it, a verb of
    the future close by, a verb of foretelling before "that".
    """
    start, tokens, that = hit.start, hit.tokens, False
    for at in range(start - 1, max(-1, start - 1 - _SENTENCE), -1):
        cats, near = tokens[at].cats, start - at <= _CLAUSE
        if not _TELLING.isdisjoint(cats):
            if not _ENDS.isdisjoint(cats) or _was(hit, at) or (not near and not _TURNS.isdisjoint(cats)):
                return False
            that = that or "THAT" in cats
            if (near or "PLAN" in cats) and ("FUTURE" in cats or (that and "FORETOLD" in cats)):
                return True
        if near and _NO_VERB.isdisjoint(cats) and _to_come(hit, at):
            return True
    return False


def _was(hit: Hit, at: int) -> bool:
    """Whether what comes before is over: "it was expected that", or "after" something; a tour that "was planned" may be
    to come all the same.
    """
    part = hit.tokens[at].item("PART")
    over = part is not None and part.modifier in {"after", "since"}
    planned = "FUTURE" in hit.tokens[at].cats and " " in hit.tokens[at].text
    return over or (planned and at > 0 and "WAS" in hit.tokens[at - 1].cats)


def _to_come(hit: Hit, at: int) -> bool:
    """Whether a token looks like a verb of the future; behind a noun it is a name ("the isle of Seleb")."""
    word = hit.tokens[at]
    if not morphology.future(word.stem or word.text):
        return False
    before = hit.tokens[at - 1] if at else None
    return before is None or "NOUN" not in before.cats or "DEF" in before.cats or bool(before.suffix)


def stated(hit: Hit, day: Day, **more: Any) -> Stated:
    """A day with what the rule's groups say around it: modifier, weekday, year or month that it lies in."""
    year, rel = said(hit, "yrel"), said(hit, "rel")
    made = Stated(day, modifier(hit), weekday=weekday(hit), ahead=ahead(hit))
    if year is not None or said(hit, "ythis") is not None:
        this = year or said(hit, "ythis")
        made = made._replace(shift=("year", relation(year)), anaphoric=anaphoric(this))
    elif rel is not None and not day.year:
        made = made._replace(direction=relation(rel), anaphoric="SAME" in rel.cats)
    return made._replace(**more) if more else made


def reading(hit: Hit, value: Stated) -> Reading:
    """A date on the tokens of the group "span", or of the whole match, without the word "day" before it."""
    start, end = hit.match.span("span") if "span" in hit.named else (hit.start, hit.end)
    while "DAYWORD" in hit.tokens[start].cats and end - start > 1:
        start += 1
    return Reading("date", hit.rule, start, end, stated=value)


def is_year(token: Any) -> bool:
    """Whether a number may be a year of what news tells."""
    return token is not None and token.value is not None and EARLIEST <= token.value <= LATEST


def counted(hit: Hit) -> bool:
    """Whether what looks like the year at a match's end counts the noun behind it ("on 3 May 2,000 people")."""
    token, end = said(hit, "year"), hit.end
    after = hit.tokens[end].cats if end < len(hit.tokens) else frozenset()
    if token is None or not after & {"NOUN", "MONEY", "PERCENT", "NOUN_DU"} or "ERA" in hit.tokens[end - 1].cats:
        return False
    comma = "COMMA" in hit.tokens[max(0, hit.match.start("year") - 1)].cats
    return not after & {"DEF", "PREP", "CONJ"} and (comma or token.value % 100 == 0 or not 1900 <= token.value <= 2050)
