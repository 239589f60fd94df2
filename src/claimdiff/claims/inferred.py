"""Where, when no construction says: what "the city" points back to, a town named in passing, what the article is about.

Null where the sentence speaks of the world, of several countries, or of a place that the gazetteer doesn't know.
"""

from __future__ import annotations

import functools

from claimdiff.claims.frames import Topic
from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading
from claimdiff.lang.pack import Pack

NEAR = 18
BEHIND, BESIDE = 3, 8
# When somebody said something is no matter of the place that he speaks of.
SAID = "statement"
# Dates of these are told from anywhere: what an article is about doesn't place them.
NOWHERE = frozenset({"other", "statement", "talks", "agreement", "visit", "deadline", "plan"})
_COUNCIL = frozenset({"COUNCIL"})
_COUNCILS = frozenset({"vote", "votes", "resolution"})
_LENGTHS = frozenset({"km", "mi", "m"})
_SAID = frozenset({"SAY", "ACCORDING", "THAT"})
_WORLD = frozenset({"WORLD", "WORLDREGION"})
_THAT = frozenset({"THAT"})
_BORDERS = frozenset({"STOP", "COMMA", "CONTRAST", "RELATIVE"})
_RELATIVE = frozenset({"RELATIVE"})
_LEADS = frozenset({"IN", "TO", "TERRITORY"})
_ASIDE = frozenset({"FROM", "TO", "SAY", "ACCORDING", "BETWEEN", "PARLIAMENT", "ZONE", "AMONG"})
_APART = frozenset({"STOP", "CONTRAST", "CLAUSE"})
_SINCE = frozenset({"PART", "HAPPENED"})
_WIDE = frozenset({"REGION", "NATION"})
_WITHIN = frozenset({"IN", "TERRITORY"})
_SERVICES = frozenset({"SERVICE", "CIVIL"})
_NATION = frozenset({"NATION", "DEF"})


def inferred(
    scene: Scene, reading: Reading, topic: Topic, actor: str | None, home: str | None
) -> tuple[str | None, bool]:
    """A place that no construction names, and whether only the document as a whole suggests it."""
    if back := _anaphor(scene, reading, home):
        return back, False
    # What the Security Council debates happens elsewhere than it is about; the world's prices lie nowhere.
    if "COUNCIL" in scene.index and _debated(scene, reading, topic):
        return None, False
    if "MARKET" in scene.index and topic.actor != "owner":
        return None, False
    if "TERRITORY" in scene.index and (_unknown(scene) or _unnamed(scene, reading)):
        return None, False
    if topic.actor == "counted" and not _SERVICES.isdisjoint(scene.index) and (land := _served(scene, home)):
        return land, True
    if _worldwide(scene, reading) or _foreign(scene, home):
        return None, False
    if not (topic.matter or topic.forces or topic.name == SAID) and (town := _passing(scene, reading, topic)):
        return town, False
    if actor and home and topic.actor == "country" and actor != home.split("/")[0]:
        return (actor, True) if actor.isupper() else (None, False)
    if reading.stated and topic.name in NOWHERE:
        return None, False
    return _wider(scene, home), home is not None


def _unknown(scene: Scene) -> bool:
    """Whether the sentence names a place that the gazetteer doesn't know: "in Tower 22", "in the village of ..."."""
    known = {at for at, cat, _ in scene.entities if cat in {"PLACE", "NISBA"}}
    return any(
        "DEF" not in scene.cats(at) and {"IN", "FROM"} & scene.cats(at - 1) and not known & {at + 1, at + 2, at + 3}
        for at in scene.index["TERRITORY"]
    )


def _unnamed(scene: Scene, reading: Reading) -> bool:
    """Whether a relative clause tells of a town that the gazetteer doesn't know: "the town of ..., which has 900
    inhabitants".
    """
    which = scene.last(_RELATIVE, reading.start)
    if which < 0 or scene.breaks(which, reading.start, _BORDERS - _RELATIVE):
        return False
    head = which - 2 - ("COMMA" in scene.cats(which - 1))
    town = "TERRITORY" in scene.cats(head) and "DEF" not in scene.cats(head)
    return town and "UNKNOWN" in scene.cats(head + 1) and "DEF" not in scene.cats(head + 1)


def _debated(scene: Scene, reading: Reading, topic: Topic) -> bool:
    """Whether a value is that of a debate or vote of the Council: a date, a vote, or what its own clause tells of."""
    if topic.name in _COUNCILS or (reading.stated and topic.name in NOWHERE):
        return True
    at = scene.last(_COUNCIL, reading.start)
    return at >= 0 and topic.name in NOWHERE and not scene.breaks(at, reading.start, _BORDERS)


def _worldwide(scene: Scene, reading: Reading) -> bool:
    """ "In the world", "to Europe", "in 13 countries": no one country's."""
    if not _WORLD.isdisjoint(scene.index) and any(_led(scene, reading, at) for at in scene.where(_WORLD)):
        return True
    if "country" not in scene.units:
        return False
    if reading.quantity is not None and reading.quantity.unit == "country":
        return True
    countries = (one.start for one in scene.readings if one.quantity and one.quantity.unit == "country")
    return any(0 <= at - reading.end <= NEAR and not scene.breaks(reading.end, at, _APART) for at in countries)


def _foreign(scene: Scene, home: str | None) -> bool:
    """Whether a sentence speaks of another country's institutions and nobody says anything in it."""
    if home is None or not _SAID.isdisjoint(scene.index):
        return False
    country = home.split("/")[0]
    lands = [(at, entity.id.split("/")[0]) for at, cat, entity in scene.entities if cat != "ORG"]
    return all(land != country for _, land in lands) and any(governs(scene, at) for at, _ in lands)


def _served(scene: Scene, home: str | None) -> str | None:
    """The one other country whose police, rescuers or ministry of health are spoken of: these tell of their own."""
    lands = {
        str(entity.id)
        for at, cat, entity in scene.entities
        if cat == "NISBA" and "DEF" in scene.cats(at) and _serves(scene, at - 1)
    }
    land = lands.pop() if len(lands) == 1 else None
    return land if land and (home is None or home.split("/")[0] != land) else None


def _serves(scene: Scene, at: int) -> bool:
    """The police, the ministry of health; civil defence, with the adjective behind it."""
    return "SERVICE" in scene.cats(at) or (
        "CIVIL" in scene.cats(at - 1) and "DEF" in scene.cats(at - 1) & scene.cats(at)
    )


def _led(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether the world stands behind "in" or "to" beside a reading, or right before it."""
    start, end = (at, reading.start) if at < reading.start else (reading.end, at)
    led = bool(_LEADS & scene.cats(at - 1)) or "LOC" in scene.cats(at) or at == reading.start - 1
    return led and end - start <= BESIDE and not scene.breaks(start, end, _BORDERS)


def _passing(scene: Scene, reading: Reading, topic: Topic) -> str | None:
    """The one town that a sentence names near a reading, however it does: but for where something comes from or goes,
    for where somebody says so, and for a town that stands for a government.
    """
    towns = [(at, entity) for at, cat, entity in scene.entities if cat == "PLACE" and "/" in entity.id]
    if not towns or not _LENGTHS.isdisjoint(scene.units):
        return None
    told = scene.last(_THAT, reading.start)
    found = {
        str(entity.id)
        for at, entity in towns
        if not entity.metonym and told < at and _near(scene, reading, at)
        if topic.actor == "counted" or "AT" not in scene.cats(at - 1)
    }
    return found.pop() if len(found) == 1 else None


def _near(scene: Scene, reading: Reading, at: int) -> bool:
    start, end = (at, reading.start) if at < reading.start else (reading.end, at)
    aside = "PREP" in scene.cats(at) or bool(_ASIDE & scene.cats(at - 1)) or "THAT" in scene.cats(at + 1)
    aside = aside or ("QUOTE" in scene.cats(at - 1) and "TERRITORY" not in scene.cats(at - 2))
    aside = aside or bool(at > reading.end and scene.breaks(reading.end, at, _SINCE))
    return not aside and end - start <= NEAR and not scene.breaks(start, end, _APART)


def _anaphor(scene: Scene, reading: Reading, home: str | None) -> str | None:
    """ "In the city" is the city named last or the document's, "in the country" the document's country."""
    if home is None or _WIDE.isdisjoint(scene.index):
        return None
    reach = range(reading.start - NEAR, reading.end + NEAR)
    for at in scene.where(_WIDE):
        cats = scene.kinds[at]
        if at not in reach or "DEF" not in cats or not (_WITHIN & scene.cats(at - 1) or "LOC" in cats):
            continue
        if "NATION" in cats:
            return home.split("/")[0]
        if "REGION" in cats and not scene.cats(at + 1) >= {"UNKNOWN", "DEF"}:
            return _last_city(scene.before) or (home if "/" in home else None)
    return None


def _last_city(scene: Scene | None) -> str | None:
    for _ in range(BEHIND):
        if scene is None:
            return None
        cities = [entity.id for _, cat, entity in scene.entities if cat == "PLACE" and "/" in entity.id]
        if cities:
            return str(cities[-1])
        scene = scene.before
    return None


def _wider(scene: Scene, home: str | None) -> str | None:
    """The document's place; its country where the sentence itself speaks of that, or of a capital its government."""
    if home is None or "/" not in home:
        return home
    country = home.split("/")[0]
    named = {entity.id for _, cat, entity in scene.entities if cat == "PLACE"}
    wide = country in named or "MOSTOFTHEM" in scene.marks or _of_the_nation(scene)
    return country if wide or (home in _capitals(scene.pack) and _nationwide(scene, country)) else home


def _of_the_nation(scene: Scene) -> bool:
    """ "The debt of the country": the nation, definite, wherever it stands."""
    return any(scene.cats(at) >= _NATION for at in scene.index.get("NATION", ()))


def _nationwide(scene: Scene, country: str) -> bool:
    """ "The Iraqi ministry of the interior", "of the population": a country's institution, or its people."""
    if any("DEF" in scene.cats(at) for at in scene.index.get("CITIZENS", ())):
        return True
    return any(cat == "NISBA" and entity.id == country and governs(scene, at) for at, cat, entity in scene.entities)


def governs(scene: Scene, at: int) -> bool:
    """ "The Egyptian president", "the parliament of Kuwait": whether a name or adjective is that of an institution."""
    cats = scene.cats(at - 1) | (scene.cats(at - 2) if "NISBA" in scene.cats(at) else frozenset())
    return "PARLIAMENT" in cats


@functools.cache
def _capitals(pack: Pack) -> frozenset[str]:
    """The cities that stand for a government."""
    places = [entry.item for entries in pack.lexicon.forms.values() for entry in entries if entry.cat == "PLACE"]
    places += [entry.item for _, _, entry in pack.lexicon.all_phrases() if entry.cat == "PLACE"]
    return frozenset(item.id for item in places if item.metonym)
