"""Who among those counted: the group that a noun names, the whole of a part, the side or candidate of a vote."""

from __future__ import annotations

from claimdiff.claims.frames import Topic
from claimdiff.claims.scene import Scene
from claimdiff.grammar.reading import Reading
from claimdiff.text.fold import fold_word
from claimdiff.text.memo import Memo

PREFIX = "GROUP_"
REACH = 4
NAME = 3
_ENDS = frozenset({"COMMA", "STOP", "CLAUSE"})
_PEOPLE = frozenset({"person"})
_CAST = frozenset({"vote", "ballot", "person", "percent"})


def group(scene: Scene, reading: Reading, topic: Topic) -> str | None:
    """The part, option or candidate counted where it isn't the whole; nothing of dates and durations."""
    if reading.quantity is None or reading.kind == "duration":
        return None
    unit = reading.quantity.unit
    if topic.sides and unit in _CAST:
        return _side(scene, reading) or _candidate(scene, reading)
    if unit not in _PEOPLE:
        return None
    own = _own(scene, reading)
    if own is None and scene.part(reading) and reading.noun is not None and not scene.announced.get(reading.start):
        return _odd(scene, reading)
    return own


def _own(scene: Scene, reading: Reading) -> str | None:
    """The group that the counted noun names: children, women, civilians."""
    if reading.noun is None or (reading.kin is not None and reading.noun_at is None):
        return None
    return _named(scene, fold_word(reading.noun.singular))


def _named(scene: Scene, form: str) -> str | None:
    return _GROUPS[scene.pack.words[form].cats] if " " not in form else None


def _group(cats: frozenset[str]) -> str | None:
    """The group that one of some categories names."""
    return next((cat.removeprefix(PREFIX).lower() for cat in sorted(cats) if cat.startswith(PREFIX)), None)


_GROUPS = Memo(_group)


def _odd(scene: Scene, reading: Reading) -> str | None:
    """A part is its noun's group where the whole has another noun ("40 dead, among them 3 soldiers")."""
    whole = scene.previous(reading)
    if whole is None or whole.noun is None or reading.noun_at is None or whole.noun is reading.noun:
        return None
    singular: str = reading.noun.singular
    return singular


def _side(scene: Scene, reading: Reading) -> str | None:
    """For, against, abstaining, blank, spoiled: a word of the option right before or behind."""
    for at in (*range(reading.end, reading.end + REACH), *range(reading.start - 1, reading.start - REACH, -1)):
        cats = scene.cats(at)
        if cats & _ENDS:
            continue
        if at >= reading.end and "CONJ" in cats:
            continue
        if found := _GROUPS[cats]:
            return found
        if at < reading.start and any(other.start <= at < other.end for other in scene.readings):
            break
    return None


def _candidate(scene: Scene, reading: Reading) -> str | None:
    """ "Rashid got 156 votes and Salih 99": the unknown word between the word of winning and the count, or joined."""
    at = reading.start - 1
    at -= bool({"AT", "IN", "COLON"} & scene.cats(at))
    if "UNKNOWN" not in scene.cats(at) or "PREP" in scene.cats(at):
        return None
    word = scene.tokens[at]
    if scene.cats(at - 1) & {"TOPIC"}:
        return word.stem or None
    joined = next((c.text for c in scene.pack.lexicon.proclitics if c.conj and c.text == c.conj), "")
    rival = scene.previous(reading)
    listed = rival is not None and at - rival.end <= 1 and rival.start in scene.topics
    return word.text.removeprefix(joined) if listed and joined and word.text.startswith(joined) else None


def whole(scene: Scene, reading: Reading) -> str | None:
    """The noun of the whole that a reading is part of: counted before it ("among them"), or behind it ("of 329")."""
    if reading.quantity is None or reading.kind == "duration":
        return None
    if scene.part(reading):
        before = _divided(scene, reading)
        return _noun(scene, before) if before is not None else None
    following = next((other for other in scene.readings if other.start >= reading.end and not other.stated), None)
    if following is not None and following.start - reading.end <= NAME and following.whole:
        return _noun(scene, following)
    return None


def _divided(scene: Scene, reading: Reading) -> Reading | None:
    """The count that a part divides: the one of the same noun before it, else of the same unit."""
    before = [r for r in scene.readings if r.start < reading.start and r.quantity and r.kind != "duration"]
    named = [r for r in before if r.noun is not None and r.noun is reading.noun]
    alike = [r for r in before if r.quantity and reading.quantity and r.quantity.unit == reading.quantity.unit]
    found = named or alike
    return found[-1] if found else None


def _noun(scene: Scene, reading: Reading) -> str | None:
    if reading.noun_at is not None:
        return scene.text(reading.noun_at, reading.noun_at + 1)
    return reading.noun.singular if reading.noun is not None else None
