"""What a language pack is, and how one is found."""

from __future__ import annotations

import functools
import importlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from claimdiff.errors import UsageError
from claimdiff.grammar.parse import Tokens, gather, is_scale, phrase_kinds
from claimdiff.grammar.reading import Reading
from claimdiff.grammar.rule import Codes, Rule, Table, apply
from claimdiff.lexicon.lookup import NUMERIC, Entry, Lexicon, Word, one
from claimdiff.text.cut import Cutter
from claimdiff.text.memo import Memo

DEFAULT = "ar"
_NUMBERS = ("5", "50", "500", "2000", "5.5", "-5", "-50", "-2000")
_OTHERS = ("x", "xxxx", "10:30", "1/1/2020")
_NAMING = frozenset({"PLACE", "NISBA"})
_start = attrgetter("start")
# Sets that numbers of several words have, and numbers behind a dash.
_SETS = ("ORD ORDINAL", "NUM YEAR", "DAY DIGITS MINUS NUM", "DIGITS MINUS NUM YEAR")
_GATHERED = [frozenset(cats.split()) for cats in _SETS]
# What most sentences hold, and many, the commonest first.
_COMMON = "UNKNOWN NOUN CONJ DEF PREP NISBA COMMA IN NUM PLACE TIME FROM BOUND TO PART QUOTE DAY YEAR WEEKDAY ORD"
POINTS = ".\u066b"


class Ends(NamedTuple):
    """What folded words end in: verbs behind several who act or two, those of the past of a she, "their" of people,
    "our", and adjectives of relation.
    """

    they: str
    two: str
    she: str
    theirs: str
    ours: str
    relation: tuple[str, ...]


@dataclass(slots=True, eq=False)
class Pack:
    """A language: its tokens, words and rules. ``anchors`` are the categories that promise a reading.

    ``cutter`` cuts a text into tokens; ``words`` are the forms met so far.
    """

    language: str
    cutter: Cutter
    shapes: list[tuple[re.Pattern[str], str]]
    lexicon: Lexicon
    anchors: frozenset[str]
    verb: Callable[[str], Iterable[str]]
    tense: Callable[[str], str]
    cases: Callable[[str], Iterable[str]]
    agreeing: Callable[[str], Iterable[str]]
    base: Callable[[str], tuple[str, bool]]
    ends: Ends
    rules: tuple[Rule, ...] = ()
    seeded: bool = False
    table: Table = field(init=False)
    codes: Codes = field(init=False)
    words: Memo[str, Word] = field(init=False)
    tenses: Memo[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.words = Memo(self._meet)
        self.tenses = Memo(lambda text: self.tense(text.split()[0]))
        self.codes = Codes.over(self.rules)
        self.table = Table(self.rules, self.codes, tuple(_COMMON.split()))

    def seed(self) -> None:
        """Make known beforehand which sets of categories occur, so that patterns are compiled once."""
        self.seeded, lexicon = True, self.lexicon
        told = sorted({frozenset(clitic.flags()) for clitic in lexicon.proclitics}, key=sorted)
        kinds = sorted({*lexicon.kinds(), *phrase_kinds(lexicon), *_GATHERED}, key=sorted)
        self.codes.coded([cats | more for cats in kinds for more in told])
        numerals = {_kind(said): form for form, said in lexicon.forms.items() if any(e.cat in NUMERIC for e in said)}
        scale = next((form for form, said in lexicon.forms.items() if is_scale(said)), "")
        for sample in [*numerals.values(), *_NUMBERS, f"5 {scale}", *_OTHERS]:
            for clitic in lexicon.proclitics:
                text = clitic.text + sample
                self.codes.coded(self.tokens(text, 0, len(text)).kinds)

    def forget(self) -> None:
        """Drop what was analysed before the lexicon grew."""
        self.seeded = False
        self.words.clear()

    def look_up(self, forms: list[str]) -> list[Word]:
        """The words of a sentence."""
        return list(map(self.words.__getitem__, forms))

    def _meet(self, text: str) -> Word:
        """The analysis of a form that is new, with what it may begin and name."""
        word = self.analyse(text)
        word.starts = not self.anchors.isdisjoint(word.cats)
        word.alone = not _NAMING.isdisjoint(word.cats)
        word.longer = self._longer(word.head[1]) if word.head is not None else None
        word.names = word.alone or bool(word.longer)
        return word

    def _longer(self, first: str) -> dict[str, list[tuple[list[str], str]]]:
        """The places whose names begin with a word, by the next: the other words, and the id; none of a part of the
        world.
        """
        found: dict[str, list[tuple[list[str], str]]] = {}
        for rest, entry in self.lexicon.phrases[first]:
            if entry.cat == "WORLDREGION" or (entry.cat == "PLACE" and not entry.item.ambiguous):
                name = entry.item.id if entry.cat == "PLACE" else ""
                found.setdefault(rest[0], []).append((list(rest), name))
        return found

    def analyse(self, text: str) -> Word:
        """The analysis of one token's text, by its shape or by the lexicon."""
        for shape, cat in () if text.isalpha() else self.shapes:
            if shape.fullmatch(text):
                return self._shaped(text, cat)
        return self.lexicon.word(text)

    def _shaped(self, text: str, cat: str) -> Word:
        if cat != "DIGITS":
            return Word(text, one({cat}), (), text)
        at = next(i for i, char in enumerate(text) if char.isdigit() or char in POINTS)
        clitic = self.lexicon.clitic(text[:at].replace(" ", ""))
        cats, digits = {cat, "MINUS"} if text[0] == "-" else {cat} | clitic.flags(), text[at:]
        return Word(text, one(cats), (), digits, clitic.prep, clitic.conj, leads=True, numeric=True)

    def forms(self, text: str, start: int, end: int) -> list[str]:
        """The forms of a sentence of a folded text, as they stand."""
        return self.cutter.cut(text, start, end)

    def tokens(self, text: str, start: int, end: int) -> Tokens:
        """The tokens of a sentence of a folded text, phrases and numbers gathered."""
        forms = self.forms(text, start, end)
        return gather(forms, self.look_up(forms), self.lexicon, text, (start, end))

    def read(self, tokens: Tokens) -> list[Reading]:
        """What the rules read off a sentence, in its order; what is silenced is left out."""
        if not self.seeded:
            self.seed()
        found = list[Reading]()
        for made in apply(self.table, tokens.words, self.codes.coded(tokens.kinds)):
            if made is not True:
                found += made if isinstance(made, list) else [made]
        return sorted(found, key=_start)


def _kind(entries: list[Entry]) -> tuple[object, ...]:
    """What tells forms apart: categories, and of numerals how they combine."""
    roles = [(e.number, e.item.role) for e in entries if e.cat in {"NUMERAL", "ORDINAL"}]
    return frozenset(e.cat for e in entries), tuple(roles)


@functools.cache
def load(language: str = DEFAULT) -> Pack:
    """The pack of a language. Raises UsageError naming the languages that there are."""
    there = sorted(p.parent.name for p in Path(__file__).parent.glob("*/build.py"))
    if language not in there:
        raise UsageError(f"no language pack for {language!r}", remedy=f"there are: {', '.join(there)}")
    made: Pack = importlib.import_module(f"claimdiff.lang.{language}.build").build()
    return made


def for_language(language: str | None) -> Pack | None:
    """The pack for a document's language; None where there is none. An unnamed language is taken for Arabic."""
    try:
        return load((language or DEFAULT).split("-")[0].lower())
    except UsageError:
        return None
