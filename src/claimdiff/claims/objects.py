"""What is talked of, in a sentence that says that somebody spoke: whether a date is that of the saying or of this."""

from __future__ import annotations

from claimdiff.claims.frames import Announcer
from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading

_SPEECH, _RELATIVE = frozenset({"THAT", "COLON", "QUOTE"}), frozenset({"RELATIVE"})
_ENDS, _SENTENCE = frozenset({"COMMA", "STOP"}), frozenset({"STOP", "THAT"})
_MOVES = frozenset({"CHANGE", "AMOUNT"})


def of_another(scene: Scene, reading: Reading, at: int, announcer: Announcer) -> int:
    """How surely a date is another's than that of the word at a place: its object's, or what "since" leads."""
    return _of_the_object(scene, reading, at, announcer) + _since_another(scene, reading, at)


def _of_the_object(scene: Scene, reading: Reading, at: int, announcer: Announcer) -> int:
    """How surely a date is not that of a saying but of its object's event: it stands in a clause about what is talked
    of ("condemned the attack that happened on"), or right behind its word, as its complement ("the bombings of 7
    April"); or "added", "recalled" stands without anything said.
    """
    if announcer.topic.name != "statement" or at > reading.start:
        return 0
    if "ADDS" in scene.cats(at) and not scene.breaks(at, scene.size, _SPEECH):
        return 2
    if announcer.role != "verbs":
        return 0
    events = [place for place, one in scene.announcers if at < place < reading.start and _event(one)]
    if not events:
        return 0
    bound = events[-1] == reading.start - 1 and _construct(scene, events[-1])
    told = scene.last(_RELATIVE, reading.start)
    return int(bound or (told > events[0] and not scene.breaks(told, reading.start, _ENDS)))


def _since_another(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether "since" stands between a word and a date: it leads what the date is of ("the lowest turnout since the
    founding of the republic in 1958").
    """
    found = (i for i in scene.index.get("PART", ()) if at < i < reading.start - 1)
    return any(scene.tokens[i].item("PART").modifier == "since" for i in found)


def _event(announcer: Announcer) -> bool:
    """Whether a word names an event of its own that may be dated."""
    names = announcer.role == "words" and announcer.topic.name not in {"statement", "talks"}
    return names and ("date" in announcer.topic.kinds or bool(announcer.topic.dated))


def _construct(scene: Scene, at: int) -> bool:
    """Whether a noun may have a complement: it has no article, no pronoun, and no ending of the accusative."""
    word = scene.tokens[at]
    return "DEF" not in scene.cats(at) and not word.suffix and not word.text.endswith(scene.pack.ends.two)


def moved(scene: Scene, reading: Reading) -> bool:
    """Whether a date stands right behind a verb of change or amount: "rose on Tuesday the toll"; or behind its subject
    and before what it came to ("the toll rose on Tuesday to 12").
    """
    if reading.stated is None:
        return False
    if not _MOVES.isdisjoint(scene.cats(reading.start - 1)):
        return True
    to = "TO" in scene.cats(reading.end) and any(one.start == reading.end + 1 for one in scene.readings)
    verb = scene.last(_MOVES, reading.start) if to and _bare(scene, reading) else -1
    return verb >= 0 and not scene.breaks(verb, reading.start, _SENTENCE) and not _happened(scene, verb, reading)


def _bare(scene: Scene, reading: Reading) -> bool:
    """Whether a date is a day without a preposition."""
    single = reading.stated is not None and reading.stated.modifier == "on"
    return single and "IN" not in scene.cats(reading.start - 1) and "PREP" not in scene.cats(reading.start)


def _happened(scene: Scene, start: int, reading: Reading) -> bool:
    """Whether an event stands between that the date may be of: not one that a relative clause tells is going on."""
    events = [at for at, one in scene.announcers if start < at < reading.start and "date" in one.topic.kinds]
    which = scene.last(_RELATIVE, reading.start)
    return bool(events) and not (start < which and _present(scene, which + 1))


def _present(scene: Scene, at: int) -> bool:
    """Whether a verb is of the present: in the past hers would have the ending."""
    tense = scene.tense(at)
    return tense == "present" or (tense == "either" and not scene.tokens[at].text.endswith(scene.pack.ends.she))
