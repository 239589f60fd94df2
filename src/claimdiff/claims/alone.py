"""Numbers that stand alone: how many people they are, the answer to a question, the total of what was told."""

from __future__ import annotations

from dataclasses import replace

from claimdiff.claims.anaphora import sentence_before
from claimdiff.claims.bare import ENDING, OPENING, counts, ends, near, number, put
from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading

GAP, HUNDRED, BILLION = 2, 100, 1e9
_WALL = frozenset({"COMMA", "STOP", "NUM", "CLAUSE", "THAT"})
TOTALLED = frozenset({"person", "case", "family", "infection", "body", "house", "building"})
_STARTS = frozenset({"STOP", "COMMA", "COLON", "QUOTE", "DASH", "CLAUSE"})
_AMONG, _REPLACED = frozenset({"BETWEEN", "IN"}), frozenset({"EARLIER", "AGAINST"})


def people(scene: Scene, reading: Reading) -> bool:
    """Whether a number counts people, whatever follows it."""
    return any(rule(scene, reading) for rule in (crowd, before_count, lying, theirs))


def alone(scene: Scene, reading: Reading, counted: list[Reading]) -> bool:
    """Whether the words around a number say what it counts, though no number before it does."""
    if total(scene, reading, counted) or left(scene, reading):
        return True
    return any(rule(scene, reading) for rule in (they, nominal, answer, share))


def crowd(scene: Scene, reading: Reading) -> bool:
    """ "The hundreds came out", "thousands of them": people, where a definite vague word counts nothing else."""
    cats, high = scene.cats(reading.start), reading.quantity.high if reading.quantity else None
    if not {"VAGUENUM", "DEF"} <= cats or "PREP" in cats or not high or high >= BILLION:
        return False
    bare = (one for one in scene.readings if one.kind == "quantity" and not counts(one))
    beside = any(0 <= reading.start - one.end <= GAP for one in bare)
    return not beside and put(reading, None, "person")


def before_count(scene: Scene, reading: Reading) -> bool:
    """ "To 100 rose the number of dead": the number before the words that say of whom."""
    if "COUNTWORD" not in scene.cats(reading.end):
        return False
    if {"NISBA", "DEF"} <= scene.cats(reading.end + 1):
        return put(reading, None, "person")
    entry = scene.tokens[reading.end + 1].entry("NOUN") if reading.end + 1 < scene.size else None
    return entry is not None and put(reading, entry.item, entry.item.unit)


def total(scene: Scene, reading: Reading, counted: list[Reading]) -> bool:
    """ "That brings the total to 12,400": of what was counted last, here or in the sentence before."""
    reach = range(reading.start - 1, max(-1, reading.start - 1 - OPENING), -1)
    at = next((i for i in reach if {"COUNTWORD", "DEF"} <= scene.cats(i) and "NOUN" not in scene.cats(i + 1)), None)
    if at is None or not ends(scene, reading, ENDING) or any(one.start >= at for one in counted):
        return False
    for there, told in ((scene, counted), (scene.before, scene.before.readings if scene.before else [])):
        one = next((one for one in reversed(told) if one.quantity and one.quantity.unit in TOTALLED), None)
        if one is not None and one.kind == "quantity" and there is not None and one.quantity is not None:
            scene.antecedents[reading.start] = there, one
            return put(reading, one.noun, one.quantity.unit)
    return False


def lying(scene: Scene, reading: Reading) -> bool:
    """ "17 in intensive care": people, by where they are."""
    ward = "IN" in scene.cats(reading.end) and "WARD" in scene.cats(reading.end + 1)
    return ward and put(reading, None, "person")


def theirs(scene: Scene, reading: Reading) -> bool:
    """ "30 went back to their houses": people, by the pronoun of what is theirs right behind."""
    their = scene.pack.ends.theirs
    for at in range(reading.end, min(reading.end + 3, scene.size)):
        word = scene.tokens[at]
        if not _WALL.isdisjoint(word.cats):
            return False
        if word.suffix == their or ("UNKNOWN" in word.cats and word.text.endswith(their) and len(word.text) > 4):
            return put(reading, None, "person")
    return False


def left(scene: Scene, reading: Reading) -> bool:
    """ "Of the inhabitants only two thousand are left": the definite plural before "only"."""
    if "ONLY" not in scene.cats(reading.start - 1):
        return False
    entries = (scene.tokens[at].entry("NOUN") for at in range(reading.start - 2, max(-1, reading.start - 6), -1))
    found = next((entry for entry in entries if entry is not None and entry.number == "pl"), None)
    return found is not None and put(reading, found.item, found.item.unit)


def they(scene: Scene, reading: Reading) -> bool:
    """ "They were eleven", "who are 16 million": a number that says of people how many they are."""
    return not {"THEYARE", "THEYWERE"}.isdisjoint(scene.cats(reading.start - 1)) and put(reading, None, "person")


def nominal(scene: Scene, reading: Reading) -> bool:
    """ "The children are eleven": the definite plural of persons opens the clause and the number ends it."""
    at = reading.start - 1
    if at < 0 or "DEF" not in scene.cats(at) or not ends(scene, reading, ENDING):
        return False
    entry, before = scene.tokens[at].entry("NOUN"), scene.cats(at - 1)
    opens = not before or not _STARTS.isdisjoint(before) or "CONJ" in scene.cats(at)
    people = entry is not None and entry.number == "pl" and entry.item.unit == "person"
    return bool(opens and people and entry and "PREP" not in scene.cats(at) and put(reading, entry.item, "person"))


def answer(scene: Scene, reading: Reading) -> bool:
    """ "How many workers have you? - Eleven": the first number of an answer counts what the question asks for."""
    if reading is not scene.readings[0] or reading.start > OPENING or not ends(scene, reading, ENDING):
        return False
    asked = sentence_before(scene)
    if asked is None or asked.folded.text[asked.end - 1 : asked.end] not in {"?", "\u061f"}:
        return False
    for at in asked.where(frozenset({"HOWMANY", "COUNTWORD"})):
        entry = asked.tokens[at + 1].entry("NOUN") if at + 1 < asked.size else None
        if entry is not None:
            # The question's words say what is told of those whom it asks for.
            there = replace(reading, start=at + 1, end=at + 2, noun=entry.item, noun_at=at + 1, bare=False)
            scene.antecedents[reading.start] = asked, there
            return put(reading, entry.item, entry.item.unit)
        if "THEYWERE" in asked.cats(at + 1):
            return put(reading, None, "person")
    return False


def share(scene: Scene, reading: Reading) -> bool:
    """ "40.2 percent, having been 38.6": a number right behind a word that sets it beside a share."""
    share = next((r for r in reversed(scene.readings) if r.end <= reading.start and not r.stated), None)
    if share is None or share.kind != "share" or not near(scene, reading, share, OPENING):
        return False
    beside = "CONJ" in scene.cats(reading.start) and not _AMONG.isdisjoint(scene.cats(reading.end))
    if not (beside or not _REPLACED.isdisjoint(scene.cats(reading.start - 1))) or not 0 < number(reading) < HUNDRED:
        return False
    reading.kind = "share"
    return put(reading, None, "percent")
