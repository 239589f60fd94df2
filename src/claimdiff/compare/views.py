"""Claims made ready for comparing: intervals, spans of time, roles, and what their document is about."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from claimdiff.compare import dates, intervals
from claimdiff.compare.cues import Place, place, some
from claimdiff.compare.words import Stems, Weights, bare, beside, cosine, counted, noun, stems
from claimdiff.model import Claim, Dynamics, Value

Roles = tuple[str | None, str | None, str | None]
Key = tuple[str, str, str, str, str]

SIGNATURE = 96
LEAD = 900
VECTORS = 16_384
LIKES = 262_144
_SILENT = frozenset(("denied", "superseded"))


class About:
    """What a document is about, each part found out when it is first asked for.

    ``who`` are the countries and organisations that its claims name, ``country`` the one most of them lie
    in, ``vector`` its telling stems, ``figures`` its telling numbers (three digits and more that count),
    ``lead`` the first value of each key, ``several`` the keys of which it has unlike values.
    """

    __slots__ = ("claims", "country", "figures", "lead", "number", "several", "shared", "who")
    who: frozenset[str]
    country: str | None
    figures: frozenset[tuple[str, float]]
    lead: Mapping[Key, Value]
    several: frozenset[Key]

    def __init__(self, claims: list[Claim], number: int, shared: Shared) -> None:
        self.claims, self.number, self.shared = claims, number, shared

    @property
    def vector(self) -> Mapping[int, float]:
        """The heaviest stems of the document, heaviest first."""
        return self.shared.vector(self.claims[0].source.doc)

    def like(self, other: About) -> float:
        """How alike two documents are, from 0 to 1."""
        return self.shared.like(self, other)

    def __getattr__(self, name: str) -> Any:
        """What no slot holds yet. Raises AttributeError for what there is no slot for."""
        if name in ("lead", "several"):
            self.lead, self.several = _keys(self.claims)
        elif name == "figures":
            said = ((claim.topic, telling(claim)) for claim in self.claims)
            self.figures = frozenset((topic, number) for topic, number in said if number is not None)
        elif name in ("who", "country"):
            self.who, self.country = _places(self.claims)
        else:
            raise AttributeError(name)
        return getattr(self, name)


class Shared:
    """What the documents of a store share: the weights of words, and what is remembered of the documents.

    Vectors and likenesses are forgotten where there are too many, and made again when they are asked for.
    """

    def __init__(self, told: Mapping[str, array[int]]) -> None:
        self.told = told
        self.weights = Weights(told.values())
        self.vector = lru_cache(maxsize=VECTORS)(self._vector)
        self.likes: dict[int, float] = {}

    def _vector(self, doc: str) -> Mapping[int, float]:
        return self.weights.vector(Counter(self.told[doc]), SIGNATURE)

    def like(self, a: About, b: About) -> float:
        """How alike two documents are, from 0 to 1."""
        mark = a.number << 32 | b.number if a.number < b.number else b.number << 32 | a.number
        found = self.likes.get(mark)
        if found is None:
            if len(self.likes) >= LIKES:
                self.likes.clear()
            found = self.likes[mark] = cosine(a.vector, b.vector)
        return found


class View:
    """One claim and all that judges look at. ``own`` is the time that the words state.

    ``words`` are the stems of its sentence, ``near`` those beside the value; ``lead`` tells whether it is
    the figure that its document opens with, ``only`` whether the document has no other of its key, ``place``
    whether it stands as part or whole of another, ``some`` the noun that names only some people. These are
    found out when they are first asked for: most views meet nothing that they could answer.
    """

    __slots__ = (
        "about",
        "claim",
        "dynamics",
        "lead",
        "measure",
        "near",
        "only",
        "own",
        "place",
        "published",
        "roles",
        "some",
        "weights",
        "words",
    )
    words: Stems
    near: Stems
    lead: bool
    only: bool
    place: Place
    some: str | None

    def __init__(
        self, claim: Claim, dynamics: Dynamics, measure: intervals.Measure, about: About, weights: Weights
    ) -> None:
        subject = claim.subject
        self.claim, self.dynamics, self.measure = claim, dynamics, measure
        self.roles: Roles = (subject.actor, subject.target, subject.place)
        self.own = dates.stated(claim.time) if claim.time else None
        self.published = dates.published(claim.source.published)
        self.about, self.weights = about, weights

    def __getattr__(self, name: str) -> Any:
        """What no slot holds yet. Raises AttributeError for what there is no slot for."""
        if name not in _LATER:
            raise AttributeError(name)
        found = _LATER[name](self)
        setattr(self, name, found)
        return found


_LATER: dict[str, Callable[[View], Any]] = {
    "words": lambda view: stems(view.claim.evidence.sentence),
    "near": lambda view: beside(view.claim.evidence),
    "lead": lambda view: view.claim.evidence.start <= LEAD and view.about.lead.get(key(view.claim)) == view.claim.value,
    "only": lambda view: key(view.claim) not in view.about.several,
    "place": lambda view: place(view.claim),
    "some": lambda view: some(view.claim),
}


class Store:
    """All claims of one comparison, each id once, with what their documents are about."""

    def __init__(self, claims: Iterable[Claim], dynamics: Mapping[str, Dynamics]) -> None:
        by_id = {claim.id: claim for claim in claims}
        self.claims = [by_id[name] for name in sorted(by_id)]
        self.dynamics = dynamics
        by_doc: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            by_doc[claim.source.doc].append(claim)
        shared = Shared({doc: _told(inside) for doc, inside in by_doc.items()})
        self.weights = shared.weights
        self.about = {doc: About(inside, n, shared) for n, (doc, inside) in enumerate(by_doc.items())}

    def views(self, claims: Sequence[Claim]) -> list[View]:
        """Every claim that has a value to compare, in the order given."""
        return [one for one in map(self.view, claims) if one is not None]

    def view(self, claim: Claim) -> View | None:
        """The claim made ready, or None where its value says nothing that could be compared."""
        measure = intervals.measure(claim.value)
        if measure is None:
            return None
        dynamics = self.dynamics.get(claim.topic, "level")
        return View(claim, dynamics, measure, self.about[claim.source.doc], self.weights)


def views(claims: Iterable[Claim], dynamics: Mapping[str, Dynamics]) -> list[View]:
    """Every claim that has a value to compare, in the order of their ids, each id once."""
    store = Store(claims, dynamics)
    return store.views(store.claims)


def key(claim: Claim) -> Key:
    """What two claims must share to be looked at together: kind, topic, unit, group, noun for ``other``."""
    subject = claim.subject
    named = (noun(subject.noun) or f"?{claim.id}") if claim.topic == "other" else ""
    return _key(claim.kind, claim.topic, getattr(claim.value, "unit", None), subject.group, named)


def lone(claim: Claim) -> bool:
    """Whether no other claim can have its key: nothing says what it counts."""
    return claim.topic == "other" and noun(claim.subject.noun) is None


@lru_cache(maxsize=32768)
def _key(kind: str, topic: str, unit: str | None, group: str | None, named: str) -> Key:
    unit = "duration" if unit in intervals.DAYS else unit or ""
    return kind, topic, unit, bare(group or ""), named


def _told(claims: list[Claim]) -> array[int]:
    """The stems of a document's title, twice, and of its sentences, each as often as it stands there."""
    title = counted(claims[0].source.title or "")
    found = array("I", title + title)
    for sentence in {claim.evidence.sentence for claim in claims}:
        found.extend(counted(sentence))
    return found


def _places(claims: list[Claim]) -> tuple[frozenset[str], str | None]:
    """The countries and organisations that claims name, and the one that most of them lie in."""
    subjects = [claim.subject for claim in claims]
    named = (role for one in subjects for role in (one.actor, one.target, one.place) if role)
    places = Counter(one.place.split("/")[0] for one in subjects if one.place).most_common(2)
    alone = len(places) == 1 or (len(places) == 2 and places[0][1] > places[1][1])
    return frozenset(role.split("/")[0] for role in named), places[0][0] if alone else None


def _keys(claims: list[Claim]) -> tuple[dict[Key, Value], frozenset[Key]]:
    """The first value of each key; the keys with two values that don't agree."""
    first: dict[Key, tuple[int, str, Value]] = {}
    said: defaultdict[Key, list[intervals.Measure]] = defaultdict(list)
    for claim in claims:
        measure = intervals.measure(claim.value)
        if claim.stance in _SILENT or measure is None:
            continue
        name = key(claim)
        here = (claim.evidence.start, claim.id, claim.value)
        first[name] = min(first.get(name, here), here, key=lambda one: one[:2])
        said[name].append(measure)
    several = (name for name, some in said.items() if not all(intervals.agree(some[0], one) for one in some[1:]))
    return {name: value for name, (_, _, value) in first.items()}, frozenset(several)


def telling(claim: Claim) -> float | None:
    """The number of a count that hardly two events share: three digits and more before the noughts."""
    number = getattr(claim.value, "number", None)
    if number is None or claim.kind not in ("quantity", "share"):
        return None
    return number if len(f"{number:.6g}".replace(".", "").strip("0")) >= 3 else None
