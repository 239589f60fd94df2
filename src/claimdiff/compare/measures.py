"""What a value counts or measures, by one name for several words."""

from __future__ import annotations

from functools import cache

from claimdiff.compare.cues import table
from claimdiff.compare.words import bare, noun, stem
from claimdiff.model import Claim


@cache
def families() -> dict[str, str]:
    """What shares measure, by the stem of each word for it."""
    return {stem(bare(word)): name for name, words in table()["measures"].items() for word in words}


def measured(claim: Claim) -> str | None:
    """The noun that says what a value counts; of shares the one name for several words of what they measure."""
    said = noun(claim.subject.noun)
    return families().get(said, said) if said and claim.kind == "share" else said
