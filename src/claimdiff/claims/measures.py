"""What a share measures: the word behind "rate of", a word that is measured so, or that of the share before it."""

from __future__ import annotations

from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading
from claimdiff.text.fold import fold_word

BEFORE, BEHIND, REACH, MEMORY = 10, 5, 14, 2
_ENDS = frozenset({"STOP", "NUM", "PERCENT"})
_WALL = frozenset({"STOP", "COMMA", "NUM"})
_STOP = frozenset({"STOP"})


def measure(scene: Scene, reading: Reading) -> str | None:
    """The word that says what a share measures, as written; none where it tells by how much something changed."""
    if _change(scene, reading):
        return None
    for at in range(reading.start - 1, max(-1, reading.start - 1 - BEFORE), -1):
        cats = scene.cats(at)
        if not _ENDS.isdisjoint(cats):
            break
        if "MEASURE" in cats:
            return _named(scene, at)
        if _rate(scene, at) and "PREP" not in cats:
            return _rated(scene, at) or _last(scene, reading)
    return _behind(scene, reading) or _listed(scene, reading)


def _named(scene: Scene, at: int) -> str:
    """A measured word, by the one noun for what it tells of if it is one of several."""
    item = scene.tokens[at].item("MEASURE")
    return item.means or scene.text(at, at + 1)


def _change(scene: Scene, reading: Reading) -> bool:
    """ "By 5 percent", "a rise of 5 percent"; not "a rise to 5 percent"."""
    near = [scene.cats(reading.start - 1), scene.cats(reading.start - 2)]
    return "CHANGE" in near[0] or ("CHANGE" in near[1] and "TO" not in near[0])


def _rate(scene: Scene, at: int) -> bool:
    """Whether a word, or the first word of a phrase, is one for a rate."""
    return "RATE" in scene.pack.words[scene.tokens[at].stem.split()[0]].cats


def _rated(scene: Scene, at: int) -> str | None:
    """The noun behind the word for a rate; none behind "the rate"."""
    phrase = scene.text(at, at + 1).split()
    if len(phrase) > 1:
        return _called(scene, phrase[1])
    behind = scene.cats(at + 1)
    noun = not behind.isdisjoint({"NOUN", "TOPIC", "UNKNOWN"}) and "PREP" not in behind and "CONJ" not in behind
    return _called(scene, scene.text(at + 1, at + 2)) if noun and "DEF" not in scene.cats(at) else None


def _called(scene: Scene, word: str) -> str:
    """A noun behind the word for a rate, by the one name for what it tells of."""
    item = scene.pack.words[fold_word(word)].item("MEASURE")
    return (item.means if item else None) or word


def _behind(scene: Scene, reading: Reading) -> str | None:
    """ "91 percent of the workers took part"."""
    for at in range(reading.end, reading.end + BEHIND):
        cats = scene.cats(at)
        if not cats or not _WALL.isdisjoint(cats):
            return None
        if "MEASURE" in cats:
            return _named(scene, at)
    return None


def _listed(scene: Scene, reading: Reading) -> str | None:
    """That of the share before it in the sentence."""
    before = scene.previous(reading)
    if before is None or reading.start - before.end > REACH or scene.breaks(before.end, reading.start, _STOP):
        return None
    known = scene.subjects.get(before.start)
    return known.noun if known else None


def _last(scene: Scene, reading: Reading) -> str | None:
    """What "the rate" goes back to: the last share that was told, here or some sentences before."""
    one: Scene | None = scene
    for _ in range(MEMORY + 1):
        if one is None:
            return None
        shares = [r for r in one.readings if r.kind == "share" and (one is not scene or r.start < reading.start)]
        told = next((one.subjects[r.start].noun for r in reversed(shares) if r.start in one.subjects), None)
        if told is not None or shares:
            return told
        one = one.before
    return None
