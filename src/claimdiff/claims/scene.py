"""A sentence made ready: its tokens, what was read off it, what announces topics, whom it names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from claimdiff.claims.frames import Announcer
from claimdiff.claims.standins import standing
from claimdiff.grammar.parse import Tokens
from claimdiff.grammar.reading import Reading
from claimdiff.lang.pack import Pack
from claimdiff.lexicon.lookup import Word
from claimdiff.model import Stance, Subject
from claimdiff.text.fold import Folded

NAMES = frozenset({"PLACE", "ORG", "NISBA"})
SURE: tuple[str, ...] = ("PLACE", "ORG")
SEEN: tuple[str, ...] = (*SURE, "NISBA")
STOPS = frozenset({"STOP"})
SEPARATORS = frozenset({"COMMA", "STOP", "THAT", "CLAUSE", "RELATIVE", "COLON", "QUOTE", "AT"})
# Before a definite adjective these make it a people ("from the Sudanese", "among the Moroccans"), or the last of two
# ("the National Chadian Army").
LOOSE = frozenset({"FROM", "BETWEEN", "NAMEDDAY"})
GAP = 3
DATELINE = 12
MATTER = "MATTER_"
_HEADS = frozenset({"PLACE", "SLASH", "COMMA", "NUM", "MONTH", "YEAR", "WEEKDAY", "DAY"})
KNOWN = frozenset({"NOUN", "NUM", "TIME", "PLACE", "ORG", "NISBA", "MONEY", "NUMERAL", "DIGITS", "WEEKDAY", "MONTH"})


def _slashed(cats: Sequence[frozenset[str]], at: int) -> bool:
    """Whether a slash stands before an agency, not between two cities."""
    return "SLASH" in cats[at] and (at + 1 == len(cats) or "PLACE" not in cats[at + 1])


def dateline(cats: Sequence[frozenset[str]]) -> int:
    """How many tokens at the head of a sentence say where an agency writes: "Dubai (CNN)", "Beirut - AFP", "Paris - The
    minister said".
    """
    if not cats or "PLACE" not in cats[0] or "PREP" in cats[0]:
        return 0
    end = next((at for at, said in enumerate(cats) if {"RPAR", "DASH"} & said or _slashed(cats, at)), 0)
    opened = next((at for at in range(end) if "LPAR" in cats[at]), end)
    if not end or not all(_HEADS & said for said in cats[:opened]):
        return 0
    agency = opened < end or bool({"ORG", "SAY"} & (cats[end + 1] if end + 1 < len(cats) else frozenset[str]()))
    return end + 1 if agency else 0


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
    stances: dict[int, Stance] = field(default_factory=dict)
    antecedents: dict[int, tuple[Scene, Reading]] = field(default_factory=dict)
    tokens: list[Word] = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = self.parsed.words

    @cached_property
    def separators(self) -> list[int]:
        """Where a comma, a stop, a quote, the border of a clause or "at" stands."""
        return [at for at, word in enumerate(self.tokens) if not SEPARATORS.isdisjoint(word.cats)]

    @cached_property
    def sentence(self) -> tuple[str, int]:
        """The raw sentence and where it begins."""
        first, last = self.folded.span(self.start, self.end)
        return self.folded.raw[first:last], first

    @cached_property
    def announcers(self) -> list[tuple[int, Announcer]]:
        """The words that announce topics, with their token."""
        return [
            (at, entry.item)
            for at, token in enumerate(self.tokens)
            if "TOPIC" in token.cats
            for entry in token.entries
            if entry.cat == "TOPIC"
        ]

    @cached_property
    def entities(self) -> list[tuple[int, str, Any]]:
        """Places, organisations and adjectives of origin: token, category, entity."""
        found = list(self._entities())
        return sorted([*found, *self._standins()], key=lambda one: one[0]) if "GROUPING" in self.marks else found

    @cached_property
    def matters(self) -> list[tuple[int, str]]:
        """The words for what votes and agreements are about, with their token."""
        told = [cat for cat in self.marks if cat.startswith(MATTER)]
        at = ((at, cat) for at, word in enumerate(self.tokens) for cat in told if cat in word.cats)
        return sorted((at, cat.removeprefix(MATTER).lower()) for at, cat in at) if told else []

    @cached_property
    def marks(self) -> frozenset[str]:
        """All categories that occur in the sentence."""
        return frozenset().union(*[word.cats for word in self.tokens])

    def _entities(self) -> Iterator[tuple[int, str, Any]]:
        if NAMES.isdisjoint(self.marks):
            return
        first = self.tokens[0].cats if self.tokens else frozenset[str]()
        start = dateline([token.cats for token in self.tokens[:DATELINE]]) if "PLACE" in first else 0
        for at in [at for at, token in enumerate(self.tokens) if at >= start and not NAMES.isdisjoint(token.cats)]:
            token = self.tokens[at]
            before = self.cats(at - 1)
            counted = {"NOUN", "FORCE"} & before or ("NUM" in before and "YEAR" not in before)
            place = "PLACE" in token.cats and not counted
            for cat in SURE if place else SEEN:
                if cat in token.cats and (cat != "NISBA" or self._agrees(at)) and self._is_name(at, token.item(cat)):
                    yield at, cat, token.item(cat)

    def _standins(self) -> Iterator[tuple[int, str, Any]]:
        """What stands for an organisation: "the party", with no adjective of its own behind it."""
        for at, token in enumerate(self.tokens):
            alone = not {"DEF", "ORG"} & self.cats(at + 1) or "CONJ" in self.cats(at + 1)
            if {"GROUPING", "DEF"} <= token.cats and alone:
                where = self.parsed.span(at, at + 1)[0]
                if found := standing(self.pack, token.stem, self.folded.text, where):
                    yield at, "ORG", found

    def _is_name(self, at: int, entity: Any) -> bool:
        """An ordinary word is a name only behind "in" or a word such as city."""
        before = {"IN", "TERRITORY", "REGION"} & self.cats(at - 1)
        if not entity.ambiguous:
            return True
        return "DEF" not in self.cats(at) and (bool(before) or "LOC" in self.cats(at))

    def _agrees(self, at: int) -> bool:
        """An adjective is definite as its noun is; where it isn't so, it is a name ("Mr al-Sudani")."""
        before = self.cats(at - 1)
        definite = "DEF" in self.cats(at)
        loose = definite and not LOOSE.isdisjoint(before)
        return at > 0 and (loose or definite == bool({"DEF", "PLACE"} & before))

    def previous(self, reading: Reading) -> Reading | None:
        """The reading of its kind before a reading."""
        found = None
        for other in self.readings:
            if other.start >= reading.start:
                break
            found = other if other.kind == reading.kind else found
        return found

    def beside(self, reading: Reading) -> Reading | None:
        """The quantity or share right before a reading."""
        return next((r for r in reversed(self.readings) if r.end <= reading.start and not r.stated), None)

    def part(self, reading: Reading) -> bool:
        """Whether a reading is picked out of the one before it: "among them three children", "40 of them"."""
        among = "AMONG" in self.cats(reading.start - 1) or reading.rule.endswith("among")
        return among or "AMONG" in self.cats(reading.start) or "AMONG" in self.cats(reading.end)

    def listed(self, previous: Reading, reading: Reading) -> bool:
        """Whether a reading stands in a list behind the one before it, joined or after a colon."""
        gap = reading.start - previous.end
        if gap > GAP or self.breaks(previous.end, reading.start, STOPS) or "THAT" in self.cats(reading.start - 1):
            return False
        joined = {"CONJ", "AND", "ADDITION"} & (self.cats(reading.start) | self.cats(reading.start - 1))
        return bool(joined) or "COLON" in self.cats(reading.start - 1)

    def tense(self, at: int) -> str:
        """The tense of a token that may be a verb, by its shape: future, present, either, or nothing."""
        word = self.tokens[at] if 0 <= at < len(self.tokens) else None
        return self.pack.tenses[word.text] if word is not None and KNOWN.isdisjoint(word.cats) else ""

    def cats(self, at: int) -> frozenset[str]:
        """The categories of a token; none beyond the ends."""
        return self.tokens[at].cats if 0 <= at < len(self.tokens) else frozenset()

    def text(self, start: int, end: int) -> str:
        """The raw text of the tokens from ``start`` to ``end``."""
        first, last = self.span(start, end)
        return self.folded.raw[first:last]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The raw span of the tokens from ``start`` to ``end``."""
        return self.folded.span(*self.parsed.span(start, end))

    def breaks(self, start: int, end: int, cats: frozenset[str]) -> int:
        """How many tokens of some categories stand between two places."""
        if self.marks.isdisjoint(cats):
            return 0
        places = self.marked.get(cats)
        if places is None:
            # The separators are few; a set with other categories in it looks through the whole sentence.
            within = self.separators if cats <= SEPARATORS else range(len(self.tokens))
            places = [at for at in within if not cats.isdisjoint(self.tokens[at].cats)]
            self.marked[cats] = places
        return max(0, bisect_left(places, end) - bisect_left(places, start))
