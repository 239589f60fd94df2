"""Persons counted by what they are, did or suffered, and the place that somebody took."""

from __future__ import annotations

from claimdiff.grammar.reading import Reading, bounded
from claimdiff.grammar.rule import Hit
from claimdiff.lang.ar import morphology
from claimdiff.lang.ar.counted import counted, entry, made, place, stated
from claimdiff.lang.ar.modifiers import has, modifier
from claimdiff.model import Quantity


def people(hit: Hit) -> Reading | None:
    """ "500 Iraqis", "dozens of the Iraqis": an adjective of origin in the form that the number asks for."""
    number, noun = hit.get("number"), hit.get("noun")
    rest = (number.value or 0) % 100
    few = "VAGUENUM" in number.cats or 3 <= rest <= 10
    broken = few and morphology.is_broken(noun.stem, noun.item("NISBA").adjectives)
    if not broken and not morphology.agrees(noun.stem, not few and rest >= 11, few):
        return None
    said, start = modifier(hit)
    reading = made(hit, stated(number, said, "person"), start, None)
    reading.noun_at = place(hit, noun)
    return reading


def doers(hit: Hit) -> Reading | None:
    """ "Three of the attack's planners": persons by the form of what they do."""
    noun = hit.get("noun")
    if "DEF" in noun.cats or not morphology.doers(noun.stem):
        return None
    said, start = modifier(hit)
    reading = made(hit, stated(hit.get("number"), said, "person"), start, None)
    reading.noun_at = place(hit, noun)
    return reading


def implied(hit: Hit) -> Reading | None:
    """ "Killing of a soldier": the indefinite singular of a person behind what befell him counts one."""
    noun = hit.get("noun")
    found = entry(noun)
    if found is None or noun.suffix or found.number != "sg" or found.item.unit != "person":
        return None
    return made(hit, bounded(1, "exact", "person"), hit.match.start("noun"), noun)


def rank(hit: Hit) -> Reading:
    number = hit.get("number").value
    noun = has(hit, "noun")
    found = counted(hit, noun)
    start = hit.match.start("number") if "lead" in hit.named else hit.start
    quantity = Quantity(number, number, number, "exact", None)
    item = found.item if found else None
    return Reading("rank", hit.rule, start, hit.end, quantity, None, item, place(hit, noun))


def members(hit: Hit) -> Reading:
    """ "Eight of the crew": some of those whom a singular names."""
    noun, (said, start) = hit.get("noun"), modifier(hit)
    reading = made(hit, stated(hit.get("number"), said, "person"), start, None)
    reading.noun_at = place(hit, noun)
    return reading
