"""Which topic a reading belongs to: the announcing word that lies nearest, weighed by strength and direction."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from claimdiff.claims import governing, lengths, money, objects
from claimdiff.claims.fitting import barred, counted, so_far, suits, unit_of
from claimdiff.claims.frames import Announcer, Topic, Topics
from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading
from claimdiff.lexicon.entries import Currency

# Weights of distance in tokens. What announces a count mostly stands before it ("killing of three soldiers").
BEFORE, BEHIND, TURN, STOP, RIVAL = 0.4, 0.8, 2.0, 8.0, 3.0
COMMA_BEFORE, COMMA_BEHIND, BORDER, JOINED, VERBAL = 1.0, 3.0, 2.5, 4.0, 1.0
# The strength of a counted noun itself, and what a word must have at least.
NAMED, LEAST = 12.0, 3.0
# A verb in the plural stands behind its subject; what befell others isn't said of those who are counted.
FOLLOWING, OTHERS = 0.1, 6.0
# What is said isn't dated by the word of saying.
SAID = 4.0
OPENING = 2
APART = 3
# What a reading takes from the one it is listed with counts as an announcer of this strength.
KIN, PART, LISTED, AGAIN = 7.0, 10.2, 6.5, 3.5
# Units that mostly stay with one topic in a sentence.
SPEAKING = frozenset({"percent", "degree", "Mw", "barrel/day"})
_COMMA, _STOP = frozenset({"COMMA"}), frozenset({"STOP"})
_COLON, _QUOTE = frozenset({"COLON"}), frozenset({"QUOTE"})
_BORDER = frozenset({"THAT", "CLAUSE", "RELATIVE"})
_start = attrgetter("start")

Choice = tuple[Topic, int | None]


def choose(scene: Scene, reading: Reading, topics: Topics) -> Choice:
    """The topic of a reading and the token that announces it; ``other`` where nothing does."""
    if money.rate(scene, reading) or objects.moved(scene, reading):
        return topics["other" if reading.stated else "price"], None
    best, at, score = _inherited(scene, reading, topics)
    unit, modifier = unit_of(reading), _modifier(reading)
    # Nothing can be told of how far a word stands, before the words between are looked at.
    if reading.stated is not None:
        unsure = governing.quoting(scene, reading)
    else:
        unsure = "RELATIVE" in scene.index and governing.past_aside(scene, 0, reading.start) > 0
    for place, announcer in scene.announcers:
        topic, reach = announcer.topic, 0 if unsure else reading.start - 1 - place
        if announcer.strength + VERBAL - (BEFORE * reach if reach >= 0 else TURN * (place > reading.end + 1)) <= score:
            continue
        if topic.dated and reading.stated and announcer.role != "faint" and _dates(scene, announcer):
            topic = topics[topic.dated]
        if announcer.bars and topic.name != "other" and barred(reading, announcer):
            topic = topics["other"]
        elif not (topic.takes(reading.kind, unit, modifier) and suits(scene, reading, topic, announcer, place)):
            continue
        points = _points(scene, reading, place, announcer, score)
        if points > score:
            best, at, score = topic, place, points
    if best.name == governing.VOTE and at is not None and (name := governing.sitting(scene, at)):
        return topics[name], at
    if best.name == "other" and reading.kind == "duration" and lengths.due(scene, reading):
        return topics["deadline"], None
    if best.name == "other" and at is None and money.exchanged(scene, reading):
        return topics["price"], None
    if best.name == "other" and at is None and (tells := modifier or unit) != "person":
        return topics.telling.get(tells, best) if tells else best, None
    if reading.stated and at is not None and (vote := governing.decided(scene, reading, at)) is not None:
        return topics[governing.VOTE], vote
    if best.rather and best.rather in scene.spoken:
        return topics[best.rather], at
    if (best.only and _without(scene, best)) or (best.absent and not best.absent.isdisjoint(scene.marks)):
        return topics["other"], None
    if best.amid and any(best.amid in one.spoken for one in so_far(scene)):
        return topics[best.amid], at
    return best, at


def _without(scene: Scene, topic: Topic) -> bool:
    """Whether the text so far speaks of none of the topics that a topic needs, and doubt is raised where it must be."""
    spoken = {name for one in so_far(scene) for name in one.spoken}
    return spoken.isdisjoint(topic.only) and not (topic.doubted and spoken.isdisjoint(topic.doubted))


def _dates(scene: Scene, announcer: Announcer) -> bool:
    """Whether a word that announces counts dates the event, too: where the sentence counts what it announces."""
    return not announcer.counts or any(one.kind == "share" or counted(one, announcer) for one in scene.readings)


def _modifier(reading: Reading) -> str:
    return reading.stated.modifier if reading.stated else ""


def _inherited(scene: Scene, reading: Reading, topics: Topics) -> tuple[Topic, int | None, float]:
    """The topic of the reading whose noun it takes, whose part it is, or with which it is listed."""
    if reading.start in scene.antecedents:
        return _of_them(scene, reading, topics)
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
    fits = topic.takes(reading.kind, unit_of(reading), _modifier(reading))
    return (topic, at, strength) if fits and topic.name != "other" else (topics["other"], None, LEAST)


def _of_them(scene: Scene, reading: Reading, topics: Topics) -> tuple[Topic, int | None, float]:
    """The topic of the people whom a pronoun stands for."""
    there, other = scene.antecedents[reading.start]
    topic, at = choose(there, other, topics) if id(reading) not in scene.asked else (topics["other"], None)
    if topic.name == "other" or not topic.takes(reading.kind, unit_of(reading), ""):
        return topics["other"], None, LEAST
    return topic, at if there is scene else None, KIN


def _leader(scene: Scene, reading: Reading) -> tuple[Reading | None, float]:
    if reading.stated:
        return _series(scene, reading), LISTED
    if reading.whole:
        return None, 0
    if reading.kin is not None:
        return reading.kin, KIN
    previous = scene.previous(reading)
    if reading.kind == "share" and (governing.that_is(scene, reading) or scene.part(reading)):
        previous = scene.beside(reading)
    elif previous is None or unit_of(previous) != unit_of(reading):
        return _again(scene, reading)
    if previous is None:
        return None, 0
    if scene.part(reading) or governing.that_is(scene, reading):
        # "Killed were of them five": the part has a predicate of its own.
        return previous, KIN if "TOPIC" in scene.cats(reading.start - 2) else PART
    if previous.superseded and reading.start - previous.end <= 2:
        return previous, KIN
    if scene.listed(previous, reading):
        return previous, LISTED
    return _again(scene, reading)


def _series(scene: Scene, reading: Reading) -> Reading | None:
    """The date before one that is listed with it: "in 1941 and 1959", "from Mali in 2022 and from Niger in 2023"."""
    last = scene.previous(reading)
    if last is None or not 0 <= (gap := reading.start - last.end) <= APART:
        return None
    apart = gap > 1 and not any("PLACE" in scene.cats(at) for at in range(last.end, reading.start))
    return None if apart or "CONJ" not in scene.cats(last.end) else last


def _again(scene: Scene, reading: Reading) -> tuple[Reading | None, float]:
    """The last value before it in a unit that mostly stays with one topic."""
    unit = unit_of(reading)
    told = unit in SPEAKING or type(reading.noun) is Currency
    if not told:
        return None, 0
    before = bisect_left(scene.readings, reading.start, key=_start)
    alike = next((r for r in reversed(scene.readings[:before]) if unit_of(r) == unit), None)
    return (alike, AGAIN) if alike is not None else (None, 0)


def _points(scene: Scene, reading: Reading, at: int, announcer: Announcer, least: float) -> float:
    """How well a word announces a reading; where it can't be more than ``least``, no matter how little."""
    settled = _settled(scene, reading, at, announcer)
    if settled is not None:
        return settled
    start, end, joined = at + 1, reading.start, 0.0
    if at < end:
        if reading.stated is None and "RELATIVE" in scene.index:
            start = governing.past_aside(scene, start, end)
        distance = BEFORE * (end - start) + COMMA_BEFORE * scene.breaks(start, end, _COMMA)
    else:
        start, end = governing.past_parts(scene, reading, at), at
        # What opens a sentence ("in 2020, parliament voted") looks ahead over its comma.
        comma = 0 if reading.start <= OPENING else COMMA_BEHIND
        distance = TURN + BEHIND * (end - start) + comma * scene.breaks(start, end, _COMMA)
        joined = JOINED * ("CONJ" in scene.cats(at)) + BORDER * governing.told_next(scene, reading, at)
    points = announcer.strength + VERBAL * (announcer.role == "verbs" and reading.kind == "date") - distance
    if points <= least:
        return points
    walls = _walls(scene, reading, start, end) + joined + BORDER * governing.next_told(scene, at, reading)
    if reading.stated is not None:
        walls += SAID * governing.reported(scene, reading, at, announcer)
        walls += BORDER * (governing.told_of_another(scene, reading, at) or governing.bracketed(scene, reading, at))
        walls += SAID * objects.of_another(scene, reading, at, announcer)
    else:
        walls += STOP * ("ABOARD" in scene.marks and governing.aboard(scene, reading, announcer))
        walls += OTHERS * governing.elsewhere(scene, reading, at, announcer)
    return points - walls - (4 if announcer.role == "nouns" else 0)


def _settled(scene: Scene, reading: Reading, at: int, announcer: Announcer) -> float | None:
    """What grammar settles without weighing a distance: the counted noun itself, words inside the reading, what governs
    it; None where it settles nothing.
    """
    role = announcer.role
    if at == reading.noun_at:
        aboard = "ABOARD" in scene.cats(reading.start - 1)
        return 0 if aboard or (role == "weak" and governing.rivalled(scene, at, announcer)) else announcer.strength
    if role in {"seals", "leads"}:
        return announcer.strength if governing.beside(reading, at, role) else 0
    if ("COUNTWORD" in scene.index and governing.tolled(scene, reading, at)) or (
        announcer.topic.last and governing.befell(scene, reading, at, announcer)
    ):
        return NAMED + VERBAL
    if role == "weak" or (role == "nouns" and reading.noun_at is not None and reading.noun is None):
        return 0
    if reading.start <= at < reading.end:
        # "At a date not later than": the words of a date's own phrase tell more than a verb before it.
        inside = announcer.strength + (2 * VERBAL if reading.stated else -TURN)
        return inside if role in {"words", "nouns"} else 0
    if reading.kind == "share" and governing.part_of(scene, reading, at, announcer):
        return announcer.strength + VERBAL
    if reading.stated:
        if scene.amounting(at, reading.start):
            return 0
        return announcer.strength + VERBAL if governing.said(scene, reading, at, announcer) else None
    if at >= reading.end and governing.subject(scene, reading, at) and not _embarked(scene, reading, at, announcer):
        return announcer.strength + VERBAL - FOLLOWING * (at - reading.end)
    return None


def _embarked(scene: Scene, reading: Reading, at: int, announcer: Announcer) -> bool:
    """Whether travellers are told of before a comma, and what befell some of them behind it."""
    aboard = "ABOARD" in scene.marks and governing.aboard(scene, reading, announcer)
    return aboard and scene.breaks(reading.end, at, _COMMA) > 0


def _walls(scene: Scene, reading: Reading, start: int, end: int) -> float:
    """What stands between: full stops, the borders of clauses, and other readings of the kind, meant rather."""
    walls = STOP * scene.breaks(start, end, _STOP) + BORDER * scene.breaks(start, end, _BORDER)
    if scene.breaks(start, end, _COLON) and scene.breaks(start, end, _QUOTE):
        walls += STOP
    unit, kind = unit_of(reading), reading.kind
    for other in scene.readings:
        if start <= other.start < end and other.kind == kind and unit_of(other) in {unit, None}:
            walls += RIVAL
    return walls
