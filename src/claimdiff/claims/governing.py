"""What governs a value: a verb behind its subject, a verb of saying before "that"; what an act befell instead."""

from __future__ import annotations

import itertools

from claimdiff.claims.frames import Announcer, Topic
from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading

REACH, NEAR, NEARBY = 14, 3, 8
VOTE = "vote"
_WALL = frozenset({"COMMA", "STOP"})
_STOP, _RELATIVE = frozenset({"STOP"}), frozenset({"RELATIVE"})
_THAT, _SENTENCE = frozenset({"THAT"}), frozenset({"STOP", "THAT"})
_ENDS = frozenset({"STOP", "RELATIVE"})
_OPENS, _QUOTE = frozenset({"THAT", "COLON"}), frozenset({"QUOTE"})
_AMOUNTS = frozenset({"AMOUNT", "BOUND", "CHANGE", "STOPWORD"})
_DESCRIBES = frozenset({"DEF", "COMMA", "QUOTE"})
_COMMA = frozenset({"COMMA"})
_NEXT = frozenset({"TOPIC", "CHANGE", "SAY"})
_OBJECT = frozenset({"UNKNOWN", "NOUN", "NISBA"})
_NO_OBJECT = frozenset({"CONJ", "PREP", "LOC", "NUM", "VAGUENUM", "BOUND", "TIME", "TOPIC", "DAYPART", "OFTHEM"})


def subject(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether a verb behind persons says what these did or suffered: "nine migrants, among them six children, drowned".

    A verb in the plural stands behind its subject, the last plural before it that is no part of another.
    """
    near = _persons(reading) and 0 <= at - reading.end <= REACH and "CONJ" not in scene.cats(at)
    near = near and not _aside(scene, reading)
    verb = any("REMAIN" in scene.cats(i) for i in range(max(reading.end, at - 2), at))
    two = reading.quantity is not None and reading.quantity.number == 2
    two = two and scene.tokens[at].text.endswith(scene.pack.ends.two)
    if not near or not (two or verb or _they(scene, at)):
        return False
    between = [one for one in scene.readings if reading.end <= one.start < at and _persons(one)]
    apart = [
        one for one in between if not (scene.part(one) or scene.listed(reading, one) or one.whole or _aside(scene, one))
    ]
    return not apart and not scene.breaks(reading.end, at, _ENDS) and not _other_plural(scene, reading.end, at)


def _aside(scene: Scene, reading: Reading) -> bool:
    """Whether a count is set in behind what it counts: "the mission, numbering 700"."""
    return "COUNTWORD" in scene.cats(reading.start - 1)


def _they(scene: Scene, at: int) -> bool:
    return scene.tokens[at].text.split()[0].endswith(scene.pack.ends.they)


def _other_plural(scene: Scene, start: int, end: int) -> bool:
    """Whether another verb in the plural stands between."""
    they = scene.pack.ends.they
    return any("UNKNOWN" in scene.cats(at) and scene.tokens[at].text.endswith(they) for at in range(start, end))


def _persons(reading: Reading) -> bool:
    return reading.kind == "quantity" and reading.quantity is not None and reading.quantity.unit == "person"


def did(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether a verb tells what persons did or suffered: it stands right before them, or behind them in the plural."""
    return _persons(reading) and (0 < reading.start - at <= 2 or subject(scene, reading, at))


def quoting(scene: Scene, reading: Reading) -> bool:
    """Whether a date stands right before "that", or before what is quoted."""
    end = reading.end + ("COMMA" in scene.cats(reading.end))
    cats = scene.cats(end)
    opens = "COLON" in cats or ("QUOTE" in cats and scene.breaks(0, end, _QUOTE) % 2 == 0)
    return opens or ("THAT" in cats and "CONJ" not in cats)


def said(scene: Scene, reading: Reading, at: int, announcer: Announcer) -> bool:
    """Whether a date is that of the saying: it stands between a comma and "that", behind the verb of saying, and no
    relative clause is as short as to be about it ("the elections that were held, on Sunday,"); or behind a relative
    clause between commas, which a verb of saying leads.
    """
    told = announcer.role == "verbs" and announcer.topic.name == "statement" and at < reading.start
    if not told or scene.breaks(at, reading.start, _SENTENCE):
        return False
    if "COMMA" not in scene.cats(reading.start - 1):
        return quoting(scene, reading) and not _dated_between(scene, reading, at)
    if scene.breaks(reading.start - NEAR, reading.start, _RELATIVE):
        return False
    aside = any("COMMA" in scene.cats(i - 1) for i in scene.where(_RELATIVE) if at < i < reading.start)
    return quoting(scene, reading) or (at <= 1 and aside)


def _dated_between(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether another word that announces a date stands between a verb of saying and the date."""
    return any(at < place < reading.start and "date" in one.topic.kinds for place, one in scene.announcers)


def bracketed(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether a word stands in a relative clause between commas and the date behind: "he, who spoke, left in May"."""
    opened = scene.last(_RELATIVE, at)
    if opened < 0 or "COMMA" not in scene.cats(opened - 1) or scene.breaks(opened, at, _COMMA):
        return False
    return scene.breaks(at, reading.start - 1, _COMMA) > 0


def elsewhere(scene: Scene, reading: Reading, at: int, announcer: Announcer) -> bool:
    """Whether what is announced befell others than the persons counted: a word stands before it that is only about it
    ("the families of the victims"), or it does so before the count and has an object of its own ("the killing of a
    boy"), or a verb of the present stands right before those who do something else.
    """
    if not _persons(reading):
        return False
    if "CONCERNING" in scene.cats(at - 1) and "DEF" not in scene.cats(at - 1):
        return True
    if at > reading.start:
        # "Thousands of the inhabitants": a part of them, not all who live there.
        if announcer.topic.dynamics == "level" and "FROM" in scene.cats(at - 1):
            return True
        # "Since the death of the director": with a pronoun instead ("after their wounding") it would be theirs.
        return announcer.act and scene.tokens[at - 1].item("PART") is not None and _filled(scene, at)
    # "263 of the security forces and 23 others": the forces are whom the count before is of.
    if "FROM" in scene.cats(at - 1) and any(one.end == at - 1 and _persons(one) for one in scene.readings):
        return True
    # "The missing, and thousands of homeless": a noun of people tells nothing of others joined to it.
    listed = any(at < one.start < reading.start for one in scene.readings)
    joined = reading.noun_at is not None and not listed and "CONJ" in scene.cats(reading.start)
    if joined and _people(scene, at, announcer):
        return True
    subject_here = "PREP" not in scene.cats(reading.start) and reading.start - 1 > at
    if subject_here and _other_verb(scene, reading.start - 1):
        return True
    return announcer.act and at + 1 < reading.start and "CONJ" not in scene.cats(reading.start) and _filled(scene, at)


def _people(scene: Scene, at: int, announcer: Announcer) -> bool:
    entry = scene.tokens[at].entry("NOUN")
    return not announcer.act and announcer.role == "words" and entry is not None and entry.number == "pl"


def _other_verb(scene: Scene, at: int) -> bool:
    """Whether a verb stands there of which nothing is counted: one of the present that no topic knows, or one that
    only dates.
    """
    cats = scene.cats(at)
    if "TOPIC" not in cats:
        return _AMOUNTS.isdisjoint(cats) and scene.tense(at) in {"present", "future"}
    said = [entry.item for entry in scene.tokens[at].entries if entry.cat == "TOPIC"]
    return all(one.topic.name == "other" or (one.role == "verbs" and "quantity" not in one.topic.kinds) for one in said)


def rivalled(scene: Scene, at: int, announcer: Announcer) -> bool:
    """Whether a word of another topic stands right behind a weak noun: "two operations of evacuation"."""
    said = (
        [entry.item.topic for entry in scene.tokens[at + 1].entries if entry.cat == "TOPIC"]
        if at + 1 < scene.size
        else []
    )
    return bool(said) and announcer.topic not in said


def _filled(scene: Scene, at: int) -> bool:
    """Whether an act has its object right behind it: a noun or name, and no adjective of its own."""
    behind = scene.cats(at + 1)
    # An adjective is no object of an act: "medical evacuation".
    described = "DEF" not in behind and scene.tokens[at + 1].text.endswith(scene.pack.ends.relation)
    return not described and not _OBJECT.isdisjoint(behind) and _NO_OBJECT.isdisjoint(behind)


def aboard(scene: Scene, reading: Reading, announcer: Announcer) -> bool:
    """Whether persons are counted as travellers: what befell their ship or plane isn't said of them all."""
    previous = scene.previous(reading)
    listed = [previous] if previous is not None and scene.listed(previous, reading) else []
    carried = any("ABOARD" in scene.cats(one.start - 1) | scene.cats(one.start) for one in (reading, *listed))
    return carried and announcer.topic.dynamics == "cumulative"


def reported(scene: Scene, reading: Reading, at: int, announcer: Announcer) -> bool:
    """Whether a date is that of what is said, not of the saying: behind "that", a colon or an opening quote, or before
    "and they say".
    """
    if announcer.topic.name not in {"statement", "talks"}:
        return False
    if at > reading.start:
        return "CONJ" in scene.cats(at) or bool(scene.tokens[at].suffix)
    return scene.breaks(at, reading.start, _OPENS) > 0 or scene.breaks(at, reading.start, _QUOTE) % 2 == 1


def next_told(scene: Scene, at: int, reading: Reading) -> bool:
    """Whether "and that" stands between: what is told next is another matter."""
    if at > reading.start or not scene.breaks(at, reading.start, _THAT):
        return False
    return any(scene.cats(i) >= {"THAT", "CONJ"} for i in range(at + 1, reading.start))


def part_of(scene: Scene, reading: Reading, at: int, announcer: Announcer) -> bool:
    """Whether a word behind "of" names what a share is of: "5 percent of the debt"; of people only what counts them."""
    return at == reading.end + 1 and "FROM" in scene.cats(reading.end) and "person" not in announcer.topic.units


def past_parts(scene: Scene, reading: Reading, at: int) -> int:
    """The end of a reading, past the parts set in behind it (", among them six children,")."""
    end = reading.end
    for other in scene.readings:
        if end <= other.start <= end + NEAR and other.end <= at and scene.part(other):
            end = other.end + ("COMMA" in scene.cats(other.end))
    return end


def past_aside(scene: Scene, start: int, end: int) -> int:
    """Where what stands before a value goes on behind a relative clause between commas ("it killed, in the quake, which
    struck the island in May, more than 2,000 people"), as if its words stood right behind.
    """
    if not scene.breaks(start, end, _RELATIVE):
        return start
    commas = [at for at in scene.where(_COMMA) if start <= at < end]
    for first, last in itertools.pairwise(commas):
        if "RELATIVE" in scene.cats(first + 1):
            return last + 1 - (first - start)
    return start


def beside(reading: Reading, at: int, role: str) -> bool:
    """Whether a word that settles it stands right behind a value, or right before it."""
    return at == reading.start - 1 if role == "leads" else 0 <= at - reading.end <= 2


def befell(scene: Scene, reading: Reading, at: int, announcer: Announcer) -> bool:
    """Whether a verb or act stands right before the persons that it befell, and counts none itself."""
    if at != reading.start - 1 or not (announcer.act or announcer.role == "verbs") or not _persons(reading):
        return False
    return not any(one.start <= at < one.end for one in scene.readings)


def tolled(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether a count of what a word names rose or fell to a value: "the number of dead in the protests rose to 55"."""
    if "TO" not in scene.cats(reading.start - 1) or "COUNTWORD" not in scene.cats(at - 1) or not _persons(reading):
        return False
    if not any("CHANGE" in scene.cats(i) for i in range(max(0, at - NEAR - 1), at - 1)):
        return False
    others = any(at < one.start < reading.start and one.quantity for one in scene.readings)
    return at < reading.start and not others and not scene.breaks(at, reading.start, _SENTENCE)


def decided(scene: Scene, reading: Reading, at: int) -> int | None:
    """The word of a vote that is on what a date's own word says: "the vote on sending troops out, in 2020"."""
    if (
        at >= reading.start
        or "ON" not in scene.cats(at - 1)
        or (reading.stated.modifier if reading.stated else "") != "on"
    ):
        return None
    votes = [place for place, a in scene.announcers if a.topic.name == VOTE and at - NEARBY <= place < at]
    near = [place for place in votes if not scene.breaks(place, reading.start, _WALL)]
    held = any(place == at and a.topic.name == "election" for place, a in scene.announcers)
    return near[-1] if near and not held else None


def told_next(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether a conjunction between persons and a noun behind them begins another matter: "thousands are cut off, and
    the rise of the toll".
    """
    if not _persons(reading):
        return False
    joined = (i for i in range(reading.end, at) if "CONJ" in scene.cats(i) and not _NEXT.isdisjoint(scene.cats(i)))
    return any(all(not one.start <= i < one.end for one in scene.readings) for i in joined)


def that_is(scene: Scene, reading: Reading) -> bool:
    """Whether a value says another over again: "that is 5 percent", "that is, a rise of 30 percent"."""
    return any(
        "THATIS" in scene.cats(at) for at in (reading.start - 1, reading.start - 2)[: 1 + (reading.kind == "share")]
    )


def of_things(scene: Scene, reading: Reading, topic: Topic) -> bool:
    """Whether a share is of things ("41 percent of the accidents"), where the topic counts people alone."""
    if "person" not in topic.units or "percent" in topic.units or "FROM" not in scene.cats(reading.end):
        return False
    noun = scene.tokens[reading.end + 1].item("NOUN") if reading.end + 1 < scene.size else None
    return noun is not None and noun.unit not in {None, "person"} and noun.unit not in topic.units


def sitting(scene: Scene, at: int) -> str:
    """The topic of a sitting that is no parliament's: the Security Council talks, a court does something else."""
    if "SITTING" not in scene.cats(at):
        return ""
    return "talks" if "COUNCIL" in scene.marks else "other" if "COURT" in scene.marks else ""


def told_of_another(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether a date stands in a relative clause that is about something else than the word far before it: "a shooting
    on the peninsula that it annexed in 2014".
    """
    last = scene.last(_RELATIVE, reading.start)
    if last <= at or reading.start - last > REACH // 2 or scene.breaks(last, reading.start, _STOP):
        return False
    return sum(_DESCRIBES.isdisjoint(scene.cats(i)) for i in range(at + 1, last)) > NEAR - 1
