"""Numbers whose noun is left out because something before them says it: a list, a question, a verb, a contrast."""

from __future__ import annotations

from typing import Any

from claimdiff.claims import alone
from claimdiff.claims.bare import ENDING, NEAR, OPEN, REACH, counts, ends, near, number, put, take
from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading
from claimdiff.lexicon.entries import Currency

GAP, LIST = 2, 24
PLACES = frozenset({"province", "city", "town", "village", "district", "country", "neighbourhood", "area", "state"})
_NO_VERB = frozenset(
    {"AND", "DEF", "NOUN", "NUM", "TIME", "MONEY", "MONTH", "WEEKDAY", "PLACE", "ORG", "NISBA", "PREP"}
)
_NO_ITEM = frozenset({"PREP", "NUM", "TIME", "MONTH", "WEEKDAY", "INTRO", "ORD", "AGE", "PAGE"})
_EARLIER, _COLON, _NUM = frozenset({"EARLIER"}), frozenset({"COLON"}), frozenset({"NUM"})


def elided(scene: Scene, reading: Reading, before: list[Reading]) -> bool:
    """Give a bare number the noun, unit or currency that the words before it leave no doubt of."""
    if alone.people(scene, reading):
        return True
    if not ends(scene, reading, OPEN):
        return False
    counted = [one for one in before if one.kind == "quantity" and counts(one)]
    if (spread := _spread(scene, reading, counted)) is not None:
        return put(reading, spread, spread.unit)
    if counted and any(rule(scene, reading, counted[-1]) for rule in _SAME):
        return take(reading, counted[-1])
    fellow = next((one for one in reversed(counted) if _parallel(scene, reading, one)), None)
    if fellow is not None:
        return take(reading, fellow)
    return alone.alone(scene, reading, counted)


def part_of(scene: Scene, reading: Reading, other: Reading) -> bool:
    """ "36 of 40 colleagues": a number right before "of" and a larger count."""
    led = "FROM" in scene.cats(other.start - 1) and other.start - reading.end == 1
    return led and other.kind == "quantity" and number(reading) < number(other)


def _larger(scene: Scene, reading: Reading, previous: Reading) -> bool:
    """ "58 seats of 291": the whole of the count before it."""
    led = "FROM" in scene.cats(reading.start - 1) and reading.start - previous.end == 1
    return led and number(reading) > number(previous) > 0 and not previous.superseded


def _parallel(scene: Scene, reading: Reading, previous: Reading) -> bool:
    """ "First with 58 seats, then the others with 44": both behind one preposition."""
    first, second = scene.tokens[previous.start], scene.tokens[reading.start]
    same = "LOC" in first.cats & second.cats and first.prep == second.prep
    if not (same and near(scene, reading, previous, REACH)):
        return False
    _became(scene, reading, previous)
    return True


def _went_on(scene: Scene, reading: Reading, previous: Reading) -> bool:
    """ "They asked for 1,500 dirhams and got 500": a joined verb right before a number that ends its clause."""
    if not ends(scene, reading, ENDING) or not near(scene, reading, previous, REACH):
        return False
    dated = next((one.start for one in scene.readings if one.stated and one.end == reading.start), reading.start)
    if dated - previous.end > GAP + 1 or not _joined(scene, dated - 1, type(previous.noun) is Currency):
        return False
    _became(scene, reading, previous)
    return True


def _joined(scene: Scene, at: int, money: bool) -> bool:
    """Whether a word may be a verb behind a conjunction, or with one; of an unknown one the letter is still on.

    Behind money also one that is spelled like a noun; and what does the same to another thing ("and the second two").
    """
    cats = scene.cats(at)
    if not cats or len(scene.tokens[at].text) <= NEAR:
        return False
    if {"CONJ", "DEF"} <= cats:
        return _NO_ITEM.isdisjoint(cats)
    if not (_NO_VERB - {"NOUN"} if money else _NO_VERB).isdisjoint(cats):
        return False
    leads = tuple({c.conj for c in scene.pack.lexicon.proclitics if c.conj})
    joined = "CONJ" in cats or "THEN" in scene.cats(at - 1)
    return joined or ("UNKNOWN" in cats and scene.tokens[at].text.startswith(leads))


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
    dated = any(one.stated and one.start == reading.end for one in scene.readings)
    if earlier < previous.end or not near(scene, reading, previous, REACH):
        return False
    if not (dated or ends(scene, reading, ENDING)):
        return False
    reading.superseded = True
    return True


def _bracketed(scene: Scene, reading: Reading, previous: Reading) -> bool:
    """ "Seats: Baghdad (71), Basra (25)": numbers in brackets behind the items of a list."""
    closed = [_in_brackets(scene, one) for one in (previous, reading)]
    return all(closed) and near(scene, reading, previous, REACH)


def _rows(scene: Scene, reading: Reading, previous: Reading) -> bool:
    """ "Basra: 40 cases, Mosul: 12", "the first batch 50 lorries and the second 30": the items of one list."""
    lead = scene.cats(reading.start - 1)
    if not near(scene, reading, previous, REACH):
        return False
    if "COLON" in lead:
        return "COLON" in scene.cats(previous.start - 1) and "COMMA" in scene.cats(previous.end)
    return {"ORD", "DEF", "CONJ"} <= lead and not scene.breaks(previous.end, reading.start, _NUM)


def _came_from(scene: Scene, reading: Reading, previous: Reading) -> bool:
    """ "Rose to 6,000 dollars from 1,500": what it was."""
    led = "FROM" in scene.cats(reading.start - 1) and "TO" in scene.cats(previous.start - 1)
    if not led or "CHANGE" not in scene.marks or not near(scene, reading, previous, NEAR):
        return False
    reading.superseded = True
    return True


def _spread(scene: Scene, reading: Reading, counted: list[Reading]) -> Any:
    """ "The cases are spread over three provinces: Basra 40 and Mosul 12": what they count isn't the provinces."""
    first = next((one for one in counted if getattr(one.noun, "unit", None) in PLACES), None)
    if first is None or not scene.breaks(first.end, reading.start, _COLON) or not near(scene, reading, first, LIST):
        return None
    entries = (scene.tokens[at].entry("NOUN") for at in range(first.start - 1, -1, -1) if "DEF" in scene.cats(at))
    return next((entry.item for entry in entries if entry is not None and entry.number == "pl"), None)


def _in_brackets(scene: Scene, reading: Reading) -> bool:
    return "LPAR" in scene.cats(reading.start - 1) and "RPAR" in scene.cats(reading.end)


def corrected(scene: Scene, reading: Reading) -> bool:
    """ "Ten deaths and not eight", "five days, not four": what somebody else had said counts the same."""
    lead, other = scene.cats(reading.start - 1), scene.beside(reading)
    if "NEGATION" not in lead or other is None or not counts(other) or not ends(scene, reading, OPEN):
        return False
    if not near(scene, reading, other, REACH if "CONJ" in lead else GAP):
        return False
    reading.kind = other.kind
    return take(reading, other)


def _quoted(scene: Scene, reading: Reading, previous: Reading) -> bool:
    """ "The dollar = 280 rupees, the riyal = 74": a row of rates, each currency before its own."""
    if type(previous.noun) is not Currency:
        return False
    rows = [_priced(scene, one) for one in (previous, reading)]
    return all(rows) and rows[0] is not rows[1] and rows[1] is not previous.noun


def _priced(scene: Scene, reading: Reading) -> object:
    """The currency that a number is the rate of: right before it, but for a mark."""
    said = (scene.tokens[at] for at in (reading.start - 1, reading.start - 2) if at >= 0)
    return next((token.item("MONEY") for token in said if {"MONEY", "DEF"} <= token.cats), None)


# What makes a number count the same as the one before it.
_SAME = (_larger, _quoted, _went_on, _was, _bracketed, _rows, _came_from)
