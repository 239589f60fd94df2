"""Quantities, shares, durations and ranks in Arabic: modifier, number, counted noun, and their order."""

from __future__ import annotations

from typing import Any

from claimdiff.grammar.reading import Reading, bounded
from claimdiff.grammar.rule import Hit, Rule, rules
from claimdiff.lang.ar import morphology, persons, ranges, shares
from claimdiff.lang.ar.counted import counted, entry, exact, factor_of, made, place, stated, unit_of
from claimdiff.lang.ar.lemmas import Lemmas
from claimdiff.lang.ar.modifiers import has, modifier


def _counted(hit: Hit) -> Reading | None:
    """A number with its counted noun; "1 house", "2 date" in digits are no Arabic, but the numbers of a list."""
    noun, number = hit.get("noun"), hit.get("number")
    found = counted(hit, noun)
    if _dated(hit):
        return None
    if number.value in {1, 2} and "DIGITS" in number.cats and found.cat == "NOUN" and not found.item.measure:
        return None
    said, start = modifier(hit)
    half = has(hit, "half")
    more = half.value if half is not None else 0
    return made(hit, stated(number, said, unit_of(found), factor_of(found), more), start, noun)


def _dated(hit: Hit) -> bool:
    """Whether the number is the year of a month before it, or stands behind the word for a year, or behind "since"."""
    start, number = hit.match.start("number"), hit.get("number").cats
    before = hit.tokens[start - 1].cats if start else frozenset()
    if "SINCE" in before and "YEAR" in number and "TIME" not in hit.get("noun").cats:
        return True
    return ("YEAR" in number and "MONTH" in before) or ("DIGITS" in number and "YEARWORD" in before)


def _definite_time(hit: Hit) -> Reading | None:
    """ "The 48 hours": the unit stands in the plural; "the hundredth year" is an ordinal."""
    return _counted(hit) if hit.get("noun").entry("TIME").number == "pl" else None


def _cents(hit: Hit) -> Reading:
    """Twenty dollars and forty cents."""
    noun, said = hit.get("noun"), modifier(hit)
    found = counted(hit, noun)
    quantity = stated(hit.get("number"), said[0], unit_of(found), more=hit.get("cents").value / 100)
    return made(hit, quantity, said[1], noun)


def _below_zero(hit: Hit) -> Reading:
    noun = hit.get("noun")
    return made(hit, bounded(-hit.get("number").value, "exact", "Cel"), hit.start, noun)


def _partitive(hit: Hit) -> Reading | None:
    """ "Three of the soldiers": the whole stands in the plural."""
    return _counted(hit) if entry(hit.get("noun")).number == "pl" else None


def _one(hit: Hit) -> Reading | bool:
    """The numeral one behind its noun; "not a single house" leaves none, and is no count."""
    noun = hit.get("noun")
    if _denied(hit):
        return True
    said, start = modifier(hit)
    found = counted(hit, noun)
    return made(hit, bounded(factor_of(found), said, unit_of(found)), start, noun)


def _denied(hit: Hit) -> bool:
    """Whether a negation stands closely before the match."""
    start = hit.start
    for token in reversed(hit.tokens[max(0, start - 3) : start]):
        if token.cats & {"COMMA", "STOP", "ONLY"}:
            return False
        if "NEGATION" in token.cats:
            return True
    return False


def _dual(hit: Hit) -> Reading | None:
    return None if _mine(hit) or _describes(hit) else _times(hit, 2)


def _describes(hit: Hit) -> bool:
    """Whether a dual describes the dual right before it: "in two areas lying south of"."""
    start = hit.start
    alone = hit.match.start("noun") == start and start and hit.get("noun").cats.isdisjoint({"CONJ", "PREP"})
    return bool(alone) and "NOUN_DU" in hit.tokens[start - 1].cats


def _mine(hit: Hit) -> bool:
    """Whether it is "my village" rather than "the two villages of": nothing stands behind it whose two they are."""
    end = hit.match.start("noun") + 1
    if end < len(hit.tokens) and hit.tokens[end].cats.isdisjoint(_NO_OWNER):
        return False
    return bool(hit.get("noun").stem.endswith(morphology.MINE))


def _construct(hit: Hit) -> Reading | None:
    """ "Two members of the guard": the dual in the construct state, spelled like an accusative."""
    noun = hit.get("noun")
    return made(hit, bounded(2, "exact", unit_of(entry(noun))), hit.match.start("noun"), noun)


def _singular(hit: Hit) -> Reading | None:
    """About a year: a modifier before a singular unit of time counts one."""
    return _times(hit, 1) if hit.get("noun").entry("TIME").number == "sg" else None


def _times(hit: Hit, count: float) -> Reading:
    noun, half = hit.get("noun"), has(hit, "half")
    said, start = modifier(hit)
    found = counted(hit, noun)
    number = exact((count + (half.value if half is not None else 0)) * factor_of(found))
    return made(hit, bounded(number, said, unit_of(found)), start, noun)


def _one_unit(hit: Hit) -> Reading | None:
    """A lone unit of time, or one behind "after" and "for", counts one; a mention, not yet a claim."""
    made = _singular(hit)
    if made is not None:
        made.loose = True
        made.start = hit.match.start("noun")
    return made


def _alone(hit: Hit) -> Reading | None:
    """For a month, since a year: one, where nothing behind the noun says which."""
    noun = hit.get("noun")
    found = noun.entry("TIME")
    if found.number != "sg":
        return None
    return made(hit, bounded(factor_of(found), "exact", unit_of(found)), hit.match.start("noun"), noun)


def _bare(hit: Hit) -> Reading:
    said, start = modifier(hit)
    half = has(hit, "half")
    quantity = stated(hit.get("number"), said, None, more=half.value if half is not None else 0)
    reading = made(hit, quantity, start, None, bare=True)
    reading.whole = has(hit, "whole") is not None
    if reading.whole and "bound" not in hit.named:
        reading.start = hit.match.start("number")
    return reading


def _rounded(hit: Hit) -> Reading | None:
    """ "It nears the sixty"; "under thirty" is an age."""
    item, start = hit.get("bound").item("BOUND"), hit.start
    people = start > 0 and "THEYARE" in hit.tokens[start - 1].cats
    return _bare(hit) if people or item.modifier == "about" or item.reach == "distant" else None


def _loose(hit: Hit) -> Reading:
    """A number that states nothing by itself: a mention that no claim is made of."""
    reading = _bare(hit)
    reading.loose = True
    return reading


def _ordinal(hit: Hit) -> Reading:
    reading = persons.rank(hit)
    reading.loose = True
    return reading


def _unknown(lemmas: Lemmas) -> Any:
    """A noun that no lexicon knows is counted all the same, where it has the form that its number asks for.

    From 11 to 99 the counted noun stands in the accusative singular; a vague word counts the definite plural.
    """

    def make(hit: Hit) -> Reading | None:
        noun, number = hit.get("noun"), hit.get("number")
        if (
            len(noun.stem) < 3
            or _dated(hit)
            or number.value in {1, 2}
            or ("YEAR" in number.cats and morphology.tense(noun.stem) == "present")
            or ("VAGUENUM" in number.cats) != ("DEF" in noun.cats)
        ):
            return None
        if not morphology.countable(noun.stem, (number.value or 0) % 100 >= 11):
            return None
        found, said = lemmas(noun.stem), modifier(hit)
        if found is not None and not found.noun:
            return None
        reading = made(hit, stated(number, said[0], found.unit if found else None), said[1], None)
        reading.noun_at = place(hit, noun)
        return reading

    return make


_NO_OWNER = frozenset(
    {"CONJ", "PREP", "COMMA", "STOP", "QUOTE", "IN", "ON", "TO", "FROM", "THAT", "NEGATION", "CLAUSE"}
)
_N = "number:(?:NUM|VAGUENUM)"
_B = "(?: bound:BOUND FROM? )?"
_HALF = "(?: half:FRACTION.CONJ (?: TIME | NUM )? )?"
_OF = "noun:(?:NOUN|TIME|UNKNOWN|TOPIC|PARTOF)"
_MORE = "(?: half:FRACTION.CONJ (?!FROM|NOUN.DEF|UNKNOWN.DEF) )?"
_BACK = "(?: back:BACKBOUND!CONJ )?"
_INDEFINITE = "noun:(?:NOUN!DEF!CONJ!PREP|MONEY!DEF!CONJ)"
_DEFINITE = "noun:(?:NOUN!CONJ|MONEY)"
# Nothing behind it makes a noun definite, as a name or the article would.
_INDEFINITE_END = "(?=CONJ|AND|COMMA|STOP|IN|AT|FROM|NISBA!DEF|PREP|$)"
# A verb that may as well say who killed: who else was hurt, or where it happened, stands behind him who was killed.
_SUFFERED = "(?:IN|COMMA? BEFALLEN.CONJ|COMMA? KILLED.CONJ|COMMA? CLAUSE BEFALLEN)"
_BEFORE = (
    ("cents", f"{_B} number:NUM noun:MONEY AND? cents:NUM CENT", _cents),
    ("signed", f"{_B} noun:SIGN number:NUM", _counted),
    ("below_zero", "number:NUM noun:NOUN BELOWZERO", _below_zero),
    ("slashed", f"{_B} number:NUM!CONJ SLASH bottom:NUM (?!SLASH) FROM? noun:(?:NOUN|TIME|MONEY)?", shares.slashed),
    ("percent", f"(?<!NUM) {_B} PERCENT {_N}", shares.percent),
    ("percent", f"{_B} {_N} {_MORE} PERCENT {_BACK}", shares.percent),
    ("rank", "number:ORD SUPERLATIVE noun:(?:NOUN|UNKNOWN)?", persons.rank),
    ("placed", "lead:RANKVERB number:ORD!DEF", persons.rank),
    ("placed", "RANKPLACE.DEF number:ORD.DEF", persons.rank),
    ("placed", "number:ORD.ADVERB!CONJ (?=NUM.LOC|BOUND NUM.LOC)", persons.rank),
    ("fifth", f"{_B} FIFTH noun:NOUN.DEF", shares.fifth),
    ("fraction", f"{_B} number:FRACTION!CONJ!OWN (?!ORD) FROM? {_OF} {_BACK}", shares.fraction),
    ("fraction", f"{_B} number:FRACTION.DEF!CONJ (?!ORD|FROM) {_BACK}", shares.fraction),
    ("among", f"{_B} number:FRACTION.OWN!CONJ!DEF {_BACK}", shares.fraction),
    ("duration", f"{_B} {_N} noun:TIME {_HALF} {_BACK}", _counted),
    ("duration", f"{_B} noun:TIME_DU!DEF {_HALF} {_BACK}", _dual),
    ("duration", f"bound:BOUND noun:TIME!DEF {_HALF}", _singular),
    ("duration", "noun:TIME!DEF half:FRACTION.CONJ TIME?", _singular),
    ("duration", "noun:TIME!DEF (?:ONE|ENTIRE)", _one),
    ("duration", "noun:TIME.DEF number:NUM.DEF", _definite_time),
    ("one_unit", "(?:^ noun:TIME!DEF STOP? $)", _one_unit),
    ("counted", f"{_B} number:NUM {_INDEFINITE} {_MORE} (?: NISBA!DEF | NISBA )? {_BACK}", _counted),
    ("counted", f"{_B} LPAR number:NUM RPAR {_INDEFINITE} (?: NISBA!DEF | NISBA )? {_BACK}", _counted),
    ("counted", f"{_B} number:NUM!DEF QUOTE noun:NOUN!DEF!CONJ!PREP (?: NISBA!DEF )? {_BACK}", _counted),
    ("duration", "(?:FOR|DURING|SINCE) noun:TIME!DEF!CONJ!PREP (?=STOP|COMMA|IN|RPAR|QUOTE|CONJ|$)", _alone),
    ("counted", f"{_B} number:VAGUENUM!DEF FROM? {_DEFINITE} (?: NISBA )? {_BACK}", _counted),
    ("counted", f"{_B} number:VAGUENUM.DEF FROM {_DEFINITE} (?: NISBA )? {_BACK}", _counted),
    ("counted", f"{_B} number:VAGUENUM.DEF noun:NOUN.DEF!CONJ {_BACK}", _counted),
    ("partitive", f"{_B} number:NUM!ONE FROM SUPERLATIVE? {_DEFINITE} {_BACK}", _partitive),
    ("partitive", f"{_B} number:NUM!ONE (?:FROM QUOTE|QUOTE FROM) noun:NOUN.DEF!CONJ {_BACK}", _partitive),
    ("members", f"{_B} number:NUM!ONE FROM noun:COLLECTIVE!CONJ!PREP {_BACK}", persons.members),
    ("doers", f"{_B} number:NUM!ONE FROM noun:UNKNOWN!CONJ!PREP (?=NOUN|UNKNOWN.DEF|PLACE|ORG|NISBA)", persons.doers),
    ("people", f"{_B} number:NUM!ONE noun:NISBA!DEF!CONJ!PREP {_BACK}", persons.people),
    ("people", f"{_B} number:VAGUENUM FROM? noun:NISBA.DEF!CONJ!PREP {_BACK}", persons.people),
    ("one", f"{_B} noun:NOUN!DEF ONE!DEF", _one),
    ("dual", f"{_B} noun:NOUN_DU!DEF TWO", _dual),
    ("dual", f"{_B} noun:NOUN_DU!DEF (?!NUM!CONJ) {_HALF} (?: NISBA )? {_BACK}", _dual),
    ("construct", "AMONG noun:NOUN_ACC!DEF (?=NOUN!DEF!NOUN_ACC|UNKNOWN!DEF!CONJ)", _construct),
    ("implied", f"BEFALLEN noun:NOUN!DEF!CONJ!PREP!KIN {_INDEFINITE_END}", persons.implied),
    ("implied", f"KILLED noun:NOUN!DEF!CONJ!PREP!KIN (?=(?:NISBA!DEF)? (?:OTHERS)? {_SUFFERED})", persons.implied),
    ("others", f"{_B} {_N} (?: OTHERS )", _bare),
)
_BEHIND = (
    ("whole", f"whole:WHOLE {_B} {_N}", _bare),
    ("among", f"{_B} number:(?:NUM!ONE|VAGUENUM) AMONG", _bare),
    ("remaining", "number:NUM.DEF REMAINING.DEF", _bare),
    ("bare", f"{_B} number:(?:NUM!ONE!DEF|NUM.DEF.DIGITS|NUM.DEF.SCALED|VAGUENUM) {_MORE} {_BACK}", _bare),
    ("bare", f"bound:BOUND number:NUM.DEF!ONE {_BACK}", _rounded),
    ("loose", "number:NUM", _loose),
    ("ordinal", "number:(?:ORD!TIME!ADVERB|ORD.DEF)", _ordinal),
)


def rules_with(lemmas: Lemmas) -> tuple[Rule, ...]:
    """The rules in their order; unknown nouns are looked up in ``lemmas``."""
    make, noun = _unknown(lemmas), f"noun:UNKNOWN!CONJ!PREP {_BACK}"
    numbered = ("unknown", f"{_B} number:(?:NUM!ONE!DEF|NUM.DEF.DIGITS) {noun}", make)
    vague = ("unknown", f"{_B} number:VAGUENUM FROM? {noun}", make)
    return ranges.RULES + rules("ar.quantity", *_BEFORE, numbered, vague, *_BEHIND)
