"""Claims made ready for comparing: intervals, spans of time, roles, and what is found out when it is asked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from claimdiff.compare import dates, intervals, masks, names, scopes
from claimdiff.compare.about import About, Shared, told
from claimdiff.compare.cues import PLACES, Place, added, moving, place, some, unrest, windowed
from claimdiff.compare.keys import NAMED, TOLLS, YEARLY, key, telling
from claimdiff.compare.results import interim
from claimdiff.compare.words import Stems, Weights, bare, beside, stems
from claimdiff.model import Claim, Dynamics, Quantity

Roles = tuple[str | None, str | None, str | None]

LEAD = 900
LISTED, SIDE_BY_SIDE = 3, 32
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


class View:
    """One claim and all that judges look at. ``own`` is the time that the words state.

    ``words`` are the stems of its sentence, ``near`` those beside the value; ``lead`` tells whether it is
    the figure that its document opens with, ``only`` whether the document has no other of its key, ``place``
    whether it stands as part or whole of another, ``some`` the noun that names only some people, ``window``
    whether the words beside it open a window of time ("since"), ``interim`` whether it was told while votes
    were still counted, ``stale`` whether as an earlier count, ``moving`` whether as one that still grows,
    ``added`` whether as what comes on top of another, ``unrest`` whether beside protests, ``instead`` the numbers
    that its article puts it in the place of, ``beside`` the other numbers of its sentence, ``sums`` the count with
    each other that the sentence may tell besides, ``listed`` whether it is one of a sentence's list, ``signs`` the
    names of a list or candidate that no other result of its article has, ``turn``,
    ``covers`` and ``spread`` how much the words beside it say that it covers, ``cued`` which lists of cues its
    sentence may hold words of,
    ``heads`` the countries and organisations of its roles, ``where`` its roles with the town that its article tells of
    for the article's country, ``figure`` its telling number. These are found out when
    they are first asked for: most views meet nothing that they could answer.
    """

    __slots__ = (
        "about",
        "added",
        "beside",
        "claim",
        "covers",
        "cued",
        "dynamics",
        "figure",
        "heads",
        "instead",
        "interim",
        "lead",
        "listed",
        "measure",
        "moving",
        "near",
        "only",
        "own",
        "place",
        "published",
        "roles",
        "signs",
        "some",
        "spread",
        "stale",
        "sums",
        "turn",
        "unrest",
        "weights",
        "where",
        "window",
    )
    near: Stems
    lead: bool
    only: bool
    place: Place
    some: str | None
    heads: Roles
    where: Roles
    figure: float | None
    window: bool
    interim: bool
    stale: bool
    moving: bool
    added: bool
    unrest: bool
    instead: frozenset[float]
    beside: frozenset[float]
    sums: frozenset[float]
    listed: bool
    cued: int
    turn: int
    signs: frozenset[str]
    covers: Mapping[str, frozenset[str]]
    spread: bool

    def __init__(
        self, claim: Claim, dynamics: Dynamics, measure: intervals.Measure, about: About, weights: Weights
    ) -> None:
        subject = claim.subject
        self.claim, self.dynamics, self.measure = claim, dynamics, measure
        self.roles: Roles = (subject.actor, subject.target, subject.place)
        self.own = _own(claim)
        self.published = dates.published(claim.source.published)
        self.about, self.weights = about, weights

    @property
    def words(self) -> Stems:
        """The stems of its sentence: too many to be kept for every view of a large block."""
        return stems(self.claim.evidence.sentence)

    def __getattr__(self, name: str) -> Any:
        """What no slot holds yet. Raises AttributeError for what there is no slot for."""
        if name not in _LATER:
            raise AttributeError(name)
        found = _LATER[name](self)
        setattr(self, name, found)
        return found


def _opens(view: View) -> bool:
    """Whether a value is the first of its key in its article, or that more exactly: 103 behind a headline's 100."""
    first = view.about.lead.get(key(view.claim))
    if first is None or first == view.claim.value or view.claim.kind == "date":
        return first is not None and first == view.claim.value
    told = intervals.measure(first)
    return told is not None and told.grain > view.measure.grain and intervals.rounded(told, view.measure)


def _where(view: View) -> Roles:
    """The roles, the one town that an article tells of in the place of the article's country."""
    place, town = view.roles[2], view.about.town
    if place is None or town is None or "place" not in view.claim.subject.inferred or not town.startswith(f"{place}/"):
        return view.roles
    return view.roles[0], view.roles[1], town


_PLACED = masks.bits(*PLACES)
_WINDOWED = masks.bits("window", "within")
_LATER: dict[str, Callable[[View], Any]] = {
    "near": lambda view: beside(view.claim.evidence),
    "lead": lambda view: view.claim.evidence.start <= LEAD and _opens(view),
    "only": lambda view: key(view.claim) not in view.about.several,
    "cued": lambda view: masks.cued(view.claim),
    "place": lambda view: place(view.claim) if view.cued & _PLACED else "part" if view.claim.subject.of else "alone",
    "some": lambda view: some(view.claim) if view.cued & masks.bits("some") else None,
    "heads": lambda view: _heads(*view.roles),
    "figure": lambda view: telling(view.claim),
    "where": _where,
    "window": lambda view: bool(view.claim.time or view.cued & _WINDOWED) and windowed(view.claim),
    "interim": lambda view: bool(view.cued & masks.bits("counting")) and interim(view.claim),
    "stale": lambda view: (key(view.claim), view.claim.value) in view.about.stale,
    "moving": lambda view: bool(view.cued & masks.bits("moving")) and moving(view.claim),
    "added": lambda view: bool(view.cued & masks.bits("added", "adding")) and added(view.claim),
    "unrest": lambda view: bool(view.cued & masks.bits("unrest")) and unrest(view.claim),
    "instead": lambda view: view.about.instead.get((key(view.claim), view.claim.value), frozenset()),
    "beside": lambda view: others(view.claim),
    "sums": lambda view: _sums(view.claim, view.about),
    "listed": lambda view: _listed(view.claim, view.about),
    "signs": lambda view: _signs(view.claim, view.about),
    "turn": lambda view: scopes.turn(view.claim) if view.cued & masks.bits("turns") else scopes.FIRST,
    "covers": lambda view: scopes.covers(view.claim) if view.cued & masks.bits("scopes", "less") else scopes.ALL,
    "spread": lambda view: bool(view.cued & masks.bits("spread")) and scopes.spread(view.claim),
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
        shared = Shared({doc: told(inside) for doc, inside in by_doc.items()})
        self.weights = shared.weights
        ordered = sorted(by_doc, key=lambda doc: _out(by_doc[doc][0]))
        self.about = {doc: About(by_doc[doc], n, shared) for n, doc in enumerate(ordered)}
        shared.abouts = self.about.values()

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


def _out(claim: Claim) -> tuple[float, str]:
    """When the document of a claim came out, the undated last; and its name."""
    span = dates.published(claim.source.published)
    return (span.low if span else dates.FOREVER), claim.source.doc


def _heads(actor: str | None, target: str | None, where: str | None) -> Roles:
    """Each role without what lies within it."""
    return actor and actor.split("/")[0], target and target.split("/")[0], where and where.split("/")[0]


def _own(claim: Claim) -> dates.Span | None:
    """The time that the words state; none where something that has happened would lie after its paper.

    What is counted since a day is counted until the paper.
    """
    own, paper = dates.stated(claim.time) if claim.time else None, dates.published(claim.source.published)
    late = own and paper and not own.cyclic and own.low > paper.high + 1
    if late and claim.stance == "asserted" and claim.topic not in YEARLY:
        return None
    since = own and paper and claim.time and claim.time.modifier == "since" and not own.cyclic
    return dates.Span(own.low, max(own.high, paper.high)) if since and own and paper else own


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


def _signs(claim: Claim, about: About) -> frozenset[str]:
    """The names that tell a result from the others of its article."""
    if claim.topic not in NAMED or claim.kind == "rank":
        return frozenset()
    return names.signs(claim, (one for one in about.claims if key(one) == key(claim)))


def _listed(claim: Claim, about: About) -> bool:
    """Whether a count is an item of its sentence's list; the first may be the whole."""
    beside = [one for one in about.counts.get(claim.evidence.sentence_start, ()) if key(one) == key(claim)]
    return len(beside) >= LISTED and claim.evidence.start > min(one.evidence.start for one in beside)


def others(claim: Claim) -> frozenset[float]:
    """The numbers in digits that stand beside a value in its sentence, years left out."""
    evidence = claim.evidence
    start = evidence.start - evidence.sentence_start
    rest = f"{evidence.sentence[:start]} {evidence.sentence[start + len(evidence.text) :]}"
    said = {float(digits) for digits in _DIGITS.findall(bare(rest))} if _DIGITS.search(rest) else ()
    return frozenset(number for number in said if number > 2 and not 1900 <= number <= 2100)
