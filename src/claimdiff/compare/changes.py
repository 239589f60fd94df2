"""What sources say has changed: each replaced value with the value that replaced it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from claimdiff.compare import intervals
from claimdiff.compare.sameness import compatible
from claimdiff.compare.views import View

SLIGHT = 0.02


@dataclass(frozen=True, slots=True)
class Change:
    """A source says that one value became another."""

    before: View
    after: View


def changes(views: list[View]) -> list[Change]:
    """Each replaced value with the value that replaced it: the next in the text, else the one before."""
    by_doc: defaultdict[str, list[View]] = defaultdict(list)
    for view in views:
        by_doc[view.claim.source.doc].append(view)
    found = []
    for doc in sorted(by_doc):
        inside = sorted(by_doc[doc], key=lambda view: view.claim.evidence.start)
        old = [n for n, view in enumerate(inside) if view.claim.stance == "superseded"]
        found += [change for n in old if (change := _replacement(inside, n))]
    return found


def _replacement(inside: list[View], n: int) -> Change | None:
    """In the sentence of the old value the nearest one; of an earlier count the one that the article opens with.

    Else the next in the text.
    """
    old = inside[n]
    fits = [
        new
        for new in inside
        if not intervals.agree(old.measure, new.measure)
        and compatible(old.roles, new.roles)
        and (new.claim.stance != "superseded" or _start(new) > _start(old))
    ]
    beside = [new for new in fits if _sentence(new) == _sentence(old)]
    later = [new for new in fits if _start(new) > _start(old)]
    opened = [new for new in fits if _start(new) < _start(old) and new.lead] if old.stale else []
    near = sorted(beside or opened or later[:1], key=lambda new: (abs(_start(new) - _start(old)), -_start(new)))
    return Change(old, near[0]) if near else None


def _start(view: View) -> int:
    return view.claim.evidence.start


def _sentence(view: View) -> int:
    return view.claim.evidence.sentence_start


def beside(bound: View, other: View) -> bool:
    """Whether a number is told as just above or below another: more than 94 of 94.65."""
    stated, number = bound.measure.number, other.measure.number
    if bound.measure.exactness >= intervals.FIRM or not stated or number is None:
        return False
    return abs(stated - number) <= SLIGHT * stated and intervals.agree(bound.measure, other.measure)
