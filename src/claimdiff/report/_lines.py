"""Lines for a terminal: wrapped beside their numbers, never inside one, and kept from turning their neighbours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from claimdiff import words
from claimdiff.report._cite import turns

COLOURS = {"contradiction": "red", "tension": "yellow", "update": "cyan", "agreement": "green"}
MARKED = "bold reverse"
LEFT, RIGHT, FIRST_STRONG, POP = "\u2066", "\u2067", "\u2068", "\u2069"
_OPENING = {LEFT, RIGHT, FIRST_STRONG}
# Groups of three digits that blanks part are one number.
_WORD = re.compile(r"\s*(?:\S|(?<=\d)\s(?=\d{3}(?!\d)))+\s*")
_FIGURES = re.compile(r"\d(?:[\d.,٫٬/:–-]*\d)?")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is written to: whether it orders right to left itself, and whether styles can be seen there."""

    isolate: bool = False
    styles: bool = False

    def mark(self, text: str) -> str:
        """The words that bear a value, between signs where no style marks them."""
        return text if self.styles or not text else f"**{text}**"


def console(out: TextIO, width: int | None = None) -> tuple[Console, Setting]:
    """A console for people on ``out``, and its setting; ``plain`` outputs say that they can show no styles."""
    made = Console(file=out, width=width, highlight=False, markup=False, soft_wrap=False)
    return made, Setting(made.is_terminal, made.is_terminal and not getattr(out, "plain", False))


def apart(text: str, setting: Setting) -> str:
    """A name between isolates, where its direction could leak into its neighbours."""
    return f"{FIRST_STRONG}{text}{POP}" if setting.isolate and turns(text) else text


def upright(text: str, setting: Setting) -> str:
    """A date or range between isolates: beside Arabic its parts would change places."""
    return f"{LEFT}{text}{POP}" if setting.isolate and words.now().direction == "rtl" else text


def direction(text: str) -> str:
    """The direction of the first letter that has one."""
    kinds = (unicodedata.bidirectional(c) for c in text)
    return next(("rtl" if kind in ("R", "AL") else "ltr" for kind in kinds if kind in ("L", "R", "AL")), "ltr")


class Lines:
    """A text in lines; each is an isolate of its own, in the direction of the interface or, ``quoted``, its own.

    It stands at the side where the interface's language begins, ``indent`` columns in.
    """

    def __init__(self, text: Text, setting: Setting, indent: int = 0, quoted: bool = False) -> None:
        self.text, self.setting, self.indent, self.quoted = text, setting, indent, quoted

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        room = max(options.max_width - self.indent, 1)
        from_right = words.now().direction == "rtl"
        for line in self.lines(room):
            if from_right:
                line.align("right", room)
            (line.pad_right if from_right else line.pad_left)(self.indent)
            line.no_wrap = True
            yield line

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        plain = self.text.plain
        longest = max((cell_len(word.strip()) for word in _WORD.findall(plain)), default=0)
        room = options.max_width
        return Measurement(min(longest + self.indent, room), min(cell_len(plain) + self.indent, room))

    def lines(self, room: int) -> Iterator[Text]:
        """The lines; an isolate that goes over an end is closed there and opened again."""
        text = self._isolated()
        held = ""
        for line in text.divide(list(breaks(text.plain, room))):
            line.rstrip()
            opened = held
            held = _open(held + line.plain)
            yield Text.assemble(opened, line, POP * len(held))

    def _isolated(self) -> Text:
        plain = self.text.plain
        if not (self.setting.isolate and turns(plain)):
            return self.text
        way = direction(plain) if self.quoted else words.now().direction
        return Text.assemble(RIGHT if way == "rtl" else LEFT, self.text, POP)


def _open(text: str) -> str:
    """The isolates that are open at a text's end."""
    held = ""
    for c in text:
        if c in _OPENING:
            held += c
        elif c == POP:
            held = held[:-1]
    return held


def breaks(text: str, room: int) -> Iterator[int]:
    """Where lines end: between words, inside a word only if it is longer than a line."""
    used = 0
    for found in _WORD.finditer(text):
        word = found[0]
        length = cell_len(word.rstrip())
        if used and used + length > room:
            yield found.start()
            used = 0
        if length > room:
            for at in _folds(word.rstrip(), room):
                yield found.start() + at
                used = 0
                length = cell_len(word.rstrip()[at:])
        used += length + cell_len(word) - cell_len(word.rstrip())


def _folds(word: str, room: int) -> Iterator[int]:
    """Where a word that is longer than a line is broken: before a number rather than in it."""
    numbers = {at: found.start() for found in _FIGURES.finditer(word) for at in range(found.start() + 1, found.end())}
    start = 0
    for at in range(len(word)):
        if cell_len(word[start : at + 1]) > room:
            begin = numbers.get(at, at)
            start = begin if begin > start else at
            yield start
