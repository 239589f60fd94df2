"""Sentences of a folded text, as spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A pattern that begins with a plain class, not with a repeated one, is searched for faster.
_END = re.compile(r"[\n.!?\u061f][\n.!?\u061f]*[\"')\]]*")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    r"""Spans of the sentences, without surrounding white space; a line end always ends one.

    >>> list(sentences("One. Two 2.5 m\nThree"))
    [(0, 4), (5, 14), (15, 20)]
    """
    start = 0
    for first, last in [*map(re.Match.span, _END.finditer(text)), (len(text), len(text))]:
        if "\n" in text[first:last] or _ends(text, first, last):
            piece = text[start:last]
            if kept := piece.strip():
                start += piece.index(kept[0])
                yield start, start + len(kept)
            start = last


def _ends(text: str, start: int, end: int) -> bool:
    """Whether a mark ends a sentence: white space follows it, and it doesn't abbreviate a lone letter."""
    if end < len(text) and not text[end].isspace():
        return False
    if text[start:end] != ".":
        return True
    return not text[start - 1 : start].isalpha() or text[max(0, start - 2) : start - 1].isalpha()
