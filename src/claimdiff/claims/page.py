"""What a page sets around an article: lines of furniture, which say nothing, and headlines of other articles."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from claimdiff.lang.pack import Pack
from claimdiff.lang.passage import Passage, Sentence

SHORT = 8
LINE = 14
_NOTHING = frozenset[str]()
_TOLD = frozenset({"FURNITURE", "RELATED"})


def asides(passage: Passage) -> Iterator[str]:
    """For each sentence what it is: "furniture", "headline" (of another article), or "" for the article's own.

    Headlines stand behind a line such as "read also" until a line ends in a full stop, as headlines don't.
    """
    related = False
    for sentence in passage.sentences:
        forms = sentence[2]
        marks = _marks(passage, sentence) if len(forms) <= LINE else _NOTHING
        if "FURNITURE" in marks:
            yield "furniture"
            continue
        if "RELATED" in marks:
            related = True
        elif related and passage.text[sentence[0] : sentence[1]].endswith("."):
            related = False
        yield "headline" if related else ""


def _marks(passage: Passage, sentence: Sentence) -> frozenset[str]:
    """The categories of a line's first token, and of all where it is short; phrases need a known head."""
    words, heads = sentence[3], _heads(passage.pack)
    if not any(word.head for word in words[:2]):
        return _NOTHING
    if not any((word.head and word.head[1] in heads) or not _TOLD.isdisjoint(word.cats) for word in words):
        return _NOTHING
    tokens = passage.tokens(sentence).words
    return frozenset().union(*[word.cats for word in (tokens if len(words) <= SHORT else tokens[:1])])


@functools.cache
def _heads(pack: Pack) -> frozenset[str]:
    """The first words of the phrases that stand on such lines."""
    return frozenset(first for first, _, entry in pack.lexicon.all_phrases() if entry.cat in _TOLD)
