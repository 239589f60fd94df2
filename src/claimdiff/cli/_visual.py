"""A terminal that knows nothing of right to left: each line is set as it is to be seen, letters joined."""

from __future__ import annotations

import functools
import io
import re
from typing import Any, TextIO

_CODES = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_HIDDEN = re.compile("[\u200e\u200f\u061c\u2066-\u2069]")
_FRAME = re.compile("([\u2500-\u257f]+)")
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<", "\u00bb": "\u00ab"}
_TURNED = {**_PAIRS, **{opening: closing for closing, opening in _PAIRS.items()}}
_ARABIC = re.compile("[\u0590-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


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

    plain = True

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
    base = "R" if _ARABIC.match(said) else "L"
    shown = _HIDDEN.sub("", str(get_display(_shaper().reshape(said), base_dir=base)))
    return part[:at] + mirrored(shown, base == "R" or said.startswith("\u2067")) + part[at + len(said) :]


def mirrored(shown: str, from_right: bool) -> str:
    """Brackets that stand the wrong way round once a line is set; one without its other goes by the line.

    >>> mirrored(")a( (b)", False), mirrored("a(", True)
    ('(a) (b)', 'a)')
    """
    letters = list(shown)
    waiting: dict[str, list[int]] = {opening: [] for opening in _PAIRS.values()}
    turned: dict[str, list[int]] = {opening: [] for opening in _PAIRS.values()}
    for at, c in enumerate(shown):
        opening = _PAIRS.get(c)
        if opening and waiting[opening]:
            waiting[opening].pop()
        elif opening:
            turned[opening].append(at)
        elif turned.get(c):
            first = turned[c].pop()
            letters[first], letters[at] = c, _TURNED[c]
        elif c in waiting:
            waiting[c].append(at)
    for at in (at for held in (*waiting.values(), *turned.values()) for at in held):
        if from_right or _among_arabic(shown, at):
            letters[at] = _TURNED[letters[at]]
    return "".join(letters)


def _among_arabic(shown: str, at: int) -> bool:
    """Whether the nearest letters on both sides are Arabic."""
    before = next((c for c in reversed(shown[:at]) if c.isalpha()), "")
    after = next((c for c in shown[at:] if c.isalpha()), "")
    return bool(_ARABIC.match(before) and _ARABIC.match(after))


@functools.cache
def _shaper() -> Any:
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper(configuration={"support_ligatures": False, "delete_harakat": False})
