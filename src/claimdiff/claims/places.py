"""Where: the places that a sentence names, by construction, and which of them a reading belongs to."""

from __future__ import annotations

from typing import Any, NamedTuple

from claimdiff.claims.frames import Topic
from claimdiff.claims.inferred import SAID, inferred
from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading

NEAR = 18
FAR = 10**9
APPOSED = 3
NEXT = 3
_LENGTHS = frozenset({"km", "mi"})
_STOP = frozenset({"STOP", "CONTRAST"})
_OVER = frozenset({"STOP", "COMMA", "CONTRAST"})
_ENDS = frozenset({"STOP", "COMMA"})
_THAT = frozenset({"THAT"})
_TOLD = _OVER | {"RELATIVE"}
_RELATIVE = frozenset({"RELATIVE"})
_LIST = frozenset({"CONJ", "AND"})
_WITHIN, _LED = frozenset({"IN", "TERRITORY"}), frozenset({"BETWEEN", "NISBA"})
_NEXT_ITEM = frozenset({"CONJ", "NUM"})
_LAND = frozenset({"TERRITORY", "REGION"})
Places = list[tuple[int, str]]


class Place(NamedTuple):
    """A place's id, and whether only the document as a whole suggests it."""

    id: str | None
    inferred: bool = False


def place(
    scene: Scene, reading: Reading, topic: Topic, announced: int | None, actor: str | None, home: str | None
) -> Place:
    """Where: what stands in the reading's list, what "in" names, the object of what moves from or to a place; what
    "the city" and "the country" point back to; else the place that the document is about, as inferred.
    """
    listed = _in_list(scene, reading)
    if listed is not None and listed != actor:
        return Place(listed)
    if "ARRIVED" in scene.index and reading.quantity and (there := _arrived(scene, reading)):
        return Place(there)
    if "AMONG" in scene.index and (told := _told_of(scene, reading)):
        return Place(told)
    found = _held(scene, announced, topic) if reading.stated and (topic.matter or topic.name == SAID) else _named(scene)
    near = _nearest(scene, reading, found)
    if topic.moves and not near:
        near = _nearest(scene, reading, _moved(scene, topic, actor)) or near
    if topic.toward:
        near = _reached(scene, reading, _toward(scene, topic)) or near
    if near is None:
        return Place(*inferred(scene, reading, topic, actor, home))
    return Place(near or None)


def _in_list(scene: Scene, reading: Reading) -> str | None:
    """ "Chad 500 thousand and Egypt 300": of a number without a noun, the place right before it."""
    if reading.kin is None:
        return None
    before = [(at, e.id) for at, cat, e in scene.entities if cat == "PLACE" and reading.start - 2 < at < reading.start]
    joined = before and _LIST & (scene.cats(before[-1][0]) | scene.cats(before[-1][0] - 1))
    return before[-1][1] if joined else None


def _arrived(scene: Scene, reading: Reading) -> str | None:
    """ "Reached Italy nine thousand", "nine thousand who entered Burundi": the place of those who came there."""
    for at, cat, entity in scene.entities:
        verb = at - 1 - ("TO" in scene.cats(at - 1))
        beside = at == reading.start - 1 or reading.end < at <= reading.end + NEXT
        if cat == "PLACE" and beside and "ARRIVED" in scene.cats(verb) and (at < reading.start or verb >= reading.end):
            return str(entity.id)
    return None


def _told_of(scene: Scene, reading: Reading) -> str | None:
    """ "Among them Basra, which has the second largest number": the town that a relative clause tells of."""
    which = scene.last(_RELATIVE, reading.start)
    at = which - 1 - ("COMMA" in scene.cats(which - 1))
    if which < 0 or "AMONG" not in scene.cats(at - 1) or scene.breaks(which, reading.start, _ENDS):
        return None
    return next((e.id for place, cat, e in scene.entities if place == at and cat == "PLACE" and "/" in e.id), None)


def _named(scene: Scene) -> Places:
    """The places that a sentence names, with their token; nothing for one of several."""
    if scene.places is None:
        found = [
            (at, "" if _one_of_several(scene, at) else _whole(scene, at, entity.id))
            for at, cat, entity in scene.entities
            if (cat == "PLACE" and _located(scene, at, entity) and not _away(scene, at, entity))
            or (cat == "NISBA" and "TERRITORY" in scene.cats(at - 1) and "OUTPOST" not in scene.cats(at - 1))
        ]
        scene.places = _narrowest(scene, found)
    return scene.places


def _held(scene: Scene, announced: int | None, topic: Topic) -> Places:
    """The places of a meeting, a vote or a statement, not those of what it deals with or tells ("talks on the situation
    in Gaza", "said that in Gaza").
    """
    led = scene.index.get("THAT" if topic.name == SAID else "DEALING", ())
    about = next((at for at in led if announced is not None and at > announced), FAR)
    return [(at, name) for at, name in _named(scene) if at < about]


def _whole(scene: Scene, at: int, name: str) -> str:
    """ "Most of them in al-Tarf", "in Florida and Georgia": all of them are in its country."""
    if "MOSTOFTHEM" in scene.index and "MOSTOFTHEM" in scene.cats(at - 1) | scene.cats(at - 2) | scene.cats(at - 3):
        return name.split("/")[0]
    return name.split("/")[0] if "/" in name and _joint(scene, at, name) else name


def _joint(scene: Scene, at: int, name: str) -> bool:
    """Whether another town is joined to a town."""
    own, following = "CONJ" in scene.cats(at), "CONJ" in scene.cats(at + 1)
    if not own and not following:
        return False
    beside = (at + 1, at - 1) if own else (at + 1,)
    towns = {place: entity.id for place, cat, entity in scene.entities if cat == "PLACE" and "/" in entity.id}
    return any(towns.get(o, name) != name and "CONJ" in scene.cats(max(o, at)) for o in beside)


def _away(scene: Scene, at: int, entity: Any) -> bool:
    """ "29 km north of Athens" isn't in Athens, nor is "near the capital Damascus" in Damascus."""
    if entity.metonym and "NEARBY" in scene.cats(at - 1) | scene.cats(at - 2) | scene.cats(at - 3):
        return True
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
            wider = known == name.split("/")[0] or _province(scene, at)
            kept[-1] = (last, name if wider and "/" in name else known)
        else:
            kept.append((at, name))
    return kept


def _province(scene: Scene, at: int) -> bool:
    """ "In the town of Tahta in the province of Sohag": by the province places are told apart."""
    within = "LOC" in scene.cats(at - 1) or "IN" in scene.cats(at - 2)
    return within and "PROVINCE" in scene.cats(at - 1)


def _listed(scene: Scene, last: int, at: int) -> bool:
    return any(not _NEXT_ITEM.isdisjoint(scene.cats(i)) for i in range(last + 1, at + 1))


def _moved(scene: Scene, topic: Topic, actor: str | None) -> Places:
    """Places without a preposition, or behind "from", beside a word of leaving, taking, fleeing."""
    heads = [at for at, announcer in scene.announcers if announcer.topic.name == topic.name]
    return [
        (at, entity.id)
        for at, cat, entity in scene.entities
        if cat == "PLACE" and entity.id != actor and _moves(scene, at, heads)
    ]


def _toward(scene: Scene, topic: Topic) -> Places:
    """ "Sent to Haiti", "fled to Chad": the places behind "to"; of people who flee only countries."""
    named = [(at, entity.id) for at, cat, entity in scene.entities if cat == "PLACE" and _behind_to(scene, at)]
    return [(at, name) for at, name in named if topic.forces or "/" not in name]


def _behind_to(scene: Scene, at: int) -> bool:
    return "TO" in scene.cats(at - 1) or ("TO" in scene.cats(at - 2) and bool(_LAND & scene.cats(at - 1)))


def _reached(scene: Scene, reading: Reading, found: Places) -> str | None:
    """The place that a reading's clause leads to, before it or behind it, with no other count between."""
    for at, name in found:
        start, end = (at, reading.start) if at < reading.start else (reading.end, at)
        between = any(start <= one.start < end and one is not reading for one in scene.readings if one.quantity)
        joined = at > reading.start and {"CONJ"} & (scene.cats(at - 1) | scene.cats(at - 2))
        if not between and not joined and end - start <= NEAR and not scene.breaks(start, end, _ENDS):
            return name
    return None


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
    return bool(joined) or _border(scene, at, names)


def _border(scene: Scene, at: int, names: dict[int, str]) -> bool:
    """ "The Syrian Lebanese border": two adjectives."""
    both = "NISBA" in scene.cats(at) and "NISBA" in scene.cats(at + 1)
    return both and at + 1 in names and names[at + 1] != names.get(at)


def _located(scene: Scene, at: int, entity: Any) -> bool:
    """Behind a preposition of place, with at most a noun such as "city" between; of an event ("the quake of ...");
    what a relative clause tells of, what opens a line before a colon; not "from" or "against".
    """
    before, behind = scene.cats(at - 1), scene.cats(at + 1)
    if at <= 2 and "COLON" in behind:
        return True
    if "OUTPOST" in before and "/" not in entity.id:
        return False
    if "LOC" in scene.cats(at) or not _WITHIN.isdisjoint(before):
        return "TIED" not in before
    if "TERRITORY" in scene.cats(at - 2) and not _LED.isdisjoint(before):
        return True
    if "IN" in scene.cats(at - 2) and "NOUN" in before:
        return True
    if "RELATIVE" in scene.cats(at + 2) and "COMMA" in behind:
        return True
    if "RELATIVE" in behind and "HOSTS" in scene.cats(at + 2):
        return True
    if "FROM" in before and _part_of(scene, at - 2):
        return True
    return _event(scene, at) or _hosts(scene, at)


def _part_of(scene: Scene, at: int) -> bool:
    """Whether a word for a part of a place stands there, or right before its adjective."""
    adjective = "UNKNOWN" in scene.cats(at) and "PARTOF" in scene.cats(at - 1)
    return "PARTOF" in scene.cats(at) or (adjective and ("DEF" in scene.cats(at)) == ("DEF" in scene.cats(at - 1)))


def _event(scene: Scene, at: int) -> bool:
    """The earthquake of Agadir, the elections of Tunis: the name stands right behind the event's noun."""
    return any(head == at - 1 and a.topic.names and a.role == "words" for head, a in scene.announcers)


def _hosts(scene: Scene, at: int) -> bool:
    """ "Chad received ...", "Lebanon hosts ...", "France saw ...": the subject is the place."""
    return "HOSTS" in scene.cats(at - 1) or "HOSTS" in scene.cats(at + 1)


def _nearest(scene: Scene, reading: Reading, found: Places) -> str | None:
    """Right before its bracket; behind the reading in its clause, before another count; else before it in its clause;
    else behind the counts that it is joined with; else before it; else behind over a comma, unless somebody there says
    something ("..., and a politician in Baghdad whispers that").
    """
    if not found:
        return None
    limit = min((r.start for r in scene.readings if r.start >= reading.end and r.kind == reading.kind), default=FAR)
    since = _since(scene, reading)
    behind = [(at, name) for at, name in found if reading.end <= at < since and at - reading.end <= NEAR]
    that = scene.last(_THAT, reading.start)
    before = [(at, name) for at, name in found if that < at < reading.start]
    clause = [name for at, name in behind if not scene.breaks(reading.end, at, _OVER)]
    own = [name for at, name in behind if at < limit and not scene.breaks(reading.end, at, _OVER)]
    told = [name for at, name in behind if at < limit and not scene.breaks(reading.end, at, _TOLD)]
    lead = [name for at, name in before if not scene.breaks(at, reading.start, _ENDS)]
    over = [
        name
        for at, name in behind
        if at < limit and "THAT" not in scene.cats(at + 1) and not scene.breaks(reading.end, at, _STOP)
    ]
    bracket = (
        [name for at, name in before if at == reading.start - 2] if "LPAR" in scene.cats(reading.start - 1) else []
    )
    choices = (bracket, told[:1], lead[-1:], own[:1], clause[:1], [name for _, name in before][-1:], over[:1])
    return next((names[0] for names in choices if names), None)


def _since(scene: Scene, reading: Reading) -> int:
    """Where a clause of time begins behind a reading ("since the war broke out in ..."), or one of who says so: its
    places are its own.
    """
    parts = (at for at in scene.index.get("PART", ()) if at >= reading.end)
    said = next((at for at in scene.index.get("ACCORDING", ()) if at >= reading.end), FAR)
    return min(said, next((at for at in parts if _WITHIN.isdisjoint(scene.kinds[at])), FAR))
