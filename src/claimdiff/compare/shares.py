"""A percentage that its own numbers don't give: "47 of 60, or 60 %"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimdiff.compare import intervals, wording
from claimdiff.compare.cues import cues
from claimdiff.compare.dynamics import Judgement
from claimdiff.compare.views import View
from claimdiff.compare.words import bare

NEAR = 24
SLACK = 2.0


def miscounted(part: View, whole: View, views: Sequence[View]) -> Iterator[tuple[View, Judgement]]:
    """The percentage that stands right behind a part and its whole, if they give another one."""
    end = max(part.claim.evidence.end, whole.claim.evidence.end)
    for share in views:
        behind = share.claim.kind == "share" and end <= share.claim.evidence.start <= end + NEAR
        if behind and _equal(share, end) and (judgement := _weigh(part, whole, share)):
            yield share, judgement


def _equal(share: View, end: int) -> bool:
    """Whether the words before a percentage say that it is the same figure: "or", "that is"."""
    evidence = share.claim.evidence
    between = bare(evidence.sentence[end - evidence.sentence_start : evidence.end - evidence.sentence_start])
    return any(f" {cue} " in f" {between} " for cue in cues("equal"))


def _weigh(part: View, whole: View, share: View) -> Judgement | None:
    over, under, stated = part.measure.number, whole.measure.number, share.measure.number
    exact = min(view.measure.exactness for view in (part, whole, share)) >= 1.0
    if not (over and under and stated and exact and over <= under):
        return None
    given = 100 * over / under
    if abs(given - stated) <= SLACK * share.measure.grain + intervals.EPSILON:
        return None
    numbers = (wording.value(view.claim.value) for view in (part, whole))
    said = "{} of {} are {}%, not {}%.".format(*numbers, wording.number(round(given, 1)), wording.number(stated))
    return Judgement("contradiction", "parts_do_not_sum", None, sentence=said)
