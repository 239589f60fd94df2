"""The names of claims: the same on every machine, for the same words of the same document."""

from __future__ import annotations

import hashlib

from claimdiff.model import Document, Evidence, Moment, Value


def digest(document: Document) -> str:
    """A hash of a document's text."""
    return hashlib.blake2b(document.text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def name(document: Document, text: str, evidence: Evidence, kind: str, value: Value) -> str:
    """16 hex digits: what is said where, in which document, whose text has the hash ``text``."""
    parts = (document.id, text, str(evidence.start), str(evidence.end), kind, _spelled(value))
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _spelled(value: Value) -> str:
    """What repr says of a value, faster."""
    v = value
    if isinstance(v, Moment):
        return (
            f"Moment(edtf={v.edtf!r}, earliest={v.earliest!r}, latest={v.latest!r}, modifier={v.modifier!r},"
            f" inferred={v.inferred!r}, explain={v.explain!r})"
        )
    # Mostly the bounds are the number itself, and spelling a float takes long.
    number = repr(v.number)
    low = number if v.low is v.number else repr(v.low)
    high = number if v.high is v.number else repr(v.high)
    return f"Quantity(number={number}, low={low}, high={high}, modifier={v.modifier!r}, unit={v.unit!r})"
