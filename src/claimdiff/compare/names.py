"""Whose seats or votes a result counts: the names of its list and of who heads it, as the words before it say.

"The list 'Future', headed by the former minister Sami Haddad, won 12 seats": future, sami, haddad. Votes at home or
abroad are told apart likewise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from claimdiff.compare.cues import cues
from claimdiff.compare.results import apart
from claimdiff.compare.words import bare, stem
from claimdiff.model import Claim

LONGEST, AFAR, OWNER, SHORT, WHOLE = 4, 3, 2, 3, 4
_TOKEN = re.compile(r'[^\W\d_]+|["\u00ab\u00bb\u201c\u201d]|[^\w\s]')
_QUOTES = frozenset('"\u00ab\u00bb\u201c\u201d')
Names = frozenset[str]


def signs(claim: Claim, beside: Iterable[Claim]) -> Names:
    """The names of a result that no other result of its article has, unless that one has no more."""
    mine = names(claim)
    others = [names(one) for one in beside if one.value != claim.value] if mine else []
    return mine.difference(*(one for one in others if one - mine))


@lru_cache(maxsize=8192)
def names(claim: Claim) -> Names:
    """The stems of the names that stand between a result and the number or word of contrast before it.

    None of how many a whole chamber has: "the list wants a majority in the parliament of 600 seats".
    """
    at = claim.evidence.start - claim.evidence.sentence_start
    said = _TOKEN.findall(apart(bare(claim.evidence.sentence[:at]))[-1])
    if any(word in cues("chambers") for word in said[-WHOLE:]):
        return frozenset()
    return frozenset(mark for word in _names(said) if len(word) > SHORT and (mark := stem(word)))


def _names(said: list[str]) -> Iterator[str]:
    """The words behind what a list is called by, behind who heads it, and before "whose list"."""
    joined = cues("joined")[0]
    for n, word in enumerate(said):
        alone = word.removeprefix(joined) if len(word) > SHORT else word
        if alone in cues("realms"):
            yield alone
        if any(one in cues(name) for one in (word, alone) for name in ("lists", "headed", "his")):
            yield from _name(said[n + 1 :])
        if any(one in cues("his") for one in (word, alone)):
            yield from _owner(said[:n])


def _name(behind: list[str]) -> Iterator[str]:
    """A name in quotation marks, else a few words up to a mark or what ends a name; titles left out."""
    quoted = bool(behind) and behind[0] in _QUOTES
    found = 0
    for word in behind[quoted:]:
        if not word[0].isalpha() or word in cues("unnamed") or found == LONGEST:
            return
        if word in cues("titles") or word in cues("lists"):
            continue
        found += 1
        yield word


def _owner(before: list[str]) -> Iterator[str]:
    """Who stands right before "whose", a mark between them or none."""
    at = next((n for n in range(len(before) - 1, -1, -1) if before[n] in cues("relative")), None)
    if at is None or len(before) - at > AFAR:
        return
    end = at - (at > 0 and not before[at - 1][0].isalpha())
    for word in reversed(before[max(0, end - OWNER) : end]):
        if not word[0].isalpha() or word in cues("unnamed"):
            return
        if word not in cues("titles"):
            yield word
