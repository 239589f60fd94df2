"""What looks like a number or a date and is neither: identifiers, ages, scores, clock times, list numbers.

Each rule yields ``True``: its tokens are spoken for, and nothing is read off them.
"""

from __future__ import annotations

from claimdiff.grammar.rule import Hit, rules
from claimdiff.lang.ar.morphology import ALEF
from claimdiff.lexicon.entries import Noun
from claimdiff.lexicon.lookup import Word
from claimdiff.text.fold import fold_word


def _silent(hit: Hit) -> bool:
    return True


def _introduced(hit: Hit) -> bool | None:
    """Silent, unless what follows is counted: persons, countries, time, money, a noun in the case and number of
    counting; of a definite "the resolution 12" only these.
    """
    end = hit.end
    follows = hit.tokens[end] if end < len(hit.tokens) else None
    if follows is None or {"PREP", "CONJ", "DEF"} & follows.cats:
        return True
    noun = follows.item("NOUN")
    definite = "intro" in hit.named and "DEF" in hit.get("intro").cats
    agrees = noun is not None and (_accusative(follows, noun) or _few(hit.tokens[end - 1], follows))
    counted = noun is not None and (noun.unit in _VOTERS or not definite or agrees)
    return None if counted or follows.cats & _COUNTED else True


def _accusative(word: Word, noun: Noun) -> bool:
    """Whether a noun stands in the accusative singular, as it does when it is counted by 11 to 99."""
    return word.stem.endswith(ALEF) and not fold_word(noun.singular).endswith(ALEF)


def _few(number: Word, noun: Word) -> bool:
    """Whether a noun stands in the plural, as it does when it is counted by three to ten."""
    found = noun.entry("NOUN")
    return found is not None and found.number == "pl" and 3 <= (number.value or 0) <= 10


def _karat(hit: Hit) -> bool | None:
    """ "Gold 21 = 4,500 pounds": how fine it is."""
    return True if hit.get("number").value in _KARATS else None


def _age(hit: Hit) -> bool | None:
    time = hit.get("time").entry("TIME")
    return True if time.item.unit in {"year", "month"} and time.item.factor == 1 else None


def _channel(hit: Hit) -> bool | None:
    """ "Syria 24": a channel's name has a number of one or two digits."""
    return True if (hit.get("number").value or 0) < _LONGEST else None


def _minutes(hit: Hit) -> bool | None:
    """ "At the second and four minutes": behind an hour, minutes joined to it."""
    return True if hit.get("time").item("TIME").unit == "minute" else None


def _named_age(hit: Hit) -> bool | None:
    """ "So-and-so, 45 years, said": a whole age between commas, without a word that would make it a span of time."""
    return _age(hit) if 5 <= (hit.get("number").value or 0) <= 110 else None


_KARATS = frozenset({14, 18, 21, 22, 24})
_LONGEST = 100
_VOTERS = frozenset({"person", "country"})
_COUNTED = frozenset({"TIME", "MONEY", "PERCENT", "MONTH", "OTHERS"})
_FOLLOWED = "NOUN|TIME|MONEY|PERCENT|MONTH|OTHERS"
_ADJECTIVE = "(?:UNKNOWN.DEF!CONJ|NISBA.DEF!CONJ|TOPIC.DEF!CONJ!NOUN)"
_SERIES = "(?: (?:NUM.CONJ|ORD.CONJ|COMMA NUM!CONJ|AND NUM) (?!" + _FOLLOWED + ") )*"
_CLOCKED = "(?:ORD|NUM) (?: FRACTION.CONJ | CONJ? NUM TIME? | COLON NUM )? DAYPART? CLOCKTAIL?"
_NO_RANGE = "".join(f"(?<!RANGEWORD{'.' * gap})" for gap in range(4))

RULES = rules(
    "ar.silence",
    ("idiom", "IDIOM", _silent),
    (
        "introduced",
        f"intro:INTRO!CONJ COLON? LPAR? (?:NUM!CONJ!LOC!SCALED|ORD!CONJ) (?:DASH NUM)? {_SERIES} MONTH?",
        _introduced,
    ),
    (
        "introduced",
        "intro:INTRO.CONJ COLON? LPAR? (?:NUM!CONJ!SCALED|ORD!CONJ) (?:DASH NUM)? MONTH?",
        _introduced,
    ),
    ("introduced", f"INTRO.DEF {_ADJECTIVE} NUM.DIGITS!CONJ!DEF (?!{_FOLLOWED})", _silent),
    ("introduced", f"INTROS COLON? NUM.DIGITS!CONJ (?:AND NUM.DIGITS|NUM.DIGITS.CONJ|TO NUM) (?!{_FOLLOWED})", _silent),
    ("channel", f"BROADCAST QUOTE? PLACE!PREP!CONJ number:NUM.DIGITS!CONJ!PREP (?:QUOTE|(?!{_FOLLOWED}))", _channel),
    ("channel", "QUOTE PLACE!PREP!CONJ number:NUM.DIGITS!CONJ!PREP QUOTE", _channel),
    ("edition", "EDITION (?:PLACE|NISBA|UNKNOWN)? YEAR.DIGITS!CONJ", _silent),
    ("ratio", "(?:NUM|ORD)? FROM EVERY NUM NOUN?", _silent),
    ("frequency", "EVERY NUM TIME", _silent),
    ("formula", "LPAR? NUM PLUS NUM RPAR?", _silent),
    ("copyright", "COPYRIGHT NUM", _silent),
    ("age", "LPAR BOUND? NUM time:TIME RPAR", _age),
    ("age", "AGE BOUND? BETWEEN? (?:NUM|ORD.DEF) (?: (?:DASH|TO|CONJ|AND) BOUND? NUM | NUM.CONJ)? TIME?", _silent),
    ("age", "AGE (?:ON|FROM) BOUND? (?:NUM|ORD.DEF) TIME?", _silent),
    ("age", "NUM TIME? FROM? AGE", _silent),
    ("age", "COMMA number:NUM.DIGITS!CONJ time:TIME (?=COMMA|COLON)", _named_age),
    ("clock", f"CLOCKWORD.DEF BETWEEN? {_CLOCKED} (?: (?:TO|DASH|CONJ) {_CLOCKED})?", _silent),
    ("clock", "CLOCKWORD (?:ORD|NUM) (?: (?:CONJ)? NUM TIME?)? CLOCKTAIL?", _silent),
    ("clock", "(?:NUM|ORD) (?: FRACTION.CONJ)? CLOCKTAIL", _silent),
    ("karat", "BULLION number:NUM.DIGITS!CONJ!PREP (?!MONEY|PERCENT)", _karat),
    ("clock", "(?:ORD.DEF|TIME.DEF) NUM.CONJ time:TIME", _minutes),
    ("page", "NUM PAGE!PREP", _silent),
    ("page", "PAGE LPAR NUM RPAR", _silent),
    ("page", "READINGS COLON? (?:NUM (?:NOUN|TIME)?|TIME_DU)", _silent),
    ("score", "SCOREWORD NUM (?:AGAINST|TO|DASH|(?=MINUS)) NUM", _silent),
    ("score", f"{_NO_RANGE} NUM (?:DASH|(?=MINUS)) NUM (?! {_FOLLOWED}|DASH)", _silent),
    ("list", "^ LPAR? (?:NUM RPAR|NUM.DIGITS STOP|NUM DASH (?!NUM))", _silent),
    ("hijri", "WEEKDAY? (?:NUM|ORD) FROM? MONTHWORD? HIJRIMONTH NUM? HIJRI?", _silent),
    ("hijri", "YEARWORD? NUM HIJRI", _silent),
)
