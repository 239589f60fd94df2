"""What a page sets around an article: lines of furniture, which say nothing, and headlines of other articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimdiff.lang.pack import Pack

SHORT = 8
LINE = 14
Sentence = tuple[int, int, list[str]]


def asides(pack: Pack, text: str, sentences: Iterable[Sentence]) -> Iterator[str]:
    """For each sentence what it is: "furniture", "headline" (of another article), or "" for the article's own.

    Headlines stand behind a line such as "read also" until a line ends in a full stop, as headlines don't.
    """
    related = False
    for start, end, forms in sentences:
        marks = _marks(pack, text, (start, end, forms)) if len(forms) <= LINE else frozenset()
        if "FURNITURE" in marks:
            yield "furniture"
            continue
        if "RELATED" in marks:
            related = True
        elif related and text[start:end].endswith("."):
            related = False
        yield "headline" if related else ""


def _marks(pack: Pack, text: str, sentence: Sentence) -> frozenset[str]:
    """The categories of a line's first token, and of all where it is short; phrases need a known head."""
    start, end, forms = sentence
    if not any(pack.words[form].head for form in forms[:2]):
        return frozenset()
    words = pack.tokens(text, start, end, forms).words
    return frozenset().union(*[word.cats for word in (words if len(forms) <= SHORT else words[:1])])
