"""Numbers without a noun of their own take it from their list, their whole, or the word "number of"."""

from __future__ import annotations

from claimdiff.claims.frames import Announcer
from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading

REACH = 12
NEAR = 3
_COUNTED = ("quantity",)


def complete(scene: Scene) -> list[Reading]:
    """The readings of a sentence, bare numbers completed; those that count nothing known are left out."""
    kept: list[Reading] = []
    readings = scene.readings
    for at, reading in enumerate(readings):
        if not reading.bare or reading.kind != "quantity" or _completed(scene, reading, kept, readings[at + 1 :]):
            kept.append(reading)
    return kept


def _completed(scene: Scene, reading: Reading, before: list[Reading], after: list[Reading]) -> bool:
    previous = next((r for r in reversed(before) if r.kind == "quantity" and _unit(r)), None)
    if reading.superseded and after:
        return _take(scene, reading, after[0])
    if reading.rule.endswith("others"):
        return _others(scene, reading, previous)
    if previous is not None and (reading.whole or _in_list(scene, reading, previous)):
        return _take(scene, reading, previous)
    return _number_of(scene, reading) or _announced(scene, reading)


def _unit(reading: Reading) -> str | None:
    return reading.quantity.unit if reading.quantity else None


def _take(scene: Scene, reading: Reading, other: Reading) -> bool:
    """The noun, unit and topic of another reading."""
    if other.quantity is None or (other.noun is None and other.quantity.unit is None):
        return False
    _set(reading, other.noun, other.quantity.unit)
    reading.kin = other
    return True


def _set(reading: Reading, noun: object, unit: str | None) -> None:
    assert reading.quantity is not None
    reading.noun = noun
    reading.quantity = type(reading.quantity)(
        reading.quantity.number, reading.quantity.low, reading.quantity.high, reading.quantity.modifier, unit
    )


def _others(scene: Scene, reading: Reading, previous: Reading | None) -> bool:
    """ "30 others" are others of those counted before; where nobody was, they are persons."""
    if previous is not None and previous.quantity is not None:
        _take(scene, reading, previous)
    else:
        _set(reading, None, "person")
    return True


def _in_list(scene: Scene, reading: Reading, previous: Reading) -> bool:
    """Joined by a conjunction to a number of the same list, or picked out of it ("66 of them")."""
    first = scene.cats(reading.start)
    lead = scene.cats(reading.start - 1)
    among = bool({"AMONG", "ONLY"} & lead) or reading.rule.endswith("among")
    joined = bool("CONJ" in first or {"AGAINST", "AT", "AND", "COMMA", "IN"} & lead)
    near = reading.start - previous.end <= REACH
    return among or (joined and near and not scene.breaks(previous.end, reading.start, frozenset({"STOP"})))


def _number_of(scene: Scene, reading: Reading) -> bool:
    """ "The number of dead ... reached 5,300": the noun behind the word, the number some words on."""
    for at in range(reading.start - 1, max(-1, reading.start - 1 - REACH), -1):
        if "STOP" in scene.cats(at):
            return False
        if "COUNTWORD" in scene.cats(at):
            noun = next((scene.tokens[i].item("NOUN") for i in (at + 1, at + 2) if "NOUN" in scene.cats(i)), None)
            if noun is not None:
                _set(reading, noun, noun.unit)
                reading.noun_at = None
            return noun is not None
    return False


def _beside(reading: Reading, at: int) -> bool:
    return 0 < reading.start - at <= NEAR or 0 <= at - reading.end < NEAR


def _announced(scene: Scene, reading: Reading) -> bool:
    """ "Killing of five", "eight thousand are missing": a word that announces persons, beside a bare number."""
    near: list[Announcer] = [a for at, a in scene.announcers if _beside(reading, at) and a.role in {"words", "verbs"}]
    if any("person" in announcer.topic.units and "quantity" in announcer.topic.kinds for announcer in near):
        _set(reading, None, "person")
        return True
    return False
