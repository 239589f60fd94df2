"""A text made ready to be read: cut into sentences, each of its distinct forms looked up once."""

from __future__ import annotations

from typing import NamedTuple

from claimdiff.grammar.parse import Tokens, gather
from claimdiff.lang.pack import Pack
from claimdiff.lexicon.lookup import Word
from claimdiff.text.sentences import sentences

# Its span, its forms, and their analyses.
Sentence = tuple[int, int, list[str], list[Word]]


class Passage(NamedTuple):
    """A folded text: its sentences, all of their forms looked up; the words of its heading."""

    pack: Pack
    text: str
    sentences: list[Sentence]
    heading: list[Word]

    def anchored(self, words: list[Word]) -> bool:
        """Whether a sentence holds a word that may begin a reading; where none does it costs no more than this."""
        for word in words:
            if word.starts:
                return True
        return len(words) == 1

    def named(self, words: list[Word]) -> list[int]:
        """Where names stand among some words."""
        # Many a word begins the longer name of a place somewhere: it names it only before the name's second word.
        return [at for at, word in enumerate(words) if word.names and (word.alone or _goes_on(words, at))]

    def tokens(self, sentence: Sentence) -> Tokens:
        """The tokens of a sentence, phrases and numbers gathered."""
        start, end, forms, words = sentence
        return gather(forms, words, self.pack.lexicon, self.text, (start, end))


def _goes_on(words: list[Word], at: int) -> bool:
    """Whether the second word of a longer name stands behind a word that may begin one."""
    longer = words[at].longer
    return longer is not None and at + 1 < len(words) and words[at + 1].text in longer


def passage(pack: Pack, text: str, heading: str = "") -> Passage:
    """A folded text made ready, and the folded heading above it."""
    cut = [(start, end, pack.forms(text, start, end)) for start, end in sentences(text)]
    told = [(start, end, forms, pack.look_up(forms)) for start, end, forms in cut]
    return Passage(pack, text, told, pack.look_up(pack.forms(heading, 0, len(heading))))
