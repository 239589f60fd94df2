"""What a stream without a name holds: JSON lines where it begins with a brace, a page by its tag, else text."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable
from typing import BinaryIO, cast

_AHEAD = 4096


def sniffed(stream: BinaryIO) -> tuple[BinaryIO, str]:
    """The stream as if untouched, and the suffix of the format that it is taken for."""
    head = b""
    some = _reader(stream)
    while not _shown(head) and (part := some(_AHEAD)):
        head += part
    suffix = _suffix(_shown(head))
    return cast(BinaryIO, io.BufferedReader(_Rejoined(head, stream))), suffix


def _suffix(shown: bytes) -> str:
    if shown.startswith(b"{"):
        return ".jsonl"
    return ".html" if shown[:14].lower().startswith((b"<!doctype html", b"<html")) else ".txt"


def _reader(stream: BinaryIO) -> Callable[[int], bytes]:
    """What reads as much as there is without waiting for more, where the stream can."""
    some: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
    return some


def _shown(head: bytes) -> bytes:
    return head.removeprefix(codecs.BOM_UTF8).lstrip()


class _Rejoined(io.RawIOBase):
    """A stream with what was already read put back in front."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self.head, self.some = head, _reader(rest)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = len(buffer)
        part, self.head = self.head[:size], self.head[size:]
        part = part or self.some(size)
        buffer[: len(part)] = part
        return len(part)
