"""Pairs of a block judged: all that are comparable, of a very large block only what tells something new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimdiff.compare.changes import Change
from claimdiff.compare.comparable import apart, tied
from claimdiff.compare.dynamics import Context, Judgement, judge
from claimdiff.compare.joined import Joined
from claimdiff.compare.lists import ambiguous
from claimdiff.compare.quick import glance
from claimdiff.compare.sameness import plainly
from claimdiff.compare.views import View

Pair = tuple[int, int]
LISTED = 64


def judged(
    inside: Sequence[View], known: Context, pairs: Iterable[Pair], more: Iterable[Pair] | None = None
) -> dict[Pair, Judgement]:
    """A judgement for each pair that is comparable; where there are ``more``, only what tells something new.

    Then two claims that clash need no more of ``pairs``; of ``more`` they need what connects them.
    """
    judging = Judging(inside, known)
    for i, j in pairs:
        if more is None or i not in judging.clashing or j not in judging.clashing:
            judging.judge(i, j)
    if more is not None:
        joined = Joined(len(inside), judging.judged)
        for i, j in more:
            news = i not in judging.clashing or j not in judging.clashing or not joined.together(i, j)
            if news and judging.judge(i, j):
                joined.join(i, j)
    return judging.judged


class Judging:
    """The judgements on pairs of a block so far, and which claims contradict some other."""

    def __init__(self, inside: Sequence[View], known: Context) -> None:
        self.inside, self.known = inside, known
        self.by_doc: defaultdict[str, list[View]] = defaultdict(list)
        for view in inside:
            self.by_doc[view.claim.source.doc].append(view)
        self.stated = {_names(change) for change in known.changes}
        self.may = glance(inside[0])
        self.judged: dict[Pair, Judgement] = {}
        self.clashing: set[int] = set()

    def judge(self, i: int, j: int) -> bool:
        """Judge two claims if they are comparable; whether they are."""
        a, b = self.inside[i], self.inside[j]
        if (not self.may(a, b) or not tied(a, b) or apart(a, b)) and not _stated(a, b, self.stated):
            return False
        said = judge(a, b, self.known)
        sure = said.verdict in ("update", "agreement")
        told = sure or plainly(a, b) or not _ambiguous(a, b, self.by_doc)
        if told:
            self.judged[i, j] = said
        if said.verdict == "contradiction":
            self.clashing.update((i, j))
        return told


def _names(change: Change) -> frozenset[str]:
    return frozenset((change.before.claim.id, change.after.claim.id))


def _stated(a: View, b: View, stated: set[frozenset[str]]) -> bool:
    """Whether one article says that one of two values became the other."""
    return a.about is b.about and bool(stated) and _names(Change(a, b)) in stated


def _ambiguous(a: View, b: View, by_doc: Mapping[str, Sequence[View]]) -> bool:
    left, right = by_doc[a.claim.source.doc], by_doc[b.claim.source.doc]
    if left is right or len(left) == len(right) == 1:
        return False
    return ambiguous(a, b, left[:LISTED], right[:LISTED])
