"""One figure in several articles on one event, whatever each sentence calls it: they agree.

Topics and nouns are guesses; a telling number or a day that two articles on one event share is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimdiff.compare.keys import key, telling
from claimdiff.compare.sameness import same_event
from claimdiff.compare.views import Store, View
from claimdiff.model import Claim, Moment

CROWD = 48
ALIKE = 0.3
_SILENT = frozenset(("denied", "conditional"))


def echoes(store: Store) -> Iterator[list[View]]:
    """Groups of claims of one value that stand under unlike keys, in the order of their values."""
    buckets: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in store.claims:
        if claim.stance not in _SILENT and (value := _value(claim)):
            buckets[value].append(claim)
    for value in sorted(buckets):
        if len(buckets[value]) > 1 and len({key(claim) for claim in buckets[value]}) > 1:
            yield from _grouped(store.views(buckets[value][:CROWD]))


def _value(claim: Claim) -> tuple[str, ...] | None:
    """A telling number with its unit, or a date, as a key."""
    said = claim.value
    if isinstance(said, Moment):
        return (claim.kind, said.edtf, said.modifier) if said.edtf[:1] != "?" else None
    number = telling(claim)
    return (claim.kind, said.unit or "", f"{number:.12g}") if number is not None else None


def _grouped(views: list[View]) -> Iterator[list[View]]:
    """The claims that the first of each group echoes, of two keys at least."""
    left = views
    while len(left) > 1:
        group = [left[0], *(view for view in left[1:] if _echo(left[0], view))]
        if len({key(view.claim) for view in group}) > 1:
            yield group
        left = [view for view in left[1:] if view not in group]


def _echo(a: View, b: View) -> bool:
    if a.about is b.about or not same_event(a, b):
        return False
    if a.claim.kind != "date":
        return True
    alike = max(a.weights.shared(a.near, b.near), a.weights.shared(a.words, b.words))
    day = a.measure.plain.high - a.measure.plain.low < 1
    return alike >= (ALIKE / 2 if day else ALIKE)


def topic(views: Sequence[View]) -> str:
    """What most of the claims are about, "other" last."""
    topics = [view.claim.topic for view in views]
    return min(topics, key=lambda name: (name == "other", -topics.count(name), name))
