"""JSON lines: one record a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from claimdiff.errors import InputError
from claimdiff.model import Document
from claimdiff.read._bytes import lines, not_utf8
from claimdiff.read._record import document, fault
from claimdiff.read.base import Origin, Warn

SUFFIXES = (".jsonl", ".ndjson")
_decode = msgspec.json.Decoder().decode


def read(stream: BinaryIO, origin: Origin, warn: Warn) -> Iterator[Document]:
    """A document for each record with text; an id that is missing becomes the url, else ``stem:line``."""
    empty = True
    for number, line in lines(stream, origin.name, warn):
        empty = False
        where = f"{origin.name}:{number}"
        try:
            record = parsed(line, where)
            if problem := fault(record.get("text"), where):
                raise problem
        except InputError as error:
            warn(error)
        else:
            yield document(record, f"{origin.stem}:{number}", where, warn)
    if empty:
        warn(InputError("the file is empty", origin.name, "put one JSON record on each line"))


def parsed(line: bytes, where: str) -> dict[str, object]:
    """The JSON object of a line. Raises InputError with the place of what is wrong in it."""
    try:
        record = _decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        record = _leniently(line, where)
    if not isinstance(record, dict):
        raise InputError("not a JSON object", where, 'a record looks like {"id": "…", "text": "…"}')
    return record


def _leniently(line: bytes, where: str) -> object:
    """The line read by the tolerant parser, which allows control characters and broken surrogate pairs."""
    try:
        return json.loads(line.rstrip().decode("utf-8"), strict=False)
    except UnicodeDecodeError as error:
        raise not_utf8(line, f"{where}, byte {error.start}") from error
    except (ValueError, RecursionError) as error:
        detail = getattr(error, "msg", "nested too deeply")
        column = f", column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise InputError(f"broken JSON: {detail}", where + column, "mend or remove this line") from error
