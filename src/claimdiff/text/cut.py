"""A sentence cut into tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(slots=True)
class Cutter:
    """Cuts a text into tokens. ``pattern`` matches any token.

    Plain text consists of words of ``letters``, white space, and ``marks``, each of which is a token of its own: it is
    split, in half the time of matching. What else there is (digits, links) is ``odd`` and left to the pattern.
    """

    pattern: re.Pattern[str]
    letters: str
    marks: str
    odd: re.Pattern[str] = field(init=False)
    spaced: list[tuple[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        self.odd = re.compile(rf"[^{self.letters}\s{re.escape(self.marks)}]")
        self.spaced = [(mark, f" {mark} ") for mark in self.marks]

    def cut(self, text: str, start: int, end: int) -> list[str]:
        """The tokens of a part of a text, as they stand."""
        if self.odd.search(text, start, end):
            return self.pattern.findall(text, start, end)
        plain = text[start:end]
        for mark, spaced in self.spaced:
            if mark in plain:
                plain = plain.replace(mark, spaced)
        return plain.split()
