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
    for mark in _END.finditer(text):
        if "\n" in mark[0] or _ends(text, *mark.span()):
            yield from _trim(text, start, mark.end())
            start = mark.end()
    yield from _trim(text, start, len(text))


def _ends(text: str, start: int, end: int) -> bool:
    """Whether a mark ends a sentence: white space follows it, and it doesn't abbreviate a lone letter."""
    if end < len(text) and not text[end].isspace():
        return False
    lone = text[start - 1 : start].isalpha() and not text[max(0, start - 2) : start - 1].isalpha()
    return not (lone and text[start:end] == ".")


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    kept = piece.strip()
    if kept:
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(kept)
