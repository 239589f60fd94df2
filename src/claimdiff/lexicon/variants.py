"""Names spelled otherwise than the lexicon has them: other vowels, a consonant heard alike, a slip of the pen.

A name is filed under its first and last letter and the consonants between; what is filed alike is held against it
letter by letter. Nothing is listed, and where two names answer, neither does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from rapidfuzz.distance import OSA

from claimdiff.text.memo import Memo

SHORTEST, LONG, LONGER = 5, 7, 9
MANY, SOME, FEW = 5, 4, 3
Key = tuple[str, str, str]


class Spelling(NamedTuple):
    """What a language spells in two ways: the vowels, the endings that are one, the consonants that are alike."""

    article: str
    vowels: frozenset[str]
    ending: dict[str, str]
    sound: dict[int, str | None]

    @classmethod
    def over(cls, article: str, said: Mapping[str, Any]) -> Spelling:
        """The spelling that a lexicon file tells of."""
        sound: dict[str, str] = {}
        for letters in (row["letters"] for row in said["alike"]):
            known = next((sound[letter] for letter in letters if letter in sound), letters[0])
            sound |= dict.fromkeys(letters, known)
        ending = dict.fromkeys(said["endings"], said["endings"][0])
        heard = {ord(x): y for x, y in sound.items()} | dict.fromkeys(map(ord, said["vowels"]))
        # Letters between that sound as they are written stand in the table, too: what isn't found takes longest.
        written: dict[int, str | None] = {code: chr(code) for code in range(min(heard), max(heard) + 1)}
        return cls(article, frozenset(said["vowels"]), ending, written | heard)

    def key(self, form: str) -> Key:
        """The first letter, the consonants between as they sound, the last letter."""
        end = self.ending.get(form[-1], form[-1])
        return form[0], form[1:-1].translate(self.sound), self.sound.get(ord(end)) or end

    def weight(self, form: str) -> int:
        """How many consonants a form has, its article and its ending apart."""
        core = form.removeprefix(self.article)
        heard = core[-1:] not in self.vowels and core[-1:] not in self.ending
        return len(core[:-1].translate(self.sound)) + heard


class Variants:
    """Names by how they sound; ``named`` are their folded spellings, each with what bears it."""

    def __init__(self, spelling: Spelling, named: Iterable[tuple[str, str]]) -> None:
        self.spelling = spelling
        self.owners = {name: owner for name, owner in named if len(name) >= SHORTEST - 1}
        whole = {name.replace(" ", ""): name for name in self.owners if " " in name}
        self.joined = {joined: name for joined, name in whole.items() if len(joined) >= LONG}
        self.sounds: defaultdict[Key, list[str]] = defaultdict(list)
        self.lengths: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for name in self.owners:
            self.sounds[spelling.key(name)].append(name)
            self.lengths[name[0], len(name)].append(name)
        self.likely = Memo(self._likely)

    def sure(self, form: str) -> str | None:
        """The name that a form is wherever it stands: one with many consonants, or with a long vowel more or less."""
        if form in self.joined:
            return self.joined[form]
        if len(form) <= SHORTEST or self.spelling.key(form) not in self.sounds:
            return None
        weight = self.spelling.weight(form)
        if weight >= MANY:
            return self._one(self._sounding(form, 2))
        if weight < SOME or len(form.removeprefix(self.spelling.article)) < LONG or form[0] in self.spelling.vowels:
            return None
        return self._one(name for name in self._sounding(form, 1) if len(name) != len(form))

    def _likely(self, asked: tuple[str, bool]) -> str | None:
        """The name that a form is behind a word such as city (True), or only behind "in"."""
        form, town = asked
        weight = self.spelling.weight(form) if len(form) >= SHORTEST - town else 0
        if weight < (FEW if town or not form.startswith(self.spelling.article) else SOME):
            return None
        found = self._sounding(form, 1)
        if weight < SOME:
            found = [name for name in found if len(name) != len(form) or (town and name[:-1] == form[:-1])]
        return self._one(found) or self._slip(form)

    def _sounding(self, form: str, limit: int) -> list[str]:
        return [name for name in self.sounds.get(self.spelling.key(form), ()) if self._close(form, name, limit)]

    def _close(self, form: str, name: str, limit: int) -> bool:
        """Not more letters apart than the limit; a vowel may come or go before the last consonant, not become another
        one.
        """
        vowels = self.spelling.vowels
        if (form[-2] in vowels) != (name[-2] in vowels) or OSA.distance(form, name, score_cutoff=limit) > limit:
            return False
        pairs = zip(form[:-1], name[:-1], strict=len(form) == len(name))
        return limit > 1 or len(form) != len(name) or not any(x != y and x in vowels and y in vowels for x, y in pairs)

    def _slip(self, form: str) -> str | None:
        """A long name with one letter wrong, missing or too many, neither its first nor its last."""
        if len(form) < LONGER:
            return None
        near = [name for size in (-1, 0, 1) for name in self.lengths.get((form[0], len(form) + size), ())]
        return self._one(n for n in near if n[-1] == form[-1] and OSA.distance(form, n, score_cutoff=1) == 1)

    def _one(self, names: Iterable[str]) -> str | None:
        """One of some names that all belong to one; nothing where they are two."""
        owners = {self.owners[name]: name for name in names}
        return next(iter(owners.values())) if len(owners) == 1 else None
