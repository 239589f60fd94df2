"""What the words beside a value say of what it counts: those held, a capacity, some hours of polling, a rise."""

from __future__ import annotations

from claimdiff.compare.cues import AGO, REACH, places, searched
from claimdiff.compare.words import bare
from claimdiff.model import Claim


def polling(claim: Claim) -> bool:
    """Whether a turnout is that of some hours of a day of polling."""
    after = bare(claim.evidence.sentence[claim.evidence.end - claim.evidence.sentence_start :]).split()[:AGO]
    return searched("hours", " ".join([*_ahead(claim).split()[-AGO:], *after]))


def held(claim: Claim) -> bool | None:
    """Whether the words of holding or of letting go that stand nearest before a value, else behind it, are the former.

    None where its sentence has neither.
    """
    said = bare(claim.evidence.sentence)
    at = claim.evidence.start - claim.evidence.sentence_start
    found = [(start, name == "held") for name in ("held", "freed") for start in places(name, said)]
    before = [one for one in found if one[0] < at]
    nearest = max(before, default=None) or min(found, default=None)
    return nearest[1] if nearest else None


def real(claim: Claim) -> bool:
    """Whether a few words before a value tell it as the real one."""
    return searched("real", " ".join(_ahead(claim).split()[-REACH - 2 :]))


def room(claim: Claim) -> bool:
    """Whether the words right before a value make it one of what could be: a capacity."""
    return searched("room", " ".join(_ahead(claim).split()[-REACH - 1 :]))


def shifted(claim: Claim) -> int:
    """1 where the words before a value tell that it rose to it, -1 where they tell that it fell."""
    before = " ".join(_ahead(claim).split()[-AGO:])
    risen, fallen = (searched(name, before) for name in ("risen", "fallen"))
    return risen - fallen


def _ahead(claim: Claim) -> str:
    """What stands before a value in its sentence."""
    return bare(claim.evidence.sentence[: claim.evidence.start - claim.evidence.sentence_start])
