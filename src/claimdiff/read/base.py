"""What readers share: where a document comes from, how a problem is told, how large a record may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple, Protocol

from claimdiff.errors import InputError
from claimdiff.model import Document

LIMIT = 16 * 1024 * 1024
Warn = Callable[[InputError], None]


class HarmlessError(InputError):
    """Something that a person should know about input that was read all the same; nothing is missing."""


class Origin(NamedTuple):
    """Where bytes come from: ``name`` as a person knows it, ``stem`` for ids."""

    name: str
    stem: str


class Reader(Protocol):
    """What each module of this folder offers whose name doesn't start with an underscore."""

    SUFFIXES: tuple[str, ...]

    def read(self, stream: BinaryIO, origin: Origin, warn: Warn) -> Iterator[Document]:
        """Documents of an open file, one by one; what can't be read goes to ``warn`` and is left out."""
        ...


def size(limit: int = LIMIT) -> str:
    """The limit as people write it.

    >>> size()
    '16 MB'
    """
    return f"{limit // (1024 * 1024)} MB"
