"""Claims of a document: sentence by sentence, from readings to records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from claimdiff.claims import context, groups, ids, matters, measures, page, places, roles, topics, whose
from claimdiff.claims import home as about
from claimdiff.claims.frames import Topic, Topics
from claimdiff.claims.money import currency
from claimdiff.claims.nouns import complete
from claimdiff.claims.scene import Scene
from claimdiff.grammar import calendar
from claimdiff.grammar.dates import Timeline
from claimdiff.grammar.reading import Reading
from claimdiff.lang.pack import Pack
from claimdiff.lang.passage import Passage, passage
from claimdiff.lexicon.lookup import Word
from claimdiff.model import Attribution, Claim, Document, Evidence, Moment, Quantity, Source, Subject
from claimdiff.text.fold import Folded, fold
from claimdiff.text.memo import lazy

# Units that a topic's own unit takes the place of: 329 members or votes of a chamber are its seats.
_RETOLD = frozenset({None, "person", "vote", "degree"})
# Topics whose shares are known by what they measure.
MEASURED = frozenset({"other", "turnout"})


@dataclass
class Article:
    """A document on its way: folded, with its language, the topics, and its dates so far."""

    document: Document
    pack: Pack
    frames: Topics
    dates: Timeline = field(init=False)
    folded: Folded = field(init=False)
    passage: Passage = field(init=False)

    def __post_init__(self) -> None:
        self.folded = fold(self.document.text)
        self.passage = passage(self.pack, self.folded.text, fold(self.document.title or "").text)
        self.dates = Timeline(calendar.reference(self.document.published))

    @lazy
    def asides(self) -> list[str]:
        """What each sentence is to the article: its own, another's headline, or furniture of the page."""
        return list(page.asides(self.passage))

    @lazy
    def named(self) -> list[tuple[int, list[Word], list[int]]]:
        """The article's own sentences that name places: their number, their words, where the names stand."""
        told = zip(self.passage.sentences, self.asides, strict=True)
        own = enumerate([sentence[3] for sentence, aside in told if not aside])
        return [(number, words, at) for number, words in own if (at := self.passage.named(words))]

    @lazy
    def home(self) -> str | None:
        """The country or city that the document is about, by its title and text."""
        heading, told = self.passage.heading, [(number + 1, words, at) for number, words, at in self.named]
        return about.home([(0, heading, at), *told] if (at := self.passage.named(heading)) else told)

    @property
    def country(self) -> str | None:
        """The country of its home."""
        return self.home.split("/")[0] if self.home else None

    @lazy
    def force(self) -> str | None:
        """The country of the foreign forces that the document speaks of, where most of their adjectives agree."""
        named = [name for name in self._forces() if name != self.country]
        name = max(named, key=lambda name: (named.count(name), name), default="")
        return name if 2 * named.count(name) > len(named) else None

    def _forces(self) -> Iterator[str]:
        """The country of each adjective that stands behind a word for forces."""
        for _, words, named in self.named:
            for at in named:
                if at and "NISBA" in words[at].cats and "FORCE" in words[at - 1].cats:
                    yield words[at].item("NISBA").id

    @lazy
    def digest(self) -> str:
        """A hash of the document's text."""
        return ids.digest(self.document)

    @lazy
    def source(self) -> Source:
        """The document without its text."""
        d = self.document
        return Source(d.id, d.publisher, d.title, d.url, d.published, d.language)

    def scenes(self) -> Iterator[Scene]:
        """The sentences that hold something to read."""
        before = None
        for sentence, aside in zip(self.passage.sentences, self.asides, strict=True):
            if aside != "furniture" and self.passage.anchored(sentence[3]):
                tokens, (start, end, *_) = self.passage.tokens(sentence), sentence
                scene = Scene(self.pack, self.folded, start, end, tokens, self.pack.read(tokens), before, bool(aside))
                if scene.readings:
                    yield scene
                before = scene


def claims(document: Document, pack: Pack, frames: Topics) -> Iterator[Claim]:
    """All claims of a document, in the order of their evidence."""
    article, last = Article(document, pack, frames), None
    # All sentences are looked up before the first claim asks what the document is about.
    for scene in list(article.scenes()):
        scene.readings = complete(scene)
        moments, said = _moments(article, scene), context.speakers(scene, last)
        last = said[-1][1] if said else None
        for at, reading in enumerate(scene.readings):
            if reading.kind != "date" or at in moments:
                yield _claim(article, scene, at, moments, context.attribution(scene, reading, said))


def _moments(article: Article, scene: Scene) -> dict[int, Moment]:
    """The dates of a sentence, resolved in turn, each on those before it."""
    found = {}
    for at, reading in enumerate(scene.readings):
        if reading.stated and (
            moment := article.dates.resolve(reading.stated, scene.span(reading.start, reading.end)[0])
        ):
            found[at] = moment
    return found


def _claim(article: Article, scene: Scene, at: int, moments: dict[int, Moment], who: Attribution | None) -> Claim:
    reading = scene.readings[at]
    topic, announced = _topic(article, scene, reading)
    if announced is None or "SITTING" not in scene.cats(announced):
        topic = _to_come(article, topic, moments.get(at))
    value = moments[at] if reading.stated else _value(article, reading, topic)
    assert value is not None
    evidence = _evidence(scene, reading)
    when = None if reading.stated else context.time(scene, reading, moments)
    return Claim(
        ids.name(article.document, article.digest, evidence, reading.kind, value),
        reading.kind,
        topic.name,
        value,
        _subject(article, scene, reading, topic, announced, moments.get(at) or when),
        when,
        who,
        context.stance(scene, reading, moments.get(at), article.document.published),
        evidence,
        article.source,
        reading.rule,
        0.6 if topic.name == "other" else 0.9,
    )


def _topic(article: Article, scene: Scene, reading: Reading) -> tuple[Topic, int | None]:
    topic, announced = topics.choose(scene, reading, article.frames)
    topic = _whole(article, scene, reading) or topic
    if topic.counted and announced is not None and _counts_there(scene, announced):
        topic = article.frames[topic.counted if _surely(scene, announced, topic) else "other"]
    scene.topics[reading.start], scene.announced[reading.start] = topic.name, announced
    return topic, announced


def _surely(scene: Scene, at: int, topic: Topic) -> bool:
    """Whether a word announces its topic by itself: "killing", not "death"."""
    return any(place == at and one.topic is topic and one.role != "faint" for place, one in scene.announcers)


def _to_come(article: Article, topic: Topic, moment: Moment | None) -> Topic:
    """A date to come isn't that of a statement: it is a deadline where it ends something, or a plan."""
    published = article.document.published
    if moment is None or topic.name not in {"other", "statement", "withdrawal"} or not published:
        return topic
    if (moment.latest or "") <= published[:10]:
        return topic
    if moment.modifier in {"until", "by", "before"}:
        return article.frames["deadline"]
    due = (moment.earliest or "") > published[:10] and (moment.modifier == "since" or topic.name != "withdrawal")
    return article.frames["plan"] if due else topic


def _whole(article: Article, scene: Scene, reading: Reading) -> Topic | None:
    """Of a whole ("58 of 329 members") the topic that the part's topic names for wholes, or the part's own."""
    part = scene.previous(reading)
    if "WHOLE" in scene.cats(reading.start - 1) and (part is None or not _alike(part, reading)):
        part = scene.beside(reading)
    if part is None or part.start not in scene.topics or not _is_whole(scene, part, reading):
        return None
    topic = article.frames[scene.topics[part.start]]
    return article.frames[topic.whole or topic.name] if reading.whole or topic.whole else None


def _is_whole(scene: Scene, part: Reading, reading: Reading) -> bool:
    """Whether "of" stands before a larger count of the same things, right behind a part."""
    if "AMONG" in scene.cats(reading.end):
        return False
    if reading.whole:
        return True
    lead = scene.cats(reading.start - 1)
    if "WHOLE" in lead and part.kind == "share":
        return True
    return bool(("WHOLE" in lead or "FROM" in lead) and _alike(part, reading) and reading.start - part.end <= 2)


def _alike(part: Reading, reading: Reading) -> bool:
    return bool(part.quantity and reading.quantity and part.quantity.unit == reading.quantity.unit)


def _counts_there(scene: Scene, announced: int) -> bool:
    return any(r.kind == "quantity" and 0 < r.start - announced <= 2 for r in scene.readings)


def _value(article: Article, reading: Reading, topic: Topic) -> Quantity | None:
    quantity = reading.quantity
    if quantity is not None and topic.unit and quantity.unit in _RETOLD and reading.kind != "rank":
        return _in(quantity, topic.unit)
    if quantity is not None and quantity.unit is None:
        return _in(quantity, currency(reading.noun, article.country) or getattr(reading.noun, "measure", None) or None)
    return quantity


def _in(quantity: Quantity, unit: str | None) -> Quantity:
    """A quantity in another unit."""
    return Quantity(quantity.number, quantity.low, quantity.high, quantity.modifier, unit)


def _subject(
    article: Article, scene: Scene, reading: Reading, topic: Topic, announced: int | None, when: Moment | None
) -> Subject:
    # Another article's headline knows nothing of this one's country, city and forces.
    country, home, force = (None,) * 3 if scene.aside else (article.country, article.home, article.force)
    actor = roles.actor(scene, reading, topic, announced, country, force)
    target = roles.target(scene, reading, force) if topic.target else None
    target = matters.matter(scene, reading, topic, announced) if topic.matter else target
    if reading.kin is not None and (kin := scene.subjects.get(reading.kin.start)):
        actor, target = actor or whose.listed(scene, reading) or kin.actor, target or kin.target
    wide = topic.actor in {"country", "owner"} or topic.forces or _long(article, reading, when)
    home = country if wide else home
    place = places.place(scene, reading, topic, announced, actor, home)
    made = Subject(
        noun=_told(scene, reading, topic) or _noun(scene, reading, announced),
        group=groups.group(scene, reading, topic),
        actor=actor,
        target=target,
        place=place.id,
        of=groups.whole(scene, reading),
        inferred=("place",) if place.inferred else (),
    )
    scene.subjects[reading.start] = made
    return made


def _told(scene: Scene, reading: Reading, topic: Topic) -> str | None:
    """What a share measures that no topic knows."""
    return measures.measure(scene, reading) if reading.kind == "share" and topic.name in MEASURED else None


def _long(article: Article, reading: Reading, when: Moment | None) -> bool:
    """Whether something is of an earlier year than the article, or of years: its city then says nothing of it."""
    if reading.kind == "duration" and reading.quantity is not None:
        return reading.quantity.unit == "year"
    published = article.document.published
    return bool(published and when and (when.latest or "9") < published[:4])


def _noun(scene: Scene, reading: Reading, announced: int | None) -> str | None:
    """The counted noun as written; of a date the word that announces its event."""
    if reading.stated:
        return scene.text(announced, announced + 1) if announced is not None else None
    if reading.noun_at is not None:
        return _counted(scene, reading.noun_at)
    return reading.noun.singular if reading.noun is not None else None


def _counted(scene: Scene, at: int) -> str:
    """A counted noun as written; of "members of the crew" the crew."""
    at += "MEMBER" in scene.cats(at) and "COLLECTIVE" in scene.cats(at + 1)
    return scene.text(at, at + 1)


def _evidence(scene: Scene, reading: Reading) -> Evidence:
    start, end = scene.span(reading.start, reading.end)
    return Evidence(scene.folded.raw[start:end], start, end, *scene.sentence)
