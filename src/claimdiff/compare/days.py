"""Two days of one event under two topics: a blow that one article calls a disaster and the next an attack.

Only in a few articles that somebody put together, only days that lie side by side, and only where neither
article tells the other's day as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from claimdiff.compare import intervals
from claimdiff.compare.dynamics import Judgement
from claimdiff.compare.keys import key
from claimdiff.compare.likeness import alike, likeness, needed
from claimdiff.compare.occasions import SURE, neighbours
from claimdiff.compare.sameness import HAND, agrees, one_story
from claimdiff.compare.views import Store, View

# Topics that one event may be told under.
FAMILIES = (
    frozenset(("attack", "disaster", "killing", "war", "invasion", "defeat")),
    frozenset(("agreement", "ceasefire")),
    frozenset(("election", "vote")),
)
TOLD = ("asserted", "planned")
ALIKE = 0.12
Homes = Mapping[str, Sequence[View]]


def clashes(store: Store) -> Iterator[tuple[View, list[tuple[View, Judgement]]]]:
    """Pairs of days that can't both be the event's, the claim with the lower id first."""
    if store.weights.chosen <= HAND:
        return
    told = store.views([claim for claim in store.claims if claim.kind == "date" and claim.stance in TOLD])
    homes: defaultdict[str, list[View]] = defaultdict(list)
    for view in told:
        homes[view.claim.source.doc].append(view)
    for a, b in combinations(told, 2):
        if _clash(a, b) and not _partnered(a, b, homes) and not _partnered(b, a, homes):
            yield a, [(b, Judgement("contradiction", "disjoint", None))]


def _family(view: View) -> int | None:
    return next((n for n, family in enumerate(FAMILIES) if view.claim.topic in family), None)


def _related(a: View, b: View) -> bool:
    """Whether two topics are of one family; one that no topic knows is where the sentences share words."""
    x, y = _family(a), _family(b)
    if x is not None and y is not None:
        return x == y
    return (x is not None or y is not None) and "other" in (a.claim.topic, b.claim.topic) and alike(a, b) >= ALIKE


def _clash(a: View, b: View) -> bool:
    """Whether two topics of one family are at two days side by side, in two articles on one story."""
    if a.about is b.about or key(a.claim) == key(b.claim) or not _related(a, b):
        return False
    if a.claim.stance != b.claim.stance or "until" in (a.claim.value.modifier, b.claim.value.modifier):
        return False
    told = not a.measure.inferred and not b.measure.inferred and neighbours(a, b) and not agrees(a, b)
    return told and one_story(a, b) and likeness(a, b) >= needed(a, b) + SURE


def _partnered(view: View, other: View, homes: Homes) -> bool:
    """Whether the other's article tells this day, too, and not only as that of its paper or of a price."""
    told = (one for one in homes[other.claim.source.doc] if intervals.agree(view.measure, one.measure))
    return any(one.claim.topic != "other" or alike(view, one) > 0 for one in told)
