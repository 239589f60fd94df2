"""What a page sets around an article: lines of furniture, which say nothing, and headlines of other articles."""

from __future__ import annotations

from collections.abc import Iterator

from claimdiff.lang.passage import Passage, Sentence

SHORT = 8
LINE = 14
_NOTHING = frozenset[str]()


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
    forms = sentence[2]
    if not any(passage.words[form].head for form in forms[:2]):
        return _NOTHING
    words = passage.tokens(sentence).words
    return frozenset().union(*[word.cats for word in (words if len(forms) <= SHORT else words[:1])])
