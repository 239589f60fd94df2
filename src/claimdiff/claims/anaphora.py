"""Pronouns that stand for people and forces named before: "their number", "they are 15", "its soldiers"."""

from __future__ import annotations

from dataclasses import replace

from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading
from claimdiff.text.sentences import sentences

REACH = 3
LOOK_BACK = 600
PRONOUNS = frozenset({"OFTHEM", "THEYARE"})
_OBLIQUE = frozenset({"IN", "FROM", "AT", "TO", "TERRITORY", "BETWEEN", "PART"})


def people(scene: Scene, reading: Reading) -> bool:
    """Give a number of "them" the noun of the people named last, here or in the sentence before; note who they are."""
    if reading.quantity is None or reading.quantity.unit not in {None, "person"}:
        return False
    at = _cue(scene, reading)
    found = _named(scene, reading, at) if at is not None else None
    if found is None:
        return False
    scene.antecedents[reading.start] = found
    if reading.bare:
        reading.noun = found[1].noun
        reading.quantity = replace(reading.quantity, unit="person")
    return True


def _cue(scene: Scene, reading: Reading) -> int | None:
    """ "Their number" some words before a count, or "they are" right before it."""
    at = reading.start - 1
    if "THEYARE" in scene.cats(at):
        return at
    return next((i for i in range(at, max(-1, at - REACH), -1) if "OFTHEM" in scene.cats(i)), None)


def _named(scene: Scene, reading: Reading, end: int) -> tuple[Scene, Reading] | None:
    here = _last_people(scene, reading, end)
    if here is not None or (before := sentence_before(scene)) is None:
        return here
    return _last_people(before, reading, len(before.tokens))


def _last_people(scene: Scene, reading: Reading, end: int) -> tuple[Scene, Reading] | None:
    """The last plural of persons before a token, but for those who speak; as the reading that counts them, if any."""
    for at in range(end - 1, -1, -1):
        entry = scene.tokens[at].entry("NOUN")
        if entry is None or entry.number != "pl" or entry.item.unit != "person" or _speak(scene, at):
            continue
        counted = next((one for one in scene.readings if one.noun_at == at and one.quantity), None)
        bare = replace(reading, start=at, end=at + 1, noun=entry.item, noun_at=at, kin=None, bare=False, whole=False)
        return scene, counted or bare
    return None


def _speak(scene: Scene, at: int) -> bool:
    """Whether people say something rather than being spoken of: "the officials said that"."""
    said = {"SAY", "ACCORDING"} & scene.cats(at - 1)
    return bool(said) and any({"THAT", "COLON"} & scene.cats(i) for i in range(at + 1, at + 1 + REACH))


def sentence_before(scene: Scene) -> Scene | None:
    """The sentence right before, also where it holds nothing to read."""
    if scene.before is not None and scene.start - scene.before.end <= 2:
        return scene.before
    text, start = scene.folded.text, max(0, scene.start - LOOK_BACK)
    spans = list(sentences(text[start : scene.start]))
    if not spans:
        return None
    first, last = spans[-1][0] + start, spans[-1][1] + start
    return Scene(scene.pack, scene.folded, first, last, scene.pack.tokens(text, first, last), [], scene.before)


def owner(scene: Scene, reading: Reading) -> str | None:
    """ "Its forces": the one country or organisation that the clause before, or the sentence before, speaks of."""
    reach = range(max(0, reading.start - 2 * REACH), reading.end)
    at = next((i for i in reach if its_forces(scene, i)), None)
    if at is None:
        return None
    names = _subjects(scene, at)
    if not names and (before := sentence_before(scene)) is not None:
        names = _subjects(before, len(before.tokens))
    return names.pop() if len(names) == 1 else None


def its_forces(scene: Scene, at: int) -> bool:
    """Whether a token is a word for forces with a pronoun, as it stands in the lexicon or not."""
    word, pack = scene.tokens[at], scene.pack
    if word.suffix:
        # Whose "our" forces are, only the speaker knows.
        return word.suffix != pack.ends.ours and "FORCE" in pack.words[word.stem].cats
    if "TOPIC" not in word.cats or word.stem.endswith(pack.ends.ours):
        return False
    cores = (word.stem[: -len(end)] for end in pack.lexicon.enclitics if word.stem.endswith(end))
    return any("FORCE" in pack.words[core].cats for core in cores if core)


def _subjects(scene: Scene, end: int) -> set[str]:
    """The countries and organisations before a token that stand behind no preposition but that of having."""
    return {
        name
        for at, cat, entity in scene.entities
        if cat != "NISBA" and at < end and not _OBLIQUE & scene.cats(at - 1) and "LOC" not in scene.cats(at)
        if "/" not in (name := getattr(entity, "metonym", None) or entity.id)
    }
