"""Lengths of time: how long something lasted or suffices, how long ago it was, and by when it must be."""

from __future__ import annotations

from claimdiff.claims.frames import Topic
from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading

REACH, NEAR, NEARBY = 14, 3, 8
_STOP, _WALL = frozenset({"STOP"}), frozenset({"COMMA", "STOP"})
_PART = frozenset({"PART"})
_LASTED, _COVERED = frozenset({"LASTED"}), frozenset({"SUFFICES"})
_RANKED, _DUE = frozenset({"SUPERLATIVE", "ORD"}), frozenset({"OBLIGES", "PLAN"})


def lasts(scene: Scene, reading: Reading, topic: Topic, at: int) -> bool:
    """Whether a length of time may be the topic's: how long it lasted, how long ago it was, how long goods suffice."""
    if topic.covers:
        return _covered(scene, reading, at)
    if (topic.lasting or topic.spans) and "LASTED" in scene.cats(reading.start - 1) | scene.cats(reading.start - 2):
        return _lasted(scene, reading, at) or _since(scene, reading)
    return topic.lasting or _since(scene, reading) or (topic.spans and _lasted(scene, reading, at))


def _since(scene: Scene, reading: Reading) -> bool:
    """Whether a length of time is counted from an event: "ten days after the earthquake", "ten days on from"."""
    near = (scene.tokens[at].item("PART") for at in (reading.start - 1, reading.start - 2) if at >= 0)
    if any(part is not None and part.modifier == "after" for part in near):
        return True
    return "AT" in scene.cats(reading.end) and "CONJ" not in scene.cats(reading.end)


def _lasted(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether a length of time is an event's own: "three days of fighting", "the fighting went on for three days"."""
    if at in {reading.end + 1, reading.end + 2}:
        return "FROM" in scene.cats(reading.end)
    verb = scene.last(_LASTED, reading.start)
    reach = NEARBY if "RELATIVE" in scene.cats(verb - 1) else NEAR
    near = verb >= 0 and reading.start - verb <= NEARBY and verb - reach <= at < reading.start
    # "A truce after a campaign that lasted ten days".
    return near and not scene.breaks(min(verb, at), reading.start, _WALL) and not scene.breaks(at, verb, _PART)


def _covered(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether what a word names suffices for a length of time: "the stock covers six months"."""
    verb = scene.last(_COVERED, reading.start)
    # "Covers the imports of two months": told of money, not of a stock of goods.
    other = any(verb < place < reading.start and one.role == "words" for place, one in scene.announcers)
    near = verb >= 0 and reading.start - verb <= NEARBY and not other
    return near and not scene.breaks(min(verb, at), reading.start, _STOP)


def due(scene: Scene, reading: Reading) -> bool:
    """Whether "within ten days" is a limit: something must or shall happen by then, and it ranks nothing."""
    definite = "DEF" in scene.cats(reading.start) | scene.cats(reading.end - 1)
    if definite or "WITHIN" not in scene.cats(reading.start - 1):
        return False
    first = max(0, reading.start - REACH, scene.last(_STOP, reading.start) + 1)
    clause = range(first, reading.start)
    if any(not _RANKED.isdisjoint(scene.cats(at)) for at in clause):
        return False
    return any(not _DUE.isdisjoint(scene.cats(at)) or scene.tense(at) == "future" for at in clause)
