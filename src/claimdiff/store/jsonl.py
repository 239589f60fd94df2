"""Claims as JSON lines: readable, diffable, sorted, replaced whole."""

from __future__ import annotations

import sys
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from sys import intern
from typing import Any, BinaryIO

import msgspec

from claimdiff.errors import InputError
from claimdiff.model import (
    Attribution,
    Claim,
    Evidence,
    Kind,
    Moment,
    Quantity,
    Source,
    Stance,
    Subject,
    Value,
)
from claimdiff.store import _atomic
from claimdiff.store._sort import RUN, ordered
from claimdiff.store.base import Warn

# Beyond this a float no longer tells neighbouring whole numbers apart.
_EXACT = 2.0**53
KNOWN = 65_536


class _Line(msgspec.Struct):
    """A claim as it stands in its line, with the value still to be read."""

    id: str
    kind: Kind
    topic: str
    value: msgspec.Raw
    subject: Subject
    time: Moment | None
    attribution: Attribution | None
    stance: Stance
    evidence: Evidence
    source: Source
    rule: str
    confidence: float


class _Doc(msgspec.Struct):
    doc: str


class _Start(msgspec.Struct):
    start: int


class _Key(msgspec.Struct):
    id: str
    kind: str
    source: _Doc
    evidence: _Start


_encode = msgspec.json.Encoder().encode
_line = msgspec.json.Decoder(_Line).decode
_key = msgspec.json.Decoder(_Key).decode
_moment = msgspec.json.Decoder(Moment).decode
_quantity = msgspec.json.Decoder(Quantity).decode


def encode(claim: Claim) -> bytes:
    """The claim as one line of UTF-8 JSON with its newline; whole numbers stand without a fraction."""
    return _encode(replace(claim, value=plain(claim.value))) + b"\n"


class Decoder:
    """Makes claims of lines; what many claims have in common is held once, so that they take less memory.

    Claims of one document stand together in a store: its source and sentences are compared with the last.
    """

    def __init__(self) -> None:
        self.source: Source | None = None
        self.sentence = ""
        self.known: dict[Hashable, Any] = {}

    def claim(self, line: bytes) -> Claim:
        """The claim of a line. Raises msgspec.DecodeError (or its ValidationError) or UnicodeDecodeError."""
        raw = _line(line)
        value: Value = _moment(raw.value) if raw.kind == "date" else _quantity(raw.value)
        if raw.source != self.source:
            self.source = raw.source
        if len(self.known) > KNOWN:
            self.known.clear()
        same = self.known.setdefault
        return Claim(
            raw.id,
            raw.kind,
            intern(raw.topic),
            same(value, value),
            same(raw.subject, raw.subject),
            raw.time and same(raw.time, raw.time),
            raw.attribution and same(raw.attribution, raw.attribution),
            raw.stance,
            self._evidence(raw.evidence),
            self.source or raw.source,
            intern(raw.rule),
            same(raw.confidence, raw.confidence),
        )

    def _evidence(self, said: Evidence) -> Evidence:
        if said.sentence != self.sentence:
            self.sentence = said.sentence
            return said
        return Evidence(said.text, said.start, said.end, self.sentence, said.sentence_start)


def decode(line: bytes) -> Claim:
    """The claim of one line. Raises msgspec.DecodeError (or its ValidationError) or UnicodeDecodeError."""
    return Decoder().claim(line)


def plain(said: Value) -> Value:
    """The value with whole numbers as such, to be written without a fraction: 2500, not 2500.0."""
    if isinstance(said, Moment):
        return said
    number, low, high = (_whole(n) for n in (said.number, said.low, said.high))
    return Quantity(number, low, high, said.modifier, said.unit)


def _whole(number: float | None) -> float | None:
    whole = isinstance(number, float) and number.is_integer() and abs(number) < _EXACT
    return int(number) if whole and number is not None else number


def sort_key(line: bytes) -> tuple[str, int, str, str]:
    """What the lines of a store are sorted by: document, place in it, kind, id."""
    key = _key(line)
    return key.source.doc, key.evidence.start, key.kind, key.id


class JsonLines:
    """A store in one file, or a stream where the place is ``-``. ``run`` bounds the lines held in memory."""

    def __init__(self, place: str | Path, run: int = RUN) -> None:
        self.place, self.run = str(place), run

    def write(self, claims: Iterable[Claim]) -> int:
        """Sort and write the claims, all or nothing; how many there are. Raises ClaimdiffError."""
        counted = _Counted(encode(claim) for claim in claims)
        if self.place == "-":
            sys.stdout.buffer.writelines(ordered(counted, sort_key, run=self.run))
            sys.stdout.buffer.flush()
        else:
            with _atomic.writable(Path(self.place)) as target:
                folder = target.parent if target.is_file() or not target.exists() else None
                _atomic.replace(target, ordered(counted, sort_key, folder, self.run))
        return counted.number

    def read(self, warn: Warn) -> Iterator[Claim]:
        """The claims one by one; a missing file or a broken line goes to ``warn``."""
        if self.place == "-":
            yield from _claims(sys.stdin.buffer, "standard input", warn)
            return
        try:
            with Path(self.place).open("rb") as stream:
                yield from _claims(stream, self.place, warn)
        except OSError as error:
            remedy = "make a store with: claimdiff extract PATH -o FILE"
            warn(InputError(error.strerror or str(error), self.place, remedy))


class _Counted:
    """An iterable that knows how much has gone through it."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self.lines, self.number = lines, 0

    def __iter__(self) -> Iterator[bytes]:
        for line in self.lines:
            self.number += 1
            yield line


def _claims(stream: BinaryIO, name: str, warn: Warn) -> Iterator[Claim]:
    decoder = Decoder()
    for number, line in enumerate(stream, 1):
        try:
            yield decoder.claim(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            if line.strip():
                warn(_fault(line, error, f"{name}:{number}"))


def _fault(line: bytes, error: Exception, where: str) -> InputError:
    """What is wrong with a line, and what to do."""
    if not line.endswith(b"\n") and not isinstance(error, msgspec.ValidationError):
        return InputError("the last line is cut short", where, "its claim is left out; extract again")
    if isinstance(error, UnicodeDecodeError):
        return InputError("not UTF-8", where, "the line is left out; extract again")
    if b'"evidence"' not in line:
        return InputError("not a claim", where, "make claims of articles first: claimdiff extract PATH -o FILE")
    return InputError(f"not a claim: {error}", where, "the line is left out; mend it or extract again")
