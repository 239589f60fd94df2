"""Numbers without a noun of their own take it from their list, their whole, or the word "number of"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from claimdiff.claims import money
from claimdiff.claims.anaphora import PRONOUNS, people
from claimdiff.claims.bare import counts as _counts
from claimdiff.claims.bare import put as _set
from claimdiff.claims.bare import take as _take
from claimdiff.claims.elided import corrected, elided, part_of
from claimdiff.claims.frames import Announcer
from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading

REACH, CONTRAST = 12, 20
NEAR, SCALED = 3, 6
YEARS = range(1900, 2101)
_STOP = frozenset({"STOP"})
_ENDS = frozenset({"STOP", "COMMA", "NUM"})
_CLAUSE, _WALL = frozenset({"CLAUSE"}), frozenset({"COMMA", "STOP"})
_VAGUE, _NUMBERS = frozenset({"VAGUENUM", "PREP"}), frozenset({"STOP", "NUM", "VAGUENUM"})
_CHAIN = frozenset({"TO", "COMMA", "THEN", "CONJ", "BOUND"})
_NAMES = frozenset({"PLACE", "ORG", "NISBA"})
_LEADS = frozenset({"AGAINST", "AT", "AND", "COMMA", "IN"})


def complete(scene: Scene) -> list[Reading]:
    """The readings of a sentence, bare numbers completed; those that count nothing known are left out."""
    kept: list[Reading] = []
    readings = [reading for reading in scene.readings if not reading.loose]
    them = not PRONOUNS.isdisjoint(scene.marks)
    for at, reading in enumerate(readings):
        whole = not (reading.bare or money.misread(scene, reading)) or reading.kind != "quantity"
        if (them and people(scene, reading)) or whole or _completed(scene, reading, kept, readings[at + 1 :]):
            kept.append(reading)
    _daily(scene, kept)
    for reading in kept:
        money.settle(scene, reading)
    return kept


def _completed(scene: Scene, reading: Reading, before: list[Reading], after: list[Reading]) -> bool:
    previous = next((r for r in reversed(before) if r.kind == "quantity" and _counts(r)), None)
    if (reading.superseded or _goes_on(scene, reading)) and (later := _end_of_chain(scene, reading, after)):
        return _take(reading, later)
    if reading.rule.endswith("others"):
        return _others(scene, reading, previous)
    if corrected(scene, reading):
        return True
    if _apposed(scene, reading) or (after and _of_a_whole(scene, reading, after[0])):
        return True
    if scene.cats(reading.start) >= _VAGUE and _predicated(scene, reading):
        return True
    if previous is not None and (reading.whole or _in_list(scene, reading, previous)):
        return not _year(scene, reading, previous) and _take(reading, previous)
    if _year(scene, reading, None):
        return False
    if (told := money.rated(scene, reading)) is not None:
        return _set(reading, *told)
    found = _number_of(scene, reading) or _numbering(scene, reading) or _announced(scene, reading)
    found = found or _amounting(scene, reading) or _predicated(scene, reading)
    if not found and (told := money.spoken_of(scene, reading)) is not None:
        return _set(reading, *told)
    found = found or (previous is not None and _rival(scene, reading, previous) and _take(reading, previous))
    return found or _among(scene, reading) or _ahead(scene, reading, after) or elided(scene, reading, before)


def _rival(scene: Scene, reading: Reading, previous: Reading) -> bool:
    """ "50 thousand people, while the organisers speak of 200 thousand": a number that ends a clause of contrast."""
    if "SCALED" not in scene.cats(reading.end - 1) or reading.start - previous.end > CONTRAST:
        return False
    end = scene.cats(reading.end)
    if scene.breaks(previous.end, reading.start, _STOP) or not scene.breaks(previous.end, reading.start, _CLAUSE):
        return False
    return not end or bool(_WALL & end)


def _year(scene: Scene, reading: Reading, previous: Reading | None) -> bool:
    """Four plain digits of our times are a year, unless a number of their size stands before them in the list."""
    number = reading.quantity.number if reading.quantity else None
    if number is None or number not in YEARS or reading.whole or reading.superseded or _rounded(scene, reading):
        return False
    size = previous.quantity.number if previous is not None and previous.quantity else None
    return reading.quantity is not None and reading.quantity.modifier == "exact" and (size or 0) < YEARS[0] / 10


def _rounded(scene: Scene, reading: Reading) -> bool:
    """Whether a number is said in words and of round hundreds: "two thousand"."""
    number = (reading.quantity.number if reading.quantity else None) or 1
    return number % 100 == 0 and "DIGITS" not in scene.cats(reading.end - 1)


def _goes_on(scene: Scene, reading: Reading) -> bool:
    """ "From 50 to 40", "to 40, then to 30 men": a bare number that another follows."""
    return "TO" in scene.cats(reading.end) or "THEN" in scene.cats(reading.end + 1)


def _end_of_chain(scene: Scene, reading: Reading, after: list[Reading]) -> Reading | None:
    """What a replaced number counts, its successors say: from five thousand to three, then to two thousand men."""
    at = reading.end
    for later in after:
        if any(not _CHAIN & scene.cats(i) for i in range(at, later.start)):
            return None
        if _counts(later) or (not later.superseded and _stands(scene, later)):
            return later
        at = later.end
    return None


def _stands(scene: Scene, reading: Reading) -> bool:
    return _number_of(scene, reading) or _announced(scene, reading)


def _others(scene: Scene, reading: Reading, previous: Reading | None) -> bool:
    """ "30 others" are others of those counted before; where nobody was, or only bodies, they are persons."""
    bodies = previous is not None and previous.quantity is not None and previous.quantity.unit == "body"
    bodies = bodies and "OTHERPEOPLE" in scene.cats(reading.end - 1)
    return _take(reading, previous) if previous is not None and not bodies else _set(reading, None, "person")


def _in_list(scene: Scene, reading: Reading, previous: Reading) -> bool:
    """Joined by a conjunction to a number of the same list, or picked out of it ("66 of them")."""
    first, lead = scene.cats(reading.start), scene.cats(reading.start - 1)
    if {"AMONG", "ONLY"} & lead or reading.rule.endswith(("among", "remaining")):
        return True
    joined = "CONJ" in first or _LEADS & lead or _named(scene, reading.start - 1)
    near = reading.start - previous.end <= REACH
    return bool(joined) and near and not scene.breaks(previous.end, reading.start, _STOP)


def _named(scene: Scene, at: int) -> bool:
    """Whether a name stands there that a conjunction or comma joins: "Chad 571,000 refugees, Egypt half a million"."""
    cats = scene.cats(at)
    if not _NAMES & cats:
        return False
    return "CONJ" in cats or any({"CONJ", "COMMA", "AND"} & scene.cats(i) for i in (at - 1, at - 2))


def _number_of(scene: Scene, reading: Reading) -> bool:
    """ "The number of dead ... reached 5,300": the noun behind the word, the number some words on, or in one phrase
    with both ("exceeded the number of dead 5,300").
    """
    reach = CONTRAST if "TO" in scene.cats(reading.start - 1) else REACH
    for at in range(reading.end - 2, max(-1, reading.start - 1 - reach), -1):
        if "STOP" in scene.cats(at):
            return False
        if "COUNTWORD" in scene.cats(at):
            if {"NISBA", "DEF"} <= scene.cats(at + 1):
                return _set(reading, None, "person")
            noun = next((scene.tokens[i].item("NOUN") for i in (at + 1, at + 2) if "NOUN" in scene.cats(i)), None)
            # "The number of the forces" is one of soldiers.
            return noun is not None and _set(reading, noun, "person" if noun.unit == "force" else noun.unit)
    return False


def _amounting(scene: Scene, reading: Reading) -> bool:
    """ "The survivors came to 41", "came the survivors to 41": the definite plural of persons beside the verb."""
    reach = range(reading.start - 1, max(-1, reading.start - 1 - NEAR), -1)
    verb = next((at for at in reach if "AMOUNT" in scene.cats(at)), None)
    if verb is None or scene.breaks(verb, reading.start, _ENDS):
        return False
    beside = [*range(verb + 1, reading.start), *range(verb - 1, max(-1, verb - NEAR), -1)]
    found = (scene.tokens[at].entry("NOUN") for at in beside if "DEF" in scene.cats(at))
    noun = next((entry for entry in found if entry is not None), None)
    told = noun is not None and noun.number == "pl" and noun.item.unit == "person"
    return bool(told and noun and _set(reading, noun.item, noun.item.unit))


def _numbering(scene: Scene, reading: Reading) -> bool:
    """ "The members, who number 329": the noun before the word."""
    reach = (reading.start - 1, reading.start - 2)
    at = next((i for i in reach if "COUNTWORD" in scene.cats(i) and "DEF" not in scene.cats(i)), None)
    nouns = [_last_noun(scene, i) for i in range(at - 1, max(-1, at - 4), -1)] if at is not None else []
    noun = next((noun for noun in nouns if noun is not None), None)
    return noun is not None and _set(reading, noun, noun.unit)


def _last_noun(scene: Scene, at: int) -> Any:
    """The noun that a token is, or that ends a phrase: "launching of rockets"."""
    words = scene.tokens[at].stem.split()
    return scene.tokens[at].item("NOUN") or (scene.pack.words[words[-1]].item("NOUN") if len(words) > 1 else None)


def _predicated(scene: Scene, reading: Reading) -> bool:
    """ "Its inhabitants are put at tens of thousands": what a vague or bounded number says of the plural before."""
    first = scene.cats(reading.start)
    if not (first >= _VAGUE or (reading.quantity and reading.quantity.modifier not in {"exact", "vague"})):
        return False
    for at in range(reading.start - 1, max(-1, reading.start - 1 - REACH), -1):
        if not _NUMBERS.isdisjoint(scene.cats(at)):
            return False
        entry = scene.tokens[at].entry("NOUN")
        if entry is not None and entry.number == "pl" and entry.item.unit == "person":
            return _set(reading, entry.item, entry.item.unit)
    return False


def _among(scene: Scene, reading: Reading) -> bool:
    """ "Of it 49 trillion", "of them about 8,000": of what was counted or named before, also in another sentence."""
    if "AMONG" not in scene.cats(reading.start - 1):
        return False
    earlier = _last(scene.before) if scene.before is not None else None
    if earlier is not None and _take(reading, earlier):
        return True
    entries = (scene.tokens[at].entry("NOUN") for at in range(reading.start - 2, -1, -1))
    noun = next((entry for entry in entries if entry is not None and entry.number == "pl"), None)
    return noun is not None and _set(reading, noun.item, noun.item.unit)


def _last(scene: Scene) -> Reading | None:
    return next((r for r in reversed(scene.readings) if r.kind == "quantity" and _counts(r)), None)


def _ahead(scene: Scene, reading: Reading, after: list[Reading]) -> bool:
    """ "They were 1,400: a thousand soldiers here, 400 there": a colon leads to what is counted."""
    if not after or after[0].kind != "quantity" or "COLON" not in scene.cats(reading.end):
        return False
    return after[0].start - reading.end <= 2 and _take(reading, after[0])


def _of_a_whole(scene: Scene, reading: Reading, other: Reading) -> bool:
    """ "30 of 35 drones": a part without a noun has its whole's."""
    whole = other.whole or "WHOLE" in scene.cats(other.start - 1) or part_of(scene, reading, other)
    return whole and other.start - reading.end <= NEAR and _take(reading, other)


def _apposed(scene: Scene, reading: Reading) -> bool:
    """ "The countries, the 192": a definite number right behind the definite plural that it counts."""
    entry = scene.tokens[reading.start - 1].entry("NOUN") if reading.start else None
    definite = "DEF" in scene.cats(reading.start) & scene.cats(reading.start - 1)
    definite = definite and "INTRO" not in scene.cats(reading.start - 1)
    return definite and entry is not None and entry.number == "pl" and _set(reading, entry.item, entry.item.unit)


def _beside(reading: Reading, at: int, near: int) -> bool:
    return 0 < reading.start - at <= near or 0 <= at - reading.end < NEAR


def _announced(scene: Scene, reading: Reading) -> bool:
    """ "Killing of five", "eight thousand are missing": a word that announces persons, beside a bare number."""
    if _measured(scene, reading):
        return True
    reach = SCALED if "SCALED" in scene.cats(reading.end - 1) else NEAR
    near: list[Announcer] = [
        a for at, a in scene.announcers if _beside(reading, at, reach) and a.role in {"words", "verbs"}
    ]
    if any("person" in announcer.topic.units and "quantity" in announcer.topic.kinds for announcer in near):
        return _set(reading, None, "person")
    return False


def _measured(scene: Scene, reading: Reading) -> bool:
    """ "A quake of force 6.4": a bare number with decimals right behind a word whose topic has a unit of its own."""
    number = reading.quantity.number if reading.quantity else None
    if number is None or number == int(number):
        return False
    said = [a.topic for at, a in scene.announcers if 0 < reading.start - at <= NEAR and a.role == "words"]
    unit = next((topic.unit for topic in said if topic.unit and topic.unit in topic.telling), None)
    return unit is not None and _set(reading, None, unit)


def _daily(scene: Scene, readings: list[Reading]) -> None:
    """Barrels beside barrels a day are meant by the day, but for reserves."""
    units = [reading.quantity.unit for reading in readings if reading.quantity]
    if "barrel" not in units or "RESERVE" in scene.marks:
        return
    if "barrel/day" in units or "DAILY" in scene.marks:
        for reading in _barrels(readings):
            reading.quantity = replace(reading.quantity, unit="barrel/day")  # type: ignore[type-var]


def _barrels(readings: list[Reading]) -> Iterator[Reading]:
    return (reading for reading in readings if reading.quantity is not None and reading.quantity.unit == "barrel")
