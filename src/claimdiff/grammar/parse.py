"""From a sentence to tokens: phrases, ordinals and numbers gathered into one token each."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from claimdiff.grammar import numbers
from claimdiff.lexicon.lookup import FLAGS, Entry, Lexicon, Word, announcing, one

_FLAGS = frozenset(FLAGS)
_CARRIES_ON = frozenset({"AND", "POINT", "AFTER"})
_NOUNS = frozenset({"NOUN", "NOUN_DU"})
_COUNTED = frozenset({"NOUN", "NOUN_DU", "TIME", "TIME_DU", "MONEY", "NUMERAL", "ORDINAL"})


@dataclass(slots=True)
class Tokens:
    """The tokens of a sentence, and the categories of each. ``firsts`` says with which form each begins; the spans of
    the forms are found only as far as they are asked for.
    """

    words: list[Word]
    firsts: Sequence[int]
    text: str
    forms: list[str]
    start: int
    end: int
    kinds: list[frozenset[str]] = field(init=False)
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.kinds = [word.cats for word in self.words]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the tokens from ``start`` to ``end`` in the folded text."""
        firsts, starts, forms = self.firsts, self.starts, self.forms
        last = (firsts[end] if end < len(firsts) else len(forms)) - 1
        if last >= len(starts):
            self._find(last)
        return starts[firsts[start]], starts[last] + len(forms[last])

    def _find(self, last: int) -> None:
        """Where the forms begin, one after the other, up to the last that is asked for."""
        known, find = len(self.starts), self.text.find
        at = self.starts[-1] + len(self.forms[known - 1]) if known else self.start
        for form in self.forms[known : last + 1]:
            at = find(form, at)
            self.starts.append(at)
            at += len(form)


def gather(forms: list[str], words: list[Word], lexicon: Lexicon, text: str, span: tuple[int, int]) -> Tokens:
    """Phrases, ordinals, numbers and vague numbers become one token each, left to right, longest first."""
    out, firsts, done, behind = list[Word](), list[int](), 0, [*forms[1:], ""]
    for at in [at for at, word in enumerate(words) if word.leads]:
        word = words[at]
        leading = behind[at] in word.seconds
        if at < done or not (leading or word.numeric):
            continue
        made = _phrase(forms, word, at, lexicon) if leading else None
        if made or (word.numeric and (made := _numeric(words, at))):
            out += words[done:at]
            firsts += range(done, at)
            out.append(made[0])
            firsts.append(at)
            done = made[1]
    if not done:
        return Tokens(words, range(len(words)), text, forms, *span)
    return Tokens(out + words[done:], [*firsts, *range(done, len(words))], text, forms, *span)


def _phrase(forms: list[str], word: Word, at: int, lexicon: Lexicon) -> tuple[Word, int] | None:
    assert word.head is not None
    for rest in lexicon.tails(word.head[1], forms[at + 1]):
        end = at + 1 + len(rest)
        if tuple(forms[at + 1 : end]) == rest:
            known = lexicon.phrased.get((word.text, rest))
            if known is None:
                known = lexicon.phrased[word.text, rest] = _phrased(word, rest, lexicon)
            return known, end
    return None


def _phrased(word: Word, rest: tuple[str, ...], lexicon: Lexicon) -> Word:
    """A phrase as one word; a noun phrase stays what its head is besides a noun ("air raid" is a raid)."""
    assert word.head is not None
    clitic, first = word.head
    entries = _entries(first, rest, lexicon)
    cats = one({entry.cat for entry in entries} | clitic.flags())
    text, stem = " ".join((word.text, *rest)), " ".join((first, *rest))
    return Word(text, cats, entries, stem, clitic.prep, clitic.conj)


def _entries(first: str, rest: tuple[str, ...], lexicon: Lexicon) -> tuple[Entry, ...]:
    """What a phrase is, and its head with it."""
    entries = tuple([entry for tail, entry in lexicon.phrases[first] if tail == rest])
    if any(entry.cat == "NOUN" for entry in entries):
        return entries + tuple(e for e in lexicon.forms.get(first, ()) if e.cat not in _COUNTED)
    if announcing(entries):
        return entries + tuple(e for e in lexicon.forms.get(first, ()) if e.cat in _NOUNS)
    return entries


def phrase_kinds(lexicon: Lexicon) -> set[frozenset[str]]:
    """What the phrases of a lexicon may be, clitics apart."""
    phrases = {(first, rest) for first, rest, _ in lexicon.all_phrases()}
    return {frozenset([entry.cat for entry in _entries(first, rest, lexicon)]) for first, rest in phrases}


def _merged(
    words: Sequence[Word],
    cats: set[str],
    entries: tuple[Entry, ...],
    value: float | None = None,
    bounds: tuple[float | None, float | None] = (None, None),
) -> Word:
    first = words[0]
    text = " ".join([word.text for word in words])
    stem = " ".join([first.stem, *(word.text for word in words[1:])])
    flags = first.cats & _FLAGS
    own = (entries, stem, first.prep, first.conj)
    return Word(text, one(cats | flags), *own, value=value, low=bounds[0], high=bounds[1])


def _numeric(words: list[Word], at: int) -> tuple[Word, int] | None:
    word = words[at]
    if _alone(words, at):
        made, settled = _lone(word)
        if settled:
            return (made, at + 1) if made else None
    return _joined(words, at)


def _joined(words: list[Word], at: int) -> tuple[Word, int] | None:
    """The number that begins with a word, as far as it reaches."""
    cats = words[at].cats
    if "ORDINAL" in cats and (made := _ordinal(words, at)):
        return made
    if {"NUMERAL", "DEF"} <= cats and (made := _hundredth(words, at)):
        return made
    if cats & {"DIGITS", "NUMERAL"} and (number := numbers.read(words, at)):
        whole = _number(words[at : number.end], number)
        return (_negative(whole) if "MINUS" in cats and _below(words, at, number.end) else whole), number.end
    if "NEGATIVE" in cats and at + 1 < len(words) and (number := numbers.read(words, at + 1)):
        return _negative(_number(words[at : number.end], number)), number.end
    return _vague(words, at) if cats & {"VAGUE", "NUMERAL"} else None


def _alone(words: list[Word], at: int) -> bool:
    """Whether nothing behind a number can carry it on."""
    following = words[at + 1] if at + 1 < len(words) else None
    return following is None or (not following.numeric and following.cats.isdisjoint(_CARRIES_ON))


@functools.lru_cache(1 << 16)
def _lone(word: Word) -> tuple[Word | None, bool]:
    """The number of one word, and whether it is settled: a minus and a dual in the construct hang on neighbours."""
    made = _joined([word], 0)
    dual = any(entry.cat == "NUMERAL" and entry.number == "acc" for entry in word.entries)
    return made[0] if made else None, "MINUS" not in word.cats and not dual


def _number(words: Sequence[Word], number: numbers.Number) -> Word:
    cats = {"FRACTION"} if number.fraction else {"NUM"}
    value, last = number.value, words[-1].item("NUMERAL")
    if value == int(value) and not number.fraction:
        cats |= {"DAY"} if 1 <= value <= 31 else {"YEAR"} if 1000 <= value <= 2100 and _yearlike(words) else set()
    if len(words) == 1:
        cats |= words[0].cats - {"NUMERAL"}
    elif last is not None and last.role == "scale":
        cats.add("SCALED")
    elif "OWN" in words[-1].cats:
        cats.add("OWN")
    entries = words[0].entries if len(words) == 1 else ()
    return _merged(words, cats, entries, value=float(f"{value:.15g}"))


def _negative(word: Word) -> Word:
    assert word.value is not None
    return replace(word, value=-word.value, cats=one(word.cats - {"DAY", "YEAR"}))


def _below(words: list[Word], at: int, end: int) -> bool:
    """Whether a dash before a number is a minus: before a counted noun it marks a list, behind a number a range."""
    before = words[at - 1].cats if at else frozenset[str]()
    follows = words[end].cats if end < len(words) else frozenset[str]()
    return not (before & _COUNTED or "DIGITS" in before or follows & {"NOUN", "UNKNOWN"})


def _yearlike(words: Sequence[Word]) -> bool:
    """A year has no separators and no scale in digits ("2 thousand"); a lone "thousand" isn't one."""
    digits = [word for word in words if "DIGITS" in word.cats]
    return len(words) > 1 and not digits if not digits or len(words) > 1 else digits[0].stem.isdigit()


def _ordinal(words: list[Word], at: int) -> tuple[Word, int] | None:
    """An ordinal with its ten or hundred: "seventh and twenty", "fourth ten", "fifth after the hundred"."""
    value, end = words[at].item("ORDINAL").value, at + 1
    apart = end + 1 < len(words) and "AND" in words[end].cats
    ten = words[end + apart] if end + apart < len(words) else None
    after = ten.item("NUMERAL") if ten else None
    joined = apart or bool(ten and "CONJ" in ten.cats)
    if after and value < 10 and after.role == ("tens" if joined else "teen"):
        value, end = value + after.value, end + 1 + apart
    if end + 1 < len(words) and "AFTER" in words[end].cats and (hundred := _round(words[end + 1])):
        value, end = value + hundred, end + 2
    own = words[at].cats if end == at + 1 else words[at].cats - {"TIME"}
    cats = {"ORD"} | ({"ORDDAY"} if value <= 31 else set()) | own
    return _merged(words[at:end], cats, words[at].entries, value=value), end


def _hundredth(words: list[Word], at: int) -> tuple[Word, int] | None:
    """ "The hundred and the twenty-fifth": a definite hundred before an ordinal."""
    if at + 1 >= len(words) or not {"ORDINAL", "CONJ"} <= words[at + 1].cats or not (hundred := _round(words[at])):
        return None
    made = _ordinal(words, at + 1)
    if made is None or made[0].value is None:
        return None
    return _merged(words[at : made[1]], {"ORD"}, made[0].entries, value=hundred + made[0].value), made[1]


def _round(word: Word) -> float:
    """The value of a definite hundred or thousand, else nothing."""
    entry = word.entry("NUMERAL")
    if entry is None or "DEF" not in word.cats or entry.item.role not in {"hundred", "scale"}:
        return 0
    return float(entry.item.value * (2 if entry.number == "du" else 1))


def _vague(words: list[Word], at: int) -> tuple[Word, int] | None:
    """Dozens, thousands, tens of thousands: each part multiplies the next."""
    low, high, end = 1.0, 1.0, at
    while end < len(words) and (part := _vague_part(words[end])) and not (end > at and "CONJ" in words[end].cats):
        low, high = _times(low, high, part, end == at)
        end += 1
    if end == at:
        return None
    cats = {"VAGUENUM"} | (words[at].cats if end == at + 1 else set())
    return _merged(words[at:end], cats, words[at].entries, bounds=(low, high)), end


def _vague_part(word: Word) -> tuple[float, float, float] | None:
    """Low, high and, of a plural scale, its size."""
    if item := word.item("VAGUE"):
        return item.low, item.high, 0
    entry = word.entry("NUMERAL")
    if entry and entry.number == "pl":
        size = entry.item.value
        return 2 * size, 10 * size - 1, size
    return None


def _times(low: float, high: float, part: tuple[float, float, float], first: bool) -> tuple[float, float]:
    """ "A few thousand" is no more exact than "thousands"; "tens of thousands" is 20,000 to 99,999."""
    if first or high < 10:
        return part[0], part[1]
    size = part[2] or part[0] / 2
    return low * size, (high + 1) * size - 1


def is_scale(entries: Sequence[Entry]) -> bool:
    """Whether a form is a scale word (thousand, million) in the singular."""
    return any(e.cat == "NUMERAL" and e.item.role == "scale" and e.number == "sg" for e in entries)
