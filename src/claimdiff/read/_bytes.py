"""From bytes to text and lines, with limits and with places in what goes wrong."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from claimdiff.errors import InputError
from claimdiff.read.base import LIMIT, Warn, size

CHUNK = 1024 * 1024
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def lines(stream: BinaryIO, name: str, warn: Warn, limit: int = LIMIT) -> Iterator[tuple[int, bytes]]:
    """Number (from 1) and bytes of each line that isn't blank; a line over ``limit`` bytes is left out."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if len(line) > limit and not line.endswith(b"\n"):
            _skip(stream)
            warn(too_large("line", f"{name}:{number}", limit))
        elif line.strip():
            yield number, line


def _skip(stream: BinaryIO) -> None:
    while (part := stream.readline(CHUNK)) and not part.endswith(b"\n"):
        pass


def too_large(what: str, where: str, limit: int = LIMIT) -> InputError:
    """The problem of a line, record or file over the limit."""
    return InputError(f"a {what} longer than {size(limit)}", where, "split it into single articles")


def decoded(data: bytes, name: str) -> str:
    """The text of UTF-8 bytes without a byte order mark. Raises InputError with line and byte."""
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + len(data) - len(error.object)
        line = data.count(b"\n", 0, at) + 1
        raise not_utf8(data, f"{name}, line {line}, byte {at}") from error


def not_utf8(data: bytes, where: str) -> InputError:
    """The problem of bytes that aren't UTF-8, with a guess at what they are."""
    guess = "UTF-16" if data.startswith(_UTF16) else "WINDOWS-1256"
    return InputError("not UTF-8", where, f"convert it, perhaps with: iconv -f {guess} -t UTF-8")
