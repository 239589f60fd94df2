"""Claims of a document: sentence by sentence, from readings to records."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from claimdiff.claims import context, roles, topics
from claimdiff.claims.frames import Topic
from claimdiff.claims.nouns import complete
from claimdiff.claims.scene import Scene
from claimdiff.grammar import calendar
from claimdiff.grammar.dates import Timeline
from claimdiff.grammar.reading import Reading, bounded
from claimdiff.lang.pack import Pack
from claimdiff.model import Attribution, Claim, Document, Evidence, Moment, Quantity, Source, Subject
from claimdiff.text.fold import Folded, fold
from claimdiff.text.sentences import sentences


@dataclass
class Article:
    """A document on its way: folded, with its language, the topics, and its dates so far."""

    document: Document
    pack: Pack
    frames: dict[str, Topic]
    dates: Timeline = field(init=False)
    folded: Folded = field(init=False)

    def __post_init__(self) -> None:
        self.folded = fold(self.document.text)
        self.dates = Timeline(calendar.reference(self.document.published))

    @cached_property
    def sentences(self) -> list[tuple[int, int, list[str]]]:
        """The folded spans of the sentences, with their forms."""
        text = self.folded.text
        return [(start, end, self.pack.forms(text, start, end)) for start, end in sentences(text)]

    @cached_property
    def home(self) -> str | None:
        """The country or city that the document is about, by its title and text."""
        title = fold(self.document.title or "").text
        forms = [self.pack.forms(title, 0, len(title)), *(forms for _, _, forms in self.sentences)]
        return roles.home(self.pack, forms)

    @property
    def country(self) -> str | None:
        """The country of its home."""
        return self.home.split("/")[0] if self.home else None

    @cached_property
    def digest(self) -> str:
        """A hash of the document's text."""
        return hashlib.blake2b(self.document.text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    @cached_property
    def source(self) -> Source:
        """The document without its text."""
        d = self.document
        return Source(d.id, d.publisher, d.title, d.url, d.published, d.language)

    def scenes(self) -> Iterator[Scene]:
        """The sentences that hold something to read."""
        before = None
        for start, end, forms in self.sentences:
            if self.pack.anchored(forms):
                tokens = self.pack.tokens(self.folded.text, start, end, forms)
                scene = Scene(self.folded, start, end, tokens, self.pack.read(tokens), before)
                if scene.readings:
                    yield scene
                before = scene


def claims(document: Document, pack: Pack, frames: dict[str, Topic]) -> Iterator[Claim]:
    """All claims of a document, in the order of their evidence."""
    article = Article(document, pack, frames)
    for scene in article.scenes():
        scene.readings = complete(scene)
        moments, who = _moments(article, scene), context.attribution(scene)
        for at, reading in enumerate(scene.readings):
            if reading.kind != "date" or at in moments:
                yield _claim(article, scene, at, moments, who)


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
    value = moments[at] if reading.stated else _value(reading, topic)
    assert value is not None
    evidence = _evidence(scene, reading)
    when = None if reading.stated else context.time(scene, reading, moments)
    return Claim(
        _id(article, evidence, reading.kind, value),
        reading.kind,
        topic.name,
        value,
        _subject(article, scene, reading, topic, announced),
        when,
        who,
        context.stance(scene, reading),
        evidence,
        article.source,
        reading.rule,
        0.6 if topic.name == "other" else 0.9,
    )


def _topic(article: Article, scene: Scene, reading: Reading) -> tuple[Topic, int | None]:
    topic, announced = topics.choose(scene, reading, article.frames)
    if reading.whole and scene.topics:
        part = article.frames[scene.topics[max(scene.topics)]]
        topic = article.frames[part.whole or part.name]
    if topic.counted and announced is not None and _counts_there(scene, announced):
        topic = article.frames[topic.counted]
    scene.topics[reading.start] = topic.name
    return topic, announced


def _counts_there(scene: Scene, announced: int) -> bool:
    return any(r.kind == "quantity" and 0 < r.start - announced <= 2 for r in scene.readings)


def _value(reading: Reading, topic: Topic) -> Quantity | None:
    quantity = reading.quantity
    if quantity is not None and reading.whole and topic.unit:
        return bounded(quantity.number, quantity.modifier, topic.unit)
    return quantity


def _subject(article: Article, scene: Scene, reading: Reading, topic: Topic, announced: int | None) -> Subject:
    actor = roles.actor(scene, reading, topic, article.country if topic.actor == "country" else None, announced)
    target = roles.target(scene, reading) if topic.target else None
    if reading.kin is not None and (kin := scene.subjects.get(reading.kin.start)):
        actor, target = actor or kin.actor, target or kin.target
    made = Subject(
        noun=_noun(scene, reading, announced),
        actor=actor,
        target=target,
        place=roles.place(scene, reading, article.country if topic.actor == "country" else article.home),
    )
    scene.subjects[reading.start] = made
    return made


def _noun(scene: Scene, reading: Reading, announced: int | None) -> str | None:
    """The counted noun as written; of a date the word that announces its event."""
    if reading.stated:
        return scene.text(announced, announced + 1) if announced is not None else None
    if reading.noun_at is not None:
        return scene.text(reading.noun_at, reading.noun_at + 1)
    return reading.noun.singular if reading.noun is not None else None


def _evidence(scene: Scene, reading: Reading) -> Evidence:
    start, end = scene.span(reading.start, reading.end)
    first, last = scene.folded.span(scene.start, scene.end)
    raw = scene.folded.raw
    return Evidence(raw[start:end], start, end, raw[first:last], first)


def _id(article: Article, evidence: Evidence, kind: str, value: object) -> str:
    """16 hex digits that name the claim on every machine."""
    parts = (article.document.id, article.digest, str(evidence.start), str(evidence.end), kind, repr(value))
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
