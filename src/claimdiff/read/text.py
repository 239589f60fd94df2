"""Plain text: one article a file, with an optional block of metadata at its top."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from claimdiff.errors import InputError
from claimdiff.model import Document
from claimdiff.read._bytes import decoded, too_large
from claimdiff.read._record import document, fault
from claimdiff.read.base import LIMIT, Origin, Warn

SUFFIXES = (".txt",)
_OPENING = re.compile(r"---[ \t]*\r?\n(?=[A-Za-z_]+[ \t]*:|---[ \t]*(?:\r?\n|$))")
_CLOSING = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_FIELD = re.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
_FIELDS = frozenset(("publisher", "title", "date", "url", "language"))


def read(stream: BinaryIO, origin: Origin, warn: Warn) -> Iterator[Document]:
    """The file's one document; its text is what follows the front matter, newlines kept as they are."""
    data = stream.read(LIMIT + 1)
    try:
        if len(data) > LIMIT:
            raise too_large("text", origin.name)
        fields, text = front_matter(decoded(data, origin.name), origin.name)
        if problem := fault(text, origin.name):
            raise problem
    except InputError as error:
        warn(error)
    else:
        yield document({**fields, "id": origin.stem, "text": text}, origin.stem, origin.name, warn)


def front_matter(text: str, name: str) -> tuple[dict[str, str], str]:
    """The metadata and the text after it. Raises InputError where the block never ends.

    >>> front_matter("---\\npublisher: Daily\\n---\\nNews", "a.txt")
    ({'publisher': 'Daily'}, 'News')
    """
    opening = _OPENING.match(text)
    if not opening:
        return {}, text
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        raise InputError("the front matter is never closed", f"{name}, line 1", "end it with a line that is only ---")
    found = _FIELD.findall(text[opening.end() : closing.start()])
    fields = {key.lower(): _bare(value) for key, value in found if key.lower() in _FIELDS}
    return fields, text[closing.end() :]


def _bare(value: str) -> str:
    """A value without the quotation marks around it."""
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
