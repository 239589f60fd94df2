"""Numbers from numerals: how number words and digits add up and multiply.

Language-neutral: a language says which forms are units, tens, hundreds and scales (its lexicon) and whether a
conjunction joins them; this file does the sums.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from claimdiff.grammar.digits import digits_value
from claimdiff.lexicon.lookup import Word

_BEFORE_FRACTION = frozenset({"unit", "teen", "ten", "tens", "hundred", "digits"})


@dataclass(slots=True)
class Sum:
    """A number in the making. ``terms`` are finished scales, ``pending`` what stands below the next scale."""

    terms: list[float] = field(default_factory=list)
    pending: float = 0
    last: str = ""
    scale: float = 0
    plain: bool = True

    @property
    def value(self) -> float:
        """The number so far."""
        return sum(self.terms) + self.pending

    @property
    def complete(self) -> bool:
        """Whether the number may end here."""
        return self.last not in {"", "one"}

    def take(self, word: Word, conj: bool, following: float) -> bool:
        """Add a word; False where it can't belong to this number."""
        if "DIGITS" in word.cats:
            return self._digits(word.stem, conj, following)
        said = [entry for entry in word.entries if entry.cat == "NUMERAL"]
        return any(self._role(entry.item, entry.number, conj, following) for entry in said)

    def _role(self, item: object, number: str, conj: bool, following: float) -> bool:
        role, value = item.role, item.value  # type: ignore[attr-defined]
        if role == "scale":
            return self._repeated(value, conj, following) or self._scale(value, number, conj)
        if role == "fraction":
            return self._fraction(value, number, conj, following)
        if role == "hundred" and number:
            if number == "pl" and self.last != "unit":
                return False
            value *= 2 if number == "du" else 1
        step = {"unit": self._unit, "one": self._unit, "teen": self._teen, "hundred": self._hundred}
        return step.get(role, self._tens)(value, role, conj)

    def _add(self, value: float, role: str) -> bool:
        self.pending += value
        self.last = role
        return True

    def _open(self, conj: bool) -> bool:
        """Whether a part below a hundred may be added: at the start, or joined to a hundred or scale in words."""
        if not self.last:
            return True
        return conj and self.last not in {"digits", "fraction"} and self.pending % 100 == 0

    def _digits(self, text: str, conj: bool, following: float) -> bool:
        value = digits_value(text, following)
        joined = conj and self.last in {"scale", "tail"} and self.pending == 0
        if value is None or (self.last and not (joined and max(value, following) < self.scale)):
            return False
        return self._add(value, "digits")

    def _unit(self, value: float, role: str, conj: bool) -> bool:
        return self._open(conj) and self._add(value, role)

    def _teen(self, value: float, role: str, conj: bool) -> bool:
        return not conj and self.last in {"unit", "one"} and self.pending % 100 < 10 and self._add(value, role)

    def _tens(self, value: float, role: str, conj: bool) -> bool:
        after_unit = conj and self.last in {"unit", "one"} and role == "tens"
        return (after_unit or self._open(conj)) and self._add(value, role)

    def _hundred(self, value: float, role: str, conj: bool) -> bool:
        if not conj and value == 100 and self.last == "unit" and 3 <= self.pending <= 9:
            self.pending *= 100
            self.last = role
            return True
        if not conj and value == 100 and self.last == "fraction" and not self.terms:
            self.pending *= 100
            self.last = role
            return True
        fits = not self.last or (conj and self.last == "scale" and self.pending == 0)
        return fits and self._add(value, role)

    def _repeated(self, value: float, conj: bool, following: float) -> bool:
        """ "A hundred and a million million": a scale for the one that multiplies it."""
        return conj and self.last == "hundred" and following == value and self._add(1, "unit")

    def _scale(self, value: float, number: str, conj: bool) -> bool:
        if self.last == "fraction" and number != "pl":
            return self._half_of(value, conj)
        if conj or not self.last:
            return self._fresh_scale(value, number, conj)
        if self.last == "one" or number == "du" or (self.terms and value == self.scale):
            return False
        while self.terms and self.terms[-1] < value:
            self.pending += self.terms.pop()
        return self._close(self.pending * value, value) if self.pending else False

    def _fresh_scale(self, value: float, number: str, conj: bool) -> bool:
        """A scale without a multiplier: a thousand, or two thousand in the dual."""
        joined = conj and self.last == "scale" and self.pending == 0 and value < self.scale
        if number == "pl" or not (joined or not self.last):
            return False
        return self._close(value * (2 if number == "du" else 1), value)

    def _close(self, term: float, scale: float) -> bool:
        self.terms.append(term)
        self.pending, self.scale, self.last = 0, scale, "scale"
        return True

    def _half_of(self, value: float, conj: bool) -> bool:
        """Half a million; or the noun repeated in a million and a half a million."""
        if self.terms:
            return not conj and value == self.scale and self._end()
        return not conj and self._close(self.pending * value, value)

    def _end(self) -> bool:
        self.last = "tail"
        return True

    def _fraction(self, value: float, number: str, conj: bool, following: float) -> bool:
        if conj and following and self.last in _BEFORE_FRACTION and not self.terms:
            return self._add(value, "mixed")
        if conj and self.last == "scale" and self.pending == 0:
            self.pending = value * self.scale
        elif not self.last:
            self.pending = value * (2 if number == "du" else 1)
        elif not conj and self.last == "unit" and number == "pl" and not self.terms:
            self.pending *= value
        else:
            return False
        self.last = "fraction"
        return True


class Number(NamedTuple):
    """A number read from words: its value, where it ends, and whether it is a bare fraction."""

    value: float
    end: int
    fraction: bool = False


def read(words: Sequence[Word], start: int) -> Number | None:
    """The longest number that begins at a word, or None."""
    best = _sum(words, start)
    if best is None:
        return None
    if best.end < len(words) and "POINT" in words[best.end].cats:
        return _decimal(words, best) or best
    if best.end == start + 1 and _dual_construct(words, start):
        return Number(best.value * 2, best.end)
    return best


def _sum(words: Sequence[Word], start: int) -> Number | None:
    running, best, at = Sum(), None, start
    while at < len(words):
        conj, word, step = _joined(words, at, at > start)
        if not running.take(word, conj, _scale_after(words, at + step)):
            break
        at += step
        if running.complete:
            best = Number(running.value, at, running.last == "fraction" and not running.terms)
    return best


def _decimal(words: Sequence[Word], whole: Number) -> Number | None:
    """Decimals in words, said as one number or figure by figure, with the scale that they all count."""
    said, at = "", whole.end + 1
    while at < len(words) and (figure := _figure(words, at, not said)):
        said += figure[0]
        at = figure[1]
    if not said or whole.value != int(whole.value):
        return None
    scale = _scale_after(words, at)
    value = float(f"{int(whole.value)}.{said}")
    return Number(value * scale, at + 1) if scale else Number(value, at)


def _figure(words: Sequence[Word], at: int, first: bool) -> tuple[str, int] | None:
    if not words[at].cats & {"DIGITS", "NUMERAL"} or "CONJ" in words[at].cats:
        return None
    if words[at].stem.isdigit():
        return (words[at].stem, at + 1) if first else None
    end = at + 1
    while end < len(words) and "CONJ" in words[end].cats and not _is_scale(words[end]):
        end += 1
    found = _sum(words[:end], at)
    return (str(int(found.value)), found.end) if found and not found.fraction and found.value < 1000 else None


def _is_scale(word: Word) -> bool:
    item = word.item("NUMERAL")
    return item is not None and item.role == "scale"


def _joined(words: Sequence[Word], at: int, inside: bool) -> tuple[bool, Word, int]:
    """Whether a conjunction joins a word, written with it or apart; the word; how many tokens it takes."""
    word = words[at]
    if inside and "AND" in word.cats and at + 1 < len(words):
        return True, words[at + 1], 2
    return "CONJ" in word.cats, word, 1


def _scale_after(words: Sequence[Word], at: int) -> float:
    item = words[at].item("NUMERAL") if at < len(words) and "CONJ" not in words[at].cats else None
    return item.value if item is not None and item.role == "scale" else 0


def _dual_construct(words: Sequence[Word], at: int) -> bool:
    """A scale in the accusative and in the construct dual is spelled alike; before a noun it is the dual."""
    entry = words[at].entry("NUMERAL")
    follows = words[at + 1].cats if at + 1 < len(words) else frozenset()
    return bool(entry and entry.number == "acc" and follows & {"NOUN", "MONEY"} and "CONJ" not in follows)
