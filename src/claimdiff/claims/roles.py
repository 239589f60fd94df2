"""Who and where: actor, target and place, by construction first, then by nearness; null rather than a guess."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from claimdiff.claims.frames import Topic
from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading
from claimdiff.lang.pack import Pack

NEAR = 12
SUBJECT = 4
_STOP = frozenset({"STOP"})
_ENDS = frozenset({"STOP", "COMMA"})
_OBLIQUE = frozenset({"IN", "FROM", "AT", "TO", "TERRITORY", "BETWEEN"})


def place(scene: Scene, reading: Reading, home: str | None) -> str | None:
    """Where: a place behind "in" in the clause, after the reading or before it, or an adjective of a territory;
    else the place that the document is about, unless the sentence names one that nobody knows.
    """
    near = _nearest(scene, reading, _named(scene))
    if near is None:
        return None if _elsewhere(scene) else home
    return near or None


def _named(scene: Scene) -> list[tuple[int, str]]:
    """The places that a sentence names, with their token; nothing for one of several."""
    if scene.places is None:
        scene.places = [
            (at, "" if _one_of_several(scene, at) else entity.id)
            for at, cat, entity in scene.entities
            if (cat == "PLACE" and _located(scene, at)) or (cat == "NISBA" and _territorial(scene, at))
        ]
    return scene.places


def _one_of_several(scene: Scene, at: int) -> bool:
    """In Iraq and Syria: two countries are no place."""
    others = (at + 1, at - 1) if "CONJ" in scene.cats(at) else (at + 1,)
    names = {place: entity.id.split("/")[0] for place, cat, entity in scene.entities if cat in {"PLACE", "NISBA"}}
    joined = [o for o in others if o in names and names[o] != names[at] and "CONJ" in scene.cats(max(o, at))]
    return bool(joined)


def _elsewhere(scene: Scene) -> bool:
    """Whether the sentence names a place that the gazetteer doesn't know: "in Tower 22", "in the village of ..."."""
    if "TERRITORY" not in scene.marks:
        return False
    known = {at for at, cat, _ in scene.entities if cat in {"PLACE", "NISBA"}}
    return any(
        "TERRITORY" in token.cats
        and "DEF" not in token.cats
        and {"IN", "FROM"} & scene.cats(at - 1)
        and not known & {at + 1, at + 2, at + 3}
        for at, token in enumerate(scene.tokens)
    )


def _located(scene: Scene, at: int) -> bool:
    """Behind a preposition of place, with at most a noun such as "city" between; not "from" or "against"."""
    if at <= 1 and "COLON" in scene.cats(at + 1):
        return True
    if "LOC" in scene.cats(at) or "IN" in scene.cats(at - 1):
        return True
    return bool({"TERRITORY"} & scene.cats(at - 1)) or ("IN" in scene.cats(at - 2) and "NOUN" in scene.cats(at - 1))


def _territorial(scene: Scene, at: int) -> bool:
    return "TERRITORY" in scene.cats(at - 1)


def _nearest(scene: Scene, reading: Reading, found: list[tuple[int, str]]) -> str | None:
    """Behind the reading in its clause, before another count; else before it; else behind over a comma."""
    limit = min((r.start for r in scene.readings if r.start >= reading.end and r.kind == reading.kind), default=10**9)
    limit = min(limit, _since(scene, reading))
    behind = [(at, name) for at, name in found if reading.end <= at < limit and at - reading.end <= NEAR]
    clause = [name for at, name in behind if not scene.breaks(reading.end, at, _ENDS)]
    before = [name for at, name in found if at < reading.start]
    over = [name for at, name in behind if not scene.breaks(reading.end, at, _STOP)]
    return clause[0] if clause else before[-1] if before else over[0] if over else None


def _since(scene: Scene, reading: Reading) -> int:
    """Where a clause of time begins behind a reading ("since the war broke out in ..."): its places are its own."""
    reach = range(reading.end, len(scene.tokens))
    return next((at for at in reach if "PART" in scene.cats(at) and "IN" not in scene.cats(at)), 10**9)


def actor(scene: Scene, reading: Reading, topic: Topic, home: str | None, announced: int | None) -> str | None:
    """Whose: as the topic's frame says."""
    adjective = _own_adjective(scene, reading)
    if topic.actor == "country":
        return home
    if topic.actor == "counted":
        return adjective
    if topic.actor == "agent":
        return adjective or _subject(scene, announced) or _force(scene, reading) or _agent(scene, reading)
    return None


def _own_adjective(scene: Scene, reading: Reading) -> str | None:
    """An adjective of origin at the counted noun, or of the forces among whom they are counted."""
    if reading.stated:
        return None
    reach = range(reading.start, reading.end + 2)
    return next((e.id for at, cat, e in scene.entities if cat == "NISBA" and at in reach), None)


def _subject(scene: Scene, announced: int | None) -> str | None:
    """Behind the verb or verbal noun that announces the topic: a name, or an institution's adjective."""
    if announced is None:
        return None
    reach = range(announced + 1, announced + 1 + SUBJECT)
    for at, cat, entity in scene.entities:
        if at in reach and (cat == "NISBA" or not _oblique(scene, at)):
            return _power(entity)
    return None


def _power(entity: Any) -> str | None:
    """A country or organisation; of a city the government for which its name stands."""
    name: str = getattr(entity, "metonym", None) or entity.id
    return None if "/" in name else name


def _force(scene: Scene, reading: Reading) -> str | None:
    """The adjective of the forces that the sentence speaks of ("the American forces")."""
    found = [(at, e.id) for at, cat, e in scene.entities if cat == "NISBA" and _of_forces(scene, at)]
    before = [name for at, name in found if at < reading.start]
    behind = [name for at, name in found if at >= reading.end]
    return before[-1] if before else behind[0] if behind else None


def _of_forces(scene: Scene, at: int) -> bool:
    return "FORCE" in scene.cats(at - 1) or ("FORCE" in scene.cats(at - 2) and "UNKNOWN" in scene.cats(at - 1))


def _agent(scene: Scene, reading: Reading) -> str | None:
    """A country or organisation named as the subject: neither behind a preposition nor as a place."""
    for at, cat, entity in scene.entities:
        if cat in {"PLACE", "ORG"} and at < reading.start and not _oblique(scene, at) and (name := _power(entity)):
            return name
    return None


def _oblique(scene: Scene, at: int) -> bool:
    return bool(_OBLIQUE & scene.cats(at - 1)) or "PREP" in scene.cats(at)


def target(scene: Scene, reading: Reading) -> str | None:
    """At whom: behind "on", "against" or a verb of attacking, the forces' adjective or the entity's name."""
    for at, cat, entity in scene.entities:
        if scene.breaks(min(at, reading.end), max(at, reading.start), _ENDS):
            continue
        lead = scene.cats(at - 1) | (scene.cats(at - 2) if cat == "NISBA" else frozenset())
        if "AT" in lead and (cat != "NISBA" or "FORCE" in scene.cats(at - 1)):
            return str(entity.id)
    return None


def home(pack: Pack, sentences: Iterable[list[str]]) -> str | None:
    """What a document is about: the country named oftenest, or its city where that is half of it.

    A name behind "in" counts threefold; adjectives ("American") count only where no place is named.
    """
    counted: Counter[str] = Counter()
    adjectives: Counter[str] = Counter()
    for forms in sentences:
        for form in filter(pack.naming.__getitem__, forms):
            if "PLACE" not in pack.words[form].cats:
                adjectives[pack.naming[form]] += 1
                continue
            before = forms[forms.index(form) - 1]
            inside = "LOC" in pack.words[form].cats or "IN" in pack.words[before].cats
            counted[pack.naming[form]] += 3 if inside else 1
    counted = counted or adjectives
    if not counted:
        return None
    countries: Counter[str] = Counter()
    for name, count in counted.items():
        countries[name.split("/")[0]] += count
    country = max(countries, key=lambda name: (countries[name], name))
    city = max(counted, key=lambda name: (name.startswith(country + "/"), counted[name], name))
    return city if "/" in city and 2 * counted[city] >= countries[country] else country
