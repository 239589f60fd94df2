"""JSON: one record, an array of records, or records one after another, however they are laid out."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from claimdiff.errors import InputError
from claimdiff.model import Document
from claimdiff.read._bytes import CHUNK, not_utf8, too_large
from claimdiff.read._record import document, fault
from claimdiff.read.base import LIMIT, Origin, Warn

SUFFIXES = (".json",)
_BETWEEN = re.compile(r"[\s,]*")
_decode = json.JSONDecoder(strict=False).raw_decode
# How far before the end of what was read a fault may lie and still be only the cut.
_CUT = 16


def read(stream: BinaryIO, origin: Origin, warn: Warn) -> Iterator[Document]:
    """A document for each record with text, read piece by piece; a record that is missing its id bears its
    url, else ``stem:n`` for the n-th record, or the stem where the file is one record.
    """
    source = _Source(stream, origin.name)
    found = 0
    try:
        for found, record in enumerate(source.records(), 1):
            where = f"{origin.name}, record {found}"
            problem = fault(record.get("text") if isinstance(record, dict) else None, where)
            if problem or not isinstance(record, dict):
                warn(problem or InputError("not a JSON object", where))
                continue
            stem = origin.stem if source.alone(found) else f"{origin.stem}:{found}"
            yield document(record, stem, where, warn)
        if not found:
            raise InputError("no records in the file", origin.name, "give it records with a text each")
    except InputError as error:
        warn(error)


class _Source:
    """A file read in pieces; ``text`` holds from the record at hand on."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self.stream, self.name, self.text, self.at, self.line = stream, name, "", 0, 1
        self.decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self.ended = self.array = False

    def records(self) -> Iterator[object]:
        """Every value of the array, or of the file; InputError at what is broken, which ends it."""
        self._skip()
        self.array = self.text[self.at : self.at + 1] == "["
        self.at += self.array
        while self._skip():
            if self.array and self.text[self.at] == "]":
                return
            yield self._value()
        if self.array:
            raise self._broken("the array is never closed")

    def alone(self, number: int) -> bool:
        """Whether this first record is the whole file."""
        return number == 1 and not self.array and not self._skip()

    def _skip(self) -> bool:
        """Pass what stands between records; whether anything follows."""
        while True:
            self.at = _BETWEEN.match(self.text, self.at).end()  # type: ignore[union-attr]
            if self.at < len(self.text):
                return True
            if not self._more():
                return False

    def _value(self) -> object:
        while True:
            try:
                value, self.at = _decode(self.text, self.at)
                return value
            except json.JSONDecodeError as error:
                far = error.pos < len(self.text) - _CUT and not error.msg.startswith("Unterminated")
                if far or not self._more():
                    raise self._broken(error.msg, error.pos) from error
            except RecursionError as error:
                raise self._broken("nested too deeply") from error

    def _broken(self, what: str, at: int = 0) -> InputError:
        line = self.line + self.text.count("\n", 0, at or self.at)
        return InputError(
            f"broken JSON: {what}; the rest of the file is left out",
            f"{self.name}, line {line}",
            "mend it there, or write one record a line as .jsonl",
        )

    def _more(self) -> bool:
        """Read on, twice as much each time while one record lasts; whether there was anything."""
        self.line += self.text.count("\n", 0, self.at)
        self.text, self.at = self.text[self.at :], 0
        if len(self.text) > LIMIT:
            raise too_large("record", f"{self.name}, line {self.line}")
        data = b"" if self.ended else self.stream.read(max(CHUNK, 2 * len(self.text)))
        self.ended = not data
        try:
            self.text += self.decoder.decode(data, final=self.ended)
        except UnicodeDecodeError as error:
            line = self.line + self.text.count("\n") + error.object.count(b"\n", 0, error.start)
            raise not_utf8(data, f"{self.name}, line {line}") from error
        return bool(data)
