"""Where: the places that a sentence names, by construction, and which of them a reading belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from claimdiff.claims.frames import Topic
from claimdiff.claims.scene import DATELINE, Scene, dateline
from claimdiff.grammar.reading import Reading
from claimdiff.lang.passage import Passage

NEAR = 18
APPOSED = 3
NEXT = 3
PASSING, LEAD = 2, 3
_LENGTHS = frozenset({"km", "mi"})
_STOP = frozenset({"STOP"})
_ENDS = frozenset({"STOP", "COMMA"})
_THAT, _PART = frozenset({"THAT"}), frozenset({"PART"})
_LIST = frozenset({"CONJ", "AND"})
Places = list[tuple[int, str]]


class Place(NamedTuple):
    """A place's id, and whether only the document as a whole suggests it."""

    id: str | None
    inferred: bool = False


def place(scene: Scene, reading: Reading, topic: Topic, actor: str | None, home: str | None) -> Place:
    """Where: what stands in the reading's list, what "in" names, the object of what moves from or to a place; what
    "the city" and "the country" point back to; else the place that the document is about, as inferred.
    """
    listed = _in_list(scene, reading)
    if listed is not None:
        return Place(listed)
    found = _named(scene)
    near = _nearest(scene, reading, found)
    if topic.moves and not near:
        near = _nearest(scene, reading, _moved(scene, topic, actor)) or near
    if near is None:
        back = _anaphor(scene, reading, home)
        return Place(back) if back or _elsewhere(scene) else Place(_wider(scene, home), home is not None)
    return Place(near or None)


def _in_list(scene: Scene, reading: Reading) -> str | None:
    """ "Chad 500 thousand and Egypt 300": of a number without a noun, the place right before it."""
    if reading.kin is None:
        return None
    before = [(at, e.id) for at, cat, e in scene.entities if cat == "PLACE" and reading.start - 2 < at < reading.start]
    joined = before and _LIST & (scene.cats(before[-1][0]) | scene.cats(before[-1][0] - 1))
    return before[-1][1] if joined else None


def _named(scene: Scene) -> Places:
    """The places that a sentence names, with their token; nothing for one of several."""
    if scene.places is None:
        found = [
            (at, "" if _one_of_several(scene, at) else entity.id)
            for at, cat, entity in scene.entities
            if (cat == "PLACE" and _located(scene, at) and not _away(scene, at))
            or (cat == "NISBA" and "TERRITORY" in scene.cats(at - 1))
        ]
        scene.places = _narrowest(scene, found)
    return scene.places


def _away(scene: Scene, at: int) -> bool:
    """ "29 km north of Athens" isn't in Athens."""
    lengths = (r.end for r in scene.readings if r.quantity and r.quantity.unit in _LENGTHS)
    return any(0 <= at - end <= APPOSED and not scene.breaks(end, at, _ENDS) for end in lengths)


def _narrowest(scene: Scene, found: Places) -> Places:
    """ "In Derna in eastern Libya", "in Geneina, capital of West Darfur": one place, the first or the narrower."""
    kept: Places = []
    for at, name in found:
        last, known = kept[-1] if kept else (-9, "")
        if (
            known
            and at - last <= APPOSED
            and known.split("/")[0] == name.split("/")[0]
            and not _listed(scene, last, at)
        ):
            kept[-1] = (last, name if known == name.split("/")[0] else known)
        else:
            kept.append((at, name))
    return kept


def _listed(scene: Scene, last: int, at: int) -> bool:
    return any({"CONJ", "NUM"} & scene.cats(i) for i in range(last + 1, at + 1))


def _moved(scene: Scene, topic: Topic, actor: str | None) -> Places:
    """Places without a preposition, or behind "from", beside a word of leaving, taking, fleeing."""
    heads = [at for at, announcer in scene.announcers if announcer.topic.name == topic.name]
    return [
        (at, entity.id)
        for at, cat, entity in scene.entities
        if cat == "PLACE" and entity.id != actor and _moves(scene, at, heads)
    ]


def _moves(scene: Scene, at: int, heads: list[int]) -> bool:
    if "FROM" in scene.cats(at - 1):
        return any(head < at for head in heads)
    beside = any(0 < at - head <= NEXT and not scene.breaks(head, at, _ENDS) for head in heads)
    return beside and not ({"IN", "AT", "BETWEEN"} & scene.cats(at - 1) or "PREP" in scene.cats(at))


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
        "DEF" not in scene.cats(at) and {"IN", "FROM"} & scene.cats(at - 1) and not known & {at + 1, at + 2, at + 3}
        for at in scene.index["TERRITORY"]
    )


def _located(scene: Scene, at: int) -> bool:
    """Behind a preposition of place, with at most a noun such as "city" between; of an event ("the quake of ...");
    what a relative clause tells of, what opens a line before a colon; not "from" or "against".
    """
    before, behind = scene.cats(at - 1), scene.cats(at + 1)
    if at <= 2 and "COLON" in behind:
        return True
    if "LOC" in scene.cats(at) or {"IN", "TERRITORY"} & before:
        return True
    if "IN" in scene.cats(at - 2) and "NOUN" in before:
        return True
    if "COMMA" in behind and "RELATIVE" in scene.cats(at + 2):
        return True
    return _event(scene, at) or _hosts(scene, at)


def _event(scene: Scene, at: int) -> bool:
    """The earthquake of Agadir, the elections of Tunis: the name stands right behind the event's noun."""
    return any(head == at - 1 and a.topic.names and a.role == "words" for head, a in scene.announcers)


def _hosts(scene: Scene, at: int) -> bool:
    """ "Chad received ...", "Lebanon hosts ...", "France saw ...": the subject is the place."""
    return "HOSTS" in scene.cats(at - 1) or "HOSTS" in scene.cats(at + 1)


def _nearest(scene: Scene, reading: Reading, found: Places) -> str | None:
    """Behind the reading in its clause, before another count; else before it in its clause; else behind the counts
    that it is joined with; else before it; else behind over a comma, unless somebody there says something ("..., and
    a politician in Baghdad whispers that").
    """
    if not found:
        return None
    limit = min((r.start for r in scene.readings if r.start >= reading.end and r.kind == reading.kind), default=10**9)
    since = _since(scene, reading)
    behind = [(at, name) for at, name in found if reading.end <= at < since and at - reading.end <= NEAR]
    told = scene.last(_THAT, reading.start)
    before = [(at, name) for at, name in found if told < at < reading.start]
    clause = [name for at, name in behind if not scene.breaks(reading.end, at, _ENDS)]
    own = [name for at, name in behind if at < limit and not scene.breaks(reading.end, at, _ENDS)]
    lead = [name for at, name in before if not scene.breaks(at, reading.start, _ENDS)]
    over = [
        name
        for at, name in behind
        if at < limit and "THAT" not in scene.cats(at + 1) and not scene.breaks(reading.end, at, _STOP)
    ]
    choices = (own[:1], lead[-1:], clause[:1], [name for _, name in before][-1:], over[:1])
    return next((names[0] for names in choices if names), None)


def _since(scene: Scene, reading: Reading) -> int:
    """Where a clause of time begins behind a reading ("since the war broke out in ..."): its places are its own."""
    parts = (at for at in scene.where(_PART) if at >= reading.end)
    return next((at for at in parts if not {"IN", "TERRITORY"} & scene.cats(at)), 10**9)


def _anaphor(scene: Scene, reading: Reading, home: str | None) -> str | None:
    """ "In the city" is the city named last or the document's, "in the country" the document's country."""
    if {"REGION", "NATION"}.isdisjoint(scene.marks) or home is None:
        return None
    for at in range(max(0, reading.start - NEAR), min(len(scene.tokens), reading.end + NEAR)):
        cats = scene.cats(at)
        if "DEF" not in cats or not ({"IN", "TERRITORY"} & scene.cats(at - 1) or "LOC" in cats):
            continue
        if "NATION" in cats:
            return home.split("/")[0]
        if "REGION" in cats and not scene.cats(at + 1) >= {"UNKNOWN", "DEF"}:
            return _last_city(scene.before) or (home if "/" in home else None)
    return None


def _last_city(scene: Scene | None) -> str | None:
    for _ in range(NEXT):
        if scene is None:
            return None
        cities = [entity.id for _, cat, entity in scene.entities if cat == "PLACE" and "/" in entity.id]
        if cities:
            return str(cities[-1])
        scene = scene.before
    return None


def _wider(scene: Scene, home: str | None) -> str | None:
    """The document's place; its country where the sentence itself names that."""
    if home is None or "/" not in home:
        return home
    country = home.split("/")[0]
    named = {entity.id for _, cat, entity in scene.entities if cat == "PLACE"}
    return country if country in named else home


def home(passage: Passage, named: Iterable[tuple[int, list[str], list[int]]]) -> str | None:
    """What a document is about: the country named oftenest, or its city where that is half of it.

    A name behind "in" counts threefold; adjectives ("American") count only where no place is named, and those of
    forces never: they are abroad as often as not. Where an agency writes counts only where nothing else does. What
    is named once has to be named in the title or the first sentences. ``named`` are the sentences with a name in them,
    the title the first of all: their number, their forms, and where the names stand.
    """
    counted: dict[str, int] = {}
    adjectives: dict[str, int] = {}
    datelines: dict[str, int] = {}
    again: dict[str, int] = {}
    names, words = passage.pack.names, passage.words
    for number, forms, places in named:
        start = dateline([words[form].cats for form in forms[:DATELINE]]) if 0 in places else 0
        for at in places:
            form = forms[at]
            name, cats = names[form], words[form].cats
            before = words[forms[forms.index(form) - 1]].cats
            again[name] = again.get(name, 0) + (PASSING if number < LEAD else 1)
            if at < start:
                datelines[name] = datelines.get(name, 0) + 1
            elif "PLACE" in cats:
                inside = "LOC" in cats or "IN" in before
                if "ZONE" not in before and (inside > ("DEF" in cats) or not words[form].item("PLACE").ambiguous):
                    counted[name] = counted.get(name, 0) + (3 if inside else 1)
            elif "FORCE" not in before and "DEF" in cats:
                adjectives[name] = adjectives.get(name, 0) + 1
    return next((_fullest(told, again) for told in (counted, adjectives, datelines) if _borne_out(told, again)), None)


def _borne_out(told: dict[str, int], again: dict[str, int]) -> bool:
    """Whether a country among the names is named more than in passing."""
    said = _countries(again)
    return any(said[name.split("/")[0]] >= PASSING for name in told)


def _countries(counted: dict[str, int]) -> dict[str, int]:
    countries: dict[str, int] = {}
    for name, count in counted.items():
        country = name.split("/")[0]
        countries[country] = countries.get(country, 0) + count
    return countries


def _fullest(counted: dict[str, int], again: dict[str, int]) -> str:
    """The country, or its city where that is half of it and named again."""
    countries = _countries(counted)
    country = max(countries, key=lambda name: (countries[name], name))
    city = max(counted, key=lambda name: (name.startswith(country + "/"), counted[name], name))
    told = "/" in city and 2 * counted[city] >= countries[country] and again[city] >= PASSING
    return city if told else country
