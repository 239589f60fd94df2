"""Whether a word that announces a topic may announce a value: by its kind, its unit, the noun that is counted."""

from __future__ import annotations

from collections.abc import Iterator

from claimdiff.claims import governing, lengths
from claimdiff.claims.anaphora import sentence_before
from claimdiff.claims.frames import Announcer, Topic
from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading
from claimdiff.lexicon.entries import Currency, Noun
from claimdiff.text.fold import fold_word

UNNAMED = "XXX"
MEMORY = 8
_COUNTING = frozenset({"mild", "measures"})


def suits(scene: Scene, reading: Reading, topic: Topic, announcer: Announcer, at: int) -> bool:
    """Whether the counted noun is among those that the topic counts; a faint word needs such a noun, or a share that
    the topic's units know.
    """
    if announcer.role == "sums":
        return reading.kind == "share" or type(reading.noun) is Currency
    if announcer.role == "goods":
        return reading.kind == "quantity" and isinstance(reading.noun, Noun) and reading.noun.measure
    if topic.name == "other" and barred(reading, announcer):
        return False
    faint = announcer.role == "faint"
    if topic.forces and not _forces(scene, reading, faint, topic.moves):
        return False
    if topic.name == "other":
        if reading.stated:
            return announcer.role not in _COUNTING
        if announcer.role in {"seals", "leads"}:
            return True
        return counted(reading, announcer) or (announcer.role == "verbs" and governing.did(scene, reading, at))
    if unit_of(reading) == "country" and ("LOC" in scene.cats(reading.start) or "IN" in scene.cats(reading.start - 1)):
        return False
    if reading.kind == "duration":
        return lengths.lasts(scene, reading, topic, at)
    if reading.kind == "share":
        persons = reading.noun is not None and reading.noun.unit == "person"
        if (
            announcer.role == "measures"
            or governing.of_things(scene, reading, topic)
            or (persons and topic.units and "person" not in topic.units)
        ):
            return False
        return not faint or not topic.units or "percent" in topic.units
    if not announcer.counts or reading.kind != "quantity":
        return True
    if reading.noun is None and (reading.noun_at is None or "NISBA" in scene.cats(reading.noun_at)):
        return not faint and (reading.noun_at is None or announcer.role == "verbs")
    return counted(reading, announcer)


def _forces(scene: Scene, reading: Reading, faint: bool, moves: bool) -> bool:
    """Whether forces may be meant: a faint word, or just anybody who moves, needs one for forces beside it, a date one
    in the text so far.
    """
    noun = scene.cats(reading.noun_at) if reading.noun_at is not None else frozenset[str]()
    anybody = moves and ("ANYBODY" in noun or (reading.noun is None and "NISBA" in noun))
    if faint or anybody:
        return "FORCE" in scene.marks
    return reading.stated is None or any("FORCE" in one.marks for one in so_far(scene))


def counted(reading: Reading, announcer: Announcer) -> bool:
    return _named(reading) in announcer.counts


def barred(reading: Reading, announcer: Announcer) -> bool:
    """Whether the counted noun is one that the topic never counts."""
    return _named(reading) in announcer.bars


def _named(reading: Reading) -> str | None:
    """The folded singular of the counted noun."""
    return fold_word(reading.noun.singular) if reading.noun is not None else None


def so_far(scene: Scene) -> Iterator[Scene]:
    """A sentence and those before it, as far as one remembers."""
    yield scene
    one = sentence_before(scene)
    for _ in range(MEMORY):
        if one is not None:
            yield one
            one = one.before


def unit_of(reading: Reading) -> str | None:
    """The unit; of money in a currency that nobody named, the code for that."""
    if type(reading.noun) is Currency and reading.noun.unit is None:
        return UNNAMED
    return reading.quantity.unit if reading.quantity else None
