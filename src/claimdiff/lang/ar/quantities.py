"""Quantities, shares, durations and ranks in Arabic: modifier, number, counted noun, and their order."""

from __future__ import annotations

import math
from typing import Any

from claimdiff.grammar.reading import Reading, between, bounded, vague
from claimdiff.grammar.rule import Hit, rules
from claimdiff.lang.ar import morphology
from claimdiff.lexicon.lookup import Word
from claimdiff.model import Quantity

REACH = 7
_N = "number:(?:NUM|VAGUENUM)"
_NOUNS = ("TIME", "MONEY", "NOUN")


def _has(hit: Hit, group: str) -> Any:
    return hit.get(group) if group in hit.match.re.groupindex else None


def _entry(token: Word | None) -> Any:
    """The counted noun that a token is; of two senses the first."""
    if token is None:
        return None
    return next((entry for cat in _NOUNS if (entry := token.entry(cat))), None)


def _unit(token: Word | None) -> str | None:
    entry = _entry(token)
    return entry.item.unit if entry else None


def _factor(token: Word | None) -> float:
    entry = _entry(token)
    return entry.item.factor if entry else 1


def _negated(hit: Hit, at: int) -> bool:
    return at > 0 and "NEGATION" in hit.tokens[at - 1].cats


def _modifier(hit: Hit) -> tuple[str, int]:
    """The modifier and where it begins: before the number, behind its noun, or a verb some words before."""
    start = hit.match.start()
    if (token := _has(hit, "bound")) is not None:
        item = token.item("BOUND")
        if item.negated and _negated(hit, start):
            return item.negated, start - 1
        return item.modifier, start
    if (token := _has(hit, "back")) is not None:
        return token.item("BACKBOUND").modifier, start
    return _distant(hit, start)


def _distant(hit: Hit, start: int) -> tuple[str, int]:
    """A verb such as "exceeded" reaches over its subject to the number; punctuation and numbers stop it."""
    stops = {"COMMA", "STOP", "NUM", "VAGUENUM", "QUOTE", "COLON", "AND"}
    for at in range(start - 1, max(-1, start - 1 - REACH), -1):
        token = hit.tokens[at]
        if token.cats & stops:
            break
        item = token.item("BOUND")
        if item and item.reach == "distant":
            negated = item.negated and _negated(hit, at)
            return (item.negated, at - 1) if negated else (item.modifier, at)
    return "exact", start


def _stated(token: Word, modifier: str, unit: str | None, factor: float = 1) -> Quantity:
    if token.low is not None and token.high is not None:
        return vague(token.low * factor, token.high * factor, unit)
    return bounded((token.value or 0) * factor, modifier, unit)


def _kind(unit: str | None, time: bool) -> Any:
    return "duration" if time else "share" if unit == "percent" else "quantity"


def _made(hit: Hit, quantity: Quantity, start: int, noun: Word | None, **more: Any) -> Reading:
    entry = _entry(noun)
    time = entry is not None and entry.cat == "TIME"
    at = next((i for i in range(*hit.match.span()) if hit.tokens[i] is noun), None)
    kind = _kind(quantity.unit, time)
    return Reading(kind, hit.rule, start, hit.match.end(), quantity, None, entry.item if entry else None, at, **more)


def _counted(hit: Hit) -> Reading:
    """A number with its counted noun."""
    noun = hit.get("noun")
    modifier, start = _modifier(hit)
    quantity = _stated(hit.get("number"), modifier, _unit(noun), _factor(noun))
    if (half := _has(hit, "half")) is not None and quantity.number is not None:
        quantity = bounded(quantity.number + half.value * _factor(noun), modifier, quantity.unit)
    return _made(hit, quantity, start, noun)


def _unknown(hit: Hit) -> Reading | None:
    """A noun that no lexicon knows is counted all the same, where it has the form that its number asks for.

    From 11 to 99 the counted noun stands in the accusative singular; a vague word counts the definite plural.
    """
    noun, number = hit.get("noun"), hit.get("number")
    if len(noun.stem) < 3 or ("VAGUENUM" in number.cats) != ("DEF" in noun.cats):
        return None
    tens = (number.value or 0) % 100 >= 11
    return _counted(hit) if morphology.countable(noun.stem, tens) else None


def _partitive(hit: Hit) -> Reading | None:
    """ "Three of the soldiers": the whole stands in the plural."""
    entry = _entry(hit.get("noun"))
    return _counted(hit) if entry.number == "pl" else None


def _one(hit: Hit) -> Reading:
    """The numeral one behind its noun."""
    noun = hit.get("noun")
    modifier, start = _modifier(hit)
    return _made(hit, bounded(_factor(noun), modifier, _unit(noun)), start, noun)


def _dual(hit: Hit) -> Reading | None:
    noun = hit.get("noun")
    modifier, start = _modifier(hit)
    half = _has(hit, "half")
    number = (2 + (half.value if half is not None else 0)) * _factor(noun)
    return _made(hit, bounded(number, modifier, _unit(noun)), start, noun)


def _singular(hit: Hit) -> Reading | None:
    """About a year: a modifier before a singular unit of time counts one."""
    noun = hit.get("noun")
    if noun.entry("TIME").number != "sg":
        return None
    modifier, start = _modifier(hit)
    half = _has(hit, "half")
    number = (1 + (half.value if half is not None else 0)) * _factor(noun)
    return _made(hit, bounded(number, modifier, _unit(noun)), start, noun)


def _alone(hit: Hit) -> Reading | None:
    """For a month, since a year: one, where nothing behind the noun says which."""
    noun = hit.get("noun")
    if noun.entry("TIME").number != "sg":
        return None
    return _made(hit, bounded(_factor(noun), "exact", _unit(noun)), hit.match.start("noun"), noun)


def _percent(hit: Hit) -> Reading:
    modifier, start = _modifier(hit)
    return _made(hit, _stated(hit.get("number"), modifier, "percent"), start, None)


def _fraction(hit: Hit) -> Reading | None:
    """A fraction of people or things is a share in percent; of a unit of time, a part of it."""
    noun, modifier_start = _has(hit, "noun"), _modifier(hit)
    modifier, start = modifier_start
    value = hit.get("number").value
    if noun is not None and (entry := noun.entry("TIME")):
        return _made(hit, bounded(value * entry.item.factor, modifier, entry.item.unit), start, noun)
    made = _made(hit, bounded(round(value * 100, 5), modifier, "percent"), start, noun)
    made.kind = "share"
    return made


def _range(hit: Hit) -> Reading | None:
    low, high, noun = hit.get("low"), hit.get("high"), _has(hit, "noun")
    first, last = low.value, high.value
    first *= _shared_scale(first, high)
    if first >= last:
        return None
    percent = _has(hit, "percent") is not None
    factor = _factor(noun)
    quantity = between(first * factor, last * factor, "percent" if percent else _unit(noun))
    return _made(hit, quantity, hit.match.start(), noun)


def _change(hit: Hit) -> list[Reading] | None:
    """From one number to another behind a verb of change: two values, of which the second holds."""
    if not any("CHANGE" in token.cats for token in hit.tokens[: hit.match.start()]):
        return None
    noun = _has(hit, "noun") or _has(hit, "noun1")
    percent = "percent" if _has(hit, "percent") is not None else None
    readings = []
    for group, bound in (("low", "bound1"), ("high", "bound2")):
        modifier = token.item("BOUND").modifier if (token := _has(hit, bound)) is not None else "exact"
        quantity = _stated(hit.get(group), modifier, percent or _unit(noun), _factor(noun))
        made = _made(hit, quantity, hit.match.start(bound if token is not None else group), noun)
        made.end = hit.match.end(group) if group == "low" else hit.match.end()
        made.bare = noun is None and not percent
        made.superseded = group == "low"
        readings.append(made)
    return readings


def _from_to(hit: Hit) -> Reading | None:
    return None if any("CHANGE" in token.cats for token in hit.tokens[: hit.match.start()]) else _range(hit)


def _shared_scale(first: float, last: Word) -> float:
    """The scale word of a range's end may hold for its beginning: 10 and 15 thousand."""
    if "SCALED" not in last.cats or last.value is None:
        return 1
    scale = max(1000 ** int(math.log(last.value, 1000) + 1e-9), 1)
    return scale if first < last.value / scale else 1


def _bare(hit: Hit) -> Reading:
    modifier, start = _modifier(hit)
    reading = _made(hit, _stated(hit.get("number"), modifier, None), start, None, bare=True)
    reading.whole = _has(hit, "whole") is not None
    if reading.whole and "bound" not in hit.match.re.groupindex:
        reading.start = hit.match.start("number")
    return reading


def _rank(hit: Hit) -> Reading:
    number = hit.get("number").value
    noun = hit.get("noun")
    entry = _entry(noun)
    quantity = Quantity(number, number, number, "exact", None)
    at = next((i for i in range(*hit.match.span()) if hit.tokens[i] is noun), None)
    return Reading("rank", hit.rule, *hit.match.span(), quantity, None, entry.item if entry else None, at)


_B = "(?: bound:BOUND FROM? )?"
_HALF = "(?: half:FRACTION.CONJ (?: TIME | NUM )? )?"
_BACK = "(?: back:BACKBOUND )?"
_TO = "(?:TO|DASH|(?=CONJ)|AND)"
_TAIL = "percent:PERCENT? noun:(?:NOUN|TIME|MONEY)?"
_INDEFINITE = "noun:(?:NOUN!DEF!CONJ!PREP|MONEY!DEF!CONJ)"
_DEFINITE = "noun:(?:NOUN!CONJ|MONEY)"
_RULES = (
    (
        "range",
        f"BOUND? BETWEEN BOUND? low:NUM (?:NOUN|TIME|MONEY|PERCENT)? {_TO} BOUND? high:NUM {_TAIL}",
        _range,
    ),
    (
        "change",
        f"FROM bound1:BOUND? low:NUM (?:PERCENT|noun1:(?:NOUN|TIME|MONEY))? TO bound2:BOUND? high:NUM {_TAIL}",
        _change,
    ),
    ("range", f"FROM low:NUM TO high:NUM {_TAIL}", _from_to),
    ("range", f"BOUND? low:NUM DASH high:NUM {_TAIL}", _range),
    ("range", "BOUND? low:NUM OR high:NUM percent:PERCENT? noun:(?:NOUN|TIME|MONEY)", _range),
    ("percent", f"{_B} PERCENT {_N}", _percent),
    ("percent", f"{_B} {_N} PERCENT {_BACK}", _percent),
    ("rank", "number:ORD SUPERLATIVE noun:(?:NOUN|UNKNOWN)?", _rank),
    ("fraction", f"{_B} number:FRACTION!CONJ (?!ORD) noun:(?:NOUN|TIME|UNKNOWN.DEF) {_BACK}", _fraction),
    ("fraction", f"{_B} number:FRACTION.DEF!CONJ (?!ORD|FROM) {_BACK}", _fraction),
    ("duration", f"{_B} {_N} noun:TIME {_HALF} {_BACK}", _counted),
    ("duration", f"{_B} noun:TIME_DU!DEF {_HALF} {_BACK}", _dual),
    ("duration", f"bound:BOUND noun:TIME!DEF {_HALF}", _singular),
    ("duration", "noun:TIME!DEF half:FRACTION.CONJ TIME?", _singular),
    ("duration", "noun:TIME!DEF (?:ONE|ENTIRE)", _one),
    ("duration", "noun:TIME.DEF number:NUM.DEF", _counted),
    ("duration", "(?:FOR|DURING|SINCE) noun:TIME!DEF!CONJ!PREP (?=STOP|COMMA|IN|RPAR|QUOTE|CONJ|$)", _alone),
    ("counted", f"{_B} number:NUM {_INDEFINITE} (?: NISBA!DEF | NISBA )? {_BACK}", _counted),
    ("counted", f"{_B} number:VAGUENUM FROM? {_DEFINITE} (?: NISBA )? {_BACK}", _counted),
    ("partitive", f"{_B} number:NUM!ONE FROM SUPERLATIVE? {_DEFINITE} {_BACK}", _partitive),
    ("one", f"{_B} noun:NOUN!DEF ONE", _one),
    ("dual", f"{_B} noun:NOUN_DU!DEF TWO", _dual),
    ("dual", f"{_B} noun:NOUN_DU!DEF (?!NUM) (?: NISBA )? {_BACK}", _dual),
    ("others", f"{_B} {_N} (?: OTHERS )", _bare),
    ("unknown", f"{_B} number:(?:NUM!ONE|VAGUENUM) noun:UNKNOWN!CONJ!PREP {_BACK}", _unknown),
    ("whole", f"whole:WHOLE {_B} {_N}", _bare),
    ("among", f"{_B} number:(?:NUM!ONE|VAGUENUM) AMONG", _bare),
    ("bare", f"{_B} number:(?:NUM!ONE!DEF|NUM.DEF.DIGITS|VAGUENUM) {_BACK}", _bare),
)
RULES = rules("ar.quantity", *_RULES)
