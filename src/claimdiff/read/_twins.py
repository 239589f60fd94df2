"""Documents that come twice, and unlike documents of one id; only hashes are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b

from claimdiff.model import Document
from claimdiff.read.base import HarmlessError, Warn


def distinct(documents: Iterator[Document], warn: Warn) -> Iterator[Document]:
    """Each document once; a second text under an id that is taken becomes ``id#2``, and so on."""
    texts: set[bytes] = set()
    numbers: dict[bytes, int] = {}
    for document in documents:
        text = _hash(document.id, document.text)
        if text in texts:
            warn(HarmlessError("the same document again, left out", document.id, "name each file once"))
            continue
        texts.add(text)
        own = document if _hash(document.id) not in numbers else _renamed(document, numbers, warn)
        numbers[_hash(own.id)] = 1
        yield own


def _renamed(document: Document, numbers: dict[bytes, int], warn: Warn) -> Document:
    key = _hash(document.id)
    numbers[key] += 1
    while _hash(name := f"{document.id}#{numbers[key]}") in numbers:
        numbers[key] += 1
    what = f"another text has this id; this one is called {name}"
    warn(HarmlessError(what, document.id, "give each text its own id"))
    return replace(document, id=name)


def _hash(*parts: str) -> bytes:
    return blake2b("\0".join(parts).encode("utf-8"), digest_size=12).digest()
