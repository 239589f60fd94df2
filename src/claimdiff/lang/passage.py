"""A text made ready to be read: cut into sentences, each of its distinct forms looked up once."""

from __future__ import annotations

from itertools import chain, compress
from operator import attrgetter
from typing import NamedTuple

from claimdiff.grammar.parse import Tokens, gather
from claimdiff.lang.pack import Pack
from claimdiff.lexicon.lookup import Word
from claimdiff.text.sentences import sentences

Sentence = tuple[int, int, list[str]]
_anchor = attrgetter("anchor")


class Passage(NamedTuple):
    """A folded text: its sentences with their span and forms, the words by form; the forms of its heading.

    ``anchors`` are the forms that may begin a reading, ``names`` those of places and their adjectives.
    """

    pack: Pack
    text: str
    sentences: list[Sentence]
    words: dict[str, Word]
    anchors: set[str]
    names: set[str]
    heading: list[str]

    def anchored(self, forms: list[str]) -> bool:
        """Whether a sentence holds a word that may begin a reading; most don't, and cost no more than this."""
        return len(forms) == 1 or not self.anchors.isdisjoint(forms)

    def named(self, forms: list[str]) -> list[int]:
        """Where names stand among some forms."""
        names = self.names
        return [] if names.isdisjoint(forms) else [at for at, form in enumerate(forms) if form in names]

    def tokens(self, sentence: Sentence) -> Tokens:
        """The tokens of a sentence, phrases and numbers gathered."""
        start, _, forms = sentence
        words = list(map(self.words.__getitem__, forms))
        return gather(forms, words, self.pack.lexicon, self.text, start)


def passage(pack: Pack, text: str, heading: str = "") -> Passage:
    """A folded text made ready, and the folded heading above it."""
    cut = [(start, end, pack.forms(text, start, end)) for start, end in sentences(text)]
    title = pack.forms(heading, 0, len(heading))
    distinct = dict.fromkeys(chain(title, chain.from_iterable([forms for _, _, forms in cut])))
    words = dict(zip(distinct, map(pack.words.__getitem__, distinct), strict=True))
    anchors = set(compress(words, map(_anchor, words.values())))
    return Passage(pack, text, cut, words, anchors, pack.names.keys() & words.keys(), title)
