"""Words made comparable: stems as numbers, how telling each is in a store, the words beside a value."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources
from itertools import chain
from math import fsum, log
from zlib import crc32

from claimdiff.compare.runs import FOLDED, Runs
from claimdiff.model import Evidence
from claimdiff.text.fold import fold, fold_word

Stems = frozenset[int]

FEW_DOCUMENTS = 200
SHORT = 32
SUMS = 16384
BEFORE, AFTER = 9, 6
_WORD = re.compile(r"[^\W\d_]+")


class Weights:
    """How telling a stem is among the documents of a store; in a small store all are about alike.

    ``chosen`` says how far somebody has put the documents together by hand: nearly 1 for a few, 0 for many.
    """

    def __init__(self, documents: Iterable[Collection[int]] = ()) -> None:
        seen: Counter[int] = Counter()
        number = 0
        for stems in documents:
            seen.update(stems)
            number += 1
        self.top = log(max(number, FEW_DOCUMENTS) + 1)
        self.chosen = 1 - min(1.0, number / FEW_DOCUMENTS)
        self.known = {stem: max(0.0, self.top - log(many)) for stem, many in seen.items()}
        self.sums: dict[Stems, float] = {}

    def __getitem__(self, stem: int) -> float:
        return self.known.get(stem, self.top)

    def sum(self, stems: Stems) -> float:
        """The weight of several stems together; the same whatever their order."""
        found = self.sums.get(stems)
        if found is None:
            if len(self.sums) >= SUMS:
                self.sums.clear()
            found = self.sums[stems] = self._sum(stems)
        return found

    def _sum(self, stems: Stems) -> float:
        return fsum(map(self.__getitem__, stems))

    def shared(self, a: Stems, b: Stems) -> float:
        """The weight of what two sets share beside that of the lighter one; one stem alone is chance."""
        common = a & b
        if len(common) < 2:
            return 0.0
        least = min(self.sum(a), self.sum(b))
        return self._sum(common) / least if least else 0.0

    def vector(self, counts: Mapping[int, int], size: int) -> dict[int, float]:
        """The heaviest stems of a document, scaled to length one."""
        own, top = self.known, self.top
        heavy = sorted([(-(1 + log(n)) * own.get(stem, top), stem) for stem, n in counts.items()])[:size]
        length = sum(weight * weight for weight, _ in heavy) ** 0.5 or 1.0
        return {stem: -weight / length for weight, stem in heavy}


def cosine(a: Mapping[int, float], here: Stems, b: Mapping[int, float], there: Stems) -> float:
    """How alike two documents with these stems are, from 0 to 1; the same whatever the order of their stems."""
    return fsum([a[stem] * b[stem] for stem in here & there])


@lru_cache(maxsize=16384)
def stems(text: str) -> Stems:
    """The stems of a text's words of four letters and more."""
    return frozenset(counted(text))


def counted(text: str) -> list[int]:
    """The stems of a text's words of four letters and more, each as often as it stands there."""
    return list(chain.from_iterable(STEMS.of(text)))


def _worded(run: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(FOLDED[run]))


def _stemmed(run: str) -> tuple[int, ...]:
    return tuple(_mark(word) for word in WORDS[run] if len(word) > 3)


# The folded words of a run; the stems of those of four letters and more.
WORDS, STEMS = Runs(_worded), Runs(_stemmed)


@lru_cache(maxsize=65536)
def _mark(word: str) -> int:
    return crc32(stem(word).encode())


def named(place: str) -> int:
    """A place as a stem of its own."""
    return crc32(f"@{place}".encode())


def beside(evidence: Evidence) -> Stems:
    """The stems beside a value in its sentence: a few words before it and after it, none of its own."""
    return frozenset(_mark(word) for word in around(evidence) if len(word) > 3)


def around(evidence: Evidence) -> tuple[str, ...]:
    """The words beside a value in its sentence, in their order."""
    start = evidence.start - evidence.sentence_start
    parts = evidence.sentence[:start], evidence.sentence[start + len(evidence.text) :]
    before, after = (list(chain.from_iterable(WORDS.of(part))) for part in parts)
    return (*before[-BEFORE:], *after[:AFTER])


def bare(text: str) -> str:
    """Folded and in lower case."""
    return _bare(text) if len(text) <= SHORT else _passage(text)


@lru_cache(maxsize=16384)
def _bare(text: str) -> str:
    return fold_word.__wrapped__(text).lower()


@lru_cache(maxsize=16384)
def _passage(text: str) -> str:
    return fold(text).text.lower()


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded word without article and number ending, light enough to never join two nouns.

    >>> stem("the"), stem("soldiers")
    ('the', 'soldier')
    """
    if word.isascii():
        return word[:-1] if len(word) > 3 and word.endswith("s") else word
    article, ending = _affixes()
    return ending.sub("", article.sub("", word))


@cache
def _affixes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Articles before two letters and more, endings behind them."""
    table = tomllib.loads(resources.files(__package__).joinpath("stems.toml").read_text("utf-8"))
    article, ending = ("|".join(sorted(table[name], key=len, reverse=True)) for name in ("articles", "endings"))
    return re.compile(f"^(?:{article})(?=..)"), re.compile(f"(?<=..)(?:{ending})$")


@lru_cache(maxsize=65536)
def noun(text: str | None) -> str | None:
    """The counted noun alone, stemmed; None where there is none."""
    found = _WORD.findall(bare(text or ""))
    return stem(found[0]) if found else None
