"""Which topic a reading belongs to: the announcing word that lies nearest, weighed by strength and direction."""

from __future__ import annotations

from claimdiff.claims.frames import Announcer, Topic
from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading

# Weights of distance in tokens. What announces a count mostly stands before it ("killing of three soldiers").
BEFORE, BEHIND, TURN, STOP, RIVAL = 0.4, 0.8, 2.0, 8.0, 3.0
COMMA_BEFORE, COMMA_BEHIND = 1.0, 3.0
LEAST = 3.0
OPENING = 2
_COMMA, _STOP = frozenset({"COMMA"}), frozenset({"STOP"})


def choose(scene: Scene, reading: Reading, topics: dict[str, Topic]) -> tuple[Topic, int | None]:
    """The topic of a reading and the token that announces it; ``other`` where nothing does."""
    best, score, at = topics["other"], LEAST, None
    unit, modifier = _unit(reading), _modifier(reading)
    for place, announcer in scene.announcers:
        if not announcer.topic.takes(reading.kind, unit, modifier):
            continue
        points = _points(scene, reading, place, announcer)
        if points > score:
            best, score, at = announcer.topic, points, place
    return best, at


def _unit(reading: Reading) -> str | None:
    return reading.quantity.unit if reading.quantity else None


def _modifier(reading: Reading) -> str:
    return reading.stated.modifier if reading.stated else ""


def _points(scene: Scene, reading: Reading, at: int, announcer: Announcer) -> float:
    if at == reading.noun_at:
        return announcer.strength
    if announcer.role in {"weak"} or reading.start <= at < reading.end:
        return 0
    if at < reading.start:
        distance = BEFORE * (reading.start - 1 - at) + COMMA_BEFORE * scene.breaks(at + 1, reading.start, _COMMA)
        walls = _walls(scene, reading, at + 1, reading.start)
    else:
        # What opens a sentence ("in 2020, parliament voted") looks ahead over its comma.
        comma = 0 if reading.start <= OPENING else COMMA_BEHIND
        distance = TURN + BEHIND * (at - reading.end) + comma * scene.breaks(reading.end, at, _COMMA)
        walls = _walls(scene, reading, reading.end, at)
    return announcer.strength - distance - walls - (4 if announcer.role == "nouns" else 0)


def _walls(scene: Scene, reading: Reading, start: int, end: int) -> float:
    """What stands between: full stops, and other readings of the kind, which would be meant rather."""
    rivals = sum(other.kind == reading.kind and start <= other.start < end for other in scene.readings)
    return STOP * scene.breaks(start, end, _STOP) + RIVAL * rivals
