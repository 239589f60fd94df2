"""A text made ready to be read: cut into sentences, each of its distinct forms looked up once."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import compress
from typing import NamedTuple

from claimdiff.grammar.parse import Tokens, gather
from claimdiff.lang.pack import Pack
from claimdiff.lexicon.lookup import Word
from claimdiff.text.sentences import sentences

# Its span, its forms, and their analyses.
Sentence = tuple[int, int, list[str], list[Word]]


class Passage(NamedTuple):
    """A folded text: its sentences, all of their forms looked up; the forms of its heading."""

    pack: Pack
    text: str
    sentences: list[Sentence]
    heading: list[str]

    @property
    def words(self) -> Mapping[str, Word]:
        """The analysis of each form."""
        return self.pack.words

    def anchored(self, forms: list[str]) -> bool:
        """Whether a sentence holds a word that may begin a reading; where none does it costs no more than this."""
        return len(forms) == 1 or not self.pack.starts.isdisjoint(forms)

    def named(self, forms: list[str]) -> list[int]:
        """Where names stand among some forms."""
        pack = self.pack
        found = [*compress(range(len(forms)), map(pack.names.__contains__, forms))]
        if not found:
            return found
        # Many a word begins the longer name of a place somewhere: it names it only before the name's second word.
        alone, leads, behind = pack.alone, pack.leads, [*forms[1:], ""]
        return [at for at in found if forms[at] in alone or behind[at] in leads[forms[at]]]

    def tokens(self, sentence: Sentence) -> Tokens:
        """The tokens of a sentence, phrases and numbers gathered."""
        start, end, forms, words = sentence
        return gather(forms, words, self.pack.lexicon, self.text, (start, end))


def passage(pack: Pack, text: str, heading: str = "") -> Passage:
    """A folded text made ready, and the folded heading above it."""
    spans = list(sentences(text))
    cut = [pack.forms(text, start, end) for start, end in spans]
    title = pack.forms(heading, 0, len(heading))
    words = pack.look_up([*cut, title])
    told = [(*span, forms, known) for span, forms, known in zip(spans, cut, words, strict=False)]
    return Passage(pack, text, told, title)
