"""Which lists of cues a passage may hold words of, as bits: most passages hold none, and nothing more is asked of them.

A mask never decides that a cue is there, only that none is; what is there is for ``cues`` and ``scopes`` to say.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache, reduce
from operator import or_
from typing import Any

from claimdiff.compare.cues import cues, table
from claimdiff.compare.runs import FOLDED, Runs
from claimdiff.compare.words import stem
from claimdiff.model import Claim

# No word is longer.
CUT = 40
_WORD, _LETTERS = re.compile(r"\w+"), re.compile(r"[^\W\d_]+")
# Where words are looked up as stems.
_STEMMED = ("some", "turns", "scopes", "less")


@cache
def bits(*names: str) -> int:
    """The bits of some lists; a list in a table is "scopes.towns", all of them are "scopes"."""
    return sum(1 << at for at, name in enumerate(_names()) if any(f"{name}.".startswith(f"{one}.") for one in names))


@cache
def _names() -> tuple[str, ...]:
    """All lists of cues."""
    return tuple(sorted(name for top, said in table().items() for name in _below(top, said) if top != "apart"))


def _below(name: str, said: Any) -> list[str]:
    return [name] if isinstance(said, list) else [f"{name}.{part}" for part in said]


@cache
def _firsts() -> dict[str, int]:
    """The first word of each cue, or its stem, with the lists that it begins a cue of."""
    found: dict[str, int] = {}
    for name in _names():
        for cue in cues(name):
            for word in _LETTERS.findall(cue)[:1]:
                for form in {word, stem(word)} if name.startswith(_STEMMED) else {word}:
                    found[form] = found.get(form, 0) | bits(name)
    return found


def _cued(run: str) -> int:
    said, firsts = FOLDED[run], _firsts()
    words = {*_WORD.findall(said), *_LETTERS.findall(said)}
    words |= {word.removeprefix(joined) for word in words for joined in cues("joined")}
    found = 0
    for form in {*words, *map(stem, words)}:
        found |= firsts.get(form, 0)
    return found


# The lists that a run may begin a cue of.
CUED = Runs(_cued)


@lru_cache(maxsize=16384)
def mask(sentence: str) -> int:
    """The lists that a sentence may hold cues of."""
    return reduce(or_, CUED.of(sentence), 0)


def cued(claim: Claim) -> int:
    """The lists that a claim's sentence, cut at its value or not, and its noun may hold cues of."""
    evidence = claim.evidence
    start, end = evidence.start - evidence.sentence_start, evidence.end - evidence.sentence_start
    cut = (evidence.sentence[max(0, start - CUT) : start], evidence.text, evidence.sentence[end : end + CUT])
    edges = (*cut[0].split()[-1:], cut[1], *cut[2].split()[:1], claim.subject.noun or "")
    return reduce(or_, CUED.of(" ".join(edges)), mask(evidence.sentence))
