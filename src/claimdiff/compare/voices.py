"""Two claimants of one article: what each of them says, or what is set against the other."""

from __future__ import annotations

import re
from functools import cache

from claimdiff.compare.cues import cues
from claimdiff.compare.measures import measured
from claimdiff.compare.sameness import two_times
from claimdiff.compare.views import View
from claimdiff.compare.words import bare, stems

OPENING = 3
# What claimants dispute: crowds, turnout, who took part.
CROWDS = frozenset(("protesters", "turnout"))
PARTICIPATION = "participation"


def disputed(a: View, b: View) -> bool:
    """Whether two claimants of one article give one measure of one place two values: unions and ministry of a strike,
    organisers and police of a march."""
    if not (a.claim.topic in CROWDS or _measure(a) == _measure(b) == PARTICIPATION):
        return False
    whole = a.some == b.some and a.place == b.place == "alone" and a.window == b.window
    return whole and _town(a) == _town(b) and not two_times(a, b) and _voices(a, b)


def _measure(view: View) -> str | None:
    return measured(view.claim) if view.claim.kind == "share" else None


def _town(view: View) -> str | None:
    """The town that the words beside a value name."""
    where = view.roles[2]
    return where if where and "/" in where and "place" not in view.claim.subject.inferred else None


def _voices(a: View, b: View) -> bool:
    """Whether two speakers say the two values, or the second is set against the first."""
    left, right = (stems(view.claim.attribution.speaker) if view.claim.attribution else stems("") for view in (a, b))
    if left and right and not left & right:
        return True
    first, second = sorted((a.claim.evidence, b.claim.evidence), key=lambda one: one.start)
    if first.sentence_start == second.sentence_start:
        between = first.sentence[first.end - first.sentence_start : second.start - first.sentence_start]
        behind = second.sentence[second.end - second.sentence_start :].split()[:OPENING]
        return voiced(between) or (opposed(between) and voiced(" ".join(behind)))
    return opposed(" ".join(second.sentence.split()[:OPENING]))


@cache
def _pattern(*names: str) -> re.Pattern[str]:
    words = "|".join(re.escape(cue) for name in names for cue in cues(name))
    return re.compile(rf"(?:^|\s)(?:{words})(?=\s|$)")


def opposed(text: str) -> bool:
    """Whether words set what follows against what was said, whoever says it."""
    return bool(_pattern("contrast", "against").search(bare(text)))


def voiced(text: str) -> bool:
    """Whether somebody is said to say something."""
    return bool(_pattern("said").search(bare(text)))
