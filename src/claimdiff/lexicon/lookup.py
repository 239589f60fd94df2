"""Looking words up: clitics off, entries found, one analysis a distinct form, kept."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from claimdiff.lexicon.variants import Spelling, Variants
from claimdiff.text.fold import fold_word

NAMING = frozenset({"PLACE", "ORG"})
SHORTEST = 5
NUMERIC = frozenset({"ORDINAL", "DIGITS", "NUMERAL", "VAGUE", "NEGATIVE"})
_NONE = frozenset[str]()
_UNKNOWN = frozenset({"UNKNOWN"})
_ONE: dict[frozenset[str], frozenset[str]] = {}
FLAGS = ("CONJ", "PREP", "DEF", "LOC")


class Entry(NamedTuple):
    """What one form may be: its grammatical category, the lexicon's item, and the form's number."""

    cat: str
    item: Any
    number: str = ""


def announcing(entries: Iterable[Entry]) -> bool:
    """Whether a form is only known as one that announces a topic."""
    return all(entry.cat == "TOPIC" for entry in entries)


class Clitic(NamedTuple):
    """What may stand before a word: conjunction, preposition, article, as written; a locative one means "in"."""

    text: str
    conj: str
    prep: str
    definite: bool
    locative: bool = False

    def flags(self) -> set[str]:
        """The categories that the clitics add."""
        said = zip(FLAGS, (self.conj, self.prep, self.definite, self.locative), strict=True)
        return {name for name, there in said if there}


# A way to take clitics off a word: the clitics, and what is left.
Split = tuple[Clitic, str]
# Clitics, their text and its length, and the same ones where they swallow the article of what follows.
Proclitic = tuple[Clitic, str, int, Clitic | None]


@functools.lru_cache(1 << 14)
def _categories(clitic: Clitic, found: tuple[str, ...]) -> frozenset[str]:
    """What a word may be: by its entries, and by the clitics before it."""
    return one(clitic.flags() | set(found or ("UNKNOWN",)))


def one(cats: Iterable[str]) -> frozenset[str]:
    """A set of categories, the same object for all words that have it: they are compared again and again."""
    made = frozenset(cats)
    return _ONE.setdefault(made, made)


@dataclass(slots=True, eq=False)
class Word:
    """A form as the grammar sees it: the categories it may have, with its clitics taken off; never changed.

    ``head`` is the word under which phrases that begin with it are filed, with the clitics before it, and
    ``seconds`` are their second words; ``numeric`` words may begin a number; those that may begin a
    number or a phrase ``lead``.
    ``value`` is a number's, ``low`` and ``high`` a vague number's. What ``starts`` may begin a reading; what ``names``
    is the name of a place or an adjective of one, ``alone`` or with words behind it (``longer``: by the next word the
    other words of names, and the places' ids).
    """

    text: str
    cats: frozenset[str]
    entries: tuple[Entry, ...] = ()
    stem: str = ""
    prep: str = ""
    conj: str = ""
    suffix: str = ""
    head: Split | None = None
    leads: bool = False
    numeric: bool = False
    seconds: frozenset[str] | set[str] = frozenset()
    value: float | None = None
    low: float | None = None
    high: float | None = None
    starts: bool = False
    names: bool = False
    alone: bool = False
    longer: dict[str, list[tuple[list[str], str]]] | None = None

    def item(self, cat: str) -> Any:
        """The lexicon's item for a category, or None."""
        for entry in self.entries:
            if entry.cat == cat:
                return entry.item
        return None

    def entry(self, cat: str) -> Entry | None:
        """The entry for a category, or None."""
        for entry in self.entries:
            if entry.cat == cat:
                return entry
        return None


@dataclass(slots=True)
class Lexicon:
    """All forms of a language with their entries; longest phrases win, fewest clitics win.

    ``phrased`` are the phrases met so far, by the first form and the rest, ``tailed`` what may follow two words.
    A word whose categories are all ``soft`` is an unknown one as well.
    """

    proclitics: list[Clitic]
    article: str
    enclitics: list[str]
    feminine: tuple[str, str]
    forms: dict[str, list[Entry]] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=dict)
    seconds: dict[str, set[str]] = field(default_factory=dict)
    suffixable: frozenset[str] = frozenset()
    spelling: Spelling | None = None
    variants: Variants | None = None
    phrased: dict[tuple[str, tuple[str, ...]], Word] = field(default_factory=dict)
    tailed: dict[tuple[str, str], list[tuple[str, ...]]] = field(default_factory=dict)
    soft: set[str] = field(default_factory=set)
    initial: dict[str, list[Proclitic]] = field(init=False)
    final: dict[str, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        last = {enclitic[-1] for enclitic in self.enclitics}
        self.final = {x: tuple([enclitic for enclitic in self.enclitics if enclitic[-1] == x]) for x in last}
        letters = {clitic.text[0] for clitic in self.proclitics if clitic.text}
        swallowing = [c._replace(definite=False) if c.prep and c.definite else None for c in self.proclitics]
        rows = [(c, c.text, len(c.text), other) for c, other in zip(self.proclitics, swallowing, strict=True)]
        self.initial = {x: [row for row in rows if row[1][:1] in {"", x}] for x in letters}

    def add(self, form: str, entry: Entry) -> None:
        """Add a form, or a phrase where it has several words."""
        first, *rest = fold_word(form).split()
        self.phrased.clear()
        self.tailed.clear()
        if rest:
            tails = self.phrases.setdefault(first, [])
            if (tuple(rest), entry) not in tails:
                tails.append((tuple(rest), entry))
                self.seconds.setdefault(first, set()).add(rest[0])
                tails.sort(key=lambda tail: -len(tail[0]))
        elif entry not in (said := self.forms.setdefault(first, [])):
            said.append(entry)

    def tails(self, first: str, second: str) -> list[tuple[str, ...]]:
        """What follows the first word in the phrases that begin with two words, the longest first."""
        known = self.tailed.get((first, second))
        if known is None:
            known = [rest for rest, _ in self.phrases[first] if rest[0] == second]
            self.tailed[first, second] = known
        return known

    def word(self, text: str) -> Word:
        """The analysis of a folded form; without entries where the lexicon doesn't know it."""
        splits, forms, phrases, head = self._splits(text), self.forms, self.phrases, None
        for split in splits:
            if split[1] in phrases:
                head = split
                break
        for clitic, stem in splits:
            if stem in forms and (found := forms[stem]):
                if found[0].cat == "TOPIC" and announcing(found) and (counted := self._behind_article(splits)):
                    clitic, stem, found = *counted[:2], [*found, *counted[2]]
                return self._word(text, stem, clitic, found, "", head)
        varied = self._suffixed(text, splits, head) or self._varied(text, splits, head)
        return varied or self._guessed(text, splits, head)

    def _suffixed(self, text: str, splits: list[Split], head: Split | None) -> Word | None:
        """A known word with a pronoun written to it."""
        suffixes, forms = self.final.get(text[-1]), self.forms
        if suffixes is None or not text.endswith(suffixes):
            return None
        for clitic, stem in splits:
            for suffix, core in self._without(stem, suffixes):
                if core in forms and (found := [e for e in forms[core] if e.cat in self.suffixable]):
                    return self._word(text, core, clitic, found, suffix, head)
        return None

    def _varied(self, text: str, splits: list[Split], head: Split | None) -> Word | None:
        """A name that is spelled otherwise here, but surely the same."""
        if len(text) > SHORTEST and self.spelling is not None and head is None:
            for clitic, stem in splits:
                if not clitic.definite and (name := self.names().sure(stem)):
                    return self._word(text, name, clitic, self.bearing(name), "", None)
        return None

    def names(self) -> Variants:
        """The names of places and organisations that are nothing else, for what is spelled otherwise."""
        if self.variants is None:
            assert self.spelling is not None
            said = [(form, entry) for form, entries in self.forms.items() for entry in entries]
            said += [(" ".join((first, *rest)), entry) for first, rest, entry in self.all_phrases()]
            own = [(form, entry.item) for form, entry in said if entry.cat in NAMING]
            self.variants = Variants(self.spelling, [(form, item.id) for form, item in own if not item.ambiguous])
        return self.variants

    def bearing(self, name: str) -> list[Entry]:
        """The places and organisations that bear a name."""
        first, *rest = name.split()
        tails = self.phrases.get(first, ()) if rest else ()
        said = self.forms.get(name, []) if not rest else [entry for tail, entry in tails if tail == tuple(rest)]
        return [entry for entry in said if entry.cat in NAMING]

    def _guessed(self, text: str, splits: list[Split], head: Split | None) -> Word:
        """An unknown word keeps its letters but for an article and what stands before it."""
        clitic, stem = splits[0]
        for split in splits[:0:-1]:
            if split[0].definite and len(split[1]) > 2:
                clitic, stem = split
                break
        return self._word(text, stem, clitic, [], "", head)

    def all_phrases(self) -> Iterator[tuple[str, tuple[str, ...], Entry]]:
        """The first word of each phrase, the rest of it, and what it is."""
        yield from ((first, rest, entry) for first, tails in self.phrases.items() for rest, entry in tails)

    def kinds(self) -> set[frozenset[str]]:
        """What words may be, clitics apart: as they stand, behind the article, with a pronoun, as a varied name."""
        whole = {self._cats(said) for said in self.forms.values()}
        for form, said in self.forms.items():
            if announcing(said) and (counted := self._behind_article(self._splits(form))):
                whole.add(self._cats([*said, *counted[2]]))
        return {_UNKNOWN, *whole, *(cats & self.suffixable for cats in whole), *(cats & NAMING for cats in whole)}

    def _cats(self, entries: Iterable[Entry]) -> frozenset[str]:
        """What a word of some entries may be; one whose categories are all soft is an unknown one as well."""
        cats = frozenset([entry.cat for entry in entries])
        return cats | _UNKNOWN if cats <= self.soft else cats

    def _behind_article(self, splits: list[Split]) -> tuple[Clitic, str, list[Entry]] | None:
        """What a form is with its article taken off; a word that announces a topic with it stays a noun."""
        return next(((c, stem, said) for c, stem in splits if c.definite and (said := self.forms.get(stem))), None)

    def clitic(self, text: str) -> Clitic:
        """The clitics that a text consists of; none where it is something else."""
        return next((clitic for clitic in self.proclitics if clitic.text == text), self.proclitics[0])

    def counted(self) -> Iterator[tuple[str, Entry]]:
        """All forms and phrases of counted nouns."""
        for form, entries in self.forms.items():
            yield from ((form, entry) for entry in entries if entry.cat == "NOUN")
        for first, tails in self.phrases.items():
            yield from ((" ".join([first, *rest]), entry) for rest, entry in tails if entry.cat == "NOUN")

    def _word(
        self,
        text: str,
        stem: str,
        clitic: Clitic,
        found: list[Entry],
        suffix: str,
        head: Split | None,
    ) -> Word:
        names = tuple([entry.cat for entry in found]) if found else ()
        cats = _categories(clitic, (*names, "UNKNOWN") if names and self.soft.issuperset(names) else names)
        numeric = not NUMERIC.isdisjoint(cats)
        seconds = self.seconds[head[1]] if head else _NONE
        leads = head is not None or numeric
        prep, conj = clitic.prep, clitic.conj
        return Word(text, cats, tuple(found), stem, prep, conj, suffix, head, leads, numeric, seconds)

    def _splits(self, text: str) -> list[Split]:
        """The ways to take clitics off a form, fewest first."""
        rows = self.initial.get(text[0])
        if rows is None:
            return [(self.proclitics[0], text)]
        found: list[Split] = []
        size = len(text)
        for clitic, before, length, swallowing in rows:
            if length < size and text.startswith(before):
                stem = text[length:]
                found.append((clitic, stem))
                if swallowing is not None:
                    found.append((swallowing, self.article + stem))
        return found

    def _without(self, stem: str, suffixes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """What is left of a form without one of some pronouns."""
        bound, free = self.feminine
        for suffix in suffixes:
            if stem.endswith(suffix) and len(stem) > len(suffix) + 2:
                core = stem[: -len(suffix)]
                yield suffix, core
                if core.endswith(bound):
                    yield suffix, core[:-1] + free
