"""A sentence made ready: its tokens, what was read off it, what announces topics, whom it names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, KeysView
from dataclasses import dataclass, field
from itertools import compress
from operator import attrgetter, itemgetter
from typing import Any

from claimdiff.claims.datelines import DATELINE, dateline
from claimdiff.claims.frames import Announcer, announced
from claimdiff.claims.standins import standing
from claimdiff.grammar.parse import Tokens
from claimdiff.grammar.reading import Reading
from claimdiff.lang.pack import Pack
from claimdiff.lexicon.lookup import Word
from claimdiff.model import Subject
from claimdiff.text.fold import Folded
from claimdiff.text.memo import Memo, lazy

NAMES = frozenset({"PLACE", "ORG", "NISBA"})
SURE: tuple[str, ...] = ("PLACE", "ORG")
SEEN: tuple[str, ...] = (*SURE, "NISBA")
# Behind these a place is named: behind the one surely, behind the other as often as not.
LEADING = ("TERRITORY", "IN")
STOPS = frozenset({"STOP"})
# Before a definite adjective these make it a people ("from the Sudanese", "the number of the Moroccans"), or the last
# of two ("the National Chadian Army").
LOOSE = frozenset({"FROM", "BETWEEN", "COUNTWORD", "NAMEDDAY"})
# What makes of a place's name beside it another name.
OTHER_NAMES = frozenset({"ZONE", "BROADCAST", "NAMEHEAD", "NAMETAIL"})
GAP = 3
MATTER = "MATTER_"
_COUNTS = frozenset({"NOUN", "FORCE"})
_WRITTEN, _DEFINED = frozenset({"DEF", "CONJ", "PREP"}), frozenset({"DEF", "PLACE"})
_WITHIN, _JOINS = frozenset({"IN", "TERRITORY", "REGION"}), frozenset({"CONJ", "AND", "ADDITION"})
_NOTHING = frozenset[str]()
_start = attrgetter("start")
# What many tokens are, and hardly anybody asks for: these are neither in the index nor among the marks.
_COMMON = "UNKNOWN DEF CONJ PREP NOUN STOPWORD LOC PER NUM DIGITS FROM TIME ON ONTO DAY INTRO YEARWORD YEAR"
COMMON = frozenset(_COMMON.split())
_TOLD: Memo[frozenset[str], frozenset[str]] = Memo(lambda cats: cats - COMMON)
_ANNOUNCERS: Memo[Word, list[Announcer]] = Memo(announced)
KNOWN = frozenset({"NOUN", "NUM", "TIME", "PLACE", "ORG", "NISBA", "MONEY", "NUMERAL", "DIGITS", "WEEKDAY", "MONTH"})


@dataclass(eq=False)
class Scene:
    """A sentence (folded span ``start``-``end``) of a document, with the scene before it.

    ``aside`` marks another article's headline.
    """

    pack: Pack
    folded: Folded
    start: int
    end: int
    parsed: Tokens
    readings: list[Reading]
    before: Scene | None = None
    aside: bool = False
    topics: dict[int, str] = field(default_factory=dict)
    announced: dict[int, int | None] = field(default_factory=dict)
    subjects: dict[int, Subject] = field(default_factory=dict)
    places: list[tuple[int, str]] | None = None
    marked: dict[frozenset[str], list[int]] = field(default_factory=dict)
    asked: set[int] = field(default_factory=set)
    antecedents: dict[int, tuple[Scene, Reading]] = field(default_factory=dict)
    tokens: list[Word] = field(init=False)
    kinds: list[frozenset[str]] = field(init=False)
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = self.parsed.words
        self.kinds = self.parsed.kinds
        self.size = len(self.kinds)

    @lazy
    def index(self) -> dict[str, list[int]]:
        """Where each category stands, but for the commonest."""
        found: dict[str, list[int]] = {}
        told = list(map(_TOLD.__getitem__, self.kinds))
        for at in compress(range(self.size), told):
            for cat in told[at]:
                if cat in found:
                    found[cat].append(at)
                else:
                    found[cat] = [at]
        return found

    @lazy
    def sentence(self) -> tuple[str, int]:
        """The raw sentence and where it begins."""
        first, last = self.folded.span(self.start, self.end)
        return self.folded.raw[first:last], first

    @lazy
    def announcers(self) -> list[tuple[int, Announcer]]:
        """The words that announce topics, with their token; who speaks announces none: "survivors said that"."""
        places = self.index.get("TOPIC", ())
        if "SAY" in self.index and "THAT" in self.index:
            places = [at for at in places if "SAY" not in self.cats(at - 1) or "THAT" not in self.cats(at + 1)]
        return [(at, announcer) for at in places for announcer in _ANNOUNCERS[self.tokens[at]]]

    @lazy
    def spoken(self) -> set[str]:
        """The topics of which the sentence speaks in words of their own."""
        return {announcer.topic.name for _, announcer in self.announcers if announcer.role == "words"}

    @lazy
    def units(self) -> set[str | None]:
        """What the quantities of the sentence are counted in."""
        return {reading.quantity.unit for reading in self.readings if reading.quantity is not None}

    @lazy
    def entities(self) -> list[tuple[int, str, Any]]:
        """Places, organisations and adjectives of origin: token, category, entity."""
        found = [*self._entities(), *self._alike()]
        if found and not OTHER_NAMES.isdisjoint(self.index):
            found = [one for one in found if one[1] == "ORG" or not self._other_name(one[0])]
        return sorted([*found, *self._standins()] if "GROUPING" in self.marks else found, key=itemgetter(0))

    @lazy
    def matters(self) -> list[tuple[int, str]]:
        """The words for what votes and agreements are about, with their token."""
        told = [cat for cat in self.index if cat.startswith(MATTER)]
        return sorted((at, cat.removeprefix(MATTER).lower()) for cat in told for at in self.index[cat])

    @lazy
    def marks(self) -> KeysView[str]:
        """The categories that occur in the sentence, but for the commonest."""
        return self.index.keys()

    def _entities(self) -> Iterator[tuple[int, str, Any]]:
        index = self.index
        if NAMES.isdisjoint(index):
            return
        start = dateline(self.kinds[:DATELINE])
        for at in self.where(NAMES):
            if at < start:
                continue
            token, before = self.tokens[at], self.cats(at - 1)
            counted = not _COUNTS.isdisjoint(before) or ("NUM" in before and "YEAR" not in before)
            place = "PLACE" in token.cats and not counted
            for cat in SURE if place else SEEN:
                if cat in token.cats and (cat != "NISBA" or self._agrees(at)):
                    item = token.item(cat)
                    if self._is_name(at, item):
                        yield at, cat, item

    def _alike(self) -> Iterator[tuple[int, str, Any]]:
        """Unknown words behind "city of" or "in" that are places spelled otherwise; behind "city of" no countries."""
        known, seen = self.pack.lexicon.names().likely, set[int]()
        for cat in LEADING:
            for at in self.index.get(cat, ()):
                if at + 1 >= self.size or "UNKNOWN" not in self.kinds[at + 1] or at in seen:
                    continue
                seen.add(at)
                town = cat == "TERRITORY"
                name = None if town and "DEF" in self.kinds[at] else known[self.tokens[at + 1].text, town]
                for entry in self.pack.lexicon.bearing(name) if name else ():
                    if entry.cat == "PLACE" and (not town or "/" in entry.item.id):
                        yield at + 1, "PLACE", entry.item

    def _other_name(self, at: int) -> bool:
        """Whether a place is but a word in another name: of a clock ("by Moscow time"), a channel ("Syria 24"), a town
        ("Panama City", "New Mexico").
        """
        before, behind, quoted = self.cats(at - 1), self.cats(at + 1), "QUOTE" in self.cats(at - 1)
        if "ZONE" in before or ("ZONE" in self.cats(at - 2) and "UNKNOWN" not in before):
            return True
        if "DIGITS" in behind and "BROADCAST" in (self.cats(at - 2) if quoted else before):
            return True
        return "NAMEHEAD" in before or ("NAMETAIL" in behind and _WRITTEN.isdisjoint(behind))

    def _standins(self) -> Iterator[tuple[int, str, Any]]:
        """What stands for an organisation: "the party", with no adjective of its own behind it."""
        for at in self.index["GROUPING"]:
            alone = not {"DEF", "ORG"} & self.cats(at + 1) or "CONJ" in self.cats(at + 1)
            if "DEF" in self.cats(at) and alone:
                where = self.parsed.span(at, at + 1)[0]
                if found := standing(self.pack, self.tokens[at].stem, self.folded.text, where):
                    yield at, "ORG", found

    def _is_name(self, at: int, entity: Any) -> bool:
        """An ordinary word is a name only behind "in" or a word such as city; a town's name takes no article."""
        cats = self.kinds[at]
        if not entity.ambiguous:
            return not ("DEF" in cats and "PLACE" in cats and "/" in entity.id)
        return "DEF" not in cats and ("LOC" in cats or not _WITHIN.isdisjoint(self.cats(at - 1)))

    def _agrees(self, at: int) -> bool:
        """An adjective is definite as its noun is; where it isn't so, it is a name ("Mr al-Sudani")."""
        before = self.cats(at - 1)
        definite = "DEF" in self.cats(at)
        loose = definite and not LOOSE.isdisjoint(before)
        return at > 0 and (loose or definite == (not _DEFINED.isdisjoint(before)))

    def previous(self, reading: Reading) -> Reading | None:
        """The reading of its kind before a reading."""
        kind = reading.kind
        if not self.readings or self.readings[0].start >= reading.start:
            return None
        for at in range(bisect_left(self.readings, reading.start, key=_start) - 1, -1, -1):
            if self.readings[at].kind == kind:
                return self.readings[at]
        return None

    def amounting(self, at: int, end: int) -> bool:
        """Whether the verb at a place tells how much something came to, not who came: "output reached a million"."""
        if "AMOUNT" not in self.cats(at):
            return False
        if "COUNTWORD" in self.cats(at + 1):
            return True
        said = (one for one in self.readings if at < one.start < end and one.kind in {"quantity", "share"})
        return any("TO" in self.cats(one.start - 1) for one in said)

    def beside(self, reading: Reading) -> Reading | None:
        """The quantity or share right before a reading."""
        return next((r for r in reversed(self.readings) if r.end <= reading.start and not r.stated), None)

    def part(self, reading: Reading) -> bool:
        """Whether a reading is picked out of the one before it: "among them three children", "40 of them"."""
        if reading.rule.endswith("among"):
            return True
        beside = (reading.start - 1, reading.start, reading.end)
        return "AMONG" in self.marks and any("AMONG" in self.cats(at) for at in beside)

    def listed(self, previous: Reading, reading: Reading) -> bool:
        """Whether a reading stands in a list behind the one before it, joined or after a colon."""
        gap = reading.start - previous.end
        if gap > GAP or self.breaks(previous.end, reading.start, STOPS) or "THAT" in self.cats(reading.start - 1):
            return False
        first, lead = self.cats(reading.start), self.cats(reading.start - 1)
        return not _JOINS.isdisjoint(first) or not _JOINS.isdisjoint(lead) or "COLON" in lead

    def tense(self, at: int) -> str:
        """The tense of a token that may be a verb, by its shape: future, present, either, or nothing."""
        word = self.tokens[at] if 0 <= at < len(self.tokens) else None
        return self.pack.tenses[word.text] if word is not None and KNOWN.isdisjoint(word.cats) else ""

    def cats(self, at: int) -> frozenset[str]:
        """The categories of a token; none beyond the ends."""
        return self.kinds[at] if 0 <= at < self.size else _NOTHING

    def text(self, start: int, end: int) -> str:
        """The raw text of the tokens from ``start`` to ``end``."""
        first, last = self.span(start, end)
        return self.folded.raw[first:last]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The raw span of the tokens from ``start`` to ``end``."""
        return self.folded.span(*self.parsed.span(start, end))

    def breaks(self, start: int, end: int, cats: frozenset[str]) -> int:
        """How many tokens of some categories stand between two places."""
        if start >= end:
            return 0
        places = self.marked.get(cats)
        if places is None:
            places = self.where(cats)
        return bisect_left(places, end) - bisect_left(places, start) if places else 0

    def last(self, cats: frozenset[str], before: int) -> int:
        """The last token before a place that has one of some categories; -1 where there is none."""
        places = self.marked.get(cats)
        if places is None:
            places = self.where(cats)
        at = bisect_left(places, before)
        return places[at - 1] if at else -1

    def where(self, cats: frozenset[str]) -> list[int]:
        """The tokens that have one of some categories."""
        known = self.marked.get(cats)
        if known is None:
            known = self.marked[cats] = self._where(cats)
        return known

    def _where(self, cats: frozenset[str]) -> list[int]:
        if not COMMON.isdisjoint(cats):
            return [at for at, kinds in enumerate(self.kinds) if not cats.isdisjoint(kinds)]
        index, found = self.index, list[int]()
        for cat in cats:
            if cat in index:
                found = sorted({*found, *index[cat]}) if found else index[cat]
        return found
