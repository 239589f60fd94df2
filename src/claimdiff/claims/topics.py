"""Which topic a reading belongs to: the announcing word that lies nearest, weighed by strength and direction."""

from __future__ import annotations

from claimdiff.claims.frames import Announcer, Topic
from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading
from claimdiff.lexicon.entries import Currency, Part
from claimdiff.text.fold import fold_word

# Weights of distance in tokens. What announces a count mostly stands before it ("killing of three soldiers").
BEFORE, BEHIND, TURN, STOP, RIVAL = 0.4, 0.8, 2.0, 8.0, 3.0
COMMA_BEFORE, COMMA_BEHIND, BORDER, JOINED, VERBAL = 1.0, 3.0, 2.5, 4.0, 1.0
LEAST = 3.0
UNNAMED = "XXX"
OPENING = 2
APART = 3
# What a reading takes from the one it is listed with counts as an announcer of this strength.
KIN, PART, LISTED, AGAIN = 7.0, 7.5, 6.5, 3.5
# Units that mostly stay with one topic in a sentence.
SPEAKING = frozenset({"percent", "degree", "Mw", "barrel/day"})
_COMMA, _STOP = frozenset({"COMMA"}), frozenset({"STOP"})
_BORDER = frozenset({"THAT", "CLAUSE", "RELATIVE"})

Choice = tuple[Topic, int | None]


def choose(scene: Scene, reading: Reading, topics: dict[str, Topic]) -> Choice:
    """The topic of a reading and the token that announces it; ``other`` where nothing does."""
    best, at, score = _inherited(scene, reading, topics)
    unit, modifier = _unit(reading), _modifier(reading)
    start, end = reading.start, reading.end
    for place, announcer in scene.announcers:
        # Most can't win whatever stands between: they need no closer look.
        if place < start and announcer.strength - BEFORE * (start - 1 - place) + VERBAL <= score:
            continue
        if place >= end and announcer.strength - TURN + VERBAL <= score:
            continue
        topic = topics[announcer.topic.dated] if reading.stated and announcer.topic.dated else announcer.topic
        if not (topic.takes(reading.kind, unit, modifier) and _suits(scene, reading, topic, announcer)):
            continue
        points = _points(scene, reading, place, announcer, score)
        if points > score:
            best, at, score = topic, place, points
    if best.name == "other" and unit is not None and unit != "person":
        return next((topic for topic in topics.values() if unit in topic.telling), best), None
    if best.rather and _speaks_of(scene, best.rather):
        return topics[best.rather], at
    return best, at


def _speaks_of(scene: Scene, topic: str) -> bool:
    return any(a.topic.name == topic and a.role == "words" for _, a in scene.announcers)


def _since(scene: Scene, reading: Reading) -> bool:
    """Whether a length of time is counted from an event: "ten days after the earthquake"."""
    after = any(entry.modifier == "after" for at in (1, 2) if (entry := _part(scene, reading.start - at)))
    return after or "AT" in scene.cats(reading.end)


def _part(scene: Scene, at: int) -> Part | None:
    part: Part | None = scene.tokens[at].item("PART") if at >= 0 else None
    return part


def _suits(scene: Scene, reading: Reading, topic: Topic, announcer: Announcer) -> bool:
    """Whether the counted noun is among those that the topic counts; a faint word needs such a noun, or a share that
    the topic's units know.
    """
    faint = announcer.role == "faint"
    if topic.forces and faint and "FORCE" not in scene.marks:
        return False
    if topic.name == "other":
        return reading.stated is not None
    if reading.kind == "duration":
        return topic.lasting or _since(scene, reading)
    if reading.kind == "share":
        if reading.noun is not None and reading.noun.unit == "person" and topic.units and "person" not in topic.units:
            return False
        return not faint or not topic.units or "percent" in topic.units
    if not announcer.counts or reading.kind != "quantity":
        return True
    if reading.noun is None and reading.noun_at is None:
        return not faint
    return reading.noun is not None and fold_word(reading.noun.singular) in announcer.counts


def _unit(reading: Reading) -> str | None:
    """The unit; of money in a currency that nobody named, the code for that."""
    if isinstance(reading.noun, Currency) and reading.noun.unit is None:
        return UNNAMED
    return reading.quantity.unit if reading.quantity else None


def _modifier(reading: Reading) -> str:
    return reading.stated.modifier if reading.stated else ""


def _inherited(scene: Scene, reading: Reading, topics: dict[str, Topic]) -> tuple[Topic, int | None, float]:
    """The topic of the reading whose noun it takes, whose part it is, or with which it is listed."""
    other, strength = _leader(scene, reading)
    if other is None:
        return topics["other"], None, LEAST
    if other.start not in scene.topics:
        # Readings may lean on each other in a ring; the one asked twice has nothing to lend.
        if id(reading) in scene.asked:
            return topics["other"], None, LEAST
        scene.asked.add(id(reading))
        topic, at = choose(scene, other, topics)
        scene.asked.discard(id(reading))
    else:
        topic, at = topics[scene.topics[other.start]], scene.announced.get(other.start)
    fits = topic.takes(reading.kind, _unit(reading), _modifier(reading))
    return (topic, at, strength) if fits and topic.name != "other" else (topics["other"], None, LEAST)


def _leader(scene: Scene, reading: Reading) -> tuple[Reading | None, float]:
    if reading.stated or reading.whole:
        return None, 0
    if reading.kin is not None:
        return reading.kin, KIN
    previous = scene.previous(reading)
    if reading.kind == "share" and "THATIS" in scene.cats(reading.start - 1):
        previous = scene.beside(reading)
    elif previous is None or _unit(previous) != _unit(reading):
        return _again(scene, reading)
    if previous is None:
        return None, 0
    if scene.part(reading) or "THATIS" in scene.cats(reading.start - 1):
        return previous, PART
    if previous.superseded and reading.start - previous.end <= 2:
        return previous, KIN
    if scene.listed(previous, reading):
        return previous, LISTED
    return _again(scene, reading)


def _again(scene: Scene, reading: Reading) -> tuple[Reading | None, float]:
    """The last value before it in a unit that mostly stays with one topic."""
    unit = _unit(reading)
    alike = [r for r in scene.readings if r.start < reading.start and _unit(r) == unit] if unit in SPEAKING else []
    return (alike[-1], AGAIN) if alike else (None, 0)


def _points(scene: Scene, reading: Reading, at: int, announcer: Announcer, least: float) -> float:
    """How well a word announces a reading; where it can't be more than ``least``, no matter how little."""
    if at == reading.noun_at:
        return 0 if "ABOARD" in scene.cats(reading.start - 1) else announcer.strength
    role = announcer.role
    unknown = reading.noun_at is not None and reading.noun is None
    if role == "weak" or (role == "nouns" and unknown) or reading.start <= at < reading.end:
        return 0
    start, end, joined = at + 1, reading.start, 0.0
    if at < end:
        distance = BEFORE * (end - start) + COMMA_BEFORE * scene.breaks(start, end, _COMMA)
    else:
        start, end = _past_parts(scene, reading, at), at
        # What opens a sentence ("in 2020, parliament voted") looks ahead over its comma.
        comma = 0 if reading.start <= OPENING else COMMA_BEHIND
        distance = TURN + BEHIND * (end - start) + comma * scene.breaks(start, end, _COMMA)
        joined = JOINED * ("CONJ" in scene.cats(at))
    points = announcer.strength + VERBAL * (role == "verbs" and reading.kind == "date") - distance
    if points <= least:
        return points
    return points - _walls(scene, reading, start, end) - joined - (4 if role == "nouns" else 0)


def _past_parts(scene: Scene, reading: Reading, at: int) -> int:
    """The end of a reading, past the parts set in behind it (", among them six children,")."""
    end = reading.end
    for other in scene.readings:
        if end <= other.start <= end + APART and other.end <= at and scene.part(other):
            end = other.end + ("COMMA" in scene.cats(other.end))
    return end


def _walls(scene: Scene, reading: Reading, start: int, end: int) -> float:
    """What stands between: full stops, the borders of clauses, and other readings of the kind, meant rather."""
    walls = STOP * scene.breaks(start, end, _STOP) + BORDER * scene.breaks(start, end, _BORDER)
    unit, kind = _unit(reading), reading.kind
    for other in scene.readings:
        if start <= other.start < end and other.kind == kind and _unit(other) in {unit, None}:
            walls += RIVAL
    return walls
