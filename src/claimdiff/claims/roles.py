"""Who: actor and target, by construction first, then by nearness; null rather than a guess."""

from __future__ import annotations

from claimdiff.claims.anaphora import owner
from claimdiff.claims.frames import Topic
from claimdiff.claims.inferred import governs
from claimdiff.claims.scene import Scene
from claimdiff.claims.whose import belonging, nation, oblique, own_adjective, pointed, power, whose
from claimdiff.grammar.reading import Reading

SUBJECT = 4
LINKED = 3
BY = 8
_ENDS = frozenset({"STOP", "COMMA"})
_STOP, _FORCE, _AT, _THAT, _COLON = (frozenset({cat}) for cat in ("STOP", "FORCE", "AT", "THAT", "COLON"))


def actor(
    scene: Scene, reading: Reading, topic: Topic, announced: int | None, country: str | None, force: str | None
) -> str | None:
    """Whose: as the topic's frame says. ``country`` is the document's, ``force`` that of the forces it speaks of."""
    if not topic.actor:
        return nation(scene, reading)
    silent = not scene.entities and "NISBA" not in scene.marks and reading.start not in scene.antecedents
    if silent and not (topic.actor == "agent" and topic.forces):
        return country if topic.actor in {"country", "owner"} else None
    match topic.actor:
        case "country":
            subject = _subject(scene, reading, announced, topic) if reading.stated else None
            return subject or (None if _abroad(scene, reading, announced, country) else country)
        case "owner":
            item = _item(scene, reading)
            return item or _subject(scene, reading, announced, topic) or _owner(scene, reading) or country
        case "counted":
            return whose(scene, reading, topic.moves)
        case "agent":
            if (by := _by(scene, reading)) is not None:
                return by or None
            known = _agent(scene, reading, announced, topic)
            return known or (force if topic.forces else None) or _named(scene, reading)
    return None


def _abroad(scene: Scene, reading: Reading, announced: int | None, country: str | None) -> bool:
    """Whether a sentence tells of the votes of states, in their league or another country's, not of the document's."""
    if reading.quantity is not None and reading.quantity.unit == "country":
        return True
    leagues = [at for at, _, entity in scene.entities if entity.kind == "league"]
    if announced is not None and any(abs(at - announced) <= LINKED for at in leagues):
        return True
    if any(cat != "ORG" and entity.id.split("/")[0] == country for _, cat, entity in scene.entities):
        return False
    return bool(leagues) or any(_there(scene, at, cat) for at, cat, _ in scene.entities)


def _there(scene: Scene, at: int, cat: str) -> bool:
    """ "In Kuwait", "the Kuwaiti parliament": a country that is spoken of."""
    return governs(scene, at) or (cat == "PLACE" and ("IN" in scene.cats(at - 1) or "LOC" in scene.cats(at)))


def _agent(scene: Scene, reading: Reading, announced: int | None, topic: Topic) -> str | None:
    return (
        own_adjective(scene, reading)
        or _possessor(scene, reading)
        or _subject(scene, reading, announced, topic)
        or (belonging(scene, reading, places=False) or pointed(scene, reading) if topic.forces else None)
        or (owner(scene, reading) if topic.forces else None)
        or (_told(scene, reading) if topic.target else None)
        or _force(scene, reading)
    )


def _by(scene: Scene, reading: Reading) -> str | None:
    """Behind "at the hands of": a name or an adjective of forces; empty where it is nobody that we know."""
    if "BY" not in scene.marks:
        return None
    reach = range(reading.end, reading.end + BY)
    at = next((i for i in reach if "BY" in scene.cats(i)), None)
    if at is None or scene.breaks(reading.end, at, _ENDS):
        return None
    return next((power(e) or "" for i, _, e in scene.entities if at < i <= at + LINKED), "")


def _told(scene: Scene, reading: Reading) -> str | None:
    """ "Kyiv said that Russia fired ...": who is named as the subject behind the last "that", not who says so."""
    that = _that(scene, reading)
    return _first(scene, reading, that) if that is not None else None


def _that(scene: Scene, reading: Reading) -> int | None:
    """The last "that" before a reading in its sentence, unless it goes on with a pronoun."""
    if "THAT" not in scene.marks:
        return None
    at = scene.last(_THAT, reading.start)
    own = at < 0 or "ITSELF" in scene.cats(at) or scene.breaks(at, reading.start, _STOP)
    return None if own else at


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


def _subject(scene: Scene, reading: Reading, announced: int | None, topic: Topic) -> str | None:
    """Behind the verb or verbal noun that announces the topic: a name, or an institution's adjective; or that of an
    institution right before the verb, unless a colon follows him who only says so. What is left or taken is no
    subject: there only a country right behind is.
    """
    if announced is None:
        return None
    reach = range(announced + 1, announced + (2 if topic.moves else 1 + SUBJECT))
    for at, cat, entity in scene.entities:
        if at <= announced:
            continue
        if at > announced + SUBJECT or scene.breaks(announced, at, _AT) or _next(scene, reading, at):
            break
        adjective = cat == "NISBA"
        if adjective or (at in reach and not oblique(scene, at) and not (topic.moves and "/" in entity.id)):
            return power(entity)
    lead = range(announced - LINKED, announced)
    ahead = [one for one in scene.entities if one[0] in lead and not scene.breaks(one[0], announced, _COLON)]
    return next((power(e) for at, cat, e in ahead if _office(scene, at, cat) or _agent_ahead(scene, at, cat)), None)


def _agent_ahead(scene: Scene, at: int, cat: str) -> bool:
    """ "Iran had announced", "Hamas fired": who stands at the head, or behind "had", before the verb."""
    named = cat != "NISBA" and not oblique(scene, at) and "CONJ" not in scene.cats(at)
    return named and (at == 0 or "WAS" in scene.cats(at - 1))


def _next(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether a name begins the next item of a list ("... 500 thousand and Iraq 200")."""
    return at >= reading.end and "CONJ" in scene.cats(at) and "NUM" in scene.cats(at + 1)


def _office(scene: Scene, at: int, cat: str) -> bool:
    """ "The French president announced": an adjective of an institution."""
    return cat == "NISBA" and bool({"PARLIAMENT", "FORCE"} & scene.cats(at - 1))


def _force(scene: Scene, reading: Reading) -> str | None:
    """The adjective of the forces that the sentence speaks of ("the American forces"), not of those that say so."""
    if "FORCE" not in scene.marks:
        return None
    found = [(at, e.id) for at, cat, e in scene.entities if cat == "NISBA" and of_forces(scene, at)]
    said = _said(scene, reading)
    before = [name for at, name in found if said < at < reading.start]
    behind = [name for at, name in found if at >= reading.end and not scene.breaks(reading.end, at, _AT)]
    return before[-1] if before else behind[0] if behind else None


def _said(scene: Scene, reading: Reading) -> int:
    """Where what somebody says of others begins: behind the last "that", a colon; -1 where he tells of his own, of
    "the forces" without a nation.
    """
    that = _that(scene, reading)
    at = scene.last(_COLON, reading.start) if that is None else that
    if at < 0 or scene.breaks(at, reading.start, _STOP):
        return -1
    forces = any(scene.cats(i) >= {"FORCE", "DEF"} for i in range(at, reading.start))
    return -1 if forces or any(token.suffix for token in scene.tokens[at : reading.start]) else at


def of_forces(scene: Scene, at: int) -> bool:
    """Whether an adjective is that of forces, one word between at most."""
    return "FORCE" in scene.cats(at - 1) or ("FORCE" in scene.cats(at - 2) and "UNKNOWN" in scene.cats(at - 1))


def _named(scene: Scene, reading: Reading) -> str | None:
    """A country or organisation named as the subject; who says that something is so is no subject, unless it is so of
    his own.
    """
    that = _that(scene, reading)
    if that is None:
        return _first(scene, reading, -1)
    own = any(token.suffix for token in scene.tokens[that : reading.start])
    return _first(scene, reading, that) or (_first(scene, reading, -1) if own else None)


def _first(scene: Scene, reading: Reading, since: int) -> str | None:
    """The first country or organisation behind a place that is neither behind a preposition nor a place."""
    found = (
        power(entity)
        for at, cat, entity in scene.entities
        if cat in {"PLACE", "ORG"} and since < at < reading.start and not oblique(scene, at)
    )
    return next((name for name in found if name), None)


def _item(scene: Scene, reading: Reading) -> str | None:
    """ "And Iraq 200 thousand": of a list the country right before its number."""
    at = reading.start - 1
    joined = "CONJ" in scene.cats(at) and any(one.end <= at for one in scene.readings)
    return next((power(e) for i, cat, e in scene.entities if cat == "PLACE" and i == at), None) if joined else None


def _owner(scene: Scene, reading: Reading) -> str | None:
    """Whose output, budget or debt: the country of its list or its clause, an adjective or a subject before it."""
    found = [
        (at, name)
        for at, cat, entity in scene.entities
        if (cat in {"PLACE", "NISBA"} or entity.kind == "producer")
        and at < reading.start
        and not (oblique(scene, at) and "IN" not in scene.cats(at - 1))
        and not scene.breaks(at, reading.start, _STOP)
        and (name := power(entity))
    ]
    return found[-1][1] if found else None


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


def _forces_hit(scene: Scene, reading: Reading) -> bool:
    reach = range(max(1, reading.start - 2 * LINKED), min(len(scene.tokens), reading.end + 2 * LINKED))
    return any(
        at in reach
        and "DEF" in scene.cats(at)
        and "AT" in scene.cats(at - 1) | scene.cats(at - 2)
        and "NISBA" not in scene.cats(at + 1)
        for at in scene.where(_FORCE)
    )
