"""What an event is about, which tells one vote, agreement or meeting from another: a listed matter, or its complement.

The fishing agreement, the agreement on fishing and the signing of the agreement for fishing have one complement; no
list of matters could hold them all.
"""

from __future__ import annotations

import functools

from rapidfuzz import fuzz, process

from claimdiff.claims.frames import Topic
from claimdiff.claims.scene import MATTER, Scene
from claimdiff.grammar.reading import Reading
from claimdiff.lang.pack import Pack
from claimdiff.text.memo import Memo

NEAR, HEAD, APART = 14, 5, 4
SHORTEST, LONG, ALIKE = 3, 6, 90
_ENDS = frozenset({"STOP", "COMMA"})
_DEFINED = frozenset({"DEF", "PREP"})
# Topics whose events are told by what they deal with.
OPEN = frozenset({"agreement", "talks", "vote", "resolution"})
_SKIPPED = frozenset({"GENERIC", "NISBA"})
_STOPS = frozenset({"STOP", "COMMA", "COLON", "LPAR", "DASH", "QUOTE", "NUM", "TIME"}) | frozenset(
    {"IN", "FROM", "TO", "BETWEEN", "PART", "THAT", "CLAUSE", "RELATIVE", "AMONG", "SAY", "PRONOUN"}
)
_STOPS |= {"DAY", "MONTH", "YEAR", "WEEKDAY", "DAYPART", "RELDAY", "PLACE", "ORG", "PARLIAMENT", "NATION", "BODY"}


def matter(scene: Scene, reading: Reading, topic: Topic, announced: int | None) -> str | None:
    """What a dated event is about: the first word of a matter behind what announces it, in its clause, else the last
    before it; else the complement of its own word.
    """
    if announced is None or not reading.stated:
        return None
    found = scene.matters
    behind = [name for at, name in found if 0 <= at - announced <= NEAR and not scene.breaks(announced, at, _ENDS)]
    before = [name for at, name in found if 0 < announced - at <= NEAR and not scene.breaks(at, announced, _ENDS)]
    known = behind[0] if behind else before[-1] if before else None
    return known or (_complement(scene, announced) if topic.name in OPEN else None)


def _complement(scene: Scene, announced: int) -> str | None:
    """The noun or adjective behind the last word for an agreement, a law, a meeting that follows what announces it."""
    head = _head(scene, announced)
    if head is None:
        return None
    led = skipped = False
    for at in range(head + 1, min(head + 1 + APART, scene.size)):
        cats = scene.cats(at)
        if "ABOUT" in cats:
            led = True
        elif _STOPS & cats or "CONJ" in cats:
            return None
        elif not _SKIPPED & cats:
            known = (led and not skipped) or not _DEFINED.isdisjoint(cats)
            return _told(scene, at, "DEF" in scene.cats(head) and not led) if known else None
        else:
            skipped = True
    return None


def _head(scene: Scene, announced: int) -> int | None:
    """The word for the agreement or law itself: the last of those that stand together."""
    first = next((at for at in range(announced, announced + HEAD) if "CONTAINER" in scene.cats(at)), None)
    if first is None or scene.breaks(announced, first, _ENDS):
        return None
    while "CONTAINER" in scene.cats(first + 1):
        first += 1
    return first


def _told(scene: Scene, at: int, adjective: bool) -> str | None:
    """The word without what is written to it, so that "fishing", "for fishing" and "of the fishing" are one; of an
    adjective what it is made of, of a participle ("the signed agreement") nothing.
    """
    word = scene.tokens[at]
    if not {"UNKNOWN", "NOUN", "TOPIC"} & word.cats or ("PREP" in word.cats and "DEF" not in word.cats):
        return None
    if listed := _resembling(scene.pack)[word.stem]:
        return listed
    base, made = scene.pack.base(word.stem)
    return base if len(base) >= SHORTEST and (made or not adjective) else None


@functools.cache
def _resembling(pack: Pack) -> Memo[str, str | None]:
    """The listed matter that a word spells otherwise, by the word."""
    said = [(form, entry.cat) for form, entries in pack.lexicon.forms.items() for entry in entries]
    told = {
        form: cat.removeprefix(MATTER).lower() for form, cat in said if cat.startswith(MATTER) and len(form) >= LONG
    }

    def found(word: str) -> str | None:
        near = (
            process.extractOne(word, told.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE) if len(word) >= LONG else None
        )
        return told[near[0]] if near and near[0][0] == word[0] else None

    return Memo(found)
