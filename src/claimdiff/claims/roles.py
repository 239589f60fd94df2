"""Who: actor and target, by construction first, then by nearness; null rather than a guess."""

from __future__ import annotations

from typing import Any

from claimdiff.claims.anaphora import owner
from claimdiff.claims.frames import Topic
from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading

SUBJECT = 4
LINKED = 3
NEAR = 14
_ENDS = frozenset({"STOP", "COMMA"})
_STOP, _FORCE, _AT = frozenset({"STOP"}), frozenset({"FORCE"}), frozenset({"AT"})
_OBLIQUE = frozenset({"IN", "FROM", "AT", "TO", "TERRITORY", "BETWEEN", "PART"})


def actor(
    scene: Scene, reading: Reading, topic: Topic, announced: int | None, country: str | None, force: str | None
) -> str | None:
    """Whose: as the topic's frame says. ``country`` is the document's, ``force`` that of the forces it speaks of."""
    if not scene.entities and not (topic.actor == "agent" and topic.forces):
        return country if topic.actor in {"country", "owner"} else None
    match topic.actor:
        case "country":
            return (_subject(scene, announced, topic) if reading.stated else None) or country
        case "owner":
            return _subject(scene, announced, topic) or _owner(scene, reading) or country
        case "counted":
            return _own_adjective(scene, reading) or _pointed(scene, reading)
        case "agent":
            known = _agent(scene, reading, announced, topic)
            return known or (force if topic.forces else None) or _named(scene, reading)
    return None


def _agent(scene: Scene, reading: Reading, announced: int | None, topic: Topic) -> str | None:
    return (
        _own_adjective(scene, reading)
        or _possessor(scene, reading)
        or _subject(scene, announced, topic)
        or (owner(scene, reading) if topic.forces else None)
        or _force(scene, reading)
    )


def _own_adjective(scene: Scene, reading: Reading) -> str | None:
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
    reach = range(start, end + 2)
    return next((e.id for at, cat, e in scene.entities if cat == "NISBA" and at in reach), None)


def _pointed(scene: Scene, reading: Reading) -> str | None:
    """ "Twenty of its fighters": the pronoun points to the organisation named last."""
    if reading.noun_at is None or not scene.tokens[reading.noun_at].suffix:
        return None
    names = [entity.id for at, cat, entity in scene.entities if cat == "ORG" and at < reading.start]
    return str(names[-1]) if names else None


def _possessor(scene: Scene, reading: Reading) -> str | None:
    """ "France had 2,400 soldiers": a country behind the preposition of having, in the clause before the count."""
    found = [
        entity.id
        for at, cat, entity in scene.entities
        if cat == "PLACE"
        and at < reading.start
        and scene.cats(at) >= {"PREP"}
        and "LOC" not in scene.cats(at)
        and not scene.breaks(at, reading.start, _ENDS)
    ]
    return str(found[-1]) if found and "/" not in found[-1] else None


def _subject(scene: Scene, announced: int | None, topic: Topic) -> str | None:
    """Behind the verb or verbal noun that announces the topic: a name, or an institution's adjective; or that of an
    institution right before the verb. What is left or taken is no subject: there only a country right behind is.
    """
    if announced is None:
        return None
    reach = range(announced + 1, announced + (2 if topic.moves else 1 + SUBJECT))
    for at, cat, entity in scene.entities:
        if at <= announced:
            continue
        if at > announced + SUBJECT or scene.breaks(announced, at, _AT):
            break
        adjective = cat == "NISBA"
        if adjective or (at in reach and not _oblique(scene, at) and not (topic.moves and "/" in entity.id)):
            return _power(entity)
    lead = range(announced - LINKED, announced)
    return next((_power(e) for at, cat, e in scene.entities if at in lead and _office(scene, at, cat)), None)


def _office(scene: Scene, at: int, cat: str) -> bool:
    """ "The French president announced": an adjective of an institution."""
    return cat == "NISBA" and bool({"PARLIAMENT", "FORCE"} & scene.cats(at - 1))


def _power(entity: Any) -> str | None:
    """A country or organisation; of a city the government for which its name stands."""
    name: str = getattr(entity, "metonym", None) or entity.id
    return None if "/" in name else name


def _force(scene: Scene, reading: Reading) -> str | None:
    """The adjective of the forces that the sentence speaks of ("the American forces")."""
    if "FORCE" not in scene.marks:
        return None
    found = [(at, e.id) for at, cat, e in scene.entities if cat == "NISBA" and of_forces(scene, at)]
    before = [name for at, name in found if at < reading.start]
    behind = [name for at, name in found if at >= reading.end and not scene.breaks(reading.end, at, _AT)]
    return before[-1] if before else behind[0] if behind else None


def of_forces(scene: Scene, at: int) -> bool:
    """Whether an adjective is that of forces, one word between at most."""
    return "FORCE" in scene.cats(at - 1) or ("FORCE" in scene.cats(at - 2) and "UNKNOWN" in scene.cats(at - 1))


def _named(scene: Scene, reading: Reading) -> str | None:
    """A country or organisation named as the subject: neither behind a preposition nor as a place."""
    for at, cat, entity in scene.entities:
        if cat in {"PLACE", "ORG"} and at < reading.start and not _oblique(scene, at) and (name := _power(entity)):
            return name
    return None


def _owner(scene: Scene, reading: Reading) -> str | None:
    """Whose output, budget or debt: the country of its list or its clause, an adjective or a subject before it."""
    found = [
        (at, name)
        for at, cat, entity in scene.entities
        if cat in {"PLACE", "NISBA"}
        and at < reading.start
        and not (_oblique(scene, at) and "IN" not in scene.cats(at - 1))
        and not scene.breaks(at, reading.start, _STOP)
        and (name := _power(entity))
    ]
    return found[-1][1] if found else None


def _oblique(scene: Scene, at: int) -> bool:
    return bool(_OBLIQUE & scene.cats(at - 1)) or "PREP" in scene.cats(at)


def target(scene: Scene, reading: Reading, force: str | None) -> str | None:
    """At whom: behind "on", "against" or a verb of attacking, the forces' adjective or the entity's name; forces
    without an adjective are those that the document speaks of.
    """
    for at, cat, entity in scene.entities:
        if scene.breaks(min(at, reading.end), max(at, reading.start), _ENDS):
            continue
        lead = scene.cats(at - 1) | (scene.cats(at - 2) if cat == "NISBA" else frozenset())
        if "AT" in lead and (cat != "NISBA" or "FORCE" in scene.cats(at - 1)):
            return str(entity.id)
    return force if force and _forces_hit(scene, reading) else None


def matter(scene: Scene, reading: Reading, announced: int | None) -> str | None:
    """What a vote, an agreement or an election is about: the first word of a matter behind what announces the event,
    in its clause, else the last before it.
    """
    if announced is None or not reading.stated or not scene.matters:
        return None
    found = scene.matters
    behind = [name for at, name in found if 0 <= at - announced <= NEAR and not scene.breaks(announced, at, _ENDS)]
    before = [name for at, name in found if 0 < announced - at <= NEAR and not scene.breaks(at, announced, _ENDS)]
    return behind[0] if behind else before[-1] if before else None


def _forces_hit(scene: Scene, reading: Reading) -> bool:
    reach = range(max(1, reading.start - 2 * LINKED), min(len(scene.tokens), reading.end + 2 * LINKED))
    return any(
        at in reach
        and "DEF" in scene.cats(at)
        and "AT" in scene.cats(at - 1) | scene.cats(at - 2)
        and "NISBA" not in scene.cats(at + 1)
        for at in scene.where(_FORCE)
    )
