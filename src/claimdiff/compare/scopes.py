"""What the words beside a value say of how much it covers: which batch, towns or all the country, year or month."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from claimdiff.compare.cues import REACH, cues, table
from claimdiff.compare.words import around, bare, stem
from claimdiff.model import Claim

AFAR, LATELY = 8, 6
# What stands for the first of several, and for all there is.
FIRST = 1
ALL: dict[str, frozenset[str]] = {"less": frozenset()}
_WORD, _MARK = re.compile(r"[^\W\d_]+"), re.compile(r"[^\w\s]")


def turn(claim: Claim) -> int:
    """Which of several in a row a value is of, the first where no word says: "the fourth batch"."""
    words = _beside(claim)
    nouns, numbers = _stemmed("turns"), _ordinals()
    near = [(x, y) for x, y in pairwise(words) if x in nouns or y in nouns]
    return next((n for x, y in reversed(near) if (n := numbers.get(y if x in nouns else x))), FIRST)


def covers(claim: Claim) -> dict[str, frozenset[str]]:
    """What a value covers in each kind of scope that words beside it name."""
    said = f" {' '.join(_beside(claim))} "
    found = {kind: frozenset(one for one in ones if _names(said, f"scopes.{one}")) for kind, ones in _kinds()}
    less = _names(said, f"less.{claim.topic}") if claim.topic in table()["less"] else False
    return {**{kind: ones for kind, ones in found.items() if ones}, "less": frozenset(("less",) if less else ())}


def side(claim: Claim) -> str | None:
    """Which side of an account a sum is: the one named right behind it, else the last one before it in its clause."""
    evidence = claim.evidence
    start = evidence.start - evidence.sentence_start
    before = _WORD.findall(_MARK.split(bare(evidence.sentence[:start]))[-1])[-LATELY:]
    behind = _WORD.findall(bare(evidence.sentence[start + len(evidence.text) :]))[:1]
    near = (*behind, *reversed((*before, *_WORD.findall(bare(evidence.text)))))
    joined, known = cues("joined")[0], _sides()
    found = (known.get(word) or known.get(word.removeprefix(joined)) for word in near)
    return next((one for one in found if one), None)


@cache
def _sides() -> dict[str, str]:
    return {word: name for name, words in table()["sides"].items() for word in words}


def spread(claim: Claim) -> bool:
    """Whether a count is told of several places together."""
    tail = bare(claim.evidence.sentence[claim.evidence.end - claim.evidence.sentence_start :])
    if any(word in cues("spread.places") for word in _WORD.findall(tail)[:REACH]):
        return True
    clause = _WORD.findall(_MARK.split(tail)[0])[:AFAR]
    inside = next((n for n, word in enumerate(clause) if word in cues("spread.inside")), len(clause))
    return any(word in cues("spread.countries") for word in clause[inside:])


def _kinds() -> list[tuple[str, list[str]]]:
    return list(table()["apart"].items())


def _names(said: str, name: str) -> bool:
    return any(f" {cue} " in said for cue in _stemmed(name))


@cache
def _stemmed(name: str) -> tuple[str, ...]:
    """The cues of a list, each word as its stem."""
    return tuple(" ".join(map(stem, _WORD.findall(cue))) for cue in cues(name))


@cache
def _ordinals() -> dict[str, int]:
    return {stem(word): n for n, line in enumerate(cues("ordinals"), 1) for word in line.split()}


def _beside(claim: Claim) -> list[str]:
    """The stems of the words beside a value, in their order."""
    return [stem(word) for word in around(claim.evidence)]
