"""What a language pack is, and how one is found."""

from __future__ import annotations

import functools
import importlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from claimdiff.errors import UsageError
from claimdiff.grammar.parse import Tokens, gather, is_scale
from claimdiff.grammar.reading import Reading
from claimdiff.grammar.rule import Codes, Rule, Table, apply
from claimdiff.lexicon.lookup import CACHE, Lexicon, Word

DEFAULT = "ar"
_T = TypeVar("_T")


class Memo(dict[str, _T]):
    """What a function says of a form, kept; emptied when it has grown too large."""

    def __init__(self, function: Callable[[str], _T]) -> None:
        super().__init__()
        self.function = function

    def __missing__(self, text: str) -> _T:
        if len(self) > CACHE:
            self.clear()
        made = self[text] = self.function(text)
        return made


@dataclass(slots=True, eq=False)
class Pack:
    """A language: its tokens, words and rules. ``anchors`` are the sets of categories that promise a reading."""

    language: str
    pattern: re.Pattern[str]
    shapes: list[tuple[re.Pattern[str], str]]
    lexicon: Lexicon
    anchors: tuple[frozenset[str], ...]
    verb: Callable[[str], Iterable[str]]
    rules: tuple[Rule, ...] = ()
    table: Table = field(init=False)
    codes: Codes = field(init=False)
    words: Memo[Word] = field(init=False)
    anchoring: Memo[bool] = field(init=False)
    naming: Memo[str] = field(init=False)

    def __post_init__(self) -> None:
        self.words = Memo(self.analyse)
        self.anchoring = Memo(self._anchoring)
        self.naming = Memo(self._naming)
        self.table = Table(self.rules)
        self.codes = Codes.over(self.rules)
        self._seed()

    def _seed(self) -> None:
        """Make known beforehand which sets of categories occur, so that patterns are compiled once."""
        samples = {frozenset(e.cat for e in entries): form for form, entries in self.lexicon.forms.items()}
        scale = next((form for form, said in self.lexicon.forms.items() if is_scale(said)), "")
        for clitic in self.lexicon.proclitics:
            for sample in [*samples.values(), "5", "50", "500", "2000", f"5 {scale}", "x"]:
                self.coded(self.tokens(clitic.text + sample, 0, len(clitic.text + sample)).words)

    def analyse(self, text: str) -> Word:
        """The analysis of one token's text, by its shape or by the lexicon."""
        for shape, cat in () if text.isalpha() else self.shapes:
            if shape.fullmatch(text):
                return self._shaped(text, cat)
        return self.lexicon.word(text)

    def _shaped(self, text: str, cat: str) -> Word:
        if cat != "DIGITS":
            return Word(text, frozenset({cat}), (), text)
        at = next(i for i, char in enumerate(text) if char.isdigit())
        clitic = self.lexicon.clitic(text[:at].replace(" ", ""))
        cats, digits = frozenset({cat} | clitic.flags()), text[at:]
        return Word(text, cats, (), digits, clitic.prep, clitic.conj, plain=False, numeric=True)

    def forms(self, text: str, start: int, end: int) -> list[str]:
        """The forms of a sentence of a folded text, as they stand."""
        return self.pattern.findall(text, start, end)

    def anchored(self, forms: list[str]) -> bool:
        """Whether a sentence holds a word that may begin a reading; most don't, and cost no more than this."""
        return any(map(self.anchoring.__getitem__, forms))

    def _anchoring(self, text: str) -> bool:
        cats = self.words[text].cats
        return any(anchor <= cats for anchor in self.anchors)

    def _naming(self, text: str) -> str:
        """The id of the place or the country of the adjective that a form is, or nothing."""
        item = self.words[text].item("PLACE") or self.words[text].item("NISBA")
        return item.id if item else ""

    def tokens(self, text: str, start: int, end: int, forms: list[str] | None = None) -> Tokens:
        """The tokens of a sentence of a folded text, phrases and numbers gathered."""
        forms = forms or self.forms(text, start, end)
        return gather(forms, list(map(self.words.__getitem__, forms)), self.lexicon, text, start)

    def read(self, tokens: Tokens) -> list[Reading]:
        """What the rules read off a sentence, in its order; what is silenced is left out."""
        words, found = tokens.words, list[Reading]()
        for made in apply(self.table, words, self.coded(words), self.codes):
            if made is not True:
                found += made if isinstance(made, list) else [made]
        return sorted(found, key=lambda reading: reading.start)

    def coded(self, words: list[Word]) -> str:
        """The sentence as one character a token, for rules to match."""
        code = self.codes.code
        return "".join([code(word.cats) for word in words])


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
