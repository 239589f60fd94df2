"""What documents are about, found out when it is first asked for, and what those of one store share."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from claimdiff.compare import intervals, masks
from claimdiff.compare.cues import instead, stale
from claimdiff.compare.keys import Key, key, telling
from claimdiff.compare.results import preliminary
from claimdiff.compare.speakers import rivals
from claimdiff.compare.words import Weights, cosine, counted, named
from claimdiff.model import Claim, Value

if TYPE_CHECKING:
    from claimdiff.compare.events import Graph

SIGNATURE = 96
VECTORS = 4096
LIKES = 131_072
MOSTLY = 3
# What an article of fights or protests tells of, and one of a disaster.
FIGHTS = frozenset(("attacks", "protesters", "troops", "war", "weapons"))
QUAKES = frozenset(("disaster", "magnitude", "depth"))
_SILENT = frozenset(("denied", "superseded"))


class Signature(NamedTuple):
    """The heaviest stems of a document, heaviest first, and their weights."""

    stems: array[int]
    weights: array[float]


class About:
    """What a document is about, each part found out when it is first asked for.

    ``country`` is the one that most of its claims lie in, ``stems`` its telling words, ``figures`` its telling
    numbers (three digits and more that count), ``lead`` the first value of each key, ``several`` the keys of which
    it has unlike values, ``stale`` those that it tells as earlier ones; ``fought`` whether it tells of fights or
    protests, which have new counts every day, ``struck`` whether of a disaster, ``home`` the place of most of its
    claims, ``town`` the one that most of their words name, ``preliminary`` whether it calls results so, ``counts``
    the counts of each sentence, ``instead`` what it tells values in the place of, ``rivals`` the values that it has
    from two speakers each, ``disputed`` their ids, ``who`` the countries and organisations that its claims name.
    """

    __slots__ = (
        "claims",
        "country",
        "counts",
        "disputed",
        "figures",
        "fought",
        "home",
        "instead",
        "lead",
        "number",
        "preliminary",
        "rivals",
        "several",
        "shared",
        "stale",
        "struck",
        "town",
        "who",
    )
    who: frozenset[str]
    country: str | None
    figures: frozenset[tuple[str, float]]
    lead: Mapping[Key, Value]
    several: frozenset[Key]
    stale: frozenset[tuple[Key, Value]]
    fought: bool
    struck: bool
    home: str | None
    town: str | None
    preliminary: bool
    counts: Mapping[int, Sequence[Claim]]
    instead: Mapping[tuple[Key, Value], frozenset[float]]
    rivals: Sequence[tuple[Claim, Claim]]
    disputed: frozenset[frozenset[str]]

    def __init__(self, claims: list[Claim], number: int, shared: Shared) -> None:
        self.claims, self.number, self.shared = claims, number, shared

    @property
    def doc(self) -> str:
        """The document's id."""
        return self.claims[0].source.doc

    @property
    def signature(self) -> Signature:
        """The heaviest stems of the document, heaviest first, and their weights."""
        return self.shared.signature(self.doc)

    def like(self, other: About) -> float:
        """How alike two documents are, from 0 to 1."""
        return self.shared.like(self, other)

    def __getattr__(self, name: str) -> Any:
        """What no slot holds yet. Raises AttributeError for what there is no slot for."""
        if name in ("lead", "several"):
            self.lead, self.several = _keys(self.claims)
        elif name in ("who", "country"):
            self.who, self.country = _places(self.claims)
        elif name == "disputed":
            self.disputed = frozenset(frozenset((a.id, b.id)) for a, b in self.rivals)
        elif name in _LATER:
            setattr(self, name, _LATER[name](self.claims))
        else:
            raise AttributeError(name)
        return getattr(self, name)


class Shared:
    """What the documents of a store share: the weights of words, and what is remembered of the documents.

    A document's words give way to its signature when it is first asked for. Tables of signatures, likenesses and
    of who tells of one event are forgotten where there are too many, and made again.
    """

    def __init__(self, told: dict[str, array[int]]) -> None:
        self.told = told
        self.weights = Weights(told.values())
        self.signatures: dict[str, Signature] = {}
        self.marked = lru_cache(maxsize=VECTORS)(self._marked)
        self.likes: dict[int, float] = {}
        self.events: dict[int, bool] = {}
        self.graph: Graph | None = None
        self.abouts: Collection[About] = ()

    def signature(self, doc: str) -> Signature:
        """What a document is known by."""
        found = self.signatures.get(doc)
        if found is None:
            vector = self.weights.vector(Counter(self.told.pop(doc)), SIGNATURE)
            found = self.signatures[doc] = Signature(array("I", vector), array("d", vector.values()))
        return found

    def _marked(self, doc: str) -> tuple[dict[int, float], frozenset[int]]:
        """A signature as a table with its stems; sets meet sooner than tables."""
        vector = dict(zip(*self.signature(doc), strict=True))
        return vector, frozenset(vector)

    def like(self, a: About, b: About) -> float:
        """How alike two documents are, from 0 to 1."""
        if self.graph is not None and (known := self.graph.like(a.number, b.number)) is not None:
            return known
        mark = pair(a, b)
        found = self.likes.get(mark)
        if found is None:
            if len(self.likes) >= LIKES:
                self.likes.clear()
            found = self.likes[mark] = cosine(*self.marked(a.doc), *self.marked(b.doc))
        return found


def pair(a: About, b: About) -> int:
    """Two documents of a store as one number, the same whichever comes first."""
    return a.number << 32 | b.number if a.number < b.number else b.number << 32 | a.number


def told(claims: list[Claim]) -> array[int]:
    """The stems of a document's title, twice, and of its sentences, each as often as it stands there.

    The places of its claims, twice each, are among them.
    """
    title = counted(claims[0].source.title or "")
    found = array("I", title + title)
    for sentence in {claim.evidence.sentence for claim in claims}:
        found.extend(counted(sentence))
    for where in (claim.subject.place for claim in claims):
        if where:
            found.extend(_placed(where))
    return found


@lru_cache(maxsize=4096)
def _placed(where: str) -> tuple[int, ...]:
    """A place and its country as stems, twice each."""
    names = {where, where.split("/")[0]}
    return tuple(named(name) for name in sorted(names) for _ in range(2))


def _places(claims: list[Claim]) -> tuple[frozenset[str], str | None]:
    """The countries and organisations that claims name, and the one that most of them lie in."""
    subjects = [claim.subject for claim in claims]
    roles = (role for one in subjects for role in (one.actor, one.target, one.place) if role)
    places = Counter(one.place.split("/")[0] for one in subjects if one.place).most_common(2)
    alone = len(places) == 1 or (len(places) == 2 and places[0][1] > places[1][1])
    return frozenset(role.split("/")[0] for role in roles), places[0][0] if alone else None


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


def _counts(claims: list[Claim]) -> dict[int, list[Claim]]:
    """The counts of each sentence."""
    found: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "quantity" and getattr(claim.value, "number", None) is not None:
            found[claim.evidence.sentence_start].append(claim)
    return found


def _instead(claims: list[Claim]) -> dict[tuple[Key, Value], frozenset[float]]:
    """What each value is told in the place of, where its article tells it so anywhere."""
    beside = _counts(claims)
    counted = [claim for claim in claims if claim.kind != "date"]
    cued = (claim for claim in counted if masks.mask(claim.evidence.sentence) & masks.bits("instead"))
    told = ((claim, beside.get(claim.evidence.sentence_start, ())) for claim in cued)
    said = (((key(claim), claim.value), instead(claim, near)) for claim, near in told)
    return {named: numbers for named, numbers in said if numbers}


def _stale(claim: Claim) -> bool:
    return bool(masks.mask(claim.evidence.sentence) & masks.bits("earlier", "before")) and stale(claim)


def _fought(claims: list[Claim]) -> bool:
    """Whether no fewer claims tell of fights than of a disaster."""
    fights, quakes = (sum(claim.topic in topics for claim in claims) for topics in (FIGHTS, QUAKES))
    return bool(fights) and fights >= quakes


def _struck(claims: list[Claim]) -> bool:
    """Whether more claims tell of a disaster than of fights."""
    return any(claim.topic in QUAKES for claim in claims) and not _fought(claims)


def _figures(claims: list[Claim]) -> frozenset[tuple[str, float]]:
    said = ((claim.topic, telling(claim)) for claim in claims)
    return frozenset((topic, number) for topic, number in said if number is not None)


def _home(claims: list[Claim]) -> str | None:
    """The place of most of an article's claims, of three at least: rather where it lies than what each one says."""
    places = Counter(claim.subject.place for claim in claims if claim.subject.place)
    return next((where for where, n in places.most_common(1) if n >= MOSTLY and 2 * n >= places.total()), None)


def _town(claims: list[Claim]) -> str | None:
    """The one town that the words beside most of an article's claims name, of three at least."""
    said = (claim.subject.place for claim in claims if "place" not in claim.subject.inferred)
    towns = Counter(place for place in said if place and "/" in place)
    return next((town for town, n in towns.most_common(1) if n >= MOSTLY and 2 * n > towns.total()), None)


_LATER: dict[str, Callable[[list[Claim]], Any]] = {
    "figures": _figures,
    "stale": lambda claims: frozenset((key(claim), claim.value) for claim in claims if _stale(claim)),
    "instead": _instead,
    "fought": _fought,
    "struck": _struck,
    "home": _home,
    "town": _town,
    "preliminary": lambda claims: any(preliminary(claim) for claim in claims),
    "counts": _counts,
    "rivals": lambda claims: tuple(rivals(claims)),
}
