"""What the words beside a result of a vote say of it: counted so far, preliminary, whose, all the votes cast."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimdiff.compare.cues import AGO, COUNTED, REACH, ahead, cues, pattern
from claimdiff.compare.words import bare, stem
from claimdiff.model import Claim


def interim(claim: Claim) -> bool:
    """Whether a sentence speaks of votes that are still being counted."""
    said = bare(claim.evidence.sentence) if claim.topic in COUNTED else ""
    return bool(pattern("counting").search(said)) and not pattern("recounted").search(said)


def preliminary(claim: Claim) -> bool:
    """Whether a sentence tells its result as a preliminary one."""
    return claim.topic in COUNTED and bool(pattern("preliminary").search(bare(claim.evidence.sentence)))


@lru_cache(maxsize=8192)
def whose(claim: Claim) -> frozenset[str]:
    """The stems of the words about a result alone: up to the next number or contrast, what any result has left out."""
    at = claim.evidence.start - claim.evidence.sentence_start
    before = apart(bare(claim.evidence.sentence[:at]))[-1]
    after = apart(bare(claim.evidence.sentence[at + len(claim.evidence.text) :]))[0]
    words = re.findall(r"[^\W\d_]+", f"{before} {after}")
    said = {word.removeprefix(first) if word.startswith(first := cues("joined")[0]) else word for word in words}
    return frozenset(mark for word in said if len(word) > REACH and (mark := stem(word)) not in _ballots())


def apart(text: str) -> list[str]:
    """The parts of a text between numbers and words of contrast."""
    return re.split(rf"\d+|{pattern('contrast').pattern}", text)


@cache
def _ballots() -> frozenset[str]:
    return frozenset(map(stem, cues("ballots")))


def cast(claim: Claim) -> bool:
    """Whether votes are told as all that were cast: "the number of votes reached 24 million"."""
    before = " ".join(ahead(claim).split()[-AGO:])
    head = pattern("cast").search(before)
    if head is None or pattern("uncast").search(before):
        return False
    return bool(pattern("amounted").search(before, head.end()))
