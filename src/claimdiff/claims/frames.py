"""Topics as frames: what announces them, what they count, which roles they need. One TOML file a topic."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from claimdiff.claims._written import Written, written
from claimdiff.errors import ClaimdiffError
from claimdiff.lang.pack import Pack
from claimdiff.lexicon.lookup import Entry, Word
from claimdiff.model import Dynamics
from claimdiff.text.fold import fold_word
from claimdiff.text.memo import lazy

HERE = Path(__file__).parent / "topics"
# Where a user's own topics are: folders of files, and files of settings with tables of them.
Own = tuple[Path, ...]
STRENGTH = {"nouns": 12.0, "words": 10.0, "verbs": 10.0, "measures": 10.0, "sums": 10.0, "goods": 10.0}
STRENGTH |= {"acts": 10.0, "seals": 12.0, "leads": 12.0}
STRENGTH |= {"mild": 8.0, "faint": 6.0, "weak": 4.0}


_NO_VERB = frozenset({"DEF", "LOC", "NOUN_ACC"})


class Announcing(BaseModel):
    """The words of one language that announce a topic.

    ``nouns`` are counted nouns that tell the topic alone; ``mild`` ones do unless a word close by tells another
    ("killing of five protesters"), ``weak`` ones where nothing speaks against it;
    ``words`` and ``verbs`` announce it from elsewhere in the clause, ``faint`` ones if nothing else does, ``measures``
    only for what is counted, ``sums`` only for money and shares, ``goods`` only for what is weighed or measured, no
    money (a word, or a verb as in ``verbs``); ``acts`` are words that name what is done to somebody
    ("killing"): where another stands behind one, it isn't said of who is counted later; ``seals`` stand right behind
    the persons and settle it ("lost twelve their lives"), ``leads`` right before the value ("the counting of 90
    percent"). ``counts`` are the only nouns that may be counted there, where it says any, ``bars`` those that never are
    ("the flight of prisoners"). ``yes`` are texts that must yield a claim of the topic, ``no`` texts that must not.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    nouns: list[str] = []
    mild: list[str] = []
    weak: list[str] = []
    words: list[str] = []
    faint: list[str] = []
    measures: list[str] = []
    sums: list[str] = []
    goods: list[str] = []
    verbs: list[str] = []
    acts: list[str] = []
    seals: list[str] = []
    leads: list[str] = []
    counts: list[str] = []
    bars: list[str] = []
    yes: list[str] = []
    no: list[str] = []


class Topic(BaseModel):
    """A topic's frame. ``actor`` says whose role it is: of the persons counted, of who acts, a country's, or
    its ``owner``'s.

    ``counted`` is the topic of counts that the words of a topic of dates announce, ``dated`` that of dates that the
    words of a topic of counts announce; ``rather`` the topic that is meant where the sentence speaks of it, too,
    ``amid`` the one that is meant where it or those before it do, ``only`` those without one of which it isn't meant,
    if it is ``doubted`` only where these are spoken of (participation in a strike), ``absent`` the cues beside which
    it isn't meant either (the seats of a stadium).
    What comes ``last`` to somebody holds against what the noun says that came before ("two wounded died").
    A length of time is ``lasting`` in itself (a truce's), or else counted since the event ("ten days after"), or of
    what ``spans`` some, told to be its own ("three days of fighting"); a topic that ``covers`` one takes those that
    its goods suffice for.
    The ``matter`` of a vote, a resolution or an election (what is decided, who is elected) is its target and tells
    one from another.
    A topic ``moves`` from or to a place that stands without a preposition, or ``toward`` one behind "to", ``names``
    the place right behind its word ("the earthquake of ..."), and is one of ``forces`` where these are the
    document's; it has ``sides`` where options and candidates share what is counted.
    ``telling`` are the units, or the modifiers of dates, that tell the topic where nothing announces another.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    about: str
    dynamics: Dynamics
    kinds: tuple[Literal["quantity", "share", "date", "duration", "rank"], ...]
    units: frozenset[str] = frozenset()
    actor: Literal["", "counted", "agent", "country", "owner"] = ""
    target: bool = False
    matter: bool = False
    whole: str = ""
    amid: str = ""
    only: tuple[str, ...] = ()
    doubted: tuple[str, ...] = ()
    absent: frozenset[str] = frozenset()
    unit: str = ""
    modifiers: frozenset[str] = frozenset()
    counted: str = ""
    dated: str = ""
    rather: str = ""
    last: bool = False
    lasting: bool = False
    spans: bool = False
    covers: bool = False
    moves: bool = False
    toward: bool = False
    names: bool = False
    forces: bool = False
    sides: bool = False
    telling: frozenset[str] = frozenset()
    ar: Announcing = Announcing()

    def takes(self, kind: str, unit: str | None, modifier: str) -> bool:
        """Whether a value of this kind, unit and modifier can be one of the topic's."""
        if kind not in self.kinds or (self.modifiers and kind == "date" and modifier not in self.modifiers):
            return False
        if kind != "quantity" or not self.units or unit is None:
            return True
        return unit in self.units or ("money" in self.units and is_currency(unit))


@functools.lru_cache(1 << 10)
def is_currency(unit: str) -> bool:
    """Whether a unit has the form of an ISO 4217 code."""
    return len(unit) == 3 and unit.isalpha() and unit.isupper()


class Announcer(NamedTuple):
    """A word's part in announcing a topic; ``counts`` are the folded nouns that the topic counts, any if none, ``bars``
    those that it never does.

    An ``act`` has its object behind it.
    """

    topic: Topic
    strength: float
    role: str
    counts: frozenset[str] = frozenset()
    act: bool = False
    bars: frozenset[str] = frozenset()


def announced(word: Word) -> list[Announcer]:
    """What a word announces; a noun with its article, a preposition or its case may be spelled like a verb ("the
    committees" like "they resorted", "a student" like "both demanded").
    """
    said = [entry.item for entry in word.entries if entry.cat == "TOPIC"]
    return said if _NO_VERB.isdisjoint(word.cats) else [one for one in said if one.role != "verbs"]


class Topics(dict[str, Topic]):
    """Topics by name."""

    @lazy
    def telling(self) -> dict[str, Topic]:
        """By each unit, and each modifier of dates, the topic that it tells where nothing announces another."""
        return {tells: topic for topic in reversed(self.values()) for tells in topic.telling}


@functools.cache
def load_topics(own: Own = ()) -> Topics:
    """The topics by name, a user's own over ours. Raises ClaimdiffError naming file and line."""
    found = origins(own)
    topics = Topics({name: _topic(one) for name, one in found.items()})
    for name, topic in topics.items():
        said = [(field, getattr(topic, field)) for field in ("whole", "counted", "dated", "rather", "amid")]
        for field, other in [*said, *(("only", one) for one in (*topic.only, *topic.doubted))]:
            if other and other not in topics:
                where, remedy = found[name].where(field), "name one of `claimdiff topics`, or add it"
                raise ClaimdiffError(f"{field} names {other!r}, which is no topic", where, remedy)
    return topics


@functools.cache
def origins(own: Own = ()) -> dict[str, Written]:
    """Each topic's name with where it is written; of two with one name the later place's holds."""
    found = {one.name: one for place in (HERE, *own) for one in written(place)}
    return dict(sorted(found.items()))


def _topic(one: Written) -> Topic:
    try:
        topic = Topic.model_validate(one.body)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        where = one.where(*(str(part) for part in first["loc"] if isinstance(part, str)))
        told = ".".join((*one.keys, field))
        raise ClaimdiffError(f"{told}: {first['msg']}", where, _remedy(first["type"])) from error
    if topic.name != one.name:
        remedy = "name the table after its topic" if one.keys else "name the file after its topic"
        raise ClaimdiffError(f"the topic is named {topic.name!r}", one.where("name"), remedy)
    return topic


def _remedy(kind: str) -> str:
    """What to do about a kind of pydantic's errors."""
    known = ", ".join(Topic.model_fields)
    remedies = {"extra_forbidden": f"a topic has {known}", "missing": "add it to the topic"}
    return remedies.get(kind, "see the topics that come with claimdiff")


def install(pack: Pack, topics: dict[str, Topic]) -> None:
    """Make the words that announce topics known to a language's lexicon, in all forms of its counted nouns."""
    lexicon = pack.lexicon
    nouns: dict[str, list[Entry]] = {}
    for topic in topics.values():
        said: Announcing = getattr(topic, pack.language, Announcing())
        counts, bars = (frozenset(map(fold_word, told)) for told in (said.counts, said.bars))
        for role, form in _forms(pack, said):
            said_as = "words" if role == "acts" else role
            lexicon.add(form, Entry("TOPIC", Announcer(topic, STRENGTH[role], said_as, counts, role == "acts", bars)))
        for role in ("nouns", "mild", "weak"):
            for noun in getattr(said, role):
                entry = Entry("TOPIC", Announcer(topic, STRENGTH[role], role, counts))
                nouns.setdefault(fold_word(noun), []).append(entry)
    for form, entry in list(lexicon.counted()):
        for announced in nouns.get(fold_word(entry.item.singular), ()):
            lexicon.add(form, announced)
    pack.forget()


def _plain(pack: Pack, form: str, case: str) -> bool:
    """Whether a case of a phrase doesn't hide a counted noun: "33 chemical attacks"."""
    first, *rest = case.split()
    return case == form or not rest or pack.lexicon.word(fold_word(first)).entry("NOUN") is None


def _forms(pack: Pack, said: Announcing) -> Iterator[tuple[str, str]]:
    yield from (("words", case) for form in said.words for case in pack.cases(form) if _plain(pack, form, case))
    yield from (("words", form) for word in said.words for form in pack.agreeing(word))
    yield from (("acts", case) for form in said.acts for case in pack.cases(form))
    for role in ("faint", "measures", "sums", "goods", "seals", "leads"):
        yield from ((role, form) for word in getattr(said, role) if "/" not in word for form in pack.agreeing(word))
    for role, verbs in (("verbs", said.verbs), ("goods", [word for word in said.goods if "/" in word])):
        yield from ((role, form) for verb in verbs for form in pack.verb(verb))
