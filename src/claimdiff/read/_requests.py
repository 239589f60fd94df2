"""Single texts to look at: JSON lines with id, text, language and reference, or plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from claimdiff.errors import InputError
from claimdiff.model import Document
from claimdiff.read._bytes import decoded, lines
from claimdiff.read._record import document
from claimdiff.read._sniff import sniffed
from claimdiff.read.base import Warn
from claimdiff.read.jsonl import parsed


class Request(NamedTuple):
    """A text, the id to answer with as it was given, and the date or time that relative dates lean on."""

    id: object
    document: Document
    reference: str | None


def requests(stream: BinaryIO, name: str, warn: Warn) -> Iterator[Request]:
    """A request for each line that isn't blank, numbered where it has no id."""
    stream, suffix = sniffed(stream)
    for number, line in lines(stream, name, warn):
        where = f"{name}:{number}"
        try:
            yield _record(line, number, where, warn) if suffix == ".jsonl" else _plain(line, number, where)
        except InputError as error:
            warn(error)


def _plain(line: bytes, number: int, where: str) -> Request:
    text = decoded(line, where).removesuffix("\n").removesuffix("\r")
    return Request(str(number), Document(str(number), text), None)


def _record(line: bytes, number: int, where: str, warn: Warn) -> Request:
    record = parsed(line, where)
    if not isinstance(record.get("text"), str):
        raise InputError("a record without text", where, 'give it a field "text"')
    given = record.get("id")
    wanted = document({**record, "date": record.get("reference")}, str(number), where, warn)
    return Request(str(number) if given is None else given, wanted, wanted.published)
