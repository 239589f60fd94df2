"""Folding: spellings that differ only in how they are written become one, and every offset leads back.

Letters are given by code point, so that the file reads alike in every editor. What is folded follows the
orthographic normalisation that Arabic information retrieval has long used (alef forms, alef maqsura, ta
marbuta) and adds hamza seats, digits, separators, quotes, dashes, spaces and presentation forms (by NFKC).
"""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
_CONTROLS = "\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_PRESENTED = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufdf0-\ufdfc\ufe70-\ufefc"
_MARK = re.compile(f"[{_MARKS}]")
# One character at a time: a pattern that begins with a plain class is searched for several times as fast.
_IRREGULAR = re.compile(f"[{_MARKS}{_CONTROLS}{_PRESENTED}]")
# A word that is marked as a subject stays the word that it is.
_HASHTAG = re.compile(r"#[^\W\d]+(?!\w)")
_DROPPED = re.compile(f"[{_MARKS}{_CONTROLS}\\s]+")

_SAME = {
    "\u0627": "\u0622\u0623\u0625\u0671\u0672\u0673",  # alef: madda, hamza above, hamza below, wasla
    "\u064a": "\u0649\u06cc\u06d2",  # ya: alef maqsura, Farsi ya
    "\u0643": "\u06a9\u06aa",  # kaf: keheh
    "\u0647": "\u0629\u06c0\u06c1\u06c3\u06d5",  # ha: ta marbuta, heh forms
    "\u0621": "\u0624\u0626",  # hamza: on waw, on ya
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d",
    '"': "\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\uff02",
    "'": "\u2018\u2019\u201a\u2032\uff07\u02bc",
    "%": "\u066a\ufe6a\uff05",
    ",": "\uff0c",
    ".": "\uff0e",
    "\n": "\r\u2028\u2029\u0085",
    **{str(n): chr(0x660 + n) + chr(0x6F0 + n) + chr(0xFF10 + n) for n in range(10)},
}
_PAIRS = [(variant, plain) for plain, variants in _SAME.items() for variant in variants]
# A text shorter than this is looked up letter by letter; in a longer one each variant is sought.
SHORT = 48
_TABLE = str.maketrans(dict(_PAIRS))


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text with the way back to the raw one.

    ``text`` has other length than ``raw`` only where something was dropped or expanded; ``cuts`` are the
    folded offsets from which on ``shifts`` must be added to reach the raw text.
    """

    raw: str
    text: str
    cuts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def offset(self, at: int) -> int:
        """The raw offset of the character at a folded offset."""
        return at + self.shifts[bisect_right(self.cuts, at) - 1] if self.cuts and at >= self.cuts[0] else at

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The raw span of a folded one; marks on its last letter belong to it."""
        first, last = self.offset(start), self.offset(end - 1) + 1
        while last < len(self.raw) and self.raw[last] > "\u060f" and _MARK.match(self.raw, last):
            last += 1
        return first, last


def fold(raw: str) -> Folded:
    """Fold a text.

    >>> folded = fold("جنديًّا")
    >>> folded.text, folded.span(0, 5)
    ('جنديا', (0, 7))
    """
    if not _IRREGULAR.search(raw):
        return Folded(raw, _letters(raw))
    pieces: list[str] = []
    cuts, shifts, at, length = list[int](), list[int](), 0, 0
    for char in _IRREGULAR.finditer(raw):
        start, plain = char.start(), _expand(char[0])
        length += start - at
        pieces += raw[at:start], plain
        for extra in range(1, len(plain)):
            cuts.append(length + extra)
            shifts.append(start - length - extra)
        length += len(plain)
        at = start + 1
        cuts.append(length)
        shifts.append(at - length)
    pieces.append(raw[at:])
    return Folded(raw, _letters("".join(pieces)), tuple(cuts), tuple(shifts))


@functools.lru_cache(1 << 15)
def fold_word(word: str) -> str:
    """The folded form of a lexicon entry.

    >>> fold_word("مِئَةٌ") == fold_word("مئه")
    True
    """
    return _IRREGULAR.sub(lambda char: _expand(char[0]), word).translate(_TABLE)


@functools.lru_cache(1 << 12)
def _expand(char: str) -> str:
    """Presentation forms as plain letters; marks and controls as nothing."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", char))


def _letters(text: str) -> str:
    """A text with plain letters; in a long one variant after variant is faster than letter after letter."""
    if "#" in text:
        text = _HASHTAG.sub(lambda tag: tag[0].replace("#", " ").replace("_", " "), text)
    if len(text) < SHORT:
        return text.translate(_TABLE)
    for variant, plain in _PAIRS:
        text = text.replace(variant, plain)
    return text
