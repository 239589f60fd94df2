"""A terminal that knows nothing of right to left: each line is set as it is to be seen, letters joined."""

from __future__ import annotations

import functools
import io
import re
from typing import Any, TextIO

_CODES = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_HIDDEN = re.compile("[\u200e\u200f\u061c\u2066-\u2069]")
_FRAME = re.compile("([\u2500-\u257f]+)")
# Brackets open to the other side where text runs from right to left.
_MIRRORED = str.maketrans("()[]{}<>\u00ab\u00bb", ")(][}{><\u00bb\u00ab")
_INSIDE = re.compile("\u2068[^\\w\u2069]*[\u0590-\u08ff][^\u2069]*")
_ARABIC = re.compile("[\u0590-\u08ff]")


class Visual(io.TextIOBase):
    """Standard output in front of such a terminal. Colours and marks would be torn apart and are left out."""

    def __init__(self, out: TextIO) -> None:
        self.out, self.held = out, ""

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """As the terminal has it."""
        return self.out.encoding

    @property
    def buffer(self) -> Any:
        """The terminal's own bytes, which are left as they are."""
        return self.out.buffer

    def isatty(self) -> bool:
        """It stands for a terminal."""
        return True

    def fileno(self) -> int:
        """The terminal's."""
        return self.out.fileno()

    def writable(self) -> bool:
        """It is there to be written to."""
        return True

    def write(self, text: str) -> int:
        """Set each line once it is whole."""
        *whole, self.held = (self.held + text).split("\n")
        self.out.writelines(f"{seen(line)}\n" for line in whole)
        return len(text)

    def flush(self) -> None:
        """Show everything, also a line that has no end yet."""
        self.out.write(seen(self.held))
        self.held = ""
        self.out.flush()


def seen(line: str) -> str:
    """A line as it is seen from left to right, as many cells wide as before; frames stay where they are.

    >>> seen("\u2502 x \u2068\u0628\u0628\u2069 5 \u2502").encode("ascii", "backslashreplace")
    b'\\\\u2502 x \\\\ufe90\\\\ufe91 5 \\\\u2502'
    """
    return "".join(_part(part) for part in _FRAME.split(_CODES.sub("", line)))


def _part(part: str) -> str:
    """What stands between frames: from right to left where it begins so, its isolates kept apart."""
    if not _ARABIC.search(part):
        return _HIDDEN.sub("", part)
    from bidi import get_display

    said = part.strip(" ")
    at = part.index(said)
    base = "R" if _ARABIC.match(said.lstrip("\u2068")) else "L"
    turned = said.translate(_MIRRORED) if base == "R" else _INSIDE.sub(lambda one: one[0].translate(_MIRRORED), said)
    shown = _HIDDEN.sub("", str(get_display(_shaper().reshape(turned), base_dir=base)))
    return part[:at] + shown + part[at + len(said) :]


@functools.cache
def _shaper() -> Any:
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper(configuration={"support_ligatures": False, "delete_harakat": False})
