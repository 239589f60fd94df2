"""What looks like a number or a date and is neither: identifiers, ages, scores, clock times, list numbers.

Each rule yields ``True``: its tokens are spoken for, and nothing is read off them.
"""

from __future__ import annotations

from claimdiff.grammar.rule import Hit, rules


def _silent(hit: Hit) -> bool:
    return True


def _introduced(hit: Hit) -> bool | None:
    """A number in digits or an ordinal behind "number", "brigade", "resolution": not "brigades", which are counted."""
    intro = hit.get("intro")
    return True if intro.item("INTRO") else None


def _age(hit: Hit) -> bool | None:
    time = hit.get("time").entry("TIME")
    return True if time.item.unit in {"year", "month"} else None


def _score(hit: Hit) -> bool | None:
    """Two bare numbers with a dash: a score, a round, part of a code; a range is counted by a noun behind it."""
    return True


_FOLLOWED = "NOUN|TIME|MONEY|PERCENT|MONTH|OTHERS"

RULES = rules(
    "ar.silence",
    (
        "introduced",
        f"intro:INTRO COLON? LPAR? (?:NUM!CONJ|ORD!CONJ) (?:DASH NUM)? MONTH? (?!{_FOLLOWED})",
        _introduced,
    ),
    ("introduced", "intro:INTRO.DEF COLON? LPAR? NUM.DIGITS!CONJ!DEF", _introduced),
    ("ratio", "FROM EVERY NUM NOUN?", _silent),
    ("age", "LPAR BOUND? NUM time:TIME RPAR", _age),
    ("age", "AGE BOUND? NUM time:TIME?", _silent),
    ("clock", "CLOCKWORD (?:ORD|NUM) (?: (?:CONJ)? NUM TIME?)? CLOCKTAIL?", _silent),
    ("clock", "NUM CLOCKTAIL", _silent),
    ("page", "NUM PAGE!PREP", _silent),
    ("page", "PAGE LPAR NUM RPAR", _silent),
    ("score", f"NUM DASH NUM (?! {_FOLLOWED}|DASH)", _score),
    ("list", "^ LPAR? NUM (?:RPAR|STOP|DASH)", _silent),
    ("hijri", "WEEKDAY? (?:NUM|ORD) FROM? MONTHWORD? HIJRIMONTH NUM? HIJRI?", _silent),
    ("hijri", "YEARWORD? NUM HIJRI", _silent),
)
