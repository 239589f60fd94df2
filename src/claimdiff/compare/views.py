"""Claims made ready for comparing: intervals, spans of time, roles, and what their document is about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from claimdiff.compare import dates, intervals
from claimdiff.compare.cues import Place, interim, place, some, stale, windowed
from claimdiff.compare.words import Stems, Weights, bare, beside, cosine, counted, named, noun, stems
from claimdiff.model import Claim, Dynamics, Quantity, Value

Roles = tuple[str | None, str | None, str | None]
Key = tuple[str, str, str, str, str]

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
SIGNATURE = 96
LEAD = 900
# Topics whose groups are names, of candidates or lists, that one article gives and another leaves out.
NAMED = frozenset(("votes", "seats", "turnout"))
# Tolls: an article that has two for one place tells one thing twice.
TOLLS = frozenset(("killed", "injured", "missing", "displaced", "rescued"))
LISTED, SIDE_BY_SIDE = 3, 32
# What an article of fights or protests tells of, and one of a disaster.
FIGHTS = frozenset(("arrested", "attack", "attacks", "killing", "protesters", "troops", "war", "weapons"))
QUAKES = frozenset(("disaster", "magnitude", "depth"))
_SILENT = frozenset(("denied", "superseded"))


@dataclass(frozen=True, slots=True, eq=False)
class About:
    """What a document is about.

    ``who`` are the countries and organisations that its claims name, ``country`` the one most of them lie
    in, ``vector`` its telling stems, ``figures`` its telling numbers (three digits and more that count),
    ``lead`` the first value of each key, ``several`` the keys of which it has unlike values, ``stale`` those that it
    tells as earlier ones; ``fought`` whether it tells of fights or protests, which have new counts every day,
    ``counts`` the counts of each sentence.
    """

    who: frozenset[str]
    vector: Mapping[int, float]
    country: str | None = None
    figures: frozenset[tuple[str, float]] = frozenset()
    lead: Mapping[Key, Value] = field(default_factory=dict)
    several: frozenset[Key] = frozenset()
    stale: frozenset[tuple[Key, Value]] = frozenset()
    fought: bool = False
    counts: Mapping[int, Sequence[Claim]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One claim and all that judges look at. ``own`` is the time that the words state.

    ``words`` are the stems of its sentence, ``near`` those beside the value; ``lead`` tells whether it is
    the figure that its document opens with, ``only`` whether the document has no other of its key, ``place``
    whether it stands as part or whole of another, ``some`` the noun that names only some people, ``window``
    whether the words beside it open a window of time ("since"), ``interim`` whether it was told while votes
    were still counted, ``stale`` whether as an earlier count, ``beside`` the other numbers of its sentence,
    ``sums`` the count with each other that the sentence may tell besides, ``listed`` whether it is one of a
    sentence's list.
    """

    claim: Claim
    dynamics: Dynamics
    measure: intervals.Measure
    roles: Roles
    own: dates.Span | None
    published: dates.Span | None
    about: About
    words: Stems
    near: Stems
    weights: Weights
    lead: bool
    only: bool
    place: Place
    some: str | None
    window: bool
    interim: bool
    stale: bool
    beside: frozenset[float]
    sums: frozenset[float]
    listed: bool


@lru_cache(maxsize=65536)
def resemblance(a: About, b: About) -> float:
    """How alike two documents are, from 0 to 1."""
    return cosine(a.vector, b.vector)


class Store:
    """All claims of one comparison, each id once, with what their documents are about."""

    def __init__(self, claims: Iterable[Claim], dynamics: Mapping[str, Dynamics]) -> None:
        self.claims = [claim for _, claim in sorted({claim.id: claim for claim in claims}.items())]
        self.dynamics = dynamics
        by_doc: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            by_doc[claim.source.doc].append(claim)
        told = {doc: _told(inside) for doc, inside in by_doc.items()}
        self.weights = Weights(told.values())
        self.about = {doc: _about(inside, self.weights.vector(told[doc], SIGNATURE)) for doc, inside in by_doc.items()}

    def views(self, claims: Sequence[Claim]) -> list[View]:
        """Every claim that has a value to compare, in the order given."""
        return [one for one in map(self.view, claims) if one is not None]

    def view(self, claim: Claim) -> View | None:
        """The claim made ready, or None where its value says nothing that could be compared."""
        measure = intervals.measure(claim.value)
        if measure is None:
            return None
        about, name = self.about[claim.source.doc], key(claim)
        subject = claim.subject
        return View(
            claim,
            self.dynamics.get(claim.topic, "level"),
            measure,
            (subject.actor, subject.target, subject.place),
            _own(claim),
            dates.published(claim.source.published),
            about,
            stems(claim.evidence.sentence),
            beside(claim.evidence),
            self.weights,
            claim.evidence.start <= LEAD and about.lead.get(name) == claim.value,
            name not in about.several,
            place(claim),
            some(claim),
            windowed(claim),
            interim(claim),
            (name, claim.value) in about.stale,
            others(claim),
            _sums(claim, about),
            _listed(claim, about),
        )


def _own(claim: Claim) -> dates.Span | None:
    """The time that the words state; none where something that has happened would lie after its paper.

    What is counted since a day is counted until the paper.
    """
    own, paper = dates.stated(claim.time) if claim.time else None, dates.published(claim.source.published)
    late = own and paper and not own.cyclic and own.low > paper.high + 1
    if late and claim.stance == "asserted":
        return None
    since = own and paper and claim.time and claim.time.modifier == "since" and not own.cyclic
    return dates.Span(own.low, max(own.high, paper.high)) if since and own and paper else own


def views(claims: Iterable[Claim], dynamics: Mapping[str, Dynamics]) -> list[View]:
    """Every claim that has a value to compare, in the order of their ids, each id once."""
    store = Store(claims, dynamics)
    return store.views(store.claims)


def key(claim: Claim) -> Key:
    """What two claims must share to be looked at together: kind, topic, unit, group, noun for ``other``."""
    unit = getattr(claim.value, "unit", None) or ""
    unit = "duration" if unit in intervals.DAYS else unit
    named = (noun(claim.subject.noun) or f"?{claim.id}") if claim.topic == "other" else ""
    group = "" if claim.topic in NAMED else bare(claim.subject.group or "")
    return claim.kind, claim.topic, unit, group, named


def _told(claims: list[Claim]) -> Counter[int]:
    """The stems of a document's title, twice, and of its sentences; the places of its claims, twice each."""
    found: Counter[int] = Counter()
    for sentence in {claim.evidence.sentence for claim in claims}:
        found.update(counted(sentence))
    for mark in counted(claims[0].source.title or ""):
        found[mark] += 2
    for where in (claim.subject.place for claim in claims):
        if where:
            found.update({named(where): 2})
            found.update({named(where.split("/")[0]): 2} if "/" in where else {})
    return found


def _about(claims: list[Claim], vector: Mapping[int, float]) -> About:
    subjects = [claim.subject for claim in claims]
    named = (role for one in subjects for role in (one.actor, one.target, one.place) if role)
    places = Counter(one.place.split("/")[0] for one in subjects if one.place).most_common(2)
    fights, quakes = (sum(claim.topic in topics for claim in claims) for topics in (FIGHTS, QUAKES))
    alone = len(places) == 1 or (len(places) == 2 and places[0][1] > places[1][1])
    return About(
        frozenset(role.split("/")[0] for role in named),
        vector,
        places[0][0] if alone else None,
        frozenset((claim.topic, number) for claim in claims if (number := telling(claim)) is not None),
        *_keys(claims),
        frozenset((key(claim), claim.value) for claim in claims if stale(claim)),
        fights > quakes,
        _counts(claims),
    )


def _counts(claims: list[Claim]) -> dict[int, list[Claim]]:
    """The counts of each sentence."""
    found: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "quantity" and getattr(claim.value, "number", None) is not None:
            found[claim.evidence.sentence_start].append(claim)
    return found


def _sums(claim: Claim, about: About) -> frozenset[float]:
    """A count with each other one of its sentence that may come on top: sixty passengers and a crew of six."""
    said = getattr(claim.value, "number", None)
    beside = [one for one in about.counts.get(claim.evidence.sentence_start, ()) if one.id != claim.id]
    near = [one.value.number for one in beside if isinstance(one.value, Quantity) and _kin(claim, one)]
    return frozenset(said + number for number in near if number is not None) if said is not None else frozenset()


def _kin(claim: Claim, other: Claim) -> bool:
    """Whether two counts stand side by side and may be of one kind: the dead and the hurt are two."""
    gap = max(claim.evidence.start, other.evidence.start) - min(claim.evidence.end, other.evidence.end)
    if gap > SIDE_BY_SIDE or place(other) == "part":
        return False
    if other.topic == "other":
        return True
    units = {getattr(one.value, "unit", None) for one in (claim, other)}
    return len(units - {None}) < 2 and (other.topic == claim.topic or other.topic not in TOLLS)


def _listed(claim: Claim, about: About) -> bool:
    """Whether a count is an item of its sentence's list; the first may be the whole."""
    beside = [one for one in about.counts.get(claim.evidence.sentence_start, ()) if key(one) == key(claim)]
    return len(beside) >= LISTED and claim.evidence.start > min(one.evidence.start for one in beside)


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


def others(claim: Claim) -> frozenset[float]:
    """The numbers in digits that stand beside a value in its sentence, years left out."""
    evidence = claim.evidence
    start = evidence.start - evidence.sentence_start
    rest = f"{evidence.sentence[:start]} {evidence.sentence[start + len(evidence.text) :]}"
    said = {float(digits) for digits in _DIGITS.findall(bare(rest))}
    return frozenset(number for number in said if number > 2 and not 1900 <= number <= 2100)


def telling(claim: Claim) -> float | None:
    """The number of a count that hardly two events share: three digits and more before the noughts."""
    number = getattr(claim.value, "number", None)
    if number is None or claim.kind not in ("quantity", "share"):
        return None
    return number if len(f"{number:.6g}".replace(".", "").strip("0")) >= 3 else None
