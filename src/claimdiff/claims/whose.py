"""Whose the counted persons are: their nation or organisation, by construction; null rather than a guess."""

from __future__ import annotations

from typing import Any

from claimdiff.claims.anaphora import its_forces
from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading

LINK = 2
REACH = 4
HEAD = 3
SIDE = 10
_ENDS = frozenset({"STOP", "COMMA"})
_BORDERS = frozenset({"STOP", "COMMA", "CLAUSE", "THAT", "RELATIVE", "COLON", "BEFALLEN"})
_STOP = frozenset({"STOP"})
_CLAUSE = _BORDERS - {"BEFALLEN"}
_LINKS = frozenset({"BELONG", "RANKS", "FROM", "BETWEEN"})
_PEOPLE = frozenset({"NOUN", "FORCE"})
_LIST = frozenset({"CONJ", "AND"})
_HEADS = frozenset({"COUNTWORD", "LOSSES", "RANKS"})


def whose(scene: Scene, reading: Reading, moves: bool) -> str | None:
    """What the counted noun, what follows it, its whole, its list or its clause tell; of who ``moves`` "from" tells
    where, not whose.
    """
    return (
        own_adjective(scene, reading)
        or _predicate(scene, reading)
        or belonging(scene, reading, places=not moves)
        or pointed(scene, reading)
        or listed(scene, reading)
        or _of_the_whole(scene, reading)
        or _sided(scene, reading)
        or _headed(scene, reading)
        or _topical(scene, reading)
        or _antecedent(scene, reading)
    )


def nation(scene: Scene, reading: Reading) -> str | None:
    """Of people whatever they are counted for: what their own noun or adjective tells ("41 Mauritanians")."""
    people = reading.quantity is not None and reading.quantity.unit == "person"
    return own_adjective(scene, reading) or _predicate(scene, reading) if people else None


def own_adjective(scene: Scene, reading: Reading) -> str | None:
    """An adjective of origin at the counted noun, of the forces among whom they are counted, or behind the counts
    with which it is joined ("three dead and 40 injured Americans").
    """
    if reading.stated or "NISBA" not in scene.marks:
        return None
    end = reading.end
    for other in scene.readings:
        if other.start >= end and scene.listed(reading, other) and other.kind == reading.kind:
            end = other.end
            break
    own = _adjective(scene, reading.start, reading.end)
    return own or (_adjective(scene, reading.end, end) if end != reading.end else None)


def _adjective(scene: Scene, start: int, end: int) -> str | None:
    reach, town = range(start, end + 2), -2
    for at, cat, entity in scene.entities:
        town = at if cat == "PLACE" else town
        if cat == "NISBA" and at in reach and at != town + 1 and (at < end or _attached(scene, at)):
            return str(entity.id)
    return None


def _attached(scene: Scene, at: int) -> bool:
    """Whether an adjective behind the noun is its own: not one more nation ("six Nepalis and a Frenchman"), nor that
    of some ("67 people, most of them Tunisians").
    """
    return "CONJ" not in scene.cats(at) and not {"AMONG", "MOSTOFTHEM"} & scene.cats(at - 1)


def _predicate(scene: Scene, reading: Reading) -> str | None:
    """ "84 of the dead are Ethiopians": an indefinite adjective right behind a definite noun."""
    if reading.noun_at is None or not {"DEF"} & scene.cats(reading.noun_at):
        return None
    cats = scene.cats(reading.end)
    if "NISBA" not in cats or "DEF" in cats or "CONJ" in cats or "PREP" in cats:
        return None
    return str(scene.tokens[reading.end].item("NISBA").id)


def belonging(scene: Scene, reading: Reading, places: bool) -> str | None:
    """ "From the ranks of the Ukrainian forces", "belonging to ...", "among the Moroccans", "members of ..."."""
    end = reading.end
    at = next((i for i in range(end, end + LINK) if _LINKS & scene.cats(i) or _through(scene, i)), None)
    if at is None:
        near = next((e for i, cat, e in scene.entities if cat == "ORG" and i == end), None)
        return power(near) if near is not None and "PREP" not in scene.cats(end) else None
    if scene.breaks(end, at, _BORDERS):
        return None
    for place, cat, entity in scene.entities:
        if place <= at or (cat == "PLACE" and not (places and place == at + 1 and "FROM" in scene.cats(at))):
            continue
        if place > at + REACH or scene.breaks(at + 1, place, _BORDERS):
            break
        return power(entity)
    return None


def _through(scene: Scene, at: int) -> bool:
    """ "In the ranks of": the word of belonging behind a preposition."""
    return "IN" in scene.cats(at) and "RANKS" in scene.cats(at + 1)


def power(entity: Any) -> str | None:
    """A country or organisation; of a city the government for which its name stands; nobody of a medium."""
    name: str = getattr(entity, "metonym", None) or entity.id
    return None if "/" in name or entity.kind == "media" else name


def pointed(scene: Scene, reading: Reading) -> str | None:
    """ "Twenty of its fighters", "three of its citizens": the pronoun points to the organisation or country named
    last; citizens are no organisation's.
    """
    noun = reading.noun_at
    if noun is None and "FROM" in scene.cats(reading.end) and scene.cats(reading.end + 1):
        noun = reading.end + 1
    if noun is None or not (scene.tokens[noun].suffix or its_forces(scene, noun)):
        return None
    citizens = "CITIZENS" in scene.pack.words[scene.tokens[noun].stem].cats
    for at, cat, entity in reversed(scene.entities):
        if at >= reading.start or (citizens and cat == "ORG") or (cat == "PLACE" and oblique(scene, at)):
            continue
        return power(entity)
    return None


def oblique(scene: Scene, at: int) -> bool:
    """Whether a name stands behind a preposition or a word for a territory."""
    return bool(_OBLIQUE & scene.cats(at - 1)) or "PREP" in scene.cats(at)


_OBLIQUE = frozenset({"IN", "FROM", "AT", "TO", "TERRITORY", "BETWEEN", "PART"})


def listed(scene: Scene, reading: Reading) -> str | None:
    """ "The Philippines 14 and Nepal 9": of a number without a noun, the country right before it, where its list
    began with the persons of a country.
    """
    if reading.kin is None or (leader := scene.subjects.get(reading.kin.start)) is None:
        return None
    at = reading.start - 1
    name = next((power(e) for i, cat, e in scene.entities if cat == "PLACE" and i == at), None)
    joined = _LIST & (scene.cats(at) | scene.cats(at - 1))
    return name if leader.actor and joined and name and "PREP" not in scene.cats(at) else None


def _of_the_whole(scene: Scene, reading: Reading) -> str | None:
    """A part's nation is its whole's; and so is that of "... and wounded four" behind a soldier of an army."""
    before = scene.previous(reading)
    if before is None or scene.breaks(before.end, reading.start, _STOP):
        return None
    leader = scene.subjects.get(before.start)
    if leader is None or before.quantity is None or before.quantity.unit not in {"person", "body"}:
        return None
    near = reading.start - before.end <= SIDE and not scene.breaks(before.end, reading.start, _CLAUSE)
    added = "ADDITION" in scene.cats(reading.start - 1)
    return leader.actor if scene.part(reading) or (near and (added or reading.noun_at is None)) else None


def _sided(scene: Scene, reading: Reading) -> str | None:
    """ "On the Turkish side eight were killed": the side before the count, in its sentence; the last one named."""
    if "SIDE" not in scene.marks:
        return None
    found = [
        str(entity.id)
        for at, cat, entity in scene.entities
        if cat == "NISBA" and at < reading.start and {"SIDE", "DEF"} <= scene.cats(at - 1)
        if reading.start - at <= SIDE and {"IN"} & scene.cats(at - 2) and not scene.breaks(at, reading.start, _STOP)
    ]
    return found[-1] if found else None


def _headed(scene: Scene, reading: Reading) -> str | None:
    """ "The number of the Syrian dead rose to 61", "the losses of the Colombian army were 14": the adjective behind the
    word for a number, for losses or for ranks, with at most one word between, before the count in its clause.
    """
    if _HEADS.isdisjoint(scene.marks):
        return None
    found = [
        (at, str(entity.id))
        for at, cat, entity in scene.entities
        if cat in {"NISBA", "ORG"} and at < reading.start and _of_number(scene, at)
    ]
    return found[-1][1] if found and not scene.breaks(found[-1][0], reading.start, _ENDS) else None


def _of_number(scene: Scene, at: int) -> bool:
    if _HEADS & scene.cats(at - 1):
        return True
    return bool(_HEADS & scene.cats(at - 2)) and bool(_PEOPLE & scene.cats(at - 1))


def _topical(scene: Scene, reading: Reading) -> str | None:
    """ "As for the freed Ukrainian prisoners, they were 95": people at the head of the sentence, then a bare number."""
    if "CLAUSE" not in scene.cats(0) or reading.noun_at is not None or scene.breaks(0, reading.start, _ENDS):
        return None
    return next((str(e.id) for at, cat, e in scene.entities if cat == "NISBA" and at == 2), None)


def _antecedent(scene: Scene, reading: Reading) -> str | None:
    """ "The Ukrainian prisoners ..., their number is 95": the adjective of the people whom the pronoun points to."""
    if reading.start not in scene.antecedents:
        return None
    there, people = scene.antecedents[reading.start]
    return _adjective(there, people.start, people.end)
