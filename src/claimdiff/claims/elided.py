"""Numbers whose noun is left out because something before them says it: a list, a question, a verb, a contrast."""

from __future__ import annotations

from typing import Any

from claimdiff.claims.anaphora import sentence_before
from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading
from claimdiff.lexicon.entries import Currency
from claimdiff.model import Quantity

REACH, NEAR, GAP, OPENING, LIST = 12, 3, 2, 6, 24
HUNDRED, BILLION = 100, 1e9
_STOP, _EARLIER = frozenset({"STOP"}), frozenset({"EARLIER"})
_ENDING = frozenset({"COMMA", "STOP", "CLAUSE", "ONLY", "ENOUGH", "RPAR", "QUOTE", "EARLIER"})
_OPEN = _ENDING | {"CONJ", "AND", "IN", "FROM", "AT", "ON", "AGAINST", "DASH", "LPAR", "PART", "SINCE", "ACCORDING"}
_STARTS = frozenset({"STOP", "COMMA", "COLON", "QUOTE", "DASH", "CLAUSE"})
_NO_VERB = frozenset(
    {"AND", "DEF", "PREP", "NOUN", "NUM", "TIME", "MONEY", "MONTH", "WEEKDAY", "PLACE", "ORG", "NISBA"}
)
_REPLACED, _COLON = frozenset({"EARLIER", "AGAINST"}), frozenset({"COLON"})
PLACES = frozenset({"province", "city", "town", "village", "district", "country", "neighbourhood", "area", "state"})
TOTALLED = frozenset({"person", "case", "family", "infection", "body", "house", "building"})


def elided(scene: Scene, reading: Reading, before: list[Reading]) -> bool:
    """Give a bare number the noun, unit or currency that the words before it leave no doubt of."""
    if _crowd(scene, reading) or _before_count(scene, reading):
        return True
    if not _ends(scene, reading, _OPEN):
        return False
    counted = [one for one in before if one.kind == "quantity" and counts(one)]
    if (spread := _spread(scene, reading, counted)) is not None:
        return put(reading, spread, spread.unit)
    if counted and any(rule(scene, reading, counted[-1]) for rule in _SAME):
        return take(reading, counted[-1])
    fellow = next((one for one in reversed(counted) if _parallel(scene, reading, one)), None)
    if fellow is not None:
        return take(reading, fellow)
    if _total(scene, reading, counted) or _left(scene, reading):
        return True
    return _they(scene, reading) or _nominal(scene, reading) or _answer(scene, reading) or _share(scene, reading)


def take(reading: Reading, other: Reading) -> bool:
    """The noun, unit and topic of another reading."""
    if other.quantity is None or not counts(other):
        return False
    put(reading, other.noun, other.quantity.unit)
    reading.kin = other
    return True


def put(reading: Reading, noun: object, unit: str | None) -> bool:
    """A noun and a unit for a bare reading."""
    assert reading.quantity is not None
    q = reading.quantity
    reading.noun, reading.quantity = noun, Quantity(q.number, q.low, q.high, q.modifier, unit)
    return True


def counts(reading: Reading) -> bool:
    """Whether a reading says what it counts."""
    return reading.noun is not None or bool(reading.quantity and reading.quantity.unit)


def part_of(scene: Scene, reading: Reading, other: Reading) -> bool:
    """ "36 of 40 colleagues": a number right before "of" and a larger count."""
    led = "FROM" in scene.cats(other.start - 1) and other.start - reading.end == 1
    return led and other.kind == "quantity" and _number(reading) < _number(other)


def _number(reading: Reading) -> float:
    return (reading.quantity.number if reading.quantity else None) or 0.0


def _ends(scene: Scene, reading: Reading, cats: frozenset[str]) -> bool:
    """Whether nothing that might be counted stands right behind a number."""
    behind = scene.cats(reading.end)
    return not behind or not cats.isdisjoint(behind) or not scene.tokens[reading.end].text[0].isalnum()


def _near(scene: Scene, reading: Reading, previous: Reading, reach: int) -> bool:
    gap = reading.start - previous.end
    return 0 <= gap <= reach and not scene.breaks(previous.end, reading.start, _STOP)


def _larger(scene: Scene, reading: Reading, previous: Reading) -> bool:
    """ "58 seats of 291": the whole of the count before it."""
    led = "FROM" in scene.cats(reading.start - 1) and reading.start - previous.end == 1
    return led and _number(reading) > _number(previous) > 0 and not previous.superseded


def _parallel(scene: Scene, reading: Reading, previous: Reading) -> bool:
    """ "First with 58 seats, then the others with 44": both behind one preposition."""
    first, second = scene.tokens[previous.start], scene.tokens[reading.start]
    same = "LOC" in first.cats & second.cats and first.prep == second.prep
    if not (same and _near(scene, reading, previous, REACH)):
        return False
    _became(scene, reading, previous)
    return True


def _went_on(scene: Scene, reading: Reading, previous: Reading) -> bool:
    """ "They asked for 1,500 dirhams and got 500": a joined verb right before a number that ends its clause."""
    if not (_joined_verb(scene, reading.start - 1) and _ends(scene, reading, _ENDING)):
        return False
    if not _near(scene, reading, previous, GAP + 1):
        return False
    _became(scene, reading, previous)
    return True


def _joined_verb(scene: Scene, at: int) -> bool:
    """Whether a word may be a verb with a conjunction; of an unknown one the letter is still on."""
    cats = scene.cats(at)
    if not cats or len(scene.tokens[at].text) <= NEAR or not _NO_VERB.isdisjoint(cats):
        return False
    leads = tuple({c.conj for c in scene.pack.lexicon.proclitics if c.conj})
    return "CONJ" in cats or ("UNKNOWN" in cats and scene.tokens[at].text.startswith(leads))


def _became(scene: Scene, reading: Reading, previous: Reading) -> None:
    """What was and what has become: the former is replaced."""
    between = range(previous.end, reading.start)
    if any("WAS" in scene.cats(at) for at in between):
        reading.superseded = True
    elif any("BECAME" in scene.cats(at) for at in between):
        previous.superseded = previous.superseded or "WAS" in scene.marks


def _was(scene: Scene, reading: Reading, previous: Reading) -> bool:
    """ "25 seats, when its share in the last house was 90": what it was before."""
    earlier = scene.last(_EARLIER, reading.start)
    if earlier < previous.end or not _near(scene, reading, previous, REACH) or not _ends(scene, reading, _ENDING):
        return False
    reading.superseded = True
    return True


def _bracketed(scene: Scene, reading: Reading, previous: Reading) -> bool:
    """ "Seats: Baghdad (71), Basra (25)": numbers in brackets behind the items of a list."""
    closed = [_in_brackets(scene, one) for one in (previous, reading)]
    return all(closed) and _near(scene, reading, previous, REACH)


def _rows(scene: Scene, reading: Reading, previous: Reading) -> bool:
    """ "Basra: 40 cases, Mosul: 12", "the first batch 50 lorries and the second 30": the items of one list."""
    lead = scene.cats(reading.start - 1)
    if not _near(scene, reading, previous, REACH):
        return False
    if "COLON" in lead:
        return "COLON" in scene.cats(previous.start - 1) and "COMMA" in scene.cats(previous.end)
    return {"ORD", "DEF", "CONJ"} <= lead


def _came_from(scene: Scene, reading: Reading, previous: Reading) -> bool:
    """ "Rose to 6,000 dollars from 1,500": what it was."""
    led = "FROM" in scene.cats(reading.start - 1) and "TO" in scene.cats(previous.start - 1)
    if not led or "CHANGE" not in scene.marks or not _near(scene, reading, previous, NEAR):
        return False
    reading.superseded = True
    return True


def _spread(scene: Scene, reading: Reading, counted: list[Reading]) -> Any:
    """ "The cases are spread over three provinces: Basra 40 and Mosul 12": what they count isn't the provinces."""
    first = next((one for one in counted if getattr(one.noun, "unit", None) in PLACES), None)
    if first is None or not scene.breaks(first.end, reading.start, _COLON) or not _near(scene, reading, first, LIST):
        return None
    entries = (scene.tokens[at].entry("NOUN") for at in range(first.start - 1, -1, -1) if "DEF" in scene.cats(at))
    return next((entry.item for entry in entries if entry is not None and entry.number == "pl"), None)


def _total(scene: Scene, reading: Reading, counted: list[Reading]) -> bool:
    """ "That brings the total to 12,400": of what was counted last, here or in the sentence before."""
    reach = range(reading.start - 1, max(-1, reading.start - 1 - OPENING), -1)
    at = next((i for i in reach if {"COUNTWORD", "DEF"} <= scene.cats(i) and "NOUN" not in scene.cats(i + 1)), None)
    if at is None or not _ends(scene, reading, _ENDING) or any(one.start >= at for one in counted):
        return False
    for there, told in ((scene, counted), (scene.before, scene.before.readings if scene.before else [])):
        one = next((one for one in reversed(told) if one.quantity and one.quantity.unit in TOTALLED), None)
        if one is not None and one.kind == "quantity" and there is not None and one.quantity is not None:
            scene.antecedents[reading.start] = there, one
            return put(reading, one.noun, one.quantity.unit)
    return False


def _left(scene: Scene, reading: Reading) -> bool:
    """ "Of the inhabitants only two thousand are left": the definite plural before "only"."""
    if "ONLY" not in scene.cats(reading.start - 1):
        return False
    entries = (scene.tokens[at].entry("NOUN") for at in range(reading.start - 2, max(-1, reading.start - 6), -1))
    found = next((entry for entry in entries if entry is not None and entry.number == "pl"), None)
    return found is not None and put(reading, found.item, found.item.unit)


def _in_brackets(scene: Scene, reading: Reading) -> bool:
    return "LPAR" in scene.cats(reading.start - 1) and "RPAR" in scene.cats(reading.end)


def _crowd(scene: Scene, reading: Reading) -> bool:
    """ "The hundreds came out", "thousands of them": people, where a definite vague word counts nothing else."""
    cats, high = scene.cats(reading.start), reading.quantity.high if reading.quantity else None
    if not {"VAGUENUM", "DEF"} <= cats or "PREP" in cats or not high or high >= BILLION:
        return False
    bare = (one for one in scene.readings if one.kind == "quantity" and not counts(one))
    beside = any(0 <= reading.start - one.end <= GAP for one in bare)
    return not beside and put(reading, None, "person")


def _before_count(scene: Scene, reading: Reading) -> bool:
    """ "To 100 rose the number of dead": the number before the words that say of whom."""
    if "COUNTWORD" not in scene.cats(reading.end):
        return False
    if {"NISBA", "DEF"} <= scene.cats(reading.end + 1):
        return put(reading, None, "person")
    entry = scene.tokens[reading.end + 1].entry("NOUN") if reading.end + 1 < scene.size else None
    return entry is not None and put(reading, entry.item, entry.item.unit)


def corrected(scene: Scene, reading: Reading) -> bool:
    """ "Ten deaths and not eight", "five days, not four": what somebody else had said counts the same."""
    lead, other = scene.cats(reading.start - 1), scene.beside(reading)
    if "NEGATION" not in lead or other is None or not counts(other) or not _ends(scene, reading, _OPEN):
        return False
    if not _near(scene, reading, other, REACH if "CONJ" in lead else GAP):
        return False
    reading.kind = other.kind
    return take(reading, other)


def _quoted(scene: Scene, reading: Reading, previous: Reading) -> bool:
    """ "The dollar = 280 rupees, the riyal = 74": a row of rates, each currency before its own."""
    if not isinstance(previous.noun, Currency):
        return False
    rows = [_priced(scene, one) for one in (previous, reading)]
    return all(rows) and rows[0] is not rows[1] and rows[1] is not previous.noun


def _priced(scene: Scene, reading: Reading) -> object:
    """The currency that a number is the rate of: right before it, but for a mark."""
    said = (scene.tokens[at] for at in (reading.start - 1, reading.start - 2) if at >= 0)
    return next((token.item("MONEY") for token in said if {"MONEY", "DEF"} <= token.cats), None)


def _they(scene: Scene, reading: Reading) -> bool:
    """ "They were eleven", "who are 16 million": a number that says of people how many they are."""
    return not {"THEYARE", "THEYWERE"}.isdisjoint(scene.cats(reading.start - 1)) and put(reading, None, "person")


def _nominal(scene: Scene, reading: Reading) -> bool:
    """ "The children are eleven": the definite plural of persons opens the clause and the number ends it."""
    at = reading.start - 1
    if at < 0 or "DEF" not in scene.cats(at) or not _ends(scene, reading, _ENDING):
        return False
    entry, before = scene.tokens[at].entry("NOUN"), scene.cats(at - 1)
    opens = not before or not _STARTS.isdisjoint(before) or "CONJ" in scene.cats(at)
    people = entry is not None and entry.number == "pl" and entry.item.unit == "person"
    return bool(opens and people and entry and "PREP" not in scene.cats(at) and put(reading, entry.item, "person"))


def _answer(scene: Scene, reading: Reading) -> bool:
    """ "How many workers have you? - Eleven": the first number of an answer counts what the question asks for."""
    if reading is not scene.readings[0] or reading.start > OPENING or not _ends(scene, reading, _ENDING):
        return False
    asked = sentence_before(scene)
    if asked is None or asked.folded.text[asked.end - 1 : asked.end] not in {"?", "\u061f"}:
        return False
    for at in asked.where(frozenset({"HOWMANY", "COUNTWORD"})):
        entry = asked.tokens[at + 1].entry("NOUN") if at + 1 < asked.size else None
        if entry is not None:
            return put(reading, entry.item, entry.item.unit)
        if "THEYWERE" in asked.cats(at + 1):
            return put(reading, None, "person")
    return False


def _share(scene: Scene, reading: Reading) -> bool:
    """ "40.2 percent, having been 38.6": a number right behind a word that sets it beside a share."""
    share = next((r for r in reversed(scene.readings) if r.end <= reading.start and not r.stated), None)
    if share is None or share.kind != "share" or not _near(scene, reading, share, NEAR):
        return False
    if _REPLACED.isdisjoint(scene.cats(reading.start - 1)) or not 0 < _number(reading) < HUNDRED:
        return False
    reading.kind = "share"
    return put(reading, None, "percent")


# What makes a number count the same as the one before it.
_SAME = (_larger, _quoted, _went_on, _was, _bracketed, _rows, _came_from)
