"""What a few articles on one story tell under unlike topics, groups or nouns.

``echoes`` finds the telling figures of any store. In a few articles that somebody put together less tells: a number of
two digits that each article has once, where the sentences share words; a day that lies well before both papers. Two
unlike values are held against each other where the words beside them are mostly the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from claimdiff.compare import intervals
from claimdiff.compare.comparable import why_not
from claimdiff.compare.days import FAMILIES
from claimdiff.compare.dynamics import Judgement, context, judge
from claimdiff.compare.keys import key
from claimdiff.compare.likeness import alike
from claimdiff.compare.sameness import HAND, agrees, one_story
from claimdiff.compare.views import Store, View

# More articles than that are no story that somebody put together.
STORY = 24
LITTLE, SOME, MUCH, MOSTLY = 0.05, 0.15, 0.3, 0.5
HUNDREDS = 100
BACK = 3
TOLD = ("asserted", "planned", "superseded")
# Topics that one count may be read as.
COUNTS = (
    frozenset(("deployment", "troops", "withdrawal")),
    frozenset(("attendance", "protesters", "turnout", "votes")),
    frozenset(("aid", "budget", "debt", "investment", "losses", "price", "trade")),
    frozenset(("killed", "missing")),
    frozenset(("displaced", "rescued")),
    *FAMILIES,
)


def kindred(store: Store) -> Iterator[list[View]]:
    """Two claims each that tell one figure or day under unlike keys, in the order of their values."""
    if store.weights.chosen <= HAND or len(store.about) > STORY:
        return
    told = store.views([claim for claim in store.claims if claim.stance in TOLD])
    buckets: defaultdict[tuple[str, float], list[View]] = defaultdict(list)
    for view in told:
        if (value := _value(view)) is not None:
            buckets[view.claim.kind, value].append(view)
    for named in sorted(buckets):
        single = _single(buckets[named])
        yield from ([a, b] for a, b in combinations(single, 2) if _kin(a, b))


def clashes(store: Store) -> Iterator[tuple[View, View, Judgement]]:
    """Two unlike values under unlike keys, told in mostly the same words; neither article tells the other's, too."""
    if store.weights.chosen <= HAND or len(store.about) > STORY:
        return
    told = store.views([one for one in store.claims if one.stance in TOLD[:2] and one.kind in ("quantity", "share")])
    for a, b in combinations(told, 2):
        if _rivals(a, b) and not any(_told(a, one, b) or _told(b, one, a) for one in told):
            said = judge(a, b, context([a, b]))
            if said.verdict in ("contradiction", "tension"):
                yield a, b, said


def _rivals(a: View, b: View) -> bool:
    """Whether two values under unlike keys are told in mostly the same words, and nothing keeps them apart."""
    if a.claim.kind != b.claim.kind or a.about is b.about or key(a.claim) == key(b.claim) or not _topics(a, b):
        return False
    units = [getattr(view.claim.value, "unit", None) for view in (a, b)]
    alone = a.claim.subject.group == b.claim.subject.group and a.place == b.place
    if not units[0] or units[0] != units[1] or not alone or agrees(a, b):
        return False
    return one_story(a, b) and a.weights.shared(a.near, b.near) >= MOSTLY and why_not(a, b) is None


def _told(view: View, other: View, across: View) -> bool:
    """Whether the other's article tells a value, too."""
    return other.about is across.about and other.claim.kind == view.claim.kind and agrees(view, other)


def _value(view: View) -> float | None:
    """What two values must have in common: the number, the day."""
    plain = view.measure.plain
    if view.claim.kind != "date":
        return view.measure.number
    return plain.low if plain.high - plain.low < 1 and not view.measure.cyclic else None


def _back(view: View) -> bool:
    """Whether a day lies well before its paper: not the day of the news itself."""
    return view.published is None or view.measure.plain.high < view.published.low - BACK


def _single(views: Sequence[View]) -> list[View]:
    """The claims whose article has no other of that value."""
    homes = Counter(view.about.number for view in views)
    return [view for view in views if homes[view.about.number] == 1]


def _kin(a: View, b: View) -> bool:
    """Whether two claims of one value tell one thing, as far as a few articles let one say."""
    if key(a.claim) == key(b.claim) or not _topics(a, b) or not _units(a, b) or not one_story(a, b):
        return False
    if a.claim.kind == "date":
        family = any({a.claim.topic, b.claim.topic} <= one for one in FAMILIES)
        return a.claim.stance == b.claim.stance and (family or (_back(a) and _back(b)))
    if _digits(a) > 1 and None is not a.roles[0] == b.roles[0]:
        return True
    return alike(a, b) >= (MUCH if _digits(a) < 2 else SOME if (a.measure.number or 0.0) < HUNDREDS else LITTLE)


def _topics(a: View, b: View) -> bool:
    """Whether two topics are one or may be one read in two ways."""
    x, y = a.claim.topic, b.claim.topic
    return x == y or "other" in (x, y) or any(x in family and y in family for family in COUNTS)


def _units(a: View, b: View) -> bool:
    """Whether two units are one, or one isn't told."""
    x, y = (getattr(view.claim.value, "unit", None) for view in (a, b))
    return x == y or None in (x, y) or (x in intervals.DAYS and y in intervals.DAYS)


def _digits(view: View) -> int:
    """How many digits of a number tell, the noughts behind it left out."""
    return len(f"{view.measure.number or 0.0:.6g}".replace(".", "").strip("0"))
